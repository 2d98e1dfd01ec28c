"""Dashes: for nothing, or for what is not given.

Those for what may not be determined yet are zero where a sum that is printed whole closes without them:
`- | 1,500 | - | 1,500 | 3,000`, where the total leaves nothing for the dashes. Without such a sum they stay open.
Dashes for all parts of a total that is not zero are for what is not given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from iij_xbrl.facts import DataPoint, Occurrence, Undetermined
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reasons.evidence import DashForZero
from iij_xbrl.reasons.withdrawn import PartsNotGiven
from iij_xbrl.reconcile.damage.damage import withdrawn
from iij_xbrl.reconcile.known import Known
from iij_xbrl.relations.binding import bind
from iij_xbrl.relations.evaluate import evaluate_one
from iij_xbrl.relations.index import relations_with
from iij_xbrl.relations.intervals import Interval
from iij_xbrl.taxonomy.index import Taxonomy

_NIL = Interval.exactly(0)


def settle_dashes(tables: Sequence[MappedTable], printed: Known, taxonomy: Taxonomy) -> tuple[MappedTable, ...]:
    """The tables, dashes that were left open read as zero where a relation closes without them.

    Dashes that stand for all parts of a total are withdrawn.
    """
    tables = _without_parts_not_given(tables, printed, taxonomy)
    left_open = {
        reading.result.point
        for table in tables
        for reading in table.readings
        if isinstance(reading.result, Undetermined)
    } - set(printed.points)
    if not left_open:
        return tuple(tables)
    zeros = _zeros(left_open, printed, taxonomy)
    return tuple(
        replace(table, readings=tuple(_settled(reading, zeros) for reading in table.readings)) for table in tables
    )


def _without_parts_not_given(
    tables: Sequence[MappedTable], printed: Known, taxonomy: Taxonomy
) -> Sequence[MappedTable]:
    """The tables without the dashes that are all that is printed of the parts of a total."""
    dashes = {
        item.fact.point
        for table in tables
        for item in table.readings
        if item.fact and item.figure.dash and not any(found.value for found in printed.points.get(item.fact.point, ()))
    }
    sums = [item for item in relations_with({point.concept for point in dashes}, taxonomy) if item.kind == "sum"]
    totals: dict[DataPoint, Occurrence] = {}
    for binding in bind(sums, printed.points).all if sums else ():
        target, *parts = binding.points
        given = [part for part in parts if part and part in printed.points]
        total = _finest(printed.points[target]) if target and target in printed.points else None
        if total and total.value and len(given) > 1 and dashes.issuperset(given):
            totals |= dict.fromkeys(given, total)
    if not totals:
        return tables
    return [
        table.with_readings(
            {
                at: withdrawn(item, PartsNotGiven(total.text, total.span.origin))
                for at, item in enumerate(table.readings)
                if item.fact and item.figure.dash and (total := totals.get(item.fact.point))
            }
        )
        for table in tables
    ]


def _zeros(left_open: set[DataPoint], printed: Known, taxonomy: Taxonomy) -> dict[DataPoint, Occurrence]:
    """The data points that must be zero, each with the total that leaves nothing for it."""
    values = {point: _finest(found) for point, found in printed.points.items()}
    concepts = {point.concept for point in left_open}
    bindings = bind(relations_with(concepts, taxonomy), [*values, *left_open])
    figures = {point: Interval.of(item) for point, item in values.items()}
    figures |= dict.fromkeys(left_open, _NIL)
    found: dict[DataPoint, Occurrence] = {}
    for point in sorted(left_open, key=lambda item: (item.concept, item.dimensions, str(item.period))):
        for binding in bindings.of(point):
            total = values.get(binding.points[0]) if binding.points[0] else None
            if total and total.value and evaluate_one(binding, figures).state == "closed":
                found.setdefault(point, total)
    return found


def _finest(found: Sequence[Occurrence]) -> Occurrence:
    return max(found, key=lambda item: item.decimals)


def _settled(reading: Reading, zeros: dict[DataPoint, Occurrence]) -> Reading:
    dash = reading.result
    if not isinstance(dash, Undetermined) or dash.point not in zeros:
        return reading
    total = zeros[dash.point]
    fact = Occurrence(
        dash.point,
        Decimal(0),
        Decimal(0),
        dash.decimals,
        dash.span,
        dash.text,
        dash.label,
        dash.section,
        status="inferred",
        reason=DashForZero(total.text, total.span.origin),
        place=dash.place,
    )
    return replace(reading, result=fact)
