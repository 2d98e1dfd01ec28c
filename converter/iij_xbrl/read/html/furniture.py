"""What stands on every page and belongs to none of its texts: page numbers, and lines repeated at page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from iij_xbrl.languages import LANGUAGES
from iij_xbrl.read.html.blocks import PageBreak, Written, WrittenTable, WrittenText

_NUMBERS = tuple(known for language in LANGUAGES if (known := language.patterns.get("pages.number")))
_DIGITS = re.compile(r"\d+")
_OF_TABLES = tuple(known for language in LANGUAGES if (known := language.patterns.get("pages.of_a_table")))
_NEAR = 2  # texts on either side of a page break
_WIDE = 4  # the same, of what stands on many pages
_PART = 6  # on a third of them: a page may begin and end with a break
_REPEATED = 3
_LONGEST = 150


def without_furniture(blocks: Sequence[Written]) -> tuple[list[WrittenTable | WrittenText], list[str]]:
    """The blocks without page breaks and what is furniture of the pages, and the lines that stand on several pages."""
    near = set(_near_breaks(blocks, _NEAR))
    wide = set(_near_breaks(blocks, _WIDE))
    breaks = sum(isinstance(block, PageBreak) for block in blocks)
    counted = Counter(key for at in wide if isinstance(block := blocks[at], WrittenText) and (key := _key(block)))
    near |= {
        at for at in wide if isinstance(block := blocks[at], WrittenText) and counted[_key(block)] * _PART > breaks
    }
    repeated = Counter(key for at in near if isinstance(block := blocks[at], WrittenText) and (key := _key(block)))
    furniture = {at for at in sorted(near) if _is_furniture(blocks[at], repeated)}
    kept = [block for at, block in enumerate(blocks) if not isinstance(block, PageBreak) and at not in furniture]
    texts = (block.lines[0].shown for at in sorted(furniture) if isinstance(block := blocks[at], WrittenText))
    return kept, [text for text in dict.fromkeys(texts) if not _is_number(text)]


def _near_breaks(blocks: Sequence[Written], most: int) -> Iterator[int]:
    """The texts that stand right in front of page breaks or behind them, so many of them."""
    for at, block in enumerate(blocks):
        if isinstance(block, PageBreak):
            for step in (-1, 1):
                for near in range(at + step, at + step * (most + 1), step):
                    if not 0 <= near < len(blocks) or not isinstance(blocks[near], WrittenText):
                        break
                    yield near


def _is_furniture(block: Written, repeated: Counter[str]) -> bool:
    if not isinstance(block, WrittenText) or len(block.lines) > 1:
        return False
    shown = block.lines[0].shown
    return _is_number(shown) or (repeated[_key(block)] >= _REPEATED and not _is_of_a_table(shown))


def _is_of_a_table(text: str) -> bool:
    """Whether a line says what the table below it is of, on however many pages: `自 ... 至 ...`, `単位：百万円`."""
    return any(pattern.fullmatch(text) for pattern in _OF_TABLES)


def _is_number(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in _NUMBERS)


def _key(block: WrittenText) -> str:
    """A text without its numbers; empty for one that is too long to stand on every page."""
    shown = " ".join(line.shown for line in block.lines)
    return _DIGITS.sub("0", shown) if len(shown) <= _LONGEST else ""
