"""Finds the place of the taxonomy that a table prints, and the line of each of its rows."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.units import parse_unit
from iij_xbrl.languages import JAPANESE, LANGUAGES
from iij_xbrl.map.labels import is_cut, key, variants
from iij_xbrl.map.tables.align import Alignment, Pair, align
from iij_xbrl.map.tables.groups import within_groups
from iij_xbrl.map.tables.place_keys import PlaceKeys, RowKeys, lines_beginning, near_lines
from iij_xbrl.map.tables.two_languages import in_one_language
from iij_xbrl.map.titles import heading_keys, title_keys
from iij_xbrl.reasons import tables as why
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.evidence import LabelReadsLike
from iij_xbrl.taxonomy.index import Line, Place

_EXACT, _CUT, _EFFECT, _HEADING, _GHOST = 20, 18, 14, 8, 2
_TITLE = 12
_TITLED_SHARE, _UNTITLED_SHARE = (1, 3), (3, 4)  # of a table's rows, how many must be lines of the place
_MOST_PLACES = 3
_NAME_WORDS, _NAME_CHARACTERS = 2, 4
_NOTHING_ALONE = frozenset(key(word) for word in JAPANESE.words["nothing_alone"])
_NEXT = 2  # lines of one owner and of others, above what both have
_TOTALS = frozenset(key(word) for language in LANGUAGES for word in language.words["bare_totals"])


@dataclass(frozen=True, slots=True)
class Match:
    """What is known of a row: its place and line, or why there is none; `inferred` says what a doubt rests on.

    A row of shares (`% of revenues`) has the line whose shares its figures are, and what they are `share` of. `joined`
    tells that its label is part of that of a row beside it.
    """

    place: Place | None
    line: int | None
    reason: Reason | None = None
    inferred: Reason | None = None
    share: str = ""
    joined: bool = False

    @property
    def role(self) -> str:
        """The role of the place; empty where there is none."""
        return self.place.role if self.place else ""


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
        return _match_rows(table, turned, _TITLED_SHARE) if is_turned else found
    return _match_rows(table, places)


def _is_turned(table: FigureTable, places: Sequence[PlaceKeys]) -> bool:
    """Whether most rows of a Japanese table are lines of several tables of the form."""
    rows = [row for row in table.rows if row.figures and JAPANESE.script.search(row.label)]
    labels = [in_one_language(row.label, places) for row in rows]
    known = sum(_known(label, places) for label in labels)
    share, whole = _UNTITLED_SHARE
    return len(labels) > 1 and known * whole >= len(labels) * share


def _match_rows(
    table: FigureTable, places: Sequence[PlaceKeys], share: tuple[int, int] = _UNTITLED_SHARE
) -> tuple[Match, ...]:
    rows = enumerate(table.rows)
    labels = ["" if _is_copy(table, position) else in_one_language(row.label, places) for position, row in rows]
    labels = _joined_labels(table, labels, places)
    matches: list[Match | None] = [None] * len(labels)
    unsure: dict[int, Match] = {}
    untried = list(places)
    for turn in range(_MOST_PLACES):
        open_rows = [position for position, match in enumerate(matches) if match is None and labels[position]]
        reported = {_what(match) for match in matches if match and match.line is not None}
        found = _best_place(table, labels, open_rows, untried, reported, share, first=turn == 0)
        if found is None:
            break
        keys, alignment = found
        untried.remove(keys)
        for position, line in alignment.lines.items():
            matches[position] = Match(
                keys.place, _total_of(line, table.rows[position], labels[position], keys, alignment)
            )
        for position, lines in alignment.ambiguous.items():
            if len({(_what(Match(keys.place, line)), keys.place.lines[line].verb) for line in lines}) == 1:
                matches[position] = Match(keys.place, lines[0])
                continue
            named = {keys.place.lines[line].concept for line in lines}
            unsure[position] = Match(keys.place, None, why.AmbiguousRow(tuple(sorted(named, key=str))))
        _place_by_block(table, labels, matches, keys, _pairs, alignment.ambiguous)
        _place_by_block(table, labels, matches, keys, _near_pairs, alignment.ambiguous)
    _place_by_name(table, labels, matches, places)
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
    return row.label == above.label and _printed(row) == _printed(above)


def _printed(row: TableRow) -> list[tuple[int, str]]:
    return [(item.column, item.figure.text) for item in row.figures]


def base_of(label: str) -> str:
    """What a row that is named by a share only (`% of revenues`), and belongs to the line above it, is a share of."""
    unit = parse_unit(label)
    return unit.base if unit else ""


def _what(match: Match) -> tuple[object, ...]:
    """What a matched row reports, whatever place it was matched in."""
    assert match.place is not None
    assert match.line is not None
    line = match.place.lines[match.line]
    return line.concept, line.members, line.instant


def _best_place(
    table: FigureTable,
    labels: Sequence[str],
    rows: Sequence[int],
    places: Sequence[PlaceKeys],
    reported: Set[tuple[object, ...]],
    share: tuple[int, int],
    *,
    first: bool,
) -> tuple[PlaceKeys, Alignment] | None:
    titles = {known for title in table.section.titles for known in title_keys(title)}
    heads = heading_keys(table.section)
    with_figures = [position for position in rows if table.rows[position].figures and not base_of(labels[position])]
    named = [RowKeys.of(label) for label in {labels[position] for position in rows}]
    said = {name for row in named for name in (*row.readings, row.effect)}
    ranked = []
    for keys in places:
        if (keys.place.titled_only and not heads & keys.titles) or not keys.prints_any(said):
            continue
        pairs = [
            pair
            for position in rows
            for pair in _pairs(position, labels[position], table.rows[position], keys)
            if not reported or _what(Match(keys.place, pair.line)) not in reported
        ]
        if not pairs:
            continue
        pairs = within_groups(pairs, table.rows, keys.place)
        rows_hit = {pair.row for pair in pairs if table.rows[pair.row].figures and pair.weight > _HEADING}
        titled = bool(titles & keys.titles)
        if len(rows_hit) < (1 if titled and first else 2):
            continue
        ranked.append((keys, pairs, titled, len(rows_hit)))
    most = max((hits for *_, hits in ranked), default=0)
    scored = []
    for keys, pairs, titled, hits in ranked:
        if hits * 2 < most and not titled:
            continue
        alignment = align(pairs)
        scored.append((alignment.weight + (_TITLE if titled and first else 0), keys, alignment))
    scored = [
        item
        for item in scored
        if _holds_enough(
            table, item[2], item[1].place, len(with_figures), _TITLED_SHARE if titles & item[1].titles else share
        )
    ]
    scored.sort(key=lambda item: -item[0])
    if not scored:
        return None
    best, keys, alignment = scored[0]
    if len(scored) > 1 and scored[1][0] == best and not _same_reading(scored[0], scored[1]):
        is_turned = share == _TITLED_SHARE and alignment.lines.keys().isdisjoint(scored[1][2].lines)
        return (keys, alignment) if is_turned else None
    return keys, alignment


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

    Below a title that names the place, rows may be several of its lines: which, the total above them tells.
    """
    known = [*alignment.lines, *(_below_totals(alignment, place) if needed == _TITLED_SHARE else ())]
    matched = sum(1 for position in known if table.rows[position].figures)
    share, whole = needed
    return matched * whole >= with_figures * share


