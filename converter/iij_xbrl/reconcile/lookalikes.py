"""Letters in figures that stand for digits of their shape: `33,1OO`, `S60`, `l4,200`.

Such a cell counts with the digits where relations hold with it and none fails; or where the release prints the same
elsewhere. Other cells of the kind may take part: a change that its two amounts bear out confirms all three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.cells.numbers import numbers
from iij_xbrl.facts import DataPoint, Leftover, Occurrence
from iij_xbrl.map.tables.mapper import infer
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.read.document import Text, TextKey
from iij_xbrl.reasons.base import Reason, both
from iij_xbrl.reasons.evidence import AgreesWith, LettersForDigits
from iij_xbrl.reconcile.evidence import held
from iij_xbrl.reconcile.known import Known, known
from iij_xbrl.relations.binding import bind
from iij_xbrl.relations.evaluate import evaluate_one
from iij_xbrl.relations.index import relations_with
from iij_xbrl.relations.intervals import Interval
from iij_xbrl.taxonomy.index import Taxonomy

_SHAPES = str.maketrans("OoIl|iSsZzB", "00111155228")
_CELL = re.compile(r"[(△▲−-]?(?=[^\d]*\d)(?=[\d,.]*[A-Za-z|])[\dOoIl|iSsZzB][\dOoIl|iSsZzB,.]*[\dOoIl|iSsZz]\)?%?")

Place = tuple[int, TextKey]  # a table by its number, and a cell


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What a cell may be: the reading of its first figure as it would be."""

    table: int
    at: int
    reading: Reading
    fact: Occurrence


def settle_lookalikes(tables: Sequence[MappedTable], taxonomy: Taxonomy) -> list[MappedTable]:
    """The tables with the cells read in which letters stand for digits, where evidence says so."""
    candidates = {
        (number, item.reading.figure.span.text_key): item
        for number, table in enumerate(tables)
        for item in _candidates(number, table, taxonomy)
    }
    if not candidates:
        return list(tables)
    evidence = _evidence(candidates, known(tables), taxonomy)
    return [_settled(number, table, candidates, evidence) for number, table in enumerate(tables)]


def with_digits(text: str) -> str:
    """A figure with digits for the letters of their shape."""
    return text.translate(_SHAPES)


def _candidates(number: int, table: MappedTable, taxonomy: Taxonomy) -> Iterator[_Candidate]:
    seen: set[TextKey] = set()
    for at, reading in enumerate(table.readings):
        key = reading.figure.span.text_key
        if not isinstance(reading.result, Leftover) or reading.match.line is None or key in seen:
            continue
        seen.add(key)
        cell = next((text for text in table.table.rows[reading.row].cells if text.span.text_key == key), None)
        figure = _figure(cell) if cell else None
        read = figure and infer(table.table, reading, figure, reading.match, LettersForDigits(), taxonomy)
        if read and read.fact:
            yield _Candidate(number, at, read, read.fact)


def _figure(cell: Text) -> Figure | None:
    """The figure of a cell with digits for its letters; None where it is none, or has no letters among its digits."""
    plain = cell.plain.strip()
    found = tuple(numbers(with_digits(plain))) if _CELL.fullmatch(plain) else ()
    if len(found) != 1 or found[0].problem or (found[0].start, found[0].end) != (0, len(plain)):
        return None
    start = cell.plain.index(plain)
    span = cell.span.within(start, start + len(plain))
    (number,) = found
    return Figure(span, plain, number.value, number.places, number.percent, dash=False)


def _evidence(candidates: Mapping[Place, _Candidate], printed: Known, taxonomy: Taxonomy) -> Mapping[DataPoint, Reason]:
    """What confirms candidates, by their data point; what a relation contradicts confirms no others."""
    facts = {item.fact.point: item.fact for item in candidates.values() if not printed.contradicts(item.fact)}
    bindings = bind(relations_with({point.concept for point in facts}, taxonomy), [*printed.points, *facts])
    firsts = {point: found[0] for point, found in printed.points.items()}
    while True:
        around = {**facts, **firsts}
        values = {point: Interval.of(fact) for point, fact in around.items()}
        told = {point: [evaluate_one(item, values) for item in bindings.of(point)] for point in facts}
        sound = {point: fact for point, fact in facts.items() if all(item.state != "open" for item in told[point])}
        if len(sound) == len(facts):
            break
        facts = sound
    found: dict[DataPoint, Reason] = {}
    for point, fact in facts.items():
        other = printed.agreeing(fact)
        closed = next((item for item in told[point] if item.state == "closed"), None)
        if other:
            found[point] = AgreesWith(other.span.origin)
        elif closed:
            found[point] = held(closed, point, around)
    return found


def _settled(
    number: int,
    table: MappedTable,
    candidates: Mapping[Place, _Candidate],
    evidence: Mapping[DataPoint, Reason],
) -> MappedTable:
    """The table with its confirmed candidates, which are all that their cells hold."""
    readings: list[Reading] = []
    for at, reading in enumerate(table.readings):
        item = candidates.get((number, reading.figure.span.text_key))
        reason = evidence.get(item.fact.point) if item else None
        if item is None or reason is None:
            readings.append(reading)
        elif item.at == at:
            readings.append(replace(item.reading, result=replace(item.fact, reason=both(item.fact.reason, reason))))
    return replace(table, readings=tuple(readings))
