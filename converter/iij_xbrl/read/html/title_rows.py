"""Titles that stand in the first rows of their table, each in a cell over all columns: texts in front of it.

They are titles where a head follows them: a row without a label, or of several texts without a figure. Other texts over
all columns are groups of the rows below them. In a sheet that is saved as a page, titles stand in the column of the
labels, and an empty row parts them from the head.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from iij_xbrl.read.columns import Placed
from iij_xbrl.read.html.blocks import WrittenTable, WrittenText
from iij_xbrl.read.html.tables import Laid, has_figures

_LABELS = 0  # the column of row labels


def with_titles_apart(table: WrittenTable, laid: Laid) -> Iterator[WrittenTable | WrittenText]:
    """The titles of a table and the rest of it; nothing where it has no such titles."""
    start = _end_of_titles(laid.rows)
    titles = [cells for placed, cells in zip(laid.rows[:start], laid.cells, strict=False) if placed]
    if not titles or any(cell.rowspan > 1 for cells in titles for cell in cells):
        return
    for cells in titles:
        yield WrittenText([cell.writing for cell in cells if not cell.writing.is_blank])
    yield WrittenTable(table.rows[start:], table.hints)


def _end_of_titles(rows: Sequence[Sequence[Placed]]) -> int:
    """The row in which the heads of a table begin, behind texts that stand alone in their rows; else 0."""
    width = max((item.column + item.count for row in rows for item in row), default=0)
    return _head_behind(rows, lambda row: _is_over_all(row, width)) or _head_of_sheet(rows)


def _head_of_sheet(rows: Sequence[Sequence[Placed]]) -> int:
    """The row in which the heads begin behind texts among the labels, an empty row between; else 0."""
    head = _head_behind(rows, _is_label_alone)
    last = next((at for at in reversed(range(head)) if rows[at]), head)
    return head if last + 1 < head else 0


def _head_behind(rows: Sequence[Sequence[Placed]], is_title: Callable[[Sequence[Placed]], bool]) -> int:
    head = next((at for at, row in enumerate(rows) if row and not is_title(row)), 0)
    is_head = head > 0 and (rows[head][0].column > _LABELS or not has_figures(rows[head]))
    return head if is_head and any(has_figures(row) for row in rows[head + 1 :]) else 0


def _is_label_alone(row: Sequence[Placed]) -> bool:
    return len(row) == 1 and row[0].column == _LABELS and not row[0].part.is_figure


def _is_over_all(row: Sequence[Placed], width: int) -> bool:
    """Whether a row is one text over all of so many columns."""
    return len(row) == 1 and row[0].count == width > 1 and not row[0].part.is_figure
