"""Why a number of a running text is no fact: a short closed list of reasons, each with how it is recognised."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from iij_xbrl.extract.cells.numbers import Number, numbers
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE, LANGUAGES, patterns_of, spoken
from iij_xbrl.read.document import Text
from iij_xbrl.read.marks import digits
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.no_figures import (
    Address,
    DateOrPeriod,
    FootnoteMark,
    Identifier,
    ListNumber,
    PageNumber,
    PartOfName,
    RatioBase,
    Standard,
    TelephoneNumber,
    WebAddress,
)

DATE, NAME, FOOTNOTE = DateOrPeriod(), PartOfName(), FootnoteMark()
PAGE, PHONE, ADDRESS = PageNumber(), TelephoneNumber(), Address()
CODE, STANDARD, URL = Identifier(), Standard(), WebAddress()
LIST, RATE = ListNumber(), RatioBase()

HAS_DIGITS = re.compile(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹]")
_CURRENCY = 40  # characters that the words of a currency take at most
_CODE_BEFORE = re.compile(r"(?<![A-Za-z])[A-Z]{3}$")
_UNITS_BEHIND = patterns_of("non_facts.unit_behind")
_MONEY_BEFORE = patterns_of("non_facts.money_before")
_COUNTED = re.compile(r"[A-Z]{2,}s\b")  # what a number without a space counts: `15DCs`
_SCALED = ENGLISH.patterns["units.scale"]
_FOOTNOTE = ENGLISH.patterns["non_facts.footnote"]
# What a number is part of, the first that fits.
_KINDS = (
    *((URL, "url"), (PHONE, "phone"), (CODE, "code"), (STANDARD, "standard"), (ADDRESS, "address")),
    *((PAGE, "page"), (DATE, "date"), (LIST, "list"), (RATE, "rate")),
)
_PATTERNS = {
    language.code: tuple(
        (reason, language.patterns[f"non_facts.{name}"])
        for reason, name in _KINDS
        if f"non_facts.{name}" in language.patterns
    )
    for language in LANGUAGES
}


def explained(text: Text) -> Iterator[tuple[int, int, Reason]]:
    """The numbers that `accounted` tells to be no figures."""
    return ((start, end, reason) for start, end, reason in accounted(text) if reason)


def accounted(text: Text) -> Iterator[tuple[int, int, Reason | None]]:
    """The numbers of a text: start, end, and what they are where they are no figures."""
    if not HAS_DIGITS.search(text.raw):
        return
    words = narrow(text.plain)
    spans = [
        (match.start(), match.end(), reason)
        for language in spoken(text.plain)
        for reason, pattern in _PATTERNS[language.code]
        for match in pattern.finditer(words)
    ]
    within: defaultdict[int, list[int]] = defaultdict(list)  # the spans by the characters that they hold
    for rank, (start, end, _) in enumerate(spans):
        for at in range(start, end):
            within[at].append(rank)
    printed = (match.span(1 if match[1] else 2) for match in _FOOTNOTE.finditer(text.raw))
    seen = dict.fromkeys((*digits(text.raw), *printed))
    yield from ((*place, FOOTNOTE) for place in seen)
    for number in plain_numbers(text.plain):
        if any(start == number.start for start, _ in seen):
            continue
        here = sorted({rank for at in range(number.start, number.end) for rank in within.get(at, ())})
        yield number.start, number.end, _reason(text.plain, number, [spans[rank][2] for rank in here])


def is_letter(char: str) -> bool:
    """Whether a character beside digits makes them part of a name; Japanese has no spaces between its words."""
    return char.isalpha() and not JAPANESE.script.match(char)


def plain_numbers(text: str) -> Iterator[Number]:
    """The numbers of a text, without the parentheses and dashes that are no signs in a sentence."""
    for number in numbers(text):
        start, end = number.start, number.end
        while not (text[start].isdigit() or text[start] == "."):
            start += 1
        while end > start and text[end - 1] in ")） ":
            end -= 1
        yield Number(start, end, abs(number.value), number.places, number.percent, number.problem)


def _reason(text: str, number: Number, found: Sequence[Reason]) -> Reason | None:
    """What a number is no figure for: the first of what it is `found` to be part of, or a name."""
    is_amount = _is_amount(text, number)
    for reason in found:
        if not (reason == LIST and is_amount):
            return reason
    before, after = text[max(0, number.start - _CURRENCY) : number.start], text[number.end : number.end + 1]
    touches = is_letter(after) or (is_letter(before[-1:]) and not _CODE_BEFORE.search(before))
    is_counted = bool(_COUNTED.match(text, number.end))
    return NAME if touches and not (is_amount or is_counted) else None


def _is_amount(text: str, number: Number) -> bool:
    """Whether a number with letters at it may be an amount, and so is no part of a name.

    It is where a currency stands before it, a scale or a unit behind it, or where it has commas or a point.
    """
    before = text[: number.start].rstrip("(（ ")[-_CURRENCY:]
    digits = text[number.start : number.end]
    if _SCALED.match(text, number.end) or any(pattern.search(before) for pattern in _MONEY_BEFORE):
        return True
    if text[max(0, number.start - 1) : number.start].isalpha():  # M2M
        return False
    return "," in digits or "." in digits or any(pattern.match(text, number.end) for pattern in _UNITS_BEHIND)
