"""Texts that say periods, or the unit of a table, and nothing of weight beside them, as they stand above a table."""

from __future__ import annotations

import re

from iij_xbrl.extract.cells.units import Unit, parse_caption_unit
from iij_xbrl.extract.times.periods import Mention, without_mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import spoken

_LETTERS = re.compile(r"[^\W\d_]")
_FEW_LETTERS = 6
_LETTERS_OF_A_WORD = 4  # what one character of Japanese says


def is_caption(text: str, found: tuple[Mention, ...]) -> bool:
    """Whether a text says nothing of weight beside the periods that are found in it."""
    rest = without_mentions(text, found, " ")
    for language in spoken(rest):
        rest = language.patterns["sections.caption_words"].sub(" ", rest)
    letters = _LETTERS.findall(rest)
    return sum(1 if char.isascii() else _LETTERS_OF_A_WORD for char in letters) <= _FEW_LETTERS


def table_unit(text: str) -> Unit | None:
    """The unit of a line such as `(JPY in millions)`, `Unit: JPY billion (except for ...)` or `JPY millions`."""
    text = narrow(text)
    lines = [language.patterns["sections.unit_line"].fullmatch(text) for language in spoken(text)]
    for match in filter(None, lines):
        groups = match.groupdict()
        unit = parse_caption_unit(groups.get("alone") or match["named"] or groups.get("worded") or "")
        if unit is not None:
            return unit
    if any(lines):
        return None
    whole = parse_caption_unit(text) if len(text.split()) > 1 else None
    return whole if whole and whole.currency and whole.scale else None
