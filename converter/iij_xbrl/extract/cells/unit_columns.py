"""A column that states the unit of each row: `Total revenues | JPY millions | 38,415 | 47,207`.

It is one where most rows with figures have a unit in it, the others nothing, and its header says nothing but that.
Where it holds anything else, or a label states another unit, it is a column of words like any other.
"""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.cells.units import Unit, label_units, parse_unit
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import patterns_of

_HEADS = patterns_of("headers.units_of_rows")
_SEVERAL = 2

Rows = Sequence[tuple[Cell, ...]]


def unit_column(header: Rows, body: Rows) -> int | None:
    """The column of a table that states the units of its rows; None where there is none. Column 0 holds the labels."""
    rows = [cells for cells in body if any(cell.figures for cell in cells[1:])]
    width = min((len(cells) for cells in rows), default=0)
    if len(rows) < _SEVERAL or width <= _SEVERAL:
        return None
    return next((at for at in dict.fromkeys((1, width - 1)) if _states_units(header, rows, at)), None)


def unit_beside(cells: Sequence[Cell], at: int) -> Unit | None:
    """The unit that a row states in the column `at`."""
    return parse_unit(cells[at].text.plain.strip()) if at < len(cells) and not cells[at].figures else None


def without_column(rows: Rows, at: int) -> list[tuple[Cell, ...]]:
    """The rows without a column."""
    return [(*cells[:at], *cells[at + 1 :]) for cells in rows]


def _states_units(header: Rows, rows: Rows, at: int) -> bool:
    heads = {cells[at].text.plain.strip() for cells in header if at < len(cells)} - {""}
    is_named = bool(heads) and all(any(pattern.fullmatch(narrow(head)) for pattern in _HEADS) for head in heads)
    units = [unit_beside(cells, at) for cells in rows]
    stated = [(cells, unit) for cells, unit in zip(rows, units, strict=True) if unit]
    if len(stated) < max(_SEVERAL, len(rows) / 2) or not (is_named or (at == 1 and not heads)):
        return False
    if not is_named and not any(unit.scale or unit.count for _, unit in stated):
        return False  # currency or percent signs that stand apart from their figures
    if any(cells[at].kind != "empty" for cells, unit in zip(rows, units, strict=True) if not unit):
        return False
    said = [(label_units(" ".join(narrow(cells[0].text.plain).split()))[1], unit) for cells, unit in stated]
    return all(known in ((), (unit,)) for known, unit in said)
