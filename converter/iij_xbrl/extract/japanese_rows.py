"""Rows of Japanese forms whose cells read on: `(注) | 包括利益 | 2012年3月期 | 3,597 | 百万円( | 17.4％)`.

A mark in a cell of its own belongs to the name behind it, and a unit to the figure in front of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.cells.cell import Bound, Cell
from iij_xbrl.extract.cells.japanese_brackets import with_brackets_read
from iij_xbrl.extract.cells.units import Unit, parse_unit
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE

_MARK = JAPANESE.patterns["labels.mark_alone"]
_UNTIL = "~"
_RANGE: tuple[Bound, Bound] = ("lower", "upper")
_AROUND = "()（） "


def with_cells_read_on(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The grid with marks and units in cells of their own, and units printed once, where they belong."""
    return _with_first_units([with_brackets_read(_with_units(_with_ends(_with_name(cells)))) for cells in grid])


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


def _with_ends(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row in which figures with `～` in a cell between them are the ends of a range."""
    found = list(cells)
    for at in range(2, len(cells) - 1):
        if narrow(cells[at].text.plain).strip() == _UNTIL:
            found[at] = Cell("empty", cells[at].text.part(0, 0))
            found[at - 1], found[at + 1] = _end(found[at - 1], "lower"), _end(found[at + 1], "upper")
    return tuple(found)


def _end(cell: Cell, bound: Bound) -> Cell:
    return replace(cell, figures=tuple(replace(figure, bound=bound) for figure in cell.figures))


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


def _with_first_units(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The grid in which a unit that stands at the first figure of a column alone is that of the figures below it.

    Where such units are amounts of money in several scales, `97,315百万円 | 1,062億円`, each figure says its own.
    """
    if len(_first_scales(grid)) > 1:
        return list(grid)
    found: list[tuple[Cell, ...]] = []
    units: dict[int, Unit | None] = {}
    for cells in grid:
        row = list(cells)
        for at, cell in enumerate(cells):
            figures = cell.figures if at and cell.kind in ("figure", "dash") and _is_one_amount(cell) else ()
            if not figures or any(figure.percent or figure.measure for figure in figures):
                continue
            said = figures[0].unit
            unit = units.setdefault(at, said if said and said.currency else None)
            if unit and said not in (None, unit):
                units[at] = None  # more than one: each figure says its own
            elif unit and not said:
                row[at] = replace(cell, figures=tuple(replace(figure, unit=unit) for figure in figures))
        found.append(tuple(row))
    return found


def _first_scales(grid: Sequence[tuple[Cell, ...]]) -> set[int]:
    """The scales that the units of the first figures of the columns state."""
    first: dict[int, Unit | None] = {}
    for cells in grid:
        for at, cell in enumerate(cells):
            if at and cell.kind == "figure" and _is_one_amount(cell):
                first.setdefault(at, cell.figures[0].unit)
    return {unit.scale for unit in first.values() if unit and unit.currency and unit.scale}


def _is_one_amount(cell: Cell) -> bool:
    """Whether a cell holds one figure, or both ends of one range."""
    return len(cell.figures) == 1 or [figure.bound for figure in cell.figures] == list(_RANGE)


def _unit(cell: Cell) -> Unit | None:
    """The unit of money, or of what is counted, that a cell is and nothing else."""
    unit = parse_unit(cell.text.plain.strip(_AROUND)) if cell.kind == "text" and not cell.figures else None
    if unit is None or not (unit.currency or unit.count) or unit.percent:
        return None
    return unit if unit.scale is not None else replace(unit, scale=0)
