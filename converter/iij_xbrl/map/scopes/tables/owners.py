"""Rows with figures that name somebody else: `Of our peers | 30,100 | 40,800` above `Operating Income`.

Such a row has no measure in its label, so that the rows below it may be measures of whom it names. A total to which it
adds up with the rows beside it is none of them, and ends what it says: `IIJ | hi-ho | Total revenues`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from iij_xbrl.extract.rows import TableRow
from iij_xbrl.extract.tables import FigureTable
from iij_xbrl.languages import says
from iij_xbrl.map.labels import key
from iij_xbrl.map.scopes.words.accounts import COMPANY_FORMS, OTHERS, Accountant, is_part
from iij_xbrl.map.scopes.words.vocabulary import WORD
from iij_xbrl.map.tables.rows.matches import Match

_MOST = 6  # words


def names_owner(row: TableRow, match: Match, accountant: Accountant) -> bool:
    """Whether a row with figures is no line, and its label but the name of a company, or of others than the issuer."""
    label = row.printed_label
    if match.line is not None or match.joined or row.period or not label or len(label.split()) > _MOST:
        return False
    account = accountant.account(label)
    words = {word.casefold().strip(".") for run in account.unknown for word in WORD.findall(run)}
    if not account.names_other or any(tile.is_a("title", "heading", "issuer") for tile in account.tiles):
        return False
    if words:
        return bool(words & COMPANY_FORMS) or all(_is_other(word) for word in words)
    return all(is_part(tile) or tile.is_a("neutral") for tile in account.tiles)


def adds_up(table: FigureTable, matches: Sequence[Match], owner: int, at: int) -> bool:
    """Whether the rows above a row, that of an owner among them, add up to it."""
    added: defaultdict[int, Decimal] = defaultdict(Decimal)
    above = at
    while above and table.rows[above - 1].figures and not _is_total(matches[above - 1]):
        above -= 1
        for column, amount in _amounts(table, above).items():
            added[column] += amount
    room = Decimal(at - above) / 2
    whole = _amounts(table, at)
    return (
        above <= owner < at - 1 and bool(whole) and all(abs(added[column] - whole[column]) <= room for column in whole)
    )


def _is_total(match: Match) -> bool:
    return match.line is not None and match.found.kind == "total"


def _is_other(word: str) -> bool:
    return word in OTHERS or key(word) in OTHERS or says("scopes.other_scope", word) is not None


def _amounts(table: FigureTable, at: int) -> dict[int, Decimal]:
    """The amounts of a row by column, in units of the last digit."""
    values = {column.index for column in table.columns if column.role == "value"}
    figures = (item for item in table.rows[at].figures if item.column in values)
    return {item.column: item.figure.value.scaleb(item.figure.places) for item in figures}
