"""Names of periods: `1H11`, `2Q FY2011`, `third quarter of FY2011`, as the convention has them or the document says.

They count from the start of the issuer's fiscal year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iij_xbrl.extract.times.calendar import Calendar, Mention, Period
from iij_xbrl.languages import ENGLISH

_COUNT_WORDS, _ORDINALS = ENGLISH.numbers("counts"), ENGLISH.numbers("ordinals")
_PATTERNS = ENGLISH.patterns
_NAME, _PART_OF_YEAR = _PATTERNS["periods.name"], _PATTERNS["periods.part_of_year"]
_INTERIM_BEHIND = _PATTERNS["periods.interim_behind"]
_CUMULATIVE = _PATTERNS["periods.cumulative_behind"]
_MONTHS_IN_BRACKETS = _PATTERNS["periods.months_in_brackets"]
_MONTHS_BEHIND = _PATTERNS["periods.months_behind"]
_JOINED_BEFORE = _PATTERNS["periods.joined_before"]
_BALANCE_NAME = _PATTERNS["periods.balance_of_name"]
_CLAUSE_BEFORE, _CLAUSE_BEHIND = _PATTERNS["periods.clause_before"], _PATTERNS["periods.clause_behind"]
_MONTH_BEHIND = re.compile(r"\s?[/.-]\d")  # FY12/3, named by the month in which it ends
_QUARTER, _HALF = 3, 6
_AHEAD = 100  # characters, more than the words have that lead to a date: a text is not searched anew for each
_NEAR = 24


def year_of(text: str) -> int:
    """The year that digits say, two or four."""
    number = int(text)
    return number if number > 99 else number + (2000 if number < 80 else 1900)


def named(text: str, calendar: Calendar) -> Iterator[Mention]:
    """The periods of a text that are told by name."""
    for match in _NAME.finditer(text) if calendar.is_known or calendar.in_calendar_years else ():
        period = _as_defined(match, _name_period(match, calendar), calendar)
        if period and not calendar.is_known and calendar.latest and period.end > calendar.latest:
            continue
        if period is None or _JOINED_BEFORE.search(text, max(match.start() - 5, 0), match.start()):
            continue
        months = _MONTHS_BEHIND.match(text, match.end())
        period = _counted(period, months, match, calendar)
        if period is None:
            continue
        if match["full_year"] and not (match["part_number"] or match["part_ordinal"]):
            if _INTERIM_BEHIND.match(text, match.end()):  # the words behind the year stay words
                period = calendar.span(calendar.named(year_of(match["full_year"])), 0, _HALF)
            elif _MONTH_BEHIND.match(text, match.end()) or _names_part(text, match.start(), match.end()):
                continue  # what is said of the year is not understood, so it is no year
        if period.months == _QUARTER and _CUMULATIVE.match(text, match.end()):
            period = Period(period.end, calendar.year_start(calendar.year_of(period.end)))
        lead = _BALANCE_NAME.search(text, max(match.start() - _AHEAD, 0), match.start())
        if lead:
            yield Mention(lead.start(), match.end(), Period(period.end), "instant")
        else:
            yield Mention(match.start(), match.end(), period, "duration")


def _counted(period: Period, months: re.Match[str] | None, match: re.Match[str], calendar: Calendar) -> Period | None:
    """The period of a name by the months counted behind it: `3Q12 (3 months)`, however it is defined; None if open."""
    if months is None:
        return period
    either = (item for item in (period, _name_period(match, calendar)) if item)
    return next((item for item in either if item.months == _COUNT_WORDS.get(months.group(1).lower())), None)


def name_shape(name: str) -> str:
    """The part of a year that a name of a period tells by number and letter, `3Q` of `3Q17`; empty for other names."""
    match = _NAME.fullmatch(name)
    return _shape(match) if match else ""


def _shape(match: re.Match[str]) -> str:
    if match["quarter"] and not match["from"]:
        return f"{match['quarter']}Q"
    if match["half"]:
        return f"{match['half']}H"
    if match["full_year"] and not match["part_number"]:
        return "FY"
    number, letter = (
        (match["number"], match["letter"]) if match["letter"] else (match["part_number"], match["part_letter"])
    )
    return f"{number}{letter.upper()}" if number and letter else ""


def _as_defined(match: re.Match[str], period: Period | None, calendar: Calendar) -> Period | None:
    """The period of a name as the document defines it, or else as the convention has it."""
    defined = dict(calendar.defined)
    if period and defined and _is_open(match, calendar):
        return None
    shape = _shape(match) if defined and period else ""
    if not period or shape not in defined:
        return period
    part = defined[shape]
    assert period.start is not None
    return calendar.span(calendar.year_of(period.start), *part) if part else None


def _is_open(match: re.Match[str], calendar: Calendar) -> bool:
    """Whether a part of a year in words, `third quarter of FY2011`, may be what the document calls `3Q11`.

    Where the text counts months, `(3 months)`, it is known.
    """
    number, size = match["ordinal"] or match["part_ordinal"], match["part"] or match["part_size"]
    is_named = bool(number and size) and is_defined(f"{_ORDINALS[number.lower()]}{size[0].upper()}", calendar)
    return is_named and not _MONTHS_IN_BRACKETS.search(match.string)


def is_defined(shape: str, calendar: Calendar) -> bool:
    """Whether the document defines the name of a part of a year, `3Q`, otherwise than the convention has it."""
    return shape in dict(calendar.defined)


def _names_part(text: str, start: int, end: int) -> bool:
    """Whether the words right around a year speak of a part of it."""
    before = _CLAUSE_BEFORE.split(text[max(start - _NEAR, 0) : start])[-1]
    behind = _CLAUSE_BEHIND.split(text[end : end + _NEAR])[0]
    return bool(_PART_OF_YEAR.search(before) or _PART_OF_YEAR.search(behind))


def _name_period(match: re.Match[str], calendar: Calendar) -> Period | None:
    if match["quarter"]:
        count, year = int(match["quarter"]), calendar.named(year_of(match["quarter_year"]))
        return calendar.span(year, 0, 3 * count) if match["from"] else calendar.span(year, 3 * (count - 1), 3)
    if match["months"] or match["count"]:
        months = int(match["months"]) if match["months"] else _COUNT_WORDS[match["count"].lower()]
        return calendar.span(calendar.named(year_of(match["months_year"] or match["count_year"])), 0, months)
    if match["ordinal"]:
        return part_of_year(match["part"][0], _ORDINALS[match["ordinal"].lower()], match["ordinal_year"], calendar)
    if match["half"]:
        return part_of_year("h", int(match["half"]), match["half_year"], calendar)
    if match["letter"]:
        return part_of_year(match["letter"], int(match["number"]), match["letter_year"], calendar)
    if match["part_number"]:
        return part_of_year(match["part_letter"], int(match["part_number"]), match["full_year"], calendar)
    if match["part_ordinal"]:
        return part_of_year(
            match["part_size"][0], _ORDINALS[match["part_ordinal"].lower()], match["full_year"], calendar
        )
    return calendar.span(calendar.named(year_of(match["full_year"])), 0, 12)


def part_of_year(letter: str, number: int, year: str, calendar: Calendar) -> Period | None:
    """A half (`h`) or a quarter (`q`) of a fiscal year; None where the year has no such part."""
    months = 6 if letter.lower() == "h" else 3
    return (
        calendar.span(calendar.named(year_of(year)), (number - 1) * months, months) if number * months <= 12 else None
    )
