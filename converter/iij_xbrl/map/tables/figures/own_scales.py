"""Whether a scale or currency that a cell says beside its figure is what the figure is in.

The cell and its column contradict each other, so that others must show it. `45.8bn` in a column of millions: by the
cell's scale the figure is of the size of those beside it, which print none, and by its column's it is not. `US$16.7` in
a column of yen: all amounts of its row say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.reasons.tables import CurrenciesContradict

_NAMED = re.compile(r"(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])")
_SEVERAL = 2
_NEAR, _FAR = 20, 200  # times a figure of the same row, and one of the same column


def is_of_own_scale(table: FigureTable, column: Column, row: TableRow, figure: Figure) -> bool:
    """Whether the scale beside a figure is shown to be its own."""
    own = figure.unit.scale if figure.unit else None
    if own is None or column.unit is None or column.unit.scale is None or own <= column.unit.scale:
        return False
    printed = abs(figure.value)
    said = printed.scaleb(own - column.unit.scale)
    beside = list(_plain(table, row, column))
    if beside:
        return _any_near(said, beside, _NEAR) and not _any_near(printed, beside, _NEAR)
    among = [size for other in table.rows for size in _plain(table, other, column, only=True)]
    among = among or [size for other in table.rows for size in _plain(table, other, column)]
    return _any_near(said, among, _FAR) and bool(figure.places) and all(size == int(size) for size in among)


def currency_of(table: FigureTable, column: Column, row: TableRow, figure: Figure) -> str | None:
    """The currency of an amount in a column that says another one; None where it is the column's.

    It is the cell's where all amounts of the row name it by its code or country, and print digits behind a point where
    others of the table do not: `US$10.9 | US$16.7`. Raises Unmapped where cells and columns contradict each other.
    """
    meant = column.unit.currency if column.unit else None
    own = figure.unit.currency if figure.unit else None
    if meant is None or (own is None and column.role != "value"):
        return None
    amounts = list(_amounts(table, row))
    said = {item.unit.currency for item in amounts if item.unit and item.unit.currency}
    if not said - {meant}:
        return None
    texts = {text.span.text_key: text.plain for text in row.cells}
    is_named = all(_NAMED.search(texts.get(item.span.text_key, "")) and item.places for item in amounts)
    others = (size for other in table.rows for size in _plain(table, other, column))
    if own is None or len(amounts) < _SEVERAL or not is_named or any(size != int(size) for size in others):
        if own == meant:
            return None
        raise Unmapped(CurrenciesContradict(own or next(iter(said - {meant})), meant))
    return own if said == {own} else None


def _amounts(table: FigureTable, row: TableRow) -> Iterator[Figure]:
    for item in row.figures:
        column = None if item.figure.percent or item.figure.dash else table.column(item.column)
        if column and column.role == "value":
            yield item.figure


def _plain(table: FigureTable, row: TableRow, column: Column, *, only: bool = False) -> Iterator[Decimal]:
    """The sizes of sound figures of a row in columns of the same unit that say no scale themselves."""
    for item in row.figures:
        other = table.column(item.column)
        is_like = other is not None and other.role == column.role and other.unit == column.unit
        if is_like and (not only or item.column == column.index) and _is_plain(item.figure):
            yield abs(item.figure.value)


def _is_plain(figure: Figure) -> bool:
    return not (figure.dash or figure.percent or figure.problem or figure.measure or figure.unit) and bool(figure.value)


def _any_near(size: Decimal, others: list[Decimal], times: int) -> bool:
    return any(_is_near(size, other, times) for other in others)


def _is_near(size: Decimal, other: Decimal, times: int) -> bool:
    return size <= other * times and other <= size * times
