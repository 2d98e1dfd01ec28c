"""How wide a gap between words may be before it parts two cells: what a page shows of the spaces that it sets.

A page that draws its spaces needs no gap without one inside a text. One that draws none leaves gaps as wide as spaces
between its words. Where a wide script meets letters or digits, typesetters leave a narrow gap of one width (JLREQ,
3.2.3: a quarter of a character), and nothing between characters of the script: so a page that shows that width parts
cells by any gap that is wider.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from iij_xbrl.read.layout.lines.words import Word
from iij_xbrl.read.layout.shapes import is_wide

WIDE = 0.36  # of the font's height: a wider gap without a space parts segments
_ALL_SPACED = 0.14  # the same on a page that draws each space: its words are set apart by nothing else
_UNSPACED = 0.55  # the same on a page that draws no spaces
_SPREAD = 1.0  # how wide the gaps of a line are at most that is spread to its sides
_MOST, _ALL = 0.5, 0.7  # of the gaps between words
_LETTERS = 2  # letters that are set apart for looks have no space either
_FEWEST = 4  # gaps between scripts
_SAME = 0.04  # of the font's height: gaps between scripts that differ by less are the same
_BEYOND = 0.08  # of the font's height: a gap that parts is wider than those by this


@dataclass(frozen=True, slots=True)
class Widest:
    """How wide a gap without a space is at most that parts no cells, as a share of the font's height.

    `within` is that of words of one script where no gaps but those between scripts stand in a text; None where a page
    does not show it. `spaced` tells that the page draws each space.
    """

    gap: float
    within: float | None = None
    spaced: bool = False

    def between(self, left: Word, right: Word, *, in_cells: bool) -> float:
        """The same between two words of a line that a wider gap shows to be `in_cells`, or that may be a text.

        Gaps between scripts are wider in lines of texts that are spread to their sides.
        """
        if right.raised:
            return max(self.gap, WIDE)
        if self.within is not None and (in_cells or not _are_of_two_scripts(left, right)):
            return self.within
        return self.gap

    def are_cells(self, row: Sequence[Word]) -> bool:
        """Whether a gap of a line shows that it has cells: no text has one as wide."""
        return any(
            not right.spaces and right.box.left - left.box.right > self.gap * right.size
            for left, right in pairwise(row)
        )

    @property
    def most(self) -> float:
        """How wide most gaps of a line are at most that is spread to its sides; wider ones are those of a table."""
        return WIDE if self.within is not None else _SPREAD

    def is_exact(self, left: Word, right: Word) -> bool:
        """Whether any wider gap parts cells, however wide the others of its line are."""
        return self.spaced and not right.raised and len(left.text) + len(right.text) > _LETTERS


def widest_of(rows: Sequence[Sequence[Word]]) -> Widest:
    """How wide a gap without a space is on a page at most that parts no cells."""
    spaced = _spaced(rows)
    if spaced > _ALL:
        return Widest(_ALL_SPACED, spaced=True)
    within = _between_scripts(rows)
    return Widest(WIDE if spaced > _MOST or within is not None else _UNSPACED, within)


def _spaced(rows: Sequence[Sequence[Word]]) -> float:
    """The share of the narrow gaps between words that have a space drawn; what stands apart without one is cut off."""
    narrow = [
        right.spaces > 0
        for row in rows
        for left, right in pairwise(row)
        if right.box.left - left.box.right < WIDE * right.size
    ]
    return sum(narrow) / len(narrow) if narrow else 0.0


def _between_scripts(rows: Sequence[Sequence[Word]]) -> float | None:
    """What is free at most between words of one script, if a page leaves one gap where two scripts meet."""
    gaps = [
        gap
        for row in rows
        for left, right in pairwise(row)
        if (gap := (right.box.left - left.box.right) / right.size) < WIDE
        and not right.spaces
        and _are_of_two_scripts(left, right)
    ]
    if len(gaps) < _FEWEST:
        return None
    usual = median(gaps)
    same = sum(abs(gap - usual) < _SAME for gap in gaps)
    return usual + _BEYOND if same > _ALL * len(gaps) else None


def _are_of_two_scripts(left: Word, right: Word) -> bool:
    """Whether one of two words ends at the other with a character of a wide script, that with a letter or digit."""
    last, first = left.text[-1], right.text[0]
    letter = first if is_wide(last) else last
    return is_wide(last) != is_wide(first) and letter.isascii() and letter.isalnum()
