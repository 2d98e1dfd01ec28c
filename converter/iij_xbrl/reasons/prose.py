"""Why a figure of a sentence is no fact."""

from __future__ import annotations

from iij_xbrl.reasons.base import Reason


class SubjectSetBefore(Reason):
    """A sentence in front that speaks of somebody or something else, as `NTT grew` does."""

    sentence: str


class NoPattern(Reason):
    """A sentence that the grammar does not read up to this figure."""


class NameNotKnown(Reason):
    """`30DSO`: letters stand at the number, and they are no name that is known or printed again."""

    word: str


class MayBelongToWordsBefore(Reason):
    """A figure between two subjects."""


class AmbiguousSubject(Reason):
    """Words that name several concepts."""

    concepts: tuple[str, ...]


class OfOtherStandard(Reason):
    """A line of statements under another accounting standard than the document's."""

    concept: str


class PointsOfNoPercentage(Reason):
    """Percentage points of an amount."""


class PercentChangeOfOpposite(Reason):
    """A growth rate of something that is told with the opposite sign, such as a loss."""


# -- changes


class ChangeAgainst(Reason):
    """A change against a day or period that is said, and not how it is measured."""

    against: str


class ChangeAgainstNothing(Reason):
    """A change without a basis."""


class ChangeSinceADay(Reason):
    """A change of a flow since a day."""

    concept: str


class ChangeOverYears(Reason):
    """A change of a balance over more than a year."""

    period: str


# -- time


class TargetWithoutPeriod(Reason):
    """A target, and nothing that says its period."""


class PlanWithoutPeriod(Reason):
    """A plan, and nothing that says its period."""


class PeriodAhead(Reason):
    """A period that ends after the release's last day, and no word that says forecast."""

    end: str


class PeriodMayBe(Reason):
    """A period that was said before, in a section that states another."""

    said: str


class TimeNotUnderstood(Reason):
    """A sentence with words that speak of a time, and that no rule understands: `a year ago`."""

    words: str


class NoPeriodSaid(Reason):
    """A flow without a period."""


class OnlyADaySaid(Reason):
    """A flow, told with a day."""

    concept: str
    day: str


class NoDaySaid(Reason):
    """A balance without a day."""


class RateOfAnotherDay(Reason):
    """An exchange rate of another day than that of the latest balances."""

    day: str
    last: str


# -- units


class IsPercentage(Reason):
    """An amount or a count for a concept in percent."""

    concept: str


class IsNoPercentage(Reason):
    """A percentage for a concept that is none."""

    concept: str


class NoExchangeRate(Reason):
    """An exchange rate for a concept that is none."""

    concept: str


class MoneyForOther(Reason):
    """An amount of money, `per` something where it says so, for a concept that is none."""

    per: str
    concept: str
