"""Columns of rates and principals beside balances of debt: the terms of the debt, as of the last of their days.

`Effective Interest Rate | Principal Amount | February 2, 2025 | January 28, 2024`. For figures that nothing maps.
"""

from __future__ import annotations

from collections.abc import Mapping

from iij_xbrl.extract.headers import Column
from iij_xbrl.extract.periods import Period
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.languages import says


def terms_of_debt(table: FigureTable) -> Mapping[int, Period]:
    """The day of each column of terms, by its number; empty where the other columns are not of balances."""
    terms = [column for column in table.columns if _is_of_terms(column)]
    periods = [column.period.period for column in table.columns if column.period]
    if not terms or not periods or any(not period.is_instant for period in periods):
        return {}
    return dict.fromkeys((column.index for column in terms), Period(max(period.end for period in periods)))


def _is_of_terms(column: Column) -> bool:
    """Whether a column that names no time is headed as a rate of interest or a principal is."""
    head = f"{column.scope} {column.full_label}"
    return not (column.period or column.named) and bool(says("headers.debt_terms", head))
