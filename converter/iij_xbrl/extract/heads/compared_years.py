"""Headers of changes that name the years that they compare: `% change '23 vs. '22`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from iij_xbrl.extract.heads.column_heads import Head
from iij_xbrl.extract.times.calendar import month_closed
from iij_xbrl.extract.times.periods import Mention

_COMPARED = re.compile(r"(?:\b(?:19|20)|['’‘])(\d\d)\b")
_CENTURY, _TWO = 100, 2


def compares_others(head: Head, current: Mention | None) -> bool:
    """Whether a header of changes names other years than the latest: `% change '23 vs. '22`."""
    years = _COMPARED.findall(head.fragment)
    return bool(years and current and int(years[0]) != _year_of(current))


def _year_of(mention: Mention) -> int:
    """The last two digits of the year that a period closes; one of weeks may end a few days behind it."""
    return month_closed(mention.period.end).year % _CENTURY


def compared(head: Head, periods: Mapping[int, Mention]) -> Mention | None:
    """The period whose change against an earlier one a header names by years: 2023 of `% change '23 vs. '22`."""
    years = [int(year) for year in _COMPARED.findall(head.fragment)]
    found = {mention.period: mention for mention in periods.values() if _year_of(mention) == years[0]}
    is_known = len(years) == _TWO and years[1] < years[0] and len(found) == 1
    return next(iter(found.values())) if is_known else None
