"""How Japanese releases write periods: `平成26年3月31日`, `自 2011年4月1日 至 2011年9月30日`, `2012年3月期 第2四半期`.

A fiscal year is named by the month in which it ends, whatever the issuer's calendar. A quarter of it is cumulative, as
the form of the stock exchange has it, unless the words say that it is the quarter alone (会計期間). The fourth quarter
is so only where words say that it is (累計): the year up to its end has a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from iij_xbrl.extract.times.calendar import (
    YEARS,
    Calendar,
    Mention,
    Period,
    Quarters,
    add_months,
    months_from,
    months_to,
)
from iij_xbrl.extract.times.reported_periods import relative_to
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE

_ERAS = JAPANESE.numbers("eras")
_PARTS = JAPANESE.numbers("parts")
_DAY, _UNTIL, _FROM, _UNTIL_END, _AS_OF, _ENDED, _NAME, _HALF, _PART, _MONTH = (
    JAPANESE.patterns[f"periods.{name}"]
    for name in ("day", "until", "from", "until_end", "as_of", "ended", "name", "half", "part", "month")
)
_MONTHS, _MONTHS_BEHIND, _DAYS_IN_DIGITS = (
    JAPANESE.patterns[f"periods.{name}"] for name in ("months", "months_behind", "days_in_digits")
)
_COUNTS = JAPANESE.numbers("digits_in_counts")
_QUARTER_ALONE = JAPANESE.patterns["periods.quarter_alone"]
_ANY_PART = JAPANESE.patterns["periods.any_part"]
_NUMERALS = JAPANESE.numbers("numerals")
(_FIRST_YEAR,) = JAPANESE.words["first_year"]
(_ALONE,) = JAPANESE.words["quarter_alone"]
_YEAR, _QUARTER = 12, 3
_LAST = 4  # quarter of a year
_FULL = 1000  # years of four digits
_NEAR = 3  # years between a year of two digits and one that the document names in full


@dataclass(frozen=True, slots=True)
class _Day:
    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    def date(self, year: int | None = None) -> date | None:
        """The day, in a year if it names none itself; None where the calendar has no such day."""
        year = self.year or year
        if year is None or year not in YEARS:
            return None
        try:
            return _last_of(year, self.month) if self.day is None else date(year, self.month, self.day)
        except ValueError:
            return None


def _last_of(year: int, month: int) -> date:
    return add_months(date(year, month, 1), 1) - timedelta(days=1)


def japanese_mentions(text: str, calendar: Calendar) -> tuple[Mention, ...]:
    """The periods of a text in narrow forms, in order."""
    alone = _closing(text, calendar) or relative_to(text, calendar)
    if alone:
        return (alone,)
    dated = (*_dated(text, calendar), *_between_digits(text))
    taken = [(mention.start, mention.end) for mention in dated]
    named = (
        mention
        for mention in _named(text, calendar)
        if not any(start < mention.end and mention.start < end for start, end in taken)
    )
    return tuple(sorted((*dated, *named), key=lambda mention: mention.start))


def years_in_full(texts: Iterable[str]) -> frozenset[int]:
    """The years that texts name with four digits or with their era."""
    found = set()
    for text in texts:
        for pattern in (_DAY, _NAME, _HALF):
            for match in pattern.finditer(narrow(text)):
                year = _year_in_full(match)
                if year:
                    found.add(year)
    return frozenset(found)


def says_quarter_alone(title: str) -> bool:
    """Whether a title is that of a quarter alone, not of the year up to its end."""
    return _QUARTER_ALONE.search(narrow(title)) is not None


def closing_day(texts: Iterable[str], calendar: Calendar) -> tuple[int, int] | None:
    """The month and the day on which fiscal years end that texts name and date, where that is not the last of a month.

    `平成26年12月期の連結業績予想（平成25年12月21日～平成26年12月20日）`: the year is not that of the calendar.
    """
    found = {day for text in texts for day in _days_closed(narrow(text), calendar)}
    return next(iter(found)) if len(found) == 1 else None


def _days_closed(text: str, calendar: Calendar) -> Iterator[tuple[int, int]]:
    months = {int(match["month"]) for match in _NAME.finditer(text) if match["month"]}
    for mention in _dated(text, calendar) if months else ():
        start = mention.period.start
        if start and start.day > 1 and start.month in months:
            yield start.month, start.day - 1


def closing_month(text: str, calendar: Calendar) -> date | None:
    """The last day of the month that a text in narrow forms is, and nothing else: `2020年3月`."""
    match = _MONTH.fullmatch(text)
    year = _year(match, calendar) if match else None
    if match is None or year is None or year not in YEARS or not 1 <= int(match["month"]) <= _YEAR:
        return None
    return _last_of(year, int(match["month"]))


def _closing(text: str, calendar: Calendar) -> Mention | None:
    """The period that a text names by its last month alone, where the heads of its table do so."""
    end = closing_month(text.strip(), calendar) if calendar.closings else None
    period = next((period for period in calendar.closings if period.end == end), None)
    return Mention(0, len(text), period, "duration") if period else None


def part_of_year(text: str, year: Period, quarters: Quarters = "to date") -> Period | None:
    """The part of a fiscal year that a text names and nothing else: `通期`, `第2四半期(累計)`."""
    match = _PART.fullmatch("".join(narrow(text).split()))
    if match is None or year.start is None or year.months != _YEAR:
        return None
    return _part(match, year.start, quarters)


def is_part_of_year(text: str) -> bool:
    """Whether a text names a part of a fiscal year, or all of it, and nothing else: `通期`, `第2四半期(累計)`."""
    return _PART.fullmatch("".join(narrow(text).split())) is not None


def _year_in_full(match: re.Match[str]) -> int | None:
    printed = match["year"]
    if printed is None:
        return None
    number = 1 if printed == _FIRST_YEAR else int(printed)
    if match["era"]:
        return _ERAS[match["era"]] + number
    return number if number >= _FULL else None


def _year(match: re.Match[str], calendar: Calendar) -> int | None:
    """The year that a match names; one of two digits is of the era or century that fits the document's other years."""
    full = _year_in_full(match)
    if full or match["year"] is None or match["year"] == _FIRST_YEAR:
        return full
    number = int(match["year"])
    distances = {
        start + number: min(abs(start + number - year) for year in calendar.years)
        for start in (*_ERAS.values(), 2000)
        if calendar.years
    }
    near = [year for year, distance in distances.items() if distance <= _NEAR]
    return near[0] if len(near) == 1 else None


