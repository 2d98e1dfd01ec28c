"""What every place in a file is asked."""

from __future__ import annotations

from typing import Protocol


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
