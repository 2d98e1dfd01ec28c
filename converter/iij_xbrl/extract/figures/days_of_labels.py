"""Balances of days that labels name without a year, or more than one of: `At 1 October`, `At 1 July and 30 June`.

For figures that nothing maps. What is of a day is of no longer time, whatever the column says.
"""

from __future__ import annotations

import re
from datetime import timedelta

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.languages import ENGLISH, says

_DAY = timedelta(days=1)
_NUMBERS = ENGLISH.numbers("months")
_MORE = re.compile(r"\w")


def names_day(label: str) -> bool:
    """Whether a label is that of a balance of a day."""
    return says("units.at_day", label) is not None


def of_day(label: str, period: Period) -> Period | None:
    """The balance at the end of a period, or before it begins, where a label names that day and nothing else.

    Of a whole year both are the same day of the year, and that of its own end is meant.
    """
    named = says("units.at_day", label)
    if named is None or period.start is None or _MORE.search(label[named.end() :]):
        return None
    said = _NUMBERS[(named["month"] or named["month2"]).lower()], int(named["day"] or named["day2"])
    if said == (period.end.month, period.end.day):
        return Period(period.end)
    is_before = any(said == (day.month, day.day) for day in (period.start - _DAY, period.start))
    return Period(period.start - _DAY) if is_before else None
