"""Which sheets of a workbook are of something else by their names."""

from __future__ import annotations

from dataclasses import dataclass, field

from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.titles.shapes import letters
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.read.document import Table, Text
from iij_xbrl.read.origins import CellOrigin
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import UnknownInTitle

_SEVERAL = 2


@dataclass(slots=True)
class Sheets:
    """Counts the titles of each sheet, from the one on that begins with the name of the sheet."""

    _titles: dict[str, int] = field(default_factory=dict)

    def see(self, title: Text) -> None:
        """Count a title."""
        origin = title.span.origin
        if isinstance(origin, CellOrigin):
            seen = self._titles.get(origin.sheet, 0)
            is_name = letters(title.plain).startswith(letters(origin.sheet))
            self._titles[origin.sheet] = seen + 1 if seen or is_name else 0

    def names_other(self, block: Table, accountant: Accountant) -> Reason | None:
        """Why a sheet is of something else by its name; names are short for many things, and most say nothing.

        A sheet may be named by the first of its titles: which of its tables are of forecasts, its titles tell.
        """
        origin = block.rows[0].span.origin
        if not isinstance(origin, CellOrigin):
            return None
        account = accountant.account(origin.sheet)
        is_titled = self._titles.get(origin.sheet, 0) >= _SEVERAL
        is_other = account.names_other or (says_forecast(account.text) and not is_titled)
        return UnknownInTitle(account.text, account.unknown or (account.text,)) if is_other else None
