"""Facts inside row labels: `net of allowance for doubtful accounts of JPY44,002 thousand and JPY75,066 thousand at
March 31, 2011 and September 30, 2011, respectively`; `issued and outstanding, 206,478 shares at March 31, 2011`.

The place says which phrases hold which concepts. Figures stand behind their phrase (or right before it), and the days
behind the figures: as many figures as days belong to them in order, one figure belongs to each day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from iij_xbrl.extract.numbers import Number, numbers
from iij_xbrl.extract.periods import Calendar, Period, mentions
from iij_xbrl.extract.tables import FigureTable, TableRow
from iij_xbrl.extract.units import parse_unit
from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.map.places import Match
from iij_xbrl.taxonomy.index import Concept, Taxonomy

_SHARES = re.compile(r"\s*shares?\b", re.IGNORECASE)
_AMOUNT_HEAD = re.compile(r"(?:[A-Z]{3}|[¥￥$€])\s*$")
_AMOUNT_TAIL = re.compile(r"\s*(?:thousand|million|billion)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    number: Number
    concept: Concept
    unit: str
    scale: int


def label_facts(row: TableRow, match: Match, table: FigureTable, taxonomy: Taxonomy) -> Iterator[Occurrence]:
    """The facts inside the label of a row."""
    if match.place is None or match.line is None:
        return
    phrases = {phrase.casefold(): name for phrase, name in match.place.lines[match.line].within.items()}
    text = row.label_text.plain
    if not phrases or not any(char.isdigit() for char in text):
        return
    calendar = Calendar(*taxonomy.entity.fiscal_year_start)
    days = [(mention.start, mention.end, mention.period.end) for mention in mentions(text, calendar)]
    inside = [number for number in numbers(text) if not any(start <= number.start < end for start, end, _ in days)]
    found = [item for number in inside if (item := _recognised(number, text, phrases, taxonomy))]
    for group, ends in _runs(found, days):
        for item, end in _pairs(group, ends):
            yield _occurrence(item, end, row, table)


def _recognised(number: Number, text: str, phrases: dict[str, str], taxonomy: Taxonomy) -> _Found | None:
    folded = text.casefold()
    before = [(folded.rfind(phrase, 0, number.start), name) for phrase, name in phrases.items()]
    behind = [name for phrase, name in phrases.items() if folded[number.end :].lstrip().startswith(phrase)]
    position, name = max(before)
    if position < 0:
        if len(behind) != 1:
            return None
        name = behind[0]
    concept = taxonomy.concepts[name]
    unit = _unit(number, text, concept, taxonomy)
    return _Found(number, concept, *unit) if unit and not number.problem else None


def _unit(number: Number, text: str, concept: Concept, taxonomy: Taxonomy) -> tuple[str, int] | None:
    pattern = taxonomy.types[concept.type].unit
    if "{currency}" not in pattern:
        measure = pattern.rpartition(":")[2]
        counted = _SHARES.match(text, number.end) if measure == "shares" else None
        return (pattern, 0) if counted else None
    head = _AMOUNT_HEAD.search(text, 0, number.start)
    tail = _AMOUNT_TAIL.match(text, number.end)
    unit = parse_unit(f"{head.group() if head else ''} {tail.group() if tail else ''}")
    if unit is None or unit.currency is None:
        return None
    return pattern.format(currency=unit.currency), unit.scale or 0


def _runs(
    found: Sequence[_Found], days: Sequence[tuple[int, int, date]]
) -> Iterator[tuple[list[_Found], list[date]]]:
    """Figures with the days that follow them, up to the next figure."""
    group: list[_Found] = []
    ends: list[date] = []
    events = sorted([*((item.number.start, item) for item in found), *((start, end) for start, _, end in days)], key=lambda event: event[0])
    for _, event in events:
        if isinstance(event, _Found):
            if ends:
                yield group, ends
                group, ends = [], []
            group.append(event)
        elif group:
            ends.append(event)
    if group and ends:
        yield group, ends


def _pairs(group: Sequence[_Found], ends: Sequence[date]) -> Iterator[tuple[_Found, date]]:
    for name in dict.fromkeys(item.concept.name for item in group):
        items = [item for item in group if item.concept.name == name]
        if len(items) == len(ends):
            yield from zip(items, ends, strict=True)
        elif len(items) == 1:
            yield from ((items[0], end) for end in ends)


def _occurrence(item: _Found, end: date, row: TableRow, table: FigureTable) -> Occurrence:
    number = item.number
    value = number.value.scaleb(item.scale).quantize(Decimal(1)) if not number.places else number.value.scaleb(item.scale)
    text = row.label_text
    return Occurrence(
        point=DataPoint(item.concept.name, (), Period(end), item.unit),
        value=value,
        printed=value,
        decimals=number.places - item.scale,
        span=text.span.within(number.start, number.end),
        text=text.plain[number.start : number.end],
        label=row.printed_label,
        section=table.section.path,
    )
