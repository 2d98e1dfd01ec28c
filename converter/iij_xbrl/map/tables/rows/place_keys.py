"""The keys by which the lines of a place are found: of their labels, exactly, as effects, or with a letter misread."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.labels import effect_key, key, variants
from iij_xbrl.map.titles import title_keys
from iij_xbrl.taxonomy.index import Place, Taxonomy

_LONG_LABEL = 20
_TAIL = ENGLISH.patterns["labels.behind_figures"]
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class PlaceKeys:
    """A place with its lines by label key."""

    place: Place
    titles: frozenset[str]
    exact: Mapping[str, tuple[int, ...]]
    effects: Mapping[str, tuple[int, ...]]

    def prints_any(self, said: Set[str]) -> bool:
        """Whether one of some keys is a line's; the rows of a table need be looked at only where one is."""
        return not (self.exact.keys().isdisjoint(said) and self.effects.keys().isdisjoint(said))


@dataclass(frozen=True, slots=True)
class RowKeys:
    """The keys of a row label: of its readings, the fullest first, of what stands behind figures in it, of effects."""

    readings: tuple[str, ...]
    tail: str
    effect: str

    @staticmethod
    @lru_cache(maxsize=8192)
    def of(label: str) -> RowKeys:
        """Those of a label, made once for all places."""
        return RowKeys(tuple(map(key, variants(label))), key(_TAIL.split(label)[-1]), effect_key(label))


@lru_cache(maxsize=4)
def place_keys(taxonomy: Taxonomy) -> tuple[PlaceKeys, ...]:
    """The places of a taxonomy with the keys of all their labels, made once."""
    return tuple(_keys(place) for place in taxonomy.places)


def _keys(place: Place) -> PlaceKeys:
    exact: defaultdict[str, list[int]] = defaultdict(list)
    effects: defaultdict[str, list[int]] = defaultdict(list)
    for position, line in enumerate(place.lines):
        for label in dict.fromkeys(key(label) for label in line.labels):
            exact[label].append(position)
        if line.effect:
            for label in dict.fromkeys(effect_key(label) for label in line.labels):
                effects[label].append(position)
    return PlaceKeys(
        place,
        frozenset().union(*(title_keys(title) for title in place.titles)),
        {label: tuple(lines) for label, lines in exact.items()},
        {label: tuple(lines) for label, lines in effects.items()},
    )


def near_lines(wanted: str, keys: PlaceKeys) -> dict[int, str]:
    """The lines with a label that is near to one, each with that label."""
    if len(wanted) < _LONG_LABEL - 1:
        return {}
    alike = (known for known in keys.exact if abs(len(wanted) - len(known)) <= 1)
    return {line: known for known in alike if is_near(wanted, known) for line in keys.exact[known]}


def lines_beginning(wanted: str, keys: PlaceKeys) -> dict[int, str]:
    """The lines with a label that a long one begins, each with that label."""
    if len(wanted) < _LONG_LABEL:
        return {}
    return {line: known for known, lines in keys.exact.items() if known.startswith(wanted) for line in lines}


def is_near(left: str, right: str) -> bool:
    """Whether two long labels differ in one spot by a letter or two, as a conversion misreads them."""
    if abs(len(left) - len(right)) > 1:
        return False
    longest = max(len(left), len(right))
    if longest < _LONG_LABEL:
        return False
    if _DIGITS.findall(left) != _DIGITS.findall(right):
        return False
    prefix = _alike(left, right)
    suffix = _alike(left[prefix:][::-1], right[prefix:][::-1])
    return longest - prefix - suffix <= 1 + (longest >= 2 * _LONG_LABEL)


def _alike(left: str, right: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((count for count, (one, other) in pairs if one != other), min(len(left), len(right)))
