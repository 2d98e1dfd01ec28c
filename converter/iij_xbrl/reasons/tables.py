"""Why a figure of a table is no fact."""

from __future__ import annotations

from iij_xbrl.reasons.base import Reason

# -- columns and periods


class NoPeriodRead(Reason):
    """A column whose header tells no period."""


class UnitOpen(Reason):
    """A figure of which its page does not say whether it counts shares or money, or in which scale."""


class SamePeriodTwice(Reason):
    """Columns that nothing tells apart."""


class HeaderMoved(Reason):
    """A header whose first period stands over the labels, and nothing over the last column."""


class NumberOfNote(Reason):
    """A number of a column that is headed `Notes`."""


class TitleSaysOther(Reason):
    """Columns below a title that says another period: `1H10 | 1H11` below `Second Quarter`."""


class TitleSaysOtherUnit(Reason):
    """Columns of `JPY millions` below `(JPY billions)`."""


class AmongPercentages(Reason):
    """An amount of money below a row that heads percentages: `Percentage of revenues`."""

    group: str


class PeriodOpen(Reason):
    """A column of changes or shares that may be of any of the periods."""


class AtOpening(Reason):
    """A row where a period opens, that may be of its first day or of the time before."""


class SeveralPeriodsGiven(Reason):
    """A column of figures from another tool, of more than one period."""


class RowNamesNoPeriod(Reason):
    """A row of a table whose rows are periods."""


class OtherDaysThanTable(Reason):
    """Opening and closing balances that do not frame the table's period."""


class RowIsShort(Reason):
    """A row with fewer cells than the header has columns: which of them are missing is not told."""

    missing: int


class FigureOverColumns(Reason):
    """A row with one figure in a cell over two columns: which of them it is for is not told."""


class FigureOverRows(Reason):
    """A row with a figure in a cell over the row below, too: which of them it is for is not told."""


class InNoColumn(Reason):
    """A figure beside the columns."""


class NoColumnOfHeader(Reason):
    """A column that a place with columns of its own does not know."""

    place: str
    header: str


class NoLineOfHeader(Reason):
    """A column that is no line, in a table whose rows are periods."""

    header: str


class OnlyADay(Reason):
    """A flow beside a day."""

    concept: str
    day: str


class OpeningWithoutPeriod(Reason):
    """An opening balance, and nothing that it opens."""


class MoreThanAPeriod(Reason):
    """A row that says more than the period that it is about."""


# -- rows


class LostLabels(Reason):
    """A table whose label column is gone."""


class NoLabel(Reason):
    """A row without a label."""


class LabelOverFigures(Reason):
    """A label that is printed over columns of figures as well, in a row with figures."""


class UnknownTable(Reason):
    """A table that the taxonomy has no place for."""


class NoLine(Reason):
    """A label that its table does not know; `near` are the nearest labels with their concepts."""

    place: str
    near: tuple[tuple[str, str], ...]


class PartOfUnknown(Reason):
    """A row that may be a part of one above it that the taxonomy does not know."""

    owner: str


class AmbiguousRow(Reason):
    """A label that several lines bear; None is a heading."""

    concepts: tuple[str | None, ...]


class SeveralRows(Reason):
    """Rows of a table that would be one line."""

    concept: str


class OnHeading(Reason):
    """A figure beside a heading."""


class ProForma(Reason):
    """A table of pro forma figures."""


class Rivals(Reason):
    """Columns of a row that would be one data point."""


# -- changes and shares


class DashForChange(Reason):
    """A dash in a column of changes."""


class EndOfRange(Reason):
    """One end of a range of amounts, `22,000～23,000`."""


class NotDerived(Reason):
    """A change or share that the taxonomy has no concept for."""

    derivation: str
    concept: str


class OtherBasis(Reason):
    """A change against something else than the year before."""


class RatioToYearBefore(Reason):
    """A column below `前年同期比` or the like that tells how large amounts are against those of the year before."""

    header: str


class OtherPeriodsInHeader(Reason):
    """A column of changes whose header contradicts the amounts."""


class DaysNotSaid(Reason):
    """A change of a balance, and one of its two days is open."""


class PercentOfNothing(Reason):
    """A percentage without its base."""


class ShareOfOther(Reason):
    """A share of something that the taxonomy has no shares of."""

    base: str


class PercentsApart(Reason):
    """Percentages that do not stand behind their amounts."""


class NoPercentSign(Reason):
    """A figure in a column of percentages that bears no sign."""


# -- forecasts


class ForecastOfThePast(Reason):
    """A table of forecasts with a period that is over."""


class NotOverYet(Reason):
    """A period to come, and no word that says forecast."""


class TargetOrResult(Reason):
    """A column between targets and results."""


class TwoVersions(Reason):
    """Words that name two versions of a forecast."""


class NotAnnounced(Reason):
    """A plan, a target or the forecast of somebody else, beside which the company announces its own."""

    words: str


class NoMemberOfRole(Reason):
    """A forecast, a basis of changes or a qualifier that the taxonomy binds no member to."""

    role: str


# -- units


class PercentNotSaid(Reason):
    """A concept in percent, and a figure that is not said to be one."""

    concept: str


class UnitIsPercent(Reason):
    """A column of percentages for a concept that is none."""

    concept: str


class PercentSign(Reason):
    """A percent sign at a figure of a concept that is no percentage."""

    concept: str


class CellSaysOther(Reason):
    """A unit in a cell that is not the concept's."""

    says: str
    concept: str
    measure: str


class CountsOther(Reason):
    """A label, header or sentence that counts something else than the concept; `counted` may be empty."""

    counted: str
    concept: str
    measure: str


class AmountForCount(Reason):
    """An amount of money for a concept that counts."""

    currency: str
    concept: str
    measure: str


class ScaleOfWhat(Reason):
    """A scale that may be that of the amounts only."""

    measure: str


class NoCurrency(Reason):
    """An amount in a table that states neither currency nor scale."""

    concept: str


class NoScale(Reason):
    """An amount in a table that states its currency only."""

    concept: str
    currency: str


class CurrenciesContradict(Reason):
    """Another currency in the cell than in its column."""

    cell: str
    column: str


class PlacesOfShare(Reason):
    """`6,915.88` yen, which are per share: the currency has no such places."""

    concept: str
    currency: str


class ScalesContradict(Reason):
    """A scale in a cell that is not its column's."""


# -- numbers in headers and labels


class NumberInHeader(Reason):
    """A number of a header that is not understood."""


class NumberInLabel(Reason):
    """A number of a row label that is not understood."""
