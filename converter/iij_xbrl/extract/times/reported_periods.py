"""The period that a Japanese document reports on, and heads that name it by no date: `前連結会計年度末`.

Its title says which it is. A part of a year that is not the reported one is of no known time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from iij_xbrl.extract.times.calendar import Calendar, Mention, Period, add_months, months_from, year_before
from iij_xbrl.languages import JAPANESE

_RELATIVE, _REPORTS = (JAPANESE.patterns[f"periods.{name}"] for name in ("relative", "reports"))
_NUMERALS = JAPANESE.numbers("numerals")
_ALONE, _YEAR_WORD = JAPANESE.words["quarter_alone"][0], JAPANESE.words["whole_year"][0]
_PREVIOUS = JAPANESE.words["previous"][0]
_YEAR, _QUARTER = 12, 3


def is_report_title(text: str) -> bool:
    """Whether a text in narrow forms is the title of a report on results."""
    return _REPORTS.search(text) is not None


def reported_by(titles: Iterable[tuple[Mention, ...]]) -> Period | None:
    """The period of the first title of a report that names just one."""
    named = ({mention.period for mention in found if mention.kind == "duration"} for found in titles)
    return next((next(iter(periods)) for periods in named if len(periods) == 1), None)


def relative_to(text: str, calendar: Calendar) -> Mention | None:
    """The period that a text in narrow forms names by its place before or in the reported one, and nothing else."""
    reported = calendar.reported
    match = _RELATIVE.fullmatch("".join(text.split())) if reported else None
    period = _named(match, reported) if match and reported else None
    if match is None or period is None:
        return None
    closed = Period(period.end) if match["close"] else period
    return Mention(0, len(text), closed, "instant" if match["close"] else "duration")


def _named(match: re.Match[str], reported: Period) -> Period | None:
    assert reported.start is not None
    is_previous = match["which"] == _PREVIOUS
    if match["span"] == _YEAR_WORD:
        return _year(reported, is_previous=is_previous) if not match["quarter"] else None
    if not match["quarter"]:
        return None
    count = _NUMERALS.get(match["quarter"]) or int(match["quarter"])
    if reported.months != count * _QUARTER:
        return None
    start = add_months(reported.start, (count - 1) * _QUARTER) if match["span"] == _ALONE else reported.start
    period = Period(reported.end, start)
    return year_before(period) if is_previous else period


def _year(reported: Period, *, is_previous: bool) -> Period | None:
    """The fiscal year before the one of the reported period, or that year where it is over."""
    assert reported.start is not None
    if is_previous:
        first = add_months(reported.start, -_YEAR)
        return Period(reported.start - timedelta(days=1), first)
    return reported if reported == months_from(reported.start, _YEAR) else None
