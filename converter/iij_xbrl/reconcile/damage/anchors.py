"""Rows that are where they belong, in one column: their block adds up, or the release prints the same elsewhere."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reconcile.damage.blocks import Block, blocks, closes
from iij_xbrl.reconcile.known import Known


class Anchors:
    """The anchored rows of a table; its blocks, and the figures of its columns, are found once, when asked for."""

    def __init__(self, table: MappedTable, others: Known) -> None:
        self._table = table
        self._others = others

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return tuple(blocks(self._table))

    @cached_property
    def _by_column(self) -> defaultdict[int, dict[int, Reading]]:
        found: defaultdict[int, dict[int, Reading]] = defaultdict(dict)
        for reading in self._table.readings:
            found[reading.column][reading.row] = reading
        return found

    def of_column(self, column: int) -> frozenset[int]:
        """The anchored rows of a column, by its index."""
        here = self._by_column[column]
        found = self._table.table.column(column)
        exact = found is not None and found.role == "value"
        anchored = {
            row
            for row, reading in here.items()
            if reading.fact and reading.fact.value and self._others.agreeing(reading.fact)
        }
        for block in self._blocks:
            figures = [here[row].figure for row in block.rows if row in here]
            whole = len(figures) == len(block.rows) == len(block.lines)
            if whole and not any(figure.problem for figure in figures) and closes(block, figures, exact=exact):
                anchored.update(block.rows)
        return frozenset(anchored)
