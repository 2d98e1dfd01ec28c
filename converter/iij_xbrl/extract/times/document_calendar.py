"""What a document tells of its calendar: when its years end, whether they have weeks, how it writes days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from iij_xbrl.extract.times.calendar import Calendar, month_closed, same_season
from iij_xbrl.extract.times.days import is_last_of_month
from iij_xbrl.extract.times.definitions import with_definitions
from iij_xbrl.extract.times.document_heads import balances, first_texts, heads_of_years
from iij_xbrl.extract.times.japanese_periods import closing_day, years_in_full
from iij_xbrl.extract.times.periods import NamedDay, date_of, dated, days_named
from iij_xbrl.extract.times.weeks import weeks_of, weeks_of_years
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE
from iij_xbrl.read.document import Document

_PATTERNS = ENGLISH.patterns
_CLOSED, _YEARS_OF_WEEKS, _LAST_WEEKDAY, _NEAREST_WEEKDAY, _DAY_IN_DIGITS = (
    _PATTERNS[f"periods.{name}"]
    for name in ("closed", "years_of_weeks", "last_weekday", "nearest_weekday", "day_in_digits")
)
_WEEKDAYS, _MONTHS = ENGLISH.words["weekdays"], ENGLISH.numbers("months")
_OF_COVER = _PATTERNS["periods.cover"]
_COVER = 60  # texts
_QUARTER, _YEAR = 3, 12
_LAST_DAY = (12, 31)


def calendar_told(calendar: Calendar, document: Document) -> Calendar:
    """The calendar with all that a document tells of it."""
    texts = [text.plain for text in document.worded]
    calendar = with_definitions(with_years(calendar, texts), texts)
    calendar = with_days_in_digits(calendar, (text.plain for text in document.texts))
    calendar = with_close(calendar, texts, heads_of_years(document))
    calendar = with_weeks(calendar, first_texts(document), balances(document), texts)
    return with_calendar_years(_with_closes_in_weeks(calendar), first_texts(document))


def _with_closes_in_weeks(calendar: Calendar) -> Calendar:
    """The calendar, where years end with a week, with the ends of years that it knows, and no others."""
    ends = calendar.weeks.year_ends if calendar.weeks and calendar.closes else frozenset()
    if not ends:
        return calendar
    months = {month_closed(day).month for day in calendar.closes}
    known = {
        day for day in ends if month_closed(day).month in months and not (calendar.latest and day > calendar.latest)
    }
    return replace(calendar, closes=frozenset(known | (calendar.closes & ends)))


def with_days_in_digits(calendar: Calendar, texts: Iterable[str]) -> Calendar:
    """The calendar with how a document writes days in digits.

    The month comes first where it does so in each day of which one number is no month.
    """
    found = [
        (int(day["first"]), int(day["second"]))
        for text in texts
        if "/" in text
        for day in _DAY_IN_DIGITS.finditer(text)
    ]
    known = [first <= _YEAR for first, second in found if (first > _YEAR) != (second > _YEAR)]
    return replace(calendar, month_first=bool(known) and all(known))


def with_years(calendar: Calendar, texts: Iterable[str]) -> Calendar:
    """The calendar with the years that the texts of a document name in full, where its language shortens others.

    With them goes the day on which its years end, where that is not the last of a month.
    """
    japanese = [text for text in texts if not text.isascii() and JAPANESE.script.search(text)]
    calendar = replace(calendar, years=years_in_full(japanese))
    return replace(calendar, closing=closing_day(japanese, calendar))


def with_weeks(calendar: Calendar, heads: Iterable[str], balances: Iterable[str], texts: Iterable[str]) -> Calendar:
    """The calendar with what the heads of columns and balances tell of weeks; `texts` may say that years have weeks.

    The days on which years end are those that the calendar has.
    """
    of_heads, of_balances = (tuple(_days_of(said)) for said in (heads, balances))
    said = [text for text in texts if _YEARS_OF_WEEKS.search(text)]
    weeks = weeks_of(of_heads, of_balances, says_so=bool(said))
    if weeks is None and said:
        weeks = weeks_of_years(calendar.closes, (*of_heads, *of_balances))
    rules = {rule for text in said for rule in _rules_of_years(text)}
    if weeks and len(rules) == 1 and weeks.closing == 0:
        (rule,) = rules
        weeks = weeks.with_rule(rule[0], rule[1], is_nearest=rule[2])
    if weeks and weeks.closing == 0:
        counted = (item for text in said for item in dated(narrow(text)) if item.in_weeks)
        weeks = weeks.with_years(item.period for item in counted)
    return replace(calendar, weeks=weeks)


def _rules_of_years(text: str) -> Iterator[tuple[int, int, bool]]:
    """By which rules a text says that years end: the day of the week, the month, and whether it is the nearest day."""
    for pattern, is_nearest in ((_LAST_WEEKDAY, False), (_NEAREST_WEEKDAY, True)):
        for match in pattern.finditer(text):
            yield _WEEKDAYS.index(match["weekday"].lower()), _MONTHS[match["month"].lower()], is_nearest


def _days_of(texts: Iterable[str]) -> Iterator[date]:
    for text in texts:
        yield from (found for day in days_named(narrow(text)) if (found := date_of(day, day.year)))


def with_close(calendar: Calendar, texts: Sequence[str], headed: Iterable[str] = ()) -> Calendar:
    """The calendar with what texts say of when years end, and of the last period that ended.

    `headed` are the heads of columns below `Years ended`.
    """
    said = [text for text in texts if _CLOSED.search(text)]
    spans = (item for text in said for item in dated(narrow(text)) if item.kind == "duration")
    found = [item.period for item in spans if not item.in_weeks]
    years = [period.end for period in found if period.months == _YEAR]
    years += [day for text in headed for item in days_named(narrow(text)) if (day := date_of(item, item.year))]
    matches = [match for text in said for match in _CLOSED.finditer(text)]
    in_full = (match for match in matches if match["year"])
    latest = max((day for match in in_full if (day := date_of(_day_of(match), int(match["year"])))), default=None)
    latest = _on_cover(texts) or latest
    if latest:  # a day without its year is one of any year
        open_days = (_day_of(match) for match in matches if match["year_closed"] and not match["year"])
        years += [day for item in open_days if (day := date_of(item, latest.year))]
    closes = same_season(years)
    return replace(calendar, closes=closes if latest in closes else frozenset(), latest=latest)


def _on_cover(texts: Sequence[str]) -> date | None:
    """The last day that the cover of a report says that it reports on; None where the first texts are no cover."""
    found = next((match for text in texts[:_COVER] if (match := _OF_COVER.match(" ".join(text.split())))), None)
    return date_of(_day_of(found), int(found["year"])) if found else None


def with_calendar_years(calendar: Calendar, heads: Iterable[str]) -> Calendar:
    """The calendar with whether a document of another company shows that its years are those of the calendar.

    Its years end with December, or the balance sheet beside that of its last quarter is most often of that day.
    """
    if calendar.is_known or calendar.weeks or calendar.latest is None or not is_last_of_month(calendar.latest):
        return calendar
    latest = calendar.latest
    before = Counter(day for day in _days_of(heads) if day < latest and day.month != latest.month)
    compared = max(before, key=lambda day: (before[day], day), default=latest)
    ends = calendar.closes or ({compared} if compared.year == latest.year - 1 else frozenset())
    if {(day.month, day.day) for day in ends} != {_LAST_DAY} or latest.month % _QUARTER:
        return calendar
    return replace(calendar, month=1, day=1, in_calendar_years=True)


def _day_of(match: re.Match[str]) -> NamedDay:
    """The day of a match, which may stand in front of its month: `ended 30 June 2020`."""
    said = match.groupdict()
    month, day = said["month"] or said["month_behind"], said["day"] or said["day_in_front"]
    return NamedDay(0, 0, _MONTHS[month.lower()], int(day), None)
