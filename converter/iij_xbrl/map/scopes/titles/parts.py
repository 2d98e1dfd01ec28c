"""Titles that are the name of a line of business, and the measures that it has as the whole issuer has them.

Below `Systems integration`, `Operating income` may be that of the line of business. Which concepts are of the whole is
told by the relations of the taxonomy: revenue, by which shares are divided, and what equations make of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.scopes.words.accounts import Account, Accountant
from iij_xbrl.relations.language import Product, Term
from iij_xbrl.taxonomy.index import Taxonomy


class Wholes:
    """The concepts of a taxonomy that a line of business has too, and those that are a line of business alone."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        revenue = _divided_by(taxonomy)
        self.parts = _items_of(taxonomy, revenue)
        self.measures = _bound_to(taxonomy, revenue) - self.parts

    def may_be_of_part(self, concept: str, titles: Sequence[str], accountant: Accountant) -> str:
        """The nearest title that names something, if it is a line of business that may have the concept; else empty."""
        known = self._taxonomy.concepts[concept]
        if (known.derived_from or concept) not in self.measures:
            return ""
        for title in reversed(titles):
            if JAPANESE.script.search(title):
                return ""
            account = accountant.account(title)
            if account.has_content:
                return title if self._is_part(account) else ""
        return ""

    def _is_part(self, account: Account) -> bool:
        """Whether a title is understood and names nothing but lines of business."""
        named = [tile for tile in account.tiles if not tile.is_a("neutral", "issuer")]
        lines = [tile.names("label") for tile in named]
        are_parts = all(names & self.parts and not names & self.measures for names in lines)
        return account.is_understood and bool(lines) and are_parts


@lru_cache(maxsize=4)
def wholes_of(taxonomy: Taxonomy) -> Wholes:
    """The wholes of a taxonomy, found once."""
    return Wholes(taxonomy)


def _divided_by(taxonomy: Taxonomy) -> frozenset[str]:
    """Revenue: what lines are told as shares of."""
    shares = {name for (_, how), name in taxonomy.derived.items() if how == "percent-of-revenue"}
    return frozenset(
        relation.expression.right.concept
        for relation in taxonomy.relations
        if relation.target.concept in shares
        and isinstance(relation.expression, Product)
        and isinstance(relation.expression.right, Term)
    )


def _items_of(taxonomy: Taxonomy, wholes: Collection[str]) -> frozenset[str]:
    """What sums of the taxonomy break wholes down into, to the last."""
    found: set[str] = set()
    open_ends = list(wholes)
    sums = [places.sums for place in taxonomy.places for places in place.calculations]
    while open_ends:
        whole = open_ends.pop()
        items = {name for known in sums for name, _ in known.get(whole, ())} - found
        found |= items
        open_ends += items
    return frozenset(found)


def _bound_to(taxonomy: Taxonomy, revenue: Collection[str]) -> frozenset[str]:
    """What equations make of revenue, and what they take for it, totals of totals among them."""
    plain = [
        {term.concept for term in relation.terms}
        for relation in taxonomy.relations
        if relation.kind == "equation" and all(term.time == "" and not term.members for term in relation.terms)
    ]
    found = set(revenue)
    while True:
        more = {name for names in plain if names & found for name in names} - found
        if not more:
            return frozenset(found)
        found |= more
