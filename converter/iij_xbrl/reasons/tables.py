"""Why a figure of a table is no fact."""

from __future__ import annotations

from dataclasses import dataclass

from iij_xbrl.read.origins import Origin
from iij_xbrl.reasons.base import Reason

# -- columns and periods


@dataclass(frozen=True, slots=True)
class NoPeriodRead(Reason):
    """A column whose header tells no period."""


@dataclass(frozen=True, slots=True)
class UnitOpen(Reason):
    """A figure of which its page does not say whether it counts shares or money, or in which scale."""


@dataclass(frozen=True, slots=True)
class SamePeriodTwice(Reason):
    """Columns that nothing tells apart."""


@dataclass(frozen=True, slots=True)
class HeaderMoved(Reason):
    """A header whose first period stands over the labels, and nothing over the last column."""


@dataclass(frozen=True, slots=True)
class NumberOfNote(Reason):
    """A number of a column that is headed `Notes`."""


@dataclass(frozen=True, slots=True)
class TitleSaysOther(Reason):
    """Columns below a title that says another period: `1H10 | 1H11` below `Second Quarter`."""


@dataclass(frozen=True, slots=True)
class TitleSaysOtherUnit(Reason):
    """Columns of `JPY millions` below `(JPY billions)`."""


@dataclass(frozen=True, slots=True)
class AmongPercentages(Reason):
    """An amount of money below a row that heads percentages: `Percentage of revenues`."""

    group: str


@dataclass(frozen=True, slots=True)
class PeriodOpen(Reason):
    """A column of changes or shares that may be of any of the periods."""


@dataclass(frozen=True, slots=True)
class AtOpening(Reason):
    """A row where a period opens, that may be of its first day or of the time before."""


@dataclass(frozen=True, slots=True)
class SeveralPeriodsGiven(Reason):
    """A column of figures from another tool, of more than one period."""


@dataclass(frozen=True, slots=True)
class RowNamesNoPeriod(Reason):
    """A row of a table whose rows are periods."""


@dataclass(frozen=True, slots=True)
class OtherDaysThanTable(Reason):
    """Opening and closing balances that do not frame the table's period."""


@dataclass(frozen=True, slots=True)
class RowIsShort(Reason):
    """A row with fewer cells than the header has columns: which of them are missing is not told."""

    missing: int


@dataclass(frozen=True, slots=True)
class FigureOverColumns(Reason):
    """A row with one figure in a cell over two columns: which of them it is for is not told."""


@dataclass(frozen=True, slots=True)
class InNoColumn(Reason):
    """A figure beside the columns."""


@dataclass(frozen=True, slots=True)
class NoColumnOfHeader(Reason):
    """A column that a place with columns of its own does not know."""

    place: str
    header: str


@dataclass(frozen=True, slots=True)
class NoLineOfHeader(Reason):
    """A column that is no line, in a table whose rows are periods."""

    header: str


@dataclass(frozen=True, slots=True)
class OnlyADay(Reason):
    """A flow beside a day."""

    concept: str
    day: str


@dataclass(frozen=True, slots=True)
class OpeningWithoutPeriod(Reason):
    """An opening balance, and nothing that it opens."""


@dataclass(frozen=True, slots=True)
class MoreThanAPeriod(Reason):
    """A row that says more than the period that it is about."""


# -- rows


@dataclass(frozen=True, slots=True)
class LostLabels(Reason):
    """A table whose label column is gone."""


@dataclass(frozen=True, slots=True)
class NoLabel(Reason):
    """A row without a label."""


@dataclass(frozen=True, slots=True)
class LabelOverFigures(Reason):
    """A label that is printed over columns of figures as well, in a row with figures."""


@dataclass(frozen=True, slots=True)
class UnknownTable(Reason):
    """A table that the taxonomy has no place for."""


@dataclass(frozen=True, slots=True)
class NoLine(Reason):
    """A label that its table does not know; `near` are the nearest labels with their concepts."""

    place: str
    near: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AmbiguousRow(Reason):
    """A label that several lines bear; None is a heading."""

    concepts: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class OnHeading(Reason):
    """A figure beside a heading."""


@dataclass(frozen=True, slots=True)
class ProForma(Reason):
    """A table of pro forma figures."""


@dataclass(frozen=True, slots=True)
class Rivals(Reason):
    """Columns of a row that would be one data point."""


# -- changes and shares


@dataclass(frozen=True, slots=True)
class DashForChange(Reason):
    """A dash in a column of changes."""


@dataclass(frozen=True, slots=True)
class EndOfRange(Reason):
    """One end of a range of amounts, `22,000～23,000`."""


@dataclass(frozen=True, slots=True)
class NotDerived(Reason):
    """A change or share that the taxonomy has no concept for."""

    derivation: str
    concept: str


