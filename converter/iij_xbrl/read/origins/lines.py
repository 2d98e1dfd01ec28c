"""Places in text and Markdown: a line, and characters of it."""

from __future__ import annotations

from dataclasses import dataclass

from iij_xbrl.read.origins.base import Origin


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
