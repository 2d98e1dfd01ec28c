"""Statements: subjects with their predicates, `Revenues were ...`, `... increased by ...`, `... to reach ...`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.map.prose.grammar.cursor import ADVERBS, AGAINST, AIMS, AND, BE, BY, DOWN, LONGEST, TO, UP, WHICH
from iij_xbrl.map.prose.grammar.headlines import headline
from iij_xbrl.map.prose.grammar.openings import respectively
from iij_xbrl.map.prose.grammar.remainders import changes_of_both, damaged_value, subject_of_forecast
from iij_xbrl.map.prose.grammar.sentence import Sentence
from iij_xbrl.map.prose.grammar.tails import of_year_ago, parenthesis, tails
from iij_xbrl.map.prose.grammar.values import delta, value
from iij_xbrl.map.prose.phrases import Named
from iij_xbrl.taxonomy.roles import ANNOUNCED


def statement(sentence: Sentence, at: int, *, opens: bool = False) -> int | None:
    """Past a subject and its predicate; the first one of a sentence may be a headline as well."""
    before, kept = len(sentence.claims), sentence.time
    period = sentence.period(at)
    if period and not period.is_instant:
        sentence.time = period
        at += 2 if opens and sentence.word(at + 1) == ":" else 1
    subjects, end = subject_of_forecast(sentence, at)
    end = _past_apposition(sentence, at, end)
    if subjects and not _is_about_title(sentence, subjects[0]):
        done = _being(sentence, end, subjects) or _changing(sentence, end, subjects)
        if done is None and opens and len(subjects) == 1 and not sentence.forecast:
            done = headline(sentence, end, subjects[0])
        if done is not None and len(sentence.claims) > before and not sentence.narrows(done):
            sentence.named.extend(subjects)
            for named in subjects:
                sentence.context.topics.add({phrase.concept for phrase in named.phrases})
            sentence.settle(before)
            if sentence.time and sentence.time != kept:
                sentence.context.said = (sentence.indent(), sentence.time)
            return done
    del sentence.claims[before:]
    sentence.time = kept
    return None


def _past_apposition(sentence: Sentence, start: int, end: int) -> int:
    """Past the comma behind a subject that holds one: `SI revenues, including equipment sales, were ...`."""
    holds_comma = any(sentence.word(at) == "," for at in range(start, end))
    return end + 1 if holds_comma and sentence.word(end) == "," and sentence.is_verb(end + 1) else end


def _is_about_title(sentence: Sentence, subject: Named) -> bool:
    """Whether one bare word (`Revenues`) may speak of what the title names, and not of what it says."""
    concepts = {phrase.concept for phrase in subject.phrases}
    titled = sentence.context.titled
    return bool(titled) and subject.end - subject.start == 1 and not concepts & titled


def _being(sentence: Sentence, at: int, subjects: Sequence[Named]) -> int | None:
    while sentence.word(at) in ADVERBS and not BE.at(sentence, at)[0]:
        at += 1
    verb, end = BE.at(sentence, at)
    if not verb:
        return _planned(sentence, at, subjects)
    if len(subjects) > 1:
        return _values(sentence, end, subjects)
    if sentence.word(end) in UP | DOWN:
        return delta(sentence, end + 1, subjects[0], 1 if sentence.word(end) in UP else -1)
    relative = _relative(sentence, end)
    if relative is not None:
        return _being(sentence, relative, subjects)
    valued = value(sentence, end, subjects[0])
    valued = damaged_value(sentence, end) if valued is None else valued
    return tails(sentence, valued, subjects[0]) if valued is not None else None


def _planned(sentence: Sentence, at: int, subjects: Sequence[Named]) -> int | None:
    """`Number of servers to reach approx. 10,000 servers at the end of FY2011`: a target, of a day that is said."""
    _, end = AIMS.at(sentence, at)
    if end == at or len(subjects) > 1:
        return None
    valued = value(sentence, end, subjects[0], forecast=ANNOUNCED)
    day = sentence.period(valued) if valued is not None else None
    if valued is None or day is None or not day.is_instant:
        return None
    sentence.claims[-1] = replace(sentence.claims[-1], stated=day)
    return valued + 1


def _relative(sentence: Sentence, at: int) -> int | None:
    """`was beyond our expectations, which has reached ...`: the relative clause goes on about the subject."""
    for end in range(at, min(at + LONGEST, len(sentence.tokens))):
        if sentence.word(end) == "," and sentence.word(end + 1) in WHICH:
            return end + 2
        if sentence.tokens[end].kind != "word":
            return None
    return None


def _values(sentence: Sentence, at: int, subjects: Sequence[Named]) -> int | None:
    """`... were JPY4,429 million (down 19.5% YoY) and JPY11,814 million as of September 30, 2009, respectively`."""
    for number, subject in enumerate(subjects):
        if number:
            if sentence.word(at) not in AND:
                return None
            at += 1
        end = value(sentence, at, subject)
        if end is None:
            return None
        at = parenthesis(sentence, end, subject) or end
    return respectively(sentence, at)


def _changing(sentence: Sentence, at: int, subjects: Sequence[Named]) -> int | None:
    while sentence.word(at) in ADVERBS:
        at += 1
    if sentence.word(at) not in UP | DOWN:
        return None
    subject, direction = subjects[0], 1 if sentence.word(at) in UP else -1
    at += 1
    at += sentence.word(at) in BY
    if len(subjects) > 1:
        return changes_of_both(sentence, at, subjects, direction)
    changed = delta(sentence, at, subject, direction)
    against, start = AGAINST.at(sentence, changed) if changed is not None else ("", 0)
    changed = (of_year_ago(sentence, start, subject) if against else None) or changed
    _, end = TO.at(sentence, changed or at)
    _, end = BE.at(sentence, end)
    valued = value(sentence, end, subject) if end > (changed or at) else None
    done = valued or changed
    return tails(sentence, done, subject) if done is not None else None
