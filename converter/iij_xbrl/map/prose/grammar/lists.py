"""Lists of figures: causes, nouns with values, targets announced, breakdowns, what both exceed."""

from __future__ import annotations

from dataclasses import replace

from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.prose.grammar.cursor import (
    AND,
    BASES_OF_VERSIONS,
    BE,
    BOTH,
    BREAKDOWN,
    BY,
    CAUSES,
    EXCEEDING,
    IN,
    INSIDE,
    ITS,
    OF,
    SEPARATORS,
    TARGETING,
)
from iij_xbrl.map.prose.grammar.openings import respectively
from iij_xbrl.map.prose.grammar.sentence import Sentence
from iij_xbrl.map.prose.grammar.statements import statement
from iij_xbrl.map.prose.grammar.tails import idiom, of_value
from iij_xbrl.taxonomy.roles import ANNOUNCED

_FEWEST_NOUNS = 2


def items(sentence: Sentence, at: int) -> int:
    """A list of nouns, each with its value; what is not understood of it is left out."""
    while True:
        before = len(sentence.claims)
        end = idiom(sentence, at) or of_value(sentence, at)
        if end is not None and end < len(sentence.tokens) and not SEPARATORS.at(sentence, end)[0]:
            del sentence.claims[before:]  # more words belong to the item
            end = None
        end = end or _past_figure(sentence, at)
        if end is None:
            return at
        separator, following = SEPARATORS.at(sentence, end)
        if not separator or _begins_statement(sentence, following):
            return end
        at = following


def nouns(sentence: Sentence, at: int) -> int | None:
    """`Revenues of JPY5 million, costs of JPY3 million and income of JPY2 million`, below the item they tell of."""
    before, end = len(sentence.claims), of_value(sentence, at) if sentence.context.above else None
    while end is not None and end < len(sentence.tokens):
        separator, following = SEPARATORS.at(sentence, end)
        end = of_value(sentence, following) if separator else None
    told = sentence.claims[before:]
    local = all(phrase.under for item in told for phrase in item.phrases)
    if end is None or len(told) < _FEWEST_NOUNS or not local:
        del sentence.claims[before:]
        return None
    return end


def announced(sentence: Sentence, at: int) -> int | None:
    """`IIJ targets revenues of JPY5 million and operating income of JPY2 million for FY2010`, and no word more."""
    issuer = sentence.book.issuer(sentence.tokens, at)
    verb, end = TARGETING.at(sentence, issuer) if issuer else (False, at)
    if not verb:
        return None
    before = len(sentence.claims)
    stop = of_value(sentence, end)
    while stop is not None and not IN.at(sentence, stop)[0]:
        separator, following = SEPARATORS.at(sentence, stop)
        stop = of_value(sentence, following) if separator else None
    period = sentence.period(IN.at(sentence, stop)[1]) if stop is not None else None
    if period is None or period.is_instant or IN.at(sentence, stop or at)[1] + 1 != len(sentence.tokens):
        del sentence.claims[before:]
        return None
    told = sentence.claims[before:]
    sentence.claims[before:] = [replace(claim, stated=period, forecast=ANNOUNCED) for claim in told]
    return len(sentence.tokens)


def _begins_statement(sentence: Sentence, at: int) -> bool:
    before = len(sentence.claims)
    found = statement(sentence, at)
    if found is not None:
        del sentence.claims[before:]
        sentence.named.pop()
    return found is not None


def _past_figure(sentence: Sentence, at: int) -> int | None:
    """Past an item that is not understood."""
    for end in range(at, len(sentence.tokens)):
        if CAUSES.at(sentence, end)[0] or sentence.word(end) in ("(", ";") or sentence.is_verb(end):
            return None
        if sentence.figure(end):
            close = sentence.closing(end + 1) if sentence.word(end + 1) == "(" else None
            return (close or end) + 1
    return None


def breakdown(sentence: Sentence, at: int) -> int | None:
    """`The breakdown of other investments were JPY1,899 million in nonmarketable equity securities, ...`."""
    start = at + (sentence.word(at) in ITS)
    if sentence.word(start) not in BREAKDOWN:
        return None
    whole = sentence.named[-1] if sentence.named else None
    end = start + 1
    if sentence.word(end) in OF:
        whole = sentence.find(end + 1)
        end = whole.end if whole else end
    verb, end = BE.at(sentence, end)
    if whole is None or not verb:
        return None
    before = len(sentence.claims)
    sentence.context.whole = frozenset(phrase.concept for phrase in whole.phrases)
    end = parts(sentence, end, sentence.context.whole)
    sentence.settle(before)
    return end if len(sentence.claims) > before else None


def parts(sentence: Sentence, at: int, wholes: frozenset[str]) -> int:
    """Past `JPY1,899 million in nonmarketable equity securities, ...`: the parts of what a breakdown is of."""
    while (figure := sentence.figure(at)) and sentence.word(at + 1) in INSIDE:
        part = sentence.phrase(at + 2)
        inside = tuple(phrase for phrase in part.phrases if phrase.part_of in wholes) if part else ()
        if part and inside and (part.end == len(sentence.tokens) or SEPARATORS.at(sentence, part.end)[0]):
            sentence.claims.append(Claim(figure, part, inside, "value"))
        at = _next_part(sentence, at + 2)
    return at


def _next_part(sentence: Sentence, at: int) -> int:
    for stop in range(at, len(sentence.tokens)):
        separator, following = SEPARATORS.at(sentence, stop)
        if separator and sentence.figure(following):
            return following
    return len(sentence.tokens)


def exceeding(sentence: Sentence, at: int) -> int | None:
    """`both exceeding our initial target by 22.4% and 36.1%, respectively`, of the last statements."""
    at += sentence.word(at) in BOTH
    if sentence.word(at) not in EXCEEDING:
        return None
    told, at = sentence.version(at + 1)
    at += 1 if sentence.period(at) else 0
    basis, _, end = sentence.target(at)
    if not basis or sentence.word(end) not in BY:
        return None
    at, basis = end + 1, (BASES_OF_VERSIONS.get(told) if told else None) or basis
    figures = []
    while (figure := sentence.figure(at)) is not None:
        figures.append(figure)
        at += 1 + (sentence.word(at + 1) in AND)
    subjects = sentence.named[-len(figures) :]
    if len(subjects) != len(figures) or (len(figures) > 1 and respectively(sentence, at) is None):
        return None
    before = len(sentence.claims)
    for figure, subject in zip(figures, subjects, strict=True):
        sentence.claims.append(Claim(figure, subject, subject.phrases, "change", basis=basis))
    sentence.settle(before)
    return at
