"""Amounts per share in yen and sen: `円 | 銭` above `17,965 | 32`, `円 銭` above `17,965 32`.

An amount in two cells stands in the first of them, and the second is empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.reasons.written import TextBeside

_YEN, _SEN = JAPANESE.words["whole_and_part"]
_DIGITS = 2
_YEN_SEN = re.compile(r"\s*(?P<yen>[△▲-]?\s?\d[\d,]*)\s+(?P<sen>\d\d)\s*")


def with_sen_joined(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The grid with yen and sen as one amount, below each row of units that heads them apart."""
    found: list[tuple[Cell, ...]] = []
    pairs, both = frozenset[int](), frozenset[int]()
    for cells in grid:
        texts = [narrow(cell.text.plain).strip() for cell in cells]
        if any(texts) and all(not text or text == _SEN or parse_unit(text) for text in texts):
            pairs = frozenset(at for at in range(len(texts) - 1) if texts[at : at + 2] == [_YEN, _SEN])
            both = frozenset(at for at, text in enumerate(texts) if text.split() == [_YEN, _SEN])
            found.append(tuple(_emptied(cell) if at - 1 in pairs else cell for at, cell in enumerate(cells)))
        else:
            cells = tuple(_as_one(cell) if at in both else cell for at, cell in enumerate(cells))
            found.append(_joined(cells, pairs) if pairs else cells)
    return found


def _joined(cells: tuple[Cell, ...], pairs: Set[int]) -> tuple[Cell, ...]:
    found = list(cells)
    for at in pairs:
        if at + 1 >= len(cells):
            continue
        yen, sen = cells[at], cells[at + 1]
        if yen.kind == sen.kind == "dash":
            found[at + 1] = _emptied(sen)
        elif yen.figure and sen.figure and not _is_sen(sen):
            damaged = replace(yen.figure, problem=TextBeside(sen.text.plain.strip()))
            found[at] = replace(yen, figures=(damaged,))
        elif yen.figure and sen.figure:
            part = sen.figure.value.scaleb(-_DIGITS)
            whole = yen.figure.value
            value = whole - part if whole < 0 else whole + part
            amount = replace(yen.figure, value=value, places=_DIGITS, rest=sen.figure)
            found[at], found[at + 1] = replace(yen, figures=(amount,)), _emptied(sen)
    return tuple(found)


def _as_one(cell: Cell) -> Cell:
    """A cell whose two numbers are the yen and the sen of one amount."""
    match = _YEN_SEN.fullmatch(narrow(cell.text.plain)) if len(cell.figures) == len((_YEN, _SEN)) else None
    if match is None:
        return cell
    first, last = cell.figures
    part = last.value.scaleb(-_DIGITS)
    value = first.value - part if first.value < 0 else first.value + part
    begin, end = match.start("yen"), match.end("sen")
    span, text = cell.text.span.within(begin, end), cell.text.plain[begin:end]
    return Cell("figure", cell.text, (replace(first, span=span, text=text, value=value, places=_DIGITS, problem=None),))


def _is_sen(cell: Cell) -> bool:
    """Whether a cell holds two digits: of one alone nothing says whether it counts ones or tens."""
    return cell.figure is not None and cell.figure.text.isdigit() and len(cell.figure.text) == _DIGITS


def _emptied(cell: Cell) -> Cell:
    return Cell("empty", cell.text.part(0, 0))
