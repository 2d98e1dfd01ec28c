"""Turns figures into occurrences of facts: concept and sign from the line, period and unit from the column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from iij_xbrl.extract.cells import Figure
from iij_xbrl.extract.headers import Column
from iij_xbrl.extract.periods import Period
from iij_xbrl.extract.tables import FigureTable, TableRow
from iij_xbrl.extract.units import Unit
from iij_xbrl.map.asides import asides
from iij_xbrl.map.labels import key
from iij_xbrl.map.places import Match, PlaceKeys, match_rows, place_keys
from iij_xbrl.facts import DataPoint, Leftover, Occurrence
from iij_xbrl.taxonomy.index import ColumnMember, Concept, Line, Members, Place, Taxonomy

_YEAR_ON_YEAR: Members = (("ChangeBasisAxis", "YearOnYearMember"),)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as mapped: where it stands in its table, and the occurrence or leftover that it became."""

    table: int
    row: int
    column: int
    match: Match
    figure: Figure
    result: Occurrence | Leftover


@dataclass(frozen=True, slots=True)
class MappedTable:
    """A table with the matches of its rows and the readings of its figures, in printed order."""

    table: FigureTable
    matches: tuple[Match, ...]
    readings: tuple[Reading, ...]
    asides: tuple[Leftover, ...]


class _Unmapped(Exception):
    """Why a figure is no fact."""


def map_tables(tables: Sequence[FigureTable], taxonomy: Taxonomy) -> tuple[MappedTable, ...]:
    """Map the figures of all tables."""
    places = place_keys(taxonomy)
    return tuple(_map_table(table, places, taxonomy) for table in tables)


def _map_table(table: FigureTable, places: Sequence[PlaceKeys], taxonomy: Taxonomy) -> MappedTable:
    matches, labels = match_rows(table, places)
    readings = []
    for position, (row, match) in enumerate(zip(table.rows, matches, strict=True)):
        for item in row.figures:
            try:
                result: Occurrence | Leftover = _occurrence(table, position, labels[position], item.column, item.figure, match, taxonomy)
            except _Unmapped as reason:
                result = Leftover(
                    item.figure.span, item.figure.text, row.printed_label, table.section.path, "unmapped", str(reason)
                )
            readings.append(Reading(table.number, position, item.column, match, item.figure, result))
    return MappedTable(table, matches, tuple(readings), tuple(asides(table)))


def _occurrence(
    table: FigureTable, position: int, label: str, index: int, figure: Figure, match: Match, taxonomy: Taxonomy
) -> Occurrence:
    row = table.rows[position]
    if figure.problem:
        raise _Unmapped(f"damaged cell: {figure.problem}")
    if not table.has_labels:
        raise _Unmapped("the table has lost its label column")
    if match.place is None or match.line is None:
        raise _Unmapped(match.reason)
    line = match.place.lines[match.line]
    if line.concept is None:
        raise _Unmapped("a figure on a heading row; headings have none (a ghost of the conversion?)")
    column = table.column(index)
    if column is None:
        raise _Unmapped("the figure stands in no column of the table")
    target = _target(line, match.place, column, figure, taxonomy)
    period = _period(target, column, row, taxonomy)
    unit, scale = _unit(target.concept, column, row, table, figure, taxonomy)
    printed, decimals = _scaled(figure, scale, target.concept.type == "percent")
    return Occurrence(
        point=DataPoint(target.concept.name, tuple(sorted(target.members)), period, unit),
        value=_signed(printed, target.verb),
        printed=printed,
        decimals=decimals,
        span=figure.span,
        text=figure.text,
        label=row.printed_label or label,
        section=table.section.path,
        status="inferred" if match.inferred else "fact",
        reason=match.inferred,
    )


@dataclass(frozen=True, slots=True)
class _Target:
    concept: Concept
    members: Members
    verb: str
    instant: str | None


def _target(line: Line, place: Place, column: Column, figure: Figure, taxonomy: Taxonomy) -> _Target:
    assert line.concept is not None
    derivation = _derivation(column, figure)
    if derivation:
        name = line.derived.get(derivation)
        if name is None:
            raise _Unmapped(f"the taxonomy has no {derivation} of {line.concept}")
        members = line.members + (_YEAR_ON_YEAR if derivation.startswith("change") else ())
        return _Target(taxonomy.concepts[name], members, "same", None)
    concept, members = taxonomy.concepts[line.concept], line.members
    if place.columns:
        member = _column_member(place, column)
        if member is None:
            raise _Unmapped(f"no column of {place.role} has the header {column.label!r}")
        members = members + member.members
        if member.concept:
            concept = taxonomy.concepts[member.concept]
    return _Target(concept, members, line.verb, line.instant)


