"""One misprint, one finding: contradictions that have one cause, because their figures stand together and err alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace

from iij_xbrl.prove.findings import Finding


def one_finding_each(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, those with one cause as one.

    A figure that a row repeats, wrong in the same way, is one misprint. So is a line, or a phrase, whose figures are
    contradicted for every period that it gives: its words tell of something else.
    """
    groups: defaultdict[Hashable, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[_repeated(finding)].append(finding)
    phrases: defaultdict[Hashable, list[Finding]] = defaultdict(list)
    for alike in groups.values():
        joined = _joined(alike, alike[0].cause)
        phrases[_phrase(joined)].append(joined)
    return [_joined(alike, "label" if len(alike) > 1 else alike[0].cause) for alike in phrases.values()]


def _repeated(finding: Finding) -> Hashable:
    """What findings of a repeated figure share."""
    if finding.code != "inconsistent-duplicate" or not finding.suspects:
        return id(finding)
    first = finding.suspects[0]
    return first.span.row_key, first.text, finding.expected, first.point.period, first.point.unit


def _phrase(finding: Finding) -> Hashable:
    """What findings of a mislabelled line share."""
    if finding.code != "inconsistent-duplicate" or not finding.suspects:
        return id(finding)
    first = finding.suspects[0]
    return first.span.row_key, first.point.concept, first.point.dimensions, first.point.unit


def _joined(alike: list[Finding], cause: str) -> Finding:
    first, *rest = alike
    if not rest:
        return first
    suspects = tuple(dict.fromkeys(place for finding in alike for place in finding.suspects))
    others = dict.fromkeys(place for finding in alike for place in finding.others if place not in suspects)
    message = "; ".join(dict.fromkeys(finding.message for finding in alike))
    joined = replace(first, message=message, cause=cause, suspects=suspects, others=tuple(others))
    return replace(joined, ties=1, less_likely=0, wanted=())
