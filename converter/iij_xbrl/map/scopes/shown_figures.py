"""Whose figures Japanese sentences say that a table shows: `次の表は関西を示しています。`, `上表の数値は海外です。`."""

from __future__ import annotations

from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.scopes.words.accounts import Account, Accountant, is_about_other


def shown_of_other(text: str, accountant: Accountant) -> Account | None:
    """What a sentence says that the figures of a table are, if it is not the issuer's or not understood."""
    match = JAPANESE.patterns["scopes.shows_whose"].search(narrow(text))
    account = accountant.account(match["whom"] or match["of"]) if match else None
    return account if account and is_about_other(account) else None
