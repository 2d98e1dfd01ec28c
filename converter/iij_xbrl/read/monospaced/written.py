"""Lines of text set with spaces, as those of a page whose characters are all of one width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iij_xbrl.read.layout.geometry import Box
from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.lines.words import Word
from iij_xbrl.read.monospaced.heads import as_one, unglued
from iij_xbrl.read.monospaced.pieces import INWARD, MARKUP, pieces_of
from iij_xbrl.read.monospaced.widths import PLAIN, Scale, scales_of

WIDTH, PITCH = 5.0, 12.0  # points: a character, the distance of lines
_RULE = re.compile(r"\s*(?:[-=_—─═]{2,}(?:\s+|$))+")
_WORD = re.compile(r"\S+")
_MOST_LINES = 300  # of a text whose layout is found at once
_MOST_PIECES = 50  # of a row of a table
_SIZE = 10.0  # points: the font of a character
_ABOVE, _BELOW = 8.0, 2.0  # points: how far characters reach from what they stand on


def windows(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """So many lines at a time as two pages have at most; they end where a line is empty, if one is."""
    first = 0
    while first < len(lines):
        end = min(first + _MOST_LINES, len(lines))
        if end < len(lines):
            end = next((at for at in range(end, first + _MOST_LINES // 2, -1) if not lines[at].strip()), end)
        yield first, end
        first = end


def page_of(lines: Sequence[str], first: int) -> tuple[list[Scale], list[Line]]:
    """Lines as those of a page, by the columns that they were set in, characters or widths; and what a column is."""
    plain = [PLAIN] * len(lines)
    scales = scales_of(lines)
    page = _lines(lines, plain, first)
    if all(scale is PLAIN for scale in scales):
        return plain, page
    by_widths = _lines(lines, scales, first)
    return (scales, by_widths) if _edges(by_widths) < _edges(page) else (plain, page)


def _edges(page: Sequence[Line]) -> int:
    """At how many places figures end: the fewer, the more of them stand below each other."""
    return len({segment.box.right for line in page for segment in line.segments[1:] if segment.figure})


def _lines(lines: Sequence[str], scales: Sequence[Scale], first: int) -> list[Line]:
    found = []
    for number, (line, scale) in enumerate(zip(lines, scales, strict=True), first):
        if _RULE.fullmatch(line):
            continue  # drawn, and not said
        segments = [_segment(line, *piece, number, scale) for piece in pieces_of(line)]
        if segments and segments[0].box.left >= INWARD * WIDTH and not any(segment.figure for segment in segments):
            segments = unglued(segments)
        if segments:
            found.append(Line(tuple(segments) if len(segments) <= _MOST_PIECES else (as_one(segments),)))
    return found


def _segment(line: str, start: int, end: int, number: int, scale: Scale) -> Segment:
    baseline = number * PITCH
    words: list[Word] = []
    for match in _WORD.finditer(line, start, end):
        left, right = scale.column(match.start()) * WIDTH, scale.column(match.end()) * WIDTH
        box = Box(left, baseline - _ABOVE, right, baseline + _BELOW)
        text = match.group().replace(MARKUP, "") or MARKUP
        words.append(Word(text, box, baseline, _SIZE, False, ((left, right),), spaces=int(bool(words))))
    return Segment(tuple(words))


def line_of(word: Word) -> int:
    """The number of the line that a word was written in; a figure over several lines stands on one of them."""
    return round((word.box.top + _ABOVE) / PITCH)


def bounds_of(lines: Sequence[Line]) -> tuple[int, int]:
    """The first line of a text that lines hold, and the one behind the last."""
    numbers = [line_of(word) for line in lines for word in line.words]
    return min(numbers), max(numbers) + 1


def lines_below(word: Word, baseline: float) -> int:
    """How many lines below a baseline a word was written; it goes on with what stands there."""
    return round((word.box.top + _ABOVE - baseline) / PITCH)
