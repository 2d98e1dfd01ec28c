"""Sheets as a document: which cells of a grid are tables, which are headings, and which are running text.

Rows that stand together are a region. From its first row with several cells on, a region is a table; texts alone in
their row above are its titles. A region without a head of its own goes on with the table above it, or with the heads
that stand alone above it. Tables side by side are told by an empty column with labels behind it; other empty columns
are space.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from iij_xbrl.read.document import Block, Heading, Paragraph, Row, Span, Table, TableCell, Text
from iij_xbrl.read.gapless import LONG, parts_of_rows
from iij_xbrl.read.markup import plain
from iij_xbrl.read.origins import Origin

FIGURE = re.compile(r"[(（△▲+−–-]*\s*[¥￥$€£]?\s*[\d０-９][\d０-９,.，．]*\s*[)）]?\s*[%％]?[)）]?|[-–—―−‐－]")
"""A text that is written as a number, or a dash."""

_NAMELESS = re.compile(r"Unnamed: \d+(?:_level_\d+)?")  # as data frames name columns without a header
_FEW_WORDS = 6
_COLUMN = 2  # characters that labels of one column are further in than those of the column in front of it


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that holds something: its text as it is shown, its place, and whether it is a number, bold or spanning.

    `indent` is how many characters its text is set in.
    """

    row: int
    column: int
    text: str
    origin: Origin
    number: bool = False
    bold: bool = False
    rowspan: int = 1
    colspan: int = 1
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that are one table, with the texts alone in their rows above it; there may be no rows, or no texts."""

    titles: tuple[GridCell, ...]
    rows: tuple[tuple[GridCell, ...], ...]


def blocks(cells: Sequence[GridCell], first: int = 0) -> Iterator[Block]:
    """The blocks of a sheet, in order; `first` is the number of the first one. Cells come row by row."""
    number = first
    for region in regions([cell for cell in cells if not _NAMELESS.fullmatch(cell.text)]):
        for title in region.titles:
            yield _title(title, number, is_of_table=_is_first_row(title, region.rows))
            number += 1
        parts = list(_side_by_side(region.rows))
        for part in _titled(parts) if len(parts) > 1 else (Region((), rows) for rows in parts):
            for title in part.titles:
                yield _title(title, number, is_of_table=_is_first_row(title, part.rows))
                number += 1
            if part.rows:
                yield _table(part.rows, number)
                number += 1


def regions(cells: Sequence[GridCell]) -> Iterator[Region]:
    """The tables of a sheet with their titles, and its other texts, in order. Cells come row by row."""
    return _joined(_apart(cells))


def _apart(cells: Sequence[GridCell]) -> Iterator[Region]:
    """Rows without an empty row between them; texts alone above and below the rows of the table are set apart."""
    rows = [tuple(group) for _, group in groupby(cells, key=lambda cell: cell.row)]
    start = 0
    for position in range(1, len(rows) + 1):
        if position < len(rows) and rows[position][0].row <= _last_row(rows[position - 1]) + 1:
            continue
        is_headed = position < len(rows) and len(rows[position]) == 1
        for begin, end in parts_of_rows(rows[start:position]):
            is_free = start + end == position and (is_headed or position == len(rows))
            yield from _region(rows[start + begin : start + end], may_end_in_text=is_free)
        start = position


def _last_row(row: Sequence[GridCell]) -> int:
    return max(cell.row + cell.rowspan - 1 for cell in row)


def _region(rows: Sequence[tuple[GridCell, ...]], *, may_end_in_text: bool = False) -> Iterator[Region]:
    """A table with the texts alone above and below it.

    A few words right below its labels are a row of it, where no table follows that they may be the title of.
    """
    wide = [row for row in rows if len(row) > 1]
    left = min((row[0].column for row in wide), default=0)
    table = [at for at, row in enumerate(rows) if len(row) > 1 or row[0].number or (wide and row[0].column > left)]
    if not table:
        yield Region(tuple(cell for row in rows for cell in row), ())
        return
    end = table[-1] + 1
    if may_end_in_text and len(rows) == end + 1 and _is_row(rows[end][0], left):
        end += 1
    above, below = rows[: table[0]], rows[end:]
    yield Region(tuple(row[0] for row in above), tuple(rows[table[0] : end]))
    if below:
        yield Region(tuple(row[0] for row in below), ())


def _is_row(cell: GridCell, left: int) -> bool:
    """Whether a text alone below a table is as short as labels are, stands where they stand, and is no title."""
    return cell.column == left and not cell.bold and len(cell.text.split()) <= _FEW_WORDS


def _joined(regions: Iterator[Region]) -> Iterator[Region]:
    """The regions, each that has no head of its own as a part of the table, or of the heads alone, above it."""
    held: _Held | None = None
    for region in regions:
        if held and region.rows and held.goes_on(region):
            held.add(region)
            continue
        if held:
            yield held.region()
        held = _Held(region)
    if held:
        yield held.region()


class _Held:
    """A region that may go on below: its rows so far, and in which columns it has heads, labels and figures."""

    def __init__(self, region: Region) -> None:
        self._titles = region.titles
        self._rows: list[tuple[GridCell, ...]] = []
        self._heads: set[int] = set()
        self._labels: set[int] = set()
        self._figures: set[int] = set()
        self._add_rows(region.rows)

    def region(self) -> Region:
        """All of it."""
        return Region(self._titles, tuple(self._rows))

    def add(self, lower: Region) -> None:
        """Add what goes on with it: texts alone are rows."""
        self._add_rows([*((title,) for title in lower.titles), *lower.rows])

    def goes_on(self, lower: Region) -> bool:
        """Whether rows have their figures in its columns and no head, and are only labelled in front.

        Below heads alone each of these is over a column of figures, or beside the first of them.
        """
        own = {cell.column for row in lower.rows for cell in row if cell.number}
        if not self._rows or not own or _has_head(lower.rows):
            return False
        labels = self._labels | {row[0].column for row in lower.rows if not row[0].number}
        known = self._figures | {column for column in self._heads if column > max(labels, default=0)}
        if not known or (not self._figures and not known <= own | {column - 1 for column in own}):
            return False
        first = min(known)
        labelled = all(len(title.text) <= LONG and title.column < first for title in lower.titles)
        is_known = own <= known if self._figures else bool(own & known)
        is_bare = not self._figures and own == known  # rows without labels
        return is_known and labelled and (lower.rows[0][0].column < first or is_bare)

    def _add_rows(self, rows: Sequence[tuple[GridCell, ...]]) -> None:
        for row in rows:
            numbers = {cell.column for cell in row if cell.number}
            self._figures |= numbers
            if not self._figures:
                self._heads |= {column for cell in row for column in _columns(cell)}
            elif numbers and not row[0].number:
                self._labels.add(row[0].column)
        self._rows.extend(rows)


def _has_head(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Whether a row above the first figures has texts in the columns of the figures."""
    figures = {cell.column for row in rows for cell in row if cell.number}
    for row in rows:
        if any(cell.number for cell in row):
            return False
        if any(_covers(cell, figures) for cell in row):
            return True
    return False


