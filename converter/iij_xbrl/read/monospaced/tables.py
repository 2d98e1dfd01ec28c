"""Tables set with spaces, as `pdftotext -layout` and press wires write them: which characters are which cells.

A text whose characters are all of one width is a page whose layout is known: each line is a line of that page, cut at
two or more spaces or at leading dots, and numbers with single spaces between them apart. What is a table, which of its
lines are one row, and which columns heads stand over is found as on a page of a PDF.

What such a text has beyond that is exact columns: figures end below each other. A row whose figures end elsewhere is in
no column, unless it has one for each. Japanese characters are two columns wide, where that lets figures stand below
each other. Only positions are looked at, and whether a piece is a number; nothing of finance. Characters of markup,
which are no spaces of the page, come as `MARKUP`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from iij_xbrl.read.layout.geometry import Box
from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.lines.words import Word
from iij_xbrl.read.layout.shapes import is_number
from iij_xbrl.read.layout.tables.grid import Columns, parted, side_by_side
from iij_xbrl.read.layout.tables.stretches import stretches
from iij_xbrl.read.layout.tables.tables import Grid, GridCell, grids, spacing
from iij_xbrl.read.marks import note_start
from iij_xbrl.read.monospaced.columns import figures_of, is_spaced
from iij_xbrl.read.monospaced.half_lines import as_on_page
from iij_xbrl.read.monospaced.head_cells import HeadLine, alone, head_cells
from iij_xbrl.read.monospaced.head_places import Place
from iij_xbrl.read.monospaced.heads import as_one, unglued
from iij_xbrl.read.monospaced.placed import LABEL, OPEN, PlacedLine, PlacedTable, placed_tables
from iij_xbrl.read.monospaced.widths import PLAIN, Scale, scales_of

MARKUP = "\x7f"
_GAP = re.compile(r"\s*(?:\.{4,}|(?:\s\.){4,})\s*|\s{2,}")  # dots that lead from a label to its figures are one, too
_RULE = re.compile(r"\s*(?:[-=_—─═]{2,}(?:\s+|$))+")
_WORD = re.compile(r"\S+")
_FEWEST = 2  # lines of a table
_SPACES = 4  # at most between the pieces of a line that is no row of a table
_MOST_LINES = 300  # of a text whose layout is found at once
_MOST_PIECES = 50  # of a row of a table
_WIDTH, _SIZE, _PITCH = 5.0, 10.0, 12.0  # points: a character, its font, the distance of lines
_INWARD = 16  # characters: lines of heads begin further to the right
_ABOVE, _BELOW = 8.0, 2.0  # points: how far characters reach from what they stand on


@dataclass(frozen=True, slots=True)
class Part:
    """Characters of a line, which is told by its index."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell: its lines, its column (0 holds the labels), how many columns it spans, whether it heads them."""

    parts: tuple[Part, ...]
    column: int
    span: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class FixedTable:
    """A table: its first line, the one behind its last, its columns with the labels', and the cells of its rows.

    Tables side by side, or one below another with nothing between, have all of their lines in common.
    """

    first: int
    end: int
    width: int
    rows: tuple[tuple[Slot, ...], ...]


def fixed_tables(lines: Sequence[str], breaks: Collection[int] = (), start: int = 0) -> Iterator[FixedTable]:
    """The tables among lines, in order.

    `start` is the number of the first line, and `breaks` are those of lines with which pages begin, each set by itself.
    """
    for first, end in _windows(lines):
        if all(len(list(_pieces(line))) <= 1 for line in lines[first:end]):
            continue
        scales, page = _page(lines[first:end], start + first)
        if not any(len(line.segments) > 1 for line in page):
            continue
        found_in = _with_own_heads([one.lines for one in stretches(page) if one.is_table and len(one.lines) >= _FEWEST])
        empty = {number for number, line in enumerate(lines[first:end], start + first) if not line.strip()}
        tight = [held for held in found_in if not is_spaced(held, _SPACES * _WIDTH)]
        whole = [_without_notes(_without_titles(held, empty)) for held in tight]
        placed = [
            [
                table
                for lines in _beside(one)
                for part in _with_heads(lines, breaks)
                for table in placed_tables(_by_page(part, breaks))
            ]
            for one in whole
        ]
        set_anew = [[_as_on_page(table) for table in tables] for tables in placed]
        distances = spacing([lines for tables in set_anew for lines in tables])
        by_line = dict(enumerate(scales, start + first))
        for lines_held, tables, anew in zip(whole, placed, set_anew, strict=True):
            bounds = _line_of(lines_held[0].words[0]), _line_of(lines_held[-1].words[0]) + 1
            found = [
                FixedTable(*bounds, grid.width, tuple(_rows(grid, table, _Sheet(by_line, _numbers(table, own)))))
                for table, own in zip(tables, anew, strict=True)
                for grid in grids(own, (), distances)
            ]
            if _hold_all(found, lines_held, by_line):
                yield from found


