"""Totals whose label the figures contradict: the place outranks a label that two or more figures speak against.

`Net cash used in financing activities` at the end of the investing activities, equal to their sum in every column, is
the investing total; the label is a misprint.
"""

from __future__ import annotations

from dataclasses import replace

from iij_xbrl.facts import Leftover
from iij_xbrl.map.tables.mapper import infer
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.reasons.evidence import LabelContradicted
from iij_xbrl.reasons.withdrawn import AnotherTotal
from iij_xbrl.reconcile.damage.blocks import Block, closes
from iij_xbrl.taxonomy.index import Place, Taxonomy

_ENOUGH_COLUMNS = 2
_ENOUGH_ITEMS = 3


def correct_totals(table: MappedTable, taxonomy: Taxonomy) -> MappedTable:
    """The table with mislabelled totals read as what they sum up."""
    changed: dict[int, Reading] = {}
    places = {id(match.place): match.place for match in table.matches if match.place}
    for place in places.values():
        for block, row in _suspects(table, place):
            if _columns_closing(table, block, row) >= _ENOUGH_COLUMNS:
                changed.update(_relabelled(table, block, row, taxonomy))
            else:
                changed.update(_withdrawn(table, block, row))
    if not changed:
        return table
    matches = list(table.matches)
    for reading in changed.values():
        matches[reading.row] = reading.match
    return replace(table.with_readings(changed), matches=tuple(matches))


def _suspects(table: MappedTable, place: Place) -> list[tuple[Block, int]]:
    """Blocks without their total, whose last item is followed by another total that has no items here."""
    line_of = {row: match.line for row, match in enumerate(table.matches) if match.place is place}
    found = []
    for total, line in enumerate(place.lines):
        items = place.items.get(total, frozenset())
        rows = [row for row, at in line_of.items() if at in items and table.table.rows[row].figures]
        if line.kind != "total" or len(rows) < _ENOUGH_ITEMS or total in line_of.values():
            continue
        after = max(rows) + 1
        other = line_of.get(after)
        if other is None or place.lines[other].kind != "total" or place.lines[other].concept == line.concept:
            continue
        if any(place.lines[at].partition == other for at in line_of.values() if at is not None):
            continue
        lines = tuple(at for row in sorted(rows) if (at := line_of[row]) is not None)
        found.append((Block(place, total, (*lines, total), (*sorted(rows), after), damaged=False), after))
    return found


def _columns_closing(table: MappedTable, block: Block, row: int) -> int:
    closing = 0
    for column in table.table.columns:
        readings = [item for item in table.readings if item.row in block.rows and item.column == column.index]
        if column.role not in ("value", "translation") or len(readings) != len(block.rows):
            continue
        if not closes(block, [item.figure for item in readings], exact=column.role == "value"):
            return 0
        closing += 1
    return closing


def _withdrawn(table: MappedTable, block: Block, row: int) -> dict[int, Reading]:
    """The label and the place disagree, and the figures do not say which is right."""
    total = block.place.lines[block.total].concept
    changed = {}
    for at, reading in enumerate(table.readings):
        fact = reading.fact
        if reading.row == row and fact:
            leftover = Leftover(fact.span, fact.text, fact.label, fact.section, "unmapped", AnotherTotal(str(total)))
            changed[at] = replace(reading, result=leftover)
    return changed


def _relabelled(table: MappedTable, block: Block, row: int, taxonomy: Taxonomy) -> dict[int, Reading]:
    items = tuple(table.table.rows[at].span.origin for at in (block.rows[0], block.rows[-2]))
    label = table.table.rows[row].printed_label
    reason = LabelContradicted(label, items)
    changed = {}
    for at, reading in enumerate(table.readings):
        if reading.row == row:
            found = infer(table.table, reading, reading.figure, Match(block.place, block.total), reason, taxonomy)
            if found is not None:
                changed[at] = found
    return changed