def _covers(cell: GridCell, columns: set[int]) -> bool:
    return any(column in columns for column in _columns(cell))


def _side_by_side(rows: Sequence[tuple[GridCell, ...]]) -> Iterator[tuple[tuple[GridCell, ...], ...]]:
    """The tables of a region: cut at an empty column behind which rows begin with a label again."""
    if not rows:
        return
    used = sorted({at for row in rows for cell in row for at in _columns(cell)})
    cuts = [right for left, right in pairwise(used) if right - left > 1 and _begins_table(rows, right)]
    for begin, end in pairwise([used[0], *cuts, used[-1] + 1]):
        part = (tuple(cell for cell in row if begin <= cell.column < end) for row in rows)
        yield tuple(row for row in part if row)


def _titled(tables: Iterable[Sequence[tuple[GridCell, ...]]]) -> Iterator[Region]:
    """Tables side by side, each with the titles above it alone."""
    for rows in tables:
        yield from _region(rows)


def _begins_table(rows: Sequence[Sequence[GridCell]], column: int) -> bool:
    """Whether most rows with figures from a column on have a text in that column."""
    behind = [[cell for cell in row if cell.column >= column] for row in rows]
    figures = [row for row in behind if any(cell.number for cell in row)]
    labelled = [row for row in figures if row[0].column == column and not row[0].number]
    before = [row for row in rows if any(cell.number and cell.column < column for cell in row)]
    return bool(before) and len(labelled) * 2 > len(figures)


