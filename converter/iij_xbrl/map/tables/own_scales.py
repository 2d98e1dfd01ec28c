"""Whether a scale that a cell says beside its figure, `45.8bn` in a column of millions, is what the figure is in.

The cell and its column contradict each other, so that others must show it: by the cell's scale the figure is of the
size of those beside it, which print none, and by its column's it is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from iij_xbrl.extract.cells import Figure
from iij_xbrl.extract.headers import Column
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable

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
    return _any_near(said, among, _FAR) and bool(figure.places) and all(size == int(size) for size in among)


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
