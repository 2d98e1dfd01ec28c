"""A report as xBRL-JSON 1.0: one object for each fact, by its id, in the order of the page."""

from __future__ import annotations

from iij_xbrl.report.ids import text_id
from iij_xbrl.report.model import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.aspects import context_points, references_of, said, written
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


def write_json(report: Report, taxonomy: Taxonomy, *, all_occurrences: bool = False) -> bytes:
    """The report as xBRL-JSON in UTF-8.

    Args:
        report: the facts to write.
        taxonomy: gives the entry point, the namespace, the entity and the default members.
        all_occurrences: write every place where a data point is printed; otherwise each data point once.

    Raises:
        ResourceError: a unit of the report has a measure in a namespace that the taxonomy does not have.
    """
    notes = notes_on(report, all_occurrences=all_occurrences)
    noted = notes_by_fact(notes)
    facts: dict[str, dict[str, object]] = {}
    for fact in written(report, all_occurrences=all_occurrences):
        dimensions = dimensions_of(fact.point, taxonomy)
        facts[fact.id] = {
            "value": None if fact.value is None else canonical(fact.value),
            **({} if fact.decimals is None else {"decimals": fact.decimals}),
            "dimensions": {"concept": dimensions.pop("concept"), "entity": entity(taxonomy), **dimensions},
        }
        if fact.id in noted:
            facts[fact.id]["links"] = {LINK_TYPE: {LINK_GROUP: noted[fact.id]}}
    for text in said(report):
        facts[text_id(text)] = {"value": text.value, "dimensions": text_dimensions(text, taxonomy)}
    for note in notes:
        core = {"concept": NOTE, "noteId": note.id, "language": note.language}
        facts[note.id] = {"value": note_value(note), "dimensions": core}
    references = references_of(report, taxonomy, all_occurrences=all_occurrences)
    info = document_info("xbrl-json", context_points(report), taxonomy, references, has_links=bool(notes))
    return as_json({"documentInfo": info, "facts": facts})
