"""Rows and columns whose period the figures contradict: their label is outranked by two or more figures.

`Three months ended September 30, 2010` beside four amounts that the release prints elsewhere for the six months, and
none for the three, are the six months; the label is a misprint. So it is where the release has nothing else of the
label's period: `March 31, 2008` beside what the balance sheet has for March 31, 2009, which no other row names. Of
columns only such are moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.facts import Occurrence
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reasons.evidence import PeriodContradicted
from iij_xbrl.reasons.withdrawn import NoPeriodFits
from iij_xbrl.reconcile.damage.damage import withdrawn
from iij_xbrl.reconcile.known import Known

_ENOUGH = 2
_LONG = 4  # digits of a figure that another period hardly has by chance


def correct_columns(table: MappedTable, others: Known) -> MappedTable:
    """The table with columns of another period moved there."""
    if table.table.rows_name_periods:
        return table
    changed: dict[int, Reading] = {}
    for period in {item.fact.point.period for item in table.readings if item.fact}:
        changed.update(_corrected_columns(table, period, others))
    return table.with_readings(changed)


def correct_rows(table: MappedTable, others: Known) -> MappedTable:
    """The table with rows of another period moved there, or withdrawn where no period fits."""
    if not table.table.rows_name_periods:
        return table
    changed: dict[int, Reading] = {}
    for row in range(len(table.table.rows)):
        changed.update(_corrected_row(table, [at for at, item in enumerate(table.readings) if item.row == row], others))
    return table.with_readings(changed)


def _facts(table: MappedTable, positions: Sequence[int]) -> list[tuple[int, Occurrence]]:
    found = ((at, table.readings[at].fact) for at in positions)
    return [(at, fact) for at, fact in found if fact]


def _corrected_row(table: MappedTable, positions: Sequence[int], others: Known) -> dict[int, Reading]:
    here = _facts(table, positions)
    facts = [fact for _, fact in here]
    against = {fact.text for fact in facts if others.contradicts(fact)}
    for_it = {fact.text for fact in facts if others.agreeing(fact)}
    contradicted = len(against) >= _ENOUGH and len(against) > len(for_it)
    if contradicted or (facts and _is_alone(table, facts, others)):
        return _moved(table, here, others, "row")
    return {}


def _corrected_columns(table: MappedTable, period: Period, others: Known) -> dict[int, Reading]:
    """The columns of a period that the release has nothing else of; no other column names the one that fits."""
    here = [(at, fact) for at, fact in _facts(table, range(len(table.readings))) if fact.point.period == period]
    return _moved(table, here, others, "column") if _is_alone(table, [fact for _, fact in here], others) else {}


def _is_alone(table: MappedTable, facts: Sequence[Occurrence], others: Known) -> bool:
    """Whether figures are printed elsewhere for another period only, finer, and no other row or column here names it.

    The finer figures are where the coarser ones are from; of equally fine ones either may have the wrong label.
    """
    if any(others.points.get(fact.point, ()) not in ((), (fact,)) for fact in facts):
        return False
    fitting = [period for period in others.periods if _fits(facts, period, others)]
    named = {item.fact.point.period for item in table.readings if item.fact}
    if len(fitting) != 1 or fitting[0] in named:
        return False
    long = [fact for fact in facts if sum(map(str.isdigit, fact.text)) >= _LONG]
    return len({fact.text for fact in long if _is_finer_elsewhere(fact, fitting[0], others)}) >= _ENOUGH


def _is_finer_elsewhere(fact: Occurrence, period: Period, others: Known) -> bool:
    same = others.points.get(replace(fact.point, period=period), ())
    return any(other.decimals > fact.decimals for other in same)


def _moved(
    table: MappedTable, here: Sequence[tuple[int, Occurrence]], others: Known, what: Literal["row", "column"]
) -> dict[int, Reading]:
    fitting = [period for period in others.periods if _fits([fact for _, fact in here], period, others)]
    if len(fitting) != 1:
        return {at: withdrawn(table.readings[at], NoPeriodFits()) for at, _ in here}
    said = here[0][1].point.period
    reason = PeriodContradicted(what, str(said), str(fitting[0]))
    return {
        at: replace(
            table.readings[at],
            result=replace(fact, point=replace(fact.point, period=fitting[0]), status="inferred", reason=reason),
        )
        for at, fact in here
    }


def _fits(facts: Sequence[Occurrence], period: Period, others: Known) -> bool:
    """Whether a row's facts agree with another period: enough of them known there, and none contradicted."""
    if period == facts[0].point.period or period.is_instant != facts[0].point.period.is_instant:
        return False
    points = [replace(fact.point, period=period) for fact in facts]
    moved = [
        replace(fact, point=point) for fact, point in zip(facts, points, strict=True) if point in others.points
    ]  # nothing speaks for or against the others
    return (
        not any(map(others.contradicts, moved))
        and len({fact.text for fact in moved if others.agreeing(fact) is not None}) >= _ENOUGH
    )
