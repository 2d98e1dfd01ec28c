"""Heads a space apart, parted where that gives one for each column.

What stands alone in a line is a head, so that it is one beside others as well: `JPY  revenues U.S. Dollars  JPY
revenues` is five heads. Where no words tell it, heads end near their figures, and there is but one way to part them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from iij_xbrl.read.layout.lines.lines import Segment
from iij_xbrl.read.layout.tables.head_blocks import cannot_start
from iij_xbrl.read.monospaced.columns import NEAR, Column, columns_over

_MOST_WORDS = 24  # of a line whose ways are tried


def one_for_each(pieces: Sequence[Segment], columns: Sequence[Column]) -> list[Segment]:
    """The heads that pieces of a line hold, one for each column; the pieces where they are not known to be that."""
    if 1 < len(pieces) < len(columns) or (pieces and len(pieces[0].words) > 1):
        by_phrases = _by_phrases(pieces)
        if _says_no_time_twice(by_phrases, columns) and _are_over(by_phrases, columns):
            return by_phrases
        if sum(len(piece.words) for piece in pieces) <= _MOST_WORDS:
            ways = list(_ways(pieces, columns))
            is_open = len(ways) != 1 or any(_is_over_several(piece, columns) for piece in pieces)
            if not is_open and _says_no_time_twice(ways[0], columns):
                return ways[0]
    return list(pieces)


def _says_no_time_twice(heads: Sequence[Segment], columns: Sequence[Column]) -> bool:
    """Whether there is a head for each column, and no two are the same with a number: these may be parts of one."""
    named = [head.text for head in heads if any(map(str.isdigit, head.text))]
    return len(heads) == len(columns) and len(set(named)) == len(named)


def _is_over_several(piece: Segment, columns: Sequence[Column]) -> bool:
    """Whether a piece is in the middle of the columns that it stands over."""
    over = columns_over(piece, columns)
    return len(over) > 1 and abs(piece.box.middle - (columns[over[0]].left + columns[over[-1]].right) / 2) <= NEAR


def _by_phrases(pieces: Sequence[Segment]) -> list[Segment]:
    """The pieces, parted in front of and behind what stands alone beside them."""
    found = list(pieces)
    while True:
        phrases = {tuple(word.text for word in piece.words) for piece in found}
        parted = [part for piece in found for part in _without(piece, phrases)]
        if len(parted) == len(found):
            return found
        found = parted


def _without(piece: Segment, phrases: set[tuple[str, ...]]) -> list[Segment]:
    """The phrase with which a piece begins or ends, and the rest; or all of the piece."""
    words = tuple(word.text for word in piece.words)
    for count in range(len(words) - 1, 0, -1):
        if words[:count] in phrases:
            return [Segment(piece.words[:count]), Segment(piece.words[count:])]
        if words[-count:] in phrases:
            return [Segment(piece.words[:-count]), Segment(piece.words[-count:])]
    return [piece]


def _are_over(pieces: Sequence[Segment], columns: Sequence[Column]) -> bool:
    """Whether the column of each piece is the nearest to where it ends, or to its middle, and it begins in front."""
    if any(piece.box.left >= column.right for piece, column in zip(pieces, columns, strict=True)):
        return False
    return any(
        all(
            min(range(len(ends)), key=lambda one: abs(ends[one] - at)) == number
            for number, at in enumerate(getattr(piece.box, side) for piece in pieces)
        )
        for side, ends in (
            ("right", [column.right for column in columns]),
            ("middle", [column.middle for column in columns]),
        )
    )


def _ways(pieces: Sequence[Segment], columns: Sequence[Column]) -> Iterator[list[Segment]]:
    """The ways to part pieces into one for each column, each of which ends near the figures of its own."""
    words = [word for piece in pieces for word in piece.words]
    forced = {0, len(words)}
    for piece in pieces[:-1]:
        forced.add(len(piece.words) + max(at for at in forced if at < len(words)))
    ways: list[list[int]] = [[0]]
    for column in columns:
        ways = [
            [*way, end]
            for way in ways
            for end in range(way[-1] + 1, len(words) + 1)
            if not any(way[-1] < at < end for at in forced)
            and abs(words[end - 1].box.right - column.right) <= NEAR
            and (way[-1] in forced or not cannot_start(words[way[-1]].text))
        ]
    for way in ways:
        if way[-1] == len(words):
            yield [Segment(tuple(words[start:end])) for start, end in pairwise(way)]