def _days(text: str, calendar: Calendar) -> Iterator[_Day]:
    for match in _DAY.finditer(text):
        day = int(match["day"]) if match["day"] else None
        year = _year(match, calendar)
        if year is not None or match["year"] is None:
            yield _Day(match.start(), match.end(), year, int(match["month"]), day)


def _dated(text: str, calendar: Calendar) -> Iterator[Mention]:
    days = list(_days(text, calendar))
    position = 0
    while position < len(days):
        day = days[position]
        following = days[position + 1] if position + 1 < len(days) else None
        if following and _UNTIL.fullmatch(text, day.end, following.start):
            last, first = following.date(day.year), day.date(following.year)
            if first and last and first <= last:
                lead = _FROM.search(text, 0, day.start)
                begin = lead.start() if lead else day.start
                end = _UNTIL_END.match(text, following.end)
                yield Mention(begin, end.end() if end else following.end, Period(last, first), "duration")
                position += 2
                continue
        when = day.date()
        if when and not _FROM.search(text, 0, day.start):  # where a period begins whose end is not understood
            yield _instant(text, day, when)
        position += 1


def _instant(text: str, day: _Day, when: date) -> Mention:
    """What a text says of a day: a balance of it, or what ended on it."""
    ended = _ENDED.match(text, day.end) if when == _last_of(when.year, when.month) else None
    if ended:
        count = ended["months"]
        months = _YEAR if count is None else _COUNTS.get(count) or int(count)
        return Mention(day.start, ended.end(), months_to(when, months), "duration")
    told = _AS_OF.match(text, day.end)
    if told:
        return Mention(day.start, told.end(), Period(when), "instant")
    return Mention(day.start, day.end, Period(when), "instant" if day.day is None else "date")


