"""Statements in columns that are printed one column below the other, as older Japanese statements of equity are.

```
資本剰余金
  前期末残高        27,611,737   27,260,318
  株式報酬費用          19,998       40,227
  当期末残高        27,631,735   27,300,545
```

A row without figures names the column of the place; a part begins with an opening balance and ends with the closing
one. It counts only where its figures lead from the one to the other in each column, or where it is the total of the
other parts: a row that was lost or has slipped would show there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.map.labels import key
from iij_xbrl.map.tables.rows.candidates import pairs_of
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.map.tables.rows.place_keys import PlaceKeys
from iij_xbrl.map.titles import title_keys
from iij_xbrl.reasons.tables import NoLine
from iij_xbrl.reasons.withdrawn import AddsUpElsewhere
from iij_xbrl.taxonomy.index import ColumnMember

_FEWEST = 2  # parts
_NONE = Decimal(0)

Amounts = Mapping[int, Decimal]


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows with figures of a column, from its opening to its closing balance, each with its line if it has one."""

    member: ColumnMember
    rows: tuple[int, ...]
    lines: tuple[int | None, ...]

    @property
    def by_row(self) -> Iterator[tuple[int, int | None]]:
        """The rows with their lines."""
        return zip(self.rows, self.lines, strict=True)


def stacked_rows(table: FigureTable, places: Sequence[PlaceKeys]) -> Mapping[int, Match]:
    """The matches of the rows of a table that prints the columns of a place one below the other; empty if none does."""
    titles = {known for title in table.section.titles for known in title_keys(title)}
    for keys in places:
        if not keys.place.columns or not titles & keys.titles:
            continue
        parts = tuple(_parts(table, keys))
        if len(parts) < _FEWEST or len({part.member.labels for part in parts}) < len(parts):
            continue
        sound = [part for part in parts if _leads_on(table, part) or _is_total(table, part, parts)]
        matches = {at: Match(keys.place, None, NoLine(keys.place.role, ())) for at in range(len(table.rows))}
        for part in parts:
            matches |= {
                row: _match(keys, part, line, is_sound=part in sound) for row, line in part.by_row if line is not None
            }
        return matches
    return {}


def _match(keys: PlaceKeys, part: _Part, line: int, *, is_sound: bool) -> Match:
    return Match(keys.place, line, column=part.member) if is_sound else Match(keys.place, None, AddsUpElsewhere())


def _parts(table: FigureTable, keys: PlaceKeys) -> Iterator[_Part]:
    """The parts of a table, each below the name of a column."""
    member: ColumnMember | None = None
    rows: list[int] = []
    lines: list[int | None] = []
    for at, row in enumerate(table.rows):
        if not row.figures:
            named = [item for item in keys.place.columns if key(row.label) in map(key, item.labels)]
            if len(named) == 1:
                member, rows, lines = named[0], [], []
            continue
        if member is None:
            continue
        line = _line(table, at, keys, opens=not rows)
        if not rows and (line is None or keys.place.lines[line].instant != "opening"):
            member = None
            continue
        rows.append(at)
        lines.append(line)
        if line is not None and keys.place.lines[line].instant == "closing":
            yield _Part(member, tuple(rows), tuple(lines))
            member = None


def _line(table: FigureTable, at: int, keys: PlaceKeys, *, opens: bool) -> int | None:
    """The line that a row is by its label; of balances the one that its place in a part says."""
    row = table.rows[at]
    found = {pair.line for pair in pairs_of(at, row.label, row, keys)}
    edge = "opening" if opens else "closing"
    found = {line for line in found if keys.place.lines[line].instant in (None, edge)}
    return next(iter(found)) if len(found) == 1 else None


def _leads_on(table: FigureTable, part: _Part) -> bool:
    """Whether the figures of a part lead from its opening to its closing balance, a total of them aside."""
    opening, *changes, closing = (_amounts(table, row) for row in part.rows)
    return all(
        _adds_up([change.get(column, _NONE) for change in changes], closing[column] - opening[column])
        for column in _columns(table)
        if column in opening and column in closing
    )


def _adds_up(changes: Sequence[Decimal], moved: Decimal) -> bool:
    total, before = sum(changes[-1:], _NONE), sum(changes[:-1], _NONE)
    return moved in (before + total, total if total == before else None)


def _is_total(table: FigureTable, part: _Part, parts: Sequence[_Part]) -> bool:
    """Whether the balances of a part are the sums of those of all others."""
    others = [other for other in parts if other is not part]
    return all(
        _amounts(table, part.rows[edge]).get(column)
        == sum((_balance(table, other, edge, column) for other in others), _NONE)
        for edge in (0, -1)
        for column in _columns(table)
    )


def _balance(table: FigureTable, part: _Part, edge: int, column: int) -> Decimal:
    return _amounts(table, part.rows[edge]).get(column, _NONE)


def _columns(table: FigureTable) -> list[int]:
    return [column.index for column in table.columns if column.role == "value"]


def _amounts(table: FigureTable, row: int) -> Amounts:
    """The figures of a row by column, those with trouble aside."""
    return {item.column: item.figure.value for item in table.rows[row].figures if not item.figure.problem}
