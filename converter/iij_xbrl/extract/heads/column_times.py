"""Periods that columns take from those beside them and from the caption of their table.

What moves between two balances is of the time between: `December 31, 2023 | Additions | December 31, 2024`.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from iij_xbrl.extract.heads.column_heads import Head
from iij_xbrl.extract.sections import Section
from iij_xbrl.extract.times.days import is_last_of_month
from iij_xbrl.extract.times.periods import Calendar, Mention, Period
from iij_xbrl.languages import says

_DAY = timedelta(days=1)
_FEWEST = 2  # balances


def between(
    found: Sequence[Mention | None], is_open: Sequence[bool], closes: Set[date] = frozenset()
) -> list[Mention | None]:
    """The periods of columns, with those that lie between a balance and a later one of the time between the two.

    `is_open` tells which columns may be movements, and `closes` are days on which years end. Where a column is of a
    duration, none is.
    """
    filled = list(found)
    days = [(at, mention.period) for at, mention in enumerate(found) if mention]
    if len(days) < _FEWEST or any(period.start for _, period in days):
        return filled
    for (left, before), (right, after) in pairwise(days):
        if before.end + _DAY < after.end and all(is_open[left + 1 : right]):
            opened = before.end if before.end.day == 1 and before.end not in closes else before.end + _DAY
            moved = Mention(0, 0, Period(after.end, opened), "duration")
            filled[left + 1 : right] = [moved] * (right - left - 1)
    return filled


def own_periods(values: Sequence[Head], section: Section) -> dict[int, Mention]:
    """The periods that columns of values name themselves, by index, with those of the caption and of totals."""
    own = {head.index: head.mention for head in values if head.mention}
    return _of_levels(values, own if _has_movements(values) else _completed(own, section))


def _has_movements(values: Sequence[Head]) -> bool:
    named = [head.mention for head in values]
    return between(named, [True] * len(named)) != named


def _completed(own: dict[int, Mention], section: Section) -> dict[int, Mention]:
    """Bare dates under a caption that names durations ending on them stand for those; all of them or none."""
    found = {index: _duration_to(mention, section) for index, mention in own.items() if mention.kind == "date"}
    whole = {index: mention for index, mention in found.items() if mention}
    return own | whole if len(whole) == len(found) else own


def _duration_to(mention: Mention, section: Section) -> Mention | None:
    ended = (item for item in section.captions if item.kind == "duration" and item.period.end == mention.period.end)
    return next(ended, None)


def _of_levels(values: Sequence[Head], own: dict[int, Mention]) -> dict[int, Mention]:
    """The periods, with that of the total for the levels of measurement beside it: `2024 | Level 1 | Level 2`."""
    levels = [head.index for head in values if head.index not in own and says("headers.levels", head.fragment)]
    if len({mention.period for mention in own.values()}) != 1 or len(own) + len(levels) != len(values):
        return own
    return own | dict.fromkeys(levels, next(iter(own.values())))


def without_event(section: Section, calendar: Calendar) -> Section:
    """A section without its caption where that is a bare day with which nothing ends: that of a signature.

    A table of what was acquired is of the day of that, whatever period the text in front of it names.
    """
    if says("sections.at_event", section.introduction):
        return replace(section, captions=())
    days = [mention.period.end for mention in section.captions if mention.kind == "date"]
    if len(days) != 1 or len(section.captions) > 1 or calendar.is_known or is_last_of_month(days[0]):
        return section
    is_end = days[0] in calendar.closes or (calendar.weeks and calendar.weeks.is_end(days[0]))
    return section if is_end else replace(section, captions=())
