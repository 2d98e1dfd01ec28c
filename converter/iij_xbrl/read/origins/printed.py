"""Places as they are printed, and read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from iij_xbrl.read.origins.base import Origin
from iij_xbrl.read.origins.boxes import BoxOrigin
from iij_xbrl.read.origins.cells import CellOrigin
from iij_xbrl.read.origins.lines import LineOrigin

_LINE = re.compile(r"(?:.*:)?(?P<line>\d{1,9}):(?P<column>\d{1,9})", re.DOTALL)
_POINTS = r"-?\d{1,6}(?:\.\d{1,6})?"
_BOX = re.compile(rf"(?:.*:)?p(?P<page>\d{{1,9}}):(?P<box>{_POINTS},{_POINTS}(?:,{_POINTS},{_POINTS})?)", re.DOTALL)
_CELL = re.compile(
    r"(?:.*:)?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<sheet>[^'!:]+))!\$?(?P<cell>[A-Za-z]{1,3}\$?\d{1,7})", re.DOTALL
)


def parse_origin(text: str) -> Origin | None:
    """A place as it is printed, with its file in front or without it; None where the text is none.

    `244:43`, `release.pdf:p3:72.0,340.2,120.5,352.0`, `'Balance sheet'!C5`; a point of a page, `p3:96,346`, is a box.
    """
    if match := _BOX.fullmatch(text):
        left, top, *corner = map(Decimal, match["box"].split(","))
        right, bottom = corner or (left, top)
        return BoxOrigin(int(match["page"]), ((0, 1, (left, top, right, bottom)),))
    if match := _LINE.fullmatch(text):
        start = int(match["column"]) - 1
        return LineOrigin(int(match["line"]), start, start + 1) if start >= 0 else None
    if match := _CELL.fullmatch(text):
        sheet = match["quoted"].replace("''", "'") if match["quoted"] else match["sheet"]
        return CellOrigin(sheet, match["cell"].replace("$", "").upper())
    return None


def place_in(file: object, origin: Origin) -> str:
    """A place with its file: `release.md:244:43`."""
    return f"{file}:{origin}"


def in_words(origins: Iterable[Origin], *, most: int = 0) -> str:
    """Several places in a sentence: `lines 12, 14`; with more lines than `most`, `lines 12 to 40`."""
    found = list(origins)
    lines = sorted({origin.line for origin in found if isinstance(origin, LineOrigin)})
    if not lines or not all(isinstance(origin, LineOrigin) for origin in found):
        return ", ".join(dict.fromkeys(origin.words for origin in found))
    if len(lines) == 1:
        return f"line {lines[0]}"
    return f"lines {_listed(lines, most)}"


def _listed(lines: Sequence[int], most: int) -> str:
    return f"{lines[0]} to {lines[-1]}" if most and len(lines) > most else ", ".join(map(str, lines))
