"""How two versions of a taxonomy differ: concepts, labels, places and relations that were added, removed or changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Literal

from iij_xbrl.taxonomy.index import Concept, Place, Taxonomy

Subject = Literal["concept", "label", "documentation", "reference", "member", "place", "relation", "calculation"]
Kind = Literal["added", "removed", "changed"]
_Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what it is about, by name, and what it was and is; empty where it was not, or is no more."""

    subject: Subject
    name: str
    before: str
    after: str

    @property
    def kind(self) -> Kind:
        """Whether it was added, removed or changed."""
        if self.before and self.after:
            return "changed"
        return "removed" if self.before else "added"


def changes(old: Taxonomy, new: Taxonomy) -> tuple[Change, ...]:
    """All differences between two versions, by subject, then by name."""
    before, after = dict(_described(old)), dict(_described(new))
    return tuple(
        Change(subject, name, values.get(name, ""), after[subject].get(name, ""))
        for subject, values in before.items()
        for name in sorted({*values, *after[subject]})
        if values.get(name, "") != after[subject].get(name, "")
    )


def _described(taxonomy: Taxonomy) -> Iterator[tuple[Subject, _Values]]:
    concepts = taxonomy.concepts.values()
    yield "concept", {item.name: _declaration(item) for item in concepts}
    yield "label", {f"{item.name} [{language}]": text for item in concepts for language, text in item.labels.items()}
    yield (
        "documentation",
        {f"{item.name} [{language}]": text for item in concepts for language, text in item.documentation.items()},
    )
    yield "reference", {item.name: "; ".join(item.references) for item in concepts}
    yield "member", {f"{axis}={member}": member for axis, members in taxonomy.members.items() for member in members}
    yield "place", dict(line for place in taxonomy.places for line in _lines(place))
    yield "relation", {item.id: f"{item} ({item.severity})" for item in taxonomy.relations}
    yield (
        "calculation",
        {
            f"{layout.role}: {total}": " ".join(f"{'+' if weight > 0 else '-'} {item}" for item, weight in items)
            for place in taxonomy.places
            for layout in place.calculations
            for total, items in layout.sums.items()
        },
    )


def _declaration(concept: Concept) -> str:
    said = {"type": concept.type, "period": concept.period, "balance": concept.balance}
    return ", ".join(f"{name} {value}" for name, value in said.items() if value)


def _lines(place: Place) -> Iterator[tuple[str, str]]:
    """The lines of a place: of each its printed labels, and what is not as it is by default."""
    yield place.role, "; ".join(place.titles) or place.role
    seen: dict[str, int] = {}
    for line in place.lines:
        if line.concept is None:
            continue
        seen[line.concept] = nth = seen.get(line.concept, 0) + 1
        shown = [f"{item.name} {getattr(line, item.name)}" for item in fields(line) if item.name in ("verb", "members")]
        yield f"{place.role}: {line.concept}{f' ({nth})' if nth > 1 else ''}", "; ".join((*line.labels, *shown))
