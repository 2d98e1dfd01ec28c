"""What a piece of a table looks like, whatever it means: a figure, a sign that stands apart, a bullet."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

from iij_xbrl.languages import patterns_of

_FIGURE = re.compile(
    r"""
    [(（\[]?\s?[△▲−－–+-]?\s?
    (?:[A-Z]{0,3}[$¥￥€£]|[A-Z]{3})?\s?
    [(（\[]?[△▲−－–+-]?\s?
    (?:\d(?:[\d,.，．]*\d)?|\.\d+)
    \s?[%％]?\s?[)）\]]?\s?[%％]?
    (?:\s[^\W\d_]{1,8}\.?|[A-Za-z]{3,8}|[\u30a0-\u30ff\u3400-\u9fff]{1,4})?
    \s?[*†‡※]{0,3}\d?[)）\]]?…?
    """,
    re.VERBOSE,
)
_DASH = re.compile(r"[(（]?\s?(?:[-‐‑–—−―－ー]{1,3}|_)\s?[)）]?\s?[%％]?|[.,·]{1,3}")
_DOT = re.compile(r"[.,·]{1,3}")
_YEAR = re.compile(r"(?:19|20|１９|２０)\d\d")
_IN_FRONT = re.compile(r"(?:[A-Z]{0,3}[$¥￥€£]|[A-Z]{3})?\s?[(（\[△▲−－–-]?|[A-Z]{3}\s?[(（]?")
_BEHIND = re.compile(r"[)）\]]?\s?[%％]?[)）\]]?")
_BULLET = re.compile(
    r"[•◦‣·●○■□◆◇▪▫➤▶►*–—-]|[(（<]?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[)）.>]|[①-⑳]|[(（]?[*※†‡]{1,2}\d{1,2}[.)）]?"
)
_ITEM = re.compile(r"(?:[(（]\w{1,3}[)）]|\d{1,2}[．.、]|[①-⑳※【■●◆])\s?[^\W\d_]")
_ASIDE = re.compile(r"[(（]\s?[^\W\d_][^()（）]*[)）]")
_IN_PARENTHESES = re.compile(r"[(（][^()（）]*[)）]")
_OF_DATES = patterns_of("pages.of_date")
_WIDE_SCRIPTS = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))
_LETTER = re.compile(r"[^\W\d_]")


def is_wide(char: str) -> bool:
    """Whether a character is of a script that sets one as wide as the other: Han, Kana, full-width forms."""
    return any(low <= ord(char) <= high for low, high in _WIDE_SCRIPTS)


def is_figure(text: str) -> bool:
    """Whether a piece is one figure, or a dash; a year is none, nor what is left of a date: `31日）`."""
    return bool(_DASH.fullmatch(text)) or (
        bool(_FIGURE.fullmatch(text))
        and not _YEAR.fullmatch(text)
        and not any(pattern.fullmatch(text) for pattern in _OF_DATES)
    )


def is_year(text: str) -> bool:
    """Whether a piece is a year and nothing else."""
    return bool(_YEAR.fullmatch(text))


def is_number(text: str) -> bool:
    """Whether a piece is one figure, a dash, or a year."""
    return is_figure(text) or bool(_YEAR.fullmatch(text))


def is_dash(text: str) -> bool:
    """Whether a piece is a dash."""
    return bool(_DASH.fullmatch(text))


def goes_in_front(text: str, *, first: bool = False) -> bool:
    """Whether a piece is a currency or an opening sign that belongs to the figure behind it.

    Three letters that are the `first` of their line are a label.
    """
    return bool(text and _IN_FRONT.fullmatch(text)) and not is_dash(text) and not (first and text.isalpha())


def goes_behind(text: str) -> bool:
    """Whether a piece closes the figure in front of it."""
    return bool(text and _BEHIND.fullmatch(text))


def is_dot(text: str) -> bool:
    """Whether a piece is a dot that stands for nothing."""
    return bool(_DOT.fullmatch(text))


def is_bullet(text: str) -> bool:
    """Whether a piece is the bullet or number of an item of a list."""
    return bool(_BULLET.fullmatch(text))


def stands_apart(text: str) -> bool:
    """Whether a line of a wide script, which has no spaces, is one of its own.

    It begins with the number or mark of an item or a note, `２．配当`, or is all in parentheses, `（単位：千円）`.
    """
    match = _ITEM.match(text) or _ASIDE.fullmatch(text)
    return match is not None and any(east_asian_width(char) == "W" for char in match.group())


def is_aside(text: str) -> bool:
    """Whether a text of a wide script is all in parentheses: `（単位：千円）`."""
    match = _IN_PARENTHESES.fullmatch(text)
    return match is not None and any(is_wide(char) and char.isalpha() for char in text)


def letters(text: str) -> int:
    """How many letters a piece has."""
    return len(_LETTER.findall(text))
