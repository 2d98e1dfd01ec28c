"""Tables of a page: cells by the columns that a reader sees, header cells, and tables that only arrange texts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iij_xbrl.read.columns import Part, Placed, columns_of
from iij_xbrl.read.document import Row, TableCell
from iij_xbrl.read.file import File
from iij_xbrl.read.html.blocks import WrittenCell, WrittenTable
from iij_xbrl.read.html.texts import Writing
from iij_xbrl.read.origins import Lines

_MARK = re.compile(r"[•·●○■□◆◇▪‣–—*†‡※-]+|[(（]?(?:\d{1,2}|[a-z]{1,4}|\*+)[.)）]?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABELS = 0  # the column of row labels


@dataclass(frozen=True, slots=True)
class Laid:
    """A table by its columns: rows of placed parts, and the cells whose positions they name."""

    rows: list[list[Placed]]
    cells: list[list[WrittenCell]]


def laid_out(table: WrittenTable, file: File) -> Laid:
    """A table by its columns; rows that show nothing are left out.

    Raises InputError where cells span more columns than a row of the file may have.
    """
    _place(table, file)
    width = max((cell.column + cell.colspan for row in table.rows for cell in row), default=0)
    file.limits.check("sheet", len(table.rows) * width, file.path, "a table of {} places, empty and spanned ones too")
    shown = [[cell.writing.shown for cell in row] for row in table.rows]
    parts = [
        [
            Part(cell.column, cell.column + cell.colspan, text, [at])
            for at, (cell, text) in enumerate(zip(row, texts, strict=True))
        ]
        for row, texts in zip(table.rows, shown, strict=True)
    ]
    return Laid(columns_of(parts), table.rows)


def _place(table: WrittenTable, file: File) -> None:
    """Give each cell its physical column, behind those that cells of the rows above reach into."""
    held: dict[int, int] = {}  # column: the first row below that is free
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while held.get(column, 0) > number:
                column += 1
            cell.column = column
            file.limits.check("cells", column + cell.colspan, file.path, "a row over {} columns or more")
            if cell.rowspan > 1:
                held.update(dict.fromkeys(range(column, column + cell.colspan), number + cell.rowspan))
            column += cell.colspan


def as_texts(laid: Laid) -> list[Writing] | None:
    """The texts that a table only arranges: one a row, or a bullet with its text; None where it is a table."""
    found = []
    for placed, cells in zip(laid.rows, laid.cells, strict=True):
        texts = [(item.part.text, [cells[at].writing for at in item.part.members]) for item in placed]
        if len(texts) == 2 and _MARK.fullmatch(texts[0][0]) and not placed[1].part.is_figure:
            texts[0][1][0].said(" ", 0)
            texts = [(texts[0][0], [*texts[0][1], *texts[1][1]])]
        if len(texts) > 1:
            return None
        found += [_joined(writings) for _, writings in texts]
    return found


def rows_of(laid: Laid, block: int, lines: Lines) -> Iterator[Row]:
    """The rows of a table as the document has them."""
    kept = [number for number, placed in enumerate(laid.rows) if placed]
    width = max(item.column + item.count for number in kept for item in laid.rows[number])
    first = next((at for at in kept if has_figures(laid.rows[at])), len(laid.rows))
    held: dict[int, int] = {}
    for row, number in enumerate(kept):
        cells: list[TableCell] = []
        column = 0
        for item in [*_apart(laid.rows[number]), None]:
            stop = item.column if item else width
            while column < stop:
                if held.get(column, 0) <= number:
                    cells.append(TableCell(Writing().text((block, row, len(cells)), lines)))
                column += 1
            if item is None:
                break
            cell = _cell(item, laid.cells[number], (block, row, len(cells)), lines, is_above=number < first)
            end = bisect_left(kept, number + cell.rowspan, row + 1)
            cell = replace(cell, rowspan=end - row)
            if end > row + 1:
                held.update(dict.fromkeys(range(item.column, item.column + item.count), kept[end - 1] + 1))
            cells.append(cell)
            column = item.column + item.count
        yield Row(tuple(cells) or (TableCell(Writing().text((block, row, 0), lines)),))


def _apart(row: Sequence[Placed]) -> Iterator[Placed]:
    """Parts that no column tells apart, one behind the other: the first has the columns, the others join it."""
    before: Placed | None = None
    for item in row:
        if before is not None and item.column < before.column + before.count:
            if item.column + item.count > before.column + before.count and item.column > before.column:
                yield Placed(before.part, before.column, item.column - before.column)
                before = item
                continue
            text = f"{before.part.text} {item.part.text}"
            part = Part(before.part.first, item.part.last, text, [*before.part.members, *item.part.members])
            before = Placed(part, before.column, max(before.count, item.column + item.count - before.column))
            continue
        if before is not None:
            yield before
        before = item
    if before is not None:
        yield before


def _cell(
    item: Placed, cells: Sequence[WrittenCell], key: tuple[int, int, int], lines: Lines, *, is_above: bool
) -> TableCell:
    members = [cells[at] for at in item.part.members]
    writings = [cell.writing for cell in members if not cell.writing.is_blank]
    header = any(cell.header for cell in members) or (is_above and all(writing.is_bold for writing in writings))
    rowspan = max(cell.rowspan for cell in members)
    writing = _joined(writings)
    is_head = header and item.column > _LABELS
    return TableCell(writing.text(key, lines), rowspan, item.count, is_head, 0 if item.column else writing.set_in)


def _joined(writings: Sequence[Writing]) -> Writing:
    first, *rest = writings
    for other in rest:
        first.join(other)
    return first


def has_figures(row: Sequence[Placed]) -> bool:
    """Whether a row has figures behind its label that are not years alone."""
    figures = [item.part.text for item in row if item.column > _LABELS and item.part.is_figure]
    return any(not _YEAR.fullmatch(text) for text in figures)
