"""Facts inside row labels, such as `net of allowance for doubtful accounts of JPY44,002 thousand and ...`.

The place says which phrases hold which concepts. Figures stand behind their phrase (or right before it), and the days
behind the figures (`at March 31, 2011 and September 30, 2011, respectively`): as many figures as days belong to them in
order, one figure belongs to each day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from iij_xbrl.extract.cells.numbers import Number, numbers
from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.times.periods import Calendar, Period, mentions
from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.read.document import Span, Text
from iij_xbrl.taxonomy.index import Concept, Taxonomy

_SHARES = ENGLISH.patterns["units.shares_behind"]
_BEHIND_DAY = ENGLISH.patterns["label_figures.behind_day"]
_CLAUSE_ENDS = re.compile("[;；]")
_AMOUNT_HEAD = re.compile(r"(?:[A-Z]{3}|[¥￥$€])\s*$")
_AMOUNT_TAIL = ENGLISH.patterns["units.scale_behind"]


@dataclass(frozen=True, slots=True)
class _Found:
    number: Number
    concept: Concept
    unit: str
    scale: int


def label_facts(table: FigureTable, position: int, match: Match, taxonomy: Taxonomy) -> Iterator[Occurrence]:
    """The facts inside the label of a row, which may run over the rows around it that have no figures."""
    if match.place is None or match.line is None or table.closed or table.rows[position].closed:
        return
    phrases = {phrase.casefold(): name for phrase, name in match.place.lines[match.line].within.items()}
    if not phrases:
        return
    label = _whole_label(table, position)
    calendar = Calendar(*taxonomy.entity.fiscal_year)
    days = [(mention.start, mention.end, mention.period.end) for mention in mentions(label.text, calendar)]
    found = [
        item
        for number in numbers(label.text)
        if not any(start <= number.start < end for start, end, _ in days)
        if (item := _recognised(number, label.text, phrases, days, taxonomy))
    ]
    for group, ends in _runs(found, days):
        for item, end in _pairs(group, ends):
            yield _occurrence(item, end, label, table.section.path)


@dataclass(frozen=True, slots=True)
class _Label:
    """A label that may run over several rows: its text, and the source texts by where they start in it."""

    text: str
    parts: tuple[tuple[int, Text], ...]

    def span(self, start: int, end: int) -> Span:
        offset, part = max((item for item in self.parts if item[0] <= start), key=lambda item: item[0])
        return part.span.within(start - offset, end - offset)


def _whole_label(table: FigureTable, position: int) -> _Label:
    rows = table.rows
    first = last = position
    while first > 0 and not rows[first - 1].figures and rows[first].label[:1].islower():
        first -= 1
    while last + 1 < len(rows) and not rows[last + 1].figures and rows[last + 1].label[:1].islower():
        last += 1
    parts, text = [], ""
    for row in rows[first : last + 1]:
        parts.append((len(text), row.label_text))
        text += row.label_text.plain + " "
    return _Label(text, tuple(parts))


def _recognised(
    number: Number, text: str, phrases: dict[str, str], days: Sequence[tuple[int, int, date]], taxonomy: Taxonomy
) -> _Found | None:
    folded = text.casefold()
    position, name = max((folded.rfind(phrase, 0, number.start), name) for phrase, name in phrases.items())
    last = max((end for start, end, _ in days if position <= start and end <= number.start), default=None)
    if position >= 0 and _CLAUSE_ENDS.search(text, position, number.start):
        return None
    if position >= 0 and last is not None and not _BEHIND_DAY.fullmatch(text, last, number.start):
        return None  # other words than those of the phrase say what it is
    if position < 0:
        behind = ((folded.find(phrase, number.end), name) for phrase, name in phrases.items())
        nearest = min((item for item in behind if item[0] >= 0), default=None)
        if nearest is None or any(number.end <= start < nearest[0] for start, _, _ in days):
            return None  # what stands behind a day is not said of the figures in front of it
        _, name = nearest
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


def _runs(found: Sequence[_Found], days: Sequence[tuple[int, int, date]]) -> Iterator[tuple[list[_Found], list[date]]]:
    """Figures with the days that follow them, up to the next figure."""
    group: list[_Found] = []
    ends: list[date] = []
    events: list[tuple[int, _Found | date]] = [(item.number.start, item) for item in found]
    events += [(start, end) for start, _, end in days]
    events.sort(key=lambda event: event[0])
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


def _occurrence(item: _Found, end: date, label: _Label, section: str) -> Occurrence:
    number = item.number
    value = number.value.scaleb(item.scale)
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    return Occurrence(
        point=DataPoint(item.concept.name, (), Period(end), item.unit),
        value=value,
        printed=value,
        decimals=number.places - item.scale,
        span=label.span(number.start, number.end),
        text=label.text[number.start : number.end],
        label=" ".join(label.text.split()),
        section=section,
    )
