"""What the matches of a pattern begin with, looked at before anything else of it is tried.

A pattern of many words, in small letters or capitals, is tried anew at each character of a text. One look at that
character tells that it cannot begin there, as it cannot nearly anywhere. What is found is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Item = tuple[Any, Any]
"""An instruction of a parsed pattern, with what it takes."""

_WIDTHLESS = frozenset({code.AT, code.ASSERT, code.ASSERT_NOT})
_REPEATS = frozenset({code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT})
_CLASSES = {code.CATEGORY_DIGIT: r"\d", code.CATEGORY_SPACE: r"\s"}  # any other has most characters


def from_beginnings(pattern: str, flags: int) -> str:
    """The pattern, with the characters that its matches begin with looked for in front of it; itself if any may."""
    first = _first(parser.parse(pattern, flags))
    shown = None if first is None else [_shown(char) for char in first]
    if not shown or None in shown:
        return pattern
    end = "\n)" if "#" in pattern else ")"  # behind a comment
    whole = f"(?:{pattern}{end}" if "|" in pattern else pattern
    return f"(?=[{''.join(dict.fromkeys(filter(None, shown)))}]){whole}"


def _first(items: Iterable[Item]) -> list[Item] | None:
    """What the characters are with which instructions can begin; None where that is not known, or there are none."""
    found: list[Item] = []
    for item in items:
        chars, may_be_empty = _beginning(item)
        if chars is None:
            return None
        found += chars
        if not may_be_empty:
            return found
    return None


def _beginning(item: Item) -> tuple[list[Item] | None, bool]:
    """The characters with which one instruction can begin, and whether it may take none."""
    kind, given = item
    if kind in _WIDTHLESS:
        return [], True
    if kind is code.LITERAL:
        return [item], False
    if kind is code.IN:
        return list(given), False
    if kind is code.SUBPATTERN:
        return _first(given[3]), False
    if kind is code.BRANCH:
        ways = [_first(way) for way in given[1]]
        return (None if None in ways else [char for way in ways if way for char in way]), False
    if kind in _REPEATS:
        return _first(given[2]), given[0] == 0
    return None, False


def _shown(char: Item) -> str | None:
    """Characters of a parsed pattern as a class has them; None where there are too many for one to help."""
    kind, given = char
    if kind is code.LITERAL:
        return re.escape(chr(given))
    if kind is code.RANGE:
        return f"{re.escape(chr(given[0]))}-{re.escape(chr(given[1]))}"
    return _CLASSES.get(given) if kind is code.CATEGORY else None
