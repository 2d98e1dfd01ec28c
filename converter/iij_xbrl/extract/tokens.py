"""The words of a running text: amounts, percentages, numbers, rates, periods, words and marks, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Literal

from iij_xbrl.extract.cells.numbers import Number, numbers
from iij_xbrl.extract.cells.units import misspelt_currency, parse_unit
from iij_xbrl.extract.times.periods import Calendar, Mention, Period, mentions, months_from
from iij_xbrl.languages import ENGLISH
from iij_xbrl.reasons.written import MisspeltCurrency

Kind = Literal["amount", "percent", "number", "rate", "period", "word", "mark"]

_STEMS = ENGLISH.words["month_stems"]
_MONTH_YEAR = ENGLISH.patterns["periods.month_of_year"]
_TOKEN = ENGLISH.patterns["tokens.token"]
_LETTERS = ENGLISH.names("currency_letters")
_ATTACHED = ENGLISH.numbers("attached_scales")
_ABBREVIATIONS = frozenset(ENGLISH.words["abbreviations"])
_WORDS = frozenset({"word", "turned", "reckoned", "mark"})  # groups of the pattern for what states no value
_DIGIT = re.compile(r"\d")
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


@lru_cache(maxsize=512)  # each passage of a page is asked for twice
def sentences(text: str, calendar: Calendar) -> tuple[tuple[Token, ...], ...]:
    """The sentences of a text as tokens; full stops and line breaks part them and are left out."""
    parted = groupby(tokens(text, calendar), lambda token: token.kind == "mark" and token.text in (".", "\n"))
    return tuple(tuple(sentence) for is_between, sentence in parted if not is_between)


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
    if kind in _WORDS:
        return Token("mark" if kind == "mark" else "word", start, end, match.group().casefold().replace("’", "'"))
    if match["amount"]:
        currency = _LETTERS.get(match["currency"], match["currency"])
        unit = parse_unit(f"{currency} {match['scale'] or ''}")
        figure = _figure(match, "amount")
        is_attached = not match["currency"][-1].isspace()  # `the US 5 million` is none
        meant = misspelt_currency(match["currency"]) if match["scale"] and is_attached else None
        if meant and (unit is None or unit.currency is None):
            unit = parse_unit(f"{meant} {match['scale']}")
            figure = replace(figure, problem=figure.problem or MisspeltCurrency())
        if unit is None or unit.currency is None:
            return Token("word", start, end, match.group().casefold())
        name: Kind = "rate" if match["rate"] else "amount"
        scale = _ATTACHED[match["short"].casefold()] if match["short"] else unit.scale
        return Token(name, start, end, "", figure, unit.currency, scale, (match["per"] or "").casefold())
    if match["told"]:
        unit = parse_unit(f"{match['told_scale']} {match['told_currency']}")
        if unit and unit.currency:
            return Token("amount", start, end, "", _figure(match, "told"), unit.currency, unit.scale)
        return Token("word", start, end, match.group().casefold())
    if match["percent"]:
        points = bool(match["of"] or match["points"])
        return Token("percent", start, end, "", _figure(match, "percent"), points=points)
    return Token("number", start, end, "", _figure(match, "number" if match["number"] else "grouped"))


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
    known = mentions(text, calendar)
    if not _DIGIT.search(text):
        return known
    found = list(known)
    days = [(mention.start, mention.end) for mention in found]
    for match in _MONTH_YEAR.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in days):
            found.append(_month(match))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _month(match: re.Match[str]) -> Mention:
    month = months_from(date(int(match["year"]), _STEMS.index(match["month"].casefold()) + 1, 1), 1)
    if match["lead"]:
        return Mention(match.start(), match.end(), Period(month.end), "instant")
    return Mention(match.start(), match.end(), month, "duration")
