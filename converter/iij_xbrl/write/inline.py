"""The release itself as inline XBRL 1.1: every block in order, each figure tagged where it stands.

The look is that of the templates in `inline/`; a folder with templates of the same names replaces them one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from iij_xbrl.borders import xml_text
from iij_xbrl.extract.passages import titles_of
from iij_xbrl.extract.periods import Calendar, mentions
from iij_xbrl.extract.tables import FigureTable, extract
from iij_xbrl.languages import language_of
from iij_xbrl.read.document import Document, Heading, TextKey
from iij_xbrl.read.runs import runs
from iij_xbrl.reasons.render import sentence
from iij_xbrl.report.ids import ids_of, text_id
from iij_xbrl.report.model import Report, TextFact
from iij_xbrl.resources import templates_folder
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write.aspects import (
    NAMESPACES,
    XSI,
    aspects,
    context_points,
    contexts_of,
    namespaces,
    plain,
    points_of,
    references_of,
    text_point,
    units_of,
)
from iij_xbrl.write.inline_blocks import Tag, Tags, sheets_of, views
from iij_xbrl.write.inline_enclosures import around_notes
from iij_xbrl.write.inline_page import PagePlaces, chains_of, write_page
from iij_xbrl.write.inline_tags import Region, TaggedFact, Tagging, open_regions, remarks, tagging
from iij_xbrl.write.inline_texts import Attributes, around_words, frames
from iij_xbrl.write.markup import environment, render_template

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATE, TAGS = "page.xhtml.j2", "tags.xml.j2"
APART = "repeats"
"""The target document of repeats that cannot be reconciled with the other places of their data points."""

_INLINE = {
    "ix": "http://www.xbrl.org/2013/inlineXBRL",
    "ixt": "http://www.xbrl.org/inlineXBRL/transformation/2022-02-16",
    **NAMESPACES,
    **XSI,
}


def write_inline(
    document: Document,
    report: Report,
    taxonomy: Taxonomy,
    *,
    look: Path | None = None,
    language: str = "",
    tables: Sequence[FigureTable] | None = None,
) -> bytes:
    """The document as XHTML in UTF-8, with every occurrence of the report tagged.

    A fact whose text does not give its value, such as a number split over cells, is hidden, with the reason. A misprint
    that a decision corrects stays untagged, and a note behind it holds the tagged figure that it stands for. Repeats
    that stand apart are in the target document `repeats`.

    Args:
        document: the release; its visible text is that of the page.
        report: the facts of this document.
        taxonomy: gives the schemaRef, the namespace, the entity and the default members.
        look: a folder whose templates take precedence over those in `templates/inline`.
        language: the language of the document (BCP 47); by default the one that most of it is written in.
        tables: its tables as they were extracted; by default they are extracted here.

    Raises:
        ResourceError: a unit of the report has a measure in a namespace that the taxonomy does not have.
        UsageError: `look` is no folder, or one of its templates has a mistake.
        MalformedError: what the templates give is no XML.
    """
    language = language or language_of(*(text.plain for text in document.texts))
    ids = ids_of(report)
    points = points_of(report)
    contexts, units = contexts_of(context_points(report), taxonomy), units_of(points)

    def named(fact: TextFact) -> Attributes:
        language_of = (("xml:lang", fact.language),) if fact.language else ()
        context = contexts[aspects(text_point(fact), taxonomy)].id
        name = f"{taxonomy.prefix}:{fact.concept}"
        return (("id", text_id(fact)), ("name", name), ("contextRef", context), *language_of)

    places = PagePlaces(document) if document.markup else None
    found = tagging(ids, places.printed() if places else _printed(document))
    added = [] if places else list(remarks(report, ids, found))  # a page stays as it is
    told = {remark.fact.id for _, remark in added if remark.fact}
    found = replace(found, hidden=tuple(fact for fact in found.hidden if fact.id not in told))
    shown = {remark.note.id for _, remark in added}
    used = namespaces(contexts.values(), units.values(), taxonomy, has_items=bool(points or report.texts))
    templates = environment(templates_folder() / "inline", look=look)
    templates.globals["context_of"] = {point: contexts[aspects(point, taxonomy)].id for point in points}
    templates.globals["unit_of"] = {point: units[point.unit].id for point in points}
    templates.globals["apart"] = APART
    templates.globals["plain"] = plain
    templates.globals["prefix"] = taxonomy.prefix
    words = list(around_words(report.texts, named))
    if tables is None and places is None:
        tables = extract(document, Calendar(*taxonomy.entity.fiscal_year), taxonomy.entity.currency)
    tags = _tags(found, report, (*words, *added))
    blocks = [] if places else list(views(document, tables or (), tags, language))
    markup = render_template(
        templates,
        TEMPLATE,
        look,
        namespaces=sorted({**_INLINE, **dict(used)}.items()),
        language=language,
        title=_title(document, taxonomy),
        references=references_of(report, taxonomy),
        has_apart=any(occurrence.is_apart for occurrence in ids),
        entity=taxonomy.entity,
        contexts=sorted(contexts.values(), key=lambda context: context.id),
        units=sorted(units.values(), key=lambda unit: unit.id),
        hidden=_reasons(found),
        footnotes=report.footnotes,
        hidden_texts=[(fact, named(fact)) for fact in report.texts if not fact.spans],
        frames=(framed := frames([] if places else report.texts, named)),
        sheets=sheets_of(document, framed),
        hidden_notes=[note for note in report.footnotes if not note.spans and note.id not in shown],
        blocks=blocks,
    )
    if places is None:
        return markup
    regions = _regions(found, report)
    rendered = _rendered(regions, templates, sorted({**_INLINE, **dict(used)}.items()))
    notes = ((key, item) for key, items in around_notes(report.footnotes).items() for item in items)
    chains = chains_of([*notes, *words], places)
    in_blocks = [(fact, named(fact), places.ranges(fact.blocks)) for fact in report.texts if fact.blocks]
    return write_page(markup, places, regions, rendered, chains, in_blocks)


def _regions(found: Tagging, report: Report) -> dict[TextKey, list[Region]]:
    """What is tagged in each text, dashes that leave a data point open among it."""
    regions = {key: list(items) for key, items in found.regions.items()}
    for key, region in open_regions(report):
        regions.setdefault(key, []).append(region)
    return regions


def _rendered(
    regions: Mapping[TextKey, Iterable[Region]], templates: Environment, namespaces: Sequence[tuple[str, str]]
) -> dict[int, etree._Element]:
    """The elements of each region, as the templates write them, by the region's `id()`."""
    every = [region for items in regions.values() for region in items]
    markup = templates.get_template(TAGS).render(regions=every, namespaces=namespaces)
    holders = etree.fromstring(markup.encode("utf-8"))
    return {id(region): holder[0] for region, holder in zip(every, holders, strict=True)}


