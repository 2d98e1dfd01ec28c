"""Figures with points where commas belong: `1.166` for `1,166`, `2.563.085`.

Such a figure counts with commas where the release prints the same elsewhere, or a relation holds with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.facts import Leftover
from iij_xbrl.map.tables.mapper import infer
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reasons.base import both, said
from iij_xbrl.reasons.evidence import PointForComma
from iij_xbrl.reasons.written import PointInColumn, PointOrComma, PointsForCommas
from iij_xbrl.reconcile.evidence import confirmation
from iij_xbrl.reconcile.known import Known
from iij_xbrl.taxonomy.index import Taxonomy

_THOUSAND = 3


def settle_points(table: MappedTable, others: Known, taxonomy: Taxonomy) -> MappedTable:
    """The table with figures read with commas for points, where evidence says so."""
    return table.with_readings(dict(_settled(table, others, taxonomy)))


def _settled(table: MappedTable, others: Known, taxonomy: Taxonomy) -> Iterator[tuple[int, Reading]]:
    for at, reading in enumerate(table.readings):
        figure = _with_commas(reading)
        if figure is None:
            continue
        candidate = infer(table.table, reading, figure, reading.match, PointForComma(), taxonomy)
        fact = candidate.fact if candidate else None
        evidence = confirmation(fact, others, taxonomy) if fact else None
        if candidate and fact and evidence:
            yield at, replace(candidate, result=replace(fact, reason=both(PointForComma(), evidence)))


def _with_commas(reading: Reading) -> Figure | None:
    """The figure as it would be with commas; None where it has no points, or is no leftover for them."""
    figure = reading.figure
    if not isinstance(reading.result, Leftover):
        return None
    if said(figure.problem, PointsForCommas):
        return replace(figure, problem=None)
    is_pointed = said(reading.result.reason, PointInColumn) or said(reading.result.reason, PointOrComma)
    if is_pointed and figure.places == _THOUSAND and not figure.problem:
        return replace(figure, value=figure.value.scaleb(_THOUSAND).quantize(1), places=0)
    return None
