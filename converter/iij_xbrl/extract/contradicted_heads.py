"""Headers that contradict themselves: `1H11` above `Second quarter`, `JPY millions` below `1H11 (in euros)`."""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.column_heads import Head
from iij_xbrl.extract.partial_periods import months_said
from iij_xbrl.extract.periods import Calendar, Period, mentions
from iij_xbrl.extract.title_units import is_of_money, is_of_none, units_in_words
from iij_xbrl.extract.units import parse_unit
from iij_xbrl.languages import ENGLISH, says

_DAY = ENGLISH.patterns["periods.date"]
_BESIDE = " .:;()（）[]*_"


def says_other_time(head: Head, period: Period, calendar: Calendar) -> bool:
    """Whether a column of a period says another part of the year beside its name; days tell more than any name."""
    texts = (*head.own, *head.spanned)
    if any(_DAY.search(text) for text in head.own):
        return False
    said = {months for text in texts for months in months_said(text, calendar)}
    is_told = period.start is not None and not any(says("periods.to_date", text) for text in texts)
    return is_told and bool(said) and period.months not in said


def corner_says_other(corner: Sequence[str], periods: Sequence[Period], calendar: Calendar) -> bool:
    """Whether what stands over the labels names a period or a part of the year that no column is of, or lies in."""
    told = [period for period in periods if period.start]
    if not told or any(says("periods.to_date", text) for text in corner):
        return False
    named = [item.period for text in corner for item in mentions(text, calendar) if item.kind == "duration"]
    if named:
        return not any(whole.holds(period) or period.holds(whole) for period in told for whole in named)
    said = {months for text in corner for months in months_said(text, calendar)}
    return bool(said) and said.isdisjoint(period.months for period in told)


def says_other_unit(head: Head) -> bool:
    """Whether a column says another unit in words, or in parentheses, than the one that it is in."""
    said = (unit for text in head.own for unit in units_in_words(text))
    return any(is_of_none(unit, [head.unit]) for unit in said)


def corner_says_other_unit(corner: Sequence[str], heads: Sequence[Head]) -> bool:
    """Whether what stands over the labels is a unit of money, and no column is in that."""
    said = [unit for text in corner if (unit := parse_unit(text.strip(_BESIDE))) and is_of_money(unit)]
    return any(is_of_none(unit, [head.unit for head in heads]) for unit in said)
