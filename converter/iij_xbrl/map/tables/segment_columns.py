"""Tables with segments in their columns and measures in their rows: `| Network services | ATM | Elimination | Total |`.

The taxonomy's tables of segments have a row for each. Which segment a column is, and what a row measures, the same
labels tell; a line of the taxonomy that has both is what a figure reports. A bare total below measures that are parts
of one line is that line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE, LANGUAGES, says
from iij_xbrl.map.labels import key
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.map.tables.rows.place_keys import PlaceKeys
from iij_xbrl.taxonomy.index import Line, Members

_FEWEST = 2  # segments
_MARK = JAPANESE.patterns["labels.mark_alone"]
_TOTALS = frozenset(key(word) for language in LANGUAGES for word in language.words["bare_totals"])


def segment_cells(table: FigureTable, places: Sequence[PlaceKeys]) -> Mapping[tuple[int, int], Match]:
    """The line of each figure, by its row and column; empty where the columns of a table are no segments."""
    segmented = [keys for keys in places if keys.place.rows == "lines" and any(_members(keys))]
    columns = {column.index: _segment(column.label, segmented) for column in table.columns if column.role == "value"}
    if len({members for members in columns.values() if members}) < _FEWEST:
        return {}
    found: dict[tuple[int, int], Match] = {}
    above: dict[int, Match] = {}
    for position, row in enumerate(table.rows):
        is_total = key(row.label) in _TOTALS
        measured = _total_of(above.values()) if is_total else _measured(row.label, places, segmented)
        for item in row.figures:
            members = columns.get(item.column)
            match = None if members is None else _line(measured, members, segmented)
            if match:
                found[position, item.column] = above[item.column] = match
    return found


def without_segments(table: FigureTable, cells: Mapping[tuple[int, int], Match]) -> FigureTable:
    """The table without the names of segments in the headers of its columns: what is left must be understood too."""
    named = {column for _, column in cells}
    columns = (
        replace(
            column,
            label="",
            full_label=_without_head(column.full_label.removesuffix(column.label)),
            scope=_without_head(column.scope),
        )
        if column.index in named
        else column
        for column in table.columns
    )
    return replace(table, columns=tuple(columns)) if named else table


def _without_head(text: str) -> str:
    """A header over segments without what it calls them, which says nothing of a column that is none."""
    match = says("headers.over_segments", text)
    return (text[: match.start()] + text[match.end() :] if match else text).strip()


def with_names_of(table: FigureTable, asked: FigureTable) -> FigureTable:
    """The table with the columns closed that are so in another form of it."""
    pairs = zip(table.columns, asked.columns, strict=True)
    return replace(table, columns=tuple(replace(column, closed=other.closed) for column, other in pairs))


def _members(keys: PlaceKeys) -> Iterator[Members]:
    return (line.members for line in keys.place.lines if line.members)


def _lines(name: str, places: Sequence[PlaceKeys]) -> Iterator[Line]:
    return (keys.place.lines[at] for keys in places for at in keys.exact.get(key(name), ()))


def _segment(name: str, places: Sequence[PlaceKeys]) -> Members | None:
    """The members that a column's name stands for, none of them for the whole; None where it is neither."""
    found = {line.members for line in _lines(_MARK.sub("", narrow(name)), places) if line.concept}
    return next(iter(found)) if len(found) == 1 else None


def _measured(name: str, places: Sequence[PlaceKeys], segmented: Sequence[PlaceKeys]) -> str | None:
    """The concept that a row measures of each segment, by its label or by the title of the place that tells of it."""
    known = {line.concept for keys in segmented for line in keys.place.lines if line.members}
    labelled = {line.concept for line in _lines(name, places)} & known
    titled = {
        frozenset(line.concept for line in keys.place.lines if line.members)
        for keys in segmented
        if key(name) in keys.titles
    }
    found = labelled or {concept for concepts in titled if len(concepts) == 1 for concept in concepts}
    return next(iter(found)) if len(found) == 1 else None


def _line(concept: str | None, members: Members, places: Sequence[PlaceKeys]) -> Match | None:
    """The line of a concept and members; None where there is none, or several of other meanings."""
    found = {
        (line.verb, line.instant): Match(keys.place, at)
        for keys in places
        for at, line in enumerate(keys.place.lines)
        if concept and line.concept == concept and line.members == members
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _total_of(matches: Iterable[Match]) -> str | None:
    """The concept of the lines that the lines of matches are parts of, each of its own segment, if it is one."""
    found = {_parent(match) for match in matches}
    return next(iter(found)) if len(found) == 1 else None


def _parent(match: Match) -> str | None:
    assert match.place is not None
    assert match.line is not None
    line = match.place.lines[match.line]
    above = match.place.lines[line.parent] if line.parent is not None else None
    return above.concept if above and above.members == line.members else None
