"""Names of findings that a person can read and a file can keep.

A name holds what is contradicted, not where it stands: code, concept, members, period, the figure as printed, and what
was expected. It survives a line that is added above, and does not survive a change of either figure, so that a decision
on one contradiction never hides another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from iij_xbrl.prove.findings import Finding

_LABEL = 40  # characters of the words in front of a figure that is no fact


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
    parts += [part for item in finding.unread[:1] for part in (_tail(item.label), item.text)]
    parts.append(finding.named_by or finding.expected)
    return ":".join("".join(part.split()) for part in parts if part.strip())


def _tail(label: str) -> str:
    """The last words of a label, joined so that a file can keep them."""
    words = re.findall(r"\w+", label if len(label) <= _LABEL else label[-_LABEL:].partition(" ")[2])
    return "-".join(words)
