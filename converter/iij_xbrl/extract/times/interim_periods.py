"""Interim periods: the half of a fiscal year that ends on a day, and no other part of one."""

from __future__ import annotations

from iij_xbrl.extract.times.calendar import Calendar, Mention, months_to
from iij_xbrl.languages import ENGLISH

_INTERIM_IN_FRONT = ENGLISH.patterns["periods.interim_in_front"]
_HALF = 6  # months
_AHEAD = 40  # characters, more than the words have


def with_interim(mention: Mention, text: str, calendar: Calendar) -> Mention:
    """The half of a fiscal year that ends on a day, where the text calls it an interim period."""
    lead = _INTERIM_IN_FRONT.search(text, max(mention.start - _AHEAD, 0), mention.start)
    if lead is None or mention.kind != "date" or not calendar.is_known:
        return mention
    half = months_to(mention.period.end, _HALF)
    is_half = half.start == calendar.year_start(calendar.year_of(mention.period.end))
    return Mention(lead.start(), mention.end, half, "duration") if is_half else mention
