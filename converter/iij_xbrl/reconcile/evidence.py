"""What relations say of a doubtful figure, with what the release prints elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.read.origins import in_words
from iij_xbrl.reconcile.known import Known
from iij_xbrl.relations.binding import bind
from iij_xbrl.relations.evaluate import Evaluation, evaluate_one
from iij_xbrl.relations.intervals import Interval
from iij_xbrl.relations.language import Sum
from iij_xbrl.taxonomy.index import Taxonomy

_LONGEST = 100  # characters of a relation that a person reads
_FEW = 4  # lines that are named one by one


def confirmation(candidate: Occurrence, others: Known, taxonomy: Taxonomy) -> str:
    """Another place that agrees with a figure, or a relation that holds with it, in words, or nothing."""
    other = others.agreeing(candidate)
    return f"agrees with {other.span.origin.words}" if other else holding(candidate, others, taxonomy)


def holding(candidate: Occurrence, others: Known, taxonomy: Taxonomy) -> str:
    """A relation that holds with a figure, in words; empty where there is none, or something contradicts the figure."""
    if others.contradicts(candidate):
        return ""
    point = candidate.point
    relations = [item for item in taxonomy.relations if any(term.concept == point.concept for term in item.terms)]
    bound = [item for item in bind(relations, {point, *others.points}).all if point in item.points]
    needed = {term for item in bound for term in item.points if term is not None and term in others.points}
    values = {known: _printed(others.points[known][0]) for known in needed} | {point: _printed(candidate)}
    found = [evaluate_one(item, values) for item in bound]
    if any(item.state == "open" or (item.difference and _is_exact(item, values)) for item in found):
        return ""
    return next((_in_words(item, point, others) for item in found if item.state == "closed"), "")


def _in_words(item: Evaluation, point: DataPoint, others: Known) -> str:
    """That a relation holds with a figure; a long one by the lines of its other figures."""
    if len(str(item.relation)) <= _LONGEST:
        return f"{item.relation} holds with it"
    places = (others.points[other][0].span.origin for other in item.points if other != point)
    return f"{item.relation.target} adds up with it and {in_words(places, most=_FEW)}"


def _is_exact(item: Evaluation, values: Mapping[DataPoint, Interval]) -> bool:
    """Whether a relation is a sum of figures of one precision, which adds up to the last digit or tells nothing."""
    widths = {values[point].width for point in item.points}
    return item.state == "closed" and isinstance(item.relation.expression, Sum) and len(widths) == 1


def _printed(fact: Occurrence) -> Interval:
    return Interval.printed(fact.value, fact.decimals)
