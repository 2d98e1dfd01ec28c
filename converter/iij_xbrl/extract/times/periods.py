"""How releases write periods: `Six Months Ended September 30, 2011`, `as of Sep. 30, 2012`, `1H11`, `2Q FY2011`.

Period names count from the start of the issuer's fiscal year, which the taxonomy states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from iij_xbrl.extract.times.calendar import (
    YEARS,
    Calendar,
    Mention,
    Period,
    add_months,
    months_from,
    months_to,
    since_close,
    year_before,
)
from iij_xbrl.extract.times.interim_periods import with_interim
from iij_xbrl.extract.times.japanese_periods import japanese_mentions
from iij_xbrl.extract.times.period_names import named, part_of_year, year_of
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE

__all__ = [
    "Calendar",
    "Mention",
    "Period",
    "mentions",
    "months_from",
    "months_to",
    "year_before",
]

_MONTHS = ENGLISH.numbers("months")
COUNT_WORDS = ENGLISH.numbers("counts")
ORDINALS = ENGLISH.numbers("ordinals")
_SIZES = ENGLISH.numbers("sizes")
_WEEKS = ENGLISH.numbers("week_names")
_PATTERNS = ENGLISH.patterns
_DATE, _LEAD, _JOINT, _YEAR_ONLY, _TO, _PART_IN_FRONT, _PART_WORD = (
    _PATTERNS[f"periods.{name}"]
    for name in (*("date", "lead", "joint", "year_only", "until", "part_in_front", "part_word"),)
)
_FISCAL, _YEAR_ALONE = _PATTERNS["periods.fiscal"], _PATTERNS["periods.year_alone"]
_WITHOUT_DAY = _PATTERNS["periods.without_day"]
_CALENDAR_PART = _PATTERNS["periods.calendar_part"]
_MONTHS_OF_YEAR = _PATTERNS["periods.months_of_year"]
_MONTHS_IN_FRONT, _PART_JOINED = _PATTERNS["periods.months_in_front"], _PATTERNS["periods.part_joined"]
_TWO_COUNTS = _PATTERNS["periods.two_counts"]
_BALANCE_NAME = _PATTERNS["periods.balance_of_name"]
_DIGIT = re.compile(r"\d")
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_QUARTER, _YEAR, _FAR = 3, 12, 60
_AHEAD = 100  # characters, more than the words have that lead to a date: a text is not searched anew for each


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day in a text, from `start` to `end`, with or without its year."""

    start: int
    end: int
    month: int
    day: int
    year: int | None


def days_named(text: str, *, month_first: bool = False) -> list[NamedDay]:
    """The days of a text; `month_first` tells which number of 7/1/2025 is the month, where the numbers do not."""
    found = []
    for match in _DATE.finditer(text):
        month = match["month"] or match["month2"]
        number = _MONTHS[month.lower()] if month else int(match["month3"] or match["month4"])
        year = match["year"] or match["year2"] or match["year3"] or match["year4"]
        day = int(match["day"] or match["day2"] or match["day3"] or match["day4"])
        if match["month4"] and not (month_first or number == day or day > _YEAR):
            continue  # 7/1/2025 may be of July or of January
        found.append(NamedDay(match.start(), match.end(), number, day, int(year) if year else None))
    return found


def last_day(text: str) -> tuple[int, int] | None:
    """The month and the day of the last date of a text, with or without its year."""
    found = days_named(text)
    return (found[-1].month, found[-1].day) if found else None


def date_of(day: NamedDay, year: int | None) -> date | None:
    """The day of a year; None where it is none, or no year is known."""
    if year is None or year not in YEARS:
        return None
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None


def mentions(text: str, calendar: Calendar) -> tuple[Mention, ...]:
    """All periods in a plain text, in order.

    `Six Months ended September 30, 2010 and September 30, 2011` gives two durations; in `March 31 and September 30,
    2011` the year belongs to both dates. A date without a year anywhere is not a period.
    """
    if not _DIGIT.search(text) and (text.isascii() or not JAPANESE.script.search(text)):
        return ()  # most texts: no period is named in Latin letters alone
    return _mentions(text, calendar)


def without_mentions(text: str, named: Sequence[Mention], gap: str = "") -> str:
    """A text without periods that it names, given in their order; `gap` stands in the place of each."""
    for mention in reversed(named):
        text = text[: mention.start] + gap + text[mention.end :]
    return text


