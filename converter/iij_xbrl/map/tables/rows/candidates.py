"""The lines of a place that a row may be, each with its weight: by its label, or by one that is near it."""

from __future__ import annotations

from iij_xbrl.extract.rows import TableRow
from iij_xbrl.map.labels import is_cut, key
from iij_xbrl.map.tables.rows.align import Pair
from iij_xbrl.map.tables.rows.place_keys import PlaceKeys, RowKeys, lines_beginning, near_lines
from iij_xbrl.reasons.evidence import LabelReadsLike
from iij_xbrl.taxonomy.index import Line

HEADING = 8
_EXACT, _CUT, _EFFECT, _GHOST = 20, 18, 14, 2


def pairs_of(position: int, label: str, row: TableRow, keys: PlaceKeys) -> list[Pair]:
    """The lines that have the label of a row, or that it is the effect of."""
    pairs = []
    said = RowKeys.of(label)
    for number, reading in enumerate(said.readings):
        if number and said.tail in keys.exact:
            return []  # a second label is printed in the same cell
        for line in keys.exact.get(reading, ()):
            pairs.append(Pair(position, line, _weight(keys.place.lines[line], row, _EXACT if not number else _CUT)))
        if pairs:
            return pairs
    for line in keys.effects.get(said.effect, ()):
        pairs.append(Pair(position, line, _weight(keys.place.lines[line], row, _EFFECT)))
    return pairs


def near_pairs(position: int, label: str, row: TableRow, keys: PlaceKeys) -> list[Pair]:
    """Lines whose label differs from the row's by a letter or two in one spot, or that it begins, if of one concept."""
    wanted = key(label)
    near = lines_beginning(wanted, keys) if is_cut(label) else near_lines(wanted, keys)
    if len({keys.place.lines[line].concept for line in near}) != 1:
        return []
    return [
        Pair(position, line, _weight(keys.place.lines[line], row, _EFFECT), LabelReadsLike(known))
        for line, known in near.items()
    ]


def _weight(line: Line, row: TableRow, weight: int) -> int:
    """A heading has no figures, a line has some; what is the other way round is an anchor at most."""
    if (line.kind == "heading") == bool(row.figures):
        return _GHOST
    return HEADING if line.kind == "heading" else weight