def _table(rows: Sequence[tuple[GridCell, ...]], block: int) -> Table:
    """The rows as a table: the labels, however far they are indented by columns, in one column in front."""
    first = _first_figures(rows)
    used = sorted(_borders(rows, first))
    labels = any(cell.column < first for row in rows for cell in row)
    places = {column: at for at, column in enumerate(used, int(labels))}
    covered = {
        (cell.row + down, places[column])
        for row in rows
        for cell in row
        for down in range(1, cell.rowspan)
        for column in _columns(cell)
        if column in places
    }
    width = len(used) + int(labels)
    left = min(cell.column for row in rows for cell in row)
    rows = _without_empty(rows)
    return Table(tuple(_row(row, block, number, places, covered, width, left) for number, row in enumerate(rows)))


def _without_empty(rows: Sequence[tuple[GridCell, ...]]) -> list[tuple[GridCell, ...]]:
    """The rows; a cell reaches into those that hold something, since others are none of the table."""
    numbers = [row[0].row for row in rows]
    return [
        tuple(replace(cell, rowspan=bisect_left(numbers, cell.row + cell.rowspan) - at) for cell in row)
        if any(cell.rowspan > 1 for cell in row)
        else row
        for at, row in enumerate(rows)
    ]


def _borders(rows: Sequence[Sequence[GridCell]], first: int) -> set[int]:
    """The columns that tell cells apart: in each of them, from the first on, some cell begins, or ends before it."""
    covered = {at for row in rows for cell in row for at in _columns(cell) if at >= first}
    begins = {first, *(cell.column for row in rows for cell in row)}
    return covered & (begins | {cell.column + cell.colspan for row in rows for cell in row})


def _columns(cell: GridCell) -> range:
    return range(cell.column, cell.column + cell.colspan)


def _first_figures(rows: Sequence[Sequence[GridCell]]) -> int:
    """The first column behind the labels: that of the first figures, or of a second text in one row."""
    figures = min((cell.column for row in rows for cell in row if cell.number), default=None)
    seconds = min((row[1].column for row in rows if len(row) > 1), default=None)
    found = [column for column in (figures, seconds) if column is not None]
    return min(found, default=rows[0][0].column + 1)


def _row(
    row: Sequence[GridCell],
    block: int,
    number: int,
    places: dict[int, int],
    covered: set[tuple[int, int]],
    width: int,
    left: int,
) -> Row:
    """A row with a cell for each of so many columns where it has figures, but for those that others cover."""
    by_place = {places.get(cell.column, 0): cell for cell in row}
    found: list[TableCell] = []
    place, last = 0, max(max(by_place), width - 1 if any(cell.number for cell in row) else 0)
    while place <= last:
        cell = by_place.get(place)
        width = max(sum(column in places for column in _columns(cell)) if cell else 1, 1)
        if cell or (row[0].row, place) not in covered:
            text = _text(cell.text if cell else "", block, number, len(found), (cell or row[0]).origin)
            indent = _COLUMN * (cell.column - left) + cell.indent if cell and not place else 0
            found.append(TableCell(text, cell.rowspan if cell else 1, width, indent=indent))
        place += width
    return Row(tuple(found))


def _is_first_row(title: GridCell, rows: Sequence[Sequence[GridCell]]) -> bool:
    """Whether a text stands right on a table whose own heads are bold, too: it heads that one and no other."""
    return bool(rows) and rows[0][0].row == _last_row((title,)) + 1 and all(cell.bold for cell in rows[0])


def _title(cell: GridCell, block: int, *, is_of_table: bool) -> Block:
    if not cell.bold or len(cell.text) > LONG:
        return Paragraph((_text(cell.text, block, 0, 0, cell.origin),))
    if is_of_table:
        return Paragraph((_text(f"<b>{cell.text}</b>", block, 0, 0, cell.origin),))
    return Heading(_text(cell.text, block, 0, 0, cell.origin), 2)


def _text(text: str, block: int, row: int, cell: int, origin: Origin) -> Text:
    return Text(text, plain(text), Span(block, row, cell, 0, len(text), origin))
