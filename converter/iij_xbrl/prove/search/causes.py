"""What goes wrong when a figure is typed or printed, and the figures that such a slip may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Cause = Literal[
    "",
    "one digit",
    "digits transposed",
    "decimal point for comma",
    "scale",
    "sign",
    "shifted column",
    "cells swapped",
    "stale comparative",
    "label",
    "rounding",
]
EDITS: tuple[Cause, ...] = ("one digit", "digits transposed", "decimal point for comma", "scale", "sign")
"""The slips within one figure, the smallest first."""
_POWERS = (3, 6, -3, -6)
_NEAR = Decimal("0.01")
_POINT_FOR_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+")


@dataclass(frozen=True, slots=True)
class Edit:
    """A value that a printed figure may stand for, and the slip that would have made the figure of it."""

    value: Decimal
    cause: Cause

    @property
    def rank(self) -> int:
        """The smaller, the simpler."""
        return rank_of(self.cause)


def rank_of(cause: Cause) -> int:
    """How small a slip is, from 0; what is no slip within a figure comes last."""
    return EDITS.index(cause) if cause in EDITS else len(EDITS)


def cause_of(printed: str, printed_value: Decimal, expected_value: Decimal) -> Cause:
    """Why a figure reads as it does where another value was expected; empty where nothing simple explains it.

    Values are in full. `expected_value` may be finer than the printed figure; it is rounded to the printed precision.
    """
    if not printed_value or not expected_value:
        return ""
    exponent = _last_digit(printed, printed_value)
    expected = (expected_value / exponent).to_integral_value() * exponent
    if printed_value in (-expected_value, -expected):
        return "sign"
    ratio = printed_value / expected_value
    if ratio < 0:
        return ""
    if any(abs(ratio.scaleb(power) - 1) < _NEAR for power in _POWERS):
        return "decimal point for comma" if ratio < 1 and _POINT_FOR_COMMA.fullmatch(_plain(printed)) else "scale"
    return _digits_cause(_digits(printed_value / exponent), _digits(expected / exponent))


def edits(value: Decimal, decimals: int, low: Decimal, high: Decimal) -> Iterator[Edit]:
    """The values between `low` and `high` that one slip would turn into a printed value, the simplest first."""
    unit = Decimal(1).scaleb(-decimals)
    digits, sign = _digits(value / unit), -1 if value < 0 else 1
    for cause, changed in _changes(digits):
        other = sign * int(changed) * unit
        if low <= other <= high and other != value:
            yield Edit(other, cause)
    for power in _POWERS:
        near = value.scaleb(power)
        room = abs(near) * _NEAR
        if value and low <= near + room and near - room <= high:
            inside = min(max(near, low), high)
            yield Edit((inside / unit).to_integral_value() * unit, "scale")
    if value and low <= -value <= high:
        yield Edit(-value, "sign")


def _changes(digits: str) -> Iterator[tuple[Cause, str]]:
    for at, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and (at or other != "0"):
                yield "one digit", digits[:at] + other + digits[at + 1 :]
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            yield "digits transposed", digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def _plain(printed: str) -> str:
    return "".join(char for char in printed if char.isdigit() or char in ".,")


def _last_digit(printed: str, value: Decimal) -> Decimal:
    digits = [char for char in printed if char.isdigit() or char == "."]
    places = len("".join(digits).partition(".")[2])
    shown = Decimal("".join(digits) or "1")
    scale = (abs(value) / shown).adjusted() if shown else 0
    return Decimal(1).scaleb(scale - places)


def _digits(number: Decimal) -> str:
    return str(abs(int(number)))


def _digits_cause(printed: str, expected: str) -> Cause:
    if len(printed) != len(expected):
        return ""
    differing = [at for at, (one, other) in enumerate(zip(printed, expected, strict=True)) if one != other]
    if len(differing) == 1:
        return "one digit"
    if sorted(printed) == sorted(expected):
        return "digits transposed"
    return ""
