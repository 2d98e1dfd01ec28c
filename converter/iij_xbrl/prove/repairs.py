"""Which figure of failed relations is probably wrong: the one whose change closes them and opens no other.

Failed relations that share figures are one contradiction. Each of their figures is tried: the value that would close a
failed relation, rounded to the figure's precision, must close all failed relations that the figure takes part in and
open none that holds. Suspects rank by the relations that they explain, then by how small the edit is.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.prove.causes import cause_of
from iij_xbrl.relations import Evaluation, Interval
from iij_xbrl.relations.evaluate import evaluate_one
from iij_xbrl.relations.report import list_relations, parameters_of, values_of
from iij_xbrl.report import Fact, Report
from iij_xbrl.taxonomy.index import Taxonomy

_EDITS = ("one digit", "digits transposed", "sign", "scale")


@dataclass(frozen=True, slots=True)
class Repair:
    """A figure that may be wrong, and what it would have to be."""

    fact: Fact
    value: Decimal
    explains: int
    cause: str

    @property
    def edit(self) -> int:
        """How simple the edit is; the smaller, the simpler."""
        return _EDITS.index(self.cause) if self.cause in _EDITS else len(_EDITS)


class Proof:
    """The evaluated relations of a report, with the means to try other values; `home` is the issuer's currency."""

    def __init__(
        self,
        evaluations: Sequence[Evaluation],
        values: Mapping[DataPoint, Interval],
        parameters: Mapping[str, Interval],
        facts: Mapping[DataPoint, Fact],
        home: str,
    ) -> None:
        self.home = home
        self.evaluations = tuple(evaluations)
        self.facts = facts
        self._values = values
        self._parameters = parameters
        self._by_point: dict[DataPoint, list[Evaluation]] = {}
        for item in evaluations:
            if item.state != "not evaluable":
                for point in item.points:
                    self._by_point.setdefault(point, []).append(item)

    @classmethod
    def of(cls, report: Report, taxonomy: Taxonomy) -> Proof:
        """The relations of a report, evaluated once."""
        facts = {fact.point: fact for fact in report.facts}
        parameters = parameters_of(report, taxonomy.entity)
        home = taxonomy.entity.currency
        return cls(list_relations(report, taxonomy), values_of(report), parameters, facts, home)

    def relations_of(self, point: DataPoint) -> tuple[Evaluation, ...]:
        """The evaluated relations that a data point takes part in."""
        return tuple(self._by_point.get(point, ()))

    def failures(self, point: DataPoint, value: Decimal, decimals: int) -> int:
        """How many relations of a data point would fail with another value."""
        interval = Interval.printed(value, decimals)
        return sum(self._evaluated(item, point, interval).state == "open" for item in self._by_point.get(point, ()))

    def closes_with(self, item: Evaluation, other: Occurrence) -> bool:
        """Whether a failed relation holds with another occurrence of one of its data points."""
        interval = Interval.printed(other.value, other.decimals)
        return self._evaluated(item, other.point, interval).state == "closed"

    def repairs(self, failed: Sequence[Evaluation]) -> tuple[Repair, ...]:
        """The figures whose change would explain failed relations, the likeliest first."""
        points = dict.fromkeys(point for item in failed for point in item.points)
        found = [repair for point in points for repair in self._of(point, failed)]
        return tuple(sorted(found, key=self._rank))

    def _rank(self, repair: Repair) -> tuple[int, int, int, int, int]:
        occurrence = repair.fact.occurrence
        held = sum(item.state == "closed" for item in self._by_point[repair.fact.point])
        return -repair.explains, repair.edit, held, len(repair.fact.occurrences), occurrence.decimals

    def _of(self, point: DataPoint, failed: Sequence[Evaluation]) -> Iterator[Repair]:
        fact = self.facts.get(point)
        here = [item for item in failed if point in item.points]
        if fact is None or not here:
            return
        decimals = fact.occurrence.decimals
        tried: set[Decimal] = set()
        for item in here:
            value = self._closing(item, point, decimals)
            if value is None or value in tried or value == fact.occurrence.value:
                continue
            tried.add(value)
            if self._holds(point, value, decimals, here):
                cause = cause_of(fact.occurrence.text, fact.occurrence.value, value)
                yield Repair(fact, value, len(here), cause)

    def _closing(self, item: Evaluation, point: DataPoint, decimals: int) -> Decimal | None:
        """The value, at a precision, with which a relation would close; None where it does not depend on the figure."""
        current = self._values[point]
        unit = Fraction(Decimal(1).scaleb(-decimals))
        before = _difference(self._evaluated(item, point, Interval(current.middle, current.middle)))
        after = _difference(self._evaluated(item, point, Interval(current.middle + unit, current.middle + unit)))
        if before is None or after is None or before == after:
            return None
        needed = current.middle - before * unit / (after - before)
        return Decimal(round(needed / unit)) * Decimal(1).scaleb(-decimals)

    def _evaluated(self, item: Evaluation, point: DataPoint, value: Interval) -> Evaluation:
        values = ChainMap({point: value}, self._values)  # type: ignore[arg-type]
        return evaluate_one(item.binding, values, parameters=self._parameters)

    def _holds(self, point: DataPoint, value: Decimal, decimals: int, failed: Sequence[Evaluation]) -> bool:
        interval = Interval.printed(value, decimals)
        if any(self._evaluated(item, point, interval).state != "closed" for item in failed):
            return False
        closed = (item for item in self._by_point[point] if item.state == "closed")
        return all(self._evaluated(item, point, interval).state == "closed" for item in closed)


def _difference(item: Evaluation) -> Fraction | None:
    if item.printed is None or item.computed is None:
        return None
    return item.printed.middle - item.computed.middle
