"""Turns figures into occurrences of facts: concept and sign from the line, period and unit from the column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import RowFigure, TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import Mention, Period
from iij_xbrl.facts import Leftover, Occurrence, Outcome, undetermined
from iij_xbrl.languages import JAPANESE, says
from iij_xbrl.map.forecasts import version
from iij_xbrl.map.labels import key
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.map.scenarios import Scenario, says_forecast, scenario_of
from iij_xbrl.map.scopes.tables.tables import with_closed_columns, with_closed_corner, with_closed_rows
from iij_xbrl.map.scopes.titles.parts import wholes_of
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.map.scopes.words.japanese_names import parts_of
from iij_xbrl.map.scopes.words.standards import is_printed_under
from iij_xbrl.map.tables.asides import asides
from iij_xbrl.map.tables.cut_tables import joined_tables
from iij_xbrl.map.tables.figures.occurrences import occurrence_at
from iij_xbrl.map.tables.figures.ratios import with_ratios_closed
from iij_xbrl.map.tables.figures.targets import (
    Target,
    column_target,
    column_targets,
    nearest_title,
    row_target,
)
from iij_xbrl.map.tables.label_facts import label_facts
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.map.tables.rivals import without_rivals
from iij_xbrl.map.tables.rows.closed_rows import without_closed
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.map.tables.rows.place_keys import PlaceKeys, place_keys
from iij_xbrl.map.tables.rows.places import match_rows
from iij_xbrl.map.tables.rows.unknown_owners import without_parts_of_unknown
from iij_xbrl.map.tables.segment_columns import segment_cells, with_names_of, without_segments
from iij_xbrl.map.tables.shares import base_of
from iij_xbrl.map.tables.stacked_columns import stacked_rows
from iij_xbrl.reasons import tables as why
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.evidence import ForecastNotGiven, NotDeterminedYet, TableNamesNoDay
from iij_xbrl.reasons.scopes import MayBeOfPart, UnknownInTitle
from iij_xbrl.reasons.written import DamagedCell, NotGiven, SeveralFigures
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.taxonomy.roles import ANNOUNCED

_NO_LINE = Match(None, None)
_OUTLOOKS = {6, 12}  # months of what is forecast


def map_tables(
    tables: Sequence[FigureTable],
    taxonomy: Taxonomy,
    accountant: Accountant | None = None,
    published: date | None = None,
    standards: Set[str] = frozenset(),
) -> tuple[MappedTable, ...]:
    """Map the figures of all tables; without an accountant, what headers and groups say beside periods is not asked.

    `published` is the day of publication, if it is known: nothing that ends behind it is over. `standards` are those
    that the document says its figures are under.
    """
    places = [keys for keys in place_keys(taxonomy) if is_printed_under(keys.place, standards)]
    today = _last_day(tables, published)
    return tuple(
        part
        for joined in joined_tables(tables)
        for part in joined.parted(_map_table(joined.table, places, taxonomy, today, accountant))
    )


def _last_day(tables: Sequence[FigureTable], published: date | None) -> date:
    """The last day that the release reports on: the latest one above a column of actual figures.

    A period that goes on where another column of the table ends (`1H12 | 1H13 | FY2013`) may be an outlook, and so may
    a half or a year that ends behind the day of publication; what ends before that day is over.
    """
    limit = published or date.max
    told: list[Period] = []
    for table in tables:
        if table.rows_name_periods or says_forecast(nearest_title(table)):
            continue
        columns = [
            column for column in table.columns if column.role == "value" and not says_forecast(column.full_label)
        ]
        periods = {column.period.period for column in columns if column.period}
        begun = {period.start: period.end for period in sorted(periods, reverse=True) if period.start}
        told += [
            period
            for period in periods
            if period.start is None or begun[period.start] == period.end or (published and period.end <= published)
        ]
    days = [item.end for item in told if item.end <= limit or (item.start and item.months not in _OUTLOOKS)]
    return max(days or [item.end for item in told] or _told_by_titles(tables), default=limit)


def _told_by_titles(tables: Sequence[FigureTable]) -> list[date]:
    """The days on which results end by the titles above them, where no column names a period: a form alone."""
    results = [table for table in tables if not any(says_forecast(title) for title in table.section.titles)]
    told = [mention.period.end for table in results for mention in table.section.captions]
    return [max(told)] if told else []


def _map_table(
    table: FigureTable, places: Sequence[PlaceKeys], taxonomy: Taxonomy, today: date, accountant: Accountant | None
) -> MappedTable:
    by_column = column_targets(table, places) if table.rows_name_periods else {}
    matches = _matched(table, places) if not by_column else (_NO_LINE,) * len(table.rows)
    cells = segment_cells(table, places) if not by_column and not any(match.place for match in matches) else {}
    matches = _with_cells(matches, cells)
    table = _opened_by_place(table, matches)
    if accountant:
        table = with_closed_corner(table, accountant)
        table = with_names_of(table, with_closed_columns(without_segments(table, cells), accountant, by_column))
        table = with_closed_rows(table, matches, accountant, taxonomy)
        again = without_closed(table, matches, places) if not by_column else matches
        if again is not matches:
            matches = again
            table = with_closed_rows(table, matches, accountant, taxonomy)
    table = with_ratios_closed(table)
    readings = []
    contradicted = _contradicts_rows(table, matches)
    for position, (row, of_row) in enumerate(zip(table.rows, matches, strict=True)):
        for item in row.figures:
            match = cells.get((position, item.column), _NO_LINE) if cells else of_row
            result: Outcome
            try:
                if contradicted:
                    raise Unmapped(why.OtherDaysThanTable())
                column = _sound_column(table, row, item)
                _check_part(table, row, column, match, taxonomy, by_column=bool(by_column))
                column, dated = _dated(table, column, match, today)
                if by_column:
                    target = column_target(table, row, column, by_column, taxonomy)
                else:
                    target = row_target(table, column, item.figure, match, taxonomy)
                if accountant:
                    _check_line_of_business(table, match, target, taxonomy, accountant)
                result = occurrence_at(
                    table,
                    row,
                    column,
                    item.figure,
                    target,
                    taxonomy,
                    match.inferred or target.inferred or dated,
                    match.role,
                )
                told = scenario_of(target.members, taxonomy)
                open_for = _left_open(result, item.figure, column, told, today, by_column=bool(by_column))
                named = (column.full_label, column.scope, row.label)
                said = says_forecast(*named) or told.is_revision or version(*named) != ANNOUNCED
                _check_day(table, named, told, today)
                _check_scenario(result, target, told, said, today, dash=bool(open_for))
                if open_for:
                    result = undetermined(result, open_for)
            except Unmapped as refusal:
                span, text = item.figure.span, item.figure.text
                result = Leftover(span, text, row.printed_label, table.section.path, "unmapped", refusal.reason)
            readings.append(Reading(table.number, position, item.column, match, item.figure, result))
    inside = [fact for position, match in enumerate(matches) for fact in label_facts(table, position, match, taxonomy)]
    return MappedTable(table, matches, without_rivals(readings), tuple(inside), tuple(asides(table, inside)))


def _with_cells(matches: tuple[Match, ...], cells: Mapping[tuple[int, int], Match]) -> tuple[Match, ...]:
    """The matches of rows, those of the first figures that have lines of their own where segments are in columns."""
    first: dict[int, Match] = {}
    for (position, _), match in cells.items():
        first.setdefault(position, match)
    return tuple(first.get(position, match) for position, match in enumerate(matches))


def _opened_by_place(table: FigureTable, matches: Sequence[Match]) -> FigureTable:
    """A table below the name of a part, open where the taxonomy has a place that is printed below just this name."""
    closed = table.closed
    if not isinstance(closed, UnknownInTitle):
        return table
    titles = {key(title) for match in matches if match.place for title in match.place.titles}
    return replace(table, closed=None) if key(closed.title) in titles else table


def _matched(table: FigureTable, places: Sequence[PlaceKeys]) -> tuple[Match, ...]:
    """What is known of the rows of a table, whose columns may be printed one below the other."""
    stacked = stacked_rows(table, places)
    if stacked:
        return tuple(stacked[position] for position in range(len(table.rows)))
    return _with_shares(table, without_parts_of_unknown(table, match_rows(table, places)))


def _with_shares(table: FigureTable, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The matches, rows such as `% of revenues` among them: shares of the line right above."""
    found = list(matches)
    for position in range(1, len(found)):
        above, row = found[position - 1], table.rows[position]
        base = base_of(row.label)
        if found[position].line is None and above.line is not None and base:
            found[position] = replace(above, share=base)
    return tuple(found)


