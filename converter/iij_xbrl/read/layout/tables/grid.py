"""The columns of a table: where its figures stand, and which of them each piece of a line belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from iij_xbrl.read.layout.geometry import Box, Rule, merged, overlap
from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.shapes import is_dash, letters
from iij_xbrl.read.layout.tables.table_ends import stand_beside

_TOUCH = 0.5  # points
_SIDE_BY_SIDE = 0.5  # of the lines have a label of their own behind figures
_FEWEST = 3
_SIDE = 4.0  # points: sides that are nearer are one
_BETWEEN = 0.9  # of the font's height: lines of one cell are further apart
_LABEL = 4.0  # of the font's height: labels start no further in


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of figures or text of a table, from left to right: the stretch that each covers.

    `label` is the right end of the labels in front of them, `left` the left one.
    """

    stretches: tuple[tuple[float, float], ...]
    left: float
    label: float

    def right(self, column: int) -> float:
        """The right side of a column; that of the labels for column 0."""
        return self.label if column == 0 else self.stretches[column - 1][1]

    def holding(self, box: Box) -> list[int]:
        """The columns, from 1, that a box stands over."""
        start, end = box.left, box.right
        return [
            number
            for number, (left, right) in enumerate(self.stretches, 1)
            if min(end, right) - max(start, left) > _TOUCH
        ]

    def nearest(self, box: Box) -> int:
        """The column in whose room the middle of a box is; 0 for labels."""
        over = self.holding(box)
        if len(over) == 1:
            return over[0]
        if len(over) > 1:
            return max(over, key=lambda column: overlap(box.left, box.right, *self.stretches[column - 1]))
        if not self.stretches or box.middle < self.label or box.left <= self.left + 1:
            return 0
        for number, (left, right) in enumerate(self.stretches, 1):
            following = self.stretches[number][0] if number < len(self.stretches) else float("inf")
            if box.middle <= right + 0.35 * min(following - right, right - left + 20):
                return number
        return len(self.stretches)


def columns(lines: Sequence[Line]) -> Columns | None:
    """The columns of a table's lines; None where there are none."""
    body = [line for line in lines if any(segment.figure for segment in line.segments)]
    rows = body or [line for line in lines if len(line.segments) > 1]
    labels = [line.segments[0] for line in rows if not line.segments[0].figure]
    left = min((line.box.left for line in lines), default=0.0)
    figures = [
        segment
        for line in rows
        for at, segment in enumerate(line.segments)
        if (segment.figure if body else at) and not _is_label(segment, at, left, labels)
    ]
    stretches = merged((segment.box.left, segment.box.right) for segment in figures)
    if not stretches:
        return None
    stretches = merged([*stretches, *_texts(rows, stretches)])
    start = next(at for at, line in enumerate(lines) if line is rows[0])
    if not _has_head_for_each(stretches, lines[:start]):
        stretches = _without_strays(stretches, figures, rows, lines[:start])
    first = stretches[0][0]
    boxes = [line.segments[0].box for line in lines[start:]]
    label = max((box.right for box in boxes if box.right < first), default=left)
    return Columns(tuple(_with_heads(stretches, lines[:start], label)), left, label)


def _has_head_for_each(stretches: Sequence[tuple[float, float]], heads: Sequence[Line]) -> bool:
    """Whether a line of heads has one for each column of figures: as many, and none stands over that of another."""
    return any(
        len(line.segments) == len(stretches) > 1
        and not any(
            at != number and overlap(segment.box.left, segment.box.right, *stretch) > 0
            for at, segment in enumerate(line.segments)
            for number, stretch in enumerate(stretches)
        )
        for line in heads
    )


def _is_label(segment: Segment, at: int, left: float, labels: Sequence[Segment]) -> bool:
    """Whether what looks like a figure is the first of its line and stands where labels start."""
    return at == 0 and bool(labels) and segment.box.left - left < 2 * segment.size