def _tags(found: Tagging, report: Report, others: Iterable[tuple[TextKey, Tag]]) -> Tags:
    around = around_notes(report.footnotes)
    tags: defaultdict[TextKey, list[Tag]] = defaultdict(list)
    for key, regions in found.regions.items():
        tags[key].extend(regions)
    for key, region in open_regions(report):
        tags[key].append(region)
    for key, enclosures in around.items():
        tags[key].extend(enclosures)
    for key, tag in others:
        tags[key].append(tag)
    return tags


def _printed(document: Document) -> dict[TextKey, list[tuple[int, str]]]:
    printed: dict[TextKey, list[tuple[int, str]]] = {}
    for text in document.texts:
        words = [run for run in runs(text) if run.style in ("plain", "bold")]
        printed[text.span.text_key] = [(text.span.start + run.start, run.text) for run in words]
    return printed


def _reasons(found: Tagging) -> list[tuple[TaggedFact, str]]:
    """The hidden facts, each with why; as the text of an XML comment, which holds no two hyphens in a row."""
    reasons = []
    for fact in found.hidden:
        occurrence = fact.occurrence
        why = sentence(occurrence.reason) or "the printed text alone does not give the value"
        reasons.append((fact, xml_text(f"{occurrence.text!r}: {why}").replace("-", "\u2010")))
    return reasons


def _title(document: Document, taxonomy: Taxonomy) -> str:
    """The heading of the highest level, or else the first title that names a period; without either the file's name.

    What stands above that title is the sender's: `For Immediate Release`, addresses.
    """
    calendar = Calendar(*taxonomy.entity.fiscal_year)
    headings = (block.text.plain for block in document.blocks if isinstance(block, Heading) and block.level == 1)
    dated = (title for title in titles_of(document).values() if mentions(title, calendar))
    title = next(headings, None) or next(dated, None) or f"{taxonomy.entity.name}: {document.name}"
    return xml_text(" ".join(title.split()))
