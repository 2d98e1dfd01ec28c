"""The grammar of statements that hold figures. A statement counts only if every word up to its figure is understood.

sentence    = [frame {frame}] statement {tail | connector statement | cause item {separator item}}
frame       = "as of" day "," | ("in" | "during" | "for") period "," | ("for" | "as for") topic [day] ","
            | "as compared to" ["respective"] balances day "," | "as a result of the above" "," | "while"
statement   = [period] subject {"and" subject} {scope} (being | changing | headline)
scope       = ["for" | "in" | "during"] period | "," apposition "," | "compared to" "balance" day ","
            | "(" "including" words ")"
being       = be (value {"and" value} | direction delta)
changing    = {adverb} (increased | decreased) ["by" delta] [("to" | "reaching") value]
planned     = "to reach" value day
below       = value | direction delta {"and" direction delta}, right below a line that is but a subject
headline    = [":"] value tails, up to the end of the sentence
tail        = "(" items ")" | [","] direction delta | ("compared to" | "from") value period | scope
items       = (direction delta | period ["(" words ")"] ":" value | part ":" value) {"," items} ["due to" anything]
value       = [qualifier] [noun "of"] figure
delta       = [qualifier] figure [basis]
basis       = "YoY" | "QoQ" | ("from" | "compared to") ("balance" day | period | "target")
breakdown   = "breakdown" ["of" whole] be figure "in" part {separator figure "in" part}
announced   = issuer "targets" item {separator item} ("for" | "in") period
nouns       = item separator item {separator item}, below an item of a list and further right
item        = subject {scope} "of" value [tail]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.tokens import Token
from iij_xbrl.map.forecasts import ANNOUNCED
from iij_xbrl.map.prose.claims import Claim, Context
from iij_xbrl.map.prose.cursor import (
    ADVERBS,
    AIMS,
    AND,
    BASES_OF_VERSIONS,
    BE,
    BOTH,
    BREAKDOWN,
    BY,
    CAUSES,
    CONDITIONS,
    DOUBTS,
    DOWN,
    EXCEEDING,
    IN,
    INSIDE,
    ITS,
    LONGEST,
    OF,
    SEPARATORS,
    TARGETING,
    TO,
    UP,
    WHICH,
)
from iij_xbrl.map.prose.headlines import Headlines
from iij_xbrl.map.prose.phrases import Named, PhraseBook

_FEWEST_NOUNS = 2


def claims_of(tokens: Sequence[Token], text: str, book: PhraseBook, context: Context) -> list[Claim]:
    """What a sentence claims of its figures; `text` is that of its passage."""
    return _Sentence(tokens, text, book, context).read()


class _Sentence(Headlines):
    """The rules above the predicates. A new one for each sentence."""

    def read(self) -> list[Claim]:
        """All claims of the sentence."""
        if any(token.text in CONDITIONS for token in self.tokens):
            return []
        indent = self.indent()
        if self.context.said and indent > self.context.said[0]:
            self.time = self.context.said[1]
        if self.context.whole and self.figure(0) and self.word(1) in INSIDE:  # the breakdown goes on
            self._parts(0, self.context.whole)
            self.settle(0)
            return self.claims
        self.context.whole = frozenset()
        start = self.marks(0)
        leading = self.period(IN.at(self, start)[1])
        if leading and not leading.is_instant:
            self.context.said = (indent, leading)
        at = self.frames(start)
        end = self.carried(at)
        if end is None:
            self.context.carried = None
            end = self._announced(at) or self._statement(at, opens=True) or self._breakdown(at) or self._nouns(at)
        understood = end is not None
        at = end or at
        if not understood and self.is_heading(start):
            return []
        while at < len(self.tokens) and self.word(at) not in DOUBTS:
            at = self._next(at, understood=understood) or at + 1
        return self.claims

    def _next(self, at: int, *, understood: bool) -> int | None:
        idiom = self.idiom(at)
        if idiom:
            return idiom
        growth = self.growth(at)
        if growth:
            return growth
        cause, end = CAUSES.at(self, at)
        if cause:
            return self._items(end)
        if not self.named:
            return self.plan(at)
        if self.word(at) == "(":
            before = len(self.claims)
            close = self.parenthesis(at, self.named[-1], stray=True)
            self.settle(before)
            return close
        if understood and self.word(at) in {",", ";", *AND}:
            end = SEPARATORS.at(self, at)[1]
            return self._exceeding(end) or self._statement(end) or self._breakdown(end) or self.value_at_end(end)
        return None

    # -- statements

    def _statement(self, at: int, *, opens: bool = False) -> int | None:
        before, kept = len(self.claims), self.time
        period = self.period(at)
        if period and not period.is_instant:
            self.time = period
            at += 1
        subjects, end = self.subject_of_forecast(at)
        if subjects and not self._is_about_title(subjects[0]):
            done = self._being(end, subjects) or self._changing(end, subjects)
            if done is None and opens and len(subjects) == 1 and not self.forecast:
                done = self.headline(end, subjects[0])
            if done is not None and len(self.claims) > before and not self.narrows(done):
                self.named.extend(subjects)
                self.context.topics.update(phrase.concept for named in subjects for phrase in named.phrases)
                self.settle(before)
                if self.time and self.time != kept:
                    self.context.said = (self.indent(), self.time)
                return done
        del self.claims[before:]
        self.time = kept
        return None

    def _is_about_title(self, subject: Named) -> bool:
        """Whether one bare word (`Revenues`) may speak of what the title names, and not of what it says."""
        concepts = {phrase.concept for phrase in subject.phrases}
        titled = self.context.titled
        return bool(titled) and subject.end - subject.start == 1 and not concepts & titled

    # -- predicates of statements

    def _being(self, at: int, subjects: Sequence[Named]) -> int | None:
        while self.word(at) in ADVERBS and not BE.at(self, at)[0]:
            at += 1
        verb, end = BE.at(self, at)
        if not verb:
            return self._planned(at, subjects)
        if len(subjects) > 1:
            return self._values(end, subjects)
        if self.word(end) in UP | DOWN:
            return self.delta(end + 1, subjects[0], 1 if self.word(end) in UP else -1)
        relative = self._relative(end)
        if relative is not None:
            return self._being(relative, subjects)
        valued = self.value(end, subjects[0])
        valued = self.damaged_value(end) if valued is None else valued
        return self.tails(valued, subjects[0]) if valued is not None else None

    def _planned(self, at: int, subjects: Sequence[Named]) -> int | None:
        """`Number of servers to reach approx. 10,000 servers at the end of FY2011`: a target, of a day that is said."""
        _, end = AIMS.at(self, at)
        if end == at or len(subjects) > 1:
            return None
        valued = self.value(end, subjects[0], forecast=ANNOUNCED)
        day = self.period(valued) if valued is not None else None
        if valued is None or day is None or not day.is_instant:
            return None
        self.claims[-1] = replace(self.claims[-1], stated=day)
        return valued + 1

    def _relative(self, at: int) -> int | None:
        """`was beyond our expectations, which has reached ...`: the relative clause goes on about the subject."""
        for end in range(at, min(at + LONGEST, len(self.tokens))):
            if self.word(end) == "," and self.word(end + 1) in WHICH:
                return end + 2
            if self.tokens[end].kind != "word":
                return None
        return None

    def _values(self, at: int, subjects: Sequence[Named]) -> int | None:
        """`... were JPY4,429 million (down 19.5% YoY) and JPY11,814 million as of September 30, 2009, respectively`."""
        for number, subject in enumerate(subjects):
            if number:
                if self.word(at) not in AND:
                    return None
                at += 1
            end = self.value(at, subject)
            if end is None:
                return None
            at = self.parenthesis(end, subject) or end
        return self.respectively(at)

    def _changing(self, at: int, subjects: Sequence[Named]) -> int | None:
        while self.word(at) in ADVERBS:
            at += 1
        if self.word(at) not in UP | DOWN:
            return None
        subject, direction = subjects[0], 1 if self.word(at) in UP else -1
        at += 1
        at += self.word(at) in BY
        if len(subjects) > 1:
            return self.changes_of_both(at, subjects, direction)
        changed = self.delta(at, subject, direction)
        _, end = TO.at(self, changed or at)
        _, end = BE.at(self, end)
        valued = self.value(end, subject) if end > (changed or at) else None
        done = valued or changed
        return self.tails(done, subject) if done is not None else None

    # -- lists

    def _items(self, at: int) -> int:
        """A list of nouns, each with its value; what is not understood of it is left out."""
        while True:
            before = len(self.claims)
            end = self.idiom(at) or self.of_value(at)
            if end is not None and end < len(self.tokens) and not SEPARATORS.at(self, end)[0]:
                del self.claims[before:]  # more words belong to the item
                end = None
            end = end or self._past_figure(at)
            if end is None:
                return at
            separator, following = SEPARATORS.at(self, end)
            if not separator or self._begins_statement(following):
                return end
            at = following

    def _nouns(self, at: int) -> int | None:
        """`Revenues of JPY5 million, costs of JPY3 million and income of JPY2 million`, below the item they tell of."""
        before, end = len(self.claims), self.of_value(at) if self.context.above else None
        while end is not None and end < len(self.tokens):
            separator, following = SEPARATORS.at(self, end)
            end = self.of_value(following) if separator else None
        told = self.claims[before:]
        local = all(phrase.under for item in told for phrase in item.phrases)
        if end is None or len(told) < _FEWEST_NOUNS or not local:
            del self.claims[before:]
            return None
        return end

    def _announced(self, at: int) -> int | None:
        """`IIJ targets revenues of JPY5 million and operating income of JPY2 million for FY2010`, and no word more."""
        issuer = self.book.issuer(self.tokens, at)
        verb, end = TARGETING.at(self, issuer) if issuer else (False, at)
        if not verb:
            return None
        before = len(self.claims)
        stop = self.of_value(end)
        while stop is not None and not IN.at(self, stop)[0]:
            separator, following = SEPARATORS.at(self, stop)
            stop = self.of_value(following) if separator else None
        period = self.period(IN.at(self, stop)[1]) if stop is not None else None
        if period is None or period.is_instant or IN.at(self, stop or at)[1] + 1 != len(self.tokens):
            del self.claims[before:]
            return None
        told = self.claims[before:]
        self.claims[before:] = [replace(claim, stated=period, forecast=ANNOUNCED) for claim in told]
        return len(self.tokens)

    def _begins_statement(self, at: int) -> bool:
        before = len(self.claims)
        found = self._statement(at)
        if found is not None:
            del self.claims[before:]
            self.named.pop()
        return found is not None

    def _past_figure(self, at: int) -> int | None:
        """Past an item that is not understood."""
        for end in range(at, len(self.tokens)):
            if CAUSES.at(self, end)[0] or self.word(end) in ("(", ";") or self.is_verb(end):
                return None
            if self.figure(end):
                close = self.closing(end + 1) if self.word(end + 1) == "(" else None
                return (close or end) + 1
        return None

    def _breakdown(self, at: int) -> int | None:
        """`The breakdown of other investments were JPY1,899 million in nonmarketable equity securities, ...`."""
        start = at + (self.word(at) in ITS)
        if self.word(start) not in BREAKDOWN:
            return None
        whole = self.named[-1] if self.named else None
        end = start + 1
        if self.word(end) in OF:
            whole = self.find(end + 1)
            end = whole.end if whole else end
        verb, end = BE.at(self, end)
        if whole is None or not verb:
            return None
        before = len(self.claims)
        self.context.whole = frozenset(phrase.concept for phrase in whole.phrases)
        end = self._parts(end, self.context.whole)
        self.settle(before)
        return end if len(self.claims) > before else None

    def _parts(self, at: int, wholes: frozenset[str]) -> int:
        while (figure := self.figure(at)) and self.word(at + 1) in INSIDE:
            part = self.phrase(at + 2)
            inside = tuple(phrase for phrase in part.phrases if phrase.part_of in wholes) if part else ()
            if part and inside and (part.end == len(self.tokens) or SEPARATORS.at(self, part.end)[0]):
                self.claims.append(Claim(figure, part, inside, "value"))
            at = self._next_part(at + 2)
        return at

    def _next_part(self, at: int) -> int:
        for stop in range(at, len(self.tokens)):
            separator, following = SEPARATORS.at(self, stop)
            if separator and self.figure(following):
                return following
        return len(self.tokens)

    def _exceeding(self, at: int) -> int | None:
        """`both exceeding our initial target by 22.4% and 36.1%, respectively`, of the last statements."""
        at += self.word(at) in BOTH
        if self.word(at) not in EXCEEDING:
            return None
        told, at = self.version(at + 1)
        at += 1 if self.period(at) else 0
        basis, _, end = self.target(at)
        if not basis or self.word(end) not in BY:
            return None
        at, basis = end + 1, BASES_OF_VERSIONS.get(told, basis)
        figures = []
        while (figure := self.figure(at)) is not None:
            figures.append(figure)
            at += 1 + (self.word(at + 1) in AND)
        subjects = self.named[-len(figures) :]
        if len(subjects) != len(figures) or (len(figures) > 1 and self.respectively(at) is None):
            return None
        before = len(self.claims)
        for figure, subject in zip(figures, subjects, strict=True):
            self.claims.append(Claim(figure, subject, subject.phrases, "change", basis=basis))
        self.settle(before)
        return at
