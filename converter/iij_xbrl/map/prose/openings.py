"""What stands in front of the predicates: list marks, frames that give time and comparison, subjects, scopes."""

from __future__ import annotations

from iij_xbrl.map.prose.cursor import (
    ABOUT_TOPIC,
    AND,
    AS_FOR,
    BALANCE_OF,
    BALANCES,
    COMPARED,
    DOUBTS,
    FRAMES,
    IN,
    INCLUDING,
    INSIDE,
    LONGEST,
    NOTE_NUMBER,
    RESPECTIVELY,
    TOTAL,
    WHICH,
)
from iij_xbrl.map.prose.phrases import Named
from iij_xbrl.map.prose.predicates import Predicates, subjects_of


class Openings(Predicates):
    """Rules for what stands in front of a predicate."""

    def marks(self, at: int) -> int:
        """Past a list number or note mark in front of the sentence."""
        if self.word(at) == "(" and self.word(at + 2) == ")":
            return at + 3
        if NOTE_NUMBER.fullmatch(self.word(at)) and self.word(at + 1) in (")", ":"):
            return at + 2
        return at + 2 if self.figure(at) and self.word(at + 1) == ")" else at

    def frames(self, at: int) -> int:
        """Past what tells of time, comparison and topic in front of a statement."""
        while True:
            end = self._frame(at)
            if end is None:
                return at
            at = end

    def _frame(self, at: int) -> int | None:
        named, end = FRAMES.at(self, at)
        if named:
            return end + (self.word(end) == ",")
        mention = self.tokens[at].mention if at < len(self.tokens) else None
        if mention and mention.kind == "instant" and self.word(at + 1) == ",":
            self.context.as_of = mention.period.end
            return at + 2
        _, end = IN.at(self, at)
        period = self.period(end)
        if end > at and period and not period.is_instant and self.word(end + 1) == ",":
            self.time = period
            return end + 2
        _, end = COMPARED.at(self, at)
        if end > at:
            return self._compared(BALANCES.at(self, end)[1])
        _, end = ABOUT_TOPIC.at(self, at)
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

    def subjects(self, at: int) -> tuple[list[Named], int]:
        """One or two subjects of a statement, none where the words are not known to be one."""
        _, at = BALANCE_OF.at(self, at)
        first = self._topical(at) or self.find(at)
        if first is None or not subjects_of(first) or any(token.is_figure for token in first.held):
            return [], at
        self.time = next((token.mention.period for token in first.held if token.mention), self.time)
        end = first.end
        if self.word(end) not in AND:
            return [first], end
        stop = end + 1
        while stop < len(self.tokens) and self.tokens[stop].kind == "word" and not self.is_verb(stop):
            stop += 1
        tail = self.tokens[end + 1 : stop]
        second = self.book.extended(self.tokens[at:end], tail) if tail else None
        if second is None and tail:
            second = self.book.find(tail, 0)
            second = second if second and second.end == len(tail) else None
        if second is None:
            return [first], end
        return [first, Named(second.phrases, end + 1, stop)], stop

    def _topical(self, at: int) -> Named | None:
        """`As for A, B ...`: the phrase `A B`."""
        _, start = AS_FOR.at(self, at)
        if start == at:
            return None
        comma = next((stop for stop in range(start, min(start + 8, len(self.tokens))) if self.word(stop) == ","), None)
        if comma is None:
            return None
        found = self.book.find((*self.tokens[start:comma], *self.tokens[comma + 1 :]), 0)
        if found is None or found.end <= comma - start:
            return None
        return Named(found.phrases, at, start + found.end + 1)

    def scopes(self, at: int) -> int:
        """The time of a subject, `in total`, a day to compare with, appositions."""
        while True:
            end = self._scope(at)
            if end is None:
                return at
            at = end

    def _scope(self, at: int) -> int | None:
        _, end = IN.at(self, at)
        period = self.period(end)
        if period:
            if period.is_instant:
                self.context.as_of = period.end
            else:
                self.time = period
            return end + 1
        if self.word(at) in INSIDE and self.word(at + 1) in TOTAL:
            return at + 2
        _, end = COMPARED.at(self, at)
        if end > at:
            return self._compared(BALANCES.at(self, end)[1])
        if self.word(at) == "(" and self.word(at + 1) in INCLUDING and self.aside(at) > at:
            return self.aside(at)
        return self._apposition(at)

    def _apposition(self, at: int) -> int | None:
        """`, a one-time revenue,` and `, which are recurring revenues,` say nothing that narrows the subject."""
        if self.word(at) != "," or not (self.word(at + 1) in WHICH or self.has_article(at + 1)):
            return None
        for end in range(at + 1, min(at + LONGEST, len(self.tokens))):
            if self.word(end) == ",":
                return end + 1
            if self.tokens[end].kind != "word" or self.word(end) in DOUBTS:
                return None
        return None

    def respectively(self, at: int) -> int | None:
        """Past `as of September 30, 2009, respectively`."""
        at = self.scopes(at)
        at += self.word(at) == ","
        return at + 1 if self.word(at) in RESPECTIVELY else None
