"""Releases set as workbooks and Word documents, by openpyxl and python-docx."""

from __future__ import annotations

import io
import re
from decimal import Decimal

import docx
import openpyxl
from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from iij_xbrl.read import parse
from iij_xbrl.read.document import Heading, Paragraph, Table, Text
from iij_xbrl.read.runs import runs

_AMOUNT = re.compile(r"(?P<open>\(?)(?P<minus>-?)(?P<digits>\d{1,3}(?:,\d{3})*)(?P<fraction>\.\d+)?(?P<percent>%?)\)?")
_MOST_ROWS = 80


def workbook_of(source: str) -> bytes:
    """The workbook of a release that is written as text or Markdown: figures as numbers with formats, a few sheets."""
    book = openpyxl.Workbook()
    sheet: Worksheet = book.create_sheet("Release 1")
    book.remove(book.worksheets[0])
    row = 1
    for block in parse(source, "release").blocks:
        if isinstance(block, Heading) and block.level <= 2 and row > _MOST_ROWS:
            sheet, row = book.create_sheet(f"Release {len(book.worksheets) + 1}"), 1
        if isinstance(block, Table):
            for cells in block.rows:
                for at, text in enumerate(cells.texts, 1):
                    _fill(sheet.cell(row, at), _shown(text), is_label=at == 1)
                row += 1
        else:
            for line in [block.text] if isinstance(block, Heading) else block.lines:
                sheet.cell(row, 1, _shown(line)).font = Font(bold=isinstance(block, Heading))
                row += 1
        row += 1
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(cell: Cell, text: str, *, is_label: bool) -> None:
    amount = None if is_label else _AMOUNT.fullmatch(text)
    if amount is None or bool(amount["open"]) != text.endswith(")"):
        cell.value = text or None
        return
    places = len(amount["fraction"] or ".") - 1
    value = Decimal(amount["digits"].replace(",", "") + (amount["fraction"] or ""))
    value = value / 100 if amount["percent"] else value
    cell.value = -value if amount["open"] or amount["minus"] else value
    shown = "#,##0" + (f".{'0' * places}" if places else "") + amount["percent"]
    cell.number_format = f"{shown};({shown})" if amount["open"] else f"{shown};-{shown}"


def word_of(source: str) -> bytes:
    """The Word document of a release that is written as text or Markdown."""
    document = docx.Document()
    for block in parse(source, "release").blocks:
        if isinstance(block, Heading):
            document.add_heading(_shown(block.text), block.level)
        elif isinstance(block, Paragraph):
            for line in block.lines:
                _write(document.add_paragraph(), line)
        else:
            table = document.add_table(rows=len(block.rows), cols=max(len(row.texts) for row in block.rows))
            for row, cells in zip(block.rows, table.rows, strict=True):
                for text, cell in zip(row.texts, cells.cells, strict=False):
                    _write(cell.paragraphs[0], text)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _write(paragraph: docx.text.paragraph.Paragraph, text: Text) -> None:
    for piece in runs(text):
        run = paragraph.add_run(piece.text if piece.style != "break" else "\n")
        run.bold = piece.style == "bold"
        run.font.superscript = piece.style == "mark"


def _shown(text: Text) -> str:
    return "".join(piece.text for piece in runs(text) if piece.style not in ("mark", "break")).strip()
