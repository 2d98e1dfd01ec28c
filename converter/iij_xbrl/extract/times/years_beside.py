"""Years and months that texts write beside the periods that they name: `(2009)`, `'09`, `March 2010`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from iij_xbrl.extract.asides import ASIDE
from iij_xbrl.extract.times.calendar import add_months
from iij_xbrl.extract.times.periods import Calendar, Period, days_named, mentions
from iij_xbrl.languages import ENGLISH

YEAR = re.compile(r"(?<![\d.,])(?:(?:19|20)\d\d(?![\d/-]|[.,]\d)|['’‘](?P<short>\d\d)(?!\w))")
_MONTH = ENGLISH.patterns["headers.month_alone"]
_STEMS = tuple(ENGLISH.words["month_stems"])
_CENTURY = 2000
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 100  # what has more is no year of two digits


def years_written(text: str) -> Iterator[int]:
    """The years that a text writes, with four digits or as `'09`."""
    for match in YEAR.finditer(text):
        yield _CENTURY + int(match["short"]) if match["short"] else int(match[0])


def years_of(period: Period, calendar: Calendar) -> set[int]:
    """The years that a period may be said to be in: those of its days, and its fiscal year by its first or last one."""
    fiscal = calendar.year_of(period.end)
    return {(period.start or period.end).year, period.end.year, fiscal, fiscal + 1}


def is_of_other_years(text: str, periods: Iterable[Period], calendar: Calendar) -> bool:
    """Whether a text that names no period writes years, of which no period is."""
    years = set() if mentions(text, calendar) else set(years_written(text))
    return bool(years) and not any(years & years_of(period, calendar) for period in periods)


def months_alone(text: str) -> Iterator[date]:
    """The first day of each month of a year that a text is, or that stands alone in brackets in it."""
    for part in (text, *ASIDE.findall(text)):
        if _MONTH.fullmatch(part) and not days_named(part):
            (year,), (word, *_) = map(int, _DIGITS.findall(part)), _WORD.findall(part)
            yield date(year + _CENTURY if year < _LONG else year, _STEMS.index(word[:3].casefold()) + 1, 1)


def month_ended(first: date) -> date:
    """The last day of the month that begins on a day."""
    return add_months(first, 1) - timedelta(days=1)
