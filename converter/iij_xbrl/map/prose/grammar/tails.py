"""What follows the figure of a statement: changes, values of another time, remarks, phrases that hold figures."""

from __future__ import annotations

from dataclasses import replace

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.prose.grammar.cursor import AGAINST, BARE, BARE_UP, BASIS, BE, BELOW, IN, OF, REASONS, RISE, RISES
from iij_xbrl.map.prose.grammar.openings import scopes
from iij_xbrl.map.prose.grammar.sentence import Sentence
from iij_xbrl.map.prose.grammar.times_beside import leave_open, time_beside
from iij_xbrl.map.prose.grammar.values import delta, value
from iij_xbrl.map.prose.phrases import Named, subjects_of
from iij_xbrl.taxonomy.roles import YEAR_ON_YEAR


def tails(sentence: Sentence, at: int, subject: Named) -> int:
    """All that follows a value and is understood."""
    while True:
        end = _tail(sentence, at, subject)
        if end is None:
            return at
        at = end


def _tail(sentence: Sentence, at: int, subject: Named) -> int | None:
    if sentence.word(at) == "(":
        return parenthesis(sentence, at, subject)
    start = at + (sentence.word(at) == ",")
    rise, end = RISE.at(sentence, start)
    if rise:
        return delta(sentence, end, subject, RISES[rise])
    if sentence.word(start) in BARE:
        return delta(sentence, start + 1, subject, 1 if sentence.word(start) in BARE_UP else -1)
    if start > at and sentence.sign(start):
        return _signed(sentence, start, subject)
    if start > at and sentence.figure(start) and BELOW.at(sentence, start + 1)[0]:
        return delta(sentence, start, subject, 1)
    if start > at and sentence.figure(start) and _turns(sentence, start + 1):
        return delta(sentence, start, subject, 1, turned=True)
    against, end = AGAINST.at(sentence, start)
    if against:
        return _compare(sentence, end, subject) or of_year_ago(sentence, end, subject)
    _, end = IN.at(sentence, start)
    if start == at or end + 1 == len(sentence.tokens):  # behind a comma nothing else may follow: `..., 1H09`
        period = sentence.period(end)
        opens = sentence.word(end + 1) == ":"  # a period with a colon is that of what stands behind it
        return _time_of_last(sentence, end + 1, period) if period and not opens else None
    return None


def _changed(sentence: Sentence, at: int, subject: Named) -> int | None:
    """`up 38.4% YoY from JPY33,100 million in 1H10`."""
    if sentence.word(at) in BARE:
        end = delta(sentence, at + 1, subject, 1 if sentence.word(at) in BARE_UP else -1)
    else:
        end = _signed(sentence, at, subject)
    against, start = AGAINST.at(sentence, end) if end is not None else ("", 0)
    compared = _compare(sentence, start, subject) or of_year_ago(sentence, start, subject) if against else None
    return compared or end


def of_year_ago(sentence: Sentence, at: int, subject: Named) -> int | None:
    """The amount that a change year on year is measured from, `up 38.4% YoY from JPY33,100 million`."""
    last = [claim for claim in sentence.claims[-2:] if claim.subject == subject and not claim.stated]
    is_year_on_year = any(claim.measure == "change" and claim.basis == YEAR_ON_YEAR for claim in last)
    end = value(sentence, at, subject) if is_year_on_year and sentence.figure(at) else None
    if end is not None:
        sentence.claims[-1] = replace(sentence.claims[-1], year_ago=True)
    return end


def _signed(sentence: Sentence, at: int, subject: Named) -> int | None:
    """A change in percent with its sign, and what it is measured against: `+38.4% YoY`."""
    figure = sentence.figure(at)
    is_measured = BASIS.at(sentence, at + 1)[0] or AGAINST.at(sentence, at + 1)[0]
    is_change = figure is not None and figure.kind == "percent" and is_measured
    return delta(sentence, at, subject, sentence.sign(at)) if is_change else None


def _turns(sentence: Sentence, at: int) -> bool:
    """Whether a direction stands behind a change: `JPY2 million down from ...`, but not `... up to`."""
    return sentence.word(at) in BARE and bool(AGAINST.at(sentence, at + 1)[0] or BASIS.at(sentence, at + 1)[0])


def _compare(sentence: Sentence, at: int, subject: Named) -> int | None:
    """A value of another time, which must be said."""
    before = len(sentence.claims)
    end = value(sentence, at, subject)
    timed = _timed(sentence, end) if end is not None else None
    if timed is None:
        del sentence.claims[before:]
        return None
    if sentence.figure(timed):  # `from JPY180 million for June & JPY120 million for March`
        return _compare(sentence, timed, subject) or timed
    return timed


def _time_of_last(sentence: Sentence, at: int, period: Period) -> int | None:
    """`JPY18,304 million in 1H09`: the time of the statement, said behind its value or its change."""
    if not sentence.claims or sentence.claims[-1].stated not in (None, period) or sentence.claims[-1].against:
        return None
    sentence.claims[-1] = replace(sentence.claims[-1], stated=period)
    if at == len(sentence.tokens):
        leave_open(sentence, period, sentence.claims[-1].subject)
    if period.is_instant:
        sentence.context.as_of = period.end
    else:
        sentence.time = period
    return at


