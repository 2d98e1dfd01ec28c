"""Columns whose cells hold two figures, such as an amount and its share: `80.4% 38.0`, `2,647 (16.7%)`.

Others hold an amount and its translation into another currency, `JPY5,200 million ($67.5 million)`. They become
two columns, side by side as they are printed, so that nothing after this has to know of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.cells.cell import Cell, read_cell
from iij_xbrl.languages import ENGLISH
from iij_xbrl.read.document import Text

_TWO = 2
_TRANSLATED = re.compile(r"(?P<amount>[^()]+)[(（](?P<other>[^()（）]+)[)）]\s*")
_SHARE = ENGLISH.patterns["units.share_cell"]


def with_pairs_apart(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """A grid with each column of pairs split in two."""
    found = list(grid)
    width = max((len(cells) for cells in grid), default=0)
    for index in range(width - 1, 0, -1):
        column = [cells[index] for cells in grid if len(cells) > index]
        here = [cell for cell in column if cell.kind in ("figure", "text") and cell.figures]
        pairs = [cell for cell in here if _is_pair(cell)]
        firsts = {cell.figures[0].percent for cell in pairs}
        named = any(_SHARE.search(cell.text.plain) for cell in column)
        if pairs and (named or len(pairs) * 2 > len(here)) and len(firsts) == 1:
            found = [_split(cells, index, share_first=firsts == {True}) for cells in found]
        elif sum(_translated(cell) is not None for cell in here) * 2 > len(here):
            found = [_with_translation(cells, index) for cells in found]
    return found


def _with_translation(cells: tuple[Cell, ...], index: int) -> tuple[Cell, ...]:
    """A row with the translation of an amount in a cell of its own; a text, such as a header, stands over both."""
    if len(cells) <= index:
        return cells
    cell = cells[index]
    empty = _part(cell.text, 0, 0)
    parts = _translated(cell) or (cell.text, empty if cell.figures else cell.text)
    return (*cells[:index], *(replace(read_cell(part), over=cell.over) for part in parts), *cells[index + 1 :])


def _translated(cell: Cell) -> tuple[Text, Text] | None:
    """An amount and, behind it in parentheses, the same in another currency; None where a cell holds anything else."""
    found = _TRANSLATED.fullmatch(cell.text.plain)
    if found is None or len(cell.figures) != _TWO:
        return None
    parts = _part(cell.text, *found.span("amount")), _part(cell.text, *found.span("other"))
    figures = [read_cell(part).figure for part in parts]
    currencies = [figure.unit.currency for figure in figures if figure and figure.unit and figure.unit.currency]
    return parts if len(currencies) == _TWO and len(set(currencies)) == _TWO else None


def _is_pair(cell: Cell) -> bool:
    percents = [figure.percent for figure in cell.figures]
    rest = cell.text.plain
    for figure in cell.figures:
        rest = rest.replace(figure.text, " ", 1)
    return sorted(percents) == [False, True] and not rest.strip()


def _split(cells: tuple[Cell, ...], index: int, *, share_first: bool) -> tuple[Cell, ...]:
    if len(cells) <= index:
        return cells
    cell = cells[index]
    share = amount = _part(cell.text, 0, 0)
    named = _SHARE.search(cell.text.plain)
    if _is_pair(cell):
        start = cell.figures[1].span.start - cell.text.span.start
        first, second = _part(cell.text, 0, start), _part(cell.text, start, len(cell.text.plain))
        share, amount = (first, second) if share_first else (second, first)
        share = _without_parentheses(share)
    elif (not cell.figures and cell.kind == "text") or named:
        share, amount = cell.text, _without(cell.text, named) if named else cell.text
    elif cell.figures and all(figure.percent for figure in cell.figures):
        share = cell.text
    else:
        amount = cell.text
    parts = (share, amount) if share_first else (amount, share)
    return (*cells[:index], *map(read_cell, parts), *cells[index + 1 :])


def _part(text: Text, start: int, end: int) -> Text:
    return Text(text.raw[start:end], text.plain[start:end], text.span.within(start, end))


def _without(text: Text, match: re.Match[str]) -> Text:
    """A text with a part of it blanked."""
    plain = text.plain[: match.start()] + " " * len(match.group()) + text.plain[match.end() :]
    return Text(text.raw, plain, text.span)


def _without_parentheses(text: Text) -> Text:
    """A share behind its amount stands in parentheses that are no sign."""
    return Text(text.raw, re.sub(r"[()（）]", " ", text.plain), text.span)
