"""On which day a business was acquired, as the text in front of a table tells: `On May 26, 2022, the Company acquired`.

For figures that nothing maps. What is told of another time, `During 2023, the Company completed acquisitions`, is of no
known day, and so is what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from iij_xbrl.extract.periods import date_of, days_named
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, says

_ACQUIRED, _OTHERWISE = ENGLISH.patterns["sections.acquired_on"], ENGLISH.patterns["sections.acquired_otherwise"]


def day_acquired(texts: Iterable[str], before: date | None) -> date | None:
    """The day of the last acquisition that texts tell of; that `before` them where they tell of none."""
    day = before
    for text in texts:
        if not says("sections.acquisition", text):
            continue
        told = [(match.start(), _day(match)) for match in _ACQUIRED.finditer(narrow(text))]
        told += [(match.start(), None) for match in _OTHERWISE.finditer(narrow(text))]
        day = max(told, key=lambda item: item[0])[1] if told else day
    return day


def _day(match: re.Match[str]) -> date | None:
    (named,) = days_named(match["day"] or match["day2"] or match["day3"])
    return date_of(named, named.year)
