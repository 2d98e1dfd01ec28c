"""Rows that may be parts of a row above that the taxonomy does not know.

Below `Order intake` a row `Network Services` may be that of the orders, and not of the revenues further up. So may a
row that is set further in than `Overseas` above it. Rows that add up to their own total, with the unknown row among
them or without, are no parts of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.map.labels import key
from iij_xbrl.map.scopes.titles.shapes import ITEM
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.map.tables.shares import base_of
from iij_xbrl.reasons.tables import NoLine, PartOfUnknown

_MARK = 2

Amounts = Mapping[int, Decimal]


def without_parts_of_unknown(table: FigureTable, matches: Sequence[Match]) -> tuple[Match, ...]:
    """The matches of the rows of a table, without the lines of those that may be parts of an unknown row above them."""
    owners = [at for at, match in enumerate(matches) if _is_unknown(table.rows[at], match)]
    if not owners:
        return tuple(matches)
    owned, found = _Owned(table, matches), list(matches)
    for owner in owners:
        parts = owned.below(owner)
        reason = PartOfUnknown(table.rows[owner].printed_label)
        for at in parts if not owned.add_up(owner, parts) else ():
            found[at] = replace(matches[at], line=None, reason=reason)
    return tuple(found)


def _is_unknown(row: TableRow, match: Match) -> bool:
    """Whether a row has figures and a label that is no line's, nor near to one's, and no period or share alone."""
    is_named = bool(row.figures and row.label) and not row.is_period and not base_of(row.label)
    return is_named and isinstance(match.reason, NoLine) and not match.reason.near


class _Owned:
    """The rows of a table, as what they may be parts of."""

    def __init__(self, table: FigureTable, matches: Sequence[Match]) -> None:
        self._rows = table.rows
        self._matches = matches
        self._values = frozenset(column.index for column in table.columns if column.role == "value")
        self._of_line: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        self._of_total: defaultdict[tuple[int, int | None], list[int]] = defaultdict(list)
        for at, match in enumerate(matches):
            if match.line is not None:
                self._of_line[id(match.place), match.line].append(at)
                self._of_total[id(match.place), match.found.partition].append(at)

    def below(self, owner: int) -> list[int]:
        """The rows right below a row that may be its parts: set further in, or no larger and named like other lines."""
        found: list[int] = []
        left = {column: abs(amount) for column, amount in self._amounts(owner).items()}
        depth = _depth(self._rows[owner])
        for at in range(owner + 1, len(self._rows)):
            row, match = self._rows[at], self._matches[at]
            if not row.figures or match.line is None or match.found.kind != "line":
                break
            if _depth(row) <= depth and not (_is_shared(row, match) and self._fits(owner, at, left)):
                break
            found.append(at)
        return found

    def add_up(self, owner: int, parts: Sequence[int]) -> bool:
        """Whether the total of rows is printed and the sum of its items, with their unknown owner or without."""
        if not parts:
            return False
        place, total = id(self._matches[parts[0]].place), self._matches[parts[0]].found.partition
        totals = self._of_line[place, total] if total is not None else []
        if len(totals) != 1:
            return False
        items, own = self._of_total[place, total], self._amounts(owner)
        room = Decimal(len(items)) / 2
        for column, printed in self._amounts(totals[0]).items():
            added = sum(self._matches[at].found.weight * self._amounts(at).get(column, Decimal(0)) for at in items)
            off = min(abs(added - printed), abs(added + own.get(column, Decimal(0)) - printed))
            if off > room * self._unit(totals[0], column):
                return False
        return True

    def _fits(self, owner: int, at: int, left: dict[int, Decimal]) -> bool:
        """Whether a row is no larger than what other parts have left of their owner, which it takes from that."""
        whole = self._amounts(owner)
        for column, amount in self._amounts(at).items():
            if column in left:
                left[column] -= amount if whole[column] >= 0 else -amount
        return all(amount >= 0 for amount in left.values())

    def _amounts(self, at: int) -> Amounts:
        """The amounts of a row by column."""
        return {item.column: item.figure.value for item in self._rows[at].figures if item.column in self._values}

    def _unit(self, at: int, column: int) -> Decimal:
        """A unit of the last digit that a row prints in a column."""
        return next(Decimal(1).scaleb(-item.figure.places) for item in self._rows[at].figures if item.column == column)


def _depth(row: TableRow) -> int:
    """How far a row is set in: a mark of an item is worth two characters."""
    return row.indent + (_MARK if ITEM.match(row.printed_label) else 0)


def _is_shared(row: TableRow, match: Match) -> bool:
    """Whether the label of a row is that of lines of several owners."""
    assert match.place is not None
    wanted = key(row.label)
    lines = (line for line in match.place.lines if any(key(label) == wanted for label in line.labels))
    return len({line.parent for line in lines}) > 1
