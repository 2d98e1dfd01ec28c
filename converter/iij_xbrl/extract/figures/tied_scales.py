"""The scale of tables that state none, in documents that state one scale and print its figures there again.

Notes may leave out what the statements in front of them state. A table that has a figure of theirs, of the same day,
is in their scale; where several tables have, so are the others with signs of a currency, but those with larger figures
than any statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from iij_xbrl.extract.tables import FigureTable

_SEVERAL = 3  # tables
_FEW = 10  # no more than one of so many
_LEAST = Decimal(1000)  # from which on the same figure of the same day is no chance


def tied_scales(tables: Sequence[FigureTable], scales: Mapping[int, int | None]) -> dict[int, int]:
    """The scales of the tables that state none, by their numbers; `scales` are those that the others state.

    Where the tables of a document state several scales, it has none for those that state nothing.
    """
    scale = _scale_of_all(scales)
    if scale is None:
        return {}
    stating = [table for table in tables if scales[table.number] == scale]
    printed = {figure for table in stating for figure in _figures(table)}
    largest = max((value for table in stating for value in _signed(table)), default=Decimal(0))
    lacking = [table for table in tables if scales[table.number] is None and table.number > stating[0].number]
    lacking = [table for table in lacking if all(value <= largest for value, _ in _figures(table))]
    tied = {table.number for table in lacking if any(figure in printed for figure in _figures(table))}
    if len(tied) >= _SEVERAL:
        tied |= {table.number for table in lacking if any(_signed(table))}
    return dict.fromkeys(tied, scale)


def _signed(table: FigureTable) -> Iterator[Decimal]:
    """The figures of a table with the sign of a currency."""
    figures = (item.figure for row in table.rows for item in row.figures)
    return (abs(figure.value) for figure in figures if figure.unit and figure.unit.currency)


def _scale_of_all(scales: Mapping[int, int | None]) -> int | None:
    """The one scale that nearly all tables state which state any."""
    stated = Counter(scale for scale in scales.values() if scale is not None)
    (scale, count), *_ = stated.most_common(1) or [(0, 0)]
    is_of_all = count >= _SEVERAL and (stated.total() - count) * _FEW <= stated.total()
    return scale if scale and is_of_all else None


def _figures(table: FigureTable) -> Iterator[tuple[Decimal, date]]:
    """The figures of a table that tell by themselves which they are, with the last days of their columns.

    A balance below a year alone has the last day of that year.
    """
    ends = {column.index: column.period.period.end for column in table.columns if column.period}
    for row in table.rows:
        for item in row.figures:
            value, end = abs(item.figure.value), ends.get(item.column)
            if end and value >= _LEAST and not item.figure.percent:
                yield value, end
