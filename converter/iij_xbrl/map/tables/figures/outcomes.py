"""What a figure of a table becomes: a fact, or why it is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
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
from iij_xbrl.map.scopes.titles.parts import wholes_of
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.map.scopes.words.japanese_names import parts_of
from iij_xbrl.map.tables.figures.occurrences import occurrence_at
from iij_xbrl.map.tables.figures.targets import Target, column_target, row_target
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.reasons import tables as why
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.evidence import ForecastNotGiven, NotDeterminedYet, TableNamesNoDay
from iij_xbrl.reasons.scopes import MayBeOfPart
from iij_xbrl.reasons.written import DamagedCell, NotGiven, SeveralFigures
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.taxonomy.roles import ANNOUNCED


@dataclass(frozen=True, slots=True)
class FigureMapper:
    """Maps the figures of one table.

    `today` is the last day that the release reports on. `by_column` are the lines of columns, where rows name periods.
    `is_contradicted` tells that rows name other days than the ends of the table's period.
    """

    table: FigureTable
    taxonomy: Taxonomy
    today: date
    accountant: Accountant | None
    by_column: Mapping[int, Match]
    is_contradicted: bool

    def outcome(self, row: TableRow, item: RowFigure, match: Match) -> Outcome:
        """What a figure of a row becomes, by the line of the taxonomy that its row or its cell has."""
        try:
            return self._fact(row, item, match)
        except Unmapped as refusal:
            path, figure = self.table.section.path, item.figure
            return Leftover(figure.span, figure.text, row.printed_label, path, "unmapped", refusal.reason)

    def _fact(self, row: TableRow, item: RowFigure, match: Match) -> Outcome:
        """Raises Unmapped where anything that is said of the figure speaks against it."""
        table, figure = self.table, item.figure
        if self.is_contradicted:
            raise Unmapped(why.OtherDaysThanTable())
        column = _sound_column(table, row, item)
        self._check_part(row, column, match)
        column, dated = _dated(table, column, match, self.today)
        target = self._target(row, column, figure, match)
        self._check_line_of_business(match, target)
        inferred = match.inferred or target.inferred or dated
        fact = occurrence_at(table, row, column, figure, target, self.taxonomy, inferred, match.role)
        told = scenario_of(target.members, self.taxonomy)
        open_for = self._left_open(fact, figure, column, told)
        named = (column.full_label, column.scope, row.label)
        says_version = says_forecast(*named) or told.is_revision or version(*named) != ANNOUNCED
        self._check_day(named, told)
        self._check_scenario(fact, target, told, says_version, is_open=bool(open_for))
        return undetermined(fact, open_for) if open_for else fact

    def _target(self, row: TableRow, column: Column, figure: Figure, match: Match) -> Target:
        if self.by_column:
            return column_target(self.table, row, column, self.by_column, self.taxonomy)
        return row_target(self.table, column, figure, match, self.taxonomy)

    def _check_part(self, row: TableRow, column: Column, match: Match) -> None:
        """A measure below the Japanese title of a part may be its own, unless its place is printed below that."""
        titles = self.table.section.above
        if not _is_japanese(titles):
            return
        part = parts_of(self.taxonomy).above(column.full_label if self.by_column else row.label, titles)
        if part and not _is_printed_below(part, match):
            raise Unmapped(MayBeOfPart(part))

    def _check_line_of_business(self, match: Match, target: Target) -> None:
        """A measure of the whole below the title of a line of business may be its own, as in `_check_part`."""
        if not self.accountant:
            return
        part = wholes_of(self.taxonomy).may_be_of_part(target.concept.name, self.table.section.above, self.accountant)
        is_told_apart = any(axis not in self.taxonomy.axis_roles.values() for axis, _ in target.members)
        if part and not is_told_apart and not _is_printed_below(part, match):
            raise Unmapped(MayBeOfPart(part))

    def _left_open(self, fact: Occurrence, figure: Figure, column: Column, told: Scenario) -> Reason | None:
        """Why a dash leaves its data point open; None where it is zero. Raises Unmapped for a change not given."""
        if not figure.dash:
            return None
        if column.role == "change" or told.is_revision:
            raise Unmapped(why.DashForChange())
        end = fact.point.period.end
        if end > self.today or (self.by_column and end == self.today and "/" in fact.point.unit):
            return NotDeterminedYet()
        return ForecastNotGiven() if told.is_forecast else None

    def _check_day(self, named: Sequence[str], told: Scenario) -> None:
        """Among forecasts, a figure that is none may be of a period that is not over, where no day is known.

        What is called a result, by its row or column, is of one that is.
        """
        if self.today != date.max or told.is_forecast or any(says("scenarios.actual", text) for text in named):
            return
        if any(map(says_forecast, self.table.section.nearest)):
            raise Unmapped(why.NotOverYet())

    def _check_scenario(self, fact: Occurrence, target: Target, told: Scenario, said: bool, *, is_open: bool) -> None:
        """Amounts of a period that is not over are forecasts; those of one that is over only where it is said.

        `said` tells that row or column say so.
        """
        over = fact.point.period.end <= self.today
        if told.is_forecast:
            if over and not said:
                raise Unmapped(why.ForecastOfThePast())
        elif not over and not is_open and (target.concept.type in ("monetary", "percent") or not target.members):
            raise Unmapped(why.NotOverYet())


def _dated(table: FigureTable, column: Column, match: Match, today: date) -> tuple[Column, Reason | None]:
    """A column of standing data that names no day is of the day of the latest balances; the second is why."""
    undated = not any(item.period for item in table.columns) and not table.section.captions
    if match.place is None or not match.place.undated or not undated or today == date.max:
        return column, None
    day = Mention(0, 0, Period(today), "instant")
    return replace(column, period=day), TableNamesNoDay(str(today))


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


def _is_printed_below(part: str, match: Match) -> bool:
    """Whether the taxonomy has the place of a match below the name of a part."""
    return match.place is not None and key(part) in map(key, match.place.titles)


@lru_cache(maxsize=64)  # each figure of a table asks
def _is_japanese(titles: tuple[str, ...]) -> bool:
    return any(JAPANESE.script.search(title) for title in titles)
