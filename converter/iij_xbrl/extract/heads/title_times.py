"""Titles that say other years, or other days, than all columns below them: `(2009)` above `1H10 | 1H11`.

Over balances a day, and a time that is none of theirs, contradicts them: `as of June 30, 2011` above `March 31, 2011`
and `September 30, 2011`. One behind them all may be that on which they were told.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from iij_xbrl.extract.asides import ASIDE
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.partial_periods import months_counted, says_time_alone
from iij_xbrl.extract.times.periods import Calendar, Mention, Period, mentions
from iij_xbrl.extract.times.years_beside import is_of_other_years, months_alone
from iij_xbrl.extract.tokens import period_mentions
from iij_xbrl.languages import ENGLISH, says

_BEGINS = ENGLISH.patterns["passages.begins_with"]
_YEAR = 12  # months
_DAY_BEFORE = timedelta(days=1)


def titled_otherwise(periods: Sequence[Period], section: Section, calendar: Calendar) -> bool:
    """Whether the table's own title or caption says another time than that of all its columns."""
    if not periods:
        return False
    own = section.nearest_lines if section.own else ()
    named = [mention for text in own for mention in mentions(text, calendar)]
    if not named and any(is_of_other_years(text, periods, calendar) for text in own):
        return True
    if not any(period.start for period in periods) and _are_on_other_days(named, periods):
        return True
    asides = [part for text in own for part in ASIDE.findall(text)]
    lengths = filter(None, (says("headers.length_alone", part) for part in asides))
    if any(said["year"] for said in lengths) and not any(_is_long(period) for period in periods):
        return True
    aside = [item for part in asides for item in mentions(part, calendar)]
    days = [item for item in aside if not item.period.start and item.period.end.day > 1]
    if all(period.start for period in periods) and _are_on_other_days(days, periods):
        return True
    if not named and _are_other_months(own, periods):
        return True
    if any(_begins_elsewhere(text, periods, calendar) for text in own):
        return True
    above = section.lines[: -len(own)] if own else section.lines
    return any(_is_other_time(text, periods, calendar) for text in above[-1:])


def _begins_elsewhere(text: str, periods: Sequence[Period], calendar: Calendar) -> bool:
    """Whether a text says that its figures are from a day on with which a period does not begin."""
    told = [item for item in period_mentions(text, calendar) if _BEGINS.search(text[: item.start])]
    starts = {item.period.start or item.period.end for item in told if item.kind == "date" or item.period.months == 1}
    return bool(starts) and any(period.start and period.start not in starts for period in periods)


def _is_other_time(text: str, periods: Sequence[Period], calendar: Calendar) -> bool:
    """Whether a text that says a time alone says one that no period is of, has as a part, or has the length of."""
    found = mentions(text, calendar)
    spans = [item.period for item in found if item.kind == "duration"]
    if not says_time_alone(text, found):
        return False
    if spans:
        return not any(_shares(period, span) for period in periods for span in spans)
    lengths = set(months_counted(text, calendar))
    return bool(lengths) and not any(period.start is None or period.months in lengths for period in periods)


def _shares(period: Period, span: Period) -> bool:
    if period.start is None or span.start is None:
        return _is_at(period.end, span)
    return period.holds(span) or span.holds(period)


def _is_long(period: Period) -> bool:
    """Whether a period may be what is called annual: a year, or a balance, which is at the end of some."""
    return period.start is None or period.months >= _YEAR


def _are_on_other_days(named: Sequence[Mention], balances: Sequence[Period]) -> bool:
    """Whether no balance is of a day, or within a time, that texts name."""
    ends = [period.end for period in balances]
    told = [item for item in named if item.kind != "date" or item.period.end <= max(ends)]
    return bool(told) and not any(_is_at(end, item.period) for end in ends for item in told)


def _is_at(day: date, period: Period) -> bool:
    return day == period.end if period.start is None else period.start - _DAY_BEFORE <= day <= period.end


def _are_other_months(texts: Sequence[str], periods: Sequence[Period]) -> bool:
    """Whether texts write months, with which no period begins or ends, and one of which is over before the last."""
    months = {month for text in texts for month in months_alone(text)}
    edges = {day.replace(day=1) for period in periods for day in (period.start or period.end, period.end)}
    return bool(months) and months.isdisjoint(edges) and min(months) < max(period.end for period in periods)
