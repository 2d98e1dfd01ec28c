"""Headings that a conversion repeats over the cells that they span: `| Costs: | Costs: | Costs: |`.

Pages in markup such as Markdown have no spans, so a heading over the whole row stands in each of its cells. It is one
heading. Where figures follow a label that is repeated, the label reaches over columns of figures: which column each
figure then belongs to is not known.
"""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.cells.units import parse_unit


def with_headings_once(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The grid with the texts emptied that repeat the heading of their row; rows with figures stay as they are."""
    return [cells if _has_figures(cells) else _once(cells) for cells in grid]


def reaches_over_figures(cells: Sequence[Cell]) -> bool:
    """Whether the label of a row with figures is repeated in cells behind it."""
    return _has_figures(cells) and any(_is_repeated(cells[0], cell) for cell in cells[1:])


def _has_figures(cells: Sequence[Cell]) -> bool:
    return any(cell.kind in ("figure", "dash") for cell in cells[1:])


def _once(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row without figures, its heading in the first cell alone; a unit is that of each column."""
    if not cells or parse_unit(cells[0].text.plain):
        return cells
    rest = (Cell("empty", cell.text.part(0, 0)) if _is_repeated(cells[0], cell) else cell for cell in cells[1:])
    return (cells[0], *rest)


def _is_repeated(head: Cell, cell: Cell) -> bool:
    """Whether a cell says what the first one of its row says, in words."""
    said = _tidy(head)
    return any(char.isalpha() for char in said) and not cell.header and _tidy(cell) == said


def _tidy(cell: Cell) -> str:
    return " ".join(cell.text.plain.split()).casefold()
