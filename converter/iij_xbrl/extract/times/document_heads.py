"""What the first rows and the balances of all tables of a document say: the days by which it counts its years."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, zip_longest

from iij_xbrl.extract.times.partial_periods import leads_to_years
from iij_xbrl.languages import says
from iij_xbrl.read.document import Document
from iij_xbrl.read.slots import grid_of

_SEVERAL = 2
_HEADS, _LONGEST_HEAD = 4, 80  # rows, characters


def first_texts(document: Document) -> Iterator[str]:
    """What stands in the first rows of tables, where the heads of columns are, read downwards column by column.

    The labels of rows stand in front of them.
    """
    for table in document.tables:
        grid = grid_of([row.cells for row in table.rows[:_HEADS]])
        for column in islice(zip_longest(*grid), 1, None):
            texts = [slot.cell.text.plain.strip() for slot in column if slot]
            yield " ".join(text for text in texts if len(text) <= _LONGEST_HEAD)


def balances(document: Document) -> Iterator[str]:
    """The labels of balances in tables, which may name their days."""
    for table in document.tables:
        labels = (next((text.plain for text in row.texts if text.plain.strip()), "") for row in table.rows)
        yield from (text for text in labels if len(text) <= _LONGEST_HEAD and says("units.balance", text))


def heads_of_years(document: Document) -> Iterator[str]:
    """The short texts of rows right below or beside one that says that years ended on the days of columns."""
    for table in document.tables:
        rows = table.rows[:_HEADS]
        at = next((at for at, row in enumerate(rows) if any(leads_to_years(text.plain) for text in row.texts)), None)
        for row in rows[at : at + _SEVERAL] if at is not None else ():
            yield from (text.plain for text in row.texts if len(text.plain) <= _LONGEST_HEAD)
