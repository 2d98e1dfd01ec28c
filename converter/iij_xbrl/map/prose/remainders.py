"""What sentences say beside their statements: growth, a value behind a change, a plan in parentheses, versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.periods import Period
from iij_xbrl.extract.tokens import Token
from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.prose.cursor import (
    ALL_YEAR,
    AND,
    BASES,
    BASIS,
    GROWTH,
    IN,
    OF_OR_FOR,
    PERIOD,
    TARGETS,
)
from iij_xbrl.map.prose.openings import Openings
from iij_xbrl.map.prose.phrases import Named

_BEFORE_COLON = 4  # words of `Period of the purchase:`
_SCALES = frozenset(ENGLISH.values["scales"])


class Remainders(Openings):
    """Rules for what no statement holds; what they read needs a witness."""

    def growth(self, at: int) -> int | None:
        """`year over year revenue growth rate of 13.5%`."""
        basis, start = BASIS.at(self, at)
        subject = self.find(start)
        if subject is None or subject.held:
            return None
        named, end = GROWTH.at(self, subject.end)
        figure = self.figure(end) if named else None
        if figure is None or figure.kind != "percent":
            return None
        behind, stop = BASIS.at(self, end + 1)
        if not (basis or behind) or self.narrows(stop):
            return None
        before = len(self.claims)
        told = BASES[basis or behind]
        self.claims.append(Claim(figure, subject, subject.phrases, "change", basis=told, doubtful=True))
        self.settle(before)
        return stop

    def value_at_end(self, at: int) -> int | None:
        """`, JPY57,153 million` at the end of a sentence that told only how its subject changed."""
        if not self.named or not self.figure(at) or at + 1 != len(self.tokens):
            return None
        subject, before = self.named[-1], len(self.claims)
        if any(claim.subject == subject and claim.measure == "value" for claim in self.claims):
            return None
        end = self.value(at, subject)
        self._doubt(before)
        return end

    def plan(self, at: int) -> int | None:
        """`(annual dividend of JPY27.00 per share)`, in a sentence that states nothing else."""
        if self.word(at) != "(":
            return None
        before = len(self.claims)
        end = self.of_value(at + 1)
        if end is None or self.word(end) != ")":
            del self.claims[before:]
            return None
        self._doubt(before)
        return end + 1

    def changes_of_both(self, at: int, subjects: Sequence[Named], direction: int) -> int | None:
        """`A and B increased by JPY5 million and JPY3 million, respectively, for 2Q13`."""
        before = len(self.claims)
        for number, subject in enumerate(subjects):
            if number and self.word(at) not in AND:
                return None
            end = self.delta(at + bool(number), subject, direction)
            if end is None:
                return None
            at = end
        done = self.respectively(at)
        if done is None:
            return None
        start = done + (self.word(done) == ",")
        period = self.period(IN.at(self, start)[1])
        if period is None or period.is_instant:
            return done
        self.claims[before:] = [replace(claim, stated=period) for claim in self.claims[before:]]
        return IN.at(self, start)[1] + 1

    def _doubt(self, before: int) -> None:
        self.claims[before:] = [replace(claim, doubtful=True) for claim in self.claims[before:]]
        self.settle(before)

    def damaged_value(self, at: int) -> int | None:
        """Past an amount that cannot be read (`JP244 million`): what follows is of the same subject."""
        word = self.word(at)
        mixed = any(char.isdigit() for char in word) and any(char.isalpha() for char in word)
        return at + 2 if mixed and self.word(at + 1) in _SCALES else None

    # -- versions of forecasts

    def told_version(self, at: int) -> tuple[bool, int]:
        """Past `revised annual`, `revised target of`, in front of a subject; whether it speaks of the whole year."""
        self.forecast, end = self.version(at)
        annual, end = ALL_YEAR.at(self, end)
        if not self.forecast:
            return False, at
        named, stop = TARGETS.at(self, end)
        return bool(annual), stop + 1 if named and self.word(stop) in OF_OR_FOR else end

    def year_of_forecast(self, *, annual: bool) -> Period | None:
        """The period of a forecast: as stated, or the one fiscal year that the text has named."""
        if self.time or not annual or len(self.context.years) != 1:
            return self.time
        return next(iter(self.context.years))

    def subject_of_forecast(self, at: int) -> tuple[list[Named], int]:
        """The subjects of a statement, and what tells that it is about a forecast."""
        annual, start = self.told_version(at)
        subjects, end = self.subjects(start)
        if not subjects:
            return subjects, end
        end = self.scopes(end)
        if self.forecast:
            end = self.scopes(TARGETS.at(self, end)[1])
            self.time = self.year_of_forecast(annual=annual)
            if self.time is None:
                return [], end
        return subjects, end


def outline_of(sentences: Sequence[Sequence[Token]]) -> Period | None:
    """The period that a list gives for all its items: `(4) Period of the purchase: from ... to ...`."""
    found = set()
    for sentence in sentences:
        words = [token.text for token in sentence]
        if ":" not in words:
            continue
        colon = words.index(":")
        head = [word for word in words[:colon] if word.isalpha()]
        mention = next((token.mention for token in sentence[colon + 1 : colon + 3] if token.mention), None)
        if head[:1] and head[0] in PERIOD and len(head) <= _BEFORE_COLON and mention and mention.kind == "duration":
            found.add(mention.period)
    return found.pop() if len(found) == 1 else None


def years_of(sentence: Sequence[Token]) -> set[Period]:
    """The fiscal years that a sentence names."""
    return {token.mention.period for token in sentence if token.mention and token.mention.period.months == 12}
