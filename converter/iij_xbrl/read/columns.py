"""Columns as a reader sees them, from cells as they are written.

Filing agents give a figure three cells: its currency sign, its digits, and its closing parenthesis or percent sign; and
put empty cells between columns. Here a sign is joined with its figure, and what figures share across the rows is a
column. The cells of a table are given by the physical columns that they span.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate

from iij_xbrl.languages import CURRENCIES, LANGUAGES

_SIGN = rf"(?:[A-Z.]{{0,4}}\s?(?:{CURRENCIES.sign.pattern}))"
_IN_FRONT = re.compile(rf"{_SIGN}?\s?[(（]?|[△▲]")


def _of_all(name: str) -> str:
    """A pattern of every language that has it, as one."""
    known = (language.patterns.get(name) for language in LANGUAGES)
    return "|".join(pattern.pattern for pattern in known if pattern)


_UNITS = _of_all("units.behind_figure")
_BEHIND = re.compile(rf"[)）]?\s?[%％]\s?[)）]?|[)）]|[)）]?\s?(?:{_UNITS})\s?[)）]?", re.VERBOSE)
_NOT_GIVEN = _of_all("units.not_given")
_FIGURE = re.compile(
    rf"""
    [\s(（△▲\[+]*{_SIGN}?[\s(（]*[-−–—△▲]?\s*\d[\d,.]*\s*[%％]?\s*[)）\]]?\s*[%％]?
    | {_SIGN}?\s*[-‐–—−―－]+\s*[%％]?
    | {_NOT_GIVEN} | \*+
    """,
    re.VERBOSE,
)
_OPEN = re.compile(r"[(（]\s*\S*$")
_DASH_ALONE = frozenset("-−–—")


@dataclass(slots=True)
class Part:
    """A cell, or cells that were joined: the physical columns from `first` to `last` (exclusive), and its numbers.

    `members` are the positions of its cells in the row; `text` is what they show together.
    """

    first: int
    last: int
    text: str
    members: list[int]
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A part with the columns that it stands in: the first, and how many."""

    part: Part
    column: int
    count: int


def columns_of(rows: Sequence[Sequence[Part]]) -> list[list[Placed]]:
    """The rows of a table by its columns, as a reader sees them; empty parts are left out."""
    joined = [_joined([part for part in row if part.text]) for row in rows]
    borders = _borders(joined)
    return [[_placed(part, borders) for part in row] for row in joined]


def _joined(row: Sequence[Part]) -> list[Part]:
    """A row in which the signs that have cells of their own are joined with their figures."""
    found: list[Part] = []
    pending: Part | None = None
    for at, part in enumerate(row):
        following = row[at + 1] if at + 1 < len(row) else None
        if pending is not None:
            part = _together(pending, part)
            pending = None
        elif found and _is_behind(part, found[-1]):
            found[-1] = _together(found[-1], part)
            continue
        if following is not None and _is_in_front(part, following, is_label=not found):
            pending = part
            continue
        part.is_figure = bool(_FIGURE.fullmatch(part.text))
        found.append(part)
    return found


def _together(left: Part, right: Part) -> Part:
    text = left.text + right.text
    figure = bool(_FIGURE.fullmatch(text))
    return Part(left.first, right.last, text, [*left.members, *right.members], figure)


def _is_in_front(part: Part, following: Part, *, is_label: bool) -> bool:
    """Whether a part is a sign of the figure that follows it."""
    if following.first - part.last > 1 or not _FIGURE.match(following.text) or not following.text[:1]:
        return False
    if part.text in _DASH_ALONE:  # a dash is a figure of its own, unless it touches its digits
        return False
    return bool(_IN_FRONT.fullmatch(part.text)) or (part.text in CURRENCIES.minor_units and not is_label)


def _is_behind(part: Part, before: Part) -> bool:
    """Whether a part is a sign of the figure in front of it."""
    if part.first - before.last > 1 or not _BEHIND.fullmatch(part.text):
        return False
    if part.text[0] in ")）":
        return bool(_OPEN.search(before.text))
    return before.is_figure or bool(_FIGURE.fullmatch(before.text))


def _borders(rows: Sequence[Sequence[Part]]) -> list[tuple[int, int]]:
    """The physical columns of each column: what figures that stand below each other span, and texts beside them."""
    spans = {(part.first, part.last) for row in rows for part in row if part.is_figure}
    # A figure or dash in a cell over several columns of figures joins none of them.
    figures = _merged(_narrow(spans))
    if figures:
        texts = {(part.first, part.last) for row in rows for part in row if not part.is_figure}
        # A text over several columns of texts parts none of them.
        beside = _narrow({span for span in texts if not _over(*span, figures)})
        return sorted([*figures, *_merged(beside)])
    return _merged(_narrow({(part.first, part.last) for row in rows for part in row}))


def _narrow(spans: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without those that span two others beside each other.

    Of the spans within one, the one that ends first and the one that begins last are beside each other, if any are.
    """
    by_first, by_last = sorted(spans), sorted(spans, key=lambda span: span[::-1])
    firsts, lasts = [first for first, _ in by_first], [last for _, last in by_last]
    ends = list(accumulate((last for _, last in reversed(by_first)), min))[::-1]  # the least end from a span on
    begins = list(accumulate((first for first, _ in by_last), max))  # the greatest begin up to a span
    return [
        (first, last)
        for first, last in by_first
        if ends[bisect_left(firsts, first)] > begins[bisect_right(lasts, last) - 1]
    ]


def _over(first: int, last: int, borders: Sequence[tuple[int, int]]) -> range:
    """Which of some spans, in order and apart, a span reaches into."""
    start = bisect_right(borders, first, key=lambda border: border[1])
    return range(start, max(start, bisect_left(borders, last, key=lambda border: border[0])))


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap, as one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(set(spans)):
        if found and first < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _placed(part: Part, borders: Sequence[tuple[int, int]]) -> Placed:
    over = _over(part.first, part.last, borders)
    if over:
        return Placed(part, over[0], len(over))
    return Placed(part, max(0, bisect_right(borders, part.first, key=lambda border: border[0]) - 1), 1)
