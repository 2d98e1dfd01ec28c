"""How a line stands: like a title, in bold, in capitals, or as an address for questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from iij_xbrl.languages import patterns_of
from iij_xbrl.map.scopes.words.accounts import COMPANY_FORMS
from iij_xbrl.read.document import Text
from iij_xbrl.read.runs import runs

ITEM = re.compile(r"\s*(?:[-–•◆◇■○●・>➤▶►]|\*\s)")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_NUMBER = re.compile(r"[^\W_]+")
_LONGEST = 160
_CONTACTS = patterns_of("scopes.contact")
_SITES, _TELEPHONES = patterns_of("non_facts.url"), patterns_of("non_facts.phone")
AMOUNT = re.compile(r"[¥￥$€]\s?\d|\b[A-Z]{3}\s?\d|\d\s?%")
CLOSED = re.compile(r"(?<!\S)(?P<word>\S*)[.;!?。]\s*$")
_SMALL = 3  # letters of words that titles do not capitalise
_CAPITALS = 3, 4  # of four long words three


def is_title_like(text: Text) -> bool:
    """Whether a line may be a title: no sentence, item or address, and no amount in it."""
    line = tidy(text)
    closed = CLOSED.search(line)
    if not line or len(line) > _LONGEST or ITEM.match(line):
        return False
    if closed and closed["word"].casefold() not in COMPANY_FORMS:
        return False
    return not (is_contact(line) or AMOUNT.search(line))


def ends_name(text: str) -> bool:
    """Whether a line is but the end of a name that begins elsewhere: `Inc.`, torn off by a page or a column."""
    words = _WORD_OR_NUMBER.findall(text.casefold())
    return text.endswith(".") and bool(words) and all(word in COMPANY_FORMS for word in words)


def whole_names(lines: Iterable[Text]) -> Iterator[tuple[Text, str]]:
    """The lines of a text, each with what it says; the end of a name goes with the line above, or is left out."""
    held: tuple[Text, str] | None = None
    for line in lines:
        text = tidy(line)
        if ends_name(text):
            held = (held[0], f"{held[1]} {text}") if held else None
            continue
        if held:
            yield held
        held = line, text
    if held:
        yield held


def is_bold(text: Text) -> bool:
    """Whether all of a line is set in bold or otherwise apart."""
    return all(run.style != "plain" for run in runs(text) if run.text.strip())


def is_contact(text: str) -> bool:
    """Whether a text says whom to ask."""
    return any(pattern.search(text) for pattern in _CONTACTS)


def is_address(text: str) -> bool:
    """Whether a text is addresses of the web, of mail or of telephones and nothing else: `URL: www.iij.ad.jp`."""
    rest = text
    for pattern in (*_SITES, *_TELEPHONES):
        rest = pattern.sub(" ", rest)
    return rest != text and not any(_WORD.search(part) for part in rest.split() if not is_contact(part))


def names_site(text: str) -> bool:
    """Whether a text holds an address of the web or of mail, whose words tell whose it is."""
    return any(pattern.search(text) for pattern in _SITES)


def is_capitalised(text: str) -> bool:
    """Whether most of its long words begin with capitals."""
    words = [word for word in _WORD.findall(text) if len(word) > _SMALL]
    share, whole = _CAPITALS
    return bool(words) and sum(word[0].isupper() for word in words) * whole >= len(words) * share


def tidy(text: Text) -> str:
    """The text with single spaces."""
    return " ".join(text.plain.split())


def letters(text: str) -> str:
    """Its letters and digits, in small letters."""
    return "".join(filter(str.isalnum, text.casefold()))
