"""The order in which a page is read: one column of text, or several side by side, band by band.

A gutter is where many lines start beside others, and no line crosses. What stands on both sides of it is either prose,
or has labels and figures of its own; a table, whose right parts are figures, has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from iij_xbrl.read.layout.geometry import Box, around, merged, overlap
from iij_xbrl.read.layout.lines.drawn import drawn_bands, draws_columns
from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.lines.sides import Gutter, crosses, side
from iij_xbrl.read.layout.lines.words import Word
from iij_xbrl.read.layout.shapes import letters

_INNER = (0.22, 0.78)  # of the width: where a gutter may be
_FEWEST = 5  # lines that start at a gutter
_NARROW = 0.3  # of the font's height: a gutter is wider
_NEAR = 3.0  # points: left sides that are nearer are one
_INDENT = 30.0  # points: how far lines of a column are indented at most
_FULL = 0.8  # of a column's width: lines that are wider are prose
_ACROSS = 0.2  # of the lines between two gaps: where more run across, all do
_BETWEEN = 0.5  # of the font's height: gaps are larger
_ROW = 1.3  # of the font's height: what is free between rows of a table at most
_ROWS_BELOW = 12  # lines of a table that tell where its columns are
_DEEPEST = 3
_PAGES = 2  # pages that have a gutter at one place
_ROWS = 0.6  # of the right sides of the rows of a table: begin with figures
_BESIDE = 0.9  # of these: have something on the left


def gutters(pieces: Sequence[Sequence[Line]]) -> list[Gutter | None]:
    """The gutter of each page, or piece of one: that of most others, where it can be, or its own."""
    own = [_gutter(piece) for piece in pieces]
    left = _most_common(sorted(gutter.left for gutter in own if gutter is not None), fewest=_PAGES)
    if left is None:
        return own
    usual = Gutter(left, usual=True)
    found = [usual if _is_gutter(usual, piece) else gutter for piece, gutter in zip(pieces, own, strict=True)]
    bands = [
        (band, gutter)
        for piece, gutter in zip(pieces, found, strict=True)
        if gutter is not None
        for across, band in _bands(piece, gutter)
        if not across
    ]
    return [usual._replace(drawn=True)] * len(found) if draws_columns(bands) else found


def columns(lines: Sequence[Line], gutter: Gutter | None, depth: int = 1) -> list[list[Line]]:
    """The lines of a page in stretches that are read one after the other, each one column of text."""
    if gutter is None:
        return [list(lines)] if lines else []
    found: list[list[Line]] = []
    wide = False
    for across, band in _bands(lines, gutter):
        if across and wide:
            found[-1] += band
        elif across:
            found.append(list(band))
        wide = across
        if across:
            continue
        parts = [side(band, gutter.left, right=right) for right in (False, True)]
        for part in parts:
            inner = _gutter(part) if depth < _DEEPEST else None
            found += columns(part, inner and inner._replace(drawn=gutter.drawn), depth + 1)
    return found


def _bands(lines: Sequence[Line], gutter: Gutter) -> list[tuple[bool, list[Line]]]:
    """Stretches of lines, each with whether it runs across the gutter; short ones in two columns do as well."""
    if gutter.drawn:
        return drawn_bands(lines, gutter.left)
    found: list[tuple[bool, list[Line]]] = []
    blocks = list(_blocks(lines))
    for block, crossing in zip(blocks, _crossing(blocks, gutter.left), strict=True):
        for line, is_across in zip(block, crossing, strict=True):
            if found and found[-1][0] == is_across:
                found[-1][1].append(line)
            else:
                found.append((is_across, [line]))
    known = gutter.usual or any(not across and _is_parted(band, gutter.left) for across, band in found)
    return [(across or not _is_parted(band, gutter.left, known=known), band) for across, band in found]


def _crossing(blocks: Sequence[Sequence[Line]], gutter: float) -> list[list[bool]]:
    """Whether each line of blocks runs across the gutter.

    So do all lines of a table as wide as the page, some of which leave the gutter free, and the rows of its head.
    """
    found: list[list[bool]] = []
    table: list[Line] = []
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        below = blocks[at + 1][0] if at + 1 < len(blocks) else None
        if below is None or below.box.top - block[-1].box.bottom > _ROW * below.size:
            table = []
        crossing = [crosses(line, gutter) for line in block]
        if sum(crossing) > _ACROSS * len(block) or _is_table(block, gutter) or _are_heads(block, table, gutter):
            crossing = [True] * len(block)
            table = [*block, *table][:_ROWS_BELOW]
        else:
            table = []
        found.append(crossing)
    return found[::-1]


def _are_heads(block: Sequence[Line], table: Sequence[Line], gutter: float) -> bool:
    """Whether all pieces of lines stand over columns of the rows of a table below them, behind its labels.

    A piece alone that starts where the right column of text does may be a line of that.
    """
    rows = [line for line in table if sum(segment.figure for segment in line.segments) > 1]
    figures = merged((one.box.left, one.box.right) for line in rows for one in line.segments if one.figure)
    labels = [line.segments[0].box.right for line in rows if not line.segments[0].figure]
    if not labels or not figures or figures[0][0] > gutter or figures[-1][1] < gutter:
        return False
    return max(labels) < figures[0][0] and all(
        piece.box.left > max(labels)
        and (len(line.segments) > 1 or abs(piece.box.left - gutter) > _NEAR)
        and any(overlap(piece.box.left, piece.box.right, *stretch) > 0 for stretch in figures)
        for line in block
        for piece in line.segments
    )


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines between gaps that run over the whole width."""
    held: list[Line] = []
    bottom = 0.0
    for line in lines:
        if held and line.box.top - bottom > _BETWEEN * line.size:
            yield held
            held = []
        bottom = max(bottom, line.box.bottom) if held else line.box.bottom
        held.append(line)
    if held:
        yield held


