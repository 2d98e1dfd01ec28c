"""Whether a page can be read: pictures of pages hold no text, and some fonts do not say which letters they draw."""

from __future__ import annotations

import math
import re
from collections import Counter

from iij_xbrl.read.layout.page import Page

_PICTURE = 0.05  # of a page: a page without text that shows more is a picture of a page
_DRAWN = 200  # lines and areas: the same for text that is drawn as outlines
_UNREADABLE = 0.05  # of the characters: what no font maps, private and control characters
_ENOUGH = 200  # letters: fewer tell nothing of a language
_LIKENESS = 0.75  # to the letters of a language
_WORD = re.compile(r"[A-Za-z]+")
# How often each letter stands in a thousand of written English; other languages in Latin letters are alike enough.
_OFTEN = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        (82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20, 1),
        strict=True,
    )
)
_OCR = "run text recognition on it, and check its figures, or take the file that it was printed from"


def problem(page: Page) -> str:
    """Why the text of a page cannot be trusted, and what to do; empty where it can."""
    text = "".join(character.text for character in page.characters)
    if not text.strip():
        if page.pictures > _PICTURE:
            return f"this page is a picture without text, such as a scan; {_OCR}"
        if len(page.rules) > _DRAWN:
            return f"the text of this page is drawn as outlines and cannot be read; {_OCR}"
        return ""
    if _is_unreadable(text, page.unmapped) or not _is_language(text):
        return "the fonts of this page do not say which letters they draw; export it again, with Unicode text"
    return ""


def _is_unreadable(text: str, unmapped: int) -> bool:
    strange = sum(
        char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or (char < " ") or "\x7f" <= char < "\xa0" for char in text
    )
    return strange + unmapped > max(_UNREADABLE * len(text), 2)


def _is_language(text: str) -> bool:
    """Whether letters are as frequent as in a language; other scripts are taken as they are.

    A font without a map gives other letters for the ones that it draws, always the same: those frequent in the page are
    then rare in any language.
    """
    visible = [char for char in text if not char.isspace()]
    letters = sum(char.isalpha() for char in visible)
    figures = sum(char.isdigit() or char in ".,()-–—%$¥" for char in visible)
    if len(visible) > _ENOUGH and letters + figures < 0.5 * len(visible):
        return False
    counts = Counter("".join(_WORD.findall(text)).lower())
    if sum(counts.values()) < max(_ENOUGH, 0.4 * letters):
        return True
    product = sum(counts[letter] * often for letter, often in _OFTEN.items())
    lengths = math.hypot(*counts.values()) * math.hypot(*_OFTEN.values())
    return product / lengths > _LIKENESS
