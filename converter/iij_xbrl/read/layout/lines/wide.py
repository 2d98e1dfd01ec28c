"""Words of wide scripts that are spread: what is between their characters is no gap between cells.

Labels are spread to the sides of their column, heads to a width that all of them have, with as much between any two
characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise

from iij_xbrl.read.layout.lines.words import Word, joined
from iij_xbrl.read.layout.shapes import is_figure, is_wide

_EVEN, _SHARE = 0.25, 0.05  # of the font's height, and of a gap: gaps that differ by less are as wide
_HEAD = 3.0  # of the font's height: characters of words without figures behind them are no further apart
_PAIR = 2.0  # of the font's height: the same for two characters of a label
_FEWEST = 3
_SHORT = 2  # digits of a number in a word
_YEAR = 4  # digits
_SAME = 2.0  # points: sides that are nearer are the same

_Sides = tuple[int, int]
"""The left and right side of a word, in steps of that."""


def with_whole_words(rows: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The lines of a page, each with words that are spread as one.

    Two characters far apart are one word where others are spread to the same sides.
    """
    if not any(_is_single(word) for row in rows for word in row):
        return [list(row) for row in rows]
    sides: set[_Sides] = set()
    found = []
    for row in rows:
        runs = list(_runs(row))
        sides |= {_sides(row, run) for run in runs if not run[0]}
        found.append(runs or _pair(row))
    return [
        _joined(row, [run for run in runs if len(run) >= _FEWEST or _is_near(row) or _has_sides(row, run, sides)])
        for row, runs in zip(rows, found, strict=True)
    ]


def _joined(row: Sequence[Word], runs: Sequence[range]) -> list[Word]:
    found: list[Word] = []
    position = 0
    for run in runs:
        found += [*row[position : run[0]], reduce(joined, (row[at] for at in run))]
        position = run[-1] + 1
    return [*found, *row[position:]]


def _runs(row: Sequence[Word]) -> Iterator[range]:
    """Where words of a line stand that are spread: the places of their characters."""
    figures = [at for at, word in enumerate(row) if is_figure(word.text) and len(word.text) > _SHORT]
    start = 0
    while start < len(row):
        end = start + 1
        while end < len(row) and _goes_on(row, start, end):
            end += 1
        last = next((at for at in range(end - 1, start, -1) if _is_single(row[at])), start)
        run = range(start, last + 1)
        if _starts(row[start]) and len(run) >= _FEWEST:
            if _is_label(run, figures) or _is_head(row, run):
                yield run
            start = last
        start += 1


def _pair(row: Sequence[Word]) -> list[range]:
    """The first two words of a line where they may be the characters of a label with figures behind it."""
    is_label = len(row) > _FEWEST - 1 and all(map(_is_single, row[:2])) and is_figure(row[2].text)
    return [range(2)] if is_label else []


def _is_near(row: Sequence[Word]) -> bool:
    return row[1].box.left - row[0].box.right < _PAIR * row[0].size


def _sides(row: Sequence[Word], run: range) -> _Sides:
    return round(row[run[0]].box.left / _SAME), round(row[run[-1]].box.right / _SAME)


def _has_sides(row: Sequence[Word], run: range, sides: set[_Sides]) -> bool:
    left, right = _sides(row, run)
    return any((left + one, right + other) in sides for one in (-1, 0, 1) for other in (-1, 0, 1))


def _goes_on(row: Sequence[Word], start: int, at: int) -> bool:
    """Whether a word goes on with the characters from a start: as far away as these are from each other."""
    word, size = row[at], row[start].size
    is_inside = len(word.text) <= _SHORT and word.text.isascii() and word.text.isalnum()
    is_wide_one = len(word.text) == 1 and is_wide(word.text)
    if not (is_inside or is_wide_one) or word.raised or abs(word.size - size) > _EVEN * size:
        return False
    first, gap = (row[one + 1].box.left - row[one].box.right for one in (start, at - 1))
    return abs(gap - first) < _EVEN * size + _SHARE * first


def _is_label(run: range, figures: Sequence[int]) -> bool:
    return not run[0] and bool(figures) and figures[-1] > run[-1]


def _is_head(row: Sequence[Word], run: range) -> bool:
    """Whether characters are those of one head: close to each other, and none of them twice, as units are."""
    texts = [row[at].text for at in run]
    gaps = (right.box.left - left.box.right for left, right in pairwise(row[at] for at in run))
    return len(set(texts)) == len(texts) and max(gaps) < _HEAD * row[run[0]].size


def _is_single(word: Word) -> bool:
    return len(word.text) == 1 and is_wide(word.text) and word.text.isalpha()


def _starts(word: Word) -> bool:
    """Whether a word may be the first of those that are spread: a character, letters, or the number of a year."""
    return _is_single(word) or (word.text.isascii() and (word.text.isalpha() or _is_of_year(word)))


def _is_of_year(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) in (_SHORT, _YEAR)
