"""What mapping makes of a table: its figures, each with its line of the taxonomy and what it became."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.facts import Leftover, Occurrence, Outcome
from iij_xbrl.map.tables.rows.matches import Match


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as mapped: where it stands in its table, and what it became."""

    table: int
    row: int
    column: int
    match: Match
    figure: Figure
    result: Outcome

    @property
    def fact(self) -> Occurrence | None:
        """The fact that it became, if it did."""
        return self.result if isinstance(self.result, Occurrence) else None


@dataclass(frozen=True, slots=True)
class MappedTable:
    """A table with the matches of its rows and the readings of its figures, in printed order."""

    table: FigureTable
    matches: tuple[Match, ...]
    readings: tuple[Reading, ...]
    in_labels: tuple[Occurrence, ...]
    asides: tuple[Leftover, ...]

    def with_readings(self, changed: Mapping[int, Reading]) -> MappedTable:
        """The table with some readings, by position, in place of its own."""
        if not changed:
            return self
        return replace(self, readings=tuple(changed.get(at, reading) for at, reading in enumerate(self.readings)))
