"""Actual results, or targets and forecasts: what columns, rows and titles say, as a member of the forecast axis."""

from __future__ import annotations

from iij_xbrl.extract.headers import Column
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.languages import says
from iij_xbrl.map.forecasts import FORECAST_AXIS, PREVIOUS, REVISED, forecast_members, version
from iij_xbrl.map.prose.claims import PREVIOUS_TARGET
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.map.tables.changes import CHANGE_AXIS
from iij_xbrl.reasons import tables as why
from iij_xbrl.taxonomy.index import Members, Taxonomy

_REVISION = {PREVIOUS, REVISED}


def is_scenario(members: Members) -> bool:
    """Whether members speak of a forecast."""
    return any(axis == FORECAST_AXIS for axis, _ in members)


def says_forecast(*texts: str) -> bool:
    """Whether a column or row says itself that it is a forecast."""
    return any(says("scenarios.forecast", text) or says("scenarios.forecast_column", text) for text in texts)


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
    if is_remarked or (is_titled and any(says("scenarios.forecast", other.full_label) for other in table.columns)):
        raise Unmapped(why.TargetOrResult())
    return _forecast(taxonomy, said, title) if is_titled else ()


def revision(table: FigureTable, column: Column, title: str, taxonomy: Taxonomy) -> Members:
    """What a change beside a previous and a revised target says: the revised one, against the one before its revision.

    Nothing where the column is no such change.
    """
    if column.role != "change":
        return ()
    amounts = [other for other in table.columns if other.role == "value"]
    if len(amounts) != len(_REVISION) or len({other.period for other in amounts}) != 1 or not amounts[0].period:
        return ()
    told = [dict(column_scenario(table, other, title, taxonomy)).get(FORECAST_AXIS) for other in amounts]
    if set(told) != _REVISION:
        return ()
    return (*forecast_members(taxonomy, REVISED), (CHANGE_AXIS, PREVIOUS_TARGET))


def revision_of_rows(table: FigureTable, taxonomy: Taxonomy) -> Members:
    """What the row of a change below a previous and a revised target says: the revised one, against the previous one.

    Raises Unmapped where the rows are no such two.
    """
    told = [version(row.label) for row in table.rows if row.figures and says("scenarios.forecast", row.label)]
    if len(told) != len(_REVISION) or set(told) != _REVISION:
        raise Unmapped(why.OtherBasis())
    return (*forecast_members(taxonomy, REVISED), (CHANGE_AXIS, PREVIOUS_TARGET))


def is_revision(members: Members) -> bool:
    """Whether members speak of the change from a previous to a revised target, whose columns named them both."""
    return (CHANGE_AXIS, PREVIOUS_TARGET) in members and (FORECAST_AXIS, REVISED) in members


def _forecast(taxonomy: Taxonomy, *texts: str) -> Members:
    return forecast_members(taxonomy, version(*texts))
