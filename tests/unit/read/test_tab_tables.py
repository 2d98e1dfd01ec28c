"""TAB separated tables, as text taken from PDF has them."""

import pytest

from iij_xbrl.read import parse
from iij_xbrl.read.document import Heading, Paragraph, Table


def cells(source: str) -> list[list[str]]:
    (table,) = parse(source, "r").tables
    return [[cell.plain for cell in row.texts] for row in table.rows]


def test_tabs_separate_the_cells_of_a_row():
    assert cells("Total Revenues\t34,272\t47,207") == [["Total Revenues", "34,272", "47,207"]]


def test_consecutive_lines_with_tabs_are_one_table():
    assert len(cells("\t1H10\t1H11\nTotal Revenues\t34,272\t47,207\nOperating Income\t1,201\t2,448")) == 3


def test_an_empty_line_ends_a_table():
    assert len(parse("Revenues\t34,272\n\nCosts\t27,431", "r").tables) == 2


@pytest.mark.parametrize(
    "behind",
    [
        "Segment Summary\n\t1H11\nCosts\t27,431",  # a table with a head of its own
        "The costs are those of 1H11.\nCosts\t27,431",
        "Segment Summary\nCosts\t27,431\t81.1",
        "A\nB\nC\nD\nCosts\t27,431",
    ],
)
def test_a_line_without_tabs_ends_a_table(behind):
    blocks = parse(f"Revenues\t34,272\n{behind}", "r").blocks
    assert [type(block) for block in blocks] == [Table, Paragraph, Table]


def test_headings_of_rows_without_the_tabs_at_their_ends_stay_in_their_table():
    page = "\t1H10\t1H11\nRevenues\t34,272\t47,207\nCosts:\nNetwork services\nIP\t16,803\t25,046"
    assert cells(page)[2:4] == [["Costs:"], ["Network services"]]


def test_an_empty_cell_keeps_its_column():
    assert cells("BASIC SHARES\t202,605\t\t202,684") == [["BASIC SHARES", "202,605", "", "202,684"]]


def test_an_empty_label_keeps_its_column():
    assert cells("\t1H10\t1H11") == [["", "1H10", "1H11"]]


def test_spaces_around_a_cell_are_not_part_of_it():
    source = "Revenues \t  34,272  \t47,207"
    (table,) = parse(source, "r").tables
    assert [(cell.span.origin.start, cell.span.origin.end) for cell in table.rows[0].texts] == [
        (0, 8),
        (12, 18),
        (21, 27),
    ]


def test_consecutive_lines_of_text_are_one_paragraph():
    (block,) = parse("Revenues\nunaudited", "r").blocks
    assert isinstance(block, Paragraph)
    assert [line.plain for line in block.lines] == ["Revenues", "unaudited"]


def test_a_heading_knows_its_level_and_where_its_text_stands():
    (block,) = parse("### Segment Summary", "r").blocks
    assert isinstance(block, Heading)
    assert (block.level, block.text.plain, block.text.span.origin.start) == (3, "Segment Summary", 4)


def test_windows_line_ends_belong_to_no_cell():
    source = "\t1H10\t1H11\r\nTotal Revenues\t34,272\t47,207\r\n"
    assert cells(source) == [["", "1H10", "1H11"], ["Total Revenues", "34,272", "47,207"]]
    assert parse(source, "r") == parse(source.replace("\r\n", "\n"), "r")
