"""Explains a contradiction: by one wrong figure, by figures that changed places, or by the fewest that explain all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iij_xbrl.prove.search.causes import Cause
from iij_xbrl.prove.search.graph import NOTHING, Changes, Constraint, Figure, Graph
from iij_xbrl.prove.search.repairs import Repair, repairs

_MOST_FIRST = 12  # figures that are tried as the first of two
_FEW = 12  # failed constraints up to which that is tried


@dataclass(frozen=True, slots=True)
class Explanation:
    """Failed constraints, and the figures of which one, or all where they changed places, explain them.

    Attributes:
        repairs: the likeliest first; empty where nothing explains the constraints.
        searched: false where the search stopped before it had looked at all that may explain them.
        moved: figures that are all wrong because they stand in one another's place, with the cause.
    """

    constraints: tuple[Constraint, ...]
    repairs: tuple[Repair, ...]
    moved: tuple[Figure, ...] = ()
    cause: Cause = ""
    searched: bool = True


def explain(graph: Graph, failed: Sequence[Constraint]) -> Iterator[Explanation]:
    """One explanation for each wrong figure of a contradiction.

    Where the steps of the graph are spent, each constraint that is left is told on its own, without one.
    """
    left, changes = list(failed), NOTHING
    while left:
        found, chosen = _chosen(graph, left, changes)
        if graph.steps.are_spent:
            yield from (Explanation((item,), (), searched=False) for item in left)
            return
        if not chosen:
            yield Explanation(tuple(left), ())
            return
        for repair in chosen:
            same = repair.explained
            alike = (other for other in found if other.explained == same and other is not repair)
            yield Explanation(tuple(left[at] for at in sorted(same)), (repair, *alike))
        done = frozenset[int]().union(*(repair.explained for repair in chosen))
        changes = {**changes, **{repair.figure: repair.value for repair in chosen}}
        left = [item for at, item in enumerate(left) if at not in done and not graph.holds(item, changes)]


def _chosen(graph: Graph, failed: Sequence[Constraint], changes: Changes) -> tuple[Sequence[Repair], list[Repair]]:
    """The repairs of failed constraints, and those among them that are taken: one that explains all, where one does."""
    found = repairs(graph, failed, changes)
    whole = _whole(found, failed) or _whole(repairs(graph.loosely(), failed, changes), failed)
    if whole:
        return whole, [whole[0]]
    if len(failed) > _FEW:
        return found, _apart(found)
    if found:
        return found, [_first_of_two(graph, failed, found[:_MOST_FIRST], changes) or found[0]]
    return found, []


def _whole(found: Sequence[Repair], failed: Sequence[Constraint]) -> tuple[Repair, ...]:
    return tuple(repair for repair in found if len(repair.explained) == len(failed))


def _apart(found: Sequence[Repair]) -> list[Repair]:
    """Of many constraints the likeliest repairs that explain none twice: what each explains is left alone by others."""
    chosen: list[Repair] = []
    done: set[int] = set()
    for repair in found:
        if done.isdisjoint(repair.explained) and all(repair.figure != other.figure for other in chosen):
            chosen.append(repair)
            done |= repair.explained
    return chosen


def _first_of_two(
    graph: Graph, failed: Sequence[Constraint], candidates: Sequence[Repair], changes: Changes
) -> Repair | None:
    """A figure after whose change one other explains what is left."""
    for first in candidates:
        after = {**changes, first.figure: first.value}
        left = [item for item in failed if not graph.holds(item, after)]
        if left and _whole(repairs(graph, left, after), left):
            return first
    return None
