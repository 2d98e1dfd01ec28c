"""Where a text is found in the user's own file, by the kind of file, as it is printed and read back.

| format | origin | printed |
|---|---|---|
| text, Markdown, HTML | line and column | `release.md:244:43` |
| PDF | page and box, in points from the top left | `release.pdf:p3:72.0,340.2,120.5,352.0` |
| spreadsheet | sheet and cell | `book.xlsx:Balance!C5` |

An origin says where a person looks; which figure it is, and what stands beside it, is asked of its `Span`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

Box = tuple[Decimal, Decimal, Decimal, Decimal]
"""Left, top, right and bottom, in points (1/72 inch) from the top left of the page."""

_TENTH = Decimal("0.1")
_LINE = re.compile(r"(?:.*:)?(?P<line>\d{1,9}):(?P<column>\d{1,9})", re.DOTALL)
_POINTS = r"-?\d{1,6}(?:\.\d{1,6})?"
_BOX = re.compile(rf"(?:.*:)?p(?P<page>\d{{1,9}}):(?P<box>{_POINTS},{_POINTS}(?:,{_POINTS},{_POINTS})?)", re.DOTALL)
_CELL = re.compile(
    r"(?:.*:)?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<sheet>[^'!:]+))!\$?(?P<cell>[A-Za-z]{1,3}\$?\d{1,7})", re.DOTALL
)
_BARE = re.compile(r"[^\W\d]\w*")  # of a sheet's name that needs no quotes


class Origin(Protocol):
    """A place in a file. `page`, `line`, `start` and `end` are what the format has of them, else None.

    Lines and pages count from 1, characters of a line from 0. `str` gives the place without the file.
    """

    @property
    def page(self) -> int | None:
        """The page."""

    @property
    def line(self) -> int | None:
        """The line."""

    @property
    def start(self) -> int | None:
        """The first character in the line."""

    @property
    def end(self) -> int | None:
        """Behind the last character in the line."""

    @property
    def words(self) -> str:
        """The place in a sentence: `line 244`, `page 3`, `Balance!C5`."""

    @property
    def name(self) -> str:
        """The place as a part of a name, where no other text has the same, else empty."""

    def within(self, start: int, end: int) -> Origin:
        """The part of this place between two characters, counted from its own start."""

    def holds(self, place: Origin) -> bool:
        """Whether a place that a user named is here."""

    def is_near(self, place: Origin) -> bool:
        """Whether a place that a user named is on the same line or sheet, or near it on the page."""


@dataclass(frozen=True, slots=True)
class LineOrigin:
    """A part of a line: the line from 1, the characters from 0, the end exclusive; the page where there are pages."""

    line: int
    start: int
    end: int
    page: int | None = None

    def __str__(self) -> str:
        return f"{self.line}:{self.start + 1}"

    @property
    def words(self) -> str:
        """The line."""
        return f"line {self.line}"

    @property
    def name(self) -> str:
        """The line and the character, from 0: `l12c34`."""
        return f"l{self.line}c{self.start}"

    def within(self, start: int, end: int) -> LineOrigin:
        """The part of these characters."""
        return LineOrigin(self.line, self.start + start, self.start + end, self.page)

    def holds(self, place: Origin) -> bool:
        """Whether the place is a character of this part."""
        return self.is_near(place) and place.start is not None and self.start <= place.start < max(self.end, 1)

    def is_near(self, place: Origin) -> bool:
        """Whether the place is on this line."""
        return isinstance(place, LineOrigin) and place.line == self.line


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


@dataclass(frozen=True, slots=True)
class BoxOrigin:
    """A part of a page of which the boxes are known.

    Attributes:
        page: from 1.
        parts: the characters of the text that a box holds (start and end, counted as in the text when it was read),
            and the box; by words or by characters, in the order of the text.
        first: the character of the text at which this origin starts.
        last: the character behind its last one; None for all of them.
        breaks: the characters at which the text goes on on the next page; what is behind them is not part of the box.
    """

    page: int
    parts: tuple[tuple[int, int, Box], ...]
    first: int = 0
    last: int | None = None
    breaks: tuple[int, ...] = ()

    line = start = end = None
    name = ""

    @property
    def box(self) -> Box:
        """The box around this part: around all of it where no box is known of the part alone."""
        last = self.last if self.last is not None else max((end for _, end, _ in self.parts), default=0)
        last = min(last, *self.breaks) if self.breaks else last
        held = [box for start, end, box in self.parts if start < last and self.first < end]
        boxes = held or [box for _, _, box in self.parts]
        left, top, right, bottom = zip(*boxes, strict=True)
        return min(left), min(top), max(right), max(bottom)

    def __str__(self) -> str:
        return f"p{self.page}:" + ",".join(f"{side.quantize(_TENTH):f}" for side in self.box)

    @property
    def words(self) -> str:
        """The page."""
        return f"page {self.page}"

    def within(self, start: int, end: int) -> BoxOrigin:
        """The boxes of these characters, on the page on which the first of them stands."""
        first = self.first + start
        ahead = tuple(at for at in self.breaks if at > first)
        page = self.page + len(self.breaks) - len(ahead)
        return BoxOrigin(page, self.parts, first, self.first + end, ahead)

    def holds(self, place: Origin) -> bool:
        """Whether the middle of the place is in this box."""
        if not isinstance(place, BoxOrigin) or place.page != self.page:
            return False
        left, top, right, bottom = place.box
        across, down = (left + right) / 2, (top + bottom) / 2
        own_left, own_top, own_right, own_bottom = self.box
        return own_left <= across <= own_right and own_top <= down <= own_bottom

    def is_near(self, place: Origin) -> bool:
        """Whether the place is on the line of this box, or on the one above or below."""
        if not isinstance(place, BoxOrigin) or place.page != self.page:
            return False
        (_, top, _, bottom), (_, own_top, _, own_bottom) = place.box, self.box
        return abs((top + bottom) / 2 - (own_top + own_bottom) / 2) <= 2 * (own_bottom - own_top)


@dataclass(frozen=True, slots=True)
class CellOrigin:
    """A cell of a sheet, such as `C5` of `Balance`. Its characters are told apart by the span alone."""

    sheet: str
    cell: str

    page = line = start = end = None
    name = ""

    def __str__(self) -> str:
        sheet = self.sheet if _BARE.fullmatch(self.sheet) else "'" + self.sheet.replace("'", "''") + "'"
        return f"{sheet}!{self.cell}"

    @property
    def words(self) -> str:
        """The sheet and the cell."""
        return str(self)

    def within(self, start: int, end: int) -> CellOrigin:
        """The cell itself."""
        return self

    def holds(self, place: Origin) -> bool:
        """Whether the place is this cell."""
        return place == self

    def is_near(self, place: Origin) -> bool:
        """Whether the place is on this sheet."""
        return isinstance(place, CellOrigin) and place.sheet == self.sheet


@dataclass(frozen=True, slots=True)
class JoinedOrigin:
    """The places of a text that runs over several lines, from `first` to `last` of its characters.

    Each of `parts` says from which character on the text stands there. What is within one of them is there alone; the
    whole is told by where it begins.
    """

    parts: tuple[tuple[int, Origin], ...]
    first: int
    last: int

    @property
    def _begin(self) -> Origin:
        return self.parts[0][1]

    @property
    def page(self) -> int | None:
        """The page on which it begins."""
        return self._begin.page

    @property
    def line(self) -> int | None:
        """The line on which it begins."""
        return self._begin.line

    @property
    def start(self) -> int | None:
        """The character of the line at which it begins."""
        return self._begin.start

    @property
    def end(self) -> int | None:
        """Behind its last character on that line."""
        return self._begin.end

    @property
    def words(self) -> str:
        """Where it begins."""
        return self._begin.words

    @property
    def name(self) -> str:
        """The name of where it begins."""
        return self._begin.name

    def __str__(self) -> str:
        return str(self._begin)

    def within(self, start: int, end: int) -> Origin:
        """The place of these characters: of one line, where they stand on one."""
        first, last = self.first + start, self.first + end
        number = max(bisect_right(self.parts, first, key=lambda part: part[0]) - 1, 0)
        at, origin = self.parts[number]
        behind = self.parts[number + 1][0] if number + 1 < len(self.parts) else None
        if behind is None or last <= behind:
            return origin.within(first - at, last - at)
        return JoinedOrigin(((first, origin.within(first - at, behind - at)), *self.parts[number + 1 :]), first, last)

    def holds(self, place: Origin) -> bool:
        """Whether the place is a character of one of its lines."""
        return any(origin.holds(place) for at, origin in self.parts if at < self.last)

    def is_near(self, place: Origin) -> bool:
        """Whether the place is on one of its lines."""
        return any(origin.is_near(place) for at, origin in self.parts if at < self.last)


def parse_origin(text: str) -> Origin | None:
    """A place as it is printed, with its file in front or without it; None where the text is none.

    `244:43`, `release.pdf:p3:72.0,340.2,120.5,352.0`, `'Balance sheet'!C5`; a point of a page, `p3:96,346`, is a box.
    """
    if match := _BOX.fullmatch(text):
        left, top, *corner = map(Decimal, match["box"].split(","))
        right, bottom = corner or (left, top)
        return BoxOrigin(int(match["page"]), ((0, 1, (left, top, right, bottom)),))
    if match := _LINE.fullmatch(text):
        start = int(match["column"]) - 1
        return LineOrigin(int(match["line"]), start, start + 1) if start >= 0 else None
    if match := _CELL.fullmatch(text):
        sheet = match["quoted"].replace("''", "'") if match["quoted"] else match["sheet"]
        return CellOrigin(sheet, match["cell"].replace("$", "").upper())
    return None


def place_in(file: object, origin: Origin) -> str:
    """A place with its file: `release.md:244:43`."""
    return f"{file}:{origin}"


def in_words(origins: Iterable[Origin], *, most: int = 0) -> str:
    """Several places in a sentence: `lines 12, 14`; with more lines than `most`, `lines 12 to 40`."""
    found = list(origins)
    lines = sorted({origin.line for origin in found if isinstance(origin, LineOrigin)})
    if not lines or not all(isinstance(origin, LineOrigin) for origin in found):
        return ", ".join(dict.fromkeys(origin.words for origin in found))
    if len(lines) == 1:
        return f"line {lines[0]}"
    return f"lines {_listed(lines, most)}"


def _listed(lines: Sequence[int], most: int) -> str:
    return f"{lines[0]} to {lines[-1]}" if most and len(lines) > most else ", ".join(map(str, lines))
