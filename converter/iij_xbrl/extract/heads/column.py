"""A value column of a table, as its header and the texts around it say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from iij_xbrl.extract.cells.units import Unit
from iij_xbrl.extract.times.periods import Mention, Period
from iij_xbrl.reasons.base import Reason

Role = Literal["value", "translation", "change", "share", "text"]


@dataclass(frozen=True, slots=True)
class Column:
    """A value column.

    `label` is what the lowest row of its header says beside period and unit, and `full_label` what all its rows say,
    read downwards; `scope` is what cells that span it say. `named` are the periods that its own texts name. `problem`
    says what is not known of it, `closed` why none of its figures is a fact.
    """

    index: int
    role: Role
    period: Mention | None
    unit: Unit | None
    label: str
    full_label: str = ""
    problem: Reason | None = None
    scope: str = ""
    named: tuple[Period, ...] = ()
    closed: Reason | None = None
