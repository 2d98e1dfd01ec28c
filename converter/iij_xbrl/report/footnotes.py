"""Footnotes of the page: which facts bear a mark, and which note follows with the same mark.

A note qualifies the facts whose figure, row label, column header or table title bears its mark. It is the nearest one
that follows. Where a table or a text between them uses the mark, or a lower number, anew, the note may be theirs: then
nothing is linked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from iij_xbrl.facts import Occurrence
from iij_xbrl.languages import language_of
from iij_xbrl.map.labels import key as label_key
from iij_xbrl.read.document import Block, Document, Heading, Paragraph, Row, RowKey, Span, Table, Text
from iij_xbrl.read.marks import Mark, keys_of, marks, note_start
from iij_xbrl.read.runs import Run, runs
from iij_xbrl.report.ids import ids_in_order, note_id
from iij_xbrl.report.model import Footnote, Report
from iij_xbrl.taxonomy.index import Taxonomy

_LONGEST_TITLE = 120
_ITEM = re.compile(r"^[-–•◆■○●>➤▶►\s]+")
_SENTENCE_END = re.compile(r"[.;:?!][\s\"”)]")
_UNIT_WORD = re.compile(r"\s?(?:%|[a-z]+)?[)\],.;\"”]{0,2}\s?")
_BARE = frozenset("*†‡※")

Facts = Sequence[tuple[Occurrence, str]]


@dataclass(frozen=True, slots=True)
class _Use:
    """A mark on facts, by their ids; `block` is the position of the block that bears it."""

    key: str
    block: int
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Note:
    key: str
    block: int
    spans: tuple[Span, ...]
    text: str


def with_footnotes(report: Report, document: Document, taxonomy: Taxonomy) -> Report:
    """The report with the footnotes of its document added; notes that qualify no fact are none."""
    uses_and_notes = list(_events(document, _by_row(report), _phrases(taxonomy)))
    on: defaultdict[_Note, list[str]] = defaultdict(list)
    for position, use in enumerate(uses_and_notes):
        if isinstance(use, _Use) and use.facts:
            note = _note_of(use, uses_and_notes[position + 1 :])
            if note:
                on[note].extend(use.facts)
    found = (
        Footnote(note_id(note.spans[0]), note.text, language_of(note.text), tuple(dict.fromkeys(facts)), note.spans)
        for note, facts in on.items()
    )
    return replace(report, footnotes=(*report.footnotes, *sorted(found, key=lambda note: note.spans)))


def _note_of(use: _Use, following: Sequence[_Use | _Note]) -> _Note | None:
    """The note of a mark among what follows it on the page."""
    family, number = _family(use.key)
    for position, other in enumerate(following):
        if _family(other.key)[0] != family:
            continue
        if isinstance(other, _Use):
            again = other.key == use.key and other.block != use.block
            if again or (_family(other.key)[1] < number and other.block != use.block):
                return None
        elif other.key == use.key:
            # Stars begin notes and lists alike: of several that follow on each other, none is known to be the note.
            more = use.key in _BARE and any(
                isinstance(item, _Note) and item.key == use.key for item in following[position + 1 : position + 2]
            )
            return None if more else other
    return None


def _family(key: str) -> tuple[str, int]:
    """The kind of a mark and its number: `*2` is a star with the number 2."""
    name = key.strip("()").rstrip("0123456789")
    return name + key[:1] * key.startswith("("), int(key.strip("()")[len(name) :] or 0)


def _by_row(report: Report) -> Mapping[RowKey, Facts]:
    found: defaultdict[RowKey, list[tuple[Occurrence, str]]] = defaultdict(list)
    for occurrence, id_ in ids_in_order(report).items():
        found[occurrence.span.row_key].append((occurrence, id_))
    return found


@lru_cache(maxsize=4)
def _phrases(taxonomy: Taxonomy) -> Mapping[str, frozenset[str]]:
    """The concepts that a phrase names, by the phrase's key."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in taxonomy.places:
        for line in place.lines:
            for label in line.labels if line.concept else ():
                found[label_key(label)].add(line.concept or "")
    for phrase in taxonomy.prose.phrases:
        for label in phrase.printed:
            found[label_key(label)].add(phrase.concept)
    derived: defaultdict[str | None, set[str]] = defaultdict(set)
    for item in taxonomy.concepts.values():
        derived[item.derived_from].add(item.name)
    return {name: frozenset(concepts.union(*(derived[of] for of in concepts))) for name, concepts in found.items()}


def _events(
    document: Document, facts: Mapping[RowKey, Facts], phrases: Mapping[str, frozenset[str]]
) -> Iterator[_Use | _Note]:
    """The marks on facts and the notes of a document, in its order."""
    for position, block in enumerate(document.blocks):
        if isinstance(block, Table):
            yield from _in_table(block, position, facts)
        else:
            following = document.blocks[position + 1] if position + 1 < len(document.blocks) else None
            yield from _in_text(block, position, following, facts, phrases)


