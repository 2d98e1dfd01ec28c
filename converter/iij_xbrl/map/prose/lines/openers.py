"""Texts that open lists with a colon, and may say that the items are of something else: `A year ago, we reported:`.

The items below may stand in the same text, or in texts of their own up to the next one that is no item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from iij_xbrl.extract.passages import Passage, Setting
from iij_xbrl.extract.times.partial_periods import part_named
from iij_xbrl.extract.times.periods import Period
from iij_xbrl.languages import JAPANESE
from iij_xbrl.map.prose.lines.items import ITEM
from iij_xbrl.map.prose.lines.lead_lines import headed_by_other
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.titles.lead_ins import opens_on_other
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import UnknownInTitle

_YEAR = 12  # months
_SENTENCES = re.compile(r"(?<=[.;])\s+")


@dataclass(slots=True)
class Openers:
    """What opens the lists of a document, going down through it."""

    accountant: Accountant
    _opened: tuple[Setting, Reason | None] | None = None

    def over(self, passage: Passage) -> Reason | None:
        """Why the entries of a passage are no facts, by what stands above them."""
        if passage.of_table:
            return None
        setting = passage.setting
        head, items = _before_items(passage.text)
        if head:
            reason = self._reason(head, setting) if head.endswith(":") else None
            self._opened = (setting, reason) if head.endswith(":") else None
            return (reason if items else None) or headed_by_other(passage, self.accountant)
        above = self._opened[1] if self._opened and self._opened[0] == setting else None
        return above or headed_by_other(passage, self.accountant)

    def _reason(self, head: str, setting: Setting) -> Reason | None:
        if JAPANESE.script.search(head):
            return None
        last = " ".join(_SENTENCES.split(head.rstrip(":"))[-1].split())
        is_among_forecasts = setting.forecast or any(map(says_forecast, setting.titles[-1:]))
        reason = opens_on_other(f"{last}:", self.accountant, among_forecasts=is_among_forecasts)
        return reason or (UnknownInTitle(last, (last,)) if self._is_of_other_time(last, setting.period) else None)

    def _is_of_other_time(self, text: str, period: Period | None) -> bool:
        """Whether a text names periods, or a part of the year, and not that of the section."""
        named = [mention.period for mention in self.accountant.periods(text) if mention.period.start]
        if period is None or period.start is None or named:
            return bool(named) and period is not None and period not in named
        part = part_named(text)
        first = (period.start.month - self.accountant.calendar.month) % _YEAR
        return part is not None and part != (first, period.months)


def _before_items(text: str) -> tuple[str, bool]:
    """What stands in front of the first item of a text, all of it where there is none; and whether there is one."""
    head: list[str] = []
    for line in text.split("\n"):
        if ITEM.match(line):
            return "\n".join(head).strip(), True
        head.append(line)
    return text.strip(), False
