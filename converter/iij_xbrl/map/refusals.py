"""How a figure that is no fact is refused on the way to one."""

from __future__ import annotations

from iij_xbrl.reasons.base import Reason


class Unmapped(Exception):  # noqa: N818 - it is no error: it says why a figure is no fact
    """Why a figure is no fact: a value of the catalogue of reasons."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
