"""The last lines of a label at the start of a page or column, whose figures are on the page before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from iij_xbrl.read.layout.geometry import Box
from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.tables.stretches import whole
from iij_xbrl.read.layout.tables.table_ends import has_figures, room_between

_MOST = 14  # lines of a head, with labels below it
_TAIL = 30  # lines at the end of a page that tell where labels and figures stand
_NEAR = 4  # lines of a label at the start of a page
_LINES = 8  # lines of a label
_CLOSE = 0.45  # of the font's height: lines of one label are not further apart
_GAP = 1.0  # of the font's height: two tables are further apart
_SAME = 1.5  # points: the same place
_LEAST = 0.8  # of the font's height: lines of one cell are no nearer
_MOST_LEADING = 1.8  # of the font's height: lines of one text are no further apart
_WIDER = 1.1  # of the distance of lines of a cell: rows are further apart
_TIGHT = 1.06  # of the distance of rows: lines of a cell that are further apart are told from rows by it
_INDENT = 4.0  # of the font's height: labels start no further in
_EXACT = 0.02  # of the font's height: distances that differ by less are the same
_SPACE = 0.25  # of the font's height: between words


def repeated(lines: Sequence[Line], following: Sequence[Line]) -> int:
    """How many lines of a head above the last table of a column are repeated at the start of the next.

    Rows with figures are below them, both times where none of their lines heads columns: running text that is said
    twice is no head.
    """
    start = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].text == following[0].text), len(lines))
    count = 0
    for one, other in zip(lines[start:], following, strict=False):
        same = abs((one.baseline - lines[start].baseline) - (other.baseline - following[0].baseline)) < _SAME
        if one.text != other.text or not same or has_figures(whole(one)):
            break
        count += 1
    below = [
        any(has_figures(whole(line)) for line in rest[count : count + _MOST]) for rest in (lines[start:], following)
    ]
    if not (any(below) if any(len(line.segments) > 1 for line in following[:count]) else all(below)):
        return 0
    return count if count > 1 or (count and len(following[0].segments) > 1) else 0


def has_no_room(upper: Segment, lower: Segment, limit: float) -> bool:
    """Whether a line of a label had no room for the first word of the next; one with a colon is whole."""
    word = lower.words[0]
    return upper.text[-1:] not in ":：" and upper.box.right + _SPACE * word.size + word.box.width > limit


class Usual(NamedTuple):
    """How far apart lines of running text are on most pages, and rows of figures, as shares of the font's height."""

    lines: float
    rows: float


def usual_distances(columns: Iterable[Sequence[Line]]) -> Usual:
    """The distances of lines that most of the text of a document has, and most of its tables."""
    texts, rows = Counter[int](), Counter[int]()
    for lines in columns:
        for upper, lower in pairwise(lines):
            distance = lower.baseline - upper.baseline
            if _LEAST * lower.size < distance < _MOST_LEADING * lower.size:
                kind = {(1, 1): texts}.get((len(upper.segments), len(lower.segments)))
                kind = rows if has_figures(upper) and has_figures(lower) else kind
                if kind is not None:
                    kind[round(distance / lower.size / _EXACT)] += 1
    return Usual(_most(texts), _most(rows))


def _most(steps: Counter[int]) -> float:
    return max(steps, key=lambda step: (steps[step], -step), default=0) * _EXACT


