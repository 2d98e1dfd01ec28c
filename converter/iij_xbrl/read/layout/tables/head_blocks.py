"""The cells of a head: which of its pieces go on with the piece above, and which cells are one row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from iij_xbrl.read.layout.geometry import Box, Rule, around, overlap
from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.tables.grid import Columns

_CLOSE = 1.12  # of the distance of lines: lines of one cell are no further apart
_ROUNDED = 0.05  # points: places of what is scaled are rounded
_ALIGNED = 2.5  # points: sides and middles that are nearer are the same
_REPEATED = 0.6  # of the pieces of a line
_PADDING, _MOST_PADDING = 0.6, 1.2  # of the font's height: what a column keeps free at its sides
_APART = 0.8  # of the font's height: lines that are nearer stand beside each other
_RISE = 0.7  # of the font's height: how far letters rise above what they stand on
_ONE_HEIGHT = 0.12  # of the font's height: middles of cells that are nearer are at one height
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+(?![^\W_])")


@dataclass(slots=True)
class Block:
    """Lines of a head that are one cell."""

    segments: list[Segment] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """The box around them."""
        return around(segment.box for segment in self.segments)


class Between(NamedTuple):
    """How far apart the lines of a cell are, from what they stand on to what the next one stands on.

    That is so for lines of the `size` of the table; those of larger ones are further apart.
    """

    least: float
    most: float
    size: float

    def holds(self, distance: float, size: float) -> bool:
        """Whether two lines may be of one cell."""
        return self.least <= distance <= _CLOSE * self.most * max(1.0, size / self.size) + _ROUNDED


def blocks_of(
    lines: Sequence[Line], columns: Columns, rules: Sequence[Rule], between: Between, *, padded: bool
) -> list[list[Block]]:
    """The cells of a head, by row from top to bottom; those that share a height are one row.

    `between` is how far apart the lines of a cell are; `padded` tells that rows are not.
    """
    return _rows(_blocks(lines, _Room(columns, rules, between, padded, _widths(lines, columns))))


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


def _blocks(lines: Sequence[Line], room: _Room) -> list[Block]:
    blocks: list[Block] = []
    first = 0
    for at, line in enumerate(lines):
        alone = _is_alone(lines, at)
        if _are_complete(blocks[first:], line, room.between.most):
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
        homes: dict[int, tuple[Block, bool | None]] = {}
        for segment in line.segments:
            above = [block for block, lower in pairs if lower is segment]
            if len(above) == 1 and sum(block is above[0] for block, _ in pairs) == 1:
                homes[id(segment)] = above[0], _continues(above[0], segment, room, alone=alone)
        starts_row = not room.padded and _starts_row(line, homes)
        answers = [answer for _, answer in homes.values()]
        for segment in line.segments:
            home, answer = homes.get(id(segment), (None, False))
            may_go_on = answer or (answer is None and home and _is_long(home, segment, room))
            if home and not starts_row and (may_go_on or _goes_on_as_others(home, segment, answers, room)):
                home.segments.append(segment)
            else:
                blocks.append(Block([segment]))
    return blocks


def _goes_on_as_others(block: Block, segment: Segment, answers: Sequence[bool | None], room: _Room) -> bool:
    """Whether a piece of a wide script goes on with those above it as most of its line do.

    Lines of it end anywhere, and are full but for a fraction of a character; no row starts on a line of others.
    """
    upper = block.segments[-1]
    yes, no = (sum(answer is kind for answer in answers) for kind in (True, False))
    return (
        yes > 0
        and yes >= no
        and segment.is_wide
        and upper.is_wide
        and _off(upper.box, segment.box) <= _ALIGNED
        and upper.bold == segment.bold
        and not _is_ruled(upper, segment, room)
    )


def _off(one: Box, other: Box) -> float:
    """How far two boxes are from one side, or one middle."""
    return min(abs(one.left - other.left), abs(one.right - other.right), abs(one.middle - other.middle))


def _is_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a line has one piece, and no line stands beside it, as those of cells do that are set to one middle."""
    line = lines[at]
    near = (abs(other.baseline - line.baseline) for other in lines[max(at - 1, 0) : at + 2] if other is not line)
    return len(line.segments) == 1 and min(near, default=0.0) > _APART * line.size


def _are_complete(blocks: Sequence[Block], line: Line, pitch: float) -> bool:
    """Whether cells are a whole row: they have different numbers of lines, and the middle of all is at one height.

    So are those of which each shows one line or two so far; the next one of them stands between the lines of others,
    which are a `pitch` apart.
    """
    if len({len(block.segments) for block in blocks}) < 2:
        return False
    middles = [(block.segments[0].baseline + block.segments[-1].baseline) / 2 for block in blocks]
    last = max(block.segments[-1].baseline for block in blocks)
    return (
        line.baseline - last > _RISE * max(line.size, pitch) and max(middles) - min(middles) < _ONE_HEIGHT * line.size
    )


