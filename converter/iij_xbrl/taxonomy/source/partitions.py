"""The sums of a place (Calculations 1.1, section 2): which arcs its partitions compile to, and what contradicts."""

from __future__ import annotations

from collections.abc import Mapping

from iij_xbrl.taxonomy.source.located import Mistakes, Where
from iij_xbrl.taxonomy.source.model import Arc, Concept, Line


def arcs_of(lines: tuple[Line, ...], concepts: Mapping[str, Concept], mistakes: Mistakes) -> tuple[Arc, ...]:
    """The arcs of a place, in printed order.

    A line that is printed at one of several positions counts once. Where a place shows a total with other items in
    other years, the partitions share items and their arcs are one sum: a report has the items of one of them, and an
    extended link for each would bind on the shared items alone. Partitions without a shared item are two breakdowns of
    one total, which in one place would be added up. A partition over members (segments) compiles to no arc: an arc sums
    facts of equal dimensions only.
    """
    sums: dict[str, tuple[dict[str, Arc], Line]] = {}
    for position, total in enumerate(lines):
        items = [line for line in lines if line.partition == position]
        for item in items:
            _check_item(total, item, concepts, mistakes)
        if not items or any(item.members != total.members for item in items):
            continue
        arcs, first = sums.setdefault(total.name, ({}, total))
        if arcs and not any(item.name in arcs for item in items):
            wrong = f"{total.name} has other items than at {first.where}, in one place"
            mistakes.add(total.where, wrong, "give a second breakdown of a total a place of its own")
        for item in items:
            arc = arcs.setdefault(item.name, Arc(total.name, item.name, item.weight))
            if arc.weight != item.weight:
                wrong = f"{item.name} counts with weights {arc.weight} and {item.weight} in {total.name}"
                mistakes.add(item.where, wrong, "allowed: one weight in one place")
    return tuple(arc for arcs, _ in sums.values() for arc in arcs.values())


def _check_item(total: Line, item: Line, concepts: Mapping[str, Concept], mistakes: Mistakes) -> None:
    whole, part = concepts[total.name], concepts[item.name]
    if whole.period == part.period and (total.instant or "closing") != (item.instant or "closing"):
        wrong = f"{part.name} is {item.instant or 'closing'} and its total {whole.name} {total.instant or 'closing'}"
        mistakes.add(item.where, wrong, "a sum takes one instant")
    if whole.name == part.name and total.members == item.members:
        mistakes.add(item.where, f"{part.name} is an item of itself", "name another concept")
    check_signs(whole, part, item.weight, item.where, mistakes)


def check_signs(whole: Concept, part: Concept, given: int, where: Where, mistakes: Mistakes) -> None:
    """Note an item of another period type than its total, or one whose weight its balance forbids (XBRL 2.1, 5.1.1)."""
    if whole.period != part.period:
        wrong = f"{part.name} is {_a(part.period)} and its total {whole.name} {_a(whole.period)}"
        mistakes.add(where, wrong, "a sum takes one period type")
    if whole.balance is not None and part.balance is not None:
        weight = 1 if whole.balance == part.balance else -1
        if given != weight:
            wrong = f"weight {given}: {part.name} is {part.balance}, its total {whole.name} {whole.balance}"
            mistakes.add(where, wrong, f"allowed: weight: {weight}, or other balances")


def _a(period: str) -> str:
    return f"{'an' if period == 'instant' else 'a'} {period}"
