"""What short texts between a title and its table say of the table, such as `Figures of the parent company:`.

Such a text speaks of the table below it, so each of its words counts, as those of a title do. A statement about a line
(`Revenues grew steadily.`) tells of the business, and an amount in a text makes it one that is read for itself.
Japanese names are titles, and Japanese sentences speak of a table where they point at it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from iij_xbrl.extract.captions import table_unit
from iij_xbrl.extract.misread_titles import misread_again
from iij_xbrl.extract.times.periods import days_named
from iij_xbrl.extract.times.years_beside import years_written
from iij_xbrl.languages import JAPANESE, LANGUAGES, patterns_of, says
from iij_xbrl.map.scenarios import says_forecast
from iij_xbrl.map.scopes.said_behind import says_other_time
from iij_xbrl.map.scopes.shown_figures import shown_of_other
from iij_xbrl.map.scopes.titles.shapes import AMOUNT
from iij_xbrl.map.scopes.words.accounts import Account, Accountant
from iij_xbrl.read.document import Paragraph
from iij_xbrl.read.marks import note_start
from iij_xbrl.reasons.base import Reason
from iij_xbrl.reasons.scopes import UnknownInTitle

_OTHER_SCOPE = patterns_of("scopes.other_scope")
_SPEAKS = patterns_of("scopes.speaks_of_table")
(_LEAD,) = patterns_of("scopes.lead_of_name")
_POINTING, _UP, _DOWN = (
    frozenset(word for language in LANGUAGES for word in language.words.get(name, ()))
    for name in ("pointing", "up", "down")
)
_PLACES = frozenset(word for language in LANGUAGES for word in language.words.get("places", ()))
_MOVES = _UP | _DOWN
_TELLING = tuple(f"{word} " for language in LANGUAGES for word in language.words.get("aiming", ()))
_LONGEST = 30  # words of a text that is no passage
_SHORT = 16  # words of a text that may be nothing but a remark on the table
_FEW_WORDS = 6  # of a name
_HELD = re.compile(r"\(\s*\d[\d.]*\s?%\s*\)")  # behind a name: how much of it is held
_ANGLES = re.compile(r"^<(?P<title>[^<>]+)>$")
_NUMBER = re.compile(r"\d[\d,.]*")
_BRACKETS = re.compile(r"[(（\[【〔]([^()（）]{1,20})[)）\]】〕]")
_WORD = re.compile(r"[^\W\d_]+")


def lead_in(blocks: Sequence[Paragraph], accountant: Accountant, *, noted: bool, title: str = "") -> Reason | None:
    """Why a table is closed by the texts above it, the nearest last; those that state but a unit are passed over.

    `noted` tells that another table stands above them, whose notes they may be; `title` is the heading over them.
    """
    texts = [_tidy(block) for block in blocks]
    for block, text, above in zip(blocks[::-1], texts[::-1], [*texts[-2::-1], title], strict=True):
        if noted and note_start(block.lines[0].raw):
            return None
        if JAPANESE.script.search(text):
            shown = shown_of_other(text, accountant)
            return _in_brackets(text) or (UnknownInTitle(text, shown.unknown or (shown.text,)) if shown else None)
        reason = None if misread_again(text, title) or misread_again(text, above) else _reason(text, accountant)
        if reason or not _is_bare(accountant.account(text)):
            return reason
    return None


def opens_on_other(text: str, accountant: Accountant, *, among_forecasts: bool) -> Reason | None:
    """Why the items of a list are closed by the text that opens it with a colon, however long it is.

    It says that they are of another scope or time, or supposed, or expected where the title above is not of forecasts.
    """
    supposed = says("scopes.supposes", text)
    if supposed:
        return UnknownInTitle(text, (supposed.group(),))
    account = accountant.account(text)
    untimed = accountant.without_periods(text)
    is_scope = account.narrows or (account.names_business and len(text.split()) <= _FEW_WORDS and account.is_understood)
    is_other = (
        is_scope or account.names_other or says_other_time(text) or any(item.search(untimed) for item in _OTHER_SCOPE)
    )
    is_other = is_other or _names_somebody(text, account)
    is_expected = says_forecast(text) and not among_forecasts
    return UnknownInTitle(text, account.unknown or (account.text,)) if is_other or is_expected else None


def _names_somebody(text: str, account: Account) -> bool:
    """Whether unknown words of a text, behind its first, are names: `Highlights of NTT Communications' half year`."""
    unknown = {word for run in account.unknown for word in _WORD.findall(run)}
    words = _WORD.findall(text)[1:] if len(text.split()) <= _SHORT else []
    return any(word in unknown and word[0].isupper() and word.casefold() not in _PLACES for word in words)


def _tidy(block: Paragraph) -> str:
    """The text of a paragraph, without the brackets around a title: `<Operating activities>`."""
    text = " ".join(" ".join(line.plain.split()) for line in block.lines)
    return _ANGLES.sub(r"\g<title>", text)


def _in_brackets(text: str) -> Reason | None:
    """Why a Japanese remark that stands alone in brackets, `（修正前）`, closes the table below it."""
    inner = _BRACKETS.fullmatch(text) if table_unit(text) is None else None
    is_other = inner is not None and any(pattern.search(text) for pattern in _OTHER_SCOPE)
    return UnknownInTitle(text, (inner[1],)) if inner and is_other else None


def _is_bare(account: Account) -> bool:
    """Whether a text says a unit, a period, or what changes nothing."""
    return account.is_understood and all(tile.is_a("neutral") for tile in account.tiles)


def _reason(text: str, accountant: Accountant) -> Reason | None:
    if table_unit(text) is not None:
        return None
    text = _HELD.sub("", text).strip()
    name = _LEAD.sub("", text)
    account = accountant.account(text)
    states = _counts(account) or AMOUNT.search(text)
    is_name = len(_WORD.findall(name)) <= _FEW_WORDS and name != text and not states
    account = accountant.account(name) if is_name else account
    says_so = any(pattern.search(text) for pattern in _SPEAKS) and len(text.split()) <= _LONGEST
    untimed = accountant.without_periods(text)  # `Third Quarter FY2007` is one, and no part of another
    is_scope = any(pattern.search(untimed) for pattern in _OTHER_SCOPE) and (
        is_name or says_so or not account.has_content
    )
    is_other = account.names_other or is_scope
    if not (is_name or says_so or (_is_remark(text, account) and (is_other or not _is_narrated(text)))):
        return None
    unknown = [word for run in account.unknown for word in _WORD.findall(run) if word.casefold() not in _POINTING]
    narrows = account.narrows and not says("scopes.cash_flows", text)  # `Main business`
    if unknown or is_other or narrows or (is_name and not text.endswith(":") and _is_part(account)):
        return UnknownInTitle(account.text, account.unknown or (account.text,))
    return None


def _is_part(account: Account) -> bool:
    return any(
        tile.is_a("label", "member") and not tile.is_a("title", "heading", "issuer", "neutral")
        for tile in account.tiles
    )


def _is_remark(text: str, account: Account) -> bool:
    """Whether a text is short, and states nothing of its own: no move of a line, no count, no amount."""
    moves = any(word.casefold() in _MOVES for word in _WORD.findall(text)) and account.has_content
    return len(text.split()) <= _SHORT and not (moves or _counts(account) or AMOUNT.search(text))


def _is_narrated(text: str) -> bool:
    """Whether a text tells what the issuer did, as `We opened three shops.` does."""
    return text.endswith(".") and text.casefold().startswith(_TELLING)


def _counts(account: Account) -> bool:
    days = {str(number) for day in days_named(account.text) for number in (day.day, day.year)}
    numbers = {tile.text for tile in account.tiles if _NUMBER.fullmatch(tile.text)}
    return bool(numbers - days - {str(year) for year in years_written(account.text)})
