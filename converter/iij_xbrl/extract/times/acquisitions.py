"""On which day a business was acquired, as the text in front of a table tells: `On May 26, 2022, the Company acquired`.

For figures that nothing maps. What is told of another time, of none or of several acquisitions, `During 2023, the
Company completed acquisitions`, is of no known day, and so is what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from iij_xbrl.extract.times.periods import date_of, days_named
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, says

_ACQUIRED, _OTHERWISE = ENGLISH.patterns["sections.acquired_on"], ENGLISH.patterns["sections.acquired_otherwise"]


def day_acquired(texts: Iterable[str], before: date | None) -> date | None:
    """The day of the last acquisition that texts tell of; that `before` them where they tell of none."""
    day = before
    for text in map(narrow, texts):
        if not says("sections.acquisition", text):
            continue
        dated = list(_ACQUIRED.finditer(text))
        others = [match for match in _OTHERWISE.finditer(text) if not any(_meet(match, other) for other in dated)]
        last = max((*dated, *others), key=lambda match: match.start(), default=None)
        day = day if last is None else _day(last) if last in dated else None
    return day


def _meet(match: re.Match[str], other: re.Match[str]) -> bool:
    return match.start() < other.end() and other.start() < match.end()


def _day(match: re.Match[str]) -> date | None:
    (named,) = days_named(match["day"] or match["day2"] or match["day3"])
    return date_of(named, named.year)
