"""Rows with TABs between their cells: where their tables end, and the tables that they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from iij_xbrl.read.document import Row, Table, TableCell, indent_of
from iij_xbrl.read.grid import FIGURE
from iij_xbrl.read.set_lines import SetLine

_NO_HEADING = re.compile(r"\d|[.,;。、]$|^[-*•+>|]\s|^#{1,6}\s+\S")
_HEADINGS, _LONGEST_HEADING = 3, 60  # of rows: lines, characters


def tabs_end(lines: Sequence[SetLine], position: int) -> int:
    """The line behind a table with TABs, headings of rows among its lines, from whose ends an editor took the TABs."""
    end = _run(lines, position)
    width = max(line.raw.count("\t") for line in lines[position:end])
    while behind := _below_headings(lines, end, width):
        end = _run(lines, behind)
    return end


def _below_headings(lines: Sequence[SetLine], position: int, width: int) -> int:
    """The row of a label and figures, as wide as the table above, that goes on with it below a few headings; or 0."""
    end = position
    while end < len(lines) and end - position <= _HEADINGS and "\t" not in lines[end].raw:
        text = lines[end].plain.strip()
        if not text or len(text) > _LONGEST_HEADING or _NO_HEADING.search(text):
            return 0
        end += 1
    if not position < end <= position + _HEADINGS or end >= len(lines) or lines[end].raw.count("\t") != width:
        return 0
    label, *cells = lines[end].plain.split("\t")
    return end if label.strip() and any(map(FIGURE.fullmatch, map(str.strip, cells))) else 0


def _run(lines: Sequence[SetLine], position: int) -> int:
    end = position
    while end < len(lines) and "\t" in lines[end].raw:
        end += 1
    return end


def tab_table(lines: Sequence[SetLine], block: int) -> Table:
    """The lines as a table."""
    return Table(tuple(_tab_row(line, block, row) for row, line in enumerate(lines)))


def _tab_row(line: SetLine, block: int, row: int) -> Row:
    cells, start = [], 0
    for cell, piece in enumerate(line.raw.split("\t")):
        text = line.text(block, row, cell, start, start + len(piece))
        cells.append(TableCell(text, indent=indent_of(piece)))
        start += len(piece) + 1
    return Row(tuple(cells))
