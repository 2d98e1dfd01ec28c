"""Lines that lead those below them: a name above entries, a head that runs in with sentences, a time of its own."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from iij_xbrl.extract.passages import Passage
from iij_xbrl.extract.times.partial_periods import says_part
from iij_xbrl.extract.title_lines import label_of, may_head
from iij_xbrl.map.prose.lines.items import MARKS, NAME_WORDS
from iij_xbrl.map.prose.lines.run_in_heads import run_in_head
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.titles.reasons import reason_of
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import UnknownInTitle


def headed_by_other(passage: Passage, accountant: Accountant) -> Reason | None:
    """Why all of a passage is of somebody else: a name stands above its entries, which reads on as one of them."""
    lead = may_head([text for _, text in passage.parts[:2]])
    account = accountant.account(lead)
    return reason_of(account) if len(lead.split()) <= NAME_WORDS and account.names_other else None


def run_in(passage: Passage, start: int, accountant: Accountant) -> Reason | None:
    """Why sentences behind one are no facts, with which a line begins: by the head that runs in with it."""
    begin = passage.text.rfind("\n", 0, start) + 1
    if passage.text[begin:start].strip(f" \t{MARKS}[("):
        return None
    at = bisect_left(passage.parts, begin, key=itemgetter(0))
    line = next((text for start, text in passage.parts[at : at + 1] if start == begin), None)
    return run_in_head(line, accountant) if line else None


def said_above(passage: Passage, start: int, accountant: Accountant) -> Reason | None:
    """Why lines below one are no facts, from which nothing was read: it may say of what or when they are."""
    lead = may_head([text for _, text in passage.parts[:2]])
    if lead and start <= passage.text.index(lead):
        account = accountant.account(lead)
        return UnknownInTitle(lead, account.unknown or (lead,)) if _tells_when(lead, accountant) else reason_of(account)
    line = passage.lines_at(start)[-1]
    label = label_of(line)
    account = accountant.account(label)
    is_qualified = bool(account.unknown) and any(tile.is_a("label") for tile in account.tiles)
    is_other = label and (is_qualified or _tells_when(label, accountant))
    return UnknownInTitle(line.strip(), account.unknown or (label,)) if is_other else None


def _tells_when(text: str, accountant: Accountant) -> bool:
    return bool(accountant.periods(text)) or says_part(text) or says_forecast(text)
