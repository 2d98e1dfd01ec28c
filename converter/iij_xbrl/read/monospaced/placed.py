"""The lines of a table set with spaces, set anew, each piece where its column is.

So the layout of a page has nothing to weigh. Converters set what does not fit a little further to the left or right: a
line with a piece for each column has them in order, wherever they stand. In any other line a figure that ends elsewhere
is in no column, and what a head says that is over none is said of all columns together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.monospaced.columns import GAP, Column, columns_of, columns_over, columns_sharing, figures_of
from iij_xbrl.read.monospaced.head_gutters import places_by_gutters
from iij_xbrl.read.monospaced.head_lefts import parted_at_lefts, places_by_lefts
from iij_xbrl.read.monospaced.head_places import (
    Place,
    Setting,
    are_flush,
    as_wide_as_heads,
    places_by_cells,
    places_of_heads,
    with_heads_at_edges,
)
from iij_xbrl.read.monospaced.head_stacks import places_by_stacks
from iij_xbrl.read.monospaced.heads import as_one, glued

_REMARK = re.compile(r"\([^()]*\)")
LABEL: Place = (0, 0)
OPEN: Place = (-1, -1)
"""Where it is not known which columns a line speaks of."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of a table, set anew, with the place of each of its pieces; `is_row` where it holds figures."""

    line: Line
    places: tuple[Place, ...]
    is_row: bool = False


@dataclass(slots=True)
class PlacedTable:
    """The lines of a table, and how many columns it has behind the labels."""

    lines: list[PlacedLine]
    columns: int


def placed_tables(parts: Sequence[Sequence[Line]]) -> list[PlacedTable]:
    """The lines of a table with their pieces where its columns are, as one table or more; none without columns.

    A table has a part for each page, which is set by itself, and goes on where the next has as many columns. Lines of
    a page without any are those of the next part, or of the last.
    """
    found: list[PlacedTable] = []
    before: list[Column] = []
    for part in _with_columns(parts):
        rows = [line for line in part if figures_of(line)]
        columns = columns_of(rows)
        labels = [line.segments[0].box for line in rows if not line.segments[0].figure]
        margin = max((box.left for box in labels if box.left < columns[0].left), default=-1.0)
        limit = max((box.right for box in labels if box.right < columns[0].left), default=margin)
        if len(columns) != len(before):
            found.append(PlacedTable([], len(columns)))
            before = columns
        setting = Setting(columns, before, margin, limit)
        lines = parted_at_lefts(with_heads_at_edges(part, setting), setting)
        setting = replace(setting, wide=as_wide_as_heads(lines, setting), flush=are_flush(lines, setting))
        setting = replace(setting, by_cells=_by_cells(lines, setting))
        found[-1].lines += [_placed(line, setting, first=line is lines[0]) for line in lines]
    return found


def _by_cells(lines: Sequence[Line], setting: Setting) -> dict[float, list[Place]]:
    """What lines of a head stand over by cells, or by what they stand below or above where that tells more of them.

    Where heads of two lines share columns and each has others, nothing is known.
    """
    heads = [line for line in takewhile(lambda one: not figures_of(one), lines) if setting.cut(line)[1]]
    heads = [line for line in heads if line.box.right >= setting.columns[0].left]
    whole = (1, len(setting.columns))

    def places(known: dict[float, list[Place]]) -> list[Sequence[Place]]:
        told = (known.get(line.baseline, places_of_heads(setting.cut(line)[1], setting)) for line in heads)
        return [held or [] for held in told]

    def open_lines(known: dict[float, list[Place]]) -> int:
        told = places(known)
        return len(heads) if _contradict(told) else sum(not held or held == [whole] for held in told)

    ways = [way(lines, setting) for way in (places_by_cells, places_by_stacks, places_by_lefts, places_by_gutters)]
    found = min((known for known in ways if known), key=open_lines, default={})
    return {line.baseline: [] for line in heads} if _contradict(places(found)) else found


