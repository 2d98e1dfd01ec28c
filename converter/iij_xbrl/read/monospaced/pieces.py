"""The pieces of a line set with spaces: what stands apart in it.

A line is cut at two or more spaces or at leading dots, and numbers with single spaces between them apart. Characters of
markup, which are no spaces of the page, come as `MARKUP`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iij_xbrl.read.layout.shapes import is_number

MARKUP = "\x7f"
INWARD = 16  # characters: lines of heads begin further to the right
# Dots that lead from a label to its figures are one, too.
_GAP = re.compile(r"(?=[\s.])(?:\s*(?:\.{4,}|(?:\s\.){4,})\s*|\s{2,})")
_WORD = re.compile(r"\S+")


def pieces_of(line: str) -> Iterator[tuple[int, int]]:
    """Where the pieces of a line start and end: at two or more spaces, and each where all of its words are numbers."""
    start = 0
    for gap_start, gap_end in [*(match.span() for match in _GAP.finditer(line)), (len(line), len(line))]:
        words = [match.span() for match in _WORD.finditer(line, start, gap_start)]
        if len(words) > 1 and all(is_number(line[slice(*word)].replace(MARKUP, "")) for word in words):
            yield from words
        elif words:
            yield words[0][0], words[-1][1]
        start = gap_end


def is_parted(line: str) -> bool:
    """Whether a line has several pieces, as rows of a table have."""
    return len(list(pieces_of(line))) > 1
