"""Writes a drawn page as text, Markdown, HTML, CSV or a workbook."""

from __future__ import annotations

import csv
import html
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping

import openpyxl
from openpyxl.styles import Font

from drawn.page import Block, Grid, Heading, Text

_MARKS = {"plain": "{}", "bold": "**{}**", "italic": "*{}*", "item": "- {}"}
_TAGS = {"plain": "<p>{}</p>", "bold": "<p><b>{}</b></p>", "italic": "<p><i>{}</i></p>", "item": "<li>{}</li>"}


def text_of(blocks: tuple[Block, ...]) -> bytes:
    """As text whose tables have TABs between their cells."""
    return _lines(blocks, lambda grid: ["\t".join(row) for row in grid.rows])


def markdown_of(blocks: tuple[Block, ...]) -> bytes:
    """As Markdown with pipe tables."""
    return _lines(blocks, _pipes)


def spaced_of(blocks: tuple[Block, ...]) -> bytes:
    """As text whose columns are set with spaces, figures to the right."""
    return _lines(blocks, _set)


def _set(grid: Grid) -> list[str]:
    widths = [max(map(_width, column)) + 3 for column in zip(*grid.rows, strict=True)]
    return ["".join(_filled(cell, width, at) for at, (cell, width) in enumerate(zip(row, widths, strict=True))).rstrip()
            for row in grid.rows]  # fmt: skip


def _filled(cell: str, width: int, at: int) -> str:
    rest = " " * (width - _width(cell))
    return f"{rest}{cell}" if at else f"{cell}{rest}"


def _width(text: str) -> int:
    """How many places a text takes where all letters are as wide, those of Japanese twice as wide."""
    return sum(1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text)


def _lines(blocks: tuple[Block, ...], grid_of: Callable[[Grid], list[str]]) -> bytes:
    found: list[str] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            found += [f"{'#' * block.level} {block.text}", ""]
        elif isinstance(block, Text):
            after = blocks[at + 1] if at + 1 < len(blocks) else None
            goes_on = block.style == "item" and isinstance(after, Text) and after.style == "item"
            found += [_MARKS[block.style].format(block.text), *([] if goes_on else [""])]
        else:
            found += [*grid_of(block), ""]
    return "\n".join(found).encode()


def _pipes(grid: Grid) -> list[str]:
    rows = [f"| {' | '.join(row)} |" for row in grid.rows]
    return [rows[0], f"|{'---|' * len(grid.rows[0])}", *rows[1:]]


def html_of(blocks: tuple[Block, ...]) -> bytes:
    """As a page of HTML, whose heads span the columns that they are of."""
    body = "\n".join(_tags(block) for block in blocks)
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'></head><body>\n{body}\n</body></html>".encode()
    )


def _tags(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{html.escape(block.text)}</h{block.level}>"
    if isinstance(block, Text):
        return _TAGS[block.style].format(html.escape(block.text))
    rows = "\n".join(
        f"<tr>{''.join(_head_cells(row) if at < block.heads - 1 else _cells(row))}</tr>"
        for at, row in enumerate(block.rows)
    )
    return f"<table>\n{rows}\n</table>"


def _cells(row: tuple[str, ...]) -> Iterator[str]:
    return (f"<td>{html.escape(cell)}</td>" for cell in row)


def _head_cells(row: tuple[str, ...]) -> Iterator[str]:
    """The cells of a row of heads, each over the empty ones behind it."""
    at = 0
    while at < len(row):
        end = at + 1
        while at and row[at] and end < len(row) and not row[end]:
            end += 1
        span = f" colspan='{end - at}'" if end > at + 1 else ""
        yield f"<td{span}>{html.escape(row[at])}</td>"
        at = end


def csv_of(blocks: tuple[Block, ...]) -> bytes:
    """As CSV, as spreadsheets export it: all rows have as many cells as the widest, a text the others empty."""
    rows = [row for row, _ in _sheet(blocks)]
    width = max(map(len, rows))
    written = io.StringIO()
    csv.writer(written).writerows((*row, *[""] * (width - len(row))) for row in rows)
    return written.getvalue().encode()


def workbook_of(blocks: tuple[Block, ...]) -> bytes:
    """As a workbook of texts, headings in bold."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for at, (row, is_bold) in enumerate(_sheet(blocks), 1):
        for column, cell in enumerate(row, 1):
            if cell:
                sheet.cell(at, column, cell).font = Font(bold=is_bold)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _sheet(blocks: tuple[Block, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from ((row, False) for row in block.rows)
        else:
            yield (block.text,), isinstance(block, Heading) or block.style == "bold"
        yield (), False


FORMS: Mapping[str, tuple[Callable[[tuple[Block, ...]], bytes], str]] = {
    "text": (text_of, "page.txt"),
    "spaces": (spaced_of, "page.txt"),
    "Markdown": (markdown_of, "page.md"),
    "HTML": (html_of, "page.html"),
    "CSV": (csv_of, "page.csv"),
    "workbook": (workbook_of, "page.xlsx"),
}
"""What a form is written by, and the name of its file."""
