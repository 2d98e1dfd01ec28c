"""Sheets without empty rows, as a page of the web becomes one: where running text parts tables, titles do, too.

A new part begins behind running text, and where figures end above texts alone in their rows with heads below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

LONG = 120  # characters of a text that is no title


class _Cell(Protocol):
    @property
    def column(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def number(self) -> bool: ...


def parts_of_rows(rows: Sequence[Sequence[_Cell]]) -> Iterator[tuple[int, int]]:
    """Where the parts of rows that stand together begin and end; one where no running text stands between tables."""
    wide = [at for at, row in enumerate(rows) if len(row) > 1]
    if not wide or not any(_is_running(row) for row in rows[wide[0] : wide[-1]]):
        yield 0, len(rows)
        return
    yield from pairwise(sorted({0, *_borders(rows), len(rows)}))


def _borders(rows: Sequence[Sequence[_Cell]]) -> Iterator[int]:
    left = min(row[0].column for row in rows)
    titles = 0  # where the texts alone in their rows begin that stand right above
    has_figures = False
    for at, row in enumerate(rows):
        if _is_running(row):
            yield at
            yield at + 1
            titles, has_figures = at + 1, False
        elif any(cell.number for cell in row):
            titles, has_figures = at + 1, True
        elif any(map(_says, row[1:])) or row[0].column > left:
            if has_figures:
                yield titles
            titles, has_figures = at + 1, False


def _says(cell: _Cell) -> bool:
    """Whether a cell says anything: a dot or a comma that a conversion left behind is no head."""
    return any(map(str.isalnum, cell.text))


def _is_running(row: Sequence[_Cell]) -> bool:
    return len(row) == 1 and len(row[0].text) > LONG
