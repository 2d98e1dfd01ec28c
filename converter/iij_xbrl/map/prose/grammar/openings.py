"""What stands in front of the predicates: list marks, frames that give time and comparison, subjects, scopes."""

from __future__ import annotations

import re

from iij_xbrl.map.prose.grammar.cursor import (
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
    LINKS,
    LONGEST,
    NEUTRAL,
    NOTE_NUMBER,
    RESPECTIVELY,
    SETTING,
    TOTAL,
    WHICH,
)
from iij_xbrl.map.prose.grammar.sentence import Sentence
from iij_xbrl.map.prose.phrases import Named, subjects_of

_LONGEST_SCOPE = 12  # words
_COUNTS = re.compile("[ivx]{1,4}")  # items of a list


def marks(sentence: Sentence, at: int) -> int:
    """Past a list number or note mark in front of the sentence."""
    if sentence.word(at) == "(" and sentence.word(at + 2) == ")":
        return at + 3
    if NOTE_NUMBER.fullmatch(sentence.word(at)) and sentence.word(at + 1) in (")", ":"):
        return at + 2
    if _COUNTS.fullmatch(sentence.word(at)) and sentence.text[sentence.tokens[at].end :][:2] == ". ":
        return at + 1
    return at + 2 if sentence.figure(at) and sentence.word(at + 1) == ")" else at


def frames(sentence: Sentence, at: int) -> int:
    """Past what tells of time, comparison and topic in front of a statement."""
    while True:
        end = _frame(sentence, at)
        if end is None:
            return at
        at = end


def is_set_elsewhere(sentence: Sentence, at: int) -> bool:
    """Whether words that nothing knows stand in front of a statement and set it: `In the mobile segment, there was`.

    Nothing tells whether what follows is about the issuer.
    """
    begin = max(words.at(sentence, at)[1] for words in (ABOUT_TOPIC, IN, SETTING))
    if begin == at or LINKS.at(sentence, at)[0]:
        return False
    end = next((stop for stop in range(begin, begin + _LONGEST_SCOPE) if sentence.word(stop) == ","), begin)
    return any(token.kind == "word" and token.text not in NEUTRAL for token in sentence.tokens[begin:end])


def _frame(sentence: Sentence, at: int) -> int | None:
    named, end = FRAMES.at(sentence, at)
    if named:
        return end + (sentence.word(end) == ",")
    mention = sentence.tokens[at].mention if at < len(sentence.tokens) else None
    if mention and mention.kind == "instant" and sentence.word(at + 1) == ",":
        sentence.context.as_of = mention.period.end
        return at + 2
    _, end = IN.at(sentence, at)
    period = sentence.period(end)
    if end > at and period and not period.is_instant and sentence.word(end + 1) == ",":
        sentence.time = period
        return end + 2
    _, end = COMPARED.at(sentence, at)
    if end > at:
        return _compared(sentence, BALANCES.at(sentence, end)[1])
    _, end = ABOUT_TOPIC.at(sentence, at)
    return _topic(sentence, end) if end > at else None


def _compared(sentence: Sentence, at: int) -> int | None:
    period = sentence.period(at)
    if period is None or not period.is_instant or sentence.word(at + 1) != ",":
        return None
    sentence.context.base = period.end
    return at + 2


def _topic(sentence: Sentence, at: int) -> int | None:
    end = sentence.book.topic(sentence.tokens, at)
    if end is None:
        return None
    period = sentence.period(end)
    if period and period.is_instant:
        sentence.context.as_of = period.end
        end += 1
    return end + 1 if sentence.word(end) == "," else None


def subjects_at(sentence: Sentence, at: int) -> tuple[list[Named], int]:
    """One or two subjects of a statement, none where the words are not known to be one."""
    _, at = BALANCE_OF.at(sentence, at)
    first = _topical(sentence, at) or sentence.find(at)
    if first is None or not subjects_of(first) or any(token.is_figure for token in first.held):
        return [], at
    sentence.time = next((token.mention.period for token in first.held if token.mention), sentence.time)
    end = first.end
    if sentence.word(end) not in AND:
        return [first], end
    stop = end + 1
    while stop < len(sentence.tokens) and sentence.tokens[stop].kind == "word" and not sentence.is_verb(stop):
        stop += 1
    tail = sentence.tokens[end + 1 : stop]
    second = sentence.book.extended(sentence.tokens[at:end], tail) if tail else None
    if second is None and tail:
        second = sentence.book.find(tail, 0)
        second = second if second and second.end == len(tail) else None
    if second is None:
        return [first], end
    return [first, Named(second.phrases, end + 1, stop)], stop


def _topical(sentence: Sentence, at: int) -> Named | None:
    """`As for A, B ...`: the phrase `A B`."""
    _, start = AS_FOR.at(sentence, at)
    if start == at:
        return None
    comma = next(
        (stop for stop in range(start, min(start + 8, len(sentence.tokens))) if sentence.word(stop) == ","), None
    )
    if comma is None:
        return None
    found = sentence.book.find((*sentence.tokens[start:comma], *sentence.tokens[comma + 1 :]), 0)
    if found is None or found.end <= comma - start:
        return None
    return Named(found.phrases, at, start + found.end + 1)


def scopes(sentence: Sentence, at: int) -> int:
    """The time of a subject, `in total`, a day to compare with, appositions."""
    while True:
        end = _scope(sentence, at)
        if end is None:
            return at
        at = end


def _scope(sentence: Sentence, at: int) -> int | None:
    _, end = IN.at(sentence, at)
    period = sentence.period(end)
    if period:
        if period.is_instant:
            sentence.context.as_of = period.end
        else:
            sentence.time = period
        return end + 1
    if sentence.word(at) in INSIDE and sentence.word(at + 1) in TOTAL:
        return at + 2
    _, end = COMPARED.at(sentence, at)
    if end > at:
        return _compared(sentence, BALANCES.at(sentence, end)[1])
    if sentence.word(at) == "(" and sentence.word(at + 1) in INCLUDING and sentence.aside(at) > at:
        return sentence.aside(at)
    return _apposition(sentence, at)


def _apposition(sentence: Sentence, at: int) -> int | None:
    """`, a one-time revenue,` and `, which are recurring revenues,` say nothing that narrows the subject."""
    if sentence.word(at) != "," or not (sentence.word(at + 1) in WHICH or sentence.has_article(at + 1)):
        return None
    for end in range(at + 1, min(at + LONGEST, len(sentence.tokens))):
        if sentence.word(end) == ",":
            return end + 1
        if sentence.tokens[end].kind != "word" or sentence.word(end) in DOUBTS:
            return None
    return None


def respectively(sentence: Sentence, at: int) -> int | None:
    """Past `as of September 30, 2009, respectively`."""
    at = scopes(sentence, at)
    at += sentence.word(at) == ","
    return at + 1 if sentence.word(at) in RESPECTIVELY else None
