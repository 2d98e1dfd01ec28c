"""Periods put together from several texts: `First half` over `FY2012`, `Three months ended` over dates.

A header cell may name the year, and a cell that spans it, the table's corner or its title the part of that year. What
is said of a part and not understood makes the period unknown, never the whole year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from iij_xbrl.extract.captions import is_caption
from iij_xbrl.extract.times.calendar import add_months, month_closed, months_from
from iij_xbrl.extract.times.days import is_last_of_month
from iij_xbrl.extract.times.periods import (
    COUNT_WORDS,
    ORDINALS,
    Calendar,
    Mention,
    Period,
    in_weeks,
    last_day,
    mentions,
    months_to,
    weeks_to,
    without_mentions,
)
from iij_xbrl.languages import ENGLISH

_YEAR, _HALF, _QUARTER = 12, 6, 3
_WEEKS_OF_QUARTER, _WEEKS_OF_YEAR = timedelta(weeks=13), timedelta(weeks=52)
_SIZES = ENGLISH.numbers("sizes")
_PART = ENGLISH.patterns["periods.part"]
_PART_WORD = ENGLISH.patterns["periods.any_part"]
_CUMULATIVE = ENGLISH.patterns["periods.cumulative"]
_TO_DATE = ENGLISH.patterns["periods.to_date"]
_LEAD = ENGLISH.patterns["periods.count_alone"]
_YEAR_LEAD = ENGLISH.patterns["periods.year_lead"]
_COUNT = ENGLISH.patterns["periods.counted_months"]
_DAY_AT_END = ENGLISH.patterns["periods.day_at_end"]
_OPEN_DAY = ENGLISH.patterns["periods.open_day"]
_OPEN_LENGTH = ENGLISH.patterns["periods.open_length"]
_MONTH_MEANT = ENGLISH.patterns["periods.month_meant"]
_OTHER_TIME, _EXPECTED = ENGLISH.patterns["periods.other_time"], ENGLISH.patterns["periods.expected"]
_ENDED = ENGLISH.patterns["periods.ended_on_days"]
_BETWEEN = " ,;:()\u2014\u2013-"
_REMARK = re.compile(r"\([^()]*\)\W*$")
_MARK = re.compile(r"[(\[]\w{1,2}[)\]]")
YEAR = re.compile(r"(?:19|20)\d\d")


def completed(
    mention: Mention | None, spanning: Sequence[str], above: Sequence[str], calendar: Calendar
) -> Mention | None:
    """The period of a column, with what the texts around it say; None where these name a part and it is not understood.

    `spanning` are its own cells and those over it, `above` the corner and the title of the table.
    """
    if mention is None:
        return None
    period = mention.period
    if mention.kind == "date":
        told = {_up_to(match, period.end, calendar) for text in spanning if (match := _LEAD.fullmatch(text))}
        (counted,) = told if len(told) == 1 else (period,)
        return None if counted is None else _with(mention, counted) if counted != period else mention
    if period.months == _QUARTER and _says(_CUMULATIVE, (*spanning, *above) if calendar.is_known else (), calendar):
        return _with(mention, Period(period.end, calendar.year_start(calendar.year_of(period.end))))
    if period.months != _YEAR:
        return _counted(mention, spanning, calendar)
    for texts in (spanning, above):
        if _says(_PART_WORD, texts, calendar):
            part = _part(texts, calendar)
            assert period.start is not None
            return _with(mention, calendar.span(calendar.year_of(period.start), *part)) if part else None
    return mention


def leads_to_day(text: str) -> bool:
    """Whether a text is a part of a year of which the last day is lacking: `Six months ended`."""
    return bool(_LEAD.fullmatch(text))


def leads_to_years(text: str) -> bool:
    """Whether a text says that years ended, and on which days is lacking: `Years ended`."""
    return bool(_YEAR_LEAD.match(text))


def _up_to(match: re.Match[str], end: date, calendar: Calendar) -> Period | None:
    """The period up to a day of which a text says all but that: `Six months ended`, `Second quarter ended`."""
    if match["weeks"]:
        return weeks_to(end, match["weeks"])
    return in_weeks(months_to(end, _QUARTER if match["quarter"] else COUNT_WORDS[match["count"].lower()]), calendar)


def _counted(mention: Mention, own: Sequence[str], calendar: Calendar) -> Mention | None:
    """A part of a year whose months are counted beside its name: `9 months` below `3Q11` are those up to its end.

    None where as many months from the start of the year end on another day.
    """
    period = mention.period
    counts = {count for text in own for count in months_counted(text, calendar)}
    # A year of weeks ends on other days, and what begins within a month is no part of a year.
    is_begun = period.start is not None and period.start.day != calendar.day
    is_part = (period.end + timedelta(days=1)).day == 1 and not is_begun
    if counts in (set(), {period.months}) or not is_part:
        return mention
    whole = Period(period.end, calendar.year_start(calendar.year_of(period.end)))
    return _with(mention, whole) if counts == {whole.months} else None


def of_year(year: str, texts: Sequence[str], calendar: Calendar) -> Mention | None:
    """The period of a column that is headed by its year alone; `texts` stand over it, the nearest first.

    A text tells the day: `Six months ended June 30,`, `years ended December 31 (in millions)`. Where none speaks of a
    time, it is the fiscal year that the document closes with the calendar year. What ends behind all that has ended is
    none: `2026` over payments to come.
    """
    found = _of_year(year, texts, calendar)
    if found and found.period.is_instant and calendar.weeks:
        found = replace(found, period=Period(calendar.weeks.nearest(found.period.end)))
    return None if found and calendar.latest and found.period.end > calendar.latest else found


def _of_year(year: str, texts: Sequence[str], calendar: Calendar) -> Mention | None:
    for at, text in enumerate(texts):
        named = _ending_in(int(year), mentions(text, calendar), in_weeks=calendar.weeks is not None)
        if named:
            return named
        day = _up_to_day(text)
        if day:
            found = mentions(f"{day}, {year}", calendar)
            return found[-1] if found and found[-1].end == len(day) + 2 + len(year) else None
        if _says(_PART_WORD, (text,), calendar):
            return _part_up_to(year, text, texts[at + 1 :], calendar)
    others = (_EXPECTED,) if calendar.latest and not calendar.is_known else (_EXPECTED, _OTHER_TIME)
    is_other = any(other.search(text) for other in others for text in texts)
    closed = None if is_other else calendar.year_closed(int(year))
    period = in_weeks(closed, calendar) if closed else None
    return Mention(0, len(year), period, "duration") if period else None


def _part_up_to(year: str, text: str, above: Sequence[str], calendar: Calendar) -> Mention | None:
    """A part of a year that a text names, `Second Quarter`, where one above says on which day it ends.

    `above` are the texts over it, the nearest first; one that speaks of another part tells nothing. Of a year of the
    calendar it is known where its parts end.
    """
    months = months_named(text)
    ends = _ends_in(int(year), above, calendar) if months else set()
    if months and len(ends) == 1:
        ended = in_weeks(months_to(ends.pop(), months), calendar)
        return Mention(0, len(year), ended, "duration") if ended else None
    day = next((day for other in above if not part_named(other) and (day := _up_to_day(other))), "")
    part = part_named(text)
    if part and not day and calendar.in_calendar_years:
        return Mention(0, len(year), calendar.span(int(year), *part), "duration")
    if part and not day and not calendar.is_known:
        named = _part_of_closed(int(year), part, calendar)
        return Mention(0, len(year), named, "duration") if named else None
    found = mentions(f"{day}, {year}", calendar) if months and day else ()
    if not months or not found or found[-1].period.end.year != int(year) or found[-1].period.months == _YEAR:
        return None
    period = in_weeks(months_to(found[-1].period.end, months), calendar)
    return Mention(0, len(year), period, "duration") if period else None


def _part_of_closed(year: int, part: tuple[int, int], calendar: Calendar) -> Period | None:
    """A part of a year that is closed, by the first month and the length: of 52 weeks each quarter has thirteen.

    Of 53 weeks it is not known which quarter is the longer one.
    """
    closed = calendar.year_closed(year)
    whole = in_weeks(closed, calendar) if closed else None
    if whole is None or whole.start is None or (calendar.latest and whole.end > calendar.latest):
        return None
    first, months = part
    if is_last_of_month(whole.end) and whole.start.day == 1:
        return months_from(add_months(whole.start, first), months)
    if whole.end - whole.start != _WEEKS_OF_YEAR - timedelta(days=1) or first % _QUARTER or months % _QUARTER:
        return None
    start = whole.start + _WEEKS_OF_QUARTER * (first // _QUARTER)
    return Period(start + _WEEKS_OF_QUARTER * (months // _QUARTER) - timedelta(days=1), start)


def _ends_in(year: int, texts: Sequence[str], calendar: Calendar) -> set[date]:
    """The days of a year on which something ended by texts: `the three and nine months ended September 1, 2023`."""
    said = (mention for text in texts if _ENDED.search(text) for mention in mentions(text, calendar))
    return {mention.period.end for mention in said if mention.period.end.year == year and mention.kind == "date"}


def _ending_in(year: int, named: Sequence[Mention], *, in_weeks: bool) -> Mention | None:
    """The one of several periods of a text, all of a length, that ends in a year: `June 30, 2025 and 2024`.

    Where years have weeks, the first days of January end the year before.
    """
    ends = {mention: month_closed(mention.period.end) if in_weeks else mention.period.end for mention in named}
    found = [mention for mention, end in ends.items() if end.year == year and not _begins(mention, in_weeks=in_weeks)]
    lengths = {mention.period.months for mention in named}
    return found[0] if len(found) == len(lengths) == 1 and len(named) > 1 else None


def _begins(mention: Mention, *, in_weeks: bool) -> bool:
    """Whether a mention is the first day of a month and nothing more: something begins on it, `effective January 1`."""
    return mention.kind == "date" and mention.period.end.day == 1 and not in_weeks


def _up_to_day(text: str) -> str:
    """A text up to the one day that it names without its year; empty where it names none, or several.

    What follows the day may be anything behind `years ended` and the like, and nothing without such words.
    """
    tidy = text.rstrip(_BETWEEN)
    if _DAY_AT_END.search(tidy):
        return tidy
    found = {match["day"].casefold(): match for match in _OPEN_DAY.finditer(text)}
    (match,) = found.values() if len(found) == 1 else (None,)
    return text[: match.end()] if match else ""


def ends_with_day(text: str, calendar: Calendar, *, of_balance: bool = False) -> bool:
    """Whether a text is a part of a year up to a day, and its year alone is lacking: `Three months ended June 30,`.

    `of_balance` tells that it may be the day of a balance: `As of June 30,`.
    """
    day = _REMARK.sub("", text).rstrip(_BETWEEN)
    if not _DAY_AT_END.search(day):
        return False
    completed = f"{day}, 2000"
    found = mentions(completed, calendar)
    kinds = ("duration", "instant") if of_balance else ("duration",)
    is_part = len(found) == 1 and found[0].kind in kinds and found[0].end == len(completed)
    return is_part and is_caption(completed, found)


def day_said(text: str) -> tuple[int, int] | None:
    """The month and the day with which a text ends, where it names no year."""
    return last_day(text.rstrip(_BETWEEN)) if _DAY_AT_END.search(text.rstrip(_BETWEEN)) else None


def is_part(text: str) -> bool:
    """Whether a text names a part of a year and nothing else: `1Q`, `First half`."""
    return bool(_PART.fullmatch(text.strip()))


def part_named(label: str) -> tuple[int, int] | None:
    """The first month and the length of the part of a year that a label is: `First quarter [a]`."""
    match = _PART.fullmatch(_MARK.sub("", label).strip(_BETWEEN))
    return _months(match) if match else None


def months_named(label: str) -> int | None:
    """How many months the part of a year has that a label is: 3 for `Second quarter` and for `Three months`."""
    part, counted = part_named(label), _COUNT.fullmatch(_MARK.sub("", label).strip(_BETWEEN))
    return part[1] if part else COUNT_WORDS[counted["count"].lower()] if counted else None


def parts_said(text: str) -> Iterator[tuple[int, int]]:
    """The first month and the length of each part of a year that a text speaks of."""
    return (_months(match) for match in _PART.finditer(text))


@lru_cache(maxsize=1024)  # of the same few heads it is asked for each table
def months_said(text: str, calendar: Calendar) -> tuple[int, ...]:
    """How many months the parts of a year have that a text speaks of, beside the periods that it names in full."""
    parts = (_months(match)[1] for rest in _rests((text,), calendar) for match in _PART.finditer(rest))
    return (*parts, *months_counted(text, calendar))


@lru_cache(maxsize=1024)  # as above
def months_counted(text: str, calendar: Calendar) -> tuple[int, ...]:
    """How many months a text counts, `Nine Months`, beside the periods that it names in full."""
    rests = _rests((text,), calendar)
    return tuple(COUNT_WORDS[match["count"].lower()] for rest in rests for match in _COUNT.finditer(rest))


def part_words(text: str) -> Iterator[tuple[int, int]]:
    """Where a text speaks of parts of a year: start and end of each such phrase."""
    return (match.span() for pattern in (_PART, _TO_DATE) for match in pattern.finditer(text))


@lru_cache(maxsize=1024)  # as above
def parts_numbered(text: str, calendar: Calendar) -> tuple[tuple[int, int], ...]:
    """The first month and the length of each part that a text numbers, `Second half`, beside the periods it names."""
    found = (match for rest in _rests((text,), calendar) for match in _PART.finditer(rest))
    return tuple(_months(match) for match in found if not (match["count"] or match["interim"]))


def says_month(text: str) -> bool:
    """Whether a text says that what stands below it is of one month: `for September 2011`."""
    return _MONTH_MEANT.search(text) is not None


def says_time_alone(text: str, found: tuple[Mention, ...]) -> bool:
    """Whether a text says nothing of weight beside periods, those found in it, and parts of years."""
    rest = without_mentions(text, found, " ")
    for pattern in (_PART, _COUNT):
        rest = pattern.sub(" ", rest)
    return rest != text and is_caption(rest, ())


def says_part(text: str) -> bool:
    """Whether a text speaks of a part of a year, or of so many months."""
    return any(True for _ in months_of_parts(text)) or _COUNT.search(text) is not None


def months_of_parts(text: str) -> Iterator[int]:
    """How many months the parts of a year have that a text speaks of: 3 for `2Q`."""
    return (_months(match)[1] for match in _PART.finditer(text))


def _with(mention: Mention, period: Period) -> Mention:
    return Mention(mention.start, mention.end, period, "duration")


def beside_periods(texts: Iterable[str], calendar: Calendar) -> Iterable[str]:
    """What texts say beside the periods that they name."""
    return (without_mentions(text, mentions(text, calendar), " ") for text in texts)


def _says(words: re.Pattern[str], texts: Iterable[str], calendar: Calendar) -> bool:
    return any(words.search(rest) for rest in _rests(texts, calendar))


def _rests(texts: Iterable[str], calendar: Calendar) -> Iterator[str]:
    """What texts say beside their periods and beside lengths that are none, `12 months or longer`."""
    return (_OPEN_LENGTH.sub(" ", rest) for rest in beside_periods(texts, calendar))


def _part(texts: Iterable[str], calendar: Calendar) -> tuple[int, int] | None:
    """The first month and the length of the one part of a year that texts name."""
    rests = tuple(_rests(texts, calendar))
    found = {_months(match) for rest in rests for match in _PART.finditer(rest)}
    named = sum(len(_PART_WORD.findall(rest)) for rest in rests)
    (part,) = found if len(found) == 1 else (None,)
    return part if part and named <= len(rests) and part[0] + part[1] <= _YEAR else None


def _months(match: re.Match[str]) -> tuple[int, int]:
    if match["count"]:
        return 0, COUNT_WORDS[match["count"].lower()]
    if match["interim"]:
        return 0, _HALF
    half, quarter = match["half"] or match["half2"], match["quarter"] or match["quarter2"]
    if match["ordinal"]:
        number, size = ORDINALS[match["ordinal"].lower()], _SIZES[match["size"].lower()]
    else:
        number, size = int(half or quarter), _HALF if half else _QUARTER
    return (number - 1) * size, size
