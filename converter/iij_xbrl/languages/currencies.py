"""The currencies of the world: codes and minor units of ISO 4217, and the symbols that texts use for them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Currencies:
    """`minor_units` are the digits behind the point, by code; `codes` are the currencies, by symbol.

    `sign` finds a symbol.
    """

    minor_units: Mapping[str, int]
    codes: Mapping[str, str]
    sign: re.Pattern[str]

    def of(self, text: str) -> str | None:
        """The code of a currency that is written as its code, in capitals, or as its symbol; None for anything else."""
        return text if text in self.minor_units else self.codes.get(text.translate(_NARROW).replace(" ", ""))


_NARROW = str.maketrans("￥＄￡", "¥$£")


def _read() -> Currencies:
    raw = tomllib.loads((Path(__file__).parent / "currencies.toml").read_text(encoding="utf-8"))
    units = {code: int(places) for places, codes in raw["minor_units"].items() for code in codes}
    codes = {symbol: code for code, symbol in raw["symbols"].items()}
    # A symbol that several countries share has the first letters of a country's name in front: US$.
    codes |= {f"{code[:2]}{symbol}": code for code, symbol in raw["symbols"].items() if len(symbol) == 1}
    found = sorted((*codes, *(symbol.translate(_WIDE) for symbol in codes)), key=len, reverse=True)
    return Currencies(units, codes, re.compile("|".join(re.escape(symbol) for symbol in dict.fromkeys(found))))


_WIDE = str.maketrans("¥$£", "￥＄￡")
CURRENCIES = _read()
"""What texts may say of money; read once."""
