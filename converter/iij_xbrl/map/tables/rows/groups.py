"""Groups: a row without figures that says whose parts the rows below it are, `Gross margin:` above `Network services`.

Lines of several totals may bear the same name. The row that stands over them tells which total is meant, where it is
named as that total is.
"""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.extract.rows import TableRow
from iij_xbrl.languages import ENGLISH
from iij_xbrl.map.labels import key
from iij_xbrl.map.tables.rows.align import Pair
from iij_xbrl.taxonomy.index import Place

_TOTAL = frozenset(ENGLISH.words["total"])


def within_groups(pairs: Sequence[Pair], rows: Sequence[TableRow], place: Place) -> list[Pair]:
    """The pairs without those that the group over their row contradicts."""
    by_row: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_row.setdefault(pair.row, []).append(pair)
    found: list[Pair] = []
    group = ""
    for position, row in enumerate(rows):
        own = by_row.get(position, [])
        parents = {place.lines[pair.line].parent for pair in own}
        if not row.figures:
            group = row.label or group
        elif len(parents) > 1 and group:
            own = _of_group(own, group, place)
        elif len(parents) == 1:
            group = ""  # a line that needs no group stands outside of it
        found += own
    return found


def _of_group(pairs: list[Pair], group: str, place: Place) -> list[Pair]:
    """The pairs whose total is named as the group is: in the same words, or else among others; all where none is."""
    named = _words(group)
    exact = [pair for pair in pairs if any(words == named for words in _of_parent(pair, place))]
    return exact or [pair for pair in pairs if any(named <= words for words in _of_parent(pair, place))] or pairs


def _of_parent(pair: Pair, place: Place) -> list[frozenset[str]]:
    parent = place.lines[pair.line].parent
    return [] if parent is None else [_words(label) for label in place.lines[parent].labels]


def _words(label: str) -> frozenset[str]:
    return frozenset(key(label).split()) - _TOTAL
