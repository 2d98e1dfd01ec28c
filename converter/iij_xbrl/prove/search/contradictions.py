"""Explained contradictions as findings: the figures that are probably wrong, and those that speak against them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from iij_xbrl.facts import DataPoint, Occurrence, agree, last_digit
from iij_xbrl.prove.findings import Finding, Wanted
from iij_xbrl.prove.search.causes import Cause, cause_of
from iij_xbrl.prove.search.cover import Explanation
from iij_xbrl.prove.search.forced_sums import how_rounded
from iij_xbrl.prove.search.graph import Agreement, Graph
from iij_xbrl.prove.search.repairs import Repair
from iij_xbrl.prove.wording import as_printed, broken, coarsest, computed_as_printed, how_far_off, labelled, named
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.language import Sum, Term
from iij_xbrl.report import Fact

_MOST_SUSPECTS = 5
_CODES = {
    (True, True): "inconsistent-duplicate",
    (False, True): "open-relation",
    (False, False): "inexact-sum",
}  # by whether places of a data point disagree, and whether rounding cannot explain it
_LONG = 4  # digits of a figure that another period hardly has by chance


def finding_of(explanation: Explanation, graph: Graph) -> Finding:
    """The finding for an explained contradiction."""
    best = _likeliest(explanation.repairs)
    tied = [repair for repair in best if repair.likelihood == best[0].likelihood]
    suspects = tuple(_wrong(explanation, best))
    relations = [item for item in explanation.constraints if isinstance(item, Evaluation)]
    disputes = [item for item in explanation.constraints if isinstance(item, Agreement)]
    proven = any(graph.is_proven(item) for item in explanation.constraints)
    is_binding = bool(disputes) or any(item.relation.is_binding for item in relations)
    turned = best and not explanation.moved and _is_turned(best[0], disputes)
    told_otherwise = turned and not disputes
    columns = _columns(explanation)
    expected = _expected(explanation, best, disputes, graph.facts)
    failure = _does_not_hold(relations, graph) if proven else _off(relations, graph)
    failure += ["the words beside it say the other direction"] if told_otherwise else []
    return Finding(
        code="wrong-direction" if turned else "wrong-period-label" if columns else _CODES[bool(disputes), proven],
        severity="error" if proven and is_binding else "warning",
        message=columns or "; ".join([*(_disagreement(item, suspects) for item in disputes), *failure]),
        cause="label" if turned else explanation.cause or (_cause(best[0], disputes, graph) if best else ""),
        suspects=suspects,
        others=tuple(place for place in _places(explanation, graph) if place not in suspects),
        expected="" if told_otherwise else _in_scale(expected, best, suspects),
        named_by=expected,
        ties=max(len(tied), 1),
        wanted=_wanted(best, suspects),
        less_likely=len(suspects) - len(_wrong(explanation, tied)),
    )


def roundings(graph: Graph) -> Iterator[Finding]:
    """The relations that are off by what rounding forces, each with how the figure was rounded."""
    for item in graph.rounded:
        first, *others = [graph.facts[point].occurrence for point in item.points]
        figure = coarsest(item, graph.facts)
        exact = _exact(item, figure)
        how = how_rounded(figure, exact, graph) if exact is not None else ""
        message = f"{broken(item, graph.facts)}; {how_far_off(item, graph.facts)}: {how or 'cut off or rounded up'}"
        expected = computed_as_printed(item, first)
        yield Finding("open-relation", "rounding", message, "rounding", (first,), tuple(others), expected, how=how)


def _exact(item: Evaluation, figure: Occurrence) -> Decimal | None:
    """What a figure would be for a relation to hold; None where the relation is no sum of it."""
    found: Fraction | None = None
    if figure.point == item.points[0]:
        found = item.computed.middle if item.computed else None
    elif isinstance(item.relation.expression, Sum):
        signs = [sign for sign, part in item.relation.expression.parts if isinstance(part, Term)]
        places = [at for at, point in enumerate(item.binding.points[1:]) if point == figure.point]
        if len(places) == 1 and len(signs) == len(item.binding.points) - 1:
            found = Fraction(figure.value) + signs[places[0]] * item.difference
    return Decimal(found.numerator) / Decimal(found.denominator) if found is not None else None


def search_stopped(contradictions: Sequence[Explanation], graph: Graph) -> Iterator[Finding]:
    """That the search for wrong figures stopped before it was through, if it did."""
    left = [item for item in contradictions if not item.searched]
    if left:
        message = (
            f"too many figures contradict each other: of {len(contradictions)} contradictions {len(left)} are told "
            f"without the figure that is probably wrong (--limit steps=... searches on)"
        )
        yield Finding("search-stopped", "warning", message, "", (), tuple(_places(left[0], graph)))


def _likeliest(repairs: Sequence[Repair]) -> list[Repair]:
    """All that are as likely as the likeliest, and some more if those are few; none that other places speak against.

    These are left where other places speak against all.
    """
    alone = [repair for repair in repairs if not repair.against] or list(repairs)
    return alone[: max(_MOST_SUSPECTS, sum(repair.likelihood == alone[0].likelihood for repair in alone))]


def _wrong(explanation: Explanation, best: Sequence[Repair]) -> dict[Occurrence, None]:
    """The places that would be wrong: of a figure all that its right value is too far from."""
    found = {figure[0]: None for figure in explanation.moved}
    for repair in best:
        spoken = any(isinstance(item, Agreement) and item.other == repair.figure for item in explanation.constraints)
        found |= dict.fromkeys(repair.figure if spoken or repair.against else repair.figure[:1])
    return found


def _wanted(best: Sequence[Repair], suspects: Sequence[Occurrence]) -> tuple[Wanted | None, ...]:
    found = {place: repair for repair in reversed(best) for place in repair.figure}
    return tuple(
        Wanted(as_printed(place, found[place].value), *found[place].interval) if place in found else None
        for place in suspects
    )


def _places(explanation: Explanation, graph: Graph) -> dict[Occurrence, None]:
    """All places concerned: every one of a disputed data point, one of each other figure."""
    found: dict[Occurrence, None] = {}
    for item in explanation.constraints:
        for figure in graph.figures(item):
            found |= dict.fromkeys(figure if isinstance(item, Agreement) else figure[:1])
    return found


def _is_turned(repair: Repair, disputes: Sequence[Agreement]) -> bool:
    """Whether a figure in a sentence is right but for its sign, which the words around it say."""
    occurrence = repair.occurrence
    if occurrence.place or occurrence.printed <= 0:
        return False
    if not disputes:
        return repair.cause == "sign" and not occurrence.span.cell
    against = [(item.speaker if item.other == repair.figure else item.other)[0] for item in disputes]
    return any(agree(replace(occurrence, value=-occurrence.value), other) for other in against)


def _periods(explanation: Explanation) -> list[str]:
    """The periods of figures that changed places, in the order of the page."""
    places = sorted((figure[0] for figure in explanation.moved), key=lambda place: place.span)
    return list(dict.fromkeys(str(place.point.period) for place in places))


def _columns(explanation: Explanation) -> str:
    """That columns have each other's label, where that is the explanation."""
    if explanation.cause != "label":
        return ""
    named = " and ".join(_periods(explanation))
    section = explanation.moved[0][0].section.rpartition(" > ")[2]
    return f"columns of {section!r} have the figures of each other's label: {named}"