def _contradicts_rows(table: FigureTable, matches: Sequence[Match]) -> bool:
    """Whether opening and closing balances name days that are not the ends of the table's period."""
    periods = {column.period.period for column in table.columns if column.period}
    if len(periods) != 1:
        return False
    (period,) = periods
    for row, match in zip(table.rows, matches, strict=True):
        instant = match.place.lines[match.line].instant if match.place and match.line is not None else None
        if instant and row.period and period.start and row.period.period.end not in _edges(period, instant):
            return True
    return False


def _edges(period: Period, instant: str) -> tuple[date, ...]:
    """The days that a balance at an edge of a period may name; an opening one may name the day before."""
    assert period.start is not None
    edges = (period.start, period.end)
    return (*edges, period.start - timedelta(days=1)) if instant == "opening" else edges


def _check_part(
    table: FigureTable, row: TableRow, column: Column, match: Match, taxonomy: Taxonomy, *, by_column: bool
) -> None:
    """A measure below the Japanese title of a part may be that of the part, unless its place is printed below this."""
    titles = table.section.above
    if not _is_japanese(titles):
        return
    part = parts_of(taxonomy).above(column.full_label if by_column else row.label, titles)
    if part and not _is_printed_below(part, match):
        raise Unmapped(MayBeOfPart(part))


