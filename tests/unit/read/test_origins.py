"""A place in a file is printed in one way, and read back."""

from decimal import Decimal

import pytest

from iij_xbrl.read import parse
from iij_xbrl.read.document import Document, Paragraph, Row, Span, Table, TableCell, Text
from iij_xbrl.read.origins import BoxOrigin, CellOrigin, LineOrigin, in_words, parse_origin, place_in


def box(*sides: str) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    left, top, right, bottom = map(Decimal, sides)
    return left, top, right, bottom


WORDS = BoxOrigin(3, ((0, 5, box("72", "340.21", "100.5", "352")), (6, 12, box("104", "340.2", "120.5", "352.04"))))


@pytest.mark.parametrize(
    ("origin", "text"),
    [
        (LineOrigin(244, 42, 48), "244:43"),
        (WORDS, "p3:72.0,340.2,120.5,352.0"),
        (WORDS.within(6, 12), "p3:104.0,340.2,120.5,352.0"),
        (CellOrigin("Balance", "C5"), "Balance!C5"),
        (CellOrigin("Bob's sheet", "AA12"), "'Bob''s sheet'!AA12"),
        (CellOrigin("貸借対照表", "C5"), "貸借対照表!C5"),
    ],
)
def test_a_place_is_read_back_as_it_is_printed(origin, text):
    assert str(origin) == text
    for printed in (text, place_in("out/release.x", origin), place_in("C:/a b/1h11.md", origin)):
        read = parse_origin(printed)
        assert read is not None
        assert str(read) == text
        assert origin.holds(read)


@pytest.mark.parametrize("text", ["", "12", "12:0", "12:x", "p3:1,2,3", "release.md", "Balance", "f.r_l12c34.v", "!C5"])
def test_what_is_no_place_is_none(text):
    assert parse_origin(text) is None


def test_a_part_of_a_box_is_what_is_known_of_it():
    assert WORDS.within(6, 12).within(0, 2).box == WORDS.parts[1][2]
    assert WORDS.within(5, 6).box == WORDS.box  # the space between two words


def test_places_of_other_pages_lines_and_sheets_do_not_hold():
    assert not WORDS.holds(BoxOrigin(4, WORDS.parts))
    assert not LineOrigin(244, 42, 48).holds(LineOrigin(244, 48, 49))
    assert not LineOrigin(244, 42, 48).holds(CellOrigin("Balance", "C5"))
    assert not CellOrigin("Balance", "C5").holds(CellOrigin("Income", "C5"))


def test_places_in_words():
    assert in_words([LineOrigin(12, 0, 1)]) == "line 12"
    assert in_words([LineOrigin(14, 0, 1), LineOrigin(12, 3, 4), LineOrigin(12, 0, 1)]) == "lines 12, 14"
    assert in_words([LineOrigin(line, 0, 1) for line in (3, 5, 8)], most=2) == "lines 3 to 8"
    assert in_words([CellOrigin("Balance", "C5"), CellOrigin("Balance", "C6")]) == "Balance!C5, Balance!C6"


def test_a_row_is_quoted_as_its_line_where_rows_are_lines():
    document = parse("| Costs | **27,431** |", "r")
    figure = document.tables[0].rows[0].texts[1].span.within(2, 8)
    quoted = document.quote(figure)
    assert quoted.line.raw[quoted.start : quoted.end] == "27,431"
    assert quoted.line.raw == "| Costs | **27,431** |"


def test_a_row_without_a_line_is_quoted_as_its_cells():
    def cell(at: int, text: str) -> TableCell:
        return TableCell(Text(text, text, Span(1, 0, at, 0, len(text), CellOrigin("Income", f"{'ABC'[at]}7"))))

    words = Text("Results", "Results", Span(0, 0, 0, 0, 7, CellOrigin("Income", "A1")))
    table = Table((Row((cell(0, "Costs"), cell(1, ""), cell(2, "(27,431)"))),))
    document = Document("r", (Paragraph((words,)), table))
    quoted = document.quote(table.rows[0].texts[2].span.within(1, 7))
    assert quoted.line.plain == "Costs  (27,431)"
    assert quoted.line.plain[quoted.start : quoted.end] == "27,431"


def test_figures_in_one_cell_of_a_sheet_have_names_of_their_own():
    cell = Span(2, 5, 1, 0, 13, CellOrigin("Income", "B7"))
    assert (cell.within(0, 6).name, cell.within(7, 13).name) == ("b2r5c1s0", "b2r5c1s7")
