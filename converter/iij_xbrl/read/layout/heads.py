"""The head of a table: which pieces are one cell, and which columns each of them stands over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from iij_xbrl.read.layout.geometry import Box, Rule, around, overlap
from iij_xbrl.read.layout.grid import Columns
from iij_xbrl.read.layout.lines import Line, Segment
from iij_xbrl.read.layout.rooms import Rooms, Span, rooms, spans

_CLOSE = 1.12  # of the distance of lines: lines of one cell are no further apart
_ALIGNED = 2.5  # points: sides and middles that are nearer are the same
_LEFT = 0.8  # of the heads
_TOLERANCE = 4.0  # points: how far the middle of a head is from that of its columns
_REPEATED = 0.6  # of the pieces of a line
_PADDING = 0.6  # of the font's height: what a column keeps free at its sides
_RISE = 0.7  # of the font's height: how far letters rise above what they stand on
_ONE_HEIGHT = 0.12  # of the font's height: middles of cells that are nearer are at one height
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+(?![^\W_])")
_UNDER = 0.9  # of the font's height: where the line under a head is drawn


@dataclass(slots=True)
class _Block:
    """Lines of a head that are one cell."""

    segments: list[Segment] = field(default_factory=list)

    @property
    def box(self) -> Box:
        return around(segment.box for segment in self.segments)


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


class Between(NamedTuple):
    """How far apart the lines of a cell are, from what they stand on to what the next one stands on.

    That is so for lines of the `size` of the table; those of larger ones are further apart.
    """

    least: float
    most: float
    size: float

    def holds(self, distance: float, size: float) -> bool:
        """Whether two lines may be of one cell."""
        return self.least <= distance <= _CLOSE * self.most * max(1.0, size / self.size)


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
    room = _Room(columns, rules, between, padded, _widths(lines, columns))
    rows = _rows(_blocks(lines, room))
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
class _Room:
    """What tells whether a line of a head goes on with the one above; `widths` are the widest lines by column."""

    columns: Columns
    rules: Sequence[Rule]
    between: Between
    padded: bool
    widths: dict[int, float]


def _widths(lines: Sequence[Line], columns: Columns) -> dict[int, float]:
    found = {number: right - left for number, (left, right) in enumerate(columns.stretches, 1)}
    for line in lines:
        for segment in line.segments:
            over = columns.holding(segment.box) or [columns.nearest(segment.box)]
            if len(over) == 1:
                found[over[0]] = max(found.get(over[0], 0.0), segment.box.width)
    return found


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


def _rooms(rows: Sequence[Sequence[_Block]], columns: Columns, body: Sequence[Line]) -> Rooms | None:
    """The room of each column, as one of the two lowest rows of heads shows it."""
    return next((found for row in rows[:-3:-1] if (found := rooms(columns, body, [block.box for block in row]))), None)


def _end_right(rows: Sequence[Sequence[_Block]], columns: Columns) -> bool:
    """Whether heads end where their columns do, and are not as wide as these."""
    apart = [
        min(abs(block.box.right - columns.right(over[-1])) - abs(block.box.left - columns.stretches[over[0] - 1][0]), 0)
        for row in rows
        for block in row
        if (over := columns.holding(block.box)) and abs(block.box.right - columns.right(over[-1])) < _ALIGNED
    ]
    count = sum(bool(columns.holding(block.box)) for row in rows for block in row)
    return count > 0 and len(apart) > 0.8 * count and min(apart, default=0) < -_ALIGNED


def _start_left(rows: Sequence[Sequence[_Block]], columns: Columns) -> bool:
    """Whether heads start where the figures of their columns do, and reach further to the right than these."""
    held = [
        (block.box, columns.stretches[over[0] - 1])
        for row in rows
        for block in row
        if (over := columns.holding(block.box))
    ]
    starts = [box.right - right for box, (left, right) in held if abs(box.left - left) < _ALIGNED]
    return len(starts) > _LEFT * len(held) and max(starts, default=0.0) > _ALIGNED


def _start(rows: Sequence[Sequence[_Block]], columns: Columns, shift: float | None) -> float:
    """Where the room of the first column starts: as far to the left of the middle of its head as its right side is."""
    if shift is not None:
        for row in reversed(rows):
            for block in row:
                if (columns.holding(block.box) or [columns.nearest(block.box)]) == [1]:
                    return max(2 * (block.box.middle - shift) - columns.right(1), columns.label)
    return columns.label


def _shift(rows: Sequence[Sequence[_Block]], columns: Columns) -> float | None:
    found = sorted(
        block.box.middle - (columns.right(over[0] - 1) + columns.right(over[0])) / 2
        for row in rows
        for block in row
        if len(over := columns.holding(block.box) or [columns.nearest(block.box)]) == 1 and over[0] > 1
    )
    middle = found[len(found) // 2] if found else 0.0
    return middle if sum(abs(shift - middle) < _ALIGNED for shift in found) > max(1, len(found) / 2) else None


def _blocks(lines: Sequence[Line], room: _Room) -> list[_Block]:
    blocks: list[_Block] = []
    first = 0
    for line in lines:
        if _are_complete(blocks[first:], line):
            first = len(blocks)
        near = [
            block
            for block in blocks[first:]
            if room.between.holds(line.baseline - block.segments[-1].baseline, line.size)
        ]
        pairs = [
            (block, segment)
            for block in near
            for segment in line.segments
            if overlap(block.box.left, block.box.right, segment.box.left, segment.box.right) > 0
        ]
        homes: dict[int, tuple[_Block, bool | None]] = {}
        for segment in line.segments:
            above = [block for block, lower in pairs if lower is segment]
            if len(above) == 1 and sum(block is above[0] for block, _ in pairs) == 1:
                homes[id(segment)] = above[0], _continues(above[0], segment, room)
        starts_row = not room.padded and _starts_row(line, homes)
        for segment in line.segments:
            home, answer = homes.get(id(segment), (None, False))
            if home and not starts_row and (answer or (answer is None and _is_long(home, segment, room))):
                home.segments.append(segment)
            else:
                blocks.append(_Block([segment]))
    return blocks


def _are_complete(blocks: Sequence[_Block], line: Line) -> bool:
    """Whether cells are a whole row: they have different numbers of lines, and the middle of all is at one height.

    So are those of which each shows one line or two so far; the next one of them stands between the lines of others.
    """
    if len({len(block.segments) for block in blocks}) < 2:
        return False
    middles = [(block.segments[0].baseline + block.segments[-1].baseline) / 2 for block in blocks]
    last = max(block.segments[-1].baseline for block in blocks)
    return line.baseline - last > _RISE * line.size and max(middles) - min(middles) < _ONE_HEIGHT * line.size


def _starts_row(line: Line, homes: dict[int, tuple[_Block, bool | None]]) -> bool:
    """Whether a line as near to the one above as lines of a cell starts a row all the same.

    So it does where most of its pieces say the same as another one (`Thousands of JPY`, or `1Q-end` beside `2Q-end`),
    and more of them than in the line above, or where one of its pieces would have had room on that line; not where a
    piece cannot start a head.
    """
    held = [segment for segment in line.segments if id(segment) in homes]
    if any(_cannot_start(segment.text) for segment in held):
        return False
    above = {id(home): home.segments[-1] for home, _ in homes.values()}
    for words in (_words, _shape, _first):
        share = _alike([words(segment) for segment in line.segments])
        if share >= _REPEATED and share > _alike([words(segment) for segment in above.values()]):
            return True
    return any(answer is False for _, answer in homes.values())


def _cannot_start(text: str) -> bool:
    """Whether a piece goes on with a head: it starts with a small letter, or a number that is no part of a word."""
    return text[:1].islower() or bool(_NUMBER.match(text))


def _words(segment: Segment) -> str:
    return segment.text


def _shape(segment: Segment) -> str:
    return _DIGIT.sub("0", segment.text)


def _first(segment: Segment) -> str:
    return segment.words[0].text


def _alike(texts: Sequence[str]) -> float:
    """The share of texts that another one is the same as."""
    counts = Counter(texts)
    return sum(count for count in counts.values() if count > 1) / len(texts) if texts else 0.0


def _continues(block: _Block, lower: Segment, room: _Room) -> bool | None:
    """Whether a piece goes on with those above: aligned, and it could not have stood beside the last; None if open."""
    upper = block.segments[-1]
    one, other = upper.box, lower.box
    if any(
        rule.across
        and upper.baseline < rule.box.top < lower.baseline - 0.3 * lower.size
        and overlap(rule.box.left, rule.box.right, other.left, other.right) > 0
        for rule in room.rules
    ):
        return False
    aligned = min(abs(one.left - other.left), abs(one.right - other.right), abs(one.middle - other.middle))
    if aligned > _ALIGNED or upper.bold != lower.bold:
        return False
    if room.padded:
        return True
    over = room.columns.holding(around((one, other))) or [room.columns.nearest(one)]
    if min(over) < 2:  # how much room the first column has is not known
        return None
    width = room.columns.right(max(over)) - room.columns.right(min(over) - 1) - _PADDING * lower.size
    return _together(upper, lower) > width


def _together(upper: Segment, lower: Segment) -> float:
    """How wide a line would have been with the first word of the next."""
    return upper.box.width + 0.25 * lower.size + lower.words[0].box.width


def _is_long(block: _Block, lower: Segment, room: _Room) -> bool:
    """Whether a line with the first word of the next would be longer than all that its column holds."""
    both = around((block.box, lower.box))
    over = room.columns.holding(both) or [room.columns.nearest(both)]
    widest = room.widths.get(over[0], 0.0) if len(over) == 1 else 0.0
    return _together(block.segments[-1], lower) > max(both.width, widest) + 0.1 * lower.size


def _rows(blocks: Sequence[_Block]) -> list[list[_Block]]:
    """Blocks that share a height are one row."""
    rows: list[list[_Block]] = []
    bottom = float("-inf")
    for block in sorted(blocks, key=lambda item: item.segments[0].baseline):
        if rows and block.segments[0].baseline - _RISE * block.segments[0].size < bottom:
            rows[-1].append(block)
        else:
            rows.append([block])
            bottom = float("-inf")
        bottom = max(bottom, block.segments[-1].baseline)
    return rows


def _placed(row: Sequence[_Block], layout: _Layout, lower: Mapping[int, str]) -> list[HeadCell]:
    """The cells of a row, each over its columns; `lower` are the heads of columns further down."""
    below = set(lower)
    columns = layout.columns
    blocks = sorted(row, key=lambda block: block.box.left)
    own = [columns.holding(block.box) or [columns.nearest(block.box)] for block in blocks]
    held: dict[tuple[int, int], list[Segment]] = {}
    layout = replace(layout, right=layout.right and _end_together(blocks, own, columns, below))
    fitting = _fitting(blocks, own, layout, lower)
    for at, block in enumerate(blocks):
        taken = {column for index, over in enumerate(own) if index != at for column in over}
        stretch = fitting.get(at) or _stretch(block, own[at], taken - set(own[at]), layout, below)
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


def _fitting(
    blocks: Sequence[_Block], own: Sequence[Sequence[int]], layout: _Layout, lower: Mapping[int, str]
) -> dict[int, Span]:
    """The columns that the heads of a row stand over by the rooms of these; none where lines are drawn around all."""
    heads = [at for at, over in enumerate(own) if max(over)]
    drawn = [_ruled(blocks[at].box, layout, blocks[at].segments[-1].size) for at in heads]
    if not layout.rooms or not heads or all(drawn):
        return {}
    found = spans([blocks[at].box for at in heads], layout.rooms, lower)
    return dict(zip(heads, found, strict=True)) if found else {}


def _end_together(blocks: Sequence[_Block], own: Sequence[Sequence[int]], columns: Columns, below: set[int]) -> bool:
    """Whether heads at right sides end with the last of their columns, not with the first, as single cells would.

    They end with the last where the last head does so for all columns with heads further down, and where the first one
    leaves columns in front of it, or a head is wider than its column has room.
    """
    if not below or max(own[-1]) < max(below):
        return False
    wide = any(
        over[-1] > 1 and block.box.left < columns.right(over[-1] - 1) - 1
        for block, over in zip(blocks, own, strict=True)
    )
    return max(own[-1]) in below and (wide or max(own[0]) > min(below))


def _stretch(block: _Block, over: Sequence[int], taken: set[int], layout: _Layout, below: set[int]) -> tuple[int, int]:
    """The first and last column that a head stands over."""
    box, columns = block.box, layout.columns
    first, last = max(min(over), 1), max(over)
    if last == 0:
        return 0, 0
    drawn = _ruled(box, layout, block.segments[-1].size)
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
    """The columns that the line under a head, or the lines at both its sides, show it to stand over."""
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
