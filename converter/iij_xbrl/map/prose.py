"""Turns the running text of a release into facts, and accounts for every other number in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from iij_xbrl.extract.periods import Calendar, Period
from iij_xbrl.extract.sentences import Passage, passages
from iij_xbrl.extract.words import Token, sentences
from iij_xbrl.facts import DataPoint, Leftover, Occurrence
from iij_xbrl.map.claims import Claim, Context
from iij_xbrl.map.explained import explained, plain_numbers
from iij_xbrl.map.grammar import Sentence
from iij_xbrl.map.labels import key
from iij_xbrl.map.phrases import PhraseBook
from iij_xbrl.map.targets import Unmapped
from iij_xbrl.read.document import Document
from iij_xbrl.taxonomy.index import Concept, Phrase, Taxonomy

_CHANGE_AXIS, _QUALIFIER_AXIS = "ChangeBasisAxis", "QualifierAxis"
_DAMAGED_PLACES = 3
_LEAST_PLAIN_AMOUNT = 1_000_000


@dataclass(frozen=True, slots=True)
class Prose:
    """What the running text holds: facts, and every other number."""

    facts: tuple[Occurrence, ...]
    leftovers: tuple[Leftover, ...]


def map_prose(document: Document, taxonomy: Taxonomy, in_tables: Sequence[Occurrence]) -> Prose:
    """Read the running text of a document.

    `in_tables` are the facts of its tables: where a phrase has two meanings, they tell which one this release knows,
    and their last balance is of the day that the release reports on.
    """
    calendar = Calendar(*taxonomy.entity.fiscal_year_start)
    book = PhraseBook(taxonomy)
    reported = frozenset(fact.point.concept for fact in in_tables)
    today = max((fact.point.period.end for fact in in_tables if fact.point.period.is_instant), default=None)
    mapper = _Mapper(taxonomy, reported, today, calendar)
    facts: list[Occurrence] = []
    leftovers: list[Leftover] = []
    for passage in passages(document, calendar):
        found, refused = mapper.read(passage, book)
        facts.extend(found)
        leftovers.extend(_others(passage, found, refused))
    return Prose(tuple(facts), tuple(leftovers))


def _others(passage: Passage, found: Iterable[Occurrence], refused: dict[int, str]) -> Iterator[Leftover]:
    taken = {(fact.span.line, fact.span.start) for fact in found}
    for offset, text in passage.parts:
        known: dict[int, str] = {}
        for start, end, reason in explained(text):
            known[start] = reason
            span = text.span.within(start, end)
            if (span.line, span.start) not in taken:
                yield Leftover(span, text.raw[start:end], _label(text.plain, start), passage.setting.path, "not-a-fact", reason)
        for number in plain_numbers(text.plain):
            span = text.span.within(number.start, number.end)
            if number.start in known or (span.line, span.start) in taken:
                continue
            reason = refused.get(offset + number.start) or "no sentence pattern reads this figure"
            printed = text.plain[number.start : number.end]
            yield Leftover(span, printed, _label(text.plain, number.start), passage.setting.path, "unmapped", reason)


def _label(text: str, start: int) -> str:
    """The words in front of a number."""
    return " ".join(text[max(0, start - 80) : start].split())


class _Mapper:
    def __init__(self, taxonomy: Taxonomy, reported: frozenset[str], today: date | None, calendar: Calendar) -> None:
        self._taxonomy = taxonomy
        self._reported = reported
        self._today = today
        self._calendar = calendar
        self._derived = {
            (concept.derived_from, concept.derivation): concept
            for concept in taxonomy.concepts.values()
            if concept.derived_from
        }

    def read(self, passage: Passage, book: PhraseBook) -> tuple[list[Occurrence], dict[int, str]]:
        """The facts of a passage, and why other figures are none, by where they start."""
        facts: dict[int, Occurrence] = {}
        refused: dict[int, str] = {}
        if not any(char.isdigit() for char in passage.text):
            return [], refused
        context = Context()
        for sentence in sentences(passage.text, self._calendar):
            for claim in Sentence(sentence, passage.text, book, context).read():
                assert claim.token.figure is not None
                start = claim.token.figure.start
                if start in facts:
                    continue
                try:
                    facts[start] = self._fact(claim, passage)
                except Unmapped as reason:
                    refused[start] = str(reason)
        return list(facts.values()), refused

    def _fact(self, claim: Claim, passage: Passage) -> Occurrence:
        phrase = self._phrase(claim)
        line = self._taxonomy.concepts[phrase.concept]
        concept, members = self._concept(claim, line)
        period = self._period(claim, phrase, line, concept, passage)
        unit, value, decimals = self._scaled(claim, concept)
        figure = claim.token.figure
        assert figure is not None
        verb = claim.verb or phrase.verb
        if claim.measure == "change" and verb == "opposite" and claim.token.kind == "percent":
            raise Unmapped("a percentage change of something that is told with the opposite sign")
        sign = claim.direction * (-1 if verb == "opposite" else 1)
        members = tuple(sorted({**dict(phrase.members), **dict(members)}.items()))
        return Occurrence(
            point=DataPoint(concept.name, members, period, unit),
            value=value * sign if value else value,
            printed=value,
            decimals=decimals,
            span=passage.span(figure.start, figure.end),
            text=passage.text[figure.start : figure.end],
            label=_label(passage.text, figure.start),
            section=passage.setting.path,
        )

    def _phrase(self, claim: Claim) -> Phrase:
        """The one meaning of a claim's subject."""
        options = {(phrase.concept, phrase.verb, phrase.members): phrase for phrase in claim.phrases}
        if len({concept for concept, _, _ in options}) > 1:
            known = {what: phrase for what, phrase in options.items() if phrase.concept in self._reported}
            options = known or options
        if len(options) != 1:
            named = " or ".join(sorted({concept for concept, _, _ in options}))
            raise Unmapped(f"the subject is ambiguous: {named}")
        return next(iter(options.values()))

    def _concept(self, claim: Claim, line: Concept) -> tuple[Concept, tuple[tuple[str, str], ...]]:
        if claim.measure == "value":
            return line, ((_QUALIFIER_AXIS, claim.qualifier),) if claim.qualifier else ()
        if claim.qualifier:
            raise Unmapped("a change that is given roughly only")
        basis = claim.basis
        if claim.against is not None:
            raise Unmapped(f"a change against {claim.against}, and nothing says how it is measured")
        if not basis and claim.base is None:
            raise Unmapped("a change, and nothing says against what")
        kind = "percent" if claim.token.kind == "percent" and line.type != "percent" else "amount"
        if basis:
            derivation, members = f"change-{kind}", ((_CHANGE_AXIS, basis),)
        elif line.period == "instant" and kind == "amount":
            derivation, members = "period-change", ()
        else:
            raise Unmapped(f"{line.name} and a change since a day")
        derived = self._derived.get((line.name, derivation))
        if derived is None:
            raise Unmapped(f"the taxonomy has no {derivation} of {line.name}")
        return derived, members

    def _period(self, claim: Claim, phrase: Phrase, line: Concept, concept: Concept, passage: Passage) -> Period:
        setting = passage.setting
        if setting.forecast and not (claim.stated or claim.period):
            raise Unmapped("a figure among targets, and it does not say its period")
        current = setting.period
        if line.period == "instant":
            day = self._day(claim, current)
            if concept.period == "instant":
                if claim.token.kind in ("rate", "amount") and "rate" in concept.type and self._today not in (None, day):
                    raise Unmapped(f"a rate of {day}, but the release reports on {self._today}")
                return Period(day)
            if claim.base is None or claim.base >= day:
                raise Unmapped("a change between two days that are not both said")
            return Period(day, claim.base + timedelta(days=1))
        period = claim.stated or claim.period or current
        if period is None:
            raise Unmapped("nothing says the period")
        if period.is_instant:
            raise Unmapped(f"{line.name} runs over a period, and only the day {period} is said")
        assert period.start is not None
        return self._fiscal_year(period) if phrase.fiscal_year else period

    def _day(self, claim: Claim, current: Period | None) -> date:
        if claim.stated is not None and (claim.stated.is_instant or claim.measure == "value"):
            return claim.stated.end
        day = claim.as_of or (claim.period or current or Period(date.min)).end
        if day == date.min:
            raise Unmapped("nothing says the day")
        return day

    def _fiscal_year(self, period: Period) -> Period:
        assert period.start is not None
        year = period.start.year
        start = self._calendar.year_start(year)
        return self._calendar.span(year if start <= period.start else year - 1, 0, 12)

    def _scaled(self, claim: Claim, concept: Concept) -> tuple[str, Decimal, int]:
        """Unit, value in full and decimals of a figure, if it is of the concept's kind."""
        token = claim.token
        figure = token.figure
        assert figure is not None
        pattern = self._taxonomy.types[concept.type].unit
        if figure.problem:
            raise Unmapped(figure.problem)
        if (token.kind == "percent") != (concept.type == "percent"):
            raise Unmapped(f"{concept.name} is {'a' if concept.type == 'percent' else 'no'} percentage")
        if token.kind == "percent":
            return pattern, figure.value.scaleb(-2), figure.places + 2
        if token.kind == "number":
            measure = pattern.rpartition(":")[2] if "/" not in pattern else pattern.partition("/")[0].rpartition(":")[2]
            if key(claim.counted).rstrip("s") != key(measure).rstrip("s"):
                raise Unmapped(f"counts {claim.counted or 'nothing'}, but {concept.name} is in {measure}")
            return pattern, figure.value, figure.places
        return self._money(token, pattern, concept)

    def _money(self, token: Token, pattern: str, concept: Concept) -> tuple[str, Decimal, int]:
        figure = token.figure
        assert figure is not None
        is_rate = pattern == f"iso4217:{token.currency}/{pattern.rpartition('/')[2]}"
        if token.kind == "rate" or (is_rate and token.scale is None and not token.per):
            if not is_rate:
                raise Unmapped(f"an exchange rate, but {concept.name} is none")
            return pattern, figure.value, figure.places
        each = pattern.rpartition("/")[2].rpartition(":")[2] if "/" in pattern else ""
        if "{currency}" not in pattern or each.casefold() not in (token.per, f"{token.per}s"):
            raise Unmapped(f"an amount of money{' per ' + token.per if token.per else ''}, which {concept.name} is not")
        if token.scale is None and not token.per and figure.value < _LEAST_PLAIN_AMOUNT:
            raise Unmapped("an amount without its scale")
        scale = token.scale or 0
        if scale and figure.places >= _DAMAGED_PLACES:
            raise Unmapped("three digits behind a point: it may stand for a comma")
        value = figure.value.scaleb(scale)
        value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
        return pattern.format(currency=token.currency), value, figure.places - scale

