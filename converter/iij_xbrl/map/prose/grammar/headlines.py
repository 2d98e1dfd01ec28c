"""Headlines of lists and slides: a subject with its value, and lines that say the values of a subject named above."""

from __future__ import annotations

from dataclasses import replace

from iij_xbrl.map.prose.grammar.cursor import AND, BARE, DOWN, IN, REASONS, UP
from iij_xbrl.map.prose.grammar.sentence import Sentence
from iij_xbrl.map.prose.grammar.tails import tails
from iij_xbrl.map.prose.grammar.values import value
from iij_xbrl.map.prose.phrases import Named
from iij_xbrl.taxonomy.roles import ANNOUNCED


def is_heading(sentence: Sentence, at: int) -> bool:
    """A phrase that stands alone: what follows may give its values by period."""
    period = sentence.period(at)
    timed = period if period and not period.is_instant else None
    named = sentence.find(at + bool(timed))
    colon = named is not None and sentence.word(named.end) == ":"
    if named and not named.held and named.end + colon == len(sentence.tokens):
        sentence.context.carried, sentence.context.carried_time, sentence.context.headed = named, timed, colon
        return True
    return False


def headline(sentence: Sentence, at: int, subject: Named) -> int | None:
    """`Revenues JPY54,397 million (up 6.4% YoY)`; with a colon, and then for a period, others may follow."""
    colon = sentence.word(at) in (":", ";")
    before = len(sentence.claims)
    end = value(sentence, at + colon, subject)
    if end is None:
        return (_changes(sentence, at + 1, subject) or _all_by_period(sentence, at + 1, subject)) if colon else None
    end = tails(sentence, end, subject)
    if colon and sentence.period(at - 1):
        sentence.context.carried, sentence.context.carried_time, sentence.context.headed = subject, None, False
    if sentence.context.targets_beside and sentence.figure(end):
        target = value(sentence, end, subject)
        sentence.claims[-1] = replace(sentence.claims[-1], forecast=ANNOUNCED)
        end = target or end
    sentence.claims[before:] = [replace(claim, bare=True) for claim in sentence.claims[before:]]
    return end if colon or end == len(sentence.tokens) or _lists(sentence, end) else None


def _lists(sentence: Sentence, at: int) -> bool:
    """Whether another entry follows behind a semicolon: words that are known, and a figure."""
    named = sentence.find(at + 1) if sentence.word(at) == ";" else None
    return named is not None and not named.held and sentence.figure(named.end) is not None


def _changes(sentence: Sentence, at: int, subject: Named) -> int | None:
    """`Total cost of SI: up 17.6% YoY, up 3.2% QoQ`."""
    end = tails(sentence, at, subject) if sentence.word(at) in BARE else at
    return end if end > at else None


def carried(sentence: Sentence, at: int) -> int | None:
    """`As of March 31, 2011: 206,478 shares`, below a line that names the subject."""
    subject = sentence.context.carried
    if subject is None:
        return None
    alone = _below_heading(sentence, at, subject)
    if alone is not None:
        return alone
    return _by_period(sentence, at, subject)


def _all_by_period(sentence: Sentence, at: int, subject: Named) -> int | None:
    """`Number of shares: As of March 31, 2011: 206,478 shares As of ...: ...`, and no word more."""
    before = len(sentence.claims)
    end = _by_period(sentence, at, subject)
    if end != len(sentence.tokens):
        del sentence.claims[before:]
        return None
    return end


def _by_period(sentence: Sentence, at: int, subject: Named) -> int | None:
    """Past values that each stand behind a period and a colon."""
    before = len(sentence.claims)
    while True:
        start = IN.at(sentence, at)[1]
        period = sentence.period(start)
        end = value(sentence, start + 2, subject, stated=period) if period and sentence.word(start + 1) == ":" else None
        if end is None and period and start + 2 == len(sentence.tokens) and sentence.word(start + 1) == ":":
            sentence.context.carried_time, sentence.context.headed = period, True  # its value begins the next line
            return start + 2
        if end is None:
            return at if len(sentence.claims) > before else None
        sentence.time = None if period is None or period.is_instant else period
        mark = len(sentence.claims) - 1
        at = tails(sentence, end, subject)
        sentence.settle(mark)


def _below_heading(sentence: Sentence, at: int, subject: Named) -> int | None:
    """A value alone, or `Up 37.7% YoY and up 1.3% QoQ due to ...`, right below a line that names the subject.

    A conversion may tear labels from values: the line must end with a colon, or for changes name a period.
    """
    before = len(sentence.claims)
    if not (sentence.context.headed or (sentence.context.carried_time and sentence.word(at) in UP | DOWN)):
        return None
    if sentence.word(at) in UP | DOWN:
        end = tails(sentence, at, subject)
        while sentence.word(end) in AND and sentence.word(end + 1) in UP | DOWN:
            end = tails(sentence, end + 1, subject)
        understood = end == len(sentence.tokens) or bool(REASONS.at(sentence, end)[0])
    else:
        end = value(sentence, at, subject, stated=sentence.context.carried_time) or at
        understood = end == len(sentence.tokens)
    if not understood or len(sentence.claims) == before:
        del sentence.claims[before:]
        return None
    sentence.time = sentence.context.carried_time
    sentence.settle(before)
    sentence.context.carried = None
    return end
