"""Sheets saved as pages: one table that holds all of them, its texts and its tables, with empty rows between.

A table is a sheet where it holds several tables, of which most have a head of their own, and running text between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iij_xbrl.read.grid import GridCell, Region, regions
from iij_xbrl.read.html.blocks import WrittenTable, WrittenText
from iij_xbrl.read.html.tables import Laid
from iij_xbrl.read.origins import Lines

_LONG = 120  # characters of a text that is no title
_FEWEST = 2  # tables of a sheet


def parts_of(table: WrittenTable, laid: Laid, lines: Lines) -> Iterator[WrittenTable | WrittenText]:
    """The texts and tables of a sheet, in order; none where a table is no sheet."""
    is_sheet = any(len(row) == 1 and len(row[0].part.text) > _LONG for row in laid.rows)
    found = list(regions(list(_cells(laid, lines)))) if is_sheet else []
    tables = [region.rows for region in found if region.rows]
    headed = sum(map(_is_headed, tables))
    if headed >= _FEWEST and headed * 2 > len(tables):
        for region in found:
            yield from _parts(region, table)


def _is_headed(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Whether the first row of a table is a head: nothing stands over the labels, or no figure in it."""
    left = min(cell.column for row in rows for cell in row)
    return rows[0][0].column > left or not any(cell.number for cell in rows[0])


def _cells(laid: Laid, lines: Lines) -> Iterator[GridCell]:
    for row, (placed, cells) in enumerate(zip(laid.rows, laid.cells, strict=True)):
        for item in placed:
            writings = [cells[at].writing for at in item.part.members]
            origin = writings[0].whole(lines).span.origin
            is_bold = all(writing.is_bold for writing in writings)
            yield GridCell(row, item.column, item.part.text, origin, item.part.is_figure, is_bold, colspan=item.count)


def _parts(region: Region, table: WrittenTable) -> Iterator[WrittenTable | WrittenText]:
    for row in dict.fromkeys(title.row for title in region.titles):
        yield WrittenText([cell.writing for cell in table.rows[row] if not cell.writing.is_blank])
    if region.rows:
        first, last = region.rows[0][0].row, region.rows[-1][0].row
        yield WrittenTable(table.rows[first : last + 1], table.hints)