@lru_cache(maxsize=4096)  # cells, headers and titles of a page say the same again and again
def _mentions(text: str, calendar: Calendar) -> tuple[Mention, ...]:
    text = narrow(text)
    by_days = dated(text, month_first=calendar.month_first)
    by_days = tuple(with_interim(item, text, calendar) for item in by_days)
    whole = (replace(item, period=period) for item in by_days if (period := _whole(item, calendar)))
    found = [*whole, *_without_day(text), *_whole_months(text), *named(text, calendar), *_fiscal(text, calendar)]
    found += _of_calendar_years(text, calendar)
    found.sort(key=lambda mention: mention.start)
    english = tuple(_parts_of_years(text, found))
    if text.isascii() or not JAPANESE.script.search(text):
        return english
    japanese = japanese_mentions(text, calendar)
    taken = [(mention.start, mention.end) for mention in japanese]
    apart = (item for item in english if not any(item.start < end and start < item.end for start, end in taken))
    return tuple(sorted((*japanese, *apart), key=lambda mention: mention.start))


def _whole(mention: Mention, calendar: Calendar) -> Period | None:
    """The period of a mention, from the day on which it begins; one whose weeks are counted has it already."""
    return mention.period if mention.in_weeks else in_weeks(mention.period, calendar)


def in_weeks(period: Period, calendar: Calendar) -> Period | None:
    """A duration from the day on which it starts, where the document counts in weeks; None where that is not known."""
    closed = since_close(period, calendar.closes)
    return calendar.weeks.span(closed) if calendar.weeks and closed == period else closed


