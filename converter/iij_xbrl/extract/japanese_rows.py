"""Rows of Japanese forms whose cells read on: `(注) | 包括利益 | 2012年3月期 | 3,597 | 百万円( | 17.4％)`.

A mark in a cell of its own belongs to the name behind it, and a unit to the figure in front of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.cells import Cell
from iij_xbrl.extract.units import Unit, parse_unit
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE

_MARK = JAPANESE.patterns["labels.mark_alone"]
_AROUND = "()（） "


def with_cells_read_on(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The grid with marks and units in cells of their own where they belong."""
    return [_with_units(_with_name(cells)) for cells in grid]


def _with_name(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row whose first cell is a mark alone, labelled by the text behind it."""
    behind = next((at for at, cell in enumerate(cells) if at and cell.kind != "empty"), None)
    if behind is None or not _MARK.fullmatch(narrow(cells[0].text.plain).strip()):
        return cells
    name = cells[behind]
    if name.kind != "text" or name.figures or any(char.isdigit() for char in name.text.plain):
        return cells
    empty = Cell("empty", name.text.part(0, 0))
    return (name, *cells[1:behind], empty, *cells[behind + 1 :])


def _with_units(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row in which the unit in a cell right behind a figure is the figure's; it ends a row of figures with units."""
    units = {at: unit for at, cell in enumerate(cells) if at > 1 and (unit := _unit(cell))}
    if not units:
        return cells
    found = list(cells)
    for at, unit in units.items():
        front = cells[at - 1]
        if front.kind in ("figure", "dash") and len(front.figures) == 1 and not front.figures[0].unit:
            figures = (replace(front.figures[0], unit=unit),)
            found[at - 1], found[at] = replace(front, figures=figures), Cell("empty", cells[at].text.part(0, 0))
    return tuple(found)


def _unit(cell: Cell) -> Unit | None:
    """The unit of money, or of what is counted, that a cell is and nothing else."""
    unit = parse_unit(cell.text.plain.strip(_AROUND)) if cell.kind == "text" and not cell.figures else None
    if unit is None or not (unit.currency or unit.count) or unit.percent:
        return None
    return unit if unit.scale is not None else replace(unit, scale=0)
