"""What the source says about names: sentences for documentation labels, and references as parts (XBRL 2.1, 5.2.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from iij_xbrl.taxonomy.source.files import Documentation, Source
from iij_xbrl.taxonomy.source.located import Mistakes, suggest
from iij_xbrl.taxonomy.source.mapping import element_reference
from iij_xbrl.taxonomy.source.model import Concept, Mapped, Reference

_CODIFICATION = {"Publisher": "FASB", "Name": "Accounting Standards Codification"}
_EXCHANGE_FORM = {"Publisher": "Tokyo Stock Exchange", "Name": "Earnings report (kessan tanshin)"}


def documentation_of(
    source: Source, concepts: Mapping[str, Concept], names: Sequence[str], mistakes: Mistakes
) -> Mapping[str, Mapping[str, str]]:
    """The documentation of each name that has one, by language, in the order of the source, derived concepts last.

    Args:
        source: the source, whose sentences stand in `documentation.yaml` and in the patterns of its derivations.
        concepts: all concepts, derived ones too.
        names: all that may be documented.
        mistakes: where unknown names and missing languages are noted.
    """
    texts: dict[str, Mapping[str, str]] = {}
    for item in source.documentation:
        if item.name not in names:
            mistakes.add(item.where, f"documentation of unknown {item.name}", suggest(item.name, names))
        elif item.body.en is not None and item.body.ja is not None:
            texts[item.name] = MappingProxyType({"en": item.body.en, "ja": item.body.ja})
        elif item.body.en is not None or item.body.ja is not None:
            mistakes.add(item.where, f"{item.name} is documented in one language", "give both 'en' and 'ja'")
    return MappingProxyType({**texts, **_derived(source, concepts, texts, mistakes)})


def _derived(
    source: Source, concepts: Mapping[str, Concept], own: Mapping[str, Mapping[str, str]], mistakes: Mistakes
) -> dict[str, Mapping[str, str]]:
    """What the patterns of derivations say about the concepts without a sentence of their own."""
    patterns = {}
    for derivation, pattern in source.settings.derivations.items():
        if pattern.doc_en is not None and pattern.doc_ja is not None:
            patterns[derivation] = {"en": pattern.doc_en, "ja": pattern.doc_ja}
        elif pattern.doc_en is not None or pattern.doc_ja is not None:
            where = source.settings_node.at(["derivations", derivation])
            mistakes.add(where, f"{derivation} is documented in one language", "give both 'doc_en' and 'doc_ja'")
    return {
        concept.name: MappingProxyType(
            {
                language: text.format(**concepts[concept.derived_from].labels)
                for language, text in patterns[concept.derivation].items()
            }
        )
        for concept in concepts.values()
        if concept.derived_from is not None and concept.derivation in patterns and concept.name not in own
    }


def references_of(
    source: Source, concepts: Mapping[str, Concept], mappings: Sequence[Mapped]
) -> Mapping[str, tuple[Reference, ...]]:
    """The references of each name that has any, in the order of the source: concepts, then what else is documented.

    Elements of other taxonomies come last.
    """
    others = {other.prefix: other.body for other in source.others}
    elements: dict[str, list[Reference]] = {}
    for item in mappings:
        elements.setdefault(item.concept, []).append(element_reference(item, others[item.prefix]))
    documents = {item.name: item for item in source.documentation}
    found = {}
    for name in dict.fromkeys((*concepts, *documents)):
        references = (*_references(documents.get(name)), *elements.get(name, ()))
        if references:
            found[name] = references
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class ReferenceGroup:
    """References that the same names have, and the label of their resources in the linkbase."""

    label: str
    names: tuple[str, ...]
    references: tuple[Reference, ...]


def grouped(references: Mapping[str, Sequence[Reference]]) -> tuple[ReferenceGroup, ...]:
    """The references by the names that have them, each written once: what each validation reads is what costs."""
    users: dict[tuple[tuple[str, str], ...], tuple[Reference, list[str]]] = {}
    for name, own in references.items():
        for reference in own:
            users.setdefault(tuple(reference.parts.items()), (reference, []))[1].append(name)
    groups: dict[tuple[str, ...], list[Reference]] = {}
    for reference, names in users.values():
        groups.setdefault(tuple(dict.fromkeys(names)), []).append(reference)
    labels: Counter[str] = Counter()
    found = []
    for group, held in groups.items():
        label = f"reference_{group[0]}"
        if len(group) > 1:
            labels[group[0]] += 1
            label = f"{label}_{labels[group[0]]}"
        found.append(ReferenceGroup(label, group, tuple(held)))
    return tuple(found)


def _references(item: Documentation | None) -> Iterator[Reference]:
    if item is not None:
        for paragraph in item.body.asc:
            yield Reference(f"ASC {paragraph}", _CODIFICATION | _paragraph(paragraph))
        for section in item.body.tse:
            yield Reference(f"TSE earnings report, {section}", _EXCHANGE_FORM | {"Section": section})


def _paragraph(text: str) -> dict[str, str]:
    """`230-10-45-14(a)` as number (topic and subtopic), section, paragraph and subparagraph, as far as given."""
    topic, subtopic, section, *rest = text.split("-")
    paragraph, _, subparagraph = "".join(rest).removesuffix(")").partition("(")
    parts = {"Number": f"{topic}-{subtopic}", "Section": section, "Paragraph": paragraph, "Subparagraph": subparagraph}
    return {part: value for part, value in parts.items() if value}
