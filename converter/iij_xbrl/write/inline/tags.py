"""Occurrences as inline XBRL tags: what a tag encloses, and how that becomes the value (Inline XBRL 1.1, section 10).

A tag encloses digits and separators, or a nil dash; parentheses, signs, currencies and percent signs stay outside.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from iij_xbrl.extract.cells.numbers import is_dash
from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.read.document import TextKey
from iij_xbrl.report.ids import undetermined_id
from iij_xbrl.report.model import Footnote, Report

DOT_DECIMAL = "ixt:num-dot-decimal"
ZERO = "ixt:fixed-zero"

_NUMBER = re.compile(r"[0-9]+(?:,[0-9]+)*(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a printed text reads: from `start` to `end` of it, through a transformation, times a power of ten."""

    start: int
    end: int
    format: str
    scale: int


@dataclass(frozen=True, slots=True)
class TaggedFact:
    """An occurrence with its id and how its text reads; `reading` is None where no part of it gives the value."""

    id: str
    occurrence: Occurrence
    reading: Reading | None

    @property
    def is_negative(self) -> bool:
        """Whether the value needs a sign, which tags never enclose."""
        return self.occurrence.value < 0


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A data point that a dash leaves open: an empty nil fact beside the dash, which no tag may enclose."""

    id: str
    point: DataPoint


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a text that is tagged: with one fact, with several printed as one, or as left open."""

    start: int
    end: int
    facts: tuple[TaggedFact, ...]
    left_open: LeftOpen | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A note that the page does not have, shown behind the figure that it is on, in brackets.

    What a misprint stands for is tagged in the note, where its figure stands: `fact` reads `before`, `digits`, `after`.
    """

    start: int
    end: int
    note: Footnote
    fact: TaggedFact | None = None

    @property
    def before(self) -> str:
        """The words in front of the tagged figure; all of them where there is none."""
        return (
            self.note.text
            if self.fact is None or self.fact.reading is None
            else self.note.text[: self.fact.reading.start]
        )

    @property
    def digits(self) -> str:
        """The tagged figure."""
        reads = self.fact and self.fact.reading
        return self.note.text[reads.start : reads.end] if reads else ""

    @property
    def after(self) -> str:
        """The words behind the tagged figure."""
        reads = self.fact and self.fact.reading
        return self.note.text[reads.end :] if reads else ""


@dataclass(frozen=True, slots=True)
class Tagging:
    """All tags of a page: regions by text, in order and apart, and the facts that cannot be tagged in place."""

    regions: Mapping[TextKey, tuple[Region, ...]]
    hidden: tuple[TaggedFact, ...]


def reading(occurrence: Occurrence) -> Reading | None:
    """How the text of an occurrence gives its value, sign apart; None where it does not."""
    text = occurrence.text
    if occurrence.value.is_zero() and is_dash(text):
        start = len(text) - len(text.lstrip())
        return Reading(start, start + len(text.strip()), ZERO, 0)
    for match in _NUMBER.finditer(text):
        scale = _scale(match.group(), occurrence)
        if scale is not None:
            return Reading(match.start(), match.end(), DOT_DECIMAL, scale)
    return None


def tagging(ids: Mapping[Occurrence, str], printed: Mapping[TextKey, Iterable[tuple[int, str]]]) -> Tagging:
    """Where each occurrence is tagged.

    Args:
        ids: the occurrences and their ids.
        printed: the runs of each text of the page, each with its offset in the text. A fact whose number
            does not stand in one of them is hidden.
    """
    in_text: defaultdict[TextKey, list[TaggedFact]] = defaultdict(list)
    hidden = []
    for occurrence, id_ in ids.items():
        found = reading(occurrence)
        fact = TaggedFact(id_, occurrence, found)
        if found is None or not _stands(fact, printed.get(occurrence.span.text_key, ())):
            hidden.append(fact)
        else:
            in_text[occurrence.span.text_key].append(fact)
    regions = {}
    for key, facts in in_text.items():
        regions[key], left = _regions(facts)
        hidden.extend(left)
    return Tagging(regions, tuple(sorted(hidden, key=_place)))


def remarks(report: Report, ids: Mapping[Occurrence, str], found: Tagging) -> Iterator[tuple[TextKey, Remark]]:
    """The notes that a report adds to its page, each at the figure that it is on, by text.

    A figure that stands for another than is printed cannot be tagged where it is printed; its note says it.
    """
    by_id = {id_: occurrence for occurrence, id_ in ids.items()}
    hidden = {fact.id: fact for fact in found.hidden}
    for note in report.footnotes:
        occurrence = by_id.get(note.facts[0]) if not note.spans else None
        if occurrence is None:
            continue
        fact = hidden.get(note.facts[0])
        reads = reading(replace(occurrence, text=note.text)) if fact else None
        told = replace(fact, reading=reads) if fact and reads else None
        yield occurrence.span.text_key, Remark(occurrence.span.start, occurrence.span.end, note, told)


def open_regions(report: Report) -> Iterator[tuple[TextKey, Region]]:
    """The dashes of a report that leave their data points open, by text."""
    for dash in report.undetermined:
        yield (
            dash.span.text_key,
            Region(dash.span.start, dash.span.end, (), LeftOpen(undetermined_id(dash), dash.point)),
        )


def _regions(facts: list[TaggedFact]) -> tuple[tuple[Region, ...], list[TaggedFact]]:
    """The regions of one text; facts that cross another's region, or read it differently, are left over."""
    kept: list[list[TaggedFact]] = []
    left = []
    for fact in sorted(facts, key=_place):
        start, end = _extent(fact)
        if not kept or start >= _extent(kept[-1][0])[1]:
            kept.append([fact])
        elif (start, end) == _extent(kept[-1][0]) and _reads_alike(fact, kept[-1][0]):
            kept[-1].append(fact)
        else:
            left.append(fact)
    return tuple(Region(*_extent(same[0]), tuple(same)) for same in kept), left


def _extent(fact: TaggedFact) -> tuple[int, int]:
    assert fact.reading is not None
    start = fact.occurrence.span.start
    return start + fact.reading.start, start + fact.reading.end


def _reads_alike(fact: TaggedFact, other: TaggedFact) -> bool:
    """Nested tags agree in format, scale and unit (Inline XBRL 1.1, 10.1.1)."""
    return fact.reading == other.reading and fact.occurrence.point.unit == other.occurrence.point.unit


def _place(fact: TaggedFact) -> tuple[tuple[int, ...], int, str]:
    return fact.occurrence.span.order, len(fact.id), fact.id


def _stands(fact: TaggedFact, runs: Iterable[tuple[int, str]]) -> bool:
    assert fact.reading is not None
    start, end = _extent(fact)
    enclosed = fact.occurrence.text[fact.reading.start : fact.reading.end]
    return any(at <= start and text[start - at : end - at] == enclosed for at, text in runs)


def _scale(digits: str, occurrence: Occurrence) -> int | None:
    """The power of ten between printed digits and the value; for zero, the one that the decimals tell."""
    number, value = Decimal(digits.replace(",", "")), abs(occurrence.value)
    places = len(digits.partition(".")[2])
    if number.is_zero() or value.is_zero():
        return places - occurrence.decimals if number == value else None
    scale = value.adjusted() - number.adjusted()
    return scale if number.scaleb(scale) == value else None
