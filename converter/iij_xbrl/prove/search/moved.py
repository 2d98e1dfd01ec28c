"""Figures that changed places: neighbours that were swapped, and rows whose figures slipped by a column.

Such figures are wrong together, and no change of one explains them: a place takes what its neighbour prints.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations, pairwise

from iij_xbrl.extract.times.periods import Period
from iij_xbrl.facts import Occurrence
from iij_xbrl.prove.search.causes import Cause
from iij_xbrl.prove.search.cover import Explanation
from iij_xbrl.prove.search.graph import Agreement, Changes, Constraint, Figure, Graph
from iij_xbrl.prove.search.repairs import Repair, is_slip, repairs

Guess = tuple[Cause, tuple[Figure, ...], Changes]
_ROTATED = 3  # figures from which on a row may have slipped; two that slip are swapped


def moved_figures(graph: Graph, failed: Sequence[Constraint]) -> list[Explanation]:
    """Explanations of failed constraints by figures that would make all of them hold, had they not changed places.

    Those that explain the most come first; a slip within one figure is simpler, and left to be found as such. Where
    there is more to try than the graph has steps, there are none.
    """
    graph = graph.loosely().afresh()
    touched: defaultdict[Figure, list[Constraint]] = defaultdict(list)
    for item in failed:
        for figure in graph.figures(item):
            touched[figure].append(item)
    found: dict[frozenset[int], list[Explanation]] = {}
    for cause, figures, changes in chain(_swapped_columns(graph, touched), _guesses(graph, touched)):
        here = {
            id(item): item
            for figure in figures
            for item in touched.get(figure, ())
            if not (isinstance(item, Agreement) and item.speaker == figure and not graph.holds(item, changes))
        }
        if _explains(graph, list(here.values()), changes):
            move = Explanation(tuple(here.values()), (), figures, cause)
            found.setdefault(frozenset(here), []).append(move)
        if graph.steps.are_spent:
            return []
    used: set[int] = set()
    best: list[Explanation] = []
    for explained, moves in sorted(found.items(), key=lambda item: -len(item[0])):
        if used.isdisjoint(explained) and not any(map(is_slip, _whole(graph, moves[0].constraints))):
            used |= explained
            best.append(replace(moves[0], moved=tuple(figure for move in moves for figure in move.moved)))
    return best


def _whole(graph: Graph, constraints: Sequence[Constraint]) -> list[Repair]:
    return [repair for repair in repairs(graph, constraints) if len(repair.explained) == len(constraints)]


def _guesses(graph: Graph, touched: Collection[Figure]) -> Iterator[Guess]:
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


def _swapped_columns(graph: Graph, touched: Mapping[Figure, Sequence[Constraint]]) -> Iterator[Guess]:
    """Two columns of a table whose labels may have changed places: what fails takes the figure of the other column."""
    owner = {place: figure for figure in touched for place in figure}
    sections = {place.section for place in owner}
    tables: defaultdict[tuple[object, ...], dict[tuple[object, ...], dict[Period, Occurrence]]] = defaultdict(dict)
    for fact in graph.facts.values():
        for place in fact.occurrences:
            if place.place and place.section in sections:
                table = tables[place.section, place.place, place.decimals, place.point.unit]
                row = (place.point.concept, place.point.dimensions)
                table.setdefault(row, {}).setdefault(place.point.period, place)
    for table in tables.values():
        periods = dict.fromkeys(period for row in table.values() for period in row)
        for one, other in combinations(periods, 2):
            graph.steps.take(len(table))
            if graph.steps.are_spent:
                return
            pairs = [(row[one], row[other]) for row in table.values() if one in row and other in row]
            changes = {
                owner[place]: beside.printed * _sign(place)
                for pair in pairs
                for place, beside in (pair, pair[::-1])
                if place in owner and owner[place][0] is place
            }
            told = [figure for figure in changes if any(_is_beyond(graph, item, changes) for item in touched[figure])]
            if len({figure[0].point.concept for figure in told}) >= _ROTATED:
                yield "label", tuple(changes), changes


def _is_beyond(graph: Graph, item: Constraint, changes: Changes) -> bool:
    """Whether a constraint binds figures of a column to others: within a column nothing tells its period."""
    return any(figure not in changes for figure in graph.figures(item))


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
