"""What a text may hold where it leaves the program: one function a border. Text of a release is from elsewhere.

| border | what is made harmless |
|---|---|
| XML | characters that XML 1.0 does not allow become spaces |
| terminal | control, escape and direction characters become visible signs, one for one, so that columns stay |
| JSON, XML and HTML for people | the same characters are written as escapes or references, which changes no value |
| CSV | cells that a spreadsheet would take for a formula get an apostrophe in front |
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NO_TEXT = "\x7f-\x9f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff"
_NOT_FOR_TERMINALS = re.compile(f"[\x00-\x08\x0b-\x1f{_NO_TEXT}{_DIRECTIONS}\u2028\u2029]")
_NOT_FOR_JSON = re.compile(f"[{_NO_TEXT}{_DIRECTIONS}\u2028\u2029]")
_PICTURES = 0x2400  # of the control characters, in the same order
_FORMULAS = frozenset("=+-@\t\r")
_NUMBER = re.compile(r"[+-]?[\d,.]*\d\s?[%％]?|[+-]?\d+(?:\.\d+)?[Ee][+-]?\d+|-+")


def xml_text(text: str) -> str:
    """The text without the characters that XML does not allow; of the same length."""
    if text.isprintable():
        return text  # nearly all is: told without a look at each character
    return _NOT_XML.sub(" ", text)


def terminal_text(text: str) -> str:
    """The text without what a terminal obeys; of the same length. Line feeds and tabs stay."""
    return _NOT_FOR_TERMINALS.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(_PICTURES + code) if code < ord(" ") else "\ufffd"


def json_text(text: str) -> str:
    """A JSON document, of which the strings hold escapes for what a terminal or an editor obeys."""
    return _NOT_FOR_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def markup_text(text: str) -> str:
    """A document in XML or HTML, with references in place of what a terminal or an editor obeys."""
    return _NOT_FOR_JSON.sub(lambda match: f"&#x{ord(match.group()):x};", text)


def csv_cell(text: str) -> str:
    """A cell of a CSV file; what a spreadsheet would calculate is text there, too."""
    return f"'{text}" if text[:1] in _FORMULAS and not _NUMBER.fullmatch(text) else text


def csv_row(texts: Iterable[str]) -> list[str]:
    """The cells of a row of a CSV file, as `csv_cell` gives each."""
    return [text if text[:1] not in _FORMULAS else csv_cell(text) for text in texts]


def from_csv_cell(text: str) -> str:
    """What `csv_cell` was given."""
    return text[1:] if text.startswith("'") and text[1:2] in _FORMULAS else text
