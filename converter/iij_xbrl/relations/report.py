"""The relations of a report: its figures as intervals, evaluated with what the issuer's data adds."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date, timedelta
from typing import TYPE_CHECKING

from iij_xbrl.facts import DataPoint
from iij_xbrl.relations.evaluate import Evaluation, Slot, evaluate
from iij_xbrl.relations.intervals import Interval
from iij_xbrl.report.model import Report

if TYPE_CHECKING:
    from iij_xbrl.taxonomy.index import Entity, Taxonomy

_NEXT_DAY = timedelta(days=1)


def list_relations(
    report: Report, taxonomy: Taxonomy, *, unread: Set[Slot] = frozenset(), published: date | None = None
) -> tuple[Evaluation, ...]:
    """Every relation of the taxonomy over the report's facts, in the order of the taxonomy and of the page.

    Args:
        report: each data point counts with the occurrence that is written for it.
        taxonomy: declares the relations and the issuer's data.
        unread: figures that are printed, but could not be read.
        published: the day of publication, for what depends on it; see `parameters_of`.
    """
    parameters = parameters_of(report, taxonomy.entity, published)
    return evaluate(taxonomy.relations, values_of(report), unread=unread, parameters=parameters)


def values_of(report: Report) -> dict[DataPoint, Interval]:
    """The figures of a report as intervals, each data point once."""
    return {fact.point: Interval.printed(fact.occurrence.value, fact.occurrence.decimals) for fact in report.facts}


def parameters_of(report: Report, entity: Entity, published: date | None = None) -> Mapping[str, Interval]:
    """The parameters of relations. `ads_ratio` is that of the publication date, for all columns of a release.

    A release is published after the last day that it reports on; where the date is not given, the day after counts.
    """
    if published is None:
        if not report.facts:
            return {}
        published = max(fact.point.period.end for fact in report.facts) + _NEXT_DAY
    ratios = [ratio for start, ratio in sorted(entity.ads_ratios) if start <= published.isoformat()]
    return {"ads_ratio": Interval.exactly(ratios[-1])} if ratios else {}
