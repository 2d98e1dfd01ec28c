"""Columns of text by the order in which they are drawn.

Makers draw one column of text after the other, and a table row by row, whatever stands beside it. So lines beside each
other are of two columns where all on the left is drawn before all on the right; where a line on the left follows one on
the right that stands higher, it starts something else: the next row of a table, or the next band of columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from iij_xbrl.read.layout.geometry import merged, overlap
from iij_xbrl.read.layout.lines.lines import Line
from iij_xbrl.read.layout.lines.sides import Gutter, crosses, side
from iij_xbrl.read.layout.shapes import letters

_NEAR = 3.0  # points: left sides that are nearer are one
_PADDING = 12.0  # points: what cells of a table keep free at most
_INDENT = 30.0  # points: how far lines of a column are indented at most
_FEWEST = 4  # lines of a band
_FIGURES = 3  # lines of figures on the right that are not of one row
_LEAST = 8  # lines of a band that show how the maker draws
_STARTS = 0.6  # of the lines of a right column: start where it does
_CHANGES, _SHARE = 3, 0.2  # how often it is gone from one side to the other, and for each line
_ROWS = 24  # lines of a table that tell where its columns are
_DAY = 2  # digits of a number in a head
_NEVER = 1 << 60  # words
_MOST = 0.5  # of the lines in columns


def draws_columns(bands: Sequence[tuple[Sequence[Line], Gutter]]) -> bool:
    """Whether what looks like columns of text is drawn one column after the other in most of a document."""
    long = [(band, gutter) for band, gutter in bands if len(band) >= _LEAST]
    drawn = sum(len(band) for band, gutter in long if _changes(band, gutter) <= max(_CHANGES, _SHARE * len(band)))
    return drawn > _MOST * sum(len(band) for band, _ in long)


def _changes(band: Sequence[Line], gutter: Gutter) -> int:
    """How often the order of drawing goes from one side of a gutter to the other; each line where it tells nothing."""
    places = sorted(
        (segment.words[0].drawn, right)
        for right in (False, True)
        for line in side(band, gutter.left, right=right)
        for segment in line.segments
    )
    if places and places[0][0] == places[-1][0]:
        return len(places)
    return sum(one[1] != other[1] for one, other in pairwise(places))


def drawn_bands(lines: Sequence[Line], gutter: float) -> list[tuple[bool, list[Line]]]:
    """Stretches of lines, each with whether it runs across the gutter, by the order in which they are drawn."""
    found: list[tuple[bool, list[Line]]] = []
    for across, band in _with_heads(list(_bands(lines, gutter)), gutter):
        if across and found and found[-1][0]:
            found[-1][1].extend(band)
        elif band:
            found.append((across, band))
    return found


def _bands(lines: Sequence[Line], gutter: float) -> Iterator[tuple[bool, list[Line]]]:
    """The bands in order; a column on the right may start above the one on the left, which is drawn before it."""
    held: list[Line] = []
    last, first = -1, _NEVER
    for line in lines:
        left, right = (_drawn(line, gutter, right=right) for right in (False, True))
        is_across = crosses(line, gutter)
        if held and (is_across or max([last, *left]) > min([first, *right])):
            end = len(held)
            while not is_across and end and _follows(held[end - 1], left, gutter):
                end -= 1
            if end:
                yield not _is_parted(held[:end], gutter), held[:end]
            held = held[end:]
            last, first = -1, min((place for one in held for place in _drawn(one, gutter, right=True)), default=_NEVER)
        if is_across:
            yield True, [line]
            continue
        held.append(line)
        last, first = max([last, *left]), min([first, *right])
    if held:
        yield not _is_parted(held, gutter), held


def _follows(line: Line, left: Sequence[int], gutter: float) -> bool:
    """Whether a line stands on the right alone and is drawn after one on the left that stands lower."""
    drawn = _drawn(line, gutter, right=True)
    return bool(left and drawn) and min(drawn) > max(left) and not _drawn(line, gutter, right=False)


def _drawn(line: Line, gutter: float, *, right: bool) -> list[int]:
    return [
        word.drawn
        for piece in side([line], gutter, right=right)
        for word in piece.words
        if not word.raised and word.moved is None
    ]


def _is_parted(band: Sequence[Line], gutter: float) -> bool:
    """Whether lines beside each other, the left ones drawn first, are columns of text.

    The right column starts at the gutter, and not with figures. Or it has several lines with figures beside those on
    the left: a row of a table has one.
    """
    left, right = side(band, gutter, right=False), side(band, gutter, right=True)
    if not left or not right or len(left) + len(right) < _FEWEST:
        return False
    top, bottom = left[0].baseline - 1, left[-1].baseline + 1
    figures = sum(any(one.figure for one in line.segments) for line in right if top < line.baseline < bottom)
    if figures >= _FIGURES:
        return True
    if min(line.box.left for line in right) - gutter > _PADDING:
        return False
    near = sum(line.box.left - gutter <= _INDENT and letters(line.segments[0].text) > 2 for line in right)
    away = sum(
        line.segments[0].figure or (line.box.left - gutter > _INDENT and line.segments[-1].figure) for line in right
    )
    return bool(near) and near >= _STARTS * (near + away)


def _with_heads(found: Sequence[tuple[bool, list[Line]]], gutter: float) -> Iterator[tuple[bool, list[Line]]]:
    """The bands, with the heads of a table that is as wide as the page, which are drawn before its labels, at it."""
    for at, (across, band) in enumerate(found):
        if across:
            yield across, band
            continue
        table: list[Line] = []
        for below_across, below in found[at + 1 :]:
            if not below_across or len(table) >= _ROWS:
                break
            table += below
        end = _without_heads(band, table, gutter)
        if end == len(band):
            yield False, band
            continue
        yield not _is_parted(band[:end], gutter), band[:end]
        yield True, band[end:]


def _without_heads(band: Sequence[Line], table: Sequence[Line], gutter: float) -> int:
    """Where a band ends before the heads of the table below: lines on the right alone, over columns of figures."""
    rows = [line for line in table[:_ROWS] if any(segment.figure for segment in line.segments)]
    figures = merged((one.box.left, one.box.right) for line in rows for one in line.segments if one.figure)
    end = len(band)
    while figures and end and _is_head(band[end - 1], figures, gutter):
        end -= 1
    return end


def _is_head(line: Line, figures: Sequence[tuple[float, float]], gutter: float) -> bool:
    """Whether a line is of a head; one alone that starts where the right column of text does may be a line of that."""
    pieces = [segment.box for segment in line.segments]
    figure = any(segment.figure and len(segment.text) > _DAY for segment in line.segments)
    if pieces[0].left < gutter - 1 or figure:
        return False
    if len(pieces) == 1 and abs(pieces[0].left - gutter) <= _NEAR:
        return False
    over = sum(any(overlap(box.left, box.right, *stretch) > 0 for stretch in figures) for box in pieces)
    return 2 * over >= len(pieces)
