"""The same doubts in other clothes: titles that underlined lines, months and halves make, notes, signs, numbers."""

from decimal import Decimal

import pytest

from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.prove.proof import prove
from iij_xbrl.read import parse

OPENING = """\
**Internet Initiative Japan Inc.**

Internet Initiative Japan Inc. ("IIJ", TSE:3774) announced its consolidated financial results for the first six months
of the fiscal year ending March 31, 2012 (from April 1 to September 30, 2011, "1H11").

"""
HEADING = "## Operating Results Summary"
TABLE = """\
	1H10	1H11
	JPY millions	JPY millions
Total Revenues	33,100	45,800
Operating Income	1,180	2,310
"""
HALF, HALF_BEFORE = "2011-04-01/2011-09-30", "2010-04-01/2010-09-30"


@pytest.fixture(scope="module")
def taxonomy():
    return load_taxonomy()


def facts(page: str, taxonomy) -> dict[tuple[str, str], Decimal]:
    """The facts of a page without dimensions: by concept and period, in millions."""
    report = report_of(parse(OPENING + page, "release"), taxonomy)
    return {
        (fact.point.concept, str(fact.point.period)): fact.occurrence.value / 1_000_000
        for fact in report.facts
        if not fact.point.dimensions
    }


def test_the_table_is_read(taxonomy):
    found = facts(f"{HEADING}\n\n{TABLE}", taxonomy)
    assert found == {
        ("Revenues", HALF_BEFORE): 33_100,
        ("Revenues", HALF): 45_800,
        ("OperatingIncome", HALF_BEFORE): 1_180,
        ("OperatingIncome", HALF): 2_310,
    }


@pytest.mark.parametrize(
    "page",
    [
        f"Non-Consolidated Operating Results Summary\n---\n\n{TABLE}",
        f"Results of the parent company alone\n-----\n\n{HEADING}\n\n{TABLE}",
        f"Before restatement\n===\n\n{TABLE}",
        f"{HEADING} for September 2011\n\n{TABLE}",
        f"{HEADING} for the Second Half\n\n{TABLE}",
        f"{HEADING} (Non-GAAP)\n\n{TABLE}",
        f"{HEADING}\n\n{TABLE}\nThe following table shows results of the full year:\n",
        f"{HEADING}\n\n{TABLE}\nThe table below shows figures of hi-ho Inc.\n",
        f"{HEADING}\n\n{TABLE}\n_The above is shown net of charges to our subsidiaries only._\n",
    ],
)
def test_a_text_that_says_something_else_closes_the_table(page, taxonomy):
    assert facts(page, taxonomy) == {}


@pytest.mark.parametrize(
    "page",
    [
        f"Operating Results Summary\n---\n\n{TABLE}",
        f"{HEADING} for the First Half\n\n{TABLE}",
        f"{HEADING}\n\n{TABLE}\nThe following table shows our targets.\n\n## Targets\n\n\tFY2011\nVisitors\t30\n",
    ],
)
def test_a_text_that_says_the_same_or_points_on_closes_nothing(page, taxonomy):
    assert facts(page, taxonomy)[("Revenues", HALF)] == 45_800


@pytest.mark.parametrize(("head", "expected"), [("1H11E", None), ("1H11 (3 months)", None), ("1H11 core", None)])
def test_a_column_that_is_something_else_closes_itself_alone(head, expected, taxonomy):
    found = facts(f"{HEADING}\n\n{TABLE.replace('1H11', head)}", taxonomy)
    assert (found.get(("Revenues", HALF)), found.get(("Revenues", HALF_BEFORE))) == (expected, 33_100)


def test_what_is_final_leaves_what_was_preliminary_open(taxonomy):
    table = TABLE.replace("1H10", "1H11 preliminary").replace("1H11\n", "1H11 final\n")
    assert facts(f"{HEADING}\n\n{table}", taxonomy) == {}


def test_that_a_line_is_unaudited_is_no_part_of_its_label(taxonomy):
    page = f"{HEADING}\n\n{TABLE.replace('Operating Income', 'Operating Income (unaudited)')}"
    assert facts(page, taxonomy)[("OperatingIncome", HALF)] == 2_310


