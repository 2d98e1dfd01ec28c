"""The predicates of the grammar: values, changes, what they are measured against, and the remarks that follow them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.periods import Period
from iij_xbrl.extract.tokens import Token
from iij_xbrl.map.forecasts import VERSIONS
from iij_xbrl.map.prose.claims import Claim, Context
from iij_xbrl.map.prose.cursor import (
    ABOVE,
    AGAINST,
    ASIDE,
    BALANCES,
    BARE,
    BARE_UP,
    BASES,
    BASIS,
    BE,
    BEHIND,
    BELOW,
    DOUBTS,
    IN,
    INCLUDING,
    NEUTRAL,
    NUMBER_OF,
    OF,
    QUALIFIER,
    QUALIFIERS,
    REASONS,
    RISE,
    RISES,
    SCALE_WORDS,
    Reader,
)
from iij_xbrl.map.prose.phrases import Named, PhraseBook
from iij_xbrl.taxonomy.index import Phrase


class Predicates(Reader):
    """Rules that read figures. Each takes a position and gives the one behind what it read, or None."""

    def __init__(self, tokens: Sequence[Token], text: str, book: PhraseBook, context: Context) -> None:
        super().__init__(tokens, text, book, context)
        self.claims: list[Claim] = []
        self.time: Period | None = None  # the period of the statement
        self.named: list[Named] = []  # the subjects of the statements so far
        self.forecast = ""  # the version of a forecast that the statement is about
        self._basis = ""  # the last basis said: `increased by 5.1% YoY and ... by 34.1%`

    # -- values and changes

    def value(self, at: int, subject: Named, *, stated: Period | None = None, forecast: str = "") -> int | None:
        """`JPY47,207 million`, `over 600 projects`, `an expense of JPY87 million`."""
        verb = None
        noun = self.find(at)
        if noun and not noun.held and self.word(noun.end) in OF:
            concepts = {phrase.concept for phrase in subject.phrases}
            same = [phrase for phrase in noun.phrases if phrase.concept in concepts]
            if not same:
                return None
            verb, at = same[0].verb, noun.end + 1
        name, end = QUALIFIER.at(self, at)
        figure = self.figure(end)
        if figure is None:
            return None
        counted, end = self._counted(figure, end + 1)
        if self._is_changed_behind(end):
            return None
        if figure.kind == "number" and not counted and self.word(subject.start) in NUMBER_OF:
            counted = " ".join(token.text for token in self.tokens[subject.start + 1 : subject.end])
        phrases = subjects_of(subject) or subject.phrases
        qualifier = QUALIFIERS.get(name, "")
        claim = Claim(figure, subject, phrases, "value", verb=verb, stated=stated, qualifier=qualifier, counted=counted)
        self.claims.append(replace(claim, forecast=forecast))
        return end

    def _is_changed_behind(self, at: int) -> bool:
        """Whether the words right behind an amount change what it is: `below forecast`, `excluding`, a second scale."""
        if self.word(at) == "(":
            return self._is_narrowed_in_parentheses(at)
        return bool(BELOW.at(self, at)[0]) or self.word(at) in DOUBTS or self.word(at) in SCALE_WORDS

    def _is_narrowed_in_parentheses(self, at: int) -> bool:
        """Whether a remark right behind an amount is words alone that are not neutral: `(parent only)`."""
        close, first = self.closing(at) or at, self.word(at + 1)
        if first in DOUBTS:
            return True
        if first in BEHIND | INCLUDING or REASONS.at(self, at + 1)[0] or ASIDE.at(self, at + 1)[0]:
            return False
        inside = self.tokens[at + 1 : close]
        if any(token.is_figure or token.mention for token in inside):
            return False
        return any(token.kind == "word" and token.text not in NEUTRAL for token in inside)

    def delta(self, at: int, subject: Named, direction: int, *, turned: bool = False) -> int | None:
        """`37.7% YoY`, `JPY912 million from the balance as of March 31, 2009`, `30 contracts YoY`.

        A direction may stand behind the figure: `JPY2 million down from the target`.
        """
        figure = self.figure(at)
        if figure is None or figure.kind == "rate":
            return None
        counted, end = self._counted(figure, at + 1)
        if turned:
            direction, end = (1 if self.word(end) in BARE_UP else -1), end + 1
        if figure.kind == "number" and not counted:
            values = (item.counted for item in reversed(self.claims) if item.subject == subject and item.counted)
            counted = next(values, "")
        claim = Claim(figure, subject, subject.phrases, "change", direction, counted=counted)
        claim, valued = self._measured(claim, end)
        if figure.kind == "percent" and not (claim.basis or claim.base or claim.against):
            claim = replace(claim, basis=self._basis)
        self.claims.append(claim)
        return self._of_balance(valued, claim) if valued > end else valued

    def _counted(self, figure: Token, at: int) -> tuple[str, int]:
        if figure.kind != "number" or not self.word(at).isalpha() or self.is_verb(at) or BASIS.at(self, at)[0]:
            return "", at
        return self.word(at), at + 1

    def _measured(self, claim: Claim, at: int) -> tuple[Claim, int]:
        """What a change is measured against."""
        name, end = BASIS.at(self, at)
        if name:
            self._basis = BASES[name]
            return replace(claim, basis=self._basis), end
        below, end = BELOW.at(self, at)
        if below:
            basis, _, end = self.target(end)
            direction = 1 if below in ABOVE else -1
            return (replace(claim, basis=basis, direction=direction), end) if basis else (claim, at)
        against, end = AGAINST.at(self, at)
        if not against:
            return claim, at
        basis, _, stop = self.target(end)
        if basis:
            return replace(claim, basis=basis), stop
        _, stop = BALANCES.at(self, end)
        period = self.period(stop)
        if period is None:
            return claim, at
        if period.is_instant:
            self.context.base = period.end
            return replace(claim, base=period.end), stop + 1
        return replace(claim, against=period), stop + 1

    def _of_balance(self, at: int, claim: Claim) -> int:
        """`from the balance as of March 31, 2016 of JPY117,835 million`, `from our initial target of JPY9 million`."""
        if self.word(at) not in OF or not self.figure(at + 1):
            return at
        if claim.base:
            return self.value(at + 1, claim.subject, stated=Period(claim.base)) or at
        version = VERSIONS.get(self.word(at - 2), "")  # a target without a version is not one to tell apart
        return (self.value(at + 1, claim.subject, forecast=version) or at) if claim.basis and version else at

    # -- what follows a value

    def tails(self, at: int, subject: Named) -> int:
        """All that follows a value and is understood."""
        while True:
            end = self._tail(at, subject)
            if end is None:
                return at
            at = end

    def _tail(self, at: int, subject: Named) -> int | None:
        if self.word(at) == "(":
            return self.parenthesis(at, subject)
        start = at + (self.word(at) == ",")
        rise, end = RISE.at(self, start)
        if rise:
            return self.delta(end, subject, RISES[rise])
        if self.word(start) in BARE:
            return self.delta(start + 1, subject, 1 if self.word(start) in BARE_UP else -1)
        if start > at and self.figure(start) and BELOW.at(self, start + 1)[0]:
            return self.delta(start, subject, 1)
        if start > at and self.figure(start) and self._turns(start + 1):
            return self.delta(start, subject, 1, turned=True)
        against, end = AGAINST.at(self, start)
        if against:
            return self._compare(end, subject)
        if start == at:
            _, end = IN.at(self, at)
            period = self.period(end)
            return self._time_of_last(end + 1, period) if period else None
        return None

    def _turns(self, at: int) -> bool:
        """Whether a direction stands behind a change: `JPY2 million down from ...`, but not `... up to`."""
        return self.word(at) in BARE and bool(AGAINST.at(self, at + 1)[0] or BASIS.at(self, at + 1)[0])

    def _compare(self, at: int, subject: Named) -> int | None:
        """A value of another time, which must be said."""
        before = len(self.claims)
        end = self.value(at, subject)
        timed = self._timed(end) if end is not None else None
        if timed is None:
            del self.claims[before:]
            return None
        if self.figure(timed):  # `from JPY180 million for June & JPY120 million for March`
            return self._compare(timed, subject) or timed
        return timed

    def _time_of_last(self, at: int, period: Period) -> int | None:
        """`JPY18,304 million in 1H09`: the time of the statement, said behind its value or its change."""
        if not self.claims or self.claims[-1].stated not in (None, period) or self.claims[-1].against:
            return None
        self.claims[-1] = replace(self.claims[-1], stated=period)
        if period.is_instant:
            self.context.as_of = period.end
        else:
            self.time = period
        return at

    # -- parentheses

    def parenthesis(self, at: int, subject: Named, *, stray: bool = False) -> int | None:
        """Remarks in parentheses; those that are not understood are passed over.

        A stray one stands behind words that are not understood, which it may belong to.
        """
        close = self.closing(at) if self.word(at) == "(" else None
        if close is None:
            return None
        position = at + 1
        while position < close:
            before = len(self.claims)
            end = self._remark(position, subject, stray=stray)
            if end is not None and REASONS.at(self, end)[0]:
                return close + 1  # what a change is due to may be anything
            if end is None or self.word(end) not in (",", ";", ")"):
                del self.claims[before:]
                end = next(stop for stop in range(position, close + 1) if self.word(stop) in (",", ";", ")"))
            position = end + 1
        return close + 1

    def _remark(self, at: int, subject: Named, *, stray: bool) -> int | None:
        """A change, a value of another time, or the same value in another currency."""
        idiom = self.idiom(at)
        if idiom:
            return idiom
        if self.word(at) in BARE:
            return None if stray else self.delta(at + 1, subject, 1 if self.word(at) in BARE_UP else -1)
        period = self.period(at)
        if period:
            colon = self.aside(at + 1)
            start = colon + 1 if self.word(colon) == ":" else BE.at(self, at + 1)[1]
            return self.value(start, subject, stated=period) if start > at + 1 and not stray else None
        part = None if stray else self.part_of(at, subject)
        if part and self.word(part.end) == ":":
            return self.value(part.end + 1, part)
        main = next((claim.token for claim in reversed(self.claims) if claim.measure == "value"), None)
        end = self.value(at, subject)
        if end is None:
            return self.of_value(at, timed=stray)
        own = self.find(at) is not None
        _, stop = IN.at(self, end)
        period = self.period(stop)
        if period:
            self.claims[-1] = replace(self.claims[-1], stated=period, doubtful=stray and not own)
            return stop + 1
        token = self.claims[-1].token
        translated = main and token.kind == "amount" and token.currency != main.currency and token.scale == main.scale
        return end if translated and not stray else None

    def aside(self, at: int) -> int:
        """Past a parenthesis that holds neither an amount nor a percentage."""
        close = self.closing(at) if self.word(at) == "(" else None
        if close is None or any(token.is_figure and token.kind != "number" for token in self.tokens[at:close]):
            return at
        return close + 1

    def part_of(self, at: int, whole: Named) -> Named | None:
        """The phrase at a position, as a part of the whole."""
        found = self.phrase(at)
        wholes = {phrase.concept for phrase in whole.phrases}
        inside = tuple(phrase for phrase in found.phrases if phrase.part_of in wholes) if found else ()
        return replace(found, phrases=inside) if found and inside else None

    def of_value(self, at: int, *, timed: bool = False) -> int | None:
        """`payments for purchase of property and equipment of JPY3,382 million (JPY2,164 million for 1H10)`."""
        named = self.find(at)
        if named is None or named.held or not subjects_of(named):
            return None
        before = len(self.claims)
        end = self.scopes(named.end)
        valued = self.value(end + 1, named) if self.word(end) in OF else None
        if valued is not None and timed:
            valued = self._timed(valued)
        if valued is None:
            del self.claims[before:]
            return None
        done = self.parenthesis(valued, named) or valued
        self.settle(before)
        return done

    def _timed(self, at: int) -> int | None:
        """The time of the last value, which must follow."""
        _, end = IN.at(self, at)
        period = self.period(end)
        if period is None:
            return None
        self.claims[-1] = replace(self.claims[-1], stated=period)
        return end + 1

    def idiom(self, at: int) -> int | None:
        """A phrase that holds its own figure."""
        named = self.find(at)
        figure = next((token for token in named.held if token.is_figure), None) if named else None
        if named is None or figure is None:
            return None
        before = len(self.claims)
        held = next((token.mention.period for token in named.held if token.mention), None)
        days = [] if self.named else self._days()
        stated = held or (days[0] if len(days) == 1 else None)
        counted = next((token.text for token in self.tokens[at : named.end] if token.start > figure.end), "")
        self.claims.append(Claim(figure, named, named.phrases, "value", stated=stated, counted=counted))
        end = self.tails(named.end, named)
        self.settle(before)
        return end

    def _days(self) -> list[Period]:
        """The days that the sentence names outside parentheses."""
        depth, days = 0, []
        for token in self.tokens:
            depth = max(depth + (token.text == "(") - (token.text == ")"), 0)  # `Note 1)` closes what none opened
            if token.mention and token.mention.period.is_instant and not depth:
                days.append(token.mention.period)
        return days

    # -- what statements supply

    def scopes(self, at: int) -> int:
        """The time and other remarks behind a subject."""
        raise NotImplementedError

    def settle(self, before: int) -> None:
        """Gives the claims from a number on what the statement says of its time."""
        for number in range(before, len(self.claims)):
            claim = self.claims[number]
            base = claim.base or (None if claim.basis or claim.against else self.context.base)
            time = self.time or self.context.outline
            said = self.context.said[1] if self.context.said and time is None else None
            claim = replace(claim, period=time, as_of=self.context.as_of, base=base, said=said)
            if self.forecast and not claim.forecast and claim.stated in (None, self.time):
                claim = replace(claim, forecast=self.forecast)
            self.claims[number] = claim


def subjects_of(named: Named) -> tuple[Phrase, ...]:
    """What a phrase names as the subject of a statement."""
    return tuple(phrase for phrase in named.phrases if phrase.use == "subject" and phrase.part_of is None)
