"""Which lines of a column of text are tables, and which are running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from iij_xbrl.read.layout.broken import with_whole_figures
from iij_xbrl.read.layout.geometry import Box, Rule
from iij_xbrl.read.layout.lines import Line, Segment
from iij_xbrl.read.layout.shapes import goes_behind, goes_in_front, is_bullet, is_dash, is_dot, is_year, letters
from iij_xbrl.read.layout.signs import apart

_LARGER = 1.1  # text that is larger than its table by this is a title
_INWARD = 0.25  # of the width: figures alone on a line stand further in
_FAR = 3.0  # of the font's height: rows that are further apart are two tables
_MOST_LABELS = 6
_FEWEST_LABELS = 3
_OPENING = "(（[<*"
_NEARER = 0.25  # of the font's height: a label is nearer to its table than to the title above by this
_INSIDE = 2.0  # points: what a cell keeps free at its left
_MOST_LINES = 2  # of heads that stand alone
_HALF = 0.25  # of the font's height: lines that overlap by more stand beside each other
_YEAR = 4  # digits
_SHORT = 2  # digits of a number that may be the rest of a head
_NEAR_LINES = 4
_PITCH = 1.3  # of the font's height: lines of a head are not further apart
_INDENT = 4.0  # of the font's height: running text starts no further in
_ROWS = 1.8  # of the font's height: rows of a head are not further apart
_BEHIND_BULLET = 4.0  # of the font's height: a text further away from a bullet is not its own
_WIDER = 3.0  # of the font's height: a head starts no further to the left of the figures of its column
_ONE_ROW = 0.7  # of the font's height: lines that are nearer are of one row
_ALIGNED = 2.5  # points: sides and middles that are nearer are the same
_CLOSE = 0.45  # of the font's height: lines of one cell are not further apart
_FULL = 0.8  # of the width: lines of running text that go on are as wide
_SLACK = 0.05  # of the font's height
_MOST_LEADING = 0.9  # of the font's height
_NEAR_ROWS = 12  # lines before and behind a place that tell how far apart rows are
_ROW_GAPS = 1.2  # of what is free between rows of figures: rows are not further apart


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive lines, of a table or of running text. `rules` are those of a table on several pages."""

    is_table: bool
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()


def whole(line: Line) -> Line:
    """The line with signs that stand apart joined to their figures, and bullets and marks of notes to their text."""
    found: list[Segment] = []
    pieces = [piece for segment in line.segments for piece in apart(segment)]
    for segment in pieces:
        last = found[-1] if found else None
        if last and (
            (goes_in_front(last.text, first=len(found) == 1) and segment.figure)
            or (goes_behind(segment.text) and last.figure)
            or (len(found) == 1 and _is_bullet_of(last, segment))
        ):
            found[-1] = Segment(last.words + segment.words)
        else:
            found.append(segment)
    return line if found == list(line.segments) else Line(tuple(found))


def _is_bullet_of(bullet: Segment, text: Segment) -> bool:
    """Whether a segment is the bullet of the text behind it, and near to it."""
    near = text.box.left - bullet.box.right < _BEHIND_BULLET * text.size
    mark = all(word.raised for word in bullet.words)
    return near and (mark or is_bullet(bullet.text)) and _is_words(text)


def _with_parts_of_heads(rows: Sequence[Line]) -> list[Line]:
    """The lines, with numbers marked that are no figures: the rest of a year that ends a head, those above heads."""
    found = list(rows)
    for at, line in enumerate(rows):
        if at + 1 < len(rows) and _is_above_heads(line, rows[at + 1]):
            found[at] = Line(tuple(replace(segment, head=True) for segment in line.segments))
        elif any(_is_short(segment) for segment in line.segments):
            near = [
                segment
                for other in rows[max(at - _NEAR_LINES, 0) : at + _NEAR_LINES]
                if abs(other.baseline - line.baseline) < _PITCH * line.size
                for segment in other.segments
                if not segment.figure
            ]
            segments = (replace(one, head=True) if _ends_head(one, near) else one for one in line.segments)
            found[at] = Line(tuple(segments))
    return found


