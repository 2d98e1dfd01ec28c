"""Periods that the words of a release cannot mean: over before they end, or a comparative of another period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from iij_xbrl.extract.times.periods import Calendar, Mention, Period, months_from, year_before
from iij_xbrl.extract.tokens import period_mentions
from iij_xbrl.facts import Leftover
from iij_xbrl.languages import ENGLISH
from iij_xbrl.read.document import Document, Text
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.no_figures import NoComparative, NotEnded, ReportsOn

_ENDED = ENGLISH.patterns["dates.ended"]
_CONFORMED = ENGLISH.patterns["dates.conformed"]
_QUARTER = 3  # months; a release on one quarter may come after the end of the next
_YEAR = 12
_RESULTS = ENGLISH.patterns["dates.results_of"]
_ANNUAL = frozenset(ENGLISH.words["annual"])
_PAIR = 2
_OWN = 3  # times: a day that so many words say is over is the release's own, of which no figures were read


def misdated(document: Document, calendar: Calendar, reported: Period | None) -> Iterator[Leftover]:
    """What names a period that cannot be meant, each with why; `reported` is the reporting period, if it is known."""
    if reported:
        ended = [found for text in document.worded for found in _not_over(text, calendar, reported.end)]
        often = Counter(mention.period.end for _, mention in ended)
        for text, mention in ended:
            if often[mention.period.end] < _OWN:
                yield _told(text, mention, NotEnded(str(reported.end)))
    for text in document.worded:
        if reported:
            yield from _of_another_length(text, reported)
        if _CONFORMED.search(text.plain):
            yield from _no_comparative(text, _durations(text, calendar))


def _durations(text: Text, calendar: Calendar) -> list[Mention]:
    return [mention for mention in period_mentions(text.plain, calendar) if mention.kind == "duration"]


def _of_another_length(text: Text, reported: Period) -> Iterator[Leftover]:
    """Entries of a form on annual results in a release on a part of a year, or the other way round."""
    for match in _RESULTS.finditer(text.plain):
        is_annual = match["length"].casefold() in _ANNUAL
        if is_annual != (reported.months == _YEAR):
            span = text.span.within(*match.span("length"))
            label, reason = text.plain[: match.start("length")].strip(), ReportsOn(str(reported))
            yield Leftover(span, match["length"], label, "", "not-a-fact", reason)


def _not_over(text: Text, calendar: Calendar, last_day: date) -> Iterator[tuple[Text, Mention]]:
    """Periods that are said to have ended and end more than a quarter after the last day that is known."""
    if not _ENDED.search(text.plain):
        return
    quarter_after = months_from(last_day + timedelta(days=1), _QUARTER)
    for mention in _durations(text, calendar):
        said = _ENDED.search(text.plain, mention.start, mention.end)
        if said and mention.period.end > quarter_after.end:
            yield text, mention


def _no_comparative(text: Text, found: list[Mention]) -> Iterator[Leftover]:
    """A period whose presentation was changed to that of another one, and which is not the one a year before it."""
    if len(found) != _PAIR or found[0].period.months != found[1].period.months:
        return
    changed, current = found
    comparative = year_before(current.period)
    if changed.period != comparative:
        yield _told(text, changed, NoComparative(str(current.period), str(comparative)))


def _told(text: Text, mention: Mention, reason: Reason) -> Leftover:
    printed = " ".join(text.plain[mention.start : mention.end].split())
    label = " ".join(text.plain[: mention.start].split())
    return Leftover(text.span.within(mention.start, mention.end), printed, label, "", "not-a-fact", reason)
