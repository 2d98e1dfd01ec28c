"""Actual results, or targets and forecasts: what columns, rows and titles say, as a member of the forecast axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE, says
from iij_xbrl.map.forecasts import members_of, version
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.reasons import tables as why
from iij_xbrl.taxonomy.index import Members, Taxonomy
from iij_xbrl.taxonomy.roles import FORECAST, PREVIOUS, PREVIOUS_TARGET, REVISED

_REVISION = {PREVIOUS, REVISED}
_MARKS = JAPANESE.patterns["scopes.mark_of_column"]


def says_forecast(*texts: str) -> bool:
    """Whether a column or row says itself that it is a forecast."""
    return any(map(_is_forecast, texts))


@lru_cache(maxsize=4096)  # headers, labels and titles are asked for each figure
def _is_forecast(text: str) -> bool:
    return bool(says("scenarios.forecast", text) or says("scenarios.forecast_column", text))


def scenario(taxonomy: Taxonomy, *texts: str) -> Members:
    """The scenario that titles and row labels give."""
    return _forecast(taxonomy, *texts) if any(says("scenarios.forecast", text) for text in texts) else ()


def column_scenario(table: FigureTable, column: Column, title: str, taxonomy: Taxonomy) -> Members:
    """Actual or forecast: what the column says; open where only other columns say it; else what the title says.

    A change is of the scenario of the first column of its period: that is what it is the change of.
    """
    said = column.full_label + " " + column.scope
    if says_forecast(said):
        return _forecast(taxonomy, said, title)
    if column.role == "change":
        measured = next((item for item in table.columns if item.role == "value" and item.period == column.period), None)
        return column_scenario(table, measured, title, taxonomy) if measured else scenario(taxonomy, title)
    if says("scenarios.actual", said):
        return ()
    is_titled = says("scenarios.forecast", title)
    is_remarked = not is_titled and any(says("scenarios.forecast", text) for text in table.section.nearest[1:])
    is_revised = not is_titled and any(says("scenarios.side", text) for text in (said, title))
    if is_remarked or is_revised or (is_titled and any(map(_is_forecast, (item.full_label for item in table.columns)))):
        raise Unmapped(why.TargetOrResult())
    return _forecast(taxonomy, said, title) if is_titled else ()


def revision(table: FigureTable, column: Column, title: str, taxonomy: Taxonomy) -> Members:
    """What a change behind a previous and a revised target says: the revised one, against the one before its revision.

    Nothing where the column is no such change.
    """
    if column.role != "change":
        return ()
    amounts = [other for other in table.columns if other.role == "value" and other.index < column.index]
    if len(amounts) != len(_REVISION) or len({other.period for other in amounts}) != 1 or not amounts[0].period:
        return ()
    told = {column_scenario(table, other, title, taxonomy) for other in amounts}
    if told != {taxonomy.member_roles.get(role) for role in _REVISION}:
        return ()
    return _revised(taxonomy)


def revision_of_rows(table: FigureTable, change: TableRow, taxonomy: Taxonomy) -> Members:
    """What the row of a change below a previous target and a revised one, or a result, says: that against the first.

    Raises Unmapped where the rows in front of it are no such two, or it says by their marks that it is of others.
    """
    front = [row for row in takewhile(lambda row: row is not change, table.rows) if row.figures]
    targets = [row for row in front if version(row.label) in _REVISION or says("scenarios.forecast", row.label)]
    told = {version(row.label): row for row in targets}
    if set(told) == _REVISION and len(targets) == len(_REVISION):
        return _checked(change, targets, _revised(taxonomy))
    previous = told.get(PREVIOUS) if len(targets) == 1 else None
    results = [row for row in front if says("scenarios.actual", row.label)]
    if previous and len(results) == 1 and results[0].period and results[0].period == previous.period:
        return _checked(change, [previous, *results], members_of(taxonomy, PREVIOUS_TARGET))
    raise Unmapped(why.OtherBasis())


def _checked(change: TableRow, rows: Sequence[TableRow], members: Members) -> Members:
    """The members of a change, unless the marks in its label, `(B-A)`, are not those of the rows."""
    said = _marks(change.label)
    if said and said != {mark for row in rows for mark in _marks(row.label)}:
        raise Unmapped(why.OtherBasis())
    return members


def _marks(label: str) -> frozenset[str]:
    return frozenset(char for match in _MARKS.finditer(narrow(label)) for char in match.group() if char.isupper())


@dataclass(frozen=True, slots=True)
class Scenario:
    """What members say of a figure.

    `is_revision` tells that it is the change from a previous to a revised target, whose columns named them both.
    """

    is_forecast: bool
    is_revision: bool


@lru_cache(maxsize=256)  # the figures of a table have the same few members
def scenario_of(members: Members, taxonomy: Taxonomy) -> Scenario:
    """The scenario of members, by the roles that the taxonomy gives them."""
    roles = [taxonomy.member_roles.get(role) for role in (REVISED, PREVIOUS_TARGET)]
    is_revision = all(role and set(role) <= set(members) for role in roles)
    return Scenario(taxonomy.has_role(members, FORECAST), is_revision)


def _revised(taxonomy: Taxonomy) -> Members:
    return (*members_of(taxonomy, REVISED), *members_of(taxonomy, PREVIOUS_TARGET))


def _forecast(taxonomy: Taxonomy, *texts: str) -> Members:
    return members_of(taxonomy, version(*texts))
