"""Headlines that a conversion tore apart: a run of labels, then a run of values in the order of the labels.

Nothing beside a value tells whose it is. The tables of the document may: a value counts where they give it for one of
the labels only, and the labels so found stand in the order of the values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iij_xbrl.extract.passages import Passage
from iij_xbrl.extract.times.periods import Calendar
from iij_xbrl.extract.tokens import Token, sentences
from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.prose.claims import Claim
from iij_xbrl.map.prose.grammar.cursor import (
    BASES,
    DOWN,
    UP,
)
from iij_xbrl.map.prose.phrases import Named, PhraseBook
from iij_xbrl.taxonomy.index import Phrase

_VALUES = ENGLISH.patterns["passages.values_in_a_row"]
_LONGEST_LABELS = 160
_FEWEST = 2  # labels and values of a run


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of a run, and what it claims if it is that of a label, label by label."""

    passage: Passage
    claims: tuple[Claim, ...]


def runs(texts: Sequence[Passage], book: PhraseBook, calendar: Calendar) -> Iterator[tuple[Value, ...]]:
    """The runs of values whose labels stand in a run in front of them."""
    position = 0
    while position < len(texts):
        end = position
        while end < len(texts) and not texts[end].of_table and _VALUES.fullmatch(texts[end].text):
            end += 1
        if end == position:
            position += 1
            continue
        labels = _labels_before(texts, position, book, calendar)
        values = tuple(
            Value(passage, claims)
            for passage in texts[position:end]
            for claims in _values(passage, labels, book, calendar)
        )
        if len(labels) >= _FEWEST and len(values) >= _FEWEST:
            yield values
        position = end


def _labels_before(texts: Sequence[Passage], end: int, book: PhraseBook, calendar: Calendar) -> list[Named]:
    found: list[Named] = []
    for passage in reversed(texts[:end]):
        labels = _labels(passage, book, calendar)
        if not labels:
            break
        found[:0] = labels
    return found


def _labels(passage: Passage, book: PhraseBook, calendar: Calendar) -> list[Named]:
    """The phrases that make up a passage, and nothing but them."""
    if passage.of_table or len(passage.text) > _LONGEST_LABELS:
        return []
    found: list[Named] = []
    for sentence in sentences(passage.text, calendar):
        words, at = book.words(sentence), 0
        while at < len(words):
            named = book.find(words, at)
            plain = tuple(phrase for phrase in named.phrases if _is_plain(phrase)) if named else ()
            if named is None or named.held or not plain:
                return []
            found.append(Named(plain, named.start, named.end))
            at = named.end
    return found


def _is_plain(phrase: Phrase) -> bool:
    """Whether a phrase may be a label; what title it needs does not matter where a table must give the figure."""
    return phrase.use == "subject" and not (phrase.part_of or phrase.after)


def _values(
    passage: Passage, labels: Sequence[Named], book: PhraseBook, calendar: Calendar
) -> Iterator[tuple[Claim, ...]]:
    tokens = [token for sentence in sentences(passage.text, calendar) for token in book.words(sentence)]
    for at, token in enumerate(tokens):
        if token.kind == "amount":
            yield tuple(Claim(token, label, label.phrases, "value") for label in labels)
        elif token.kind == "percent":
            direction, basis = _direction(tokens, at), BASES.get(tokens[at + 1].text)
            if direction and basis:
                yield tuple(Claim(token, label, label.phrases, "change", direction, basis=basis) for label in labels)


def _direction(tokens: Sequence[Token], at: int) -> int:
    word = tokens[at - 1].text if at else ""
    return 1 if word in UP else -1 if word in DOWN else 0
