"""Places of a text that runs over several lines or cells."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from iij_xbrl.read.origins.base import Origin


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
