"""What an issuer earned in the quarters of three years, and how pages print it: every total is the sum of its items."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

YEN, DOLLARS, PURE = "iso4217:JPY", "iso4217:USD", "xbrli:pure"
YEAR_ON_YEAR = (("ChangeBasisAxis", "YearOnYearMember"),)
FORECAST = (("ForecastAxis", "ForecastMember"),)
_ENDS = ("June 30", "September 30", "December 31", "March 31")
_MONTHS = {1: "Three", 2: "Six", 3: "Nine", 4: "Twelve"}
_ITEMS = {
    "NetworkServicesRevenue": 9000,
    "SystemsIntegrationRevenue": 6000,
    "EquipmentSalesRevenue": 400,
    "AtmOperationBusinessRevenue": 300,
    "CostOfRevenues": -11800,
    "SellingGeneralAdministrativeAndResearchExpenses": -2400,
    "IncomeTaxExpense": -500,
}
_NUMBER = re.compile(r"\d[\d,.]*")
_REVENUES = tuple(_ITEMS)[:4]
LABELS = {
    "Revenues": "Total Revenues",
    "NetworkServicesRevenue": "Network Services",
    "SystemsIntegrationRevenue": "SI",
    "EquipmentSalesRevenue": "Equipment Sales",
    "AtmOperationBusinessRevenue": "ATM Operation Business",
    "CostOfRevenues": "Total Costs",
    "SellingGeneralAdministrativeAndResearchExpenses": "SG&A Expenses and R&D",
    "OperatingIncome": "Operating Income",
    "NetIncomeAttributableToParent": "Net income attributable to IIJ",
}
PHRASES = {
    "Revenues": "revenues",
    "NetworkServicesRevenue": "network services revenue",
    "SystemsIntegrationRevenue": "SI revenues",
    "OperatingIncome": "operating income",
    "NetIncomeAttributableToParent": "net income attributable to IIJ",
}


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


@dataclass(frozen=True, slots=True)
class Said:
    """What a figure says: a data point and its value."""

    concept: str
    period: str
    value: Decimal
    unit: str = YEN
    dimensions: tuple[tuple[str, str], ...] = ()


@dataclass(eq=False, slots=True)
class Figure:
    """A figure as printed, and what it may be read as; with nothing in `said` no fact may be made of it.

    `on_evidence` is what it may be read as where other figures of the page show that it is.
    """

    text: str
    said: tuple[Said, ...] = ()
    on_evidence: tuple[Said, ...] = ()

    @property
    def key(self) -> str:
        """The digits of its first number and the points among them, by which a page knows it."""
        return next(keys_of(self.text), "")

    def close(self) -> None:
        """Make it one that is no fact."""
        self.said = ()

    def damage(self, text: str) -> None:
        """Print it so that it is one only where others bear it out."""
        self.text, self.said, self.on_evidence = text, (), self.said


@dataclass
class World:
    """The amounts of a release on `now`, in thousands of yen."""

    draw: random.Random
    now: Span
    rate: Decimal = Decimal("77.04")
    _amounts: Mapping[tuple[str, int, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._amounts = {
            (item, self.now.year - ago, quarter): round(size * 1000 * self.draw.uniform(0.6, 1.6) * (1 - 0.12 * ago))
            for item, size in _ITEMS.items()
            for ago in range(-1, 4)
            for quarter in range(4)
        }

    def amount(self, concept: str, span: Span) -> int:
        """An amount in thousands of yen; costs are positive."""
        if concept == "Revenues":
            return sum(self.amount(item, span) for item in _REVENUES)
        if concept == "OperatingIncome":
            return self.amount("Revenues", span) - sum(self.amount(item, span) for item in tuple(_ITEMS)[4:6])
        if concept == "NetIncomeAttributableToParent":
            return self.amount("OperatingIncome", span) - self.amount("IncomeTaxExpense", span)
        quarters = range(span.first, span.first + span.quarters)
        return abs(sum(self._amounts[concept, span.year, quarter] for quarter in quarters))

    def yen(self, concept: str, span: Span, scale: int = 6, dimensions: tuple[tuple[str, str], ...] = ()) -> Figure:
        """An amount as printed in millions or thousands, `scale` noughts being left out."""
        value = _rounded(Decimal(self.amount(concept, span)) / Decimal(10) ** (scale - 3))
        said = Said(concept, span.iso, Decimal(value).scaleb(scale), YEN, dimensions)
        return Figure(_grouped(value), (said,))

    def dollars(self, concept: str, span: Span) -> Figure:
        """An amount in thousands of dollars, at the rate of the release."""
        value = _rounded(Decimal(self.amount(concept, span)) / self.rate)
        return Figure(_grouped(value), (Said(concept, span.iso, Decimal(value) * 1000, DOLLARS),))

    def change(self, concept: str, span: Span) -> Figure:
        """The change on the year in percent."""
        now, then = (_rounded(Decimal(self.amount(concept, item)) / 1000) for item in (span, span.before()))
        percent = (Decimal(now) / Decimal(then) * 100 - 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
        said = Said(f"{concept}ChangePercent", span.iso, percent / 100, PURE, YEAR_ON_YEAR)
        return Figure(f"({-percent})" if percent < 0 else f"{percent}", (said,))

    def strange(self, concept: str = "Revenues") -> Figure:
        """An amount that is not the issuer's, about as large as one that is."""
        size = self.amount(concept, self.now) / 1000 * self.draw.uniform(0.2, 1.8)
        return Figure(_grouped(round(size)))

    def foreign(self, concept: str, currency: str, scale: int, span: Span | None = None) -> Figure:
        """An amount in another currency, at whatever rate."""
        figure = self.strange(concept)
        value = Decimal(figure.text.replace(",", "").replace("(", "-").strip(")"))
        figure.said = (Said(concept, (span or self.now).iso, value.scaleb(scale), f"iso4217:{currency}"),)
        return figure

    def percentage(self) -> Figure:
        """A percentage of something that is no line of the taxonomy."""
        return Figure(f"{self.draw.randint(101, 989) / 10}")


def keys_of(text: str) -> Iterator[str]:
    """The digits of each number in a text, with the points among them."""
    return (match.group().replace(",", "").strip(".") for match in _NUMBER.finditer(text))


def _rounded(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


def _grouped(value: int) -> str:
    return f"({-value:,})" if value < 0 else f"{value:,}"
