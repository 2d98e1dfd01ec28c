"""Rows that the order of a place leaves over, each placed by itself: by its name, or by the rows around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.labels import key
from iij_xbrl.map.tables.rows.align import Pair
from iij_xbrl.map.tables.rows.candidates import HEADING
from iij_xbrl.map.tables.rows.matches import Match, is_plain, what
from iij_xbrl.map.tables.rows.place_keys import PlaceKeys
from iij_xbrl.taxonomy.index import Place

_NAME_WORDS, _NAME_CHARACTERS = 2, 4
_NOTHING_ALONE = frozenset(key(word) for word in JAPANESE.words["nothing_alone"])


def place_by_name(
    table: FigureTable, labels: Sequence[str], matches: list[Match | None], places: Sequence[PlaceKeys]
) -> None:
    """Single rows of other places in a table that is known: accepted where all the taxonomy knows one line of the name.

    A table of selected data prints `Total assets` below `Net income`.
    """
    taken = {what(match) for match in matches if match and match.line is not None}
    if not taken or any(match.place.columns for match in matches if match and match.place):
        return  # what a figure of a matrix is, its column tells as well
    for position, label in enumerate(labels):
        if matches[position] is not None or not _is_name(label) or not table.rows[position].figures:
            continue
        found = [Match(keys.place, line) for keys in places for line in keys.exact.get(key(label), ())]
        if JAPANESE.script.search(label):  # in which a heading has the name of its total
            found = [match for match in found if match.found.concept is not None]
        same = {(what(match), match.found.verb) for match in found}
        if len(same) != 1 or taken & {what(match) for match in found} or not is_plain(found[0]):
            continue
        if not _contradicts_order(position, found[0], matches):
            matches[position] = found[0]


def _contradicts_order(position: int, match: Match, matches: Sequence[Match | None]) -> bool:
    """Whether a row stands where a line of its name has another meaning.

    That is a line of a block that is printed elsewhere in the table, or one that does not move cash among those that
    do: the exchange loss that a cash flow statement adds back is not that of the income statement.
    """
    around = [near for near in _nearest(position, matches) if near.line is not None]
    if around and all(near.found.effect for near in around):
        return True
    assert match.place is not None
    of_place = any(near is not None and near.place is match.place for near in matches)
    parent = match.found.parent
    return of_place and parent is not None and parent not in _blocks_of(match.place, *around)


def _is_name(label: str) -> bool:
    """Whether a label says enough to be known by itself."""
    if JAPANESE.script.search(label):
        return len(key(label)) >= _NAME_CHARACTERS and key(label) not in _NOTHING_ALONE
    return len(key(label).split()) >= _NAME_WORDS


def place_by_block(
    table: FigureTable,
    labels: Sequence[str],
    matches: list[Match | None],
    keys: PlaceKeys,
    candidates: Callable[[int, str, TableRow, PlaceKeys], list[Pair]],
    ambiguous: Mapping[int, tuple[int, ...]],
) -> None:
    """Rows that the order did not place: accepted where one free line of the blocks around them fits.

    That is a row printed in another order than the taxonomy's, or a label with a misread letter.
    """
    taken = {match.line for match in matches if match and match.place is keys.place}
    above: Match | None = None
    below = _nearest_below(matches)
    for position, label in enumerate(labels):
        row = table.rows[position]
        above = (matches[position - 1] if position else None) or above
        if matches[position] is not None or not label or not row.figures:
            continue
        blocks = _blocks_of(keys.place, above, below[position])
        fitting = {
            pair.line: pair
            for pair in candidates(position, label, row, keys)
            if pair.line not in taken and pair.weight > HEADING and keys.place.lines[pair.line].parent in blocks
            if position not in ambiguous or pair.line in ambiguous[position]
        }
        if len(fitting) == 1:
            (pair,) = fitting.values()
            matches[position] = Match(keys.place, pair.line, inferred=pair.note)
            taken.add(pair.line)


def _blocks_of(place: Place, *around: Match | None) -> set[int | None]:
    """The blocks that the nearest matched rows above and below stand in, or open."""
    blocks: set[int | None] = set()
    for near in around:
        if near and near.place is place and near.line is not None:
            blocks.add(place.lines[near.line].parent)
            if place.lines[near.line].kind in ("heading", "total"):
                blocks.add(near.line)
    return blocks


def _nearest_below(matches: Sequence[Match | None]) -> list[Match | None]:
    """The nearest matched row below each."""
    found: list[Match | None] = [None] * len(matches)
    for position in range(len(matches) - 2, -1, -1):
        found[position] = matches[position + 1] or found[position + 1]
    return found


def _nearest(position: int, matches: Sequence[Match | None]) -> list[Match]:
    """The nearest matched rows above and below."""
    sides = (range(position - 1, -1, -1), range(position + 1, len(matches)))
    found = (next((matches[other] for other in side if matches[other] is not None), None) for side in sides)
    return [match for match in found if match is not None]
