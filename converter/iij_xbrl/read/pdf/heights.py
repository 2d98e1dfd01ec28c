"""How high the characters of fonts are, and which pages set one text in two of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from statistics import median, median_low

from iij_xbrl.read.layout.shapes import is_wide

_NO_INK = 0.01  # of the font's height
_WHOLE = 1.0  # of the font's height: what a line of text takes at least
_LOW, _LOWEST = 0.85, 0.75  # of the font's height: what is lower is the ink of a character
_ENOUGH = 0.25  # of the characters
ASCENT, DESCENT = 0.89, 0.22  # of the font's height: what letters take above and below the line they stand on


def are_of_ink(heights: Sequence[float]) -> bool:
    """Whether heights of characters are those of their ink, or all too low: a line of text takes more.

    They are shares of what the font says.
    """
    apart = max(heights) - min(heights)
    return (min(heights) < _LOW and apart > _LOW - _LOWEST) or median_low(heights) < _WHOLE - _NO_INK


def fonts_of_ink(heights: Mapping[int, Sequence[float]], known: Set[int] = frozenset()) -> tuple[set[int], float]:
    """The fonts whose heights are those of ink, and what a letter of them takes: as much as one of the others.

    It does where these have enough of the characters. Heights are given by font, as shares of what that says. What a
    page has of a font may not show it: some are `known` from pages before.
    """
    found = {font for font, held in heights.items() if font in known or are_of_ink(held)}
    others = [share for font, held in heights.items() if font not in found for share in held]
    tells = len(others) > _ENOUGH * sum(map(len, heights.values()))
    return found, median(others) if tells else ASCENT + DESCENT


def in_two_fonts(texts: Iterable[str]) -> bool:
    """Whether a page is written in a wide script: its letters and digits come from another font than the rest.

    The two have heights of their own where they are set at one size, so only that tells headings from text.
    """
    return any(map(is_wide, texts))
