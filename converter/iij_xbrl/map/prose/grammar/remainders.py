"""What sentences say beside their statements: growth, a value behind a change, a plan in parentheses, versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.extract.tokens import Token
from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.prose.grammar.cursor import ALL_YEAR, AND, BASES, BASIS, GROWTH, IN, OF_OR_FOR, PERIOD, TARGETS
from iij_xbrl.map.prose.grammar.openings import respectively, scopes, subjects_at
from iij_xbrl.map.prose.grammar.sentence import Sentence
from iij_xbrl.map.prose.grammar.tails import of_value
from iij_xbrl.map.prose.grammar.values import delta, value
from iij_xbrl.map.prose.phrases import Named

_BEFORE_COLON = 4  # words of `Period of the purchase:`
_SCALES = frozenset(ENGLISH.values["scales"])


def growth(sentence: Sentence, at: int) -> int | None:
    """`year over year revenue growth rate of 13.5%`."""
    basis, start = BASIS.at(sentence, at)
    subject = sentence.find(start)
    if subject is None or subject.held:
        return None
    named, end = GROWTH.at(sentence, subject.end)
    figure = sentence.figure(end) if named else None
    if figure is None or figure.kind != "percent":
        return None
    behind, stop = BASIS.at(sentence, end + 1)
    if not (basis or behind) or sentence.narrows(stop):
        return None
    before = len(sentence.claims)
    told = BASES[basis or behind]
    sentence.claims.append(Claim(figure, subject, subject.phrases, "change", basis=told, doubtful=True))
    sentence.settle(before)
    return stop


def value_at_end(sentence: Sentence, at: int) -> int | None:
    """`, JPY57,153 million` at the end of a sentence that told only how its subject changed."""
    if not sentence.named or not sentence.figure(at) or at + 1 != len(sentence.tokens):
        return None
    subject, before = sentence.named[-1], len(sentence.claims)
    if any(claim.subject == subject and claim.measure == "value" for claim in sentence.claims):
        return None
    end = value(sentence, at, subject)
    sentence.doubt(before)
    return end


def plan(sentence: Sentence, at: int) -> int | None:
    """`(annual dividend of JPY27.00 per share)`, in a sentence that states nothing else."""
    if sentence.word(at) != "(":
        return None
    before = len(sentence.claims)
    end = of_value(sentence, at + 1)
    if end is None or sentence.word(end) != ")":
        del sentence.claims[before:]
        return None
    sentence.doubt(before)
    return end + 1


def changes_of_both(sentence: Sentence, at: int, subjects: Sequence[Named], direction: int) -> int | None:
    """`A and B increased by JPY5 million and JPY3 million, respectively, for 2Q13`."""
    before = len(sentence.claims)
    for number, subject in enumerate(subjects):
        if number and sentence.word(at) not in AND:
            return None
        end = delta(sentence, at + bool(number), subject, direction)
        if end is None:
            return None
        at = end
    done = respectively(sentence, at)
    if done is None:
        return None
    start = done + (sentence.word(done) == ",")
    period = sentence.period(IN.at(sentence, start)[1])
    if period is None or period.is_instant:
        return done
    sentence.claims[before:] = [replace(claim, stated=period) for claim in sentence.claims[before:]]
    return IN.at(sentence, start)[1] + 1


def damaged_value(sentence: Sentence, at: int) -> int | None:
    """Past an amount that cannot be read (`JP244 million`): what follows is of the same subject."""
    word = sentence.word(at)
    mixed = any(char.isdigit() for char in word) and any(char.isalpha() for char in word)
    return at + 2 if mixed and sentence.word(at + 1) in _SCALES else None


def told_version(sentence: Sentence, at: int) -> tuple[bool, int]:
    """Past `revised annual`, `revised target of`, in front of a subject; whether it speaks of the whole year."""
    sentence.forecast, end = sentence.version(at)
    annual, end = ALL_YEAR.at(sentence, end)
    if not sentence.forecast:
        return False, at
    named, stop = TARGETS.at(sentence, end)
    return bool(annual), stop + 1 if named and sentence.word(stop) in OF_OR_FOR else end


def year_of_forecast(sentence: Sentence, *, annual: bool) -> Period | None:
    """The period of a forecast: as stated, or the one fiscal year that the text has named."""
    if sentence.time or not annual or len(sentence.context.years) != 1:
        return sentence.time
    return next(iter(sentence.context.years))


def subject_of_forecast(sentence: Sentence, at: int) -> tuple[list[Named], int]:
    """The subjects of a statement, and what tells that it is about a forecast."""
    annual, start = told_version(sentence, at)
    subjects, end = subjects_at(sentence, start)
    if not subjects:
        return subjects, end
    end = scopes(sentence, end)
    if sentence.forecast:
        end = scopes(sentence, TARGETS.at(sentence, end)[1])
        sentence.time = year_of_forecast(sentence, annual=annual)
        if sentence.time is None:
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
