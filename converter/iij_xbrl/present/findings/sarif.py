"""Findings as SARIF 2.1.0, which code scanning services read."""

from __future__ import annotations

import json

from iij_xbrl import __version__
from iij_xbrl.borders import json_text
from iij_xbrl.messages.words import Words
from iij_xbrl.present.findings.paths import uri
from iij_xbrl.present.findings.words import IN_ENGLISH, in_words
from iij_xbrl.prove.check import RULES, Check, Checked, Place, Role
from iij_xbrl.prove.findings import Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROLES: dict[Role, str] = {
    "suspect": ", also suspected",
    "possible": ", less likely",
    "against": " speaks against it",
}
_LEVELS: dict[Severity, str] = {"error": "error", "rounding": "note", "warning": "warning"}


def sarif(check: Check, *, everything: bool = False, words: Words = IN_ENGLISH) -> str:
    """The check as SARIF, its messages in `words`; `everything` adds decided findings as suppressed (section 3.27.23).

    They are left out by default because GitHub's code scanning shows suppressed results as open alerts.
    """
    shown = [*check.found, *(check.decided if everything else ())]
    rules = list(dict.fromkeys([*RULES, *(item.finding.code for item in shown)]))
    run = {
        "tool": {"driver": {"name": "iij-xbrl", "version": __version__, "rules": [_rule(code) for code in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, rules.index(item.finding.code), words) for item in shown],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(code: str) -> dict[str, object]:
    text = RULES.get(code, code)
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in code.replace(":", "-").split("-")),
        "shortDescription": {"text": f"{text[:1].upper()}{text[1:]}."},
        "help": {"text": f"{text[:1].upper()}{text[1:]}. The first place is the likeliest to be wrong."},
    }


def _result(item: Checked, rule: int, words: Words) -> dict[str, object]:
    finding = item.finding
    first, *rest = item.places
    text = in_words(finding, words)
    if finding.cause:
        text += f" ({words('likely cause')}: {words(finding.cause)})"
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(first)}],
        "partialFingerprints": {"finding/v1": item.id},
        "properties": {
            "severity": finding.severity,
            "cause": finding.cause,
            "expected": finding.expected,
            "ties": finding.ties,
        },
    }
    if rest:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": _role(place)}, "physicalLocation": _location(place)}
            for number, place in enumerate(rest, 1)
        ]
    if item.entry:
        why = f"{item.entry.because} ({item.entry.by})"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": why}]
    return result


def _role(place: Place) -> str:
    text = place.occurrence.text if place.occurrence else place.quoted.line.raw.strip()
    return f"{text}{_ROLES[place.role]}"


def _location(place: Place) -> dict[str, object]:
    """The location; in a file without lines its place is told as a property, which SARIF has no region for."""
    origin, quoted = place.origin, place.quoted
    file: dict[str, object] = {"artifactLocation": {"uri": uri(place.file)}}
    if origin.line is None or origin.start is None or origin.end is None:
        return file | {"properties": {"place": str(origin)} | ({} if origin.page is None else {"page": origin.page})}
    region = {"startLine": origin.line, "startColumn": origin.start + 1, "endColumn": origin.end + 1}
    return {
        **file,
        "region": {**region, "snippet": {"text": quoted.line.raw[quoted.start : quoted.end]}},
        "contextRegion": {"startLine": origin.line, "snippet": {"text": quoted.line.raw}},
        "properties": {"place": str(origin)},
    }
