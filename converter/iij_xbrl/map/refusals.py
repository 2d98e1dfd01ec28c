"""How a figure that is no fact is refused on the way to one."""

from __future__ import annotations

from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.written import AsGiven


class Unmapped(Exception):  # noqa: N818 - it is no error: it says why a figure is no fact
    """Why a figure is no fact: a value of the catalogue of reasons; words that have no kind yet are as given."""

    def __init__(self, reason: Reason | str) -> None:
        super().__init__(reason)
        self.reason = AsGiven(reason) if isinstance(reason, str) else reason
