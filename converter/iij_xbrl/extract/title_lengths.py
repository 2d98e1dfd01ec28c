"""Titles that say another length than the columns below them: `... for the Nine Months` above `3Q10 | 3Q11`.

Some issuers call nine months `3Q`. Where all columns are the same quarter and a title says that more months are meant,
the two contradict each other, unless the document defines the name (then the quarter is none any more).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from iij_xbrl.extract.partial_periods import months_said
from iij_xbrl.extract.periods import Calendar, Mention, Period, mentions

_QUARTER = 3


def contradicts(
    periods: Iterable[Period], titles: Sequence[str], captions: Sequence[Mention], calendar: Calendar
) -> bool:
    """Whether columns that are all the same quarter stand below words for a longer period; the nearest words count.

    `titles` stand above the table, the nearest last; `captions` are the periods that its caption names.
    """
    quarters = {(period.end.month, period.months) for period in periods}
    if len(quarters) != 1 or next(iter(quarters))[1] != _QUARTER:
        return False
    (month, _), *_ = quarters
    for text in reversed(titles):
        said = set(months_said(text, calendar)) | _ending(mentions(text, calendar), month)
        if said:
            return _QUARTER not in said
    said = _ending(captions, month)
    return bool(said) and _QUARTER not in said


def _ending(found: Iterable[Mention], month: int) -> set[int]:
    """The lengths of durations that end in a month."""
    return {item.period.months for item in found if item.kind == "duration" and item.period.end.month == month}
