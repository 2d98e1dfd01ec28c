"""Tables set with spaces, as `pdftotext -layout` and press wires write them: which characters are which cells.

A text whose characters are all of one width is a page whose layout is known: each line is a line of that page, cut at
two or more spaces or at leading dots, and numbers with single spaces between them apart. What is a table, which of its
lines are one row, and which columns heads stand over is found as on a page of a PDF.

What such a text has beyond that is exact columns: figures end below each other. A row whose figures end elsewhere is in
no column, unless it has one for each. Japanese characters are two columns wide, where that lets figures stand below
each other. Only positions are looked at, and whether a piece is a number; nothing of finance.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from iij_xbrl.read.layout.lines.lines import Line
from iij_xbrl.read.layout.tables.grid import parted, side_by_side
from iij_xbrl.read.layout.tables.stretches import stretches
from iij_xbrl.read.layout.tables.tables import grids, spacing
from iij_xbrl.read.marks import note_start
from iij_xbrl.read.monospaced.cells import Part, Sheet, Slot, rows_of
from iij_xbrl.read.monospaced.columns import figures_of, is_spaced
from iij_xbrl.read.monospaced.half_lines import as_on_page
from iij_xbrl.read.monospaced.label_widths import as_drawn
from iij_xbrl.read.monospaced.pieces import INWARD, is_parted
from iij_xbrl.read.monospaced.placed import LABEL, PlacedTable, placed_tables
from iij_xbrl.read.monospaced.widths import Scale
from iij_xbrl.read.monospaced.written import PITCH, WIDTH, bounds_of, line_of, page_of, windows

_FEWEST = 2  # lines of a table
_SPACES = 4  # at most between the pieces of a line that is no row of a table


@dataclass(frozen=True, slots=True)
class FixedTable:
    """A table: its first line, the one behind its last, its columns with the labels', and the cells of its rows.

    Tables side by side, or one below another with nothing between, have all of their lines in common.
    """

    first: int
    end: int
    width: int
    rows: tuple[tuple[Slot, ...], ...]


def fixed_tables(
    lines: Sequence[str], breaks: Collection[int] = (), *, is_converted: bool = False
) -> Iterator[FixedTable]:
    """The tables among lines, in order; `breaks` are those with which pages begin, each of which is set by itself.

    `is_converted` tells that the text was taken from drawn pages, whose characters are not all of one width.
    """
    for first, end in windows(lines):
        if not any(map(is_parted, lines[first:end])):
            continue
        scales, page = page_of(lines[first:end], first)
        if not any(len(line.segments) > 1 for line in page):
            continue
        found_in = _with_own_heads([one.lines for one in stretches(page) if one.is_table and len(one.lines) >= _FEWEST])
        empty = {number for number, line in enumerate(lines[first:end], first) if not line.strip()}
        tight = [held for held in found_in if not is_spaced(held, _SPACES * WIDTH)]
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
        set_anew = [[_as_on_page(table, is_converted=is_converted) for table in tables] for tables in placed]
        distances = spacing([lines for tables in set_anew for lines in tables])
        by_line = dict(enumerate(scales, first))
        for lines_held, tables, anew in zip(whole, placed, set_anew, strict=True):
            bounds = bounds_of(lines_held)
            found = [
                FixedTable(
                    *bounds, grid.width, tuple(rows_of(grid, _moved(table, own), Sheet(by_line, _numbers(table, own))))
                )
                for table, own in zip(tables, anew, strict=True)
                for grid in grids(own, (), distances)
            ]
            if _hold_all(found, lines_held, by_line):
                yield from found


def in_text(table: FixedTable, indexes: Sequence[int]) -> FixedTable:
    """A table of the lines of a text that have these indexes, in that text."""
    rows = tuple(
        tuple(replace(slot, parts=tuple(replace(part, line=indexes[part.line]) for part in slot.parts)) for slot in row)
        for row in table.rows
    )
    return FixedTable(indexes[table.first], indexes[table.end - 1] + 1, table.width, rows)


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
    return line_of(following.words[0]) == line_of(line.words[0]) + 1


def _without_notes(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a table without notes right below the last row of figures, which would end its label."""
    last = max((at for at, line in enumerate(lines) if figures_of(line)), default=len(lines))
    end = next((at for at in range(last + 1, len(lines)) if note_start(lines[at].text)), len(lines))
    return lines[:end]


