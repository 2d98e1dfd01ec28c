"""Turns figures into occurrences of facts: concept and sign from the line, period and unit from the column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from iij_xbrl.extract.cells import Figure
from iij_xbrl.extract.headers import Column
from iij_xbrl.extract.periods import Period
from iij_xbrl.extract.tables import FigureTable, TableRow
from iij_xbrl.extract.units import Unit
from iij_xbrl.facts import DataPoint, Leftover, Occurrence
from iij_xbrl.map.asides import asides
from iij_xbrl.map.label_facts import label_facts
from iij_xbrl.map.places import Match, PlaceKeys, match_rows, place_keys
from iij_xbrl.map.targets import Target, Unmapped, column_target, column_targets, row_target
from iij_xbrl.taxonomy.index import Concept, Taxonomy


_NO_LINE = Match(None, None)


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
    in_labels: tuple[Occurrence, ...]
    asides: tuple[Leftover, ...]


def map_tables(tables: Sequence[FigureTable], taxonomy: Taxonomy) -> tuple[MappedTable, ...]:
    """Map the figures of all tables."""
    places = place_keys(taxonomy)
    today = _last_day(tables)
    return tuple(_map_table(table, places, taxonomy, today) for table in tables)


def _last_day(tables: Sequence[FigureTable]) -> date:
    """The last day that the release reports on: the latest one above a column of actual figures."""
    days = [column.period.period.end for table in tables for column in table.columns if column.role == "value" and column.period and not table.rows_name_periods]
    return max(days, default=date.max)


def _map_table(
    table: FigureTable, places: Sequence[PlaceKeys], taxonomy: Taxonomy, today: date
) -> MappedTable:
    by_column = column_targets(table, places) if table.rows_name_periods else {}
    matches, labels = match_rows(table, places) if not by_column else ((_NO_LINE,) * len(table.rows), ())
    readings = []
    for position, (row, match) in enumerate(zip(table.rows, matches, strict=True)):
        for item in row.figures:
            result: Occurrence | Leftover
            try:
                column = _sound_column(table, item.column, item.figure)
                if by_column:
                    target = column_target(table, row, column, by_column, taxonomy)
                else:
                    target = row_target(table, column, item.figure, match, taxonomy)
                result = _occurrence(table, row, column, item.figure, target, taxonomy, match.inferred)
                if item.figure.dash and result.point.period.end > today:
                    raise Unmapped("a dash for what may not be determined yet")
            except Unmapped as reason:
                result = Leftover(
                    item.figure.span, item.figure.text, row.printed_label, table.section.path, "unmapped", str(reason)
                )
            readings.append(Reading(table.number, position, item.column, match, item.figure, result))
    inside = [
        fact for position, match in enumerate(matches) for fact in label_facts(table, position, match, taxonomy)
    ]
    return MappedTable(table, matches, tuple(readings), tuple(inside), tuple(asides(table, inside)))


def _sound_column(table: FigureTable, index: int, figure: Figure) -> Column:
    if figure.problem:
        raise Unmapped(f"damaged cell: {figure.problem}")
    if not table.has_labels:
        raise Unmapped("the table has lost its label column")
    column = table.column(index)
    if column is None:
        raise Unmapped("the figure stands in no column of the table")
    return column


def _occurrence(
    table: FigureTable,
    row: TableRow,
    column: Column,
    figure: Figure,
    target: Target,
    taxonomy: Taxonomy,
    inferred: str,
) -> Occurrence:
    period = _period(target, column, row, table)
    unit, scale = _unit(target.concept, column, row, table, figure, taxonomy)
    printed, decimals = _scaled(figure, scale, target.concept.type == "percent")
    return Occurrence(
        point=DataPoint(target.concept.name, tuple(sorted(target.members)), period, unit),
        value=_signed(printed, target.verb),
        printed=printed,
        decimals=decimals,
        span=figure.span,
        text=figure.text,
        label=row.printed_label,
        section=table.section.path,
        status="inferred" if inferred else "fact",
        reason=inferred,
    )


def _period(target: Target, column: Column, row: TableRow, table: FigureTable) -> Period:
    mention = row.period if table.rows_name_periods else column.period
    if mention is None:
        raise Unmapped(column.problem or "the row names no period")
    period = mention.period
    scope = column.period.period if column.period else period
    if target.concept.period == "instant":
        opening = target.instant == "opening" or (scope.start is not None and period.end == scope.start)
        if opening:
            start = scope.start or (period.end if table.rows_name_periods else None)
            if start is None:
                raise Unmapped("an opening balance needs a period that it opens")
            return Period(start - timedelta(days=1))
        return Period(period.end)
    if period.start is None:
        if scope.start is None or scope.end != period.end:
            raise Unmapped(f"{target.concept.name} runs over a period, and only the day {period.end} is printed")
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
            raise Unmapped(f"{concept.name} is a percentage, and neither the cell nor its column says so")
        return item.unit, 0
    unit = _stated(column, row, table, figure)
    if unit and unit.percent:
        raise Unmapped(f"a percentage, but {concept.name} is none")
    if figure.percent:
        raise Unmapped(f"printed with a percent sign, but {concept.name} is no percentage")
    if item.takes_currency:
        return _money(concept, item.unit, unit)
    measure = item.unit.rpartition(":")[2].casefold()
    if figure.measure and figure.measure.casefold() != measure:
        raise Unmapped(f"the cell says {figure.measure}, but {concept.name} is in {measure}")
    counted = row.units[0].count if row.units else (unit.count if unit else None)
    if counted and counted.casefold() != measure:
        raise Unmapped(f"counts {counted}, but {concept.name} is in {measure}")
    if unit and unit.currency and not row.units:
        raise Unmapped(f"an amount in {unit.currency}, but {concept.name} is in {measure}")
    return item.unit, (unit.scale or 0) if unit and counted else 0


def _money(concept: Concept, pattern: str, unit: Unit | None) -> tuple[str, int]:
    if unit is None or unit.currency is None:
        raise Unmapped(f"no currency and scale are printed for {concept.name}")
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
