"""Tables whose columns add up to others, as statements of changes in equity do: rows that close across them.

Which columns are totals of which is told by rows in which several parts are printed: balances at both ends. A blank in
a row whose parts add up to its totals without it has lost nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, groupby
from math import comb

from iij_xbrl.extract.cells.japanese_brackets import stands_in_brackets
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reasons.written import TextBeside

_PARTS = 2  # that a total has at least
_WITNESSES = 2  # rows that tell that a column is the total of others
_MOST = 24  # columns of a table that is looked at
_MOST_PLACES = 500  # that the figures of a row may have

Row = Mapping[int, Decimal]


@dataclass(frozen=True, slots=True)
class _Sum:
    """A column and those of which it is the total."""

    total: int
    parts: tuple[int, ...]


def explained_blanks(table: MappedTable) -> frozenset[tuple[int, int]]:
    """The blanks of the rows that add up across the columns as printed, by row and column."""
    rows, places = _rows(table)
    matrix = _Matrix(tuple(_sums(table, rows.values(), places)), places)
    whole = (at for at, row in rows.items() if matrix.closes(row))
    return frozenset((at, column) for at in whole for column in matrix.columns if column not in rows[at])


def slipped_rows(table: MappedTable) -> Iterator[int]:
    """The rows whose figures have slipped: into other columns of theirs, or from one row to the next.

    One that does not add up, beside rows that do, is a misprint if its figures add up in no other columns either. Only
    where the taxonomy says what the columns are: others may be sums of some rows and not of others, as quarters are.
    """
    if not any(match.place.columns for match in table.matches if match.place):
        return
    rows, places = _rows(table)
    matrix = _Matrix(tuple(_sums(table, rows.values(), places)), places)
    order = sorted(rows)
    for is_whole, group in groupby(range(len(order)), key=lambda at: matrix.closes(rows[order[at]])):
        run = tuple(group)
        if is_whole:
            continue
        inside, above, below = (
            [rows[order[at]] for at in part if 0 <= at < len(order)]
            for part in (run, (run[0] - 1, *run[:-1]), (*run[1:], run[-1] + 1))
        )
        if matrix.slid(inside, above, below) if len(run) > 1 else matrix.shifted(inside[0]):
            yield from (order[at] for at in run)


@dataclass(frozen=True, slots=True)
class _Matrix:
    """The sums across the columns of a table, and the places of its figures."""

    sums: tuple[_Sum, ...]
    places: int

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that are parts or totals."""
        return tuple(sorted({column for item in self.sums for column in (item.total, *item.parts)}))

    def closes(self, row: Row) -> bool:
        """Whether a row adds up."""
        return all(_closes(item, row, self.places) for item in self.sums)

    def shifted(self, row: Row) -> bool:
        """Whether the figures of a row add up in the same order in other columns."""
        figures = [row[column] for column in self.columns if column in row]
        if comb(len(self.columns), len(figures)) > _MOST_PLACES:
            return False
        ways = combinations(self.columns, len(figures))
        return any(self.closes(dict(zip(columns, figures, strict=True))) for columns in ways)

    def slid(self, run: Sequence[Row], above: Sequence[Row], below: Sequence[Row]) -> bool:
        """Whether rows one below the other have blanks, or add up with a column's figures from the rows beside them.

        All but one, as a figure is lost at the end. What is `above` lacks the first row where nothing is above that.
        """
        if any(not row.keys() >= set(self.columns) for row in run):
            return True
        pairs = (tuple(zip(run[len(run) - len(above) :], above, strict=True)), tuple(zip(run, below, strict=False)))
        for column in self.columns:
            for beside in pairs:
                moved = ({**row, column: other.get(column, Decimal(0))} for row, other in beside)
                if sum(map(self.closes, moved)) >= len(run) - 1:
                    return True
        return False


def told_brackets(table: MappedTable) -> Iterator[tuple[Reading, bool]]:
    """The amounts alone in brackets of rows that add up across the columns, and whether they do so as losses.

    A row in which they may be either tells nothing.
    """
    in_brackets: defaultdict[int, list[Reading]] = defaultdict(list)
    for reading in filter(_may_be_loss, table.readings):
        in_brackets[reading.row].append(reading)
    if not in_brackets:
        return
    rows, places = _rows(table, lost=True)
    plain, _ = _rows(table, lost=False)
    matrix = _Matrix(tuple(_sums(table, rows.values(), places)), places)
    for at in sorted(in_brackets.keys() & rows.keys()):
        as_losses, as_amounts = matrix.closes(rows[at]), matrix.closes(plain[at])
        if as_losses != as_amounts:
            yield from ((reading, as_losses) for reading in in_brackets[at])


def _may_be_loss(reading: Reading) -> bool:
    figure = reading.figure
    return isinstance(figure.problem, TextBeside) and not figure.percent and stands_in_brackets(figure)


def _rows(table: MappedTable, *, lost: bool | None = None) -> tuple[dict[int, Row], int]:
    """The figures of the rows without trouble, by column, and the most places that they are printed with.

    `lost` tells what amounts alone in brackets are: losses, or not; they are trouble where it does not.
    """
    found: defaultdict[int, dict[int, Decimal]] = defaultdict(dict)
    troubled: set[int] = set()
    places = 0
    for reading in table.readings:
        figure, value = reading.figure, reading.figure.value
        is_open = lost is not None and _may_be_loss(reading)
        if (figure.problem and not is_open) or figure.percent or reading.column in found[reading.row]:
            troubled.add(reading.row)
        found[reading.row][reading.column] = (-abs(value) if lost else abs(value)) if is_open else value
        places = max(places, figure.places)
    return {at: row for at, row in found.items() if at not in troubled}, places


def _closes(item: _Sum, row: Row, places: int) -> bool:
    gap = sum((row.get(part, Decimal(0)) for part in item.parts), -row.get(item.total, Decimal(0)))
    return abs(gap) <= Decimal(len(item.parts) + 1).scaleb(-places) / 2


def _sums(table: MappedTable, rows: Collection[Row], places: int) -> Iterator[_Sum]:
    """The totals among the columns, each of those next to it that are no parts of another one."""
    columns = [column.index for column in table.table.columns if column.role == "value"]
    if not _PARTS < len(columns) <= _MOST:
        return
    for order in (columns, columns[::-1]):
        found = list(_in_order(order, rows, places))
        if found:
            yield from found
            return


def _in_order(columns: Sequence[int], rows: Collection[Row], places: int) -> Iterator[_Sum]:
    open_: list[int] = []
    for column in columns:
        for first in range(len(open_) - _PARTS + 1):
            item = _Sum(column, tuple(open_[first:]))
            if _is_told(item, rows, places):
                yield item
                del open_[first:]
                break
        open_.append(column)


def _is_told(item: _Sum, rows: Collection[Row], places: int) -> bool:
    """Whether rows with several parts tell that a column is a total, of different amounts."""
    said = {
        row[item.total]
        for row in rows
        if row.get(item.total)
        and sum(bool(row.get(part)) for part in item.parts) >= _PARTS
        and _closes(item, row, places)
    }
    return len(said) >= _WITNESSES
