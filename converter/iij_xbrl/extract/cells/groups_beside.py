"""Names of groups that stand beside the rows of their group, in cells that reach over them.

Tables of the web, and sheets with merged cells, set `Revenues` beside `Enterprise` and `Consumer`, in a column of its
own in front of the labels. Such a name is a row above those of its group, as statements print it, and the labels are
the texts in the column behind it; labels of other rows reach over both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from iij_xbrl.extract.captions import is_caption
from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.times.periods import Calendar, mentions

Row = tuple[Cell, ...]
_WORDS = re.compile(r"[^\W\d_]{4}")


def with_groups_above(grid: Sequence[Row], calendar: Calendar) -> list[Row]:
    """The grid with the names of its groups in rows of their own; unchanged where its first column names none."""
    rows = [cells for cells in grid if any(cell.figures for cell in cells)]
    if not any(_begins_group(*pair, calendar) for pair in pairwise(grid)) or not all(map(_has_no_figures, rows)):
        return list(grid)
    return [row for cells in grid for row in _apart(cells)]


def _begins_group(cells: Row, below: Row, calendar: Calendar) -> bool:
    """Whether the first cell of a row is beside a label of its own and of that of the row below.

    Beside periods and units it is the label itself, and these tell its figures apart.
    """
    if not (_is_named(cells) and len(below) > 1 and _is_below(cells[0], below) and _is_words(below[1])):
        return False
    labels = [row[1].text.plain.strip() for row in (cells, below)]
    has_figures = all(any(cell.figures for cell in row[2:]) for row in (cells, below))
    return has_figures and not any(parse_unit(text) or _is_period(text, calendar) for text in labels)


def _is_period(text: str, calendar: Calendar) -> bool:
    found = mentions(text, calendar)
    return bool(found) and is_caption(text, found)


def _is_below(name: Cell, below: Row) -> bool:
    """Whether a cell reaches into the row below, in the first column."""
    over = below[0].over
    return over is not None and over.span == name.text.span


def _is_named(cells: Row) -> bool:
    """Whether a row has words in each of its first two cells."""
    return len(cells) > 1 and cells[0].kind == "text" and _is_words(cells[1])


def _has_no_figures(cells: Row) -> bool:
    """Whether neither of the first two cells of a row is a figure or a dash."""
    return all(_is_words(cell) or cell.kind in ("empty", "residue") for cell in cells[:2])


def _is_words(cell: Cell) -> bool:
    """Whether a cell holds words, maybe with figures among them: `net of allowance of JPY44,002 thousand`."""
    return cell.kind == "text" or (cell.figure is None and _WORDS.search(cell.text.plain) is not None)


def _apart(cells: Row) -> Iterator[Row]:
    """A row without the column of groups; in front of it the name of the group, where it begins one."""
    name, *rest = cells
    if not rest:
        yield cells
    elif rest[0].kind == "empty" and name.kind != "empty":
        yield name, *rest[1:]
    elif name.kind == "empty":
        yield tuple(rest)
    else:
        yield name, *(Cell("empty", cell.text.part(0, 0)) for cell in rest[1:])
        yield tuple(rest)
