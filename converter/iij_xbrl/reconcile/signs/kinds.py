"""Signs that may be a convention of the table: of which kinds figures are, and what the other rows tell of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from iij_xbrl.facts import Occurrence
from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.tables.readings import MappedTable, Reading
from iij_xbrl.relations.index import relations_with
from iij_xbrl.taxonomy.index import Concept, Taxonomy

Kind = Literal["cost", "receipt", "outflow", "turned flow", "decrease", "elimination", "direction", "bracketed"]
_OUTFLOW = ENGLISH.patterns["labels.out_said"]
_PAID = ENGLISH.patterns["labels.outflow"]
_INFLOW = ENGLISH.patterns["labels.in_said"]
_PROCEEDS = ENGLISH.patterns["labels.inflow"]
_DECREASE = ENGLISH.patterns["labels.decrease_said"]
_EITHER = ENGLISH.patterns["labels.in_or_out"]
_RECEIPT = ENGLISH.patterns["labels.receipt"]
_SIGNED = ENGLISH.patterns["labels.either_way"]
_IN_BRACKETS = re.compile(r"[(（]\s*\d")
_SEVERAL = 2  # rows


def doubt_of_kind(fact: Occurrence, taxonomy: Taxonomy) -> Kind | None:
    """What may be a convention: a cost or revenues below zero, an outflow above, an elimination without a sign."""
    concept = taxonomy.concepts[fact.point.concept]
    if concept.derived_from or concept.period == "instant":
        return None
    if fact.value != fact.printed:
        return "elimination" if fact.value < 0 < fact.printed and fact.point.dimensions else None
    if fact.value < 0:
        return _below_zero(fact, concept)
    if not fact.value:
        return None
    is_paid, is_out = _out_said(fact.label)
    if is_paid and _is_outflow(concept, taxonomy):
        return "outflow"
    if not is_out or not _EITHER.search(concept.labels.get("en", "")):
        return None
    return "decrease" if _DECREASE.search(fact.label) else "outflow"


@lru_cache(maxsize=1024)  # a label has several figures
def _out_said(label: str) -> tuple[bool, bool]:
    """Whether a label is of what is paid, and whether its words say an outflow and no inflow."""
    return bool(_PAID.search(label)), bool(_OUTFLOW.search(label)) and not _INFLOW.search(label)


def _below_zero(fact: Occurrence, concept: Concept) -> Kind | None:
    if _is_cost(concept) and not _SIGNED.search(fact.label):
        return "cost"
    return "receipt" if not fact.point.dimensions and _is_receipt(concept) else None


def _is_outflow(concept: Concept, taxonomy: Taxonomy) -> bool:
    """Whether what is paid reduces a total of cash flows, `Net cash provided by (used in) investing activities`."""
    relations = relations_with((concept.name,), taxonomy)
    totals = (item.target for item in relations if any(term.concept == concept.name for term in item.terms[1:]))
    named = (taxonomy.concepts[total.concept].labels.get("en", "") for total in totals)
    return any(_EITHER.search(label) or _OUTFLOW.search(label) or _INFLOW.search(label) for label in named)


def _is_cost(concept: Concept) -> bool:
    return concept.balance == "debit" and not _SIGNED.search(concept.labels.get("en", ""))


def _is_receipt(concept: Concept) -> bool:
    label = concept.labels.get("en", "")
    return concept.balance == "credit" and bool(_RECEIPT.search(label)) and not _SIGNED.search(label)


def told_by_rows(table: MappedTable, at: int, kind: Kind, taxonomy: Taxonomy) -> str:
    """What the other rows tell of a figure: `turned` where all of its kind are printed as it is.

    Of an outflow tell the rows that are added up where outflows are.
    """
    fact = table.readings[at].fact
    assert fact is not None
    facts = {item.row: item.fact for item in table.readings if item.fact and item.fact.value}
    if kind == "cost":
        costs = {row: cost for row, cost in facts.items() if _is_cost(taxonomy.concepts[cost.point.concept])}
        values = [item.fact for item in table.readings if item.fact and item.row in costs]
        is_told = len(costs) >= _SEVERAL and all(
            doubt_of_kind(cost, taxonomy) == "cost" for cost in values if cost.value
        )
        return "turned" if is_told else ""
    if kind == "turned flow":
        return "turned" if all(flow_said(item.label) for item in (*facts.values(), fact)) else ""
    if kind == "outflow":
        groups = {group_of(item) for item in table.readings if item.fact and doubt_of_kind(item.fact, taxonomy) == kind}
        losses = (item for item in table.readings if item.figure.value < 0)
        return "" if any(item.match.line is None or group_of(item) in groups for item in losses) else "turned"
    return ""


def group_of(reading: Reading) -> tuple[int, int | None]:
    """The total of a place that a row is, or is an item of: the flows of investing, those of financing."""
    match = reading.match
    line = match.found
    return id(match.place), match.line if line.kind == "total" else line.partition


def turns_flows(table: MappedTable, taxonomy: Taxonomy) -> bool:
    """Whether a table prints all outflows without parentheses, and all inflows in them."""
    facts = [fact for item in table.readings if (fact := item.fact) and fact.value and is_flow(fact)]
    told = {(way, fact.value > 0) for fact in facts if (way := flow_said(fact.label))}
    is_of_flows = any(doubt_of_kind(fact, taxonomy) == "outflow" for fact in facts)
    return is_of_flows and told == {(-1, True), (1, False)}


def bracketed(table: MappedTable, taxonomy: Taxonomy) -> Iterator[int]:
    """The changes, by their position, in columns of which every figure stands in parentheses without a sign.

    Such parentheses may set the changes apart, and say nothing of their signs.
    """
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for at, item in enumerate(table.readings):
        if not item.figure.dash:
            columns[item.column].append(at)
    for places in columns.values():
        found = [table.readings[at] for at in places]
        if len(found) >= _SEVERAL and all(_IN_BRACKETS.match(item.figure.text) for item in found):
            yield from (at for at in places if _is_change(table.readings[at].fact, taxonomy))


def _is_change(fact: Occurrence | None, taxonomy: Taxonomy) -> bool:
    return fact is not None and taxonomy.concepts[fact.point.concept].derivation == "change-percent"


def is_flow(fact: Occurrence) -> bool:
    """Whether it is of a time, and not of a day."""
    return not fact.point.period.is_instant


@lru_cache(maxsize=1024)  # as above
def flow_said(label: str) -> int:
    """1 for an inflow, -1 for an outflow, by the words of the label; 0 where it says neither or both."""
    is_in = bool(_PROCEEDS.search(label) or _INFLOW.search(label))
    is_out = bool(_PAID.search(label) or _OUTFLOW.search(label))
    return 0 if is_in == is_out else 1 if is_in else -1
