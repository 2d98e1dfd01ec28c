"""Names of findings that a person can read and a file can keep.

A name holds what is contradicted, not where it stands: code, concept, members, period, the figure as printed, and what
was expected. It survives a line that is added above, and does not survive a change of either figure, so that a decision
on one contradiction never hides another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from iij_xbrl.prove.findings import Finding


def named(findings: Iterable[Finding]) -> tuple[tuple[str, Finding], ...]:
    """Each finding with its name; findings that would share one are counted: `...~2`, `...~3`."""
    seen: Counter[str] = Counter()
    result = []
    for finding in findings:
        name = _name(finding)
        seen[name] += 1
        result.append((name if seen[name] == 1 else f"{name}~{seen[name]}", finding))
    return tuple(result)


def _name(finding: Finding) -> str:
    parts = [finding.code]
    if finding.occurrences:
        first = finding.occurrences[0]
        members = (member for _, member in first.point.dimensions)
        parts += [first.point.concept, *members, str(first.point.period), first.text]
    parts.append(finding.expected)
    return ":".join("".join(part.split()) for part in parts if part.strip())
