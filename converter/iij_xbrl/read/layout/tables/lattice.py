"""Rules become lattices: where lines, or edges of areas, are drawn around every cell of a table.

Uprights give the columns and rules across the rows; where one is missing between two cells, these are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from iij_xbrl.read.layout.geometry import Box, Rule, merged, overlap

_SAME = 2.5  # points: rules that are nearer are one, as those of cells set apart are
_TOUCH = 3.0  # points: rules that are nearer meet
_DRAWN = 0.5  # of the side of a cell: where more is drawn, all is
_MOST_PAIRS = 200_000
_MOST_CELLS = 20_000


class Region(NamedTuple):
    """A cell: its first row and column, and how many it takes."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """The sides of rows and columns, each one more than there are, and the cells from the top left."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    regions: tuple[Region, ...]

    @property
    def box(self) -> Box:
        """The box that it is drawn in."""
        return Box(self.across[0], self.down[0], self.across[-1], self.down[-1])

    def fits(self, other: Lattice) -> bool:
        """Whether another one has the same columns."""
        return len(self.across) == len(other.across) and all(
            abs(one - two) <= _SAME for one, two in zip(self.across, other.across, strict=True)
        )


class _Side(NamedTuple):
    """A straight line: where it is drawn, and from where to where it runs."""

    at: float
    start: float
    end: float


def lattices(rules: Iterable[Rule]) -> list[Lattice]:
    """The lattices of a page, from top to bottom, that have two columns at least."""
    held = list(rules)
    uprights = _sides((rule.box.middle, rule.box.top, rule.box.bottom) for rule in held if not rule.across)
    levels = _sides(
        ((rule.box.top + rule.box.bottom) / 2, rule.box.left, rule.box.right) for rule in held if rule.across
    )
    if len(uprights) * len(levels) > _MOST_PAIRS:
        return []
    found = [_lattice(*group) for group in _together(uprights, levels)]
    return sorted((lattice for lattice in found if lattice), key=lambda lattice: (lattice.down[0], lattice.across[0]))


def _sides(pieces: Iterable[tuple[float, float, float]]) -> list[_Side]:
    """Pieces of lines as whole lines."""
    groups: list[list[tuple[float, float, float]]] = []
    for piece in sorted(pieces):
        if groups and piece[0] - groups[-1][0][0] <= _SAME:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    found = []
    for group in groups:
        at = sum(piece[0] for piece in group) / len(group)
        found += [_Side(at, *run) for run in merged(((start, end) for _, start, end in group), _TOUCH)]
    return found


def _together(uprights: Sequence[_Side], levels: Sequence[_Side]) -> Iterator[tuple[list[_Side], list[_Side]]]:
    """Lines that meet, directly or over others."""
    parents = list(range(len(uprights) + len(levels)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for number, upright in enumerate(uprights):
        for other, level in enumerate(levels, len(uprights)):
            if (
                level.start - _TOUCH <= upright.at <= level.end + _TOUCH
                and upright.start - _TOUCH <= level.at <= upright.end + _TOUCH
            ):
                parents[root(other)] = root(number)
    groups: dict[int, tuple[list[_Side], list[_Side]]] = defaultdict(lambda: ([], []))
    for number, side in enumerate((*uprights, *levels)):
        groups[root(number)][number >= len(uprights)].append(side)
    yield from groups.values()


def _lattice(uprights: Sequence[_Side], levels: Sequence[_Side]) -> Lattice | None:
    """The lattice of lines that meet; None where its cells are not all rectangles."""
    if not uprights or not levels:
        return None
    across = _places(uprights, levels)
    down = _places(levels, uprights)
    rows, columns = len(down) - 1, len(across) - 1
    if columns < 2 or rows < 1 or rows * columns > _MOST_CELLS:
        return None
    parted = _drawn(uprights, across, down)
    cut = _drawn(levels, down, across)
    regions = _regions(rows, columns, parted, cut)
    return Lattice(tuple(across), tuple(down), tuple(regions)) if regions else None


def _places(sides: Sequence[_Side], others: Sequence[_Side]) -> list[float]:
    """Where lines are drawn, and where those that cross them end, as at open sides of a table."""
    found = sorted({side.at for side in sides})
    low, high = min(side.start for side in others), max(side.end for side in others)
    before = [low] if low < found[0] - _TOUCH else []
    behind = [high] if high > found[-1] + _TOUCH else []
    return [*before, *found, *behind]


def _drawn(sides: Sequence[_Side], places: Sequence[float], steps: Sequence[float]) -> list[list[bool]]:
    """For each place whether a line is drawn there along each step between two of the others."""
    runs: dict[float, list[_Side]] = defaultdict(list)
    for side in sides:
        runs[side.at].append(side)
    return [
        [
            sum(max(0.0, overlap(side.start, side.end, low, high)) for side in runs[place]) > _DRAWN * (high - low)
            for low, high in pairwise(steps)
        ]
        for place in places
    ]


def _regions(
    rows: int, columns: int, parted: Sequence[Sequence[bool]], cut: Sequence[Sequence[bool]]
) -> list[Region] | None:
    """The cells between lines, from the top left; None where one of them is no rectangle."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            right = column + 1
            while right < columns and not parted[right][row] and (row, right) not in taken:
                right += 1
            bottom = row + 1
            while bottom < rows and not any(cut[bottom][column:right]):
                bottom += 1
            inside = [(y, x) for y in range(row, bottom) for x in range(column, right)]
            if any(parted[x][y] for y, x in inside if x > column) or any(place in taken for place in inside):
                return None
            if any(not cut[bottom][x] for x in range(column, right) if bottom < rows):
                return None
            taken.update(inside)
            found.append(Region(row, column, bottom - row, right - column))
    return found
