"""Amounts of Japanese sentences: `47,207百万円`, `472億7百万円`, `37.7%`, `1,234件`."""

from __future__ import annotations

import re
from decimal import Decimal

from iij_xbrl.extract.cells.japanese_numbers import compound_at
from iij_xbrl.extract.cells.numbers import Number
from iij_xbrl.extract.tokens import Token
from iij_xbrl.languages import JAPANESE

_SCALES, _CURRENCIES = JAPANESE.numbers("scales"), JAPANESE.names("currencies")
_COUNTED = JAPANESE.names("counted")
_YEN_AND_SEN = JAPANESE.patterns["units.sen"]
_AMOUNT = JAPANESE.patterns["sentences.amount"]


def amount_at(text: str, at: int) -> tuple[Token, str, int] | None:
    """The amount at a place of a text in narrow forms: as a token, what it counts, and where it ends."""
    several = compound_at(text, at)
    if several:
        figure = Number(several.start, several.end, several.value, 0, False)
        token = Token("amount", several.start, several.end, "", figure, several.currency, several.scale)
        return token, "", several.behind
    sen = _YEN_AND_SEN.match(text, at)
    if sen:
        value = Decimal(f"{sen['yen'].replace(',', '')}.{sen['sen']}")
        figure = Number(sen.start(), sen.end("sen"), value, 2, False)
        return Token("amount", sen.start(), sen.end("sen"), "", figure, "JPY", 0), "", sen.end()
    match = _AMOUNT.match(text, at)
    return (*_token(match), match.end()) if match else None


def _token(match: re.Match[str]) -> tuple[Token, str]:
    printed, unit = match["number"], match["unit"]
    value = Decimal(printed.replace(",", ""))
    places = len(printed.partition(".")[2])
    start, end = match.span("number")
    if match["percent"]:
        figure = Number(start, end, value, places, True)
        return Token("percent", start, end, "", figure, points=bool(match["points"])), ""
    figure = Number(start, end, value, places, False)
    if match["currency"]:
        scale = _SCALES.get(match["scale"] or "", 0)
        return Token("amount", start, end, "", figure, _CURRENCIES[match["currency"]], scale), ""
    return Token("number", start, end, "", figure), _COUNTED.get(unit, "")
