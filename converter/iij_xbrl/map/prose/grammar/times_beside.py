"""The time of a value that is said in parentheses behind it: `JPY22,817 million (2Q11)`, `(as of March 31, 2011)`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.map.prose.grammar.cursor import IN, TARGETS
from iij_xbrl.map.prose.grammar.sentence import Sentence
from iij_xbrl.map.prose.phrases import Named
from iij_xbrl.taxonomy.roles import ANNOUNCED

_FEW = 5  # tokens of a remark that says a time, and little more
_MOST = 8  # figures of one statement


def time_beside(sentence: Sentence, at: int, end: int, subject: Named) -> None:
    """Gives the figures in front of a remark the time that it says; what may be of that time is left open.

    Behind several statements it may speak of them all, and of another one where words stand in it that are not
    understood.
    """
    period = next((found for stop in range(at, end) if (found := sentence.period(stop))), None)
    if period is None or end - at > _FEW or any(sentence.figure(stop) for stop in range(at, end)):
        return
    is_target = _target(sentence, at, end)
    last = len(sentence.claims) - 1
    for number in range(last, max(last - _MOST, -1), -1):
        claim = sentence.claims[number]
        if claim.subject != subject:
            break
        if claim.stated is not None:
            continue
        forecast = ANNOUNCED if is_target else claim.forecast
        is_told = is_target is not None
        told = replace(claim, stated=period, forecast=forecast) if is_told else replace(claim, doubtful=True)
        sentence.claims[number] = told
    if end == len(sentence.tokens) - 1:
        leave_open(sentence, period, subject)


def leave_open(sentence: Sentence, period: Period, subject: Named) -> None:
    """A time at the end of a sentence may be that of the statements in front of the last one, too.

    A day is one of balances alone. Behind a semicolon it may be that of what has the time in front of it.
    """
    begin = max((token.start for token in sentence.tokens if token.text == ";"), default=0)
    for number, claim in enumerate(sentence.claims):
        if claim.stated is not None or claim.subject == subject:
            continue
        if period.is_instant:
            sentence.claims[number] = replace(claim, as_of_above=period.end)
        else:
            is_carried = claim.period not in (None, period) and 0 < begin < claim.token.start
            sentence.claims[number] = replace(claim, said=period, doubtful=claim.doubtful or is_carried)


def _target(sentence: Sentence, at: int, end: int) -> bool | None:
    """Whether a remark says a target of its period, or a period alone; None where it says something else."""
    for start, is_target in _starts(sentence, at):
        if sentence.period(start) is None:
            continue
        behind = TARGETS.at(sentence, start + 1)[1]
        if behind == end:
            return is_target or behind > start + 1
    return None


def _starts(sentence: Sentence, at: int) -> Iterator[tuple[int, bool]]:
    """Where a period may stand: first, or behind a target."""
    yield IN.at(sentence, at)[1], False
    target = TARGETS.at(sentence, at)[1]
    if target > at:
        yield IN.at(sentence, target)[1], True
