"""Relations that do not hold: each contradiction once, with the figures that could explain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.prove.findings import Finding
from iij_xbrl.prove.repairs import Proof, Repair
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.report import list_relations, parameters_of, values_of
from iij_xbrl.report import Fact, Report
from iij_xbrl.taxonomy.index import Taxonomy

_MOST_SUSPECTS = 5


def relation_findings(report: Report, taxonomy: Taxonomy, disputed: frozenset[DataPoint]) -> Iterator[Finding]:
    """The failed relations of a report; those that a disputed data point explains are its finding already."""
    facts = {fact.point: fact for fact in report.facts}
    evaluations = list_relations(report, taxonomy)
    failed = [item for item in evaluations if item.state == "open"]
    proof = Proof(evaluations, values_of(report), parameters_of(report, taxonomy.entity), facts)
    for item in failed:
        if is_rounding(item, facts):
            yield _rounding(item, facts)
    errors = [item for item in failed if not is_rounding(item, facts) and not disputed & set(item.points)]
    for component in _components(errors):
        yield _contradiction(component, proof.repairs(component), facts)


def is_rounding(item: Evaluation, facts: dict[DataPoint, Fact]) -> bool:
    """Whether a gap is at most one unit of the coarsest figure's last digit."""
    if item.printed is None or item.computed is None:
        return False
    of_one_kind = {point.unit for point in item.points} == {item.points[0].unit}
    coarsest = max(_unit(facts[point]) for point in item.points) if of_one_kind else _unit(facts[item.points[0]])
    return abs(item.printed.distance(item.computed)) <= coarsest


def _unit(fact: Fact) -> Fraction:
    return Fraction(Decimal(1).scaleb(-fact.occurrence.decimals))


def _components(failed: Sequence[Evaluation]) -> Iterator[list[Evaluation]]:
    """Failed relations grouped by the figures that they share."""
    left = list(failed)
    while left:
        component, points = [left.pop(0)], set[DataPoint]()
        grown = True
        while grown:
            points.update(point for item in component for point in item.points)
            more = [item for item in left if points & set(item.points)]
            left = [item for item in left if item not in more]
            component += more
            grown = bool(more)
        yield component


def _rounding(item: Evaluation, facts: dict[DataPoint, Fact]) -> Finding:
    first, *others = [facts[point].occurrence for point in item.points]
    message = f"{item.relation!s}: off by rounding"
    return Finding("open-relation", "rounding", message, "rounding", (first,), tuple(others), _expected(item, first))


def _expected(item: Evaluation, target: Occurrence) -> str:
    if item.computed is None:
        return ""
    unit = Fraction(Decimal(1).scaleb(-target.decimals))
    return f"{Decimal(round(item.computed.middle / unit)) * Decimal(1).scaleb(-target.decimals):,f}"


def _contradiction(component: list[Evaluation], repairs: Sequence[Repair], facts: dict[DataPoint, Fact]) -> Finding:
    points = dict.fromkeys(point for item in component for point in item.points)
    most = max((repair.explains for repair in repairs), default=0)
    best = [repair for repair in repairs if repair.explains == most][:_MOST_SUSPECTS]
    suspects = tuple(dict.fromkeys(repair.fact.occurrence for repair in best))
    others = tuple(occurrence for point in points if (occurrence := facts[point].occurrence) not in suspects)
    relations = "; ".join(dict.fromkeys(str(item.relation) for item in component))
    cause = best[0].cause if best else ""
    expected = f"{best[0].value:,f}" if best else _expected(component[0], facts[component[0].points[0]].occurrence)
    return Finding("open-relation", "error", f"does not hold: {relations}", cause, suspects, others, expected)
