"""What a grid of cells is made of: several tables, and headers that are printed again.

Tables may stand side by side, or one below the other under a new header; a page break prints the header once more. A
row that names a period and nothing else, above others, is a new header where the columns name no periods.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from iij_xbrl.extract.captions import is_caption
from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.heads.header_rows import holds_years, is_header_text, names_columns
from iij_xbrl.extract.times.partial_periods import YEAR, ends_with_day, leads_to_day
from iij_xbrl.extract.times.periods import Calendar, mentions
from iij_xbrl.languages import ENGLISH, says

Grid = list[tuple[Cell, ...]]
_BALANCE = ENGLISH.patterns["units.balance_lead"]
_FEWEST = 2  # cells of a row that may hold figures


def side_by_side(grid: Sequence[tuple[Cell, ...]]) -> Iterator[Grid]:
    """The tables that stand beside each other: a column of labels with figures on both sides of it begins another."""
    width = max((len(cells) for cells in grid), default=0)
    rows = [cells for cells in grid if any(cell.figures for cell in cells[1:])]
    bounds = [0, *(index for index in range(2, width - 1) if _is_label_column(rows, index)), width]
    for first, last in pairwise(bounds):
        yield [_with_heading(cells, first, last) for cells in grid]


def _with_heading(cells: tuple[Cell, ...], first: int, last: int) -> tuple[Cell, ...]:
    """A part of a row; without label and figures, years aside, it has the label of the whole row as its heading."""
    part = cells[first:last] or (cells[0].emptied(),)
    texts = [_plain(cell) for cell in cells[1:] if cell.figures]
    if not 0 < first <= len(cells) or part[0].kind != "empty" or not all(map(YEAR.fullmatch, texts)):
        return part
    left, over = cells[first - 1], part[0].over
    is_covered = over and over.span in (left.text.span, left.over and left.over.span)
    return part if is_covered else (cells[0], *part[1:])


def _is_label_column(rows: Sequence[tuple[Cell, ...]], index: int) -> bool:
    """Whether most rows with figures hold a text in a column, and figures in front of it and behind."""
    labelled = [
        cells
        for cells in rows
        if len(cells) > index + 1 and cells[index].kind == "text" and any(cell.figures for cell in cells[index + 1 :])
    ]
    both = [cells for cells in labelled if any(cell.figures for cell in cells[1:index])]
    figures = [cells for cells in rows if len(cells) > index and cells[index].kind in ("figure", "dash")]
    return len(both) > 1 and len(labelled) * 2 > len(rows) and not figures


def segments(
    grid: Sequence[tuple[Cell, ...]], header: Sequence[int], calendar: Calendar
) -> Iterator[tuple[Grid, Grid]]:
    """The parts of a grid below headers of their own, each with the header rows that are printed again in it.

    `header` are the positions of the first header. A new one that names units only goes on with the periods above it.
    """
    first = [grid[at] for at in header]
    known = {_said(cells) for cells in first}
    grouped = not _is_dated(first, calendar)
    part: Grid = []
    again: Grid = []
    start = max(header, default=-1) + 1
    position = start
    part.extend(grid[:start])
    while position < len(grid):
        run = _header_run(grid, position, calendar)
        fresh = [cells for cells in run if _said(cells) not in known]
        if run and not fresh:
            again.extend(run)
        elif run:
            if part:
                yield part, again
            part, again = _headed(run, first, calendar), []
            first, known = run, {_said(cells) for cells in run}
            grouped = not _is_dated(first, calendar)
        elif grouped and _names_period(grid[position], calendar) and not _ends_label(grid, position, calendar):
            if part:
                yield part, again
            kept = (_without_period(cells, calendar) for cells in first if not _names_period(cells, calendar))
            first = [*kept, grid[position]]
            part, again = list(first), []
        else:
            part.append(grid[position])
        position += max(len(run), 1)
    yield part, again


def _is_dated(header: Grid, calendar: Calendar) -> bool:
    """Whether columns name periods in full; a year alone is completed by what stands over it."""
    texts = (_plain(cell) for cells in header for cell in cells[1:])
    return any(mentions(text, calendar) for text in texts if not YEAR.fullmatch(text))


def _names_period(cells: tuple[Cell, ...], calendar: Calendar) -> bool:
    """Whether a row names one period, or its year or last day alone, and holds nothing else."""
    text = _plain(cells[0])
    if not text or len(cells) < _FEWEST or any(cell.kind != "empty" for cell in cells[1:]):
        return False
    text = _BALANCE.sub("", text).strip(" :")
    found = mentions(text, calendar)
    is_partly = YEAR.fullmatch(text) is not None or ends_with_day(text, calendar)
    return is_caption(text, found) if len(found) == 1 else not found and is_partly


def _without_period(cells: tuple[Cell, ...], calendar: Calendar) -> tuple[Cell, ...]:
    """A header row without the period in its corner, which a new one takes the place of."""
    text = _plain(cells[0])
    found = mentions(text, calendar)
    return (cells[0].emptied(), *cells[1:]) if len(found) == 1 and is_caption(text, found) else cells


def _ends_label(grid: Sequence[tuple[Cell, ...]], position: int, calendar: Calendar) -> bool:
    """Whether a period is the end of the label above it, `Six months ended` over `September 30, 2009`."""
    above = _plain(grid[position - 1][0]) if position else ""
    found = mentions(f"{above} {_plain(grid[position][0])}", calendar)
    return bool(found) and found[-1].start < len(above)


def _headed(run: Grid, before: Grid, calendar: Calendar) -> Grid:
    """New header rows with what they leave to the header before: its periods, or its units.

    A new part of a year over days that stay, `Six months ended`, takes the place of the one before; so do years with
    the day that they complete.
    """
    leads = [cells for cells in before if _leads(cells)]
    if leads and all(_leads(cells) for cells in run):
        return [*run, *(cells for cells in before if not _leads(cells))]
    if all(holds_years(cells, calendar) for cells in run) and any(holds_years(cells, calendar) for cells in before):
        return [*(cells for cells in before if not holds_years(cells, calendar)), *run]
    dated = any(mentions(_plain(cell), calendar) for cells in run for cell in cells)
    kept = [cells for cells in before if any(mentions(_plain(cell), calendar) for cell in cells) != dated]
    return [*kept, *run]


def _leads(cells: tuple[Cell, ...]) -> bool:
    said = _said(cells)
    return bool(said) and all(map(leads_to_day, said))


def _header_run(grid: Sequence[tuple[Cell, ...]], position: int, calendar: Calendar) -> Grid:
    """The rows from a position on that hold header texts only, and no label but for a part of a year.

    Below the first of them are units in the corner, and rows of words alone.
    """
    run: Grid = []
    for at in range(position, len(grid)):
        cells = grid[at]
        texts = [cell for cell in cells[1:] if cell.kind != "empty"]
        corner = _plain(cells[0])
        heads = (not corner or _states(corner, run)) and all(_heads(cell, calendar) for cell in texts)
        words = bool(run) and not corner and names_columns(cells)
        if not texts or not (heads or words or holds_years(cells, calendar)):
            break
        run.append(cells)
    return run


def _states(corner: str, run: Grid) -> bool:
    return bool(run) and parse_unit(corner) is not None


def _heads(cell: Cell, calendar: Calendar) -> bool:
    return is_header_text(cell, calendar) or bool(says("headers.change", _plain(cell)))


def _said(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(_plain(cell) for cell in cells if _plain(cell))


def _plain(cell: Cell) -> str:
    return " ".join(cell.text.plain.split())
