"""Running heads, page numbers and footers: what stands at the same place on page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from iij_xbrl.read.layout.lines.lines import Line
from iij_xbrl.read.layout.lines.page_numbers import counting, number_of_page
from iij_xbrl.read.layout.page import Page

_BAND = 4  # lines at the top and at the bottom of a page that may be furniture
_NEAR = 3.0  # points: the same height
_SHARE = 0.45  # of the pages: odd and even ones may differ
_FEWEST = 2
_GAP = 1.6  # of the font's height: furniture stands further from the text
_MARGIN = 0.12  # of the page's height: furniture is not further in
_MARGIN_OF_FIRST = 0.16  # the same of the first and the last line, where they are no numbers
_TORN = 3  # lines of a row
_INK = 0.25  # of the font's height: how far the ink of a sign may reach beyond it
_DIGITS = re.compile(r"\d+")
_SEVERAL = 3  # pages on which what is close to the text is the same


class _Place(NamedTuple):
    """A line with its page and its distance from the edge of that, and what stands between it and the text.

    `is_apart` tells that it stands apart from the text.
    """

    page: int
    line: Line
    place: float
    beside: str
    is_apart: bool


def without_furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[list[Line]]:
    """The lines of pages (each with its height) without those that repeat on most of them at the same place."""
    seen: dict[tuple[str, bool], list[_Place]] = defaultdict(list)
    for number, (height, lines) in enumerate(pages):
        for line, top, is_apart in _outer(lines, height):
            place = line.baseline if top else height - line.baseline
            inner = lines[1:2] if top else lines[-2:-1]
            beside = inner[0].text if inner else ""
            seen[_shape(line), top].append(_Place(number, line, place, beside, is_apart))
    dropped: set[tuple[int, int]] = set()
    enough = max(_FEWEST, _SHARE * len(pages))
    for places in seen.values():
        usual = sorted(item.place for item in places)[len(places) // 2]
        same = [item for item in places if abs(item.place - usual) <= _NEAR]
        found = [(item.page, item.line) for item in same]
        found = found if _is_furniture(same, enough) else _counting(found, len(pages))
        dropped |= {(number, id(line)) for number, line in found}
    return [[line for line in lines if (number, id(line)) not in dropped] for number, (_, lines) in enumerate(pages)]


def without_torn(pages: Sequence[tuple[Page, Sequence[Line]]]) -> list[list[Line]]:
    """The lines of pages without those that end of pages tear: what is drawn at the end of one and again overleaf.

    The edge of what is seen of a page runs through them both times; what is said twice is seen whole, and stands twice.
    Lines of a label alone are left where their row is, which is overleaf.
    """
    found = [list(lines) for _, lines in pages]
    for at, (upper, lower) in enumerate(pairwise(found)):
        edges = pages[at][0].edges, pages[at + 1][0].edges
        counts = range(min(_TORN, len(upper), len(lower) - 1), 0, -1)
        count = next((count for count in counts if _are_torn(upper[-count:], lower[:count], *edges)), 0)
        if any(segment.figure for line in lower[:count] for segment in line.segments):
            del lower[:count]
        elif count:
            del upper[-count:]
    return found


def _are_torn(tail: Sequence[Line], start: Sequence[Line], edges: Sequence[float], others: Sequence[float]) -> bool:
    """Whether the last lines of a page are the first ones of the next, with an edge of what is seen through each."""
    return all(
        one.text == other.text
        and abs(one.box.left - other.box.left) < 1
        and _is_crossed(one, edges)
        and _is_crossed(other, others)
        for one, other in zip(tail, start, strict=True)
    )


def _is_crossed(line: Line, edges: Sequence[float]) -> bool:
    ink = _INK * line.size
    return any(line.box.top - ink < edge < line.box.bottom + ink for edge in edges)


def _is_furniture(places: Sequence[_Place], enough: float) -> bool:
    """Whether lines that are the same at the same place repeat on enough pages.

    They are apart from the text there; or there are several, no numbers alone, that stand beside other lines.
    """
    if len({item.page for item in places if item.is_apart}) >= enough:
        return True
    count = len({item.page for item in places})
    is_number = number_of_page(places[0].line.text) is not None
    return count >= max(enough, _SEVERAL) and not is_number and _is_over_others(places)


def _is_over_others(places: Sequence[_Place]) -> bool:
    """Whether lines that are the same stand beside others on most pages, as a head of a table overleaf does not."""
    counted = Counter(item.beside for item in places)
    return max(counted.values()) <= len(places) / 2


def _counting(found: Sequence[tuple[int, Line]], pages: int) -> list[tuple[int, Line]]:
    """The numbers alone on a line that count pages; the only page has one by itself."""
    numbers = ((page, number_of_page(line.text), (page, line)) for page, line in found)
    told = ((page, number, item) for page, number, item in numbers if number is not None)
    return counting(told, fewest=1 if pages == 1 else _FEWEST)


def _outer(lines: Sequence[Line], height: float) -> list[tuple[Line, bool, bool]]:
    """The lines that may be furniture, each with whether it is at the top, and whether it stands apart from the text.

    Of those close to the text only the first and the last of a page may be, where nothing stands beside it.
    """
    ends = {id(line) for line in (*lines[:1], *lines[-1:]) if number_of_page(line.text) is None}
    margins = {id(line): height * (_MARGIN_OF_FIRST if id(line) in ends else _MARGIN) for line in lines}
    top = [(line, True) for line in lines[:_BAND] if line.baseline < margins[id(line)]]
    bottom = [(line, False) for line in lines[-_BAND:] if line.baseline > height - margins[id(line)]]
    found = _apart(top, lines, first=True) + _apart(bottom, lines, first=False)
    known = {id(line) for line, _ in found}
    close = [item for item in (*top[:1], *bottom[-1:]) if id(item[0]) not in known and len(item[0].segments) == 1]
    return [*((*item, True) for item in found), *((*item, False) for item in close)]


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
    """What lines that repeat have in common: not their numbers, nor whether an edge of the page touches them."""
    return _DIGITS.sub("0", line.text).removesuffix("…")
