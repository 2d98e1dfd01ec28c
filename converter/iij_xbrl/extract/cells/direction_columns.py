"""Changes in three cells: `up | 9.8% | YoY` is one figure, with its sign, below what it is measured against.

So highlights stand beside targets: `Total revenues | JPY58.2 billion | up | 9.8% | YoY | JPY117.0 billion`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.languages import ENGLISH

_UP, _DOWN = (frozenset(ENGLISH.words[name]) for name in ("bare_up", "bare_down"))
_YEAR_ON_YEAR = ENGLISH.patterns["scenarios.year_on_year"]
_CELLS = 3  # of a change
_SEVERAL = 2  # rows; columns of amounts
_LONGEST = 20  # characters of what it is measured against


def with_directions_joined(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """A grid of several columns of amounts with each change in one cell, and a row that heads these."""
    found = list(grid)
    if len({at for cells in found for at, cell in enumerate(cells) if _is_amount(cell)}) < _SEVERAL:
        return found
    width = max((len(cells) for cells in found), default=0)
    heads: dict[int, Cell] = {}
    for at in range(width - _CELLS, 1, -1):
        basis = _basis(found, at)
        if basis:
            found = [(*cells[:at], *_change(cells[at : at + _CELLS]), *cells[at + _CELLS :]) for cells in found]
            heads = {at: basis} | {place - (_CELLS - 1): cell for place, cell in heads.items()}
    if not heads:
        return found
    first = next(at for at, cells in enumerate(found) if any(map(_is_amount, cells)))
    row = tuple(heads.get(at, cell.emptied()) for at, cell in enumerate(found[first]))
    return [*found[:first], row, *found[first:]]


def _basis(grid: Sequence[tuple[Cell, ...]], at: int) -> Cell | None:
    """What changes are measured against whose directions stand in a column; None where it holds others."""
    rows = [cells[at : at + _CELLS] for cells in grid if len(cells) >= at + _CELLS]
    changes = [cells for cells in rows if _direction(cells[0])]
    others = [cells for cells in rows if not _direction(cells[0])]
    if len(changes) < _SEVERAL or any(cells[0].words or cells[2].words for cells in others):
        return None
    are_whole = all(
        len(cells[1].figures) == 1 and cells[1].figures[0].percent and _is_year_on_year(cells[2]) for cells in changes
    )
    return changes[0][2] if are_whole else None


def _change(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The three cells of a change as one; of a row that has none, the one in the middle."""
    if len(cells) < _CELLS:
        return tuple(cells[1:2])
    direction, change, _ = cells
    if _direction(direction) not in _DOWN:
        return (change,)
    return (replace(change, figures=tuple(replace(item, value=-abs(item.value)) for item in change.figures)),)


def _direction(cell: Cell) -> str:
    word = cell.words.casefold()
    return word if word in _UP | _DOWN else ""


def _is_year_on_year(cell: Cell) -> bool:
    text = cell.words
    return len(text) <= _LONGEST and _YEAR_ON_YEAR.match(text) is not None


def _is_amount(cell: Cell) -> bool:
    return any(not item.percent and not item.dash for item in cell.figures)
