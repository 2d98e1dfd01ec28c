"""Tables of what years to come bring: payments that fall due, amortization that is expected.

They are told as of the last day that is reported on, whatever years their rows or columns name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import Mention, Period
from iij_xbrl.languages import says

_MONTHS_OF_YEAR = 12
_SEVERAL = 2
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def reported_end(tables: Iterable[FigureTable]) -> date | None:
    """The last day that is reported on: the latest one of most tables, where one with durations has it too."""
    found = [[column.period.period for column in table.columns if column.period] for table in tables]
    ends = Counter(max(period.end for period in periods) for periods in found if periods)
    spanned = {period.end for periods in found for period in periods if period.start}
    return min(ends.keys() & spanned, key=lambda day: (-ends[day], day), default=None)


def of_years_to_come(table: FigureTable, end: date | None) -> Mention | None:
    """The day as of which a table says what years to come bring, in rows or in columns that are headed by years alone.

    Columns may name the last days of such years, `Years ending June 30, 2026`; None where one names another period.
    `end` is the last day that is reported on.
    """
    if end is None or any(column.period and not _is_ahead(column.period, end) for column in table.columns):
        return None
    rows = [row.printed_label for row in table.rows if row.figures]
    heads = [str(column.period.period.end.year) if column.period else column.full_label for column in table.columns]
    if any(_are_to_come(labels, end) for labels in (rows, heads)):
        return Mention(0, 0, Period(end), "instant")
    return None


def _is_ahead(mention: Mention, end: date) -> bool:
    period = mention.period
    is_rest = period.start is not None and period.start > end and period.months < _MONTHS_OF_YEAR
    return period.end > end and (is_rest or period.months == _MONTHS_OF_YEAR)


def _are_to_come(labels: Sequence[str], end: date) -> bool:
    """Whether labels name years behind a day, one after the other; the year of the day may be one, with what follows.

    `2025 (remaining six months)`, `2026`, `2027 and 2028`, `Thereafter`.
    """
    named = [label for label in labels if says("periods.year_to_come", label)]
    years = [int(year) for label in named for year in _YEAR.findall(label)[:1]]
    if len(years) < _SEVERAL or years != sorted(set(years)):
        return False
    is_rest = any(says("periods.rest_of_years", label) for label in labels)
    return years[0] > end.year or (years[0] == end.year and is_rest)
