"""Rows that are where they belong, in one column: their block adds up, or the release prints the same elsewhere."""

from __future__ import annotations

from iij_xbrl.map.tables.readings import MappedTable
from iij_xbrl.reconcile.blocks import blocks, closes
from iij_xbrl.reconcile.known import Known


def anchored_rows(table: MappedTable, column: int, others: Known) -> frozenset[int]:
    """The anchored rows of a column."""
    here = {reading.row: reading for reading in table.readings if reading.column == column}
    exact = any(item.index == column and item.role == "value" for item in table.table.columns)
    anchored = {
        row for row, reading in here.items() if reading.fact and reading.fact.value and others.agreeing(reading.fact)
    }
    for block in blocks(table):
        figures = [here[row].figure for row in block.rows if row in here]
        whole = len(figures) == len(block.rows) == len(block.lines) and not any(figure.problem for figure in figures)
        if whole and closes(block, figures, exact=exact):
            anchored.update(block.rows)
    return frozenset(anchored)
