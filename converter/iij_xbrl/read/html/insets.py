"""How far styles set a text in, in halves of an em: by a padding, a margin or the indent of its first line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

_LENGTH = re.compile(r"(-?\d{0,4}\.?\d{1,4})(px|pt|em|rem|in|cm|mm|pc|ch)")
_HALF_EM = {
    "px": Decimal(8),
    "pt": Decimal(6),
    "em": Decimal("0.5"),
    "rem": Decimal("0.5"),
    "in": Decimal(1) / 12,
    "cm": Decimal("0.21"),
    "mm": Decimal("2.1"),
    "pc": Decimal("0.5"),
    "ch": Decimal(1),
}
_LEFT = {1: 0, 2: 1, 3: 1, 4: 3}  # which of the sides of a short form is the left one
_SHORT = frozenset({"padding", "margin"})
_LONG = frozenset({"padding-left", "margin-left", "text-indent"})


def inset_of(declarations: Iterable[tuple[str, str]]) -> Decimal:
    """How far declarations set a text in; those of other lengths do not."""
    return sum((_inset(name.lower(), value.lower().split()) for name, value in declarations), Decimal(0))


def _inset(name: str, sides: Sequence[str]) -> Decimal:
    side = 0 if name in _LONG else _LEFT.get(len(sides)) if name in _SHORT else None
    match = _LENGTH.fullmatch(sides[side]) if side is not None and sides else None
    return Decimal(match[1]) / _HALF_EM[match[2]] if match else Decimal(0)
