"""Where a table starts and ends: which lines above and below its rows are parts of heads and of labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from iij_xbrl.read.layout.geometry import Box, overlap
from iij_xbrl.read.layout.lines.lines import Line
from iij_xbrl.read.layout.shapes import is_aside, is_bullet, stands_apart

_LARGER = 1.1  # text that is larger than its table by this is a title
_MOST_LABELS = 6
_FEWEST_LABELS = 3
_MOST_ABOVE = 4  # lines of labels between a head and the first figures
_OPENING = "(（[<*"
_NEARER = 0.25  # of the font's height: a label is nearer to its table than to the title above by this
_INSIDE = 2.0  # points: what a cell keeps free at its left
_HALF = 0.15  # of the font's height: lines that overlap by more stand beside each other
_WIDER = 3.0  # of the font's height: a head starts no further to the left of the figures of its column
_ALIGNED = 2.5  # points: sides and middles that are nearer are the same
_CLOSE = 0.45  # of the font's height: lines of one cell are not further apart
_LINES = 1.4  # of the font's height: lines of one cell are no further apart
_ROUNDED = 1.0  # points: browsers round the heights of rows to points of a screen
_NEAR_ROWS = 24  # lines before and behind a place that tell how far apart rows are
_TALL = 24  # lines of a head, and of the first rows below it
_OF_ALL = ":：、"  # signs in what is said of a whole table
_HEAD_LINES = 3
_FEWEST_GAPS = 3
_HEADS_APART, _TIMES = 0.8, 3.0  # of the font's height, and of the gaps between words
_ROW_GAPS = 1.2  # of what is free between rows of figures: rows are not further apart
_ROW_INSIDE = 0.75  # of what is free between rows of figures: lines of one cell are nearer where rows are padded


def sides_apart(one: Box, other: Box) -> float:
    """How far two boxes are from having one side, or their middle, in common."""
    return min(abs(one.left - other.left), abs(one.right - other.right), abs(one.middle - other.middle))


def has_figures(line: Line) -> bool:
    """Whether a line has a figure behind its label, or figures alone."""
    return any(segment.figure for segment in line.segments[1:]) or line.segments[0].figure


def room_between(upper: Line, lower: Line) -> float:
    """What is free between two lines; negative where they stand beside each other."""
    return lower.box.top - upper.box.bottom


def rows_gap(rows: Sequence[Line], first: int, following: int) -> float:
    """What is free between two rows of figures, those behind a place among them; 0 where none follow each other.

    It is the widest of the gaps between their lines: a label may have lines above its figures and below them.
    """
    near = rows[max(first, following - _NEAR_ROWS) : following + _NEAR_ROWS]
    widest: list[float] = []
    gap: float | None = None
    for upper, lower in pairwise(near):
        gap = 0.0 if gap is None and has_figures(upper) else gap
        if gap is not None:
            gap = max(gap, room_between(upper, lower))
            if has_figures(lower):
                widest.append(gap)
                gap = 0.0
    return median(widest) if widest else 0.0


def usual_gap(rows: Sequence[Line], first: int, following: int) -> float:
    """What is free between the rows of a table; those of the table above where a page ends before its second row."""
    return rows_gap(rows, first, following) or rows_gap(rows, 0, first)


def leads(rows: Sequence[Line], start: int, first: int, inward: float, widest: float) -> bool:
    """Whether a line above a table belongs to it: a part of a head, or the start of a label whose figures are below."""
    line, below = rows[start - 1], rows[start]
    apart = room_between(line, below)
    if line.size > _LARGER * below.size or (apart > _CLOSE * below.size and not _is_row_above(rows, start, first)):
        return False
    if (line.box.left > inward or _is_behind_labels(line, rows, first)) and not line.figure:
        beside = start < first or below.baseline - line.baseline < 0.8 * line.size  # lines of heads between each other
        above = (
            start > 1 and rows[start - 2].box.left > inward and room_between(rows[start - 2], line) < _CLOSE * line.size
        )
        narrow = line.box.width < widest or _are_two(line)
        return (not has_figures(rows[first]) or beside or above) and narrow
    alone = start == first and rows[first].segments[0].figure
    return alone and line.box.right < rows[first].box.left


def _are_two(line: Line) -> bool:
    """Whether one gap of a line is far wider than its others, though a space is drawn in it, as between two heads."""
    gaps = sorted(right.box.left - left.box.right for left, right in pairwise(line.words))
    return len(gaps) >= _FEWEST_GAPS and gaps[-1] > max(_HEADS_APART * line.size, _TIMES * gaps[len(gaps) // 2])


def with_heads_beside(
    rows: Sequence[Line], tabular: Sequence[bool], low: int, start: int, first: int, inward: float
) -> int:
    """Where a table starts above which heads of several lines stand beside each other, none at the height of another.

    Each of their lines is alone at its height, as cells are that have different numbers of lines and one middle.
    """
    far = _ROW_GAPS * rows_gap(rows, first, first)
    at = start
    while at > low and not tabular[at - 1]:
        line, below = rows[at - 1], rows[at]
        is_behind = line.box.left > inward or _is_behind_labels(line, rows, first)
        is_head = is_behind and line.size < _LARGER * below.size
        if not is_head or room_between(line, below) > max(far, _CLOSE * below.size) + _ROUNDED:
            break
        at -= 1
    heads = rows[at : start + 1]
    return at if any(stand_beside(upper, lower) for upper, lower in pairwise(heads)) else start


def stand_beside(upper: Line, lower: Line) -> bool:
    """Whether a line starts above the end of another one, and none of its pieces is above one of that.

    So stand the lines of cells that have different numbers of them and one middle; those of one text overlap at most
    where they are set tight.
    """
    return room_between(upper, lower) < -_HALF * lower.size and not any(
        overlap(one.box.left, one.box.right, other.box.left, other.box.right) > 0
        for one in upper.segments
        for other in lower.segments
    )


def _is_behind_labels(line: Line, rows: Sequence[Line], first: int) -> bool:
    """Whether a line starts further to the right than all labels of the rows below end, where a table is narrow.

    Or it starts about where figures do, where all of these stand halfway between the lines of their labels.
    """
    near = [row for row in rows[first : first + _TALL] if has_figures(row)]
    labels = [row.segments[0].box.right for row in near if not row.segments[0].figure]
    starts = [row.box.left for row in near]
    return bool(near) and line.box.left > (max(labels) if labels else min(starts) - _WIDER * line.size)


def _is_row_above(rows: Sequence[Line], start: int, first: int) -> bool:
    """Whether a line stands over columns of figures, where a table starts, and no further above it than rows are."""
    line, below = rows[start - 1], rows[start]
    near = [row for row in rows[first : first + _NEAR_ROWS] if has_figures(row)]
    starts = [segment.box.left for row in near for segment in row.segments if segment.figure]
    far = _ROW_GAPS * rows_gap(rows, first, first)
    return bool(starts) and line.box.left > min(starts) - _WIDER * line.size and room_between(line, below) < far


def is_first_label(rows: Sequence[Line], start: int, last: int) -> bool:
    """Whether the line above a table is a label of it: as large as labels and as far away as rows are.

    It is also either further in than all text, or below a title and nearer to the table than to that.
    """
    line, table = rows[start - 1], rows[start : last + 1]
    labels = [row.segments[0].box.left for row in table if has_figures(row) and not row.segments[0].figure]
    if len(labels) < _FEWEST_LABELS or abs(line.size - table[0].size) > 0.05 * line.size:
        return False
    distance = median(lower.baseline - upper.baseline for upper, lower in pairwise(table))
    if rows[start].baseline - line.baseline >= 1.02 * distance:
        return False
    inside = min(labels) - min(row.box.left for row in rows)
    return (
        inside > _INSIDE
        and abs(line.box.left - min(labels)) < _INSIDE / 2
        and line.box.right < min(row.box.right for row in table)
    ) or _is_below_title(rows, start - 1, table)


def labels_below_head(rows: Sequence[Line], tabular: Sequence[bool], low: int, start: int, last: int) -> int:
    """How many lines of labels stand right above figures, right below a head over the first of their columns; or 0."""
    first, table = rows[start], [row for row in rows[start : last + 1] if has_figures(row)]
    figures = [segment for row in table for segment in row.segments[1:] if segment.figure]
    labels = [row.segments[0].box.left for row in table if not row.segments[0].figure]
    few = len(labels) < _FEWEST_LABELS and last + 1 < len(rows)  # where a page ends, other rows are overleaf
    if not figures or not labels or few or not has_figures(first):
        return 0
    begins, ends = min(one.box.left for one in figures), max(one.box.right for one in figures)

    def is_near(at: int) -> bool:
        return at >= low and not tabular[at] and room_between(rows[at], rows[at + 1]) < rows[at + 1].size

    def is_label(line: Line) -> bool:
        at_side = abs(line.box.left - min(labels)) < _INSIDE and line.box.right < begins
        return at_side and abs(line.size - first.size) < 0.05 * first.size

    at = start - 1
    while start - at <= _MOST_ABOVE and is_near(at) and is_label(rows[at]):
        at -= 1
    head = rows[at]
    over = begins - _WIDER * head.size < head.box.left and head.box.right < ends + head.size
    return start - 1 - at if at < start - 1 and is_near(at) and over else 0


def goes_on_above(line: Line, below: Line) -> bool:
    """Whether a line is the one above another of the same head."""
    return sides_apart(line.box, below.box) < _ALIGNED and room_between(line, below) < _CLOSE * below.size


def below_remarks(rows: Sequence[Line], start: int, first: int) -> int:
    """Where the head of a table starts, below lines at its right side that say something of all of it in parentheses.

    One that stands over a single column as its head does may be the first line of that.
    """
    while start < first and is_aside(rows[start].text) and not _is_over_one(rows[start], rows[start + 1 : first + 1]):
        start += 1
    return start


def _is_over_one(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line may be the first one of a head: it says little, set as the head of the column below it is."""
    if any(sign in line.text for sign in _OF_ALL):
        return False
    over = [
        segment
        for other in below[:_HEAD_LINES]
        for segment in other.segments
        if overlap(segment.box.left, segment.box.right, line.box.left, line.box.right) > 0
    ]
    return not over or any(sides_apart(line.box, segment.box) < _ALIGNED for segment in over)


