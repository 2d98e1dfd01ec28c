"""The figures of a release and what binds them: which constraints fail, and which would hold with other values.

A constraint is a relation, or the agreement of the places that print one data point. What may be wrong is a figure: the
places that speak for a data point together, or places that print another value than those. Figures and constraints form
a graph; a contradiction is a connected part of it in which constraints fail.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from iij_xbrl.facts import DataPoint, Occurrence, agree, last_digit
from iij_xbrl.limits import LIMITS
from iij_xbrl.prove.search.exact_sums import exact_sums
from iij_xbrl.prove.search.groups import connected
from iij_xbrl.prove.search.steps import Steps
from iij_xbrl.relations import Evaluation, Interval
from iij_xbrl.relations.evaluate import evaluate_one
from iij_xbrl.relations.language import Sum, Term
from iij_xbrl.relations.report import evaluated, parameters_of, settled, values_of
from iij_xbrl.report import Fact, Report
from iij_xbrl.taxonomy.index import Taxonomy


class Figure(tuple[Occurrence, ...]):
    """Places that print one data point alike, the finest first: they change together. Equal to nothing but itself."""

    __slots__ = ()
    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__


Changes = Mapping[Figure, Decimal]
Range = tuple[Fraction, Fraction]
NOTHING: Changes = {}
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figure that speaks for a data point, and another that contradicts it."""

    speaker: Figure
    other: Figure

    @property
    def points(self) -> tuple[DataPoint, ...]:
        """The data point, as a relation has several."""
        return (self.speaker[0].point,)


Constraint = Evaluation | Agreement


