"""Tables that a page sets as boxes side by side, with style sheets alone, and boxes that are none."""

from pathlib import Path

import pytest

from iij_xbrl.read.document import Document
from iij_xbrl.read.file import File
from iij_xbrl.read.html import read_html

ROWS = [["", "1H10", "1H11"], ["Costs", "27,431", "37,971"], ["Income", "6,841", "9,236"]]
FLAT = [text for texts in ROWS for text in texts]


def read(body: str, style: str = "") -> Document:
    page = f"<html><head><style>{style}</style></head><body>{body}</body></html>"
    return read_html(File(Path("release.html"), "release", page.encode()))


def rows(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [[cell.text.plain for cell in row.cells] for row in table.rows]


def boxes(cell: str, row: str = "<div>{}</div>", texts: list[list[str]] = ROWS) -> str:
    return "".join(row.format("".join(cell.format(text) for text in line)) for line in texts)


@pytest.mark.parametrize(
    ("row", "cell", "style"),
    [
        ("<div class=r>{}</div>", "<span>{}</span>", ".r{display:flex}"),
        ('<p style="display: inline-flex">{}</p>', "<span>{}</span>", ""),
        ("<div>{}</div>", "<div class='c n'>{}</div>", ".c{float:left;width:20%}"),
        ("<li>{}</li>", '<span style="display:inline-block;width:9em">{}</span>', ""),
        ("<div>{}</div>", "<div>{}</div>", ""),
    ],
)
def test_rows_of_boxes_side_by_side_are_a_table(row, cell, style):
    assert rows(read(f"<h2>Results</h2>{boxes(cell, row)}<p>In 1H11 costs were higher.</p>", style)) == ROWS


def test_a_grid_is_a_table_of_its_columns():
    cells = "".join(f"<div>{text}</div>" for text in FLAT)
    for tracks in ("3fr 1fr 1fr", "3fr repeat(2, 1fr)", "repeat(1,[a] minmax(9em, 3fr)) 10% auto"):
        assert rows(read(f'<div style="display:grid; grid-template-columns: {tracks}">{cells}</div>')) == ROWS


def test_a_cell_over_columns_of_a_grid_spans_them():
    cells = "<em></em><b class=over>Six months</b>" + "".join(f"<div>{text}</div>" for text in FLAT)
    style = ".g{display:grid;grid-template-columns:2fr 1fr 1fr}.over{grid-column:2 / -1}"
    (table,) = read(f"<div class=g>{cells}</div>", style).tables
    assert [(cell.text.plain, cell.colspan) for cell in table.rows[0].cells] == [("", 1), ("Six months", 2)]
    assert [cell.text.plain for cell in table.rows[-1].cells] == ROWS[-1]


def test_a_title_between_rows_of_its_class_is_a_row_of_the_table():
    lines = [f'<div class="row">{"".join(f"<div>{text}</div>" for text in texts)}</div>' for texts in ROWS]
    found = read("".join((*lines[:2], '<div class="row group">Profits:</div>', lines[2])), ".row{display:flex}")
    assert [row[0] for row in rows(found)] == ["", "Costs", "Profits:", "Income"]


@pytest.mark.parametrize(
    "body",
    [
        boxes("<span>{}</span>"),  # run together: `Costs27,43137,971`
        boxes("<div>{}</div>", texts=[row[:2] for row in ROWS]),  # one below the other
        boxes("<div>{}</div>", texts=[["Home", "News", "Investors"], ["About", "Careers", "Contact"]]),
        boxes("<div>{}</div>", texts=ROWS[1:2]),
        "<div>Costs <div>27,431</div><div>37,971</div></div>" * 2,
        '<div style="display:grid;grid-template-columns:repeat(auto-fill, 9em)">'
        + "".join(f"<div>{text}</div>" for text in FLAT)
        + "</div>",
    ],
)
def test_other_boxes_are_no_table(body):
    assert not read(body).tables


def test_rows_with_text_between_them_are_two_tables():
    part = boxes("<div>{}</div>")
    assert [len(table.rows) for table in read(f"<div>{part}Second half{part}</div>").tables] == [3, 3]


@pytest.mark.parametrize(
    ("style", "moved"),
    [
        ("grid-auto-flow:column", ""),
        ("", "order:-1"),
        ("", "grid-area:2 / 1 / 3 / 2"),
        ("", "grid-column:3"),
        ("", "grid-row-start:2"),
    ],
)
def test_boxes_of_a_grid_that_are_shown_elsewhere_than_they_are_written_are_no_table(style, moved):
    cells = "".join(f"<div>{text}</div>" for text in FLAT[:-1])
    grid = "<div style='display:grid;grid-template-columns:3fr 1fr 1fr;{}'>{}<div style='{}'>9,236</div></div>"
    place = moved.replace("column:3", "column:2")
    assert len(read(grid.format("", cells, "")).tables) == 1
    assert not read(grid.format(style, cells, place)).tables


def test_a_box_of_a_row_that_is_shown_in_another_order_makes_no_table():
    row = '<div style="display:flex">{}</div>'
    cells = [["<span>{}</span>", "<span style='order:3'>{}</span>", "<span>{}</span>"] for _ in ROWS]
    lines = [
        [cell.format(text) for cell, text in zip(line, texts, strict=True)]
        for line, texts in zip(cells, ROWS, strict=True)
    ]
    assert not read("".join(row.format("".join(line)) for line in lines)).tables


def test_boxes_that_are_not_shown_are_so_in_each_row_or_the_rows_are_no_table():
    lines = [["<div>{}</div>"] * 3 for _ in ROWS]
    hidden = [[*line, "<div hidden>9</div>"] for line in lines]
    written = [
        "".join(cell.format(text) for cell, text in zip(line, (*texts, ""), strict=True))
        for line, texts in zip(hidden, ROWS, strict=True)
    ]
    assert rows(read("".join(f"<div>{line}</div>" for line in written))) == ROWS
    moved = "<div><div hidden>9</div><div>Tax</div><div>11</div><div>12</div></div>"
    assert not read("".join(f"<div>{line}</div>" for line in written) + moved).tables