@dataclass(frozen=True, slots=True)
class OtherBasis(Reason):
    """A change against something else than the year before."""


@dataclass(frozen=True, slots=True)
class OtherPeriodsInHeader(Reason):
    """A column of changes whose header contradicts the amounts."""


@dataclass(frozen=True, slots=True)
class DaysNotSaid(Reason):
    """A change of a balance, and one of its two days is open."""


@dataclass(frozen=True, slots=True)
class PercentOfNothing(Reason):
    """A percentage without its base."""


@dataclass(frozen=True, slots=True)
class ShareOfOther(Reason):
    """A share of something that the taxonomy has no shares of."""

    base: str


@dataclass(frozen=True, slots=True)
class PercentsApart(Reason):
    """Percentages that do not stand behind their amounts."""


@dataclass(frozen=True, slots=True)
class NoPercentSign(Reason):
    """A figure in a column of percentages that bears no sign."""


# -- forecasts


@dataclass(frozen=True, slots=True)
class ForecastOfThePast(Reason):
    """A table of forecasts with a period that is over."""


@dataclass(frozen=True, slots=True)
class NotOverYet(Reason):
    """A period to come, and no word that says forecast."""


@dataclass(frozen=True, slots=True)
class TargetOrResult(Reason):
    """A column between targets and results."""


@dataclass(frozen=True, slots=True)
class TwoVersions(Reason):
    """Words that name two versions of a forecast."""


@dataclass(frozen=True, slots=True)
class NoForecastMember(Reason):
    """A version of a forecast that the taxonomy does not have."""

    member: str
    axis: str


# -- units


@dataclass(frozen=True, slots=True)
class PercentNotSaid(Reason):
    """A concept in percent, and a figure that is not said to be one."""

    concept: str


@dataclass(frozen=True, slots=True)
class UnitIsPercent(Reason):
    """A column of percentages for a concept that is none."""

    concept: str


@dataclass(frozen=True, slots=True)
class PercentSign(Reason):
    """A percent sign at a figure of a concept that is no percentage."""

    concept: str


@dataclass(frozen=True, slots=True)
class CellSaysOther(Reason):
    """A unit in a cell that is not the concept's."""

    says: str
    concept: str
    measure: str


@dataclass(frozen=True, slots=True)
class CountsOther(Reason):
    """A label, header or sentence that counts something else than the concept; `counted` may be empty."""

    counted: str
    concept: str
    measure: str


@dataclass(frozen=True, slots=True)
class AmountForCount(Reason):
    """An amount of money for a concept that counts."""

    currency: str
    concept: str
    measure: str


@dataclass(frozen=True, slots=True)
class ScaleOfWhat(Reason):
    """A scale that may be that of the amounts only."""

    measure: str


@dataclass(frozen=True, slots=True)
class NoCurrency(Reason):
    """An amount in a table that states neither currency nor scale."""

    concept: str


@dataclass(frozen=True, slots=True)
class NoScale(Reason):
    """An amount in a table that states its currency only."""

    concept: str
    currency: str


@dataclass(frozen=True, slots=True)
class CurrenciesContradict(Reason):
    """Another currency in the cell than in its column."""

    cell: str
    column: str


@dataclass(frozen=True, slots=True)
class ScalesContradict(Reason):
    """A scale in a cell that is not its column's."""


# -- numbers in headers and labels


@dataclass(frozen=True, slots=True)
class NumberInHeader(Reason):
    """A number of a header that is not understood."""


@dataclass(frozen=True, slots=True)
class NumberInLabel(Reason):
    """A number of a row label that is not understood."""


# -- withdrawn when the table was held against the rest


@dataclass(frozen=True, slots=True)
class DamagedZone(Reason):
    """Rows around a hole: `label` prints nothing; empty for a row that has lost its label."""

    label: str


@dataclass(frozen=True, slots=True)
class TwiceMisread(Reason):
    """A row that a conversion printed twice, differently."""


@dataclass(frozen=True, slots=True)
class SignUnsettled(Reason):
    """`Interest expense 118,348` among gains."""


@dataclass(frozen=True, slots=True)
class NoPeriodFits(Reason):
    """A row whose figures are not those of its period, nor of another."""


@dataclass(frozen=True, slots=True)
class AnotherTotal(Reason):
    """A total that bears the name of another one."""

    total: str


@dataclass(frozen=True, slots=True)
class SameDataPoint(Reason):
    """A dash for a data point that is printed elsewhere."""

    text: str
    at: Origin


@dataclass(frozen=True, slots=True)
class RowNamesOtherPeriod(Reason):
    """A row that names a period of its own, in a column of another one."""

    row: str
    column: str
