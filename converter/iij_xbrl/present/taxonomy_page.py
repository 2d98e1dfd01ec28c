"""The documentation of a taxonomy as one page: searched with a script of its own, read without it, and no network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from iij_xbrl.relations.language import Relation, terms_of
from iij_xbrl.taxonomy.index import Place, Taxonomy, Verb
from iij_xbrl.taxonomy.show import ConceptView, views
from iij_xbrl.write.markup import environment

TEMPLATE = "taxonomy.html.j2"
VERBS: Mapping[Verb, str] = {
    "same": "as printed",
    "opposite": "the opposite of what is printed",
    "magnitude": "the size of what is printed, always positive",
    "minus-magnitude": "the size of what is printed, always negative",
}
"""What the sign of a value is, by how its line turns what the page prints."""
_ORDER = ("statement", "disclosure", "document")


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept on the page, and what it takes part in: the relations of equations and sums, then the others."""

    view: ConceptView
    equations: tuple[Relation, ...]
    others: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A place: the entries of the concepts that it is the first to print, and the names of those that others are."""

    place: Place
    entries: tuple[Entry, ...]
    elsewhere: tuple[str, ...]


def taxonomy_page(taxonomy: Taxonomy) -> str:
    """All concepts: labels, documentation, signs, places, relations, references.

    They stand below the place that prints them, statements first.
    """
    groups = tuple(_groups(taxonomy))
    used = {entry.view.name for group in groups for entry in group.entries}
    return (
        environment()
        .get_template(TEMPLATE)
        .render(taxonomy=taxonomy, groups=groups, verbs=VERBS, count=len(used), relations=len(taxonomy.relations))
    )


def _groups(taxonomy: Taxonomy) -> Iterator[Group]:
    """Every concept is printed somewhere: the style rules of a taxonomy ask for it."""
    all_views = {view.name: view for view in views(taxonomy)}
    equations, others = _relations(taxonomy.relations)
    seen: set[str] = set()
    for place in sorted(taxonomy.places, key=lambda place: _ORDER.index(place.kind)):
        names = tuple(dict.fromkeys(_printed_in(place)))
        own = [name for name in names if name not in seen]
        seen.update(own)
        entries = (Entry(all_views[name], tuple(equations[name]), tuple(others[name])) for name in own)
        yield Group(place, tuple(entries), tuple(name for name in names if name not in own))


def _printed_in(place: Place) -> Iterator[str]:
    """The concepts that a place prints, each before what is derived from it."""
    for line in place.lines:
        if line.concept is not None:
            yield line.concept
            yield from line.derived.values()
            yield from line.within.values()
    yield from (column.concept for column in place.columns if column.concept is not None)


def _relations(relations: Sequence[Relation]) -> tuple[Mapping[str, list[Relation]], Mapping[str, list[Relation]]]:
    """Relations by the concepts that they bind: equations and sums, and those that changes and translations are."""
    equations: dict[str, list[Relation]] = defaultdict(list)
    others: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        kept = equations if relation.kind in ("equation", "sum") else others
        bound = (relation.target.concept, *(term.concept for term in terms_of(relation.expression)))
        for name in dict.fromkeys(bound):
            kept[name].append(relation)
    return equations, others
