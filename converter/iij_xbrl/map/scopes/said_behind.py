"""What is said of figures behind them: `(both for the previous year)`, `（いずれも前期）`, `These are targets.`.

A clause that points back at the figures in front of it says that they are of another scope, of another time, or that
they are expected. One in brackets behind words of its line speaks of that line, any other of all in front of it. What
it compares them with is no time of theirs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from iij_xbrl.extract.passages import Passage
from iij_xbrl.extract.times.periods import Period
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import ENGLISH, JAPANESE, patterns_of
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.words.accounts import Accountant
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import NoteSaysOther

_OTHER_SCOPE = patterns_of("scopes.other_scope")
_OF_ALL_ABOVE = patterns_of("scopes.all_above")
_OF_ALL, _SAID_OF_OTHER, _ROUNDING, _AMOUNT = (
    JAPANESE.patterns[f"scopes.{name}"] for name in ("of_all", "said_of_other", "said_of_rounding", "figure_said")
)
_NOTED = re.compile(r"\n\s{0,4}(?P<mark>\*{1,3}|[†‡※]\d{0,2}|\(\d\))\s?(?P<clause>[^\W\d][^\n]{1,80})")
_FIGURE = re.compile(r"\d")
_FEW, _NAME = 4, 30  # words and characters of a name
_WORDS = 10  # of a clause that tells a time and nothing else
_SHORT = 16  # characters of a clause in which each word counts
_BEGIN_REMARKS = frozenset("(（〔［[【※*†‡")
_WORD = re.compile(r"[^\W_]{3}")


@dataclass(frozen=True, slots=True)
class SaidBehind:
    """Clauses that say that figures in front of them are of something else: from where on, up to where, and why.

    They stand in order; `over_all` is the last that speaks of all in front of it, up to where and why.
    """

    clauses: tuple[tuple[int, int, Reason], ...] = ()
    over_all: tuple[int, Reason] | None = None

    def of(self, place: int) -> Reason | None:
        """Why a figure at a place is no fact; None where nothing behind it speaks of it."""
        if self.over_all and place < self.over_all[0]:
            return self.over_all[1]
        at = bisect_right(self.clauses, place, key=itemgetter(1))
        nearest = self.clauses[at] if at < len(self.clauses) else None
        return nearest[2] if nearest and nearest[0] <= place else None


def said_behind(passage: Passage, after: str, accountant: Accountant) -> SaidBehind:
    """What a text, and the one behind it, say of its figures behind them."""
    letters = [*passage.text, "\n", *after]
    for offset, _ in passage.parts[1:]:
        if letters[offset - 1].isspace() and letters[offset] in _BEGIN_REMARKS:
            letters[offset - 1] = "\n"  # such a line stands for itself
    text, period = "".join(letters), passage.setting.period
    said = (*_clauses(text, accountant, period), *_remarks(text, len(passage.text), accountant))
    found = sorted(said, key=itemgetter(1))
    over_all = next(((end, reason) for start, end, reason in reversed(found) if not start), None)
    return SaidBehind(tuple(found), over_all)


def begins_remark(text: str) -> bool:
    """Whether a text begins as a remark or a note does."""
    return text.lstrip()[:1] in _BEGIN_REMARKS


def speaks_of_all_above(text: str, accountant: Accountant) -> Reason | None:
    """Why all above a remark is no fact, up to the next heading or table, by what it says: `（以上、前年同期）`."""
    if not any(pattern.search(narrow(text)) for pattern in _OF_ALL_ABOVE) or _AMOUNT.search(text):
        return None
    return NoteSaysOther(" ".join(text.split())) if says_other(text, accountant) else None


def says_other(clause: str, accountant: Accountant) -> bool:
    """Whether a clause says that figures are of another scope or time, or expected."""
    if JAPANESE.script.search(clause) and _SAID_OF_OTHER.search(clause):
        return True
    is_other = any(pattern.search(clause) for pattern in _OTHER_SCOPE) or says_forecast(clause)
    return is_other or accountant.account(clause).names_other or says_other_time(clause)


def _clauses(text: str, accountant: Accountant, period: Period | None) -> Iterator[tuple[int, int, Reason]]:
    for match in ENGLISH.patterns["scopes.points_back"].finditer(text):
        clause, start = match["clause"], match.start("clause")
        if says_other(clause, accountant) or _names_other_period(clause, accountant, period):
            yield 0, start, NoteSaysOther(" ".join(clause.split()))
    if not JAPANESE.script.search(text):
        return
    plain = narrow(text)
    for match in JAPANESE.patterns["scopes.points_back"].finditer(plain):
        clause, start = match["clause"], match.start("clause")
        if not _AMOUNT.search(clause) and _is_other_in_japanese(clause, accountant, period):
            yield _begin(plain, start), start, NoteSaysOther(" ".join(text[start : match.end()].split()))


def _remarks(text: str, end: int, accountant: Accountant) -> Iterator[tuple[int, int, Reason]]:
    """What the last line of a text in brackets says of it, and notes whose marks it bears."""
    last = len(text[:end].rstrip())
    for match in ENGLISH.patterns["scopes.line_in_brackets"].finditer(text):
        is_last = last <= match.end() <= end
        if is_last and _names_other(match["clause"], accountant):
            yield 0, match.start("clause"), NoteSaysOther(" ".join(match["clause"].split()))
    for match in _NOTED.finditer(text):
        if text.find(match["mark"], 0, match.start()) >= 0 and _names_other(match["clause"], accountant):
            yield 0, match.start("clause"), NoteSaysOther(" ".join(match["clause"].split()))


def _names_other(clause: str, accountant: Accountant) -> bool:
    """Whether a few words are of something else, or those that nothing knows."""
    account = accountant.account(clause)
    is_name = len(clause.split()) <= _FEW and len(clause) <= _NAME and not _FIGURE.search(clause)
    is_unknown = bool(account.unknown) and not account.has_content
    return len(clause.split()) <= _WORDS and (says_other(clause, accountant) or (is_name and is_unknown))


def _begin(text: str, start: int) -> int:
    """From where on a clause speaks of figures: from its line on, where words stand in front of it there."""
    line = text.rfind("\n", 0, start) + 1
    is_of_all = any(pattern.match(text, start) for pattern in _OF_ALL_ABOVE)
    return 0 if is_of_all or not _WORD.search(text, line, start) else line


def _is_other_in_japanese(clause: str, accountant: Accountant, period: Period | None) -> bool:
    if says_other(clause, accountant) or _names_other_period(clause, accountant, period):
        return True
    lead = _OF_ALL.match(clause)
    is_short = lead is not None and len(clause) <= _SHORT and not _ROUNDING.search(clause)
    return is_short and lead is not None and bool(accountant.account(clause[lead.end() :]).unknown)


def says_other_time(clause: str) -> bool:
    """Whether a clause says another time than that of its section, and compares nothing with it: `a year ago`."""
    if JAPANESE.script.search(clause):
        times = JAPANESE.patterns["scopes.other_time"].finditer(clause)
        return any(not JAPANESE.patterns["scopes.compares"].match(clause, time.end()) for time in times)
    time = ENGLISH.patterns["scopes.other_time"].search(clause)
    is_short = len(clause.split()) <= _WORDS
    return is_short and bool(time) and not ENGLISH.patterns["scopes.compares"].search(clause)


def _names_other_period(clause: str, accountant: Accountant, period: Period | None) -> bool:
    """Whether a clause names another period than that of its section, and compares nothing with it."""
    if len(clause.split()) > _WORDS or any(item.search(clause) for item in patterns_of("scopes.compares")):
        return False
    named = [mention.period for mention in accountant.periods(clause)]
    return bool(named) and not any(_agree(item, period) for item in named)


def _agree(named: Period, period: Period | None) -> bool:
    return period is not None and (named.holds(period) if named.start else named.end == period.end)
