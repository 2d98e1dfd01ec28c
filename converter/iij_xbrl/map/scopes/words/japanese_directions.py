"""Which way the amounts of a Japanese name go: `投資活動に使用した現金は4,202百万円` is less than nothing.

A sentence tells sizes, and its subject says their sign: what is paid is no inflow, and what stands in parentheses in
the name of a concept, `利益（損失）`, is its opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.taxonomy.index import Concept, Line, Taxonomy, Verb

_IN, _OUT, _SPENT, _OPEN, _OPPOSITE = (
    JAPANESE.patterns[f"directions.{name}"] for name in ("inflow", "outflow", "spent", "open", "opposite")
)
_ASIDE = re.compile(r"\(([^()]*)\)")
_AS_SIZE: Verb = "minus-magnitude"


class Directions:
    """The directions of the names that a taxonomy has."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._concepts = taxonomy.concepts
        lines = [line for place in taxonomy.places for line in place.lines if line.concept]
        self._on_cash = _effects(lines, taxonomy)
        self._movements = _movements(taxonomy)
        self._verbs: dict[str, set[Verb]] = {}
        for line in lines:
            if line.concept and not line.members:
                self._verbs.setdefault(line.concept, set()).add(line.verb)

    def verb(self, name: str, concept: str) -> Verb | None:
        """How a size that a sentence tells of a name becomes the value of its concept; None where that is open."""
        found = self._concepts[concept]
        if found.without_balance and found.without_balance in self._on_cash:
            return _on_cash(name)
        if concept in self._movements:
            return None
        told = set(_OPPOSITE.findall(_ASIDE.sub("", name)))
        is_turned = bool(told & _asides(found)) or self._verbs.get(concept) == {_AS_SIZE}
        return "opposite" if is_turned else "same"


def _effects(lines: Iterable[Line], taxonomy: Taxonomy) -> frozenset[str]:
    """What a taxonomy says of concepts that are effects, as it says it of their totals."""
    totals = (
        taxonomy.concepts[line.concept] for line in lines if line.concept and line.kind == "total" and line.effect
    )
    return frozenset(concept.without_balance for concept in totals if concept.without_balance)


def _movements(taxonomy: Taxonomy) -> frozenset[str]:
    """What moves balances, and stands nowhere but in statements of them: its sign is the printed one."""
    with_columns, without = (
        {line.concept for place in taxonomy.places if bool(place.columns) == is_matrix for line in place.lines}
        for is_matrix in (True, False)
    )
    return frozenset(name for name in with_columns - without if name and taxonomy.concepts[name].period == "duration")


def _on_cash(name: str) -> Verb | None:
    if _IN.search(name):
        return "same"
    if _OUT.search(name) or _SPENT.search(name):
        return "opposite"
    return None if _OPEN.search(name) else "same"


def _asides(concept: Concept) -> set[str]:
    """The words that the name of a concept has in parentheses, and not outside of them."""
    name = narrow(concept.labels.get(JAPANESE.code, ""))
    within = {word for text in _ASIDE.findall(name) for word in _OPPOSITE.findall(text)}
    return within - set(_OPPOSITE.findall(_ASIDE.sub("", name)))