def _same_reading(left: tuple[int, PlaceKeys, Alignment], right: tuple[int, PlaceKeys, Alignment]) -> bool:
    def read(item: tuple[int, PlaceKeys, Alignment]) -> dict[int, tuple[object, ...]]:
        lines = item[1].place.lines
        return {
            row: (lines[line].concept, lines[line].verb, lines[line].members, lines[line].instant)
            for row, line in item[2].lines.items()
        }

    return read(left) == read(right)


def _pairs(position: int, label: str, row: TableRow, keys: PlaceKeys) -> list[Pair]:
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


def _weight(line: Line, row: TableRow, weight: int) -> int:
    """A heading has no figures, a line has some; what is the other way round is an anchor at most."""
    if (line.kind == "heading") == bool(row.figures):
        return _GHOST
    return _HEADING if line.kind == "heading" else weight


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


def _place_by_name(
    table: FigureTable, labels: Sequence[str], matches: list[Match | None], places: Sequence[PlaceKeys]
) -> None:
    """Single rows of other places in a table that is known: accepted where all the taxonomy knows one line of the name.

    A table of selected data prints `Total assets` below `Net income`.
    """
    taken = {_what(match) for match in matches if match and match.line is not None}
    if not taken:
        return
    for position, label in enumerate(labels):
        if matches[position] is not None or not _is_name(label) or not table.rows[position].figures:
            continue
        found = [Match(keys.place, line) for keys in places for line in keys.exact.get(key(label), ())]
        if JAPANESE.script.search(label):  # in which a heading has the name of its total
            found = [match for match in found if _has_concept(match)]
        same = {(_what(match), _verb(match)) for match in found}
        if len(same) == 1 and not taken & {_what(match) for match in found} and _is_plain(found[0]):
            matches[position] = found[0]


