"""A report as xBRL-CSV 1.0: a metadata file in JSON, a table with a row for each fact, and one for the footnotes.

The id of a fact is that of its table, `r_` and its row, and its column (xBRL-CSV, 3.1.9): `f.r_l12c34.v` stands in the
table `f`, in the row `l12c34`, in the column `v`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from urllib.parse import quote

from iij_xbrl.borders import csv_cell
from iij_xbrl.report.ids import row_of, text_id
from iij_xbrl.report.model import Footnote, Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.aspects import aspects, context_points, points_of, references_of, said, written
from iij_xbrl.write.notes import notes_by_fact, notes_on
from iij_xbrl.write.oim import (
    LINK_GROUP,
    LINK_TYPE,
    NOTE,
    as_json,
    canonical,
    dimensions_of,
    document_info,
    entity,
    note_value,
    text_dimensions,
)

TABLE, ROW, VALUE = "f", "row", "v"
NOTES, TEXTS, LANGUAGE = "n", "t", "language"
_CORE = ("concept", "period", "unit")
_TEXT = ("concept", "period", LANGUAGE)
_ABSENT, _NIL = "#none", "#nil"
_NOTES_TEMPLATE: Mapping[str, object] = {
    "rowIdColumn": ROW,
    "columns": {ROW: {}, LANGUAGE: {}, VALUE: {"dimensions": {"concept": NOTE, LANGUAGE: f"${LANGUAGE}"}}},
}


def write_csv(report: Report, taxonomy: Taxonomy, *, all_occurrences: bool = False) -> Mapping[str, bytes]:
    """The report as xBRL-CSV: `<name>.csv.json`, the metadata to open, and `<name>.csv`, the facts.

    Footnotes stand in `<name>.notes.csv`, facts in words in `<name>.texts.csv`. Where the name would have to be encoded
    in a URL, the tables' own names have `~23` for `#`, so that file and URL are the same for any processor.

    Args:
        report: the facts to write.
        taxonomy: gives the entry point, the namespace, the entity and the default members.
        all_occurrences: write every place where a data point is printed; otherwise each data point once.

    Raises:
        ResourceError: a unit of the report has a measure in a namespace that the taxonomy does not have.
    """
    stem = quote(report.name).replace("%", "~").replace("/", "~2F")
    url = f"{stem}.csv"
    points = points_of(report)
    axes = sorted({axis for point in points for axis, _ in aspects(point, taxonomy)[1]})
    notes = notes_on(report, all_occurrences=all_occurrences)
    templates, tables = {"facts": _template(axes, taxonomy)}, {TABLE: {"template": "facts", "url": url}}
    files = {url: _rows(report, taxonomy, axes, all_occurrences=all_occurrences)}
    links: dict[str, object] = {}
    if said(report):
        texts_url = f"{stem}.texts.csv"
        templates["texts"] = _texts_template(taxonomy)
        tables[TEXTS] = {"template": "texts", "url": texts_url}
        files[texts_url] = _text_rows(report, taxonomy)
    if notes:
        notes_url = f"{stem}.notes.csv"
        templates["notes"] = _NOTES_TEMPLATE
        tables[NOTES] = {"template": "notes", "url": notes_url}
        files[notes_url] = _note_rows(notes)
        links = {"links": {LINK_TYPE: {LINK_GROUP: notes_by_fact(notes)}}}
    references = references_of(report, taxonomy, all_occurrences=all_occurrences)
    metadata = {
        "documentInfo": document_info("xbrl-csv", context_points(report), taxonomy, references, has_links=bool(notes)),
        "tableTemplates": templates,
        "tables": tables,
        **links,
    }
    return {f"{report.name}.csv.json": as_json(metadata), **files}


def _template(axes: list[str], taxonomy: Taxonomy) -> Mapping[str, object]:
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
    for fact in written(report, all_occurrences=all_occurrences):
        found = dimensions_of(fact.point, taxonomy)
        named = [found.get(name, _ABSENT) for name in (*_CORE, *(f"{taxonomy.prefix}:{axis}" for axis in axes))]
        decimals = _ABSENT if fact.decimals is None else fact.decimals
        value = _NIL if fact.value is None else canonical(fact.value)
        writer.writerow([row_of(fact.id), *named, decimals, value])
    return buffer.getvalue().encode("utf-8")


def _texts_template(taxonomy: Taxonomy) -> Mapping[str, object]:
    named = {name: f"${name}" for name in _TEXT}
    columns: dict[str, object] = {name: {} for name in (ROW, *_TEXT)}
    return {"rowIdColumn": ROW, "columns": columns | {VALUE: {"dimensions": {"entity": entity(taxonomy)} | named}}}


def _text_rows(report: Report, taxonomy: Taxonomy) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([ROW, *_TEXT, VALUE])
    for fact in said(report):
        found = text_dimensions(fact, taxonomy)
        writer.writerow([row_of(text_id(fact)), *(found.get(name, _ABSENT) for name in _TEXT), _text(fact.value)])
    return buffer.getvalue().encode("utf-8")


def _note_rows(notes: tuple[Footnote, ...]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([ROW, LANGUAGE, VALUE])
    writer.writerows([row_of(note.id), note.language, _text(note_value(note))] for note in notes)
    return buffer.getvalue().encode("utf-8")


def _text(value: str) -> str:
    """A text as a cell: `#` begins special values; a space keeps spreadsheets from taking it for a formula."""
    if value.startswith("#"):
        return f"#{value}"
    return value if csv_cell(value) == value else f" {value}"
