"""Figures between the lines of their label, which a text set with spaces puts on a line of their own.

A page sets figures to the middle of a label of two lines or four: half a line below one and above the next. A text has
no half lines, so that the lines of the label stand two lines apart. They are set anew as on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iij_xbrl.read.layout.lines.lines import Line, Segment

_SEVERAL = 2


def as_on_page(lines: Sequence[Line], are_figures: Sequence[bool], pitch: float) -> list[Line]:
    """The lines, those of figures alone between two lines of labels alone half way between these, a line apart.

    Several show it: a figure that stands so may be of a row that has lost its label.
    """
    between = {at for at in range(1, len(lines) - 1) if are_figures[at] and _is_between(lines[at - 1 : at + 2], pitch)}
    if len(between) < _SEVERAL:
        return list(lines)
    found: list[Line] = []
    up = 0.0
    for at, line in enumerate(lines):
        found.append(_moved(line, up + pitch / 2 if at in between else up))
        up += pitch if at in between else 0.0
    return found


def _is_between(lines: Sequence[Line], pitch: float) -> bool:
    """Whether the first and last of three lines are labels alone, and the middle one is next to both."""
    above, line, below = lines
    are_labels = all(len(one.segments) == 1 and not one.figure for one in (above, below))
    return are_labels and line.baseline - above.baseline <= pitch and below.baseline - line.baseline <= pitch


def _moved(line: Line, up: float) -> Line:
    if not up:
        return line
    return Line(
        tuple(
            Segment(
                tuple(
                    replace(
                        word,
                        baseline=word.baseline - up,
                        box=word.box._replace(top=word.box.top - up, bottom=word.box.bottom - up),
                    )
                    for word in segment.words
                ),
                segment.head,
            )
            for segment in line.segments
        )
    )
