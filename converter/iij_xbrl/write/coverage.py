"""coverage.json: how much of each section is accounted for."""

from __future__ import annotations

import json
from collections.abc import Sequence

from iij_xbrl.facts import Status
from iij_xbrl.map.tables.suggestions import Suggestion
from iij_xbrl.report.coverage import Coverage

_STATUSES: tuple[Status, ...] = ("fact", "inferred", "not-a-fact", "unmapped")


def write_coverage(
    parts: Sequence[Coverage],
    suggestions: Sequence[Suggestion] = (),
    left_out: Sequence[str] = (),
    issuer_doubt: str = "",
) -> bytes:
    """The coverage of the sections and, as `total`, of the whole release, as JSON; percentages are strings.

    `suggestions` are the lines that the taxonomy lacks, each with what to add, and where; `left_out` says what of the
    file was not read, and `issuer_doubt` why it may be another company's.
    """
    *sections, total = parts
    content = {
        "sections": [{"section": part.section, **_counts(part)} for part in sections],
        "total": _counts(total),
        "suggestions": [_suggestion(item) for item in suggestions],
        "left_out": list(left_out),
        "issuer_doubt": issuer_doubt,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _suggestion(item: Suggestion) -> dict[str, object]:
    return {
        "label": item.label,
        "line": item.span.origin.line,
        "place": str(item.span.origin),
        "file": item.file,
        "role": item.role,
        "behind": item.behind,
        "add": item.add,
        "or": item.renamed,
    }


def _counts(part: Coverage) -> dict[str, object]:
    counts: dict[str, object] = {status: part.counts.get(status, 0) for status in _STATUSES}
    return {"tokens": part.tokens, **counts, "percent": str(part.percent)}
