"""Lines and tables of all pages become blocks: headings, paragraphs and tables, over the ends of columns and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from iij_xbrl.read.pdf.grid import Columns
from iij_xbrl.read.pdf.lines import Line, Segment
from iij_xbrl.read.pdf.shapes import is_bullet
from iij_xbrl.read.pdf.tables import Grid, GridCell, GridRow

_LARGER = 1.06  # a heading is larger than the text by this
_WIDE = 1.25  # of the distance of lines: paragraphs are further apart
_SAME = 0.07  # by how much the size of lines of a paragraph differs at most
_LEVELS = 6
_LONGEST_HEADING = 3  # lines
_COLUMN = 4.0  # points: the right sides of one column on two pages
_OPEN = tuple("abcdefghijklmnopqrstuvwxyz")


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


def blocks(columns: Sequence[Sequence[Part]]) -> list[TextBlock | TableBlock]:
    """The blocks of a document, from the columns of text of its pages in order."""
    lines = [part for column in columns for _, part in column if isinstance(part, Line)]
    size = body_size(lines)
    sizes = sorted({round(line.size / size, 1) for line in lines if line.size > _LARGER * size}, reverse=True)
    found: list[TextBlock | Grid] = []
    limit = 0.0
    for column in columns:
        items = list(_column(column, size, sizes))
        if found and items:
            _over_the_end(found, items, limit)
        found += items
        limit = max((part.box.right for _, part in column), default=0.0)
    return [_table(item) if isinstance(item, Grid) else item for item in found]


def _column(column: Sequence[Part], size: float, sizes: Sequence[float]) -> Iterator[TextBlock | Grid]:
    held: list[Placed] = []
    for page, part in column:
        if isinstance(part, Line):
            held += [Placed(segment, page) for segment in part.segments]
            continue
        yield from _texts(held, size, sizes)
        held = []
        yield part
    yield from _texts(held, size, sizes)


def _texts(lines: Sequence[Placed], size: float, sizes: Sequence[float]) -> Iterator[TextBlock]:
    if not lines:
        return
    limit = max(line.segment.box.right for line in lines)
    pitch = _pitch(lines)
    groups: list[list[list[Placed]]] = []
    for at, line in enumerate(lines):
        upper = lines[at - 1] if at else None
        if upper is None or _is_new(upper, line, pitch):
            groups.append([[line]])
        elif _goes_on(upper, line, limit):
            groups[-1][-1].append(line)
        else:
            groups[-1].append([line])
    for group in groups:
        text = TextBlock(tuple(tuple(line) for line in group))
        yield replace(text, level=_level(text, size, sizes))


def _pitch(lines: Sequence[Placed]) -> dict[float, float]:
    """The distance of lines by size: the smallest that is found often."""
    found: dict[float, list[float]] = {}
    for upper, lower in pairwise(lines):
        distance = lower.segment.baseline - upper.segment.baseline
        if 0.7 * lower.segment.size < distance < 2.5 * lower.segment.size:
            found.setdefault(round(lower.segment.size, 1), []).append(distance)
    return {size: sorted(distances)[len(distances) // 5] for size, distances in found.items()}


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


def _goes_on(upper: Placed, lower: Placed, limit: float) -> bool:
    """Whether a line goes on with the text of the one above, which had no room for its first word."""
    if is_bullet(lower.segment.words[0].text) and len(lower.segment.words) > 1:
        return False
    first = lower.segment.words[0]
    return upper.segment.box.right + 0.2 * first.size + first.box.width > limit - 0.5 * first.size


def _level(text: TextBlock, size: float, sizes: Sequence[float]) -> int:
    lines = [line for held in text.lines for line in held]
    if len(lines) > _LONGEST_HEADING:
        return 0
    ratio = round(lines[0].segment.size / size, 1)
    if lines[0].segment.size <= _LARGER * size or ratio not in sizes:
        return 0
    return min(sizes.index(ratio) + 1, _LEVELS)


def _over_the_end(found: list[TextBlock | Grid], items: list[TextBlock | Grid], limit: float) -> None:
    """What goes on in the next column or on the next page becomes one block; `limit` is how far lines reach."""
    last, first = found[-1], items[0]
    if isinstance(last, Grid) and isinstance(first, Grid):
        joined = _joined(last, first)
        if joined is not None:
            found[-1] = joined
            del items[0]
    elif isinstance(last, TextBlock) and isinstance(first, TextBlock) and _is_open(last, first, limit):
        whole = (*last.lines[:-1], (*last.lines[-1], *first.lines[0]), *first.lines[1:])
        found[-1] = TextBlock(whole)
        del items[0]


def _is_open(last: TextBlock, first: TextBlock, limit: float) -> bool:
    """Whether a paragraph goes on: the last line is full and ends no sentence, or leaves a parenthesis open."""
    if last.level or first.level:
        return False
    upper, lower = last.lines[-1][-1].segment, first.lines[0][0].segment
    if abs(upper.size - lower.size) > _SAME * upper.size or upper.bold != lower.bold or lower.words[0].raised:
        return False
    if is_bullet(lower.words[0].text):
        return False
    text = " ".join(line.segment.text for line in last.lines[-1])
    if not _goes_on(last.lines[-1][-1], first.lines[0][0], limit):
        return False
    if text.count("(") > text.count(")"):
        return True
    return text[-1:] not in ".:;!?。" and (len(last.lines[-1]) > 1 or lower.text[:1].islower())


def _joined(upper: Grid, lower: Grid) -> Grid | None:
    """One table of two, where the second goes on with the first: without a head, or with the same one."""
    head = [row for row in lower.rows if row.head]
    if head and [row.texts for row in head] != [row.texts for row in upper.rows if row.head]:
        return None
    columns = _same_columns(upper.columns, lower.columns)
    if columns is None:
        return None
    rows = [
        GridRow(tuple(replace(cell, column=columns[cell.column]) for cell in row.cells))
        for row in lower.rows
        if not row.head
    ]
    return replace(upper, rows=(*upper.rows, *rows), pages=upper.pages + lower.pages[len(head) :])


def _same_columns(upper: Columns, lower: Columns) -> dict[int, int] | None:
    """Which column of the first table each of the second is; None where one of them is none."""
    shift = upper.left - lower.left
    found = {0: 0}
    for number, (left, right) in enumerate(lower.stretches, 1):
        fits = [
            other
            for other, (start, end) in enumerate(upper.stretches, 1)
            if abs(end - right - shift) <= _COLUMN
            or (start - _COLUMN <= left + shift and right + shift <= end + _COLUMN)
        ]
        if len(fits) != 1 or fits[0] in found.values():
            return None
        found[number] = fits[0]
    return found


def _table(grid: Grid) -> TableBlock:
    return TableBlock(tuple(zip(grid.rows, grid.pages, strict=True)), grid.width)


def cells(row: GridRow, width: int) -> list[GridCell | None]:
    """The cells of a row by column: None where there is none, or where one to the left stands over it."""
    found: list[GridCell | None] = [None] * width
    for cell in row.cells:
        found[cell.column] = cell
    return found
