"""Figures without the commas or the point that all others of their column or table have: digits may be lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.widths import narrow
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.written import GroupsMissing, PointMissing

_LONG = 4  # digits that are printed in groups
_ENOUGH = 3  # others that tell how figures are printed
_WHOLE = 100  # percent: a round number that needs no point


def unlike_others(table: MappedTable) -> dict[tuple[int, int], Reason]:
    """Why figures are damaged, by row and column."""
    sound = [reading for reading in table.readings if not (reading.figure.dash or reading.figure.problem)]
    by_column: defaultdict[int, list[Reading]] = defaultdict(list)
    for reading in sound:
        by_column[reading.column].append(reading)
    found: dict[tuple[int, int], Reason] = {place: GroupsMissing() for place in _ungrouped(sound)}
    for amounts in _amounts_by_unit(table, sound):
        pointed = {item.row for item in amounts if item.figure.places}
        found |= {(row, column): PointMissing() for row, column in _pointless(amounts) if row in pointed}
    for readings in by_column.values():
        found |= {place: PointMissing() for place in _pointless(readings)}
    return found


def _amounts_by_unit(table: MappedTable, readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    """The amounts of a table, those apart that columns state in other units: dividends in yen beside their total."""
    found: defaultdict[Unit | None, list[Reading]] = defaultdict(list)
    for item in readings:
        column = table.table.column(item.column)
        if column and column.role == "value":
            found[column.unit].append(item)
    yield from found.values()


def _ungrouped(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    long = [reading for reading in readings if _digits(reading) >= _LONG]
    bare = [reading for reading in long if "," not in narrow(reading.figure.text)]
    if len(long) - len(bare) >= _ENOUGH and len(bare) * 2 < len(long):
        yield from ((reading.row, reading.column) for reading in bare)


def _pointless(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    whole = [reading for reading in readings if not reading.figure.places]
    places = {reading.figure.places for reading in readings if reading.figure.places}
    pointed = len(readings) - len(whole)
    if len(places) == 1 and pointed >= _ENOUGH and len(whole) * _ENOUGH <= pointed:
        yield from (
            (reading.row, reading.column)
            for reading in whole
            if reading.figure.value and abs(reading.figure.value) != _WHOLE
        )


def _digits(reading: Reading) -> int:
    whole = narrow(reading.figure.text).partition(".")[0]
    return sum(char.isdigit() for char in whole)
