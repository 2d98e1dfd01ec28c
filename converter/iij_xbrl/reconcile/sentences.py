"""Amounts of sentences that are not written as amounts are: facts where the release says elsewhere what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.map.prose.mapper import Prose
from iij_xbrl.map.tables.readings import MappedTable
from iij_xbrl.read.document import At
from iij_xbrl.reasons.base import both
from iij_xbrl.reconcile.evidence import confirmation
from iij_xbrl.reconcile.known import Known, known
from iij_xbrl.taxonomy.index import Taxonomy


def settle_prose(prose: Prose, tables: Sequence[MappedTable], taxonomy: Taxonomy) -> Prose:
    """The prose with doubtful amounts as facts, where another place or a relation confirms one reading."""
    candidates: defaultdict[At, list[Occurrence]] = defaultdict(list)
    for item in prose.doubtful:
        candidates[item.span.at].append(item)
    if not candidates:
        return prose
    others = _with(known(tables), prose.facts)
    settled: dict[At, Occurrence] = {}
    for place, readings in candidates.items():
        proven = [(item, evidence) for item in readings if (evidence := confirmation(item, others, taxonomy))]
        if len({item.value for item, _ in proven}) == 1:
            item, evidence = proven[0]
            settled[place] = replace(item, reason=both(item.reason, evidence))
    leftovers = tuple(item for item in prose.leftovers if item.span.at not in settled)
    return replace(prose, facts=(*prose.facts, *settled.values()), leftovers=leftovers, doubtful=())


def _with(printed: Known, facts: Sequence[Occurrence]) -> Known:
    points: dict[DataPoint, tuple[Occurrence, ...]] = dict(printed.points)
    for fact in facts:
        points[fact.point] = (*points.get(fact.point, ()), fact)
    return Known(points)
