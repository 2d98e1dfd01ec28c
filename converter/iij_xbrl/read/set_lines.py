"""Lines whose white space stands, each with its place in the file, and the tables that are set in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from iij_xbrl.read.cell_lines import CellTable, cell_tables
from iij_xbrl.read.document import Line, Row, Span, Table, TableCell, Text, indent_of
from iij_xbrl.read.drawn_tables import DrawnTable
from iij_xbrl.read.markup import FILED
from iij_xbrl.read.monospaced.pages import pages_of
from iij_xbrl.read.monospaced.pieces import MARKUP, is_parted
from iij_xbrl.read.monospaced.widths import is_wide
from iij_xbrl.read.origins import JoinedOrigin, Origin

if TYPE_CHECKING:
    from iij_xbrl.read.monospaced.tables import FixedTable

_SIGNS = ".,;:()\"'“”‘’"


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

    None goes over a line that `is_other`; over the end of a page those do whose rows go on there.
    """
    found: dict[int, list[FixedTable]] = {}
    pages = pages_of([line.raw for line in lines], [line.origin.page for line in lines])
    is_converted = any(line.origin.page is not None for line in lines)
    for run in pages.runs:
        for other, held in groupby(run, key=lambda at: is_other(lines[at].raw)):
            if not other:
                indexes = list(held)
                shown = ["" if at in pages.repeated else _shown(lines[at]) for at in indexes]
                breaks = {number for number, at in enumerate(indexes) if at in pages.breaks}
                if any(map(is_parted, shown)):
                    for table in _laid_out(shown, indexes, breaks, is_converted=is_converted):
                        found.setdefault(table.first, []).append(table)
    return found


def _laid_out(
    shown: Sequence[str], indexes: Sequence[int], breaks: Set[int], *, is_converted: bool
) -> Iterator[FixedTable]:
    """The tables of lines that have these indexes; what lays pages out is imported for a text that needs it."""
    from iij_xbrl.read.monospaced.tables import fixed_tables, in_text

    return (in_text(table, indexes) for table in fixed_tables(shown, breaks, is_converted=is_converted))


def rows_among(lines: Sequence[SetLine]) -> int:
    """How many lines may be rows of tables that are set with spaces, at least; what holds too many is not laid out."""
    return sum(_may_be_row(line.raw) for line in lines)


def _may_be_row(raw: str) -> bool:
    """Whether a line ends with a digit, a sign at most behind it, and two spaces in front of its last word."""
    words = raw.rsplit(None, 1)
    if len(words) < 2 or not any(map(str.isdecimal, words[1][-3:])):
        return False
    return raw[: raw.rindex(words[1])].endswith("  ")


def words_of(lines: Iterable[SetLine]) -> frozenset[str]:
    """The words of a text, in small letters, without those that a hyphen cuts at the end of a line."""
    words = (word.strip(_SIGNS).lower() for line in lines for word in line.plain.split())
    return frozenset(word for word in words if word)


def table_of(lines: Sequence[SetLine], table: FixedTable, known: Set[str], block: int) -> Table:
    """A table of the document, of all lines of the text and one of the tables in it; `known` are the words of that."""
    rows = [
        [
            _Placed(
                tuple((lines[part.line], part.start, part.end) for part in slot.parts),
                slot.column,
                slot.span,
                slot.head,
                frozenset(at for at, part in enumerate(slot.parts) if part.glued),
                known,
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
    """A cell: characters of one or more lines, its column (0 holds the labels), how many it spans, whether it heads.

    `glued` are the indexes of those that go on with the ones in front of them, without a space, and `known` the words
    of the text.
    """

    parts: tuple[tuple[SetLine, int, int], ...]
    column: int
    span: int = 1
    head: bool = False
    glued: frozenset[int] = frozenset()
    known: Set[str] = frozenset()

    @property
    def indent(self) -> int:
        """How many characters of its first line stand in front of it."""
        line, start, end = self.parts[0]
        return start + indent_of(line.raw[start:end])

    def text(self, block: int, row: int, cell: int) -> Text:
        """Its lines as one text."""
        cut = self._cut()
        texts = [
            line.text(block, row, cell, start, end - (at in cut)) for at, (line, start, end) in enumerate(self.parts)
        ]
        if len(texts) == 1:
            return texts[0]
        spaces = ["", *("" if _goes_on(upper.plain, lower.plain) else " " for upper, lower in pairwise(texts))]
        spaces = ["" if at in self.glued or at - 1 in cut else space for at, space in enumerate(spaces)]
        raw, plain = (
            "".join(space + getattr(text, name) for space, text in zip(spaces, texts, strict=True))
            for name in ("raw", "plain")
        )
        ends = accumulate(len(space) + len(text.raw) for space, text in zip(spaces, texts, strict=True))
        starts = [end - len(text.raw) for end, text in zip(ends, texts, strict=True)]
        origin = JoinedOrigin(
            tuple((at, text.span.origin) for at, text in zip(starts, texts, strict=True)), 0, len(raw)
        )
        return Text(raw, plain, Span(block, row, cell, 0, len(raw), origin))

    def _cut(self) -> set[int]:
        """The indexes of its parts that end with a hyphen for the end of the line alone."""
        said = [line.plain[start:end] for line, start, end in self.parts]
        return {at for at, (upper, lower) in enumerate(pairwise(said)) if _is_cut(upper, lower, self.known)}

    def empty(self, block: int, row: int, cell: int) -> TableCell:
        """An empty cell beside it."""
        line, start, _ = self.parts[0]
        return TableCell(line.text(block, row, cell, start, start))


def _is_cut(upper: str, lower: str, known: Set[str]) -> bool:
    """Whether a line ends with a hyphen within a word that the text has whole, or of which it knows no part."""
    if not upper.endswith("-") or not lower[:1].isalpha():
        return False
    stem, rest = upper.split()[-1][:-1].lstrip(_SIGNS).lower(), lower.split()[0].rstrip(_SIGNS).lower()
    if not stem.isalpha() or f"{stem}-{rest}" in known:
        return False
    return stem + rest in known or (rest.isalpha() and not {stem, rest} & known)


def _goes_on(upper: str, lower: str) -> bool:
    """Whether no space belongs between lines of a cell: a wide script ends its lines anywhere, words at a hyphen."""
    last, first = upper[-1:], lower[:1]
    if is_wide(last) or is_wide(first):
        return all(end.isdecimal() or is_wide(end) for end in (last, first))
    return last == "-" and upper[-2:-1].isalpha() and first.isalpha()


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
