"""Finds the phrases by which sentences name concepts: those of the taxonomy's prose, and unambiguous line labels.

A phrase is matched word by word, whatever its case, plural, dashes and articles. In a phrase `<figure>` stands for its
value, `<period>` for the time of it, and `<name>` for a period that is but a part of the name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from iij_xbrl.extract.times.periods import Calendar
from iij_xbrl.extract.tokens import Token, sentences
from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.labels import key
from iij_xbrl.taxonomy.index import Phrase, Taxonomy

_ARTICLES = frozenset(ENGLISH.words["articles"])
_HOLDER = re.compile(r"<(figure|period|name)>")
_HOLDERS = ("<figure>", "<period>", "<name>")
_LEAST_WORDS = 2
_SPEAKERS = ENGLISH.words["aiming"]
# With these words, a label may go either way.
_PREFIXES = ENGLISH.words["prefixes"]
(_POSSESSIVE,) = ENGLISH.words["possessive"]
_TURNING = frozenset(ENGLISH.words["turning"])


@dataclass(slots=True)
class _Node:
    steps: dict[str, _Node] = field(default_factory=dict)
    phrases: list[Phrase] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Named:
    """A phrase found in a sentence: what it may name, where it ends, and the figures and periods that it holds."""

    phrases: tuple[Phrase, ...]
    start: int
    end: int
    held: tuple[Token, ...] = ()


@lru_cache(maxsize=4)
def phrase_book_of(taxonomy: Taxonomy) -> PhraseBook:
    """The phrase book of a taxonomy, made once."""
    return PhraseBook(taxonomy)


class PhraseBook:
    """The phrases of a taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._spellings = {key(damaged): key(word) for damaged, word in taxonomy.prose.spellings.items()}
        self._spelt = lru_cache(maxsize=8192)(self._as_spelt)  # a page says the same words again and again
        self._calendar = Calendar(*taxonomy.entity.fiscal_year)
        self._root = _Node()
        self._topics = _Node()
        self.concepts = taxonomy.concepts
        self._known: set[str] = set()
        for phrase in (*taxonomy.prose.phrases, *_labels(taxonomy)):
            for text in phrase.printed:
                self._add(self._root, text, phrase)
        for topic in taxonomy.prose.topics:
            self._add(self._topics, topic, Phrase("", (topic,)))
        self._issuer = _Node()
        for name in (*taxonomy.entity.names, *_SPEAKERS):
            self._add(self._issuer, name, Phrase("", (name,)))

    def words(self, sentence: Sequence[Token]) -> tuple[Token, ...]:
        """The tokens of a sentence without articles."""
        return tuple(token for token in sentence if token.kind != "word" or token.text not in _ARTICLES)

    def knows(self, word: str) -> bool:
        """Whether a word is one of any phrase."""
        return key(word) in self._known

    def find(self, tokens: Sequence[Token], start: int) -> Named | None:
        """The longest phrase that starts at a token."""
        return self._walk(self._root, tokens, start, start, ())

    def topic(self, tokens: Sequence[Token], start: int) -> int | None:
        """Where a topic that starts at a token ends."""
        found = self._walk(self._topics, tokens, start, start, ())
        return found.end if found else None

    def issuer(self, tokens: Sequence[Token], start: int) -> int | None:
        """Where the issuer's name, or `we`, ends that starts at a token."""
        found = self._walk(self._issuer, tokens, start, start, ())
        return found.end if found else None

    def extended(self, head: Sequence[Token], tail: Sequence[Token]) -> Named | None:
        """The phrase that `tail` completes with as many first words of `head` as possible (order backlog for A | B)."""
        for cut in range(len(head) - 1, 0, -1):
            joined = (*head[:cut], *tail)
            found = self.find(joined, 0)
            if found and found.end == len(joined):
                return found
        return None

    def _add(self, root: _Node, text: str, phrase: Phrase) -> None:
        node = root
        for step in self._steps(text):
            self._known.add(step)
            node = node.steps.setdefault(step, _Node())
        if phrase not in node.phrases:
            node.phrases.append(phrase)

    def _steps(self, text: str) -> Iterator[str]:
        marked = _HOLDER.sub(lambda match: f" holder{match.group(1)} ", text)
        for sentence in sentences(marked, self._calendar):
            for token in self.words(sentence):
                name = token.text.removeprefix("holder")
                yield f"<{name}>" if token.text.startswith("holder") else self._step(token)

    def _step(self, token: Token) -> str:
        if token.kind == "word":
            return self._spelt(token.text)
        return token.text or (str(token.figure.value) if token.figure else "")

    def _as_spelt(self, text: str) -> str:
        word, possessive, _ = _unprefixed(text).partition(_POSSESSIVE)
        word = key(word)
        return self._spellings.get(word, word) + possessive

    def _walk(
        self, node: _Node, tokens: Sequence[Token], start: int, position: int, held: tuple[Token, ...]
    ) -> Named | None:
        found = Named(tuple(node.phrases), start, position, held) if node.phrases else None
        if position >= len(tokens):
            return found
        token = tokens[position]
        following = node.steps.get(self._step(token))
        if following:
            found = self._walk(following, tokens, start, position + 1, held) or found
        for holder in _HOLDERS:
            following = node.steps.get(holder)
            if following and _fits(token, holder):
                kept = held if holder == "<name>" else (*held, token)
                longer = self._walk(following, tokens, start, position + 1, kept)
                found = longer if longer and (found is None or longer.end > found.end) else found
        return found


def _fits(token: Token, holder: str) -> bool:
    if holder == "<figure>":
        return token.is_figure
    return token.kind == "period"


def _unprefixed(word: str) -> str:
    """A word whose prefix has a hyphen as one without."""
    for prefix in _PREFIXES:
        word = word.replace(prefix, prefix.rstrip("-"))
    return word


def _labels(taxonomy: Taxonomy) -> Iterator[Phrase]:
    """Standard labels as phrases: of concepts whose sign a sentence cannot turn, and where the label is no other's.

    A monetary concept without balance is an effect on cash: `payments of JPY5 million` is negative there.
    """
    spoken = {key(text) for phrase in taxonomy.prose.phrases for text in phrase.printed}
    own = {key(concept.labels["en"]): concept for concept in taxonomy.concepts.values() if not concept.derived_from}
    placed: defaultdict[str, set[str | None]] = defaultdict(set)
    for place in taxonomy.places:
        for line in place.lines:
            for label in line.labels:
                placed[key(label)].add(line.concept)
    for name, concept in own.items():
        words = name.split()
        if not taxonomy.types[concept.type].unit:
            continue
        plain = concept.balance is not None or not taxonomy.types[concept.type].takes_currency
        if name in spoken or placed[name] != {concept.name} or len(words) < _LEAST_WORDS:
            continue
        if plain and not _TURNING.intersection(re.findall(r"[a-z]+", name)):
            yield Phrase(concept.name, (concept.labels["en"],))


def subjects_of(named: Named) -> tuple[Phrase, ...]:
    """What a phrase names as the subject of a statement."""
    return tuple(phrase for phrase in named.phrases if phrase.use == "subject" and phrase.part_of is None)
