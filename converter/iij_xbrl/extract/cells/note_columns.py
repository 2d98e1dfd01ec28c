"""A column of the numbers of notes, `Note`, beside the figures: no figure of the table stands in it.

It is one where its header says nothing else, and nothing below is more than the number of a note.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import patterns_of

_HEADS = patterns_of("headers.notes")
_AROUND = " .:()"
_FEWEST = 2  # columns: of labels, and of figures
_LONGEST = 12  # of several numbers, `3(a), 14`

Grid = Sequence[tuple[Cell, ...]]


def without_notes(grid: Grid, head: Set[int]) -> tuple[list[tuple[Cell, ...]], tuple[Cell, ...]]:
    """The grid without the numbers of notes, and the cells that hold them; `head` are its header rows."""
    width = max((len(cells) for cells in grid), default=0)
    places = range(1, width) if width > _FEWEST else ()
    at = next((index for index in places if _numbers_notes(grid, head, index)), None)
    if at is None:
        return list(grid), ()
    notes = tuple(cells[at] for row, cells in enumerate(grid) if row not in head and at < len(cells))
    return [(*cells[:at], *cells[at + 1 :]) for cells in grid], tuple(cell for cell in notes if cell.figures)


def _numbers_notes(grid: Grid, head: Set[int], at: int) -> bool:
    column = [(row in head, cells[at]) for row, cells in enumerate(grid) if at < len(cells)]
    heads = [cell for is_head, cell in column if is_head and cell.kind != "empty"]
    return (
        bool(heads) and all(map(_is_head, heads)) and all(_may_number(cell) for is_head, cell in column if not is_head)
    )


def _is_head(cell: Cell) -> bool:
    said = narrow(cell.text.plain).strip(_AROUND)
    return any(pattern.fullmatch(said) for pattern in _HEADS)


def _may_number(cell: Cell) -> bool:
    if cell.figures:
        return all(figure.may_number_note for figure in cell.figures)
    return cell.kind in ("empty", "residue", "dash") or len(cell.text.plain.strip()) <= _LONGEST or _is_head(cell)
