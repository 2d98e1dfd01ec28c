"""Of what a percentage is a share: the concept that the taxonomy divides by, by the labels that it is printed with.

`% of total revenues` is a share of revenues, `% of network services revenue` is not. A column that names no base is
that of the row that prints the whole.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from functools import lru_cache

from iij_xbrl.extract.cells.units import parse_unit
from iij_xbrl.extract.heads.column import Column
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.map.labels import key
from iij_xbrl.map.refusals import Unmapped
from iij_xbrl.reasons.tables import PercentOfNothing, ShareOfOther
from iij_xbrl.taxonomy.index import Taxonomy

_WHOLE = Decimal(100)


def base_of(label: str) -> str:
    """What a row that is named by a share only (`% of revenues`), and belongs to the line above it, is a share of."""
    unit = parse_unit(label)
    return unit.base if unit else ""


def share_of(base: str, taxonomy: Taxonomy) -> str:
    """The derivation of a share whose base is printed. Raises Unmapped where the taxonomy has no share of that."""
    found = [derivation for derivation, labels in _bases(taxonomy).items() if key(base) in labels]
    if len(found) != 1:
        raise Unmapped(ShareOfOther(base))
    return found[0]


def share_of_whole(table: FigureTable, column: Column, taxonomy: Taxonomy) -> str:
    """The derivation of a column of shares without a base. Raises Unmapped where no known row prints the whole."""
    wholes = {
        key(row.label)
        for row in table.rows
        for item in row.figures
        if item.column == column.index and item.figure.value == _WHOLE
    }
    found = [derivation for derivation, labels in _bases(taxonomy).items() if wholes & labels]
    if len(found) != 1:
        raise Unmapped(PercentOfNothing())
    return found[0]


@lru_cache(maxsize=4)
def _bases(taxonomy: Taxonomy) -> dict[str, set[str]]:
    """The derivations that are shares, each with the labels of what it is a share of."""
    concepts: dict[str, str] = {}
    for relation in taxonomy.relations:
        if relation.kind == "share":
            concepts[taxonomy.concepts[relation.target.concept].derivation or ""] = relation.terms[-1].concept
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for place in taxonomy.places:
        for line in place.lines:
            if line.concept and line.concept in concepts.values() and not line.members:
                labels[line.concept].update(map(key, line.labels))
    return {derivation: labels[concept] for derivation, concept in concepts.items()}
