"""Gathers occurrences into a report: each data point once, at its finest occurrence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from iij_xbrl.facts import DataPoint, Leftover, Occurrence, Undetermined
from iij_xbrl.map.tables.suggestions import Suggestion
from iij_xbrl.reasons.base import both
from iij_xbrl.reasons.withdrawn import SameDataPoint
from iij_xbrl.report.ids import occurrence_ids
from iij_xbrl.report.model import Fact, Report


def _order(occurrence: Occurrence) -> tuple[object, ...]:
    point = occurrence.point
    return occurrence.span, point.concept, point.dimensions, str(point.period), point.unit


def build_report(
    name: str,
    occurrences: Iterable[Occurrence],
    leftovers: Iterable[Leftover],
    undetermined: Iterable[Undetermined] = (),
    suggestions: Iterable[Suggestion] = (),
) -> Report:
    """A report of the occurrences. The finest occurrence speaks for its data point; of equally fine ones the first.

    Facts come in the order in which their data points are first printed. A data point that is printed with a value, or
    left open before, is not left open (again): its dash is a leftover.
    """
    in_order = tuple(sorted(occurrences, key=_order))
    by_point: defaultdict[DataPoint, list[Occurrence]] = defaultdict(list)
    for occurrence in in_order:
        by_point[occurrence.point].append(occurrence)
    ids = occurrence_ids(in_order)
    facts = []
    for point, found in by_point.items():
        finest = sorted(found, key=lambda occurrence: -occurrence.decimals)
        facts.append(Fact(ids[finest[0]], point, finest[0], tuple(finest), tuple(ids[item] for item in finest)))
    left_open, others = _left_open(undetermined, by_point)
    rest = sorted((*leftovers, *others), key=lambda leftover: leftover.span.order)
    return Report(name, tuple(facts), tuple(rest), undetermined=left_open, suggestions=tuple(suggestions))


def _left_open(
    undetermined: Iterable[Undetermined], printed: Mapping[DataPoint, Sequence[Occurrence]]
) -> tuple[tuple[Undetermined, ...], list[Leftover]]:
    kept: dict[DataPoint, Undetermined] = {}
    others = []
    for dash in sorted(undetermined, key=lambda item: item.span.order):
        same = printed[dash.point][0] if dash.point in printed else kept.get(dash.point)
        if same is None:
            kept[dash.point] = dash
        else:
            reason = both(dash.reason, SameDataPoint(same.text, same.span.origin))
            others.append(Leftover(dash.span, dash.text, dash.label, dash.section, "unmapped", reason))
    return tuple(kept.values()), others