@lru_cache(maxsize=64)  # each figure of a table asks
def _is_japanese(titles: tuple[str, ...]) -> bool:
    return any(JAPANESE.script.search(title) for title in titles)


def _check_line_of_business(
    table: FigureTable, match: Match, target: Target, taxonomy: Taxonomy, accountant: Accountant
) -> None:
    """A measure of the whole below the title of a line of business may be its own, as in `_check_part`."""
    part = wholes_of(taxonomy).may_be_of_part(target.concept.name, table.section.above, accountant)
    is_told_apart = any(axis not in taxonomy.axis_roles.values() for axis, _ in target.members)
    if part and not is_told_apart and not _is_printed_below(part, match):
        raise Unmapped(MayBeOfPart(part))


def _is_printed_below(part: str, match: Match) -> bool:
    """Whether the taxonomy has the place of a match below the name of a part."""
    return match.place is not None and key(part) in map(key, match.place.titles)


def _dated(table: FigureTable, column: Column, match: Match, today: date) -> tuple[Column, Reason | None]:
    """A column of standing data that names no day is of the day of the latest balances; the second is why."""
    undated = not any(item.period for item in table.columns) and not table.section.captions
    if match.place is None or not match.place.undated or not undated or today == date.max:
        return column, None
    day = Mention(0, 0, Period(today), "instant")
    return replace(column, period=day), TableNamesNoDay(str(today))


def _left_open(
    fact: Occurrence, figure: Figure, column: Column, told: Scenario, today: date, *, by_column: bool
) -> Reason | None:
    """Why a dash leaves its data point open; None where it is zero. Raises Unmapped for a change not given."""
    if not figure.dash:
        return None
    if column.role == "change" or told.is_revision:
        raise Unmapped(why.DashForChange())
    end = fact.point.period.end
    if end > today or (by_column and end == today and "/" in fact.point.unit):
        return NotDeterminedYet()
    return ForecastNotGiven() if told.is_forecast else None


def _check_day(table: FigureTable, named: Sequence[str], told: Scenario, today: date) -> None:
    """Among forecasts, a figure that is none may be of a period that is not over: where no day is known, it is left.

    What is called a result, by its row or column, is of one that is.
    """
    if today != date.max or told.is_forecast or any(says("scenarios.actual", text) for text in named):
        return
    if any(map(says_forecast, table.section.nearest)):
        raise Unmapped(why.NotOverYet())


def _check_scenario(fact: Occurrence, target: Target, told: Scenario, said: bool, today: date, *, dash: bool) -> None:
    """Amounts of a period that is not over are forecasts; those of one that is over only where row or column say so."""
    over = fact.point.period.end <= today
    if told.is_forecast:
        if over and not said:
            raise Unmapped(why.ForecastOfThePast())
    elif not over and not dash and (target.concept.type in ("monetary", "percent") or not target.members):
        raise Unmapped(why.NotOverYet())


def _sound_column(table: FigureTable, row: TableRow, item: RowFigure) -> Column:
    column, figure = table.column(item.column), item.figure
    if column is not None and column.role == "text":
        raise Unmapped(row.closed or column.problem or why.InNoColumn())
    if isinstance(figure.problem, NotGiven):
        raise Unmapped(figure.problem)
    if figure.problem:
        raise Unmapped(DamagedCell(figure.problem))
    if figure.bound == "within":
        raise Unmapped(DamagedCell(SeveralFigures(2)))
    if figure.bound:
        raise Unmapped(why.EndOfRange())
    if not table.has_labels:
        raise Unmapped(why.LostLabels())
    if column is None:
        raise Unmapped(why.InNoColumn())
    return column


def infer(
    table: FigureTable, reading: Reading, figure: Figure, match: Match, reason: Reason | None, taxonomy: Taxonomy
) -> Reading | None:
    """A reading with another figure or line, on evidence; None where it would be no fact either."""
    column = table.column(reading.column)
    if column is None:
        return None
    try:
        target = row_target(table, column, figure, match, taxonomy)
        fact = occurrence_at(table, table.rows[reading.row], column, figure, target, taxonomy, reason, match.role)
    except Unmapped:
        return None
    return replace(reading, match=match, figure=figure, result=fact)