def test_a_column_numbers_the_rows(taxonomy):
    rows = [line.split("\t") for line in TABLE.splitlines()]
    numbered = "\n".join("\t".join((number, *row)) for number, row in zip(("No.", "", "1", "2"), rows, strict=True))
    assert len(facts(f"{HEADING}\n\n{numbered}\n", taxonomy)) == 4


def test_numbers_in_no_order_are_none_of_rows(taxonomy):
    rows = [line.split("\t") for line in TABLE.splitlines()]
    numbered = "\n".join("\t".join((number, *row)) for number, row in zip(("", "", "12", "7"), rows, strict=True))
    assert facts(f"{HEADING}\n\n{numbered}\n", taxonomy) == {}


@pytest.mark.parametrize(
    "said",
    ["JPY45,800 million/2", "JPY45,800 million / 2", "-JPY45,800 million", "▲JPY45,800 million"],
)
def test_a_figure_that_is_reckoned_with_is_no_amount(said, taxonomy):
    assert facts(f"## 1H FY2011 Results of Operation\n\nRevenues were {said}.\n", taxonomy) == {}


def test_revenues_below_zero_leave_the_signs_of_a_table_open(taxonomy):
    table = "".join(
        "\t".join(f"({cell})" if cell[:1].isdigit() and "," in cell else cell for cell in line.split("\t")) + "\n"
        for line in TABLE.splitlines()
    )
    assert facts(f"{HEADING}\n\n{table}", taxonomy) == {}


def test_an_amount_without_the_point_of_all_others_of_the_table_is_damaged(taxonomy):
    table = "\t1H10\t1H11\n\tJPY billions\tJPY billions\nTotal Revenues\t33.1\t458\nOperating Income\t1.2\t2.3\n"
    found = facts(f"{HEADING}\n\n{table}", taxonomy)
    assert ("Revenues", HALF) not in found
    assert found[("Revenues", HALF_BEFORE)] == 33_100


def test_a_company_name_that_ends_with_a_stop_is_no_sentence(taxonomy):
    page = (
        "Internet Initiative Japan Inc.\n\nInternet Initiative Japan Inc. (TSE:3774) announced its results for FY2018 "
        "under IFRS (from April 1, 2018 to March 31, 2019).\n\n## Operating Results Summary (U.S. GAAP)\n\n"
        "\tFY2017\tFY2018\n\tJPY millions\tJPY millions\nTotal Revenues\t176,051\t192,332\n"
    )
    assert not report_of(parse(page, "release"), taxonomy).facts


def test_rows_of_a_titled_table_may_be_several_of_its_lines(taxonomy):
    table = (
        "\t1H10\t1H11\n\tJPY millions\tJPY millions\nTotal Revenues\t33,100\t45,800\nNetwork Services\t20,100\t30,400\n"
        "SI\t12,400\t14,200\nEquipment Sales\t360\t640\nATM Operation Business\t240\t560\n"
    )
    found = facts(f"{HEADING}\n\n{table}", taxonomy)
    assert found[("NetworkServicesRevenue", HALF)] == 30_400
    assert len(found) == 10


@pytest.mark.parametrize(
    "caption",
    [
        "(JPY in millions, except number of employees and per-share amounts)",
        "(expressed in millions of yen)",
        "(figures in millions of yen, except for per-share figures)",
    ],
)
def test_a_caption_of_a_unit_in_other_words(caption, taxonomy):
    table = TABLE.replace("\tJPY millions\tJPY millions\n", "")
    assert facts(f"{HEADING}\n\n{caption}\n\n{table}", taxonomy)[("Revenues", HALF)] == 45_800


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('title="Non-consolidated"', None),
        ('summary="Budget figures"', None),
        ('aria-label="hi-ho Inc."', None),
        ('summary="This table shows operating results"', 45_800),
        ('title="Click to sort"', 45_800),
    ],
)
def test_what_attributes_say_of_a_table_counts(attributes, expected, taxonomy):
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.split(chr(9)))}</tr>" for line in TABLE.splitlines()
    )
    page = f"{HEADING}\n\n<table {attributes}>\n{rows}\n</table>\n"
    assert facts(page, taxonomy).get(("Revenues", HALF)) == expected


