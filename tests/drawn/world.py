"""What an issuer earned in the quarters of three years, and how pages print it: every total is the sum of its items."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from drawn.figures import DOLLARS, PURE, YEAR_ON_YEAR, YEN, Figure, Members, Said, grouped, rounded
from drawn.spans import Span
from drawn.words import Language
from drawn.words_en import ENGLISH

_ITEMS = {
    "NetworkServicesRevenue": 9000,
    "SystemsIntegrationRevenue": 6000,
    "EquipmentSalesRevenue": 400,
    "AtmOperationBusinessRevenue": 300,
    "CostOfRevenues": -11800,
    "SellingGeneralAdministrativeAndResearchExpenses": -2400,
    "IncomeTaxExpense": -500,
}
_REVENUES = tuple(_ITEMS)[:4]
PHRASES = {
    "Revenues": "revenues",
    "NetworkServicesRevenue": "network services revenue",
    "SystemsIntegrationRevenue": "SI revenues",
    "OperatingIncome": "operating income",
    "NetIncomeAttributableToParent": "net income attributable to IIJ",
}


@dataclass
class World:
    """The amounts of a release on `now`, in thousands of yen."""

    draw: random.Random
    now: Span
    rate: Decimal = Decimal("77.04")
    language: Language = ENGLISH
    _amounts: Mapping[tuple[str, int, int], int] = field(default_factory=dict)
    _drawn: dict[str, Mapping[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._amounts = {
            (item, self.now.year - ago, quarter): round(size * 1000 * self.draw.uniform(0.6, 1.6) * (1 - 0.12 * ago))
            for item, size in _ITEMS.items()
            for ago in range(-1, 4)
            for quarter in range(4)
        }

    def pick(self, words: Sequence[str]) -> str:
        """One of these words."""
        return self.draw.choice(words)

    def other(self) -> str:
        """Words that say that something is not the issuer's own, or is not what it is called."""
        return self.language.other(self.draw)

    def say(self, sentences: Sequence[str]) -> str:
        """One of these sentences, about something else."""
        return self.pick(sentences).format(self.language.inside(self.other()))

    def print(self, value: Decimal | int) -> str:
        """A number as the page prints it."""
        return grouped(value, self.language.minus)

    def once(self, what: str, draw: Callable[[], Mapping[str, int]]) -> Mapping[str, int]:
        """Amounts that are drawn the first time that they are asked for."""
        if what not in self._drawn:
            self._drawn[what] = draw()
        return self._drawn[what]

    def about(self, millions: int) -> int:
        """An amount of about so many millions, in thousands."""
        return round(millions * 1000 * self.draw.uniform(0.6, 1.5))

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

    def yen(self, concept: str, span: Span, scale: int = 6, dimensions: Members = ()) -> Figure:
        """An amount as printed in millions or thousands, `scale` noughts being left out."""
        value = rounded(Decimal(self.amount(concept, span)) / Decimal(10) ** (scale - 3))
        said = Said(concept, span.iso, Decimal(value).scaleb(scale), YEN, dimensions)
        return Figure(self.print(value), (said,))

    def dollars(self, concept: str, span: Span) -> Figure:
        """An amount in thousands of dollars, at the rate of the release."""
        value = rounded(Decimal(self.amount(concept, span)) / self.rate)
        return Figure(self.print(value), (Said(concept, span.iso, Decimal(value) * 1000, DOLLARS),))

    def change(self, concept: str, span: Span) -> Figure:
        """The change on the year in percent."""
        now, then = (rounded(Decimal(self.amount(concept, item)) / 1000) for item in (span, span.before()))
        percent = rounded(now / then * 100 - 100, "0.1")
        said = Said(f"{concept}ChangePercent", span.iso, percent / 100, PURE, YEAR_ON_YEAR)
        return Figure(self.print(percent), (said,))

    def strange(self, concept: str = "Revenues") -> Figure:
        """An amount that is not the issuer's, about as large as one that is."""
        return Figure(self.print(self._strange(concept)))

    def _strange(self, concept: str) -> int:
        return round(self.amount(concept, self.now) / 1000 * self.draw.uniform(0.2, 1.8))

    def foreign(self, concept: str, currency: str, scale: int, span: Span | None = None) -> Figure:
        """An amount in another currency, at whatever rate."""
        value = self._strange(concept)
        said = Said(concept, (span or self.now).iso, Decimal(value).scaleb(scale), f"iso4217:{currency}")
        return Figure(self.print(value), (said,))

    def percentage(self) -> Figure:
        """A percentage of something that is no line of the taxonomy."""
        return Figure(f"{self.draw.randint(101, 989) / 10}")
