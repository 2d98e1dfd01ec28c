"""Finds where the conversion damaged a table, and withdraws the facts that the damage may have moved.

A value that slipped into the next row still adds up, so sums do not show it; what shows it is a hole: a line that
prints nothing in a column that is otherwise full. A hole beside a row that lost its label is explained by it, and so is
one beside two figures in a cell or a dash of the same row. An unexplained hole makes its block unsafe in that column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.map.mapper import MappedTable, Reading

_DENSE = 3, 4  # three of four rows print a figure in the column
_FEW = 3


def withdraw(table: MappedTable) -> MappedTable:
    """The table with the facts that damage makes unsafe withdrawn (`unmapped`, with the reason)."""
    reasons = {**_unsafe_blocks(table), **_misread_points(table)}
    if not reasons:
        return table
    readings = tuple(_withdrawn(reading, reasons.get((reading.row, reading.column))) for reading in table.readings)
    return replace(table, readings=readings)


def _withdrawn(reading: Reading, reason: str | None) -> Reading:
    fact = reading.result
    if reason is None or not isinstance(fact, Occurrence):
        return reading
    return replace(reading, result=Leftover(fact.span, fact.text, fact.label, fact.section, "unmapped", reason))


def _misread_points(table: MappedTable) -> dict[tuple[int, int], str]:
    """Figures with digits after a point in a column of whole numbers: a comma that was read as a point."""
    reasons = {}
    for column in table.table.columns:
        unit = column.unit or table.table.section.unit
        if column.role not in ("value", "translation") or not unit or not unit.scale:
            continue
        here = [reading for reading in table.readings if reading.column == column.index and not reading.figure.dash]
        broken = [reading for reading in here if reading.figure.places and not reading.figure.percent]
        if len(here) > _FEW and len(broken) * 4 < len(here):
            for reading in broken:
                reasons[reading.row, reading.column] = "damaged cell: digits after a point in a column of whole numbers"
    return reasons


def _unsafe_blocks(table: MappedTable) -> dict[tuple[int, int], str]:
    reasons = {}
    for column in _dense_columns(table):
        for hole in _unexplained_holes(table, column):
            label = table.table.rows[hole].printed_label
            for row in _block(table, hole):
                reasons[row, column] = (
                    f"damaged zone: {label!r} prints no figure in this column, so rows may have slipped"
                )
    return reasons


def _dense_columns(table: MappedTable) -> Iterator[int]:
    amounts = {column.index for column in table.table.columns if column.role in ("value", "translation")}
    rows = [row for row in table.table.rows if row.label and any(item.column in amounts for item in row.figures)]
    share, whole = _DENSE
    for column in sorted(amounts):
        filled = sum(any(item.column == column for item in row.figures) for row in rows)
        if len(rows) > _FEW and filled < len(rows) and filled * whole >= len(rows) * share:
            yield column


def _unexplained_holes(table: MappedTable, column: int) -> Iterator[int]:
    rows = table.table.rows
    used: set[int] = set()
    for position, (row, match) in enumerate(zip(rows, table.matches, strict=True)):
        line = match.place.lines[match.line] if match.place and match.line is not None else None
        if line is None or line.concept is None or any(item.column == column for item in row.figures):
            continue
        if any(item.figure.dash or item.figure.problem for item in row.figures):
            continue
        beside = next(
            (
                other
                for other in (position - 1, position + 1)
                if 0 <= other < len(rows) and other not in used and not rows[other].label
                and any(item.column == column for item in rows[other].figures)
            ),
            None,
        )  # fmt: skip
        if beside is None:
            yield position
        else:
            used.add(beside)


def _block(table: MappedTable, hole: int) -> Iterator[int]:
    """The rows around a hole up to the next heading or total on either side."""
    yield hole
    for rows in (range(hole - 1, -1, -1), range(hole + 1, len(table.matches))):
        for row in rows:
            match = table.matches[row]
            line = match.place.lines[match.line] if match.place and match.line is not None else None
            if line is not None and line.kind != "line":
                break
            yield row
