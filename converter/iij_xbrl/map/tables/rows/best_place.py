"""The place of the taxonomy whose lines most rows of a table are, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.map.tables.rows.align import Alignment, Pair, align
from iij_xbrl.map.tables.rows.candidates import HEADING, pairs_of
from iij_xbrl.map.tables.rows.groups import within_groups
from iij_xbrl.map.tables.rows.matches import Match, what
from iij_xbrl.map.tables.rows.place_keys import PlaceKeys, RowKeys
from iij_xbrl.map.tables.rows.printed_totals import within_totals
from iij_xbrl.map.tables.shares import base_of
from iij_xbrl.map.titles import heading_keys, title_keys
from iij_xbrl.taxonomy.index import Place

TITLED_SHARE, UNTITLED_SHARE = (1, 3), (3, 4)  # of a table's rows, how many must be lines of the place
_TITLE = 12


def best_place(
    table: FigureTable,
    labels: Sequence[str],
    rows: Sequence[int],
    places: Sequence[PlaceKeys],
    reported: Set[tuple[object, ...]],
    share: tuple[int, int],
    *,
    first: bool,
) -> tuple[PlaceKeys, Alignment] | None:
    """The place whose lines most of the open rows are, and which row is which of its lines; None where several are.

    Args:
        table: the table, whose titles count for the places that they name.
        labels: what its rows are called.
        rows: the positions of those that no place has yet.
        places: the places that may be it.
        reported: what rows are already that have a place.
        share: of rows with figures, how many must be lines of a place that no title names.
        first: whether no place was found for the table before.
    """
    titles = {known for title in table.section.titles for known in title_keys(title)}
    ranked = list(_ranked(table, labels, rows, places, reported, titles, first=first))
    with_figures = [position for position in rows if table.rows[position].figures and not base_of(labels[position])]
    most = max((hits for *_, hits in ranked), default=0)
    headed = {known for position in rows if not table.rows[position].figures for known in title_keys(labels[position])}
    scored = []
    for keys, pairs, titled, hits in ranked:
        if hits * 2 < most and not titled:
            continue
        alignment = align(pairs)
        bonus = (_TITLE if titled and first else 0) + (HEADING if headed & keys.titles else 0)
        scored.append((alignment.weight + bonus, keys, alignment))
    scored = [
        item
        for item in scored
        if _holds_enough(
            table, item[2], item[1].place, len(with_figures), TITLED_SHARE if titles & item[1].titles else share
        )
    ]
    scored.sort(key=lambda item: -item[0])
    if not scored:
        return None
    best, keys, alignment = scored[0]
    if len(scored) > 1 and scored[1][0] == best and not _agree(scored[0], scored[1]):
        is_turned = share == TITLED_SHARE and alignment.lines.keys().isdisjoint(scored[1][2].lines)
        return (keys, alignment) if is_turned else None
    return keys, alignment


def _ranked(
    table: FigureTable,
    labels: Sequence[str],
    rows: Sequence[int],
    places: Sequence[PlaceKeys],
    reported: Set[tuple[object, ...]],
    titles: Set[str],
    *,
    first: bool,
) -> Iterator[tuple[PlaceKeys, list[Pair], bool, int]]:
    """The places that rows may be lines of, with the pairs, whether a title names it, and how many rows have one."""
    heads = heading_keys(table.section)
    named = [RowKeys.of(label) for label in {labels[position] for position in rows}]
    said = {name for row in named for name in (*row.readings, row.effect)}
    for keys in places:
        if (keys.place.titled_only and not heads & keys.titles) or not keys.prints_any(said):
            continue
        pairs = [
            pair
            for position in rows
            for pair in pairs_of(position, labels[position], table.rows[position], keys)
            if not reported or what(Match(keys.place, pair.line)) not in reported
        ]
        if not pairs:
            continue
        pairs = within_totals(within_groups(pairs, table.rows, keys.place), keys.place)
        rows_hit = {pair.row for pair in pairs if table.rows[pair.row].figures and pair.weight > HEADING}
        titled = bool(titles & keys.titles)
        if len(rows_hit) < (1 if titled and first else 2):
            continue
        yield keys, pairs, titled, len(rows_hit)


def _below_totals(alignment: Alignment, place: Place) -> list[int]:
    """The rows that may be several lines of which one is part of a total right above them."""
    found: list[int] = []
    for row, lines in alignment.ambiguous.items():
        above = max((at for at in alignment.lines if at < row), default=-1)
        total = alignment.lines.get(above)
        if total is not None and any(place.lines[line].parent == total for line in lines):
            found.append(row)
    return found


def _holds_enough(
    table: FigureTable, alignment: Alignment, place: Place, with_figures: int, needed: tuple[int, int]
) -> bool:
    """Whether enough rows of a table are lines of a place; more of them where the title does not name the place.

    Rows that are one line, if they are any, count: two groups of them may be printed in another order. Below a title
    that names the place, rows may be several of its lines: which, the total above them tells.
    """
    one = [row for row, lines in alignment.ambiguous.items() if len(lines) == 1]
    known = {*alignment.lines, *one, *(_below_totals(alignment, place) if needed == TITLED_SHARE else ())}
    matched = sum(1 for position in known if table.rows[position].figures)
    share, whole = needed
    return matched * whole >= with_figures * share


def _agree(left: tuple[int, PlaceKeys, Alignment], right: tuple[int, PlaceKeys, Alignment]) -> bool:
    """Whether two places read some rows, and all that both have a line for, the same way: each may know others."""

    def read(item: tuple[int, PlaceKeys, Alignment]) -> dict[int, tuple[object, ...]]:
        lines = item[1].place.lines
        return {
            row: (lines[line].concept, lines[line].verb, lines[line].members, lines[line].instant)
            for row, line in item[2].lines.items()
        }

    one, other = read(left), read(right)
    shared = one.keys() & other.keys()
    return bool(shared) and all(one[row] == other[row] for row in shared)
