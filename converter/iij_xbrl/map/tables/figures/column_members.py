"""Which members the columns of a table have whose heads name members: components of equity, segments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from iij_xbrl.extract.heads.column import Column
from iij_xbrl.languages import says
from iij_xbrl.map.labels import key
from iij_xbrl.taxonomy.index import ColumnMember, Place


def column_member(place: Place, column: Column, columns: Sequence[Column]) -> ColumnMember | None:
    """What a place says of a column by its head; None where it does not know it, or where it may be several.

    A head such as `Total` may be that of several columns: it is the one that has its place among the others. In front
    of `Non-controlling interests` it is the total of the owners of the parent, behind it that of all.
    """
    fitting = _fitting(place.columns, column.label)
    if len(fitting) > 1:
        told = _in_order(place.columns, tuple((item.index, item.label) for item in columns))
        fitting = [told[column.index]] if column.index in told else []
    found = place.columns[fitting[0]] if len(fitting) == 1 else None
    return found if found and not found.skip else None


def _fitting(known: Sequence[ColumnMember], label: str) -> list[int]:
    """The columns that a head names, below the name of all of them where both stand in one cell."""
    group = says("headers.equity_group", label)
    wanted = (key(label), key(label[group.end() :])) if group else (key(label),)
    found = ([at for at, member in enumerate(known) if text in map(key, member.labels)] for text in wanted)
    return next(filter(None, found), [])


@lru_cache(maxsize=16)  # asked for each figure of a table
def _in_order(known: tuple[ColumnMember, ...], heads: tuple[tuple[int, str], ...]) -> Mapping[int, int]:
    """Which columns those are whose heads may be of several, where their place among the others leaves one for each."""
    fitting = [_fitting(known, label) for _, label in heads]
    sure = [found[0] if len(found) == 1 else None for found in fitting]
    least, most = [-1] * len(heads), [len(known)] * len(heads)
    for at in range(1, len(heads)):
        before, behind = sure[at - 1], sure[-at]
        least[at] = least[at - 1] if before is None else max(least[at - 1], before)
        most[-at - 1] = most[-at] if behind is None else min(most[-at], behind)
    told = {}
    for (index, _), found, low, high in zip(heads, fitting, least, most, strict=True):
        left = [member for member in found if low < member < high]
        if len(left) == 1:
            told[index] = left[0]
    counted = Counter((*told.values(), *(member for member in sure if member is not None)))
    return {index: member for index, member in told.items() if counted[member] == 1}
