"""Numbers of pages in a text with form feeds: the first or last line of a page, and each as far ahead of its page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

_NUMBER = re.compile(r"\s*[-–—\[(]?\s?(\d{1,4})(?:\s?/\s?\d{1,4})?\s?[-–—\])]?\s*")
_FEWEST = 2  # pages that count
_AHEAD = 1000  # a page number is not further ahead of the page: a year is


def page_numbers(lines: Sequence[str], pages: Sequence[int | None]) -> set[int]:
    """The indexes of the lines that are page numbers and nothing else; `pages` are those of the lines."""
    ahead: dict[int, list[int]] = defaultdict(list)
    for page, held in groupby((at for at, line in enumerate(lines) if line.strip()), key=pages.__getitem__):
        indexes = list(held)
        for at in {indexes[0], indexes[-1]} if page is not None else ():
            if match := _NUMBER.fullmatch(lines[at]):
                ahead[int(match[1]) - (page or 0)].append(at)
    return {at for shift, held in ahead.items() if len(held) >= _FEWEST and abs(shift) <= _AHEAD for at in held}
