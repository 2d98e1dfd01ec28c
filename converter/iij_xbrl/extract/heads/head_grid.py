"""The header rows of a table as a grid of texts: what stands over each column, and what reaches over several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby

from iij_xbrl.extract.cells.cell import Cell
from iij_xbrl.extract.grids import joined, spread, units_apart
from iij_xbrl.extract.times.partial_periods import YEAR
from iij_xbrl.languages import ENGLISH
from iij_xbrl.read.origins import SourceOrigin

_DAY = ENGLISH.patterns["periods.date"]
_PAIR = 2


@dataclass(frozen=True, slots=True)
class HeadGrid:
    """Header rows from top to bottom: `rows` with each text over its own column, `spread` with those over several.

    `corner` are the texts over the labels. `years` are those that stand alone over a column of the table.
    """

    rows: Sequence[Sequence[str]]
    spread: Sequence[Sequence[str]]
    corner: tuple[str, ...]
    years: frozenset[str]

    @classmethod
    def of(cls, header: Sequence[Sequence[Cell]], width: int) -> HeadGrid:
        """The grid of header rows, for a table of so many columns, that of the labels among them."""
        residue = frozenset(cell.text.plain for cells in header for cell in cells if cell.kind == "residue")
        parted = [
            (row, cells)
            for cells in header
            for row in units_apart(_covered(joined(_texts(cells, width)), cells, residue))
        ]
        rows = [row for row, _ in parted]
        cycle = _cycle(rows)
        over = [
            row if is_laid_out(cells) else _over_groups(row, cycle) or _spread_right(row, rows[:at])
            for at, (row, cells) in enumerate(parted)
        ]
        corner = tuple(cells[0].text.plain for _, cells in parted if cells)
        years = frozenset(text for row in rows for text in row[1:] if YEAR.fullmatch(text)) | _years_in_front(rows)
        return cls(rows, over, corner, years)

    @property
    def texts(self) -> Iterator[str]:
        """All texts, row by row."""
        return (text for row in self.rows for text in row)

    def own(self, index: int) -> tuple[str, ...]:
        """The texts right over a column; a cell that reaches over several rows says its text once."""
        return tuple(text for text, _ in groupby(row[index] for row in self.rows if row[index]))

    def over(self, index: int) -> tuple[str, ...]:
        """The texts over a column, those that reach over others too among them."""
        return tuple(text for text, _ in groupby(row[index] for row in self.spread if row[index]))

    def without_vintages(self) -> HeadGrid:
        """The grid of a table by years of origination without these."""
        rows, over = ([_no_vintages(row) for row in rows] for rows in (self.rows, self.spread))
        return replace(self, rows=rows, spread=over, years=frozenset())


def _texts(cells: Sequence[Cell], width: int) -> list[str]:
    return spread([cell.text.plain.strip() if cell.kind in ("text", "figure") else "" for cell in cells], width)


def _covered(row: Sequence[str], cells: Sequence[Cell], residue: Set[str]) -> list[str]:
    """A header row in which a cell that spans others stands over each of them; what is left of nothing says nothing."""
    over = [cell.over.plain.strip() if cell.over and cell.over.plain not in residue else "" for cell in cells]
    return [text or (over[at] if at < len(over) else "") for at, text in enumerate(row)]


def is_laid_out(cells: Sequence[Cell]) -> bool:
    """Whether the format says what a header row's cells span, so that an empty one is empty."""
    return any(cell.over for cell in cells)


def has_places(cells: Sequence[Cell]) -> bool:
    """Whether the format gives each cell of a row its place, as pages do, so that one without a header has none."""
    return is_laid_out(cells) or any(isinstance(cell.text.span.origin, SourceOrigin) for cell in cells)


def _spread_right(row: Sequence[str], over: Sequence[Sequence[str]] = ()) -> list[str]:
    """A header row in which a cell stands over the empty ones behind it, the corner aside.

    A year does not where another head begins in one of the rows `over` it.
    """
    found, at = list(row[:1]), 0
    for index, text in enumerate(row[1:], 1):
        is_parted = YEAR.fullmatch(row[at]) is not None and any(head[index] not in ("", head[at]) for head in over)
        at = index if text or is_parted else at
        found.append(row[at] if at else "")
    return found


def _cycle(grid: Sequence[Sequence[str]]) -> int:
    """After how many columns the lowest header row begins again: 2 for `Shares | Amount | Shares | Amount`; or 0."""
    texts = [text.casefold() for text in grid[-1][1:]] if grid else []
    sizes = (size for size in range(_PAIR, len(texts) // _PAIR + 1) if len(texts) % size == 0)
    return next((size for size in sizes if all(texts) and texts[size:] == texts[:-size]), 0)


def _over_groups(row: Sequence[str], cycle: int) -> list[str]:
    """A header row whose texts stand over the last column of each group of so many; empty for any other."""
    filled = [at for at, text in enumerate(row) if at and text]
    if not cycle or filled != list(range(cycle, len(row), cycle)):
        return []
    return [row[0], *(row[-(-at // cycle) * cycle] for at in range(1, len(row)))]


def _no_vintages(row: Sequence[str]) -> list[str]:
    """A header row without years, and without days where it names several: those of years that are closed."""
    days = {text for text in row if _DAY.fullmatch(text)}
    return ["" if YEAR.fullmatch(text) or (len(days) > _PAIR and text in days) else text for text in row]


def _years_in_front(grid: Sequence[Sequence[str]]) -> frozenset[str]:
    """The years in front of the same words over several columns: `2024 Deferred tax | 2023 Deferred tax`."""
    named: dict[str, set[str]] = {}
    for text in (text for row in grid for text in row[1:] if YEAR.match(text)):
        named.setdefault(text[4:].strip().casefold(), set()).add(text[:4])
    return frozenset(year for words, years in named.items() if words[:1].isalpha() and len(years) > 1 for year in years)