def _named(text: str, calendar: Calendar) -> Iterator[Mention]:
    for match in _NAME.finditer(text):
        year = _year(match, calendar)
        start = _start(match, year, calendar) if year else None
        if start is None:
            continue
        if not match["part"] and _ANY_PART.match(text, match.end()):
            continue  # some part of that year, and which is not understood
        period = _part(match, start, calendar.quarters) if match["part"] else months_from(start, _YEAR)
        if period is None:
            continue
        mention = Mention(match.start(), match.end(), period, "duration")
        if match["close"]:
            yield replace(mention, period=Period(period.end), kind="instant")
        elif told := _with_months(mention, text):
            yield told
    yield from _of_months(text, calendar)
    for match in _HALF.finditer(text):
        year, month = _year(match, calendar), int(match["month"])
        if year and year in YEARS and 1 <= month <= _YEAR:
            half = months_to(_last_of(year, month), _YEAR // 2)
            mention = Mention(match.start(), match.end(), half, "duration")
            yield replace(mention, period=Period(half.end), kind="instant") if match["close"] else mention


def _between_digits(text: str) -> Iterator[Mention]:
    """The periods between two days in digits: `2015/4/1~2016/3/31`."""
    for match in _DAYS_IN_DIGITS.finditer(text):
        try:
            first = date(int(match["year"]), int(match["month"]), int(match["day"]))
            last = date(int(match["end_year"] or match["year"]), int(match["end_month"]), int(match["end_day"]))
        except ValueError:
            continue
        if first.year in YEARS and last.year in YEARS and first <= last:
            yield Mention(match.start(), match.end(), Period(last, first), "duration")


def _with_months(mention: Mention, text: str) -> Mention | None:
    """A period with the months that stand behind its name, `第3四半期累計(4-12月)`.

    They say whether a quarter is told alone, `第3四半期(10~12月)`; None where they are those of another period.
    """
    match = _MONTHS_BEHIND.match(text, mention.end)
    if match is None:
        return mention
    first, last = int(match["month"]), int(match["last"])
    period = mention.period
    assert period.start is not None
    alone = Period(period.end, add_months(period.end + timedelta(days=1), -_QUARTER))
    told = [item for item in (period, alone) if item.start and (item.start.month, item.end.month) == (first, last)]
    return replace(mention, period=told[0], end=match.end()) if told else None


def _of_months(text: str, calendar: Calendar) -> Iterator[Mention]:
    """The periods that are named by their first and last month, a year at most."""
    for match in _MONTHS.finditer(text):
        year, first, last = _year(match, calendar), int(match["month"]), int(match["last"])
        if year is None or year not in YEARS or not (1 <= first <= _YEAR and 1 <= last <= _YEAR):
            continue
        until = int(match["until"] or year + (last < first))
        count = (until - year) * _YEAR + last - first + 1
        if 0 < count <= _YEAR:
            yield Mention(match.start(), match.end(), months_from(date(year, first, 1), count), "duration")


def _start(match: re.Match[str], year: int, calendar: Calendar) -> date | None:
    """The first day of the fiscal year that a match names."""
    if match["start"]:
        return calendar.year_start(year)
    month = int(match["month"])
    if not 1 <= month <= _YEAR:
        return None
    if calendar.closing and calendar.closing[0] == month:
        return add_months(date(year, *calendar.closing) + timedelta(days=1), -_YEAR)
    return months_to(_last_of(year, month), _YEAR).start


def _part(match: re.Match[str], start: date, quarters: Quarters) -> Period | None:
    groups = match.groupdict()
    printed = groups["quarter"] or groups.get("short")
    if printed is None:
        words = next((months for word, months in _PARTS.items() if word in match.group()), None)
        return months_from(start, words) if words else None
    count = _NUMERALS.get(printed) or int(printed)
    if not groups["span"] and quarters == "open" and count > 1:
        return None
    if _ALONE in (groups["span"] or "") or (not groups["span"] and (count == _LAST or quarters == "alone")):
        return months_from(add_months(start, (count - 1) * _QUARTER), _QUARTER)
    return months_from(start, count * _QUARTER)
