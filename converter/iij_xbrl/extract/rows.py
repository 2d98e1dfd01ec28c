"""Rows of a table below its header: a label, and figures by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from iij_xbrl.extract.cells import Figure
from iij_xbrl.extract.periods import Mention
from iij_xbrl.extract.units import Unit
from iij_xbrl.languages import ENGLISH
from iij_xbrl.read.document import Span, Text
from iij_xbrl.reasons.base import Reason

_BESIDE_PERIOD = ENGLISH.patterns["headers.beside_period"]


@dataclass(frozen=True, slots=True)
class RowFigure:
    """A figure of a row, with the number of the column that it stands in."""

    column: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row below the header: its label, without units and periods that it names, and its figures.

    `gaps` are the columns in which this row prints nothing or residue only. `copies` are the figures of the row below
    that repeat this one's, where one label runs over both. `group` is the unit that a row without figures above states
    for the rows below it (`PER SHARE (shares in thousands)`). `closed` says why none of its figures is a fact.
    """

    label: str
    label_text: Text
    units: tuple[Unit, ...]
    period: Mention | None
    figures: tuple[RowFigure, ...]
    gaps: frozenset[int]
    cells: tuple[Text, ...] = ()
    copies: tuple[RowFigure, ...] = ()
    group: Unit | None = None
    closed: Reason | None = None

    @property
    def is_period(self) -> bool:
        """Whether the label names a period and nothing else, remarks in parentheses aside."""
        return self.period is not None and not _BESIDE_PERIOD.sub("", self.label)

    @property
    def span(self) -> Span:
        """Where the row stands: its label, or where that would be."""
        return self.label_text.span

    @property
    def printed_label(self) -> str:
        """The label as printed, spaces tidied."""
        return " ".join(self.label_text.plain.split())


def with_group_units(rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows, each with the unit that the nearest row without figures and with a unit above states."""
    found: list[TableRow] = []
    group: Unit | None = None
    for row in rows:
        if not row.figures and len(row.units) == 1:
            (group,) = row.units
        found.append(replace(row, group=group) if group and row.figures else row)
    return tuple(found)
