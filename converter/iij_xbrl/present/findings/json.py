"""The findings of a check as JSON; `templates/findings.schema.json` is its schema, and `VERSION` the schema's."""

from __future__ import annotations

import json
from decimal import Decimal

from iij_xbrl import __version__
from iij_xbrl.borders import json_text
from iij_xbrl.facts import Occurrence
from iij_xbrl.messages.words import Words
from iij_xbrl.present.findings.paths import posix
from iij_xbrl.present.findings.words import IN_ENGLISH, in_words
from iij_xbrl.prove.check import Check, Checked, Place
from iij_xbrl.prove.findings import SEVERITIES

VERSION = "1.2"
SCHEMA = "findings.schema.json"


def findings_json(check: Check, words: Words = IN_ENGLISH) -> str:
    """The check as JSON, its messages in `words`. Numbers of the release are strings, so that no reader rounds them."""
    summary: dict[str, int] = {severity: check.count(severity) for severity in SEVERITIES}
    content = {
        "version": VERSION,
        "tool": {"name": "iij-xbrl", "version": __version__},
        "release": posix(check.release.path),
        "errata": posix(check.errata) if check.errata else None,
        "summary": summary | {"decided": len(check.decided)},
        "findings": [_finding(item, words) for item in check.found],
        "decided": [_finding(item, words) for item in check.decided],
    }
    return json_text(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _finding(item: Checked, words: Words) -> dict[str, object]:
    finding = item.finding
    content: dict[str, object] = {
        "id": item.id,
        "code": finding.code,
        "severity": finding.severity,
        "message": in_words(finding, words),
        "cause": finding.cause,
        "expected": finding.expected,
        "ties": finding.ties,
        "places": [_place(place) for place in item.places],
    }
    if item.entry:
        entry = item.entry
        content["decision"] = {
            "decision": entry.decision,
            "because": entry.because,
            "by": entry.by,
            "until": entry.until.isoformat() if entry.until else None,
            "standsFor": str(entry.stands_for) or None,
        }
    return content


def _place(place: Place) -> dict[str, object]:
    origin = place.origin
    content: dict[str, object] = {
        "role": place.role,
        "file": posix(place.file),
        "place": str(origin),
        "line": origin.line,
        "column": None if origin.start is None else origin.start + 1,
        "endColumn": None if origin.end is None else origin.end + 1,
        "page": origin.page,
        "row": place.quoted.line.raw,
    }
    if place.expected:
        least, most = place.expected.least, place.expected.most
        content["expected"] = {"text": place.expected.text, "interval": [f"{least:f}", f"{most:f}"]}
    if place.occurrence:
        content["fact"] = {"id": place.fact_id, **_fact(place.occurrence)}
    return content


def _fact(occurrence: Occurrence) -> dict[str, object]:
    half = Decimal(5).scaleb(-occurrence.decimals - 1)  # half a unit of the last digit
    return {
        "text": occurrence.text,
        "label": occurrence.label,
        "section": occurrence.section,
        "concept": occurrence.point.concept,
        "dimensions": dict(occurrence.point.dimensions),
        "period": str(occurrence.point.period),
        "unit": occurrence.point.unit,
        "value": f"{occurrence.value:f}",
        "decimals": occurrence.decimals,
        "interval": [f"{occurrence.value - half:f}", f"{occurrence.value + half:f}"],
    }
