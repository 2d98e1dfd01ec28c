"""Finds the place of the taxonomy that a table prints, and the line of each of its rows."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.languages import JAPANESE, LANGUAGES
from iij_xbrl.map.labels import key, variants
from iij_xbrl.map.tables.rows.align import Alignment
from iij_xbrl.map.tables.rows.best_place import TITLED_SHARE, UNTITLED_SHARE, best_place
from iij_xbrl.map.tables.rows.candidates import near_pairs, pairs_of
from iij_xbrl.map.tables.rows.contested import printed, set_further_in, without_contested
from iij_xbrl.map.tables.rows.matches import Match, what
from iij_xbrl.map.tables.rows.place_keys import PlaceKeys
from iij_xbrl.map.tables.rows.single_rows import place_by_block, place_by_name
from iij_xbrl.map.tables.rows.two_languages import in_one_language
from iij_xbrl.reasons import tables as why
from iij_xbrl.reasons.base import Reason
from iij_xbrl.taxonomy.index import Place

_MOST_PLACES = 3
_NEXT = 3  # lines of one owner, of others and of both, above what all have
_TOTALS = frozenset(key(word) for language in LANGUAGES for word in language.words["bare_totals"])


def _of_lines(places: Sequence[PlaceKeys]) -> list[PlaceKeys]:
    return [keys for keys in places if keys.place.rows == "lines"]


def _of_periods(places: Sequence[PlaceKeys]) -> list[PlaceKeys]:
    """The places whose columns are lines with names of their own."""
    return [
        keys for keys in places if keys.place.rows == "periods" and not any(line.members for line in keys.place.lines)
    ]


def match_rows(table: FigureTable, places: Sequence[PlaceKeys]) -> tuple[Match, ...]:
    """The match of each row of a table.

    A table may print the lines of several places one after the other (an income statement and its per-share data):
    rows that the first place leaves over are tried with the next. What no place knows may be the lines of a Japanese
    form turned, with several years in its columns.
    """
    if not all(item.figure.mention for row in table.rows for item in row.figures):
        found = _match_rows(table, _of_lines(places))
        turned = _of_periods(places)
        is_turned = not any(match.place for match in found) and _is_turned(table, turned)
        return _match_rows(table, turned, TITLED_SHARE) if is_turned else found
    return _match_rows(table, places)


def _is_turned(table: FigureTable, places: Sequence[PlaceKeys]) -> bool:
    """Whether most rows of a Japanese table are lines of several tables of the form."""
    rows = [row for row in table.rows if row.figures and JAPANESE.script.search(row.label)]
    labels = [in_one_language(row.label, places) for row in rows]
    known = sum(_known(label, places) for label in labels)
    share, whole = UNTITLED_SHARE
    return len(labels) > 1 and known * whole >= len(labels) * share


def _match_rows(
    table: FigureTable, places: Sequence[PlaceKeys], share: tuple[int, int] = UNTITLED_SHARE
) -> tuple[Match, ...]:
    rows = enumerate(table.rows)
    labels = ["" if _is_copy(table, position) else in_one_language(row.label, places) for position, row in rows]
    labels = _joined_labels(table, labels, places)
    matches: list[Match | None] = [None] * len(labels)
    unsure: dict[int, Match] = {}
    untried = list(places)
    for turn in range(_MOST_PLACES):
        open_rows = [position for position, match in enumerate(matches) if match is None and labels[position]]
        reported = {what(match) for match in matches if match and match.line is not None}
        found = best_place(table, labels, open_rows, untried, reported, share, first=turn == 0)
        if found is None:
            break
        keys, alignment = found
        untried.remove(keys)
        for position, line in alignment.lines.items():
            matches[position] = Match(
                keys.place, _total_of(line, table.rows[position], labels[position], keys, alignment)
            )
        told, held = _ambiguous(table, keys.place, alignment)
        unsure |= {position: match for position, match in told.items() if match.line is None}
        for position in held:
            matches[position] = told[position]
        place_by_block(table, labels, matches, keys, pairs_of, alignment.ambiguous)
        place_by_block(table, labels, matches, keys, near_pairs, alignment.ambiguous)
    place_by_name(table, labels, matches, places)
    matches = [
        None if _is_total_of_others(position, matches, labels) else match for position, match in enumerate(matches)
    ]
    found_places = {id(match.place): match.place for match in matches if match and match.place}
    return tuple(
        match
        or unsure.get(position)
        or Match(
            None,
            None,
            _why_unmatched(label, tuple(found_places.values())),
            joined=not label and bool(table.rows[position].label),
        )
        for position, (match, label) in enumerate(zip(matches, labels, strict=True))
    )


def _ambiguous(table: FigureTable, place: Place, alignment: Alignment) -> tuple[dict[int, Match], set[int]]:
    """What rows are that may be several lines, and which of them are nothing else: one line, or a part of one."""
    same = {position: lines[0] for position, lines in alignment.ambiguous.items() if _is_one(lines, place)}
    inner = set_further_in(table.rows, same)
    outer = {position: line for position, line in same.items() if position not in inner}
    claimed = without_contested(table.rows, place, alignment.lines, outer)
    told = {
        position: Match(place, claimed[position])
        if position in claimed
        else Match(place, None, _why_unsure(lines, place, is_one=position in same))
        for position, lines in alignment.ambiguous.items()
    }
    return told, claimed.keys() | inner


def _why_unsure(lines: Sequence[int], place: Place, *, is_one: bool) -> Reason:
    named = {place.lines[line].concept for line in lines}
    (concept,) = named if is_one else {None}
    return why.SeveralRows(concept) if concept else why.AmbiguousRow(tuple(sorted(named, key=str)))


def _is_one(lines: Sequence[int], place: Place) -> bool:
    """Whether lines that a row may be report the same."""
    return len({(what(Match(place, line)), place.lines[line].verb) for line in lines}) == 1


def _is_total_of_others(position: int, matches: Sequence[Match | None], labels: Sequence[str]) -> bool:
    """Whether a row that is but called `Total` is taken for a line that adds up nothing, far from those around it."""
    match = matches[position]
    if match is None or match.place is None or match.line is None or key(labels[position]) not in _TOTALS:
        return False
    above = next((item for item in reversed(matches[:position]) if item and item.line is not None), None)
    if match.place.lines[match.line].kind == "total" or above is None or above.line is None:
        return False
    return above.place is not match.place or match.line - above.line > _NEXT


def _total_of(line: int, row: TableRow, label: str, keys: PlaceKeys, alignment: Alignment) -> int:
    """A line; for a heading with figures the total that has its name, where it is printed above its parts."""
    lines = keys.place.lines
    if lines[line].kind != "heading" or not row.figures:
        return line
    taken = set(alignment.lines.values())
    totals = [at for at in keys.exact.get(key(label), ()) if lines[at].kind == "total" and at not in taken]
    return totals[0] if len(totals) == 1 else line


def _is_copy(table: FigureTable, position: int) -> bool:
    """Whether a row repeats the one above, label and figures: a ghost of the conversion."""
    row = table.rows[position]
    if not position or not row.figures or not row.label:
        return False
    above = table.rows[position - 1]
    return row.label == above.label and printed(row) == printed(above)


def _joined_labels(table: FigureTable, labels: list[str], places: Sequence[PlaceKeys]) -> list[str]:
    """Joins a label that runs over two rows, one of them without figures, where only the joined label is known."""
    joined = list(labels)
    for position in range(len(labels) - 1):
        upper, lower = table.rows[position], table.rows[position + 1]
        if not labels[position] or not labels[position + 1] or (upper.figures and lower.figures):
            continue
        if _known(joined[position], places) and _known(labels[position + 1], places):
            continue
        both = f"{joined[position]} {labels[position + 1]}"
        if not _known(both, places):
            continue
        keep, drop = (position, position + 1) if upper.figures or not lower.figures else (position + 1, position)
        joined[keep], joined[drop] = both, ""
    return joined


def _known(label: str, places: Sequence[PlaceKeys]) -> bool:
    return any(key(variant) in keys.exact for variant in variants(label) for keys in places)


def _why_unmatched(label: str, places: Sequence[Place]) -> Reason:
    if not label:
        return why.NoLabel()
    if not places:
        return why.UnknownTable()
    known = {
        key(text): (text, line.concept)
        for place in places
        for line in place.lines
        for text in line.labels
        if line.concept
    }
    close = difflib.get_close_matches(key(label), known, n=2, cutoff=0.7)
    return why.NoLine(places[0].role, tuple(known[item] for item in close))
