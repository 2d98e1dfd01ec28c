"""The shapes of the taxonomy source: what may be written where. `files` reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from iij_xbrl.taxonomy.index import Derivation, PeriodType, PlaceKind, RowsHold, Verb
from iij_xbrl.taxonomy.roles import AxisRole, MemberRole
from iij_xbrl.taxonomy.source.texts import (
    Currency,
    Day,
    DayOfYear,
    Elements,
    LabelPattern,
    Name,
    OneOrMany,
    Paragraph,
    RelationPattern,
    Text,
    Texts,
    UnitPattern,
)

Balance = Literal["debit", "credit"]
RoleKind = Literal["document", "statement", "disclosure", "dimensions"]


class Strict(BaseModel):
    """A part of the source: immutable, no keys but the named ones."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True, populate_by_name=True)


class Labels(Strict):
    """A label in each language of the taxonomy."""

    en: Text
    ja: Text


class AdsRatio(Strict):
    """From this day on one share is `ratio` ADSs."""

    start: Annotated[Day, Field(alias="from")]
    ratio: Annotated[int, Field(ge=1)]


class Entity(Strict):
    """The issuer. `names` are those by which releases call it beside its `name`, former ones too; `codes` its codes.

    `group` names companies of its group, for whose figures no table or sentence stands unless a place says so.
    `ads_ratio_concept` is the concept that `ads_ratios` are values of; the compiled schema says them beside it.
    """

    name: Labels
    names: Texts = ()
    codes: Texts = ()
    group: Texts = ()
    scheme: Text
    identifier: Text
    currency: Currency
    fiscal_year_start: DayOfYear
    fiscal_year_named_by: Literal["start", "end"] = "start"
    ads_ratios: tuple[AdsRatio, ...] = ()
    ads_ratio_concept: str = ""


class ItemType(Strict):
    """An item type: one that exists (`base`), or one that our schema defines as a restriction of `base`."""

    base: Annotated[str, Field(pattern=r"^(xbrli|dtr-types):\w+$")]
    unit: UnitPattern = ""
    define: Annotated[str | None, Field(pattern=r"^[a-z]\w*ItemType$")] = None


class DerivationPattern(Strict):
    """`relation` says what it is, with `{derived}` for its own concept and `{name}` for the line's.

    `doc_en` and `doc_ja` document it, with `{en}` and `{ja}` for the line's labels.
    """

    name: Annotated[str, Field(pattern=r"^\w*\{name\}\w*$")]
    en: LabelPattern
    ja: LabelPattern
    type: str | None = None
    period: PeriodType | None = None
    relation: RelationPattern | None = None
    doc_en: LabelPattern | None = None
    doc_ja: LabelPattern | None = None


class ConceptRelation(Strict):
    """A relation for each concept of some types, with `{name}` for the concept."""

    types: Annotated[tuple[str, ...], Field(min_length=1)]
    relation: RelationPattern


class Publisher(Strict):
    """Who hands a taxonomy on."""

    name: Labels
    url: Text | None = None


class Licence(Strict):
    """On what terms a taxonomy may be used."""

    name: Text
    url: Text


class Settings(Strict):
    """`taxonomy.yaml`. Without a `publisher` it is the issuer's own. `date` is the day of its publication.

    `sign_policy` says in words what the signs of values mean.
    """

    prefix: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    owner: Annotated[str, Field(pattern=r"^https?://[^/]\S*[^/]$")]
    date: Day
    version: Annotated[str, Field(pattern=r"^\d[\w.-]*$")]
    title: Labels
    publisher: Publisher | None = None
    licence: Licence | None = None
    sign_policy: Labels | None = None
    languages: Labels
    entity: Entity
    types: Mapping[str, ItemType]
    derivations: Mapping[Derivation, DerivationPattern] = {}
    relations: tuple[ConceptRelation, ...] = ()


class Member(Strict):
    """A domain or a domain member; `role` is what the converter calls it."""

    en: Text
    ja: Text
    role: MemberRole | None = None


class AxisBody(Strict):
    """An axis as written under its name; `role` is what the converter calls it."""

    en: Text
    ja: Text
    role: AxisRole | None = None
    domain: Annotated[Mapping[Name, Member], Field(min_length=1, max_length=1)]
    members: Mapping[Name, Member] = {}
    default: Name | None = None


class Defaults(Strict):
    """What a place's lines take where they do not say it themselves."""

    type: str | None = None
    period: PeriodType | None = None
    balance: Balance | None = None
    without_balance: Text | None = None
    verb: Verb = "same"
    effect: bool = False
    derive: tuple[Derivation, ...] = ()