def _starts_row(line: Line, homes: dict[int, tuple[Block, bool | None]]) -> bool:
    """Whether a line as near to the one above as lines of a cell starts a row all the same.

    So it does where most of its pieces say the same as another one (`Thousands of JPY`, or `1Q-end` beside `2Q-end`),
    and more of them than in the line above, or where one of its pieces would have had room on that line; not where a
    piece cannot start a head.
    """
    held = [segment for segment in line.segments if id(segment) in homes]
    if any(cannot_start(segment.text) for segment in held):
        return False
    above = {id(home): home.segments[-1] for home, _ in homes.values()}
    for words in (_words, _shape, _first):
        share = _alike([words(segment) for segment in line.segments])
        if share >= _REPEATED and share > _alike([words(segment) for segment in above.values()]):
            return True
    return _parts_most([answer for _, answer in homes.values()], are_wide=all(segment.is_wide for segment in held))


def _parts_most(answers: Sequence[bool | None], *, are_wide: bool) -> bool:
    """Whether pieces of a line that could have stood beside those above start a row.

    Any of them shows it; of a wide script, whose lines end anywhere and are full but for a fraction, most of them do.
    """
    apart = sum(answer is False for answer in answers)
    return apart > sum(answer is True for answer in answers) if are_wide else apart > 0


def cannot_start(text: str) -> bool:
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


def _continues(block: Block, lower: Segment, room: _Room, *, alone: bool) -> bool | None:
    """Whether a piece goes on with those above: aligned, and it could not have stood beside the last; None if open.

    One that is `alone` on its line, and over the one column of those above, says something of that column only.
    """
    upper = block.segments[-1]
    one, other = upper.box, lower.box
    if _is_ruled(upper, lower, room):
        return False
    if _off(one, other) > _ALIGNED or upper.bold != lower.bold:
        return False
    if room.padded:
        return True
    over = room.columns.holding(around((one, other))) or [room.columns.nearest(one)]
    if alone and len(over) == 1 and over[0]:
        return True
    if lower.is_wide and _start_with_figures(one, other, room.columns, over):
        return None if max(over) == len(room.columns.stretches) else _is_full(upper, lower, _to_next(room, over), room)
    if min(over) < 2:  # how much room the first column has is not known
        return None
    return _is_full(upper, lower, room.columns.right(max(over)) - room.columns.right(min(over) - 1), room)


def _is_ruled(upper: Segment, lower: Segment, room: _Room) -> bool:
    """Whether a line is drawn between two pieces."""
    return any(
        rule.across
        and upper.baseline < rule.box.top < lower.baseline - 0.3 * lower.size
        and overlap(rule.box.left, rule.box.right, lower.box.left, lower.box.right) > 0
        for rule in room.rules
    )


def _is_full(upper: Segment, lower: Segment, width: float, room: _Room) -> bool:
    """Whether a line had no room for the first word of the next in a cell of this width."""
    padding = min(max(_free_between(room.columns), _PADDING * lower.size), _MOST_PADDING * lower.size)
    return _together(upper, lower) > width - padding


def _start_with_figures(one: Box, other: Box, columns: Columns, over: Sequence[int]) -> bool:
    """Whether two lines of a head start where the figures of their column do, and one reaches further than these."""
    left, right = columns.stretches[min(over) - 1][0], columns.stretches[max(over) - 1][1]
    return (
        min(over) > 0
        and max(abs(one.left - left), abs(other.left - left)) < _ALIGNED
        and max(one.right, other.right) > right + _ALIGNED
    )


def _to_next(room: _Room, over: Sequence[int]) -> float:
    """How far it is from where columns start to where the next one does."""
    return room.columns.stretches[max(over)][0] - room.columns.stretches[min(over) - 1][0]


def _free_between(columns: Columns) -> float:
    """What is free between columns at least."""
    return min((after[0] - before[1] for before, after in pairwise(columns.stretches)), default=0.0)


def _together(upper: Segment, lower: Segment) -> float:
    """How wide a line would have been with the first word of the next, or the first character of a wide script."""
    first = lower.words[0]
    is_whole = first.first_part == first.box.width
    return upper.box.width + first.first_part + (0.25 * lower.size if is_whole else 0.0)


def _is_long(block: Block, lower: Segment, room: _Room) -> bool:
    """Whether a line with the first word of the next would be longer than all that its column holds."""
    both = around((block.box, lower.box))
    over = room.columns.holding(both) or [room.columns.nearest(both)]
    widest = room.widths.get(over[0], 0.0) if len(over) == 1 else 0.0
    return _together(block.segments[-1], lower) > max(both.width, widest) + 0.1 * lower.size


def _rows(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that share a height are one row."""
    rows: list[list[Block]] = []
    bottom = float("-inf")
    for block in sorted(blocks, key=lambda item: item.segments[0].baseline):
        if rows and block.segments[0].baseline - _RISE * block.segments[0].size < bottom:
            rows[-1].append(block)
        else:
            rows.append([block])
            bottom = float("-inf")
        bottom = max(bottom, block.segments[-1].baseline)
    return rows
