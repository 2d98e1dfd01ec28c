"""The grid of a table: what stands in each place, where cells span rows and columns. Computed here alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from iij_xbrl.read.document import TableCell

_MOST_COVERED = 4  # places for each cell: spans of a damaged or hostile table are cut


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of the grid: the cell that stands in it, or that covers it from where it stands."""

    cell: TableCell
    covered: bool = False


def grid_of(rows: Sequence[Sequence[TableCell]]) -> list[list[Slot | None]]:
    """The rows of a grid; a cell is in each place that it spans, and nothing where a row is shorter than others."""
    if all(cell.rowspan == 1 and cell.colspan == 1 for row in rows for cell in row):
        return [[Slot(cell) for cell in row] for row in rows]
    taken: list[dict[int, Slot]] = [{} for _ in rows]
    left = max(10_000, _MOST_COVERED * sum(len(row) for row in rows))
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in taken[number]:
                column += 1
            down, across = min(cell.rowspan, len(rows) - number), cell.colspan
            if down * across > 1:
                left -= down * across
                down, across = (down, across) if left > 0 else (1, 1)
            for below in range(down):
                for beside in range(across):
                    slot = Slot(cell, covered=bool(below or beside))
                    taken[number + below].setdefault(column + beside, slot)
            column += across
    return [[places.get(at) for at in range(max(places, default=-1) + 1)] for places in taken]
