"""Turns figures into occurrences of facts: concept and sign from the line, period and unit from the column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import Period
from iij_xbrl.map.labels import key
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.tables.tables import with_closed_columns, with_closed_corner, with_closed_rows
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.map.scopes.words.standards import is_printed_under
from iij_xbrl.map.tables.asides import asides
from iij_xbrl.map.tables.cut_tables import joined_tables
from iij_xbrl.map.tables.figures.occurrences import occurrence_at
from iij_xbrl.map.tables.figures.outcomes import FigureMapper
from iij_xbrl.map.tables.figures.ratios import with_ratios_closed
from iij_xbrl.map.tables.figures.targets import (
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
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import UnknownInTitle
from iij_xbrl.taxonomy.index import Taxonomy

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
    of_figures = FigureMapper(table, taxonomy, today, accountant, by_column, _contradicts_rows(table, matches))
    readings = []
    for position, (row, of_row) in enumerate(zip(table.rows, matches, strict=True)):
        for item in row.figures:
            match = cells.get((position, item.column), _NO_LINE) if cells else of_row
            result = of_figures.outcome(row, item, match)
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
