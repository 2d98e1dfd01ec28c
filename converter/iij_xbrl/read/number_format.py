"""Shows the value of a spreadsheet's cell as the spreadsheet does: number formats (ISO/IEC 29500-1, section 18.8.31).

What a person reads in a cell is the value as its format shows it: rounded, scaled by commas, with parentheses, a
percent sign or a dash for zero. A figure is read as it is shown, and as precisely.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)" | \\(?P<escaped>.) | _(?P<space>.) | \*(?P<fill>.)
    | \[\$(?P<currency>[^\]-]*)[^\]]*\] | \[(?P<condition>(?:<=|>=|<>|<|>|=)-?[0-9]+(?:\.[0-9]+)?)\]
    | \[(?P<other>[^\]]*)\]
    | (?P<digits>[#0?][#0?,]*(?:\.[#0?]*)?,* | \.[#0?]+,*) | (?P<percent>%) | (?P<text>@) | (?P<general>General)
    | (?P<exponent>[Ee][+-]) | (?P<char>.)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_DATE_LETTERS = re.compile(r"[ymdhse]|AM/PM", re.IGNORECASE)
_DATE_PARTS = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|(y+|m+|d+|e+)|(h+.*|AM/PM)|(.)', re.IGNORECASE | re.DOTALL)
_GROUP = 3
_WIDE = Context(prec=2000)  # a double has up to 309 digits before its point, a format up to 250 behind it
_CONDITIONS = ("[<", "[>", "[=")
_MOST_FORMAT = 255  # characters, as spreadsheets allow
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class _Section:
    """A section of a format: the texts around one number, and its placeholders (None where it shows no number)."""

    before: str
    after: str
    digits: str | None
    percents: int
    condition: str
    general: bool = False


def shown(value: int | Decimal, number_format: str) -> str | None:
    """A number as a format shows it; None where the format is not understood (fractions, exponents, dates)."""
    number = Decimal(value)
    if len(number_format) > _MOST_FORMAT or number.adjusted() > _WIDE.prec // 2:
        return None
    sections = _sections(number_format)
    if not sections:
        return None
    section, negative = _chosen(sections, number)
    sign = "-" if negative else ""
    if section.general:
        return section.before + sign + _plain(number.copy_abs()) + section.after
    if section.digits is None:
        return sign + section.before + section.after
    scaled = number.copy_abs().scaleb(2 * section.percents - _GROUP * _scaling(section.digits), _WIDE)
    body = _digits(scaled, section.digits)
    if sign and not any(char in "123456789" for char in body):
        sign = ""  # what is rounded to zero is shown without a sign
    return sign + section.before + body + section.after


def _chosen(sections: Sequence[_Section], number: Decimal) -> tuple[_Section, bool]:
    """The section that shows a number, and whether the number keeps a minus sign there."""
    if any(section.condition for section in sections):
        for section in sections:
            if not section.condition or _holds(section.condition, number):
                return section, number < 0
        return sections[-1], number < 0
    if number < 0 and len(sections) > 1:
        return sections[1], False
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], number < 0


def _holds(condition: str, number: Decimal) -> bool:
    operator = condition.rstrip("0123456789.-")
    limit = Decimal(condition[len(operator) :])
    return {
        "<": number < limit, ">": number > limit, "=": number == limit,
        "<=": number <= limit, ">=": number >= limit, "<>": number != limit,
    }[operator]  # fmt: skip


@lru_cache(maxsize=1024)
def _sections(number_format: str) -> tuple[_Section, ...]:
    """The sections of a format, at most three that show numbers; none where one of them is not understood."""
    found = []
    for part in _split(number_format or "General")[:3]:
        section = _section(part)
        if section is None:
            return ()
        found.append(section)
    return tuple(found)


def _split(number_format: str) -> list[str]:
    """A format at its semicolons, but for those in quotes or behind a backslash."""
    parts, start = [], 0
    for match in re.finditer(r'"[^"]*"|\\.|\[[^\]]*\]|;', number_format, re.DOTALL):
        if match.group() == ";":
            parts.append(number_format[start : match.start()])
            start = match.end()
    return [*parts, number_format[start:]]


def _section(part: str) -> _Section | None:
    around = ["", ""]
    digits: str | None = None
    percents, condition, general = 0, "", False
    for match in _TOKEN.finditer(part):
        kind = match.lastgroup
        side = int(digits is not None or general)
        if kind == "digits" and digits is None and not general:
            digits = match.group()
        elif kind == "general" and digits is None:
            general = True
        elif kind == "condition":
            condition = match["condition"]
        elif kind in ("quoted", "escaped", "currency"):
            around[side] += match[kind]
        elif kind == "space":
            around[side] += " "
        elif kind == "percent":
            around[side] += "%"
            percents += 1
        elif kind == "char" and not _DATE_LETTERS.match(match["char"]) and match["char"] not in "#0?/":
            around[side] += match["char"]
        elif kind not in ("fill", "other", "text") or match.group().startswith(_CONDITIONS):
            return None
    return _Section(around[0], around[1], digits, percents, condition, general)


def _scaling(digits: str) -> int:
    """By how many thousands a number is divided: the commas at the end of its placeholders."""
    whole = digits.partition(".")[0] if not digits.endswith(",") else digits
    return len(whole) - len(whole.rstrip(","))


def _digits(number: Decimal, pattern: str) -> str:
    body = pattern.rstrip(",")
    whole, _, fraction = body.partition(".")
    places = len(fraction)
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    text = f"{rounded:f}"
    integer, _, decimals = text.partition(".")
    decimals = _without_optional(decimals, fraction)
    places_before = whole.replace(",", "")
    least = len(places_before) - places_before.find("0") if "0" in places_before else 0
    integer = "" if integer == "0" and not least else integer.rjust(least, "0")
    if "," in whole:
        integer = _grouped(integer)
    return integer + (f".{decimals}" if "." in body else "")


def _without_optional(decimals: str, fraction: str) -> str:
    """The decimals without zeros at the end whose place is optional: `#` shows nothing there, `?` a space."""
    while decimals and decimals[-1] == "0" and fraction[len(decimals) - 1] in "#?":
        decimals = decimals[:-1]
    return decimals


def _grouped(integer: str) -> str:
    head = len(integer) % _GROUP
    groups = [integer[:head]] if head else []
    return ",".join([*groups, *(integer[at : at + _GROUP] for at in range(head, len(integer), _GROUP))])


def _plain(number: Decimal) -> str:
    """A number in the format General: its digits, at most eleven of them."""
    if number == number.to_integral_value():
        return f"{number.quantize(Decimal(1), context=_WIDE):f}"
    places = max(10 - max(number.adjusted(), 0), 0)
    return f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE).normalize(_WIDE):f}"


def shown_date(day: date, number_format: str) -> str:
    """A day as a format shows it: in numbers, or with English names of months; else as ISO 8601."""
    shown_parts: list[str] = []
    for quoted, escaped, letters, clock, char in _DATE_PARTS.findall(number_format.split(";")[0]):
        if clock:
            break
        shown_parts.append(quoted or escaped or (_date_part(day, letters.lower()) if letters else char))
    text = " ".join("".join(shown_parts).replace("@", "").split()).strip(" ,")
    return text if any(part.isdigit() for part in text) else day.strftime("%Y-%m-%d")


def _date_part(day: date, letters: str) -> str:
    kind, width = letters[0], len(letters)
    if kind in "ye":
        return f"{day.year:04d}" if width > 2 or kind == "e" else f"{day.year % 100:02d}"
    if kind == "d":
        return (str(day.day), f"{day.day:02d}", "", "")[min(width, 4) - 1]
    names = (str(day.month), f"{day.month:02d}", _MONTHS[day.month - 1][:3], _MONTHS[day.month - 1])
    return names[min(width, 4) - 1]
