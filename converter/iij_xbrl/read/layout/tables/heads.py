"""The head of a table: which columns each of its cells stands over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from iij_xbrl.read.layout.geometry import Box, Rule
from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.tables.grid import Columns
from iij_xbrl.read.layout.tables.head_blocks import Between, Block, blocks_of
from iij_xbrl.read.layout.tables.rooms import Rooms, Span, rooms, spans

_ALIGNED = 2.5  # points: sides and middles that are nearer are the same
_LEFT = 0.8  # of the heads
_TOLERANCE = 4.0  # points: how far the middle of a head is from that of its columns
_FAR = 1e6  # points
_UNDER = 0.9  # of the font's height: where the line under a head is drawn


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of a head: its lines, its first column (0 is that of the labels), and how many it stands over."""

    lines: tuple[Segment, ...]
    column: int
    span: int

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.text for line in self.lines)


def head_rows(
    lines: Sequence[Line],
    body: Sequence[Line],
    columns: Columns,
    rules: Sequence[Rule],
    between: Between,
    *,
    padded: bool,
) -> list[list[HeadCell]]:
    """The rows of a head above the lines of a `body`, from top to bottom, each with its cells from left to right.

    `between` is how far apart the lines of a cell are; `padded` tells that rows are not.
    """
    rows = blocks_of(lines, columns, rules, between, padded=padded)
    shift = _shift(rows, columns)
    right = _end_right(rows, columns)
    start = _start(rows, columns, shift)
    sides = _rooms(rows, columns, body)
    layout = _Layout(columns, rules, shift, start, right, right, _start_left(rows, columns), sides)
    below: dict[int, str] = {}
    found: list[list[HeadCell]] = []
    for row in reversed(rows):
        cells = _placed(row, layout, below)
        below |= {column: cell.text for cell in cells for column in range(cell.column, cell.column + cell.span)}
        found.append(cells)
    return found[::-1]


@dataclass(frozen=True, slots=True)
class _Layout:
    """What tells over which columns a head stands.

    `shift` is how far the middle of heads over single columns is to the right of that between the right sides of their
    column and the one before; None where they are not centred. `start` is where the room of the first column starts.
    `right_aligned` tells that heads end where columns do, `right` that this is the last column of each; `left_aligned`
    that they start where their first column does. `rooms` are the sides of all columns, where heads show them.
    """

    columns: Columns
    rules: Sequence[Rule]
    shift: float | None
    start: float
    right_aligned: bool
    right: bool
    left_aligned: bool
    rooms: Rooms | None

    def before(self, column: int) -> float:
        """The right side of what stands in front of a column."""
        return self.start if column == 1 else self.columns.right(column - 1)


def _rooms(rows: Sequence[Sequence[Block]], columns: Columns, body: Sequence[Line]) -> Rooms | None:
    """The room of each column, as one of the two lowest rows of heads shows it."""
    return next((found for row in rows[:-3:-1] if (found := rooms(columns, body, [block.box for block in row]))), None)


def _end_right(rows: Sequence[Sequence[Block]], columns: Columns) -> bool:
    """Whether heads end where their columns do, and are not as wide as these."""
    apart = [
        min(abs(block.box.right - columns.right(over[-1])) - abs(block.box.left - columns.stretches[over[0] - 1][0]), 0)
        for row in rows
        for block in row
        if (over := columns.holding(block.box)) and abs(block.box.right - columns.right(over[-1])) < _ALIGNED
    ]
    count = sum(bool(columns.holding(block.box)) for row in rows for block in row)
    return count > 0 and len(apart) > 0.8 * count and min(apart, default=0) < -_ALIGNED


def _start_left(rows: Sequence[Sequence[Block]], columns: Columns) -> bool:
    """Whether heads start where the figures of their columns do, and reach further to the right than these."""
    held = [
        (block.box, columns.stretches[over[0] - 1])
        for row in rows
        for block in row
        if (over := columns.holding(block.box))
    ]
    starts = [box.right - right for box, (left, right) in held if abs(box.left - left) < _ALIGNED]
    return len(starts) > _LEFT * len(held) and max(starts, default=0.0) > _ALIGNED


