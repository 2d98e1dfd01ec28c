"""Rows whose period the figures contradict: the label of a row of periods is outranked by two or more figures.

`Three months ended September 30, 2010` beside four amounts that the release prints elsewhere for the six months, and
none for the three, are the six months; the label is a misprint. So it is where the release has nothing else of the
label's period: `March 31, 2008` beside what the balance sheet has for March 31, 2009, which no other row names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.periods import Period
from iij_xbrl.facts import Occurrence
from iij_xbrl.map.readings import MappedTable, Reading
from iij_xbrl.reconcile.damage import withdrawn
from iij_xbrl.reconcile.known import Known

NO_PERIOD = "two or more figures of the row contradict its period, and no other period fits"
_ENOUGH = 2
_LONG = 4  # digits of a figure that another period hardly has by chance


def correct_periods(table: MappedTable, others: Known) -> MappedTable:
    """The table with rows of another period moved there, or withdrawn where no period fits."""
    if not table.table.rows_name_periods:
        return table
    changed: dict[int, Reading] = {}
    for row in range(len(table.table.rows)):
        here = [
            (at, reading.result)
            for at, reading in enumerate(table.readings)
            if reading.row == row and isinstance(reading.result, Occurrence)
        ]
        facts = [fact for _, fact in here]
        against = {fact.text for fact in facts if others.contradicts(fact)}
        for_it = {fact.text for fact in facts if others.agreeing(fact)}
        contradicted = len(against) >= _ENOUGH and len(against) > len(for_it)
        if contradicted or (facts and _is_alone(table, facts, others)):
            changed.update(_moved(table, here, others))
    if not changed:
        return table
    return replace(table, readings=tuple(changed.get(at, reading) for at, reading in enumerate(table.readings)))


def _is_alone(table: MappedTable, facts: Sequence[Occurrence], others: Known) -> bool:
    """Whether a row's figures are printed elsewhere for another period only, one that no other row here names."""
    if any(others.points.get(fact.point, ()) not in ((), (fact,)) for fact in facts):
        return False
    fitting = [period for period in others.periods() if _fits(facts, period, others)]
    named = {item.result.point.period for item in table.readings if isinstance(item.result, Occurrence)}
    long = {fact.text for fact in facts if sum(map(str.isdigit, fact.text)) >= _LONG}
    return len(fitting) == 1 and fitting[0] not in named and len(long) >= _ENOUGH


def _moved(table: MappedTable, here: Sequence[tuple[int, Occurrence]], others: Known) -> dict[int, Reading]:
    fitting = [period for period in others.periods() if _fits([fact for _, fact in here], period, others)]
    if len(fitting) != 1:
        return {at: withdrawn(table.readings[at], NO_PERIOD) for at, _ in here}
    said = here[0][1].point.period
    reason = f"the row's period {said} is contradicted: its amounts are printed elsewhere for {fitting[0]}"
    return {
        at: replace(
            table.readings[at],
            result=replace(fact, point=replace(fact.point, period=fitting[0]), status="inferred", reason=reason),
        )
        for at, fact in here
    }


def _fits(facts: Sequence[Occurrence], period: Period, others: Known) -> bool:
    """Whether a row's facts agree with another period: enough of them known there, and none contradicted."""
    moved = [replace(fact, point=replace(fact.point, period=period)) for fact in facts]
    if period == facts[0].point.period or period.is_instant != facts[0].point.period.is_instant:
        return False
    return (
        not any(map(others.contradicts, moved))
        and len({fact.text for fact in moved if others.agreeing(fact) is not None}) >= _ENOUGH
    )
