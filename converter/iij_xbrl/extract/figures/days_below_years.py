"""Rows that name days without their years, below columns that are headed by years alone.

`Balance at January 1`, `Payments`, `Balance at June 30` below `2025 | 2024`: each column is of the time between the two
days of its year. For figures that nothing maps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.partial_periods import YEAR, day_said
from iij_xbrl.extract.times.periods import Period

_DAY = timedelta(days=1)
_MARK = re.compile(r"\s*\(\w{1,2}\)\s*$")
_Day = tuple[int, int]


def days_below_years(table: FigureTable, end: date | None) -> Mapping[tuple[int, int], Period]:
    """The periods of rows that days without years open, close or lie between, by positions of rows and columns.

    Empty where columns are headed by anything but years, or the last of these days is not `end`, the last one that is
    reported on.
    """
    years = {column.index: column.full_label.strip() for column in table.columns if column.role == "value"}
    is_of_years = years and all(map(YEAR.fullmatch, years.values())) and not any(c.period for c in table.columns)
    if end is None or not is_of_years or str(end.year) != max(years.values()):
        return {}
    spans = list(_spans([day_said(_MARK.sub("", row.printed_label)) for row in table.rows]))
    if not spans or {closing for _, _, _, closing in spans} != {(end.month, end.day)}:
        return {}
    found: dict[tuple[int, int], Period] = {}
    for first, opening, last, closing in spans:
        for column, year in years.items():
            closed, opened = _dated(int(year), closing), _dated(int(year) - (opening > closing), opening)
            if closed is None or opened is None:
                continue
            begin = opened if opened.day == 1 else opened + _DAY
            found[first, column] = Period(begin - _DAY)
            found[last, column] = Period(closed)
            found |= {(at, column): Period(closed, begin) for at in range(first + 1, last)}
    return found


def _spans(days: Sequence[_Day | None]) -> Iterator[tuple[int, _Day, int, _Day]]:
    """The positions and the days of rows that open and close, one pair after the other."""
    opened: tuple[int, _Day] | None = None
    for at, day in enumerate(days):
        if day is None:
            continue
        if opened is None:
            opened = (at, day)
        else:
            yield *opened, at, day
            opened = None


def _dated(year: int, day: _Day) -> date | None:
    try:
        return date(year, *day)
    except ValueError:
        return None
