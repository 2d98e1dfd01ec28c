"""Aligns the rows of a table with the lines of a place, in order.

Both run down the page, so the best reading is the heaviest chain of (row, line) pairs that climbs in both. `Total`
finds its heading and `Network services` its block by what stands around them. Where two chains are equally heavy and
read a row differently, the row is ambiguous: that is reported, not decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from iij_xbrl.reasons.base import Reason


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A row that may be a line, how well their labels agree, and a note where they do not quite."""

    row: int
    line: int
    weight: int
    note: Reason | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The lines of the rows: `lines` where only one reading is best, `ambiguous` where several are.

    `weight` is that of the best chain.
    """

    lines: dict[int, int]
    ambiguous: dict[int, tuple[int, ...]]
    weight: int


def align(pairs: Sequence[Pair]) -> Alignment:
    """The heaviest chains of pairs that climb in rows and lines, and what they agree upon."""
    ordered = sorted(pairs)
    if not ordered:
        return Alignment({}, {}, 0)
    forward = _chains(ordered)
    mirrored = [Pair(-pair.row, -pair.line, pair.weight) for pair in reversed(ordered)]
    backward = list(reversed(_chains(mirrored)))
    best = max(weight for weight, _ in forward)
    total = sum(count for weight, count in forward if weight == best)
    through: dict[int, dict[int, int]] = {}
    for pair, (before, left), (after, right) in zip(ordered, forward, backward, strict=True):
        if before + after - pair.weight == best:
            through.setdefault(pair.row, {})[pair.line] = left * right
    lines = {row: line for row, ways in through.items() for line, count in ways.items() if count == total}
    ambiguous = {row: tuple(sorted(ways)) for row, ways in through.items() if row not in lines}
    return Alignment(lines, ambiguous, best)


def _chains(ordered: Sequence[Pair]) -> list[tuple[int, int]]:
    """For each pair the weight of the heaviest chain that ends with it, and how many such chains there are.

    Pairs come in order of rows. A table of the best chains by line keeps this near n log n (a Fenwick tree).
    """
    ranks = {line: rank for rank, line in enumerate(sorted({pair.line for pair in ordered}), 1)}
    tree = [(0, 0)] * (len(ranks) + 1)
    result: list[tuple[int, int]] = []
    position = 0
    while position < len(ordered):
        end = position
        while end < len(ordered) and ordered[end].row == ordered[position].row:
            end += 1
        group = ordered[position:end]
        ended = [_extended(tree, ranks[pair.line] - 1, pair.weight) for pair in group]
        for pair, chain in zip(group, ended, strict=True):
            _record(tree, ranks[pair.line], chain)
        result.extend(ended)
        position = end
    return result


def _extended(tree: Sequence[tuple[int, int]], rank: int, weight: int) -> tuple[int, int]:
    best = found = 0
    while rank > 0:
        other, ways = tree[rank]
        if other > best:
            best, found = other, ways
        elif other == best and other > 0:
            found += ways
        rank -= rank & -rank
    return best + weight, found or 1


def _record(tree: list[tuple[int, int]], rank: int, chain: tuple[int, int]) -> None:
    weight, count = chain
    while rank < len(tree):
        other, ways = tree[rank]
        if weight > other:
            tree[rank] = chain
        elif weight == other:
            tree[rank] = (weight, ways + count)
        rank += rank & -rank
