"""What stands alone at the end or the start of a page or column goes to its table on the page beside.

Those are heads whose table starts overleaf, and the last lines of a label whose figures are on the page before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from iij_xbrl.read.layout.lines.lines import Line, moved
from iij_xbrl.read.layout.overleaf.label_rests import Usual, repeated, rest_of_label, usual_distances
from iij_xbrl.read.layout.tables.stretches import whole
from iij_xbrl.read.layout.tables.table_ends import has_figures, room_between, rows_gap

_MOST = 14  # lines of a head, with labels below it
_LABEL = 0.65  # of the width: a label is not longer
_TAIL = 30  # lines at the end of a page that tell where labels and figures stand
_NEAR = 4  # lines of a label
_CLOSE = 0.45  # of the font's height: lines of one label are not further apart
_SAME = 1.5  # points: the same place
_GOING_ON = ",;、-–—&/"
_LEAST = 0.8  # of the font's height: lines of one cell are no nearer
_PITCH = 1.06  # of the distance of lines: those of one cell are no further apart
_MOST_APART = 2.0  # of the font's height: rows of a head are no further apart
_WIDER = 3.0  # of the font's height: a head starts no further to the left of the figures of its column
_ROW_GAPS = 1.2  # of what is free between rows of figures: rows are not further apart
_INWARD = 0.25  # of the width: where lines of heads that stand alone start


_Column = tuple[int, list[Line]]
"""A column of text with its page."""


def carried(columns: Sequence[_Column], bottom: float) -> list[_Column]:
    """Columns of text, each with its page; heads at the end of one are moved to their table in the next.

    `bottom` is how far text reaches down on the pages.
    """
    found = [*columns]
    usual = usual_distances(lines for _, lines in columns)
    for at in range(len(found) - 1):
        found[at], found[at + 1] = _parted(found[at], found[at + 1], bottom, usual)
    for at in range(len(found) - 1):
        if not found[at][1] or not found[at + 1][1]:
            continue
        (page, lines), (next_page, following) = found[at], found[at + 1]
        tail_start = _tail(lines, _free_between(following))
        if tail_start is not None and not _starts_without_head(following):
            tail_start = tail_start if _are_upper_heads(lines[tail_start:], following) else None
        if tail_start is not None:
            tail = _moved(lines[tail_start:], page, following, min(line.box.left for line in lines))
            found[at] = page, lines[:tail_start]
            found[at + 1] = next_page, [*tail, *following]
    return [(page, lines) for page, lines in found if lines]


def _parted(column: _Column, other: _Column, bottom: float, usual: Usual) -> tuple[_Column, _Column]:
    """Two columns of text that follow each other, the parts of one table that end of pages cut where they belong."""
    (page, lines), (next_page, following) = column, other
    head = repeated(lines, following) if lines and following else 0
    end, apart = rest_of_label(lines, following, head, usual) if lines and following else (0, 0.0)
    if end > head:
        down = lines[-1].baseline + apart - following[head].baseline
        rest = [moved(line, next_page, 0.0, down) for line in following[head:end]]
        return (page, [*lines, *rest]), (next_page, following[end:])
    if _is_single(lines, following, head, bottom):
        return column, (next_page, following[head:])
    if (start := _head_alone(lines, following, head)) is not None:
        labels = lines[start + head :]
        whole_table = _with_labels(labels, following, head, page, next_page) if labels else following
        return (page, lines[:start]), (next_page, whole_table)
    if below := _first_labels(lines, following, head):
        return (page, lines[:below]), (next_page, _with_labels(lines[below:], following, head, page, next_page))
    if row_end := _last_row(lines, following, head):
        down = lines[-1].baseline + _distance(lines[-_TAIL:]) - following[head].baseline
        row = [moved(line, next_page, 0.0, down) for line in following[head:row_end]]
        return (page, [*lines, *row]), (next_page, following[row_end:])
    return column, other


def _starts_without_head(lines: Sequence[Line]) -> bool:
    rows = [whole(line) for line in lines[:_MOST]]
    first = next((at for at, line in enumerate(rows) if len(line.segments) > 1), None)
    starts = [segment.box.left for line in rows for segment in line.segments[1:] if segment.figure]
    limit = min(starts, default=0.0)
    return (
        first is not None
        and has_figures(rows[first])
        and all(_is_label(line, lines) or line.box.right < limit for line in rows[:first])
    )


def _are_upper_heads(tail: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether the head with which a column ends has its lower rows at the start of the next: over columns alone."""
    rows = [whole(line) for line in lines[:_TAIL]]
    first = next((at for at, line in enumerate(rows) if len(line.segments) > 1), len(rows))
    body = [line for line in rows[first:] if has_figures(line) and not line.segments[0].figure]
    starts = [segment.box.left for line in body for segment in line.segments[1:] if segment.figure]
    if not starts or first or has_figures(rows[0]) or tail[0].text == rows[0].text:
        return False
    labels = max(line.segments[0].box.right for line in body)
    low = min(min(starts) - _WIDER * tail[0].size, labels)  # heads in the middle of wide columns start behind labels
    over = all(line.segments[-1].box.left > low for line in tail) and rows[0].box.left > low
    return over and any(len(line.segments) > 1 for line in tail)


