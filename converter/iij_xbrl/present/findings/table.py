"""The findings of a check as a table: a row for each finding, open or decided."""

from __future__ import annotations

from collections.abc import Iterator

from iij_xbrl.prove.check import Check, Checked
from iij_xbrl.write.columns import Column, Row, Schema
from iij_xbrl.write.facts_table import DOCUMENT

FINDINGS = Schema(
    "findings",
    (
        DOCUMENT,
        Column("id", "text", "the name of the finding, by what contradicts what"),
        Column("code", "text", "what kind of finding it is"),
        Column("severity", "text", "error, rounding or warning"),
        Column("message", "text", "what is wrong"),
        Column("cause", "text", "the likely cause, where evidence tells"),
        Column("expected", "text", "what the first suspect should be, as it would be printed"),
        Column("decision", "text", "what the errata decide: accepted or corrected; empty where it is open"),
        Column("concept", "text", "the concept of the first suspect"),
        Column("period", "text", "its period"),
        Column("value", "decimal", "its value"),
        Column("ties", "count", "of how many figures, equally likely, one is wrong"),
        Column("place", "text", "where the first suspect stands"),
        Column("places", "texts", "every place concerned, suspects first"),
    ),
)


def finding_rows(check: Check, document: str) -> list[Row]:
    """The findings of a check as rows of `FINDINGS`: the open ones, then those that are decided."""
    return [*_rows(check.found, document), *_rows(check.decided, document)]


def _rows(items: tuple[Checked, ...], document: str) -> Iterator[Row]:
    for item in items:
        finding = item.finding
        first = finding.suspects[0] if finding.suspects else None
        places = tuple(str(place.origin) for place in item.places)
        yield {
            "document": document,
            "id": item.id,
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message,
            "cause": finding.cause,
            "expected": finding.expected,
            "decision": item.entry.decision if item.entry else "",
            "concept": first.point.concept if first else "",
            "period": str(first.point.period) if first else "",
            "value": first.value if first else None,
            "ties": finding.ties,
            "place": places[0] if places else "",
            "places": places,
        }
