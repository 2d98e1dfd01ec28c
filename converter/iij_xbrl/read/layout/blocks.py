"""Lines and tables of all pages become blocks: headings, paragraphs and tables, over the ends of columns and pages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.overleaf.joined import joined, without_labels_again
from iij_xbrl.read.layout.shapes import is_bullet, stands_apart
from iij_xbrl.read.layout.tables.tables import Grid, GridCell, GridRow

_LARGER = 1.06  # a heading is larger than the text by this
_WIDE = 1.25  # of the distance of lines: paragraphs are further apart
_LEADING = 1.2  # of that of most lines: the distance of lines for their size
_SAME = 0.07  # by how much the size of lines of a paragraph differs at most
_CUT = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_LEVELS = 6
_LONG = 4  # lines
_HEADING = 2.4  # of the font's height: lines of a heading are no further apart
_FEWEST_FULL = 2  # lines
_FULL = 0.9  # of the width of a column: a line of running text that goes on is as wide
_LONGEST_HEADING = 3  # lines


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of text with its page."""

    segment: Segment
    page: int


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Running text. Each of `lines` is one line of the text, which may run over several lines of the page.

    `level` is that of a heading, from 1; 0 for a paragraph.
    """

    lines: tuple[tuple[Placed, ...], ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: its rows, each with its page, and how many columns it has."""

    rows: tuple[tuple[GridRow, int], ...]
    width: int


Part = tuple[int, "Line | Grid"]
"""A line of text or a table, with its page."""


