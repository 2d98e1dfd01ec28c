"""The columns of a table set with spaces: figures of a column end below each other, and heads stand over theirs.

In a table that is set flush left they begin below each other: then its columns are told by where figures begin.

Every line of a table is set anew, each piece where its column is, so that the layout of a page has nothing to weigh.
Converters set what does not fit a little further to the left or right: a line with a piece for each column has them in
order, wherever they stand. In any other line a figure that ends elsewhere is in no column, and a head that is neither
over one column nor in the middle of several is over none: what such a line says is then said of all columns together.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile
from typing import Literal

from iij_xbrl.read.layout.lines import Line, Segment
from iij_xbrl.read.monospaced.heads import as_one, glued

_NEAR = 12.5  # points, two characters and a half: sides and middles that are nearer are one
_GAP = 5.0  # points, a character: what is free between two columns
_OFF = 0.15  # of the width of several cells: how far the middle of a head over them may be from theirs
_FEWEST = 2  # rows that show a column, or figures of an only row


Side = Literal["left", "right"]
"""The side at which figures of a column stand below each other."""


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float
    side: Side = "right"

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def edge(self) -> float:
        """Where its figures stand below each other."""
        return self.right if self.side == "right" else self.left


Place = tuple[int, int]
"""The first and last column of a piece of a line, from 1."""
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
    before: list[_Column] = []
    for part in _with_columns(parts):
        rows = [line for line in part if _figures(line)]
        columns = _columns(rows)
        labels = [line.segments[0].box for line in rows if not line.segments[0].figure]
        margin = max((box.left for box in labels if box.left < columns[0].left), default=-1.0)
        limit = max((box.right for box in labels if box.right < columns[0].left), default=margin)
        if len(columns) != len(before):
            found.append(PlacedTable([], len(columns)))
            before = columns
        setting = _Setting(columns, before, margin, limit)
        setting = replace(setting, wide=_with_heads(part, setting))
        setting = replace(setting, by_cells=_by_cells(part, setting))
        found[-1].lines += [_placed(line, setting) for line in part]
    return found


def _with_columns(parts: Sequence[Sequence[Line]]) -> list[list[Line]]:
    found: list[list[Line]] = []
    held: list[Line] = []
    for part in parts:
        held += part
        if _columns([line for line in part if _figures(line)]):
            found.append(held)
            held = []
    if found:
        found[-1] += held
    return found


@dataclass(frozen=True, slots=True)
class _Setting:
    """The columns of a part of a table, where they are set anew, and where labels begin and end at the latest.

    `wide` are the columns with the heads that each has of its own, `by_cells` what lines of the head stand over by the
    cells that their pieces are in, by their baselines.
    """

    columns: Sequence[_Column]
    anew: Sequence[_Column]
    margin: float
    limit: float
    wide: Sequence[_Column] = ()
    by_cells: Mapping[float, Sequence[Place]] = field(default_factory=dict)

    def cut(self, line: Line) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
        """The label of a line, if it has one, and its other pieces."""
        first = line.segments[0]
        has_label = not first.figure and first.box.left <= self.margin
        return (line.segments[:1], line.segments[1:]) if has_label else ((), line.segments)


def _with_heads(lines: Sequence[Line], setting: _Setting) -> list[_Column]:
    """The columns as wide as the heads of lines that have one for each, where these do not stand over others."""
    found = list(setting.columns)
    for line in lines:
        _, pieces = setting.cut(line)
        if _are_in_order(pieces, setting):
            found = [
                replace(column, left=min(column.left, piece.box.left), right=max(column.right, piece.box.right))
                for column, piece in zip(found, pieces, strict=True)
            ]
    apart = all(left.right < right.left for left, right in pairwise(found))
    return found if apart else list(setting.columns)


def _are_in_order(pieces: Sequence[Segment], setting: _Setting) -> bool:
    """Whether pieces are heads of which there is one for each column, behind all labels."""
    return (
        len(pieces) == len(setting.columns)
        and not any(piece.figure for piece in pieces)
        and pieces[0].box.left > setting.limit
    )


def _figures(line: Line) -> list[Segment]:
    """The figures of a line; a number in place of a label is one where others follow."""
    return [segment for at, segment in enumerate(line.segments) if segment.figure and (at or len(line.segments) > 1)]


def _columns(rows: Sequence[Line]) -> list[_Column]:
    """From left to right what figures of two rows share a side of, or the figures of an only row."""
    side = _side(rows)
    groups: list[list[Segment]] = []
    figures = [one for row in rows for one in _figures(row)]
    right = edge = float("-inf")
    for segment in sorted(figures, key=lambda one: (getattr(one.box, side), one.box.left)):
        at = getattr(segment.box, side)
        if groups and (at - edge <= _NEAR or segment.box.left < right):
            groups[-1].append(segment)
            right = max(right, segment.box.right)
        else:
            groups.append([segment])
            right = segment.box.right
        edge = at
    most = max((len(_figures(row)) for row in rows), default=0)
    shared = [group for group in groups if len(group) >= _FEWEST]
    groups = _without_strays(shared if len(rows) >= _FEWEST and len(shared) >= most else groups, rows)
    return [_Column(min(one.box.left for one in group), max(one.box.right for one in group), side) for group in groups]


def _side(rows: Sequence[Line]) -> Side:
    """The side at which figures stand below each other: the left one where they do so at half as many places there."""
    figures = [one.box for row in rows for one in _figures(row)]
    lefts, rights = {round(box.left) for box in figures}, {round(box.right) for box in figures}
    return "left" if 2 * len(lefts) <= len(rights) else "right"


def _without_strays(groups: list[list[Segment]], rows: Sequence[Line]) -> list[list[Segment]]:
    """The columns without those of rows that have a figure for each of the others, and are only set otherwise."""
    most = max((len(_figures(row)) for row in rows), default=0)
    full = [row for row in rows if len(_figures(row)) == most]
    if most < _FEWEST or len(groups) <= most:
        return groups
    kept = sorted(sorted(groups, key=len)[-most:], key=lambda group: group[-1].box.right)
    strays = {id(segment) for group in groups if not any(group is one for one in kept) for segment in group}
    whole = {id(segment) for row in full for segment in _figures(row)}
    return kept if strays <= whole else groups


def _placed(line: Line, setting: _Setting) -> PlacedLine:
    """The line with its pieces in their columns, or all of them in all."""
    label, pieces = setting.cut(line)
    is_row = any(piece.figure for piece in pieces)
    columns = setting.columns
    if not pieces or (not is_row and line.box.right < columns[0].left):  # a label, perhaps further in, or a text
        return PlacedLine(line if len(line.segments) == 1 else Line((as_one(line.segments),)), (LABEL,))
    known = setting.by_cells.get(line.baseline)
    places = list(known) if known else _row(pieces, columns) if is_row else _heads(pieces, setting)
    if places is None and not is_row:
        heads = tuple(glued(pieces, _GAP))
        places = _heads(heads, setting) if len(heads) < len(pieces) else None
        pieces = heads if places else pieces
    if places is None:
        pieces, places = (as_one(pieces),), [OPEN]
    whole = (1, len(columns))
    moved = (
        _at(piece, setting.anew, *(whole if place == OPEN else place))
        for piece, place in zip(pieces, places, strict=True)
    )
    return PlacedLine(Line((*label, *moved)), (*(LABEL for _ in label), *places), is_row)


def _row(pieces: Sequence[Segment], columns: Sequence[_Column]) -> list[Place] | None:
    """The columns of the pieces of a row: those whose figures they stand below, and over which words stand."""
    if len(pieces) == len(columns) and all(piece.figure for piece in pieces):
        below = [_sharing(piece, columns) for piece in pieces]
        close = [right.box.left - left.box.right <= _GAP for left, right in pairwise(pieces)]
        near = [any(close[max(at - 1, 0) : at + 1]) for at in range(len(pieces))]  # perhaps two figures of one cell
        if all(at in held or not (held or near[at]) for at, held in enumerate(below)):
            return [(at, at) for at in range(1, len(columns) + 1)]
    found = []
    for piece in pieces:
        over = _over(piece, columns)
        held = _sharing(piece, columns) if piece.figure else (_sharing(piece, columns) or over)
        if len(held) != 1 or any(at not in held for at in over):
            return None
        found.append(held[0])
    return [(at + 1, at + 1) for at in found] if len(set(found)) == len(found) else None


def _heads(pieces: Sequence[Segment], setting: _Setting) -> list[Place] | None:
    """The columns of heads: one for each, or in the middle of those of each, or over one."""
    if _are_in_order(pieces, setting):
        return [(at, at) for at in range(1, len(pieces) + 1)]
    return _spanning(pieces, setting.wide) or _over_one_each(pieces, setting.wide)


def _spanning(pieces: Sequence[Segment], columns: Sequence[_Column]) -> list[Place] | None:
    """Heads of which each is in the middle of its columns, all columns taken."""
    middles = [piece.box.middle for piece in pieces]
    groups: list[list[int]] = [[] for _ in pieces]
    for at, column in enumerate(columns):
        behind = bisect_left(middles, column.middle)
        near = (one for one in (behind - 1, behind) if 0 <= one < len(pieces))
        groups[min(near, key=lambda one: abs(middles[one] - column.middle))].append(at)
    if not all(groups):
        return None
    off = (
        abs(middle - (columns[group[0]].left + columns[group[-1]].right) / 2)
        for middle, group in zip(middles, groups, strict=True)
    )
    return [(group[0] + 1, group[-1] + 1) for group in groups] if all(one <= _NEAR for one in off) else None


def _over_one_each(pieces: Sequence[Segment], columns: Sequence[_Column]) -> list[Place] | None:
    """Heads of which each stands over one column of its own, at one of its sides or in its middle."""
    found = [_over(piece, columns) for piece in pieces]
    if any(len(held) != 1 for held in found) or len({held[0] for held in found}) < len(found):
        return None
    both = [(piece.box, columns[held[0]]) for piece, held in zip(pieces, found, strict=True)]
    aligned = all(
        abs(box.right - column.right) <= _NEAR
        or abs(box.left - column.left) <= _NEAR
        or abs(box.middle - column.middle) <= _NEAR
        for box, column in both
    )
    return [(held[0] + 1, held[0] + 1) for held in found] if aligned else None


def _by_cells(lines: Sequence[Line], setting: _Setting) -> dict[float, list[Place]]:
    """What lines of a head stand over by cells: those below a line with a head for each column, each by itself.

    Those above speak of several columns, one level below the other: see `_of_level`.
    """
    found: dict[float, list[Place]] = {}
    levels: list[dict[float, list[Place]]] = []
    is_below = False
    for line in takewhile(lambda one: not _figures(one), lines):
        _, pieces = setting.cut(line)
        if not pieces or line.box.right < setting.columns[0].left:
            continue
        places = None if _are_in_order(pieces, setting) else _heads(pieces, setting) or _within_cells(pieces, setting)
        if places is None:
            is_below = is_below or _are_in_order(pieces, setting)
        elif is_below:
            found[line.baseline] = places
        elif levels and not _parts(_merged(levels[-1]), places):
            levels[-1][line.baseline] = places
        else:
            levels.append({line.baseline: places})
    above: list[Place] = [(1, len(setting.columns))]
    for level in levels:
        found |= dict(_of_level(level, above))
        above = _merged(level)
    return found


def _of_level(level: Mapping[float, Sequence[Place]], above: Sequence[Place]) -> Iterator[tuple[float, list[Place]]]:
    """What the lines of a level of a head stand over, where they speak of all columns of the heads above.

    A head that is shorter than what it stands over may be in a cell of it: what shares a column with others speaks of
    the columns of all of them.
    """
    shared = _merged(level)
    parted = [one for one in above if any(one[0] <= last and first <= one[1] for first, last in shared)]
    if sum(last - first + 1 for first, last in shared) == sum(last - first + 1 for first, last in parted):
        for baseline, places in level.items():
            yield baseline, [next(held for held in shared if held[0] <= first <= held[1]) for first, _ in places]


def _parts(shared: Sequence[Place], places: Sequence[Place]) -> bool:
    """Whether a line has several heads below one of those above it."""
    over = [next((held for held in shared if held[0] <= one[0] <= held[1]), one) for one in places]
    return len(set(over)) < len(over)


def _merged(level: Mapping[float, Sequence[Place]]) -> list[Place]:
    """The columns that the lines of a level speak of, as few places that share none."""
    found: list[Place] = []
    for first, last in sorted(place for places in level.values() for place in places):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _within_cells(pieces: Sequence[Segment], setting: _Setting) -> list[Place] | None:
    """The columns of heads by their cells: each reaches from the figures of the column before to its own.

    A piece is in one of them, behind all labels. The last may be in the middle of several, up to the last: what is set
    with spaces takes more room than it had, and pushes what stands behind it.
    """
    columns = setting.columns
    if columns[0].side != "right":
        return None
    ends = [setting.limit, *(column.right for column in columns)]
    found: list[Place] = []
    for piece in pieces:
        first, last = bisect_right(ends, piece.box.left), bisect_left(ends, piece.box.right)
        if not (found[-1][1] if found else 0) < first <= last < len(ends):
            return None
        if first < last and not (piece is pieces[-1] and last == len(columns) and _in_middle(piece, ends[first - 1 :])):
            return None
        found.append((first, last))
    return found


def _in_middle(piece: Segment, ends: Sequence[float]) -> bool:
    """Whether a piece is in the middle between the first and the last of the ends of cells, and not set to a side."""
    left, right = ends[0], ends[-1]
    return right - piece.box.right > _GAP and abs(piece.box.middle - (left + right) / 2) <= _OFF * (right - left)


def _over(piece: Segment, columns: Sequence[_Column]) -> range:
    """The columns that a piece stands over; they stand apart from each other, from left to right."""
    first = bisect_right(columns, piece.box.left, key=lambda column: column.right)
    return range(first, bisect_left(columns, piece.box.right, key=lambda column: column.left, lo=first))


def _sharing(piece: Segment, columns: Sequence[_Column]) -> range:
    """The columns whose figures a piece stands below."""
    edge = getattr(piece.box, columns[0].side)
    first = bisect_left(columns, edge - _NEAR, key=lambda column: column.edge)
    return range(first, bisect_right(columns, edge + _NEAR, key=lambda column: column.edge, lo=first))


def _at(piece: Segment, columns: Sequence[_Column], first: int, last: int) -> Segment:
    """The piece as wide as its columns, or within its only one."""
    box = piece.box
    left, right = columns[first - 1].left, columns[last - 1].right
    if first == last and columns[0].side == "right":
        left = max(right - box.width, columns[first - 2].right + _GAP if first > 1 else float("-inf"))
    elif first == last:
        right = min(left + box.width, columns[last].left - _GAP if last < len(columns) else float("inf"))
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
