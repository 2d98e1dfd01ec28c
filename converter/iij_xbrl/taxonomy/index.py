"""A compiled taxonomy at run time: what mapping, reporting, writing and showing need. All values are immutable.

`compiler.indexed` writes it as `index.json` beside the taxonomy package, `taxonomy.loaded` reads it from there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from iij_xbrl.relations.language import Relation
from iij_xbrl.taxonomy.roles import AxisRole

PeriodType = Literal["instant", "duration"]
Verb = Literal["same", "opposite", "magnitude", "minus-magnitude"]
Derivation = Literal["change-percent", "change-amount", "period-change", "percent-of-revenue", "percent-of-assets"]
Members = tuple[tuple[str, str], ...]
PlaceKind = Literal["document", "statement", "disclosure"]
RowsHold = Literal["lines", "periods", "nothing"]
PhraseUse = Literal["subject", "noun"]
WordsSay = Literal["period-start", "period-end", "fiscal-year", "fiscal-period", "rate-day"]


@dataclass(frozen=True, slots=True)
class ItemType:
    """A kind of figure. `unit` is a pattern such as `iso4217:{currency}/xbrli:shares`."""

    name: str
    unit: str

    @property
    def takes_currency(self) -> bool:
        """Whether a figure of this type needs a currency to have a unit."""
        return "{currency}" in self.unit


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of the taxonomy, by its local name. `derived_from` names the line whose change or share it is.

    `documentation` says what it is, by language; `references` where its meaning is laid down. `same_as` are elements of
    other taxonomies that mean the same, by the taxonomy's prefix, with 1, or -1 where their values have the other sign.
    `without_balance` says why an amount is neither debit nor credit.
    """

    name: str
    type: str
    period: PeriodType
    balance: Literal["debit", "credit"] | None
    labels: Mapping[str, str]
    derived_from: str | None = None
    derivation: Derivation | None = None
    documentation: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    references: tuple[str, ...] = ()
    same_as: Mapping[str, tuple[str, int]] = field(default_factory=lambda: MappingProxyType({}))
    without_balance: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a place, in printed order.

    `concept` is None for a heading (an abstract concept is not reported). `parent` is the position of the enclosing
    heading or total in `Place.lines`. `partition` is the position of the total that this line is a summand of. `within`
    names the concepts of figures that stand inside the row's label, by the phrase beside them. `standard` is the
    accounting standard of a line alone.
    """

    concept: str | None
    kind: Literal["line", "total", "heading"]
    parent: int | None
    partition: int | None
    labels: tuple[str, ...]
    verb: Verb = "same"
    weight: int = 1
    effect: bool = False
    instant: Literal["opening", "closing"] | None = None
    members: Members = ()
    derived: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    within: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    standard: str = ""


@dataclass(frozen=True, slots=True)
class ColumnMember:
    """A column of a place whose header names dimension members, or another concept, instead of a period."""

    labels: tuple[str, ...]
    members: Members
    concept: str | None
    skip: bool = False


@dataclass(frozen=True, slots=True)
class Calculation:
    """The sums of a place in one of its layouts: for each total its items, each with its weight (1 or -1)."""

    role: str
    sums: Mapping[str, tuple[tuple[str, int], ...]]

    @property
    def concepts(self) -> frozenset[str]:
        """All concepts that it adds up, and their totals."""
        return frozenset(self.sums) | {item for items in self.sums.values() for item, _ in items}


@dataclass(frozen=True, slots=True)
class Place:
    """A table that releases print: role, titles it is printed under, lines and, where it has them, columns.

    `rows` says what stands in the rows: the lines, with periods in the columns; periods, with the lines in the columns;
    or nothing, where a release tells the lines in sentences only. `titled_only` places are known by their titles alone;
    figures of `undated` ones that stand below no period are of the day of the latest balances. `source` is the file
    that declares it, below the taxonomy's `source/`; `calculations` are its sums, one set for each layout. `kind` says
    whether it is a statement. Documents under other accounting standards than its `standard` do not print it. `items`
    are the positions of the lines that a total sums up, by its own.
    """

    role: str
    titles: tuple[str, ...]
    lines: tuple[Line, ...]
    columns: tuple[ColumnMember, ...] = ()
    rows: RowsHold = "lines"
    titled_only: bool = False
    undated: bool = False
    source: str = ""
    calculations: tuple[Calculation, ...] = ()
    kind: PlaceKind = "disclosure"
    standard: str = ""
    items: Mapping[int, frozenset[int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: defaultdict[int, set[int]] = defaultdict(set)
        for at, line in enumerate(self.lines):
            if line.partition is not None:
                found[line.partition].add(at)
        object.__setattr__(self, "items", {total: frozenset(items) for total, items in found.items()})


@dataclass(frozen=True, slots=True)
class Phrase:
    """How sentences name a concept; `language.PhraseBody` says what each part means."""

    concept: str
    printed: tuple[str, ...]
    verb: Verb = "same"
    members: Members = ()
    after: str | None = None
    part_of: str | None = None
    use: PhraseUse = "subject"
    fiscal_year: bool = False
    year_end: bool = False
    under: tuple[str, ...] = ()
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What a release says about itself in words; `language.WordsBody` says what each part means."""

    concept: str
    printed: tuple[str, ...] = ()
    value: str = ""
    says: WordsSay | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A section that is reported as a text block, by the titles that it is printed under."""

    concept: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """How sentences of the issuer's releases name things; `language.ProseBody` says what each part means."""

    phrases: tuple[Phrase, ...] = ()
    topics: tuple[str, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    words: tuple[Words, ...] = ()
    notes: tuple[Note, ...] = ()
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """The issuer: what a report needs and what reading its periods needs.

    `names` are all by which releases call it, `codes` those of exchanges and registers.
    `group` are the names of companies that it consolidates or has a share in.
    """

    name: str
    scheme: str
    identifier: str
    currency: str
    fiscal_year_start: tuple[int, int]
    ads_ratios: tuple[tuple[str, int], ...]
    names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    named_by_end: bool = False
    group: tuple[str, ...] = ()

    @property
    def fiscal_year(self) -> tuple[int, int, bool]:
        """The month and day on which a fiscal year starts, and whether the year in which it ends names it."""
        return *self.fiscal_year_start, self.named_by_end


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Taxonomy:
    """A compiled taxonomy as the converter sees it. `derived` names the concept of a change or share of another.

    `names` are the labels of axes and members, by language.

    A taxonomy is equal to itself alone, so that what is made of one (its words, its phrases) is made once.
    """

    prefix: str
    namespace: str
    schema_ref: str
    entity: Entity
    types: Mapping[str, ItemType]
    concepts: Mapping[str, Concept]
    places: tuple[Place, ...]
    default_members: Mapping[str, str]
    version: str
    folder: Path
    relations: tuple[Relation, ...] = ()
    prose: Prose = Prose()
    members: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    title: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sign_policy: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    axis_roles: Mapping[AxisRole, str] = field(default_factory=lambda: MappingProxyType({}))
    member_roles: Mapping[str, Members] = field(default_factory=lambda: MappingProxyType({}))
    names: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))

    derived: Mapping[tuple[str, str], str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found = {
            (concept.derived_from, concept.derivation): concept.name
            for concept in self.concepts.values()
            if concept.derived_from and concept.derivation
        }
        object.__setattr__(self, "derived", MappingProxyType(found))

    def __repr__(self) -> str:
        return f"<Taxonomy {self.prefix} {self.version} of {self.entity.name}: {len(self.concepts):,} concepts>"

    def has_role(self, members: Members, role: AxisRole) -> bool:
        """Whether members are on the axis of a role: whether they speak of a forecast, for instance."""
        axis = self.axis_roles.get(role)
        return any(name == axis for name, _ in members)

    @property
    def entry_point(self) -> str:
        """The file name of the schema that reports refer to, in the taxonomy package."""
        return self.schema_ref.rpartition("/")[2]

    def calculation_ref(self, role: str) -> str:
        """The URL of the schema that adds a calculation to the core."""
        return f"{self.schema_ref.removesuffix('.xsd')}-calculation-{role}.xsd"
