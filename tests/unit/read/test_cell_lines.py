"""Tables with one cell a line: labels, and below each as many figures as the table has columns."""

from collections import Counter

import pytest

from examples import EXAMPLE
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import parse
from iij_xbrl.read.document import Paragraph, Table
from support import counted

TABLE = """\
Consolidated Statements of Income
1H10
1H11
REVENUES:
Network services
20,123,456
32,005,678
Systems integration
17,800,100
14,700,200
ATM operation business
-
(501,122)
Total revenues
38,414,556
47,207,000
"""
WRAPPED = "Net income attributable to\nInternet Initiative Japan Inc.\n859,300\n1,361,100\n"


def cells(text: str) -> list[list[str]]:
    """The cells of the only table of a text, by row."""
    (table,) = parse(text, "page").tables
    return [[cell.plain for cell in row.texts] for row in table.rows]


def labels(text: str) -> list[str]:
    """The labels of the only table of a text, its heads left out."""
    return [row[0] for row in cells(text) if row[0]]


def in_lines(table: Table) -> str:
    """A table with one cell a line, as a viewer copies it: nothing where a cell is empty."""
    return "\n".join(text.raw for row in table.rows for text in row.texts if text.raw)


def test_a_row_is_a_label_and_the_figures_below_it():
    assert cells(TABLE) == [
        ["", "1H10", "1H11"],
        ["REVENUES:", "", ""],
        ["Network services", "20,123,456", "32,005,678"],
        ["Systems integration", "17,800,100", "14,700,200"],
        ["ATM operation business", "-", "(501,122)"],
        ["Total revenues", "38,414,556", "47,207,000"],
    ]


def test_the_place_of_a_cell_is_its_own_line():
    (table,) = parse(TABLE, "page").tables
    assert [str(text.span.origin) for text in table.rows[2].texts] == ["5:1", "6:1", "7:1"]


def test_lines_above_the_heads_are_no_part_of_the_table():
    first, *_ = parse(TABLE, "page").blocks
    assert isinstance(first, Paragraph)
    assert [line.plain for line in first.lines] == ["Consolidated Statements of Income"]


@pytest.mark.parametrize("between", ["\n\n", "\n\n\n"])
def test_empty_lines_may_stand_between_all_cells(between):
    assert cells(TABLE.replace("\n", between)) == cells(TABLE)


def test_a_row_of_units_stands_below_the_heads_that_are_no_percents():
    text = "1H10\n1H11\nYoY % change\nJPY millions\nJPY millions\n" + "".join(
        f"{label}\n{earlier}\n{later}\n{change}\n"
        for label, earlier, later, change in [
            ("Network services", "20,686", "31,321", "51.4"),
            ("Systems integration", "12,991", "14,714", "13.3"),
            ("Equipment sales", "372", "610", "63.7"),
        ]
    )
    assert cells(text)[:3] == [
        ["", "1H10", "1H11", "YoY % change"],
        ["", "JPY millions", "JPY millions", ""],
        ["Network services", "20,686", "31,321", "51.4"],
    ]


def test_a_line_above_years_spans_them():
    text = TABLE.replace("1H10\n1H11\nREVENUES:", "Six months ended September 30,\n2010\n2011")
    (table,) = parse(text, "page").tables
    assert cells(text)[:2] == [["", "Six months ended September 30,"], ["", "2010", "2011"]]
    assert [cell.colspan for cell in table.rows[0].cells] == [1, 2]


@pytest.mark.parametrize(
    ("printed", "instead"),
    [
        ("17,800,100\n", ""),
        ("17,800,100\n", "\n"),
        ("17,800,100\n", "n/a\n"),
        ("17,800,100\n", "¥\n17,800,100\n"),
        ("17,800,100\n", "(17,800,100\n)\n"),
        ("17,800,100\n", "5\n17,800,100\n"),
        ("Systems integration\n", ""),
        ("14,700,200\nATM operation business\n-\n", "ATM operation business\n14,700,200\n-\n"),
    ],
    ids=["lost", "empty", "word", "sign apart", "bracket apart", "note", "label lost", "moved"],
)
def test_a_row_of_another_count_of_figures_makes_it_no_table(printed, instead):
    assert not parse(TABLE.replace(printed, instead), "page").tables


@pytest.mark.parametrize(
    "heads",
    [
        "1H09\n1H10\n1H11",
        "1H11",
        "Actual\nTarget",
        "1H10\nChange",
        "1H11\n1H11",
        "April 1, 2011 to\nSeptember 30, 2011",
        "1st half\nFY2010\n1st half\nFY2011",
        "Three months ended September 30,\nSix months ended September 30,\n2010\n2011",
        "2010\n2012",
    ],
)
def test_heads_that_are_not_one_for_each_column_make_it_no_table(heads):
    assert not parse(TABLE.replace("1H10\n1H11", heads), "page").tables


