"""Rows with figures that name somebody else: `Of our peers | 30,100 | 40,800` above `Operating Income`.

Such a row has no measure in its label, so that the rows below it may be measures of whom it names. A total to which it
adds up with the rows beside it is none of them, and ends what it says: `IIJ | hi-ho | Total revenues`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class RowsAbove:
    """The rows with figures since the last total, or since the last row without figures, added up by column."""

    table: FigureTable
    _start: int = 0
    _added: defaultdict[int, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add_up_to(self, at: int, owner: int) -> bool:
        """Whether these rows, that of an owner and one behind it among them, add up to the row behind them."""
        room = Decimal(at - self._start) / 2
        whole = self._amounts(at)
        is_within = self._start <= owner < at - 1
        return (
            is_within
            and bool(whole)
            and all(abs(self._added[column] - amount) <= room for column, amount in whole.items())
        )

    def take(self, at: int, match: Match) -> None:
        """One more row; nothing above a total, or above a row without figures, is of what follows."""
        if self.table.rows[at].figures and not _is_total(match):
            for column, amount in self._amounts(at).items():
                self._added[column] += amount
        else:
            self._start = at + 1
            self._added.clear()

    def _amounts(self, at: int) -> dict[int, Decimal]:
        """The amounts of a row by column, in units of the last digit."""
        figures = (item for item in self.table.rows[at].figures if _is_of_values(self.table, item.column))
        return {item.column: item.figure.value.scaleb(item.figure.places) for item in figures}


def _is_total(match: Match) -> bool:
    return match.line is not None and match.found.kind == "total"


def _is_other(word: str) -> bool:
    return word in OTHERS or key(word) in OTHERS or says("scopes.other_scope", word) is not None


def _is_of_values(table: FigureTable, index: int) -> bool:
    column = table.column(index)
    return column is not None and column.role == "value"
