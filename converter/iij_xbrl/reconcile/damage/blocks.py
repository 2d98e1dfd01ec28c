"""Reads damaged blocks again, by order and sum.

A block is a total of a place with its items, as a table prints them. Where rows lost their labels, labels their
figures, or cells were run together, the lines that are labelled and the figures that are printed may still be as many,
in the same order, and add up. If exactly one such reading closes, its facts are inferred; otherwise nothing changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from iij_xbrl.extract.cells.cell import Figure
from iij_xbrl.extract.cells.japanese_brackets import signs_of
from iij_xbrl.facts import Leftover
from iij_xbrl.map.labels import key
from iij_xbrl.map.tables.mapper import infer
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.reasons.base import Reason, both, said
from iij_xbrl.reasons.evidence import PointForComma, RowsInOrder
from iij_xbrl.reasons.withdrawn import SignUnsettled
from iij_xbrl.reasons.written import PointsForCommas, Unreadable
from iij_xbrl.taxonomy.index import Place, Taxonomy

_MOST_DOUBTS = 6
_FACTOR = {"opposite": -1}
_SIZE = {"magnitude": 1, "minus-magnitude": -1}


@dataclass(frozen=True, slots=True)
class Block:
    """A total, its items, and the rows of a table from the first to the total: `lines` are those labelled, in order."""

    place: Place
    total: int
    lines: tuple[int, ...]
    rows: tuple[int, ...]
    damaged: bool


def read_again(table: MappedTable, taxonomy: Taxonomy) -> MappedTable:
    """The table with the damaged blocks that order and sum can settle."""
    found: dict[int, Reading] = {}
    for block in blocks(table):
        if block.damaged:
            for position, reading in _settle(table, block, taxonomy):
                found.setdefault(position, reading)
    return table.with_readings(found)


def blocks(table: MappedTable) -> Iterator[Block]:
    """The blocks of a table, whole or damaged."""
    places = {id(match.place): match.place for match in table.matches if match.place}
    for place in places.values():
        labelled = [_lines_of(table, row, place) for row in range(len(table.matches))]
        for total, items in sorted(place.items.items()):
            if place.lines[total].concept:
                block = _block(table, place, total, items, labelled)
                if block:
                    yield block


def _lines_of(table: MappedTable, row: int, place: Place) -> tuple[int, ...]:
    """The lines that a row's label names: one, or two consecutive ones whose labels were run together."""
    match = table.matches[row]
    if match.place is place and match.line is not None:
        return (match.line,)
    label = key(table.table.rows[row].label)
    if match.line is not None or not label:
        return ()
    named = [at for at, line in enumerate(place.lines) if line.concept]
    for first in named:
        for start in place.lines[first].labels:
            if label.startswith(key(start) + " "):
                rest = label[len(key(start)) :].strip()
                for second in named:
                    if second > first and any(key(end) == rest for end in place.lines[second].labels):
                        return first, second
    return ()


def _block(
    table: MappedTable, place: Place, total: int, items: Set[int], labelled: Sequence[tuple[int, ...]]
) -> Block | None:
    ends = [row for row, lines in enumerate(labelled) if total in lines]
    if len(ends) != 1:
        return None
    rows = [row for row in range(ends[0] + 1) if items & set(labelled[row]) or row == ends[0]]
    first, last = rows[0], ends[0]
    heading = place.lines[min(items)].parent
    opened = [row for row in range(first) if heading is not None and heading in labelled[row]]
    start = opened[-1] + 1 if opened else first
    inside, lines, damaged = [], [], False
    for row in range(start, last + 1):
        own = [line for line in labelled[row] if line in items or line == total]
        figures = table.table.rows[row].figures
        if len(own) == len(labelled[row]) and (own or (figures and not table.table.rows[row].label)):
            inside.append(row)
            lines += own
            damaged = damaged or len(own) != 1 or not figures or any(item.figure.problem for item in figures)
    within = set(inside)
    damaged = damaged or any(
        reading.row in within and isinstance(reading.result, Leftover) for reading in table.readings
    )
    return Block(place, total, tuple(lines), tuple(inside), damaged) if sorted(lines) == lines else None


def _settle(table: MappedTable, block: Block, taxonomy: Taxonomy) -> Iterator[tuple[int, Reading]]:
    rows: dict[int, set[int]] = {}
    settled: dict[int, int] = {}
    positions = _positions(table, block)
    for column in table.table.columns:
        if column.role not in ("value", "translation"):
            continue
        if any(_is_of_open_sign(table.readings[at]) for at in positions[column.index]):
            continue  # it may add up with all signs turned, too
        slots = [_slot(table, at) for at in positions[column.index]]
        exact = column.role == "value"
        reading = _only_reading(block, slots, exact=exact)
        for (at, figure), line in zip(reading, block.lines, strict=True) if reading else ():
            settled[at] = line
            rows.setdefault(table.readings[at].row, set()).add(line)
            yield from _inferred(table, at, figure, block, line, taxonomy)
    for at, reading_ in enumerate(table.readings):  # the other columns of rows whose line is settled now
        lines = rows.get(reading_.row, set())
        if at not in settled and len(lines) == 1 and not reading_.figure.problem and _is_side(table, reading_):
            yield from _inferred(table, at, reading_.figure, block, next(iter(lines)), taxonomy)


