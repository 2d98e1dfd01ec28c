"""The lines of rows where the same rows stand again below the name of somebody else: those are no rivals of them.

Below `Non-consolidated` the lines of a table are printed again. What stands below such a heading is closed whatever it
is, so that it cannot be the line of a row above it. A name in brackets between two blocks may speak of the one above
it, and so may one behind the last figures: then either block may be the issuer's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.map.tables.rows.matches import Match
from iij_xbrl.map.tables.rows.place_keys import PlaceKeys
from iij_xbrl.map.tables.rows.places import match_rows
from iij_xbrl.reasons.scopes import GroupSaysOther, MayBeOfPart, UnknownInGroup


def without_closed(table: FigureTable, matches: tuple[Match, ...], places: Sequence[PlaceKeys]) -> tuple[Match, ...]:
    """The matches of a table, those of its open rows made again where closed ones bear the same labels."""
    closed = {at for at, row in enumerate(table.rows) if row.figures and _is_below_heading(row)}
    names = {_name(table.rows[at]) for at in closed}
    open_rows = (at for at, row in enumerate(table.rows) if row.figures and not row.closed)
    is_rival = any(matches[at].line is None and _name(table.rows[at]) in names for at in open_rows)
    if not is_rival or not table.rows[-1].figures:
        return matches
    rows = tuple(replace(row, label="") if at in closed else row for at, row in enumerate(table.rows))
    again = match_rows(replace(table, rows=rows), places)
    return tuple(_closed(table.rows[at], matches[at]) if at in closed else match for at, match in enumerate(again))


def _closed(row: TableRow, match: Match) -> Match:
    """The match of a row that is closed: where it has no line, it is for what closes it."""
    return match if match.line is not None else replace(match, reason=row.closed)


def _name(row: TableRow) -> str:
    return row.printed_label.casefold()


def _is_below_heading(row: TableRow) -> bool:
    """Whether a row is closed by a row above it that is a heading and no remark."""
    reason = row.closed
    heading = reason.group if isinstance(reason, UnknownInGroup | GroupSaysOther) else ""
    heading = reason.title if isinstance(reason, MayBeOfPart) else heading
    return heading.lstrip()[:1].isalnum()
