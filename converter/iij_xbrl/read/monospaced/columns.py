"""The columns of a table set with spaces: where figures of several rows end below each other.

In a table that is set flush left they begin below each other: then its columns are told by where figures begin.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.shapes import letters

NEAR = 12.5  # points, two characters and a half: sides and middles that are nearer are one
GAP = 5.0  # points, a character: what is free between two columns
_FEWEST = 2  # rows that show a column, or figures of an only row

Side = Literal["left", "right"]
"""The side at which figures of a column stand below each other."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: where it begins and ends, and the side at which its figures stand below each other."""

    left: float
    right: float
    side: Side = "right"

    @property
    def middle(self) -> float:
        """Half way between its sides."""
        return (self.left + self.right) / 2

    @property
    def edge(self) -> float:
        """Where its figures stand below each other."""
        return self.right if self.side == "right" else self.left


def figures_of(line: Line) -> list[Segment]:
    """The figures of a line; a number in place of a label is one where others follow."""
    return [segment for at, segment in enumerate(line.segments) if segment.figure and (at or len(line.segments) > 1)]


def is_spaced(lines: Sequence[Line], most: float) -> bool:
    """Whether the pieces of lines are texts with a few spaces between, and no columns: nothing stands below anything.

    `Revenues  JPY83.0 billion (up 12.0% YoY)` is such a line: what follows the label begins where that ends.
    """
    several = [line.segments for line in lines if len(line.segments) > 1]
    pieces = [piece for segments in several for piece in segments[1:]]
    if not all(letters(piece.text) for piece in pieces):
        return False
    gaps = (right.box.left - left.box.right for segments in several for left, right in pairwise(segments))
    begins = {(round(left.box.right - left.box.left), round(right.box.left)) for left, right, *_ in several}
    lefts = Counter(left for _, left in begins)
    return len(begins) > 1 and max(gaps) <= most and max(lefts.values()) == 1


def columns_of(rows: Sequence[Line]) -> list[Column]:
    """From left to right what figures of two rows share a side of, or the figures of an only row."""
    side = _side(rows)
    groups: list[list[Segment]] = []
    figures = [one for row in rows for one in figures_of(row)]
    right = edge = float("-inf")
    for segment in sorted(figures, key=lambda one: (getattr(one.box, side), one.box.left)):
        at = getattr(segment.box, side)
        if groups and (at - edge <= NEAR or segment.box.left < right):
            groups[-1].append(segment)
            right = max(right, segment.box.right)
        else:
            groups.append([segment])
            right = segment.box.right
        edge = at
    most = max((len(figures_of(row)) for row in rows), default=0)
    if len(groups) < most and (apart := _in_order(rows, most, side)):
        return apart
    shared = [group for group in groups if len(group) >= _FEWEST]
    groups = _without_strays(shared if len(rows) >= _FEWEST and len(shared) >= most else groups, rows)
    return [Column(min(one.box.left for one in group), max(one.box.right for one in group), side) for group in groups]


def _in_order(rows: Sequence[Line], most: int, side: Side) -> list[Column]:
    """The columns of rows with the most figures, in order, where a row that is set off lets two of them run together.

    None where these are not most rows, where figures of most of them do not stand below each other, or where columns
    would stand over each other.
    """
    full = [figures_of(row) for row in rows if len(figures_of(row)) == most]
    if len(full) * 2 <= len(rows):
        return []
    found: list[Column] = []
    for group in zip(*full, strict=True):
        edges = sorted(getattr(one.box, side) for one in group)
        middle = edges[len(edges) // 2]
        kept = [one.box for one in group if abs(getattr(one.box, side) - middle) <= NEAR]
        if len(kept) < _FEWEST or len(kept) * 2 <= len(group):
            return []
        found.append(Column(min(box.left for box in kept), max(box.right for box in kept), side))
    return found if all(left.right < right.left for left, right in pairwise(found)) else []


def _side(rows: Sequence[Line]) -> Side:
    """The side at which figures stand below each other: the left one where they do so at half as many places there."""
    figures = [one.box for row in rows for one in figures_of(row)]
    lefts, rights = {round(box.left) for box in figures}, {round(box.right) for box in figures}
    return "left" if 2 * len(lefts) <= len(rights) else "right"


def _without_strays(groups: list[list[Segment]], rows: Sequence[Line]) -> list[list[Segment]]:
    """The columns without those of rows that have a figure for each of the others, and are only set otherwise."""
    most = max((len(figures_of(row)) for row in rows), default=0)
    full = [row for row in rows if len(figures_of(row)) == most]
    if most < _FEWEST or len(groups) <= most:
        return groups
    kept = sorted(sorted(groups, key=len)[-most:], key=lambda group: group[-1].box.right)
    strays = {id(segment) for group in groups if not any(group is one for one in kept) for segment in group}
    whole = {id(segment) for row in full for segment in figures_of(row)}
    return kept if strays <= whole else groups


def columns_over(piece: Segment, columns: Sequence[Column]) -> range:
    """The columns that a piece stands over; they stand apart from each other, from left to right."""
    first = bisect_right(columns, piece.box.left, key=lambda column: column.right)
    return range(first, bisect_left(columns, piece.box.right, key=lambda column: column.left, lo=first))


def columns_sharing(piece: Segment, columns: Sequence[Column]) -> range:
    """The columns whose figures a piece stands below."""
    edge = getattr(piece.box, columns[0].side)
    first = bisect_left(columns, edge - NEAR, key=lambda column: column.edge)
    return range(first, bisect_right(columns, edge + NEAR, key=lambda column: column.edge, lo=first))
