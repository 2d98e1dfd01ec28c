"""A resolved taxonomy: concepts defined once, places as flat lists of lines, axes. What `compile` and `check` read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from iij_xbrl.relations.language import Relation
from iij_xbrl.taxonomy import index
from iij_xbrl.taxonomy.index import Derivation, PeriodType, Verb
from iij_xbrl.taxonomy.roles import CHANGE_BASIS, AxisRole, MemberRole
from iij_xbrl.taxonomy.source.language import Balance, OtherTaxonomyBody, Settings
from iij_xbrl.taxonomy.source.located import Where

LANGUAGES = ("en", "ja")
MappingRelation = Literal["same", "narrower", "wider"]
CHANGES: frozenset[str] = frozenset(("change-percent", "change-amount"))
"""Derivations whose facts carry a member of the axis of changes."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A concrete concept. `labels` and `terse` are by language; `without_balance` says why a monetary one has none."""

    name: str
    type: str
    period: PeriodType
    balance: Balance | None
    labels: Mapping[str, str]
    where: Where
    terse: Mapping[str, str]
    derived_from: str | None = None
    derivation: Derivation | None = None
    without_balance: str = ""


@dataclass(frozen=True, slots=True)
class Abstract:
    """A heading: an abstract concept."""

    name: str
    labels: Mapping[str, str]
    where: Where


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a meaning is laid down: as a person writes it, and as parts of the standard reference schema, in order."""

    text: str
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mapped:
    """How a concept relates to an element of another taxonomy.

    `prefix` is the taxonomy's. `relation` says what the concept is: the same, or narrower or wider than the element.
    Where `is_opposite`, the element's values have the other sign. `reason` says why the balances differ although the
    values do not.
    """

    concept: str
    prefix: str
    element: str
    relation: MappingRelation
    is_opposite: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a place in printed order; positions are those of `Place.lines`.

    `name` is the concept's, or the abstract's for a heading. `parent`: the enclosing heading or total, or the line that
    this one is an of-which line of. `partition`: the total that this line is a summand of.
    """

    name: str
    kind: Literal["line", "total", "heading"]
    parent: int | None
    partition: int | None
    labels: tuple[str, ...]
    verb: Verb
    weight: int
    effect: bool
    instant: Literal["opening", "closing"] | None
    members: index.Members
    derived: Mapping[str, str]
    where: Where
    terse: bool = False
    first: bool = False
    heading: int | None = None
    within: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    standard: str = ""

    @property
    def concept(self) -> str | None:
        """The concept reported by this row; None for a heading."""
        return None if self.kind == "heading" else self.name


@dataclass(frozen=True, slots=True)
class Column:
    """A column whose header names members, or another concept, instead of a period."""

    labels: tuple[str, ...]
    members: index.Members
    concept: str | None
    skip: bool


@dataclass(frozen=True, slots=True)
class Arc:
    """A summation: `item` counts with `weight` (1 or -1) in `total`."""

    total: str
    item: str
    weight: int


@dataclass(frozen=True, slots=True)
class Calculation:
    """The sums of a place in one of its layouts: a link role of their own, which a report may refer to."""

    role: str
    title: Mapping[str, str]
    arcs: tuple[Arc, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A table that releases print. `arcs` are its partitions, of all layouts."""

    role: str
    title: Mapping[str, str]
    titles: tuple[str, ...]
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    axes: tuple[str, ...]
    arcs: tuple[Arc, ...]
    where: Where
    rows: index.RowsHold = "lines"
    titled_only: bool = False
    undated: bool = False
    kind: index.PlaceKind = "disclosure"
    standard: str = ""
    calculations: tuple[Calculation, ...] = ()

    def cells(self, change_axis: str) -> Iterator[tuple[str, frozenset[str], Line]]:
        """Every kind of figure that the place can print: concept, axes on which it has a member, and its line.

        Derived concepts come right after the line whose change or share they are; changes have a member of
        `change_axis`.
        """
        for line in self.lines:
            if line.concept is None:
                continue
            own = frozenset(axis for axis, _ in line.members)
            for column in self.columns or (Column((), (), None, False),):
                if column.skip:
                    continue
                axes = own | {axis for axis, _ in column.members}
                yield column.concept or line.concept, axes, line
                if column.concept is None:
                    for name in line.within.values():
                        yield name, axes, line
                    for derivation, name in line.derived.items():
                        yield name, axes | {change_axis} if derivation in CHANGES else axes, line


@dataclass(frozen=True, slots=True)
class Axis:
    """A dimension with its explicit members; `default` is the member that is never written.

    `role` is what the converter calls it, if it does; `roles` are members by what it calls them.
    """

    name: str
    labels: Mapping[str, str]
    domain: str
    members: tuple[str, ...]
    default: str | None
    role: AxisRole | None = None
    roles: Mapping[MemberRole, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Model:
    """A whole resolved taxonomy.

    `member_labels` holds domains and members by name. `documentation`, by language, and `references` are by the name of
    what they are about: concepts, headings, axes, members. `mappings` are relations to elements of the `others`, which
    are by prefix.
    """

    settings: Settings
    concepts: Mapping[str, Concept]
    abstracts: Mapping[str, Abstract]
    axes: Mapping[str, Axis]
    member_labels: Mapping[str, Mapping[str, str]]
    places: tuple[Place, ...]
    relations: tuple[Relation, ...]
    prose: index.Prose = field(default_factory=index.Prose)
    documentation: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    references: Mapping[str, tuple[Reference, ...]] = field(default_factory=lambda: MappingProxyType({}))
    others: Mapping[str, OtherTaxonomyBody] = field(default_factory=lambda: MappingProxyType({}))
    mappings: tuple[Mapped, ...] = ()

    @property
    def namespace(self) -> str:
        """The target namespace."""
        return f"{self.settings.owner}/{self.settings.date}/{self.settings.prefix}"

    @property
    def change_axis(self) -> str:
        """The axis of what changes are measured against; empty where there is none."""
        return next((axis.name for axis in self.axes.values() if axis.role == CHANGE_BASIS), "")

    @property
    def entry_point(self) -> str:
        """The file name of the schema, which is the core entry point: no formulas."""
        return f"{self.settings.prefix}-{self.settings.date}.xsd"

    def entry_point_with(self, name: str) -> str:
        """The file name of a further entry point, such as `assertions`."""
        return f"{self.settings.prefix}-{self.settings.date}-{name}.xsd"

    def calculation_file(self, role: str, ending: str) -> str:
        """The file name of the linkbase (`.xml`) of a calculation, or of the schema (`.xsd`) that adds it."""
        return f"{self.settings.prefix}-{self.settings.date}-calculation-{role}{ending}"

    @property
    def schema_ref(self) -> str:
        """The absolute URL of the entry point."""
        return f"{self.settings.owner}/{self.settings.date}/{self.entry_point}"

    def role_uri(self, role: str) -> str:
        """The URI of an extended link role."""
        return f"{self.settings.owner}/role/{role}"
