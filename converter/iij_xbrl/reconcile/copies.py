"""Rows that a conversion printed twice, the second time misread: which of the two is right, other places must say.

A figure of the upper row counts where the release prints the same elsewhere, or a relation with what it prints
elsewhere gives it. Three digits behind a point count as thousands there if only that agrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.map.readings import MappedTable, Reading
from iij_xbrl.map.refusals import POINT_FOR_COMMA
from iij_xbrl.reconcile.evidence import holding
from iij_xbrl.reconcile.known import Known
from iij_xbrl.taxonomy.index import Taxonomy

_THOUSAND = 3
_REASON = "printed twice, once misread, and nothing tells which is right"


def settle_copies(table: MappedTable, others: Known, taxonomy: Taxonomy) -> MappedTable:
    """The table with the figures of doubled rows confirmed by other places, or withdrawn."""
    doubled = {position for position, row in enumerate(table.table.rows) if row.copies}
    if not doubled:
        return table
    readings = tuple(
        _settled(reading, others, taxonomy) if reading.row in doubled else reading for reading in table.readings
    )
    return replace(table, readings=readings)


def _settled(reading: Reading, others: Known, taxonomy: Taxonomy) -> Reading:
    fact = reading.result
    if not isinstance(fact, Occurrence):
        return reading
    for candidate in _readings(fact, reading):
        other = others.agreeing(candidate)
        evidence = f"agrees with line {other.span.line}" if other else holding(candidate, others, taxonomy)
        if evidence:
            why = f"; {POINT_FOR_COMMA}" if candidate is not fact else ""
            reason = f"the row is printed twice; {evidence}{why}"
            return replace(reading, result=replace(candidate, status="inferred", reason=reason))
    return replace(reading, result=Leftover(fact.span, fact.text, fact.label, fact.section, "unmapped", _REASON))


def _readings(fact: Occurrence, reading: Reading) -> Iterator[Occurrence]:
    yield fact
    if reading.figure.places == _THOUSAND:
        value, printed = fact.value.scaleb(_THOUSAND), fact.printed.scaleb(_THOUSAND)
        yield replace(
            fact,
            value=value.quantize(1) if value == value.to_integral_value() else value,
            printed=printed.quantize(1) if printed == printed.to_integral_value() else printed,
            decimals=fact.decimals - _THOUSAND,
        )
