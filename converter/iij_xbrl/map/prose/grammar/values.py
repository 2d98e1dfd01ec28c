"""The figures of statements: values and changes, and what a change is measured against."""

from __future__ import annotations

from dataclasses import replace

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.extract.tokens import Token
from iij_xbrl.map.forecasts import VERSIONS
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.prose.grammar.cursor import (
    ABOVE,
    AGAINST,
    ASIDE,
    BALANCES,
    BARE_UP,
    BASES,
    BASIS,
    BEHIND,
    BELOW,
    DOUBTS,
    FORECASTS,
    INCLUDING,
    MEASURES,
    NARROWING,
    NEUTRAL,
    NUMBER_OF,
    OF,
    QUALIFIER,
    QUALIFIERS,
    REASONS,
    SCALE_WORDS,
)
from iij_xbrl.map.prose.grammar.sentence import Sentence
from iij_xbrl.map.prose.phrases import Named, subjects_of
from iij_xbrl.taxonomy.roles import MemberRole


def value(
    sentence: Sentence, at: int, subject: Named, *, stated: Period | None = None, forecast: MemberRole | None = None
) -> int | None:
    """`JPY47,207 million`, `over 600 projects`, `an expense of JPY87 million`."""
    verb = None
    noun = sentence.find(at)
    if noun and not noun.held and sentence.word(noun.end) in OF:
        concepts = {phrase.concept for phrase in subject.phrases}
        same = [phrase for phrase in noun.phrases if phrase.concept in concepts]
        if not same:
            return None
        verb, at = same[0].verb, noun.end + 1
    name, end = QUALIFIER.at(sentence, at)
    figure = sentence.figure(end)
    if figure is None:
        return None
    counted, end = _counted(sentence, figure, end + 1)
    if _is_changed_behind(sentence, end):
        return None
    if figure.kind == "number" and not counted and sentence.word(subject.start) in NUMBER_OF:
        counted = " ".join(token.text for token in sentence.tokens[subject.start + 1 : subject.end])
    phrases = subjects_of(subject) or subject.phrases
    qualifier = QUALIFIERS.get(name)
    claim = Claim(figure, subject, phrases, "value", verb=verb, stated=stated, qualifier=qualifier, counted=counted)
    sentence.claims.append(replace(claim, forecast=forecast))
    return end


def _is_changed_behind(sentence: Sentence, at: int) -> bool:
    """Whether the words right behind an amount change what it is: `below forecast`, `excluding`, a second scale."""
    if sentence.word(at) == "(":
        return _is_narrowed_in_parentheses(sentence, at)
    return bool(BELOW.at(sentence, at)[0]) or sentence.word(at) in DOUBTS or sentence.word(at) in SCALE_WORDS


def _is_narrowed_in_parentheses(sentence: Sentence, at: int) -> bool:
    """Whether a remark right behind an amount is words alone, not all neutral or of a measure: `(parent)`."""
    close, first = sentence.closing(at) or at, sentence.word(at + 1)
    inside = sentence.tokens[at + 1 : close]
    words = [token.text for token in inside if token.kind == "word"]
    is_told = any(token.is_figure or token.mention for token in inside)
    if first in DOUBTS or (not is_told and any(word.removesuffix("s") in FORECASTS for word in words)):
        return True
    if first in BEHIND | INCLUDING or REASONS.at(sentence, at + 1)[0] or ASIDE.at(sentence, at + 1)[0]:
        return False
    return not is_told and (any(word not in NEUTRAL for word in words) or not (MEASURES | NARROWING).isdisjoint(words))


def delta(sentence: Sentence, at: int, subject: Named, direction: int, *, turned: bool = False) -> int | None:
    """`37.7% YoY`, `JPY912 million from the balance as of March 31, 2009`, `30 contracts YoY`.

    A direction may stand behind the figure: `JPY2 million down from the target`.
    """
    figure = sentence.figure(at)
    if figure is None or figure.kind == "rate":
        return None
    counted, end = _counted(sentence, figure, at + 1)
    if turned:
        direction, end = (1 if sentence.word(end) in BARE_UP else -1), end + 1
    if figure.kind == "number" and not counted:
        values = (item.counted for item in reversed(sentence.claims) if item.subject == subject and item.counted)
        counted = next(values, "")
    claim = Claim(figure, subject, subject.phrases, "change", direction, counted=counted)
    claim, valued = _measured(sentence, claim, end)
    if figure.kind == "percent" and not (claim.basis or claim.base or claim.against):
        claim = replace(claim, basis=sentence.basis)
    sentence.claims.append(claim)
    return _of_balance(sentence, valued, claim) if valued > end else valued


def _counted(sentence: Sentence, figure: Token, at: int) -> tuple[str, int]:
    if figure.kind != "number" or not sentence.word(at).isalpha() or sentence.is_verb(at) or BASIS.at(sentence, at)[0]:
        return "", at
    return sentence.word(at), at + 1


def _measured(sentence: Sentence, claim: Claim, at: int) -> tuple[Claim, int]:
    """What a change is measured against."""
    name, end = BASIS.at(sentence, at)
    if name:
        sentence.basis = BASES[name]
        return replace(claim, basis=sentence.basis), end
    below, end = BELOW.at(sentence, at)
    if below:
        basis, _, end = sentence.target(end)
        direction = 1 if below in ABOVE else -1
        return (replace(claim, basis=basis, direction=direction), end) if basis else (claim, at)
    against, end = AGAINST.at(sentence, at)
    if not against:
        return claim, at
    basis, _, stop = sentence.target(end)
    if basis:
        return replace(claim, basis=basis), stop
    _, stop = BALANCES.at(sentence, end)
    period = sentence.period(stop)
    if period is None:
        return claim, at
    if period.is_instant:
        sentence.context.base = period.end
        return replace(claim, base=period.end), stop + 1
    return replace(claim, against=period), stop + 1


def _of_balance(sentence: Sentence, at: int, claim: Claim) -> int:
    """`from the balance as of March 31, 2016 of JPY117,835 million`, `from our initial target of JPY9 million`."""
    if sentence.word(at) not in OF or not sentence.figure(at + 1):
        return at
    if claim.base:
        return value(sentence, at + 1, claim.subject, stated=Period(claim.base)) or at
    version = VERSIONS.get(sentence.word(at - 2))  # a target without a version is not one to tell apart
    return (value(sentence, at + 1, claim.subject, forecast=version) or at) if claim.basis and version else at
