"""Sums of which a release prints a part only: an extract of a statement, or the total and some items in sentences.

A sum counts where one table prints its total together with items of it, as a block of the taxonomy does. Elsewhere
items may be left out, so that nothing follows from those that are there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from typing import TYPE_CHECKING

from iij_xbrl.facts import Occurrence

if TYPE_CHECKING:
    from iij_xbrl.taxonomy.index import Taxonomy


class Halves:
    """Tells half sums from whole ones, by the places of a taxonomy that print the sum as a block."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        blocks: defaultdict[str, set[str]] = defaultdict(set)
        items: defaultdict[str, set[str]] = defaultdict(set)
        for place in taxonomy.places:
            for line in place.lines:
                total = place.lines[line.partition].concept if line.partition is not None else None
                if total and line.concept:
                    blocks[total].add(place.role)
                    items[total].add(line.concept)
        self._blocks: Mapping[str, Set[str]] = blocks
        self._items: Mapping[str, Set[str]] = items

    def is_half(self, total: Collection[Occurrence], items: Iterable[Collection[Occurrence]]) -> bool:
        """Whether no table prints the total and an item as a block, and items are missing.

        The total and each item come with all places where they are printed.
        """
        concept = next((occurrence.point.concept for occurrence in total), "")
        blocks = self._blocks.get(concept)
        if not blocks:
            return False
        printed, roles = set(), set[str]()
        for occurrences in items:
            printed |= {occurrence.point.concept for occurrence in occurrences}
            roles |= {occurrence.place for occurrence in occurrences}
        here = {occurrence.place for occurrence in total}
        return not here & roles & blocks and not self._items[concept] <= printed
