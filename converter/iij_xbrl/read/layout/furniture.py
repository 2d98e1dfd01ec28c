"""Running heads, page numbers and footers: what stands at the same place on page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from iij_xbrl.read.layout.lines import Line
from iij_xbrl.read.layout.page_numbers import counting, number_of_page

_BAND = 4  # lines at the top and at the bottom of a page that may be furniture
_NEAR = 3.0  # points: the same height
_SHARE = 0.45  # of the pages: odd and even ones may differ
_FEWEST = 2
_GAP = 1.6  # of the font's height: furniture stands further from the text
_MARGIN = 0.12  # of the page's height: furniture is not further in
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[list[Line]]:
    """The lines of pages (each with its height) without those that repeat on most of them at the same place."""
    seen: dict[tuple[str, bool], list[tuple[int, Line, float]]] = defaultdict(list)
    for number, (height, lines) in enumerate(pages):
        for line, top in _outer(lines, height):
            place = line.baseline if top else height - line.baseline
            seen[_shape(line), top].append((number, line, place))
    dropped: set[tuple[int, int]] = set()
    enough = max(_FEWEST, _SHARE * len(pages))
    for places in seen.values():
        usual = sorted(place for _, _, place in places)[len(places) // 2]
        same = [(number, line) for number, line, place in places if abs(place - usual) <= _NEAR]
        if len({number for number, _ in same}) < enough:
            same = _counting(same, len(pages))
        dropped |= {(number, id(line)) for number, line in same}
    return [[line for line in lines if (number, id(line)) not in dropped] for number, (_, lines) in enumerate(pages)]


def _counting(found: Sequence[tuple[int, Line]], pages: int) -> list[tuple[int, Line]]:
    """The numbers alone on a line that count pages; the only page has one by itself."""
    numbers = ((page, number_of_page(line.text), (page, line)) for page, line in found)
    told = ((page, number, item) for page, number, item in numbers if number is not None)
    return counting(told, fewest=1 if pages == 1 else _FEWEST)


def _outer(lines: Sequence[Line], height: float) -> list[tuple[Line, bool]]:
    top = [(line, True) for line in lines[:_BAND] if line.baseline < _MARGIN * height]
    bottom = [(line, False) for line in lines[-_BAND:] if line.baseline > (1 - _MARGIN) * height]
    return _apart(top, lines, first=True) + _apart(bottom, lines, first=False)


def _apart(found: list[tuple[Line, bool]], lines: Sequence[Line], *, first: bool) -> list[tuple[Line, bool]]:
    """Only lines down to one that stands apart from the text: heads of tables that go on overleaf do not."""
    order = found if first else found[::-1]
    inner = lines if first else lines[::-1]
    kept = 0
    for at, (line, _) in enumerate(order, 1):
        below = inner[at] if at < len(inner) else None
        if below is None or abs(below.baseline - line.baseline) > _GAP * min(line.size, below.size):
            kept = at
    return order[:kept]


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", line.text)
