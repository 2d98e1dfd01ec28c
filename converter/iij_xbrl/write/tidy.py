"""facts.csv: one row for each data point, with labels in both languages and each dimension in a column of its own."""

from __future__ import annotations

import csv
import io

from iij_xbrl.report.model import Fact, Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.aspects import plain

_BEFORE = ("fact_id", "concept", "label_en", "label_ja")
_AFTER = ("period_start", "period_end", "unit", "value", "decimals", "status", "occurrences", "line", "start", "end")


def write_tidy(report: Report, taxonomy: Taxonomy) -> bytes:
    """The facts of a report as CSV (RFC 4180), UTF-8. `line`, `start` and `end` are those of the written occurrence."""
    axes = sorted({axis for fact in report.facts for axis, _ in fact.point.dimensions})
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, (*_BEFORE, *axes, *_AFTER), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_row(fact, taxonomy) for fact in report.facts)
    return buffer.getvalue().encode("utf-8")


def _row(fact: Fact, taxonomy: Taxonomy) -> dict[str, object]:
    point, occurrence = fact.point, fact.occurrence
    labels = taxonomy.concepts[point.concept].labels
    return {
        "fact_id": fact.id,
        "concept": f"{taxonomy.prefix}:{point.concept}",
        "label_en": labels.get("en", ""),
        "label_ja": labels.get("ja", ""),
        **{axis: f"{taxonomy.prefix}:{member}" for axis, member in point.dimensions},
        "period_start": point.period.start or "",
        "period_end": point.period.end,
        "unit": point.unit,
        "value": plain(occurrence.value),
        "decimals": occurrence.decimals,
        "status": occurrence.status,
        "occurrences": len(fact.occurrences),
        "line": occurrence.span.line,
        "start": occurrence.span.start,
        "end": occurrence.span.end,
    }
