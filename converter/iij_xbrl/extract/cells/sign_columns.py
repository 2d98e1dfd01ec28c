"""Signs that stand in cells of their own: `¥ | 33,100`, `(840 | )`, `(53.6 | )%`. They are read with their figure.

A column of nothing but such signs is no column: it goes to the figures beside it, with what its header says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.cells.cell import Cell, Figure, read_cell
from iij_xbrl.languages import CURRENCIES
from iij_xbrl.read.document import Text

_MONEY = rf"(?:{CURRENCIES.sign.pattern}|[A-Z]{{3}})"
_FRONT = re.compile(rf"\s*(?:[(（]?\s*{_MONEY}|{_MONEY}?\s*[(（△▲])\s*")
_BEHIND = re.compile(r"\s*(?:[)）]\s*[%％]?|[%％]\s*[)）]?)\s*")


def with_signs_joined(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """A grid without columns of signs; each sign is read as a part of the figure that it stands beside."""
    found = list(grid)
    for index in range(max((len(cells) for cells in grid), default=0) - 1, 0, -1):
        step = _step(found, index)
        if step:
            found = [_joined(cells, index, step) for cells in found]
    return found


def _step(grid: Sequence[tuple[Cell, ...]], index: int) -> int:
    """Where the signs of a column belong: 1 to its right, -1 to its left; 0 where it is no column of signs."""
    here = [(cells, cells[index].words) for cells in grid if len(cells) > index and cells[index].words]
    marks = [(cells, text) for cells, text in here if cells[0].kind != "empty" and cells[index].kind != "figure"]
    if not marks or any(cells[0].kind != "empty" and cells[index].kind == "figure" for cells, _ in here):
        return 0
    for step, pattern in ((1, _FRONT), (-1, _BEHIND)):
        if all(pattern.fullmatch(text) and _beside(cells, index + step) for cells, text in marks):
            headed = [cells for cells, _ in here if cells[0].kind == "empty"]
            free = all(not _plain_at(cells, index + step) or _is_mark(cells[index]) for cells in headed)
            return step if free else 0
    return 0


def _is_mark(cell: Cell) -> bool:
    return bool(_FRONT.fullmatch(cell.words) or _BEHIND.fullmatch(cell.words))


def _beside(cells: tuple[Cell, ...], index: int) -> bool:
    """Whether a cell holds one figure, the two ends of a range, or a dash."""
    return 0 < index < len(cells) and len(cells[index].figures) in (1, 2)


def _plain_at(cells: tuple[Cell, ...], index: int) -> str:
    return cells[index].words if index < len(cells) else ""


def _joined(cells: tuple[Cell, ...], index: int, step: int) -> tuple[Cell, ...]:
    if len(cells) <= index:
        return cells
    sign, target = cells[index], index + step
    row = list(cells)
    if target < len(row) and sign.words:
        if cells[0].kind == "empty" and not row[target].words:
            row[target] = sign
        elif row[target].figures and not row[target].figures[0].dash:
            row[target] = _with_sign(row[target], sign.words, step)
    del row[index]
    return tuple(row)


def _with_sign(cell: Cell, sign: str, step: int) -> Cell:
    """A cell read with the sign beside it; its figures stay where they stand."""
    front = f"{sign} " if step > 0 else ""
    plain = front + cell.text.plain + (f" {sign}" if step < 0 else "")
    read = read_cell(Text(plain, plain, cell.text.span))
    return replace(read, text=cell.text, figures=tuple(_at_home(item, cell, len(front)) for item in read.figures))


def _at_home(figure: Figure, cell: Cell, shift: int) -> Figure:
    base = cell.text.span.start
    start = max(figure.span.start - base - shift, 0)
    end = min(figure.span.end - base - shift, len(cell.text.plain))
    return replace(figure, span=cell.text.span.within(start, end), text=cell.text.plain[start:end])
