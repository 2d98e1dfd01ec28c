"""Two parts of a table, on two pages or in two columns of text, become one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from iij_xbrl.read.layout.geometry import merged, overlap
from iij_xbrl.read.layout.lines.lines import Line, moved
from iij_xbrl.read.layout.tables.broken import mended
from iij_xbrl.read.layout.tables.grid import Columns
from iij_xbrl.read.layout.tables.tables import Grid, GridCell, GridRow

_AGAIN = 0.6  # of a row's height
_SAME_SIDE = 1.0  # points
_ROUNDED = 2.0  # points: browsers round the sides of columns on each page
_ENOUGH = 0.4  # of the sides that fit at best
_OVER = 0.8  # of the narrower of two columns that are one
_SPACE = 0.25  # of the font's height: between words
_OPENING = ":："
_MOST_EMPTY = 2  # columns of a table that are empty on either of two pages


def without_labels_again(upper: Grid, lower: Grid) -> Grid:
    """The second part of a table without the labels that its maker took for a part of the head and repeats with it."""
    start, first = len(_head(lower)), len(_head(upper))
    end = start
    for row, other in zip(lower.rows[start:-1], upper.rows[first:], strict=False):
        if not start or any(cell.column for cell in row.cells) or _words(row) != _words(other):
            break
        end += 1
    if end == start:
        return lower
    return replace(lower, rows=lower.rows[:start] + lower.rows[end:], pages=lower.pages[:start] + lower.pages[end:])


def _height(grid: Grid, row: int) -> float:
    return grid.rows[row].height if row < len(grid.rows) else 0.0


def joined(upper: Grid, lower: Grid, room: float) -> Grid | None:
    """One table of two, where the second goes on with the first: without a head, or with the same one.

    `room` is how much was left below the first.
    """
    if lower.pages[0] == upper.pages[-1] and lower.box.top > upper.box.bottom - 1:
        return None  # one below the other
    if upper.ruled and not _has_figures(upper):
        return _below(upper, lower)
    head, other = _head(upper), _head(lower)
    if other and [_words(row) for row in other] != [_words(row) for row in head[: len(other)]]:
        return None  # makers may repeat the first row of a head alone
    if other and room > _height(lower, len(other)) + _AGAIN * upper.rows[-1].height:
        return None  # there was room for the next row, so the table had ended
    ways = united(upper.columns, lower.columns, same=upper.ruled != lower.ruled)
    if ways is None:
        return None
    columns, of_upper, of_lower = ways.columns, ways.of_upper, ways.of_lower
    if other and len(lower.columns.stretches) > len(upper.columns.stretches):
        head = [_moved(row, of_lower) for row in other]  # the one that knows all columns
    else:
        head = [_moved(row, of_upper) for row in head]
    rows = [_moved(row, of_upper) for row in upper.rows[len(head) :]]
    more = [_moved(row, of_lower) for row in lower.rows[len(other) :]]
    pages = upper.pages + lower.pages[len(other) :]
    if upper.ruled and rows and more and (row := _whole_row(rows[-1], more[0], columns, pages[len(upper.rows)])):
        rows[-1:], more = [row], more[1:]
        pages = upper.pages + pages[len(upper.rows) + 1 :]
    return replace(upper, columns=columns, rows=(*head, *rows, *more), bottom=lower.bottom, pages=pages)


def _below(upper: Grid, lower: Grid) -> Grid | None:
    """One table of two, where a page ends in the head, whose cells may be over several columns, or in parts of it."""
    own = list(range(len(lower.columns.stretches) + 1))
    of_upper = [0]
    for left, right in upper.columns.stretches:
        inside = [at for at in own[1:] if left - _ROUNDED <= lower.columns.stretches[at - 1][0] <= right - _ROUNDED]
        if not inside or lower.columns.stretches[inside[-1] - 1][1] > right + _ROUNDED:
            return None
        of_upper.append(inside[0])
    head, again = [_words(row) for row in upper.rows], [_words(row) for row in _head(lower)]
    if (again and not lower.ruled) or (head == again[: len(head)] and head != again):
        return None
    start = len(again) if again and head[: len(again)] == again else 0
    if start and any(cell.column for row in upper.rows[start:] for cell in row.cells):
        return None
    is_head = any(row.head for row in lower.rows)
    rows = [replace(_moved(row, of_upper), head=is_head and not 0 < start <= at) for at, row in enumerate(upper.rows)]
    return replace(lower, rows=(*rows, *lower.rows[start:]), pages=upper.pages + lower.pages[start:])


def _has_figures(grid: Grid) -> bool:
    return any(cell.column and cell.has_figure for row in grid.rows for cell in row.cells)


def _whole_row(upper: GridRow, lower: GridRow, columns: Columns, page: int) -> GridRow | None:
    """One row of two, where the second goes on with cells of the first, which ends its page.

    All of its cells do: the last line above had no room for their first word, or they are the rest of a figure.
    """
    above = {cell.column: cell for cell in upper.cells}
    whole: dict[int, GridCell] = {}
    for cell in lower.cells:
        last = above.get(cell.column)
        if last is None or not _goes_on(last, cell, columns):
            return None
        rest = moved(Line(cell.lines), page, 0.0, 0.0).segments
        whole[cell.column] = replace(last, lines=tuple(mended([*last.lines, *rest])))
    return replace(upper, cells=tuple(whole.get(cell.column, cell) for cell in upper.cells))


def _goes_on(upper: GridCell, lower: GridCell, columns: Columns) -> bool:
    last, first = upper.lines[-1], lower.lines[0].words[0]
    if len(mended([*upper.lines, *lower.lines])) == 1:
        return True
    if lower.has_figure or lower.text[-1:] in _OPENING:
        return False
    left = columns.stretches[upper.column - 1][0] if upper.column else columns.left
    right = columns.right(upper.column)
    padding = max(min(line.box.left for line in upper.lines) - left, 0.0)
    return last.box.right + _SPACE * last.size + first.box.width > right - min(padding, last.size)


def _head(grid: Grid) -> list[GridRow]:
    return [row for row in grid.rows if row.head]


def _words(row: GridRow) -> list[str]:
    return [text for _, text in row.texts]


def _moved(row: GridRow, columns: Sequence[int]) -> GridRow:
    """The row with its cells in other columns."""
    cells = []
    for cell in row.cells:
        first, last = columns[cell.column], columns[cell.column + cell.span - 1]
        cells.append(replace(cell, column=first, span=last - first + 1))
    return replace(row, cells=tuple(cells))


class United(NamedTuple):
    """The columns of two parts of a table, and the number that each column of either part has among them.

    `shift` is how far the second part stands to the left of the first.
    """

    columns: Columns
    of_upper: list[int]
    of_lower: list[int]
    shift: float


def united(upper: Columns, lower: Columns, *, same: bool = False) -> United | None:
    """The columns of two parts of a table.

    A column that is empty in one part is found in the other; None where two columns of one part would be one. Both
    stand at the `same` place where the sides of one are those of cells, and those of the other are those of figures.
    """
    shift = 0.0 if same else _shift(upper, lower)
    others = [(left + shift, right + shift) for left, right in lower.stretches]
    found = merged([*upper.stretches, *others])
    of_upper, of_lower = _numbers(found, upper.stretches), _numbers(found, others)
    if len(set(of_upper)) < len(of_upper) or len(set(of_lower)) < len(of_lower):
        return None
    if len(found) > max(len(upper.stretches), len(others)) + _MOST_EMPTY:
        return None
    columns = replace(upper, stretches=tuple(found), label=max(upper.label, lower.label + shift))
    return United(columns, of_upper, of_lower, shift)


def _shift(upper: Columns, lower: Columns) -> float:
    """How far the second part of a table stands to the left of the first: where most of their sides are the same.

    Where none is, both start at the same left side, as in columns of text.
    """
    left = upper.left - lower.left
    ways = sorted(one[side] - other[side] for one in upper.stretches for other in lower.stretches for side in (0, 1))

    def count(way: float) -> int:
        return bisect_right(ways, way + _SAME_SIDE) - bisect_left(ways, way - _SAME_SIDE)

    best = max((0.0, left, *ways), key=lambda way: (count(way), -abs(way)))
    for way in (0.0, left):
        if count(way) >= max(1, _ENOUGH * count(best)) or _are_over(upper, lower, way):
            return way  # columns that are all as wide fit one further as well
    return best if count(best) else left


def _are_over(upper: Columns, lower: Columns, way: float) -> bool:
    """Whether each column of two parts, of which one has signs beside its figures, stands over one of the other."""
    if len(upper.stretches) != len(lower.stretches):
        return False
    return all(
        overlap(one[0], one[1], other[0] + way, other[1] + way) > _OVER * min(one[1] - one[0], other[1] - other[0])
        for one, other in zip(upper.stretches, lower.stretches, strict=True)
    )


def _numbers(found: Sequence[tuple[float, float]], stretches: Sequence[tuple[float, float]]) -> list[int]:
    """The number of the stretch that each of these is in, from 1; in front of them that of the labels."""
    return [0, *(next(at for at, one in enumerate(found, 1) if one[0] <= left <= one[1]) for left, _ in stretches)]
