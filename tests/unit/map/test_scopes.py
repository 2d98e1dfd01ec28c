"""Every word of a title, header, group and heading counts: what is not understood closes what stands below it."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse, read
from iij_xbrl.report import Report
from support import INCOME, compiled, facts, report, unmapped, values

PROSE = """\
headings: [Toyco Cloud developments]
phrases:
- Revenues: [revenues]
- OperatingIncome: [operating income]
"""
HALF = "2011-04-01/2011-09-30"
TABLE = "\t1H10\t1H11\n\tJPY millions\tJPY millions\nTotal revenues\t33,100\t45,800\nOperating income\t1,180\t2,310\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("scopes"), INCOME, prose=PROSE)


def revenues(page: str, taxonomy) -> str | None:
    """Total revenues of the first half of 2011, in millions, as a page tells them; None where no fact is read."""
    found = values(report(page, taxonomy), "Revenues").get(HALF)
    return found and str(int(found) // 1_000_000)


@pytest.mark.parametrize(
    "title",
    [
        "Statements of income",
        "Consolidated Statements of Income (Unaudited)",
        "1. Condensed Quarterly Consolidated Statements of Income",
        "Test Co. Statements of Income for the Six Months Ended September 30, 2011",
        "Summary of Financial Results",
        "(2) Key Financial Data: Statements of Income",
    ],
)
def test_neutral_words_around_a_title_change_nothing(taxonomy, title):
    assert revenues(f"## {title}\n\n{TABLE}", taxonomy) == "45800"


@pytest.mark.parametrize(
    "title",
    [
        "Non-Consolidated Statements of Income",
        "Non consolidated Statements of Income (Unaudited)",
        "Parent Company Only Statements of Income",
        "Statements of Income of Toyshop Inc.",
        "Statements of Income (excluding Toyshop)",
        "Statements of Income - Budget",
        "Pro forma Statements of Income",
        "Adjusted Statements of Income",
        "Statements of Income (Before restatement)",
        "Industry average: Statements of Income",
        "Statements of Income, Segment A",
        "Statements of Income from Discontinued Operations",
        "Statements of Income at constant currency",
        "Toyshop Subsidiary: Statements of Income",
    ],
)
@pytest.mark.parametrize("style", ["## {}\n\n", "**{}**\n\n", "{}\n\n", "**Test Co.**\n**{}**\n(Unaudited)\n\n"])
def test_a_word_of_a_title_that_is_not_understood_closes_its_table(taxonomy, title, style):
    assert revenues(style.format(title) + TABLE, taxonomy) is None


def test_the_reason_quotes_the_words(taxonomy):
    page = f"## Statements of Income (excluding Toyshop)\n\n{TABLE}"
    assert unmapped(report(page, taxonomy))["45,800"].endswith("that the taxonomy does not know: 'excluding Toyshop'")


def test_a_heading_closes_the_headings_below_it(taxonomy):
    below = f"# Results of Toyshop Inc.\n\n## Statements of income\n\n{TABLE}"
    assert revenues(below, taxonomy) is None
    assert revenues(f"{below}\n# Consolidated results\n\n## Statements of income\n\n{TABLE}", taxonomy) == "45800"


def test_a_title_without_a_level_closes_until_the_issuer_is_named_again(taxonomy):
    other = f"**Toyshop Inc.**\n\n**Statements of income**\n\n{TABLE}"
    assert revenues(other, taxonomy) is None
    assert revenues(f"{other}\n**Statements of income**\n\n{TABLE}", taxonomy) is None
    assert revenues(f"{other}\n**Test Co.**\n**Statements of income**\n\n{TABLE}", taxonomy) == "45800"


def test_a_qualified_title_closes_its_own_table_only(taxonomy):
    page = f"**Statements of income (Budget)**\n\n{TABLE}\n**Statements of income**\n\n{TABLE}"
    assert revenues(page, taxonomy) == "45800"
    assert len(unmapped(report(page, taxonomy))) == 4


@pytest.mark.parametrize(
    "header",
    ["1H11 Budget", "Adjusted 1H11", "Toyshop 1H11", "1H11 (as restated)", "Industry 1H11", "1H11 excluding Toyshop"],
)
def test_a_word_of_a_header_closes_its_column_alone(taxonomy, header):
    page = f"## Statements of income\n\n{TABLE}".replace("1H11", header)
    assert revenues(page, taxonomy) is None
    assert values(report(page, taxonomy), "Revenues") == {"2010-04-01/2010-09-30": "33100000000"}


@pytest.mark.parametrize("corner", ["Budget", "Parent only", "Pro forma", "Toyshop Inc.", "Targets", "Forecast"])
def test_what_the_header_says_above_the_labels_is_said_of_all_columns(taxonomy, corner):
    page = f"## Statements of income\n\n{corner}{TABLE}"
    assert not list(facts(report(page, taxonomy)))


@pytest.mark.parametrize("corner", ["Results", "Item", "(Unaudited)", "Statements of income"])
def test_a_corner_that_says_nothing_else_closes_nothing(taxonomy, corner):
    assert revenues(f"## Statements of income\n\n{corner}{TABLE}", taxonomy) == "45800"


@pytest.mark.parametrize("remark", ["Budget", "Restated", "Excluding Toyshop", "Target"])
def test_a_remark_beside_the_figures_of_a_row_closes_it(taxonomy, remark):
    rows = ["\tRemarks\t1H10\t1H11", "\t\tJPY millions\tJPY millions", f"Total revenues\t{remark}\t33,100\t45,800"]
    page = "\n".join(["## Statements of income\n", *rows, "Operating income\t\t1,180\t2,310\n"])
    assert revenues(page, taxonomy) is None
    assert len(values(report(page, taxonomy), "OperatingIncome")) == 2
    assert revenues(page.replace(remark, "Unaudited"), taxonomy) == "45800"


@pytest.mark.parametrize("remark", ["Budget", "Restated", "Excluding Toyshop", "Target"])
def test_a_remark_in_the_last_row_closes_its_table(taxonomy, remark):
    assert revenues(f"## Statements of income\n\n{TABLE}{remark}\t\t\n", taxonomy) is None
    assert revenues(f"## Statements of income\n\n{TABLE}Unaudited\t\t\n", taxonomy) == "45800"


def test_a_header_that_spans_columns_closes_them(taxonomy):
    page = f"## Statements of income\n\n\tNon-consolidated\t\n{TABLE}"
    assert not list(facts(report(page, taxonomy)))


@pytest.mark.parametrize("group", ["(Reference) Non-consolidated", "(Parent company alone)"])
def test_a_group_row_in_parentheses_may_go_on_with_the_label_above_and_closes_what_follows(taxonomy, group):
    head, rest = TABLE.split("Operating income")
    page = f"## Statements of income\n\n{head}{group}\t\t\nOperating income{rest}"
    assert values(report(page, taxonomy), "OperatingIncome") == {}


@pytest.mark.parametrize("group", ["Budget", "Toyshop Inc.:", "Non-consolidated", "Retail division", "Pro forma:"])
def test_a_group_row_closes_what_follows(taxonomy, group):
    head, rest = TABLE.split("Operating income")
    page = f"## Statements of income\n\n{head}{group}\t\t\nOperating income{rest}"
    assert revenues(page, taxonomy) == "45800"
    assert values(report(page, taxonomy), "OperatingIncome") == {}


@pytest.mark.parametrize(
    "upper",
    ["Depreciation charged to", "Share of losses not included in", "Taxes and other items deducted from", "Part of"],
)
def test_a_label_that_begins_in_the_row_above_is_not_its_last_line(taxonomy, upper):
    head, rest = TABLE.split("Operating income")
    page = f"## Statements of income\n\n{head}{upper}\t\t\nOperating income{rest}Net income\t840\t1,290\n"
    found = report(page, taxonomy)
    assert values(found, "OperatingIncome") == {}
    assert values(found, "NetIncome")[HALF] == "1290000000"


@pytest.mark.parametrize("lower", ["of Toyshop Inc.", "(before special items)", "from discontinued operations"])
def test_a_label_that_goes_on_in_the_row_below_is_not_its_first_line(taxonomy, lower):
    page = f"## Statements of income\n\n{TABLE}{lower}\t\t\n"
    assert values(report(page, taxonomy), "OperatingIncome") == {}
    assert revenues(page, taxonomy) == "45800"


SENTENCE = "Revenues were JPY45,800 million."


@pytest.mark.parametrize("item", ["Budget", "Non-consolidated", "Toyshop Inc.", "Excluding Toyshop Inc."])
def test_an_item_of_a_list_that_names_another_scope_closes_those_below_it(taxonomy, item):
    head = "## 1H11 results\n\n"
    assert revenues(f"{head}- {item}\n  - {SENTENCE}\n", taxonomy) is None
    assert revenues(f"{head}- {item}\n\n- {SENTENCE}\n", taxonomy) is None
    assert revenues(f"{head}- {SENTENCE}\n\n- {item}\n", taxonomy) == "45800"


def test_a_dash_within_a_line_makes_no_item_of_it(taxonomy):
    assert revenues(f"## 1H11 results\n\nsee Toyshop Inc. - below\n\n{SENTENCE}\n", taxonomy) == "45800"


@pytest.mark.parametrize("heading", ["1H11 results", "Toyco Cloud developments for 1H11", "1H11 Financial Condition"])
def test_sentences_below_known_headings_are_read(taxonomy, heading):
    assert revenues(f"## {heading}\n\n{SENTENCE}\n", taxonomy) == "45800"


@pytest.mark.parametrize(
    "heading",
    [
        "1H11 results of Toyshop Inc. (subsidiary)",
        "Non-consolidated results for 1H11",
        "1H11 pro forma results, as if Toyshop had been acquired before",
        "Industry overview of 1H11",
        "1H11 results of our parent",
    ],
)
@pytest.mark.parametrize("style", ["## {}\n\n", "**{}**\n\n", "**{}**\n"])
def test_sentences_below_other_headings_are_not(taxonomy, heading, style):
    page = f"## 1H11 results\n\n{style.format(heading)}{SENTENCE}\n"
    assert revenues(page, taxonomy) is None
    assert "45,800" in unmapped(report(page, taxonomy))


def test_a_title_misread_below_itself_closes_nothing(taxonomy):
    assert revenues(f"## Statements of Income\n\nStatamonts ot Incone\n\n{TABLE}", taxonomy) == "45800"


def test_other_words_below_a_title_close_what_follows(taxonomy):
    assert revenues(f"## Statements of Income\n\nBudgets by Region\n\n{TABLE}", taxonomy) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The following table shows the results of Otherco Inc.",
        "The statements of the parent company are as follows.",
        "The figures below are before retrospective adjustment.",
        "The table below illustrates a planned merger.",
    ],
)
def test_a_sentence_that_points_at_a_table_and_speaks_of_something_else_closes_it(taxonomy, sentence):
    assert revenues(f"## Statements of income\n\n{sentence}\n\n{TABLE}", taxonomy) is None


def test_a_sentence_that_points_at_a_table_of_the_issuer_changes_nothing(taxonomy):
    text = "The following table summarizes our results in accordance with GAAP."
    assert revenues(f"## Statements of income\n\n{text}\n\n{TABLE}", taxonomy) == "45800"


@pytest.mark.parametrize("headers", [("1H10 (pro forma)", "1H11"), ("1H10", "1H11 (budget)")])
def test_a_change_is_closed_with_the_columns_that_it_compares(taxonomy, headers):
    rows = "\tJPY millions\tJPY millions\t\nTotal revenues\t33,100\t45,800\t38.4\n"
    found = report(f"## Statements of income\n\n\t{headers[0]}\t{headers[1]}\tYoY % change\n{rows}", taxonomy)
    assert values(found, "RevenuesChangePercent") == {}


def test_a_header_that_names_another_company_closes_its_column(taxonomy):
    table = TABLE.replace("1H11", "1H11 Otherco Inc.", 1)
    assert revenues(f"## Statements of income\n\n{table}", taxonomy) is None


def test_a_head_of_changes_that_names_the_period_gives_none_to_the_column_without_head(taxonomy):
    units = "\tJPY millions\tJPY millions\tJPY millions\n"
    rows = f"\t1H10\t1H11 YoY % change\t\n{units}Total revenues\t33,100\t45,800\t38.4\n"
    assert revenues(f"## Statements of income\n\n### 1H10 and 1H11\n\n{rows}", taxonomy) is None


@pytest.mark.parametrize("heading", ["Toyshop Inc.", "Budget", "Non-consolidated"])
def test_a_heading_right_above_one_of_its_level_speaks_of_what_stands_below_both(taxonomy, heading):
    assert revenues(f"## {heading}\n\n## Statements of income\n\n{TABLE}", taxonomy) is None
    between = "The budget is decided in April."
    assert revenues(f"## {heading}\n\n{between}\n\n## Statements of income\n\n{TABLE}", taxonomy) == "45800"


@pytest.mark.parametrize("title", ["## Statements of income\n\n({})", "## Statements of income ({})"])
@pytest.mark.parametrize("unit", ["JPY billions", "Thousands of yen", "Thousands of U.S. dollars"])
def test_a_unit_above_that_no_column_has_closes_the_table(taxonomy, title, unit):
    assert revenues(f"{title.format(unit)}\n\n{TABLE}", taxonomy) is None


@pytest.mark.parametrize("unit", ["JPY millions", "Millions of yen", "in millions"])
def test_a_unit_above_that_a_column_has_changes_nothing(taxonomy, unit):
    assert revenues(f"## Statements of income\n\n({unit})\n\n{TABLE}", taxonomy) == "45800"


@pytest.mark.parametrize("group", ["Percentage of revenues", "% of total revenues", "As a percentage of revenues"])
def test_an_amount_among_percentages_is_none(taxonomy, group):
    rows = TABLE.replace("Operating income", f"Total costs\t31,920\t43,490\n{group}\t\t\nOperating income")
    found = report(f"## Statements of income\n\n{rows}", taxonomy)
    assert "heads percentages" in unmapped(found)["2,310"]
    assert values(found, "Revenues")[HALF] == "45800000000"


@pytest.mark.parametrize("headers", [("Shops 1H10", "Shops 1H11"), ("1H10 total costs", "1H11 total costs")])
def test_a_header_that_names_a_line_beside_its_period_closes_its_column(tmp_path_factory, headers):
    places = INCOME.replace("- Costs:", "- Shops: {en: Shops, ja: 店舗}\n- Costs:")
    taxonomy = compiled(tmp_path_factory.mktemp("headed"), places, prose=PROSE)
    page = f"## Statements of income\n\n{TABLE.replace('1H10', headers[0]).replace('1H11', headers[1])}"
    assert revenues(page, taxonomy) is None


@pytest.mark.parametrize(
    "text",
    [
        "Joint venture (50%)",
        "The table shows Toyshop.",
        "Amounts are in hundreds of millions of yen.",
        "The columns are in reverse order.",
        "These figures assume a merger.",
        "Amounts below are internal figures before audit adjustments.",
        "* Toyshop",
        "Table 3: Toyshop Networks",
        "The combined results of our investees were as follows.",
        "For reference purposes only.",
        "Effects of the merger are removed.",
        "These unaudited pro forma results assume an earlier purchase.",
        "- Webco",
        "- Toyshop Networks\n\n(JPY millions)",
    ],
)
def test_a_text_right_above_a_table_that_speaks_of_it_counts_with_each_word(taxonomy, text):
    assert revenues(f"## Statements of income\n\n{text}\n\n{TABLE}", taxonomy) is None


@pytest.mark.parametrize(
    "text",
    [
        "The table below presents our consolidated results.",
        "Amounts are rounded.",
        "The following table sets forth total revenues and operating income.",
        "We opened three shops in the half.",
        "Total revenues rose thanks to new customers.",
        "* Opened 34 stores in the half",
        "(JPY millions)",
        "(Unaudited)",
    ],
)
def test_a_text_right_above_a_table_that_is_understood_or_speaks_of_something_else(taxonomy, text):
    assert revenues(f"## Statements of income\n\n{text}\n\n{TABLE}", taxonomy) == "45800"


def test_a_change_of_columns_that_nothing_tells_apart_is_none(taxonomy):
    rows = "\t{}\t{}\tYoY % change\n\tJPY millions\tJPY millions\t\nTotal revenues\t33,100\t45,800\t38.4\n"
    apart = report(f"## Statements of income\n\n{rows.format('1H10', '1H11')}", taxonomy)
    assert values(apart, "RevenuesChangePercent") == {HALF: "0.384"}
    found = report(f"## Statements of income for 1H11\n\n{rows.format('Actual', 'Results')}", taxonomy)
    assert values(found, "RevenuesChangePercent") == {}


@pytest.mark.parametrize("place", ["## Webco\n\n{}", "## Statements of income\n\n{}Webco:\t\t\nNet income\t11\t22\n"])
def test_what_stands_below_the_name_of_a_company_of_the_group_is_not_the_issuers(taxonomy, place):
    found = report(place.format(TABLE), taxonomy)
    assert values(found, "NetIncome" if "Net income" in place else "Revenues") == {}


@pytest.mark.parametrize(
    "header", ["YoY % change of 2Q", "% change over 2 years", "% Change (USD)", "Annualized % change", "YoY % change"]
)
def test_a_change_of_another_span_or_currency_is_not_that_of_the_amounts(taxonomy, header):
    units = "\tJPY millions\tJPY millions\t\n"
    rows = "Total revenues\t33,100\t45,800\t38.4\nOperating income\t1,180\t2,310\t95.8\n"
    found = report(f"## Statements of income\n\n\t1H10\t1H11\t{header}\n{units}{rows}", taxonomy)
    assert values(found, "RevenuesChangePercent") == ({HALF: "0.384"} if header == "YoY % change" else {})


@pytest.mark.parametrize("title", ["**Parent Company Only**", "**Test Co.**\n\n**Webco**"])
def test_a_heading_right_below_a_bold_title_stands_below_it(taxonomy, title):
    assert not revenues(f"{title}\n\n### Statements of income\n\n{TABLE}", taxonomy)
    assert revenues(f"{title}\n\nThe shops sold toys.\n\n### Statements of income\n\n{TABLE}", taxonomy) == "45800"


@pytest.mark.parametrize("label", ["Operating income (loss)", "OPERATING INCOME (LOSSES)"])
@pytest.mark.parametrize(("cell", "value"), [("2,310", "2310000000"), ("(2,310)", "-2310000000")])
def test_a_line_that_names_its_opposite_as_well_has_the_sign_of_its_figures(taxonomy, label, cell, value):
    table = TABLE.replace("Operating income", label).replace("2,310", cell)
    found = report(f"## Statements of income\n\n{table}", taxonomy)
    assert values(found, "OperatingIncome")[HALF] == value


def test_audited_columns_are_the_issuers(taxonomy):
    table = TABLE.replace("1H10", "1H10 (audited)")
    assert revenues(f"## Statements of income\n\n{table}", taxonomy) == "45800"


@pytest.mark.parametrize(
    ("name", "is_read"), [("Sheet1", True), ("PL", True), ("Budget", False), ("Parent only", False), ("Targets", False)]
)
def test_the_name_of_a_sheet_may_say_another_scope(taxonomy, tmp_path, name, is_read):
    found = of_sheet(name, [["Statements of income"], []], tmp_path, taxonomy)
    assert bool(values(found, "Revenues")) == is_read


def of_sheet(name: str, above: list[list[str]], tmp_path: Path, taxonomy) -> Report:
    """The report of a workbook with one sheet: rows, and the table below them."""
    book = Workbook()
    book.active.title = name
    for row in (*above, *(line.split("\t") for line in TABLE.splitlines())):
        book.active.append([float(cell.replace(",", "")) if cell[-3:].isdigit() else cell for cell in row])
    book.save(tmp_path / "release.xlsx")
    return report_of(read(tmp_path / "release.xlsx"), taxonomy)


@pytest.mark.parametrize(("title", "is_read"), [("FY2011 Targets (announced in May)", True), ("Toys", False)])
def test_a_sheet_of_several_titles_may_be_named_by_its_first(taxonomy, tmp_path, title, is_read):
    above = [[title], [], ["We keep them."], [], ["Statements of income"], []]
    found = of_sheet("FY2011 Targets", above, tmp_path, taxonomy)
    assert bool(values(found, "Revenues")) == is_read


@pytest.mark.parametrize(
    ("remark", "value"),
    [
        ("(Amounts of less than JPY one million are rounded)", "45800"),
        ("(Amounts less than 1 million yen have been truncated)", "45800"),
        ("(Amounts of less than JPY one million of Toyshop are rounded)", None),
    ],
)
def test_a_title_that_says_how_figures_are_rounded_says_nothing_else(taxonomy, remark, value):
    assert revenues(f"### {remark}\n\n#### Statements of income\n\n{TABLE}", taxonomy) == value


@pytest.mark.parametrize(("again", "value"), [("Statenents af incone", "45800"), ("Statements of Toyshop", None)])
def test_a_heading_that_a_conversion_read_twice_is_one(taxonomy, again, value):
    assert revenues(f"## Statements of income\n\n## {again}\n\n{TABLE}", taxonomy) == value


@pytest.mark.parametrize("header", ["1H11 As announced", "1H11 announced", "1H11 (IFRS)", "1H11 (under IFRS)"])
def test_figures_as_announced_and_under_another_standard_are_others(taxonomy, header):
    assert revenues(f"## Statements of income\n\n{TABLE.replace('1H11', header)}", taxonomy) is None


@pytest.mark.parametrize(
    "said", ["# Test Co. 1H11 results (IFRS)\n\n", "Figures are prepared in accordance with IFRS.\n\n"]
)
def test_a_standard_that_the_document_is_under_is_neutral(taxonomy, said):
    page = f"{said}## Statements of income (IFRS)\n\n{TABLE}"
    assert revenues(page, taxonomy) == "45800"


def test_a_remark_that_speaks_of_a_forecast_leaves_open_whether_figures_are_one(taxonomy):
    page = f"## Statements of income\n\n(as of the date of our forecast)\n\n{TABLE}"
    assert revenues(page, taxonomy) is None


@pytest.mark.parametrize("row", ["Less:", "Add", "Of which:", "Deduct:"])
def test_lines_below_a_word_that_takes_them_from_the_line_above_are_no_lines(taxonomy, row):
    table = TABLE.replace("Operating income", f"{row}\t\t\nOperating income")
    page = f"## Statements of income\n\n{table}"
    assert revenues(page, taxonomy) == "45800"
    assert not values(report(page, taxonomy), "OperatingIncome")


@pytest.mark.parametrize(
    "text",
    [
        "1H11 stands for January 1, 2011 to June 30, 2011.",
        '"1H" denotes the calendar half year, January to June.',
    ],
)
def test_a_name_that_the_page_defines_otherwise_is_no_half_year(taxonomy, text):
    assert revenues(f"{text}\n\n## Statements of income\n\n{TABLE}", taxonomy) is None


def test_a_period_that_is_said_to_be_alone_is_that_period(taxonomy):
    page = f"## Statements of income\n\n{TABLE.replace('1H11', '1H11 only')}"
    assert revenues(page, taxonomy) == "45800"


@pytest.mark.parametrize(
    "title",
    [
        "Non-consolidated results",
        "Results of the parent company",
        "hi-ho Inc.",
        "hi-ho Inc.:",
        "Before restatement:",
        "For the parent company alone:",
        "Results excluding IIJ-Global",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("text", ["Revenues were JPY24,900 million.", "- Revenues: JPY24,900 million"])
def test_plain_lines_close_what_stands_below_as_titles_do(title, gap, text):
    page = f"Internet Initiative Japan Inc.\n1H FY2011 Consolidated Financial Results\n\n{title}{gap}{text}\n"
    found = report_of(parse(page, "release.txt"), load_taxonomy())
    assert not found.facts
    assert "24,900" in {item.text for item in found.leftovers if item.status == "unmapped"}


@pytest.mark.parametrize(
    "heads", ["1H11\tEliminations\t1H11 net", "1H11\tIntercompany\tTotal", "1H11\tAdjustments\tConsolidated"]
)
def test_a_column_in_front_of_eliminations_and_their_total_is_open(heads):
    page = f"""Internet Initiative Japan Inc.

