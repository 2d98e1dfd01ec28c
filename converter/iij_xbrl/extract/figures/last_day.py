"""Columns that tell something as of the last day of their table, beside others that name times.

Rates and principals beside balances of debt are its terms: `Effective Interest Rate | February 2, 2025`. What a program
has cost to date, or is expected to cost, is told as of the last day, too. For figures that nothing maps.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import Period
from iij_xbrl.languages import says


def as_of_last_day(table: FigureTable, end: date | None) -> Mapping[int, Period]:
    """The day of each such column, by its number; `end` is the last day that is reported on.

    Where other columns are not all of balances, none is of the terms of debt.
    """
    periods = [column.period.period for column in table.columns if column.period]
    last = max((period.end for period in periods), default=end)
    is_of_balances = bool(periods) and all(period.is_instant for period in periods)
    found = [column for column in table.columns if _says(column, "to_date")]
    found += [column for column in table.columns if is_of_balances and _says(column, "debt_terms")]
    return dict.fromkeys((column.index for column in found), Period(last)) if last else {}


def _says(column: Column, name: str) -> bool:
    """Whether the head of a column that names no time says what a pattern is of."""
    head = f"{column.scope} {column.full_label}"
    return not (column.period or column.named) and bool(says(f"headers.{name}", head))