def _in_table(table: Table, position: int, facts: Mapping[RowKey, Facts]) -> Iterator[_Use | _Note]:
    holding = [number for number, row in enumerate(table.rows) if facts.get(row.span.row_key)]
    for number, row in enumerate(table.rows):
        cells = [text for text in row.texts if text.raw.strip()]
        note = note_start(cells[0].raw) if cells and not facts.get(row.span.row_key) else None
        if note:
            yield from _note([cells[0], *cells[1:]], note, position)
            continue
        for index, cell in enumerate(row.texts):
            for key in keys_of(cell):
                below = (table.rows[at] for at in holding[bisect_right(holding, number) :])
                yield _Use(key, position, tuple(_borne(row, below, index, cell, facts)))


def _borne(row: Row, below: Iterable[Row], index: int, cell: Text, facts: Mapping[RowKey, Facts]) -> Iterator[str]:
    """The facts of a mark in a cell: the cell's own, those of its row, or those of its column, in the rows below."""
    own = facts.get(row.span.row_key, ())
    if own:
        for occurrence, id_ in own:
            if index == 0 or cell.span.holds(occurrence.span):
                yield id_
    elif index:
        for other in below:
            if len(other.cells) == len(row.cells):
                place = other.cells[index].text.span
                yield from (id_ for found, id_ in facts[other.span.row_key] if place.holds(found.span))


def _in_text(
    block: Heading | Paragraph,
    position: int,
    following: Block | None,
    facts: Mapping[RowKey, Facts],
    phrases: Mapping[str, frozenset[str]],
) -> Iterator[_Use | _Note]:
    lines = [block.text] if isinstance(block, Heading) else list(block.lines)
    starts = [(number, note_start(line.raw)) for number, line in enumerate(lines)]
    notes = [(number, mark) for number, mark in starts if mark]
    ends = [*(number for number, _ in notes[1:]), len(lines)][: len(notes)]
    for number, line in enumerate(lines[: notes[0][0] if notes else len(lines)]):
        is_title = number == len(lines) - 1 and isinstance(following, Table) and len(line.plain) <= _LONGEST_TITLE
        for mark in marks(line.raw):
            if not mark.key:
                continue
            if is_title and not line.plain[mark.end :].strip() and isinstance(following, Table):
                borne = [id_ for row in following.rows for _, id_ in facts.get(row.span.row_key, ())]
            else:
                borne = list(_in_line(line, mark, facts.get(line.span.row_key, ()), phrases))
            yield _Use(mark.key, position, tuple(borne))
    for (number, mark), end in zip(notes, ends, strict=True):
        yield from _note(lines[number:end], mark, position)


def _in_line(line: Text, mark: Mark, facts: Facts, phrases: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The facts of a mark in running text: the figure that it is glued to, or those whose name it is glued to."""
    before = line.plain[: mark.start].rstrip()
    ends = [match.end() for match in _SENTENCE_END.finditer(line.plain)]
    start = max((end for end in ends if end <= mark.start), default=0)
    stop = min((end for end in ends if end > mark.end), default=len(line.plain))
    named = phrases.get(label_key(_ITEM.sub("", before[start:])), frozenset())
    for occurrence, id_ in facts:
        at, end = occurrence.span.start - line.span.start, occurrence.span.end - line.span.start
        glued = end <= mark.start and _UNIT_WORD.fullmatch(line.plain, end, mark.start)
        if glued or (mark.end <= at < stop and occurrence.point.concept in named):
            yield id_


def _note(texts: Sequence[Text], mark: Mark, position: int) -> Iterator[_Note]:
    """The note that begins in the first of these texts, where it says anything."""
    spans, words = [], []
    for number, text in enumerate(texts):
        start = mark.end if number == 0 else 0
        said = shown(text, start)
        if said:
            lead = len(text.raw[start:]) - len(text.raw[start:].lstrip())
            spans.append(text.span.within(start + lead, len(text.raw.rstrip())))
            words.append(said)
    if words:
        yield _Note(mark.key, position, tuple(spans), " ".join(words))


def shown(text: Text, start: int = 0) -> str:
    """What a reader sees of a text from an offset on, with single spaces."""
    return " ".join("".join(_words(runs(text), start)).split())


def _words(found: Iterable[Run], start: int) -> Iterator[str]:
    for run in found:
        if run.style == "break":
            yield " "
        elif run.start >= start:
            yield run.text
        elif run.style in ("plain", "bold"):
            yield run.text[start - run.start :]
