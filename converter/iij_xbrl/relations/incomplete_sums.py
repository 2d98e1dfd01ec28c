"""Sums of which a page prints, or gives to read, a part only: nothing follows from the items that are there.

Three things make a sum incomplete: a figure among its rows that could not be read; an extract that prints its total and
items of it in different tables or sentences; a condensed table, which leaves lines out in every column.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from fractions import Fraction
from typing import TYPE_CHECKING

from iij_xbrl.facts import DataPoint, Leftover, Occurrence, last_digit
from iij_xbrl.read.document import RowKey
from iij_xbrl.read.origins import Origin
from iij_xbrl.relations.evaluate import Evaluation
from iij_xbrl.relations.language import Sum

if TYPE_CHECKING:
    from iij_xbrl.taxonomy.index import Taxonomy

Unread = Mapping[RowKey, Origin]
"""The rows that print figures which could not be read, and where they stand in the file."""
Printed = Mapping[DataPoint, Sequence[Occurrence]]
"""The places of each data point, the finest first."""


def unread_rows(leftovers: Iterable[Leftover]) -> Unread:
    """The rows of figures that could not be read."""
    return {item.span.row_key: item.span.origin for item in leftovers if item.status == "unmapped"}


def unread_items(rows: Sequence[Occurrence], unread: Unread) -> tuple[Origin, ...]:
    """The places of unread figures that may be items of a sum, whose other figures are `rows`.

    They stand between its rows or right beside them, or on a line of text that tells two or more of its figures.
    """
    by_section: defaultdict[str, list[RowKey]] = defaultdict(list)
    for row in rows:
        by_section[row.section].append(row.span.row_key)
    found: set[RowKey] = set()
    for keys in by_section.values():
        if len(keys) > 1:
            first, last = min(keys), max(keys)
            while (above := (first[0], first[1] - 1)) in unread:
                first = above
            while (below := (last[0], last[1] + 1)) in unread:
                last = below
            found.update(key for key in unread if first <= key <= last)
    return tuple(unread[key] for key in sorted(found))


class Extracts:
    """Tells sums whose total and items no table prints together, by the places of a taxonomy that print them so."""

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

    def is_extract(self, total: Collection[Occurrence], items: Iterable[Collection[Occurrence]]) -> bool:
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


def condensed(found: Sequence[Evaluation], printed: Printed, taxonomy: Taxonomy) -> Iterator[Evaluation]:
    """The open sums of tables that leave lines out.

    Such a table leaves them out in every column: with what it prints, the sum closes in none, and every gap is one that
    the absent lines may fill. Where one column closes, the absent lines are nil there, and another that does not is
    wrong. A single column tells that lines are left out only where it prints less than half of them.
    """
    tables: defaultdict[tuple[object, ...], list[Evaluation]] = defaultdict(list)
    for item in found:
        if item.state != "not evaluable" and isinstance(item.relation.expression, Sum) and _absent(item):
            pattern = tuple(point in item.points for point in item.binding.points)
            tables[item.relation.id, pattern, _table_of(item, printed)].append(item)
    for columns in tables.values():
        whole = len(columns[0].binding.points) - 1
        few = (len(columns[0].points) - 1) * 2 < whole
        if (len(columns) > 1 or few) and all(_lacks(item, printed, taxonomy) for item in columns):
            signs = {item.difference > 0 for item in columns}
            if len(signs) == 1:
                yield from columns


def _table_of(item: Evaluation, printed: Printed) -> tuple[str, str]:
    """The section and the place that print the most figures of a sum; its total may be told in a sentence, too."""
    found = Counter(
        table for point in item.points for table in {(place.section, place.place) for place in printed[point]}
    )
    return max(found, key=lambda table: (found[table], table))


def _absent(item: Evaluation) -> list[int]:
    """The items of a sum that are not printed, by position."""
    return [at for at, point in enumerate(item.binding.points) if at and point not in item.points]


def _lacks(item: Evaluation, printed: Printed, taxonomy: Taxonomy) -> bool:
    """Whether a sum is open by more than rounding, in a direction in which an absent item may close it.

    An item with a balance, debit or credit, is hardly printed with the other sign.
    """
    unit = max(Fraction(last_digit(printed[point][0])) for point in item.points)
    if item.state != "open" or abs(item.difference) <= unit * len(item.points):
        return False
    expression = item.relation.expression
    assert isinstance(expression, Sum)
    if len(expression.parts) != len(item.binding.points) - 1:
        return False
    for at in _absent(item):
        sign = expression.parts[at - 1][0]
        concept = taxonomy.concepts[item.relation.terms[at].concept]
        if concept.balance is None or (item.difference > 0) == (sign > 0):
            return True
    return False
