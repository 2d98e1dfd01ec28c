"""The release itself as inline XBRL 1.1: every block in order, each figure tagged where it stands.

The look is that of the templates in `inline/`; a folder with templates of the same names replaces them one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from iij_xbrl.borders import xml_text
from iij_xbrl.extract.passages import titles_of
from iij_xbrl.extract.tables import FigureTable, extract
from iij_xbrl.extract.times.periods import Calendar, Period, mentions
from iij_xbrl.facts import Occurrence
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
    Context,
    Dimensions,
    Unit,
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
from iij_xbrl.write.inline.attributes import FactAttributes
from iij_xbrl.write.inline.blocks import BlockView, Tag, Tags, sheets_of, views
from iij_xbrl.write.inline.enclosures import around_notes
from iij_xbrl.write.inline.tags import Region, TaggedFact, Tagging, open_regions, remarks, tagging
from iij_xbrl.write.inline.texts import Attributes, around_words, frames
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
    language = language or language_of(*(text.plain for text in document.worded))
    writer = _writer(report, taxonomy, language, look)
    if document.markup:
        return _on_page(document, writer)
    if tables is None:
        tables = extract(document, Calendar(*taxonomy.entity.fiscal_year), taxonomy.entity.currency)
    return _drawn(document, writer, tables)


@dataclass(frozen=True, slots=True)
class _Writer:
    """What the tags of a report refer to, and the templates that write them."""

    report: Report
    taxonomy: Taxonomy
    ids: Mapping[Occurrence, str]
    contexts: Mapping[tuple[Period, Dimensions], Context]
    units: Mapping[str, Unit]
    namespaces: Sequence[tuple[str, str]]
    templates: Environment
    look: Path | None
    language: str

    def named(self, fact: TextFact) -> Attributes:
        """The attributes of the tag of a fact in words."""
        language = (("xml:lang", fact.language),) if fact.language else ()
        context = self.contexts[aspects(text_point(fact), self.taxonomy)].id
        name = f"{self.taxonomy.prefix}:{fact.concept}"
        return (("id", text_id(fact)), ("name", name), ("contextRef", context), *language)

    def page(
        self,
        document: Document,
        found: Tagging,
        *,
        blocks: Sequence[BlockView] = (),
        texts: Sequence[TextFact] = (),
        shown: Collection[str] = (),
    ) -> bytes:
        """The page with its header, the `blocks` as they are drawn, in the frames of `texts`.

        `shown` are the ids of notes that stand in the blocks.
        """
        report, framed = self.report, frames(texts, self.named)
        return render_template(
            self.templates,
            TEMPLATE,
            self.look,
            namespaces=self.namespaces,
            language=self.language,
            title=_title(document, self.taxonomy),
            references=references_of(report, self.taxonomy),
            has_apart=any(occurrence.is_apart for occurrence in self.ids),
            entity=self.taxonomy.entity,
            contexts=sorted(self.contexts.values(), key=lambda context: context.id),
            units=sorted(self.units.values(), key=lambda unit: unit.id),
            hidden=_reasons(found),
            footnotes=report.footnotes,
            hidden_texts=[(fact, self.named(fact)) for fact in report.texts if not fact.spans],
            frames=framed,
            sheets=sheets_of(document, framed),
            hidden_notes=[note for note in report.footnotes if not note.spans and note.id not in shown],
            blocks=blocks,
        )


def _writer(report: Report, taxonomy: Taxonomy, language: str, look: Path | None) -> _Writer:
    points = points_of(report)
    contexts, units = contexts_of(context_points(report), taxonomy), units_of(points)
    used = namespaces(contexts.values(), units.values(), taxonomy, has_items=bool(points or report.texts))
    templates = environment(templates_folder() / "inline", look=look)
    context_of = {point: contexts[aspects(point, taxonomy)].id for point in points}
    unit_of = {point: units[point.unit].id for point in points}
    templates.globals["context_of"], templates.globals["unit_of"] = context_of, unit_of
    templates.globals["attributes"] = FactAttributes(taxonomy.prefix, context_of, unit_of, APART)
    templates.globals["apart"] = APART
    templates.globals["plain"] = plain
    templates.globals["prefix"] = taxonomy.prefix
    all_namespaces = sorted({**_INLINE, **dict(used)}.items())
    return _Writer(report, taxonomy, ids_of(report), contexts, units, all_namespaces, templates, look, language)


def _drawn(document: Document, writer: _Writer, tables: Sequence[FigureTable]) -> bytes:
    """The document drawn by the templates, with remarks on corrections behind the figures that were misprinted."""
    report = writer.report
    found = tagging(writer.ids, _printed(document, {occurrence.span.text_key for occurrence in writer.ids}))
    added = list(remarks(report, writer.ids, found))
    told = {remark.fact.id for _, remark in added if remark.fact}
    found = replace(found, hidden=tuple(fact for fact in found.hidden if fact.id not in told))
    tags = _tags(found, report, (*around_words(report.texts, writer.named), *added))
    return writer.page(
        document,
        found,
        blocks=list(views(document, tables, tags, writer.language)),
        texts=report.texts,
        shown={remark.note.id for _, remark in added},
    )


def _on_page(document: Document, writer: _Writer) -> bytes:
    """The source's own page, which stays as it is and gains tags."""
    from iij_xbrl.write.inline.page import PagePlaces, chains_of, write_page

    report, places = writer.report, PagePlaces(document)
    found = tagging(writer.ids, places.printed())
    regions = _regions(found, report)
    rendered = _rendered(regions, writer.templates, writer.namespaces)
    notes = ((key, item) for key, items in around_notes(report.footnotes).items() for item in items)
    chains = chains_of([*notes, *around_words(report.texts, writer.named)], places)
    in_blocks = [(fact, writer.named(fact), places.ranges(fact.blocks)) for fact in report.texts if fact.blocks]
    return write_page(writer.page(document, found), places, regions, rendered, chains, in_blocks)


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


def _printed(document: Document, wanted: Collection[TextKey]) -> dict[TextKey, list[tuple[int, str]]]:
    """The runs of the texts that are wanted."""
    printed: dict[TextKey, list[tuple[int, str]]] = {}
    for text in document.texts:
        if (key := text.span.text_key) in wanted:
            words = [run for run in runs(text) if run.style in ("plain", "bold")]
            printed[key] = [(text.span.start + run.start, run.text) for run in words]
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