def is_title_with_remark(line: Line) -> bool:
    """Whether a line is the numbered title of a table, and what is said of all of it in parentheses at its right."""
    title, *rest = line.segments
    return len(rest) == 1 and stands_apart(title.text) and not is_aside(title.text) and is_aside(rest[0].text)


def _is_below_title(rows: Sequence[Line], at: int, table: Sequence[Line]) -> bool:
    """Whether a line with room for labels only, in no parentheses, stands below a title and further away from it."""
    line = rows[at]
    starts = [segment.box.left for row in table for segment in row.segments[1:] if segment.figure]
    if not at or len(rows[at - 1].segments) > 1 or line.text[:1] in _OPENING or is_bullet(line.words[0].text):
        return False
    return (
        line.box.right < min(starts)
        and room_between(rows[at - 1], line) > room_between(line, table[0]) + _NEARER * line.size
    )


def are_labels(lines: Sequence[Line], rows: Sequence[Line], first: int, last: int) -> bool:
    """Whether all lines above or below a table, where a page ends, are labels of it: set like its rows.

    They are as far apart as rows are, or as lines of a cell, which may be further apart.
    """
    table = [row for row in rows[first : last + 1] if has_figures(row)]
    if len(table) < 2 or len(lines) > _MOST_LABELS or (lines[0] is rows[0] and not has_figures(rows[first])):
        return False
    starts = [segment.box.left for row in table for segment in row.segments[1:] if segment.figure]
    labels = [row.segments[0].box.left for row in rows[first : last + 1] if not row.segments[0].figure]
    distance = median(lower.baseline - upper.baseline for upper, lower in pairwise(table))
    below = lines[0].baseline > rows[first].baseline
    around_it = [rows[len(rows) - len(lines) - 1], *lines] if below else [*lines, rows[len(lines)]]
    return all(
        abs(line.size - table[0].size) < 0.1 * line.size
        and bool(labels and starts)
        and min(labels) - 1 <= line.box.left
        and line.box.right < min(starts)
        for line in lines
    ) and all(
        lower.baseline - upper.baseline < max(1.2 * distance, _LINES * lower.size)
        for upper, lower in pairwise(around_it)
    )


