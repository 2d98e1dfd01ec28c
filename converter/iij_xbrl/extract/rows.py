"""Rows of a table below its header: a label, and figures by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from iij_xbrl.extract.captions import table_unit
from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.times.periods import Mention
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE, patterns_of
from iij_xbrl.read.document import Span, Text
from iij_xbrl.reasons.base import Reason

_NEUTRAL = JAPANESE.patterns["headers.remark_of_period"]
_REMARK = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class RowFigure:
    """A figure of a row, with the number of the column that it stands in."""

    column: int
    figure: Figure


Edge = Literal["close", "opening", ""]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row below the header: its label, without units and periods that it names, and its figures.

    `gaps` are the columns in which this row prints nothing or residue only. `copies` are the figures of the row below
    that repeat this one's, where one label runs over both. `group` is the unit that a row without figures above states
    for the rows below it (`PER SHARE (shares in thousands)`). `closed` says why none of its figures is a fact;
    `edge` tells that the day of `period` closes a fiscal year, or begins one that is counted in weeks. `years` are, for
    each figure, the period of the year that the label or a heading above names, where no column names a time.
    `indent` is how many characters the label is set in.
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
    edge: Edge = ""
    years: tuple[Mention | None, ...] = ()
    indent: int = 0

    @property
    def is_period(self) -> bool:
        """Whether the label names a period and nothing else but remarks in parentheses that say nothing of weight."""
        return self.period is not None and _is_period(self.label)

    @property
    def span(self) -> Span:
        """Where the row stands: its label, or where that would be."""
        return self.label_text.span

    @property
    def printed_label(self) -> str:
        """The label as printed, spaces tidied."""
        return " ".join(self.label_text.plain.split())


@lru_cache(maxsize=1024)  # each figure of a row asks
def _is_period(label: str) -> bool:
    """Whether a label that names a period says nothing else."""
    rest = narrow(label)
    if any(JAPANESE.script.search(remark) and not _NEUTRAL.fullmatch(remark) for remark in _REMARK.findall(rest)):
        return False
    for pattern in patterns_of("headers.beside_period"):
        rest = pattern.sub("", rest)
    return not rest


def with_group_units(rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows, each with the unit that the nearest row without figures and with a unit above states.

    A row that says nothing but the unit of the table, `(単位：円)`, gives those below it another one.
    """
    found: list[TableRow] = []
    group: Unit | None = None
    unit: Unit | None = None
    for row in rows:
        if not row.figures and len(row.units) == 1:
            (group,) = row.units
        unit = _unit_below(row) or unit
        own = row.units or ((unit,) if unit and row.figures else ())
        found.append(replace(row, group=group if row.figures else row.group, units=own))
    return tuple(found)


def _unit_below(row: TableRow) -> Unit | None:
    """The unit of the rows below a row that says nothing else, as Japanese statements have it."""
    said = [text.plain for text in (row.label_text, *row.cells) if text.plain.strip()]
    is_alone = len(said) == 1 and not row.figures and JAPANESE.script.search(said[0])
    return table_unit(said[0]) if is_alone else None
