"""Minus signs behind their figures, `1,234-`, as programs of bookkeeping print them.

One figure with a dash behind it may be two cells run together, and one a space or an en dash behind is: the next one
is empty. Where several figures of a table have a minus right behind them, and none has a sign or brackets in front, it
is how the table writes what is negative.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.reasons.written import SignApart

_SIGNED_BEHIND = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}|\d{5,}|\d+(?=\.))(?:\.\d+)?(?:%?[-−]|[-−]\s?%)")
_SEVERAL = 2


def with_signs_behind(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """A grid in which figures with their minus behind them are negative, where that is how its figures are written."""
    cells = [cell for row in grid for cell in row[1:]]
    several = sum(map(_is_signed_behind, cells)) >= _SEVERAL
    if not several or any(figure.value < 0 for cell in cells for figure in cell.figures):
        return list(grid)
    return [(*row[:1], *(_negative(cell) if _is_signed_behind(cell) else cell for cell in row[1:])) for row in grid]


def _is_signed_behind(cell: Cell) -> bool:
    return (
        len(cell.figures) == 1
        and isinstance(cell.figures[0].problem, SignApart)
        and _SIGNED_BEHIND.fullmatch(cell.text.plain.strip()) is not None
    )


def _negative(cell: Cell) -> Cell:
    text, (figure,) = cell.text.plain, cell.figures
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    signed = replace(
        figure,
        span=cell.text.span.within(start, end),
        text=text[start:end],
        value=-figure.value,
        percent="%" in text,
        problem=None,
    )
    return replace(cell, kind="figure", figures=(signed,))
