"""The cells of heads that run over several lines: which lines of a head go on with those above them.

Nothing but its words tells where a row of heads ends: lines of all rows are equally far apart. A line goes on with the
one above where it stands over the same columns, and with columns beside these where a piece of it cannot start a head.
It starts a row where it lacks a column of the one above, as heads of several lines end together, and where its pieces
say the same as each other while those above do not: `Thousands  Thousands` below `March 31,  September`. What cannot
start a head goes on with what is above it over several lines, and so does a line of a wide script, which ends anywhere,
where the one above had no room for its first character.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from iij_xbrl.read.layout.lines.lines import Segment
from iij_xbrl.read.layout.tables.head_blocks import cannot_start
from iij_xbrl.read.monospaced.head_places import Place
from iij_xbrl.read.monospaced.widths import is_wide, width_of

LABELS: Place = (0, 0)
"""The column of labels."""
_NEXT = 24.0  # points: two lines, between which a line of a cell beside may stand
_REPEATED = 0.6  # of the pieces of a line


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of a head: its lines, and its first and last column; that of labels is 0."""

    lines: tuple[Segment, ...]
    place: Place


HeadLine = list[tuple[Segment, Place]]
"""The pieces of a line of a head, each with its first and last column."""


def head_cells(lines: Sequence[HeadLine]) -> Iterator[list[HeadCell]]:
    """The rows of a head, each with its cells from left to right."""
    rows: list[list[HeadLine]] = []
    widest = _widest(lines)
    for line in lines:
        first = min(_row_of_rest(rows, line, widest), len(rows) - bool(rows and _goes_on(rows[-1], line)))
        rows[first:] = [[*(held for row in rows[first:] for held in row), line]]
    yield from map(_cells, rows)


def _row_of_rest(rows: Sequence[Sequence[HeadLine]], line: HeadLine, widest: Mapping[Place, int]) -> int:
    """The row that holds what a line goes on with, where a piece of it cannot start a head; else that of the line.

    Lines of cells that are set to one middle stand between each other: all rows from there on are one.
    """
    above = {place: segment for row in rows for held in row for segment, place in held}
    rests = {
        place
        for segment, place in line
        if cannot_start(segment.text) or (place in above and _had_no_room(above[place], segment, widest[place]))
    }
    last = {place: at for at, row in enumerate(rows) for place in _places(row) & rests}
    first = min(last.values(), default=len(rows))
    together = sorted(set().union({place for _, place in line}, *map(_places, rows[first:])) - {LABELS})
    apart = all(before[1] < behind[0] for before, behind in pairwise(together))
    return first if apart else len(rows)


def _widest(lines: Sequence[HeadLine]) -> dict[Place, int]:
    """How wide the lines of heads are at most, by the columns that they stand over."""
    found: dict[Place, int] = {}
    for segment, place in (piece for line in lines for piece in line):
        found[place] = max(found.get(place, 0), width_of(segment.text))
    return found


def _had_no_room(upper: Segment, lower: Segment, most: int) -> bool:
    """Whether a line of a wide script, right below another one, begins with what had no room in that."""
    ends = upper.text[-1], lower.text[0]
    if not any(map(is_wide, ends)) or not all(is_wide(end) or end.isdecimal() for end in ends):
        return False
    return lower.baseline - upper.baseline <= _NEXT and width_of(upper.text) + width_of(lower.text[0]) > most


def _places(row: Sequence[HeadLine]) -> set[Place]:
    return {place for line in row for _, place in line}


def alone(line: HeadLine) -> list[HeadCell]:
    """The cells of a line that goes on with none."""
    return [HeadCell((segment,), place) for segment, place in line]


def _cells(lines: Sequence[HeadLine]) -> list[HeadCell]:
    by_place: dict[Place, list[Segment]] = {}
    for segment, place in (piece for line in lines for piece in line):
        by_place.setdefault(place, []).append(segment)
    return [HeadCell(tuple(by_place[place]), place) for place in sorted(by_place)]


def _goes_on(above: Sequence[HeadLine], line: HeadLine) -> bool:
    held = _places(above)
    own = [place for _, place in line]
    if len(set(own)) < len(own) or not held - {LABELS} <= set(own) or LABELS in held.intersection(own):
        return False
    beside = [place for place in own if place not in held and place != LABELS]
    if any(first <= end and start <= last for first, last in beside for start, end in held):
        return False
    repeated = _repeated(line)
    return not beside and not (repeated >= _REPEATED and repeated > _repeated(above[-1]))


def _repeated(line: HeadLine) -> float:
    """The share of the pieces of a line that say the same as another one."""
    texts = [segment.text for segment, place in line if place != LABELS]
    counts = Counter(texts)
    return sum(count for count in counts.values() if count > 1) / len(texts) if texts else 0.0