def body_size(lines: Iterable[Line]) -> float:
    """The size of most of the text."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size, 1)] += len(line.text)
    return max(counts, key=lambda size: (counts[size], -size), default=10.0)


def blocks(columns: Sequence[Sequence[Part]], bottom: float) -> list[TextBlock | TableBlock]:
    """The blocks of a document, from the columns of text of its pages, which reaches down to `bottom`."""
    lines = [part for column in columns for _, part in column if isinstance(part, Line)]
    size = body_size(lines)
    sizes = sorted({round(line.size / size, 1) for line in lines if line.size > _LARGER * size}, reverse=True)
    measures = _Measures(size, sizes, _pitch(columns), _limits(columns))
    found: list[TextBlock | Grid] = []
    sides = 0.0, 0.0
    for column in columns:
        items = list(_column(column, measures))
        if found and items:
            _over_the_end(found, items, sides, bottom)
        found += items
        boxes = [part.box for _, part in column]
        sides = min((box.left for box in boxes), default=0.0), max((box.right for box in boxes), default=0.0)
    return [_table(item) if isinstance(item, Grid) else item for item in found]


@dataclass(frozen=True, slots=True)
class _Measures:
    """The size of most of the text, those of headings as its multiples, and the distance of lines by size.

    `limits` are how far lines of long texts reach to the right, in order.
    """

    size: float
    sizes: Sequence[float]
    pitch: dict[float, float]
    limits: Sequence[float]

    def limit(self, lines: Sequence[Placed]) -> float:
        """How far lines may reach to the right; few of them do not show it."""
        own = max(line.segment.box.right for line in lines)
        at = bisect_left(self.limits, own - 1)
        return own if len(lines) >= _LONG or at == len(self.limits) else max(own, self.limits[at])


def _limits(columns: Sequence[Sequence[Part]]) -> list[float]:
    found = []
    for column in columns:
        for is_text, run in groupby((part for _, part in column), lambda part: isinstance(part, Line)):
            rights = [part.box.right for part in run]
            if is_text and len(rights) >= _LONG:
                found.append(max(rights))
    return sorted(found)


def _column(column: Sequence[Part], measures: _Measures) -> Iterator[TextBlock | Grid]:
    held: list[Placed] = []
    right = max((part.box.right for _, part in column), default=0.0)
    for page, part in column:
        if isinstance(part, Line):
            held.append(Placed(Segment(part.words), page))  # gaps in running text say nothing
            continue
        yield from _texts(held, measures, right)
        held = []
        yield part
    yield from _texts(held, measures, right)


def _texts(lines: Sequence[Placed], measures: _Measures, right: float) -> Iterator[TextBlock]:
    if not lines:
        return
    limit = measures.limit(lines)
    if _are_short(lines, limit):
        limit = max(limit, right)
    groups: list[list[list[Placed]]] = []
    for at, line in enumerate(lines):
        upper = lines[at - 1] if at else None
        if upper is None or (_is_new(upper, line, measures.pitch) and not _ends_heading(upper, line, limit, measures)):
            groups.append([[line]])
        elif _goes_on(upper, line, limit):
            groups[-1][-1].append(line)
        elif upper.segment.is_wide and line.segment.is_wide:  # what breaks anywhere is full but for the last line
            groups.append([[line]])
        else:
            groups[-1].append([line])
    for group in groups:
        text = TextBlock(tuple(tuple(line) for line in group))
        level = _level(text, measures)
        if level:  # a line that had room for the next word is a heading of its own
            yield from (TextBlock((line,), level) for line in text.lines)
        else:
            yield text


def _are_short(lines: Sequence[Placed], limit: float) -> bool:
    """Whether lines of a wide script, which are as long as each other but for the last, do not show how far they go."""
    wide = [line.segment for line in lines if line.segment.is_wide]
    return len(wide) == len(lines) and sum(line.box.right > limit - line.size for line in wide) < _FEWEST_FULL


def _pitch(columns: Sequence[Sequence[Part]]) -> dict[float, float]:
    """The distance of lines by size: one of the smallest that are found."""
    found: dict[float, list[float]] = {}
    for column in columns:
        for (_, upper), (_, lower) in pairwise(column):
            if isinstance(upper, Line) and isinstance(lower, Line):
                distance = lower.baseline - upper.baseline
                if 0.7 * lower.size < distance < 2.5 * lower.size and abs(upper.size - lower.size) < 0.1:
                    found.setdefault(round(lower.size, 1), []).append(distance)
    usual = {size: sorted(distances)[len(distances) // 10] for size, distances in found.items()}
    if not usual:
        return usual
    most = max(found, key=lambda size: len(found[size]))
    leading = usual[most] / most  # sizes that only headings of one line have do not show it
    return {size: min(distance, _LEADING * leading * size) for size, distance in usual.items()}


def _is_new(upper: Placed, lower: Placed, pitch: dict[float, float]) -> bool:
    """Whether a line starts a paragraph of its own."""
    one, other = upper.segment, lower.segment
    distance = other.baseline - one.baseline
    usual = pitch.get(round(other.size, 1), 1.1 * other.size)
    return (
        abs(one.size - other.size) > _SAME * other.size
        or one.bold != other.bold
        or distance > _WIDE * usual
        or distance < 0.3 * other.size
        or other.words[0].raised
    )


def _ends_heading(upper: Placed, lower: Placed, limit: float, measures: _Measures) -> bool:
    """Whether a line is the rest of a heading in a wide script, which is full; headings are set with more between."""
    one, other = upper.segment, lower.segment
    return (
        one.size > _LARGER * measures.size
        and abs(one.size - other.size) < _SAME * other.size
        and one.bold == other.bold
        and one.is_wide
        and other.is_wide
        and other.baseline - one.baseline < _HEADING * other.size
        and _goes_on(upper, lower, limit)
    )


def _goes_on(upper: Placed, lower: Placed, limit: float) -> bool:
    """Whether a line goes on with the text of the one above, which had no room for its first word."""
    if is_bullet(lower.segment.words[0].text) and len(lower.segment.words) > 1:
        return False
    if stands_apart(lower.segment.text):
        return False
    if _CUT.search(upper.segment.text):
        return True
    first = lower.segment.words[0]
    return upper.segment.box.right + 0.2 * first.size + first.first_part > limit - 0.5 * first.size


def _level(text: TextBlock, measures: _Measures) -> int:
    size, sizes = measures.size, measures.sizes
    lines = [line for held in text.lines for line in held]
    if len(lines) > _LONGEST_HEADING:
        return 0
    ratio = round(lines[0].segment.size / size, 1)
    if lines[0].segment.size <= _LARGER * size or ratio not in sizes:
        return 0
    return min(sizes.index(ratio) + 1, _LEVELS)


def _over_the_end(
    found: list[TextBlock | Grid], items: list[TextBlock | Grid], sides: tuple[float, float], bottom: float
) -> None:
    """What goes on in the next column or on the next page becomes one block.

    `sides` are those of the column that ends, `bottom` is how far text reaches down on the pages.
    """
    last, first = found[-1], items[0]
    if isinstance(last, Grid) and isinstance(first, Grid):
        items[0] = first = without_labels_again(last, first)
        whole = joined(last, first, bottom - last.bottom)
        if whole is not None:
            found[-1] = whole
            del items[0]
    elif isinstance(last, TextBlock) and isinstance(first, TextBlock) and _is_open(last, first, sides):
        found[-1] = TextBlock((*last.lines[:-1], (*last.lines[-1], *first.lines[0]), *first.lines[1:]))
        del items[0]


def _is_open(last: TextBlock, first: TextBlock, sides: tuple[float, float]) -> bool:
    """Whether a paragraph goes on: the last line is full and ends no sentence, or leaves a parenthesis open.

    A line that is the only one of its paragraph is as wide as the column, or the next one starts with a small letter.
    """
    if last.level or first.level:
        return False
    upper, lower = last.lines[-1][-1].segment, first.lines[0][0].segment
    if abs(upper.size - lower.size) > _SAME * upper.size or upper.bold != lower.bold or lower.words[0].raised:
        return False
    if is_bullet(lower.words[0].text):
        return False
    text = " ".join(line.segment.text for line in last.lines[-1])
    left, right = sides
    if not _goes_on(last.lines[-1][-1], first.lines[0][0], right):
        return False
    if text.count("(") > text.count(")"):
        return True
    several = len(last.lines[-1]) > 1 or upper.box.width > _FULL * (right - left)
    return text[-1:] not in ".:;!?。" and (several or lower.text[:1].islower())


def _table(grid: Grid) -> TableBlock:
    """The table; one that has no labels at all starts with its first column of figures."""
    rows, width = grid.rows, grid.width
    if not any(cell.column == 0 for row in rows for cell in row.cells):
        rows = tuple(
            replace(row, cells=tuple(replace(cell, column=cell.column - 1) for cell in row.cells)) for row in rows
        )
        width -= 1
    return TableBlock(tuple(zip(rows, grid.pages, strict=True)), width)


def cells(row: GridRow, width: int) -> list[GridCell | None]:
    """The cells of a row by column, None where there is none.

    A head over several columns stands at the first of them, with nothing behind it, as in text: how far it reaches is
    what the page looks like, not what a format says.
    """
    found: list[GridCell | None] = [None] * width
    for cell in row.cells:
        found[cell.column] = cell
    return found
