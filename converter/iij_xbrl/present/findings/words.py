"""What a finding says, in the words of a language: as it was found in English, or made of its parts."""

from __future__ import annotations

from iij_xbrl.facts import Leftover, Occurrence
from iij_xbrl.languages import language_of
from iij_xbrl.messages.words import ENGLISH, Words, filled, words_of
from iij_xbrl.prove.findings import Finding
from iij_xbrl.taxonomy.index import Taxonomy

IN_ENGLISH = Words()
_FEW = 4  # figures that are named one by one


def words_in(language: str, taxonomy: Taxonomy) -> Words:
    """The words of a language, with the labels of a taxonomy in it, those of axes and members too, and its titles."""
    if language == ENGLISH:
        return IN_ENGLISH
    titles = (
        (place.role, title) for place in taxonomy.places for title in place.titles if language_of(title) == language
    )
    concepts = {name: concept.labels for name, concept in taxonomy.concepts.items()}
    labels = ((name, told.get(language)) for name, told in {**taxonomy.names, **concepts}.items())
    return words_of(language, {**dict(reversed(tuple(titles))), **{name: told for name, told in labels if told}})


def in_words(finding: Finding, words: Words) -> str:
    """A finding as a sentence; in English where the language has none for its code."""
    template = words.findings.get(finding.code)
    if template is None:
        return finding.message
    first = finding.occurrences[0] if finding.occurrences else None
    told = filled(
        template,
        {
            "suspects": _listed(finding.suspects or finding.unread, words),
            "others": _listed(finding.others, words),
            "concept": words.concept(first.point.concept) if first else "",
            "period": str(first.point.period) if first else "",
        },
    )
    return told + words(" ({how})", how=words(finding.how)) if finding.how else told


def _listed(items: tuple[Occurrence, ...] | tuple[Leftover, ...], words: Words) -> str:
    named = dict.fromkeys(f"{_label(item, words)} {item.text}".strip() for item in items)
    told = words(", ").join(list(named)[:_FEW])
    return told + words(", ...") if len(named) > _FEW else told


def _label(item: Occurrence | Leftover, words: Words) -> str:
    """The label beside a figure; the concept's where a sentence has it."""
    label = " ".join(item.label.split())
    return label if isinstance(item, Leftover) or (item.place and label) else words.concept(item.point.concept)
