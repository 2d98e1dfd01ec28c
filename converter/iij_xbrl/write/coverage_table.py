"""How much of a release is accounted for, as a table: a row for each section, and one, without a name, for all."""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.report.coverage import Coverage
from iij_xbrl.write.columns import Column, Row, Schema
from iij_xbrl.write.facts_table import DOCUMENT

COVERAGE = Schema(
    "coverage",
    (
        DOCUMENT,
        Column("section", "text", "the headings above the numbers; empty for the whole release"),
        Column("numbers", "count", "how many numbers there are"),
        Column("facts", "count", "of them facts"),
        Column("inferred", "count", "of them facts on evidence"),
        Column("explained", "count", "of them no facts, each with its reason"),
        Column("unmapped", "count", "of them not mapped"),
        Column("percent", "decimal", "the share that is accounted for"),
    ),
)


def coverage_rows(parts: Sequence[Coverage], document: str) -> list[Row]:
    """The coverage of a release (see `report.coverage.coverage`) as rows of `COVERAGE`."""
    return [
        {
            "document": document,
            "section": part.section,
            "numbers": part.tokens,
            "facts": part.counts.get("fact", 0),
            "inferred": part.counts.get("inferred", 0),
            "explained": part.counts.get("not-a-fact", 0),
            "unmapped": part.counts.get("unmapped", 0),
            "percent": part.percent,
        }
        for part in parts
    ]
