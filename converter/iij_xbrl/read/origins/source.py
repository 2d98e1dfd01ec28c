"""Places in a source that writes a text in markup: in pieces, as entities, in cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from iij_xbrl.read.origins.base import Origin
from iij_xbrl.read.origins.lines import LineOrigin


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of a source start, in characters; `before` are the lines of the file in front of it."""

    starts: tuple[int, ...] = field(repr=False)
    before: int = 0

    def at(self, position: int) -> tuple[int, int]:
        """The line, from 1, and the character in it, from 0, of a position."""
        line = bisect_right(self.starts, position)
        return line + self.before, position - self.starts[line - 1]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the characters of a text stand in a source that writes them otherwise: in pieces, as entities, in cells.

    From `offsets[n]` on the characters stand from `starts[n]` on, one for one; or, where the piece ends elsewhere than
    that gives, all of them are what `starts[n]` to `ends[n]` is written for.
    """

    offsets: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    length: int
    lines: Lines

    def range(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The parts of the source for the characters from `first` to `last`, in the order of the text."""
        at = max(bisect_right(self.offsets, first) - 1, 0)
        while at < len(self.offsets) and (self.offsets[at] < last or first == last):
            behind = self.offsets[at + 1] if at + 1 < len(self.offsets) else self.length
            start, end = self.starts[at], self.ends[at]
            if end - start == behind - self.offsets[at]:
                low, high = max(first, self.offsets[at]), min(last, behind)
                yield start + low - self.offsets[at], start + max(high, low) - self.offsets[at]
            else:
                yield start, end
            if first == last:
                return
            at += 1


@dataclass(frozen=True, slots=True)
class SourceOrigin:
    """Characters of a text whose source is markup: from `first` to `last` of it. It is told by where it begins."""

    places: Places = field(repr=False)
    first: int
    last: int

    page = None

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The parts of the source that are written for it, in characters."""
        return tuple(self.places.range(self.first, self.last))

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self._start[0]

    @property
    def start(self) -> int:
        """The character of the line at which it begins."""
        return self._start[1]

    @property
    def end(self) -> int:
        """Behind its last character on that line."""
        line, start = self._start
        ends = (self.places.lines.at(max(end - 1, 0)) for first, end in self.ranges if end > first)
        return max((at + 1 for found, at in ends if found == line), default=start)

    @property
    def _start(self) -> tuple[int, int]:
        ranges = self.ranges
        return self.places.lines.at(next((first for first, end in ranges if end > first), ranges[0][0]))

    def __str__(self) -> str:
        line, start = self._start
        return f"{line}:{start + 1}"

    @property
    def words(self) -> str:
        """The line, and the column, since a source of markup may be one line."""
        line, start = self._start
        return f"line {line}, column {start + 1}"

    @property
    def name(self) -> str:
        """The line and the character, from 0: `l12c34`."""
        line, start = self._start
        return f"l{line}c{start}"

    def within(self, start: int, end: int) -> SourceOrigin:
        """The part of these characters."""
        return SourceOrigin(self.places, self.first + start, self.first + end)

    def holds(self, place: Origin) -> bool:
        """Whether the place is a character of this part."""
        if not self.is_near(place) or place.start is None:
            return False
        return self.start <= place.start < max(self.end, self.start + 1)

    def is_near(self, place: Origin) -> bool:
        """Whether the place is on this line."""
        return isinstance(place, LineOrigin) and place.line == self.line
