"""The accounting standards that a document's figures are under: what names another one is about other figures.

The opening names them, down to the first sentence, and sentences such as `prepared in accordance with U.S. GAAP` do.
A document that says nothing is under those that the taxonomy prints.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import LANGUAGES, patterns_of
from iij_xbrl.languages.lexicon import alternatives
from iij_xbrl.map.labels import key
from iij_xbrl.read.document import Document, Heading, Paragraph, Table, rows_of
from iij_xbrl.taxonomy.index import Line, Place, Taxonomy

# The names of standards as words of a text, small, by what they stand for.
STANDARDS: Mapping[str, str] = {
    word.casefold(): name
    for language in LANGUAGES
    for word, name in language.values.get("standards", {}).items()
    if isinstance(name, str)
}
_NAMED = re.compile(rf"(?<![^\W_]){alternatives(STANDARDS)}", re.IGNORECASE)
_PREPARED = patterns_of("scopes.prepared")
_TITLES = patterns_of("scopes.title_of_release")
_FORMS = frozenset(word for language in LANGUAGES for word in language.words.get("company_forms", ()))
_OPENING = 5  # lines, and behind them the title of a release alone
_SENTENCE = 160  # characters that no title has


def standards_of(document: Document) -> frozenset[str]:
    """The standards that a document says its figures are under; none where it says nothing of them."""
    opening = list(_opening(document))
    titles = (text for text in opening[_OPENING:] if any(title.search(text) for title in _TITLES))
    said = (*opening[:_OPENING], *titles, *_statements(document))
    return frozenset(name for text in said for name in _names(text))


def standards_of_titles(titles: Iterable[str]) -> frozenset[str]:
    """The standards that titles name."""
    return frozenset(name for title in titles for name in _names(title))


@lru_cache(maxsize=4)
def standards_printed(taxonomy: Taxonomy) -> frozenset[str]:
    """The standards that the documents of a taxonomy's issuer name."""
    return frozenset(
        name for words in taxonomy.prose.words for text in (*words.printed, words.value) for name in _names(text)
    )


def is_printed_under(printed: Place | Line, standards: Set[str]) -> bool:
    """Whether documents under standards print a place or a line; all of them where the standards are not known."""
    return not printed.standard or not standards or printed.standard in standards


@lru_cache(maxsize=16)  # the releases of a batch are under few standards
def concepts_of_others(taxonomy: Taxonomy, standards: frozenset[str]) -> frozenset[str]:
    """The concepts that only documents under other standards print."""
    of_others, known = set[str](), set[str]()
    for place in taxonomy.places:
        is_printed = is_printed_under(place, standards)
        for line in place.lines:
            if line.concept:
                (known if is_printed and is_printed_under(line, standards) else of_others).add(line.concept)
    return frozenset(of_others - known)


@lru_cache(maxsize=16)  # as above
def names_under(taxonomy: Taxonomy, standards: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """The concepts that the places of a document's own standards print, by the keys of their labels."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in taxonomy.places:
        if place.standard and place.standard in standards:
            for line in place.lines:
                if line.concept and not line.members:
                    for label in line.labels:
                        found[key(label)].add(line.concept)
    return {label: frozenset(concepts) for label, concepts in found.items()}


def _names(text: str) -> Iterator[str]:
    return (STANDARDS[match.group().casefold()] for match in _NAMED.finditer(narrow(text)))


def _opening(document: Document) -> Iterator[str]:
    is_named = False
    for block in document.blocks:
        if isinstance(block, Table) or (is_named and isinstance(block, Heading)):
            return
        for row in rows_of(block):
            text = row[0].plain.strip()
            yield text
            if len(text) > _SENTENCE or _is_sentence(text):
                return
            is_named = is_named or text.endswith(".") or any(_names(text))


def _is_sentence(text: str) -> bool:
    """Whether a full stop ends a text, and not the name of a company, `Test Co.`, that it closes."""
    last = text.split()[-1:]
    is_name = last and last[0].rstrip(".").casefold() in _FORMS
    return text.endswith((".", "。")) and not is_name


def _statements(document: Document) -> Iterator[str]:
    """Sentences that say how the figures of the document are prepared."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            text = " ".join(line.plain for line in block.lines)
            if any(pattern.search(text) for pattern in _PREPARED):
                yield text