def _as_on_page(table: PlacedTable, *, is_converted: bool) -> list[Line]:
    """The lines of a table with figures half way between the lines of their labels, and labels as wide as drawn."""
    are_figures = [all(piece.figure for piece in line.line.segments) for line in table.lines]
    lines = [line.line for line in table.lines]
    if is_converted:
        lines = as_drawn(lines, [line.places[0] == LABEL for line in table.lines])
    return as_on_page(lines, are_figures, PITCH)


def _moved(table: PlacedTable, moved: Sequence[Line]) -> PlacedTable:
    """A table with its lines where they were moved to."""
    lines = [replace(placed, line=line) for placed, line in zip(table.lines, moved, strict=True)]
    return PlacedTable(lines, table.columns)


def _numbers(table: PlacedTable, moved: Sequence[Line]) -> dict[float, int]:
    """The numbers of the lines of a table by the baselines to which they were moved."""
    return {line.baseline: round(placed.line.baseline / PITCH) for placed, line in zip(table.lines, moved, strict=True)}


def _hold_all(tables: Sequence[FixedTable], lines: Sequence[Line], scales: Mapping[int, Scale]) -> bool:
    """Whether each word of lines stands in one of the tables that are made of them; else they are no tables."""
    held: dict[int, list[Part]] = {}
    for part in (part for table in tables for row in table.rows for slot in row for part in slot.parts):
        held.setdefault(part.line, []).append(part)
    for word in (word for line in lines for word in line.words):
        number = line_of(word)
        at = scales[number].character(round(word.edges[0][0] / WIDTH))
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
    last = line_of(lines[0].words[0])
    for at, line in enumerate(lines):
        number = line_of(line.words[0])
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
    margin = min(INWARD * WIDTH, max(labels, default=INWARD * WIDTH))
    inward = list(takewhile(lambda line: line.segments[0].box.left >= margin, above))
    return len(above) < len(lines) and (len(inward) > 1 or any(len(line.segments) > 1 for line in inward))


def _without_titles(lines: Sequence[Line], empty: Collection[int]) -> Sequence[Line]:
    """The lines of a table without those above it that empty lines part from its heads, and its rows from none.

    Entries of forms and titles with something beside them have pieces as rows have. `empty` are the numbers of empty
    lines: a rule that is drawn below heads is none.
    """
    numbers = [line_of(line.words[0]) for line in lines]
    first = next((at for at, line in enumerate(lines) if figures_of(line)), 0)
    for at in range(first - 1, 0, -1):
        is_apart = any(between in empty for between in range(numbers[at - 1] + 1, numbers[at]))
        if is_apart and (len(lines[at - 1].segments) == 1 or lines[at - 1].segments[0].box.left < INWARD * WIDTH):
            rows = list(takewhile(lambda one: numbers[one] == numbers[one - 1] + 1, range(at + 1, len(lines))))
            return lines[at:] if at + len(rows) >= first and _begins_with_heads(lines[at:]) else lines
    return lines


def _by_page(table: Sequence[Line], breaks: Collection[int]) -> list[list[Line]]:
    """The lines of a table by page."""
    parts: list[list[Line]] = [[]]
    last = line_of(table[0].words[0])
    for line in table:
        number = line_of(line.words[0])
        if any(at in breaks for at in range(last + 1, number + 1)):
            parts.append([])
        parts[-1].append(line)
        last = number
    return parts