class Column(Strict):
    """A column whose header names members or another concept instead of a period; `skip` reads nothing from it."""

    printed: Texts
    printed_ja: Texts = ()
    members: Mapping[Name, Name] = {}
    concept: Name | None = None
    skip: bool = False


class HeadingRow(Strict):
    """The row without figures above a total's items. Only the first of the same name needs labels."""

    en: Text | None = None
    ja: Text | None = None
    printed: Texts = ()
    printed_ja: Texts = ()


class Attributes(Strict):
    """What is written on a line, apart from the lines below it.

    `same_as`, `narrower_than` and `wider_than` name elements of other taxonomies, by their prefixes;
    `balance_differs` says why theirs have another balance although their values are the line's, `without_balance` why a
    monetary concept has none. `standard` is that of a line alone, in a place that documents under all of them print.
    """

    en: Text | None = None
    ja: Text | None = None
    terse_en: Text | None = None
    terse_ja: Text | None = None
    same_as: Elements = {}
    narrower_than: Elements = {}
    wider_than: Elements = {}
    balance_differs: Text | None = None
    printed: Texts = ()
    printed_ja: Texts = ()
    type: str | None = None
    period: PeriodType | None = None
    balance: Balance | None = None
    without_balance: Text | None = None
    verb: Verb | None = None
    weight: Literal[1, -1] = 1
    effect: bool | None = None
    instant: Literal["opening", "closing"] | None = None
    members: Mapping[Name, Name] = {}
    within: Mapping[str, Name] = {}
    standard: str = ""
    derive: tuple[Derivation, ...] | None = None


class TotalAttributes(Attributes):
    """A total may have a heading row above its items, and may stand above them itself."""

    heading: HeadingRow | None = None
    first: bool = False


class HeadingAttributes(Strict):
    """A heading: a row without figures."""

    en: Text | None = None
    ja: Text | None = None
    printed: Texts = ()
    printed_ja: Texts = ()
    members: Mapping[Name, Name] = {}


class RelationBody(Strict):
    """A relation of a place: its text alone, or with how grave it is where it does not hold."""

    relation: Text
    severity: Literal["error", "warning"] = "error"


RelationLine = Annotated[
    RelationBody, BeforeValidator(lambda value: {"relation": value} if isinstance(value, str) else value)
]


class Layout(Strict):
    """A way in which some releases print a place: `without` names the lines of other layouts.

    The first layout of a place has no name of its own.
    """

    name: Annotated[str, Field(pattern=r"^([A-Z][A-Za-z0-9]*)?$")] = ""
    title: Labels | None = None
    without: Annotated[tuple[Name, ...], Field(min_length=1)]


class PlaceBody(Strict):
    """A place, apart from its lines.

    `titled_only` says that its lines mean this only below one of its titles; `undated` that it states standing data,
    whose day no header names: that of the latest balances counts. One of a `standard` is printed by documents under
    this accounting standard, as lexica call it: one that names others has none of its lines. `subtotals` are sums of
    lines that no partition says; with the partitions they are its calculations, in each of its `layouts`. `kind` stands
    in its role's definition.
    """

    role: Name
    kind: PlaceKind = "disclosure"
    title: Labels
    printed: Texts = ()
    printed_ja: Texts = ()
    defaults: Defaults = Defaults()
    columns: tuple[Column, ...] = ()
    rows: RowsHold = "lines"
    axes: tuple[Name, ...] = ()
    titled_only: bool = False
    undated: bool = False
    standard: str = ""
    relations: tuple[RelationLine, ...] = ()
    subtotals: tuple[Text, ...] = ()
    layouts: tuple[Layout, ...] = ()


class OtherTaxonomyBody(Strict):
    """A taxonomy that is not ours: what it is, where it is, and the elements of it that our lines name.

    An element is its item type, its period type and, where it has one, its balance: `monetary instant debit`.
    """

    name: Text
    publisher: Text
    date: Day
    namespace: Text
    location: Text
    elements: Annotated[
        Mapping[Name, Annotated[str, Field(pattern=r"^[A-Za-z]+ (instant|duration)( debit| credit)?$")]],
        Field(min_length=1),
    ]


class DocumentationBody(Strict):
    """What `documentation.yaml` says about a concept, a heading, an axis or a member, under its name.

    `asc` names paragraphs of the FASB Accounting Standards Codification as topic-subtopic-section-paragraph; `tse`
    sections of the Tokyo Stock Exchange's earnings-report form.
    """

    en: Text | None = None
    ja: Text | None = None
    asc: Annotated[tuple[Paragraph, ...], OneOrMany] = ()
    tse: Texts = ()
