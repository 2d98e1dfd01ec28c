"""Proof-reads a report: all findings, the gravest first, then in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.prove.directions import direction_findings
from iij_xbrl.prove.duplicates import agreements, moved_rows, roundings
from iij_xbrl.prove.findings import SEVERITIES, Finding
from iij_xbrl.prove.footnote_marks import mark_findings
from iij_xbrl.prove.labels import label_findings
from iij_xbrl.prove.merging import one_finding_each
from iij_xbrl.prove.scales import scale_findings
from iij_xbrl.prove.search.contradictions import finding_of, search_stopped
from iij_xbrl.prove.search.contradictions import roundings as rounded_relations
from iij_xbrl.prove.search.cover import Explanation, explain
from iij_xbrl.prove.search.graph import Constraint, Graph, components
from iij_xbrl.prove.search.moved import moved_figures
from iij_xbrl.prove.uneven_signs import uneven_signs
from iij_xbrl.read.document import At
from iij_xbrl.relations import Evaluation
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy


def prove(
    report: Report, taxonomy: Taxonomy, evaluations: Sequence[Evaluation] | None = None, limits: Limits = LIMITS
) -> tuple[Finding, ...]:
    """All findings of a report.

    Args:
        report: the report.
        taxonomy: its taxonomy.
        evaluations: its relations, if they are known already.
        limits: how long the search for wrong figures goes on; where it stops, a finding says so.
    """
    graph = Graph(report, taxonomy, evaluations, limits.steps)
    disputes = agreements(report, graph)
    rows = list(moved_rows(report, disputes))
    settled = {occurrence for moved, _ in rows for occurrence in moved}
    failed: list[Constraint] = [item for item in disputes if not settled.issuperset(item.other)]
    failed += graph.failed
    moved = moved_figures(graph, failed)
    explained = {id(item) for explanation in moved for item in explanation.constraints}
    left = [item for item in failed if id(item) not in explained]
    contradictions = [*moved, *_explained(graph, left)]
    found = [
        *(finding for _, finding in rows),
        *one_finding_each(finding_of(explanation, graph) for explanation in contradictions),
        *search_stopped(contradictions, graph),
        *roundings(report, graph),
        *rounded_relations(graph),
        *label_findings(report, graph),
        *mark_findings(report),
        *direction_findings(report, taxonomy, graph),
        *uneven_signs(report, taxonomy, graph),
    ]
    return tuple(sorted([*found, *scale_findings(report, found)], key=_order))


def _explained(graph: Graph, failed: Sequence[Constraint]) -> Iterator[Explanation]:
    """Each contradiction explained, the smallest first, so that a large one leaves no other without."""
    contradictions = components(failed)
    found = {id(component): list(explain(graph, component)) for component in sorted(contradictions, key=len)}
    for component in contradictions:
        yield from found[id(component)]


def _order(finding: Finding) -> tuple[int, At, str]:
    first = min(place.span for place in finding.places)
    return SEVERITIES.index(finding.severity), first.at, finding.message