@pytest.mark.parametrize("remark", ["excludes AT&T Japan", "Parent", "parent company", "before restatement of leases"])
def test_a_remark_on_a_row_that_says_another_scope_closes_it(remark, taxonomy):
    rows = zip(TABLE.splitlines(), ("\tRemarks", "\t", "\tup on acquisitions", f"\t{remark}"), strict=True)
    found = facts(f"{HEADING}\n\n" + "".join(f"{row}{beside}\n" for row, beside in rows), taxonomy)
    assert found == {("Revenues", HALF_BEFORE): 33_100, ("Revenues", HALF): 45_800}


def test_years_that_are_named_otherwise_are_none_of_the_issuers(taxonomy):
    page = (
        "We name fiscal years after the calendar year in which they end.\n\n"
        f"{HEADING}\n\n\tFY2009\tFY2010\n\tJPY millions\tJPY millions\nTotal Revenues\t68,006\t82,418\n"
    )
    assert facts(page, taxonomy) == {}


@pytest.mark.parametrize(
    ("note", "count"),
    [
        ("The amounts above are thousands, not millions.", 0),
        ("All figures are JPY thousands.", 0),
        ("The amounts above are JPY millions.", 4),
        ("The figures above are unaudited.", 4),
    ],
)
def test_a_sentence_below_a_table_that_says_another_scale_opens_it(note, count, taxonomy):
    assert len(facts(f"{HEADING}\n\n{TABLE}\n{note}\n", taxonomy)) == count


@pytest.mark.parametrize("note", ["The amounts below are thousands, not millions.", "All figures are JPY thousands."])
def test_so_does_one_above_it(note, taxonomy):
    assert facts(f"{HEADING}\n\n{note}\n\n{TABLE}", taxonomy) == {}


THOUSANDS = """\
	Six Months Ended September 30, 2010	Six Months Ended September 30, 2011{heads}
Total revenues	33,100,200	45,800,300
OPERATING INCOME	1,180,050	2,310,050
"""


@pytest.mark.parametrize("unit", ["¥'000", "JPY ’000", "JPY 000s", "¥000", "Yen '000", "in '000 of JPY"])
@pytest.mark.parametrize("is_caption", [True, False])
def test_thousands_that_are_counted_by_their_noughts(unit, is_caption, taxonomy):
    heads = "" if is_caption else f"\n\t{unit}\t{unit}"
    caption = f"\n({unit})" if is_caption else ""
    page = f"**Consolidated Statements of Income (Unaudited)**{caption}\n\n{THOUSANDS.format(heads=heads)}"
    assert facts(page, taxonomy)[("Revenues", HALF)] == Decimal("45800.3")


@pytest.mark.parametrize("unit", ["JPYm", "¥mn", "JPY m", "JPYmm"])
def test_letters_right_behind_a_currency_are_its_scale(unit, taxonomy):
    page = f"{HEADING}\n\n{TABLE.replace('JPY millions', unit)}"
    assert facts(page, taxonomy)[("Revenues", HALF)] == 45_800


def test_noughts_without_a_currency_and_words_are_no_scales():
    assert [parse_unit(text) for text in ("000", "12 000", "them", "JPYn")] == [None] * 4


@pytest.mark.parametrize("title", ["Major Other Business {}", "{} of Other Businesses", "{} for the Month", "Other"])
def test_a_title_about_the_rest_of_the_business_or_a_month_closes_its_table(title, taxonomy):
    page = f"### {title.format('Operating Results Summary')}\n\n{TABLE}"
    assert facts(page, taxonomy) == {}


@pytest.mark.parametrize("title", ["{} (6 months)", "{}, six months", "Other Information: {}"])
def test_counted_months_and_other_information_close_nothing(title, taxonomy):
    page = f"### {title.format('Operating Results Summary')}\n\n{TABLE}"
    assert facts(page, taxonomy)[("Revenues", HALF)] == 45_800


def changes(table: str, taxonomy) -> dict[str, Decimal]:
    """The changes that a table prints, by concept, in millions where they are amounts."""
    found = report_of(parse(f"{OPENING}{HEADING}\n\n{table}", "release"), taxonomy)
    told = (fact for fact in found.facts if "Change" in fact.point.concept)
    return {fact.point.concept: fact.occurrence.value / (1_000_000 if "JPY" in fact.point.unit else 1) for fact in told}


def with_column(*cells: str) -> str:
    """The table with a column behind it."""
    return "".join(f"{line}\t{cell}\n" for line, cell in zip(TABLE.splitlines(), cells, strict=True))


