"""trace.csv: one row for each numeric token and fact, in the order of the page. It accounts for every number.

A data point that the page leaves open is a fact without value and decimals. `page`, `line`, `start` and `end` are empty
where the format of the release has none; `place` is where a person finds the number, as `check` and `explain` write it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from operator import itemgetter

from iij_xbrl.borders import csv_row
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
_OF_FACTS = COLUMNS.index("page") - 1
"""How many columns only facts fill, behind the status."""


def write_trace(report: Report, taxonomy: Taxonomy) -> bytes:
    """The trace of a report as CSV (RFC 4180), UTF-8."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(csv_row(cells) for _, cells in sorted(_rows(report, taxonomy), key=itemgetter(0)))
    return buffer.getvalue().encode("utf-8")


def _rows(report: Report, taxonomy: Taxonomy) -> Iterator[tuple[tuple[At, str], list[str]]]:
    """The cells of each row, in the order of the columns, with what sorts them as the page does."""
    for occurrence, id_ in ids_of(report).items():
        point = _aspects(occurrence.point, taxonomy)
        figure = (plain(occurrence.value), plain(occurrence.printed), str(occurrence.decimals))
        yield (occurrence.span.at, id_), [occurrence.status, id_, *point, *figure, *_place(occurrence)]
    for dash in report.undetermined:
        id_ = undetermined_id(dash)
        yield (dash.span.at, id_), [dash.status, id_, *_aspects(dash.point, taxonomy), "", "", "", *_place(dash)]
    for leftover in report.leftovers:
        yield (leftover.span.at, ""), [leftover.status, *[""] * _OF_FACTS, *_place(leftover)]


def _aspects(point: DataPoint, taxonomy: Taxonomy) -> tuple[str, str, str, str]:
    """Concept, dimensions, period, unit."""
    prefix = taxonomy.prefix
    dimensions = ";".join(f"{prefix}:{axis}={prefix}:{member}" for axis, member in point.dimensions)
    return f"{prefix}:{point.concept}", dimensions, str(point.period), point.unit


def _place(item: Outcome) -> list[str]:
    """What stands behind the decimals: where a number is printed, and how."""
    origin = item.span.origin
    numbers = (origin.page, origin.line, origin.start, origin.end)
    shown = ["" if number is None else str(number) for number in numbers]
    return [*shown, item.text, item.label, item.section, sentence(item.reason), str(origin)]
