"""A column in front of the labels that numbers the rows: `1 | Total revenues | 38,415 | 47,207`.

It does so where it holds 1, 2, 3 and so on, each beside a label, and no words of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from iij_xbrl.extract.cells.cell import Cell

_FEWEST = 2  # rows


def without_row_numbers(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The grid without the numbers of its rows, where its first column is nothing else."""
    numbered = [cells for cells in grid if cells[0].figures]
    others = (cells[0] for cells in grid if not cells[0].figures)
    has_labels = all(len(cells) > 1 and cells[1].kind == "text" and not cells[1].figures for cells in numbered)
    if len(numbered) < _FEWEST or not has_labels or any(map(_says_more, others)):
        return list(grid)
    if not _runs([cells[0] for cells in numbered]):
        return list(grid)
    return [cells[1:] for cells in grid if len(cells) > 1]


def _runs(cells: Sequence[Cell]) -> bool:
    """Whether the figures of cells are 1, 2, 3 and so on."""
    numbers = [figure for cell in cells for figure in cell.figures]
    is_counted = len(numbers) == len(cells) and not any(item.places or item.percent for item in numbers)
    values = [item.value for item in numbers]
    return is_counted and values[:1] == [1] and all(after - before == 1 for before, after in pairwise(values))


def _says_more(cell: Cell) -> bool:
    """Whether a cell beside the numbers may be the label of its row, or of a group of rows."""
    return cell.kind == "text" and len(cell.text.plain.split()) > 1