def _with_own_heads(tables: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """The lines of tables, each with those behind the last figures of the one above that go on right into it."""
    found: list[Sequence[Line]] = []
    for table in tables:
        above = found[-1] if found else ()
        lines = (*above, *table)
        own = len(above)
        while own and not figures_of(lines[own - 1]) and _is_next(lines[own - 1], lines[own]):
            own -= 1
        if 0 < own < len(above):
            found[-1], table = lines[:own], lines[own:]
        found.append(table)
    return found


def _is_next(line: Line, following: Line) -> bool:
    return _line_of(following.words[0]) == _line_of(line.words[0]) + 1


def _without_notes(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a table without notes right below the last row of figures, which would end its label."""
    last = max((at for at, line in enumerate(lines) if figures_of(line)), default=len(lines))
    end = next((at for at in range(last + 1, len(lines)) if note_start(lines[at].text)), len(lines))
    return lines[:end]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The lines of a text: the scale of each, by its number, and the numbers of a table's lines by their baselines."""

    scales: Mapping[int, Scale]
    numbers: Mapping[float, int]


def _as_on_page(table: PlacedTable) -> list[Line]:
    """The lines of a table with figures half way between the lines of their labels."""
    are_figures = [all(piece.figure for piece in line.line.segments) for line in table.lines]
    return as_on_page([line.line for line in table.lines], are_figures, _PITCH)


def _numbers(table: PlacedTable, moved: Sequence[Line]) -> dict[float, int]:
    """The numbers of the lines of a table by the baselines to which they were moved."""
    return {
        line.baseline: round(placed.line.baseline / _PITCH) for placed, line in zip(table.lines, moved, strict=True)
    }


def _hold_all(tables: Sequence[FixedTable], lines: Sequence[Line], scales: Mapping[int, Scale]) -> bool:
    """Whether each word of lines stands in one of the tables that are made of them; else they are no tables."""
    held: dict[int, list[Part]] = {}
    for part in (part for table in tables for row in table.rows for slot in row for part in slot.parts):
        held.setdefault(part.line, []).append(part)
    for word in (word for line in lines for word in line.words):
        number = _line_of(word)
        at = scales[number].character(round(word.edges[0][0] / _WIDTH))
        if not any(part.start <= at < part.end for part in held.get(number, ())):
            return False
    return True


def _beside(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each of two tables side by side, or of the only one."""
    at = side_by_side(lines)
    return [list(lines)] if at is None else [part for part in parted(lines, at) if part]


def _with_heads(lines: Sequence[Line], breaks: Collection[int]) -> list[list[Line]]:
    """The lines of each table that stands below another with nothing but an empty line between, and has heads again."""
    parts: list[list[Line]] = [[]]
    last = _line_of(lines[0].words[0])
    for at, line in enumerate(lines):
        number = _line_of(line.words[0])
        is_apart = number > last + 1 and not any(between in breaks for between in range(last + 1, number + 1))
        if is_apart and any(map(figures_of, parts[-1])) and _begins_with_heads(lines[at:]):
            parts.append([])
        parts[-1].append(line)
        last = number
    return parts


def _begins_with_heads(lines: Sequence[Line]) -> bool:
    """Whether lines begin with heads of columns, several or of several lines, and figures follow."""
    above = list(takewhile(lambda line: not figures_of(line), lines))
    rows = takewhile(figures_of, lines[len(above) :])
    labels = [line.segments[0].box.right for line in rows if not line.segments[0].figure]
    margin = min(_INWARD * _WIDTH, max(labels, default=_INWARD * _WIDTH))
    inward = list(takewhile(lambda line: line.segments[0].box.left >= margin, above))
    return len(above) < len(lines) and (len(inward) > 1 or any(len(line.segments) > 1 for line in inward))


def _without_titles(lines: Sequence[Line], empty: Collection[int]) -> Sequence[Line]:
    """The lines of a table without those above it that empty lines part from its heads, and its rows from none.

    Entries of forms and titles with something beside them have pieces as rows have. `empty` are the numbers of empty
    lines: a rule that is drawn below heads is none.
    """
    numbers = [_line_of(line.words[0]) for line in lines]
    first = next((at for at, line in enumerate(lines) if figures_of(line)), 0)
    for at in range(first - 1, 0, -1):
        is_apart = any(between in empty for between in range(numbers[at - 1] + 1, numbers[at]))
        if is_apart and (len(lines[at - 1].segments) == 1 or lines[at - 1].segments[0].box.left < _INWARD * _WIDTH):
            rows = list(takewhile(lambda one: numbers[one] == numbers[one - 1] + 1, range(at + 1, len(lines))))
            return lines[at:] if at + len(rows) >= first and _begins_with_heads(lines[at:]) else lines
    return lines


def _by_page(table: Sequence[Line], breaks: Collection[int]) -> list[list[Line]]:
    """The lines of a table by page."""
    parts: list[list[Line]] = [[]]
    last = _line_of(table[0].words[0])
    for line in table:
        number = _line_of(line.words[0])
        if any(at in breaks for at in range(last + 1, number + 1)):
            parts.append([])
        parts[-1].append(line)
        last = number
    return parts


def _windows(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """So many lines at a time as two pages have at most; they end where a line is empty, if one is."""
    first = 0
    while first < len(lines):
        end = min(first + _MOST_LINES, len(lines))
        if end < len(lines):
            end = next((at for at in range(end, first + _MOST_LINES // 2, -1) if not lines[at].strip()), end)
        yield first, end
        first = end


def _page(lines: Sequence[str], first: int) -> tuple[list[Scale], list[Line]]:
    """Lines as those of a page, by the columns that they were set in, characters or widths; and what a column is."""
    plain = [PLAIN] * len(lines)
    scales = scales_of(lines)
    page = _lines(lines, plain, first)
    if all(scale is PLAIN for scale in scales):
        return plain, page
    by_widths = _lines(lines, scales, first)
    return (scales, by_widths) if _edges(by_widths) < _edges(page) else (plain, page)


def _edges(page: Sequence[Line]) -> int:
    """At how many places figures end: the fewer, the more of them stand below each other."""
    return len({segment.box.right for line in page for segment in line.segments[1:] if segment.figure})


def _lines(lines: Sequence[str], scales: Sequence[Scale], first: int) -> list[Line]:
    found = []
    for number, (line, scale) in enumerate(zip(lines, scales, strict=True), first):
        if _RULE.fullmatch(line):
            continue  # drawn, and not said
        segments = [_segment(line, *piece, number, scale) for piece in _pieces(line)]
        if segments and segments[0].box.left >= _INWARD * _WIDTH and not any(segment.figure for segment in segments):
            segments = unglued(segments)
        if segments:
            found.append(Line(tuple(segments) if len(segments) <= _MOST_PIECES else (as_one(segments),)))
    return found


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    """Where the pieces of a line start and end: at two or more spaces, and each where all of its words are numbers."""
    start = 0
    for gap_start, gap_end in [*(match.span() for match in _GAP.finditer(line)), (len(line), len(line))]:
        words = [match.span() for match in _WORD.finditer(line, start, gap_start)]
        if len(words) > 1 and all(is_number(line[slice(*word)].replace(MARKUP, "")) for word in words):
            yield from words
        elif words:
            yield words[0][0], words[-1][1]
        start = gap_end


def _segment(line: str, start: int, end: int, number: int, scale: Scale) -> Segment:
    baseline = number * _PITCH
    words: list[Word] = []
    for match in _WORD.finditer(line, start, end):
        left, right = scale.column(match.start()) * _WIDTH, scale.column(match.end()) * _WIDTH
        box = Box(left, baseline - _ABOVE, right, baseline + _BELOW)
        text = match.group().replace(MARKUP, "") or MARKUP
        words.append(Word(text, box, baseline, _SIZE, False, ((left, right),), spaces=int(bool(words))))
    return Segment(tuple(words))


def _line_of(word: Word) -> int:
    return round(word.baseline / _PITCH)


def _rows(grid: Grid, table: PlacedTable, sheet: _Sheet) -> Iterator[tuple[Slot, ...]]:
    """The rows of a table: those of its head by lines that go on with each other, each piece where it was placed.

    Where a line of the head is in no column, none of its lines is: which column it goes on to speak of is not known.
    """
    heads = {line.baseline for row in grid.rows if row.head for cell in row.cells for line in cell.lines}
    placed = [line for line in table.lines if line.line.baseline in heads]
    if any(not line.is_row and line.places[-1] == OPEN for line in placed):
        yield from _open_head(placed, grid.width, sheet)
    else:
        alike = grid.width == table.columns + 1
        yield from _head(placed, None if alike else grid.columns, sheet)
    for row in grid.rows:
        if not row.head:
            yield tuple(_slot(cell, grid.columns, sheet) for cell in row.cells)


def _open_head(lines: Sequence[PlacedLine], width: int, sheet: _Sheet) -> Iterator[tuple[Slot, ...]]:
    """The lines of a head as one cell over all columns; what stands over the labels, and figures, as rows."""
    parts = []
    for line in lines:
        pieces = [
            (_part(segment, sheet), place) for segment, place in zip(line.line.segments, line.places, strict=True)
        ]
        if line.is_row:
            yield tuple(Slot((part,), *_bounds(place, width)) for part, place in pieces)
        else:
            labels = [part for part, place in pieces if place == LABEL]
            parts += [part for part, place in pieces if place != LABEL]
            if labels:
                yield (Slot(tuple(labels), 0),)
    yield (Slot(tuple(parts), 1, width - 1, head=True),)


def _bounds(place: Place, width: int) -> tuple[int, int]:
    """The first column and the number of columns of a place."""
    first, last = (1, width - 1) if place == OPEN else place
    return first, last - first + 1


def _head(lines: Sequence[PlacedLine], columns: Columns | None, sheet: _Sheet) -> Iterator[tuple[Slot, ...]]:
    """The rows of a head; over `columns` where the table has others than those that its lines were placed by."""
    for is_row, group in groupby(lines, key=lambda line: line.is_row):
        found = [_placed(line, columns) for line in group]
        for cells in map(alone, found) if is_row else head_cells(found):
            yield tuple(
                Slot(
                    tuple(_part(segment, sheet) for segment in cell.lines),
                    cell.place[0],
                    cell.place[1] - cell.place[0] + 1,
                    bool(cell.place[0]) and not is_row,
                )
                for cell in cells
            )


def _placed(line: PlacedLine, columns: Columns | None) -> HeadLine:
    """The pieces of a line of a head, each with its place, over `columns` where they are given."""
    found = []
    for segment, place in zip(line.line.segments, line.places, strict=True):
        over = columns.holding(segment.box) if place[0] and columns else []
        found.append((segment, (over[0], over[-1]) if over else LABEL if place[0] and columns else place))
    return found


def _slot(cell: GridCell, columns: Columns, sheet: _Sheet) -> Slot:
    """A cell of a row; one over several columns holds what is said of all of them."""
    over = columns.holding(cell.lines[0].box) if cell.column else []
    column, span = (over[0], len(over)) if len(over) > 1 else (cell.column, 1)
    return Slot(tuple(_part(segment, sheet) for segment in cell.lines), column, span)


def _part(segment: Segment, sheet: _Sheet) -> Part:
    line = sheet.numbers[segment.words[0].baseline]
    start, end = (round(side / _WIDTH) for side in (segment.words[0].edges[0][0], segment.words[-1].edges[0][1]))
    scale = sheet.scales[line]
    return Part(line, scale.character(start), scale.character(end))
