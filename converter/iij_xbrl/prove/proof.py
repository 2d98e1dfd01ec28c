"""Proof-reads a report: all findings, the gravest first, then in the order of the page."""

from __future__ import annotations

from iij_xbrl.prove.duplicates import duplicate_findings
from iij_xbrl.prove.findings import SEVERITIES, Finding
from iij_xbrl.prove.labels import label_findings
from iij_xbrl.prove.relations import relation_findings
from iij_xbrl.prove.repairs import Proof
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy


def prove(report: Report, taxonomy: Taxonomy) -> tuple[Finding, ...]:
    """All findings of a report."""
    proof = Proof.of(report, taxonomy)
    duplicates = tuple(duplicate_findings(report, proof))
    disputed = [
        occurrence for finding in duplicates if finding.severity == "error" for occurrence in finding.occurrences
    ]
    found = [*duplicates, *label_findings(report, taxonomy), *relation_findings(proof, disputed)]
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, int, int, str]:
    first = min(occurrence.span for occurrence in finding.occurrences)
    return SEVERITIES.index(finding.severity), first.line, first.start, finding.message
