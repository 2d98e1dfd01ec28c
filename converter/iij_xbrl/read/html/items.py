"""The marks in front of the items of lists, as a browser shows them: a bullet, or the number of an item.

An item whose text begins with an item of another list has the marks of both, but one bullet. One of a list within a
list is set in, so that what it stands below is seen.
"""

from __future__ import annotations

import re

from lxml import etree

BULLET = "• "
INDENT = "  "
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_LETTERS = 26
_ROMAN = (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")


class Items:
    """What stands in front of the next text."""

    def __init__(self) -> None:
        self._numbers: dict[etree._Element, int] = {}  # of the last item of each list
        self._marks = ""
        self._open: list[etree._Element] = []

    def begins(self, item: etree._Element) -> None:
        """An item begins."""
        self._open.append(item)
        mark = self._mark(item)
        if mark != BULLET or not self._marks.endswith(BULLET):
            self._marks += mark

    def ends(self, item: etree._Element) -> None:
        """An item ends; where it says nothing, it has no mark. One that is not shown has not begun."""
        self._marks = ""
        if self._open and self._open[-1] is item:
            self._open.pop()

    def taken(self) -> str:
        """The marks, which stand in front of one text, and how far they are set in."""
        marks, self._marks = self._marks, ""
        return marks and INDENT * (len(self._open) - 1) + marks

    def _mark(self, item: etree._Element) -> str:
        around = item.getparent()
        if around is None or around.tag != "ol":
            return BULLET
        number = _number(item.get("value")) or self._numbers.get(around, (_number(around.get("start")) or 1) - 1) + 1
        self._numbers[around] = number
        if _UNMARKED.search(around.get("style", "")) or _UNMARKED.search(item.get("style", "")):
            return ""
        return f"{_written(number, item.get('type') or around.get('type') or '1')}. "


def _number(text: str | None) -> int | None:
    digits = (text or "").strip()
    return int(digits) if digits.isdecimal() and digits.isascii() and len(digits) < len("10000") else None


def _written(number: int, kind: str) -> str:
    if kind in ("a", "A") and 0 < number <= _LETTERS:
        return chr(ord(kind) + number - 1)
    if kind in ("i", "I") and 0 < number < _ROMAN[0][0] * 4:
        roman = ""
        for value, letters in _ROMAN:
            count, number = divmod(number, value)
            roman += letters * count
        return roman.upper() if kind == "I" else roman
    return str(number)
