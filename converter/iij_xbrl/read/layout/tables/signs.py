"""Signs that are set apart from their figures: which figure each of them belongs to where columns are narrow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from iij_xbrl.read.layout.lines.lines import Segment
from iij_xbrl.read.layout.lines.words import Word
from iij_xbrl.read.layout.shapes import goes_behind, goes_in_front, is_figure

_GAP = 0.4  # of the font's height: between two figures


def apart(segment: Segment) -> list[Segment]:
    """The figures of a segment that holds several with little space between, each with its signs; or the segment.

    A sign at the end of it that opens a figure, or one at its start that closes one, is a segment of its own.
    """
    words = segment.words
    if len(words) < 2 or segment.head or segment.figure or any(word.raised for word in words):
        return [segment]
    groups = _groups(words) or []
    gaps = [right[0].box.left - left[-1].box.right for left, right in pairwise(groups)]
    figures = sum(any(char.isdigit() for char in word.text) for group in groups for word in group)
    has_sign = any(not any(is_figure(word.text) for word in group) for group in groups)
    if not gaps or min(gaps) < _GAP * segment.size or (figures < 2 and not has_sign):
        return [segment]
    return [Segment(tuple(group)) for group in groups]


def _groups(words: Sequence[Word]) -> list[list[Word]] | None:
    """The words by figure; None where some of them are neither figures nor signs."""
    groups: list[list[Word]] = []
    is_open = False  # whether the last group waits for its figure
    for word in words:
        if is_figure(word.text):
            if is_open:
                groups[-1].append(word)
            else:
                groups.append([word])
            is_open = False
        elif goes_behind(word.text) and groups and not is_open:
            groups[-1].append(word)
        elif goes_behind(word.text) and not groups:
            groups.append([word])
        elif goes_in_front(word.text) and not word.text[-1].isalpha():
            groups.append([word])
            is_open = True
        else:
            return None
    return groups if len(groups) > 1 else None
