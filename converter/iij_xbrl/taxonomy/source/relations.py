"""The relations of a taxonomy: those that places declare, and those that follow from what the source says anyway.

Partitions give sums, derivations give changes and shares, and a pattern for a type gives a relation for each of its
concepts; nobody writes these by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from iij_xbrl.relations.language import Expression, Kind, Relation, Severity, Sum, Term
from iij_xbrl.relations.parser import ConceptKind, RelationError, Vocabulary, parse
from iij_xbrl.taxonomy.index import Derivation
from iij_xbrl.taxonomy.source import files as src
from iij_xbrl.taxonomy.source.located import Mistakes, Where, suggest
from iij_xbrl.taxonomy.source.model import Axis, Concept, Place

_KINDS: Mapping[Derivation, Kind] = {
    "change-percent": "change",
    "change-amount": "change",
    "period-change": "change",
    "percent-of-revenue": "share",
    "percent-of-assets": "share",
}
_Same = tuple[Term, frozenset[tuple[int, Expression]] | Expression]


def relations_of(
    source: src.Source,
    concepts: Mapping[str, Concept],
    axes: Mapping[str, Axis],
    places: tuple[Place, ...],
    mistakes: Mistakes,
) -> tuple[Relation, ...]:
    """All relations, those of places first, in the order of the source; the same relation once.

    A mistake in a relation is noted where it stands.
    """
    builder = _Builder(source, concepts, axes, mistakes)
    ratio = source.settings.entity.ads_ratio_concept
    if ratio and ratio not in concepts:
        where = source.settings_node.at(["entity", "ads_ratio_concept"])
        mistakes.add(where, f"unknown concept {ratio}", suggest(ratio, list(concepts)))
    for place, written in zip(places, source.places, strict=True):
        builder.sums(place)
        builder.declared(written)
    for concept in concepts.values():
        builder.derived(concept)
    for number, _ in enumerate(source.settings.relations):
        builder.patterned(number)
    return tuple(builder.found.values())


def vocabulary_of(source: src.Source, concepts: Mapping[str, Concept], axes: Mapping[str, Axis]) -> Vocabulary:
    """What relations may name."""
    types = source.settings.types
    kinds = {name: ConceptKind(item.period, types[item.type].unit) for name, item in concepts.items()}
    members = {member: axis.name for axis in axes.values() for member in axis.members}
    has_ratio = source.settings.entity.ads_ratio_concept in kinds
    return Vocabulary(kinds, members, frozenset(("ads_ratio",) if has_ratio else ()))


class _Builder:
    def __init__(
        self, source: src.Source, concepts: Mapping[str, Concept], axes: Mapping[str, Axis], mistakes: Mistakes
    ) -> None:
        self.found: dict[_Same, Relation] = {}
        self._source = source
        self._concepts = concepts
        self._mistakes = mistakes
        self._ids: set[str] = set()
        self._vocabulary = vocabulary_of(source, concepts, axes)

    def sums(self, place: Place) -> None:
        """The partitions of a place. One over members needs all of them: it is no calculation arc."""
        totals: dict[str, list[tuple[int, Expression]]] = {}
        for arc in place.arcs:
            totals.setdefault(arc.total, []).append((arc.weight, self._term(arc.item, optional=True)))
        for total, parts in totals.items():
            self._add("sum", place.role, "error", self._term(total), Sum(tuple(parts)))
        for position, line in enumerate(place.lines):
            items = [item for item in place.lines if item.partition == position]
            if any(item.members != line.members for item in items):
                summands = tuple((item.weight, self._term(item.name, item.members)) for item in items)
                self._add("sum", place.role, "error", self._term(line.name, line.members), Sum(summands))

    def declared(self, place: src.Place) -> None:
        """The relations that a place writes out."""
        for number, body in enumerate(place.body.relations):
            where = place.node.at(["relations", number])
            self._parse("equation", place.body.role, body.severity, body.relation, where)

    def derived(self, concept: Concept) -> None:
        """What a change or a share is."""
        if concept.derivation is None or concept.derived_from is None:
            return
        pattern = self._source.settings.derivations[concept.derivation].relation
        if pattern is not None:
            where = self._source.settings_node.at(["derivations", concept.derivation, "relation"])
            text = pattern.replace("{derived}", concept.name).replace("{name}", concept.derived_from)
            self._parse(_KINDS[concept.derivation], "", "warning", text, where)

    def patterned(self, number: int) -> None:
        """A relation for each concept of the types that `relations` of the settings names."""
        body = self._source.settings.relations[number]
        where = self._source.settings_node.at(["relations", number])
        for kind in body.types:
            if kind not in self._source.settings.types:
                self._mistakes.add(where, f"unknown type {kind}", suggest(kind, list(self._source.settings.types)))
        for concept in self._concepts.values():
            if concept.type in body.types and concept.derivation is None:
                self._parse("translation", "", "warning", body.relation.replace("{name}", concept.name), where)

    def _term(self, name: str, members: tuple[tuple[str, str], ...] = (), *, optional: bool = False) -> Term:
        return Term(name, "", members, None, optional, self._vocabulary.concepts[name].unit)

    def _parse(self, kind: Kind, place: str, severity: Severity, text: str, where: Where) -> None:
        try:
            target, expression = parse(text, self._vocabulary)
        except RelationError as error:
            allowed = suggest(error.name, error.allowed) if error.name else f"{text[error.column :][:40]!r}"
            self._mistakes.add(where, f"relation '{' '.join(text.split())}': {error}", allowed)
            return
        first = self._add(kind, place, severity, target, expression)
        if first is not None and kind == "equation":
            text = f"relation {target} = {expression} is already declared as {first.id}"
            self._mistakes.add(where, text, "leave it out here")

    def _add(self, kind: Kind, place: str, severity: Severity, target: Term, expression: Expression) -> Relation | None:
        """Add a relation, or give the equal one that is there already."""
        parts = frozenset(expression.parts) if isinstance(expression, Sum) else expression
        known = self.found.get((target, parts))
        if known is None:
            relation = Relation(self._id(kind, place, target), kind, place, severity, target, expression)
            self.found[target, parts] = relation
        return known

    def _id(self, kind: Kind, place: str, target: Term) -> str:
        """A name that stays when other relations are added; counted only where two say the same."""
        words: Iterable[str] = (place, target.concept, *(member for _, member in target.members), target.time)
        if kind in ("change", "share"):
            words = (target.concept,)
        ending = kind if kind in ("sum", "translation") else ""
        return next(name for name in _numbered(".".join(filter(None, (*words, ending)))) if self._is_new(name))

    def _is_new(self, name: str) -> bool:
        is_new = name not in self._ids
        self._ids.add(name)
        return is_new


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}.{number}"
        number += 1
