"""The two sides of a gutter: where the right one of two columns of text starts, and what stands on either side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from iij_xbrl.read.layout.lines.lines import Line, Segment

_NARROW = 0.3  # of the font's height: a gutter is wider
_NEAR = 3.0  # points: left sides that are nearer are one


class Gutter(NamedTuple):
    """Where the right column of a page starts.

    `usual` tells that most pages that have one have it there, `drawn` that the document's maker draws column by column.
    """

    left: float
    usual: bool = False
    drawn: bool = False


def side(band: Sequence[Line], gutter: float, *, right: bool) -> list[Line]:
    """What stands on one side of a gutter."""
    found = []
    for line in band:
        kept = []
        for segment in line.segments:
            pieces = cut(segment, gutter)
            kept += [piece for piece in pieces if (piece.box.left >= gutter - 1) == right]
        if kept:
            found.append(Line(tuple(kept)))
    return found


def cut(segment: Segment, gutter: float) -> list[Segment]:
    """A segment that runs over a gutter at which a word of it starts is two."""
    at = next((at for at, word in enumerate(segment.words) if abs(word.box.left - gutter) <= _NEAR and at), 0)
    if not at or gutter - segment.words[at - 1].box.right < _NARROW * segment.size:
        return [segment]
    return [Segment(segment.words[:at]), Segment(segment.words[at:])]


def crosses(line: Line, gutter: float) -> bool:
    """Whether a piece of a line runs across a gutter."""
    return any(
        piece.box.left < gutter - 1 < piece.box.right - 1 for segment in line.segments for piece in cut(segment, gutter)
    )
