"""What Japanese sentences say of the names of periods and of columns, as `当社の上期は7月に始まります` does.

The subject is a name of periods, a kind of them, the day of closing, or the figures and columns of a table. What is
said of it counts where it is nothing but times and words that say that it is so: a sentence with more in it tells how
the business went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.extract.times.periods import mentions
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.scopes.terms.statements import Statement

_PATTERNS = {
    name.removeprefix("terms."): found for name, found in JAPANESE.patterns.items() if name.startswith("terms.")
}
_TELLS, _CLOSES, _SAYING, _OTHER = (_PATTERNS[name] for name in ("tells", "closes", "saying", "other"))
_MONTH, _FROM, _TO, _COUNT = (_PATTERNS[name] for name in ("month", "from", "to", "counted"))
_COLUMN, _WHOLE, _CENTURY, _AMOUNT = (_PATTERNS[name] for name in ("column", "whole_year", "year", "amount"))
_LENGTHS, _DIGITS = JAPANESE.numbers("lengths_in_sentences"), JAPANESE.numbers("digits_in_counts")
_SENTENCE = re.compile("[^。\n]+")
_LONGEST = 120  # characters of a sentence
_LEFT = 3  # characters that are not understood, of a sentence that still says what something is
_YEAR, _QUARTER = 12, 3


def said_in_japanese(text: str, calendar: Calendar) -> Iterator[tuple[Statement, bool]]:
    """What the sentences of a text say, and whether they say it of columns of the tables beside."""
    for sentence in _SENTENCE.findall(narrow(text)):
        plain = "".join(sentence.split())
        match = _TELLS.search(plain) or _CLOSES.search(plain)
        if match and len(plain) <= _LONGEST and not _AMOUNT.search(plain):
            found = _told(match, plain, calendar)
            if found:
                yield found, _COLUMN.fullmatch(match["subject"]) is not None


def _told(match: re.Match[str], sentence: str, calendar: Calendar) -> Statement | None:
    subject, rest = match["subject"], match["rest"]
    is_other = _OTHER.search(rest) is not None
    times = _MONTH.findall(rest) or _COUNT.search(rest) or _WHOLE.search(rest)
    years = frozenset(map(int, _CENTURY.findall(rest))) if _COLUMN.fullmatch(subject) else frozenset[int]()
    if not (is_other or times or years) or len(_SAYING.sub("", rest)) > _LEFT:
        return None
    months = [int(month) for month in _MONTH.findall(rest)]
    first, last = ({int(month) for month in found.findall(rest)} for found in (_FROM, _TO))
    parts = _parts(subject, calendar)
    lengths = {length for name, length in _LENGTHS.items() if name == subject}
    counted = {_DIGITS.get(number) or int(number) for number in _COUNT.findall(rest)}
    return Statement(
        sentence,
        parts=parts,
        lengths=frozenset(lengths | {months for _, months in parts if months == _YEAR}),
        named=frozenset(months),
        first=frozenset(first),
        last=frozenset(last),
        counted=frozenset(counted | ({_YEAR} if _WHOLE.search(rest) else set())),
        years=years,
        is_unknown=is_other,
    )


def _parts(subject: str, calendar: Calendar) -> frozenset[tuple[int, int]]:
    """The parts of a fiscal year that a subject names; that of a quarter may be all up to its end."""
    parts = JAPANESE.numbers("parts_of_year")
    if subject in parts and abs(parts[subject]) < _YEAR:
        return frozenset({(0, parts[subject]) if parts[subject] > 0 else (_YEAR + parts[subject], -parts[subject])})
    quarter = _PATTERNS["quarter"].search(subject)
    if quarter:
        number = _DIGITS.get(quarter[1]) or int(quarter[1])
        return frozenset({(0, number * _QUARTER), ((number - 1) * _QUARTER, _QUARTER)})
    named = [found.period for found in mentions(subject, calendar) if found.period.start]
    return frozenset({(0, _YEAR)} if named else ())