def _parts_of_years(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, where a year in them is one of whose part the text speaks: `first half of the year ending ...`."""
    previous = 0
    for mention in found:
        before = max(previous, mention.start - _FAR)
        if mention.kind == "duration" and mention.period.months < _YEAR:
            if _PART_JOINED.search(text, before, mention.start):
                continue  # `Second Quarter and First Half of FY2011`
        elif mention.period.months == _YEAR:
            part = _PART_IN_FRONT.search(text, before, mention.start)
            if part and _PART_JOINED.search(text, before, part.start()):
                continue  # `Full Year and Fourth Quarter Results for the Fiscal Year ...`
            if part and (part["name"] or _MONTHS_IN_FRONT.search(part["part"])):
                mention = _part_of(part, mention)
            elif _PART_WORD.search(text, before, mention.start):
                continue  # some part of that year, and which is not understood
        previous = mention.end
        yield mention


def _part_of(match: re.Match[str], year: Mention) -> Mention:
    months = _SIZES[match["part"].split()[0].casefold()]
    order = ORDINALS[(match["name"] or "first").casefold()] - 1
    assert year.period.start is not None
    period = months_from(add_months(year.period.start, order * months), months)
    return Mention(match.start(), year.end, period, "duration")


@lru_cache(maxsize=4096)  # several rules ask for the periods of one label or header
def dated(text: str, *, month_first: bool = False) -> tuple[Mention, ...]:
    """The periods of a text that are named by days, in months of the calendar."""
    return tuple(_mentions_of_days(text, month_first=month_first))


def _mentions_of_days(text: str, *, month_first: bool) -> Iterator[Mention]:
    days = days_named(text, month_first=month_first)
    lead = start = None
    previous_end = 0
    skip = False
    for position, day in enumerate(days):
        if skip:
            skip, previous_end = False, day.end
            continue
        following = days[position + 1] if position + 1 < len(days) else None
        joined = position > 0 and _JOINT.fullmatch(text, previous_end, day.start)
        match = _lead(text, previous_end, day.start)
        if match:
            lead, start = match, match.start()
        elif not joined:
            lead, start = None, day.start
        begin = start if start is not None and not joined else day.start
        previous_end = day.end
        if following and _TO.fullmatch(text, day.end, following.start):
            last = date_of(following, following.year)
            first = date_of(day, day.year or following.year)
            if first and last and first <= last:
                yield Mention(begin, following.end, Period(last, first), "duration")
                skip = True
                continue
        year = day.year
        if year is None and following and _JOINT.fullmatch(text, day.end, following.start):
            year = following.year
        end = date_of(day, year)
        if end:
            yield _dated_mention(begin, day.end, end, lead)
        other = _YEAR_ONLY.match(text, day.end)
        again = date_of(day, int(other.group(1))) if other and day.year else None
        if other and again:
            yield _dated_mention(other.start(1), other.end(1), again, lead)


def _without_day(text: str) -> Iterator[Mention]:
    """`nine months ended December 2009`: up to the last day of that month."""
    for match in _WITHOUT_DAY.finditer(text):
        if not _TWO_COUNTS.search(text, max(match.start() - _AHEAD, 0), match.start()):
            months = COUNT_WORDS[match["count"].lower()] if match["count"] else _YEAR
            following = add_months(date(int(match["ending"]), _MONTHS[match["month"].lower()], 1), 1)
            yield Mention(match.start(), match.end(), months_to(following - _DAY, months), "duration")


def _whole_months(text: str) -> Iterator[Mention]:
    """`Apr-Sep 2010`: from the first day of a month to the last of a later one, or of the same."""
    for match in _MONTHS_OF_YEAR.finditer(text):
        first, last = _MONTHS[match["first"].lower()], _MONTHS[match["last"].lower()]
        if first <= last:
            period = months_from(date(int(match["year"]), first, 1), last - first + 1)
            yield Mention(match.start(), match.end(), period, "duration")


def _lead(text: str, begin: int, end: int) -> re.Match[str] | None:
    """What leads to a date; nothing where it is two things at once (`three months and six months ended`)."""
    match = _LEAD.search(text, max(begin - _AHEAD, 0), end)
    if match is None or match.start() < begin or _TWO_COUNTS.search(text, begin, match.start()):
        return None
    return match


def _dated_mention(start: int, stop: int, end: date, lead: re.Match[str] | None) -> Mention:
    if lead and lead["count"]:
        return Mention(start, stop, months_to(end, COUNT_WORDS[lead["count"].lower()]), "duration")
    if lead and lead["weeks"]:
        return Mention(start, stop, weeks_to(end, lead["weeks"]), "duration", in_weeks=True)
    if lead and lead["quarter"]:
        return Mention(start, stop, months_to(end, _QUARTER), "duration")
    if lead and lead["half"]:
        return Mention(start, stop, months_to(end, 6), "duration")
    if lead and lead["year"]:
        return Mention(start, stop, months_to(end, 12), "duration")
    return Mention(start, stop, Period(end), "instant" if lead and lead["instant"] else "date")


def weeks_to(end: date, count: str) -> Period:
    """The weeks up to a day, as many as a word or a number counts."""
    return Period(end, end - (_WEEKS.get(count.lower()) or int(count)) * _WEEK + _DAY)


def _of_calendar_years(text: str, calendar: Calendar) -> Iterator[Mention]:
    """`Second Quarter 2022`, `Q2 '22` of a company whose years are those of the calendar, where it has ended."""
    for match in _CALENDAR_PART.finditer(text) if calendar.in_calendar_years else ():
        year = year_of(match["year"] or match["in_front"] or match["short"])
        if match["ordinal"]:
            period = part_of_year(match["part"][0], ORDINALS[match["ordinal"].lower()], str(year), calendar)
        else:
            period = part_of_year(
                "q", int(match["behind"] or match["quarter"] or match["quarter2"]), str(year), calendar
            )
        if period and not (calendar.latest and period.end > calendar.latest):
            yield Mention(match.start(), match.end(), period, "duration")


def _fiscal(text: str, calendar: Calendar) -> Iterator[Mention]:
    """`fiscal 2025, 2024 and 2023` where the document itself says when its years end."""
    for match in _FISCAL.finditer(text) if calendar.closes and not calendar.is_known else ():
        lead = _BALANCE_NAME.search(text, max(match.start() - _AHEAD, 0), match.start())
        for year in _YEAR_ALONE.finditer(text, match.start(), match.end()):
            closed = calendar.year_closed(int(year.group()))
            period = in_weeks(closed, calendar) if closed else None
            if period is None or (calendar.latest and period.end > calendar.latest):
                continue
            start = match.start() if year.start() == match.start("year") else year.start()
            if lead:
                yield Mention(min(lead.start(), start), year.end(), Period(period.end), "instant")
            else:
                yield Mention(start, year.end(), period, "duration")
