"""Years that stand in a column of their own behind the labels, below `Three Months Ended March 31`.

Each figure of such a row is of the part of that year which the header of its column leads to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from iij_xbrl.extract.cells import Cell
from iij_xbrl.extract.partial_periods import YEAR, of_year
from iij_xbrl.extract.periods import Calendar, Mention
from iij_xbrl.extract.rows import RowFigure, TableRow

_SEVERAL = 2  # rows


def year_column(header: Sequence[Sequence[Cell]], body: Sequence[Sequence[Cell]]) -> int | None:
    """The column right behind the labels that has no header and holds years alone; None where there is none."""
    if any(len(cells) > 1 and cells[1].text.plain.strip() for cells in header):
        return None
    texts = [text for cells in body if len(cells) > 1 and (text := cells[1].text.plain.strip())]
    return 1 if len(texts) >= _SEVERAL and all(map(YEAR.fullmatch, texts)) else None


def with_years_of_rows(
    rows: Sequence[TableRow], header: Sequence[Sequence[Cell]], column: int, calendar: Calendar
) -> tuple[TableRow, ...]:
    """The rows without the figures of a column of years, which are those of the others where headers lead to them."""
    over = {index: _over(header, index) for row in rows for index in (item.column for item in row.figures)}
    return tuple(_with_year(row, over, column, calendar) for row in rows)


def _over(header: Sequence[Sequence[Cell]], index: int) -> list[str]:
    """The texts over a column, the nearest first."""
    cells = (cells[index] for cells in reversed(header) if len(cells) > index)
    return [(cell.over or cell.text).plain for cell in cells]


def _with_year(row: TableRow, over: Mapping[int, Sequence[str]], column: int, calendar: Calendar) -> TableRow:
    year = row.cells[column - 1].plain.strip() if len(row.cells) >= column else ""
    figures = tuple(item for item in row.figures if item.column != column)
    if year:
        figures = tuple(_of(item, of_year(year, over[item.column], calendar)) for item in figures)
    return replace(row, figures=figures)


def _of(item: RowFigure, mention: Mention | None) -> RowFigure:
    return replace(item, figure=replace(item.figure, mention=mention)) if mention else item
