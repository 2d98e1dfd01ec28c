"""The grammar of statements that hold figures. A statement counts only if every word up to its figure is understood.

    sentence    = [frame {frame}] statement {tail | connector statement | cause item {separator item}}
    frame       = "as of" day "," | ("in" | "during" | "for") period "," | ("for" | "as for") topic [day] ","
                | "as compared to" ["respective"] balances day "," | "as a result of the above" "," | "while"
    statement   = [period] subject {"and" subject} {scope} (being | changing | headline)
    scope       = ["for" | "in" | "during"] period | "," apposition "," | "compared to" "balance" day ","
    being       = be (value {"and" value} | direction delta)
    changing    = {adverb} (increased | decreased) ["by" delta] [("to" | "reaching") value]
    headline    = [":"] value tails, up to the end of the sentence
    tail        = "(" items ")" | [","] direction delta | ("compared to" | "from") value period | scope
    value       = [qualifier] [noun "of"] figure
    delta       = [qualifier] figure [basis]
    basis       = "YoY" | "QoQ" | ("from" | "compared to") ("balance" day | period | "target")
    breakdown   = "breakdown" ["of" whole] be figure "in" part {separator figure "in" part}
    item        = subject {scope} "of" value [tail]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.periods import Period
from iij_xbrl.extract.words import Token
from iij_xbrl.map.claims import (
    ABOUT,
    INITIAL_TARGET,
    OVER,
    QUARTER_ON_QUARTER,
    UP_TO,
    YEAR_ON_YEAR,
    Claim,
    Context,
)
from iij_xbrl.map.phrases import Named, PhraseBook
from iij_xbrl.taxonomy.index import Phrase

BE = ("was", "were", "is", "are", "totaled", "totalled", "reached", "amounted to", "has reached", "stood at", "came to")
UP = frozenset("increased rose grew climbed gained improved up".split())
DOWN = frozenset("decreased declined fell dropped slipped shrank down".split())
_RISE = {"increase of": 1, "increased by": 1, "rise of": 1, "gain of": 1, "decrease of": -1, "decreased by": -1}
_ADVERBS = frozenset("also steadily slightly significantly sharply further continuously again has have".split())
_QUALIFIERS = {"over": OVER, "more than": OVER, "up to": UP_TO}
_QUALIFIERS |= dict.fromkeys(("approximately", "approx", "about", "around", "almost", "nearly"), ABOUT)
_BASES = {
    "yoy": YEAR_ON_YEAR, "year on year": YEAR_ON_YEAR, "year over year": YEAR_ON_YEAR,
    "qoq": QUARTER_ON_QUARTER, "quarter on quarter": QUARTER_ON_QUARTER,
}  # fmt: skip
_AGAINST = ("compared to", "compared with", "from", "against")
_BALANCES = ("balance", "balances", "respective balance", "respective balances", "each of respective balances")
_TARGETS = ("target", "initial target", "targets")
_CAUSES = ("due to", "because of", "resulting from", "there were", "there was", "we had")
_FRAMES = ("as result of above", "in breakdown", "while")
# Words after which a statement may not mean what it says.
_DOUBTS = frozenset(
    "if would excluding except without assuming assumed expected expects expect forecast forecasts unless pro-forma".split()
)
_LONGEST_APPOSITION = 8


class Reader:
    """What two or more rules share: the tokens of one sentence, and looking at them."""

    def __init__(self, tokens: Sequence[Token], text: str, book: PhraseBook, context: Context) -> None:
        self.tokens = book.words(tokens)
        self.text = text
        self.book = book
        self.context = context

    def token(self, at: int) -> Token | None:
        """The token at a position."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def word(self, at: int) -> str:
        """The word or mark at a position."""
        token = self.token(at)
        return token.text if token and token.kind in ("word", "mark") else ""

    def any_of(self, at: int, options: Sequence[str]) -> tuple[str, int]:
        """The longest of some phrases that stands at a position, and its end; nothing and the position if none."""
        best, end = "", at
        for option in options:
            words = option.split()
            if len(words) > end - at and all(self.word(at + number) == word for number, word in enumerate(words)):
                best, end = option, at + len(words)
        return best, end

    def figure(self, at: int) -> Token | None:
        """The figure at a position."""
        token = self.token(at)
        return token if token and token.is_figure else None

    def period(self, at: int) -> Period | None:
        """The period at a position."""
        token = self.token(at)
        return token.mention.period if token and token.mention else None

    def find(self, at: int) -> Named | None:
        """The phrase at a position, with what it may name here."""
        found = self.book.find(self.tokens, at)
        if found is None:
            return None
        local = [phrase for phrase in found.phrases if phrase.after in self.context.topics]
        fitting = local or [phrase for phrase in found.phrases if phrase.after is None]
        return replace(found, phrases=tuple(fitting)) if fitting else None

    def has_article(self, at: int) -> bool:
        """Whether `a` or `an` stands before a token."""
        before, token = self.token(at - 1), self.token(at)
        between = self.text[before.end : token.start].split() if before and token else []
        return any(word.casefold() in ("a", "an") for word in between)


