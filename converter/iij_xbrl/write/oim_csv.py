"""A report as xBRL-CSV 1.0: a metadata file in JSON, and one table with a row for each fact.

The id of a fact is that of its table, row and column (xBRL-CSV, 3.1.9): `f.l12c34.v` stands in the table `f`, in the
row `l12c34`, in the column `v`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from iij_xbrl.report.model import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.aspects import aspects, written
from iij_xbrl.write.oim import as_json, canonical, dimensions_of, document_info, entity

TABLE, ROW, VALUE = "f", "row", "v"
_CORE = ("concept", "period", "unit")
_ABSENT = "#none"


def write_csv(report: Report, taxonomy: Taxonomy, *, all_occurrences: bool = False) -> Mapping[str, bytes]:
    """The report as xBRL-CSV: `<name>.csv.json`, the metadata to open, and `<name>.csv`, the facts.

    Args:
        report: the facts to write.
        taxonomy: gives the entry point, the namespace, the entity and the default members.
        all_occurrences: write every place where a data point is printed; otherwise each data point once.

    Raises:
        ResourceError: a unit of the report has a measure in a namespace that the taxonomy does not have.
    """
    url = f"{report.name}.csv"
    points = {fact.point for fact in report.facts}
    axes = sorted({axis for point in points for axis, _ in aspects(point, taxonomy)[1]})
    metadata = {
        "documentInfo": document_info("xbrl-csv", points, taxonomy),
        "tableTemplates": {"facts": _template(axes, taxonomy)},
        "tables": {TABLE: {"template": "facts", "url": url}},
    }
    return {f"{url}.json": as_json(metadata), url: _rows(report, taxonomy, axes, all_occurrences=all_occurrences)}


def _template(axes: list[str], taxonomy: Taxonomy) -> dict[str, object]:
    dimensions = {"entity": entity(taxonomy)} | {name: f"${name}" for name in _CORE}
    dimensions |= {f"{taxonomy.prefix}:{axis}": f"${axis}" for axis in axes}
    columns: dict[str, object] = {name: {} for name in (ROW, *_CORE, *axes, "decimals")}
    return {
        "rowIdColumn": ROW,
        "columns": columns | {VALUE: {"dimensions": dimensions, "decimals": "$decimals"}},
    }


def _rows(report: Report, taxonomy: Taxonomy, axes: list[str], *, all_occurrences: bool) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([ROW, *_CORE, *axes, "decimals", VALUE])
    for occurrence, id_ in written(report, all_occurrences=all_occurrences):
        found = dimensions_of(occurrence.point, taxonomy)
        named = [found.get(name, _ABSENT) for name in (*_CORE, *(f"{taxonomy.prefix}:{axis}" for axis in axes))]
        _, row, _ = id_.split(".")
        writer.writerow([row, *named, occurrence.decimals, canonical(occurrence.value)])
    return buffer.getvalue().encode("utf-8")
