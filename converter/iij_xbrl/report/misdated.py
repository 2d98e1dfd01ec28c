"""Periods that the words of a release cannot mean: over before they end, or a comparative of another period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from iij_xbrl.extract.periods import Calendar, Mention, Period, months_from, months_to
from iij_xbrl.extract.words import period_mentions
from iij_xbrl.facts import RATE, Leftover, Occurrence
from iij_xbrl.read.document import Document, Text

_ENDED = re.compile(r"\bended\b", re.IGNORECASE)
_CONFORMED = re.compile(r"\bto conform (?:to|with)\b", re.IGNORECASE)
_QUARTER = 3  # months; a release on one quarter may come after the end of the next
_YEAR = 12
_RESULTS = re.compile(r"\bon\s+(?P<length>annual|quarterly)\s+results\s*:", re.IGNORECASE)
_PAIR = 2
_ONE_UNIT = re.compile(r"\$\s?1(?:\.0+)?\b|\b1(?=\s+U)")  # of the currency that the rate is for
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"\.\s+[A-Z]")


def misdated(
    document: Document, calendar: Calendar, reported: Period | None, facts: Iterable[Occurrence]
) -> Iterator[Leftover]:
    """What names a period that cannot be meant, each with why.

    `reported` is the reporting period, `facts` are those of the running text, exchange rates among them.
    """
    rates = [fact for fact in facts if RATE in fact.point.unit]
    for text in document.texts:
        named = period_mentions(text.plain, calendar)
        found = [mention for mention in named if mention.kind == "duration"]
        yield from _of_another_day(text, named, rates)
        if reported:
            yield from _not_over(text, found, reported.end)
            yield from _of_another_length(text, reported)
        if _CONFORMED.search(text.plain):
            yield from _no_comparative(text, found)


def _of_another_day(text: Text, named: Sequence[Mention], rates: Iterable[Occurrence]) -> Iterator[Leftover]:
    """The days behind exchange rates, in their sentence, on which these are not the release's rate."""
    line, start, end = text.span.line, text.span.start, text.span.end
    for rate in rates:
        if rate.span.line != line or not start <= rate.span.start < end:
            continue
        behind = [item for item in named if start + item.start > rate.span.end and item.kind == "instant"]
        day = behind[0] if behind else None
        between = text.plain[rate.span.end - start : day.start] if day else ""
        is_its_own = day and not _SENTENCE_END.search(between) and not _DIGIT.search(_ONE_UNIT.sub("", between))
        if day and is_its_own and day.period != rate.point.period:
            yield _told(text, day, f"{rate.text} is the rate of {rate.point.period}")


def _of_another_length(text: Text, reported: Period) -> Iterator[Leftover]:
    """Entries of a form on annual results in a release on a part of a year, or the other way round."""
    for match in _RESULTS.finditer(text.plain):
        is_annual = match["length"].casefold() == "annual"
        if is_annual != (reported.months == _YEAR):
            span = text.span.within(*match.span("length"))
            label, reason = text.plain[: match.start("length")].strip(), f"the release reports on {reported}"
            yield Leftover(span, match["length"], label, "", "not-a-fact", reason)


def _not_over(text: Text, found: list[Mention], last_day: date) -> Iterator[Leftover]:
    """Periods that are said to have ended and end more than a quarter after the release's last day."""
    quarter_after = months_from(last_day + timedelta(days=1), _QUARTER)
    for mention in found:
        said = _ENDED.search(text.plain, mention.start, mention.end)
        if said and mention.period.end > quarter_after.end:
            yield _told(text, mention, f"it had not ended: the release reports on {last_day}")


def _no_comparative(text: Text, found: list[Mention]) -> Iterator[Leftover]:
    """A period whose presentation was changed to that of another one, and which is not the one a year before it."""
    if len(found) != _PAIR or found[0].period.months != found[1].period.months:
        return
    changed, current = found
    comparative = _year_before(current.period)
    if changed.period != comparative:
        yield _told(text, changed, f"what is made to conform to {current.period} is the comparative, {comparative}")


def _year_before(period: Period) -> Period:
    assert period.start is not None
    start = months_to(period.start - timedelta(days=1), _YEAR).start
    assert start is not None
    return months_from(start, period.months)


def _told(text: Text, mention: Mention, reason: str) -> Leftover:
    printed = " ".join(text.plain[mention.start : mention.end].split())
    label = " ".join(text.plain[: mention.start].split())
    return Leftover(text.span.within(mention.start, mention.end), printed, label, "", "not-a-fact", reason)