### Operating Results Summary

\t{heads}
\tJPY millions\tJPY millions\tJPY millions
Total Revenues\t33,100\t(45)\t33,055
Operating Income\t1,180\t2\t1,182
"""
    assert not report_of(parse(page, "release.txt"), load_taxonomy()).facts


def of_release(page):
    return {fact.occurrence.text for fact in report_of(parse(page, "release.txt"), load_taxonomy()).facts}


ISSUED = "Internet Initiative Japan Inc.\n\n"
SUMMARY = "\t1H10\t1H11\n\tJPY millions\tJPY millions\nTotal Revenues\t33,100\t45,800\nOperating Income\t1,180\t2,310\n"


def test_a_part_in_percent_closes_the_table_below():
    assert not of_release(f"{ISSUED}### Operating Results Summary (50% share)\n\n{SUMMARY}")
    assert of_release(f"{ISSUED}### Operating Results Summary (% is YoY)\n\n{SUMMARY}")


@pytest.mark.parametrize("mark", ["x", "***", "?", "not disclosed", "#REF!", "same"])
def test_a_mark_in_place_of_a_figure_leaves_the_others(mark):
    page = f"{ISSUED}### Operating Results Summary\n\n{SUMMARY.replace('1,180', mark)}"
    assert of_release(page) == {"33,100", "45,800", "2,310"}


@pytest.mark.parametrize(
    "unit",
    [
        "Unit: JPY million unless otherwise indicated",
        "(JPY millions, unless otherwise stated)",
        "(Millions of yen; unaudited)",
        "JPY millions",
    ],
)
def test_units_with_what_all_say_beside_them(unit):
    rows = SUMMARY.replace("\tJPY millions\tJPY millions\n", "")
    assert of_release(f"{ISSUED}### Operating Results Summary\n\n{unit}\n\n{rows}") == {
        "33,100",
        "45,800",
        "1,180",
        "2,310",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Revenues were JPY45,800 million. These figures are those of the parent company alone.",
        "Revenues were JPY45,800 million; this figure is a forecast.",
        "Revenues were JPY45,800 million.\n\nThe above amounts exclude IIJ-Global.",
        "Revenues were JPY45,800 million, excluding IIJ-Global.",
        "Revenues were JPY45,800 million?",
        '"Revenues were JPY45,800 million", a newspaper wrote.',
    ],
)
def test_what_is_said_behind_a_figure_counts(text):
    assert not of_release(f"{ISSUED}## 1H11 Results of Operation\n\n{text}\n")


def test_what_is_said_behind_of_nothing_else_leaves_it():
    text = "Revenues were JPY45,800 million. These figures are unaudited and consolidated."
    assert of_release(f"{ISSUED}## 1H11 Results of Operation\n\n{text}\n") == {"45,800"}


@pytest.mark.parametrize("title", ["Market environment", "*Cloud unit*", "COMPETITION", "Industry trends", "Outlook"])
@pytest.mark.parametrize("text", ["Revenues were JPY45,800 million.", "- Revenues: JPY45,800 million"])
def test_a_few_unknown_words_that_stand_alone_close_the_text_below(title, text):
    page = f"{ISSUED}## 1H11 Results of Operation\n\n{title}\n\n{text}\n"
    assert not of_release(page)


@pytest.mark.parametrize(
    "text",
    [
        "- Plan\n- Revenues: JPY45,800 million",
        "- SI\n  - Revenues: JPY14,200 million",
        "* Q2\n  * Revenues: JPY23,100 million",
    ],
)
def test_an_item_that_is_a_name_speaks_for_those_below_it(text):
    assert not of_release(f"{ISSUED}## 1H11 Results of Operation\n\n{text}\n")


def test_a_lead_in_with_a_forecast_speaks_for_its_list():
    page = f"{ISSUED}### Operating Results Summary\n\n{SUMMARY}\n## 1H11 Results of Operation\n\n"
    page += "Forecast for FY2011:\n- Revenues: JPY97,000 million\n"
    *_, fact = report_of(parse(page, "release.txt"), load_taxonomy()).facts
    assert (str(fact.point.period), dict(fact.point.dimensions)) == (
        "2011-04-01/2012-03-31",
        {"ForecastAxis": "ForecastMember"},
    )


def test_the_name_of_a_company_right_above_a_heading_closes_what_is_below_it():
    assert not of_release(f"{ISSUED}hi-ho Inc.\n\n### Operating Results Summary\n\n{SUMMARY}")
