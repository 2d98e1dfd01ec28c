"""What stands on every page and belongs to none of its texts: page numbers, and lines repeated at page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from iij_xbrl.languages import LANGUAGES
from iij_xbrl.read.html.blocks import PageBreak, Written, WrittenText

_NUMBERS = tuple(known for language in LANGUAGES if (known := language.patterns.get("pages.number")))
_DIGITS = re.compile(r"\d+")
_NEAR = 2  # texts on either side of a page break
_REPEATED = 3
_LONGEST = 150


def without_furniture(blocks: Sequence[Written]) -> list[WrittenText | object]:
    """The blocks without page breaks, and what is furniture of the pages."""
    near = set(_near_breaks(blocks))
    repeated = Counter(key for at in near if isinstance(block := blocks[at], WrittenText) and (key := _key(block)))
    return [
        block
        for at, block in enumerate(blocks)
        if not isinstance(block, PageBreak) and not (at in near and _is_furniture(block, repeated))
    ]


def _near_breaks(blocks: Sequence[Written]) -> Iterator[int]:
    for at, block in enumerate(blocks):
        if isinstance(block, PageBreak):
            for step in (-1, 1):
                for near in range(at + step, at + step * (_NEAR + 1), step):
                    if not 0 <= near < len(blocks) or not isinstance(blocks[near], WrittenText):
                        break
                    yield near


def _is_furniture(block: Written, repeated: Counter[str]) -> bool:
    if not isinstance(block, WrittenText) or len(block.lines) > 1:
        return False
    is_number = any(pattern.fullmatch(block.lines[0].shown) for pattern in _NUMBERS)
    return is_number or repeated[_key(block)] >= _REPEATED


def _key(block: WrittenText) -> str:
    """A text without its numbers; empty for one that is too long to stand on every page."""
    shown = " ".join(line.shown for line in block.lines)
    return _DIGITS.sub("0", shown) if len(shown) <= _LONGEST else ""
