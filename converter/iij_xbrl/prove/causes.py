"""The likely cause of a wrong figure, from what it is and what it should be."""

from __future__ import annotations

from decimal import Decimal


def cause_of(printed: str, printed_value: Decimal, expected_value: Decimal) -> str:
    """Why a figure reads as it does where another value was expected; empty where nothing simple explains it.

    `expected_value` is in full and may be finer than the printed figure; it is rounded to the printed precision.
    """
    if not printed_value or not expected_value:
        return ""
    exponent = _last_digit(printed, printed_value)
    expected = (expected_value / exponent).to_integral_value() * exponent
    if printed_value == -expected_value or printed_value == -expected:
        return "sign"
    ratio = printed_value / expected_value
    for power in (3, 6, -3, -6):
        if abs(ratio.scaleb(power) - 1) < Decimal("0.01"):
            return "scale"
    return _digits_cause(_digits(printed_value / exponent), _digits(expected / exponent))


def _last_digit(printed: str, value: Decimal) -> Decimal:
    digits = [char for char in printed if char.isdigit() or char == "."]
    places = len("".join(digits).partition(".")[2])
    shown = Decimal("".join(digits) or "1")
    scale = (abs(value) / shown).adjusted() if shown else 0
    return Decimal(1).scaleb(scale - places)


def _digits(number: Decimal) -> str:
    return str(abs(int(number)))


def _digits_cause(printed: str, expected: str) -> str:
    if len(printed) != len(expected):
        return ""
    differing = [at for at, (one, other) in enumerate(zip(printed, expected, strict=True)) if one != other]
    if len(differing) == 1:
        return "one digit"
    if sorted(printed) == sorted(expected):
        return "digits transposed"
    return ""
