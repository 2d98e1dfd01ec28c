"""Explains a contradiction: by one wrong figure, by figures that changed places, or by the fewest that explain all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iij_xbrl.prove.causes import Cause
from iij_xbrl.prove.graph import NOTHING, Changes, Constraint, Figure, Graph
from iij_xbrl.prove.repairs import Repair, repairs

_MOST_FIRST = 12  # figures that are tried as the first of two


@dataclass(frozen=True, slots=True)
class Explanation:
    """Failed constraints, and the figures of which one, or all where they changed places, explain them.

    Attributes:
        repairs: the likeliest first; empty where nothing explains the constraints.
        moved: figures that are all wrong because they stand in one another's place, with the cause.
    """

    constraints: tuple[Constraint, ...]
    repairs: tuple[Repair, ...]
    moved: tuple[Figure, ...] = ()
    cause: Cause = ""


def explain(graph: Graph, failed: Sequence[Constraint]) -> Iterator[Explanation]:
    """One explanation for each wrong figure of a contradiction."""
    yield from _explained(graph, list(failed), NOTHING)


def _explained(graph: Graph, failed: list[Constraint], changes: Changes) -> Iterator[Explanation]:
    found = repairs(graph, failed, changes)
    whole = _whole(found, failed) or _whole(repairs(graph.loosely(), failed, changes), failed)
    if whole:
        yield Explanation(tuple(failed), whole)
        return
    if not found:
        yield Explanation(tuple(failed), ())
        return
    first, rest = _first_of_two(graph, failed, found[:_MOST_FIRST], changes) or (found[0], None)
    here = tuple(item for at, item in enumerate(failed) if at in first.explained)
    alike = tuple(repair for repair in found if repair.explained == first.explained and repair is not first)
    yield Explanation(here, (first, *alike))
    after = {**changes, first.figure: first.value}
    left = rest if rest is not None else [item for item in failed if not graph.holds(item, after)]
    if left:
        yield from _explained(graph, left, after)


def _whole(found: Sequence[Repair], failed: Sequence[Constraint]) -> tuple[Repair, ...]:
    return tuple(repair for repair in found if len(repair.explained) == len(failed))


def _first_of_two(
    graph: Graph, failed: Sequence[Constraint], candidates: Sequence[Repair], changes: Changes
) -> tuple[Repair, list[Constraint]] | None:
    """A figure after whose change one other explains what is left, and what is left."""
    for first in candidates:
        after = {**changes, first.figure: first.value}
        left = [item for item in failed if not graph.holds(item, after)]
        if left and any(len(second.explained) == len(left) for second in repairs(graph, left, after)):
            return first, left
    return None
