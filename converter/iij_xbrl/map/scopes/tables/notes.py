"""What the notes below a table close: `(2) From January 1 to June 30, 2011`, `Note: figures of the parent company`.

A short note that speaks of another scope or unit, or one of another period than the column's, closes what bears its
mark: a column, a row, a cell with the changes beside it, or the table by its title. One that nothing bears speaks of
the whole table above it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.heads.title_units import is_of_none
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import Calendar
from iij_xbrl.map.scopes.tables.note_texts import Note, notes_below
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.read.document import Document, Heading, Table, Text
from iij_xbrl.read.marks import keys_of
from iij_xbrl.reasons.scopes import NoteSaysOther

_LONGEST_TITLE = 200


def with_notes(
    tables: Sequence[FigureTable], document: Document, accountant: Accountant, calendar: Calendar
) -> tuple[FigureTable, ...]:
    """The tables with what their notes close."""
    notes = {
        position: notes_below(document.blocks, position, accountant, calendar)
        for position in sorted({table.block for table in tables})
    }
    titles = {position: _title_above(document, position) for position in notes}
    return tuple(_noted(table, notes[table.block], titles[table.block]) for table in tables)


def _title_above(document: Document, position: int) -> Text | None:
    """The last line in front of a table, where it is short."""
    block = document.blocks[position - 1] if position else None
    if block is None or isinstance(block, Table):
        return None
    line = block.text if isinstance(block, Heading) else block.lines[-1]
    return line if len(line.plain) <= _LONGEST_TITLE else None


def _noted(table: FigureTable, notes: Sequence[Note], title: Text | None) -> FigureTable:
    if not notes:
        return table
    heads = _marks_of_columns(table)
    in_title = frozenset(keys_of(title)) if title else frozenset()
    for note in notes:
        columns = frozenset(at for at, keys in heads.items() if note.key and note.key in keys)
        rows = frozenset(at for at, row in enumerate(table.rows) if note.key and _bears(row, note))
        if columns:
            table = replace(table, columns=tuple(_closed(item, note, columns) for item in table.columns))
        if not _is_of_none(note, table):
            continue
        if rows:
            beside = frozenset(column.index for column in table.columns if column.role != "value")
            closed = (_closed_row(row, note, beside) if at in rows else row for at, row in enumerate(table.rows))
            table = replace(table, rows=tuple(closed))
        elif note.key in in_title or (note.is_named and not columns):
            table = replace(table, closed=table.closed or NoteSaysOther(note.text))
    return table


def _is_of_none(note: Note, table: FigureTable) -> bool:
    """Whether a note speaks of something else than all columns of a table."""
    if note.is_other or (note.unit is not None and is_of_none(note.unit, (column.unit for column in table.columns))):
        return True
    told = [column.period.period for column in table.columns if column.period]
    is_timed = note.is_time or note.months or note.spans or note.starts or note.ends or note.years
    return bool(told and is_timed) and not any(map(note.is_of, told))


def _closed(column: Column, note: Note, borne: frozenset[int]) -> Column:
    if column.index not in borne:
        return column
    told = column.period.period if column.period else None
    is_other = note.is_other or not note.is_of(told) or (note.unit is not None and is_of_none(note.unit, [column.unit]))
    return replace(column, closed=column.closed or NoteSaysOther(note.text)) if is_other else column


def _closed_row(row: TableRow, note: Note, beside: frozenset[int]) -> TableRow:
    """A row that bears a mark; where cells of figures alone bear it, they are closed with those in columns `beside`."""
    reason = NoteSaysOther(note.text)
    marked = [text.span for text in row.cells if note.key in keys_of(text)]
    borne = {item.column for item in row.figures if any(span.holds(item.figure.span) for span in marked)}
    if note.key in keys_of(row.label_text) or len(borne) < len(marked):
        return replace(row, closed=row.closed or reason)
    borne |= beside
    figures = (
        replace(item, figure=replace(item.figure, closed=reason)) if item.column in borne else item
        for item in row.figures
    )
    return replace(row, figures=tuple(figures))


def _bears(row: TableRow, note: Note) -> bool:
    """Whether a row bears the mark of a note, in its label or in a cell."""
    return any(note.key in keys_of(text) for text in (row.label_text, *row.cells))


def _marks_of_columns(table: FigureTable) -> Mapping[int, frozenset[str]]:
    """The marks in the header of each column, those of cells that span it among them."""
    found: dict[int, frozenset[str]] = {}
    for cells in table.headers:
        for index, cell in enumerate(cells):
            keys = frozenset(key for text in (cell.text, cell.over) if text for key in keys_of(text))
            found[index] = found.get(index, frozenset()) | keys
    return found
