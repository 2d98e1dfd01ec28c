"""The subjects of Japanese sentences: the names that a taxonomy has for its concepts, as sentences say them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.labels import key
from iij_xbrl.map.scopes.words.japanese_names import names_of, with_losses
from iij_xbrl.taxonomy.index import Phrase, Taxonomy

_AND, _AMONG, _OF_WHICH, _BALANCE, _IN_OR_OUT, _GAIN_OR_LOSS, _EITHER_WAY = (
    JAPANESE.patterns[f"sentences.{name}"]
    for name in ("and", "among", "of_which", "balance", "in_or_out", "gain_or_loss", "either_way")
)
_JOINT = re.compile(rf"{_AND.pattern}$", re.VERBOSE)
_OF = re.compile("|".join(JAPANESE.words["of"][:1]))
_LONGEST = 60  # characters of a subject


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: where it stands, what it names; `signed` finds the word behind its amounts that says their sign."""

    start: int
    end: int
    phrases: tuple[Phrase, ...]
    signed: re.Pattern[str] | None = None
    is_balance: bool = False

    def is_same(self, other: Subject) -> bool:
        """Whether it names what another subject does, be it a gain of one and a loss of the other."""
        return {phrase.concept for phrase in self.phrases} == {phrase.concept for phrase in other.phrases}

    def of_results(self) -> Subject:
        """The subject, with a word behind its amounts that may say that they are a gain or a loss."""
        return replace(self, signed=self.signed or _GAIN_OR_LOSS)


class Subjects:
    """The subjects that a taxonomy names in Japanese."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._phrases = with_losses(names_of(taxonomy))
        self._balances = frozenset(name for name, concept in taxonomy.concepts.items() if concept.period == "instant")
        self._flows = frozenset(name for name, concept in taxonomy.concepts.items() if concept.without_balance)
        self._by_key = {key(name): phrases for name, phrases in self._phrases.items()}
        self._totals = _totals(taxonomy)

    def named(self, name: str) -> tuple[Phrase, ...]:
        """What a whole name may stand for."""
        return self._by_key.get(key(name), ())

    def is_within(self, part: Subject, whole: Subject) -> bool:
        """Whether a subject is the same as another one, or is summed up in it."""
        wholes = {phrase.concept for phrase in whole.phrases}
        return all({phrase.concept, *self._totals.get(phrase.concept, ())} & wholes for phrase in part.phrases)

    def are_parts(self, subjects: Sequence[Subject], whole: Sequence[Subject]) -> bool:
        """Whether subjects are the same as a whole, if it is one, or are summed up in it."""
        return len(whole) == 1 and all(self.is_within(subject, whole[0]) for subject in subjects)

    def before(self, text: str, floor: int, end: int) -> list[Subject]:
        """The subjects that end right at a position of a text in narrow forms, from left to right."""
        found: list[Subject] = []
        while True:
            one = self._ending_at(text, floor, end)
            if one is None:
                return []
            found.insert(0, one)
            joint = _JOINT.search(text, floor, one.start)
            if joint is None or self._ending_at(text, floor, joint.start()) is None:
                return found
            end = joint.start()

    def starting(self, text: str, start: int) -> Subject | None:
        """The longest subject that starts right at a position."""
        ends = (end for end in range(min(len(text), start + _LONGEST), start, -1) if text[start:end] in self._phrases)
        end = next(ends, None)
        return None if end is None else self._subject(text, start, end)

    def behind(self, text: str, at: int, subject: Subject | None = None) -> Subject | None:
        """The subject behind an amount that says what it is of, the same as one named in front if there is one."""
        joint = _OF.match(text, at)
        named = self.starting(text, joint.end()) if joint else None
        return named if named and (subject is None or named.is_same(subject)) else None

    def frame(self, text: str, start: int, subjects: Sequence[Subject], end: int, whole: Sequence[Subject]) -> str:
        """What stands in front of subjects, without a whole of which they are parts: one named, or that said before."""
        of_which = _OF_WHICH.match(text[start:end])
        if of_which and self.are_parts(subjects, whole):
            return text[start + of_which.end() : end]
        return self._without_whole(text, start, end)

    def _without_whole(self, text: str, start: int, end: int) -> str:
        among = _AMONG.search(text, start, end)
        whole = self._ending_at(text, start, among.start()) if among else None
        return text[start : whole.start if whole else end]

    def _ending_at(self, text: str, floor: int, end: int) -> Subject | None:
        starts = (start for start in range(max(floor, end - _LONGEST), end) if text[start:end] in self._phrases)
        start = next(starts, None)
        if start is not None:
            return self._subject(text, start, end)
        balance = _BALANCE.search(text, max(floor, end - _LONGEST), end)
        whole = self._ending_at(text, floor, balance.start()) if balance else None
        return Subject(whole.start, end, whole.phrases, None, True) if whole and whole.is_balance else None

    def _subject(self, text: str, start: int, end: int) -> Subject:
        phrases = self._phrases[text[start:end]]
        signed = _GAIN_OR_LOSS if _EITHER_WAY.search(text[start:end]) else None
        if all(phrase.concept in self._flows for phrase in phrases):
            signed = _IN_OR_OUT
        is_balance = all(phrase.concept in self._balances for phrase in phrases)
        return Subject(start, end, phrases, signed, is_balance)


def _totals(taxonomy: Taxonomy) -> Mapping[str, Set[str]]:
    """The totals that each concept is summed up in, at once or at last."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    for place in taxonomy.places:
        for calculation in place.calculations:
            for total, items in calculation.sums.items():
                for item, _ in items:
                    above[item].add(total)
    found: dict[str, Set[str]] = {}
    for concept, totals in above.items():
        ends = set(totals)
        open_ends = list(totals)
        while open_ends:
            more = above.get(open_ends.pop(), set()) - ends
            ends |= more
            open_ends += more
        found[concept] = ends
    return found