def trails(rows: Sequence[Line], first: int, last: int, at: int, close: float) -> bool:
    """Whether a line below the last figures goes on with their label: as near as lines of text are, or than rows."""
    line, above = rows[at], rows[at - 1]
    far = max(close * above.size, _ROW_INSIDE * rows_gap(rows[:at], first, last))
    if room_between(above, line) > far or abs(line.size - rows[last].size) > 0.1 * line.size:
        return False
    table = rows[first:at]
    side = min(row.box.left for row in table)
    several = [segment for row in table if len(row.segments) > 1 for segment in row.segments]
    starts = [segment.box.left for segment in several if segment.figure and segment.box.left > side + _INSIDE]
    ends = [row.segments[0].box for row in table if starts and row.segments[0].box.right < min(starts)]
    beside = (row.segments[0] for row in table if has_figures(row))
    inner = max((label.box.left for label in beside if not label.figure), default=side) + _INSIDE
    labels = [box for box in ends if box.left < inner]  # no heads
    if not labels or line.box.right > min(starts):
        return False
    halfway = at > 1 and above.segments[0].figure
    centred = halfway and abs(line.box.middle - rows[at - 2].segments[0].box.middle) < _ALIGNED
    if line.box.left < min(box.left for box in labels) - 1 and not centred:
        return False
    inside = [row.segments[0] for row in table if row.segments[0].box.left < inner]
    several = [label for label in inside if len(label.words) > 1 and label.box.right < min(starts)]  # one may hang over
    limit = max([label.box.right for label in several] or [box.right for box in labels if box.right < min(starts)])
    upper = above.segments[0]
    if upper.figure:
        return at - 2 >= first  # figures halfway between two lines of their label
    space = 0.25 * line.size
    return upper.box.right + space + line.words[0].box.width > limit - 0.1 * line.size
