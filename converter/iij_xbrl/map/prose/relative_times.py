"""Times that a sentence tells by the period of its section: `in the second quarter`, `a year ago`.

They count where the sentence names no period in full, where they are not what a figure is but compared with, and where
amounts stand on one side of them only: else nothing says whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from iij_xbrl.extract.times.calendar import add_months
from iij_xbrl.extract.times.period_names import is_defined
from iij_xbrl.extract.times.periods import Calendar, Mention, Period, months_to
from iij_xbrl.extract.tokens import Token
from iij_xbrl.languages import ENGLISH

_NAMES = ("quarter", "passed", "length", "year_ago", "year_before")
_PATTERNS = tuple(ENGLISH.patterns[f"times.{name}"] for name in _NAMES)
_QUARTER, _PASSED, _LENGTH, _YEAR_AGO, _YEAR_BEFORE = _PATTERNS
_COMPARED = ENGLISH.patterns["times.compared_before"]
_ORDINALS, _COUNTS = ENGLISH.numbers("ordinals"), ENGLISH.numbers("counts")
_LEADS = frozenset(ENGLISH.words["leads_to_time"])
_YEAR = 12
_QUARTER_OF_YEAR = 3


def with_relative_times(
    sentence: Sequence[Token], text: str, current: Period | None, calendar: Calendar
) -> tuple[Token, ...]:
    """The tokens of a sentence, its relative times as periods; `current` is the period of its section."""
    if current is None or current.start is None or any(token.mention for token in sentence):
        return tuple(sentence)
    begin, end = sentence[0].start, sentence[-1].end
    found = [
        (match, period)
        for pattern in _PATTERNS
        for match in pattern.finditer(text, begin, end)
        if not _COMPARED.search(text, begin, match.start()) and (period := _meant(pattern, match, current, calendar))
    ]
    if len(found) != 1:  # none, or several of which nothing says whose they are
        return tuple(sentence)
    ((match, period),) = found
    start, stop = match.span()
    amounts = {token.start > start for token in sentence if token.kind == "amount"}
    before = [token for token in sentence if token.end <= start]
    if len(amounts) != 1 or _is_apart(before):
        return tuple(sentence)
    told = Token("period", start, stop, match.group().casefold(), mention=Mention(start, stop, period, "duration"))
    return (*before, told, *(token for token in sentence if token.start >= stop))


def _is_apart(before: Sequence[Token]) -> bool:
    """Whether a mark stands in front of a phrase, with or without `in` between: it may be of other words."""
    said = [token for token in before[-2:] if token.text not in _LEADS]
    return bool(said) and said[-1].kind == "mark"


def _meant(pattern: re.Pattern[str], match: re.Match[str], current: Period, calendar: Calendar) -> Period | None:
    """The period that a phrase means; None where it lies outside of what the section reports on."""
    if pattern is _QUARTER:
        number = _ORDINALS[match["ordinal"].lower()]
        if is_defined(f"{number}Q", calendar):
            return None  # as the document calls more months, or the quarter
        first = (number - 1) * _QUARTER_OF_YEAR
        period = calendar.span(calendar.year_of(current.end), first, _QUARTER_OF_YEAR)
        return period if current.holds(period) else None
    if pattern is _PASSED:
        return months_to(current.end, _COUNTS[match["count"].lower()])
    if pattern is _LENGTH:
        months = _COUNTS[match["count"].lower()]
        return months_to(current.end, months) if months <= current.months else None
    if pattern is _YEAR_AGO:
        return months_to(add_months(current.end, -_YEAR), current.months)
    assert pattern is _YEAR_BEFORE
    return calendar.span(calendar.year_of(current.end) - 1, 0, _YEAR)
