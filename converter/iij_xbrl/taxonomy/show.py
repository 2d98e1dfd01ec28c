"""A concept of a compiled taxonomy as plain values: what it is, where it is printed, and in which sums it counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from iij_xbrl.errors import ResourceError
from iij_xbrl.taxonomy.index import Concept, Members, PeriodType, Place, Taxonomy, Verb
from iij_xbrl.taxonomy.loaded import load
from iij_xbrl.taxonomy.source.located import nearest


@dataclass(frozen=True, slots=True)
class Printed:
    """A row that prints a concept. `derivation` is set where the row prints it as a change or share of its figure."""

    role: str
    title: str
    labels: tuple[str, ...]
    verb: Verb
    members: Members
    instant: str | None
    derivation: str | None


@dataclass(frozen=True, slots=True)
class Summand:
    """A concept in a sum, with its weight (1 or -1; 1 for the total) and its dimension members."""

    concept: str
    weight: int
    members: Members


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of a place: the total, and its items in printed order."""

    role: str
    total: Summand
    items: tuple[Summand, ...]


@dataclass(frozen=True, slots=True)
class ConceptView:
    """Everything that a taxonomy says about a concept."""

    name: str
    qname: str
    type: str
    unit: str
    period: PeriodType
    balance: str | None
    labels: Mapping[str, str]
    documentation: Mapping[str, str]
    references: tuple[str, ...]
    without_balance: str
    derived_from: str | None
    derivation: str | None
    derived: tuple[str, ...]
    printed: tuple[Printed, ...]
    total_of: tuple[Sum, ...]
    summand_of: tuple[Sum, ...]


def show(folder: Path, name: str) -> ConceptView:
    """What the compiled taxonomy in `folder` says about a concept.

    Args:
        folder: a taxonomy folder with `index.json`.
        name: a local name, or one with the taxonomy's prefix.

    Raises:
        ResourceError: no compiled taxonomy, or no such concept; the message then names the nearest ones.
    """
    taxonomy = load(folder)
    found = view(taxonomy, name)
    if found is None:
        near = similar(taxonomy, name)
        hint = f"did you mean {' or '.join(near)}?" if near else "names are written like NetIncome"
        raise ResourceError(f"{name}: no such concept; {hint}")
    return found


def view(taxonomy: Taxonomy, name: str) -> ConceptView | None:
    """What a taxonomy says about a concept, or None for an unknown name (see `similar`)."""
    concept = taxonomy.concepts.get(name.removeprefix(f"{taxonomy.prefix}:"))
    if concept is None:
        return None
    return _view(taxonomy, concept, tuple(_sums(taxonomy)))


def views(taxonomy: Taxonomy) -> tuple[ConceptView, ...]:
    """What a taxonomy says about each of its concepts."""
    sums = tuple(_sums(taxonomy))
    return tuple(_view(taxonomy, concept, sums) for concept in taxonomy.concepts.values())


def _view(taxonomy: Taxonomy, concept: Concept, sums: tuple[Sum, ...]) -> ConceptView:
    return ConceptView(
        name=concept.name,
        qname=f"{taxonomy.prefix}:{concept.name}",
        type=concept.type,
        unit=taxonomy.types[concept.type].unit.format(currency=taxonomy.entity.currency),
        period=concept.period,
        balance=concept.balance,
        labels=concept.labels,
        documentation=concept.documentation,
        references=concept.references,
        without_balance=concept.without_balance,
        derived_from=concept.derived_from,
        derivation=concept.derivation,
        derived=tuple(sorted(item.name for item in taxonomy.concepts.values() if item.derived_from == concept.name)),
        printed=tuple(_printed(taxonomy, concept.name)),
        total_of=tuple(item for item in sums if item.total.concept == concept.name),
        summand_of=tuple(item for item in sums if any(part.concept == concept.name for part in item.items)),
    )


def similar(taxonomy: Taxonomy, text: str) -> tuple[str, ...]:
    """Names of concepts that `text` may mean: near in spelling, or whose label holds it; best first, at most five."""
    wanted = text.removeprefix(f"{taxonomy.prefix}:")
    near = nearest(wanted, list(taxonomy.concepts))
    folded = wanted.casefold()
    held = [
        concept.name
        for concept in taxonomy.concepts.values()
        if folded and any(folded in item.casefold() for item in (concept.name, *concept.labels.values()))
    ]
    return tuple(dict.fromkeys((*near, *sorted(held, key=lambda name: (len(name), name)))))[:5]


def _printed(taxonomy: Taxonomy, name: str) -> Iterator[Printed]:
    for place in taxonomy.places:
        for line in place.lines:
            derivation = next((key for key, derived in dict(line.derived).items() if derived == name), None)
            if line.concept == name or derivation is not None:
                verb: Verb = line.verb if derivation is None else "same"
                yield Printed(
                    place.role, place.titles[0], line.labels, verb, line.members, line.instant, derivation
                )  # fmt: skip
            for phrase, inside in line.within.items():
                if inside == name:
                    yield Printed(place.role, place.titles[0], (phrase,), "same", line.members, line.instant, None)
        for column in place.columns:
            if column.concept == name:
                yield Printed(place.role, place.titles[0], column.labels, "same", column.members, None, None)


def _sums(taxonomy: Taxonomy) -> Iterator[Sum]:
    for place in taxonomy.places:
        yield from _place_sums(place)


def _place_sums(place: Place) -> Iterator[Sum]:
    for position, total in enumerate(place.lines):
        items = [line for line in place.lines if line.partition == position]
        if items and total.concept is not None:
            parts = [Summand(line.concept, line.weight, line.members) for line in items if line.concept is not None]
            yield Sum(place.role, Summand(total.concept, 1, total.members), tuple(dict.fromkeys(parts)))
