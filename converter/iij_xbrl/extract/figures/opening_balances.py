"""Opening balances in columns that are headed by the last days of years: `Balance at beginning of year`.

That of a column is of the day before the year that ends on its day, where columns of other tables tell when that
begins, or else of the day of another column of which it is the closing balance. For figures that nothing maps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import Period
from iij_xbrl.languages import says

_DAY = timedelta(days=1)
_YEAR = 12  # months
_YEARS = range(350, 381)  # days from one end of a year to the next


def years_begun(tables: Iterable[FigureTable]) -> Mapping[date, date]:
    """The first days of the years that head columns of tables, by their last days; none of a day that ends several."""
    named = {column.period.period for table in tables for column in table.columns if column.period}
    found: dict[date, set[date]] = {}
    for period in named:
        if period.start and period.months == _YEAR:
            found.setdefault(period.end, set()).add(period.start)
    return {end: next(iter(starts)) for end, starts in found.items() if len(starts) == 1}


def opening_balances(table: FigureTable, begun: Mapping[date, date]) -> Mapping[tuple[int, int], Period]:
    """The days of opening balances, by the positions of their rows and the numbers of their columns.

    `begun` are the first days of years by their last ones. Empty where columns are not all of days that are years
    apart, or no year ends on any of them: interim periods begin on other days.
    """
    days = {column.index: column.period.period.end for column in table.columns if column.period}
    is_of_days = not any(column.period and column.period.period.start for column in table.columns)
    if not is_of_days or not _are_years(days.values()) or begun.keys().isdisjoint(days.values()):
        return {}
    found: dict[tuple[int, int], Period] = {}
    closing: dict[int, Decimal] = {}
    for at in reversed(range(len(table.rows))):
        row = table.rows[at]
        if _is(row, "closing"):
            closing = _values(row)
        elif _is(row, "opening"):
            found |= {(at, column): day for column, day in _opened(row, days, closing, begun)}
    return found


def _opened(
    row: TableRow, days: Mapping[int, date], closing: Mapping[int, Decimal], begun: Mapping[date, date]
) -> Iterable[tuple[int, Period]]:
    for column, value in _values(row).items():
        if column not in days:
            continue
        day = days[column]
        before = {other for at, other in days.items() if (day - other).days in _YEARS and closing.get(at) == value}
        if day in begun:
            yield column, Period(begun[day] - _DAY)
        elif value and len(before) == 1:
            yield column, Period(before.pop())


def _are_years(days: Iterable[date]) -> bool:
    """Whether several days follow one another by a year."""
    ends = sorted(set(days))
    return len(ends) > 1 and all((later - day).days in _YEARS for day, later in pairwise(ends))


def _is(row: TableRow, edge: str) -> bool:
    """Whether a row with figures is a balance at one edge of a time, and not at both."""
    label = row.printed_label
    return bool(row.figures and says(f"units.{edge}", label) and not says("units.both_ends", label))


def _values(row: TableRow) -> dict[int, Decimal]:
    return {item.column: abs(item.figure.value) for item in row.figures}
