"""The cells of a table set with spaces: which characters of which lines, and the rows of its head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from iij_xbrl.read.layout.lines.lines import Segment
from iij_xbrl.read.layout.lines.words import Word
from iij_xbrl.read.layout.tables.grid import Columns
from iij_xbrl.read.layout.tables.tables import Grid, GridCell
from iij_xbrl.read.monospaced.head_cells import HeadLine, alone, head_cells
from iij_xbrl.read.monospaced.head_places import Place
from iij_xbrl.read.monospaced.placed import LABEL, OPEN, PlacedLine, PlacedTable
from iij_xbrl.read.monospaced.widths import Scale
from iij_xbrl.read.monospaced.written import WIDTH, lines_below


@dataclass(frozen=True, slots=True)
class Part:
    """Characters of a line, which is told by its index; `glued` where they go on with the part in front of them."""

    line: int
    start: int
    end: int
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell: its lines, its column (0 holds the labels), how many columns it spans, whether it heads them."""

    parts: tuple[Part, ...]
    column: int
    span: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a text: the scale of each, by its number, and the numbers of a table's lines by their baselines."""

    scales: Mapping[int, Scale]
    numbers: Mapping[float, int]

    def lines(self, words: Sequence[Word]) -> list[int]:
        """The numbers of the lines that the words of a piece were written in, which stands on one line of its table."""
        held = next(word.baseline for word in words if word.baseline in self.numbers)
        return [self.numbers[held] + lines_below(word, held) for word in words]


def rows_of(grid: Grid, table: PlacedTable, sheet: Sheet) -> Iterator[tuple[Slot, ...]]:
    """The rows of a table: those of its head by lines that go on with each other, each piece where it was placed.

    Where a line of the head is in no column, or has several heads in one, none of its lines is: which column it goes on
    to speak of is not known.
    """
    heads = {line.baseline for row in grid.rows if row.head for cell in row.cells for line in cell.lines}
    placed = [line for line in table.lines if line.line.baseline in heads]
    columns = None if grid.width == table.columns + 1 else grid.columns
    if any(not line.is_row and (line.places[-1] == OPEN or _has_two_in_one(line, columns)) for line in placed):
        yield from _open_head(placed, grid.width, sheet)
    else:
        yield from _head(placed, columns, sheet)
    for row in grid.rows:
        if not row.head:
            yield tuple(_slot(cell, grid.columns, sheet) for cell in row.cells)


def _open_head(lines: Sequence[PlacedLine], width: int, sheet: Sheet) -> Iterator[tuple[Slot, ...]]:
    """The lines of a head as one cell over all columns; what stands over the labels, and figures, as rows."""
    parts = []
    for line in lines:
        pieces = [
            (_parts_of(segment, sheet), place) for segment, place in zip(line.line.segments, line.places, strict=True)
        ]
        if line.is_row:
            yield tuple(Slot(held, *_bounds(place, width)) for held, place in pieces)
        else:
            labels = [part for held, place in pieces if place == LABEL for part in held]
            parts += [part for held, place in pieces if place != LABEL for part in held]
            if labels:
                yield (Slot(tuple(labels), 0),)
    yield (Slot(tuple(parts), 1, width - 1, head=True),)


def _bounds(place: Place, width: int) -> tuple[int, int]:
    """The first column and the number of columns of a place."""
    first, last = (1, width - 1) if place == OPEN else place
    return first, last - first + 1


def _head(lines: Sequence[PlacedLine], columns: Columns | None, sheet: Sheet) -> Iterator[tuple[Slot, ...]]:
    """The rows of a head; over `columns` where the table has others than those that its lines were placed by."""
    for is_row, group in groupby(lines, key=lambda line: line.is_row):
        found = [_placed(line, columns) for line in group]
        for cells in map(alone, found) if is_row else head_cells(found):
            yield tuple(
                Slot(
                    _parts_in(cell.lines, sheet),
                    cell.place[0],
                    cell.place[1] - cell.place[0] + 1,
                    bool(cell.place[0]) and not is_row,
                )
                for cell in cells
            )


def _has_two_in_one(line: PlacedLine, columns: Columns | None) -> bool:
    """Whether two heads of a line are over the same columns, of `columns` where they are given."""
    places = [place for _, place in _placed(line, columns) if place != LABEL]
    return len(set(places)) < len(places)


def _placed(line: PlacedLine, columns: Columns | None) -> HeadLine:
    """The pieces of a line of a head, each with its place, over `columns` where they are given."""
    found = []
    for segment, place in zip(line.line.segments, line.places, strict=True):
        over = columns.holding(segment.box) if place[0] and columns else []
        found.append((segment, (over[0], over[-1]) if over else LABEL if place[0] and columns else place))
    return found


def _slot(cell: GridCell, columns: Columns, sheet: Sheet) -> Slot:
    """A cell of a row; one over several columns holds what is said of all of them."""
    over = columns.holding(cell.lines[0].box) if cell.column else []
    column, span = (over[0], len(over)) if len(over) > 1 else (cell.column, 1)
    return Slot(_parts_in(cell.lines, sheet), column, span)


def _parts_in(segments: Iterable[Segment], sheet: Sheet) -> tuple[Part, ...]:
    return tuple(part for segment in segments for part in _parts_of(segment, sheet))


def _parts_of(segment: Segment, sheet: Sheet) -> tuple[Part, ...]:
    """The characters of a piece, by the lines that they are written in."""
    placed = zip(sheet.lines(segment.words), segment.words, strict=True)
    return tuple(
        _part([word for _, word in held], line, sheet) for line, held in groupby(placed, key=lambda item: item[0])
    )


def _part(words: Sequence[Word], line: int, sheet: Sheet) -> Part:
    start, end = (round(side / WIDTH) for side in (words[0].edges[0][0], words[-1].edges[0][1]))
    scale = sheet.scales[line]
    return Part(line, scale.character(start), scale.character(end), words[0].glued)
