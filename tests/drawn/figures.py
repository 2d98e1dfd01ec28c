"""Figures as printed, and what they may be read as."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

YEN, DOLLARS, PURE = "iso4217:JPY", "iso4217:USD", "xbrli:pure"
YEAR_ON_YEAR = (("ChangeBasisAxis", "YearOnYearMember"),)
FORECAST = (("ForecastAxis", "ForecastMember"),)
_NUMBER = re.compile(r"\d[\d,.]*")

Members = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What a figure says: a data point and its value."""

    concept: str
    period: str
    value: Decimal
    unit: str = YEN
    dimensions: Members = ()


@dataclass(eq=False, slots=True)
class Figure:
    """A figure as printed, and what it may be read as; with nothing in `said` no fact may be made of it.

    `on_evidence` is what it may be read as where other figures of the page show that it is. One that is not `due` may
    be read as what it says, and need not: the page leaves it open.
    """

    text: str
    said: tuple[Said, ...] = ()
    on_evidence: tuple[Said, ...] = ()
    due: bool = True

    @property
    def key(self) -> str:
        """The digits of its first number and the points among them, by which a page knows it."""
        return next(keys_of(self.text), "")

    @property
    def is_change(self) -> bool:
        """Whether it compares with another column."""
        return any(said.dimensions and said.dimensions[0][0] == YEAR_ON_YEAR[0][0] for said in self.said)

    def close(self) -> None:
        """Make it one that is no fact."""
        self.said = ()

    def doubt(self) -> None:
        """Make it one that the page leaves open."""
        self.due = False

    def damage(self, text: str) -> None:
        """Print it so that it is one only where others bear it out."""
        self.text, self.said, self.on_evidence = text, (), self.said


def keys_of(text: str) -> Iterator[str]:
    """The digits of each number in a text, with the points among them."""
    return (match.group().replace(",", "").strip(".") for match in _NUMBER.finditer(text))


def rounded(value: Decimal, places: str = "1") -> Decimal:
    """A number to this place, halves away from zero."""
    return value.quantize(Decimal(places), ROUND_HALF_UP)


def grouped(value: Decimal | int, minus: str = "({})") -> str:
    """A number as printed, with a minus as the page writes it."""
    return minus.format(f"{-value:,}") if value < 0 else f"{value:,}"
