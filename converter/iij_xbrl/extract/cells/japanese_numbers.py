"""Amounts that Japanese writes in several units, the largest first: `472億7百万円`, `1兆2,345億円`, `3億4,500万円`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from iij_xbrl.languages import JAPANESE

_COMPOUND, _PART = JAPANESE.patterns["units.compound"], JAPANESE.patterns["units.part_of_compound"]
_SCALES, _CURRENCIES = JAPANESE.numbers("scales"), JAPANESE.names("currencies")


@dataclass(frozen=True, slots=True)
class Compound:
    """An amount in several units: `value` counts in its smallest one, which is ten to the power of `scale`.

    The digits stand from `start` to `end`, the unit ends at `behind`.
    """

    start: int
    end: int
    behind: int
    value: Decimal
    scale: int
    currency: str


def compound_at(text: str, at: int) -> Compound | None:
    """The amount at a place of a text in narrow forms; None where there is none, or its parts do not grow smaller."""
    match = _COMPOUND.match(text, at)
    if match is None:
        return None
    parts = [(part, _SCALES.get(part["scale"] or "", 0)) for part in _PART.finditer(match["parts"])]
    values = [(Decimal(part["number"].replace(",", "")), scale) for part, scale in parts]
    if any(value.scaleb(scale) >= Decimal(10) ** above for (_, above), (value, scale) in pairwise(values)):
        return None
    scale = values[-1][1]
    total = sum((value.scaleb(own - scale) for value, own in values), Decimal(0))
    end = match.start("parts") + parts[-1][0].end("number")
    return Compound(match.start(), end, match.end(), total.quantize(Decimal(1)), scale, _CURRENCIES[match["currency"]])
