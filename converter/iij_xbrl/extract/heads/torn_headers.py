"""What a conversion leaves of the names of periods in headers, held against the names in full."""

from __future__ import annotations

import re

from iij_xbrl.extract.times.periods import Mention, Period
from iij_xbrl.languages import ENGLISH, JAPANESE

_SPOKEN = {months: words for words, months in ENGLISH.numbers("spoken").items()}

_MONTH = ENGLISH.patterns["headers.month_named"]
_MONTH_ALONE = ENGLISH.patterns["headers.month_alone"]


def is_left_of(text: str, period: Period) -> bool:
    """Whether a text is what a conversion left of the name of a period: pieces of it in order, one letter misread.

    Japanese words are no pieces of an English name.
    """
    if _MONTH_ALONE.fullmatch(text) or JAPANESE.script.search(text):
        return False
    full, at, sound = _in_full(period), 0, True
    for piece in re.findall(r"[a-z]+|\d+", text.lower()):
        start = full.find(piece, at)
        if start < 0 and sound and piece.isalpha() and len(piece) > 1:
            start, sound = _misread(piece, full, at), False
        if start < 0:
            return False
        at = start + len(piece)
    return True


def _misread(piece: str, full: str, at: int) -> int:
    """Where a text holds a piece with one letter misread; -1 where it does not."""
    for start in range(at, len(full) - len(piece) + 1):
        pairs = zip(piece, full[start : start + len(piece)], strict=True)
        if sum(one != other for one, other in pairs) == 1:
            return start
    return -1


def _in_full(period: Period) -> str:
    """How a caption names a period, in small letters without spaces and stops."""
    month = ENGLISH.words["month_names"][period.end.month - 1]
    full = f"{_SPOKEN.get(period.months, '')}{month}{period.end.day},{period.end.year}"
    return re.sub(r"[\s,.]", "", full.lower())


def fits(fragment: str, mention: Mention | None, named: Mention) -> bool:
    """Whether what is left of a header may be a period that a caption names; `mention` is what it tells itself."""
    if mention and mention.period.end != named.period.end:
        return False
    if named.period.start and names_month(fragment):
        return False
    left, right = re.sub(r"[\s,.]", "", fragment.lower()), _in_full(named.period)
    if _is_scattered(left, right):
        return True  # letters may be lost, and one misread; digits may not
    return any(_is_scattered(left[:at] + left[at + 1 :], right) for at, char in enumerate(left) if char.isalpha())


def names_month(header: str) -> bool:
    """Whether a header is the name of a month alone, as `Sep.` is."""
    return _MONTH.fullmatch(header) is not None


def _is_scattered(fragment: str, full: str) -> bool:
    """Whether the characters of a fragment stand in a text in the same order."""
    position = 0
    for char in fragment:
        position = full.find(char, position) + 1
        if not position:
            return False
    return True
