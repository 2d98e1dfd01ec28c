"""Why a number of a running text is no fact: a short closed list of reasons, each with how it is recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iij_xbrl.extract.numbers import Number, numbers
from iij_xbrl.extract.tokens import SCALE
from iij_xbrl.read.document import Text
from iij_xbrl.read.marks import digits

DATE, NAME, FOOTNOTE = "date or period name", "part of a name", "footnote mark"
PAGE, PHONE, ADDRESS = "page number", "telephone number", "address"
CODE, STANDARD, URL = "stock code or other identifier", "standard number or legal reference", "URL or e-mail address"
LIST, RATE = "list number", "base of a ratio"

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_MISSPELT = re.compile(r"(?<![A-Za-z])[A-Z]{2,4}$")  # JP244 million
_SCALED = re.compile(rf"\s?{SCALE}")
_LENGTH = r"\d{1,2}(?:\.\d)?"  # of a time
_FOOTNOTE = re.compile(
    r"""
    [(⁽]note\s?(\d+)\)
    | (?<=[a-z][.,])(\d{1,2})(?=\s|$)    # ...for the year," he said.7
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What a number is part of, the first that fits.
_PATTERNS = tuple(
    (reason, re.compile(pattern, re.IGNORECASE | re.VERBOSE))
    for reason, pattern in (
        (URL, r"(?:https?://|www\.)[^\s)>\]]+(?:\s\w+\s?\w*\.(?:html|pdf))? | [\w.-]+@[\w.-]+"),
        (
            PHONE,
            r"""(?:tel|fax|phone)\b[.:\s]*(?:no\.?\s*)?[+(]?[\d()\s-]{7,}\d | \+\d{1,3}[-\s][\d\s-]{6,}\d
            | \(0\d+\)\s?\d+-\d+""",
        ),
        (CODE, r"\b(?:tse|nasdaq|nyse|code(?:\s+number)?|cik|ticker)\b[\s:.]*\d+"),
        (
            STANDARD,
            r"""\b(?:asc|asu|sfas|fas|arb|eitf|ifrs|ias|sop|form|article|paragraph|section|rule|topic)
            [\s.”\x22)]*(?:no\.?\s*)?\d+(?:-\d+)*""",
        ),
        (ADDRESS, r"\b\d+(?:-\d+)+\s+[A-Z]\w+ | \b\d{3}-\d{4}\b(?=,\s*[a-z])"),
        (PAGE, r"^\s*[-–—]\s*\d+\s*[-–—] | \bpages?\s+\d+"),
        (
            DATE,
            rf"""{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s*,?\s*\d{{4}})? | \b\d{{1,2}}\s+{_MONTH}\s*\d{{4}}
            | \b(?:19|20)\d{{2}}(?:[./]\d{{1,2}}){{0,2}}\b | \b[1-4](?:h|q)\s?(?:fy)?\s?\d{{2,4}} | \bfy\s?\d{{2,4}}
            | \b[1-4](?:h|q)\b | \b\d{{1,2}}[\s-]months?
            | \b(?:{_LENGTH}\s(?:or|to)\s)?{_LENGTH}[\s-](?:years?|weeks?|days?)\b
            | \b\d{{1,2}}/\d{{1,2}}(?:~\d{{1,2}}/\d{{1,2}})?\b""",
        ),
        (
            LIST,
            r"""^\s*(?:[-–•◆>➤▶►]\s*)?\(?\d{1,2}[.)](?=\s|\() | ^\s*[IVX]+\s?-\s?\d+(?=[.:\s]) | (?<=\s)\d\)(?=\s)
            | (?<=[\s)\d])\(\d{1,2}\)(?=\s) | (?<=[“\x22])\d{1,2}(?=\.\s)""",
        ),
        (
            RATE,
            r"""(?<=per)\s*(?:u\.?s\.?\s?\$\s?1(?:\.0+)?|1\s?u\.?s\.?\s+dollar)(?!\d) | \b\d+:\d+\b
            | \b1(?=\s+(?:common\s+stock|common\s+share|share|ads)\b)""",
        ),
    )
)


def explained(text: Text) -> Iterator[tuple[int, int, str]]:
    """The numbers of a text that are no figures: start, end, and what they are."""
    spans = [
        (match.start(), match.end(), reason) for reason, pattern in _PATTERNS for match in pattern.finditer(text.plain)
    ]
    printed = (match.span(1 if match[1] else 2) for match in _FOOTNOTE.finditer(text.raw))
    seen = dict.fromkeys((*digits(text.raw), *printed))
    yield from ((*place, FOOTNOTE) for place in seen)
    for number in plain_numbers(text.plain):
        if any(start == number.start for start, _ in seen):
            continue
        reason = _reason(text.plain, number, spans)
        if reason:
            yield number.start, number.end, reason


def plain_numbers(text: str) -> Iterator[Number]:
    """The numbers of a text, without the parentheses and dashes that are no signs in a sentence."""
    for number in numbers(text):
        start, end = number.start, number.end
        while not text[start].isdigit():
            start += 1
        while end > start and text[end - 1] in ")） ":
            end -= 1
        yield Number(start, end, abs(number.value), number.places, number.percent, number.problem)


def _reason(text: str, number: Number, spans: Sequence[tuple[int, int, str]]) -> str:
    for start, end, reason in spans:
        if start < number.end and number.start < end:
            return reason
    before, after = text[: number.start], text[number.end : number.end + 1]
    if _MISSPELT.search(before) and _SCALED.match(text, number.end):
        return ""
    if after.isalpha() or (before[-1:].isalpha() and not re.search(r"(?<![A-Za-z])[A-Z]{3}$", before)):
        return NAME
    return ""