class Graph:
    """The constraints between the figures of a report.

    Attributes:
        facts: the facts by data point.
        evaluations: the relations as evaluated with the printed figures.
        failed: the relations that fail by more than rounding, and sums of exact tables that are off at all.
        rounded: the relations that fail by what rounding forces.
        steps: what is left of the search for other values.
    """

    def __init__(
        self,
        report: Report,
        taxonomy: Taxonomy,
        evaluations: Sequence[Evaluation] | None = None,
        steps: int = LIMITS.steps,
    ) -> None:
        self._most_steps = steps
        self.steps = Steps(steps)
        self.facts: dict[DataPoint, Fact] = {fact.point: fact for fact in report.facts}
        self._over_time: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
        self._in_tables: dict[tuple[DataPoint, str, int], Occurrence] = {}
        for fact in report.facts:
            self._over_time[_without_period(fact.point)].append(fact)
            for place in fact.occurrences:
                self._in_tables.setdefault((fact.point, place.section, place.decimals), place)
        self.evaluations = (
            settled(evaluated(report, taxonomy), report, taxonomy) if evaluations is None else evaluations
        )
        self._values = values_of(report)
        self._parameters = parameters_of(report, taxonomy.entity)
        self._speakers = {
            fact.point: Figure(item for item in fact.occurrences if is_cut_off(fact.occurrence, item))
            for fact in report.facts
        }
        known = [item for item in self.evaluations if item.state != "not evaluable"]
        self._exact = {id(item) for item in exact_sums(known, self.facts, taxonomy.entity.currency)}
        self.rounded = tuple(item for item in known if self._is_rounded(item))
        rounded = {id(item) for item in self.rounded}
        bound = [item for item in known if id(item) not in rounded]
        self._loose = False
        off = [item for item in bound if not self._is_held(item, item)]
        self.failed = tuple(item for item in off if not self._closes_where_printed(item))
        failed = {id(item) for item in off}
        self._held: defaultdict[DataPoint, list[Evaluation]] = defaultdict(list)
        self._bound: defaultdict[DataPoint, list[Evaluation]] = defaultdict(list)
        for item in bound:
            for point in dict.fromkeys(item.points):
                self._bound[point].append(item)
                if id(item) not in failed:
                    self._held[point].append(item)

    def _is_rounded(self, item: Evaluation) -> bool:
        return item.state == "open" and id(item) not in self._exact and is_rounding(item, self.facts)

    def in_other_periods(self, point: DataPoint) -> Iterator[Fact]:
        """The facts that differ from a data point in nothing but the period."""
        return (fact for fact in self._over_time[_without_period(point)] if fact.point != point)

    def printed_in(self, point: DataPoint, section: str, decimals: int) -> Occurrence | None:
        """The first place of a data point in a section with a precision."""
        return self._in_tables.get((point, section, decimals))

    def speaker(self, point: DataPoint) -> Figure:
        """The figure that speaks for a data point."""
        return self._speakers[point]

    def loosely(self) -> Graph:
        """The same graph, in which a relation still holds where it is off by what rounding forces."""
        other = copy(self)
        other._loose = True
        return other

    def afresh(self) -> Graph:
        """The same graph for another search, which has all of its steps before it."""
        other = copy(self)
        other.steps = Steps(self._most_steps)
        return other

    def in_tables(self, sections: Collection[str]) -> Iterator[Figure]:
        """The figures that speak for their data points in the tables of some sections."""
        return (item for item in self._speakers.values() if item[0].place and item[0].section in sections)

    def figures(self, constraint: Constraint) -> tuple[Figure, ...]:
        """The figures that a constraint binds."""
        if isinstance(constraint, Agreement):
            return constraint.speaker, constraint.other
        return tuple(self._speakers[point] for point in dict.fromkeys(constraint.points))

    def held(self, figure: Figure) -> Sequence[Evaluation]:
        """The relations of a figure that hold with the printed figures."""
        return self._held[figure[0].point] if self._speaks(figure) else ()

    def relations_of(self, point: DataPoint) -> Sequence[Evaluation]:
        """The relations of a data point that hold, or fail by more than rounding."""
        return self._bound[point]

    def is_exact(self, constraint: Constraint) -> bool:
        """Whether a sum stands in a table whose sums are exact to the last digit."""
        return id(constraint) in self._exact

    def is_proven(self, constraint: Constraint) -> bool:
        """Whether rounding cannot explain that a constraint fails."""
        return isinstance(constraint, Agreement) or (
            constraint.state == "open" and not is_rounding(constraint, self.facts)
        )

    def holds(self, constraint: Constraint, changes: Changes) -> bool:
        """Whether a constraint holds with some figures changed."""
        self.steps.take()
        if isinstance(constraint, Agreement):
            one, other = (changes.get(figure, figure[0].value) for figure in (constraint.speaker, constraint.other))
            return abs(one - other) <= (last_digit(constraint.speaker[0]) + last_digit(constraint.other[0])) / 2
        return self._is_held(constraint, self._evaluated(constraint, changes))

    def _is_held(self, item: Evaluation, found: Evaluation) -> bool:
        """Whether a relation holds, as it was evaluated with some figures."""
        if self.is_exact(item) and found.difference:
            return False
        return found.state == "closed" or (self._loose and found.state == "open" and is_rounding(found, self.facts))

    def _closes_where_printed(self, item: Evaluation) -> bool:
        """Whether a relation between figures of several tables holds within every table that prints them all.

        The contradiction then is between such a table and the others, and their disagreement tells it.
        """
        facts = [self.facts[point] for point in item.points]
        if len({fact.occurrence.section for fact in facts}) == 1:
            return False
        found = False
        for table in dict.fromkeys((place.section, place.decimals) for place in facts[0].occurrences):
            places = [place for fact in facts if (place := self.printed_in(fact.point, *table))]
            if len(places) < len(facts):
                continue
            values = {here.point: Interval.of(here) for here in places}
            if not self._is_held(item, evaluate_one(item.binding, values, parameters=self._parameters)):
                return False
            found = True
        return found

    def range_of(self, constraint: Constraint, figure: Figure, changes: Changes) -> Range | None:
        """The values of a figure with which a constraint would hold; None where none would, or every value would."""
        self.steps.take()
        if isinstance(constraint, Agreement):
            witness = constraint.other if figure == constraint.speaker else constraint.speaker
            middle = Fraction(changes.get(witness, witness[0].value))
            room = Fraction(last_digit(witness[0]) + last_digit(figure[0])) / 2
            return middle - room, middle + room
        return self._range(constraint, figure, changes)

    def _range(self, item: Evaluation, figure: Figure, changes: Changes) -> Range | None:
        unit = Fraction(last_digit(figure[0]))
        at = Fraction(figure[0].value)
        room = Fraction(0)
        for _ in range(_STEPS):
            here = self._difference(item, figure, at, changes)
            beside = self._difference(item, figure, at + unit, changes)
            if here is None or beside is None or here[0] == beside[0]:
                return None
            slope = (beside[0] - here[0]) / unit
            step = here[0] / slope
            room = here[1] / abs(slope) + unit / 2
            at -= step
            if abs(step) < unit / 2 or _is_linear(item):
                break
        if self.is_exact(item):
            return at, at
        room += _rounding_of(item, self.facts) / abs(slope) if self._loose else 0
        return at - room, at + room

    def _difference(
        self, item: Evaluation, figure: Figure, value: Fraction, changes: Changes
    ) -> tuple[Fraction, Fraction] | None:
        """Printed less computed with one exact value, and how far off rounding of the others allows it to be."""
        exact = {figure[0].point: Interval(value, value)}
        values = _Overlaid({**self._changed(item, changes), **exact}, self._values)
        found = evaluate_one(item.binding, values, parameters=self._parameters)
        if found.printed is None or found.computed is None:
            return None
        return found.difference, (found.printed.width + found.computed.width) / 2

    def _evaluated(self, item: Evaluation, changes: Changes) -> Evaluation:
        changed = self._changed(item, changes)
        if not changed:
            return item
        return evaluate_one(item.binding, _Overlaid(changed, self._values), parameters=self._parameters)

    def _changed(self, item: Evaluation, changes: Changes) -> dict[DataPoint, Interval]:
        """The changed figures of a relation."""
        found = ((point, self._speakers[point]) for point in item.points)
        return {
            point: Interval.printed(changes[figure], figure[0].decimals) for point, figure in found if figure in changes
        }

    def _speaks(self, figure: Figure) -> bool:
        return figure == self._speakers.get(figure[0].point)


