"""What hangs together, because it shares something with something that shares something, in linear time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def connected(items: Sequence[T], shares: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """Items in groups, in which each shares something with another; groups and items in the order of the items."""
    parents = list(range(len(items)))
    owner: dict[Hashable, int] = {}
    for at, item in enumerate(items):
        for shared in shares(item):
            one, other = _root(parents, at), _root(parents, owner.setdefault(shared, at))
            parents[max(one, other)] = min(one, other)
    groups: dict[int, list[T]] = {}
    for at, item in enumerate(items):
        groups.setdefault(_root(parents, at), []).append(item)
    return list(groups.values())


def _root(parents: list[int], at: int) -> int:
    """The first item of a group; the way to it is halved, so that the next is short."""
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at
