"""Rows that a conversion printed twice, the second time misread: which of the two is right, other places must say.

A figure of the upper row counts where the release prints the same elsewhere, or a relation with what it prints
elsewhere gives it; two that do so for another period only are of that period. Three digits behind a point count as
thousands there if only that agrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reasons.base import both
from iij_xbrl.reasons.evidence import PeriodContradicted, PointForComma, PrintedTwice
from iij_xbrl.reasons.withdrawn import TwiceMisread
from iij_xbrl.reconcile.evidence import confirmation
from iij_xbrl.reconcile.known import Known
from iij_xbrl.taxonomy.index import Taxonomy

_THOUSAND = 3
_ENOUGH = 2  # figures of a row that say its period


def settle_copies(table: MappedTable, others: Known, taxonomy: Taxonomy) -> MappedTable:
    """The table with the figures of doubled rows confirmed by other places, or withdrawn."""
    doubled = {position for position, row in enumerate(table.table.rows) if row.copies}
    if not doubled:
        return table
    changed: dict[int, Reading] = {}
    for row in doubled:
        here = [(at, reading) for at, reading in enumerate(table.readings) if reading.row == row]
        settled = {at: _settled(reading, others, taxonomy) for at, reading in here}
        is_confirmed = any(reading.fact for reading in settled.values())
        changed |= settled if is_confirmed else settled | _of_another_period(here, others, taxonomy)
    return table.with_readings(changed)


def _of_another_period(here: Sequence[tuple[int, Reading]], others: Known, taxonomy: Taxonomy) -> dict[int, Reading]:
    """The figures of a row that other places or relations confirm for one other period, two or more of them."""
    facts = [(at, reading, reading.fact) for at, reading in here if reading.fact]
    fitting = {}
    for period in others.periods:
        moved = [
            (at, reading, replace(fact, point=replace(fact.point, period=period)))
            for at, reading, fact in facts
            if fact.point.period.is_instant == period.is_instant
        ]
        agreeing = [item for item in moved if confirmation(item[2], others, taxonomy)]
        if len({fact.text for _, _, fact in agreeing}) >= _ENOUGH and not any(
            others.contradicts(fact) for _, _, fact in moved
        ):
            fitting[period] = agreeing
    if len(fitting) != 1:
        return {}
    ((period, agreeing),) = fitting.items()
    reason = PeriodContradicted("row", str(facts[0][2].point.period), str(period), confirmed=True)
    return {
        at: replace(reading, result=replace(fact, status="inferred", reason=reason)) for at, reading, fact in agreeing
    }


def _settled(reading: Reading, others: Known, taxonomy: Taxonomy) -> Reading:
    fact = reading.fact
    if fact is None:
        return reading
    for candidate in _readings(fact, reading):
        evidence = confirmation(candidate, others, taxonomy)
        if evidence:
            reason = both(PrintedTwice(), evidence, PointForComma() if candidate is not fact else None)
            return replace(reading, result=replace(candidate, status="inferred", reason=reason))
    return replace(reading, result=Leftover(fact.span, fact.text, fact.label, fact.section, "unmapped", TwiceMisread()))


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
