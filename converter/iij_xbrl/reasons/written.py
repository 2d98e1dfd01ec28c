"""How a number or a cell is written, where that makes it doubtful."""

from __future__ import annotations

from iij_xbrl.reasons.base import Reason


class PointsForCommas(Reason):
    """`2.563.085`."""


class BrokenGroups(Reason):
    """`12,34,567`."""


class TooManyDigits(Reason):
    """`12345678901234567890`: more digits than any figure has."""


class MisspeltCurrency(Reason):
    """`JP244 million`."""


class DashAmongResidue(Reason):
    """A dash beside dots or quotes that a conversion left."""


class BeginsWithPoint(Reason):
    """`.54` where no other figure of the table is written so: its first digits may be lost."""


class NotGiven(Reason):
    """`n/a`, `NM`: the page says that it gives no figure."""

    shown: str


class SeveralFigures(Reason):
    """`4,775 4,715` in one cell."""

    count: int


class SignApart(Reason):
    """A sign or parenthesis that is not the figure's own."""

    beside: str


class TextBeside(Reason):
    """Letters or marks beside the figure that mean nothing known."""

    beside: str


class Unreadable(Reason):
    """A figure that counts for no more than its place in an order."""


class AsGiven(Reason):
    """A problem that comes with figures from another tool, in its words."""

    text: str


class DamagedCell(Reason):
    """A figure in a table that its cell makes doubtful."""

    problem: Reason


class PointInColumn(Reason):
    """Digits behind a point where the rest of the column has none."""


class MayBeComma(Reason):
    """`JPY1.262 million`."""


class AmountWithoutScale(Reason):
    """`JPY584` where amounts are told in millions."""


class GroupsMissing(Reason):
    """`45800` where all others are printed as `33,100`."""


class PointOrComma(Reason):
    """`1.180` in a column of millions, where `33,100` has a comma."""


class PointMissing(Reason):
    """`384` where all others are printed as `51.2`."""
