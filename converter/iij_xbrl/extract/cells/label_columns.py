"""The column of labels in front of the figures of a table, and tables that have lost it."""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.languages import ENGLISH

_YEAR_OF_ROW = ENGLISH.patterns["headers.year_of_row"]


def has_labels(grid: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first cells are labels: in a table that lost them, they hold figures that are no years."""
    with_figures = [cells for cells in grid if any(cell.figures for cell in cells[1:])]
    figures = [cells for cells in with_figures if cells[0].kind == "figure" and not _is_year(cells[0])]
    return len(figures) * 2 <= len(with_figures)


def _is_year(cell: Cell) -> bool:
    return _YEAR_OF_ROW.fullmatch(cell.text.plain) is not None


def from_label_column(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The grid without what stands in front of its labels: pictures and group names that most rows do not have.

    The labels are then the last texts in front of the figures, and no row lacks one.
    """
    rows = [cells for cells in grid if any(cell.figures for cell in cells)]
    bare = [cells for cells in rows if cells[0].kind == "empty"]
    first = min((index for cells in rows for index, cell in enumerate(cells) if cell.figures), default=0)
    texts = [index for index in range(1, first) if all(cells[index].kind == "text" for cells in rows)]
    dropped = [cell for cells in grid for cell in cells[: max(texts, default=0)]]
    if not texts or len(bare) * 2 <= len(rows) or any(cell.figures for cell in dropped):
        return list(grid)
    return [cells[max(texts) :] or (no_label(cells),) for cells in grid]


def no_label(cells: Sequence[Cell]) -> Cell:
    """The empty cell in front of a row that has lost its label."""
    return cells[0].emptied()