def _is_label(line: Line, lines: Sequence[Line]) -> bool:
    left, right = min(one.box.left for one in lines), max(one.box.right for one in lines)
    return len(line.segments) == 1 and line.box.right - left < _LABEL * (right - left)


def _free_between(following: Sequence[Line]) -> float:
    """What is free between rows at the start of a column at most."""
    return _ROW_GAPS * rows_gap([whole(line) for line in following[:_TAIL]], 0, 0)


def _tail(lines: Sequence[Line], free: float) -> int | None:
    """Where the head starts with which the lines of a column end; rows are `free` of each other."""
    left, right = min(line.box.left for line in lines), max(line.box.right for line in lines)
    first = None
    for at in range(len(lines) - 1, max(len(lines) - _MOST, 0) - 1, -1):
        line = whole(lines[at])
        inward = line.box.left > left + _INWARD * (right - left)
        if has_figures(line) or not (len(line.segments) > 1 or inward or _is_label(line, lines)):
            break
        if at + 1 < len(lines) and lines[at + 1].box.top - line.box.bottom > max(line.size, free):
            break
        if len(line.segments) > 1 or inward:
            first = at
        elif first is not None and not _is_within_head(lines, at):
            break
    return first


def _is_within_head(lines: Sequence[Line], at: int) -> bool:
    """Whether a line alone goes on with a cell of the line above, which has cells of a head beside it."""
    if not at or len(whole(lines[at - 1]).segments) == 1:
        return False
    return room_between(lines[at - 1], lines[at]) < _CLOSE * lines[at].size


def _moved(tail: Sequence[Line], page: int, following: Sequence[Line], left: float) -> list[Line]:
    target = following[0]
    low, high = min(line.box.left for line in following), max(line.box.right for line in following)
    fits = all(low - 1 <= line.box.left and line.box.right <= high + tail[0].size for line in tail)
    across = 0.0 if fits else low - left
    down = target.baseline - _distance(following) - tail[-1].baseline
    return [moved(line, page, across, down) for line in tail]


def _distance(lines: Sequence[Line]) -> float:
    """The distance of rows, at most that of the rows of a head."""
    return min(_rows_apart(lines), _MOST_APART * lines[0].size)


