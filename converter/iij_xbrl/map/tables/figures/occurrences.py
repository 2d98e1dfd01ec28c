"""The period, unit, scale, sign and decimals of a figure: what makes it an occurrence of its target."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import Period
from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.languages.currencies import CURRENCIES
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.map.tables.figures.changes import change_period
from iij_xbrl.map.tables.figures.own_scales import currency_of, is_of_own_scale
from iij_xbrl.map.tables.figures.targets import Target
from iij_xbrl.reasons import tables as why
from iij_xbrl.reasons.base import Reason, both
from iij_xbrl.reasons.evidence import OwnScale
from iij_xbrl.reasons.withdrawn import RowNamesOtherPeriod
from iij_xbrl.taxonomy.index import Concept, Taxonomy


def occurrence_at(
    table: FigureTable,
    row: TableRow,
    column: Column,
    figure: Figure,
    target: Target,
    taxonomy: Taxonomy,
    inferred: Reason | None,
    place: str,
) -> Occurrence:
    """The occurrence that a figure is. `inferred` says what a doubtful one rests on, `place` is the role of the place.

    Raises Unmapped.
    """
    closed = table.closed or column.closed or row.closed or figure.closed
    if closed:
        raise Unmapped(closed)
    period = _period(target, column, row, table, figure)
    unit, scale = _unit(target.concept, column, row, table, figure, taxonomy)
    own = figure.unit.scale if figure.unit else None
    if scale == own and column.unit and column.unit.scale not in (None, own):
        inferred = both(inferred, OwnScale())
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
        place=place,
    )


def _period(target: Target, column: Column, row: TableRow, table: FigureTable, figure: Figure) -> Period:
    mention = figure.mention or (row.period if table.rows_name_periods else column.period)
    if mention is None:
        raise Unmapped(column.problem or why.RowNamesNoPeriod())
    period = mention.period
    _check_row(column, row, table)
    if target.concept.derivation == "period-change":
        between = change_period(table)
        if between is None:
            raise Unmapped(why.DaysNotSaid())
        return between
    scope = column.period.period if column.period and not figure.mention else period
    if target.concept.period == "instant":
        opening = target.instant == "opening" or (scope.start is not None and period.end == scope.start)
        if opening:
            start = scope.start or (period.end if table.rows_name_periods else None)
            if start is None:
                raise Unmapped(why.OpeningWithoutPeriod())
            return Period(start - timedelta(days=1))
        return Period(period.end)
    if period.start is None:
        if scope.start is None or scope.end != period.end:
            raise Unmapped(why.OnlyADay(target.concept.name, str(period.end)))
        return scope
    return period


def _check_row(column: Column, row: TableRow, table: FigureTable) -> None:
    """A row that names a period names its column's, or a day of it; one that names a day a day of some column."""
    named, own = row.period, column.period
    if table.rows_name_periods or named is None or own is None:
        return
    if named.period.is_instant and named.period.end not in _days(table):
        raise Unmapped(RowNamesOtherPeriod(str(named.period), str(own.period)))
    if named.period.is_instant or own.period.is_instant:
        return
    if named.period != own.period and named.kind == "duration":
        raise Unmapped(RowNamesOtherPeriod(str(named.period), str(own.period)))


def _days(table: FigureTable) -> set[date]:
    """The days with which the periods of columns begin or end, and those before them."""
    periods = [column.period.period for column in table.columns if column.period]
    starts = {period.start for period in periods if period.start}
    return {period.end for period in periods} | starts | {start - timedelta(days=1) for start in starts}


