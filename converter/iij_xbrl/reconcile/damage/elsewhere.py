"""Recovers damaged figures that the same release prints elsewhere too.

A figure of a cell in which several were run together, or of a table that lost its labels, is accepted where the same
data point is printed elsewhere, undamaged, and agrees within the precision of both, and no other reading does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from iij_xbrl.extract.cells.japanese_brackets import signs_of
from iij_xbrl.facts import Leftover
from iij_xbrl.map.labels import key
from iij_xbrl.map.tables.mapper import infer
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.map.tables.rows.align import Pair, align
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.reasons.base import both, said
from iij_xbrl.reasons.evidence import AgreesWith, InDamagedZone, OrderOfPlace, RunTogether
from iij_xbrl.reasons.withdrawn import AddsUpElsewhere, DamagedZone
from iij_xbrl.reconcile.known import WHOLE, Known
from iij_xbrl.taxonomy.index import Place, Taxonomy

_ENOUGH_COLUMNS = 2


def recover(table: MappedTable, others: Known, taxonomy: Taxonomy) -> MappedTable:
    """The table with what other places confirm."""
    found = dict(
        _lost_labels(table, others, taxonomy) if not table.table.has_labels else _of_rows(table, others, taxonomy)
    )
    return table.with_readings(found)


def _of_rows(table: MappedTable, others: Known, taxonomy: Taxonomy) -> Iterator[tuple[int, Reading]]:
    yield from _run_together(table, others, taxonomy)
    yield from _in_zones(table, others, taxonomy)


def _in_zones(table: MappedTable, others: Known, taxonomy: Taxonomy) -> Iterator[tuple[int, Reading]]:
    """Figures of a damaged zone that stand where their label says, as another place confirms."""
    for at, reading in enumerate(table.readings):
        if isinstance(reading.result, Leftover) and said(reading.result.reason, DamagedZone, AddsUpElsewhere):
            confirmed = _confirmed(
                infer(table.table, reading, reading.figure, reading.match, InDamagedZone(), taxonomy), others
            )
            if confirmed is not None:
                yield at, confirmed


def _run_together(table: MappedTable, others: Known, taxonomy: Taxonomy) -> Iterator[tuple[int, Reading]]:
    """Figures of a row that were run together in one cell: the first may be its column's, the next the next one's."""
    for at, reading in enumerate(table.readings):
        match = reading.match
        if not isinstance(reading.result, Leftover) or not reading.figure.problem or match.line is None:
            continue
        cell = [item for item in table.readings if (item.row, item.column) == (reading.row, reading.column)]
        filled = {item.column for item in table.readings if item.row == reading.row}
        order = cell.index(reading)
        moved = replace(reading, column=reading.column + order)
        if order and moved.column in filled:
            continue
        for figure in signs_of(reading.figure):
            confirmed = _confirmed(infer(table.table, moved, figure, match, RunTogether(), taxonomy), others)
            if confirmed is not None:
                yield at, confirmed


def _confirmed(candidate: Reading | None, others: Known) -> Reading | None:
    fact = candidate.fact if candidate else None
    other = others.agreeing(fact) if fact else None
    if candidate is None or fact is None or other is None:
        return None
    return replace(candidate, result=replace(fact, reason=both(fact.reason, AgreesWith(other.span.origin))))


def _lost_labels(table: MappedTable, others: Known, taxonomy: Taxonomy) -> Iterator[tuple[int, Reading]]:
    """Rows without labels, under a title of the taxonomy: in its order, where all their figures agree elsewhere."""
    titles = {key(title) for title in table.table.section.titles[-1:]}
    for place in taxonomy.places:
        if place.rows == "lines" and titles & {key(title) for title in place.titles}:
            yield from _by_agreement(table, place, others, taxonomy)
            return


def _by_agreement(table: MappedTable, place: Place, others: Known, taxonomy: Taxonomy) -> Iterator[tuple[int, Reading]]:
    pairs = []
    by_row: defaultdict[int, list[Reading]] = defaultdict(list)
    for reading in table.readings:
        column = table.table.column(reading.column)
        if column is not None and column.role in ("value", "translation"):
            by_row[reading.row].append(reading)
    known = {point.concept for point in others.points}
    for row, readings in by_row.items():
        for line, item in enumerate(place.lines):
            if item.concept in known and _row_agrees(table, readings, Match(place, line), others, taxonomy):
                pairs.append(Pair(row, line, 1))
    lines = dict(align(pairs).lines)
    lines |= _between(table, place, lines, by_row, others, taxonomy)
    for at, reading in enumerate(table.readings):
        line_ = lines.get(reading.row)
        if line_ is None or reading.figure.problem:
            continue
        match = Match(place, line_)
        found = infer(table.table, reading, reading.figure, match, OrderOfPlace(place.role), taxonomy)
        if found is not None:
            yield at, found


def _between(
    table: MappedTable,
    place: Place,
    lines: Mapping[int, int],
    by_row: Mapping[int, Sequence[Reading]],
    others: Known,
    taxonomy: Taxonomy,
) -> dict[int, int]:
    """Rows between two that are known, as many as the lines between theirs, each with an amount printed elsewhere."""
    found: dict[int, int] = {}
    for above, below in pairwise(sorted(lines)):
        rows = [row for row in by_row if above < row < below]
        left = [at for at in range(lines[above] + 1, lines[below]) if place.lines[at].concept]
        matches = dict(zip(rows, left, strict=False))
        if len(rows) == len(left) and all(
            _one_agrees(table, by_row[row], Match(place, line), others, taxonomy) for row, line in matches.items()
        ):
            found |= matches
    return found


def _one_agrees(
    table: MappedTable, readings: Sequence[Reading], match: Match, others: Known, taxonomy: Taxonomy
) -> bool:
    """Whether an amount of a row is printed elsewhere, as it is rounded."""
    candidates = [infer(table.table, reading, reading.figure, match, None, taxonomy) for reading in readings]
    facts = [candidate.fact for candidate in candidates if candidate]
    return len(facts) == len(readings) and any(fact and others.agreeing(fact) for fact in facts)


def _row_agrees(
    table: MappedTable, readings: Sequence[Reading], match: Match, others: Known, taxonomy: Taxonomy
) -> bool:
    """Whether all amounts of a row are printed elsewhere, give or take a unit, and one of them as it is rounded."""
    agreeing = rounded = 0
    for reading in readings:
        candidate = infer(table.table, reading, reading.figure, match, None, taxonomy)
        fact = candidate.fact if candidate else None
        if reading.figure.problem or fact is None or not others.agreeing(fact, WHOLE):
            return False
        agreeing += 1
        rounded += others.agreeing(fact) is not None
    return agreeing >= _ENOUGH_COLUMNS and rounded > 0
