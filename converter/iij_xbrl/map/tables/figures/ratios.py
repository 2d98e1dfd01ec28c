"""Columns that tell how large an amount is against that of the year before, `106.9`, and not by how much it changed.

`前年同期比` and `YoY` may head either of the two. The amounts beside such a column tell which it is; where there are
none to compare, a column all of whose figures may be such ratios is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import permutations

from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.languages import says
from iij_xbrl.reasons.tables import RatioToYearBefore
from iij_xbrl.relations.intervals import Interval

_HUNDRED = Interval.exactly(100)
_ONE = Interval.exactly(1)
_BESIDE = 8  # columns: how far the amounts are that a column compares
_LEAST = 50  # percent of the year before: what a ratio of two years is seldom below, and changes mostly are


def with_ratios_closed(table: FigureTable) -> FigureTable:
    """The table with the columns of changes closed that tell ratios to the year before."""
    if not any(column.role == "change" for column in table.columns):
        return table
    columns = tuple(
        replace(column, closed=RatioToYearBefore(_header(table, column))) if _is_ratio(table, column) else column
        for column in table.columns
    )
    return replace(table, columns=columns)


def _is_ratio(table: FigureTable, column: Column) -> bool:
    if column.role != "change" or column.closed:
        return False
    amounts = {
        item.index: item.period.period.end
        for item in table.columns
        if item.role == "value" and item.period and abs(item.index - column.index) <= _BESIDE
    }
    ratios = changes = 0
    told: list[RowFigure] = []
    for row in table.rows:
        figure = next((item for item in row.figures if item.column == column.index and not item.figure.dash), None)
        if figure is None or not _is_percent(column, figure):
            continue
        told.append(figure)
        quotients = list(_quotients(row, amounts))
        size = Interval.printed(figure.figure.value, figure.figure.places)
        is_change = any(size.meets((quotient - _ONE) * _HUNDRED) for quotient in quotients)
        is_ratio = any(size.meets(quotient * _HUNDRED) for quotient in quotients)
        changes += is_change and not is_ratio  # amounts of few digits may agree with both
        ratios += is_ratio and not is_change
    if ratios or changes:
        return ratios >= changes
    header = _header(table, column)
    may_be = says("headers.change_or_ratio", header) and not says("headers.change_in_words", header)
    return bool(told) and bool(may_be) and all(item.figure.value >= _LEAST for item in told)


def _header(table: FigureTable, column: Column) -> str:
    """All that the rows of a header say of a column, its unit too."""
    cells = (cells[column.index].text.plain for cells in table.headers if column.index < len(cells))
    return " ".join(" ".join(cells).split())


def _is_percent(column: Column, item: RowFigure) -> bool:
    return item.figure.percent or "%" in column.full_label or bool(column.unit and column.unit.percent)


def _quotients(row: TableRow, amounts: dict[int, date]) -> Iterator[Interval]:
    """The amounts of a row against those that end before them; `amounts` are the days on which those of columns end."""
    found = [
        item for item in row.figures if item.column in amounts and not item.figure.dash and not item.figure.problem
    ]
    for new, old in permutations(found, 2):
        base = Interval.printed(old.figure.value, old.figure.places)
        if amounts[new.column] > amounts[old.column] and base.low > 0:
            yield Interval.printed(new.figure.value, new.figure.places) / base
