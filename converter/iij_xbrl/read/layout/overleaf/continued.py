"""Tables that go on overleaf, or in the next column of text, are one table before their columns are looked for.

What a page shows of a table may leave columns empty; all of its pages together show where each of them is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from iij_xbrl.read.layout.geometry import Box, Rule
from iij_xbrl.read.layout.lines.lines import Line, moved
from iij_xbrl.read.layout.overleaf.joined import united
from iij_xbrl.read.layout.overleaf.label_rests import has_no_room
from iij_xbrl.read.layout.page import Page
from iij_xbrl.read.layout.tables.grid import Columns, columns, one_below_another, side_by_side
from iij_xbrl.read.layout.tables.stretches import Stretch
from iij_xbrl.read.layout.tables.table_ends import has_figures
from iij_xbrl.read.layout.tables.tables import head_lines

_SAME = 1.5  # points: the same place
_ROW = 0.8  # of the distance of rows: figures that are nearer are of one row
_LINE = 1.12  # of the smallest distance: lines that are further apart are of two rows
_LAST = 3  # lines at the end of a page in which its last label ends
_LINES = 1.0  # of the font's height: lines of one cell are about so far apart
_ROOM = 0.9  # of the distance of rows: what is left at the end of a page besides the next row


def continued(found: Sequence[tuple[Page, Sequence[Stretch]]], bottom: float) -> list[tuple[Page, list[Stretch]]]:
    """Columns of text, each with its page; parts of a table that follow each other stand in the first of them.

    `bottom` is how far text reaches down on the pages.
    """
    result: list[tuple[Page, list[Stretch]]] = []
    for page, column in found:
        rest = list(column)
        if result and rest and rest[0].is_table and result[-1][1][-1].is_table:
            first_page, held = result[-1]
            held[-1:] = _parts(held[-1])
            whole = _whole(held[-1], rest[0], first_page, page, bottom)
            if whole:
                held[-1] = whole
                del rest[0]
        if rest:
            result.append((page, rest))
    return result


def _parts(table: Stretch) -> list[Stretch]:
    """The tables of a stretch that follow each other with no room between; the last of them may go on overleaf."""
    if side_by_side(table.lines) is not None:
        return [table]
    return [replace(table, lines=tuple(lines)) for lines in one_below_another(table.lines)]


def _whole(upper: Stretch, lower: Stretch, page: Page, next_page: Page, bottom: float) -> Stretch | None:
    """Both parts as one, or None where the second is a table of its own."""
    first = columns(upper.lines)
    head = head_lines(upper.lines, first) if first else 0
    again = _again(upper.lines, lower.lines, head, first.label) if first and head else 0
    rest = columns(lower.lines[again:])
    if first is None or rest is None or again < (head if again else head_lines(lower.lines, rest)):
        return None
    distance = _distance(upper.lines, lower.lines)
    if again:
        if bottom - upper.lines[-1].bottom > _height(lower.lines[again:], distance) + _ROOM * distance:
            return None  # there was room for the next row, so the table had ended
        across = upper.lines[0].box.left - lower.lines[0].box.left
    else:
        ways = united(first, rest)
        if ways is None:
            return None
        across = ways.shift
    start = lower.lines[again]
    down = upper.lines[-1].baseline + _below(upper.lines, lower.lines[again:], first, distance) - start.baseline
    lines = tuple(moved(line, next_page.number, across, down) for line in lower.lines[again:])
    top = start.box.top - start.size
    rules = [_rule(rule, across, down) for rule in lower.rules or next_page.rules if rule.box.bottom > top]
    return Stretch(True, upper.lines + lines, (*(upper.rules or page.rules), *rules))


def _below(upper: Sequence[Line], lower: Sequence[Line], found: Columns, distance: float) -> float:
    """How far below the first part the second starts: as rows are, or as lines are where it goes on with a label."""
    start = lower[0].segments[0]
    labels = [line.segments[0] for line in upper[-_LAST:] if line.segments[0].box.right <= found.label + 1]
    if len(lower[0].segments) > 1 or start.figure or start.box.right > found.label + 1 or not labels:
        return distance
    if labels[-1].figure or not has_no_room(labels[-1], start, found.label):
        return distance
    return min(distance, _LINES * start.size)


def _again(upper: Sequence[Line], lower: Sequence[Line], head: int, limit: float) -> int:
    """How many lines without figures the second part repeats: those of the head, and whole labels below it."""
    count = 0
    for one, other in zip(upper, lower, strict=False):
        if has_figures(one) or one.text != other.text or not _same_place(one, other, upper[0], lower[0]):
            break
        count += 1
    while head < count < len(upper) and _goes_on(upper[count - 1], upper[count], limit):
        count -= 1
    return count if count < len(lower) else 0


def _goes_on(line: Line, following: Line, limit: float) -> bool:
    """Whether a label goes on with the next line, whose first word it had no room for; one with a colon is whole."""
    return has_no_room(line.segments[-1], following.segments[0], limit)


def _same_place(one: Line, other: Line, first: Line, start: Line) -> bool:
    return (
        abs((one.box.left - first.box.left) - (other.box.left - start.box.left)) < _SAME
        and abs((one.baseline - first.baseline) - (other.baseline - start.baseline)) < _SAME
    )


def _distance(upper: Sequence[Line], lower: Sequence[Line]) -> float:
    """The distance of rows: one of the smallest between lines of figures."""
    found = []
    for lines in (upper, lower):
        rows = [line.baseline for line in lines if has_figures(line)]
        found += [below - above for above, below in pairwise(rows)]
    return sorted(found)[len(found) // 4] if found else 1.3 * upper[-1].size


def _height(lines: Sequence[Line], distance: float) -> float:
    """How much room the first row takes at most: down to a gap, or to the figures of the second."""
    rows = [line.baseline for line in lines if has_figures(line)]
    second = next((row for row in rows if row - rows[0] > _ROW * distance), lines[-1].box.bottom)
    pitches = [lower.baseline - upper.baseline for upper, lower in pairwise(lines)]
    least = min((pitch for pitch in pitches if pitch > _ROW * lines[0].size), default=distance)
    at = next((at for at, pitch in enumerate(pitches, 1) if pitch > _LINE * least), len(lines) - 1)
    return min(lines[at].baseline, second) - lines[0].baseline


def _rule(rule: Rule, across: float, down: float) -> Rule:
    box = rule.box
    return rule._replace(box=Box(box.left + across, box.top + down, box.right + across, box.bottom + down))
