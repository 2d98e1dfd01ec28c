"""Headers that contradict themselves: `1H11` above `Second quarter`, `JPY millions` below `1H11 (in euros)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iij_xbrl.extract.asides import AROUND
from iij_xbrl.extract.cells.units import Unit, parse_unit
from iij_xbrl.extract.heads.column_heads import Head, says_two_units
from iij_xbrl.extract.heads.title_units import is_of_money, is_of_none, units_in_words
from iij_xbrl.extract.times.partial_periods import YEAR, beside_periods, months_said, parts_numbered
from iij_xbrl.extract.times.periods import Calendar, Period, mentions, without_mentions
from iij_xbrl.extract.times.years_beside import is_of_other_years, months_alone, years_of, years_written
from iij_xbrl.languages import ENGLISH, says

_DAY = ENGLISH.patterns["periods.date"]
_YEAR = 12  # months
_TWO = 2  # days
_ASIDE = re.compile(r"[()（）\[\]]")


def says_other_time(head: Head, period: Period, calendar: Calendar) -> bool:
    """Whether a column of a period says another part of the year beside its name.

    Days tell more than the names beside them, but not more than what stands over a period that is written in full.
    """
    texts = (*head.own, *head.spanned)
    if any(_DAY.search(text) for text in head.own):
        is_whole = _ends_length(head.own, calendar)
        texts = tuple(text for text in texts if not mentions(text, calendar)) if is_whole else ()
    if period.start is None or any(says("periods.to_date", text) for text in texts):
        return False
    said = {months for text in texts for months in months_said(text, calendar)}
    said |= {_YEAR for text in beside_periods(texts, calendar) if says("times.whole_year", text)}
    said |= {
        _YEAR
        for text in texts
        for part in _ASIDE.split(text)
        if (length := says("headers.length_alone", part)) and length["year"]
    }
    return _are_other_parts(texts, [period], calendar) or (bool(said) and period.months not in said)


def _are_other_parts(texts: Sequence[str], periods: Sequence[Period], calendar: Calendar) -> bool:
    """Whether texts number parts of a year as long as periods are, and none of these is one of them."""
    spans = {((period.start.month - calendar.month) % _YEAR, period.months) for period in periods if period.start}
    lengths = {months for _, months in spans}
    parts = {part for text in texts for part in parts_numbered(text, calendar) if part[1] in lengths}
    return bool(parts) and parts.isdisjoint(spans)


def says_other_month(head: Head, period: Period) -> bool:
    """Whether a month stands over the name of a period, or in brackets beside it, that neither begins nor ends it.

    Beside what is expected it tells when that was said.
    """
    texts = (*head.own, *head.spanned)
    if any(says("scenarios.forecast", text) for text in texts):
        return False
    ends = {(day.year, day.month) for day in (period.start or period.end, period.end)}
    months = {(month.year, month.month) for text in texts for month in months_alone(text)}
    return bool(months) and months.isdisjoint(ends)


def _ends_length(texts: Sequence[str], calendar: Calendar) -> bool:
    """Whether a text names a length up to a day, `Six months ended September 30, 2011`, and not its first day."""
    lengths = (item for text in texts for item in mentions(text, calendar) if item.kind == "duration")
    return any(True for _ in lengths) and all(len(_DAY.findall(text)) < _TWO for text in texts)


def are_turned(told: Sequence[tuple[Head, Period]]) -> bool:
    """Whether the head of the latest of several periods is called the previous one: `Previous year` over `1H11`."""
    periods = {period for _, period in told}
    latest = (head for head, period in told if len(periods) > 1 and period == max(periods))
    return any(says("headers.previous_alone", text) for head in latest for text in (*head.own, *head.spanned))


def below_other_years(told: Sequence[tuple[Head, Period]], calendar: Calendar) -> frozenset[int]:
    """The columns whose periods are named below years in which they are not: `2009 | 2010` above `1H10 | 1H11`.

    Where not every column has a year over it, what looks like one may be damaged.
    """
    over = {head.index: set(_years_beside(head, period, calendar)) for head, period in told}
    if not all(over.values()):
        return frozenset()
    named = ((head, period) for head, period in told if any(mentions(text, calendar) for text in head.own))
    return frozenset(head.index for head, period in named if over[head.index].isdisjoint(years_of(period, calendar)))


def _years_beside(head: Head, period: Period, calendar: Calendar) -> Iterator[int]:
    """The years that the texts of a column say beside the name of its period."""
    for text in (*head.own, *(text for text in head.spanned if YEAR.fullmatch(text))):
        named = [mention for mention in mentions(text, calendar) if mention.period == period]
        yield from years_written(without_mentions(text, named))


def is_moved(heads: Sequence[Head]) -> bool:
    """Whether nothing stands over the last column and something over others, as in a header a cell too far left."""
    return len(heads) > 1 and any(head.own for head in heads) and not heads[-1].own


def corner_says_other(corner: Sequence[str], periods: Sequence[Period], calendar: Calendar) -> bool:
    """Whether what stands over the labels names a period or a part of the year that no column is of, or lies in."""
    told = [period for period in periods if period.start]
    if not told or any(says("periods.to_date", text) for text in corner):
        return False
    named = [item.period for text in corner for item in mentions(text, calendar) if item.kind == "duration"]
    if any(is_of_other_years(text, told, calendar) for text in corner):
        return True
    if named:
        return not any(whole.holds(period) or period.holds(whole) for period in told for whole in named)
    said = {months for text in corner for months in months_said(text, calendar)}
    said |= {_YEAR for text in corner if (length := says("headers.length_alone", text)) and length["year"]}
    if _are_other_parts(corner, told, calendar):
        return True
    return bool(said) and said.isdisjoint(period.months for period in told)


def says_other_unit(head: Head) -> bool:
    """Whether a column says another unit in words, or in parentheses, than the one that it is in, or two at once."""
    texts = (part for text in head.own for part in {text, *_ASIDE.split(text)})
    stated = [unit for text in texts if (unit := parse_unit(text.strip(AROUND)))]
    said = [*(unit for text in head.own for unit in units_in_words(text)), *filter(is_of_money, stated)]
    has_money = head.unit is not None and head.unit.currency is not None and not head.unit.percent
    is_none = any(unit.percent and not unit.currency for unit in stated)
    is_other = any(is_of_none(unit, [head.unit]) for unit in said) or (has_money and is_none)
    return is_other or says_two_units(head.own)


def corner_says_other_unit(corner: Sequence[str], heads: Sequence[Head]) -> bool:
    """Whether what stands over the labels is a unit of money, and no column is in that."""
    said = [unit for text in corner if (unit := parse_unit(text.strip(AROUND))) and is_of_money(unit)]
    said += [unit for text in corner for unit in units_in_words(text)]
    apart = [unit for text in corner for part in _ASIDE.split(text) if (unit := parse_unit(part.strip(AROUND)))]
    scales = {unit.scale for unit in apart if unit.scale is not None and is_of_money(unit)}
    return len(scales) > 1 or any(is_of_none(unit, [head.unit for head in heads]) for unit in said) or _differ(said)


def _differ(units: Sequence[Unit]) -> bool:
    """Whether units of money are in several currencies."""
    return len({unit.currency for unit in units if unit.currency}) > 1
