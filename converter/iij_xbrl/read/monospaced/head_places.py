"""Which columns heads of a table set with spaces stand over.

A line with a head for each column has them in order. Any other head is in the middle of its columns, at a side of its
only one, or in the cell that ends where the figures of its column do; where it is none of these, it is not known what
it speaks of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.monospaced.columns import GAP, NEAR, Column, columns_over, figures_of
from iij_xbrl.read.monospaced.heads import as_one, at_edges
from iij_xbrl.read.monospaced.parted_heads import one_for_each

_EXACT = 2.5  # points, half a character
_CELL = 7.5  # points, a character and a half: how far a head may be from the middle of its cell
_FEW_WAYS = 8  # in which heads may stand over columns
_OFF = 0.15  # of the width of several cells: how far the middle of a head over them may be from theirs

Place = tuple[int, int]
"""The first and last column of a piece of a line, from 1."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The columns of a part of a table, where they are set anew, and where labels begin and end at the latest.

    `wide` are the columns with the heads that each has of its own; `flush` says that these end with the figures below
    them. `by_cells` is what lines of the head stand over by the cells that their pieces are in, by their baselines.
    """

    columns: Sequence[Column]
    anew: Sequence[Column]
    margin: float
    limit: float
    wide: Sequence[Column] = ()
    flush: bool = False
    by_cells: Mapping[float, Sequence[Place]] = field(default_factory=dict)

    def cut(self, line: Line) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
        """The label of a line, if it has one, and its other pieces; of more than there are columns the first is one."""
        first = line.segments[0]
        labels = int(not first.figure and first.box.left <= self.margin)
        while len(line.segments) - labels > len(self.columns) and self._is_in_front(line.segments[labels]):
            labels += 1
        label = line.segments[:labels] if labels <= 1 else (as_one(line.segments[:labels]),)
        return label, line.segments[labels:]

    def _is_in_front(self, piece: Segment) -> bool:
        """Whether a piece stands in front of all columns: the head of a column without figures, or a mark in it."""
        return not piece.figure and piece.box.right < self.columns[0].left


def as_wide_as_heads(lines: Sequence[Line], setting: Setting) -> list[Column]:
    """The columns as wide as the heads of lines that have one for each, where these do not stand over others."""
    found = list(setting.columns)
    for line in lines:
        _, pieces = setting.cut(line)
        if are_in_order(pieces, setting):
            found = [
                replace(column, left=min(column.left, piece.box.left), right=max(column.right, piece.box.right))
                for column, piece in zip(found, pieces, strict=True)
            ]
    apart = all(left.right < right.left for left, right in pairwise(found))
    return found if apart else list(setting.columns)


def _over_several(pieces: Sequence[Segment], columns: Sequence[Column]) -> list[Place] | None:
    """Heads over some of the columns: each to the character in the middle of those that it stands over.

    Nothing that is set in a cell stands over the figures of another, so that such a head speaks of several.
    """
    found: list[Place] = []
    for piece in pieces:
        held = columns_over(piece, columns)
        if not held or held[0] < (found[-1][1] if found else 0):
            return None
        if abs(piece.box.middle - (columns[held[0]].left + columns[held[-1]].right) / 2) > _EXACT:
            return None
        found.append((held[0] + 1, held[-1] + 1))
    return found


def are_flush(lines: Sequence[Line], setting: Setting) -> bool:
    """Whether the heads of a line that has one for each column end with the figures of their columns.

    Those that are as wide as these do not tell it from heads in the middle.
    """
    for line in lines:
        _, pieces = setting.cut(line)
        if not are_in_order(pieces, setting):
            continue
        both = [(piece.box, column) for piece, column in zip(pieces, setting.columns, strict=True)]
        ends = all(min(abs(column.right - back - box.right) for back in (0, GAP)) <= _EXACT for box, column in both)
        if ends and any(abs(box.middle - column.middle) > _EXACT for box, column in both):
            return True
    return False


def with_heads_at_edges(lines: Sequence[Line], setting: Setting) -> list[Line]:
    """The lines, those of the head whose heads are only a space apart with each head by itself.

    Heads end where the figures of their columns do, at the last digit or a sign behind it, or begin where those of two
    other lines do that have one for each column.
    """
    found = list(lines)
    rights = sorted(edge for column in setting.columns for edge in (column.right, column.right - GAP))
    ordered = [pieces for line in lines for pieces in [setting.cut(line)[1]] if are_in_order(pieces, setting)]
    lefts = Counter(tuple(round(piece.box.left) for piece in pieces) for pieces in ordered)
    begins = [edges for edges, count in lefts.items() if count > 1]
    for at, line in enumerate(lines):
        label, pieces = setting.cut(line)
        if not pieces or pieces[0].box.left <= setting.limit or any(piece.figure for piece in pieces):
            continue
        heads = at_edges(pieces, rights, "right", _EXACT) if setting.columns[0].side == "right" else list(pieces)
        if len(begins) == 1 and len(heads) == len(pieces):
            heads = at_edges(pieces, begins[0], "left", _EXACT)
        if setting.columns[0].side == "right" and len(heads) < len(setting.columns):
            heads = one_for_each(pieces, setting.columns)
        if len(pieces) < len(heads) <= len(setting.columns):
            found[at] = Line((*label, *heads))
    return found


def are_in_order(pieces: Sequence[Segment], setting: Setting) -> bool:
    """Whether pieces are heads of which there is one for each column, behind all labels."""
    return (
        len(pieces) == len(setting.columns)
        and not any(piece.figure for piece in pieces)
        and pieces[0].box.left > setting.limit
    )


def places_of_heads(pieces: Sequence[Segment], setting: Setting) -> list[Place] | None:
    """The columns of heads: one for each, or in the middle of those of each, or over one.

    What may be either is what it is to the character; else it is not known which.
    """
    if are_in_order(pieces, setting):
        return [(at, at) for at in range(1, len(pieces) + 1)]
    for near in (_EXACT, NEAR):
        read = _spanning(pieces, setting.wide, near), _over_one_each(pieces, setting.wide, near)
        found = [places for places in read if places]
        if found:
            return found[-1] if found[0] == found[-1] or setting.flush else None
    return _over_several(pieces, setting.wide) or _over_cells(pieces, setting)


def _over_cells(pieces: Sequence[Segment], setting: Setting) -> list[Place] | None:
    """Heads in the middle of their cells, each of which reaches from the figures before to the last of its own.

    All columns are taken, and there is but one way to do so. Where the first cell begins, between the labels and its
    figures, is not known.
    """
    columns = setting.columns
    if columns[0].side != "right" or any(piece.figure for piece in pieces):
        return None
    ends = [column.right for column in columns]
    ways: list[tuple[int, list[Place]]] = [(0, [])]
    for piece in pieces:
        ways = [
            (last, [*places, (first + 1, last)])
            for first, places in ways[:_FEW_WAYS]
            for last in range(first + 1, len(columns) + 1)
            if _is_centred(piece, ends[first - 1] if first else None, ends[last - 1], setting)
        ]
    whole = [places for last, places in ways if last == len(columns)]
    return whole[0] if len(whole) == 1 else None


def _is_centred(piece: Segment, left: float | None, right: float, setting: Setting) -> bool:
    """Whether a piece is within a cell and in its middle; `left` is open for the first."""
    lefts = (setting.limit, setting.columns[0].left) if left is None else (left, left)
    if piece.box.left < lefts[0] - _CELL or piece.box.right > right + _CELL:
        return False
    middles = [(at + right) / 2 for at in lefts]
    return middles[0] - _CELL <= piece.box.middle <= middles[1] + _CELL


def _spanning(pieces: Sequence[Segment], columns: Sequence[Column], near: float) -> list[Place] | None:
    """Heads of which each is in the middle of its columns, all columns taken."""
    middles = [piece.box.middle for piece in pieces]
    groups: list[list[int]] = [[] for _ in pieces]
    for at, column in enumerate(columns):
        behind = bisect_left(middles, column.middle)
        beside = (one for one in (behind - 1, behind) if 0 <= one < len(pieces))
        groups[min(beside, key=lambda one: abs(middles[one] - column.middle))].append(at)
    if not all(groups):
        return None
    off = (
        abs(middle - (columns[group[0]].left + columns[group[-1]].right) / 2)
        for middle, group in zip(middles, groups, strict=True)
    )
    return [(group[0] + 1, group[-1] + 1) for group in groups] if all(one <= near for one in off) else None


def _over_one_each(pieces: Sequence[Segment], columns: Sequence[Column], near: float) -> list[Place] | None:
    """Heads of which each stands over one column of its own, at one of its sides or in its middle."""
    found = [columns_over(piece, columns) for piece in pieces]
    if any(len(held) != 1 for held in found) or len({held[0] for held in found}) < len(found):
        return None
    both = [(piece.box, columns[held[0]]) for piece, held in zip(pieces, found, strict=True)]
    aligned = all(
        abs(box.right - column.right) <= near
        or abs(box.left - column.left) <= near
        or abs(box.middle - column.middle) <= near
        for box, column in both
    )
    return [(held[0] + 1, held[0] + 1) for held in found] if aligned else None


def places_by_cells(lines: Sequence[Line], setting: Setting) -> dict[float, list[Place]]:
    """What lines of a head stand over by cells: those below a line with a head for each column, each by itself.

    It is nothing that is known where heads below others do not speak of all columns of these.

    Those above speak of several columns, one level below the other: see `_of_level`.
    """
    found: dict[float, list[Place]] = {}
    levels: list[dict[float, list[Place]]] = []
    is_below = False
    for line in takewhile(lambda one: not figures_of(one), lines):
        _, pieces = setting.cut(line)
        if not pieces or line.box.right < setting.columns[0].left:
            continue
        if are_in_order(pieces, setting):
            is_below = True
            continue
        taken = {held for level in levels for line_places in level.values() for held in line_places}
        places = places_of_heads(pieces, setting) or _within_cells(pieces, setting, taken)
        if places is None:
            continue
        if is_below:
            found[line.baseline] = places
        elif levels and not _parts(_merged(levels[-1]), places):
            levels[-1][line.baseline] = places
        else:
            levels.append({line.baseline: places})
    above: list[Place] = [(1, len(setting.columns))]
    for number, level in enumerate(levels):
        told = dict(_of_level(level, above))
        is_open = any(len(set(places)) < len(places) for places in told.values())  # heads of one line in one place
        found |= told if (told or not number) and not is_open else {baseline: [] for baseline in level}
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


def _within_cells(pieces: Sequence[Segment], setting: Setting, taken: Set[Place]) -> list[Place] | None:
    """The columns of heads by their cells: each reaches from the figures of the column before to its own.

    A piece is in one of them, behind all labels. The last may be in the middle of several, up to the last: what is set
    with spaces takes more room than it had, and pushes what stands behind it. Where all of these but the first have a
    head in a line above, `taken`, it is that of the first.
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
        found.append((first, first) if (first + 1, last) in taken else (first, last))
    return found


def _in_middle(piece: Segment, ends: Sequence[float]) -> bool:
    """Whether a piece is in the middle between the first and the last of the ends of cells, and not set to a side."""
    left, right = ends[0], ends[-1]
    return right - piece.box.right > GAP and abs(piece.box.middle - (left + right) / 2) <= _OFF * (right - left)
