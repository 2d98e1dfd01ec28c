"""Of which time each figure of a table is, by all that the page says: its column, its row, rows above it, balances.

For figures that nothing maps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from iij_xbrl.extract.figures.days_below_years import days_below_years
from iij_xbrl.extract.figures.last_day import as_of_last_day
from iij_xbrl.extract.figures.opening_balances import opening_balances
from iij_xbrl.extract.figures.page_periods import (
    above_balances,
    by_origination,
    group_rows,
    in_corner,
    introduced,
    is_in_parts,
    is_of_corner,
    movements,
    of_acquisition,
    open_rows,
    period_of,
    says_other,
)
from iij_xbrl.extract.figures.years_to_come import of_years_to_come
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import Mention, Period
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.tables import PeriodOpen


@dataclass(frozen=True, slots=True)
class Times:
    """What a table says of the times of its rows, by their position.

    `moved` are the periods of rows between balances, `opened` says why a row is of no known time, and `groups` is for
    each row the one above that names a period. `told` is the period of the text that introduces the table, where
    nothing else names one; `in_parts` tells that rows are parts of the years of their columns, and `ahead` is the day
    as of which a table names years to come. `cornered` tells that the corner of the header names the one period of all
    columns, up to a row that names another. `last` are the days of columns that tell something as of the last one, and
    `placed` periods by row and column, where neither of them tells alone.
    """

    moved: Mapping[int, Period]
    opened: Mapping[int, Reason]
    groups: Sequence[TableRow | None]
    told: Mention | None
    in_parts: bool
    ahead: Mention | None
    cornered: bool
    last: Mapping[int, Period]
    placed: Mapping[tuple[int, int], Period]

    def alone(self, position: int) -> Period | None:
        """The period of the row at a position where no column names one."""
        return self.moved.get(position) or (self.told.period if self.told else None)


def times_of(table: FigureTable, starts: Set[date], end: date | None, begun: Mapping[date, date]) -> Times:
    """What a table says of times.

    `starts` are days that begin periods, `end` is the last day that is reported on, `begun` are the first days of years
    by their last ones.
    """
    moved, opened = movements(table, starts), open_rows(table, starts)
    ahead = of_years_to_come(table, end)
    told, lost = by_origination(table, introduced(table) or in_corner(table) or of_acquisition(table))
    told = told or ahead
    opened |= dict.fromkeys((*lost, *above_balances(table)), PeriodOpen())
    return Times(
        moved,
        opened,
        group_rows(table),
        told,
        in_parts=is_in_parts(table),
        ahead=ahead,
        cornered=is_of_corner(table),
        last=as_of_last_day(table, end),
        placed={**opening_balances(table, begun), **days_below_years(table, end)},
    )


def time_of(
    table: FigureTable, times: Times, position: int, row: TableRow, item: RowFigure
) -> tuple[Period | None, Reason | None]:
    """The period of a figure of the row at a position, or why it has none."""
    column = table.column(item.column)
    named = row.period if table.rows_name_periods else column.period if column else None
    group = times.groups[position]
    named = times.ahead or (group.period if times.cornered and group and group.is_period else named)
    mention = item.figure.mention or named or _of_year(row, item) or times.told
    other = times.opened.get(position) or says_other(group, mention)
    if other:
        return None, other
    head = column.full_label if column else ""
    period = times.moved.get(position) or period_of(row, mention, head, in_parts=times.in_parts)
    period = period or times.placed.get((position, item.column))
    period = period or (times.last.get(item.column) if mention is None else None)
    return period, None if period else (column.problem if column else None) or PeriodOpen()


def _of_year(row: TableRow, item: RowFigure) -> Mention | None:
    """The period of the year that a row or a heading above it names, for one of its figures."""
    return next((year for year, other in zip(row.years, row.figures, strict=False) if other is item), None)
