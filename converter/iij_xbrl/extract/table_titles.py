"""Titles that stand in the first rows of a table, above the heads of its columns, as filing agents set them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from iij_xbrl.extract.captions import table_unit
from iij_xbrl.extract.cells.cell import Cell, read_cell
from iij_xbrl.extract.heads.header_rows import header_rows, is_header_text, names_more
from iij_xbrl.extract.times.periods import Calendar, mentions, without_mentions
from iij_xbrl.read.document import Row, Table, Text
from iij_xbrl.read.slots import grid_of

_LONGEST = 160
_MOST_ROWS = 4  # of titles
_BRACKETS = ("(", "（")
_SEEN = 12  # rows
_LETTERS = re.compile(r"[^\W\d_]{3}")
_DIGIT = re.compile(r"\d")
_NUMBERING = re.compile(r"^\s*\(?\d{1,2}[.)]")
_OPEN = (":", "：", ".", ",", ";")


def titles_within(table: Table, calendar: Calendar) -> tuple[str, ...]:
    """The texts of the first rows that begin them, and the unit beside them; the row below these heads columns.

    What says a period or a unit alone heads columns, too, and is no title.
    """
    for count in range(1, min(_MOST_ROWS, len(table.rows) - 1) + 1):
        above, rest = table.rows[:count], table.rows[count : count + _SEEN]
        titles = [row.cells[0].text for row in above if row.cells[0].text.plain.strip()]
        beside = _joined(cell.text for row in above for cell in row.cells[1:])
        if any(row.cells[0].rowspan > 1 for row in above) or not all(_is_title(text, calendar) for text in titles):
            break
        is_unit = beside.startswith(_BRACKETS) and table_unit(beside) is not None
        if titles and (is_unit or not beside) and 0 in islice(header_rows(tuple(_grid(rest)), calendar), 1):
            return (*(_joined((text,)) for text in titles), *((beside,) if beside else ()))
    return _over_labels(table.rows[0], calendar)


def _over_labels(row: Row, calendar: Calendar) -> tuple[str, ...]:
    """A title over the labels and columns beside them, which it heads as well: `Highlights of 1Q22 | FY22 Targets`."""
    first, *rest = row.cells
    is_over = first.colspan > 1 and first.rowspan == 1 and any(cell.text.plain.strip() for cell in rest)
    is_title = is_over and names_more(first.text.plain, calendar) and _is_title(first.text, calendar)
    return (_joined((first.text,)),) if is_title else ()


def _joined(texts: Iterable[Text]) -> str:
    return " ".join(word for text in texts for word in text.plain.split())


def _is_title(text: Text, calendar: Calendar) -> bool:
    plain = text.plain.strip()
    if len(plain) > _LONGEST or plain.endswith(_OPEN) or not _LETTERS.search(plain):
        return False
    if names_more(plain, calendar):
        return not _DIGIT.search(_without_periods(plain, calendar))
    cell = read_cell(text)
    return cell.kind == "text" and not cell.figures and not is_header_text(cell, calendar)


def _without_periods(plain: str, calendar: Calendar) -> str:
    """A title without its number in a list, and without the periods that it names."""
    return _NUMBERING.sub("", without_mentions(plain, mentions(plain, calendar), " "))


def _grid(rows: Sequence[Row]) -> Iterator[tuple[Cell, ...]]:
    """The cells of rows, one for each place of their grid."""
    place = rows[0].span.within(0, 0)
    for slots in grid_of([row.cells for row in rows]):
        yield tuple(
            Cell("empty", Text("", "", place))
            if slot is None
            else Cell("empty", slot.cell.text.part(0, 0), over=slot.cell.text)
            if slot.covered
            else read_cell(slot.cell.text)
            for slot in slots
        )
