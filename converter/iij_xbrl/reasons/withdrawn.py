"""Why a figure of a table was withdrawn when its table was held against the rest of the release."""

from __future__ import annotations

from iij_xbrl.read.origins import Origin
from iij_xbrl.reasons.base import Reason


class DamagedZone(Reason):
    """Rows around a hole: `label` prints nothing; empty for a row that has lost its label."""

    label: str


class AddsUpElsewhere(Reason):
    """A row that adds up to its totals only with figures in other columns, or beside others that do not either.

    In a statement whose columns stand one below the other, all rows between balances that do not go on from each other.
    """


class TwiceMisread(Reason):
    """A row that a conversion printed twice, differently."""


class SignUnsettled(Reason):
    """`Interest expense 118,348` among gains."""


class NoPeriodFits(Reason):
    """A row whose figures are not those of its period, nor of another."""


class AnotherTotal(Reason):
    """A total that bears the name of another one."""

    total: str


class PartsNotGiven(Reason):
    """Dashes for all parts of a total that is not zero."""

    total: str
    at: Origin


class SameDataPoint(Reason):
    """A dash for a data point that is printed elsewhere."""

    text: str
    at: Origin


class RowNamesOtherPeriod(Reason):
    """A row that names a period of its own, in a column of another one."""

    row: str
    column: str
