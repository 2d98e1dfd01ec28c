"""What a claim means: the concept, members, period, unit and value that a figure of a sentence reports."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from iij_xbrl.extract.passages import Setting
from iij_xbrl.extract.times.periods import Calendar, Period, mentions, year_before
from iij_xbrl.facts import RATE, DataPoint
from iij_xbrl.map.evidence import Witnesses
from iij_xbrl.map.forecasts import check_announced, members_of, version
from iij_xbrl.map.labels import key
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.reasons import prose as why
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.evidence import BalancesDiffer, CalledPercent, SameChangeInTable
from iij_xbrl.reasons.tables import CountsOther, DaysNotSaid, ForecastOfThePast, NotDerived
from iij_xbrl.reasons.written import AmountWithoutScale, MayBeComma
from iij_xbrl.taxonomy.index import Concept, Derivation, Members, Phrase, Taxonomy
from iij_xbrl.taxonomy.roles import ANNOUNCED, FORECAST, QUARTER_ON_QUARTER, YEAR_ON_YEAR, MemberRole

_PERIOD_CHANGE: Derivation = "period-change"
_CHANGES: Mapping[str, Derivation] = {"percent": "change-percent", "amount": "change-amount"}
_QUARTER = 3  # months
_LONGEST_PERIOD = 12  # months over which a release tells a change
_DAMAGED_PLACES = 3  # JPY1.262 million: the point may be a comma
_LEAST_PLAIN_AMOUNT = 1_000_000  # amounts below are told in thousands, millions, billions, or per share


def _over(claim: Claim, period: Period) -> Claim:
    """A change of a balance over a period: from the day before it to its last."""
    assert period.start is not None
    return replace(claim, base=period.start - timedelta(days=1), stated=Period(period.end))


def _with_basis(claim: Claim, period: Period) -> Claim:
    """A change against the same period of the year before, or against the quarter before."""
    before = claim.against
    if before == year_before(period):
        return replace(claim, basis=YEAR_ON_YEAR, against=None)
    is_next = before and period.start and before.end + timedelta(days=1) == period.start
    if before and is_next and before.months == period.months == _QUARTER:
        return replace(claim, basis=QUARTER_ON_QUARTER, against=None)
    return claim


@dataclass(frozen=True, slots=True)
class Meaning:
    """A figure's data point, its value with the concept's sign, and decimals; `inferred` says on what it rests."""

    concept: str
    members: Members
    period: Period
    unit: str
    value: Decimal
    decimals: int
    inferred: Reason | None = None


class Meanings:
    """Finds what claims mean. Nothing is taken for granted: what does not fit the concept is refused.

    `of_others` are concepts of statements under other accounting standards than the document's, `own` those that
    statements under its own standards print, by the keys of their names.
    """

    def __init__(
        self,
        taxonomy: Taxonomy,
        calendar: Calendar,
        witnesses: Witnesses,
        published: date | None = None,
        of_others: Set[str] = frozenset(),
        own: Mapping[str, Set[str]] = MappingProxyType({}),
    ) -> None:
        self._own = own
        self._of_others = of_others
        self._last_end = min(filter(None, (witnesses.last_end, published)), default=None)
        self._taxonomy = taxonomy
        self._calendar = calendar
        self._witnesses = witnesses

    def of(self, claim: Claim, setting: Setting) -> Meaning:
        """The meaning of a claim. Raises Unmapped."""
        phrase = self._phrase(claim)
        line = self._taxonomy.concepts[phrase.concept]
        inferred: Reason | None = None
        if claim.measure == "change" and line.period == "instant" and claim.stated and not claim.stated.is_instant:
            claim = _over(claim, claim.stated)
        if claim.measure == "change" and not (claim.basis or claim.base or claim.against):
            if line.period == "instant":
                claim, inferred = self._since(claim, phrase, line, setting)
            else:
                claim, inferred = self._on_year(claim, line, setting)
        if claim.against and line.period == "duration":
            claim = _with_basis(claim, self._duration(claim, line, setting))
        concept, members = self._concept(claim, line)
        unit, size, decimals = self._scaled(claim, concept)
        if claim.measure == "change" and claim.token.kind == "percent" and line.type == "percent":
            inferred = inferred or (None if claim.token.points else CalledPercent())
        elif claim.token.points:
            raise Unmapped(why.PointsOfNoPercentage())
        period = self._period(claim, phrase, line, concept, setting)
        told = self._forecast(claim, phrase, period, setting)
        if told:
            members = (*members_of(self._taxonomy, told), *members)
        verb = claim.verb or phrase.verb
        if claim.measure == "change" and verb == "opposite" and claim.token.kind == "percent":
            raise Unmapped(why.PercentChangeOfOpposite())
        value = size * claim.direction * (-1 if verb == "opposite" else 1) if size else size
        members = tuple(sorted({**dict(phrase.members), **dict(members)}.items()))
        return Meaning(concept.name, members, period, unit, value, decimals, inferred)

    def _forecast(self, claim: Claim, phrase: Phrase, period: Period, setting: Setting) -> MemberRole | None:
        """Which forecast a figure is; none where it is an actual one."""
        ahead = not period.is_instant and self._is_ahead(period)
        if claim.forecast:
            check_announced(*setting.titles[-1:])
            if claim.to_come and self._last_end and period.end <= self._last_end:
                raise Unmapped(ForecastOfThePast())
            return claim.forecast
        if ahead and setting.forecast:
            return version(setting.titles[-1])
        return ANNOUNCED if ahead and phrase.year_end else None

    def _phrase(self, claim: Claim) -> Phrase:
        """The one meaning of a claim's subject."""
        phrases = [phrase for phrase in claim.phrases if phrase.concept not in self._of_others]
        if not phrases:
            raise Unmapped(why.OfOtherStandard(claim.phrases[0].concept))
        options = {(phrase.concept, phrase.verb, phrase.members): phrase for phrase in phrases}
        if len({concept for concept, _, _ in options}) > 1:
            known = {what: phrase for what, phrase in options.items() if phrase.concept in self._witnesses.concepts}
            options = known or options
        if len({concept for concept, _, _ in options}) > 1:
            named = {key(label) for phrase in options.values() for label in phrase.printed}
            own = frozenset().union(*(self._own.get(name, ()) for name in named))
            options = {what: phrase for what, phrase in options.items() if phrase.concept in own} or options
        if len(options) != 1:
            raise Unmapped(why.AmbiguousSubject(tuple(sorted({concept for concept, _, _ in options}))))
        return next(iter(options.values()))

    def _since(self, claim: Claim, phrase: Phrase, line: Concept, setting: Setting) -> tuple[Claim, Reason | None]:
        """A change of a balance, and not a word since when: the balances of the tables may tell."""
        derived = self._derived(line, _PERIOD_CHANGE)
        if derived is None or phrase.members or claim.token.kind != "amount":
            return claim, None
        unit, size, decimals = self._scaled(claim, derived)
        day = self._day(claim, setting.period)
        start = self._witnesses.start_of_change(line.name, unit, day, size * claim.direction, decimals)
        return (replace(claim, base=start), BalancesDiffer(str(start), str(day))) if start else (claim, None)

    def _on_year(self, claim: Claim, line: Concept, setting: Setting) -> tuple[Claim, Reason | None]:
        """A change, and not a word against what: the tables may give the same change year on year."""
        told = replace(claim, basis=YEAR_ON_YEAR)
        concept, members = self._concept(told, line)
        unit, size, decimals = self._scaled(claim, concept)
        period = claim.stated or claim.period or setting.period
        if period is None or period.is_instant:
            return claim, None
        same = self._witnesses.confirm(DataPoint(concept.name, members, period, unit), size * claim.direction, decimals)
        return (told, SameChangeInTable()) if same else (claim, None)

    def _derived(self, line: Concept, derivation: Derivation) -> Concept | None:
        name = self._taxonomy.derived.get((line.name, derivation))
        return self._taxonomy.concepts[name] if name else None

    def _concept(self, claim: Claim, line: Concept) -> tuple[Concept, Members]:
        if claim.measure == "value":
            return line, members_of(self._taxonomy, claim.qualifier) if claim.qualifier else ()
        if claim.against is not None:
            raise Unmapped(why.ChangeAgainst(str(claim.against)))
        if not claim.basis and claim.base is None:
            raise Unmapped(why.ChangeAgainstNothing())
        kind = "percent" if claim.token.kind == "percent" and line.type != "percent" else "amount"
        members: Members = ()
        derivation: Derivation
        if claim.basis:
            derivation, members = _CHANGES[kind], members_of(self._taxonomy, claim.basis)
        elif line.period == "instant" and kind == "amount":
            derivation = _PERIOD_CHANGE
        else:
            raise Unmapped(why.ChangeSinceADay(line.name))
        derived = self._derived(line, derivation)
        if derived is None:
            raise Unmapped(NotDerived(derivation, line.name))
        return derived, members

    # -- time

    def _period(self, claim: Claim, phrase: Phrase, line: Concept, concept: Concept, setting: Setting) -> Period:
        if setting.forecast and not (claim.stated or claim.period or (claim.bare and self._is_titled(setting))):
            raise Unmapped(why.TargetWithoutPeriod())
        if line.period == "instant":
            day = self._day(claim, setting.period)
            if concept.period == "duration":
                if claim.base is None or claim.base >= day:
                    raise Unmapped(DaysNotSaid())
                period = Period(day, claim.base + timedelta(days=1))
                if period.months > _LONGEST_PERIOD:
                    raise Unmapped(why.ChangeOverYears(str(period)))
                return period
            self._check_rate(concept, day)
            return Period(day)
        period = self._duration(claim, line, setting)
        if phrase.fiscal_year or phrase.year_end:
            return self._fiscal_year(period)
        planned = self._taxonomy.has_role(phrase.members, FORECAST) or (claim.forecast and claim.stated)
        if planned and not self._is_ahead(period):
            raise Unmapped(why.PlanWithoutPeriod())
        if self._is_ahead(period) and not (setting.forecast or planned or claim.forecast):
            raise Unmapped(why.PeriodAhead(str(period.end)))
        return period

    def _is_titled(self, setting: Setting) -> bool:
        """Whether the title of targets names one period, which is not over."""
        named = {item.period for item in mentions(setting.titles[-1], self._calendar)} if setting.titles else set()
        return named == {setting.period} and setting.period is not None and self._is_ahead(setting.period)

    def _duration(self, claim: Claim, line: Concept, setting: Setting) -> Period:
        """The period that the sentence states, or that of its section."""
        period = claim.stated or claim.period
        if period is None and claim.said not in (None, setting.period):
            raise Unmapped(why.PeriodMayBe(str(claim.said)))
        period = period or setting.period
        if period is None:
            raise Unmapped(why.NoPeriodSaid())
        if period.is_instant and any(token.mention for token in claim.subject.held):
            return Period(period.end, period.end)  # an event, told with its day
        if period.is_instant:
            raise Unmapped(why.OnlyADaySaid(line.name, str(period)))
        return year_before(period) if claim.year_ago else period

    def _is_ahead(self, period: Period) -> bool:
        """Whether a period is not over: it ends behind the results of the tables, or behind the publication."""
        return self._last_end is not None and period.end > self._last_end

    def _check_rate(self, concept: Concept, day: date) -> None:
        """A convenience translation is made at the rate of the latest balance sheet's day (Regulation S-X 3-20)."""
        last = self._witnesses.last_day
        if RATE in self._taxonomy.types[concept.type].unit and last not in (None, day):
            raise Unmapped(why.RateOfAnotherDay(str(day), str(last)))

    def _day(self, claim: Claim, current: Period | None) -> date:
        if claim.stated is not None and claim.stated.is_instant:
            return claim.stated.end
        if (claim.stated is not None and claim.measure == "value") or claim.year_ago:
            raise Unmapped(why.NoDaySaid())
        day = claim.as_of or (claim.period.end if claim.period else None)
        if day is None and claim.as_of_above and (current is None or claim.as_of_above != current.end):
            raise Unmapped(why.PeriodMayBe(str(claim.as_of_above)))
        day = day or (current.end if current else None)
        if day is None:
            raise Unmapped(why.NoDaySaid())
        return day

    def _fiscal_year(self, period: Period) -> Period:
        assert period.start is not None
        return self._calendar.span(self._calendar.year_of(period.start), 0, 12)

    # -- units

    def _scaled(self, claim: Claim, concept: Concept) -> tuple[str, Decimal, int]:
        """Unit, size in full and decimals of a figure, if it is of the concept's kind."""
        token, figure = claim.token, claim.figure
        pattern = self._taxonomy.types[concept.type].unit
        if figure.problem:
            raise Unmapped(figure.problem)
        if (token.kind == "percent") != (concept.type == "percent"):
            other = why.IsPercentage if concept.type == "percent" else why.IsNoPercentage
            raise Unmapped(other(concept.name))
        if token.kind == "percent":
            return pattern, figure.value.scaleb(-2), figure.places + 2
        if token.kind == "number":
            measure = pattern.partition("/")[0].rpartition(":")[2]
            counts = {key(word).rstrip("s") for word in claim.counted.split()}
            if key(measure).rstrip("s") not in counts:
                raise Unmapped(CountsOther(claim.counted, concept.name, measure))
            if figure.places >= _DAMAGED_PLACES:
                raise Unmapped(MayBeComma())
            return pattern, figure.value, figure.places
        return self._money(claim, pattern, concept)

    def _money(self, claim: Claim, pattern: str, concept: Concept) -> tuple[str, Decimal, int]:
        token, figure = claim.token, claim.figure
        bare = token.scale is None and not token.per
        is_rate = "{" not in pattern and pattern.startswith(f"iso4217:{token.currency}/iso4217:")
        if token.kind == "rate" or (is_rate and bare):
            if not is_rate:
                raise Unmapped(why.NoExchangeRate(concept.name))
            return pattern, figure.value, figure.places
        each = pattern.partition("/")[2].rpartition(":")[2].casefold().rstrip("s")
        named_each = bare and figure.value < _LEAST_PLAIN_AMOUNT and each == "share"
        if "{currency}" not in pattern or (each != token.per and not named_each):
            raise Unmapped(why.MoneyForOther(token.per, concept.name))
        if bare and figure.value < _LEAST_PLAIN_AMOUNT and not each:
            raise Unmapped(AmountWithoutScale())
        scale = token.scale or 0
        if scale and figure.places >= _DAMAGED_PLACES:
            raise Unmapped(MayBeComma())
        size = figure.value.scaleb(scale)
        size = size.quantize(Decimal(1)) if size == size.to_integral_value() else size
        return pattern.format(currency=token.currency), size, figure.places - scale
