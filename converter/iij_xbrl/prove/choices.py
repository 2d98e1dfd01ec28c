"""What a team chooses: which findings are shown, and which of them fail a check."""

from __future__ import annotations

from collections.abc import Collection

from iij_xbrl.prove.errata import ERRATA_CATALOGUE
from iij_xbrl.prove.findings import CATALOGUE, SEVERITIES, Finding

CODES = (*CATALOGUE, *ERRATA_CATALOGUE)


def listed(text: str, allowed: Collection[str]) -> tuple[str, ...]:
    """The names of a list such as `unread-number,open-relation`. Raises ValueError on one that is not allowed."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    for name in names:
        if name not in allowed:
            raise ValueError(f"{name!r} is none of {', '.join(allowed)}")
    return names


def is_counted(finding: Finding, fail_on: str) -> bool:
    """Whether a finding fails a check: `fail_on` lists codes, and severities, which stand for graver ones too."""
    names = listed(fail_on, (*SEVERITIES, *CODES))
    least = max((SEVERITIES.index(severity) for severity in SEVERITIES if severity in names), default=-1)
    return finding.code in names or SEVERITIES.index(finding.severity) <= least


def is_chosen(finding: Finding, select: Collection[str], ignore: Collection[str]) -> bool:
    """Whether a finding is among those selected, all if none is, and not ignored."""
    return (not select or finding.code in select) and finding.code not in ignore
