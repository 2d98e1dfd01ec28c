"""The words of a running text: amounts, percentages, numbers, rates, periods, words and marks, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from iij_xbrl.extract.numbers import MISSPELT, Number, numbers
from iij_xbrl.extract.periods import Calendar, Mention, Period, mentions, months_from
from iij_xbrl.extract.units import misspelt_currency, parse_unit

Kind = Literal["amount", "percent", "number", "rate", "period", "word", "mark"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_YEAR = re.compile(
    r"\b(?P<lead>as\s+of\s+|at\s+the\s+end\s+of\s+)?(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?"
    r"\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NUMBER = r"\d+(?:,\d+)*(?:\.\d+)?"
SCALE = r"(?:thousand|million|billion|trillion)s?\b"
_TOKEN = re.compile(
    rf"""
      (?P<currency>(?<![A-Za-z])(?:[A-Z]{{3}}|U\.?S\.?\s?\$|[¥￥$€]|[A-Z]{{2,4}}(?={_NUMBER}\s?{SCALE}))\s?)
      (?P<amount>{_NUMBER})
      (?:\s?(?P<scale>{SCALE}))?(?:\s+per\s+(?P<per>share|ADS)\b(?:\s+of\s+common\s+stock\b)?)?
      (?P<rate>\s+per\s+(?:U\.?S\.?\s?\$\s?1(?:\.0+)?(?![\d.,]\d)|(?:1|one)?\s?U\.?S\.?\s+dollar\b))?
    | (?P<percent>(?<![\w.,]){_NUMBER})\s?
      (?:(?:%|％|percent\b)(?:[\s-]?(?P<of>points?\b))?|(?P<points>(?:percentage[\s-])?points?\b))
    | (?P<grouped>(?<![\w.,/+-])\d{{1,3}}(?:,\d{{3}})+)(?=shares?\b)
    | (?P<number>(?<![\w.,/+-])(?<!\b\d:)(?<!\b\d\d:){_NUMBER})(?![\w:/%-]|[.,]\d)
    | (?P<word>(?:[Nn]on-)?[A-Za-z]+(?:&[A-Za-z]+)+|[Nn]on-[A-Za-z]+|[^\W_]+(?:['’][^\W\d_]+)?)
    | (?P<mark>[,;:()/\n.])
    """,
    re.VERBOSE,
)
_ABBREVIATIONS = frozenset(
    ("inc", "co", "ltd", "corp", "jr", "dr", "mr", "ms", "vs", "no", "approx", "u.s", "e.g", "i.e")
)
_END = re.compile(r"[\"'”’)]*(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, from `start` to `end`; `text` is in small letters.

    `figure` is where a number stands, with `unit` (ISO code, power of ten or None, per what) for an amount. `points`
    says that a percentage is a number of percentage points.
    """

    kind: Kind
    start: int
    end: int
    text: str
    figure: Number | None = None
    currency: str = ""
    scale: int | None = None
    per: str = ""
    mention: Mention | None = None
    points: bool = False

    @property
    def is_figure(self) -> bool:
        """Whether the token states a value."""
        return self.figure is not None


def sentences(text: str, calendar: Calendar) -> Iterator[tuple[Token, ...]]:
    """The sentences of a text as tokens; full stops and line breaks part them and are left out."""
    sentence: list[Token] = []
    for token in tokens(text, calendar):
        if token.kind == "mark" and token.text in (".", "\n"):
            if sentence:
                yield tuple(sentence)
            sentence = []
        else:
            sentence.append(token)
    if sentence:
        yield tuple(sentence)


def tokens(text: str, calendar: Calendar) -> Iterator[Token]:
    """The tokens of a text, full stops that end sentences among them."""
    periods = period_mentions(text, calendar)
    position = upcoming = 0
    held: Token | None = None
    while position < len(text):
        if upcoming < len(periods) and position >= periods[upcoming].start:
            mention = periods[upcoming]
            upcoming += 1
            if position == mention.start or position < mention.end:
                yield Token(
                    "period", mention.start, mention.end, text[mention.start : mention.end].casefold(), mention=mention
                )
                position = mention.end
            continue
        limit = periods[upcoming].start if upcoming < len(periods) else len(text)
        match = _TOKEN.search(text, position, limit)
        if match is None:
            position = limit
            continue
        position = match.end()
        token = _token(match)
        if token.text == "." and not _ends(text, match.start()):
            continue
        if token.text == "." and text[position : position + 1] == ")":
            held = token
            continue
        yield token
        if held and token.text == ")":
            yield held
            held = None


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup
    start, end = match.span()
    if match["amount"]:
        unit = parse_unit(f"{match['currency']} {match['scale'] or ''}")
        figure = _figure(match, "amount")
        is_attached = not match["currency"][-1].isspace()  # `the US 5 million` is none
        meant = misspelt_currency(match["currency"]) if match["scale"] and is_attached else None
        if meant and (unit is None or unit.currency is None):
            unit = parse_unit(f"{meant} {match['scale']}")
            figure = replace(figure, problem=figure.problem or MISSPELT)
        if unit is None or unit.currency is None:
            return Token("word", start, end, match.group().casefold())
        name: Kind = "rate" if match["rate"] else "amount"
        return Token(name, start, end, "", figure, unit.currency, unit.scale, (match["per"] or "").casefold())
    if match["percent"]:
        points = bool(match["of"] or match["points"])
        return Token("percent", start, end, "", _figure(match, "percent"), points=points)
    if match["number"] or match["grouped"]:
        return Token("number", start, end, "", _figure(match, "number" if match["number"] else "grouped"))
    return Token("mark" if kind == "mark" else "word", start, end, match.group().casefold().replace("’", "'"))


def _figure(match: re.Match[str], group: str) -> Number:
    start, end = match.span(group)
    (found,) = numbers(match[group])
    return Number(start, end, Decimal(found.value), found.places, group == "percent", found.problem)


def _ends(text: str, stop: int) -> bool:
    """Whether a full stop ends a sentence: a capital, a digit or nothing follows, and no abbreviation stands before."""
    following = _END.match(text, stop + 1)
    if not following:
        return False
    rest = text[following.end() :].lstrip("\"'“‘ ")
    if rest and (rest[0].islower() or rest[0] == "("):
        return False
    before = re.search(r"[\w.-]+$", text[max(0, stop - 12) : stop])
    word = before.group().casefold() if before else ""
    return (word not in _ABBREVIATIONS and not (len(word) == 1 and word.isalpha())) or not rest


def period_mentions(text: str, calendar: Calendar) -> tuple[Mention, ...]:
    """All periods in a text: those of `periods.mentions`, and months."""
    found = list(mentions(text, calendar))
    days = [(mention.start, mention.end) for mention in found]
    for match in _MONTH_YEAR.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in days):
            found.append(_month(match))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _month(match: re.Match[str]) -> Mention:
    month = months_from(date(int(match["year"]), _MONTHS.index(match["month"].casefold()) + 1, 1), 1)
    if match["lead"]:
        return Mention(match.start(), match.end(), Period(month.end), "instant")
    return Mention(match.start(), match.end(), month, "duration")