def _disagreement(item: Agreement, suspects: Sequence[Occurrence]) -> str:
    wrong, right = (item.other, item.speaker) if item.other[0] in suspects[:1] else (item.speaker, item.other)
    if not {*suspects} & {*wrong}:
        wrong, right = right, wrong
    return f"{labelled(wrong[0])}, but {right[0].text} on {right[0].span.origin.words} ({named(item.points[0])})"


def _does_not_hold(relations: Sequence[Evaluation], graph: Graph) -> list[str]:
    return list(dict.fromkeys(broken(item, graph.facts) for item in relations))


def _off(relations: Sequence[Evaluation], graph: Graph) -> list[str]:
    units = [Fraction(last_digit(graph.facts[item.points[0]].occurrence)) for item in relations]
    return [
        f"{broken(item, graph.facts)}; off by {item.difference / unit} in its last digit, the table's others by none"
        for item, unit in zip(relations, units, strict=True)
    ]


def _in_scale(expected: str, best: Sequence[Repair], suspects: Sequence[Occurrence]) -> str:
    """What the first suspect should be as its own place would print it; nothing where that is what it prints."""
    first = next(iter(suspects), None)
    own = next((repair for repair in best if first in repair.figure), None)
    if first is None or own is None or best[0] is not own:
        return expected
    shown = as_printed(first, own.value)
    return "" if shown == _bare(first.text) else shown


def _bare(text: str) -> str:
    return text.strip(" %％")


def _cause(repair: Repair, disputes: Sequence[Agreement], graph: Graph) -> Cause:
    """The slip within the figure; else, where it is another period's figure, how it may have come there."""
    printed, slip = repair.occurrence, repair.cause
    for item in disputes:
        if item.other == repair.figure:
            slip = cause_of(printed.text, printed.value, item.speaker[0].value)
    if slip or sum(map(str.isdigit, printed.text)) < _LONG:
        return slip
    for fact in graph.in_other_periods(printed.point):
        if fact.occurrence.value == printed.value:
            in_row = fact.occurrence.section == printed.section and fact.occurrence.label == printed.label
            return "shifted column" if in_row and printed.place else "stale comparative"
    return ""


def _expected(
    explanation: Explanation, best: Sequence[Repair], disputes: Sequence[Agreement], facts: Mapping[DataPoint, Fact]
) -> str:
    """What the first suspect should say: as the place that speaks against it prints it, else as its own would."""
    if explanation.cause == "label":
        return " and ".join(reversed(_periods(explanation)))
    if explanation.moved:
        return explanation.moved[1][0].text
    if not best:
        first = explanation.constraints[0]
        return "" if isinstance(first, Agreement) else computed_as_printed(first, facts[first.points[0]].occurrence)
    for item in disputes:
        if item.other == best[0].figure:
            return item.speaker[0].text
    if len(disputes) == len(explanation.constraints):
        return disputes[0].other[0].text
    return as_printed(best[0].occurrence, best[0].value)
