"""The room of each column of a table, and which columns heads stand over.

Cells of a column have two sides. Figures show one of them: most end at the right side, some start at the left one. The
heads of single columns, which start, end or are centred between both, show the other, if all of them agree on how much
is kept free between two columns. Where a head over several columns may stand is then a matter of arithmetic.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from iij_xbrl.read.layout.geometry import Box
from iij_xbrl.read.layout.lines.lines import Line
from iij_xbrl.read.layout.tables.grid import Columns

Setting = Literal["left", "middle", "right"]
Span = tuple[int, int]
"""The first and last column that a head stands over."""

_SETTINGS: tuple[Setting, ...] = ("middle", "left", "right")
_SIDE = 1.0  # points: figures that end or start nearer to a side stand at it
_AGREE = 0.8  # of the gaps between columns are the same
_SAME = 1.2  # points: gaps and places that differ by less are the same
_LEAST = -0.5  # points: a gap is not smaller
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Rooms:
    """The left and right side of each column, from 1; what stands at `setting` of them are the heads of columns."""

    sides: tuple[tuple[float, float], ...]
    setting: Setting

    def off(self, box: Box, first: int, last: int, setting: Setting) -> float:
        """How far a box is from the place that it would have over columns."""
        left, right = self.sides[first - 1][0], self.sides[last - 1][1]
        if box.left < left - _SAME or box.right > right + _SAME:
            return float("inf")
        places = {"left": box.left - left, "middle": box.middle - (left + right) / 2, "right": box.right - right}
        return abs(places[setting])


def rooms(columns: Columns, body: Sequence[Line], boxes: Sequence[Box]) -> Rooms | None:
    """The room of each column by its figures and a row of heads; None where these do not tell."""
    ways = [
        (way, setting, at_right)
        for at_right in _sides(columns, body)
        for setting in _SETTINGS
        if (way := _gap(columns, _single_heads(columns, boxes, at_right=at_right), setting, at_right=at_right))
    ]
    if not ways:
        return None
    (_, _, gap), setting, at_right = min(ways, key=lambda item: item[0][:2])
    heads = _single_heads(columns, boxes, at_right=at_right)
    sides = list(columns.stretches)
    count = len(sides)
    if at_right:
        lefts = [_first(columns, heads, setting), *(right + gap for _, right in sides[:-1])]
        rights = [right for _, right in sides]
    else:
        lefts = [left for left, _ in sides]
        rights = [*(left - gap for left, _ in sides[1:]), _last(columns, heads, setting)]
    found = tuple((lefts[at], rights[at]) for at in range(count))
    return Rooms(found, setting) if all(left < right for left, right in found) else None


def _sides(columns: Columns, body: Sequence[Line]) -> tuple[bool, ...]:
    """Whether figures stand at the right side of their column: where most of them do, or both where as many do not."""
    right = left = 0
    for line in body:
        for segment in line.segments:
            over = columns.holding(segment.box) if segment.figure else []
            if len(over) == 1:
                side = columns.stretches[over[0] - 1]
                left += abs(segment.box.left - side[0]) < _SIDE
                right += abs(segment.box.right - side[1]) < _SIDE
    return (True, False) if right == left else (right > left,)


def _single_heads(columns: Columns, boxes: Sequence[Box], *, at_right: bool) -> dict[int, Box]:
    """The heads that are within the room of one column, by its number: not over the figures of the one beside it."""
    found: dict[int, Box] = {}
    stretches = columns.stretches
    for box in boxes:
        if at_right:
            column = next((at for at, (_, right) in enumerate(stretches, 1) if box.middle < right), 0)
            fits = (
                column and columns.right(column - 1) - _SAME <= box.left and box.right <= columns.right(column) + _SAME
            )
        else:
            column = sum(left - _SAME <= box.left for left, _ in stretches)
            fits = column and (column == len(stretches) or box.right <= stretches[column][0] + _SAME)
        if fits and column not in found:
            found[column] = box
    return found


def _gap(
    columns: Columns, heads: Mapping[int, Box], setting: Setting, *, at_right: bool
) -> tuple[int, float, float] | None:
    """What is free between two columns if heads stand like this; in front how many do not agree, and by how much."""
    if (setting == "right") == at_right and setting != "middle":
        return None  # figures and heads show the same side
    found = []
    for column, box in heads.items():
        beside = column - 1 if at_right else column + 1
        if 1 <= beside <= len(columns.stretches):
            own, other = columns.stretches[column - 1], columns.stretches[beside - 1]
            found.append(_between(own, other, box, setting, at_right=at_right))
    if len(found) < _FEWEST:
        return None
    usual = median(found)
    apart = [abs(gap - usual) for gap in found]
    same = sum(off <= _SAME for off in apart)
    if same < max(_FEWEST, _AGREE * len(found)) or usual < _LEAST:
        return None
    return len(found) - same, sum(off for off in apart if off <= _SAME) / same, usual


def _between(
    own: tuple[float, float], other: tuple[float, float], box: Box, setting: Setting, *, at_right: bool
) -> float:
    """What is free between a column and the one beside it, whose sides that figures show are known."""
    if at_right:
        left = box.left if setting == "left" else 2 * box.middle - own[1]
        return left - other[1]
    right = box.right if setting == "right" else 2 * box.middle - own[0]
    return other[0] - right


def _first(columns: Columns, heads: Mapping[int, Box], setting: Setting) -> float:
    """The left side of the first column, as its head shows it."""
    box, (left, right) = heads.get(1), columns.stretches[0]
    if box is None:
        return min(columns.label, left)
    return min(box.left if setting == "left" else 2 * box.middle - right, left)


def _last(columns: Columns, heads: Mapping[int, Box], setting: Setting) -> float:
    """The right side of the last column, as its head shows it."""
    box, (left, right) = heads.get(len(columns.stretches)), columns.stretches[-1]
    if box is None:
        return right
    return max(box.right if setting == "right" else 2 * box.middle - left, right)


def spans(
    boxes: Sequence[Box], rooms: Rooms, lower: Mapping[int, str], drawn: Sequence[Span | None]
) -> list[Span] | None:
    """The columns that each head of a row stands over; None where they fit none.

    Those are known of the heads with lines `drawn` around them. `lower` are the heads of columns further down. Where
    heads may be over single columns, or over several so that none is left out, those are right whose first columns have
    the same head; if that tells nothing either, all of them are over all of their columns together: which of them is
    which column's is open.
    """
    for setting in (rooms.setting, *(other for other in _SETTINGS if other != rooms.setting)):
        ways = [[known] if known else _ways(box, rooms, setting) for box, known in zip(boxes, drawn, strict=True)]
        if all(ways):
            single, covering = _single(ways), _covering(ways, set(lower))
            if single and covering:
                return _either(single, covering, lower, setting)
            return single or covering or _apart(ways)
    return None


def _either(single: list[Span], covering: list[Span], lower: Mapping[int, str], setting: Setting) -> list[Span]:
    """The way in which heads stand over their columns, of two that the page may mean."""
    firsts, others = [way[0] for way in single], [way[0] for way in covering]
    alike, others_alike = (len({lower.get(first) for first in way}) == 1 for way in (firsts, others))
    if firsts == others or (others_alike and not alike) or firsts[0] > min(lower):
        return covering
    if setting == "right" or (alike and not others_alike):
        return single
    return [(firsts[0], max(single[-1][1], covering[-1][1]))] * len(single)


def _ways(box: Box, rooms: Rooms, setting: Setting) -> list[Span]:
    count = len(rooms.sides)
    pairs = ((first, last) for first in range(1, count + 1) for last in range(first, count + 1))
    return [(first, last) for first, last in pairs if rooms.off(box, first, last, setting) <= _SAME]


def _covering(ways: Sequence[Sequence[Span]], below: set[int]) -> list[Span] | None:
    """One way for each head, so that together they are over all columns that have heads further down."""
    reached: dict[int, list[Span]] = {0: []}
    for held in ways:
        reached = {
            last: [*spans, (first, last)]
            for end, spans in reached.items()
            for first, last in held
            if first > end and not any(column in below for column in range(end + 1, first))
        }
    return next((spans for end, spans in reached.items() if below and end >= max(below)), None)


def _single(ways: Sequence[Sequence[Span]]) -> list[Span] | None:
    found = [next((way for way in held if way[0] == way[1]), None) for held in ways]
    kept = [way for way in found if way]
    return kept if len(kept) == len(ways) and _are_in_order(kept) else None


def _apart(ways: Sequence[Sequence[Span]]) -> list[Span] | None:
    found = [held[0] for held in ways]
    return found if all(len(held) == 1 for held in ways) and _are_in_order(found) else None


def _are_in_order(found: Sequence[Span]) -> bool:
    return all(one[1] < other[0] for one, other in pairwise(found))