def parenthesis(sentence: Sentence, at: int, subject: Named, *, stray: bool = False) -> int | None:
    """Remarks in parentheses; those that are not understood are passed over.

    A stray one stands behind words that are not understood, which it may belong to.
    """
    close = sentence.closing(at) if sentence.word(at) == "(" else None
    if close is None:
        return None
    position, passed = at + 1, list[tuple[int, int]]()
    while position < close:
        before = len(sentence.claims)
        end = _remark(sentence, position, subject, stray=stray)
        if end is not None and REASONS.at(sentence, end)[0]:
            return close + 1  # what a change is due to may be anything
        if end is None or sentence.word(end) not in (",", ";", ")"):
            del sentence.claims[before:]
            end = next(stop for stop in range(position, close + 1) if sentence.word(stop) in (",", ";", ")"))
            passed.append((position, end))
        position = end + 1
    for begin, stop in passed:
        time_beside(sentence, begin, stop, subject)
    return close + 1


def _remark(sentence: Sentence, at: int, subject: Named, *, stray: bool) -> int | None:
    """A change, a value of another time, or the same value in another currency."""
    held = idiom(sentence, at)
    if held:
        return held
    if sentence.word(at) in BARE or sentence.sign(at):
        return None if stray else _changed(sentence, at, subject)
    period = sentence.period(at)
    if period:
        colon = sentence.aside(at + 1)
        start = colon + 1 if sentence.word(colon) == ":" else BE.at(sentence, at + 1)[1]
        return value(sentence, start, subject, stated=period) if start > at + 1 and not stray else None
    part = None if stray else _part_of(sentence, at, subject)
    if part and sentence.word(part.end) == ":":
        return value(sentence, part.end + 1, part)
    main = next((claim.token for claim in reversed(sentence.claims) if claim.measure == "value"), None)
    end = value(sentence, at, subject)
    if end is None:
        return of_value(sentence, at, timed=stray)
    own = sentence.find(at) is not None
    _, stop = IN.at(sentence, end)
    period = sentence.period(stop)
    if period:
        sentence.claims[-1] = replace(sentence.claims[-1], stated=period, doubtful=stray and not own)
        return stop + 1
    token = sentence.claims[-1].token
    translated = main and token.kind == "amount" and token.currency != main.currency and token.scale == main.scale
    return end if translated and not stray else None


def _part_of(sentence: Sentence, at: int, whole: Named) -> Named | None:
    """The phrase at a position, as a part of the whole."""
    found = sentence.phrase(at)
    wholes = {phrase.concept for phrase in whole.phrases}
    inside = tuple(phrase for phrase in found.phrases if phrase.part_of in wholes) if found else ()
    return replace(found, phrases=inside) if found and inside else None


def of_value(sentence: Sentence, at: int, *, timed: bool = False) -> int | None:
    """`payments for purchase of property and equipment of JPY3,382 million (JPY2,164 million for 1H10)`."""
    named = sentence.find(at)
    if named is None or named.held or not subjects_of(named):
        return None
    before = len(sentence.claims)
    end = scopes(sentence, named.end)
    valued = value(sentence, end + 1, named) if sentence.word(end) in OF else None
    if valued is not None and timed:
        valued = _timed(sentence, valued)
    if valued is None:
        del sentence.claims[before:]
        return None
    done = parenthesis(sentence, valued, named) or valued
    sentence.settle(before)
    return done


def _timed(sentence: Sentence, at: int) -> int | None:
    """The time of the last value, which must follow."""
    _, end = IN.at(sentence, at)
    period = sentence.period(end)
    if period is None:
        return None
    sentence.claims[-1] = replace(sentence.claims[-1], stated=period)
    return end + 1


def idiom(sentence: Sentence, at: int) -> int | None:
    """A phrase that holds its own figure."""
    named = sentence.find(at)
    figure = next((token for token in named.held if token.is_figure), None) if named else None
    if named is None or figure is None:
        return None
    before = len(sentence.claims)
    held = next((token.mention.period for token in named.held if token.mention), None)
    days = [] if sentence.named else _days(sentence)
    stated = held or (days[0] if len(days) == 1 else None)
    counted = next((token.text for token in sentence.tokens[at : named.end] if token.start > figure.end), "")
    sentence.claims.append(Claim(figure, named, named.phrases, "value", stated=stated, counted=counted))
    end = tails(sentence, named.end, named)
    sentence.settle(before)
    return end


def _days(sentence: Sentence) -> list[Period]:
    """The days that the sentence names outside parentheses."""
    depth, days = 0, []
    for token in sentence.tokens:
        depth = max(depth + (token.text == "(") - (token.text == ")"), 0)  # `Note 1)` closes what none opened
        if token.mention and token.mention.period.is_instant and not depth:
            days.append(token.mention.period)
    return days
