"""Which relations of a taxonomy concepts take part in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from iij_xbrl.relations.language import Relation
from iij_xbrl.taxonomy.index import Taxonomy


def relations_with(concepts: Iterable[str], taxonomy: Taxonomy) -> list[Relation]:
    """The relations with any of some concepts (local names) among their terms, in the order of the taxonomy."""
    by_concept = _positions(taxonomy)
    positions = {position for concept in concepts for position in by_concept.get(concept, ())}
    return [taxonomy.relations[position] for position in sorted(positions)]


@lru_cache(maxsize=4)
def _positions(taxonomy: Taxonomy) -> Mapping[str, tuple[int, ...]]:
    """The positions of relations among those of the taxonomy, by the concepts of their terms; made once."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, relation in enumerate(taxonomy.relations):
        for concept in {term.concept for term in relation.terms}:
            found[concept].append(position)
    return {concept: tuple(positions) for concept, positions in found.items()}
