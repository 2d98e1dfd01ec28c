"""What rows without figures say of those below them: another period, `FY2009:`, or another unit, `(USD thousands)`.

A period that holds those of the columns, and a unit that agrees with theirs, say nothing new. What a row says holds
until another one says it again.
"""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.cells.units import Unit, parse_unit
from iij_xbrl.extract.heads.title_units import is_of_money, is_of_none
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.partial_periods import months_counted, part_words, parts_said
from iij_xbrl.extract.times.periods import Calendar, Period
from iij_xbrl.languages import patterns_of, says
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import GroupSaysOther

_IN_UNIT = patterns_of("scopes.in_unit")
_SHORT = 12  # words
_YEAR = 12  # months
_LENGTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}  # in months
_BESIDE = " .:;()（）[]*"


def said_by_rows(table: FigureTable, accountant: Accountant) -> dict[int, Reason]:
    """Why rows are closed that stand below one that says another period or unit than their columns, by position."""
    found: dict[int, Reason] = {}
    period: Reason | None = None
    unit: Reason | None = None
    for position, row in enumerate(table.rows):
        if row.figures:
            reason = (None if row.period else period) or (None if row.units else unit)
            if reason:
                found[position] = reason
            continue
        label = row.printed_label
        other = says_other_period(table, label, accountant) if label else None
        if other is not None:
            period = GroupSaysOther(label) if other else None
        stated = _unit(row)
        if stated:
            unit = GroupSaysOther(label) if is_of_none(stated, (item.unit for item in table.columns)) else None
    return found


def says_other_period(table: FigureTable, label: str, accountant: Accountant) -> bool | None:
    """Whether a label says a period that is not that of the columns; None where it says none."""
    said = [mention.period for mention in accountant.periods(label)]
    columns = [column.period.period for column in table.columns if column.period and column.role == "value"]
    if said and (len(label.split()) > _SHORT or accountant.account(label).has_content):
        return None  # it tells more than a period
    if said:
        return not all(any(_holds(outer, column) for outer in said) for column in columns)
    if says("headers.previous_alone", label):
        return True
    length = _length_alone(label)
    if length:
        return any(column.months != length for column in columns)
    counted = set(months_counted(label, accountant.calendar))
    if counted and len(label.split()) <= _SHORT and not accountant.account(label).has_content:
        return not all(column.months in counted for column in columns)
    parts = list(part_words(label))
    rest = label
    for start, end in parts:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    account = accountant.account(rest.strip(_BESIDE))
    if not parts or not account.is_understood or account.has_content:
        return None
    named = set(parts_said(label))
    return not columns or any(_part(column, accountant.calendar) not in named for column in columns)


def _part(period: Period, calendar: Calendar) -> tuple[int, int] | None:
    """The first month of a period in its fiscal year, and its length."""
    return ((period.start.month - calendar.month) % _YEAR, period.months) if period.start else None


def _length_alone(label: str) -> int | None:
    """How many months have passed in what a label says alone, `Fiscal year`, `Half year`; None for any other label."""
    match = says("headers.length_alone", label)
    return next((months for name, months in _LENGTHS.items() if match[name]), None) if match else None


def _holds(outer: Period, inner: Period) -> bool:
    if outer.is_instant or inner.is_instant:
        return outer.end == inner.end
    return outer.holds(inner)


def _unit(row: TableRow) -> Unit | None:
    """The unit of money that a row states for those below it."""
    label = row.printed_label.rstrip(_BESIDE)
    inner = label.rpartition("(")[2]
    texts: Sequence[str] = (
        label.strip(_BESIDE),
        inner,
        *(match[1] for item in _IN_UNIT for match in item.finditer(label)),
    )
    units = [*row.units[:1], *filter(None, (parse_unit(text.strip(_BESIDE)) for text in texts))]
    if any(unit.count for unit in units):
        return None
    return next((unit for unit in units if is_of_money(unit)), None)
