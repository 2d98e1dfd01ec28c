"""Columns headed by parts of the year that the corner or the caption names: `First half | Second half | Full year`."""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.heads.column_heads import Head
from iij_xbrl.extract.times.japanese_periods import part_of_year
from iij_xbrl.extract.times.partial_periods import part_named, parts_said
from iij_xbrl.extract.times.periods import Calendar, Mention, Period
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE

_YEAR = 12
_WHOLE = ENGLISH.patterns["periods.whole_year_alone"]
_JAPANESE = JAPANESE.numbers("parts_of_year")
_ANY_PART = JAPANESE.patterns["periods.any_part"]


def parts_of_year(values: Sequence[Head], captions: Sequence[Mention], calendar: Calendar) -> dict[int, Mention]:
    """The periods of such columns; all of them or none. Without the one year that they are of, none."""
    years = {mention.period for mention in captions}
    year = years.pop() if len(years) == 1 else None
    if year is None or year.start != calendar.year_start(calendar.year_of(year.end)) or year.months != _YEAR:
        return {}
    found: dict[int, Mention] = {}
    for head in values:
        period = None if head.mention else _part(head, year, calendar)
        if period is None or period in (mention.period for mention in found.values()):
            return {}
        found[head.index] = Mention(0, 0, period, "duration")
    return found


def is_another_part(head: Head, mention: Mention, calendar: Calendar) -> bool:
    """Whether a header says a part of the year that is not a period: `Second half` below a title of the first."""
    period, text = mention.period, narrow(head.fragment)
    if period.start is None:
        return False
    said = {*parts_said(text), *filter(None, [_named(head)])}
    year = calendar.year_of(period.end)
    is_other = any(calendar.span(year, *part) != period for part in said if sum(part) <= _YEAR)
    return is_other or (not said and bool(JAPANESE.script.search(text)) and bool(_ANY_PART.search(text)))


def _part(head: Head, year: Period, calendar: Calendar) -> Period | None:
    named = _named(head)
    if named:
        return calendar.span(calendar.year_of(year.end), *named)
    return part_of_year(head.fragment, year, calendar.quarters)


def _named(head: Head) -> tuple[int, int] | None:
    """The first month and the length of the part that a header is and nothing else."""
    text = narrow(head.fragment).strip()
    if text in _JAPANESE:
        months = _JAPANESE[text]
        return (0, months) if months > 0 else (_YEAR + months, -months)
    return (0, _YEAR) if _WHOLE.fullmatch(text) else part_named(text)
