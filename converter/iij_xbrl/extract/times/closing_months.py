"""Heads that name years by the month in which they close: `決算年月 | 2019年3月 | 2020年3月`.

The row above may say of a column that it is a part of a year: `第80期中` closes a half of the eightieth. A column of
which it says anything else is of no known time, and where years close in more than one month, none is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from iij_xbrl.extract.times.calendar import Calendar, Period, months_to
from iij_xbrl.extract.times.japanese_periods import closing_month
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.read.document import Table
from iij_xbrl.read.slots import grid_of

_LABEL, _NUMBER, _HALF_OF = (
    JAPANESE.patterns[f"headers.{name}"] for name in ("closing_month", "number_of_year", "half_of_year")
)
_HEADS = 4  # rows
_YEAR, _HALF = 12, 6


def with_closing_months(calendar: Calendar, table: Table) -> Calendar:
    """The calendar with the periods that heads of a table name by their last month alone; as it is where none does."""
    rows = table.rows[:_HEADS]
    at = next((at for at, row in enumerate(rows) if _LABEL.fullmatch(_plain(row.cells[0].text.plain))), None)
    if at is None:
        return calendar
    slots = grid_of([row.cells for row in rows[: at + 1]])
    grid = [[_plain(slot.cell.text.plain) if slot else "" for slot in row] for row in slots]
    found = frozenset(_closings(grid[at], grid[:at], calendar))
    months = {(period.months, period.end.month) for period in found}
    return replace(calendar, closings=found) if len(months) == len({length for length, _ in months}) else calendar


def _closings(row: Sequence[str], above: Sequence[Sequence[str]], calendar: Calendar) -> Iterator[Period]:
    for at, text in enumerate(row[1:], 1):
        end = closing_month(text, calendar)
        over = next((cells[at] for cells in reversed(above) if at < len(cells) and cells[at]), "")
        months = _HALF if _HALF_OF.fullmatch(over) else _YEAR if not over or _NUMBER.fullmatch(over) else 0
        if end and months:
            yield months_to(end, months)


def _plain(text: str) -> str:
    return "".join(narrow(text).split())
