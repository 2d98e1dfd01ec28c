"""Totals that stand above their items: which of several lines of the same name a row is, the total over it tells.

`Others` below `Internet connectivity services (consumer)` is an item of that, in whatever order the page has the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iij_xbrl.map.tables.rows.align import Pair
from iij_xbrl.taxonomy.index import Place


def within_totals(pairs: Sequence[Pair], place: Place) -> list[Pair]:
    """The pairs without those that the total above their row contradicts.

    A total is above its items where the row right below it is one. It ends with the first row that is none of them.
    """
    by_row: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_row.setdefault(pair.row, []).append(pair)
    found: list[Pair] = []
    open_: tuple[int, ...] = ()  # the lines of the totals above, the nearest first
    is_new = False  # nothing tells yet whether the nearest one is above its items
    ended: set[int] = set()
    for own in (by_row[row] for row in sorted(by_row)):
        lines = {pair.line for pair in own}
        if len({place.lines[line].parent for line in lines}) > 1:
            own = [pair for pair in own if place.lines[pair.line].parent in open_] or [
                pair for pair in own if place.lines[pair.line].parent not in ended
            ]
            is_new = False
        elif len(lines) == 1:
            (line,) = lines
            above = tuple(_above(line, place))
            left = tuple(total for total in open_ if total not in above)
            ended.update(left[1:] if is_new else left)
            open_, is_new = (line, *above), True
        found += own
    return found


def _above(line: int, place: Place) -> Iterator[int]:
    """The totals that a line is an item of, the nearest first, as far as they stand in front of it."""
    parent = place.lines[line].parent
    while parent is not None and parent < line:
        yield parent
        parent = place.lines[parent].parent
