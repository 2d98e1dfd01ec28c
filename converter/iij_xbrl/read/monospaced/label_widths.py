"""How wide labels were on the page that a converter took a text from: its letters are not all of one width.

A label that had no room for the next word goes on in the next line. Of a page that is known by its characters alone,
capital letters were wider than small ones, and characters of wide scripts twice as wide: so labels are measured
as usual fonts draw them, the longest as long as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.lines.words import Word
from iij_xbrl.read.monospaced.widths import is_wide

_NARROW, _USUAL, _BROAD, _WIDE = 0.28, 0.54, 0.72, 1.0  # of the height of the font
_SHORT = 28  # characters of a label that had room
_NARROW_LETTERS = "ijlftrI.,;:'’|!()[]/- "
_BROAD_LETTERS = "mwMW—@%&"


def as_drawn(lines: Sequence[Line], are_labelled: Sequence[bool]) -> list[Line]:
    """The lines, with the first piece of those that have a label as wide as that was."""
    labels = [line.segments[0] for line, is_labelled in zip(lines, are_labelled, strict=True) if is_labelled]
    limit = max((label.box.right for label in labels), default=0.0)
    if max((len(label.text) for label in labels), default=0) < _SHORT:
        return list(lines)  # the column of labels may have been wider than any of them
    scale = min(((limit - label.box.left) / _width(label.text) for label in labels), default=0.0)
    return [
        Line((_drawn(line.segments[0], scale), *line.segments[1:])) if is_labelled else line
        for line, is_labelled in zip(lines, are_labelled, strict=True)
    ]


def _drawn(label: Segment, scale: float) -> Segment:
    words: list[Word] = []
    left = label.box.left
    for at, word in enumerate(label.words):
        left += _NARROW * scale if at and not word.glued else 0.0
        right = left + _width(word.text) * scale
        words.append(replace(word, box=word.box._replace(left=left, right=right)))
        left = right
    return Segment(tuple(words), label.head)


def _width(text: str) -> float:
    return sum(map(_width_of, text))


def _width_of(char: str) -> float:
    if is_wide(char):
        return _WIDE
    if char in _NARROW_LETTERS:
        return _NARROW
    return _BROAD if char.isupper() or char in _BROAD_LETTERS else _USUAL