def _unit(
    concept: Concept, column: Column, row: TableRow, table: FigureTable, figure: Figure, taxonomy: Taxonomy
) -> tuple[str, int]:
    """The XBRL unit and the scale of a figure: from the row's label, else the column, the cell, the caption."""
    item = taxonomy.types[concept.type]
    measure = item.unit.rpartition(":")[2].casefold()
    _check_cell(figure, row, concept, "" if item.takes_currency else measure)
    if concept.type == "percent":
        stated = any(unit.percent for unit in (*row.units[:1], *filter(None, (column.unit,))))
        if not (stated or figure.percent or column.role in ("change", "share")):
            raise Unmapped(why.PercentNotSaid(concept.name))
        return item.unit, 0
    unit = _stated(column, row, table, figure)
    if unit and unit.percent:
        raise Unmapped(why.UnitIsPercent(concept.name))
    if figure.percent:
        raise Unmapped(why.PercentSign(concept.name))
    if item.takes_currency:
        return _money(concept, item.unit, unit, figure)
    unit = _of_group(unit, row)
    counted = row.units[0].count if row.units else (unit.count if unit else None)
    if counted and counted.casefold() != measure:
        raise Unmapped(why.CountsOther(counted, concept.name, measure))
    if unit and unit.currency and not row.units and measure.rstrip("s") not in unit.excepted:
        raise Unmapped(why.AmountForCount(unit.currency, concept.name, measure))
    own = bool(row.units) and not row.units[0].currency  # a scale in the label of a count can only be the count's
    if unit and unit.scale and not unit.currency and not counted and not own:
        raise Unmapped(why.ScaleOfWhat(measure))
    return item.unit, (unit.scale or 0) if unit and (counted or own) else 0


def _check_cell(figure: Figure, row: TableRow, concept: Concept, measure: str) -> None:
    """Raise Unmapped where a cell says that it counts something else; without a measure it is of money."""
    own = figure.unit
    said = figure.measure or (own.count if own and not measure else None)
    if said and said.casefold() != measure:
        raise Unmapped(why.CellSaysOther(said, concept.name, measure or "money"))
    currency = own.currency if own and concept.type != "percent" else None  # the row says it of all its cells
    if currency and row.units and all(unit.currency != currency for unit in row.units):
        (unit, *_) = row.units
        raise Unmapped(why.CellSaysOther(currency, concept.name, measure or unit.currency or unit.count or "%"))


def _of_group(unit: Unit | None, row: TableRow) -> Unit | None:
    """The unit of a count: where a group above says what it counts, or a scale and not of what, that."""
    group = row.group
    if group is None or row.units or group.currency or not (group.count or group.scale):
        return unit
    return group


def _money(concept: Concept, pattern: str, unit: Unit | None, figure: Figure) -> tuple[str, int]:
    if unit is None or unit.currency is None:
        raise Unmapped(why.NoCurrency(concept.name))
    if "/" in pattern and figure.unit and figure.unit.scale:
        raise Unmapped(why.ScalesContradict())
    if "/" in pattern:  # an amount per share is never in thousands, whatever the header over the statement says
        return pattern.format(currency=unit.currency), 0
    if unit.scale is None:
        raise Unmapped(why.NoScale(concept.name, unit.currency))
    if not unit.scale and figure.places > CURRENCIES.minor_units.get(unit.currency, figure.places):
        raise Unmapped(why.PlacesOfShare(concept.name, unit.currency))
    return pattern.format(currency=unit.currency), unit.scale


def _stated(column: Column, row: TableRow, table: FigureTable, figure: Figure) -> Unit | None:
    if figure.mention or (figure.unit and figure.unit.currency and figure.unit.scale is not None and not column.unit):
        return figure.unit
    if len(row.units) == 1:
        return row.units[0]
    if row.units:
        order = [item.index for item in table.columns]
        position = order.index(column.index)
        return row.units[position] if len(row.units) == len(order) else column.unit
    group = row.group if row.group and row.group.currency else None
    if group and column.unit and (group.currency, group.scale) != (column.unit.currency, column.unit.scale):
        raise Unmapped(why.ScalesContradict())
    if column.unit:
        own = figure.unit.scale if figure.unit else None
        currency = currency_of(table, column, row, figure) or column.unit.currency
        if own is None or own == column.unit.scale:
            return column.unit if currency == column.unit.currency else replace(column.unit, currency=currency)
        if not is_of_own_scale(table, column, row, figure):
            raise Unmapped(why.ScalesContradict())
        return replace(column.unit, scale=own, currency=currency)
    if figure.unit and column.role in ("value", "translation"):
        return figure.unit
    return group or table.section.unit


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
