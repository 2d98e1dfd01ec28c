"""Which pieces of a line are two: a label and a figure, or heads of two columns, with little room between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.shapes import is_wide
from iij_xbrl.read.layout.tables.grid import Columns

_PARTED = 0.3  # of the font's height: heads with no space drawn between are no further apart within
_PARTED_BESIDE = 0.42  # the same where a space is drawn in it
_TIMES = 1.8  # how much wider than the least gap of its line such a gap is
_FAR, _FAR_TIMES = 0.8, 3.0  # of the font's height, and of the least gap: heads of two columns wherever they stand
_TWO = 2
_PARTED_SPACED = 0.15  # the same where other words of the line have a space drawn between


def cut(line: Line, found: Columns) -> Line:
    """The line with segments in two that hold a label and, behind a narrow gap, a figure of the first column."""
    pieces: list[Segment] = []
    for at, segment in enumerate(line.segments):
        pieces += _cut(segment, found, label=not at)
    pieces = _as_others(pieces)
    return Line(tuple(pieces)) if len(pieces) > len(line.segments) else line


def _as_others(pieces: Sequence[Segment]) -> list[Segment]:
    """The pieces of a line, those in two that say what two others beside each other say (`JPY millions %`)."""
    heads = [piece for piece in pieces if not piece.figure]
    beside = {(one.text, other.text) for one, other in pairwise(heads)}
    found: list[Segment] = []
    for piece in pieces:
        ways = ((Segment(piece.words[:at]), Segment(piece.words[at:])) for at in range(1, len(piece.words)))
        two = next((way for way in ways if not piece.figure and (way[0].text, way[1].text) in beside), None)
        found += two or (piece,)
    return found


def _cut(segment: Segment, found: Columns, *, label: bool) -> Iterable[Segment]:
    if segment.figure or len(segment.words) < 2:
        return [segment]
    over = found.holding(segment.box)
    for column in reversed(over) if label and segment.box.left < found.label else ():
        left, right = found.stretches[column - 1]
        at = next((at for at, word in enumerate(segment.words) if at and word.box.left >= left - 1), None)
        if at is None:
            continue
        tail = Segment(segment.words[at:])
        gap = tail.box.left - segment.words[at - 1].box.right
        if gap > _PARTED * segment.size and tail.figure and abs(tail.box.right - right) < 0.3 * segment.size:
            return [*_cut(Segment(segment.words[:at]), found, label=label), tail]
    return _heads(segment, found) if over else [segment]


def _heads(segment: Segment, found: Columns) -> list[Segment]:
    """Heads of columns beside each other, with little more than a space between."""
    pieces, start = [], 0
    narrow = _PARTED_SPACED if any(word.spaces for word in segment.words[1:]) else _PARTED
    least = min(right.box.left - left.box.right for left, right in pairwise(segment.words))
    for at in range(1, len(segment.words)):
        left, right = segment.words[at - 1], segment.words[at]
        apart = right.box.left - left.box.right
        is_far = apart > _FAR * segment.size and (len(segment.words) == _TWO or apart > _FAR_TIMES * least)
        of_ink = is_wide(left.text[-1]) and is_wide(right.text[0])  # of such characters some show their ink alone
        parted = _PARTED if of_ink else narrow
        enough = max(_PARTED_BESIDE * segment.size, _TIMES * least) if right.spaces else parted * segment.size
        if not is_far and apart <= enough:
            continue
        parts = Segment(segment.words[start:at]).box, Segment(segment.words[at:]).box
        if is_far:  # beside the figures of its own column
            before, behind = (found.holding(part) or [found.nearest(part)] for part in parts)
        else:
            before, behind = map(found.holding, parts)
        if before and behind and before[-1] < behind[0]:
            pieces.append(Segment(segment.words[start:at]))
            start = at
    return [*pieces, Segment(segment.words[start:])]