@pytest.mark.parametrize("head", ["Difference", "Diff.", "Variance"])
def test_a_difference_that_the_amounts_bear_out_is_their_change(head, taxonomy):
    table = with_column(head, "JPY millions", "12,700", "1,130")
    assert changes(table, taxonomy) == {"RevenuesChangeAmount": 12_700, "OperatingIncomeChangeAmount": 1_130}


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Difference", ("(12,700)", "(1,130)")),
        ("Difference", ("1,800", "310")),
        ("Difference from plan", ("12,700", "1,130")),
    ],
)
def test_a_difference_that_they_do_not_bear_out_is_none(head, cells, taxonomy):
    assert changes(with_column(head, "JPY millions", *cells), taxonomy) == {}


def test_a_difference_from_a_forecast_is_none(taxonomy):
    table = with_column("Difference", "JPY millions", "12,700", "1,130").replace("1H10", "1H11 forecast")
    assert changes(table, taxonomy) == {}


def test_percents_below_the_head_of_changes_are_changes(taxonomy):
    table = with_column("YoY change\t", "JPY millions\t%", "12,700\t38.4", "1,130\t95.8")
    assert changes(table, taxonomy)["RevenuesChangePercent"] == Decimal("0.384")


@pytest.mark.parametrize("cells", [("33,100", "45.8"), ("33,100", "45.80"), ("33.1", "45,800")])
def test_an_amount_with_a_point_in_a_row_without_is_damaged(cells, taxonomy):
    found = facts(f"{HEADING}\n\n{TABLE.replace('33,100	45,800', '	'.join(cells))}", taxonomy)
    assert [found.get(("Revenues", half)) for half in (HALF_BEFORE, HALF)].count(None) == 1
    assert 33_100 in found.values() or 45_800 in found.values()


def test_amounts_of_a_row_that_all_have_points_are_read(taxonomy):
    page = f"{HEADING}\n\n{TABLE.replace('1,180	2,310', '1,180.1	2,310.1')}"
    assert facts(page, taxonomy)[("OperatingIncome", HALF)] == Decimal("2310.1")


PARTS = "Network Services\t{}\t30,400\nSI\t{}\t14,200\nEquipment Sales\t{}\t640\nATM Operation Business\t{}\t560\n"


@pytest.mark.parametrize(("parts", "expected"), [(("-",) * 4, None), (("33,100", "-", "-", "-"), 0)])
def test_dashes_for_all_parts_of_a_total_are_for_what_is_not_given(parts, expected, taxonomy):
    table = TABLE.replace("Operating Income", f"{PARTS.format(*parts)}Operating Income")
    found = facts(f"{HEADING}\n\n{table}", taxonomy)
    assert found.get(("SystemsIntegrationRevenue", HALF_BEFORE)) == expected
    assert found[("SystemsIntegrationRevenue", HALF)] == 14_200


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("(Six months ended September 30, 2009 and 2010)", None),
        ("(Six months ended September 30, 2010 and 2011)", 45_800),
        ("(Six months ended September 30, 2011)", 45_800),
    ],
)
def test_a_title_that_lists_other_periods_than_the_columns_leaves_them_open(title, value, taxonomy):
    assert facts(f"{HEADING} {title}\n\n{TABLE}", taxonomy).get(("Revenues", HALF)) == value


def test_a_sentence_about_what_would_have_been_speaks_of_the_table_below_the_next_heading(taxonomy):
    said = "If the acquisition had been completed earlier, the operating results would have been as follows."
    assert facts(f"{said}\n\n{HEADING}\n\n{TABLE}", taxonomy) == {}


def said(sentences: str, taxonomy) -> dict[str, Decimal]:
    """The values of the facts of some sentences, by concept."""
    report = report_of(parse(f"{OPENING}## 1H FY2011 Results of Operation\n\n{sentences}\n", "release"), taxonomy)
    return {fact.point.concept: fact.occurrence.value for fact in report.facts}


@pytest.mark.parametrize("name", ["Operating margin", "The operating margin ratio"])
def test_a_margin_in_a_sentence_is_a_share_of_revenues(name, taxonomy):
    assert said(f"{name} was 5.0%.", taxonomy) == {"OperatingIncomePercentOfRevenue": Decimal("0.050")}


