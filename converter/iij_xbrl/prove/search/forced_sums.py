"""Sums forced to fit: a rounded column in which one figure is not the rounding of its own, so that the column adds up.

`12,619 + 7,526 + 277 + 517 = 20,939` closes, while the exact 278,206 thousand would be rounded to 278.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.prove.search.graph import Graph
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.language import Sum, Term

How = Literal["", "cut off", "rounded up", "its column adds up only with it"]
"""How a figure was rounded that is not the correct rounding of its own; empty where nothing tells."""


def how_rounded(coarse: Occurrence, exact: Decimal, graph: Graph) -> How:
    """How a figure was made of its exact value: its column adds up only with it, or it is the next digit down or up."""
    if _adds_up_only_with(coarse, exact, graph):
        return "its column adds up only with it"
    return "cut off" if abs(coarse.value) < abs(exact) else "rounded up"


def is_forced(coarse: Occurrence, exact: Occurrence, graph: Graph) -> bool:
    """Whether a sum of the coarse figure's own column closes as printed, and not with the exact figure rounded."""
    return coarse.decimals < exact.decimals and _adds_up_only_with(coarse, exact.value, graph)


def _adds_up_only_with(coarse: Occurrence, exact: Decimal, graph: Graph) -> bool:
    rounded = exact.quantize(Decimal(1).scaleb(-coarse.decimals))
    for item in graph.relations_of(coarse.point):
        column = _column(item, coarse, graph)
        if column and _closes(item, column) and not _closes(item, {**column, coarse.point: rounded}):
            return True
    return False


def _column(item: Evaluation, coarse: Occurrence, graph: Graph) -> dict[DataPoint, Decimal]:
    """The figures of a sum in one table and precision; empty where one of them is not printed there."""
    if not isinstance(item.relation.expression, Sum):
        return {}
    found = {}
    for point in item.points:
        here = graph.printed_in(point, coarse.section, coarse.decimals)
        if here is None:
            return {}
        found[point] = here.value
    return found | {coarse.point: coarse.value}


def _closes(item: Evaluation, column: dict[DataPoint, Decimal]) -> bool:
    expression = item.relation.expression
    assert isinstance(expression, Sum)
    target, *items = item.binding.points
    if target is None or target not in column or not all(isinstance(part, Term) for _, part in expression.parts):
        return False
    parts = zip(expression.parts, items, strict=True)
    return column[target] == sum(sign * column[point] for (sign, _), point in parts if point in column)
