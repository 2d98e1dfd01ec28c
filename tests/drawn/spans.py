"""Quarters of fiscal years, as pages name them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_ENDS = ("June 30", "September 30", "December 31", "March 31")
_MONTHS = {1: "Three", 2: "Six", 3: "Nine", 4: "Twelve"}


@dataclass(frozen=True, slots=True)
class Span:
    """Quarters of a fiscal year, which is named by the calendar year that it begins in."""

    year: int
    first: int
    quarters: int

    @property
    def iso(self) -> str:
        """As data points have it: `2011-04-01/2011-09-30`."""
        return f"{_quarter(self.year, self.first)}/{self.end}"

    @property
    def end(self) -> date:
        """Its last day."""
        return _quarter(self.year, self.first + self.quarters) - timedelta(days=1)

    @property
    def name(self) -> str:
        """`1H11`, `2Q11`, `FY2011`."""
        if self.quarters == 4:
            return f"FY{self.year}"
        return f"{'12'[self.first // 2]}H{self.year % 100:02}" if self.quarters == 2 else self._name_of_quarter

    @property
    def _name_of_quarter(self) -> str:
        return f"{self.first + 1}Q{self.year % 100:02}"

    @property
    def words(self) -> str:
        """`Six Months Ended September 30, 2011`."""
        what = "Fiscal Year" if self.quarters == 4 else f"{_MONTHS[self.quarters]} Months"
        return f"{what} Ended {self.last_day}"

    @property
    def last_day(self) -> str:
        """`September 30, 2011`."""
        return f"{_ENDS[self.first + self.quarters - 1]}, {self.end.year}"

    def before(self, years: int = 1) -> Span:
        """The same quarters of an earlier year."""
        return Span(self.year - years, self.first, self.quarters)

    def within(self, first: int, quarters: int) -> Span:
        """Other quarters of the year."""
        return Span(self.year, first, quarters)


def _quarter(year: int, number: int) -> date:
    """The first day of a quarter, counted from 0."""
    month = 4 + 3 * number
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
