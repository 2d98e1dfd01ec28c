"""What relations say of a doubtful figure, with what the release prints elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.evidence import AgreesWith, RelationHolds, TargetAddsUp
from iij_xbrl.reconcile.known import Known
from iij_xbrl.relations.binding import bind
from iij_xbrl.relations.evaluate import Evaluation, evaluate_one
from iij_xbrl.relations.index import relations_with
from iij_xbrl.relations.intervals import Interval
from iij_xbrl.relations.language import Sum
from iij_xbrl.taxonomy.index import Taxonomy

_LONGEST = 100  # characters of a relation that a person reads


def confirmation(candidate: Occurrence, others: Known, taxonomy: Taxonomy) -> Reason | None:
    """Another place that agrees with a figure, or a relation that holds with it, or nothing."""
    other = others.agreeing(candidate)
    return AgreesWith(other.span.origin) if other else holding(candidate, others, taxonomy)


def holding(candidate: Occurrence, others: Known, taxonomy: Taxonomy) -> Reason | None:
    """A relation that holds with a figure; None where there is none, or something contradicts the figure."""
    if others.contradicts(candidate):
        return None
    point = candidate.point
    relations = relations_with((point.concept,), taxonomy)
    concepts = {term.concept for item in relations for term in item.terms}
    around = [other for other in others.points if other.concept in concepts and other != point]
    bound = [item for item in bind(relations, (point, *around)).all if point in item.points]
    needed = {term for item in bound for term in item.points if term is not None and term in others.points}
    values = {known: Interval.of(others.points[known][0]) for known in needed} | {point: Interval.of(candidate)}
    found = [evaluate_one(item, values) for item in bound]
    if any(item.state == "open" or (item.difference and _is_exact(item, values)) for item in found):
        return None
    facts = {known: others.points[known][0] for known in needed}
    return next((held(item, point, facts) for item in found if item.state == "closed"), None)


def held(item: Evaluation, point: DataPoint, facts: Mapping[DataPoint, Occurrence]) -> Reason:
    """That a relation holds with a figure; a long one by the lines of its other figures, which are among `facts`."""
    if len(str(item.relation)) <= _LONGEST:
        return RelationHolds(str(item.relation))
    places = (facts[other].span.origin for other in item.points if other != point)
    return TargetAddsUp(str(item.relation.target), tuple(places))


def _is_exact(item: Evaluation, values: Mapping[DataPoint, Interval]) -> bool:
    """Whether a relation is a sum of figures of one precision, which adds up to the last digit or tells nothing."""
    widths = {values[point].width for point in item.points}
    return item.state == "closed" and isinstance(item.relation.expression, Sum) and len(widths) == 1
