"""Names of periods that a document defines itself: `("3Q17", from April 1, 2017 to December 31, 2017)`.

What a document defines holds in it, over any convention. A name stands for the same part of each fiscal year: where
`3Q17` is nine months, `3Q16` is no quarter. A name that is defined in two ways is no name of a period.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from iij_xbrl.extract.times.calendar import Calendar, Period
from iij_xbrl.extract.times.period_names import name_shape
from iij_xbrl.extract.times.periods import mentions
from iij_xbrl.languages import ENGLISH

_QUOTED = re.compile(r"[\"“”'‘’]([^\"“”'‘’]{2,24})[\"“”'‘’]")
_BEFORE, _BEHIND = ENGLISH.patterns["definitions.before"], ENGLISH.patterns["definitions.behind"]
_DEFINES = ENGLISH.patterns["definitions.defines"]
_DATED = ENGLISH.patterns["definitions.dated"]
_BARE = ENGLISH.patterns["definitions.bare_name"]
_MONTHS_OF_YEAR = 12


def with_definitions(calendar: Calendar, texts: Iterable[str]) -> Calendar:
    """The calendar with the names of periods that texts define otherwise than the convention has it."""
    found: dict[str, set[tuple[int, int] | None]] = {}
    definitions = [item for text in texts for item in _defined(text, calendar)]
    calendar = _with_naming(calendar, ((name, period) for name, period in definitions if period))
    for name, period in definitions:
        shape = name_shape(name) or name_shape(f"{name}11")  # of any year
        if shape:
            found.setdefault(shape, set()).add(_part(period, calendar, _year(name, calendar)) if period else None)
    parts = ((shape, next(iter(known)) if len(known) == 1 else None) for shape, known in sorted(found.items()))
    return replace(calendar, defined=tuple((shape, part) for shape, part in parts if part != _usual(shape, calendar)))


def _with_naming(calendar: Calendar, definitions: Iterable[tuple[str, Period]]) -> Calendar:
    """The calendar with fiscal years named by the other year, where all definitions of whole years say so."""
    other = replace(calendar, named_by_end=not calendar.named_by_end)
    years = [(name, period) for name, period in definitions if period.months == _MONTHS_OF_YEAR]
    named = [(mentions(name, calendar), mentions(name, other), period) for name, period in years]
    known = [(usual[0].period, turned[0].period, period) for usual, turned, period in named if usual and turned]
    is_turned = bool(known) and all(usual != period == turned for usual, turned, period in known)
    return other if is_turned else calendar


def _defined(text: str, calendar: Calendar) -> Iterator[tuple[str, Period | None]]:
    """The quoted names of a text, each with the period in front of it or behind it, other quoted names between.

    A name that the text defines as something else, `"FY2011" means the calendar year 2011`, has none. A name in front
    of such a verb needs no quotes: `1H11 stands for January 1 to June 30, 2011`.
    """
    names = sorted((*_QUOTED.finditer(text), *_BARE.finditer(text)), key=lambda match: match.start())
    if not names:
        return
    quoted = [(match.start(), match.end()) for match in names]
    spans = [
        item
        for item in mentions(text, calendar)
        if item.period.start and not any(start <= item.start < end for start, end in quoted)
    ]
    for match in names:
        name = match[1].strip(" ,.")
        before = next((item for item in reversed(spans) if item.end <= match.start()), None)
        behind = next((item for item in spans if item.start >= match.end()), None)
        is_before = before and _BEFORE.fullmatch(_QUOTED.sub("", text[before.end : match.start()]))
        is_behind = behind and _BEHIND.fullmatch(_QUOTED.sub("", text[match.end() : behind.start]))
        is_dated = behind and is_behind and _DATED.match(text, match.end())
        if before and is_before and not (behind and is_dated and _is_within(behind.period, before.period)):
            yield name, before.period
        elif behind and is_behind:
            yield name, behind.period
        elif _DEFINES.match(text, match.end()):
            yield name, None


def _is_within(part: Period, whole: Period) -> bool:
    """Whether a period is a part of another: `the fiscal year ending March 31, 2023 ("1Q22", from April 1, ...)`."""
    return part != whole and whole.holds(part)


def _year(name: str, calendar: Calendar) -> int | None:
    """The fiscal year that a name names; None where it names none, `1H`."""
    found = mentions(name, calendar)
    return calendar.year_of(found[0].period.start) if found and found[0].period.start else None


def _part(period: Period, calendar: Calendar, year: int | None = None) -> tuple[int, int] | None:
    """The first month, from that of a fiscal year, and the number of months of a duration; None where it has others.

    The year is the one in which it begins, or another that its name names: `1H11` may begin before that year does.
    """
    assert period.start is not None
    year = calendar.year_of(period.start) if year is None else year
    first = (period.start.year - year) * _MONTHS_OF_YEAR + period.start.month - calendar.month
    return (first, period.months) if calendar.span(year, first, period.months) == period else None


def _usual(shape: str, calendar: Calendar) -> tuple[int, int] | None:
    """What a name of a period stands for by convention."""
    found = mentions(f"{shape}11", calendar)
    return _part(found[0].period, calendar) if found and found[0].period.start else None
