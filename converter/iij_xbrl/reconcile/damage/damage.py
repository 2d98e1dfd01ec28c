"""Finds where the conversion damaged a table, and withdraws the facts that the damage may have moved.

A value that slipped into the next row still adds up, so sums do not show it; what shows it is a hole: a line that
prints nothing in a column that is otherwise full, or figures without a label. A hole beside a row that lost its label
is explained by it, and so is one beside two figures in a cell or a dash of the same row, or in a row that adds up
across the columns without it. From an unexplained hole on,
up and down the column, nothing counts until a row that is anchored: its block adds up, or the release prints the same
elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from iij_xbrl.extract.heads.column import Column
from iij_xbrl.facts import Leftover
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.withdrawn import AddsUpElsewhere, DamagedZone
from iij_xbrl.reasons.written import PointInColumn, PointOrComma
from iij_xbrl.reconcile.damage.anchors import Anchors
from iij_xbrl.reconcile.damage.matrices import explained_blanks, slipped_rows
from iij_xbrl.reconcile.damage.separators import unlike_others
from iij_xbrl.reconcile.known import Known
from iij_xbrl.taxonomy.index import Line

_DENSE = 3, 4  # three of four rows print a figure in the column
_FEW = 3
_MILLIONS = 6
_FAR = 100
_GROUP = 3  # digits behind a point that look like a group of thousands
_RESIDUE = " .,:;'`´·•|_~-\u3000"  # of a conversion, where a figure was
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
    amounts: defaultdict[int, list[Reading]] = defaultdict(list)
    rows: defaultdict[int, list[Reading]] = defaultdict(list)
    for reading in filter(_is_amount, table.readings):
        amounts[reading.column].append(reading)
        rows[reading.row].append(reading)
    for column in table.table.columns:
        unit = column.unit or table.table.section.unit
        if column.role not in ("value", "translation") or not unit or not unit.scale:
            continue
        here = amounts[column.index]
        broken = [reading for reading in here if reading.figure.places and not reading.figure.percent]
        few = len(here) > _FEW and len(broken) * 4 < len(here)
        grouped = [reading for reading in broken if reading.figure.places == _GROUP]
        is_alone = len(here) > 1 == sum(bool(reading.figure.places) for reading in here)
        for reading in broken:
            if reading.figure.places != _GROUP and _is_odd(reading, rows[reading.row], is_alone=is_alone):
                reasons[reading.row, reading.column] = PointInColumn()
        for reading in broken if few else grouped if len(here) >= _FEW and len(broken) * 2 < len(here) else ():
            reasons[reading.row, reading.column] = PointInColumn()
        if unit.scale <= _MILLIONS and not any("," in reading.figure.text for reading in grouped):
            for reading in filter(
                _is_as_printed, grouped
            ):  # others have both, `33,100.250`, where amounts are printed with places
                reasons.setdefault((reading.row, reading.column), PointOrComma())
    return reasons


def _is_odd(reading: Reading, row: Iterable[Reading], *, is_alone: bool) -> bool:
    """Whether an amount has a point where none of the others in its row has one, nor any in its column.

    One that is far smaller than those of its row is odd whatever stands in its column: `33,100 | 45.8`. `is_alone`
    tells that its column has others, and none with a point.
    """
    if reading.figure.unit and reading.figure.unit.scale is not None:  # `45.8bn`
        return False
    across = [item for item in row if item is not reading and _unit(item) == _unit(reading)]
    if not across or any(item.figure.places for item in across):
        return False
    return is_alone or all(abs(reading.figure.value) * _FAR < abs(item.figure.value) for item in across)


def _unit(reading: Reading) -> str:
    return reading.fact.point.unit if reading.fact else ""


def _is_amount(reading: Reading) -> bool:
    """Whether a figure is one that the scale of its column holds for: no dash, none per share and no percentage."""
    unit = reading.fact.point.unit if reading.fact else ""
    return not (reading.figure.dash or "/" in unit or unit == _PURE)


def _is_as_printed(reading: Reading) -> bool:
    return reading.result.status != "inferred"


def _unsafe_zones(table: MappedTable, others: Known) -> dict[tuple[int, int], Reason]:
    reasons: dict[tuple[int, int], Reason] = {}
    rows = [_row(table, position) for position in range(len(table.matches))]
    anchors = Anchors(table, others)
    found = {column.index: tuple(_unexplained_holes(table, rows, column)) for column in _dense_columns(table, rows)}
    blanks = explained_blanks(table) if any(found.values()) else frozenset()
    for column, blank in found.items():
        holes = tuple(at for at in blank if (at, column) not in blanks)
        anchored = anchors.of_column(column) if holes else frozenset()
        for row, hole in _zones(len(rows), holes, anchored):
            reasons[row, column] = DamagedZone(rows[hole].printed_label)
    slipped = set(slipped_rows(table))
    for reading in table.readings:
        if reading.row in slipped:
            reasons.setdefault((reading.row, reading.column), AddsUpElsewhere())
    return reasons


@dataclass(frozen=True, slots=True)
class _Row:
    """What its figures say of a row, found once for all columns: `line` is the one that may have lost a figure.

    `said` are the columns in which words or marks stand in place of a figure: nothing has slipped out of there.
    """

    filled: frozenset[int]
    said: frozenset[int]
    printed_label: str
    has_units: bool
    line: Line | None


def _row(table: MappedTable, position: int) -> _Row:
    row, match = table.table.rows[position], table.matches[position]
    line = match.place.lines[match.line] if match.place and match.line is not None else None
    figures = [item.figure for item in row.figures]
    if match.column:
        line = None  # of a part that leads from its opening to its closing balance
    if line is None or line.concept is None or any(figure.dash or figure.problem for figure in figures):
        line = None
    elif all(figure.percent for figure in figures):
        line = None  # the change of a ratio is often not given
    said = frozenset(at for at, text in enumerate(row.cells, 1) if text.plain.strip(_RESIDUE))
    return _Row(frozenset(item.column for item in row.figures), said, row.printed_label, bool(row.units), line)


def _dense_columns(table: MappedTable, rows: Sequence[_Row]) -> Iterator[Column]:
    amounts = {column.index: column for column in table.table.columns if column.role in _AMOUNTS}
    filled = Counter(column for row in rows for column in row.filled if column in amounts)
    among = sum(1 for row in rows if not row.filled.isdisjoint(amounts))
    share, whole = _DENSE
    for index in sorted(amounts):
        few_missing = among <= _FEW + 1 and filled[index] >= among - 1 > 0
        if few_missing or filled[index] * whole >= among * share:
            yield amounts[index]


def _unexplained_holes(table: MappedTable, rows: Sequence[_Row], column: Column) -> Iterator[int]:
    bare = {at for at, row in enumerate(rows) if not row.printed_label and column.index in row.filled}
    for position, row in enumerate(rows):
        if row.line is None or column.index in row.filled | row.said:
            continue
        if column.role == "translation" and row.has_units:
            continue  # a count is not translated
        if column.role == "change" and not any(derivation.startswith("change") for derivation in row.line.derived):
            continue  # no change of such a line is known
        beside = next((at for at in (position - 1, position + 1) if at in bare), None)
        if beside is None:
            yield position
        else:
            bare.discard(beside)
    if table.table.has_labels:
        yield from sorted(bare)


def _zones(rows: int, holes: Sequence[int], anchors: Set[int]) -> Iterator[tuple[int, int]]:
    """The rows that holes make unsafe, each with the last of the holes that reach it."""
    seen: set[int] = set()  # what is around a hole is seen as far as the next anchors, so that no row is met again
    for hole in reversed(holes):
        if hole not in seen:
            seen.add(hole)
            yield hole, hole
        for outwards in (range(hole - 1, -1, -1), range(hole + 1, rows)):
            for row in outwards:
                if row in anchors or row in seen:
                    break
                seen.add(row)
                yield row, hole
