"""What a fact rests on that is not read as plainly printed, and what dashes stand for."""

from __future__ import annotations

from typing import Literal

from iij_xbrl.read.origins import Origin
from iij_xbrl.reasons.base import Reason

# -- other places and relations


class AgreesWith(Reason):
    """The same figure, printed elsewhere."""

    at: Origin


class RelationHolds(Reason):
    """A relation with what is printed elsewhere."""

    relation: str


class TurnedByConvention(Reason):
    """`Total cost (36,800,150)` in a table whose sums hold with a cost of that size."""


class AsOtherBrackets(Reason):
    """`(4,263)` on a page on which a sum proves that another amount in brackets is a loss."""

    at: Origin


class TargetAddsUp(Reason):
    """A long relation, told by the places of its other figures."""

    target: str
    at: tuple[Origin, ...]


class SameFigureInTable(Reason):
    """A figure of a sentence that a table gives too."""


class SameChangeInTable(Reason):
    """A change without a basis, which a table gives year on year."""


class BalancesDiffer(Reason):
    """A change of a balance without its first day, which the balances tell."""

    start: str
    day: str


# -- how it was read


class LettersForDigits(Reason):
    """A cell in which letters stand for digits of their shape."""


class PointForComma(Reason):
    """`1.166` that counts as 1,166."""


class ScaleLeftOut(Reason):
    """`JPY584` that counts in millions."""


class ScaleFound(Reason):
    """An amount in a table without a scale."""


class InDamagedZone(Reason):
    """A figure where rows may have slipped."""


class RunTogether(Reason):
    """A figure of a cell with two."""


class RowsInOrder(Reason):
    """Damaged rows whose figures add up in order to a total."""

    total: Origin


class OrderOfPlace(Reason):
    """A row without a label, by the order of its place."""

    place: str


class PrintedTwice(Reason):
    """A row that a conversion printed twice."""


class LabelReadsLike(Reason):
    """A label with a misread letter."""

    label: str


class HeaderReadsLike(Reason):
    """A header with a misread letter."""

    label: str


class LabelApart(Reason):
    """A value whose label stands apart from it."""


class TableNamesNoDay(Reason):
    """Standing data, of the day of the latest balances."""

    day: str


class ChangeOfAmountsBeside(Reason):
    """A change whose header names other periods."""


class CalledPercent(Reason):
    """A change of a ratio that is called percent."""


# -- labels that the figures contradict


class LabelContradicted(Reason):
    """A total under the name of another one: the sum of the rows from the first to the last of `items`."""

    label: str
    items: tuple[Origin, ...]


class PeriodContradicted(Reason):
    """A row or column whose amounts are printed, or by relations `confirmed`, for another period than it says."""

    of: Literal["row", "column"]
    said: str
    meant: str
    confirmed: bool = False


# -- dashes


class DashForZero(Reason):
    """A dash for which a total leaves nothing."""

    total: str
    at: Origin


class NotDeterminedYet(Reason):
    """A dash for what the future brings."""


class ForecastNotGiven(Reason):
    """A dash among forecasts."""


class OwnScale(Reason):
    """`45.8bn` in a column of millions whose other figures are of that size."""


# -- decisions


class CorrectedByErrata(Reason):
    """A figure that a decision corrects."""

    printed: str
    meant: str
    because: str


class RedatedByErrata(Reason):
    """A figure whose period a decision corrects."""

    said: str
    meant: str
    because: str
