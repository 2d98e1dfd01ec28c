"""Lines that several rows of a table may be: those of two blocks of one shape.

Below `Operating income` of which the taxonomy knows nothing, the segments are not those of the revenues above. A row is
the line where it goes on from the total or the item of its block right beside it; a row that does not is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from iij_xbrl.extract.rows import TableRow
from iij_xbrl.taxonomy.index import Place


def without_contested(
    rows: Sequence[TableRow], place: Place, certain: Mapping[int, int], claims: Mapping[int, int]
) -> dict[int, int]:
    """The claims of rows on lines, without those on a line that another row has.

    Args:
        rows: those of the table.
        place: the place whose lines they may be.
        certain: the lines of the rows that are no others.
        claims: the line of each row that is this one, if it is any.
    """
    by_line: dict[int, list[int]] = {}
    for position, line in claims.items():
        by_line.setdefault(line, []).append(position)
    contested = {position for positions in by_line.values() if len(positions) > 1 for position in positions}
    held = _going_on(place, {**claims, **certain}, contested)
    kept: set[int] = set()
    for positions in by_line.values():
        going_on = [position for position in positions if position in held]
        is_copied = not going_on and len({printed(rows[position]) for position in positions}) == 1
        if len(positions) == 1 or is_copied:
            kept.update(positions)
        elif len(going_on) == 1:
            kept.update(going_on)
    return {position: line for position, line in claims.items() if position in kept}


def set_further_in(rows: Sequence[TableRow], claims: Mapping[int, int]) -> set[int]:
    """The rows that are set further in than another one that would be the same line, with other figures.

    Such a row is a part of the one above it.
    """
    outermost: dict[int, int] = {}
    for position, line in claims.items():
        outermost[line] = min(outermost.get(line, rows[position].indent), rows[position].indent)
    shown: dict[int, set[tuple[tuple[int, str], ...]]] = {}
    for position, line in claims.items():
        shown.setdefault(line, set()).add(printed(rows[position]))
    return {
        position
        for position, line in claims.items()
        if rows[position].indent > outermost[line] and len(shown[line]) > 1
    }


def _going_on(place: Place, lines: Mapping[int, int], contested: set[int]) -> set[int]:
    """The contested rows that go on from a row of their block that is not contested, or that does so itself."""
    held: set[int] = set()
    for step in (1, -1):
        for position in sorted(contested, reverse=step < 0):
            beside = position - step
            if beside not in lines or (beside in contested and beside not in held):
                continue
            if _are_of_one_block(place, lines[beside], lines[position], is_above=step > 0):
                held.add(position)
    return held


def _are_of_one_block(place: Place, beside: int, line: int, *, is_above: bool) -> bool:
    """Whether the line of a row beside another is the total of it, on the side of its items, or an item of the same."""
    if place.lines[beside].parent == place.lines[line].parent:
        return True
    return place.lines[line].parent == beside and (beside < line) == is_above


def printed(row: TableRow) -> tuple[tuple[int, str], ...]:
    """The figures of a row as they are printed, each with its column."""
    return tuple((item.column, item.figure.text) for item in row.figures)
