"""Which figures a relation is about: aspect matching, as formula processors do it (Variables 1.0, section 3).

A relation is bound once for each frame, a period with a currency and the members of axes that the relation does not
name, in which at least one of its figures is printed. Binding looks at data points only, never at values: other values
for the same points need no new binding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property, lru_cache

from iij_xbrl.extract.times.periods import Period, year_before
from iij_xbrl.facts import DataPoint
from iij_xbrl.relations.language import Relation, Term, Time

Dimensions = tuple[tuple[str, str], ...]
_Aspects = tuple[str, Dimensions, Period, str]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the figures of a bound relation share. `currency` is empty where the relation takes none."""

    period: Period
    dimensions: Dimensions
    currency: str


@dataclass(frozen=True, slots=True)
class Binding:
    """A relation in one frame. `points` are its figures in the order of `Relation.terms`, printed or not.

    A point is None where the release holds no, or more than one, figure that the term could mean (`[release]`).
    """

    relation: Relation
    frame: Frame
    points: tuple[DataPoint | None, ...]


@dataclass(frozen=True)
class Bindings:
    """The bound relations of a set of data points."""

    all: tuple[Binding, ...]

    @cached_property
    def _by_point(self) -> Mapping[DataPoint, Sequence[Binding]]:
        found: defaultdict[DataPoint, list[Binding]] = defaultdict(list)
        for binding in self.all:
            for bound in dict.fromkeys(binding.points):
                if bound is not None:
                    found[bound].append(binding)
        return found

    def of(self, point: DataPoint) -> Sequence[Binding]:
        """The bound relations that a data point takes part in."""
        return self._by_point.get(point, ())


def bind(relations: Iterable[Relation], points: Iterable[DataPoint], *, only_whole: bool = False) -> Bindings:
    """Bind relations to data points: every frame in which one of their figures stands among `points`.

    `only_whole` leaves out those without all figures that they need, of which no values can say anything.
    """
    by_concept: defaultdict[str, list[DataPoint]] = defaultdict(list)
    given: dict[_Aspects, DataPoint] = {}
    for point in points:
        by_concept[point.concept].append(point)
        given[point.concept, point.dimensions, point.period, point.unit] = point
    if only_whole:
        relations = [
            item for item in relations if all(term.optional or term.concept in by_concept for term in item.terms)
        ]
    found = (
        Binding(relation, frame, bound)
        for relation in relations
        for frame in _frames(relation, by_concept)
        if (bound := _points(relation, frame, by_concept, given, only_whole=only_whole)) is not None
    )
    return Bindings(tuple(found))


def _frames(relation: Relation, by_concept: Mapping[str, Sequence[DataPoint]]) -> Iterable[Frame]:
    """Frames in the order of the page. Only figures of the period itself give one: an opening balance opens many."""
    found: dict[tuple[Period, Dimensions, str], None] = {}
    for term in relation.terms:
        if term.time:
            continue
        for point in by_concept.get(term.concept, ()):
            currency = _currency(term, point.unit)
            dimensions = _rest(point.dimensions, term, relation.axes)
            if currency is not None and dimensions is not None:
                found[point.period, dimensions, currency] = None
    frames = [Frame(*shared) for shared in found]
    if not relation.takes_currency:
        return frames
    if any(not term.time and "{currency}" in term.unit and term.currency is None for term in relation.terms):
        return [frame for frame in frames if frame.currency]
    # Only balances are in a currency: each one that they are printed in is a frame.
    return [replace(frame, currency=currency) for frame in frames for currency in _currencies(relation, by_concept)]


def _currencies(relation: Relation, by_concept: Mapping[str, Sequence[DataPoint]]) -> Iterable[str]:
    found: dict[str, None] = {}
    for term in relation.terms:
        for point in by_concept.get(term.concept, ()):
            currency = _currency(term, point.unit)
            if currency:
                found[currency] = None
    return found


def _rest(dimensions: Dimensions, term: Term, axes: frozenset[str]) -> Dimensions | None:
    """The dimensions that the relation does not name; None where those that it names are not the term's."""
    if not axes:
        return dimensions
    if tuple(pair for pair in dimensions if pair[0] in axes) != term.members:
        return None
    return tuple(pair for pair in dimensions if pair[0] not in axes)


@lru_cache(maxsize=1024)
def _currency_of(pattern: str, unit: str) -> str | None:
    """The currency that makes `pattern` the unit; empty where the pattern has none; None where they differ."""
    before, takes, after = pattern.partition("{currency}")
    if not takes:
        return "" if unit == pattern else None
    currency = unit.removeprefix(before).removesuffix(after)
    return currency if unit == f"{before}{currency}{after}" and currency.isalpha() else None


def _currency(term: Term, unit: str) -> str | None:
    currency = _currency_of(term.unit, unit)
    if term.currency is None or currency is None:
        return currency
    return "" if currency == term.currency else None


def _points(
    relation: Relation,
    frame: Frame,
    by_concept: Mapping[str, Sequence[DataPoint]],
    given: Mapping[_Aspects, DataPoint],
    *,
    only_whole: bool,
) -> tuple[DataPoint | None, ...] | None:
    """The figures of a relation in a frame; those that are `given` are the same objects, found again at once.

    None where `only_whole` relations are wanted, and a figure that it needs is not given.
    """
    points: list[DataPoint | None] = []
    for term in relation.terms:
        if term.time == "release":
            alone = by_concept.get(term.concept, ())
            if only_whole and len(alone) != 1 and not term.optional:
                return None
            points.append(alone[0] if len(alone) == 1 else None)
            continue
        dimensions = tuple(sorted((*frame.dimensions, *term.members))) if term.members else frame.dimensions
        period = period_of(frame.period, term.time) if term.time else frame.period
        unit = term.unit.replace("{currency}", term.currency or frame.currency)
        aspects = (term.concept, dimensions, period, unit)
        point = given.get(aspects)
        if only_whole and point is None and not term.optional:
            return None
        points.append(point or DataPoint(*aspects))
    return tuple(points)


@lru_cache(maxsize=1024)
def period_of(period: Period, time: Time) -> Period:
    """The period that a term means in a frame. An opening balance is that of the day before (XBRL 2.1, 4.7.2)."""
    if time == "closing":
        return Period(period.end)
    if time == "opening":
        return Period((period.start or period.end) - _DAY)
    if time == "prior":
        return year_before(period)
    return period