def _is_of_open_sign(reading: Reading) -> bool:
    return isinstance(reading.result, Leftover) and said(reading.result.reason, SignUnsettled)


def _is_side(table: MappedTable, reading: Reading) -> bool:
    column = table.table.column(reading.column)
    return column is not None and column.role in ("share", "change")


def _positions(table: MappedTable, block: Block) -> defaultdict[int, list[int]]:
    """The positions of the readings in a block, by their columns."""
    rows = set(block.rows)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, reading in enumerate(table.readings):
        if reading.row in rows:
            found[reading.column].append(at)
    return found


def _slot(table: MappedTable, at: int) -> tuple[int, tuple[Figure | None, ...]]:
    reading = table.readings[at]
    figure = reading.figure
    sound = replace(figure, problem=None)
    row = table.table.rows[reading.row]
    column = table.table.column(reading.column)
    unit = (column.unit if column else None) or table.table.section.unit
    if unit is not None and unit.scale and figure.places == 3 and not figure.percent:
        comma = replace(sound, value=figure.value.scaleb(3), places=0)
        return at, (comma, None, replace(sound, problem=Unreadable()))
    if figure.problem or not row.label:
        return at, (*signs_of(figure), None)
    return at, (sound,)


def _only_reading(
    block: Block, slots: Sequence[tuple[int, tuple[Figure | None, ...]]], *, exact: bool
) -> list[tuple[int, Figure]] | None:
    """The figures of the block's lines in order, if exactly one reading of the slots closes."""
    if sum(len(options) > 1 for _, options in slots) > _MOST_DOUBTS:
        return None
    closing: dict[tuple[Decimal, ...], list[tuple[int, Figure]]] = {}
    for choice in product(*(options for _, options in slots)):
        chosen = [(at, figure) for (at, _), figure in zip(slots, choice, strict=True) if figure is not None]
        figures = [figure for _, figure in chosen]
        if len(chosen) == len(block.lines) and closes(block, figures, exact=exact):
            closing.setdefault(tuple(_amounts(block, figures)), chosen)
    return next(iter(closing.values())) if len(closing) == 1 else None


def _amounts(block: Block, figures: Sequence[Figure]) -> Iterator[Decimal]:
    """What the figures add up with: the sign of a size says nothing."""
    for line, figure in zip(block.lines, figures, strict=True):
        yield _SIZE[verb] * abs(figure.value) if (verb := block.place.lines[line].verb) in _SIZE else figure.value


def added(table: MappedTable, block: Block, column: int) -> dict[int, Decimal]:
    """What the facts of a block add to it in a column, by position, its total taken off; nothing if one lacks."""
    places = _positions(table, block)[column]
    found: dict[int, Decimal] = {}
    for at, line in zip(places, block.lines, strict=False):
        fact = table.readings[at].fact
        if fact is not None:
            found[at] = fact.value * (-1 if line == block.total else block.place.lines[line].weight)
    return found if len(found) == len(places) == len(block.lines) else {}


def closes(block: Block, figures: Sequence[Figure], *, exact: bool) -> bool:
    """Whether the items add up to the total; a translation may be off by half a unit for each figure."""
    gap = Decimal(0)
    for line, figure, amount in zip(block.lines, figures, _amounts(block, figures), strict=True):
        if not figure.problem:
            weight = -1 if line == block.total else block.place.lines[line].weight
            gap += weight * _FACTOR.get(block.place.lines[line].verb, 1) * amount
    if figures[-1].problem or len(figures) < 3:
        return False
    places = max(figure.places for figure in figures)
    return abs(gap) <= (Decimal(0) if exact else Decimal(len(figures)).scaleb(-places) / 2)


def _inferred(
    table: MappedTable, at: int, figure: Figure, block: Block, line: int, taxonomy: Taxonomy
) -> Iterator[tuple[int, Reading]]:
    reading = table.readings[at]
    if reading.fact or figure.problem:
        return
    total = table.table.rows[block.rows[-1]]
    reason: Reason = RowsInOrder(total.span.origin)
    if figure.places < reading.figure.places or said(reading.figure.problem, PointsForCommas):
        reason = both(PointForComma(), reason)
    found = infer(table.table, reading, figure, Match(block.place, line), reason, taxonomy)
    if found is not None:
        yield at, found
