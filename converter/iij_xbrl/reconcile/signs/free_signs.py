"""Figures without parentheses that say no direction among outflows: `Other 50,000` below `Purchase 1,200,000`.

Where a table prints what it pays without parentheses, such a figure may be paid as well. A sum that holds as printed
holds with all signs turned, too, and proves nothing, unless one of its figures has a sign that is certain: a receipt,
or one in parentheses. Once the outflows are turned, the sum tells the others; where none does, they are left open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace

from iij_xbrl.facts import Occurrence
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reasons.base import both
from iij_xbrl.reasons.evidence import TurnedByConvention
from iij_xbrl.reasons.withdrawn import SignUnsettled
from iij_xbrl.reconcile.damage.blocks import Block, added, blocks
from iij_xbrl.reconcile.damage.damage import withdrawn
from iij_xbrl.reconcile.signs.kinds import flow_said, group_of

_Place = tuple[tuple[int, int | None], int]  # a total with its items, and a column


def has_signs(table: MappedTable, places: Sequence[int], doubtful: Set[int]) -> bool:
    """Whether a figure at one of some places, but for doubtful ones, has a sign that is certain."""
    others = (table.readings[at] for at in places if at not in doubtful)
    return any(item.figure.value and not (item.fact and is_free(item.fact)) for item in others)


def is_free(fact: Occurrence) -> bool:
    """Whether a figure is printed without a sign beside a label that says no direction."""
    return fact.printed >= 0 and not flow_said(fact.label)


def sign_turned(fact: Occurrence) -> Occurrence:
    """A fact whose sign is the other one by the convention of its table."""
    return replace(fact, value=-fact.value, status="inferred", reason=both(fact.reason, TurnedByConvention()))


def with_others_turned(table: MappedTable, outflows: Set[int]) -> MappedTable:
    """The table with the figures beside outflows, which were turned or left open, turned or left open with them."""
    groups: defaultdict[_Place, set[int]] = defaultdict(set)
    for at in outflows:
        groups[group_of(table.readings[at]), table.readings[at].column].add(at)
    free: defaultdict[_Place, list[int]] = defaultdict(list)
    for at, item in enumerate(table.readings) if groups else ():
        if item.match.line is not None and at not in outflows and item.fact and is_free(item.fact):
            key = group_of(item), item.column
            if key in groups:
                free[key].append(at)
    changed: dict[int, Reading] = {}
    whole: dict[tuple[int, int | None], Block] = {}
    if free:
        whole |= {(id(block.place), block.total): block for block in blocks(table) if not block.damaged}
    for (group, column), places in free.items():
        block = whole.get(group)
        if block is None or not _adds_up(table, block, column, ()):
            is_proved = block is not None and _adds_up(table, block, column, places)
            changed |= {at: _settled(table.readings[at], is_proved=is_proved) for at in places}
    return table.with_readings(changed)


def _settled(reading: Reading, *, is_proved: bool) -> Reading:
    assert reading.fact is not None
    if is_proved:
        return replace(reading, result=sign_turned(reading.fact))
    return withdrawn(reading, SignUnsettled())


def _adds_up(table: MappedTable, block: Block, column: int, turned: Sequence[int]) -> bool:
    """Whether a block adds up in a column as its facts are read, with some of their signs turned."""
    parts = added(table, block, column)
    return bool(parts) and sum(parts.values()) == 2 * sum(parts[at] for at in turned)
