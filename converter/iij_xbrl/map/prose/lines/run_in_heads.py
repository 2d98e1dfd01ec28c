"""Heads that run in with the text behind them: `Budget: Revenues were JPY5 million. Operating income was ...`.

A few words in front of a colon or a dash say of what or when the sentences behind them are; so do those in bold.
"""

from __future__ import annotations

import re

from iij_xbrl.extract.times.partial_periods import says_part
from iij_xbrl.map.prose.lines.items import MARKS
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.remarks import says_no_amounts
from iij_xbrl.map.scopes.said_behind import says_other_time
from iij_xbrl.map.scopes.words.accounts import Account, Accountant, is_about_other
from iij_xbrl.read.document import Text
from iij_xbrl.read.marks import note_start
from iij_xbrl.read.runs import runs
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import UnknownInTitle

_ITEM = re.compile(r"[\s\W]*")
_HEAD = re.compile(r"(?P<words>[^:;,()]*?)\s*(?::|\s[-–—])(?=\s)")
_ITEM_MARK = re.compile(r"\s*(?:[-•]\s+)?")
_ITALICS = re.compile(r"([*_])(?P<words>[^*_\n]{1,60})\1(?=\s+[^\sa-z])")
_BRACKETED = re.compile(r"\s*[(\[]\s*(?P<words>[^()\[\]\n]{1,60}?)\s*[)\]](?=\s+[A-Z])")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[^\w¥$€]*[A-Z][a-z]+\s+\w+")
_MOST = 4  # words


def run_in_head(line: Text, accountant: Accountant) -> Reason | None:
    """Why what follows the head with which a line begins is no fact; None where it has none, or one that is understood.

    A head that names a time speaks for its own sentence alone: which of those behind it are of that time is not said.
    """
    words = _in_front(line.plain) or _in_bold(line) or _set_apart(line.plain)
    if words[:1].islower() or not 0 < len(words.split()) <= _MOST or not _WORD.search(words):
        return None
    account = accountant.account(words)
    is_timed = (
        says_no_amounts(words)
        or account.narrows
        or (account.names_business and _is_sentence(line.plain, words))
        or bool(accountant.periods(words))
        or says_part(words)
        or says_forecast(words)
        or says_other_time(words)
    )
    if not (is_timed or (is_about_other(account) and not _states(account))):
        return None
    return UnknownInTitle(words, account.unknown or (words,))


def _is_sentence(text: str, head: str) -> bool:
    """Whether a sentence stands behind a head, and no amount."""
    return _SENTENCE.match(text[text.index(head) + len(head) :]) is not None if head in text else False


def _in_front(text: str) -> str:
    begin = _ITEM.match(text)
    head = _HEAD.match(text, begin.end() if begin else 0)
    return head["words"].strip() if head else ""


def _in_bold(line: Text) -> str:
    """The words in bold with which a line begins, where others follow."""
    parts = [run for run in runs(line) if run.text.strip(f" {MARKS}")]
    is_head = len(parts) > 1 and parts[0].style != "plain" and parts[1].style == "plain"
    return parts[0].text.strip(" .:") if is_head else ""


def _set_apart(text: str) -> str:
    """The words in italics, or in brackets, with which a text begins."""
    begin = _ITEM_MARK.match(text)
    start = begin.end() if begin else 0
    head = _ITALICS.match(text, start)
    return (head["words"] if head else head_in_brackets(text, start)).strip(" .:")


def head_in_brackets(text: str, start: int = 0) -> str:
    """The words in brackets with which a text begins, in front of a sentence and no note: `(Budget) Revenues were`."""
    head = None if note_start(text) else _BRACKETED.match(text, start)
    return head["words"] if head else ""


def _states(account: Account) -> bool:
    """Whether it names a line of the issuer, and nobody else."""
    return account.is_understood and account.has_content and not account.names_other
