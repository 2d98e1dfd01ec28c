"""Lines whose white space stands, each with its place in the file, and the tables that are set in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from iij_xbrl.read.cell_lines import CellTable, cell_tables
from iij_xbrl.read.document import Line, Row, Span, Table, TableCell, Text
from iij_xbrl.read.fixed_width import MARKUP, FixedTable, fixed_tables
from iij_xbrl.read.origins import Origin


@dataclass(frozen=True, slots=True)
class SetLine(Line):
    """A line of the page, with its place in the file."""

    origin: Origin

    def text(self, block: int, row: int, cell: int, start: int, end: int) -> Text:
        """A part of the line as a text of the document, without the white space around it."""
        while start < end and self.raw[start].isspace():
            start += 1
        while end > start and self.raw[end - 1].isspace():
            end -= 1
        span = Span(block, row, cell, 0, end - start, self.origin.within(start, end))
        return Text(self.raw[start:end], self.plain[start:end], span)

    def whole(self, block: int, row: int) -> Text:
        """All of the line as a text of the document."""
        return Text(self.raw, self.plain, Span(block, row, 0, 0, len(self.raw), self.origin))


def tables_among(lines: Sequence[SetLine], is_other: Callable[[str], bool]) -> dict[int, FixedTable]:
    """The tables set with spaces, by their first line; none goes on over a line that `is_other`."""
    found: dict[int, FixedTable] = {}
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and not is_other(lines[end].raw):
            end += 1
        for table in fixed_tables([_shown(line) for line in lines[start:end]]):
            found[start + table.first] = replace(table, first=start + table.first)
        start = end + 1
    return found


def table_of(lines: Sequence[SetLine], table: FixedTable, block: int) -> Table:
    """A table of the document, of those lines that are its own."""
    rows = [
        [_Placed(line, slot.start, slot.end, slot.column, slot.span) for slot in slots]
        for line, slots in zip(lines, table.rows, strict=True)
        if slots
    ]
    return _table(rows, max(cell.column + cell.span for row in rows for cell in row), block)


def tables_of_cells(lines: Sequence[SetLine], is_other: Callable[[int], bool]) -> dict[int, CellTable]:
    """The tables with one cell a line, by their first line; none goes on over a line whose index `is_other`."""
    return {table.first: table for table in cell_tables([line.plain for line in lines], is_other)}


def table_of_cells(lines: Sequence[SetLine], table: CellTable, block: int) -> Table:
    """A table of the document, of all lines of the text and one of the tables in it."""
    rows = [
        [_Placed(lines[cell.line], 0, len(lines[cell.line].raw), cell.column, cell.span) for cell in cells]
        for cells in table.rows
    ]
    return _table(rows, table.width, block)


@dataclass(frozen=True, slots=True)
class _Placed:
    """Characters of a line as a cell: its column (0 holds the labels) and how many columns it spans."""

    line: SetLine
    start: int
    end: int
    column: int
    span: int


def _table(rows: Sequence[Sequence[_Placed]], width: int, block: int) -> Table:
    return Table(tuple(_row(cells, width, block, row) for row, cells in enumerate(rows)))


def _row(placed: Sequence[_Placed], width: int, block: int, row: int) -> Row:
    """A row with a cell for each of so many columns, empty where nothing stands."""
    cells: list[TableCell] = []
    column = 0
    for one in placed:
        for _ in range(column, one.column):
            cells.append(TableCell(one.line.text(block, row, len(cells), one.start, one.start)))
        cells.append(TableCell(one.line.text(block, row, len(cells), one.start, one.end), colspan=one.span))
        column = one.column + one.span
    last = placed[-1]
    for _ in range(column, width):
        cells.append(TableCell(last.line.text(block, row, len(cells), last.end, last.end)))
    return Row(tuple(cells))


def _shown(line: SetLine) -> str:
    """A line with its markup marked."""
    if line.plain == line.raw:
        return line.plain
    pairs = zip(line.raw, line.plain, strict=True)
    return "".join(MARKUP if shown == " " and not raw.isspace() else shown for raw, shown in pairs)
