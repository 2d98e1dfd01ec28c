"""A row of the source, quoted with its figures marked, short enough to be read at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from iij_xbrl.prove.check import Place, Role

_GAPS = re.compile(r"\s*\t\s*| {2,}")  # between cells, and where markup was
_LABEL = 40  # characters of a long row's start that are kept: they hold the label
_BEFORE, _AFTER = 24, 12  # and so many around each figure


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a quoted row; `marked` where it is a figure that the finding is about."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class QuotedRow:
    """The places of a finding that stand in one row."""

    places: tuple[Place, ...]
    pieces: tuple[Piece, ...]

    @property
    def role(self) -> Role:
        """What the places are to the finding."""
        return self.places[0].role


def quoted_rows(places: Iterable[Place], width: int) -> Iterator[QuotedRow]:
    """The rows of a finding's places, in their order; neighbours in one row and of one role are quoted once."""
    for _, group in groupby(places, key=lambda place: (place.file, place.span.row_key, place.role)):
        found = tuple(sorted(group, key=lambda place: place.span))
        marks = sorted({(place.quoted.start, place.quoted.end) for place in found})
        yield QuotedRow(found, tuple(pieces(found[0].quoted.line.plain, marks, width)))


def pieces(row: str, marks: Sequence[tuple[int, int]], width: int) -> Iterator[Piece]:
    """The parts of a row, whose figures are at `marks`; of a long one the start and what is around them."""
    end = len(row.rstrip())
    start = len(row) - len(row.lstrip())
    kept = [(start, end)] if end - start <= width else _kept(row, start, end, marks)
    shown = start
    for low, high in kept:
        if low > shown:
            yield Piece(" … ")
        yield from _marked(row, low, high, marks)
        shown = high
    if shown < end:
        yield Piece(" …")


def _kept(row: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a long row that are shown: none starts or ends within a word, and none is shown twice."""
    wanted = [(start, min(start + _LABEL, end)), *((max(low - _BEFORE, start), high + _AFTER) for low, high in marks)]
    kept: list[tuple[int, int]] = []
    for low, high in wanted:
        while low > start and not row[low - 1].isspace():
            low -= 1
        while high < end and not row[high].isspace():
            high += 1
        high = min(high, end)
        if kept and low <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], high))
        else:
            kept.append((low, high))
    return kept


def _marked(row: str, low: int, high: int, marks: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    position = low
    for start, end in marks:
        if position <= start < end <= high:
            if start > position:
                yield Piece(_GAPS.sub("  ", row[position:start]))
            yield Piece(row[start:end], marked=True)
            position = end
    if position < high:
        yield Piece(_GAPS.sub("  ", row[position:high]))
