"""Figures that changed places: neighbours that were swapped, and rows whose figures slipped by a column.

Such figures are wrong together, and no change of one explains them: a place takes what its neighbour prints.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from iij_xbrl.facts import Occurrence
from iij_xbrl.prove.causes import Cause
from iij_xbrl.prove.cover import Explanation
from iij_xbrl.prove.graph import Agreement, Changes, Constraint, Figure, Graph
from iij_xbrl.prove.repairs import Repair, is_slip, repairs

_ROTATED = 3  # figures from which on a row may have slipped; two that slip are swapped


def moved_figures(graph: Graph, failed: Sequence[Constraint]) -> list[Explanation]:
    """Explanations of failed constraints by figures that would make all of them hold, had they not changed places.

    Those that explain the most come first; a slip within one figure is simpler, and left to be found as such.
    """
    graph = graph.loosely()
    touched: defaultdict[Figure, list[Constraint]] = defaultdict(list)
    for item in failed:
        for figure in graph.figures(item):
            touched[figure].append(item)
    found: dict[frozenset[int], list[Explanation]] = {}
    for cause, figures, changes in _guesses(graph, touched):
        here = {
            id(item): item
            for figure in figures
            for item in touched.get(figure, ())
            if not (isinstance(item, Agreement) and item.speaker == figure and not graph.holds(item, changes))
        }
        if _explains(graph, list(here.values()), changes):
            move = Explanation(tuple(here.values()), (), figures, cause)
            found.setdefault(frozenset(here), []).append(move)
    used: set[int] = set()
    best: list[Explanation] = []
    for explained, moves in sorted(found.items(), key=lambda item: -len(item[0])):
        if used.isdisjoint(explained) and not any(map(is_slip, _whole(graph, moves[0].constraints))):
            used |= explained
            best.append(replace(moves[0], moved=tuple(figure for move in moves for figure in move.moved)))
    return best


def _whole(graph: Graph, constraints: Sequence[Constraint]) -> list[Repair]:
    return [repair for repair in repairs(graph, constraints) if len(repair.explained) == len(constraints)]


def _guesses(graph: Graph, touched: Collection[Figure]) -> Iterator[tuple[Cause, tuple[Figure, ...], Changes]]:
    """What may have changed places: whole rows, neighbours in a row, and neighbours in a column.

    Of a row two figures at least must be `touched` by what fails, of neighbours one.
    """
    rows: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    columns: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    sections = {figure[0].section for figure in touched}
    for figure in sorted(graph.in_tables(sections), key=lambda figure: figure[0].span):
        first = figure[0]
        table = (first.section, first.place, first.point.unit, first.decimals)
        rows[*table, first.label, first.point.concept].append(figure)
        columns[*table, first.point.period, first.point.dimensions].append(figure)
    for row in rows.values():
        if len(row) >= _ROTATED and sum(figure in touched for figure in row) > 1:
            for turned in ([*row[1:], row[0]], [row[-1], *row[:-1]]):
                yield "shifted column", tuple(row), _changes(row, turned)
    for line in (*rows.values(), *columns.values()):
        for one, other in pairwise(line):
            if one in touched or other in touched:
                yield "cells swapped", (one, other), _changes([one, other], [other, one])


def _changes(places: Sequence[Figure], figures: Sequence[Figure]) -> Changes:
    """Each place with the figure that another prints, with the sign that its own concept gives to printed figures."""
    pairs = zip(places, figures, strict=True)
    return {place: figure[0].printed * _sign(place[0]) for place, figure in pairs}


def _sign(occurrence: Occurrence) -> int:
    return -1 if occurrence.value * occurrence.printed < 0 else 1


def _explains(graph: Graph, items: Sequence[Constraint], changes: Changes) -> bool:
    """Whether all of these constraints, and what held before, hold with the changes, and not with one of them alone."""
    return (
        bool(items)
        and _hold(graph, items, changes)
        and not any(_hold(graph, items, {figure: value}) for figure, value in changes.items())
    )


def _hold(graph: Graph, items: Sequence[Constraint], changes: Changes) -> bool:
    return all(graph.holds(item, changes) for item in items) and all(
        graph.holds(item, changes) for figure in changes for item in graph.held(figure)
    )
