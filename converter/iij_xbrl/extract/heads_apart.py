"""Heads of columns that a page sets as a table of their own, right in front of the rows that they are of.

Accounts of companies are set so: `2020 | 2019` over `Note | £ | £`, then a table of rows, in which each year may have
columns of parts and of totals. For documents that nothing maps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iij_xbrl.extract.captions import is_caption
from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.times.partial_periods import YEAR
from iij_xbrl.extract.times.periods import Calendar, mentions
from iij_xbrl.languages import patterns_of
from iij_xbrl.read.document import Block, Document, Row, Table, TableCell
from iij_xbrl.read.slots import grid_of

_NOTES = patterns_of("headers.notes")
_NUMBER_OF_NOTE = re.compile(r"\d{1,2}")
_SEVERAL = 2


def with_heads_joined(document: Document, calendar: Calendar) -> Document:
    """A document in which tables that stand right behind one that is heads alone have these heads over their columns.

    Where columns cannot be told apart into as many groups of a size as there are years, a table is left as it is.
    """
    return replace(document, blocks=tuple(_joined(document.blocks, calendar)))


def _joined(blocks: Sequence[Block], calendar: Calendar) -> Iterator[Block]:
    heads: Table | None = None
    for block in blocks:
        if not isinstance(block, Table):
            heads = None
        elif _is_heads(block, calendar):
            heads = block
        elif heads:
            yield _below(block, heads, calendar)
            continue
        yield block


def _is_heads(table: Table, calendar: Calendar) -> bool:
    """Whether a table holds several years or days, and nothing else but units and the heads of notes."""
    texts = [text for row in table.rows for text in _texts(row)]
    rest = [text for text in texts if not _is_time(text, calendar)]
    return len(texts) - len(rest) >= _SEVERAL and all(parse_unit(text) or _heads_notes(text) for text in rest)


def _below(table: Table, heads: Table, calendar: Calendar) -> Table:
    """A table with the rows of its heads in front, each head over as many of its columns."""
    said = [[cell for cell in row.cells if cell.text.plain.strip()] for row in heads.rows]
    over = [[cell for cell in cells if not _heads_notes(cell.text.plain.strip())] for cells in said]
    count = next((len(cells) for cells in over if any(_is_time(c.text.plain.strip(), calendar) for c in cells)), 0)
    grid = grid_of([row.cells for row in table.rows])
    width = max(map(len, grid))
    is_noted = over != said and width > 1 and _holds_notes(table)
    size, rest = divmod(width - 1 - is_noted, count)
    if rest or not size or any(len(cells) not in (0, count) for cells in over):
        return table
    blank = [replace(row.cells[0], text=row.cells[0].text.part(0, 0), colspan=1) for row in heads.rows]
    notes = [next((cell for cell in cells if _heads_notes(cell.text.plain.strip())), None) for cells in said]
    rows = (
        Row((cell, *([note or cell] if is_noted else ()), *(_spanning(head, size) for head in cells)))
        for cell, note, cells in zip(blank, notes, over, strict=True)
        if cells
    )
    return replace(table, rows=(*rows, *table.rows))


def _spanning(cell: TableCell, size: int) -> TableCell:
    return replace(cell, colspan=size)


def _holds_notes(table: Table) -> bool:
    """Whether the cells right behind the labels hold numbers of notes, and nothing else."""
    texts = [text for row in table.rows if len(row.cells) > 1 and (text := row.texts[1].plain.strip())]
    return all(map(_NUMBER_OF_NOTE.fullmatch, texts))


def _texts(row: Row) -> Iterator[str]:
    return (plain for text in row.texts if (plain := text.plain.strip()))


def _heads_notes(text: str) -> bool:
    return any(notes.fullmatch(text) for notes in _NOTES)


def _is_time(text: str, calendar: Calendar) -> bool:
    found = mentions(text, calendar)
    return YEAR.fullmatch(text) is not None or bool(found and is_caption(text, found))
