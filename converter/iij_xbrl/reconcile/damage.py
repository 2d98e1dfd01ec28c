"""Finds where the conversion damaged a table, and withdraws the facts that the damage may have moved.

A value that slipped into the next row still adds up, so sums do not show it; what shows it is a hole: a line that
prints nothing in a column that is otherwise full, or figures without a label. A hole beside a row that lost its label
is explained by it, and so is one beside two figures in a cell or a dash of the same row. From an unexplained hole on,
up and down the column, nothing counts until a row that is anchored: its block adds up, or the release prints the same
elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from iij_xbrl.facts import Leftover
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.tables import DamagedZone
from iij_xbrl.reasons.written import PointInColumn, PointOrComma
from iij_xbrl.reconcile.anchors import anchored_rows
from iij_xbrl.reconcile.known import Known
from iij_xbrl.reconcile.separators import unlike_others

_DENSE = 3, 4  # three of four rows print a figure in the column
_FEW = 3
_MILLIONS = 6
_GROUP = 3  # digits behind a point that look like a group of thousands
_PURE = "xbrli:pure"
_AMOUNTS = ("value", "translation", "change")


def withdraw(table: MappedTable, others: Known) -> MappedTable:
    """The table with the facts that damage makes unsafe withdrawn (`unmapped`, with the reason)."""
    reasons = {**_unsafe_zones(table, others), **_misread_points(table), **unlike_others(table)}
    if not reasons:
        return table
    readings = tuple(withdrawn(reading, reasons.get((reading.row, reading.column))) for reading in table.readings)
    return replace(table, readings=readings)


def withdrawn(reading: Reading, reason: Reason | None) -> Reading:
    """A reading as unmapped, if there is a reason and it was a fact."""
    fact = reading.result
    if reason is None or isinstance(fact, Leftover):
        return reading
    return replace(reading, result=Leftover(fact.span, fact.text, fact.label, fact.section, "unmapped", reason))


def _misread_points(table: MappedTable) -> dict[tuple[int, int], Reason]:
    """Figures with digits after a point in a column of whole numbers: a comma that was read as a point."""
    reasons: dict[tuple[int, int], Reason] = {}
    for column in table.table.columns:
        unit = column.unit or table.table.section.unit
        if column.role not in ("value", "translation") or not unit or not unit.scale:
            continue
        here = [reading for reading in table.readings if reading.column == column.index and _is_amount(reading)]
        broken = [reading for reading in here if reading.figure.places and not reading.figure.percent]
        few = len(here) > _FEW and len(broken) * 4 < len(here)
        grouped = [reading for reading in broken if reading.figure.places == _GROUP]
        for reading in broken if few else grouped if len(here) >= _FEW and len(broken) * 2 < len(here) else ():
            reasons[reading.row, reading.column] = PointInColumn()
        if unit.scale <= _MILLIONS and not any("," in reading.figure.text for reading in grouped):
            for reading in filter(
                _is_as_printed, grouped
            ):  # others have both, `33,100.250`, where amounts are printed with places
                reasons.setdefault((reading.row, reading.column), PointOrComma())
    return reasons


def _is_amount(reading: Reading) -> bool:
    """Whether a figure is one that the scale of its column holds for: no dash, none per share and no percentage."""
    unit = reading.fact.point.unit if reading.fact else ""
    return not (reading.figure.dash or "/" in unit or unit == _PURE)


def _is_as_printed(reading: Reading) -> bool:
    return reading.result.status != "inferred"


def _unsafe_zones(table: MappedTable, others: Known) -> dict[tuple[int, int], Reason]:
    reasons: dict[tuple[int, int], Reason] = {}
    for column in _dense_columns(table):
        holes = tuple(_unexplained_holes(table, column))
        anchors = anchored_rows(table, column, others) if holes else frozenset()
        for hole in holes:
            damage = DamagedZone(table.table.rows[hole].printed_label)
            for row in _zone(len(table.matches), hole, anchors):
                reasons[row, column] = damage
    return reasons


def _dense_columns(table: MappedTable) -> Iterator[int]:
    amounts = {column.index for column in table.table.columns if column.role in _AMOUNTS}
    rows = [row for row in table.table.rows if any(item.column in amounts for item in row.figures)]
    share, whole = _DENSE
    for column in sorted(amounts):
        filled = sum(any(item.column == column for item in row.figures) for row in rows)
        few_missing = len(rows) <= _FEW + 1 and filled >= len(rows) - 1 > 0
        if few_missing or filled * whole >= len(rows) * share:
            yield column


def _unexplained_holes(table: MappedTable, column: int) -> Iterator[int]:
    rows = table.table.rows
    bare = {
        at
        for at, row in enumerate(rows)
        if not row.printed_label and any(item.column == column for item in row.figures)
    }
    explained: set[int] = set()
    role = next((item.role for item in table.table.columns if item.index == column), None)
    for position, (row, match) in enumerate(zip(rows, table.matches, strict=True)):
        line = match.place.lines[match.line] if match.place and match.line is not None else None
        if line is None or line.concept is None or any(item.column == column for item in row.figures):
            continue
        if any(item.figure.dash or item.figure.problem for item in row.figures):
            continue
        if all(item.figure.percent for item in row.figures) or (role == "translation" and row.units):
            continue  # the change of a ratio is often not given, and a count is not translated
        if role == "change" and not any(derivation.startswith("change") for derivation in line.derived):
            continue  # no change of such a line is known
        beside = next((at for at in (position - 1, position + 1) if at in bare - explained), None)
        if beside is None:
            yield position
        else:
            explained.add(beside)
    if table.table.has_labels:
        yield from sorted(bare - explained)


def _zone(rows: int, hole: int, anchors: Set[int]) -> Iterator[int]:
    yield hole
    for outwards in (range(hole - 1, -1, -1), range(hole + 1, rows)):
        for row in outwards:
            if row in anchors:
                break
            yield row
