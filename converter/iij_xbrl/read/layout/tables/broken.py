"""Figures that are broken over lines of a narrow cell are put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from iij_xbrl.read.layout.geometry import overlap
from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.shapes import is_dash

_MOST = 6  # lines of a row with figures of several lines
_MANY = 5  # figures of a row: another row has more than one
_SAME = 1.0  # points: the same side
_TWO = 2
_MOST_PITCH = 1.75  # of the font's height: those that have pieces of one figure are no further apart
_PITCH = 1.5  # of the font's height: lines of a cell are no further apart; some fonts of wide scripts set them so

_WHOLE = re.compile(
    r"""
    (?:[(（△▲−－–-]\s?)?
    (?:[A-Z]{0,3}[$¥￥€£])?
    (?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?
    \s?[%％]?[)）]?[%％]?
    """,
    re.VERBOSE,
)
_GROUPED = re.compile(r"[(（△▲−－–-]?\d{1,3}(?:[,，]\d{3})*(?:[.．]\d+)?[)）]?")
_POINTS = ".．"
_REST = re.compile(r"\d+[.,．，]|[.,．，]\d+[)）]?")
_PARTS = re.compile(r"[\d,.，．()（）△▲−－–$¥￥€£%％-]+")


def mended(lines: Sequence[Segment]) -> list[Segment]:
    """The lines of a cell, those as one that hold the pieces of one figure: not all of them are figures themselves."""
    if len(lines) < 2 or not all(_PARTS.fullmatch(line.text) for line in lines):
        return list(lines)
    text = "".join(line.text for line in lines)
    if not _is_whole(text) or all(_is_whole(line.text) for line in lines):
        return list(lines)
    return [_one(lines)]


def _one(lines: Sequence[Segment]) -> Segment:
    """The pieces of a figure as one."""
    first, *rest = (word for line in lines for word in line.words)
    return Segment((first, *(replace(word, glued=True) for word in rest)))


def _is_whole(text: str) -> bool:
    return bool(_WHOLE.fullmatch(text)) and text.count("(") == text.count(")") and text.count("（") == text.count("）")


def with_whole_figures(lines: Sequence[Line]) -> list[Line]:
    """Lines of a table, figures that are broken over several of them in one; labels stay where they are."""
    found = list(lines)
    at = 0
    while at < len(found):
        if found[at + 1 :] and _is_tail(found[at], found[at + 1]):
            segments = found[at].segments
            found[at : at + 2] = [Line((*segments[:-1], _one([segments[-1], *found[at + 1].segments])))]
        elif any(_is_part(segment) for line in found[at : at + 2] for segment in line.segments) and (
            whole := _first_whole(found[at : at + _MOST])
        ):
            count, lines_of_row = whole
            found[at : at + count] = lines_of_row
        elif found[at + 1 :] and (homes := _homes(found[at], found[at + 1])):
            found[at : at + 2] = [_with_rests(found[at], found[at + 1], homes)]
        at += 1
    return found


def _first_whole(lines: Sequence[Line]) -> tuple[int, list[Line]] | None:
    """How many of the lines are one row with broken figures, and its lines with these whole; or None."""
    ways = ((count, _mended_lines(lines[:count])) for count in range(2, len(lines) + 1))
    return next(((count, whole) for count, whole in ways if whole), None)


def _with_rests(line: Line, below: Line, homes: Sequence[int]) -> Line:
    segments = list(line.segments)
    for number, rest in zip(homes, below.segments, strict=True):
        segments[number] = Segment(segments[number].words + rest.words)
    return Line(tuple(segments))


def _is_tail(line: Line, below: Line) -> bool:
    """Whether a line is the last digits of the last of many figures: alone at its right end, as near as lines are."""
    last, tail = line.segments[-1], below.segments[0]
    return (
        len(below.segments) == 1
        and sum(segment.figure for segment in line.segments) >= _MANY
        and tail.text.isdigit()
        and any(point in last.text for point in _POINTS)
        and _is_whole(last.text + tail.text)
        and abs(last.box.right - tail.box.right) < _SAME
        and below.baseline - line.baseline < _PITCH * line.size
    )


def _homes(line: Line, below: Line) -> list[int]:
    """Which figures of a line have rests below them in their cells that are no figures (`10.`, `,010`).

    So neither is known. All of the line below are such rests, each below one figure; none are found otherwise.
    """
    if len(line.segments) < _TWO:
        return []
    if not all(_REST.fullmatch(rest.text) for rest in below.segments) and not _may_be_rests(line, below):
        return []
    if below.baseline - line.baseline >= _PITCH * line.size:
        return []
    over = [
        [number for number, one in enumerate(line.segments) if one.figure and _is_over(rest, one)]
        for rest in below.segments
    ]
    return [numbers[0] for numbers in over] if all(len(numbers) == 1 for numbers in over) else []


def _may_be_rests(line: Line, below: Line) -> bool:
    """Whether figures alone may be the rests of those above, of which one has a sign in front or its last groups below.

    Each ends where one above ends, with which it is one figure whose groups are whole: `△13` over `9,086`.
    """
    over = [
        next((one for one in line.segments if one.figure and abs(one.box.right - rest.box.right) < _SAME), None)
        for rest in below.segments
    ]
    wholes = [f"{one.text}{rest.text}" for one, rest in zip(over, below.segments, strict=True) if one]
    return (
        len(wholes) == len(below.segments)
        and all(rest.text[:1].isdigit() for rest in below.segments)
        and all(_GROUPED.fullmatch(whole) for whole in wholes)
        and any(not whole.isdigit() for whole in wholes)
    )


def _mended_lines(lines: Sequence[Line]) -> list[Line] | None:
    """Lines that hold the pieces of the figures of one row, with these whole in one of them; or None.

    What is whole stands beside the first, the last or the middle of the lines, with the label. So every column holds
    one figure, and the first and the last line hold pieces of one that is broken.
    """
    if any(lower.baseline - upper.baseline > _MOST_PITCH * lower.size for upper, lower in pairwise(lines)):
        return None
    columns: list[list[tuple[int, Segment]]] = []
    for number, line in enumerate(lines):
        for piece in _pieces(line):
            over = [column for column in columns if any(_is_over(piece, other) for _, other in column)]
            if len(over) > 1:
                return None
            if not over:
                columns.append([])
            (over or columns)[-1].append((number, piece))
    labels = [[segment for segment in line.segments if not _is_piece(segment)] for line in lines]
    ends = {number for column in columns if len(column) > 1 for number, _ in column}
    single = {column[0][0] for column in columns if len(column) == 1}
    if not {0, len(lines) - 1} <= ends or len(single) > 1:
        return None
    is_one = any(_is_broken(column, len(lines)) for column in columns)
    if not is_one and any(map(_has_two, columns)) and sum(map(bool, labels)) > 1:
        return None
    if any(len(column) > 1 and any(is_dash(piece.text) for _, piece in column) for column in columns):
        return None
    whole = [_one([piece for _, piece in column]) for column in columns]
    if not all(_is_whole(figure.text) or is_dash(figure.text) for figure in whole):
        return None
    named = [number for number, held in enumerate(labels) if held]
    home = named[0] if len(named) == 1 else next((number for number in single if labels[number]), 0)
    figures = [_at(figure, lines[home].baseline) for figure in whole]
    rows = [[*held, *figures] if number == home else held for number, held in enumerate(labels)]
    return [Line(tuple(sorted(row, key=lambda segment: segment.box.left))) for row in rows if row]


def _pieces(line: Line) -> Iterator[Segment]:
    """The pieces of figures of a line, each word by itself: those of two columns may be close to each other."""
    for segment in line.segments:
        if _is_piece(segment):
            yield from (Segment((word,)) for word in segment.words)


def _at(figure: Segment, baseline: float) -> Segment:
    """A figure as one of the line that stands on this."""
    return Segment(tuple(replace(word, baseline=baseline) for word in figure.words))


def _is_part(segment: Segment) -> bool:
    """Whether a segment is a piece of a broken figure."""
    return _is_piece(segment) and not _is_whole(segment.text) and not is_dash(segment.text)


def _is_over(piece: Segment, other: Segment) -> bool:
    return overlap(piece.box.left, piece.box.right, other.box.left, other.box.right) > 0


def _has_two(column: Sequence[tuple[int, Segment]]) -> bool:
    """Whether the lines of a column could be whole figures of two rows."""
    return len(column) > 1 and all(_is_whole(piece.text) for _, piece in column)


def _is_broken(column: Sequence[tuple[int, Segment]], count: int) -> bool:
    """Whether a column holds pieces of one figure on all of so many lines: no two rows share a line."""
    return len(column) == count and any(_is_part(piece) for _, piece in column)


def _is_piece(segment: Segment) -> bool:
    return bool(_PARTS.fullmatch(segment.text.replace(" ", "")))
