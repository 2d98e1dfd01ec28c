"""Titles and captions that say another unit than every column below them: `(JPY billions)` above `JPY millions`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from iij_xbrl.extract.asides import ASIDE
from iij_xbrl.extract.captions import table_unit
from iij_xbrl.extract.cells.units import Unit, parse_unit
from iij_xbrl.extract.sections import Section
from iij_xbrl.languages import patterns_of

_IN_UNIT = (*patterns_of("scopes.in_unit"), *patterns_of("scopes.is_unit"))
_SPEAKS = patterns_of("scopes.speaks_of_table")
_CHANGE = patterns_of("headers.change_alone")
_LEADS = patterns_of("scopes.caption_below")
_ENDS = " .:;,()"
_PARTING = re.compile(r"\s[-–—]+\s|[:,]")


def contradicts(units: Iterable[Unit | None], section: Section) -> bool:
    """Whether the nearest unit said above a table agrees with none that its columns state, or is none of money."""
    said = next(_said(section), None)
    if said is not None:
        return is_of_none(said, units)
    return any(unit and unit.currency for unit in units) and any(map(_says_no_money, section.nearest_lines))


def _says_no_money(text: str) -> bool:
    """Whether a text says that all below it are percentages or count something: `Results (%)`, `Table 1: Percent`."""
    said = (*ASIDE.findall(text), *_parts(text))
    units = (parse_unit(part.strip(_ENDS)) for part in said)
    return any(unit is not None and (unit.percent or unit.count) and not unit.currency for unit in units)


def says_changes(section: Section) -> bool:
    """Whether the table's own title or caption says that all below it are changes: `Operating Results: Change`."""
    parts = (part for text in section.nearest_lines for part in (*ASIDE.findall(text), *_parts(text)))
    return any(pattern.fullmatch(part) for part in parts for pattern in _CHANGE)


def _parts(text: str) -> list[str]:
    """A title or caption, and what dashes, colons and commas part it into, without the number in front."""
    leads = [text[lead.end() :] for pattern in _LEADS if (lead := pattern.search(text))]
    return [text, *leads, *(part for said in (leads or [text]) for part in _PARTING.split(said))]


def is_of_none(said: Unit, units: Iterable[Unit | None]) -> bool:
    """Whether a unit agrees with none of those that are stated with their currency."""
    stated = [unit for unit in units if unit and unit.currency]
    return bool(stated) and not any(_agrees(said, unit) for unit in stated)


def _said(section: Section) -> Iterator[Unit]:
    """The units of money that a sentence on the table, captions and the nearest title say, the nearest first."""
    sentence = section.introduction if any(pattern.search(section.introduction) for pattern in _SPEAKS) else ""
    for text in filter(None, (sentence, *reversed(section.nearest_lines))):
        unit = table_unit(text)
        if unit and is_of_money(unit):
            yield unit
        yield from units_in_words(text)
        yield from filter(is_of_money, filter(None, (parse_unit(part.strip(_ENDS)) for part in _parts(text))))
    for text in reversed(section.over):
        unit = parse_unit(text.strip(_ENDS))
        if unit and is_of_money(unit):
            yield unit


def units_in_words(text: str) -> Iterator[Unit]:
    """The units of money that a text says in parentheses, or in words: `in euros`."""
    bare = ASIDE.sub(" ", text)
    in_words = (match[1].strip(_ENDS) for pattern in _IN_UNIT for match in pattern.finditer(bare))
    for unit in (*map(parse_unit, ASIDE.findall(text)), *map(parse_unit, in_words)):
        if unit and is_of_money(unit):
            yield unit


def is_of_money(unit: Unit) -> bool:
    """Whether a unit is a currency, a scale of amounts, or both."""
    return bool(unit.currency or unit.scale is not None) and not (unit.count or unit.percent)


def _agrees(said: Unit, stated: Unit) -> bool:
    scale = said.scale is None or stated.scale is None or said.scale == stated.scale
    return scale and (said.currency is None or said.currency == stated.currency)