@pytest.mark.parametrize("rest", ["(forecast)", "Forecast", "FORECAST", "to date"])
@pytest.mark.parametrize("heads", ["1H10\n1H11", "Six months ended September 30,\n2010\n2011"])
def test_what_may_be_the_rest_of_the_last_head_makes_it_no_table(heads, rest):
    assert not parse(TABLE.replace("1H10\n1H11\nREVENUES:", f"{heads}\n{rest}"), "page").tables


def test_a_table_ends_where_a_label_may_run_over_two_lines():
    assert labels(f"{TABLE}{WRAPPED}Net income\n758,200\n1,312,000\n") == labels(TABLE)


@pytest.mark.parametrize(
    "rest", ["attributable to IIJ\n", "attributable to IIJ\n## Notes\n", "(loss)\nBasic\n4.2\n6.7\n"]
)
def test_a_row_whose_label_may_go_on_below_its_figures_is_left_out(rest):
    assert labels(f"{TABLE}Net income\n758,200\n1,312,000\n{rest}") == labels(TABLE)


@pytest.mark.parametrize("heads", ["March 31, 2011\nSeptember 30, 2011", "Japan\nOverseas", "JAPAN\nOVERSEAS"])
def test_a_table_ends_in_front_of_other_heads(heads):
    first, *others = parse(f"{TABLE}\nSelected data\n{heads}\nCash\n13,314,000\n10,974,000\n", "page").tables
    assert (len(first.rows), others) == (6, [])


def test_tables_that_follow_each_other_keep_their_own_heads():
    second = TABLE.replace("1H10\n1H11", "2Q10\n2Q11").replace("Consolidated", "Quarterly")
    first, other = parse(f"{TABLE}\n{second}", "page").tables
    assert [[cell.plain for cell in table.rows[0].texts] for table in (first, other)] == [
        ["", "1H10", "1H11"],
        ["", "2Q10", "2Q11"],
    ]


@pytest.mark.parametrize("number", ["\n3\n\n", "- 3 -\n"])
def test_a_table_ends_at_the_number_of_a_page(number):
    text = TABLE.replace("Total revenues", f"{number}Total revenues")
    assert labels(text) == ["REVENUES:", "Network services", "Systems integration", "ATM operation business"]


@pytest.mark.parametrize(
    "text",
    [
        "Targets of 1H11\n\n1\nRevenues\n2\nCosts\n3\nNet income\n",
        "1H10\n1H11\nNetwork services\nTotal revenues\n20,123,456\n38,414,556\n32,005,678\n47,207,000\n",
        "1H10\n1H11\nNetwork services\n20,123,456\n32,005,678\nTotal revenues\n38,414,556\n47,207,000\n",
    ],
    ids=["list", "column by column", "two rows"],
)
def test_other_lists_of_numbers_are_no_table(text):
    assert not parse(text, "page").tables


def test_tables_of_another_form_are_not_touched():
    pipes = "| | 1H10 | 1H11 |\n|---|---|---|\n| Total revenues | 34,272 | 47,207 |\n"
    tabs = "\t1H10\t1H11\nTotal revenues\t34,272\t47,207\n"
    spaces = "                  1H10    1H11\nTotal revenues  34,272  47,207\nNet income         758   1,312\n"
    assert [len(table.rows) for table in parse(f"{pipes}\n{TABLE}\n{tabs}\n{spaces}", "page").tables] == [2, 6, 2, 3]


def test_each_of_many_tables_is_found():
    assert len(parse(TABLE * 100, "page").tables) == 100


def test_a_release_in_this_form_has_the_facts_of_its_tables(as_text, taxonomy):
    source = EXAMPLE.read_text(encoding="utf-8").split("\n")
    changed = 0
    for table in parse("\n".join(source), "release").tables:
        text = in_lines(table)
        own = parse(text, "table").tables
        lines = [at for row in table.rows if (at := row.span.origin.line)]
        if own and len(own[0].rows) == len(table.rows):
            source[min(lines) - 1 : max(lines)] = [text.replace("\n", "\v")] + [""] * (max(lines) - min(lines))
            changed += 1
    found = counted(report_of(parse("\n".join(source).replace("\v", "\n"), "release"), taxonomy))
    assert changed >= 10
    assert found - as_text == Counter()
    assert as_text - found == Counter()
