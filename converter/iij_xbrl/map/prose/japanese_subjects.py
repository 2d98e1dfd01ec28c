"""The subjects of Japanese sentences: the names that a taxonomy has for its concepts, as sentences say them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.labels import key
from iij_xbrl.taxonomy.index import Phrase, Taxonomy

_AND, _AMONG, _BALANCE, _IN_OR_OUT, _GAIN_OR_LOSS, _EITHER_WAY = (
    JAPANESE.patterns[f"sentences.{name}"]
    for name in ("and", "among", "balance", "in_or_out", "gain_or_loss", "either_way")
)
_JOINT = re.compile(rf"{_AND.pattern}$", re.VERBOSE)
_TOTAL = JAPANESE.patterns["sentences.total"]
_LEAD = JAPANESE.patterns["labels.lead"]
_NOTHING_ALONE = frozenset(JAPANESE.words["nothing_alone"])
_LONGEST, _SHORTEST = 60, 3  # characters of a subject, and of a measure: `計` says nothing


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: where it stands, what it names; `signed` finds the word behind its amounts that says their sign."""

    start: int
    end: int
    phrases: tuple[Phrase, ...]
    signed: re.Pattern[str] | None = None
    is_balance: bool = False


class Subjects:
    """The subjects that a taxonomy names in Japanese."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._phrases = _subjects(taxonomy)
        self._balances = frozenset(name for name, concept in taxonomy.concepts.items() if concept.period == "instant")
        self._flows = frozenset(name for name, concept in taxonomy.concepts.items() if concept.without_balance)
        self._by_key = {key(name): phrases for name, phrases in self._phrases.items()}
        self._measures = _measures(self._phrases)
        self._parts = _parts(self._phrases, self._measures) | _members(taxonomy)

    def named(self, name: str) -> tuple[Phrase, ...]:
        """What a whole name may stand for."""
        return self._by_key.get(key(name), ())

    def is_of_part(self, name: str, titles: Sequence[str]) -> bool:
        """Whether a name such as `営業利益` stands below the title of a part, `ATM運営事業`, and may be of the part.

        A title that names a measure itself is one of what stands above it: `売上原価` below `ネットワークサービス`.
        """
        for title in reversed(titles):
            plain = _title(title)
            if plain in self._parts:
                return name in self._measures and plain not in name
            if plain not in self._measures or plain != "".join(narrow(title).split()):
                return False
        return False

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

    def without_whole(self, text: str, start: int, end: int) -> str:
        """What stands in front of a subject, without the name of a whole of which it is a part."""
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


def _title(title: str) -> str:
    """A title without its number, brackets and spaces."""
    return "".join(_LEAD.sub("", narrow(title)).split()).strip("【】[]<>()《》〔〕")


def _measures(names: Mapping[str, Sequence[Phrase]]) -> frozenset[str]:
    """What other names end with, and so may be told of parts, in all words for it: `営業利益` of `連結営業利益`."""
    known = {*names, *JAPANESE.words["nothing_alone"]}
    ends = {name[at:] for name in names for at in range(1, len(name) - _SHORTEST + 1) if name[at:] in known}
    measured = {phrase.concept for name in ends for phrase in names.get(name, ())}
    same = {name for name, phrases in names.items() if any(phrase.concept in measured for phrase in phrases)}
    return frozenset(ends | same)


def _parts(names: Collection[str], measures: Collection[str]) -> frozenset[str]:
    """What names begin with that end with a measure: `ネットワークサービス` of `ネットワークサービス売上高`."""
    heads = (name[:at] for name in names for at in range(1, len(name)) if name[at:] in measures)
    return frozenset(heads) - frozenset(JAPANESE.words["neutral"])


def _members(taxonomy: Taxonomy) -> frozenset[str]:
    """The Japanese names of the members of dimensions, as titles have them."""
    return frozenset(
        "".join(narrow(label).split())
        for place in taxonomy.places
        for line in place.lines
        if line.members
        for label in line.labels
        if JAPANESE.script.search(label) and label not in JAPANESE.words["neutral"]
    )


def _subjects(taxonomy: Taxonomy) -> Mapping[str, tuple[Phrase, ...]]:
    """The Japanese names of concepts in narrow forms, each with what it may stand for."""
    found: dict[str, set[str]] = {}
    effects: dict[str, set[str]] = {}  # what adjusts a cash flow has the name of what it adjusts
    for place in taxonomy.places:
        for line in place.lines:
            if line.concept and not line.members:
                for label in line.labels:
                    if JAPANESE.script.search(label):
                        known = effects if taxonomy.concepts[line.concept].without_balance else found
                        known.setdefault(narrow(label), set()).add(line.concept)
    for name, concept in taxonomy.concepts.items():
        if not concept.derived_from and "ja" in concept.labels:
            found.setdefault(narrow(concept.labels["ja"]), set()).add(name)
    found = effects | found
    spoken: dict[str, set[str]] = {}
    for label, names in found.items():
        for form in _spoken(label):
            spoken.setdefault(form, set()).update(names)
    return {
        label: tuple(Phrase(name, (label,)) for name in sorted(names))
        for label, names in spoken.items()
        if label not in _NOTHING_ALONE
    }


def _spoken(label: str) -> Iterator[str]:
    """A name as sentences have it: `純利益` is that of a quarter or a year, a total has its name without `合計`."""
    yield label
    part = _TOTAL.sub("", label)
    if part != label and part and part not in JAPANESE.words["neutral"]:
        yield part
    for short, long in JAPANESE.names("spoken_in_sentences").items():
        if short in label and long not in label:
            for form in long.split(" "):
                yield label.replace(short, form)
