"""Columns of changes: what they are the change of, and whether the amounts beside them bear that out."""

from __future__ import annotations

from datetime import timedelta

from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import Period
from iij_xbrl.languages import says
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.evidence import ChangeOfAmountsBeside
from iij_xbrl.reasons.tables import OtherBasis, OtherPeriodsInHeader
from iij_xbrl.relations.intervals import Interval

_DAY = timedelta(days=1)
_YEAR = 12
_ENOUGH_ROWS = 2
_HUNDRED = Interval.exactly(100)
_ONE = Interval.exactly(1)


def change_period(table: FigureTable) -> Period | None:
    """The time between the two days of a table of balances, where that is less than a year."""
    days = {column.period.period for column in table.columns if column.period and column.role == "value"}
    if len(days) != 2 or not all(day.is_instant for day in days):
        return None
    first, last = sorted(days)
    between = Period(last.end, first.end + _DAY)
    return between if between.months < _YEAR else None


def is_confirmed(table: FigureTable, column: Column) -> Reason | None:
    """What a change rests on whose header says not of what, or names other periods than the columns beside it.

    None where it does neither. Raises Unmapped where the amounts do not bear it out.
    """
    amounts = [item for item in table.columns if item.role == "value" and item.period]
    known = {item.period.period for item in amounts if item.period}
    is_difference = says("headers.difference", column.full_label) is not None
    if set(column.named) <= known and not is_difference:
        return None
    last, before = _compared(amounts, column)
    checked = [_closes(row, column, last, before) for row in table.rows]
    failed = checked.count(False)
    if checked.count(True) < _ENOUGH_ROWS or (failed and not (is_difference and failed < checked.count(True))):
        raise Unmapped(OtherBasis() if is_difference else OtherPeriodsInHeader())
    return ChangeOfAmountsBeside()


def _compared(amounts: list[Column], column: Column) -> tuple[Column, Column]:
    """The columns of the latest period and of the one before it; each period must have one only."""
    ordered = sorted(amounts, key=_end)
    if len(ordered) != 2 or ordered[-1].period != column.period:
        raise Unmapped(OtherPeriodsInHeader())
    return ordered[1], ordered[0]


def _end(column: Column) -> Period:
    assert column.period is not None
    return column.period.period


def _closes(row: TableRow, column: Column, last: Column, before: Column) -> bool | None:
    """Whether a row's change is that of its amounts; None where it does not print all three."""
    change, new, old = (_only(row, item.index) for item in (column, last, before))
    if change is None or new is None or old is None:
        return None
    size, after, base = (Interval.printed(item.figure.value, item.figure.places) for item in (change, new, old))
    is_percent = change.figure.percent or "%" in column.full_label or bool(column.unit and column.unit.percent)
    if not is_percent:
        return size.meets(after - base)
    if base.low <= 0:
        return None
    return size.meets((after / base - _ONE) * _HUNDRED)


def _only(row: TableRow, index: int) -> RowFigure | None:
    found = [item for item in row.figures if item.column == index and not item.figure.dash]
    return found[0] if len(found) == 1 and not found[0].figure.problem else None
