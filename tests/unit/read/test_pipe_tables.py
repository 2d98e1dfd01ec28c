"""Markdown pipe tables."""

import pytest

from iij_xbrl.read import parse
from iij_xbrl.read.document import Paragraph


def cells(source: str) -> list[list[str]]:
    (table,) = parse(source, "r").tables
    return [[cell.plain.strip() for cell in row.texts] for row in table.rows]


BARE = "Total Revenues | 34,272 | 47,207"


@pytest.mark.parametrize("line", [f"| {BARE} |", f"| {BARE}", f"  | {BARE} |"])
def test_pipes_separate_the_cells_of_a_row(line):
    assert cells(line) == [["Total Revenues", "34,272", "47,207"]]


@pytest.mark.parametrize("last", ["", " |"])
def test_a_table_without_leading_pipes_is_known_by_its_delimiter_row(last):
    source = f"Line | 1H10 | 1H11{last}\n--- | ---: | ---:{last}\n{BARE}{last}"
    assert cells(source) == [["Line", "1H10", "1H11"], ["Total Revenues", "34,272", "47,207"]]


@pytest.mark.parametrize("delimiter", ["|---|---:|:---:|", "| --- | --- | --- |", "|-|-|-|"])
def test_the_delimiter_row_is_no_row(delimiter):
    assert cells(f"| | 1H10 | 1H11 |\n{delimiter}\n| Revenues | 34,272 | 47,207 |") == [
        ["", "1H10", "1H11"],
        ["Revenues", "34,272", "47,207"],
    ]


def test_a_row_of_dashes_only_in_its_figures_is_a_row():
    assert cells("| Impairment loss | - | - |") == [["Impairment loss", "-", "-"]]


def test_an_escaped_pipe_is_text():
    assert cells(r"| Revenues \| Sales | 34,272 |") == [["Revenues  | Sales", "34,272"]]


def test_an_escaped_pipe_at_the_end_closes_no_cell():
    (table,) = parse(r"| Revenues | 34,272 \|", "r").tables
    assert [cell.raw for cell in table.rows[0].texts] == ["Revenues", r"34,272 \|"]


def test_an_empty_cell_keeps_its_column():
    assert cells("| BASIC SHARES | 202,605 | | 202,684 |") == [["BASIC SHARES", "202,605", "", "202,684"]]


def test_a_pipe_in_running_text_makes_no_table():
    (block,) = parse("Revenues | Costs, as explained below", "r").blocks
    assert isinstance(block, Paragraph)


def test_a_table_right_below_a_paragraph_is_no_part_of_it():
    document = parse("Unaudited\n| Revenues | 34,272 |", "r")
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Table"]


def test_delimiters_alone_are_a_table_of_what_they_are():
    assert cells("|---|\n|---|") == [["---"], ["---"]]


def test_a_pipe_at_the_ends_of_a_few_rows_only_stands_beside_an_empty_cell():
    source = """\
  ||      || Six Months Ended || ||
          | Thousands of JPY | % of total | Thousands of JPY
 Revenues | 33,253,841       | 100.0      | 32,275,024
 Services | 17,001,229       |            | 18,303,698
 Others   | 524,087          | 1.6        |
"""
    assert cells(source)[1:] == [
        ["", "Thousands of JPY", "% of total", "Thousands of JPY"],
        ["Revenues", "33,253,841", "100.0", "32,275,024"],
        ["Services", "17,001,229", "", "18,303,698"],
        ["Others", "524,087", "1.6", ""],
    ]