class Sentence(Reader):
    """Reads the claims of one sentence; a new one for each."""

    def __init__(self, tokens: Sequence[Token], text: str, book: PhraseBook, context: Context) -> None:
        super().__init__(tokens, text, book, context)
        self.claims: list[Claim] = []
        self._period: Period | None = None
        self._said_basis = ""
        self._stated: list[Named] = []

    def read(self) -> list[Claim]:
        """All claims of the sentence."""
        start = self._marks(0)
        at = self._frames(start)
        end = self._carried(at) or self._statement(at, opens=True) or self._breakdown(at)
        understood = end is not None
        at = end or at
        if not understood and self._is_heading(start):
            return []
        while at < len(self.tokens):
            if self.word(at) in _DOUBTS:
                break
            at = self._next(at, understood=understood) or at + 1
        return self.claims

    def _next(self, at: int, *, understood: bool) -> int | None:
        idiom = self._idiom(at)
        if idiom:
            return idiom
        cause, end = self.any_of(at, _CAUSES)
        if cause:
            return self._items(end)
        if understood and self.word(at) in (",", ";", "and"):
            end = at + 1 + (self.word(at + 1) == "and")
            return self._exceeding(end) or self._statement(end) or self._breakdown(end + (self.word(end) == "its"))
        return None

    # -- openings

    def _marks(self, at: int) -> int:
        """Past a list number or note mark in front of the sentence."""
        if self.word(at) == "(" and self.word(at + 2) == ")":
            return at + 3
        if self.word(at).startswith("note") and self.word(at + 1) in (")", ":"):
            return at + 2
        token = self.token(at)
        return at + 2 if token and token.kind == "number" and self.word(at + 1) == ")" else at

    def _frames(self, at: int) -> int:
        while True:
            end = self._frame(at)
            if end is None:
                return at
            at = end

    def _frame(self, at: int) -> int | None:
        named, end = self.any_of(at, _FRAMES)
        if named:
            return end + (self.word(end) == ",")
        token = self.token(at)
        if token and token.mention and token.mention.kind == "instant" and self.word(at + 1) == ",":
            self.context.as_of = token.mention.period.end
            return at + 2
        _, end = self.any_of(at, ("in", "during", "for"))
        period = self.period(end)
        if end > at and period and not period.is_instant and self.word(end + 1) == ",":
            self._period = period
            return end + 2
        _, end = self.any_of(at, ("as compared to", "as compared with", "compared to", "compared with"))
        if end > at:
            _, end = self.any_of(end, _BALANCES)
            return self._compared(end)
        _, end = self.any_of(at, ("for", "as for"))
        return self._topic(end) if end > at else None

    def _compared(self, at: int) -> int | None:
        period = self.period(at)
        if period is None or not period.is_instant or self.word(at + 1) != ",":
            return None
        self.context.base = period.end
        return at + 2

    def _topic(self, at: int) -> int | None:
        end = self.book.topic(self.tokens, at)
        if end is None:
            return None
        period = self.period(end)
        if period and period.is_instant:
            self.context.as_of = period.end
            end += 1
        return end + 1 if self.word(end) == "," else None

    def _is_heading(self, at: int) -> bool:
        """A phrase that stands alone: what follows may give its values by period."""
        named = self.find(at)
        if named and named.end + (self.word(named.end) == ":") == len(self.tokens):
            self.context.carried = named
            return True
        return False

    # -- statements

    def _statement(self, at: int, *, opens: bool = False) -> int | None:
        before, kept = len(self.claims), self._period
        period = self.period(at)
        if period and not period.is_instant:
            self._period = period
            at += 1
        subjects, end = self._subjects(at)
        if subjects:
            end = self._scopes(end)
            done = self._being(end, subjects) or self._changing(end, subjects)
            if done is None and opens and len(subjects) == 1:
                done = self._headline(end, subjects[0])
            if done is not None and len(self.claims) > before:
                self._stated.extend(subjects)
                self.context.topics.update(phrase.concept for named in subjects for phrase in named.phrases)
                self._settle(before)
                return done
        del self.claims[before:]
        self._period = kept
        return None

    def _settle(self, before: int) -> None:
        """Gives the claims of a statement what it says of its time."""
        for number in range(before, len(self.claims)):
            claim = self.claims[number]
            self.claims[number] = replace(
                claim,
                period=self._period,
                as_of=self.context.as_of,
                base=claim.base or (self.context.base if not claim.basis and not claim.against else None),
            )

    def _subjects(self, at: int) -> tuple[list[Named], int]:
        _, at = self.any_of(at, ("balance of", "balances of"))
        first = self._topical(at) or self.find(at)
        if first is None or first.held or not _subjects_of(first):
            return [], at
        end = first.end
        if self.word(end) != "and":
            return [first], end
        stop = end + 1
        while stop < len(self.tokens) and self.tokens[stop].kind == "word" and not self._is_verb(stop):
            stop += 1
        tail = self.tokens[end + 1 : stop]
        second = self.book.extended(self.tokens[at:end], tail) or self.book.find(tail, 0)
        if second is None or second.start + second.end < len(tail) or not tail:
            return [first], end
        return [first, Named(second.phrases, end + 1, stop)], stop

    def _topical(self, at: int) -> Named | None:
        """`As for A, B ...`: the phrase `A B`."""
        _, start = self.any_of(at, ("as for", "for"))
        if start == at:
            return None
        comma = next((stop for stop in range(start, min(start + 8, len(self.tokens))) if self.word(stop) == ","), None)
        if comma is None:
            return None
        found = self.book.find((*self.tokens[start:comma], *self.tokens[comma + 1 :]), 0)
        if found is None or found.end <= comma - start:
            return None
        return Named(found.phrases, at, start + found.end + 1)

    def _is_verb(self, at: int) -> bool:
        return bool(self.any_of(at, BE)[0]) or self.word(at) in UP | DOWN

    def _scopes(self, at: int) -> int:
        while True:
            end = self._scope(at)
            if end is None:
                return at
            at = end

    def _scope(self, at: int) -> int | None:
        _, end = self.any_of(at, ("for", "in", "during"))
        token = self.token(end)
        if token and token.mention:
            if token.mention.period.is_instant:
                self.context.as_of = token.mention.period.end
            else:
                self._period = token.mention.period
            return end + 1
        _, end = self.any_of(at, ("in total",))
        if end > at:
            return end
        _, end = self.any_of(at, ("compared to balance", "compared with balance"))
        if end > at:
            return self._compared(end)
        return self._apposition(at)

    def _apposition(self, at: int) -> int | None:
        """`, a one-time revenue,` and `, which are recurring revenues,` say nothing that narrows the subject."""
        if self.word(at) != "," or not (self.word(at + 1) == "which" or self.has_article(at + 1)):
            return None
        for end in range(at + 1, min(at + _LONGEST_APPOSITION, len(self.tokens))):
            if self.word(end) == ",":
                return end + 1
            if self.tokens[end].kind != "word" or self.word(end) in _DOUBTS:
                return None
        return None

    # -- predicates

    def _being(self, at: int, subjects: Sequence[Named]) -> int | None:
        while self.word(at) in _ADVERBS and not self.any_of(at, BE)[0]:
            at += 1
        verb, end = self.any_of(at, BE)
        if not verb:
            return None
        relative = self._relative(end) if len(subjects) == 1 else None
        if relative is not None:
            return self._being(relative, subjects)
        if self.word(end) in UP | DOWN and len(subjects) == 1:
            return self._delta(end + 1, subjects[0], 1 if self.word(end) in UP else -1)
        return self._values(end, subjects)

    def _relative(self, at: int) -> int | None:
        """`was beyond our expectations, which has reached ...`: where the relative clause goes on about the subject."""
        for end in range(at, min(at + _LONGEST_APPOSITION, len(self.tokens))):
            if self.word(end) == "," and self.word(end + 1) == "which":
                return end + 2
            if self.tokens[end].kind != "word":
                return None
        return None

    def _values(self, at: int, subjects: Sequence[Named]) -> int | None:
        for number, subject in enumerate(subjects):
            if number:
                if self.word(at) != "and":
                    return None
                at += 1
            end = self._value(at, subject)
            if end is None:
                return None
            at = self._tails(end, subject) if len(subjects) == 1 else self._parenthesis(end, subject) or end
        return at if len(subjects) == 1 else self._respectively(at)

    def _respectively(self, at: int) -> int | None:
        at = self._scopes(at)
        at += self.word(at) == ","
        return at + 1 if self.word(at) == "respectively" else None

    def _changing(self, at: int, subjects: Sequence[Named]) -> int | None:
        while self.word(at) in _ADVERBS:
            at += 1
        if self.word(at) not in UP | DOWN or len(subjects) != 1:
            return None
        subject, direction = subjects[0], 1 if self.word(at) in UP else -1
        at += 1
        done = None
        end = self._delta(at + (self.word(at) == "by"), subject, direction)
        if end is not None:
            at = done = end
        _, end = self.any_of(at, ("to", ", reaching", "reaching"))
        if end > at:
            valued = self._value(end, subject)
            at = done = valued if valued is not None else done
        return self._tails(at, subject) if done is not None and at is not None else None

    def _headline(self, at: int, subject: Named) -> int | None:
        colon = self.word(at) == ":"
        end = self._value(at + colon, subject)
        if end is None:
            return None
        end = self._tails(end, subject)
        return end if colon or end == len(self.tokens) else None

    def _carried(self, at: int) -> int | None:
        """`As of March 31, 2011: 206,478 shares`, below a line that names the subject."""
        subject, before = self.context.carried, len(self.claims)
        if subject is None:
            return None
        at += self.word(at) == "for"
        while (period := self.period(at)) and self.word(at + 1) == ":":
            end = self._value(at + 2, subject, stated=period)
            if end is None:
                break
            self._period = period
            mark = len(self.claims)
            at = self._tails(end, subject)
            self._settle(mark)
            at += self.word(at) == "for"
        return at if len(self.claims) > before else None

    # -- values and changes

    def _value(self, at: int, subject: Named, *, stated: Period | None = None) -> int | None:
        verb = None
        noun = self.find(at)
        if noun and not noun.held and self.word(noun.end) == "of":
            same = [phrase for phrase in noun.phrases if phrase.concept in {item.concept for item in subject.phrases}]
            if not same:
                return None
            verb, at = same[0].verb, noun.end + 1
        name, end = self.any_of(at, tuple(_QUALIFIERS))
        figure = self.figure(end)
        if figure is None:
            return None
        counted, end = self._counted(figure, end + 1)
        phrases = _subjects_of(subject) or subject.phrases
        qualifier = _QUALIFIERS.get(name, "")
        claim = Claim(figure, subject, phrases, "value", verb=verb, stated=stated, qualifier=qualifier, counted=counted)
        self.claims.append(claim)
        return end

    def _counted(self, figure: Token, at: int) -> tuple[str, int]:
        if figure.kind != "number":
            return "", at
        return (self.word(at), at + 1) if self.word(at).isalpha() and not self._is_verb(at) else ("", at)

    def _delta(self, at: int, subject: Named, direction: int) -> int | None:
        figure = self.figure(at)
        if figure is None or figure.kind == "rate":
            return None
        counted, end = self._counted(figure, at + 1) if self.word(at + 1) not in _BASES else ("", at + 1)
        claim = Claim(figure, subject, subject.phrases, "change", direction, counted=counted)
        claim, end = self._basis(claim, end)
        if not claim.basis and not claim.base and not claim.against and figure.kind == "percent":
            claim = replace(claim, basis=self._said_basis)
        self.claims.append(claim)
        return end

    def _basis(self, claim: Claim, at: int) -> tuple[Claim, int]:
        name, end = self.any_of(at, tuple(_BASES))
        if name:
            self._said_basis = _BASES[name]
            return replace(claim, basis=self._said_basis), end
        below, end = self.any_of(at, ("below", "above"))
        if below:
            named, end = self.any_of(end, _TARGETS)
            direction = 1 if below == "above" else -1
            return (replace(claim, basis=INITIAL_TARGET, direction=direction), end) if named else (claim, at)
        against, end = self.any_of(at, _AGAINST)
        if not against:
            return claim, at
        target, stop = self.any_of(end, _TARGETS)
        if target:
            return replace(claim, basis=INITIAL_TARGET), stop
        _, stop = self.any_of(end, _BALANCES)
        period = self.period(stop)
        if period is None:
            return claim, at
        if period.is_instant:
            self.context.base = period.end
            return self._balance_then(replace(claim, base=period.end), stop + 1, period)
        return replace(claim, against=period), stop + 1

    def _balance_then(self, claim: Claim, at: int, period: Period) -> tuple[Claim, int]:
        """`from the balance as of March 31, 2016 of JPY117,835 million`."""
        if self.word(at) == "of" and self.figure(at + 1):
            self._value(at + 1, claim.subject, stated=period)
            return claim, at + 2
        return claim, at

    # -- tails

    def _tails(self, at: int, subject: Named) -> int:
        while True:
            end = self._tail(at, subject)
            if end is None:
                return at
            at = end

    def _tail(self, at: int, subject: Named) -> int | None:
        if self.word(at) == "(":
            return self._parenthesis(at, subject)
        start = at + (self.word(at) == ",")
        rise, end = self.any_of(start, tuple(_RISE))
        if rise:
            return self._delta(end, subject, _RISE[rise])
        if self.word(start) in ("up", "down"):
            return self._delta(start + 1, subject, 1 if self.word(start) == "up" else -1)
        if start > at and self.figure(start) and self.word(start + 1) in ("below", "above"):
            return self._delta(start, subject, 1)
        against, end = self.any_of(start, _AGAINST)
        if against:
            return self._compare(end, subject)
        if start == at:
            _, end = self.any_of(at, ("for", "in", "during"))
            period = self.period(end)
            return self._time_of_last(end + 1, period) if period else None
        return None

    def _compare(self, at: int, subject: Named) -> int | None:
        """A value of another time, which must be said."""
        before = len(self.claims)
        end = self._value(at, subject)
        if end is not None:
            _, end = self.any_of(end, ("for", "in", "during", "million for"))
            period = self.period(end)
            if period:
                self.claims[-1] = replace(self.claims[-1], stated=period)
                return end + 1
        del self.claims[before:]
        return None

    def _time_of_last(self, at: int, period: Period) -> int | None:
        """`JPY18,304 million in 1H09`: the time of the statement, said behind its value."""
        if not self.claims or self.claims[-1].stated or self.claims[-1].measure != "value":
            return None
        self.claims[-1] = replace(self.claims[-1], stated=period)
        if period.is_instant:
            self.context.as_of = period.end
        else:
            self._period = period
        return at

    def _parenthesis(self, at: int, subject: Named) -> int | None:
        if self.word(at) != "(":
            return None
        close = next((stop for stop in range(at + 1, len(self.tokens)) if self.word(stop) == ")"), None)
        if close is None:
            return None
        position = at + 1
        while position < close:
            before = len(self.claims)
            end = self._remark(position, subject)
            if end is None or self.word(end) not in (",", ";", ")"):
                del self.claims[before:]
                end = next(stop for stop in range(position, close + 1) if self.word(stop) in (",", ";", ")"))
            position = end + 1
        return close + 1

    def _remark(self, at: int, subject: Named) -> int | None:
        """One remark in parentheses: a change, a value of another time, or the same value in another currency."""
        if self.word(at) in ("up", "down"):
            return self._delta(at + 1, subject, 1 if self.word(at) == "up" else -1)
        period = self.period(at)
        if period:
            _, end = self.any_of(at + 1, (":", *BE))
            return self._value(end, subject, stated=period) if end > at + 1 else None
        main = next((claim.token for claim in reversed(self.claims) if claim.measure == "value"), None)
        end = self._value(at, subject)
        if end is None:
            return self._of_value(at)
        _, stop = self.any_of(end, ("for", "in", "during"))
        period = self.period(stop)
        if period:
            self.claims[-1] = replace(self.claims[-1], stated=period)
            return stop + 1
        figure = self.claims[-1].token
        is_translation = main and figure.kind == "amount" and figure.currency != main.currency and figure.scale == main.scale
        return end if is_translation else None

    # -- items, breakdowns, idioms

    def _items(self, at: int) -> int:
        """A list of nouns, each with its value; what is not understood of it is left out."""
        while True:
            before = len(self.claims)
            end = self._idiom(at) or self._of_value(at)
            if end is None:
                del self.claims[before:]
                end = self._past_figure(at)
                if end is None:
                    return at
            separators = ("and", ", and", ",", ";")
            separator, following = self.any_of(end, separators)
            if not separator:
                return end
            if self._begins_statement(following):
                return end
            at = following

    def _begins_statement(self, at: int) -> bool:
        before = len(self.claims)
        found = self._statement(at)
        if found is not None:
            del self.claims[before:]
        return found is not None

    def _of_value(self, at: int) -> int | None:
        named = self.find(at)
        if named is None or named.held:
            return None
        before = len(self.claims)
        end = self._scopes(named.end)
        valued = self._value(end + 1, named) if self.word(end) == "of" else None
        if valued is None or not _subjects_of(named):
            del self.claims[before:]
            return None
        end = self._parenthesis(valued, named) or valued
        self._settle(before)
        return end

    def _past_figure(self, at: int) -> int | None:
        for end in range(at, len(self.tokens)):
            if self.any_of(end, _CAUSES)[0] or self.word(end) in ("(", ";") or self._is_verb(end):
                return None
            if self.figure(end):
                close = end + 1
                if self.word(close) == "(":
                    close = next((stop for stop in range(close, len(self.tokens)) if self.word(stop) == ")"), close) + 1
                return close
        return None

    def _breakdown(self, at: int) -> int | None:
        start = at + (self.word(at) == "its")
        if self.word(start) != "breakdown":
            return None
        end = start + 1
        whole = self._stated[-1] if self._stated else None
        if self.word(end) == "of":
            whole = self.find(end + 1)
            end = whole.end if whole else end
        verb, end = self.any_of(end, BE)
        if whole is None or not verb:
            return None
        wholes = {phrase.concept for phrase in whole.phrases}
        before = len(self.claims)
        while (figure := self.figure(end)) and self.word(end + 1) == "in":
            part = self.book.find(self.tokens, end + 2)
            if part is None or self.word(part.end) not in (",", "and", ""):
                break
            inside = tuple(phrase for phrase in part.phrases if phrase.part_of in wholes)
            if inside:
                self.claims.append(Claim(figure, part, inside, "value"))
            _, end = self.any_of(part.end, (", and", ",", "and"))
        self._settle(before)
        return end if len(self.claims) > before else None

    def _idiom(self, at: int) -> int | None:
        """A phrase that holds its own figure."""
        named = self.find(at)
        figure = next((token for token in named.held if token.is_figure), None) if named else None
        if named is None or figure is None:
            return None
        before = len(self.claims)
        held = next((token.mention.period for token in named.held if token.mention), None)
        days = [] if self._stated else [token.mention.period for token in self.tokens if token.mention]
        stated = held or (days[0] if len(days) == 1 else None)
        counted = next((token.text for token in self.tokens[at : named.end] if token.start > figure.end), "")
        self.claims.append(Claim(figure, named, named.phrases, "value", stated=stated, counted=counted))
        end = self._tails(named.end, named)
        self._settle(before)
        return end

    def _exceeding(self, at: int) -> int | None:
        """`both exceeding our initial target by 22.4% and 36.1%, respectively`, of the last statements."""
        at += self.word(at) == "both"
        if self.word(at) != "exceeding":
            return None
        at += 1 + (self.word(at + 1) == "initial")
        at += 1 if self.period(at) else 0
        named, end = self.any_of(at, _TARGETS)
        figures = []
        if not named or self.word(end) != "by":
            return None
        at = end + 1
        while (figure := self.figure(at)) is not None:
            figures.append(figure)
            at += 1 + (self.word(at + 1) == "and")
        subjects = self._stated[-len(figures) :]
        if not figures or len(subjects) != len(figures) or (len(figures) > 1 and self._respectively(at) is None):
            return None
        before = len(self.claims)
        for figure, subject in zip(figures, subjects, strict=True):
            self.claims.append(Claim(figure, subject, subject.phrases, "change", 1, basis=INITIAL_TARGET))
        self._settle(before)
        return at


def _subjects_of(named: Named) -> tuple[Phrase, ...]:
    """What a phrase names as the subject of a statement."""
    return tuple(phrase for phrase in named.phrases if phrase.use == "subject" and phrase.part_of is None)
