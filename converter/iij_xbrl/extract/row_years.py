"""Years that rows name: in a column of their own behind the labels, as their labels, or in headings above them.

Each figure of such a row is of the part of that year which the header of its column leads to: of the second quarter
below `Three Months Ended June 30`, of the fiscal year where no header speaks of a time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.times.partial_periods import YEAR, of_year
from iij_xbrl.extract.times.periods import Calendar, Mention
from iij_xbrl.languages import ENGLISH, says

_SEVERAL = 2  # rows
_YEAR_OF_ROW = ENGLISH.patterns["headers.year_of_row"]


def year_column(header: Sequence[Sequence[Cell]], body: Sequence[Sequence[Cell]]) -> int | None:
    """The column right behind the labels that holds years alone; None where there is none.

    It has no header, or one that says years where the same run of them stands behind each label: `Fiscal Year`.
    """
    heads = [head for cells in header if len(cells) > 1 and (head := cells[1].text.plain.strip())]
    texts = [text for cells in body if len(cells) > 1 and (text := cells[1].text.plain.strip())]
    if len(texts) < _SEVERAL or not all(map(YEAR.fullmatch, texts)):
        return None
    is_headed = bool(heads) and all(says("headers.year_heads", head) for head in heads) and _are_runs(body)
    return 1 if is_headed or not heads else None


def _are_runs(body: Sequence[Sequence[Cell]]) -> bool:
    """Whether years go up or down one by one behind a label, whose rows below the first have none of their own."""
    runs: list[list[int]] = []
    for cells in body:
        year = cells[1].text.plain.strip() if len(cells) > 1 else ""
        if year and (cells[0].text.plain.strip() or not runs):
            runs.append([int(year)])
        elif year:
            runs[-1].append(int(year))
    return all(len(run) >= _SEVERAL and _is_run(run) for run in runs)


def _is_run(years: Sequence[int]) -> bool:
    """Whether years go up or down one by one."""
    steps = {right - left for left, right in pairwise(years)}
    return steps in ({1}, {-1})


def with_years_of_rows(
    rows: Sequence[TableRow], header: Sequence[Sequence[Cell]], column: int, calendar: Calendar
) -> tuple[TableRow, ...]:
    """The rows without the figures of a column of years, which are those of the others where headers lead to them."""
    over = {index: _over(header, index) for row in rows for index in (item.column for item in row.figures)}
    return tuple(_with_year(row, over, column, calendar) for row in rows)


def with_years_of_labels(
    rows: Sequence[TableRow],
    header: Sequence[Sequence[Cell]],
    found: Sequence[Column],
    told: Sequence[str],
    calendar: Calendar,
) -> tuple[TableRow, ...]:
    """The rows with the periods of the years that they or headings above them name, where no column names a time.

    `told` are the texts in front of the table that speak of times.
    """
    if any(column.period or column.named for column in found):
        return tuple(rows)
    years = _of_labels(rows, header, found) or _of_headings(rows)
    corner = [text for cells in reversed(header) if cells and (text := cells[0].text.plain.strip())]
    over = {index: [*_over_all(header, index), *corner, *told] for row in rows for index in _columns(row)}
    return tuple(
        replace(row, years=tuple(of_year(year, over[at], calendar) for at in _columns(row))) if year else row
        for row, year in zip(rows, years or [""] * len(rows), strict=True)
    )


def _columns(row: TableRow) -> list[int]:
    return [item.column for item in row.figures]


def _of_labels(rows: Sequence[TableRow], header: Sequence[Sequence[Cell]], found: Sequence[Column]) -> list[str] | None:
    """The years that are the labels of all rows with figures; None where they are not, or may be of anything.

    That is where words over the labels name something else than years, unless columns are balances at both ends.
    """
    years = [_year(row) if row.figures else "" for row in rows]
    if not all(year or not row.figures for year, row in zip(years, rows, strict=True)):
        return None
    runs = [[int(year) for year in run] for is_year, run in groupby(years, bool) if is_year]
    corner = [text for cells in header if cells and (text := cells[0].text.plain.strip())]
    is_of_years = _are_both_ends(found) or all(says("headers.year_heads", text) or parse_unit(text) for text in corner)
    return years if runs and is_of_years and all(len(run) >= _SEVERAL and _is_run(run) for run in runs) else None


def _are_both_ends(found: Sequence[Column]) -> bool:
    """Whether columns are of balances at the beginning and at the end of a year."""
    heads = [column.full_label for column in found]
    return all(any(says(f"units.{edge}", head) for head in heads) for edge in ("opening", "closing"))


def _of_headings(rows: Sequence[TableRow]) -> list[str] | None:
    """The years of the headings above the rows, where each of several stands over rows of the same labels."""
    years: list[str] = []
    blocks: list[list[str]] = []
    year = ""
    for row in rows:
        if not row.figures and (own := _year(row)):
            year = own
            blocks.append([])
        elif row.figures and (not year or row.period or _year(row)):
            return None
        elif row.figures:
            blocks[-1].append(row.label)
        years.append(year if row.figures else "")
    headed = [int(own) for row in rows if not row.figures and (own := _year(row))]
    is_same = len(blocks) >= _SEVERAL and all(blocks) and all(set(block) == set(blocks[0]) for block in blocks)
    return years if is_same and _is_run(headed) else None


def _year(row: TableRow) -> str:
    """The year that is the label of a row, with nothing beside it but marks of notes; empty where it is none."""
    match = _YEAR_OF_ROW.fullmatch(row.printed_label)
    return match["year"] if match else ""


def _over(header: Sequence[Sequence[Cell]], index: int) -> list[str]:
    """The texts over a column, the nearest first."""
    cells = (cells[index] for cells in reversed(header) if len(cells) > index)
    return [(cell.over or cell.text).plain for cell in cells]


def _over_all(header: Sequence[Sequence[Cell]], index: int) -> list[str]:
    """The texts over a column, the nearest first, behind what they say together: `Six Months Ended June 30,`."""
    texts = [text for text in _over(header, index) if text.strip()]
    return [" ".join(" ".join(reversed(texts)).split()), *texts] if len(texts) > 1 else texts


def _with_year(row: TableRow, over: Mapping[int, Sequence[str]], column: int, calendar: Calendar) -> TableRow:
    year = row.cells[column - 1].plain.strip() if len(row.cells) >= column else ""
    figures = tuple(item for item in row.figures if item.column != column)
    if year:
        figures = tuple(_of(item, of_year(year, over[item.column], calendar)) for item in figures)
    return replace(row, figures=figures)


def _of(item: RowFigure, mention: Mention | None) -> RowFigure:
    return replace(item, figure=replace(item.figure, mention=mention)) if mention else item
