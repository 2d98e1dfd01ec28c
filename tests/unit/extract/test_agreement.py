"""Columns whose heads, titles and captions contradict each other: their figures are none of the issuer's facts."""

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse

ISSUED = """**Internet Initiative Japan Inc.**

**Tokyo, February 8, 2012** - Internet Initiative Japan Inc. ("IIJ") announced today its consolidated financial results
for the first nine months of the fiscal year ending March 31, 2012{}.

"""
ROWS = "Total Revenues\t33,107\t45,817\nOperating Income\t1,183\t2,317\n"
UNITS = "\tJPY millions\tJPY millions\n"
NINE = ' ("3Q11", from April 1, 2011 to December 31, 2011)'


def periods_of(page: str, defined: str = "") -> set[str]:
    report = report_of(parse(ISSUED.format(defined) + page, "release"), load_taxonomy())
    return {f"{fact.point.period} {fact.occurrence.text}" for fact in report.facts}


def table(*heads: str, title: str = "Operating Results Summary", units: str = UNITS) -> str:
    return f"### {title}\n\n" + "".join(f"{head}\n" for head in heads) + units + ROWS


@pytest.mark.parametrize("years", ["\t2009\t2010", "\tYear 2009\tYear 2010", "\tIn 2009\tIn 2010", "\t2012\t2013"])
def test_below_years_in_which_they_are_not_columns_have_no_period(years):
    assert periods_of(table(years, "\t1H10\t1H11")) == set()


def test_a_year_over_two_columns_is_that_of_the_first():
    told = periods_of(table("\t2010\t", "\t1H10\t1H11"))
    assert {item.split()[0] for item in told} == {"2010-04-01/2010-09-30"}


@pytest.mark.parametrize("years", ["\t2010\t2011", "\t2011\t2012", "\t2010\t0040"])
def test_years_that_columns_are_in_and_damaged_ones_change_nothing(years):
    assert len(periods_of(table(years, "\t1H10\t1H11"))) == 4


@pytest.mark.parametrize("said", ["Operating Results Summary (%)", "Operating Results Summary (shares)"])
def test_columns_of_money_below_a_title_that_counts_otherwise_are_closed(said):
    assert periods_of(table("\t1H10\t1H11", title=said)) == set()


@pytest.mark.parametrize("caption", ["Table 1: Percent", "(Billions of yen)", "(%)"])
def test_a_caption_that_says_another_unit_than_the_corner_closes_the_table(caption):
    rows = "| Total Revenues | 33,107 | 45,817 |\n| Operating Income | 1,183 | 2,317 |\n"
    body = f"| JPY millions | 1H10 | 1H11 |\n|---|---:|---:|\n{rows}"
    assert periods_of(f"### Operating Results Summary\n\n{caption}\n\n{body}") == set()
    assert len(periods_of(f"### Operating Results Summary\n\n(Millions of yen)\n\n{body}")) == 4


def test_a_quarter_in_words_is_open_where_the_document_calls_nine_months_so():
    heads = "\tThird quarter FY2010\tThird quarter FY2011"
    assert len(periods_of(table(heads))) == 4
    assert periods_of(table(heads), NINE) == set()
    sentence = "Revenues for the third quarter of FY2011 were JPY45,817 million. "
    assert periods_of(sentence) == {"2011-10-01/2011-12-31 45,817"}
    assert periods_of(sentence, NINE) == set()
    assert periods_of("## 3Q11 Results\n\nIn the third quarter, revenues were JPY45,817 million.", NINE) == set()


def test_a_quarterly_table_is_open_where_the_document_calls_nine_months_so():
    heads = "\t3Q10\t3Q11"
    assert len(periods_of(table(heads), NINE)) == 4
    assert periods_of(table(heads, title="Quarterly Operating Results Summary"), NINE) == set()


def test_a_heading_that_names_nine_months_ends_the_section_on_three():
    alone = "## 3rd Quarter FY2011 Consolidated Financial Results (3 months)\n\n" + table("\t3Q10\t3Q11")
    assert len(periods_of(alone, NINE)) == 4
    behind = "## 3Q11 Financial Results Summary\n\n" + table("\t3Q10\t3Q11").replace("45,817", "70,817")
    assert periods_of(f"{alone}\n{behind}", NINE) == periods_of(alone, NINE)


@pytest.mark.parametrize(
    "units", ["\tJPY millions, in euros\tJPY millions, in euros\n", "\tPercent\tPercent\n" + UNITS]
)
def test_heads_that_state_two_units_close_their_columns(units):
    assert periods_of(table("\t1H10\t1H11", units=units)) == set()


@pytest.mark.parametrize("corner", ["In euros (JPY millions)", "Change (JPY millions)"])
def test_a_corner_that_contradicts_itself_closes_the_table(corner):
    rows = "| Total Revenues | 33,107 | 45,817 |\n| Operating Income | 1,183 | 2,317 |\n"
    page = "### Operating Results Summary\n\n| {} | 1H10 | 1H11 |\n|---|---:|---:|\n" + rows
    assert periods_of(page.format(corner)) == set()
    assert len(periods_of(page.format("JPY millions"))) == 4


@pytest.mark.parametrize("title", ["Operating Results Summary (Change)", "Operating Results Summary\n\nChange"])
def test_a_title_that_says_changes_closes_a_table_without_a_column_of_them(title):
    assert periods_of(table("\t1H10\t1H11", title=title)) == set()
    with_changes = f"### {title}\n\n\t1H10\t1H11\tYoY % change\n{UNITS}" + ROWS.replace("17\n", "17\t38.4\n")
    assert periods_of(with_changes)
