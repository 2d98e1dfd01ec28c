"""Gathers occurrences into a report: each data point once, at its finest occurrence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from iij_xbrl.facts import DataPoint, Leftover, Occurrence
from iij_xbrl.report.ids import occurrence_ids
from iij_xbrl.report.model import Fact, Report


def _order(occurrence: Occurrence) -> tuple[object, ...]:
    point = occurrence.point
    return occurrence.span, point.concept, point.dimensions, str(point.period), point.unit


def build_report(name: str, occurrences: Iterable[Occurrence], leftovers: Iterable[Leftover]) -> Report:
    """A report of the occurrences. The finest occurrence speaks for its data point; of equally fine ones the first.

    Facts come in the order in which their data points are first printed.
    """
    in_order = tuple(sorted(occurrences, key=_order))
    by_point: defaultdict[DataPoint, list[Occurrence]] = defaultdict(list)
    for occurrence in in_order:
        by_point[occurrence.point].append(occurrence)
    ids = occurrence_ids(in_order)
    facts = []
    for point, found in by_point.items():
        finest = sorted(found, key=lambda occurrence: -occurrence.decimals)
        facts.append(Fact(ids[finest[0]], point, finest[0], tuple(finest)))
    return Report(name, tuple(facts), tuple(sorted(leftovers, key=lambda leftover: leftover.span)))
