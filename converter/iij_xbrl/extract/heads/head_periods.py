"""The period that the texts of a column's head name together: `Six months ended` over `September 30, 2011`.

Texts that name two periods of which neither is a part of the other name none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import timedelta

from iij_xbrl.extract.times.calendar import months_from
from iij_xbrl.extract.times.japanese_periods import part_of_year
from iij_xbrl.extract.times.partial_periods import YEAR
from iij_xbrl.extract.times.periods import Calendar, Mention, Period, last_day, mentions
from iij_xbrl.languages import JAPANESE, says

_DAY_OF_YEAR = re.compile(rf"\b\d{{1,2}}\s?,\s?{YEAR.pattern}\b")  # the rest of a day: 30, 2016
_UNRELATED = JAPANESE.patterns["periods.which_year"]
_BROKEN = re.compile(rf"(?<={JAPANESE.script.pattern})\s+(?={JAPANESE.script.pattern})")
_DAY_BEFORE = timedelta(days=1)  # that a period starts with the balance of
_YEAR = 12  # months


def column_period(texts: Sequence[str], calendar: Calendar) -> Mention | None:
    """The one period that texts name, from the highest to the lowest; None where they name none, or several.

    A line of Japanese ends within a word: where texts without the spaces between them name another period, it is that
    if it is a part of the one that they name apart, `第2四半期会計 | 期間`. Where neither is a part of the other, it is
    not known which.
    """
    found = _named(texts, calendar)
    together = _BROKEN.sub("", " ".join(texts))
    whole = _named([together], calendar) if found and together != " ".join(texts) else None
    if found is None or whole is None or _is_part(found.period, whole.period):
        return found
    return whole if _is_part(whole.period, found.period) else None


def _is_part(period: Period, other: Period) -> bool:
    """Whether a period is another one, or a part of it."""
    return period == other or (period.start is not None and other.start is not None and other.holds(period))


def _named(texts: Sequence[str], calendar: Calendar) -> Mention | None:
    """The one period that texts name, each as it is and one after the other."""
    if any(_names_two_days(text, calendar) for text in texts):
        return None
    text = " ".join(texts)
    joined = mentions(text, calendar)
    if len(joined) == 1:
        (mention,) = joined
        apart = last_day(text[: mention.start]), last_day(text[mention.end :])
        return _of_part(mention, texts, calendar) if apart == (None, None) else None  # the column is of other days
    single = [found for text in texts for found in mentions(text, calendar)]
    if not single or any(_is_apart(single[-1].period, other.period) for other in single[:-1]):
        return None  # two periods in one header
    return _of_part(single[-1], texts, calendar)


def _of_part(mention: Mention, texts: Sequence[str], calendar: Calendar) -> Mention | None:
    """A year, as the part of it that texts name alone, `第2四半期累計` over `平成24年3月期`; None if they contradict.

    Of a part of a year, a text that is the name of the whole, or of another part up to its end, says another period.
    """
    period = mention.period
    if period.start is None or all(text.isascii() for text in texts):
        return mention
    alone = {text: found[0].period for text in texts if len(found := mentions(text, calendar)) == 1}
    named = {text: other for text, other in alone.items() if other.start and other.months < _YEAR}
    if period.months == _YEAR:
        parts = {part for text in texts if (part := part_of_year(text, period, calendar.quarters))}
        parts = (parts | set(named.values())) - {period}
        return mention if not parts else replace(mention, period=min(parts)) if _is_one_of(parts, period) else None
    year = months_from(period.start, _YEAR)
    told = {text: part for text in texts if (part := part_of_year(_UNRELATED.sub("", text), year))} | named
    is_other = any(
        part.months != period.months and (part.months == _YEAR or says("periods.quarter_to_date", text))
        for text, part in told.items()
    )
    return None if is_other else mention


def _is_one_of(parts: Set[Period], year: Period) -> bool:
    return len(parts) == 1 and all(map(year.holds, parts))


def _names_two_days(text: str, calendar: Calendar) -> bool:
    """Whether a text names a period and has the rest of another day beside it: `September 30, 2015 30, 2016`."""
    found = mentions(text, calendar) if _DAY_OF_YEAR.search(text) else []
    return len(found) == 1 and bool(_DAY_OF_YEAR.search(f"{text[: found[0].start]} {text[found[0].end :]}"))


def _is_apart(period: Period, other: Period) -> bool:
    """Whether a period is another than one named before it, and no part of that; a day is part of what it ends."""
    if period.start is None and other.start is not None:
        return not other.start - _DAY_BEFORE <= period.end <= other.end
    if period.start is None or other.start is None:
        return period.start is None and period.end != other.end
    return not (other.start <= period.start and period.end <= other.end)


def names_other_time(own: Sequence[str], spanned: Sequence[str], mention: Mention, calendar: Calendar) -> bool:
    """Whether a column's own texts name years, and none of a period: what another column's head says is not its own.

    Nor is it where they name a month, and another head names the period without it.
    """
    if any(says("headers.month_alone", text) or says("headers.month_named", text) for text in own):
        others = " ".join(text for text in spanned if text not in own)
        return any(item.period == mention.period for item in mentions(others, calendar))
    years = {int(year) for text in own for year in YEAR.findall(text)}
    days = [day for day in (mention.period.start, mention.period.end) if day]
    return bool(years) and not any(day.year in years for day in days)
