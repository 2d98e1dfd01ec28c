"""Numbers of the page's tables that no table of figures holds: in titles and remarks between them, in rows left out.

A table of the page gives tables of figures where it has them; what stands around these is accounted for here, so that
no number vanishes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iij_xbrl.extract.cells.numbers import is_residue
from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.facts import Leftover
from iij_xbrl.map.non_facts import accounted
from iij_xbrl.map.tables.readings import MappedTable
from iij_xbrl.read.document import Document, Text, TextKey
from iij_xbrl.reasons.tables import NumberInLabel
from iij_xbrl.reasons.written import NotGiven

_LONGEST_MARK = 4
_DOTS = ".."
_MARK = re.compile(r"[^\s()（）\[\]%％]")


def unread(document: Document, mapped: Sequence[MappedTable]) -> Iterator[Leftover]:
    """Every number in a cell that is part of no table of figures, with what it is."""
    known = {key for item in mapped for key in _cells(item.table)}
    for table in document.tables:
        for row in table.rows:
            for text in row.texts:
                if text.span.text_key not in known and any(map(str.isdigit, text.plain)):
                    yield from _numbers(text)


def marks(mapped: Sequence[MappedTable]) -> Iterator[Leftover]:
    """The cells of columns of figures that hold a mark or a word or two in place of one: `…`, `*`, `△`, `x`."""
    for item in mapped:
        columns = {column.index for column in item.table.columns if column.role != "text"}
        for row in item.table.rows:
            taken = {figure.column for figure in row.figures}
            for index, text in enumerate(row.cells, 1):
                shown = text.plain.strip()
                if index in columns and index not in taken and row.label_text.plain and _stands_for_figure(shown):
                    start = text.plain.index(shown)
                    span = text.span.within(start, start + len(shown))
                    section = item.table.section.path
                    yield Leftover(span, shown, row.printed_label, section, "unmapped", NotGiven(shown))


def _stands_for_figure(shown: str) -> bool:
    """Whether a text is a mark or a letter; signs of money, and the single dots of a conversion, are none."""
    if not shown or len(shown) > _LONGEST_MARK or parse_unit(shown) or any(map(str.isdigit, shown)):
        return False
    is_bare = not any(map(str.isalpha, shown)) or len(shown) == 1
    return is_bare and not (is_residue(shown) and _DOTS not in shown) and bool(_MARK.search(shown))


def _cells(table: FigureTable) -> Iterator[TextKey]:
    for cells in table.headers:
        yield from (cell.text.span.text_key for cell in cells if cell.text.plain)
    yield from (cell.text.span.text_key for cell in table.notes)
    for row in table.rows:
        yield from (text.span.text_key for text in (row.label_text, *row.cells) if text.plain)
        yield from (item.figure.span.text_key for item in (*row.figures, *row.copies))
        yield from (item.figure.rest.span.text_key for item in row.figures if item.figure.rest)


def _numbers(text: Text) -> Iterator[Leftover]:
    label = " ".join(text.plain.split())
    for start, end, reason in accounted(text):
        span, printed = text.span.within(start, end), text.raw[start:end]
        if reason:
            yield Leftover(span, printed, label, "", "not-a-fact", reason)
        else:
            yield Leftover(span, printed, label, "", "unmapped", NumberInLabel())