def _rows_apart(lines: Sequence[Line]) -> float:
    """The distance of rows: one of the smallest between lines of figures, but not that of lines of a cell."""
    rows = [line.baseline for line in lines[:_TAIL] if has_figures(whole(line))]
    apart = sorted(lower - upper for upper, lower in pairwise(rows))
    least = 1.3 * lines[0].size
    return max(apart[len(apart) // 4], least) if apart else least


def _last_row(lines: Sequence[Line], following: Sequence[Line], head: int) -> int:
    """Where the one row ends with which the next column goes on with a table, its label on several lines; or 0.

    Its figures end where those of the rows before do, and nothing but lines of its label is above and right below them.
    """
    if not lines or head >= len(following):
        return 0
    tail = [whole(line) for line in lines[-_TAIL:]]
    rows = [line for line in tail if has_figures(line) and not line.segments[0].figure]
    figures = [segment.box for line in rows for segment in line.segments[1:] if segment.figure]
    body = [whole(line) for line in following[head : head + _MOST]]
    first = next((at for at, line in enumerate(body) if has_figures(line)), len(body))
    if not figures or first == len(body) or not any(has_figures(line) for line in tail[-_NEAR:]):
        return 0
    own = [segment for segment in body[first].segments if segment.figure]
    left, limit = min(line.segments[0].box.left for line in rows) - 1, min(box.left for box in figures)

    def is_label(line: Line) -> bool:
        box = line.segments[0].box
        return left <= box.left and box.right <= limit and abs(line.size - tail[-1].size) < 0.1 * line.size

    if not all(any(abs(one.box.right - box.right) < _SAME for box in figures) for one in own):
        return 0
    labels = [line for line in body[: first + 1] if not line.segments[0].figure]
    if any(len(line.segments) > 1 for line in body[:first]) or not all(map(is_label, labels)):
        return 0
    end = first + 1
    while end < len(body) and len(body[end].segments) == 1 and is_label(body[end]):
        if body[end].box.top - max(line.box.bottom for line in body[:end]) > _CLOSE * body[end].size:
            break
        end += 1
    is_alone = not any(map(has_figures, body[end : end + _NEAR]))
    return head + end if end > 1 and is_alone else 0


def _is_single(lines: Sequence[Line], following: Sequence[Line], head: int, bottom: float) -> bool:
    """Whether a head that is repeated looks like text above rows, and the page before had no room for the first row."""
    single = [len(line.segments) == 1 for line in following[:head]]
    if not 0 < head < len(following) or not has_figures(whole(lines[-1])):
        return False
    left = min(line.box.left for line in lines[-_TAIL:])
    if not all(single) and not (single[0] and following[0].box.left - left < following[0].size):
        return False
    rows = (at for at, line in enumerate(following[head : head + _MOST], head) if has_figures(whole(line)))
    first = next(rows, None)
    if first is None or any(len(line.segments) > 1 for line in following[head:first]):
        return False
    height = following[first].box.bottom - following[head].box.top
    return bottom - lines[-1].box.bottom < height + _CLOSE * following[head].size


def _head_alone(lines: Sequence[Line], following: Sequence[Line], head: int) -> int | None:
    """Where the head starts that the next column repeats, and below which this one has labels at most, but no row."""
    if not head or head >= len(following):
        return None
    rows = [whole(line) for line in lines[-_MOST:]]
    start = next((at for at in range(len(rows) - 1, -1, -1) if rows[at].text == following[0].text), len(rows))
    body = [whole(line) for line in following[head : head + _MOST]]
    starts = [segment.box.left for line in body for segment in line.segments[1:] if segment.figure]
    limit = min(starts, default=0.0)
    fits = all(len(line.segments) == 1 and line.box.right <= limit for line in rows[start + head :])
    return len(lines) - len(rows) + start if fits and not any(map(has_figures, rows[start:])) else None


def _first_labels(lines: Sequence[Line], following: Sequence[Line], head: int) -> int:
    """Where the labels start that a column ends in, below the one row of a table whose head the next repeats."""
    if not head or head >= len(following):
        return 0
    rows = [whole(line) for line in lines[-_MOST:]]
    figures = [at for at, line in enumerate(rows) if has_figures(line)]
    start = next((at for at in range(len(rows) - 1, -1, -1) if rows[at].text == following[0].text), None)
    if start is None or sum(at > start for at in figures) != 1 or figures[-1] == len(rows) - 1:
        return 0
    last = rows[figures[-1]]
    if last.segments[0].figure:  # the lines below it are those of its own label
        return 0
    limit = min((segment.box.left for segment in last.segments if segment.figure), default=0.0)
    labels = rows[figures[-1] + 1 :]
    if _is_open(last.segments[0].text) or _are_close(last, labels[0], rows[start:], following[head:]):
        return 0  # the rest of the label of that row
    fits = all(len(line.segments) == 1 and line.box.right <= limit and not line.figure for line in labels)
    return len(lines) - len(labels) if fits else 0


def _is_open(label: str) -> bool:
    """Whether a label must go on: it ends with a comma or a dash, or a parenthesis is open."""
    return label[-1:] in _GOING_ON or label.count("(") > label.count(")")


def _are_close(upper: Line, lower: Line, rows: Sequence[Line], following: Sequence[Line]) -> bool:
    """Whether two lines are as close as lines of one cell are, where rows are further apart."""
    apart = lower.baseline - upper.baseline
    lines = [after.baseline - before.baseline for before, after in pairwise(rows)]
    below = [
        lower.baseline - upper.baseline for upper, lower in pairwise(following[:_TAIL]) if has_figures(whole(lower))
    ]
    pitch = min((distance for distance in lines if distance > _LEAST * upper.size), default=apart)
    return apart <= _PITCH * pitch < min(below, default=0.0) / _PITCH


def _with_labels(labels: Sequence[Line], following: Sequence[Line], head: int, page: int, next_page: int) -> list[Line]:
    """The lines of a column with labels of the one before between the head and the rows, as far apart as these.

    A row that is left free below the head is none of theirs.
    """
    apart = min(following[head].baseline - following[head - 1].baseline, _rows_apart(following))
    down = following[head].baseline - apart - labels[-1].baseline
    up = labels[0].baseline - labels[-1].baseline - apart
    heads = [moved(line, next_page, 0.0, up) for line in following[:head]]
    return [*heads, *(moved(line, page, 0.0, down) for line in labels), *following[head:]]
