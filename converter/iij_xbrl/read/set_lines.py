"""Lines whose white space stands, each with its place in the file, and the tables that are set in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from iij_xbrl.read.cell_lines import CellTable, LineCell, cell_tables
from iij_xbrl.read.document import Line, Row, Span, Table, TableCell, Text
from iij_xbrl.read.fixed_width import MARKUP, FixedTable, Slot, fixed_tables
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
    own = [(line, slots) for line, slots in zip(lines, table.rows, strict=True) if slots]
    width = max(slot.column + slot.span for _, slots in own for slot in slots)
    return Table(tuple(_row(line, slots, width, block, row) for row, (line, slots) in enumerate(own)))


def tables_of_cells(lines: Sequence[SetLine], is_other: Callable[[int], bool]) -> dict[int, CellTable]:
    """The tables with one cell a line, by their first line; none goes on over a line whose index `is_other`."""
    return {table.first: table for table in cell_tables([line.plain for line in lines], is_other)}


def table_of_cells(lines: Sequence[SetLine], table: CellTable, block: int) -> Table:
    """A table of the document, of all lines of the text and one of the tables in it."""
    return Table(tuple(_row_of_cells(lines, cells, table.width, block, row) for row, cells in enumerate(table.rows)))


def _row_of_cells(lines: Sequence[SetLine], own: Sequence[LineCell], width: int, block: int, row: int) -> Row:
    """A row of lines: a cell for each of so many columns, empty where no line is one."""
    cells: list[TableCell] = []
    column = 0
    for cell in own:
        line = lines[cell.line]
        for _ in range(column, cell.column):
            cells.append(TableCell(line.text(block, row, len(cells), 0, 0)))
        cells.append(TableCell(line.text(block, row, len(cells), 0, len(line.raw)), colspan=cell.span))
        column = cell.column + cell.span
    last = lines[own[-1].line]
    end = len(last.raw)
    cells += [TableCell(last.text(block, row, len(cells) + more, end, end)) for more in range(width - column)]
    return Row(tuple(cells))


def _shown(line: SetLine) -> str:
    """A line with its markup marked."""
    if line.plain == line.raw:
        return line.plain
    pairs = zip(line.raw, line.plain, strict=True)
    return "".join(MARKUP if shown == " " and not raw.isspace() else shown for raw, shown in pairs)


def _row(line: SetLine, slots: Sequence[Slot], width: int, block: int, row: int) -> Row:
    """A row set with spaces: a cell for each of so many columns, empty where nothing stands."""
    cells: list[TableCell] = []
    column = 0
    for slot in slots:
        for _ in range(column, slot.column):
            cells.append(TableCell(line.text(block, row, len(cells), slot.start, slot.start)))
        cells.append(TableCell(line.text(block, row, len(cells), slot.start, slot.end), colspan=slot.span))
        column = slot.column + slot.span
    end = slots[-1].end
    cells += [TableCell(line.text(block, row, len(cells) + more, end, end)) for more in range(width - column)]
    return Row(tuple(cells))
