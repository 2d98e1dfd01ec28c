"""Where the characters of a line stand on a screen or in print: Japanese ones are two columns wide (UAX #11).

A text whose columns were set with spaces may count either, characters or columns; which of them lets its figures stand
below each other is the one that it was set by.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import east_asian_width

_WIDE = "WF"
_WIDE_IN_JAPANESE = "WFA"


@dataclass(frozen=True, slots=True)
class Scale:
    """The columns at which the characters of a line begin, and its end; empty where each is one column wide."""

    starts: tuple[int, ...] = ()

    def column(self, at: int) -> int:
        """The column at which a character begins."""
        return self.starts[at] if self.starts else at

    def character(self, column: int) -> int:
        """The character that begins at a column."""
        return bisect_right(self.starts, column) - 1 if self.starts else column


PLAIN = Scale()


def scales_of(lines: Sequence[str]) -> list[Scale]:
    """The scale of each line; marks that fonts draw in either width are wide among wide characters."""
    if not any(_has_wide(line) for line in lines):
        return [PLAIN] * len(lines)
    return [PLAIN if line.isascii() else Scale(tuple(accumulate(map(_width, line), initial=0))) for line in lines]


def is_wide(char: str) -> bool:
    """Whether a character is two columns wide, as those of Japanese are."""
    return bool(char) and east_asian_width(char) in _WIDE


def width_of(text: str) -> int:
    """How many columns a text is wide."""
    return len(text) + sum(map(is_wide, text))


def _has_wide(line: str) -> bool:
    return not line.isascii() and any(map(is_wide, line))


def _width(char: str) -> int:
    return 2 if east_asian_width(char) in _WIDE_IN_JAPANESE else 1
