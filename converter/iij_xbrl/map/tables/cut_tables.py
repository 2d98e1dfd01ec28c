"""Tables that ends of pages cut: the rest of one may begin within a group, so its parts are mapped together.

Parts of which something else is closed are mapped apart, each below the last rows of those before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.map.tables.readings import MappedTable

Item = TypeVar("Item", Occurrence, Leftover)
_NEAR = 40  # rows above a part that tell which group it begins in


@dataclass(frozen=True, slots=True)
class JoinedTable:
    """Consecutive parts of a table as one, below rows of the part before them, of which nothing is mapped."""

    parts: tuple[FigureTable, ...]
    above: tuple[TableRow, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it is a table that nothing cuts."""
        return len(self.parts) == 1 and not self.above

    @property
    def table(self) -> FigureTable:
        """The table that they are."""
        if self.is_whole:
            return self.parts[0]
        rows = (*self.above, *(row for part in self.parts for row in part.rows))
        return replace(self.parts[0], rows=rows)

    def parted(self, whole: MappedTable) -> Iterator[MappedTable]:
        """What each part became, of what the whole did."""
        if self.is_whole:
            yield whole
            return
        positions = [reading.row for reading in whole.readings]
        in_labels, asides = _by_block(whole.in_labels), _by_block(whole.asides)
        start = len(self.above)
        for part in self.parts:
            end = start + len(part.rows)
            readings = whole.readings[bisect_left(positions, start) : bisect_left(positions, end)]
            yield MappedTable(
                replace(
                    whole.table,
                    number=part.number,
                    headers=part.headers,
                    rows=whole.table.rows[start:end],
                    block=part.block,
                    is_rest=part.is_rest,
                ),
                whole.matches[start:end],
                tuple(replace(item, table=part.number, row=item.row - start) for item in readings),
                tuple(in_labels[part.block]),
                tuple(asides[part.block]),
            )
            start = end


def joined_tables(tables: Sequence[FigureTable]) -> Iterator[JoinedTable]:
    """The tables, those together that are parts of one."""
    held: list[FigureTable] = []
    above: tuple[TableRow, ...] = ()
    for table in tables:
        if held and not (table.is_rest and _are_alike(held[-1], table)):
            yield JoinedTable(tuple(held), above)
            rows = (*above, *(row for part in held for row in part.rows))
            above = rows[-_NEAR:] if table.is_rest else ()
            held = []
        held.append(table)
    if held:
        yield JoinedTable(tuple(held), above)


def _by_block(items: Iterable[Item]) -> defaultdict[int, list[Item]]:
    found: defaultdict[int, list[Item]] = defaultdict(list)
    for item in items:
        found[item.span.block].append(item)
    return found


def _are_alike(one: FigureTable, other: FigureTable) -> bool:
    return (one.section, one.columns, one.closed) == (other.section, other.columns, other.closed)
