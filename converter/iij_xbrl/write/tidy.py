"""Tidy facts: one row for each data point, with labels in both languages and each dimension in a column of its own.

`facts.csv` for people and spreadsheets, `facts.parquet` for data frames, with typed columns. `line`, `start`, `end`
and `place` are those of the occurrence that is written for the data point; one that the page leaves open has no value.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

from iij_xbrl.errors import ResourceError
from iij_xbrl.facts import DataPoint
from iij_xbrl.read.document import Span
from iij_xbrl.report.ids import undetermined_id
from iij_xbrl.report.model import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.aspects import plain, points_of

_BEFORE = ("fact_id", "concept", "label_en", "label_ja")
_AFTER = ("period_start", "period_end", "unit", "value", "decimals", "status", "occurrences")
_PLACE = ("line", "start", "end", "place")
_COUNTS = ("decimals", "occurrences", "line", "start", "end")
_DAYS = ("period_start", "period_end")
_DIGITS, _PLACES = 38, 10  # of a value in Parquet: the widest decimal that data frames read without loss

Row = dict[str, object]


def write_tidy(report: Report, taxonomy: Taxonomy) -> bytes:
    """The facts of a report as CSV (RFC 4180), UTF-8."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, _columns(report), restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(report, taxonomy):
        value = row["value"]
        writer.writerow({**row, "value": plain(value) if isinstance(value, Decimal) else ""})
    return buffer.getvalue().encode("utf-8")


def write_parquet(report: Report, taxonomy: Taxonomy) -> bytes:
    """The facts of a report as Apache Parquet: days as dates, values as decimals, counts as integers.

    Raises:
        ResourceError: the library that writes it is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise ResourceError("Parquet needs a library: pip install 'iij-xbrl[parquet]'") from error
    types = dict.fromkeys(_COUNTS, pyarrow.int32()) | dict.fromkeys(_DAYS, pyarrow.date32())
    types["value"] = pyarrow.decimal128(_DIGITS, _PLACES)
    columns = _columns(report)
    schema = pyarrow.schema([(name, types.get(name, pyarrow.string())) for name in columns])
    rows = [{name: row.get(name) for name in columns} for row in _rows(report, taxonomy)]
    buffer = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=schema), buffer)
    return buffer.getvalue()


def _columns(report: Report) -> Sequence[str]:
    return (*_BEFORE, *sorted({axis for point in points_of(report) for axis, _ in point.dimensions}), *_AFTER, *_PLACE)


def _rows(report: Report, taxonomy: Taxonomy) -> list[Row]:
    found = [
        _row(fact.id, fact.point, fact.occurrence.span, taxonomy)
        | {
            "value": fact.occurrence.value,
            "decimals": fact.occurrence.decimals,
            "status": fact.occurrence.status,
            "occurrences": len(fact.occurrences),
        }
        for fact in report.facts
    ]
    found += [
        _row(undetermined_id(dash), dash.point, dash.span, taxonomy)
        | {"value": None, "decimals": None, "status": dash.status, "occurrences": 1}
        for dash in report.undetermined
    ]
    return found


def _row(fact_id: str, point: DataPoint, span: Span, taxonomy: Taxonomy) -> Row:
    labels = taxonomy.concepts[point.concept].labels
    return {
        "fact_id": fact_id,
        "concept": f"{taxonomy.prefix}:{point.concept}",
        "label_en": labels.get("en", ""),
        "label_ja": labels.get("ja", ""),
        **{axis: f"{taxonomy.prefix}:{member}" for axis, member in point.dimensions},
        "period_start": point.period.start,
        "period_end": point.period.end,
        "unit": point.unit,
        "line": span.origin.line,
        "start": span.origin.start,
        "end": span.origin.end,
        "place": str(span.origin),
    }
