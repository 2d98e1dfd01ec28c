"""The Japanese names that a taxonomy has for its concepts, and the parts of the issuer that titles name by them.

Below the title of a part, `ATM運営事業`, a measure such as `営業利益` may be that of the part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.scopes.words.japanese_directions import Directions
from iij_xbrl.taxonomy.index import Phrase, Taxonomy

_TOTAL = JAPANESE.patterns["sentences.total"]
_LEAD = JAPANESE.patterns["labels.lead"]
_NOTHING_ALONE = frozenset(JAPANESE.words["nothing_alone"])
_OF = JAPANESE.words["of"]
_GAIN, _LOSS, _EITHER = JAPANESE.words["gain_loss_either"]
_SHORTEST = 3  # characters of a measure: `計` says nothing


class Parts:
    """The parts that a taxonomy's Japanese names tell apart, and the measures that are told of them."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        names = with_losses(names_of(taxonomy))
        self._measures = _measures(names)
        self._parts = _parts(names, self._measures) | _members(taxonomy)

    def over(self, name: str, titles: Sequence[str]) -> str:
        """The nearest title if it is that of a part that a name such as `営業利益` may be told of; else empty.

        A title that names a measure itself is one of what stands above it: `売上原価` below `ネットワークサービス`.
        """
        for title in reversed(titles):
            plain = _plain(title)
            if plain in self._parts:
                return title if self._may_be_of(name, plain) else ""
            if plain not in self._measures or plain != "".join(narrow(title).split()):
                return ""
        return ""

    def above(self, name: str, headings: Sequence[str]) -> str:
        """The heading of such a part among all that a table stands below."""
        return next((title for title in headings if self._may_be_of(name, _plain(title), known=self._parts)), "")

    def _may_be_of(self, name: str, part: str, known: Collection[str] = ()) -> bool:
        said = "".join(narrow(name).split())
        return (not known or part in known) and said in self._measures and part not in said


@lru_cache(maxsize=4)
def parts_of(taxonomy: Taxonomy) -> Parts:
    """The parts of a taxonomy, found once."""
    return Parts(taxonomy)


@lru_cache(maxsize=4)
def names_of(taxonomy: Taxonomy) -> Mapping[str, tuple[Phrase, ...]]:
    """The Japanese names of concepts in narrow forms, each with what it may stand for."""
    found: dict[str, set[str]] = {}
    wholes = _names_without_day(taxonomy)
    effects: dict[str, set[str]] = {}  # what adjusts a cash flow has the name of what it adjusts
    for place in taxonomy.places:
        for line in place.lines:
            if line.concept and not line.members and line.instant != "opening":
                whole = wholes.get(line.concept, frozenset()) if line.instant else frozenset()
                for label in line.labels:
                    is_of_it = not line.instant or any(name in label for name in whole)
                    if JAPANESE.script.search(label) and is_of_it:
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
    directions = Directions(taxonomy)
    phrases = {
        label: tuple(
            Phrase(name, (label,), verb) for name in sorted(names) if (verb := directions.verb(label, name)) is not None
        )
        for label, names in spoken.items()
        if label not in _NOTHING_ALONE
    }
    return {label: known for label, known in phrases.items() if known}


def with_losses(names: Mapping[str, tuple[Phrase, ...]]) -> Mapping[str, tuple[Phrase, ...]]:
    """The names of gains with those of losses: `営業損失` is a negative `営業利益`, and `営業損益` may be either."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for name, phrases in names.items():
        stem = name.removesuffix(_GAIN)
        if stem != name and all(phrase.verb in (None, "same") for phrase in phrases):
            found[stem + _LOSS] = tuple(replace(phrase, verb="opposite") for phrase in phrases)
            found[stem + _EITHER] = phrases
    return found | dict(names)


def _names_without_day(taxonomy: Taxonomy) -> Mapping[str, Set[str]]:
    """What each concept is called where no line says of which day it is told: `期末残高` is a name of no concept."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in taxonomy.places:
        for line in place.lines:
            if line.concept and not line.instant:
                found[line.concept].update(label for label in line.labels if JAPANESE.script.search(label))
    return found


def _spoken(label: str) -> Iterator[str]:
    """A name as sentences have it: `純利益` is that of a quarter or a year, a total has its name without `合計`.

    What is measured of a part may follow it with `の` or `による`: `システム構築の売上高`.
    """
    forms = [label]
    part = _TOTAL.sub("", label)
    if part != label and part and part not in JAPANESE.words["neutral"]:
        forms.append(part)
    for short, long in JAPANESE.names("spoken_in_sentences").items():
        if short in label and long not in label:
            forms += [label.replace(short, form) for form in long.split(" ")]
    yield from forms
    for form in forms:
        measure = next((word for word in JAPANESE.words["measured"] if form.endswith(word) and form != word), "")
        named = form.removesuffix(measure)
        if measure and not named.endswith(_OF):
            yield from (f"{named}{of}{measure}" for of in _OF)


def _plain(title: str) -> str:
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
    return frozenset(heads) - frozenset(JAPANESE.words["neutral"]) - frozenset(JAPANESE.words["measured"])


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
