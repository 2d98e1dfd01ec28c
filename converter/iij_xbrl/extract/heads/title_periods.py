"""Titles that say another period than the columns below them: `... for the Nine Months` above `1H10 | 1H11`.

Where all columns are the same part of a year, the title and the caption of their table must agree: a part of a year
with theirs, a period written in full with one of them, a year with the latest. What does not agree makes the periods
unknown. Some issuers call nine months `3Q`: where the table's own title counts as many months as have passed at the end
of such a quarter, these are meant; where a heading further above says more than a quarter, that is open. A document
that says so itself of its quarters, and that `(3 months)` are meant in a section, means the quarter alone there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.japanese_periods import says_quarter_alone
from iij_xbrl.extract.times.lengths_said import OPEN
from iij_xbrl.extract.times.partial_periods import months_counted, months_said, parts_numbered, says_month
from iij_xbrl.extract.times.periods import Calendar, Period, mentions, months_to
from iij_xbrl.languages import ENGLISH, says

_YEAR, _QUARTER = 12, 3
_FEW = 5  # words of a title that names a part of a year, and little else
_ENDED, _FISCAL = (ENGLISH.patterns[f"periods.{name}"] for name in ("ended_on", "fiscal_year_said"))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a text says: lengths of parts of years in months, those among them that are counted, and durations.

    `spoken` are lengths beside the durations that are written in full, `alone` tells that a quarter is meant alone.
    `numbered` are parts of a year by their first month and length, and `month` tells that a single month is meant;
    `ended` are days on which something ended of which the length is not said, `years` fiscal years that it names by
    words, and `is_part` tells that it is the name of a part of a year and nothing else.
    """

    spoken: frozenset[int]
    lengths: frozenset[int]
    counted: frozenset[int]
    named: frozenset[Period]
    alone: bool = False
    numbered: frozenset[tuple[int, int]] = frozenset()
    month: bool = False
    ended: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()
    is_part: bool = False

    def lengths_to(self, month: int) -> frozenset[int]:
        """The lengths that it says, of periods written in full those that end in a month."""
        return self.spoken | {period.months for period in self.named if period.end.month == month}


def as_titled(
    periods: Iterable[Period], section: Section, calendar: Calendar, *, are_quarters: bool = False
) -> Mapping[Period, Period | None]:
    """What columns that are all the same part of a year stand for below words for another period.

    `are_quarters` tells that their headers name quarters. Empty where nothing contradicts them; None where they are not
    known.
    """
    told = frozenset(periods)
    parts = {(period.end.month, period.months) for period in told if period.start}
    if len(parts) != 1 or not all(period.start for period in told):
        return {}
    ((month, months),) = parts
    if _is_of_other_year(told, section, calendar):
        return dict.fromkeys(told)
    if months == _YEAR:
        return _of_years(told, section, calendar)
    if are_quarters and months != _QUARTER and section.months == _QUARTER:
        return {period: months_to(period.end, _QUARTER) for period in told}
    is_open = section.months == OPEN or any(says("headers.quarterly", text) for text in section.nearest)
    if are_quarters and months != _QUARTER and is_open:
        return dict.fromkeys(told)
    return _of_parts(told, section, month, months, calendar)


def _of_parts(
    told: frozenset[Period], section: Section, month: int, months: int, calendar: Calendar
) -> Mapping[Period, Period | None]:
    """What columns of parts of a year stand for that end in a month and have so many months."""
    for said, is_own in _texts(section, calendar):
        if said.alone:
            return {} if months == _QUARTER else dict.fromkeys(told)
        is_past = said.ended and said.ended.isdisjoint(period.end for period in told)
        if is_own and (said.month or is_past):
            return dict.fromkeys(told)
        if (is_own or said.is_part) and _is_of_other_part(said, told, calendar):
            return dict.fromkeys(told)
        if said.is_part and not is_own and said.spoken and months not in said.spoken:
            return dict.fromkeys(told)
        if is_own and (said.lengths or said.named):
            return {} if _agrees(said, told, months) else _meant(told, said, months, calendar)
        is_bound = months == _QUARTER and not is_own and section.months != months  # else a nearer text says the length
        lengths = said.lengths_to(month) if is_bound else frozenset()
        if lengths:
            return {} if months in lengths else dict.fromkeys(told)
    return {}


