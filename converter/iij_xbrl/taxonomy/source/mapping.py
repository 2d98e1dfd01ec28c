"""How our concepts relate to elements of other taxonomies: said beside each line, and held against what these are.

An element counts only where `other-taxonomies.yaml` says what it is: its item type, period type and balance must agree
with the concept's. A concept without a balance is signed as an effect on cash, which is as a debit.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from iij_xbrl.taxonomy.source import files as src
from iij_xbrl.taxonomy.source.language import OtherTaxonomyBody
from iij_xbrl.taxonomy.source.located import Mistakes, suggest
from iij_xbrl.taxonomy.source.model import Concept, Mapped, MappingRelation, Model, Reference

_TOLD: Mapping[MappingRelation, str] = {"same": "", "narrower": "narrower than ", "wider": "wider than "}
_COLUMNS = (
    *("concept", "label_en", "label_ja", "relation", "element", "sign"),
    *("type", "period", "balance", "element_balance", "uri", "reason"),
)


def mappings_of(source: src.Source, concepts: Mapping[str, Concept], mistakes: Mistakes) -> tuple[Mapped, ...]:
    """The mappings of all lines, in the order of the source.

    Args:
        source: the source, with the other taxonomies.
        concepts: all concepts by name.
        mistakes: where unknown taxonomies and elements, and contradictions of type, period and balance are noted.
    """
    others = {other.prefix: other for other in source.others}
    types = {name: kind.base.partition(":")[2].removesuffix("ItemType") for name, kind in source.settings.types.items()}
    found: list[Mapped] = []
    for line in (line for place in source.places for line in src.walk(place.lines)):
        for item in _mapped(line):
            other, concept = others.get(item.prefix), concepts.get(item.concept)
            wrong, allowed = _unknown(item, line, others)
            if not wrong and other is not None and concept is not None:
                found.append(item)
                wrong = _contradiction(item, concept, types.get(concept.type, ""), other.body.elements[item.element])
                allowed = "a minus before the element turns its sign; 'balance_differs' says why balances differ"
            if wrong:
                mistakes.add(line.where, wrong, allowed)
    used = {(item.prefix, item.element) for item in found}
    for prefix, other in others.items():
        for element in other.body.elements:
            if (prefix, element) not in used and not mistakes.found:
                mistakes.add(other.node.at(["elements", element]), f"no line names {prefix}:{element}", "leave it out")
    return tuple(found)


def _mapped(line: src.Line) -> Iterator[Mapped]:
    """What a line says; a heading has nothing to say."""
    text = line.attributes
    for relation in get_args(MappingRelation):
        for prefix, elements in getattr(text, "same_as" if relation == "same" else f"{relation}_than").items():
            for element in elements:
                name = element.removeprefix("-")
                reason = text.balance_differs or ""
                yield Mapped(line.name, prefix, name, relation, element != name, reason)


def _unknown(item: Mapped, line: src.Line, others: Mapping[str, src.OtherTaxonomy]) -> tuple[str, str]:
    """What is not known of a mapping, and what is; nothing where all is."""
    if line.attributes.en is None:
        return f"{item.concept} is related to {item.prefix}:{item.element} here", "say so where it is defined"
    if item.prefix not in others:
        return f"unknown taxonomy {item.prefix}", suggest(item.prefix, list(others))
    elements = others[item.prefix].body.elements
    if item.element not in elements:
        wrong = f"{item.prefix}:{item.element} is not described in other-taxonomies.yaml"
        return wrong, suggest(item.element, list(elements))
    return "", ""


def _contradiction(item: Mapped, concept: Concept, base: str, described: str) -> str:
    kind, period, *rest = described.split()
    balance = rest[0] if rest else None
    pair = f"{item.concept} and {item.prefix}:{item.element}"
    if kind != base:
        return f"{pair} are of different types: {base} and {kind}"
    if period != concept.period:
        return f"{pair} are of different period types: {concept.period} and {period}"
    if balance is None or item.reason:
        return ""
    if ((concept.balance or "debit") == balance) == item.is_opposite:
        return f"{pair} do not agree in sign: {concept.balance or 'no balance'} and {balance}"
    return ""


def location(item: Mapped, other: OtherTaxonomyBody) -> str:
    """The address of an element: its schema, and its id there, which all these taxonomies make in the same way."""
    return f"{other.location}#{item.prefix}_{item.element}"


def element_reference(item: Mapped, other: OtherTaxonomyBody) -> Reference:
    """A mapping as a reference, with the address of the element."""
    sign = " with the opposite sign" if item.is_opposite else ""
    told = f"{_TOLD[item.relation]}{item.prefix}:{item.element}{sign}"
    parts = {"Publisher": other.publisher, "Name": other.name, "IssueDate": other.date, "Section": item.element}
    note = f"{_TOLD[item.relation].strip()}{sign}".strip()
    return Reference(told, parts | ({"Note": note} if note else {}) | {"URI": location(item, other)})


@dataclass(frozen=True, slots=True)
class MappingArc:
    """An arc between a concept and an element, by locators that are labelled with their names.

    `arcrole` is `wider-narrower`, or `essence-alias` for what is the same.
    """

    concept: str
    element: str
    location: str
    arcrole: Literal["wider-narrower", "essence-alias"]
    start: str
    end: str


def arcs_of(model: Model) -> tuple[MappingArc, ...]:
    """The mappings that arcs can tell.

    What is the same needs, besides its sign, one type on both sides (XBRL 2.1, 5.2.6.2.2): those of XBRL itself are one
    type, those that each taxonomy takes from a registry of its day are not.
    """
    return tuple(arc for item in model.mappings if (arc := _arc(item, model)) is not None)


def _arc(item: Mapped, model: Model) -> MappingArc | None:
    other, concept = model.others[item.prefix], model.concepts[item.concept]
    element, where = f"{item.prefix}_{item.element}", location(item, other)
    if item.relation == "narrower":
        return MappingArc(item.concept, element, where, "wider-narrower", element, item.concept)
    if item.relation == "wider":
        return MappingArc(item.concept, element, where, "wider-narrower", item.concept, element)
    kind, _, *balance = other.elements[item.element].split()
    is_one = f"xbrli:{kind}ItemType" == model.settings.types[concept.type].base
    if item.is_opposite or not is_one or (balance and concept.balance and balance != [concept.balance]):
        return None
    return MappingArc(item.concept, element, where, "essence-alias", element, item.concept)


def mapping_table(model: Model) -> bytes:
    """All mappings as CSV, one a row: `sign` is -1 where an element's values have the other sign."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(_COLUMNS)
    for item in model.mappings:
        concept, other = model.concepts[item.concept], model.others[item.prefix]
        balance = (*other.elements[item.element].split(), "")[2]
        rows.writerow(
            (
                *(f"{model.settings.prefix}:{item.concept}", concept.labels["en"], concept.labels["ja"]),
                *(item.relation, f"{item.prefix}:{item.element}", -1 if item.is_opposite else 1),
                *(concept.type, concept.period, concept.balance or "", balance),
                *(location(item, other), item.reason),
            )
        )
    return text.getvalue().encode("utf-8")
