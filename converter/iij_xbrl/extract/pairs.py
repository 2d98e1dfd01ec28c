"""Columns whose cells hold two figures, an amount and its share: `80.4% 38.0`, `2,647 (16.7%)`.

They become two columns, side by side as they are printed, so that nothing after this has to know of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from iij_xbrl.extract.cells import Cell, read_cell
from iij_xbrl.languages import ENGLISH
from iij_xbrl.read.document import Text

_SHARE = ENGLISH.patterns["units.share_cell"]


def with_pairs_apart(grid: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """A grid with each column of pairs split in two."""
    found = list(grid)
    width = max((len(cells) for cells in grid), default=0)
    for index in range(width - 1, 0, -1):
        here = [
            cells[index]
            for cells in grid
            if len(cells) > index and cells[index].kind in ("figure", "text") and cells[index].figures
        ]
        pairs = [cell for cell in here if _is_pair(cell)]
        firsts = {cell.figures[0].percent for cell in pairs}
        named = any(len(cells) > index and _SHARE.search(cells[index].text.plain) for cells in grid)
        if pairs and (named or len(pairs) * 2 > len(here)) and len(firsts) == 1:
            found = [_split(cells, index, share_first=firsts == {True}) for cells in found]
    return found


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