def _is_name(label: str) -> bool:
    """Whether a label says enough to be known by itself."""
    if JAPANESE.script.search(label):
        return len(key(label)) >= _NAME_CHARACTERS and key(label) not in _NOTHING_ALONE
    return len(key(label).split()) >= _NAME_WORDS


def _has_concept(match: Match) -> bool:
    assert match.place is not None
    assert match.line is not None
    return match.place.lines[match.line].concept is not None


def _verb(match: Match) -> str:
    assert match.place is not None
    assert match.line is not None
    return match.place.lines[match.line].verb


def _is_plain(match: Match) -> bool:
    """Whether a line means the same in whatever table it stands: no members, no opening balance, no columns."""
    assert match.place is not None
    assert match.line is not None
    line = match.place.lines[match.line]
    plain = line.concept is not None and not line.members and not line.instant and line.verb == "same"
    return plain and not match.place.columns and not match.place.titled_only


def _place_by_block(
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
    for position, label in enumerate(labels):
        row = table.rows[position]
        if matches[position] is not None or not label or not row.figures:
            continue
        blocks = _blocks_around(position, matches, keys.place)
        fitting = {
            pair.line: pair
            for pair in candidates(position, label, row, keys)
            if pair.line not in taken and pair.weight > _HEADING and keys.place.lines[pair.line].parent in blocks
            if position not in ambiguous or pair.line in ambiguous[position]
        }
        if len(fitting) == 1:
            (pair,) = fitting.values()
            matches[position] = Match(keys.place, pair.line, inferred=pair.note)
            taken.add(pair.line)


def _near_pairs(position: int, label: str, row: TableRow, keys: PlaceKeys) -> list[Pair]:
    """Lines whose label differs from the row's by a letter or two in one spot, or that it begins, if of one concept."""
    wanted = key(label)
    near = lines_beginning(wanted, keys) if is_cut(label) else near_lines(wanted, keys)
    if len({keys.place.lines[line].concept for line in near}) != 1:
        return []
    return [
        Pair(position, line, _weight(keys.place.lines[line], row, _EFFECT), LabelReadsLike(known))
        for line, known in near.items()
    ]


def _blocks_around(position: int, matches: Sequence[Match | None], place: Place) -> set[int | None]:
    """The blocks that the nearest matched rows above and below stand in, or open."""
    blocks: set[int | None] = set()
    for neighbours in (range(position - 1, -1, -1), range(position + 1, len(matches))):
        near = next((matches[other] for other in neighbours if matches[other] is not None), None)
        if near is not None and near.place is place and near.line is not None:
            blocks.add(place.lines[near.line].parent)
            if place.lines[near.line].kind in ("heading", "total"):
                blocks.add(near.line)
    return blocks


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
