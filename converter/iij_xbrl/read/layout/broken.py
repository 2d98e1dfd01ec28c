"""Figures that are broken over lines of a narrow cell are put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from iij_xbrl.read.layout.geometry import overlap
from iij_xbrl.read.layout.lines import Line, Segment
from iij_xbrl.read.layout.shapes import is_dash

_MOST = 4  # lines of a figure
_PITCH = 1.4  # of the font's height: lines of a cell are no further apart

_WHOLE = re.compile(
    r"""
    (?:[(（△▲−–-]\s?)?
    (?:[A-Z]{0,3}[$¥￥€£])?
    (?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?
    \s?[%％]?[)）]?[%％]?
    """,
    re.VERBOSE,
)
_PARTS = re.compile(r"[\d,.()（）△▲−–$¥￥€£%％-]+")


def mended(lines: Sequence[Segment]) -> list[Segment]:
    """The lines of a cell, those as one that hold the pieces of one figure: not all of them are figures themselves."""
    if len(lines) < 2 or not all(_PARTS.fullmatch(line.text) for line in lines):
        return list(lines)
    text = "".join(line.text for line in lines)
    if not _is_whole(text) or all(_is_whole(line.text) for line in lines):
        return list(lines)
    first, *rest = (word for line in lines for word in line.words)
    return [Segment((first, *(replace(word, glued=True) for word in rest)))]


def _is_whole(text: str) -> bool:
    return bool(_WHOLE.fullmatch(text)) and text.count("(") == text.count(")") and text.count("（") == text.count("）")


def with_whole_figures(lines: Sequence[Line]) -> list[Line]:
    """Lines of a table, figures that are broken over several of them in the first; labels stay where they are."""
    found = list(lines)
    for at in range(len(found)):
        if any(_is_piece(segment) and not _is_whole(segment.text) for segment in found[at].segments):
            found[at : at + _MOST] = _mended_lines(found[at : at + _MOST]) or found[at : at + _MOST]
    return [line for line in found if line.segments]


def _mended_lines(lines: Sequence[Line]) -> list[Line] | None:
    """Lines with the figures of the first one whole; None where those below it hold anything but their rests."""
    held = {at: [segment] for at, segment in enumerate(lines[0].segments) if _is_piece(segment) and _has_digit(segment)}
    rest: list[Line] = []
    for upper, line in pairwise(lines):
        pieces = [segment for segment in line.segments if _is_piece(segment)]
        homes = [_home(piece, lines[0], held) for piece in pieces]
        if not pieces or None in homes or line.baseline - upper.baseline > _PITCH * line.size:
            return None
        for piece, home in zip(pieces, homes, strict=True):
            held[home or 0].append(piece)
        rest.append(Line(tuple(segment for segment in line.segments if not _is_piece(segment))))
        if all(_is_whole("".join(piece.text for piece in cell)) for cell in held.values()):
            whole = [mended(held[at])[0] if at in held else one for at, one in enumerate(lines[0].segments)]
            return [Line(tuple(whole)), *rest, *lines[len(rest) + 1 :]]
    return None


def _home(piece: Segment, line: Line, held: Mapping[int, object]) -> int | None:
    """The figure of a line that a piece stands below."""
    over = [
        at
        for at in held
        if overlap(piece.box.left, piece.box.right, line.segments[at].box.left, line.segments[at].box.right) > 0
    ]
    return over[0] if len(over) == 1 else None


def _is_piece(segment: Segment) -> bool:
    return bool(_PARTS.fullmatch(segment.text)) and not is_dash(segment.text)


def _has_digit(segment: Segment) -> bool:
    return any(char.isdigit() for char in segment.text)
