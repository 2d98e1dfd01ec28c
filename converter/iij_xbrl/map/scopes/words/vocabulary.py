"""All that a taxonomy and the language know of the words of titles, headers and captions, by what each is.

Phrases are found word by word, whatever their case, plural, dashes and quotes; the longest counts. Those of languages
that are written without spaces are found in the text as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from iij_xbrl.languages import JAPANESE, LANGUAGES
from iij_xbrl.map.labels import key
from iij_xbrl.map.scopes.words.japanese_phrases import Phrases, plain
from iij_xbrl.taxonomy.index import Taxonomy

Kind = Literal["title", "heading", "label", "issuer", "company", "member", "neutral"]
_ORDER: tuple[Kind, ...] = ("title", "issuer", "company", "heading", "label", "member", "neutral")
WORD = re.compile(r"[^\W_]+(?:['’.&/‐‑-][^\W_]+)*")
_DIGITAL = re.compile(r"(?=[a-z]*\d)[a-z\d]+")
_HOLDER = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase is; `names` are the roles of places or the concepts that it names.

    A `member` is the name of a part: a line that is told for a segment, a company or another member. A `company` is one
    of the issuer's group.
    """

    kind: Kind
    names: frozenset[str] = frozenset()


@dataclass
class _Node:
    steps: dict[str, _Node] = field(default_factory=dict)
    meanings: dict[Kind, set[str]] = field(default_factory=dict)

    @cached_property
    def told(self) -> tuple[Meaning, ...]:
        """What the phrase that ends here may be, once all phrases are known."""
        return _meanings(self.meanings)


@lru_cache(maxsize=4)
def vocabulary_of(taxonomy: Taxonomy) -> Vocabulary:
    """The vocabulary of a taxonomy, made once."""
    return Vocabulary(taxonomy)


class Vocabulary:
    """The phrases of a taxonomy and the neutral words of the language."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._root = _Node()
        self.issuer = taxonomy.entity.names
        self._spellings = {key(damaged): key(word) for damaged, word in taxonomy.prose.spellings.items()}
        self.step = lru_cache(maxsize=8192)(self._step)  # a page says the same words again and again
        self._in_japanese: list[tuple[Kind, str, str]] = []
        self._with_digits: set[str] = set()
        for kind, text, name in dict.fromkeys((*_of_places(taxonomy), *_others(taxonomy))):
            if any(map(str.isdigit, text)):
                self._with_digits.update(_DIGITAL.findall(text.casefold()))
            if JAPANESE.script.search(text):
                self._in_japanese.append((kind, text, name))
            else:
                self._add(kind, text, name)

    def has_word(self, word: str) -> bool:
        """Whether a phrase has a word that holds digits: `100Mbps`."""
        return word.casefold() in self._with_digits

    @cached_property  # for pages that have some Japanese
    def meanings_in_japanese(self) -> Mapping[str, tuple[Meaning, ...]]:
        """What Japanese phrases are, by the plain phrase."""
        found: dict[str, dict[Kind, set[str]]] = {}
        for kind, text, name in self._in_japanese:
            found.setdefault(plain(text), {}).setdefault(kind, set()).add(name)
        return {phrase: _meanings(kinds) for phrase, kinds in found.items() if phrase}

    @cached_property
    def japanese(self) -> Phrases:
        """Those phrases, to find them in texts."""
        return Phrases(self.meanings_in_japanese)

    def _step(self, word: str) -> str:
        """A word as phrases are compared by it: small, in the singular, without a possessive, spelt as it should be."""
        word = key(re.sub(r"['’]s?$", "", word))
        return self._spellings.get(word, word)

    def longest(self, steps: Sequence[str], at: int) -> tuple[int, tuple[Meaning, ...]]:
        """Where the longest phrase at a position ends, and what it may be; the position itself where there is none."""
        node, end, found = self._root, at, self._root
        for position in range(at, len(steps)):
            following = node.steps.get(steps[position])
            if following is None:
                break
            node = following
            if node.meanings:
                end, found = position + 1, node
        return end, found.told if end > at else ()

    def _add(self, kind: Kind, text: str, name: str = "") -> None:
        node = self._root
        for match in WORD.finditer(_HOLDER.sub(" ", text)):
            node = node.steps.setdefault(self.step(match.group()), _Node())
        if node is not self._root:
            node.meanings.setdefault(kind, set()).add(name)


def _meanings(kinds: Mapping[Kind, set[str]]) -> tuple[Meaning, ...]:
    return tuple(Meaning(kind, frozenset(kinds[kind]) - {""}) for kind in _ORDER if kind in kinds)


def _of_places(taxonomy: Taxonomy) -> Iterator[tuple[Kind, str, str]]:
    """What the tables of a taxonomy are called and print."""
    for place in taxonomy.places:
        yield from _named("title", place.titles, place.role)
        for line in place.lines:
            yield from _named("member" if line.members else "label", line.labels, line.concept or "")
            yield from (("label", phrase, name) for phrase, name in line.within.items())
        for column in place.columns:
            yield from _named("label", column.labels, column.concept or "")


def _others(taxonomy: Taxonomy) -> Iterator[tuple[Kind, str, str]]:
    """What the language and the taxonomy name beside places."""
    for language in LANGUAGES:
        yield from _named("neutral", language.words.get("neutral", ()), "")
    for concept in taxonomy.concepts.values():
        yield from _named("label", concept.labels.values(), concept.name)
    for phrase in taxonomy.prose.phrases:
        yield from _named("label", phrase.printed, phrase.concept)
        yield from _named("heading", phrase.under, phrase.concept)
    for note in taxonomy.prose.notes:
        yield from _named("heading", note.titles, note.concept)
    yield from _named("heading", taxonomy.prose.headings, "")
    yield from _named("issuer", (*taxonomy.entity.names, *taxonomy.entity.codes), "")
    yield from _named("company", taxonomy.entity.group, "")


def _named(kind: Kind, texts: Iterable[str], name: str) -> Iterator[tuple[Kind, str, str]]:
    return ((kind, text, name) for text in texts)
