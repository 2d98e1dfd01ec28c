"""What moved one way and is printed without a sign: `Increase in inventories 10,000` among operating cash flows.

Whether cash came in or went out by it the label does not say. Where a sum does not hold as printed and does with the
signs of some such figures turned, and of no others, these went out. Where one of them is printed in parentheses, the
table says its signs, and a figure without is as it says, or a misprint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from iij_xbrl.languages import patterns_of
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.reconcile.damage.blocks import Block, added, blocks
from iij_xbrl.reconcile.signs.free_signs import sign_turned

_ONE_WAY = patterns_of("labels.moved_one_way")
_MOST = 10  # figures whose signs are tried


def settle_movements(table: MappedTable) -> MappedTable:
    """The table with the figures turned that moved one way and that a sum proves to have gone out."""
    moved = [fact for reading in table.readings if (fact := reading.fact) and _says_one_way(fact.label)]
    if not moved or any(fact.printed < 0 for fact in moved):
        return table
    turned: dict[int, Reading] = {}
    for block in blocks(table):
        if not block.damaged:
            for column in (item.index for item in table.table.columns if item.role == "value"):
                turned |= dict(_turned(table, block, column))
    return table.with_readings(turned)


def _turned(table: MappedTable, block: Block, column: int) -> Iterator[tuple[int, Reading]]:
    """The figures of a block that are turned, if one way alone to turn some makes it hold."""
    parts = added(table, block, column)
    moved = {at: part for at, part in parts.items() if _is_movement(table.readings[at])}
    off = sum(parts.values())
    if not off or len(moved) > _MOST:
        return
    found = list(_closing(moved, off))
    for at in found[0] if len(found) == 1 else ():
        reading = table.readings[at]
        if reading.fact:
            yield at, replace(reading, result=sign_turned(reading.fact))


def _closing(moved: Mapping[int, Decimal], off: Decimal) -> Iterator[tuple[int, ...]]:
    """The sets of figures that a block is off by twice."""
    for count in range(1, len(moved) + 1):
        yield from (some for some in combinations(moved, count) if 2 * sum(moved[at] for at in some) == off)


def _is_movement(reading: Reading) -> bool:
    return reading.fact is not None and reading.fact.value == reading.fact.printed and _says_one_way(reading.fact.label)


@lru_cache(maxsize=1024)  # a label has several figures
def _says_one_way(label: str) -> bool:
    return any(pattern.search(label) for pattern in _ONE_WAY)
