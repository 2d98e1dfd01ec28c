"""Reads lines of the form that print a name with its periods: `（参考）持分法投資損益　2012年3月期 161百万円`.

entry = [mark] name {period amount ["(" percent ")"]}

Every sign of the line must be one of these. The percentage is the change on the year before, where a title above says
that percentages are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from iij_xbrl.extract.cells.numbers import Number
from iij_xbrl.extract.times.calendar import Calendar, Mention
from iij_xbrl.extract.times.periods import mentions
from iij_xbrl.extract.tokens import Token
from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.prose.japanese.amounts import amount_at
from iij_xbrl.map.prose.phrases import Named
from iij_xbrl.taxonomy.index import Phrase
from iij_xbrl.taxonomy.roles import YEAR_ON_YEAR

_LEAD = JAPANESE.patterns["labels.lead"]
_LOSS = re.compile(r"[\s:]*(?P<sign>[△▲-]\s?)?(?=\d)")
_PERCENT = re.compile(
    r"\s*\(\s*(?:(?P<figure>(?P<sign>[△▲-])?\s?(?P<digits>\d[\d,]*(?:\.\d+)?))\s?%|[-―－—–]\s?%?)\s*\)"
)
_JOINT = re.compile(r"[\s、,]*")


def entries(
    text: str, calendar: Calendar, named: Callable[[str], tuple[Phrase, ...]], *, percents_are_changes: bool
) -> Iterator[tuple[Claim, Token]]:
    """The claims of the entries of a text in narrow forms; `named` knows what a name may stand for."""
    start = 0
    for line in text.split("\n"):
        found = mentions(line, calendar)
        if found:
            yield from _entry(line, start, found, named, percents_are_changes=percents_are_changes)
        start += len(line) + 1


def _entry(
    line: str,
    offset: int,
    periods: tuple[Mention, ...],
    named: Callable[[str], tuple[Phrase, ...]],
    *,
    percents_are_changes: bool,
) -> Iterator[tuple[Claim, Token]]:
    lead = _LEAD.match(line)
    first = lead.end() if lead else 0
    name = line[first : periods[0].start].strip(" :")
    phrases = named(name) if name else ()
    if not phrases or any(mention.kind != "duration" for mention in periods):
        return
    subject = Named(phrases, 0, 1)
    words = Token("word", offset + first, offset + first + len(name), name)
    found: list[tuple[Claim, Token]] = []
    for mention, end in zip(periods, [*(item.start for item in periods[1:]), len(line)], strict=True):
        read = _value(line[:end], mention.end)
        if read is None:
            return
        token, counted, percent = read
        said = Claim(token, subject, phrases, "value", period=mention.period, counted=counted)
        found.append((replace(said, token=_moved(token, offset)), words))
        if percent and percents_are_changes:
            found.append((replace(said, token=_moved(percent, offset), measure="change", basis=YEAR_ON_YEAR), words))
    yield from found


def _value(line: str, at: int) -> tuple[Token, str, Token | None] | None:
    """An amount and the percentage behind it, if they are all that a line goes on with."""
    loss = _LOSS.match(line, at)
    read = amount_at(line, loss.end()) if loss else None
    if loss is None or read is None:
        return None
    token, counted, end = read
    assert token.figure is not None
    if loss["sign"]:
        start = loss.start("sign")
        token = replace(token, start=start, figure=replace(token.figure, start=start, value=-token.figure.value))
    percent = _PERCENT.match(line, end)
    if _JOINT.fullmatch(line, percent.end() if percent else end) is None:
        return None
    return token, counted, _percentage(percent) if percent and percent["figure"] else None


def _percentage(match: re.Match[str]) -> Token:
    value = Decimal(match["digits"].replace(",", "")) * (-1 if match["sign"] else 1)
    start, end = match.span("figure")
    return Token("percent", start, end, "", Number(start, end, value, len(match["digits"].partition(".")[2]), True))


def _moved(token: Token, by: int) -> Token:
    assert token.figure is not None
    figure = replace(token.figure, start=token.figure.start + by, end=token.figure.end + by)
    return replace(token, start=token.start + by, end=token.end + by, figure=figure)
