"""What the tables of a release say, as evidence for its sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.taxonomy.roles import FORECAST


class Witnesses:
    """The facts of tables: which concepts they know, and their values.

    `last_day` is that of the latest balances, `last_end` the last one that results run to where no balances are told.
    """

    def __init__(self, facts: Iterable[Occurrence], taxonomy: Taxonomy) -> None:
        self._values: dict[DataPoint, Decimal] = {}
        self._decimals: dict[DataPoint, int] = {}
        self._days: defaultdict[str, set[date]] = defaultdict(set)
        for fact in facts:
            if fact.point not in self._values:
                self._values[fact.point], self._decimals[fact.point] = fact.value, fact.decimals
            if fact.point.period.is_instant and not fact.point.dimensions:
                self._days[fact.point.concept].add(fact.point.period.end)
        self.concepts = frozenset(point.concept for point in self._values)
        actual = (point for point in self._values if not taxonomy.has_role(point.dimensions, FORECAST))
        results = {point.period.end for point in actual}
        self.last_day = max((day for days in self._days.values() for day in days), default=None)
        self.last_end = self.last_day or max(results, default=None)

    def confirm(self, point: DataPoint, value: Decimal, decimals: int) -> bool:
        """Whether a table gives the same data point the same value, at the precision of this one."""
        known = self._values.get(point)
        return known is not None and abs(known - value) <= Decimal(1).scaleb(-decimals)

    def round_to(self, point: DataPoint, value: Decimal, decimals: int) -> bool:
        """Whether a table gives the data point a value that is this one, at the coarser precision of the two."""
        known = self._values.get(point)
        coarser = min(decimals, self._decimals.get(point, decimals))
        return known is not None and abs(known - value) <= Decimal("0.5").scaleb(-coarser)

    def start_of_change(self, concept: str, unit: str, day: date, change: Decimal, decimals: int) -> date | None:
        """The one day since which a balance changed by an amount, if the tables show it."""
        last = self._values.get(DataPoint(concept, (), Period(day), unit))
        found = [
            earlier
            for earlier in self._days[concept]
            if last is not None
            and earlier < day
            and self.confirm(DataPoint(concept, (), Period(earlier), unit), last - change, decimals)
        ]
        return found[0] if len(found) == 1 else None
