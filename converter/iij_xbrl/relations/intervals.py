"""Exact interval arithmetic: a printed figure is anything that rounds to it (Calculations 1.1, section 5).

Ends are included, as round-to-nearest in Calculations 1.1 includes them. Ends are fractions, so that no operation
rounds, and no tolerance is ever needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iij_xbrl.facts import Occurrence


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`."""

    low: Fraction
    high: Fraction

    @classmethod
    def exactly(cls, value: Decimal | int) -> Interval:
        """One number."""
        number = Fraction(value)
        return cls(number, number)

    @classmethod
    def printed(cls, value: Decimal, decimals: int) -> Interval:
        """A figure that is printed to `decimals` places: half a unit of the last digit to either side."""
        return _printed(value, decimals)

    @classmethod
    def of(cls, fact: Occurrence) -> Interval:
        """A figure as it is printed at a place."""
        return _printed(fact.value, fact.decimals)

    @property
    def width(self) -> Fraction:
        """The distance of the ends; of a printed figure one unit of its last digit."""
        return self.high - self.low

    @property
    def middle(self) -> Fraction:
        """The number halfway; of a printed figure the figure itself."""
        return (self.low + self.high) / 2

    def meets(self, other: Interval) -> bool:
        """Whether some number is in both."""
        return self.low <= other.high and other.low <= self.high

    def distance(self, other: Interval) -> Fraction:
        """From the end of `other` to the nearest end of this one: positive where this is above, 0 where they meet."""
        if self.low > other.high:
            return self.low - other.high
        return self.high - other.low if self.high < other.low else Fraction(0)

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __mul__(self, other: Interval) -> Interval:
        if self.low.numerator >= 0 and other.low.numerator >= 0:
            return Interval(self.low * other.low, self.high * other.high)
        ends = [mine * theirs for mine in (self.low, self.high) for theirs in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients. Raises ZeroDivisionError where `other` may be zero."""
        # A fraction has the sign of its numerator, which is quicker to compare.
        if other.low.numerator <= 0 <= other.high.numerator:
            raise ZeroDivisionError("the divisor may be zero")
        if self.low.numerator >= 0 and other.low.numerator > 0:
            return Interval(self.low / other.high, self.high / other.low)
        return self * Interval(1 / other.high, 1 / other.low)


@lru_cache(maxsize=8192)
def _printed(value: Decimal, decimals: int) -> Interval:
    number, half = Fraction(value), _half(decimals)
    return Interval(number - half, number + half)


@lru_cache(maxsize=64)
def _half(decimals: int) -> Fraction:
    return Fraction(Decimal(1).scaleb(-decimals)) / 2
