"""Workbooks: their sheets as tables and texts, their cells as they are shown."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from iij_xbrl.errors import InputError
from iij_xbrl.read.document import Document, Heading, Paragraph, Table
from iij_xbrl.read.formats import read


def saved(tmp_path: Path, workbook: Workbook) -> Path:
    path = tmp_path / "book.xlsx"
    workbook.save(path)
    return path


def sheet_of(*rows: tuple[object, ...], formats: dict[str, str] | None = None) -> Workbook:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    for cell, number_format in (formats or {}).items():
        workbook.active[cell].number_format = number_format
    return workbook


def texts(table: Table) -> list[list[str]]:
    return [[cell.text.plain for cell in row.cells] for row in table.rows]


def only_table(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return texts(table)


def test_figures_are_read_as_their_format_shows_them(tmp_path):
    workbook = sheet_of(
        ("", "1H11", "YoY"),
        ("Total revenues", 47207456123, 0.377),
        ("Operating loss", -163814000, -0.455),
        formats={"B2": "#,##0,,", "B3": "#,##0,,_);(#,##0,,)", "C2": "0.0%", "C3": "0.0%"},
    )
    found = only_table(read(saved(tmp_path, workbook)))
    assert found[1:] == [["Total revenues", "47,207", "37.7%"], ["Operating loss", "(164)", "-45.5%"]]


def test_a_place_is_sheet_and_cell(tmp_path):
    workbook = sheet_of(("", "1H11"), ("Revenues", 47207))
    workbook.active.title = "Income statement"
    (table,) = read(saved(tmp_path, workbook)).tables
    assert str(table.rows[1].cells[1].text.span.origin) == "'Income statement'!B2"


def test_texts_alone_above_a_table_are_its_titles(tmp_path):
    workbook = sheet_of(("Balance sheets",), ("(Thousands of JPY)",), ("", "2011"), ("Cash", 13313615), ("Debt", 7))
    workbook.active["A1"].font = Font(bold=True)
    heading, paragraph, table = read(saved(tmp_path, workbook)).blocks
    assert isinstance(heading, Heading) and heading.text.plain == "Balance sheets"
    assert isinstance(paragraph, Paragraph) and paragraph.lines[0].plain == "(Thousands of JPY)"
    assert isinstance(table, Table) and len(table.rows) == 3


def test_a_merged_head_spans_its_columns(tmp_path):
    workbook = sheet_of(("", "Six months ended", None), ("", "2010", "2011"), ("Revenues", 34272, 47207))
    workbook.active.merge_cells("B1:C1")
    (table,) = read(saved(tmp_path, workbook)).tables
    assert [(cell.text.plain, cell.colspan) for cell in table.rows[0].cells] == [("", 1), ("Six months ended", 2)]


def test_a_head_merged_over_rows_that_are_empty_reaches_into_no_row_of_figures(tmp_path):
    workbook = sheet_of(
        ("", "1H10\nJPY millions", "1H11\nJPY millions"), (), ("Revenues", 34272, 47207), ("Costs", 27431, 1)
    )
    for column in "ABC":
        workbook.active.merge_cells(f"{column}1:{column}2")
    (table,) = read(saved(tmp_path, workbook)).tables
    assert [[cell.rowspan for cell in row.cells] for row in table.rows] == [[1, 1, 1]] * 3


def test_empty_cells_stay_empty(tmp_path):
    workbook = sheet_of(("", "1H10", "1H11"), ("Impairment", None, 100), ("Revenues", 1, 2))
    assert only_table(read(saved(tmp_path, workbook)))[1] == ["Impairment", "", "100"]


def test_rows_behind_an_empty_row_go_on_with_the_table_if_they_have_no_head(tmp_path):
    workbook = sheet_of(("", "1H10"), ("Cash", 5), (), ("LIABILITIES",), ("Debt", 7), (), ("", "2Q10"), ("Cash", 6))
    first, second = read(saved(tmp_path, workbook)).tables
    assert texts(first) == [["", "1H10"], ["Cash", "5"], ["LIABILITIES"], ["Debt", "7"]]
    assert texts(second) == [["", "2Q10"], ["Cash", "6"]]


def test_tables_side_by_side_are_two(tmp_path):
    workbook = sheet_of(
        ("", "1H11", None, "", "1H11"), ("Revenues", 47207, None, "Cash", 10974), ("Costs", 44759, None, "Debt", 8970)
    )
    left, right = read(saved(tmp_path, workbook)).tables
    assert texts(left)[1:] == [["Revenues", "47,207".replace(",", "")], ["Costs", "44759"]]
    assert texts(right)[1:] == [["Cash", "10974"], ["Debt", "8970"]]


def test_labels_indented_by_columns_are_one_column(tmp_path):
    workbook = sheet_of(("", "", "1H11"), ("Assets", None, None), ("", "Cash", 5), ("", "Debt", 6))
    assert only_table(read(saved(tmp_path, workbook))) == [["", "1H11"], ["Assets"], ["Cash", "5"], ["Debt", "6"]]


def test_days_are_shown_as_their_format_says(tmp_path):
    workbook = sheet_of(
        ("", date(2011, 9, 30), date(2011, 3, 31)), ("Cash", 5, 6), formats={"B1": 'mmmm" "d", "yyyy', "C1": "yyyy/m/d"}
    )
    assert only_table(read(saved(tmp_path, workbook)))[0][1:] == ["September 30, 2011", "2011/3/31"]


def test_what_is_hidden_is_left_out_and_said_so(tmp_path):
    workbook = sheet_of(("", "1H11", "Draft"), ("Cash", 5, 99), ("Check", 1, 98), ("Debt", 7, 97))
    workbook.active.column_dimensions["C"].hidden = True
    workbook.active.row_dimensions[3].hidden = True
    workbook.create_sheet("Notes").sheet_state = "hidden"
    document = read(saved(tmp_path, workbook))
    assert only_table(document) == [["", "1H11"], ["Cash", "5"], ["Debt", "7"]]
    assert document.left_out == (
        "6 cells of sheet 'Sheet' stand in hidden rows or columns and were left out",
        "sheet 'Notes' is hidden and was left out",
    )


def test_a_formula_without_a_saved_value_is_refused(tmp_path):
    workbook = sheet_of(("", "1H11"), ("Cash", 5), ("Total", "=B2+1"))
    with pytest.raises(InputError, match=r"formula in cell B3 .* no saved value; open the workbook"):
        read(saved(tmp_path, workbook))


_ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize(
    ("part", "start", "words"),
    [
        ("xl/workbook.xml", _ENTITY.encode(), "declares a document type"),
        ("xl/other.bin", f"{_ENTITY}<x/>".encode(), "declares a document type"),
        ("xl/workbook.xml", f"{_ENTITY}<x/>".encode("utf-16"), "is in another encoding than UTF-8"),
        ("xl/workbook.xml", b'<?xml version="1.0" encoding="UTF-7"?>+ADw-', "is in another encoding than UTF-8"),
    ],
)
def test_a_workbook_that_declares_entities_or_hides_them_is_refused(tmp_path, part, start, words):
    path = saved(tmp_path, sheet_of(("", "1H11"), ("Cash", 5)))
    bomb = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(bomb, "w") as target:
        for item in source.infolist():
            target.writestr(item, (start if item.filename == part else b"") + source.read(item))
        if part not in source.namelist():
            target.writestr(part, start)
    path.write_bytes(bomb.getvalue())
    with pytest.raises(InputError, match=words):
        read(path)


def test_more_merged_cells_than_a_sheet_may_have_are_refused_before_they_are_made(tmp_path):
    workbook = sheet_of(("", "1H11"), ("Cash", 5))
    workbook.active.merge_cells("C1:D2")
    path = saved(tmp_path, workbook)
    vast = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(vast, "w") as target:
        for item in source.infolist():
            target.writestr(item, source.read(item).replace(b'"C1:D2"', b'"A1:XFD1048576"'))
    path.write_bytes(vast.getvalue())
    with pytest.raises(InputError, match=r"17,179,869,184 cells.*--limit sheet="):
        read(path)


def test_a_truncated_workbook_is_refused_in_one_line(tmp_path):
    path = saved(tmp_path, sheet_of(("", "1H11"), ("Cash", 5)))
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(InputError) as refused:
        read(path)
    assert "\n" not in str(refused.value)


def test_a_mark_that_is_set_high_is_no_digit_of_its_label(tmp_path):
    workbook = sheet_of(("", "1H11"), ("Network services", 5), ("Systems", 6))
    mark = TextBlock(InlineFont(vertAlign="superscript"), "2")
    workbook.active["A2"] = CellRichText("Network services", mark)
    workbook.active["A3"] = CellRichText("Sys", TextBlock(InlineFont(b=True), "tems"))
    table = read(saved(tmp_path, workbook)).tables[0]
    labels = [row.cells[0].text for row in table.rows[1:]]
    assert [text.raw for text in labels] == ["Network services<sup>2</sup>", "Systems"]
    assert labels[0].plain.strip() == "Network services"


def test_a_bold_text_right_on_bold_heads_is_of_that_table_alone(tmp_path):
    workbook = sheet_of(("Summary",), ("Unit", "1H11"), ("Cash", 5), (), ("Notes",), (), ("Unit", "1H11"), ("Cash", 6))
    for cell in ("A1", "A2", "B2", "A5"):
        workbook.active[cell].font = Font(bold=True)
    blocks = read(saved(tmp_path, workbook)).blocks
    assert [type(block) for block in blocks] == [Paragraph, Table, Heading, Table]


def test_heads_that_an_empty_row_parts_from_their_figures_head_them(tmp_path):
    workbook = sheet_of(
        ("", "Notes", "2010", None, "2011"),
        ("", None, "JPY millions", None, "JPY millions"),
        (),
        ("Revenues", None, 34272, None, 47207),
        (),
        ("Costs", 4, 27431, None, 37971),
    )
    found = only_table(read(saved(tmp_path, workbook)))
    assert [row[0] for row in found] == ["", "", "Revenues", "Costs"] and found[3] == ["Costs", "4", "27431", "37971"]


def test_texts_that_are_no_heads_of_the_figures_below_stay_apart(tmp_path):
    workbook = sheet_of(
        ("Name", "Post"), ("K. Suzuki", "President"), (), ("Revenues", None, None, 34272), ("Costs", None, None, 27431)
    )
    assert len(read(saved(tmp_path, workbook)).tables) == 2


def test_tables_side_by_side_have_each_its_titles(tmp_path):
    workbook = sheet_of(
        ("Income", None, None, "Segments"),
        ("", "1H11", None, "", "1H11"),
        ("Revenues", 47207, None, "ATM operation", 561),
        ("Costs", 37971, None, "Elimination", 248),
    )
    for cell in ("A1", "D1"):
        workbook.active[cell].font = Font(bold=True)
    blocks = read(saved(tmp_path, workbook)).blocks
    assert [type(block) for block in blocks] == [Heading, Table, Heading, Table]
    assert blocks[2].text.plain == "Segments" and texts(blocks[3])[1] == ["ATM operation", "561"]


RUNNING = "Revenues were JPY47,207 million, up 37.7% YoY, as network services and systems integration grew."


def test_a_sheet_without_empty_rows_is_parted_by_its_running_texts_and_titles(tmp_path):
    workbook = sheet_of(
        ("", "1H10", "1H11"),
        ("Total revenues", 34272, 47207),
        ("Costs",),
        ("Total costs", 27431, 37971),
        (f"{RUNNING} {RUNNING}",),
        ("Segments",),
        ("", "1H10", "1H11"),
        ("ATM operation", 228, 561),
        ("Cash Flows",),
        ("", "1H10", "1H11"),
        ("Net cash", 5109, 4288),
    )
    found = read(saved(tmp_path, workbook)).blocks
    assert [len(block.rows) for block in found if isinstance(block, Table)] == [4, 2, 2]
    assert [block.lines[0].plain[:10] for block in found if isinstance(block, Paragraph)] == [
        "Revenues w",
        "Segments",
        "Cash Flows",
    ]


def test_a_dot_in_a_row_of_a_group_heads_no_table_in_a_sheet_without_empty_rows(tmp_path):
    workbook = sheet_of(
        (f"{RUNNING} {RUNNING}",),
        ("", "1H10", "1H11"),
        ("Total revenues", 34272, 47207),
        ("Costs:", "·", ""),
        ("Total costs", 27431, 37971),
        (f"{RUNNING} {RUNNING}",),
        ("", "1H10", "1H11"),
        ("Net cash", 5109, 4288),
    )
    assert [len(table.rows) for table in read(saved(tmp_path, workbook)).tables] == [4, 2]


def test_columns_that_no_cell_tells_apart_are_one(tmp_path):
    workbook = sheet_of(("", "1H10", None, "1H11"), ("Total revenues", 34272, None, 47207))
    workbook.active.merge_cells("B1:C1")
    workbook.active.merge_cells("B2:C2")
    (table,) = read(saved(tmp_path, workbook)).tables
    assert [[cell.colspan for cell in row.cells] for row in table.rows] == [[1, 1, 1], [1, 1, 1]]