def _contradict(lines: Sequence[Sequence[Place]]) -> bool:
    """Whether two heads share columns, and each has others as well."""
    held = sorted({place for places in lines for place in places})
    return any(first < start <= last < end for at, (first, last) in enumerate(held) for start, end in held[at + 1 :])


def _with_columns(parts: Sequence[Sequence[Line]]) -> list[list[Line]]:
    found: list[list[Line]] = []
    held: list[Line] = []
    for part in parts:
        held += part
        if columns_of([line for line in part if figures_of(line)]):
            found.append(held)
            held = []
    if found:
        found[-1] += held
    return found


def _placed(line: Line, setting: Setting, *, first: bool) -> PlacedLine:
    """The line with its pieces in their columns, or all of them in all.

    A remark in parentheses beside what begins the first line speaks of all columns, where it stands over none.
    """
    label, pieces = setting.cut(line)
    is_row = any(piece.figure for piece in pieces)
    columns = setting.columns
    if not pieces or (not is_row and line.box.right < columns[0].left):  # a label, perhaps further in, or a text
        return PlacedLine(line if len(line.segments) == 1 else Line((as_one(line.segments),)), (LABEL,))
    known = setting.by_cells.get(line.baseline)
    places = list(known) if known else _row(pieces, columns) if is_row else places_of_heads(pieces, setting)
    if known is not None and not known:
        places = None
    elif places is None:
        together = tuple(glued(pieces, GAP))
        if len(together) < len(pieces):
            places = _row(together, columns) if is_row else places_of_heads(together, setting)
            pieces = together if places else pieces
    whole = (1, len(columns))
    if places is None and first and label and len(pieces) == 1 and _REMARK.fullmatch(pieces[0].text):
        places = [whole]
    elif places is None:
        pieces, places = (as_one(pieces),), [OPEN]
    moved = (
        _at(piece, setting.anew, *(whole if place == OPEN else place))
        for piece, place in zip(pieces, places, strict=True)
    )
    return PlacedLine(Line((*label, *moved)), (*(LABEL for _ in label), *places), is_row)


def _row(pieces: Sequence[Segment], columns: Sequence[Column]) -> list[Place] | None:
    """The columns of the pieces of a row: those whose figures they stand below, and over which words stand."""
    if len(pieces) == len(columns) and all(piece.figure for piece in pieces):
        below = [columns_sharing(piece, columns) for piece in pieces]
        close = [right.box.left - left.box.right <= GAP for left, right in pairwise(pieces)]
        near = [any(close[max(at - 1, 0) : at + 1]) for at in range(len(pieces))]  # perhaps two figures of one cell
        if all(at in held or not (held or near[at]) for at, held in enumerate(below)):
            return [(at, at) for at in range(1, len(columns) + 1)]
    found = []
    for piece in pieces:
        over = columns_over(piece, columns)
        held = columns_sharing(piece, columns) if piece.figure else (columns_sharing(piece, columns) or over)
        if len(held) != 1 or any(at not in held for at in over):
            return None
        found.append(held[0])
    return [(at + 1, at + 1) for at in found] if len(set(found)) == len(found) else None


def _at(piece: Segment, columns: Sequence[Column], first: int, last: int) -> Segment:
    """The piece as wide as its columns, or within its only one."""
    box = piece.box
    left, right = columns[first - 1].left, columns[last - 1].right
    if first == last and columns[0].side == "right":
        left = max(right - box.width, columns[first - 2].right + GAP if first > 1 else float("-inf"))
    elif first == last:
        right = min(left + box.width, columns[last].left - GAP if last < len(columns) else float("inf"))
    scale = (right - left) / box.width
    words = (
        replace(
            word,
            box=word.box._replace(
                left=left + (word.box.left - box.left) * scale, right=left + (word.box.right - box.left) * scale
            ),
        )
        for word in piece.words
    )
    return Segment(tuple(words), piece.head)
