"""Figures in brackets below a label that has brackets as well: `従業員数（外、臨時雇用者数） | 3,716 (378)`.

The figure in brackets is what the label has in brackets: no loss, and no other time or unit than the one in front of
it. A label that is in brackets as a whole is of figures that are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.cells.cell import Cell, Figure
from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.widths import narrow
from iij_xbrl.reasons.written import SeveralFigures, TextBeside

_PART = re.compile(r"[(\[〔]([^()\[\]〔〕]*)[)\]〕]")
_NUMBER = r"[△▲−–-]?\s?\d[\d,]*(?:\.\d+)?\s?%?"
_PAIR = re.compile(rf"\s*{_NUMBER}\s*[(\[〔]\s*(?:{_NUMBER}|[-−–—―])\s*[)\]〕]\s*")
_ALONE = re.compile(rf"\s*[(\[〔]\s*{_NUMBER}\s*[)\]〕]\s*")
_LOSS = re.compile(r"[△▲−–-]")


def with_brackets_read(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells of a row, label first, with figures in brackets read where the label has brackets too."""
    label = "".join(narrow(cells[0].text.plain).split())
    parts = [part.group(1) for part in _PART.finditer(label) if parse_unit(part.group(1)) is None]
    if not any(parts):
        return tuple(cells)
    is_whole = _PART.fullmatch(label) is not None
    return (cells[0], *(_read(cell, is_whole=is_whole) for cell in cells[1:]))


def _read(cell: Cell, *, is_whole: bool) -> Cell:
    text = narrow(cell.text.plain)
    if _PAIR.fullmatch(text) and cell.figures:
        first, *others = cell.figures
        return replace(cell, kind="figure", figures=(_sound(first), *(_within(figure) for figure in others)))
    if is_whole and _ALONE.fullmatch(text) and len(cell.figures) == 1:
        return replace(cell, kind="figure", figures=(_sound(cell.figures[0]),))
    return cell


def signs_of(figure: Figure) -> tuple[Figure, ...]:
    """A figure as it may be meant, without its problem: one that is in brackets alone may be a loss as well."""
    sound = replace(figure, problem=None)
    is_open = isinstance(figure.problem, TextBeside) and stands_in_brackets(figure) and not figure.percent
    return (sound, replace(sound, value=-sound.value)) if is_open else (sound,)


def stands_in_brackets(figure: Figure) -> bool:
    """Whether a figure is all that its brackets hold."""
    return _ALONE.fullmatch(narrow(figure.text)) is not None


def is_marked_as_loss(figure: Figure) -> bool:
    """Whether a figure has a mark of a loss, which brackets are none of."""
    return not figure.dash and _LOSS.search(narrow(figure.text)) is not None


def _sound(figure: Figure) -> Figure:
    """A figure whose brackets are no sign of a loss, and no reason to doubt it."""
    problem = None if isinstance(figure.problem, SeveralFigures | TextBeside) else figure.problem
    is_loss = _LOSS.search(narrow(figure.text)) is not None
    return replace(figure, value=-abs(figure.value) if is_loss else abs(figure.value), problem=problem)


def _within(figure: Figure) -> Figure:
    return replace(_sound(figure), bound="within")
