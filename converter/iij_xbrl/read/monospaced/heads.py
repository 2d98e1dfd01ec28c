"""Heads of columns that stand one space apart, as converters set them where columns are narrow: where each begins.

`Thousands of JPY Thousands of U.S. Dollars` begins twice with the same two words, and all words of `1Q-end 2Q-end` have
one shape. What shows neither stays one piece. No word of a language is looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from iij_xbrl.read.layout.lines.lines import Segment
from iij_xbrl.read.monospaced.columns import Side
from iij_xbrl.read.monospaced.widths import is_wide

_DIGIT = re.compile(r"\d")
_ALIKE = 2  # words with which heads begin


def unglued(pieces: Sequence[Segment]) -> list[Segment]:
    """The heads that pieces of a line hold; one that the line holds anyway, beside it, is no reason to part them.

    Nor is one that a piece holds twice beside others, `2Q-end 2Q-end 3Q-end`, or all of them together: which of them
    stand in one cell is open.
    """
    texts = {piece.text for piece in pieces}
    parted = [list(_heads(piece)) for piece in pieces]
    numbered = Counter(head.text for heads in parted if len(heads) > 1 for head in heads if _DIGIT.search(head.text))
    if len(set(numbered.values())) > 1:
        return list(pieces)
    found: list[Segment] = []
    for piece, heads in zip(pieces, parted, strict=True):
        own = {head.text for head in heads}
        is_open = bool(texts & own) or (1 < len(own) < len(heads) and any(map(_DIGIT.search, own)))
        found += [piece] if is_open else heads
    return found


def as_one(pieces: Sequence[Segment]) -> Segment:
    """Pieces of a line as one word, which is no figure."""
    words = [word for piece in pieces for word in piece.words]
    first, last = words[0], words[-1]
    word = replace(
        first,
        text=" ".join(word.text for word in words),
        box=first.box._replace(right=last.box.right),
        edges=((first.edges[0][0], last.edges[-1][1]),),
    )
    return Segment((word,), head=True)


def glued(pieces: Sequence[Segment], space: float) -> list[Segment]:
    """The pieces, those that stand no further apart than a space as one."""
    found: list[Segment] = []
    for piece in pieces:
        if found and piece.box.left - found[-1].box.right <= space:
            found[-1] = Segment(found[-1].words + piece.words)
        else:
            found.append(piece)
    return found


def at_edges(pieces: Sequence[Segment], edges: Sequence[float], side: Side, near: float) -> list[Segment]:
    """The heads that pieces of a line hold, each with a side at one of the edges; a piece without such heads is one."""
    return [head for piece in pieces for head in _at_edges(piece, edges, side, near)]


def _at_edges(piece: Segment, edges: Sequence[float], side: Side, near: float) -> list[Segment]:
    behind = int(side == "right")
    found = [at for at, word in enumerate(piece.words) if _is_at(getattr(word.box, side), edges, near)]
    ends = (len(piece.words) - 1) * behind
    if ends not in found:
        return [piece]
    cuts = sorted({0, *(at + behind for at in found), len(piece.words)})
    return [Segment(piece.words[start:end]) for start, end in pairwise(cuts)]


def _is_at(at: float, edges: Sequence[float], near: float) -> bool:
    behind = bisect_left(edges, at - near)
    return behind < len(edges) and edges[behind] <= at + near


def _heads(piece: Segment) -> Iterator[Segment]:
    words = piece.words
    starts = _beginnings([word.text for word in words])
    for start, end in pairwise([*starts, len(words)]):
        yield Segment(words[start:end])


def _beginnings(words: Sequence[str]) -> list[int]:
    """The indexes of the words of a piece at which heads begin, the first among them."""
    if len({_DIGIT.sub("0", word) for word in words}) == 1 and (any(map(_DIGIT.search, words)) or len(set(words)) == 1):
        return list(range(len(words)))
    if any(is_wide(char) for word in words[:_ALIKE] for char in word):
        return [0]  # a year, and the same one again in the day that a period ends on
    return [at for at in range(len(words)) if words[at : at + _ALIKE] == words[:_ALIKE]]