def _of_years(periods: frozenset[Period], section: Section, calendar: Calendar) -> Mapping[Period, Period | None]:
    """What columns of whole years stand for below a title that is of a part of them."""
    if any(said.is_part for said, _ in _texts(section, calendar)):
        return dict.fromkeys(periods)
    is_quarter = any(map(says_quarter_alone, section.nearest_lines))
    return {period: _last_quarter(period, calendar) for period in periods} if is_quarter else {}


def _is_of_other_year(periods: frozenset[Period], section: Section, calendar: Calendar) -> bool:
    """Whether the nearest text that names a fiscal year in words, `Fiscal year 2010`, names one that no period is of.

    A text that names a period says more.
    """
    for said, _ in _texts(section, calendar):
        if said.named:
            return False
        if said.years:
            named = {calendar.year_of(period.end) for period in periods}
            return said.years.isdisjoint(named | {year + 1 for year in named})
    return False


def _last_quarter(year: Period, calendar: Calendar) -> Period:
    assert year.start is not None
    return calendar.span(calendar.year_of(year.start), _YEAR - _QUARTER, _QUARTER)


def _meant(periods: Iterable[Period], said: _Said, months: int, calendar: Calendar) -> Mapping[Period, Period | None]:
    is_counted = months == _QUARTER and said.lengths == said.counted
    return {period: _to_date(period, said, calendar) if is_counted else None for period in periods}


def _is_of_other_part(said: _Said, periods: frozenset[Period], calendar: Calendar) -> bool:
    """Whether all parts of a year that a text numbers are others than those of the columns, and as long as they are."""
    parts = {((period.start.month - calendar.month) % _YEAR, period.months) for period in periods if period.start}
    alike = {part for part in said.numbered if part[1] in {months for _, months in parts}}
    return bool(alike) and alike == said.numbered and parts.isdisjoint(alike)


def _agrees(said: _Said, periods: frozenset[Period], months: int) -> bool:
    parts = frozenset(period for period in said.named if period.months != _YEAR)
    if said.lengths:
        are_they = bool(parts & periods) and (parts <= periods or periods <= parts)
        return months in said.lengths and (not parts or are_they)
    latest = max(periods)
    return any(year.start is not None and year.start <= latest.end <= year.end for year in said.named)


def _to_date(period: Period, said: _Said, calendar: Calendar) -> Period | None:
    """The months of the year that are over at the end of a quarter, where a text counts as many."""
    whole = Period(period.end, calendar.year_start(calendar.year_of(period.end)))
    is_named = not said.named or any(named.end.month == period.end.month for named in said.named)
    return whole if said.counted == {whole.months} and is_named else None


def _texts(section: Section, calendar: Calendar) -> Iterator[tuple[_Said, bool]]:
    """What the texts above a table say, the nearest first, and whether they are the table's own."""
    own = section.nearest_lines
    for text in reversed(own):
        said = _read(text, calendar)
        whole = {_YEAR} if not said.named and says("times.whole_year", text) else set()
        yield replace(said, spoken=said.spoken | whole, lengths=said.lengths | whole), True
    for text in reversed(section.lines[: -len(own)] if own else section.lines):
        yield _read(text, calendar), False
    for text in reversed(section.over):
        yield _read(text, calendar), False


def _read(text: str, calendar: Calendar) -> _Said:
    told = mentions(text, calendar)
    named = frozenset(item.period for item in told if item.kind == "duration")
    days = (item for item in told if item.kind == "date")
    ended = frozenset(item.period.end for item in days if _ENDED.search(text[: item.end]))
    parts = frozenset(period.months for period in named) - {_YEAR}
    spoken, counted = frozenset(months_said(text, calendar)), frozenset(months_counted(text, calendar))
    numbered = frozenset(parts_numbered(text, calendar))
    is_month = says_month(text) and not named
    return _Said(
        spoken,
        spoken | parts,
        counted | parts,
        named,
        says_quarter_alone(text),
        numbered=numbered,
        month=is_month,
        ended=ended,
        years=frozenset() if told else frozenset(int(match["year"]) for match in _FISCAL.finditer(text)),
        is_part=not told and len(text.split()) <= _FEW and bool(numbered or says("periods.part_alone", text)),
    )
