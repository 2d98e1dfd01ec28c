"""What the notes below a table close: `(2) From January 1 to June 30, 2011`, `Note: figures of the parent company`.

A short note that speaks of another scope or unit, or one of another period than the column's, closes what bears its
mark: a column, a row, or the table by its title. One that nothing bears speaks of the whole table above it. Longer
notes explain what is counted, and change no scope.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from iij_xbrl.extract.headers import Column
from iij_xbrl.extract.periods import Calendar, Period, mentions
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.title_units import is_of_none
from iij_xbrl.extract.units import Unit, parse_unit
from iij_xbrl.languages import JAPANESE, patterns_of
from iij_xbrl.map.scopes.accounts import Accountant
from iij_xbrl.read.document import Block, Document, Heading, Table, Text
from iij_xbrl.read.marks import keys_of, note_start
from iij_xbrl.reasons.scopes import NoteSaysOther

_OTHER_SCOPE = patterns_of("scopes.other_scope")
_NAMED_NOTE = patterns_of("scopes.note_start")
_LONGEST_TITLE = 200
_SHORT = 12  # words
_WHOSE = patterns_of("scopes.whose_figures")
_SOURCE = patterns_of("scopes.source")
_SPEAKS = patterns_of("scopes.speaks_of_table_above")
(_IN_UNIT,) = patterns_of("scopes.in_unit")
_BRACKETED = re.compile(r"\s*[(（\[]\s*[*※†‡\d]+\s*[)）\]]")


@dataclass(frozen=True, slots=True)
class _Note:
    """A note: its mark, its words, and whether it may speak of the whole table.

    `periods` are durations that it names, `unit` is the one that it says amounts to be in.
    """

    key: str
    text: str
    is_named: bool
    is_other: bool
    periods: frozenset[Period]
    unit: Unit | None = None


def with_notes(
    tables: Sequence[FigureTable], document: Document, accountant: Accountant, calendar: Calendar
) -> tuple[FigureTable, ...]:
    """The tables with what their notes close."""
    notes = {
        position: tuple(_notes(_lines_below(document.blocks, position), accountant, calendar))
        for position in sorted({table.block for table in tables})
    }
    titles = {position: _title_above(document, position) for position in notes}
    return tuple(_noted(table, notes[table.block], titles[table.block]) for table in tables)


def _lines_below(blocks: Sequence[Block], position: int) -> Iterator[Text]:
    """The lines that may be notes of a table: in its own last rows, and below it up to the next table or heading."""
    table = blocks[position]
    assert isinstance(table, Table)
    for row in table.rows:
        if row.texts and note_start(row.texts[0].raw) and not any(text.plain.strip() for text in row.texts[1:]):
            yield row.texts[0]
    for block in islice(blocks, position + 1, None):
        if isinstance(block, Table | Heading):
            return
        yield from block.lines


def _notes(lines: Iterable[Text], accountant: Accountant, calendar: Calendar) -> Iterator[_Note]:
    for key, words, is_named in _joined(lines):
        is_short = len(words.split()) <= _SHORT
        account = accountant.account(words)
        is_named_in_full = account.names_other and not account.has_content  # else it explains a line
        is_other = is_short and (
            is_named_in_full
            or any(pattern.search(words) for pattern in _OTHER_SCOPE)
            or (account.unknown and any(pattern.search(words) for pattern in _WHOSE))
            or (any(pattern.match(words) for pattern in _SOURCE) and not any(t.is_a("issuer") for t in account.tiles))
        )
        named = frozenset(item.period for item in mentions(words, calendar) if item.kind == "duration")
        unit = next((unit for match in _IN_UNIT.finditer(words) if (unit := parse_unit(match[1].strip(" .)")))), None)
        if is_other or named or unit:
            yield _Note(key, words, is_named, is_other, named, unit)


def _joined(lines: Iterable[Text]) -> Iterator[tuple[str, str, bool]]:
    """The mark and the words of each note, lines that go on with it among them, and whether it calls itself one."""
    key, is_named = "", False
    words: list[str] = []
    for line in lines:
        is_japanese = JAPANESE.script.search(line.plain)
        mark = note_start(line.raw)
        if is_japanese and mark and mark.key.startswith("("):
            mark = None  # `(1)` numbers a title
        named = next((found for pattern in _NAMED_NOTE if (found := pattern.match(line.plain))), None)
        is_sentence = any(pattern.search(line.plain) for pattern in _SPEAKS)
        if mark or named or is_sentence:
            if words:
                yield key, " ".join(words), is_named
            key = mark.key if mark else ""
            words = (line.raw[mark.end :] if mark else line.plain[named.end() if named else 0 :]).split()
            is_named = bool(named or is_sentence or key.startswith("(") or _BRACKETED.match(line.plain))
        elif words and not is_japanese:
            words += line.plain.split()
    if words:
        yield key, " ".join(words), is_named


def _title_above(document: Document, position: int) -> Text | None:
    """The last line in front of a table, where it is short."""
    block = document.blocks[position - 1] if position else None
    if block is None or isinstance(block, Table):
        return None
    line = block.text if isinstance(block, Heading) else block.lines[-1]
    return line if len(line.plain) <= _LONGEST_TITLE else None


def _noted(table: FigureTable, notes: Sequence[_Note], title: Text | None) -> FigureTable:
    if not notes:
        return table
    heads = _marks_of_columns(table)
    in_title = frozenset(keys_of(title)) if title else frozenset()
    for note in notes:
        columns = frozenset(at for at, keys in heads.items() if note.key and note.key in keys)
        rows = frozenset(at for at, row in enumerate(table.rows) if note.key and note.key in _marks_of_row(row))
        if columns:
            table = replace(table, columns=tuple(_closed(item, note, columns) for item in table.columns))
        is_unit = note.unit is not None and is_of_none(note.unit, (column.unit for column in table.columns))
        if not note.is_other and not is_unit:
            continue
        if rows:
            closed = (_closed_row(row, note) if at in rows else row for at, row in enumerate(table.rows))
            table = replace(table, rows=tuple(closed))
        elif note.key in in_title or (note.is_named and not columns):
            table = replace(table, closed=table.closed or NoteSaysOther(note.text))
    return table


def _closed(column: Column, note: _Note, borne: frozenset[int]) -> Column:
    told = column.period.period if column.period else None
    is_other = note.is_other or (bool(note.periods) and told not in note.periods)
    return (
        replace(column, closed=column.closed or NoteSaysOther(note.text))
        if column.index in borne and is_other
        else column
    )


def _closed_row(row: TableRow, note: _Note) -> TableRow:
    return replace(row, closed=row.closed or NoteSaysOther(note.text))


def _marks_of_row(row: TableRow) -> list[str]:
    """The marks of a row, those in cells of its figures among them."""
    return [key for text in (row.label_text, *row.cells) for key in keys_of(text)]


def _marks_of_columns(table: FigureTable) -> Mapping[int, frozenset[str]]:
    """The marks in the header of each column, those of cells that span it among them."""
    found: dict[int, frozenset[str]] = {}
    for cells in table.headers:
        for index, cell in enumerate(cells):
            keys = frozenset(key for text in (cell.text, cell.over) if text for key in keys_of(text))
            found[index] = found.get(index, frozenset()) | keys
    return found
