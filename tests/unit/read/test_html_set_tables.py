"""Tables of pages that have no elements for them, and the frames that programs draw around published sheets."""

from pathlib import Path

from iij_xbrl.read.document import Document, Paragraph, Table
from iij_xbrl.read.file import File
from iij_xbrl.read.html import read_html

ROWS = [["", "1H10", "1H11"], ["Costs", "27,431", "37,971"], ["Income", "6,841", "9,236"]]


def read(body: str, style: str = "") -> Document:
    page = f"<html><head><style>{style}</style></head><body>{body}</body></html>"
    return read_html(File(Path("release.html"), "release", page.encode()))


def rows(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [[cell.text.plain for cell in row.cells] for row in table.rows]


def test_roles_make_a_table():
    kinds = (("columnheader", ROWS[0]), ("cell", ROWS[1]), ("cell", ROWS[2]))
    lines = "".join(
        f'<div role="row">{"".join(f"<span role={kind}>{text}</span>" for text in texts)}</div>'
        for kind, texts in kinds
    )
    found = read(f'<p>Results</p><div role="table"><div role="rowgroup">{lines}</div></div>')
    assert rows(found) == ROWS
    assert [cell.header for cell in found.tables[0].rows[0].cells] == [False, True, True]


def test_style_sheets_make_a_table():
    style = ".t{display:table}.r{display: table-row}div.c{padding:2px;display:table-cell}"
    lines = "".join(f'<div class="r">{"".join(f"<div class=c>{text}</div>" for text in texts)}</div>' for texts in ROWS)
    assert rows(read(f'<div class="t">{lines}</div>', style)) == ROWS


def test_cells_that_only_arrange_the_page_make_none():
    found = read('<div style="display:table"><div style="display:table-cell">Costs 5</div><div>6</div></div>')
    assert not found.tables
    assert [type(block) for block in found.blocks] == [Paragraph, Paragraph]


def test_cells_in_no_row_are_no_table():
    found = read("".join(f'<div role="cell">{text}</div>' for texts in ROWS for text in texts if text))
    assert not found.tables


def framed(letters: str, numbers: tuple[int, ...]) -> Document:
    top = "".join(f"<th>{letter}</th>" for letter in letters)
    lines = "".join(
        f"<tr><th><div>{number}</div></th>{''.join(f'<td>{text}</td>' for text in texts)}</tr>"
        for number, texts in zip(numbers, ROWS, strict=True)
    )
    return read(f"<table><thead><tr><th></th>{top}</tr></thead><tbody>{lines}</tbody></table>")


def test_letters_of_columns_and_numbers_of_rows_are_the_frame_of_a_sheet():
    assert rows(framed("ABC", (1, 2, 3))) == ROWS
    assert rows(framed("ABC", (1, 2, 7))) == ROWS  # rows between are hidden


def test_other_heads_and_numbers_are_the_pages_own():
    assert rows(framed("ABD", (1, 2, 3)))[0][1:] == ["A", "B", "D"]
    assert rows(framed("ABC", (1, 3, 2)))[1][0] == "1"


def test_lines_with_tabs_are_rows_where_white_space_stands():
    found = read("<pre>Results\n\t1H10\t1H11\nRevenues\t34,272\t47,207\nSource:\tcompany</pre>")
    assert rows(found) == [["", "1H10", "1H11"], ["Revenues", "34,272", "47,207"], ["Source:", "company"]]
    assert [type(block) for block in found.blocks] == [Paragraph, Table]


def test_a_line_with_a_tab_alone_among_others_is_text():
    assert not read("<pre>Contact\nTel:\t+81-3-5205-6500\nTokyo</pre>").tables
