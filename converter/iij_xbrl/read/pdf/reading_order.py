"""The order in which a page is read: one column of text, or several side by side, band by band.

A gutter is where many lines start beside others, and no line crosses. What stands on both sides of it is either prose,
or has labels and figures of its own; a table, whose right parts are figures, has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from iij_xbrl.read.pdf.geometry import Box, around
from iij_xbrl.read.pdf.lines import Line, Segment
from iij_xbrl.read.pdf.shapes import is_figure, letters
from iij_xbrl.read.pdf.words import Word

_INNER = (0.22, 0.78)  # of the width: where a gutter may be
_FEWEST = 5  # lines that start at a gutter
_NARROW = 0.3  # of the font's height: a gutter is wider
_NEAR = 1.2  # points: left sides that are nearer are one
_INDENT = 30.0  # points: how far lines of a column are indented at most
_FULL = 0.8  # of a column's width: lines that are wider are prose
_DEEPEST = 3


def columns(lines: Sequence[Line], depth: int = 0) -> list[list[Line]]:
    """The lines of a page in stretches that are read one after the other, each one column of text."""
    gutter = _gutter(lines) if depth < _DEEPEST and len(lines) >= _FEWEST else None
    if gutter is None:
        return [list(lines)] if lines else []
    found: list[list[Line]] = []
    for across, band in _bands(lines, gutter):
        if across:
            found.append(band)
            continue
        parts = [_side(band, gutter, right=False), _side(band, gutter, right=True)]
        for part in parts:
            found += columns(part, depth + 1)
    return found


def _side(band: Sequence[Line], gutter: float, *, right: bool) -> list[Line]:
    found = []
    for line in band:
        kept = []
        for segment in line.segments:
            pieces = _cut(segment, gutter)
            kept += [piece for piece in pieces if (piece.box.left >= gutter - _NEAR) == right]
        if kept:
            found.append(Line(tuple(kept)))
    return found


def _cut(segment: Segment, gutter: float) -> list[Segment]:
    """A segment that runs over a gutter at which a word of it starts is two."""
    at = next((at for at, word in enumerate(segment.words) if abs(word.box.left - gutter) <= _NEAR and at), 0)
    if not at or gutter - segment.words[at - 1].box.right < _NARROW * segment.size:
        return [segment]
    return [Segment(segment.words[:at]), Segment(segment.words[at:])]


def _crosses(line: Line, gutter: float) -> bool:
    return any(
        piece.box.left < gutter - _NEAR < piece.box.right - _NEAR
        for segment in line.segments
        for piece in _cut(segment, gutter)
    )


def _bands(lines: Sequence[Line], gutter: float) -> Iterator[tuple[bool, list[Line]]]:
    """Stretches of lines, each with whether it runs across the gutter; short ones in two columns do as well."""
    held: list[Line] = []
    for line in lines:
        if _crosses(line, gutter):
            if held:
                yield not _is_parted(held, gutter), held
                held = []
            yield True, [line]
        else:
            held.append(line)
    if held:
        yield not _is_parted(held, gutter), held


def _gutter(lines: Sequence[Line]) -> float | None:
    page = around(line.box for line in lines)
    low, high = (page.left + share * page.width for share in _INNER)
    lefts = sorted(
        word.box.left
        for line in lines
        for segment in line.segments
        for word in (segment.words[0], *_starters(segment))
        if low < word.box.left < high
    )
    best: tuple[int, float] | None = None
    start = 0
    for end, left in enumerate(lefts):
        while left - lefts[start] > _NEAR:
            start += 1
        count = end - start + 1
        if count >= _FEWEST and (best is None or count > best[0]):
            best = (count, lefts[start])
    if best is None:
        return None
    gutter = best[1]
    parted = any(not across for across, _ in _bands(lines, gutter))
    return gutter if parted else None


def _starters(segment: Segment) -> Iterator[Word]:
    for left, right in pairwise(segment.words):
        if right.box.left - left.box.right > _NARROW * segment.size and right.spaces == 0:
            yield right


def _is_parted(band: Sequence[Line], gutter: float) -> bool:
    """Whether what stands at a gutter in these lines are columns of text."""
    left, right = _side(band, gutter, right=False), _side(band, gutter, right=True)
    if len(left) < _FEWEST or len(right) < _FEWEST:
        return False
    near = [line for line in right if line.box.left - gutter <= _INDENT and letters(line.segments[0].text) > 2]
    if len(near) < 0.6 * len(right):
        return False
    return _is_text(left) and _is_text(right)


def _is_text(side: Sequence[Line]) -> bool:
    """Whether lines are prose, or rows with labels and figures of their own."""
    box: Box = around(line.box for line in side)
    prose = sum(
        len(line.segments) == 1 and line.box.width > _FULL * box.width and letters(line.text) > 20 for line in side
    )
    rows = sum(
        len(line.segments) > 1 and letters(line.segments[0].text) > 2 and is_figure(line.segments[-1].text)
        for line in side
    )
    return max(prose, rows) >= 3
