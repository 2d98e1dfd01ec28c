"""Tables drawn with characters, and rows whose pipes are set in other ways than Markdown's."""

import pytest

from iij_xbrl.read import parse
from iij_xbrl.read.document import Paragraph, Table

HEAD, COSTS = ["", "1H10", "1H11"], ["Costs", "27,431", "37,971"]
ROWS = [HEAD, COSTS, ["Total (net)", "6,841", "9,236"]]


def rows(*lines: str) -> list[list[str]]:
    document = parse("\n".join(("Results of 1H11.", "", *lines, "", "Costs grew.")), "release")
    first, table, last = document.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(table, Table)
    assert isinstance(last, Paragraph)
    return [[cell.text.plain for cell in row.cells] for row in table.rows]


BOX = ("+-------------+--------+--------+", "|             | 1H10   | 1H11   |", "| Costs       | 27,431 | 37,971 |")
TOTAL = "| Total (net) |  6,841 |  9,236 |"


@pytest.mark.parametrize(
    "lines",
    [
        (BOX[0], BOX[1], BOX[0], BOX[2], TOTAL, BOX[0]),
        (BOX[0], BOX[1], BOX[0].replace("-", "="), BOX[2], BOX[0], TOTAL, BOX[0]),
        (BOX[1], BOX[0].replace("+", "|", 1), BOX[2], TOTAL),  # Org
    ],
)
def test_a_table_in_boxes(lines):
    assert rows(*lines) == ROWS


def test_a_table_in_boxes_of_lines():
    drawn = str.maketrans("|-", "│─")
    first, head, costs, total = (line.translate(drawn) for line in (*BOX, TOTAL))
    top, middle, bottom = (f"{a}{first[1:-1].replace('+', b)}{c}" for a, b, c in ("┌┬┐", "├┼┤", "└┴┘"))
    assert rows(top, head, middle, costs, total, bottom) == ROWS


def test_cells_with_several_lines_between_rules_are_one():
    more = ("| Total       |  6,841 |  9,236 |", "| (net)       |        |        |")
    assert rows(BOX[0], BOX[1], BOX[0], BOX[2], BOX[0], *more, BOX[0]) == ROWS


def test_lines_without_rules_between_are_rows_of_their_own():
    total = ("| Total       |        |        |", "| (net)       |  6,841 |  9,236 |")
    assert rows(BOX[0], BOX[1], BOX[0], BOX[2], *total, BOX[0])[-2:] == [["Total", "", ""], ["(net)", "6,841", "9,236"]]


def test_a_cell_over_two_columns_spans_them():
    over = "|             | Six months      |"
    document = parse("\n".join((BOX[0], over, BOX[1], BOX[0], BOX[2], BOX[0])), "release")
    (table,) = document.tables
    assert [cell.colspan for cell in table.rows[0].cells] == [1, 2]


def test_a_line_that_stands_elsewhere_than_the_joints_makes_no_table_of_a_box():
    document = parse("\n".join((BOX[0], "|   | 1H10      1H11   |", BOX[2], BOX[0])), "release")
    assert all(len(row.cells) < 4 for table in document.tables for row in table.rows)


def test_a_cell_has_its_place_in_the_file():
    (table,) = parse("\n".join((BOX[0], BOX[1], BOX[0], BOX[2], BOX[0])), "release").tables
    assert str(table.rows[1].cells[2].text.span.origin) == "4:26"


@pytest.mark.parametrize(
    "lines",
    [
        ("|1H10|1H11", "---|---|---", "Costs|27,431|37,971", "Total (net)|6,841|9,236"),
        ("  || 1H10 || 1H11", " Costs | 27,431 | 37,971", " Total (net) | 6,841 | 9,236"),
        ("|| || 1H10 || 1H11 ||", "| Costs | 27,431 | 37,971 |", "| Total (net) | 6,841 | 9,236 |"),
    ],
)
def test_pipes_are_read_in_the_way_that_gives_as_many_columns(lines):
    assert [row[:3] for row in rows(*lines)] == ROWS


@pytest.mark.parametrize("behind", ["", " |"])
def test_empty_cells_stay_where_most_rows_have_as_many(behind):
    lines = (f"| Costs | 27,431 |  | 37,971{behind}", f"| Total (net) || 6,841 | 9,236{behind}")
    assert rows(*lines) == [["Costs", "27,431", "", "37,971"], ["Total (net)", "", "6,841", "9,236"]]


def test_a_row_that_could_be_read_in_two_ways_is_read_as_it_stands():
    lines = ("| 1H10 | 1H11 |", "| Costs | 27,431 | 37,971 |", "| Total (net) | 6,841 | 9,236 |")
    assert [len(row) for row in rows(*lines)] == [2, 3, 3]


def test_pipes_that_all_stand_in_pairs_are_one_each():
    lines = ("  || Half || 1H10 || Half", " Costs | 27,431 | 5.1 | 9,236 | 4", " Tax | 6,841 | 1.2 | 971 | 3")
    assert rows(*lines)[0] in (["", "Half", "1H10", "Half"], ["Half", "1H10", "Half"])
