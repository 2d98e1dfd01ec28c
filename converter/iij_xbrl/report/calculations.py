"""Which calculations a report refers to: those of the tables that it prints whole (Calculations 1.1, section 2).

Calculations bind as soon as a total and one item are reported for the same period, dimensions and unit. So a report
refers to a calculation only where it prints that table, in that layout, and where no total meets a part of its items:
in a sentence that names a total and one of them, or where a row between them could not be read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from functools import cache

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.facts import DataPoint
from iij_xbrl.relations.intervals import Interval
from iij_xbrl.relations.report import evaluated, settled
from iij_xbrl.report.model import Report
from iij_xbrl.taxonomy.index import Calculation, Taxonomy

_Key = tuple[tuple[tuple[str, str], ...], Period, str]
_Values = Mapping[str, Mapping[_Key, Interval]]
_NOTHING: Mapping[_Key, Interval] = {}


def with_calculations(report: Report, taxonomy: Taxonomy) -> Report:
    """The report, whose facts are settled, with the calculations of what it prints whole."""
    return replace(report, calculations=tuple(printed_whole(report, taxonomy)))


def calculations_of(report: Report, taxonomy: Taxonomy) -> tuple[Calculation, ...]:
    """The calculations of what a report prints whole; those that it has already."""
    return tuple(printed_whole(report, taxonomy)) if report.calculations is None else report.calculations


def printed_whole(report: Report, taxonomy: Taxonomy) -> Iterator[Calculation]:
    """The calculations of what a report prints whole, at most one a table, in the order of the taxonomy."""
    printed: defaultdict[str, set[str]] = defaultdict(set)
    values: defaultdict[str, dict[_Key, Interval]] = defaultdict(dict)
    for fact in report.facts:
        finest = fact.occurrence
        values[fact.point.concept][_key(fact.point)] = Interval.printed(finest.value, finest.reported_decimals)
        for occurrence in fact.occurrences:
            printed[occurrence.place].add(fact.point.concept)
    wrong = cache(lambda: _wrong_totals(report, taxonomy))
    for place in taxonomy.places:
        here = printed.get(place.role)
        layout = _layout(place.calculations, here) if here else None
        if layout is None or not here:
            continue
        short = dict(_short_sums(layout, values))
        if all(here.isdisjoint(absent) for absent in short.values()) and (not short or short.keys() <= wrong()):
            yield layout


def _layout(layouts: tuple[Calculation, ...], here: Set[str]) -> Calculation | None:
    """The layout that has all lines that are printed; of several the one with the most of them, or else the first."""
    lines = {concept for layout in layouts for concept in layout.concepts} & here
    fitting = [layout for layout in layouts if lines <= layout.concepts]
    return max(fitting, key=lambda layout: len(layout.concepts & here), default=None) if lines else None


def _short_sums(layout: Calculation, values: _Values) -> Iterator[tuple[DataPoint, Set[str]]]:
    """The totals that are not the sum of those of their items that are reported, and the items that are not."""
    for total, items in layout.sums.items():
        for key, whole in values.get(total, _NOTHING).items():
            there = [(values[item][key], weight) for item, weight in items if key in values.get(item, _NOTHING)]
            absent = {item for item, _ in items if key not in values.get(item, _NOTHING)}
            if there and absent and not whole.meets(_sum(there)):
                yield DataPoint(total, *key), absent


def _wrong_totals(report: Report, taxonomy: Taxonomy) -> Set[DataPoint]:
    """The totals that are wrong with what is printed; of others an item was not read, or not printed."""
    found = settled(evaluated(report, taxonomy), report, taxonomy)
    return {item.points[0] for item in found if item.state == "open" and item.relation.kind in ("sum", "equation")}


def _sum(parts: list[tuple[Interval, int]]) -> Interval:
    total = Interval.exactly(0)
    for part, weight in parts:
        total = total + part if weight > 0 else total - part
    return total


def _key(point: DataPoint) -> _Key:
    return point.dimensions, point.period, point.unit