class _Overlaid(Mapping[DataPoint, Interval]):
    """Figures over others."""

    __slots__ = ("_above", "_below")

    def __init__(self, above: Mapping[DataPoint, Interval], below: Mapping[DataPoint, Interval]) -> None:
        self._above, self._below = above, below

    def __getitem__(self, point: DataPoint) -> Interval:
        return self._above[point] if point in self._above else self._below[point]

    def __iter__(self) -> Iterator[DataPoint]:
        return iter({**self._below, **self._above})

    def __len__(self) -> int:
        return len({**self._below, **self._above})

    def get(self, point: DataPoint, default: Interval | None = None) -> Interval | None:  # type: ignore[override]
        return self._above.get(point) or self._below.get(point, default)


def _without_period(point: DataPoint) -> tuple[object, ...]:
    return point.concept, point.dimensions, point.unit


def _is_linear(item: Evaluation) -> bool:
    """Whether a relation is a sum of figures, which one step solves."""
    expression = item.relation.expression
    return isinstance(expression, Sum) and all(isinstance(part, Term) for _, part in expression.parts)


def is_cut_off(one: Occurrence, other: Occurrence) -> bool:
    """Whether places agree, or are at most one unit of the coarser one's last digit apart, with the same sign."""
    if agree(one, other):
        return True
    room = max(last_digit(one), last_digit(other))
    return abs(one.value - other.value) <= room and one.value * other.value >= 0


def is_rounding(item: Evaluation, facts: Mapping[DataPoint, Fact]) -> bool:
    """Whether a gap is at most one unit of the coarsest figure's last digit."""
    if item.printed is None or item.computed is None:
        return False
    return abs(item.printed.distance(item.computed)) <= _rounding_of(item, facts)


def _rounding_of(item: Evaluation, facts: Mapping[DataPoint, Fact]) -> Fraction:
    of_one_kind = {point.unit for point in item.points} == {item.points[0].unit}
    units = [Fraction(last_digit(facts[point].occurrence)) for point in item.points]
    return max(units) if of_one_kind else units[0]


def components(failed: Sequence[Constraint]) -> list[list[Constraint]]:
    """Constraints grouped by the data points that they share."""
    return connected(failed, lambda item: item.points)
