"""Tables whose sums are exact: a sum that is off in its last digits there is suspicious, though it may be rounding.

Of figures that are rounded one by one, a sum of two is exact three times in four, and of more figures less often. So
many exact sums as these prove nothing; only where hardly so many would be exact by chance, the others are suspicious.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import comb

from iij_xbrl.facts import DataPoint
from iij_xbrl.prove.search.groups import connected
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.language import Sum
from iij_xbrl.report import Fact

_BY_CHANCE = Fraction(3, 4)  # how often at most a sum of figures that are rounded one by one is exact
_HARDLY = Fraction(1, 100)
_ENOUGH_EXACT = 5  # so many sums of a table are exact for each cause of others that are off
_FEW = 6  # sums of a table that tell too little of it: the tables in the same unit and precision do


def exact_sums(known: Sequence[Evaluation], facts: Mapping[DataPoint, Fact], home: str) -> Iterator[Evaluation]:
    """The sums of tables in which nearly all sums add up to the last digit.

    Sums that are off and share figures have one cause. Amounts translated from the currency `home` into another, each
    of which is rounded on its own, have no exact sums.
    """
    tables: defaultdict[tuple[str, str, int], list[Evaluation]] = defaultdict(list)
    alike: defaultdict[tuple[str, int], list[Evaluation]] = defaultdict(list)
    for item in known:
        figures = [facts[point].occurrence for point in item.points]
        if not isinstance(item.relation.expression, Sum) or not all(figure.place for figure in figures):
            continue
        precisions = {figure.decimals for figure in figures}
        own = len({point.unit for point in item.points}) == 1 and item.binding.frame.currency in ("", home)
        if len(precisions) == 1 and own:
            kind = (item.points[0].unit, precisions.pop())
            tables[item.relation.place, *kind].append(item)
            alike[kind].append(item)
    proven = {kind for kind, sums in alike.items() if _chance(*_exact_and_causes(sums)) < _HARDLY}
    for (_, unit, decimals), sums in tables.items():
        exact, causes = _exact_and_causes(sums)
        if (unit, decimals) in proven and (len(sums) < _FEW or exact >= _ENOUGH_EXACT * max(causes, 1)):
            yield from sums


def _exact_and_causes(sums: Sequence[Evaluation]) -> tuple[int, int]:
    """How many sums are exact, and how many causes the others have."""
    off = [item for item in sums if item.difference]
    return len(sums) - len(off), len(connected(off, lambda item: item.points))


def _chance(exact: int, causes: int) -> Fraction:
    """How likely it is that no more sums than there are causes are off, were all figures rounded one by one."""
    every = exact + causes
    return sum(
        (comb(every, off) * (1 - _BY_CHANCE) ** off * _BY_CHANCE ** (every - off) for off in range(causes + 1)),
        Fraction(0),
    )