def _derivation(column: Column, figure: Figure) -> str | None:
    if column.role == "change":
        percent = figure.percent or "%" in column.label or bool(column.unit and column.unit.percent)
        return "change-percent" if percent else "change-amount"
    if column.role == "share":
        base = column.unit.base if column.unit else ""
        return "percent-of-revenue" if "revenue" in base or "sales" in base else "percent-of-assets"
    return None


def _column_member(place: Place, column: Column) -> ColumnMember | None:
    wanted = key(column.label)
    fitting = [member for member in place.columns if any(key(label) == wanted for label in member.labels)]
    return fitting[0] if len(fitting) == 1 else None


def _period(target: _Target, column: Column, row: TableRow, taxonomy: Taxonomy) -> Period:
    mention = row.period or column.period
    if mention is None:
        raise _Unmapped(column.problem or "the column's period cannot be read")
    period = mention.period
    scope = column.period.period if column.period else period
    if target.concept.period == "instant":
        if target.instant == "opening":
            start = scope.start or (period.end if row.period else None)
            if start is None:
                raise _Unmapped("an opening balance needs a period that it opens")
            return Period(start - timedelta(days=1))
        if row.period and scope.start is not None and period.end == scope.start:
            return Period(scope.start - timedelta(days=1))
        return Period(period.end)
    if period.start is None:
        if scope.start is None or scope.end != period.end:
            raise _Unmapped(f"{target.concept.name} runs over a period, and only the day {period.end} is printed")
        return scope
    return period


def _unit(
    concept: Concept, column: Column, row: TableRow, table: FigureTable, figure: Figure, taxonomy: Taxonomy
) -> tuple[str, int]:
    """The XBRL unit and the scale of a figure: from the row's label, else the column, the cell, the caption."""
    item = taxonomy.types[concept.type]
    if concept.type == "percent":
        stated = column.unit.percent if column.unit else False
        if not (stated or figure.percent or column.role in ("change", "share")):
            raise _Unmapped(f"{concept.name} is a percentage, and neither the cell nor its column says so")
        return item.unit, 0
    unit = _stated(column, row, table, figure)
    if unit and unit.percent:
        raise _Unmapped(f"a percentage, but {concept.name} is none")
    if figure.percent:
        raise _Unmapped(f"printed with a percent sign, but {concept.name} is no percentage")
    if item.takes_currency:
        return _money(concept, item.unit, unit)
    measure = item.unit.rpartition(":")[2].casefold()
    if figure.measure and figure.measure.casefold() != measure:
        raise _Unmapped(f"the cell says {figure.measure}, but {concept.name} is in {measure}")
    counted = row.units[0].count if row.units else (unit.count if unit else None)
    if counted and counted.casefold() != measure:
        raise _Unmapped(f"counts {counted}, but {concept.name} is in {measure}")
    if unit and unit.currency and not row.units:
        raise _Unmapped(f"an amount in {unit.currency}, but {concept.name} is in {measure}")
    return item.unit, (unit.scale or 0) if unit and counted else 0


def _money(concept: Concept, pattern: str, unit: Unit | None) -> tuple[str, int]:
    if unit is None or unit.currency is None:
        raise _Unmapped(f"no currency and scale are printed for {concept.name}")
    each = "/" in pattern
    scale = unit.scale if unit.scale is not None else 0
    if each and scale:
        scale = 0  # an amount per share is never in thousands, whatever the header over the statement says
    return pattern.format(currency=unit.currency), scale


def _stated(column: Column, row: TableRow, table: FigureTable, figure: Figure) -> Unit | None:
    if len(row.units) == 1:
        return row.units[0]
    if row.units:
        order = [item.index for item in table.columns]
        position = order.index(column.index)
        return row.units[position] if len(row.units) == len(order) else column.unit
    if column.unit:
        return column.unit
    if figure.unit and column.role == "value":
        return figure.unit
    return table.section.unit


def _scaled(figure: Figure, scale: int, percent: bool) -> tuple[Decimal, int]:
    """The printed value in full, and its decimals (XBRL 2.1, section 4.6.5)."""
    if percent:
        return figure.value.scaleb(-2), figure.places + 2
    return _plain(figure.value.scaleb(scale)), figure.places - scale


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _signed(printed: Decimal, verb: str) -> Decimal:
    if not printed:
        return abs(printed)
    return {"same": printed, "opposite": -printed, "magnitude": abs(printed), "minus-magnitude": -abs(printed)}[verb]


def leftovers(mapped: Sequence[MappedTable]) -> Iterator[Leftover]:
    """Every figure that is no fact, and every other number of the tables."""
    for table in mapped:
        yield from table.asides
        for reading in table.readings:
            if isinstance(reading.result, Leftover):
                yield reading.result
