"""What a claim means: the concept, members, period, unit and value that a figure of a sentence reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from iij_xbrl.extract.passages import Setting
from iij_xbrl.extract.periods import Calendar, Period
from iij_xbrl.facts import RATE, DataPoint
from iij_xbrl.map.evidence import Witnesses
from iij_xbrl.map.forecasts import ANNOUNCED, FORECAST_AXIS, UnknownVersion, forecast_members, version
from iij_xbrl.map.labels import key
from iij_xbrl.map.prose.claims import YEAR_ON_YEAR, Claim
from iij_xbrl.map.refusals import MAY_BE_COMMA, NO_SCALE, RATE_OF_ANOTHER_DAY, Unmapped
from iij_xbrl.taxonomy.index import Concept, Derivation, Members, Phrase, Taxonomy

_CHANGE_AXIS, _QUALIFIER_AXIS = "ChangeBasisAxis", "QualifierAxis"
_PERIOD_CHANGE: Derivation = "period-change"
_CHANGES: Mapping[str, Derivation] = {"percent": "change-percent", "amount": "change-amount"}
_LONGEST_PERIOD = 12  # months over which a release tells a change
_DAMAGED_PLACES = 3  # JPY1.262 million: the point may be a comma
_LEAST_PLAIN_AMOUNT = 1_000_000  # amounts below are told in thousands, millions, billions, or per share

CALLED_PERCENT = "called percent; the change of a percentage is taken as percentage points"


def _over(claim: Claim, period: Period) -> Claim:
    """A change of a balance over a period: from the day before it to its last."""
    assert period.start is not None
    return replace(claim, base=period.start - timedelta(days=1), stated=Period(period.end))


@dataclass(frozen=True, slots=True)
class Meaning:
    """A figure's data point, its value with the concept's sign, and decimals; `inferred` says on what it rests."""

    concept: str
    members: Members
    period: Period
    unit: str
    value: Decimal
    decimals: int
    inferred: str = ""


class Meanings:
    """Finds what claims mean. Nothing is taken for granted: what does not fit the concept is refused."""

    def __init__(self, taxonomy: Taxonomy, calendar: Calendar, witnesses: Witnesses) -> None:
        self._taxonomy = taxonomy
        self._calendar = calendar
        self._witnesses = witnesses

    def of(self, claim: Claim, setting: Setting) -> Meaning:
        """The meaning of a claim. Raises Unmapped."""
        phrase = self._phrase(claim)
        line = self._taxonomy.concepts[phrase.concept]
        inferred = ""
        if claim.measure == "change" and line.period == "instant" and claim.stated and not claim.stated.is_instant:
            claim = _over(claim, claim.stated)
        if claim.measure == "change" and not (claim.basis or claim.base or claim.against):
            if line.period == "instant":
                claim, inferred = self._since(claim, phrase, line, setting)
            else:
                claim, inferred = self._on_year(claim, line, setting)
        concept, members = self._concept(claim, line)
        unit, size, decimals = self._scaled(claim, concept)
        if claim.measure == "change" and claim.token.kind == "percent" and line.type == "percent":
            inferred = inferred or ("" if claim.token.points else CALLED_PERCENT)
        elif claim.token.points:
            raise Unmapped("percentage points, but no change of a percentage")
        period = self._period(claim, phrase, line, concept, setting)
        told = self._forecast(claim, phrase, period, setting)
        if told:
            members = (*self._members(told), *members)
        verb = claim.verb or phrase.verb
        if claim.measure == "change" and verb == "opposite" and claim.token.kind == "percent":
            raise Unmapped("a percentage change of something that is told with the opposite sign")
        value = size * claim.direction * (-1 if verb == "opposite" else 1) if size else size
        members = tuple(sorted({**dict(phrase.members), **dict(members)}.items()))
        return Meaning(concept.name, members, period, unit, value, decimals, inferred)

    def _forecast(self, claim: Claim, phrase: Phrase, period: Period, setting: Setting) -> str:
        """The member of a forecast; nothing for an actual figure."""
        if claim.forecast:
            return claim.forecast
        ahead = not period.is_instant and self._is_ahead(period)
        if ahead and setting.forecast:
            try:
                return version(setting.titles[-1])
            except UnknownVersion as reason:
                raise Unmapped(str(reason)) from None
        return ANNOUNCED if ahead and phrase.year_end else ""

    def _members(self, told: str) -> Members:
        try:
            return forecast_members(self._taxonomy, told)
        except UnknownVersion as reason:
            raise Unmapped(str(reason)) from None

    def _phrase(self, claim: Claim) -> Phrase:
        """The one meaning of a claim's subject."""
        options = {(phrase.concept, phrase.verb, phrase.members): phrase for phrase in claim.phrases}
        if len({concept for concept, _, _ in options}) > 1:
            known = {what: phrase for what, phrase in options.items() if phrase.concept in self._witnesses.concepts}
            options = known or options
        if len(options) != 1:
            named = " or ".join(sorted({concept for concept, _, _ in options}))
            raise Unmapped(f"the subject is ambiguous: {named}")
        return next(iter(options.values()))

    def _since(self, claim: Claim, phrase: Phrase, line: Concept, setting: Setting) -> tuple[Claim, str]:
        """A change of a balance, and not a word since when: the balances of the tables may tell."""
        derived = self._derived(line, _PERIOD_CHANGE)
        if derived is None or phrase.members or claim.token.kind != "amount":
            return claim, ""
        unit, size, decimals = self._scaled(claim, derived)
        day = self._day(claim, setting.period)
        start = self._witnesses.start_of_change(line.name, unit, day, size * claim.direction, decimals)
        return (replace(claim, base=start), f"the balances of {start} and {day} differ by it") if start else (claim, "")

    def _on_year(self, claim: Claim, line: Concept, setting: Setting) -> tuple[Claim, str]:
        """A change, and not a word against what: the tables may give the same change year on year."""
        told = replace(claim, basis=YEAR_ON_YEAR)
        concept, members = self._concept(told, line)
        unit, size, decimals = self._scaled(claim, concept)
        period = claim.stated or claim.period or setting.period
        if period is None or period.is_instant:
            return claim, ""
        same = self._witnesses.confirm(DataPoint(concept.name, members, period, unit), size * claim.direction, decimals)
        return (told, "a table gives the same change year on year") if same else (claim, "")

    def _derived(self, line: Concept, derivation: Derivation) -> Concept | None:
        name = self._taxonomy.derived.get((line.name, derivation))
        return self._taxonomy.concepts[name] if name else None

    def _concept(self, claim: Claim, line: Concept) -> tuple[Concept, Members]:
        if claim.measure == "value":
            return line, ((_QUALIFIER_AXIS, claim.qualifier),) if claim.qualifier else ()
        if claim.against is not None:
            raise Unmapped(f"a change against {claim.against}, and nothing says how it is measured")
        if not claim.basis and claim.base is None:
            raise Unmapped("a change, and nothing says against what")
        kind = "percent" if claim.token.kind == "percent" and line.type != "percent" else "amount"
        members: Members = ()
        derivation: Derivation
        if claim.basis:
            derivation, members = _CHANGES[kind], ((_CHANGE_AXIS, claim.basis),)
        elif line.period == "instant" and kind == "amount":
            derivation = _PERIOD_CHANGE
        else:
            raise Unmapped(f"a change of {line.name} since a day")
        derived = self._derived(line, derivation)
        if derived is None:
            raise Unmapped(f"the taxonomy has no {derivation} of {line.name}")
        return derived, members

    # -- time

    def _period(self, claim: Claim, phrase: Phrase, line: Concept, concept: Concept, setting: Setting) -> Period:
        if setting.forecast and not (claim.stated or claim.period):
            raise Unmapped("a figure among targets, and it does not say its period")
        if line.period == "instant":
            day = self._day(claim, setting.period)
            if concept.period == "duration":
                if claim.base is None or claim.base >= day:
                    raise Unmapped("a change between two days that are not both said")
                period = Period(day, claim.base + timedelta(days=1))
                if period.months > _LONGEST_PERIOD:
                    raise Unmapped(f"a change over more than a year, {period}")
                return period
            self._check_rate(concept, day)
            return Period(day)
        period = self._duration(claim, line, setting)
        if phrase.fiscal_year or phrase.year_end:
            return self._fiscal_year(period)
        planned = FORECAST_AXIS in dict(phrase.members)
        if planned and not self._is_ahead(period):
            raise Unmapped("a plan, and nothing says its period")
        if self._is_ahead(period) and not (setting.forecast or planned or claim.forecast):
            raise Unmapped(f"the period ends on {period.end}, after the release's last day")
        return period

    def _duration(self, claim: Claim, line: Concept, setting: Setting) -> Period:
        """The period that the sentence states, or that of its section."""
        period = claim.stated or claim.period
        if period is None and claim.said not in (None, setting.period):
            raise Unmapped(f"the period may be {claim.said}, which was said before, or that of the section")
        period = period or setting.period
        if period is None:
            raise Unmapped("nothing says the period")
        if period.is_instant and any(token.mention for token in claim.subject.held):
            return Period(period.end, period.end)  # an event, told with its day
        if period.is_instant:
            raise Unmapped(f"{line.name} runs over a period, and only the day {period} is said")
        return period

    def _is_ahead(self, period: Period) -> bool:
        return self._witnesses.last_day is not None and period.end > self._witnesses.last_day

    def _check_rate(self, concept: Concept, day: date) -> None:
        """A convenience translation is made at the rate of the latest balance sheet's day (Regulation S-X 3-20)."""
        last = self._witnesses.last_day
        if RATE in self._taxonomy.types[concept.type].unit and last not in (None, day):
            raise Unmapped(f"{RATE_OF_ANOTHER_DAY}: {day}, but the release reports on {last}")

    def _day(self, claim: Claim, current: Period | None) -> date:
        if claim.stated is not None and (claim.stated.is_instant or claim.measure == "value"):
            return claim.stated.end
        day = claim.as_of or (claim.period.end if claim.period else None) or (current.end if current else None)
        if day is None:
            raise Unmapped("nothing says the day")
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
            raise Unmapped(f"{concept.name} is {'a' if concept.type == 'percent' else 'no'} percentage")
        if token.kind == "percent":
            return pattern, figure.value.scaleb(-2), figure.places + 2
        if token.kind == "number":
            measure = pattern.partition("/")[0].rpartition(":")[2]
            counts = {key(word).rstrip("s") for word in claim.counted.split()}
            if key(measure).rstrip("s") not in counts:
                raise Unmapped(f"counts {claim.counted or 'nothing'}, but {concept.name} is in {measure}")
            if figure.places >= _DAMAGED_PLACES:
                raise Unmapped(MAY_BE_COMMA)
            return pattern, figure.value, figure.places
        return self._money(claim, pattern, concept)

    def _money(self, claim: Claim, pattern: str, concept: Concept) -> tuple[str, Decimal, int]:
        token, figure = claim.token, claim.figure
        bare = token.scale is None and not token.per
        is_rate = "{" not in pattern and pattern.startswith(f"iso4217:{token.currency}/iso4217:")
        if token.kind == "rate" or (is_rate and bare):
            if not is_rate:
                raise Unmapped(f"an exchange rate, but {concept.name} is none")
            return pattern, figure.value, figure.places
        each = pattern.partition("/")[2].rpartition(":")[2].casefold().rstrip("s")
        named_each = bare and figure.value < _LEAST_PLAIN_AMOUNT and each == "share"
        if "{currency}" not in pattern or (each != token.per and not named_each):
            raise Unmapped(f"an amount of money{f' per {token.per}' if token.per else ''}, which {concept.name} is not")
        if bare and figure.value < _LEAST_PLAIN_AMOUNT and not each:
            raise Unmapped(NO_SCALE)
        scale = token.scale or 0
        if scale and figure.places >= _DAMAGED_PLACES:
            raise Unmapped(MAY_BE_COMMA)
        size = figure.value.scaleb(scale)
        size = size.quantize(Decimal(1)) if size == size.to_integral_value() else size
        return pattern.format(currency=token.currency), size, figure.places - scale
