"""Columns that tell something as of the last day of their table, beside others that name times.

Rates and principals beside balances of debt are its terms: `Effective Interest Rate | February 2, 2025`. So are they in
a table that names no time and tells of debt, but of none that was issued or paid back. What a program has cost to date,
or is expected to cost, and what falls due when are told as of the last day, too. For figures that nothing maps.
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
    if (is_of_balances or not periods) and _is_of_debt(table):
        rates = _percentages(table)
        found += [column for column in table.columns if column.index in rates or _says(column, "debt_terms")]
    if not periods and _lists_maturities(table):
        found += [column for column in table.columns if _says(column, "of_maturities")]
    return dict.fromkeys((column.index for column in found), Period(last)) if last else {}


def _is_of_debt(table: FigureTable) -> bool:
    """Whether the titles of a table tell of debt, and not of what was issued or paid back in a time."""
    titles = (*table.section.titles[-1:], table.section.introduction, table.corner)
    heads = (cell.text.plain for cells in table.headers for cell in cells)
    is_moved = any(says("headers.issued", text) for text in (*titles, *heads))
    return not is_moved and any(says("headers.debt", title) for title in titles)


def _lists_maturities(table: FigureTable) -> bool:
    """Whether rows with figures tell when something falls due: `Due after one year through five years`."""
    labels = [row.printed_label for row in table.rows if row.figures]
    return sum(says("headers.maturities", label) is not None for label in labels) * 2 > len(labels)


def _percentages(table: FigureTable) -> frozenset[int]:
    """The columns without a header that hold percentages alone."""
    headless = {column.index for column in table.columns if not column.full_label.strip() and column.period is None}
    figures = [(item.column, item.figure) for row in table.rows for item in row.figures if item.column in headless]
    others = {at for at, figure in figures if not figure.percent and not figure.dash}
    return frozenset(at for at, figure in figures if figure.percent) - others


def _says(column: Column, name: str) -> bool:
    """Whether the head of a column that names no time says what a pattern is of."""
    head = f"{column.scope} {column.full_label}"
    return not (column.period or column.named) and bool(says(f"headers.{name}", head))
