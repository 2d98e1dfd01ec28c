"""Columns headed by years before and after the one that the document reports on: `前期 | 当期 | 次期予想`.

The title of the document says which year that is. A table below a title of another year is of the years around that
one, and which they are is not said; of a part of a year, `当期` may be the part or the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from iij_xbrl.extract.heads.column_heads import Head
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.calendar import Calendar, Mention, Period, add_months, months_from
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE

_RELATIVE_YEAR = JAPANESE.patterns["headers.relative_year"]
_ANY_PART = JAPANESE.patterns["periods.any_part"]
_YEAR = 12  # months


def relative_years(values: Sequence[Head], section: Section, calendar: Calendar) -> dict[int, Mention]:
    """The periods of such columns by their numbers; all of them or none."""
    reported = calendar.reported
    if reported is None or reported.start is None or reported.months != _YEAR:
        return {}
    if any(_ANY_PART.search(narrow(title)) for title in section.nearest):
        return {}
    found: dict[int, Mention] = {}
    years: dict[int, Period] = {}
    for head in values:
        match = None if head.mention else _RELATIVE_YEAR.fullmatch(narrow("".join(head.fragment.split())))
        if match is None:
            return {}
        distance = -1 if match["before"] else 1 if match["after"] else 0
        years[distance] = year = months_from(add_months(reported.start, distance * _YEAR), _YEAR)
        period = Period(year.end) if match["close"] else year
        found[head.index] = Mention(0, 0, period, "instant" if match["close"] else "duration")
    if len({mention.period for mention in found.values()}) != len(found):
        return {}
    told = {years[distance] for distance in (0, 1) if distance in years}
    is_of_other = any(_year_of(mention, reported) not in told for mention in section.captions)
    return {} if is_of_other else found


def _year_of(mention: Mention, reported: Period) -> Period:
    """The year that ends with a period of a caption."""
    assert reported.start is not None
    first = mention.period.end + timedelta(days=1)
    return Period(mention.period.end, add_months(first, -_YEAR)) if mention.period.is_instant else mention.period