def _is_above_heads(line: Line, below: Line) -> bool:
    """Whether a line without a label, with no figure but numbers as short as years, is close above heads of columns.

    So is one with dashes alone, each above a head, or with dots, which are no figures.
    """
    figures = [segment for segment in line.segments if segment.figure]
    if (
        len(line.segments) < 2
        or not figures
        or any(segment.figure for segment in below.segments)
        or below.baseline - line.baseline >= _ROWS * line.size
    ):
        return False
    if line.segments[0].figure and all(is_dot(segment.text) for segment in figures):
        return True
    if (_apart(line.segments[0].box, below.segments[0].box) >= _ALIGNED) and not _are_years(line):
        return False
    if all(is_dash(segment.text) for segment in figures):
        return all(any(_apart(one.box, head.box) < _ALIGNED for head in below.segments) for one in figures)
    return len(below.segments) >= len(line.segments) and all(
        segment.text.isdigit() and len(segment.text) <= _YEAR for segment in figures
    )


def _are_years(line: Line) -> bool:
    """Whether a line has a year, and other numbers beside it only that have as many digits."""
    numbers = [segment.text for segment in line.segments if segment.text.isdigit()]
    return any(map(is_year, numbers)) and all(len(text) == _YEAR for text in numbers)


def _is_short(segment: Segment) -> bool:
    return segment.text.isdigit() and len(segment.text) <= _SHORT


def _ends_head(segment: Segment, near: Sequence[Segment]) -> bool:
    """Whether a number goes on with text above it, while text of another column is between or beside both lines."""
    above = any(
        0.5 * segment.size < segment.baseline - other.baseline and _apart(segment.box, other.box) < _ALIGNED
        for other in near
    )
    return above and any(
        abs(other.baseline - segment.baseline) < _ONE_ROW * segment.size and other.box.left > segment.box.right
        for other in near
    )


def _apart(one: Box, other: Box) -> float:
    """How far two boxes are from having one side, or their middle, in common."""
    return min(abs(one.left - other.left), abs(one.right - other.right), abs(one.middle - other.middle))


def _is_words(segment: Segment) -> bool:
    return letters(segment.text) > 2 and not segment.figure


def has_figures(line: Line) -> bool:
    """Whether a line has a figure behind its label, or figures alone."""
    return any(segment.figure for segment in line.segments[1:]) or line.segments[0].figure


def stretches(lines: Sequence[Line]) -> list[Stretch]:
    """The lines of one column of text as tables and text, in order."""
    rows = with_whole_figures(_with_parts_of_heads([whole(line) for line in lines]))
    close = _leading(lines)
    left = min((line.box.left for line in rows), default=0.0)
    right = max((line.box.right for line in rows), default=0.0)
    inward = left + _INWARD * (right - left)
    widest = _INWARD * 2 * (right - left)
    tabular = [_is_tabular(line, inward) for line in rows]
    found: list[Stretch] = []
    position = low = 0
    while position < len(rows):
        if not tabular[position]:
            position += 1
            continue
        start, end = _table(rows, tabular, low, position, inward, widest, close)
        if _is_table(rows[start:end]):
            found += [Stretch(True, tuple(rows[start:end]))]
            found[-1:] = [*_text(rows, found[:-1], start), found[-1]]
            low = end
        position = end
    return [*found, *_text(rows, found, len(rows))]


