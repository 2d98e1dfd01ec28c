"""Tables whose sums are exact: a sum that is off in its last digits there is suspicious, though it may be rounding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from iij_xbrl.facts import DataPoint
from iij_xbrl.prove.search.groups import connected
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.language import Sum
from iij_xbrl.report import Fact

_ENOUGH_EXACT = 5  # so many sums are exact for each cause of others that are off
_FEW = 6  # sums of a table that tell too little of it: the tables in the same unit and precision do


def exact_sums(known: Sequence[Evaluation], facts: Mapping[DataPoint, Fact], home: str) -> Iterator[Evaluation]:
    """The sums of tables in which nearly all sums add up to the last digit.

    Sums that are off and share figures have one cause. Amounts translated from the currency `home` into another, each
    of which is rounded on its own, have no exact sums.
    """
    tables: defaultdict[tuple[str, str, int], list[Evaluation]] = defaultdict(list)
    alike: defaultdict[tuple[str, int], list[Evaluation]] = defaultdict(list)
    for item in known:
        if not isinstance(item.relation.expression, Sum):
            continue
        precisions = {facts[point].occurrence.decimals for point in item.points}
        own = len({point.unit for point in item.points}) == 1 and item.binding.frame.currency in ("", home)
        if len(precisions) == 1 and own:
            kind = (item.points[0].unit, precisions.pop())
            tables[item.relation.place, *kind].append(item)
            alike[kind].append(item)
    are_exact = {kind: cache(partial(_are_exact, sums)) for kind, sums in alike.items()}
    for (_, unit, decimals), sums in tables.items():
        if _are_exact(sums) if len(sums) >= _FEW else are_exact[unit, decimals]():
            yield from sums


def _are_exact(sums: Sequence[Evaluation]) -> bool:
    off = [item for item in sums if item.difference]
    causes = connected(off, lambda item: item.points)
    return len(sums) - len(off) >= _ENOUGH_EXACT * max(len(causes), 1)
