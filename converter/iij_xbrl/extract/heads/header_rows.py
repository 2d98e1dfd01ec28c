"""Which rows of a table head its columns, where the format does not say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from iij_xbrl.extract.captions import is_caption
from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.cells.units import parse_caption_unit, parse_unit, unit_in_parentheses
from iij_xbrl.extract.times.partial_periods import YEAR, day_said, ends_with_day, is_part, leads_to_day
from iij_xbrl.extract.times.periods import Calendar, mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE, patterns_of

_WORD = re.compile(r"[^\W\d_]{4}")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_STATED = ENGLISH.patterns["headers.scale_corner"]
_YEARS = re.compile(rf"{YEAR.pattern}(?:\s*[-–—]\s*{YEAR.pattern})?")
_CORNER = JAPANESE.patterns["headers.corner"]
_NUMBERS = patterns_of("headers.numbers_of_years")
_RANGE = re.compile(r"\d+(?:\s*[-–—]\s*\d+\b|\s*\+)")
_SEVERAL, _LISTED = 2, 3  # columns
_DEEPEST = 6  # rows of a header
_LONGEST_CORNER = 80  # characters
_ASIDE = re.compile(r"\(([^()]*)\)\W*$")


def header_rows(grid: Sequence[Sequence[Cell]], calendar: Calendar) -> Iterator[int]:
    """The rows above the first row of figures that speak of columns, or are marked as headers.

    A row of words that names several columns, between two of them, is one as well, and so is one above them all that
    says something of a column.
    """
    grid = [_blank(cells) if _is_title(cells, calendar) else cells for cells in grid]
    found = tuple(_speaking(grid, calendar))
    yield from (position for position in range(found[0]) if _says_of_column(grid[position])) if found else ()
    for position in range(found[0], found[-1] + 1) if found else ():
        if position in found or names_columns(grid[position]):
            yield position


def names_columns(cells: Sequence[Cell]) -> bool:
    """Whether a row has words over several columns and no figure."""
    rest = [cell for cell in cells[1:] if cell.kind != "empty"]
    return len(rest) >= _SEVERAL and all(cell.kind == "text" and not cell.figures for cell in rest)


def _says_of_column(cells: Sequence[Cell]) -> bool:
    """Whether a row without figures has words over a column: `Operating Results Summary | | hi-ho Inc.`."""
    return not any(cell.figures for cell in cells[1:]) and any(
        cell.kind == "text" and _LETTERS.search(cell.text.plain) for cell in cells[1:]
    )


def _speaking(grid: Sequence[Sequence[Cell]], calendar: Calendar) -> Iterator[int]:
    first = next((at for at, cells in enumerate(grid) if not _are_empty(cells)), None)
    for position, cells in enumerate(grid):
        names_first = position == first and (_names_all(cells, grid) or _counts_years_down(cells))
        if names_first or _is_marked(cells) or _heads_columns(cells, grid[:position], calendar):
            yield position
        elif _ends_header(cells, calendar):
            if not _is_above_units(cells, grid[position + 1 :]):
                return
            yield position
        elif _states_unit(cells) or _speaks_of_column(cells, calendar):
            yield position


def _label(cells: Sequence[Cell]) -> str:
    return cells[0].text.plain.strip() if cells else ""


def _is_marked(cells: Sequence[Cell]) -> bool:
    """Whether the format marks a row as a header, and it is no row of amounts behind a label."""
    rest = cells[1:]
    return any(cell.header for cell in rest) and not (_label(cells) and any(map(_is_amount, rest)))


def _heads_columns(cells: Sequence[Cell], above: Sequence[Sequence[Cell]], calendar: Calendar) -> bool:
    """Whether a row names times or ranges of columns, or has the label of one that does."""
    rest, label = cells[1:], _label(cells)
    if lists_years(cells) or holds_years(cells, calendar) or completes_days(cells, above):
        return True
    if any(pattern.fullmatch(label) for pattern in _NUMBERS) or _names_ranges(cells, calendar):
        return True
    if YEAR.fullmatch(label) and rest and (_are_empty(rest) or names_columns(cells)):
        return True
    return bool(_CORNER.fullmatch(narrow(label))) and names_columns(cells) and not _dates(rest, calendar)


def _ends_header(cells: Sequence[Cell], calendar: Calendar) -> bool:
    """Whether figures of a row name no time, so that no header is below it: those behind a label, or amounts."""
    rest = cells[1:]
    told = [cell for cell in rest if not is_header_text(cell, calendar)]
    if _label(cells):
        return any(cell.kind in ("figure", "dash") for cell in told)
    return any(cell.kind == "figure" and cell.figure and not _is_year(cell) for cell in told)


def _states_unit(cells: Sequence[Cell]) -> bool:
    """Whether a row names several columns and states a unit, in its label or over one of them."""
    states = states_scale(_label(cells)) or any(unit_in_parentheses(cell.text.plain) for cell in cells[1:])
    is_named = not any(cell.figures for cell in cells[1:]) and names_columns(cells)
    return (states and is_named) or _names_beside_unit(cells)


def _speaks_of_column(cells: Sequence[Cell], calendar: Calendar) -> bool:
    """Whether a row has words over columns without a label, or a period or a unit in its label or over a column."""
    rest = cells[1:]
    is_bare = not _label(cells) and any(cell.kind != "empty" for cell in rest)
    return is_bare or any(is_header_text(cell, calendar) for cell in (*cells[:1], *rest))


def _is_above_units(cells: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Whether a row without a label, with words over a column, stands above one that states units over several.

    Figures stand below the units of their columns: numbers beside such words are heads, however they are written.
    """
    if not any(cell.kind == "text" and _LETTERS.search(cell.text.plain) for cell in cells[1:]):
        return False
    bare = takewhile(lambda row: not _label(row), (cells, *below[:_DEEPEST]))
    return any(map(_holds_units, bare))