def _leading(lines: Sequence[Line]) -> float:
    """How far apart lines of one text are at most, as a share of the font's height: what running text shows."""
    left, right = (
        min((line.box.left for line in lines), default=0.0),
        max((line.box.right for line in lines), default=0),
    )
    gaps = sorted(
        _gap(upper, lower) / lower.size
        for upper, lower in pairwise(lines)
        if len(upper.segments) == len(lower.segments) == 1 and upper.box.width > _FULL * (right - left)
    )
    usual = gaps[len(gaps) // 4] if gaps else 0.0
    return max(_CLOSE, min(usual + _SLACK, _MOST_LEADING))


def _text(rows: Sequence[Line], found: Sequence[Stretch], end: int) -> list[Stretch]:
    start = sum(len(stretch.lines) for stretch in found)
    return [Stretch(False, tuple(rows[start:end]))] if end > start else []


def _is_tabular(line: Line, inward: float) -> bool:
    if len(line.segments) > 1:
        return True
    return line.box.left > inward and line.figure


def _is_table(rows: Sequence[Line]) -> bool:
    """Whether lines with gaps are a table: two of them or figures, and not words set apart."""
    if any(len(line.segments) > 1 and has_figures(line) for line in rows):
        return True
    several = [line for line in rows if len(line.segments) > 1]
    if len(several) < 2:
        return False
    second = [line.segments[1].box for line in several]
    return any(max(side) - min(side) < 3 for side in ([box.left for box in second], [box.right for box in second]))


def _table(
    rows: Sequence[Line], tabular: Sequence[bool], low: int, first: int, inward: float, widest: float, close: float
) -> tuple[int, int]:
    """Where the table ends to which a line belongs, and where it starts; lines before `low` are of others."""
    last = first
    while True:
        following = next((at for at in range(last + 1, len(rows)) if tabular[at]), None)
        if following is None or not _goes_on(rows, first, last, following):
            last = _last_figures(rows, first, last, following)
            break
        last = following
    start = first
    while start > low and not tabular[start - 1] and _leads(rows, start, first, inward, widest):
        start -= 1
    if start > low and not tabular[start - 1] and _is_first_label(rows, start, last):
        start -= 1
    if start > low + 1 and not any(tabular[start - 2 : start]) and _has_head_above_label(rows, start, last):
        start -= 2
        while start > low and not tabular[start - 1] and _goes_on_above(rows[start - 1], rows[start]):
            start -= 1
    if start > low and not any(tabular[:start]) and _are_labels(rows[:start], rows, first, last):
        start = 0
    end = last + 1
    while end < len(rows) and not tabular[end] and _trails(rows, first, last, end, close):
        end += 1
    if end < len(rows) and not any(tabular[end:]) and _are_labels(rows[end:], rows, first, last):
        end = len(rows)
    return start, end


def _last_figures(rows: Sequence[Line], first: int, last: int, following: int | None) -> int:
    """Where a table ends whose last lines start the head of the next one, which goes on between its own lines."""
    body = [at for at in range(first, last + 1) if has_figures(rows[at])]
    if not body or following is None or body[-1] == last or has_figures(rows[following]):
        return last
    inner = rows[last : following + 1]
    return body[-1] if any(_gap(upper, lower) < -_HALF * lower.size for upper, lower in pairwise(inner)) else last


def _gap(upper: Line, lower: Line) -> float:
    return lower.box.top - upper.box.bottom


def _goes_on(rows: Sequence[Line], first: int, last: int, following: int) -> bool:
    """Whether a table goes on with a line of several segments, over the lines between, which have one."""
    between = rows[last + 1 : following]
    size = rows[last].size
    body = any(has_figures(line) for line in rows[first : last + 1])
    gaps = [_gap(upper, lower) for upper, lower in zip(rows[first:last], rows[first + 1 : last + 1], strict=True)]
    usual = median(gaps) if gaps else 0.3 * size
    wide = max(1.7 * usual + 0.35 * size, 0.5 * size, _ROW_GAPS * _rows_gap(rows, first, following))
    if not between:
        gap = _gap(rows[last], rows[following])
        new_head = body and not has_figures(rows[following]) and gap > wide
        return gap < _FAR * size and not new_head
    if any(line.size > _LARGER * max(size, rows[following].size) for line in between):
        return False
    left = min(line.box.left for line in (*rows[first : last + 1], rows[following]))
    if any(is_bullet(line.words[0].text) and (line.box.left < left - 1 or _opens(line)) for line in between):
        return False  # an item of a list
    apart = [_gap(upper, lower) for upper, lower in pairwise(rows[last : following + 1])]
    if max(apart[0], apart[-1]) > _FAR * size or sum(gap > wide for gap in apart) > 1:
        return False  # a title between two tables
    if body and not has_figures(rows[following]) and not _is_beside(rows[following], rows[first : last + 1]):
        return False
    return not _is_prose(between, rows[first : last + 1] if body else [rows[following]])


def _rows_gap(rows: Sequence[Line], first: int, following: int) -> float:
    """What is free between two rows of figures, those behind a place among them; 0 where none follow each other.

    It is the widest of the gaps between their lines: a label may have lines above its figures and below them.
    """
    near = rows[max(first, following - _NEAR_ROWS) : following + _NEAR_ROWS]
    widest: list[float] = []
    gap: float | None = None
    for upper, lower in pairwise(near):
        gap = 0.0 if gap is None and has_figures(upper) else gap
        if gap is not None:
            gap = max(gap, _gap(upper, lower))
            if has_figures(lower):
                widest.append(gap)
                gap = 0.0
    return median(widest) if widest else 0.0


def _opens(line: Line) -> bool:
    """Whether a line introduces what stands below it."""
    return line.text[-1:] in ":："


def _is_beside(line: Line, table: Sequence[Line]) -> bool:
    """Whether a line without figures says what another one below the table's first figures says."""
    start = next((at for at, other in enumerate(table) if has_figures(other)), len(table))
    return any(not has_figures(other) and other.text == line.text for other in table[start:] if len(other.segments) > 1)


def _is_prose(between: Sequence[Line], table: Sequence[Line]) -> bool:
    """Whether lines run from labels over columns of figures one after the other, or are too many to be labels."""
    starts = [segment.box.left for line in table for segment in line.segments[1:] if segment.figure]
    if not starts:
        return _levels(between) > _MOST_LINES
    left = min(line.box.left for line in (*between, *table))
    over = [
        line
        for line in between
        if line.box.left < min(left + _INDENT * line.size, min(starts)) and min(starts) < line.box.right - line.size
    ]
    return len(over) > 1


def _levels(lines: Sequence[Line]) -> int:
    """How many lines stand below each other; heads of columns stand between those of their neighbours."""
    return sum(at == 0 or _gap(lines[at - 1], line) > -_HALF * line.size for at, line in enumerate(lines))


def _leads(rows: Sequence[Line], start: int, first: int, inward: float, widest: float) -> bool:
    """Whether a line above a table belongs to it: a part of a head, or the start of a label whose figures are below."""
    line, below = rows[start - 1], rows[start]
    apart = _gap(line, below)
    if line.size > _LARGER * below.size or (apart > _CLOSE * below.size and not _is_row_above(rows, start, first)):
        return False
    if (line.box.left > inward or _is_behind_labels(line, rows, first)) and not line.figure:
        beside = start < first or below.baseline - line.baseline < 0.8 * line.size  # lines of heads between each other
        above = start > 1 and rows[start - 2].box.left > inward and _gap(rows[start - 2], line) < _CLOSE * line.size
        return (not has_figures(rows[first]) or beside or above) and line.box.width < widest
    alone = start == first and rows[first].segments[0].figure
    return alone and line.box.right < rows[first].box.left


def _is_behind_labels(line: Line, rows: Sequence[Line], first: int) -> bool:
    """Whether a line starts further to the right than all labels of the rows below end, where a table is narrow."""
    near = [row for row in rows[first : first + _NEAR_ROWS] if has_figures(row) and not row.segments[0].figure]
    return bool(near) and line.box.left > max(row.segments[0].box.right for row in near)


def _is_row_above(rows: Sequence[Line], start: int, first: int) -> bool:
    """Whether a line stands over columns of figures, where a table starts, and no further above it than rows are."""
    line, below = rows[start - 1], rows[start]
    near = rows[first : first + _NEAR_ROWS]
    starts = [segment.box.left for row in near for segment in row.segments[1:] if segment.figure]
    far = _ROW_GAPS * _rows_gap(rows, first, first)
    return bool(starts) and line.box.left > min(starts) - _WIDER * line.size and _gap(line, below) < far


def _is_first_label(rows: Sequence[Line], start: int, last: int) -> bool:
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


def _has_head_above_label(rows: Sequence[Line], start: int, last: int) -> bool:
    """Whether a label stands right above a table, and right above that a head over the first of its columns."""
    head, label, first = rows[start - 2], rows[start - 1], rows[start]
    table = [row for row in rows[start : last + 1] if has_figures(row)]
    figures = [segment for row in table for segment in row.segments[1:] if segment.figure]
    labels = [row.segments[0].box.left for row in table if not row.segments[0].figure]
    if not figures or len(labels) < _FEWEST_LABELS or not has_figures(first):
        return False
    begins, ends = min(one.box.left for one in figures), max(one.box.right for one in figures)
    near = all(_gap(upper, lower) < lower.size for upper, lower in ((head, label), (label, first)))
    is_label = abs(label.box.left - min(labels)) < _INSIDE and label.box.right < begins
    over = begins - _WIDER * head.size < head.box.left and head.box.right < ends + head.size
    return near and is_label and over and abs(label.size - first.size) < 0.05 * first.size


def _goes_on_above(line: Line, below: Line) -> bool:
    """Whether a line is the one above another of the same head."""
    return _apart(line.box, below.box) < _ALIGNED and _gap(line, below) < _CLOSE * below.size


def _is_below_title(rows: Sequence[Line], at: int, table: Sequence[Line]) -> bool:
    """Whether a line with room for labels only, in no parentheses, stands below a title and further away from it."""
    line = rows[at]
    starts = [segment.box.left for row in table for segment in row.segments[1:] if segment.figure]
    if not at or len(rows[at - 1].segments) > 1 or line.text[:1] in _OPENING or is_bullet(line.words[0].text):
        return False
    return line.box.right < min(starts) and _gap(rows[at - 1], line) > _gap(line, table[0]) + _NEARER * line.size


def _are_labels(lines: Sequence[Line], rows: Sequence[Line], first: int, last: int) -> bool:
    """Whether all lines above or below a table, where a page ends, are labels of it: set like its rows."""
    table = [row for row in rows[first : last + 1] if has_figures(row)]
    if len(table) < 2 or len(lines) > _MOST_LABELS or (lines[0] is rows[0] and not has_figures(rows[first])):
        return False
    starts = [segment.box.left for row in table for segment in row.segments[1:] if segment.figure]
    labels = [row.segments[0].box.left for row in table if not row.segments[0].figure]
    distance = median(lower.baseline - upper.baseline for upper, lower in pairwise(table))
    below = lines[0].baseline > rows[first].baseline
    around_it = [rows[len(rows) - len(lines) - 1], *lines] if below else [*lines, rows[first]]
    return all(
        abs(line.size - table[0].size) < 0.1 * line.size
        and bool(labels and starts)
        and min(labels) - 1 <= line.box.left
        and line.box.right < min(starts)
        for line in lines
    ) and all(lower.baseline - upper.baseline < 1.2 * distance for upper, lower in pairwise(around_it))


def _trails(rows: Sequence[Line], first: int, last: int, at: int, close: float) -> bool:
    """Whether a line below the last figures goes on with their label."""
    line, above = rows[at], rows[at - 1]
    if _gap(above, line) > close * above.size or abs(line.size - rows[last].size) > 0.1 * line.size:
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
    limit = max([box.right for box in labels if box.right < min(starts)] or [0.0])
    upper = above.segments[0]
    if upper.figure:
        return at - 2 >= first  # figures halfway between two lines of their label
    space = 0.25 * line.size
    return upper.box.right + space + line.words[0].box.width > limit - 0.1 * line.size