def rest_of_label(lines: Sequence[Line], following: Sequence[Line], head: int, usual: Usual) -> tuple[int, float]:
    """Where the last lines of a table's label end in the lines of the next column, behind a head that is repeated.

    With how far below the last line of the column they stand. Without such a head they start with a small letter or a
    digit, or with a word for which the label had no room; a label with a colon is no end of another. What is below them
    is further away than lines of one label are, or nearer where rows are set so.
    """
    tail = _last_table([whole(line) for line in lines[-_TAIL:]])
    starts = [segment.box.left for line in tail for segment in line.segments if segment.figure]
    labels = [line.segments[0].box for line in tail if starts and line.segments[0].box.right <= min(starts)]
    if not labels or not any(has_figures(line) for line in tail[-_LINES:]) or head >= len(following):
        return head, 0.0
    left = min(box.left for box in labels)
    first = following[head]
    small = first.text[:1].islower() or first.text[:1].isdigit()
    if (
        not head
        and not small
        and not _is_open(tail, first, [box for box in labels if box.left < left + _INDENT * first.size])
    ):
        return head, 0.0
    if head and not small and _had_room(tail, following[head:], min(starts)):
        return head, 0.0
    distances = _distances(tail, following, Usual(usual.lines * first.size, usual.rows * first.size))
    end = head
    while end < len(following) and end - head < _NEAR:
        line = following[end]
        fits = left - 1 <= line.box.left and line.box.right <= min(starts)
        if len(line.segments) > 1 or line.figure or not fits or abs(line.size - tail[-1].size) > 0.1 * line.size:
            break
        if end > head and distances.part(following[end - 1], line):
            return end, distances.below(tail[-1])
        end += 1
    if following[end - 1].text[-1:] in ":：":  # what it opens is below it
        return head, 0.0
    is_whole = end == len(following) or (end > head and distances.part(following[end - 1], following[end]))
    return (end if is_whole else head), distances.below(tail[-1])


def _last_table(tail: Sequence[Line]) -> Sequence[Line]:
    """The lines below the last wide gap, where some of them have figures."""
    gaps = (at for at in range(len(tail) - 1, 0, -1) if room_between(tail[at - 1], tail[at]) > _GAP * tail[at].size)
    start = next(gaps, 0)
    return tail[start:] if any(map(has_figures, tail[start:])) else tail


def _is_open(tail: Sequence[Line], first: Line, labels: Sequence[Box]) -> bool:
    """Whether the last line of a column goes on with a label of several lines, and had no room for the next word."""
    last, limit = tail[-1], max(box.right for box in labels)
    return not has_figures(last) and last.box in labels and has_no_room(last.segments[-1], first.segments[0], limit)


def _had_room(tail: Sequence[Line], following: Sequence[Line], start: float) -> bool:
    """Whether the last label of a page, in front of figures that start here, had room for the first word overleaf.

    Labels of rows on both pages show how far they reach.
    """
    rows = [line for line in map(whole, following[:_TAIL]) if has_figures(line)]
    near = [line.segments[0] for line in (*tail, *rows)]
    limit = max((label.box.right for label in near if label.box.right <= start), default=start)
    last = next((line.segments[0] for line in reversed(tail) if not line.segments[0].figure), None)
    return last is not None and not has_no_room(last, following[0].segments[0], limit)


class _Distances(NamedTuple):
    """How far apart lines of a cell are, and rows, from what one stands on to what the next stands on; 0 if unknown."""

    lines: float
    rows: float

    @property
    def are_tight(self) -> bool:
        """Whether rows are nearer to each other than the lines of a cell."""
        return 0 < _TIGHT * self.rows < self.lines

    def part(self, upper: Line, lower: Line) -> bool:
        """Whether two lines are of two rows."""
        distance = lower.baseline - upper.baseline
        if self.are_tight:
            least = _LEAST * lower.size  # figures that are nearer are beside two lines of their label
            return least < distance < (self.lines + self.rows) / 2 or distance > _WIDER * self.lines
        return room_between(upper, lower) > _CLOSE * lower.size or 0 < _WIDER * self.lines < distance

    def below(self, line: Line) -> float:
        """How far below the last line of a page the rest of its label stands."""
        return self.lines if self.are_tight else line.size


def _distances(tail: Sequence[Line], following: Sequence[Line], usual: Usual) -> _Distances:
    """The distances on both sides of the end of a page; what these do not show is as `usual`."""
    apart, rows = [], []
    for lines in (tail, [whole(line) for line in following[:_TAIL]]):
        both = pairwise(lines)
        rows += [lower.baseline - upper.baseline for upper, lower in both if has_figures(upper) and has_figures(lower)]
        labels = pairwise(line for line in lines if not line.segments[0].figure)
        found = [(lower, lower.baseline - upper.baseline) for upper, lower in labels if len(lower.segments) == 1]
        apart += [distance for lower, distance in found if distance > _LEAST * lower.size]
    pitch = sorted(rows)[len(rows) // 4] if rows else usual.rows
    is_tight = usual.lines > _TIGHT * pitch and any(abs(gap - usual.lines) < _SAME / 2 for gap in apart)
    return _Distances(usual.lines if is_tight else min(apart, default=0.0), pitch)
