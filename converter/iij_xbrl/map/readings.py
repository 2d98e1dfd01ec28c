"""What mapping makes of a table: its figures with the place, line and occurrence or leftover of each."""

from __future__ import annotations

from dataclasses import dataclass

from iij_xbrl.extract.cells import Figure
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.map.places import Match


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
