"""Which lines of a column of text are tables, and which are running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from iij_xbrl.read.layout.geometry import Rule
from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.shapes import goes_behind, goes_in_front, is_bullet, is_dash, is_dot, is_year, letters
from iij_xbrl.read.layout.tables.broken import with_whole_figures
from iij_xbrl.read.layout.tables.signs import apart
from iij_xbrl.read.layout.tables.table_ends import (
    are_labels,
    below_remarks,
    goes_on_above,
    has_figures,
    is_first_label,
    is_title_with_remark,
    labels_below_head,
    leads,
    room_between,
    sides_apart,
    stand_beside,
    trails,
    usual_gap,
    with_heads_beside,
)

_LARGER = 1.1  # text that is larger than its table by this is a title
_INWARD = 0.25  # of the width: figures alone on a line stand further in
_FAR = 3.0  # of the font's height: rows that are further apart are two tables
_MOST_LINES = 2  # of heads that stand alone
_HALF = 0.15  # of the font's height: lines that overlap by more stand beside each other
_YEAR = 4  # digits
_LOW_LINE = "_"
_SHORT = 2  # digits of a number that may be the rest of a head
_NEAR_LINES = 4
_PITCH = 1.3  # of the font's height: lines of a head are not further apart
_INDENT = 4.0  # of the font's height: running text starts no further in
_ROWS = 1.8  # of the font's height: rows of a head are not further apart
_BEHIND_BULLET = 4.0  # of the font's height: a text further away from a bullet is not its own
_ONE_ROW = 0.7  # of the font's height: lines that are nearer are of one row
_ALIGNED = 2.5  # points: sides and middles that are nearer are the same
_CLOSE = 0.45  # of the font's height: lines of one cell are not further apart
_FULL = 0.8  # of the width: lines of running text that go on are as wide
_SLACK = 0.05  # of the font's height
_MOST_LEADING = 0.9  # of the font's height
_MOST_BETWEEN = 2.5  # of the font's height: what is free between rows of a head
_AS_FAR = 1.05  # of what is free between rows of a head
_HEAD_GAPS, _LINE = 2.1, 1.2  # of what is free between rows of figures, and of the font's height: a row left free
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
        if _has_low_lines_alone(line) or (at + 1 < len(rows) and _is_above_heads(line, rows[at + 1])):
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


def _has_low_lines_alone(line: Line) -> bool:
    """Whether all that looks like figures of a line are low lines, which are dashes beside figures only."""
    figures = [segment.text for segment in line.segments if segment.figure]
    return bool(figures) and all(text == _LOW_LINE for text in figures)


def _is_above_heads(line: Line, below: Line) -> bool:
    """Whether a line without a label, with no figure but numbers as short as years, is close above heads of columns.

    So is one with dashes alone, each above a head, or with dots, which are no figures.
    """
    figures = [segment for segment in line.segments if segment.figure]
    if (
        len(line.segments) < 2
        or not figures
        or any(segment.figure for segment in below.segments)
        or below.baseline - line.baseline >= (_ROWS if any(map(_has_digit, figures)) else _FAR) * line.size
    ):
        return False
    if line.segments[0].figure and all(is_dot(segment.text) for segment in figures):
        return below.box.right > line.box.left  # not between the lines of a label
    if (sides_apart(line.segments[0].box, below.segments[0].box) >= _ALIGNED) and not _are_years(line):
        return False
    if all(is_dash(segment.text) for segment in figures):
        return all(any(sides_apart(one.box, head.box) < _ALIGNED for head in below.segments) for one in figures)
    return len(below.segments) >= len(line.segments) and all(
        segment.text.isdigit() and len(segment.text) <= _YEAR for segment in figures
    )


def _has_digit(segment: Segment) -> bool:
    return any(map(str.isdigit, segment.text))


def _are_years(line: Line) -> bool:
    """Whether a line has a year, and other numbers beside it only that have as many digits."""
    numbers = [segment.text for segment in line.segments if segment.text.isdigit()]
    return any(map(is_year, numbers)) and all(len(text) == _YEAR for text in numbers)


def _is_short(segment: Segment) -> bool:
    return segment.text.isdigit() and len(segment.text) <= _SHORT


def _ends_head(segment: Segment, near: Sequence[Segment]) -> bool:
    """Whether a number goes on with text above it, while text of another column is between or beside both lines."""
    above = any(
        0.5 * segment.size < segment.baseline - other.baseline and sides_apart(segment.box, other.box) < _ALIGNED
        for other in near
    )
    return above and any(
        abs(other.baseline - segment.baseline) < _ONE_ROW * segment.size and other.box.left > segment.box.right
        for other in near
    )


def _is_words(segment: Segment) -> bool:
    return letters(segment.text) > 2 and not segment.figure


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
        room_between(upper, lower) / lower.size
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
        return not is_title_with_remark(line)
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
    while start > low and not tabular[start - 1] and leads(rows, start, first, inward, widest):
        start -= 1
    if (count := labels_below_head(rows, tabular, low, first, last)) and first - count <= start:
        start = first - count - 1
        while start > low and not tabular[start - 1] and goes_on_above(rows[start - 1], rows[start]):
            start -= 1
    elif start > low and not tabular[start - 1] and is_first_label(rows, start, last):
        start -= 1
    start = with_heads_beside(rows, tabular, low, start, first, inward)
    if start > low and not any(tabular[:start]) and are_labels(rows[:start], rows, first, last):
        start = 0
    start = below_remarks(rows, start, first)
    above = first - (start < first and rows[first].segments[0].figure)  # a label whose figures are halfway down
    end = last + 1
    while end < len(rows) and not tabular[end] and trails(rows, above, last, end, close):
        end += 1
    if end < len(rows) and not any(tabular[end:]) and are_labels(rows[end:], rows, first, last):
        end = len(rows)
    return start, end


def _last_figures(rows: Sequence[Line], first: int, last: int, following: int | None) -> int:
    """Where a table ends whose last lines start the head of the next one, which goes on between its own lines."""
    body = [at for at in range(first, last + 1) if has_figures(rows[at])]
    if not body or following is None or body[-1] == last or has_figures(rows[following]):
        return last
    inner = rows[last : following + 1]
    return body[-1] if any(stand_beside(upper, lower) for upper, lower in pairwise(inner)) else last


def _goes_on(rows: Sequence[Line], first: int, last: int, following: int) -> bool:
    """Whether a table goes on with a line of several segments, over the lines between, which have one."""
    between = rows[last + 1 : following]
    size = rows[last].size
    body = any(has_figures(line) for line in rows[first : last + 1])
    gaps = [
        room_between(upper, lower) for upper, lower in zip(rows[first:last], rows[first + 1 : last + 1], strict=True)
    ]
    usual = median(gaps) if gaps else 0.3 * size
    wide = max(1.7 * usual + 0.35 * size, 0.5 * size, _ROW_GAPS * usual_gap(rows, first, following))
    if not body:  # the rows of a head are as far apart as all rows; a title above it has one piece
        several = (_MOST_BETWEEN if len(upper.segments) > 1 else 1.0 for upper in rows[first:last])
        near = (gap for gap, share in zip(gaps, several, strict=True) if gap < share * size)
        wide = max(wide, _AS_FAR * max(near, default=0.0))
    free = usual_gap(rows, following, following)
    far = max(_FAR * size, _ROW_GAPS * free if body else _HEAD_GAPS * free + _LINE * size)
    if not between:
        gap = room_between(rows[last], rows[following])
        new_head = body and not has_figures(rows[following]) and gap > wide
        return gap < far and not new_head
    if any(line.size > _LARGER * max(size, rows[following].size) for line in between):
        return False
    left = min(line.box.left for line in (*rows[first : last + 1], rows[following]))
    if any(is_bullet(line.words[0].text) and (line.box.left < left - 1 or _opens(line)) for line in between):
        return False  # an item of a list
    apart = [room_between(upper, lower) for upper, lower in pairwise(rows[last : following + 1])]
    if max(apart[0], apart[-1]) > (_FAR * size if body else far) or sum(gap > wide for gap in apart) > 1:
        return False  # a title between two tables
    if body and not has_figures(rows[following]) and not _is_beside(rows[following], rows[first : last + 1]):
        return False
    return not _is_prose(between, rows[first : last + 1] if body else [rows[following]])


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
    left = min(line.box.left for line in (*between, *table))
    if not starts:
        return _levels([line for line in between if line.box.left < left + _INDENT * line.size]) > _MOST_LINES
    over = [
        line
        for line in between
        if line.box.left < min(left + _INDENT * line.size, min(starts)) and min(starts) < line.box.right - line.size
    ]
    return len(over) > 1


def _levels(lines: Sequence[Line]) -> int:
    """How many lines stand below each other; heads of columns stand between those of their neighbours."""
    return sum(at == 0 or room_between(lines[at - 1], line) > -_HALF * line.size for at, line in enumerate(lines))