def _is_table(block: Sequence[Line], gutter: float) -> bool:
    """Whether lines are the rows of one table: figures stand behind a gap in it, each beside what stands in front."""
    left, right = (side(block, gutter, right=right) for right in (False, True))
    rows = [line for line in right if line.segments[0].figure]
    labelled = {line.baseline for line in left}
    return len(rows) > _ROWS * len(right) and sum(row.baseline in labelled for row in rows) >= _BESIDE * len(rows)


def _gutter(lines: Sequence[Line]) -> Gutter | None:
    if len(lines) < _FEWEST:
        return None
    page = around(line.box for line in lines)
    low, high = (page.left + share * page.width for share in _INNER)
    lefts = sorted(
        word.box.left
        for line in lines
        for segment in line.segments
        for word in (segment.words[0], *_starters(segment))
        if low < word.box.left < high
    )
    usual = _most_common(lefts, fewest=_FEWEST)
    if usual is None:
        return None
    outer = [
        left
        for before, left, after in zip([low, *lefts], lefts, lefts[1:], strict=False)
        if usual - _INDENT < left < usual and left - before >= _NEAR and after - left < _NEAR
    ]
    gutter = Gutter(min([usual, *outer], key=lambda left: sum(crosses(line, left) for line in lines)))
    return gutter if _is_gutter(gutter, lines) else None


def _is_gutter(gutter: Gutter, lines: Sequence[Line]) -> bool:
    return any(not across for across, _ in _bands(lines, gutter))


def _most_common(lefts: Sequence[float], fewest: int) -> float | None:
    """The first of those that are near each other and more than others, where they are some; they are in order."""
    best: tuple[int, float] | None = None
    start = 0
    for end, left in enumerate(lefts):
        while left - lefts[start] > _NEAR:
            start += 1
        count = end - start + 1
        if count >= fewest and (best is None or count > best[0]):
            best = (count, lefts[start])
    return best and best[1]


def _starters(segment: Segment) -> Iterator[Word]:
    for left, right in pairwise(segment.words):
        if right.box.left - left.box.right > _NARROW * segment.size and right.spaces == 0:
            yield right


def _is_parted(band: Sequence[Line], gutter: float, *, known: bool = False) -> bool:
    """Whether what stands at a gutter in these lines are columns of text; `known` where other lines show that it is."""
    left, right = side(band, gutter, right=False), side(band, gutter, right=True)
    fewest = 2 if known else _FEWEST
    if len(left) < fewest or len(right) < fewest:
        return False
    near = sum(line.box.left - gutter <= _INDENT and letters(line.segments[0].text) > 2 for line in right)
    away = sum(
        line.segments[0].figure or (line.box.left - gutter > _INDENT and line.segments[-1].figure) for line in right
    )
    if near < 0.6 * (near + away) or not near:
        return False
    return known or (_is_text(left) and _is_text(right))


def _is_text(side: Sequence[Line]) -> bool:
    """Whether lines are prose, or rows with labels and figures of their own."""
    box: Box = around(line.box for line in side)
    prose = sum(
        len(line.segments) == 1 and line.box.width > _FULL * box.width and letters(line.text) > 20 for line in side
    )
    rows = sum(
        len(line.segments) > 1 and letters(line.segments[0].text) > 2 and line.segments[-1].figure for line in side
    )
    return max(prose, rows) >= 3