def _texts(rows: Sequence[Line], known: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Columns of text among those of figures, or behind them: where no figure stands, on two lines at least."""
    pieces = [
        (segment.box.left, segment.box.right)
        for line in rows
        for at, segment in enumerate(line.segments)
        if at
        and not segment.figure
        and (segment.box.left > known[0][0] or len(line.segments) > 2)
        and letters(segment.text)
        and not any(overlap(segment.box.left, segment.box.right, *stretch) > -_TOUCH for stretch in known)
    ]
    found = merged(pieces)
    count = [sum(left <= piece[0] <= right for piece in pieces) for left, right in found]
    return [stretch for stretch, times in zip(found, count, strict=True) if times > 1]


def _without_strays(
    stretches: Sequence[tuple[float, float]], figures: Sequence[Segment], rows: Sequence[Line], heads: Sequence[Line]
) -> list[tuple[float, float]]:
    """The columns without those that are parts of the one beside them, whose cells are empty where they hold something.

    So is one that holds nothing but dashes, or one figure beside figures under the same heads.
    """
    found = list(stretches)
    pieces = [segment.box for line in heads for segment in line.segments]
    at = 0
    while at < len(found):
        own = [segment for segment in figures if overlap(segment.box.left, segment.box.right, *found[at]) > 0]
        dashes = all(is_dash(segment.text) for segment in own)
        held = {id(segment) for segment in own}
        lines = [line for line in rows if any(id(segment) in held for segment in line.segments)]
        for beside in _nearest_first(found, at) if own else ():
            if any(_stands_in(line, found[beside]) for line in lines):
                continue
            both = found[at], found[beside]
            if dashes or (len(own) == 1 and _has_one_head(*both, pieces)):
                low = min(at, beside)
                found[low : low + 2] = [(min(both)[0], max(right for _, right in both))]
                at = -1
                break
        at += 1
    return found


def _nearest_first(stretches: Sequence[tuple[float, float]], at: int) -> list[int]:
    """The columns beside one, the nearer first."""
    beside = [number for number in (at + 1, at - 1) if 0 <= number < len(stretches)]
    return sorted(beside, key=lambda number: -overlap(*stretches[at], *stretches[number]))


def _has_one_head(one: tuple[float, float], other: tuple[float, float], heads: Sequence[Box]) -> bool:
    """Whether two stretches are under the same heads, and neither has one of its own."""
    over = [[overlap(box.left, box.right, *stretch) > _TOUCH for stretch in (one, other)] for box in heads]
    return any(all(both) for both in over) and not all(
        any(held[at] and not all(held) for held in over) for at in (0, 1)
    )


def _with_heads(
    stretches: Sequence[tuple[float, float]], heads: Sequence[Line], label: float
) -> list[tuple[float, float]]:
    """The columns with what heads show of them: where they start and end, and those that hold nothing.

    Of a row with one head for each column the heads beside their columns are those; of the lowest row a head beside a
    column that has none is that column's. One between columns that have theirs in its row is that of an empty one.
    """
    found = list(stretches)
    for number, row in enumerate(_head_rows(heads, label)):
        pieces = merged((box.left, box.right) for box in row)
        over = [[at for at, one in enumerate(found) if overlap(*piece, *one) > _TOUCH] for piece in pieces]
        alike = len(pieces) == len(found) and all(held in ([], [at]) for at, held in enumerate(over))
        if alike:
            wider = [
                _around(one, piece) if not held else one for one, piece, held in zip(found, pieces, over, strict=True)
            ]
        else:
            wider = _beside(found, pieces, over, lowest=not number)
        found = wider if len(merged(wider)) == len(wider) else found
    return sorted(found)


def _around(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return min(one[0], other[0]), max(one[1], other[1])


def _beside(
    stretches: Sequence[tuple[float, float]],
    pieces: Sequence[tuple[float, float]],
    over: Sequence[Sequence[int]],
    *,
    lowest: bool,
) -> list[tuple[float, float]]:
    """The columns with the pieces of heads that are over none of them: of an empty one, or of the free one beside.

    Only of the `lowest` row are heads those of a free column beside them: others may be over several columns.
    """
    owned = {held[0] for held in over if held}
    found = list(stretches)
    for piece, held in zip(pieces, over, strict=True):
        behind = sum(left < piece[0] for left, _ in stretches)
        free = [at for at in (behind - 1, behind) if 0 <= at < len(stretches) and at not in owned]
        if held:
            continue
        if len(free) == 1 and lowest:
            owned.add(free[0])
            found[free[0]] = _around(found[free[0]], piece)
        elif not free:
            found.append(piece)
    return found


def _head_rows(heads: Sequence[Line], label: float) -> list[list[Box]]:
    """The boxes over columns of each row of heads, from the lowest: of lines that lie closer than those of one cell."""
    rows: list[list[Box]] = []
    last: Line | None = None
    for line in reversed(heads):
        boxes = [segment.box for segment in line.segments if segment.box.left >= label]
        if not boxes:
            continue
        if last is None or last.baseline - line.baseline > _BETWEEN * line.size:
            rows.append([])
        rows[-1] += boxes
        last = line
    return rows


def _stands_in(line: Line, stretch: tuple[float, float]) -> bool:
    return any(overlap(segment.box.left, segment.box.right, *stretch) > 0 for segment in line.segments)


def side_by_side(lines: Sequence[Line]) -> float | None:
    """Where a second table starts beside the first one: labels behind figures, with figures behind them."""
    body = [line for line in lines if sum(segment.figure for segment in line.segments) > 1]
    starts = [
        segment.box.left
        for line in body
        for at, segment in enumerate(line.segments[1:-1], 1)
        if letters(segment.text) > 3
        and not segment.figure
        and any(other.figure for other in line.segments[1:at])
        and any(other.figure for other in line.segments[at + 1 :])
    ]
    if len(starts) < max(_FEWEST, _SIDE_BY_SIDE * len(body)):
        return None
    return min(starts)


def one_below_another(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The tables of lines that follow each other with no room between: each has a head.

    That is the head of the one above again, or the columns are others.
    """
    starts = _inner_heads(lines)
    found: list[Sequence[Line]] = []
    start = 0
    for at, head in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(lines)
        upper, lower = columns(lines[start:head]), columns(lines[head:end])
        again = len(lines[head].segments) > 1 and lines[head].text == lines[start].text
        if upper and lower and (again or not _same(upper, lower) or _is_between(lines[head:end])):
            found.append(lines[start:head])
            start = head
    return [*found, lines[start:]]


def _is_between(lines: Sequence[Line]) -> bool:
    """Whether lines above the first figures stand between those of their neighbours, as no row of figures does."""
    heads = list(takewhile(lambda line: not any(segment.figure for segment in line.segments), lines))
    return any(stand_beside(upper, lower) for upper, lower in pairwise(heads))


def _inner_heads(lines: Sequence[Line]) -> list[int]:
    """Where lines without figures that stand over columns come between lines with figures: the first of each."""
    has = [any(segment.figure for segment in line.segments) for line in lines]
    if not any(segment.figure for line in lines for segment in line.segments[1:]):
        return []
    first, last = has.index(True), len(has) - 1 - has[::-1].index(True)
    inside = min(line.box.left for line in lines) + _LABEL * lines[0].size
    alone = [line.segments[0].figure and line.box.left > inside for line in lines]  # halfway between lines of labels
    rows = zip(lines, has, alone, strict=True)
    labels = sorted(line.segments[0].box.right for line, held, no_label in rows if held and not no_label)
    over = [False] * len(lines)
    start = float("inf")
    for at in range(last, first, -1):
        figures = [segment.box.left for segment in lines[at].segments[not alone[at] :] if segment.figure]
        if figures:
            start = min(figures[0], start) if has[at + 1 : at + 2] == [True] else figures[0]
        box = lines[at].segments[-1].box
        behind = bisect_right(labels, start)
        over[at] = not has[at] and (box.right > start or box.left > (labels[behind - 1] if behind else start))
    return [at for at in range(first + 1, last) if over[at] and (has[at - 1] or not over[at - 1])]


def _same(upper: Columns, lower: Columns) -> bool:
    """Whether columns of two tables are the same ones: none of one stands over two of the other, or beside all.

    Figures start or end where those of the other table do; signs behind them may hang over.
    """
    if any(
        sum(overlap(*one, *other) > 0 for other in others) > 1
        for ones, others in ((upper.stretches, lower.stretches), (lower.stretches, upper.stretches))
        for one in ones
    ):
        return False
    most = max(len(upper.stretches), len(lower.stretches))
    if len(merged([*upper.stretches, *lower.stretches])) != most:
        return False
    return all(
        any(min(abs(one[0] - other[0]), abs(one[1] - other[1])) < _SIDE for other in upper.stretches)
        for one in lower.stretches
    )


def parted(lines: Sequence[Line], at: float) -> tuple[list[Line], list[Line]]:
    """The lines of two tables side by side."""
    left = [Line(kept) for line in lines if (kept := tuple(s for s in line.segments if s.box.middle < at))]
    right = [Line(kept) for line in lines if (kept := tuple(s for s in line.segments if s.box.middle >= at))]
    return left, right


def rules_within(rules: Iterable[Rule], box: Box) -> list[Rule]:
    """The rules that touch a box."""
    return [
        rule
        for rule in rules
        if overlap(rule.box.left, rule.box.right, box.left, box.right) >= 2 * rule.across
        and overlap(rule.box.top, rule.box.bottom, box.top - 4, box.bottom + 4) >= 0
    ]