def test_a_margin_that_the_amounts_contradict_is_an_error(taxonomy):
    page = f"{OPENING}{HEADING}\n\n{TABLE}\n## 1H FY2011 Results of Operation\n\nOperating margin was 8.0%.\n"
    (found,) = prove(report_of(parse(page, "release"), taxonomy), taxonomy)
    assert (found.severity, found.code) == ("error", "open-relation")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dollar amounts are translated at JPY77.04 per US$1.00, the rate of September 30, 2011.", Decimal("77.04")),
        (
            "The yen amounts have been translated into U.S. dollars at the rate of JPY77.04 per US$1.00.",
            Decimal("77.04"),
        ),
        ("The results of IIJ America were translated at JPY79.80 per US$1.00, the average rate.", None),
        ("The average exchange rate was JPY79.80 per US$1.00.", None),
        ("Our plan assumes an exchange rate of JPY80.00 per US$1.00.", None),
    ],
)
def test_the_rate_of_the_convenience_translation(sentence, expected, taxonomy):
    assert said(sentence, taxonomy).get("ExchangeRate") == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("US$15.3	US$30.0", {"iso4217:USD": Decimal(30_000_000)}),
        ("US$15.3	30.0", {}),
        ("$15.3	$30.0", {}),
        ("USD1,180	USD2,310", {}),
        ("1,180	2,310", {"iso4217:JPY": Decimal(2_310_000_000)}),
    ],
)
def test_a_row_that_names_another_currency_throughout_is_in_it(cells, expected, taxonomy):
    page = f"{OPENING}{HEADING}\n\n{TABLE.replace('1,180	2,310', cells)}"
    found = report_of(parse(page, "release"), taxonomy).facts
    told = {
        fact.point.unit: fact.occurrence.value
        for fact in found
        if fact.point.concept == "OperatingIncome" and str(fact.point.period) == HALF
    }
    assert told == expected


def test_a_row_whose_cells_all_say_a_scale_is_in_it(taxonomy):
    page = f"{HEADING}\n\n{TABLE.replace('33,100	45,800', '33.1B	45.8B')}"
    assert facts(page, taxonomy)[("Revenues", HALF)] == 45_800


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("(ended June 30, 2011)", None),
        ("(ended September 30, 2011)", 45_800),
        ("of the fiscal year ending March 31, 2012", 45_800),
    ],
)
def test_a_title_that_says_another_end_than_the_columns_leaves_them_open(title, value, taxonomy):
    assert facts(f"{HEADING} {title}\n\n{TABLE}", taxonomy).get(("Revenues", HALF)) == value


@pytest.mark.parametrize(("head", "expected"), [("IIJ consolidated 1H11", 45_800), ("IIJ 1H11", None)])
def test_the_issuer_in_a_header_is_the_whole_group_where_it_says_so(head, expected, taxonomy):
    table = TABLE.replace("1H11", head)
    assert facts(f"{HEADING}\n\n{table}", taxonomy).get(("Revenues", HALF)) == expected


@pytest.mark.parametrize(
    "head", ["vs 1H10", "versus 1H10", "over 1H10", "from 1H10", "to 1H10", "compared to 1H10", "1H10 comparison"]
)
def test_what_is_compared_with_a_period_is_no_amount_of_it(head, taxonomy):
    table = TABLE.replace("1H10", head).replace("33,100", "12,700").replace("1,180", "1,130")
    assert set(facts(f"{HEADING}\n\n{table}", taxonomy)) == {("Revenues", HALF), ("OperatingIncome", HALF)}


def test_what_is_compared_with_a_period_beside_its_amounts_is_their_change(taxonomy):
    table = with_column("vs 1H10\tvs 1H10 (%)", "JPY millions\t%", "12,700\t38.4", "1,130\t95.8")
    found = changes(table, taxonomy)
    assert (found["RevenuesChangeAmount"], found["RevenuesChangePercent"]) == (12_700, Decimal("0.384"))


@pytest.mark.parametrize("row", ["--- hi-ho ---\t---\t---", "hi-ho\t-\t-"])
def test_the_name_of_another_with_dashes_beside_it_closes_what_follows(row, taxonomy):
    table = TABLE.replace("Operating Income", f"{row}\nOperating Income")
    found = facts(f"{HEADING}\n\n{table}", taxonomy)
    assert (found[("Revenues", HALF)], ("OperatingIncome", HALF) in found) == (45_800, False)
