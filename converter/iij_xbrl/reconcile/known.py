"""What a release prints, by data point: the witness for figures that are doubtful where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.map.tables.readings import MappedTable

HALF, WHOLE = Decimal("0.5"), Decimal(1)


@dataclass(frozen=True)
class Known:
    """What a release prints undamaged, by data point."""

    points: Mapping[DataPoint, tuple[Occurrence, ...]]

    def agreeing(self, fact: Occurrence, units: Decimal = HALF) -> Occurrence | None:
        """An occurrence elsewhere that agrees with `fact`, unless another one contradicts it."""
        others = [item for item in self.points.get(fact.point, ()) if item.span.row_key != fact.span.row_key]
        if not others or not all(_agree(fact, other, units) for other in others):
            return None
        return others[0]

    def contradicts(self, fact: Occurrence) -> bool:
        """Whether the release prints the data point elsewhere, and all of it beyond rounding away from `fact`."""
        others = [item for item in self.points.get(fact.point, ()) if item.span.row_key != fact.span.row_key]
        return bool(others) and not any(_agree(fact, other, WHOLE) for other in others)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """All periods that the release reports on."""
        return tuple(sorted({point.period for point in self.points}))


def known(tables: Sequence[MappedTable]) -> Known:
    """The undamaged occurrences of all tables."""
    points: defaultdict[DataPoint, list[Occurrence]] = defaultdict(list)
    for table in tables:
        for reading in table.readings:
            if fact := reading.fact:
                points[fact.point].append(fact)
    return Known({point: tuple(found) for point, found in points.items()})


def _agree(one: Occurrence, other: Occurrence, units: Decimal) -> bool:
    """Whether both can be one value: with half a unit of each one's last digit, as it is rounded; with one, cut off."""
    room = (Decimal(1).scaleb(-one.decimals) + Decimal(1).scaleb(-other.decimals)) * units
    return abs(one.value - other.value) <= room
