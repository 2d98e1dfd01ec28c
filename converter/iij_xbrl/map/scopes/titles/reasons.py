"""What a title says that closes what stands below it, and of which kind a text is that may do so."""

from __future__ import annotations

import re

from iij_xbrl.extract.captions import table_unit
from iij_xbrl.extract.sections import is_remark
from iij_xbrl.extract.widths import narrow
from iij_xbrl.languages import patterns_of, says
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.remarks import says_change, says_ratio
from iij_xbrl.map.scopes.titles.japanese_titles import is_japanese_name
from iij_xbrl.map.scopes.titles.shapes import ITEM, tidy
from iij_xbrl.map.scopes.words.accounts import Account, Accountant, is_about_other
from iij_xbrl.read.document import Block, Paragraph, Table, Text
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import UnknownInTitle

_PARTING = re.compile(r"[()\[\]（）:：,]|\s[-–—]+\s|—")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_REMARK = re.compile(r"\([^()]*\)")
_ITEM_WORDS = 4  # more of them say something
_WHOSE = patterns_of("scopes.whose_figures")


def reason_of(account: Account) -> Reason | None:
    """Why what stands below a title is no fact; None where all of it is understood, and it says nothing narrower."""
    if not is_about_other(account):
        said = next(filter(says_ratio, _parts(account.text)), account.text if account.narrows_as_title else None)
        return UnknownInTitle(account.text, (said.strip(),)) if said else None
    part = account.part_of_table
    parts = (part,) if part else tuple(tile.text for tile in account.tiles if tile.is_a("member", "company"))
    named = account.unknown or parts
    return UnknownInTitle(account.text, named)


def reason_over_text(account: Account) -> Reason | None:
    """Why sentences and lists below a title are no facts; one that says changes may stand over a table with such."""
    return UnknownInTitle(account.text, (account.text,)) if is_of_changes(account) else reason_of(account)


def is_of_changes(account: Account) -> bool:
    """Whether a title, or a part of one, says that what stands below it are changes: `Results (Change)`."""
    is_part = any(map(says_change, _parts(account.text)))
    return is_part or says("headers.change_of_results", account.text) is not None


def _parts(title: str) -> list[str]:
    """The parts of a title: those that brackets, dashes, colons and commas part."""
    return [part for part in _PARTING.split(title) if part.strip()]


def of_name(line: Text, accountant: Accountant) -> Reason | None:
    """Why a few words that stand alone close the text below them: nothing knows them, and they state nothing."""
    text = tidy(line)
    account = accountant.account(text)
    tells = any(tile.is_a("title", "heading", "label") and not tile.is_a("issuer") for tile in account.tiles)
    is_dated = _DIGIT.search(_REMARK.sub("", text)) and not text.endswith(":")
    is_name = len(_WORD.findall(text)) <= _ITEM_WORDS and not is_dated and not tells
    begins = text.strip("*_ ")[:1].isupper() or is_japanese_name(line, accountant.calendar)
    return reason_of(account) if is_name and begins else None


def leads_list(block: Paragraph, after: Block | None) -> bool:
    """Whether a text stands right above the items of a list, or ends with a colon."""
    is_above = isinstance(after, Paragraph) and bool(ITEM.match(after.lines[0].plain))
    text = block.lines[-1].plain.rstrip()
    return not ITEM.match(block.lines[0].plain) and (is_above or text.endswith((":", "：")))


def says_other_scope(text: str) -> bool:
    """Whether a text has a word for another scope than that of the issuer with its group."""
    return says("scopes.other_scope", text) is not None


def says_whose(text: str, account: Account) -> bool:
    """Whether a text says whose figures are meant, in words that are not understood: `※ ...の数値`."""
    return bool(account.unknown) and any(pattern.search(text) for pattern in _WHOSE)


def of_hints(table: Table, accountant: Accountant) -> Reason | None:
    """Why a table is of something else by what its markup says of it, or of one of its cells."""
    accounts = (accountant.account(text) for text in table.hints)
    return next((reason_of(item) for item in accounts if _is_hint_of_other(item)), None)


def _is_hint_of_other(account: Account) -> bool:
    """Whether what markup says of a table tells that it is of something else, beside words that are not understood."""
    is_other = says_other_scope(account.text) or says_forecast(account.text) or is_qualified(account)
    return account.names_other or (bool(account.unknown) and is_other)


def names_something(account: Account) -> bool:
    """Whether a title names anything, and is no remark or unit."""
    text = narrow(account.text)
    is_aside = is_remark(text) or table_unit(text) is not None
    return not is_aside and (account.has_content or len(account.tiles) > 1)


def is_qualified(account: Account) -> bool:
    """Whether a title names a table of the taxonomy beside words that are not understood."""
    return any(tile.is_a("title", "heading", "label") for tile in account.tiles)
