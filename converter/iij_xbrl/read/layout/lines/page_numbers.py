"""Numbers of pages: alone on a line, and each as far ahead of its page as another one is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

_NUMBER = re.compile(r"\s*[-–—\[(]?\s?(\d{1,4})\s?(?:/\s?\d{1,4})?\s?[-–—\])]?\s*")
_FEWEST = 2  # pages that count
_AHEAD = 1000  # a page number is not further ahead of the page: a year is

Item = TypeVar("Item")


def number_of_page(text: str) -> int | None:
    """The number that a line is, with the signs and the number of all pages beside it; None for any other."""
    match = _NUMBER.fullmatch(text)
    return int(match[1]) if match else None


def counting(found: Iterable[tuple[int, int, Item]], *, fewest: int = _FEWEST) -> list[Item]:
    """Those of numbers that count pages, each given with its page and what it is of."""
    ahead: dict[int, list[Item]] = defaultdict(list)
    for page, number, item in found:
        ahead[number - page].append(item)
    return [item for shift, items in ahead.items() if len(items) >= fewest and shift <= _AHEAD for item in items]
