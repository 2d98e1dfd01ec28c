"""Amounts that name a currency and no scale (`JPY2.4`), in a table that states none: another place may tell the scale.

One scale, and only one, must give what the release prints elsewhere for the same data point.
"""

from __future__ import annotations

from dataclasses import replace

from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.facts import Leftover
from iij_xbrl.map.tables.mapper import infer
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reasons.base import both
from iij_xbrl.reasons.evidence import AgreesWith, ScaleFound
from iij_xbrl.reconcile.known import Known
from iij_xbrl.taxonomy.index import Taxonomy

_SCALES = (0, 3, 6, 9, 12)


def find_scales(table: MappedTable, others: Known, taxonomy: Taxonomy) -> MappedTable:
    """The table with the amounts whose scale another place tells."""
    readings = tuple(_scaled(table, reading, others, taxonomy) for reading in table.readings)
    return replace(table, readings=readings)


def _scaled(table: MappedTable, reading: Reading, others: Known, taxonomy: Taxonomy) -> Reading:
    if not isinstance(reading.result, Leftover) or reading.figure.problem:
        return reading
    unit, column = reading.figure.unit, table.table.column(reading.column)
    stated = table.table.section.unit or (column.unit if column else None)
    bare = unit is not None and unit.currency is not None and unit.scale is None
    if not bare or stated:
        return reading
    found = []
    for scale in _SCALES:
        assert unit is not None
        figure = replace(reading.figure, unit=Unit(scale, unit.currency))
        candidate = infer(table.table, reading, figure, reading.match, ScaleFound(), taxonomy)
        fact = candidate.fact if candidate else None
        other = others.agreeing(fact) if fact else None
        if candidate and fact and other:
            reason = both(fact.reason, AgreesWith(other.span.origin))
            found.append(replace(candidate, result=replace(fact, reason=reason)))
    return found[0] if len(found) == 1 else reading
