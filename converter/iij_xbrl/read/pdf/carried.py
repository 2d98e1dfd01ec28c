"""Heads of tables that stand alone at the end of a page or column go to where their table starts."""

from __future__ import annotations

from collections.abc import Sequence

from iij_xbrl.read.pdf.lines import Line, moved
from iij_xbrl.read.pdf.stretches import has_figures, whole

_MOST = 14  # lines of a head, with labels below it
_LABEL = 0.65  # of the width: a label is not longer
_INWARD = 0.25  # of the width: where lines of heads that stand alone start


def carried(columns: Sequence[tuple[int, list[Line]]]) -> list[tuple[int, list[Line]]]:
    """Columns of text, each with its page; heads at the end of one are moved to their table in the next."""
    found = list(columns)
    for at in range(len(found) - 1):
        (page, lines), (next_page, following) = found[at], found[at + 1]
        start = _tail(lines) if _starts_without_head(following) else None
        if start is not None:
            tail = _moved(lines[start:], page, following, min(line.box.left for line in lines))
            found[at] = page, lines[:start]
            found[at + 1] = next_page, [*tail, *following]
    return [(page, lines) for page, lines in found if lines]


def _starts_without_head(lines: Sequence[Line]) -> bool:
    rows = [whole(line) for line in lines[:_MOST]]
    first = next((at for at, line in enumerate(rows) if len(line.segments) > 1), None)
    return first is not None and has_figures(rows[first]) and all(_is_label(line, lines) for line in rows[:first])


def _is_label(line: Line, lines: Sequence[Line]) -> bool:
    left, right = min(one.box.left for one in lines), max(one.box.right for one in lines)
    return len(line.segments) == 1 and line.box.right - left < _LABEL * (right - left)


def _tail(lines: Sequence[Line]) -> int | None:
    """Where the head starts with which the lines of a column end."""
    left, right = min(line.box.left for line in lines), max(line.box.right for line in lines)
    first = None
    for at in range(len(lines) - 1, max(len(lines) - _MOST, 0) - 1, -1):
        line = whole(lines[at])
        inward = line.box.left > left + _INWARD * (right - left)
        if has_figures(line) or not (len(line.segments) > 1 or inward or _is_label(line, lines)):
            break
        if at + 1 < len(lines) and lines[at + 1].box.top - line.box.bottom > line.size:
            break
        if len(line.segments) > 1 or inward:
            first = at
        elif first is not None:
            break
    return first


def _moved(tail: Sequence[Line], page: int, following: Sequence[Line], left: float) -> list[Line]:
    target = following[0]
    low, high = min(line.box.left for line in following), max(line.box.right for line in following)
    fits = all(low - 1 <= line.box.left and line.box.right <= high + tail[0].size for line in tail)
    across = 0.0 if fits else low - left
    down = target.baseline - 1.3 * target.size - tail[-1].baseline
    return [moved(line, page, across, down) for line in tail]
