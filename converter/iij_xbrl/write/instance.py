"""A report as an XBRL 2.1 instance with dimensions in scenario (XBRL 2.1, section 4; Dimensions 1.0, section 3.1.4).

The same report gives the same bytes: contexts and units are sorted by their ids, facts stand in the order of the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from iij_xbrl.report.ids import text_id
from iij_xbrl.report.model import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.aspects import (
    XSI,
    aspects,
    context_points,
    contexts_of,
    namespaces,
    plain,
    references_of,
    said,
    text_point,
    units_of,
    written,
)
from iij_xbrl.write.markup import environment, well_formed
from iij_xbrl.write.notes import FACT_FOOTNOTE, LINK_ROLE, notes_on

TEMPLATE = "instance.xml.j2"


@dataclass(frozen=True, slots=True)
class _Item:
    """An item as the template prints it; a nil one has neither value nor decimals (XBRL 2.1, section 4.6.2)."""

    id: str
    name: str
    context: str
    unit: str
    decimals: int | None
    value: str | None


def write_instance(report: Report, taxonomy: Taxonomy, *, all_occurrences: bool = False) -> bytes:
    """The report as an XBRL 2.1 instance in UTF-8.

    Args:
        report: the facts to write.
        taxonomy: gives the schemaRef, the namespace, the entity and the default members.
        all_occurrences: write every place where a data point is printed; otherwise each data point once.

    Raises:
        ResourceError: a unit of the report has a measure in a namespace that the taxonomy does not have.
    """
    facts = written(report, all_occurrences=all_occurrences)
    points = {fact.point for fact in facts}
    contexts = contexts_of(context_points(report), taxonomy)
    units = units_of(points)
    items = [
        _Item(
            id=fact.id,
            name=f"{taxonomy.prefix}:{fact.point.concept}",
            context=contexts[aspects(fact.point, taxonomy)].id,
            unit=units[fact.point.unit].id,
            decimals=fact.decimals,
            value=None if fact.value is None else plain(fact.value),
        )
        for fact in facts
    ]
    used = namespaces(contexts.values(), units.values(), taxonomy, has_items=bool(items or report.texts))
    markup = (
        environment()
        .get_template(TEMPLATE)
        .render(
            namespaces=sorted({**dict(used), **(XSI if report.undetermined else {})}.items()),
            references=references_of(report, taxonomy, all_occurrences=all_occurrences),
            entity=taxonomy.entity,
            prefix=taxonomy.prefix,
            contexts=sorted(contexts.values(), key=lambda context: context.id),
            units=sorted(units.values(), key=lambda unit: unit.id),
            facts=items,
            texts=said(report),
            text_id=text_id,
            text_context=lambda fact: contexts[aspects(text_point(fact), taxonomy)].id,
            footnotes=notes_on(report, all_occurrences=all_occurrences),
            link_role=LINK_ROLE,
            fact_footnote=FACT_FOOTNOTE,
        )
    )
    return well_formed(markup.encode("utf-8"), TEMPLATE)