def _holds_units(cells: Sequence[Cell]) -> bool:
    """Whether a row states units over several columns, and holds no figure alone in its cell."""
    units = [cell for cell in cells[1:] if cell.kind == "text" and parse_unit(cell.text.plain)]
    return len(units) >= _SEVERAL and not any(cell.kind == "figure" for cell in cells)


def _is_title(cells: Sequence[Cell], calendar: Calendar) -> bool:
    """Whether one cell reaches over all columns, those of the labels too, and says more than a period."""
    text = cells[0].text if len(cells) > _SEVERAL else None
    return bool(
        text
        and all(cell.over and cell.over.span == text.span for cell in cells[1:])
        and names_more(text.plain, calendar)
    )


def _dates(cells: Sequence[Cell], calendar: Calendar) -> bool:
    return any(mentions(cell.text.plain, calendar) for cell in cells)


def _blank(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(Cell("empty", cell.text.part(0, 0)) for cell in cells)


def names_more(text: str, calendar: Calendar) -> bool:
    """Whether a text names a period, and something of weight beside it: `Financial Targets for FY2022`."""
    found = mentions(text, calendar)
    return bool(found) and not is_caption(text, found)


def _names_all(cells: Sequence[Cell], grid: Sequence[Sequence[Cell]]) -> bool:
    """Whether a row has words over each column in which figures stand, not the same over all, and no figure."""
    said = {at: text for at, cell in enumerate(cells) if at and (text := _words_over(cell))}
    figures = {at for row in grid for at, cell in enumerate(row) if at and cell.figures}
    return len(figures) >= _SEVERAL and figures <= said.keys() and len(set(said.values())) > 1


def _words_over(cell: Cell) -> str:
    """The words over a column, in its own cell or in one that reaches over it; empty where these are none."""
    over = cell.over.plain.strip() if cell.over else ""
    if over:
        return over if _WORD.search(over) else ""
    return cell.text.plain.strip() if cell.kind == "text" and not cell.figures else ""


def _counts_years_down(cells: Sequence[Cell]) -> bool:
    """Whether a row holds years alone behind its label, each the one before the last: `Other income | 2023 | 2022`."""
    texts = [cell.text.plain.strip() for cell in cells[1:] if cell.kind != "empty"]
    years = [int(text) for text in texts if YEAR.fullmatch(text)]
    return len(years) == len(texts) >= _SEVERAL and years == list(range(years[0], years[0] - len(years), -1))


def _names_beside_unit(cells: Sequence[Cell]) -> bool:
    """Whether a row holds words over several columns, with numbers in them, behind a unit: `(Millions) | 30 Days`."""
    texts = [text for cell in cells[1:] if (text := cell.text.plain.strip())]
    is_named = len(texts) >= _SEVERAL and all(map(_WORD.search, texts)) and bool(cells[0].text.plain.strip())
    return is_named and states_scale(cells[0].text.plain.strip())


def states_scale(corner: str) -> bool:
    """Whether a corner states units: `(Dollars in millions, except per share data)`, `Description (Millions)`."""
    said = _ASIDE.search(corner)
    return any(
        len(bare) <= _LONGEST_CORNER and bool(parse_caption_unit(bare) or _STATED.match(bare))
        for bare in (corner.strip("() "), said[1].strip() if said else "")
    )


def _are_empty(cells: Sequence[Cell]) -> bool:
    return all(cell.kind == "empty" for cell in cells)


def lists_years(cells: Sequence[Cell]) -> bool:
    """Whether a row holds three years or more, one after the other, and spans of years: `2025 | 2026 | 2027-2031`."""
    texts = [cell.text.plain.strip() for cell in cells[1:] if cell.kind != "empty"]
    years = [text[:4] for text in texts if _YEARS.fullmatch(text)]
    return len(years) == len(texts) >= _LISTED and years == sorted(set(years)) and len(texts[-1]) > len(years[-1])


def holds_years(cells: Sequence[Cell], calendar: Calendar) -> bool:
    """Whether a row holds years, and words at most, behind the part of a year up to the day that they complete.

    Years alone are heads, too, behind a day or a statement of units: `December 31, | 2024 | 2023`.
    """
    texts = [cell.text.plain.strip() for cell in cells[1:] if cell.kind != "empty"]
    years = [text for text in texts if YEAR.fullmatch(text)]
    are_heads = bool(years) and len(texts) > 1 and all(text in years or _WORD.search(text) for text in texts)
    label = cells[0].text.plain.strip() if cells else ""
    is_alone = are_heads and len(years) == len(texts) and (states_scale(label) or day_said(label) is not None)
    return are_heads and (is_alone or ends_with_day(label, calendar, of_balance=True))


def completes_days(cells: Sequence[Cell], above: Sequence[Sequence[Cell]]) -> bool:
    """Whether a row holds years, each below a day that lacks its own, and words at most beside them."""
    said = [(at, text) for at, cell in enumerate(cells) if at and (text := cell.text.plain.strip())]
    years = [at for at, text in said if YEAR.fullmatch(text)]
    are_heads = bool(years) and all(at in years or _WORD.search(text) for at, text in said)
    return are_heads and all(any(_lacks_year(row, at) for row in above) for at in years)


def _lacks_year(row: Sequence[Cell], at: int) -> bool:
    """Whether what stands over a column in a row ends with a day without its year."""
    return at < len(row) and day_said((row[at].over or row[at].text).plain.strip()) is not None


def _names_ranges(cells: Sequence[Cell], calendar: Calendar) -> bool:
    """Whether a row holds words and ranges of numbers behind a day: `April 29, 2023 | 31-60 | 61-90 | 91+ | Total`."""
    texts = [text for cell in cells[1:] if (text := cell.text.plain.strip())]
    ranges = [text for text in texts if _RANGE.match(text)]
    are_heads = len(ranges) >= _SEVERAL and all(text in ranges or _WORD.search(text) for text in texts)
    return are_heads and is_header_text(cells[0], calendar)


def _is_amount(cell: Cell) -> bool:
    """Whether a cell is one figure with commas or a point: beside a label no format makes a header of it."""
    figure = cell.figure
    return cell.kind == "figure" and bool(figure and {",", "."} & set(figure.text))


def _is_year(cell: Cell) -> bool:
    figure = cell.figure
    return bool(figure and not figure.places and figure.text.isdigit() and len(figure.text) == 4)


def is_header_text(cell: Cell, calendar: Calendar) -> bool:
    """Whether a cell names a period, a part of one, or a unit."""
    text = cell.text.plain
    if cell.kind not in ("text", "figure") or any(figure.mention for figure in cell.figures):
        return False
    is_lead = is_part(text) or leads_to_day(text) or ends_with_day(text, calendar, of_balance=True)
    return bool(mentions(text, calendar) or is_lead or (parse_unit(text) and not cell.figures))
