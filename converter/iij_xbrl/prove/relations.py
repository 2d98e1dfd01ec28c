"""Relations that do not hold: each contradiction once, with the figures that could explain it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.prove.findings import Finding
from iij_xbrl.prove.repairs import Proof, Repair
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.language import Sum
from iij_xbrl.report import Fact

_MOST_SUSPECTS = 5
_ENOUGH_EXACT = 5  # so many sums are exact for each that is off


def relation_findings(proof: Proof, disputed: Sequence[Occurrence]) -> Iterator[Finding]:
    """The failed relations of a report; those that another occurrence of a disputed figure closes are its finding."""
    failed = [item for item in proof.evaluations if item.state == "open"]
    for item in failed:
        if is_rounding(item, proof.facts):
            yield _rounding(item, proof.facts)
    errors = [
        item
        for item in failed
        if not is_rounding(item, proof.facts)
        and not any(other.point in item.points and proof.closes_with(item, other) for other in disputed)
    ]
    for component in _components(errors):
        yield _contradiction(component, proof.repairs(component), proof.facts)
    yield from _inexact_sums(proof)


def _inexact_sums(proof: Proof) -> Iterator[Finding]:
    """Sums that are off in the last digits, within rounding, where the other sums of their table add up exactly.

    Not those of amounts translated into another currency, each of which is rounded on its own.
    """
    tables: defaultdict[tuple[str, str, int], list[Evaluation]] = defaultdict(list)
    for item in proof.evaluations:
        decimals = {proof.facts[point].occurrence.decimals for point in item.points}
        currency = item.binding.frame.currency
        own = len({point.unit for point in item.points}) == 1 and currency in ("", proof.home)
        alike = len(decimals) == 1 and own
        if item.state == "closed" and isinstance(item.relation.expression, Sum) and alike:
            tables[item.relation.place, item.points[0].unit, decimals.pop()].append(item)
    for sums in tables.values():
        off = [item for item in sums if item.difference]
        if len(sums) - len(off) >= _ENOUGH_EXACT * max(len(off), 1):
            for item in off:
                yield _inexact(item, len(sums) - len(off), proof)


def _inexact(item: Evaluation, exact: int, proof: Proof) -> Finding:
    unit = _unit(proof.facts[item.points[0]])
    message = (
        f"{item.relation}: off by {item.difference / unit} in the last digit; the table's {exact} other sums are exact"
    )
    suspects = [proof.facts[point].occurrence for point in item.points]
    expected = _expected(item, suspects[0])
    return Finding("inexact-sum", "warning", message, "one digit", tuple(suspects), (), expected)


def is_rounding(item: Evaluation, facts: Mapping[DataPoint, Fact]) -> bool:
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


def _rounding(item: Evaluation, facts: Mapping[DataPoint, Fact]) -> Finding:
    first, *others = [facts[point].occurrence for point in item.points]
    message = f"{item.relation!s}: off by rounding"
    return Finding("open-relation", "rounding", message, "rounding", (first,), tuple(others), _expected(item, first))


def _expected(item: Evaluation, target: Occurrence) -> str:
    if item.computed is None:
        return ""
    unit = Fraction(Decimal(1).scaleb(-target.decimals))
    return f"{Decimal(round(item.computed.middle / unit)) * Decimal(1).scaleb(-target.decimals):,f}"


def _likeliest(repairs: Sequence[Repair]) -> list[Repair]:
    """The repairs that explain the most: all that are as simple as the simplest, and some more if those are few."""
    most = max((repair.explains for repair in repairs), default=0)
    best = [repair for repair in repairs if repair.explains == most]
    ties = [repair for repair in best if repair.edit == best[0].edit]
    return best[: max(_MOST_SUSPECTS, len(ties))]


def _contradiction(component: list[Evaluation], repairs: Sequence[Repair], facts: Mapping[DataPoint, Fact]) -> Finding:
    points = dict.fromkeys(point for item in component for point in item.points)
    best = _likeliest(repairs)
    suspects = tuple(dict.fromkeys(repair.fact.occurrence for repair in best))
    others = tuple(occurrence for point in points if (occurrence := facts[point].occurrence) not in suspects)
    relations = "; ".join(dict.fromkeys(str(item.relation) for item in component))
    cause = best[0].cause if best else ""
    expected = f"{best[0].value:,f}" if best else _expected(component[0], facts[component[0].points[0]].occurrence)
    return Finding("open-relation", "error", f"does not hold: {relations}", cause, suspects, others, expected)
