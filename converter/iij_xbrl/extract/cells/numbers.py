"""How releases write numbers: separators, parentheses, minus signs, percent, dashes.

A number is read as printed: `(2,107)` is -2107 whatever its line means. Scale and unit come from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from iij_xbrl.extract.widths import narrow
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.written import BeginsWithPoint, BrokenGroups, PointsForCommas, TooManyDigits

_DASHES = frozenset("-‐‑‒–—−―ー─－﹣﹘⁃_")
_LONGEST_DASH = 3
RESIDUE = "·•‧∙.,`'’ "

_NUMBER = re.compile(
    r"""
    (?=[\d.(（△▲−–-])  # most characters begin no number
    (?P<open>[(（]\s*)?
    (?P<sign>(?<![\w.,)−–-])(?:[△▲]\s*|[−–-])(?=\d))?
    (?P<digits>(?P<points>(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d{3}(?:[.,]\d{3})+(?![.,]?\d))|\d+(?:,\d+)*|(?<![\w.,)）])(?=\.\d))
    (?P<fraction>\.\d+)?
    (?P<percent>\s?[%％])?
    (?P<close>\s*[)）](?P<behind>\s?[%％])?)?
    """,
    re.VERBOSE,
)
_PARTS = ("open", "sign", "digits", "points", "fraction", "percent", "close", "behind")
MOST_DIGITS = 15  # of a figure: with trillions as its scale, all of them are kept by the arithmetic of decimals
_BEYOND = Decimal(10) ** MOST_DIGITS  # in place of a value that no arithmetic keeps; no figure has it
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})*")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, from `start` to `end` (with its parentheses and sign).

    `value` carries the printed sign and is not scaled; a percentage stands as printed (37.7 for 37.7 %). `places`
    counts the digits after the point. `problem` says why the number cannot be trusted, if so.
    """

    start: int
    end: int
    value: Decimal
    places: int
    percent: bool
    problem: Reason | None = None


def numbers(text: str) -> Iterator[Number]:
    """All numbers in a plain text, from left to right."""
    for match in _NUMBER.finditer(narrow(text)):
        opened, sign, digits, points, fraction, percent, closed, behind = match.group(*_PARTS)
        bracketed = bool(opened and closed)
        percent = percent or (behind if bracketed else None)
        fraction = fraction or ""
        whole = digits.replace(".", "") if points else digits
        value = Decimal((whole.replace(",", "") or "0") + fraction)
        if bracketed or sign:
            value = -value
        start = match.start() if bracketed or not opened else match.start() + len(opened)
        end = match.end() if bracketed or not closed else match.end() - len(closed)
        problem = _problem(digits, points=bool(points))
        if len(digits) + len(fraction) > MOST_DIGITS and sum(map(str.isdigit, digits + fraction)) > MOST_DIGITS:
            value, problem = _BEYOND, TooManyDigits()
        yield Number(start, end, value, max(len(fraction) - 1, 0), bool(percent), problem)


def _problem(digits: str, *, points: bool) -> Reason | None:
    if points:
        return PointsForCommas()
    if not digits:
        return BeginsWithPoint()
    return None if "," not in digits or _GROUPED.fullmatch(digits) else BrokenGroups()


def is_dash(text: str) -> bool:
    """Whether a cell holds a dash and nothing else: nil, or not determined. It may be set with several (`--`)."""
    shown = text.strip()
    return 0 < len(shown) <= _LONGEST_DASH and _DASHES.issuperset(narrow(shown))


def is_residue(text: str) -> bool:
    """Whether a cell holds dots or quotes only: residue of a conversion, never nil."""
    return bool(text.strip()) and all(char in RESIDUE for char in text)
