"""trace.csv: one row for each numeric token and fact, in the order of the page. It accounts for every number.

A data point that the page leaves open is a fact without value and decimals. `page`, `line`, `start` and `end` are empty
where the format of the release has none; `place` is where a person finds the number, as `check` and `explain` write it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from iij_xbrl.borders import csv_cell
from iij_xbrl.facts import DataPoint, Outcome
from iij_xbrl.read.document import At
from iij_xbrl.reasons.render import sentence
from iij_xbrl.report.ids import ids_of, undetermined_id
from iij_xbrl.report.model import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.aspects import plain

COLUMNS = (
    "status", "fact_id", "concept", "dimensions", "period", "unit", "value", "printed_value", "decimals",
    "page", "line", "start", "end", "text", "label", "section", "reason", "place",
)  # fmt: skip


def write_trace(report: Report, taxonomy: Taxonomy) -> bytes:
    """The trace of a report as CSV (RFC 4180), UTF-8."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    rows = (row for _, row in sorted(_rows(report, taxonomy), key=lambda item: item[0]))
    writer.writerows([csv_cell(str(row.get(name, ""))) for name in COLUMNS] for row in rows)
    return buffer.getvalue().encode("utf-8")


def _rows(report: Report, taxonomy: Taxonomy) -> Iterator[tuple[tuple[At, str], dict[str, object]]]:
    for occurrence, id_ in ids_of(report).items():
        row = _place(occurrence) | _aspects(occurrence.point, id_, taxonomy)
        row |= {
            "value": plain(occurrence.value),
            "printed_value": plain(occurrence.printed),
            "decimals": occurrence.decimals,
        }
        yield (occurrence.span.at, id_), row
    for dash in report.undetermined:
        id_ = undetermined_id(dash)
        yield (dash.span.at, id_), _place(dash) | _aspects(dash.point, id_, taxonomy)
    for leftover in report.leftovers:
        yield (leftover.span.at, ""), _place(leftover)


def _aspects(point: DataPoint, fact_id: str, taxonomy: Taxonomy) -> dict[str, object]:
    prefix = taxonomy.prefix
    return {
        "fact_id": fact_id,
        "concept": f"{prefix}:{point.concept}",
        "dimensions": ";".join(f"{prefix}:{axis}={prefix}:{member}" for axis, member in point.dimensions),
        "period": str(point.period),
        "unit": point.unit,
    }


def _place(item: Outcome) -> dict[str, object]:
    origin = item.span.origin
    return {
        "status": item.status,
        "page": _shown(origin.page),
        "line": _shown(origin.line),
        "start": _shown(origin.start),
        "end": _shown(origin.end),
        "text": item.text,
        "label": item.label,
        "section": item.section,
        "reason": sentence(item.reason),
        "place": str(origin),
    }


def _shown(number: int | None) -> int | str:
    return "" if number is None else number
