"""Lines whose white space stands, each with its place in the file, and the tables that are set in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from iij_xbrl.read.cell_lines import CellTable, cell_tables
from iij_xbrl.read.document import Line, Row, Span, Table, TableCell, Text, indent_of
from iij_xbrl.read.drawn_tables import DrawnTable
from iij_xbrl.read.layout.lines.page_numbers import counting, number_of_page
from iij_xbrl.read.markup import FILED
from iij_xbrl.read.monospaced.tables import MARKUP, FixedTable, fixed_tables
from iij_xbrl.read.origins import JoinedOrigin, Origin


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


def tables_among(lines: Sequence[SetLine], is_other: Callable[[str], bool]) -> dict[int, list[FixedTable]]:
    """The tables set with spaces by their first line, those of the same lines together.

    None goes over a line that `is_other`, nor over the number of a page, which what reads tables passes over.
    """
    found: dict[int, list[FixedTable]] = {}
    numbers = _numbers_of_pages(lines)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and end not in numbers and not is_other(lines[end].raw):
            end += 1
        held = lines[start:end]
        breaks = {at for at in range(start + 1, end) if lines[at].origin.page != lines[at - 1].origin.page}
        for table in fixed_tables([_shown(line) for line in held], breaks, start):
            found.setdefault(table.first, []).append(table)
        start = end + 1
    return found


def _numbers_of_pages(lines: Sequence[SetLine]) -> set[int]:
    """The indexes of lines that are numbers of pages, each the first or the last of its page."""
    found: list[tuple[int, int, int]] = []
    written = (at for at, line in enumerate(lines) if line.origin.page is not None and line.raw.strip())
    for page, held in groupby(written, key=lambda at: lines[at].origin.page or 0):
        indexes = list(held)
        numbers = ((at, number_of_page(lines[at].raw)) for at in {indexes[0], indexes[-1]})
        found += [(page, number, at) for at, number in numbers if number is not None]
    return set(counting(found))


def rows_among(lines: Sequence[SetLine]) -> int:
    """How many lines may be rows of tables that are set with spaces, at least; what holds too many is not laid out."""
    return sum(_may_be_row(line.raw) for line in lines)


def _may_be_row(raw: str) -> bool:
    """Whether a line ends with a digit, a sign at most behind it, and two spaces in front of its last word."""
    words = raw.rsplit(None, 1)
    if len(words) < 2 or not any(map(str.isdecimal, words[1][-3:])):
        return False
    return raw[: raw.rindex(words[1])].endswith("  ")


def table_of(lines: Sequence[SetLine], table: FixedTable, block: int) -> Table:
    """A table of the document, of all lines of the text and one of the tables in it."""
    rows = [
        [
            _Placed(
                tuple((lines[part.line], part.start, part.end) for part in slot.parts),
                slot.column,
                slot.span,
                slot.head,
            )
            for slot in slots
        ]
        for slots in table.rows
    ]
    return _table(rows, table.width, block)


def tables_of_cells(lines: Sequence[SetLine], is_other: Callable[[int], bool]) -> dict[int, CellTable]:
    """The tables with one cell a line, by their first line; none goes on over a line whose index `is_other`."""
    return {table.first: table for table in cell_tables([line.plain for line in lines], is_other)}


def table_of_cells(lines: Sequence[SetLine], table: CellTable, block: int) -> Table:
    """A table of the document, of all lines of the text and one of the tables in it."""
    rows = [
        [_Placed(((lines[cell.line], 0, len(lines[cell.line].raw)),), cell.column, cell.span) for cell in cells]
        for cells in table.rows
    ]
    return _table(rows, table.width, block)


def table_drawn(lines: Sequence[SetLine], table: DrawnTable, block: int) -> Table:
    """A table of the document, of all lines of the text and one of the tables drawn in it."""
    rows = [
        [
            _Placed(tuple((lines[at], start, end) for at, start, end in cell.parts), cell.column, cell.span)
            for cell in cells
        ]
        for cells in table.rows
    ]
    return _table(rows, table.width, block)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell: characters of one or more lines, its column (0 holds the labels), how many it spans, whether it heads."""

    parts: tuple[tuple[SetLine, int, int], ...]
    column: int
    span: int = 1
    head: bool = False

    @property
    def indent(self) -> int:
        """How many characters of its first line stand in front of it."""
        line, start, end = self.parts[0]
        return start + indent_of(line.raw[start:end])

    def text(self, block: int, row: int, cell: int) -> Text:
        """Its lines as one text, a space between."""
        texts = [line.text(block, row, cell, start, end) for line, start, end in self.parts]
        if len(texts) == 1:
            return texts[0]
        raw, plain = (" ".join(getattr(text, name) for text in texts) for name in ("raw", "plain"))
        starts = [0, *accumulate(len(text.raw) + 1 for text in texts[:-1])]
        origin = JoinedOrigin(
            tuple((at, text.span.origin) for at, text in zip(starts, texts, strict=True)), 0, len(raw)
        )
        return Text(raw, plain, Span(block, row, cell, 0, len(raw), origin))

    def empty(self, block: int, row: int, cell: int) -> TableCell:
        """An empty cell beside it."""
        line, start, _ = self.parts[0]
        return TableCell(line.text(block, row, cell, start, start))


def _table(rows: Sequence[Sequence[_Placed]], width: int, block: int) -> Table:
    return Table(tuple(_row(cells, width, block, row) for row, cells in enumerate(rows)))


def _row(placed: Sequence[_Placed], width: int, block: int, row: int) -> Row:
    """A row with a cell for each of so many columns, empty where nothing stands."""
    cells: list[TableCell] = []
    column = 0
    for one in placed:
        cells += [one.empty(block, row, len(cells) + at) for at in range(one.column - column)]
        text = one.text(block, row, len(cells))
        cells.append(TableCell(text, colspan=one.span, header=one.head, indent=0 if one.column else one.indent))
        column = one.column + one.span
    cells += [placed[-1].empty(block, row, len(cells) + at) for at in range(width - column)]
    return Row(tuple(cells))


def _shown(line: SetLine) -> str:
    """A line with its markup marked; one of the marks of filed texts shows nothing."""
    if line.plain == line.raw or FILED.fullmatch(line.raw):
        return line.plain
    pairs = zip(line.raw, line.plain, strict=True)
    return "".join(MARKUP if shown == " " and not raw.isspace() else shown for raw, shown in pairs)