def _start(rows: Sequence[Sequence[Block]], columns: Columns, shift: float | None) -> float:
    """Where the room of the first column starts: as far to the left of the middle of its head as its right side is."""
    if shift is not None:
        for row in reversed(rows):
            for block in row:
                if (columns.holding(block.box) or [columns.nearest(block.box)]) == [1]:
                    return max(2 * (block.box.middle - shift) - columns.right(1), columns.label)
    return columns.label


def _shift(rows: Sequence[Sequence[Block]], columns: Columns) -> float | None:
    found = sorted(
        block.box.middle - (columns.right(over[0] - 1) + columns.right(over[0])) / 2
        for row in rows
        for block in row
        if len(over := columns.holding(block.box) or [columns.nearest(block.box)]) == 1 and over[0] > 1
    )
    middle = found[len(found) // 2] if found else 0.0
    return middle if sum(abs(shift - middle) < _ALIGNED for shift in found) > max(1, len(found) / 2) else None


def _placed(row: Sequence[Block], layout: _Layout, lower: Mapping[int, str]) -> list[HeadCell]:
    """The cells of a row, each over its columns; `lower` are the heads of columns further down."""
    below = set(lower)
    columns = layout.columns
    blocks = sorted(row, key=lambda block: block.box.left)
    own = [columns.holding(block.box) or [columns.nearest(block.box)] for block in blocks]
    held: dict[tuple[int, int], list[Segment]] = {}
    layout = replace(layout, right=layout.right and _end_together(blocks, own, columns, below))
    drawn = _drawn(blocks, layout)
    fitting = _fitting(blocks, own, drawn, layout, lower)
    for at, block in enumerate(blocks):
        taken = {column for index, over in enumerate(own) if index != at for column in over}
        stretch = fitting.get(at) or _stretch(block, own[at], drawn[at], taken - set(own[at]), layout, below)
        held.setdefault(stretch, []).extend(block.segments)
    cells: list[HeadCell] = []
    for (first, last), segments in sorted(held.items()):
        end = cells[-1].column + cells[-1].span if cells else 0
        if first < end and first <= cells[-1].column:
            segments, first, last = [*cells.pop().lines, *segments], first, max(last, end - 1)
        elif first < end:
            cells[-1] = HeadCell(cells[-1].lines, cells[-1].column, first - cells[-1].column)
        lines = sorted(segments, key=lambda segment: (segment.baseline, segment.box.left))
        cells.append(HeadCell(tuple(lines), first, last - first + 1))
    return cells


def _drawn(blocks: Sequence[Block], layout: _Layout) -> list[Span | None]:
    """The columns that lines around each head of a row show; lines around several heads part nothing."""
    found = [_ruled(block.box, layout, block.segments[-1].size) for block in blocks]
    return [None if span and span[0] < span[1] and found.count(span) > 1 else span for span in found]


def _fitting(
    blocks: Sequence[Block],
    own: Sequence[Sequence[int]],
    drawn: Sequence[Span | None],
    layout: _Layout,
    lower: Mapping[int, str],
) -> dict[int, Span]:
    """The columns that the heads of a row stand over by the rooms of these; none where lines are drawn around all.

    Those that lines are drawn around tell where the others may stand.
    """
    heads = [at for at, over in enumerate(own) if max(over)]
    known = [drawn[at] for at in heads]
    if not layout.rooms or not heads or all(known):
        return {}
    found = spans([blocks[at].box for at in heads], layout.rooms, lower, known)
    return dict(zip(heads, found, strict=True)) if found else {}


def _end_together(blocks: Sequence[Block], own: Sequence[Sequence[int]], columns: Columns, below: set[int]) -> bool:
    """Whether heads at right sides end with the last of their columns, not with the first, as single cells would.

    They end with the last where the last head does so for all columns with heads further down, and where the first one
    leaves columns in front of it, or a head is wider than its column has room.
    """
    inner = [over for over in own if max(over) in below]
    if not inner or max(inner[-1]) < max(below):
        return False
    wide = any(
        over[-1] > 1 and block.box.left < columns.right(over[-1] - 1) - 1
        for block, over in zip(blocks, own, strict=True)
    )
    return wide or max(inner[0]) > min(below)


def _stretch(
    block: Block, over: Sequence[int], drawn: Span | None, taken: set[int], layout: _Layout, below: set[int]
) -> Span:
    """The first and last column that a head stands over."""
    box, columns = block.box, layout.columns
    first, last = max(min(over), 1), max(over)
    if last == 0:
        return 0, 0
    if drawn and drawn[0] <= first and drawn[1] >= last:
        return drawn
    lowest, highest = _free(first, -1, taken, columns, below), _free(last, 1, taken, columns, below)
    if layout.right_aligned and abs(box.right - columns.right(last)) < _ALIGNED:
        return (lowest if layout.right else first), last
    if layout.left_aligned and abs(box.left - columns.stretches[first - 1][0]) < _ALIGNED:
        return first, max(last, highest)
    alone = first == last and _is_alone(box, first, layout)
    if alone and not lowest < first < highest:
        return first, last
    if _off(box, lowest, highest, layout) <= _TOLERANCE:
        return lowest, highest
    if alone:
        return first, last
    ways = [(left, right) for left in range(lowest, first + 1) for right in range(last, highest + 1)]
    best = min(ways, key=lambda way: (_off(box, way[0], way[1], layout), way[1] - way[0]))
    return best if _off(box, best[0], best[1], layout) <= 2 * _TOLERANCE else (first, last)


def _free(start: int, step: int, taken: set[int], columns: Columns, below: set[int]) -> int:
    """How far a head may reach: over columns that have no head in its row, but one further down."""
    while 1 <= start + step <= len(columns.stretches) and start + step not in taken and start + step in below:
        start += step
    return start


def _is_alone(box: Box, column: int, layout: _Layout) -> bool:
    """Whether a head is set as one over a single column is: at its sides, or in its middle."""
    left, right = layout.columns.stretches[column - 1]
    before = layout.before(column)
    if box.left < before - 1 or box.right > right + 8:
        return False
    sides = min(abs(box.right - right), abs(box.left - left))
    return sides < _ALIGNED or _off(box, column, column, layout) < _TOLERANCE or box.left > before + 1


def _off(box: Box, first: int, last: int, layout: _Layout) -> float:
    """How far the middle of a head is from that of the columns."""
    left, right = layout.columns.stretches[first - 1][0], layout.columns.stretches[last - 1][1]
    between = (layout.before(first) + right) / 2
    inner = abs(box.middle - (left + right) / 2)
    if layout.shift is not None:
        return abs(box.middle - between - layout.shift)
    return min(inner, abs(box.middle - between), abs(box.middle - between - _TOLERANCE))


def _ruled(box: Box, layout: _Layout, size: float) -> tuple[int, int] | None:
    """The columns that the line under a head, or the lines at both its sides, show it to stand over.

    A table may have no line at its own sides: one line tells of a head over the first or the last column.
    """
    columns, rules = layout.columns, layout.rules
    uprights = [
        rule.box.middle
        for rule in rules
        if not rule.across and rule.box.top < box.bottom - 2 and rule.box.bottom > box.top + 2
    ]
    left = max((x for x in uprights if x <= box.left + 1), default=None)
    right = min((x for x in uprights if x >= box.right - 1), default=None)
    if left is not None and right is not None:
        return _within(left, right, columns)
    if left is not None or right is not None:
        outer = _within(columns.label if left is None else left, _FAR if right is None else right, columns)
        if outer and outer[0] == outer[1]:
            return outer
    under = [
        rule.box
        for rule in rules
        if rule.across
        and box.bottom - 0.4 * size <= rule.box.top <= box.bottom + _UNDER * size
        and rule.box.left <= box.left + 1
        and rule.box.right >= box.right - 1
    ]
    if not under:
        return None
    line = min(under, key=lambda rule: rule.width)
    found = _within(line.left, line.right, columns)
    return found if found and line.left > columns.label - 1 else None


def _within(left: float, right: float, columns: Columns) -> tuple[int, int] | None:
    held = [
        number
        for number, stretch in enumerate(columns.stretches, 1)
        if left - 1 <= (stretch[0] + stretch[1]) / 2 <= right + 1
    ]
    return (held[0], held[-1]) if held else None
