"""Lines of a table become rows of cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from iij_xbrl.read.layout.geometry import Box, Rule, around, overlap
from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.shapes import is_dash, is_dot, is_figure
from iij_xbrl.read.layout.tables.grid import Columns, columns, one_below_another, parted, rules_within, side_by_side
from iij_xbrl.read.layout.tables.head_blocks import Between
from iij_xbrl.read.layout.tables.heads import head_rows
from iij_xbrl.read.layout.tables.pieces import cut
from iij_xbrl.read.layout.tables.rows import LabelLine, Measures, are_padded, cells

_TIGHT = 0.8  # of the font's height: lines are not nearer to each other
_ONE_ROW = 0.7  # of the font's height: figures that are nearer are of one row
_SEVERAL = 3
_EXACT = 0.03  # of the font's height: distances that differ by less are the same
_WIDER = 1.06  # of the distance of rows: lines of a cell that are further apart are told from rows by it
_PARENTHESES = "(（"
_DASHES = "—–"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its lines, its first column (0 is that of the labels), how many it spans, whether it heads columns."""

    lines: tuple[Segment, ...]
    column: int
    span: int = 1
    head: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.text for line in self.lines)

    @property
    def has_figure(self) -> bool:
        """Whether one of its lines is a figure."""
        return any(line.figure for line in self.lines)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: the cells that hold something, from left to right."""

    cells: tuple[GridCell, ...]
    head: bool = False

    @property
    def height(self) -> float:
        """How much room it takes, from top to bottom."""
        boxes = [line.box for cell in self.cells for line in cell.lines]
        return around(boxes).height if boxes else 0.0

    @property
    def texts(self) -> tuple[tuple[int, str], ...]:
        """The column and words of each cell."""
        return tuple((cell.column, cell.text) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, its columns, where it stands, where it ends on its last page, and the page of each row.

    `ruled` tells that its cells were told by rules around them.
    """

    rows: tuple[GridRow, ...]
    columns: Columns
    box: Box
    bottom: float
    pages: tuple[int, ...] = ()
    ruled: bool = False

    @property
    def width(self) -> int:
        """The number of columns, that of the labels among them."""
        return len(self.columns.stretches) + 1


@dataclass(slots=True)
class _Beside:
    """A line of figures, or of other text in the columns behind the labels."""

    baseline: float
    segments: list[Segment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances in all tables of a document, as shares of the font's height: of lines of one cell, and of rows.

    A table without a cell of several lines shows the distance of its rows only, one with few rows not even that.
    `tight` tells that rows are nearer to each other than the lines of a cell, as typesetters set them.
    """

    lines: float
    rows: float
    tight: bool = False


def spacing(tables: Sequence[Sequence[Line]], texts: Iterable[Sequence[Line]] = ()) -> Spacing:
    """The distances in tables, each given by its lines; running text shows how far apart the lines of a cell may be."""
    pitches: list[float] = []
    rows: list[float] = []
    for lines in tables:
        found = columns(lines)
        if found:
            size = _size(lines, found)
            pitches += _distances(lines, found)
            figures = [line.baseline for line in lines if _figures(line, found)]
            rows += [_rows_pitch(figures, 0.0) / size] if len(figures) > 2 else []
    lead = _smallest(pitches)
    usual = median(rows) if rows else lead
    leading = _smallest(
        [(lower.baseline - upper.baseline) / lower.size for lines in texts for upper, lower in pairwise(lines)]
    )
    within = sum(abs(pitch - leading) < _EXACT for pitch in pitches)
    if lead > usual - _EXACT and leading > _WIDER * usual and within >= _SEVERAL:
        return Spacing(leading, usual, tight=True)
    return Spacing(lead, usual)


def _smallest(ratios: list[float]) -> float:
    """The smallest distance that is found several times."""
    ratios = sorted(ratio for ratio in ratios if ratio > _TIGHT)
    for at, ratio in enumerate(ratios[:-_SEVERAL]):
        if ratios[at + _SEVERAL] < 1.05 * ratio:
            return ratio
    return ratios[0] if ratios else 1.05


def grids(lines: Sequence[Line], rules: Sequence[Rule], spacing: Spacing) -> list[Grid]:
    """The tables of lines that hold tables only; of two side by side the left one first."""
    at = side_by_side(lines)
    if at is not None:
        return [grid for part in parted(lines, at) if part for grid in grids(part, rules, spacing)]
    found = [_grid(part, rules, spacing) for part in one_below_another(lines)]
    return [grid for grid in found if grid]


def _grid(lines: Sequence[Line], rules: Sequence[Rule], spacing: Spacing) -> Grid | None:
    found = columns(lines)
    if found is None:
        return None
    lines = [cut(line, found) for line in lines]
    found = columns(lines) or found
    box = around(line.box for line in lines)
    near = rules_within(rules, box)
    head = head_lines(lines, found)
    size = _size(lines, found)
    pitch = spacing.lines * size if spacing.tight else _pitch(lines, found, spacing.lines)
    usual = spacing.rows * size
    apart = _rows_pitch([line.baseline for line in lines[head:] if _figures(line, found)], usual)
    padded = min(apart, usual) > 1.12 * pitch  # labels of several lines set the rows of a small table apart
    between = Between((usual + pitch) / 2 if spacing.tight else 0.0, pitch, size)
    rows = [
        GridRow(tuple(GridCell(cell.lines, cell.column, cell.span, head=True) for cell in row), head=True)
        for row in head_rows(lines[:head], lines[head:], found, near, between, padded=padded or spacing.tight)
    ]
    return Grid((*rows, *_body(lines[head:], found, near, pitch, tight=spacing.tight)), found, box, lines[-1].bottom)


def head_lines(lines: Sequence[Line], found: Columns) -> int:
    """How many lines are the head: those down to the last with text over columns, before the first figures."""
    first = next((at for at, line in enumerate(lines) if _figures(line, found)), 0)
    if not first:
        return 0
    over = [at for at in range(first) if any(_column(segment, found, at=0) for segment in lines[at].segments)]
    return over[-1] + 1 if over else 0


def _figures(line: Line, found: Columns) -> bool:
    return any(segment.figure and found.nearest(segment.box) for segment in line.segments)


def _column(segment: Segment, found: Columns, at: int) -> int:
    """The column of a piece; the first piece of a line that starts where labels do is a label, however long."""
    first = found.stretches[0][0]
    if segment.box.left < min(first, found.label) - 1 and (at == 0 and segment.box.left < first):
        column = found.nearest(segment.box)
        starts = segment.box.left <= found.left + 0.5 * max(found.label - found.left, 1.0)
        return 0 if starts and not segment.figure else column
    return found.nearest(segment.box)


def _size(lines: Sequence[Line], found: Columns) -> float:
    """The size of a table's rows; its heads may be larger."""
    return median([line.size for line in lines if _figures(line, found)] or [line.size for line in lines])


def _pitch(lines: Sequence[Line], found: Columns, lead: float) -> float:
    """The distance of lines of one cell: the smallest between two in a column, or the document's if that is smaller."""
    size = _size(lines, found)
    own = min(min(_distances(lines, found), default=lead), 1.6) * size
    return own if lead * size <= own < 1.06 * lead * size else lead * size


def _distances(lines: Sequence[Line], found: Columns) -> list[float]:
    """The distances of lines of text that follow each other in a column, on one page, as shares of their size."""
    last: dict[int, tuple[Line, Segment]] = {}
    distances = []
    for line in lines:
        for at, segment in enumerate(line.segments):
            column = _column(segment, found, at)
            above, upper = last.get(column, (None, segment))
            is_below = overlap(upper.box.left, upper.box.right, segment.box.left, segment.box.right) > 0
            if above and is_below and not segment.figure and segment.words[0].moved == upper.words[0].moved:
                distances.append((line.baseline - above.baseline) / segment.size)
            last[column] = line, segment
    return distances


def _body(lines: Sequence[Line], found: Columns, rules: Sequence[Rule], pitch: float, *, tight: bool) -> list[GridRow]:
    labels: list[Segment] = []
    beside: list[_Beside] = []
    for line in lines:
        values: list[Segment] = []
        for at, segment in enumerate(line.segments):
            if _column(segment, found, at):
                values.append(segment)
            elif labels and at and labels[-1].baseline == segment.baseline:
                labels[-1] = Segment(labels[-1].words + segment.words)
            else:
                labels.append(segment)
        if values:
            _add(beside, values, labels, found, pitch)
    measures = replace(_measures(labels, beside, found, rules, pitch), tight=tight)
    groups = cells([_label_line(label) for label in labels], [item.baseline for item in beside], measures)
    rows = []
    for held, number in groups:
        label = [GridCell(tuple(labels[at] for at in held), 0)] if held else []
        figures = _values(beside[number].segments, found) if number is not None else []
        rows.append(GridRow((*label, *figures)))
    return rows


def _add(beside: list[_Beside], values: list[Segment], labels: Sequence[Segment], found: Columns, pitch: float) -> None:
    """Take a line beside labels; one that goes on with words in cells of the line above is part of it."""
    baseline = values[0].baseline
    last = beside[-1] if beside else None
    if last and baseline - max(segment.baseline for segment in last.segments) < _ONE_ROW * values[0].size:
        last.segments += values  # a cell of two lines, with the others of its row between them
        last.baseline = (min(segment.baseline for segment in last.segments) + baseline) / 2
        return
    words = not any(segment.figure for segment in values)
    has_label = bool(labels) and abs(labels[-1].baseline - baseline) < 0.2 * pitch
    if last and words and not has_label and baseline - last.baseline <= 1.12 * pitch:
        over = {found.nearest(segment.box) for segment in last.segments if not segment.figure}
        if all(found.nearest(segment.box) in over for segment in values):
            last.segments += values
            return
    beside.append(_Beside(baseline, list(values)))


def _values(segments: Sequence[Segment], found: Columns) -> list[GridCell]:
    held: dict[int, list[Segment]] = {}
    for segment in sorted(segments, key=lambda segment: not found.holding(segment.box)):
        column = found.nearest(segment.box)
        if column in held and column + 1 not in held and _is_behind(segment, column, found):
            column += 1
        held.setdefault(column, []).append(segment)
    if any(_are_beside(cell) for cell in held.values()):
        held = {min(held): list(segments)}  # which figure is which column's is not known
    return [
        GridCell(tuple(sorted(held[column], key=lambda item: (item.baseline, item.box.left))), column)
        for column in sorted(held)
    ]


def _is_behind(segment: Segment, column: int, found: Columns) -> bool:
    """Whether a piece stands between a column and the next one, over neither of them."""
    return column < len(found.stretches) and not found.holding(segment.box) and segment.box.left > found.right(column)


def _are_beside(cell: Sequence[Segment]) -> bool:
    """Whether a cell would hold two figures on one line."""
    lines = [round(segment.baseline, 1) for segment in cell if segment.figure]
    return len(set(lines)) < len(lines)


def _rows_pitch(baselines: Sequence[float], pitch: float) -> float:
    """The distance of rows of one line each."""
    distances = sorted(lower - upper for upper, lower in pairwise(baselines))
    return distances[len(distances) // 4] if distances else pitch


def _measures(
    labels: Sequence[Segment], beside: Sequence[_Beside], found: Columns, rules: Sequence[Rule], pitch: float
) -> Measures:
    rows_pitch = _rows_pitch([item.baseline for item in beside], pitch)
    across = tuple(sorted({round(rule.box.top, 1) for rule in rules if rule.across}))
    between = sum(any(upper.baseline < rule < lower.baseline for rule in across) for upper, lower in pairwise(beside))
    ruled = len(beside) > 2 and between >= 0.9 * (len(beside) - 1)
    size = labels[0].size if labels else pitch
    inside = [label.box.right for label in labels if label.box.right <= found.stretches[0][0]]
    padded = are_padded([label.baseline for label in labels], [item.baseline for item in beside], pitch)
    limit = max(inside, default=found.label)
    at = {round(item.baseline, 1) for item in beside}
    whole = (lower for upper, lower in pairwise(labels) if {round(one.baseline, 1) for one in (upper, lower)} <= at)
    small = any(label.text[:1].islower() for label in whole)  # of rows that follow each other
    hollow = frozenset(round(item.baseline, 1) for item in beside if all(is_dot(one.text) for one in item.segments))
    return Measures(pitch, rows_pitch, limit, across, ruled, size, padded=padded, small=small, hollow=hollow)


def _label_line(label: Segment) -> LabelLine:
    text = label.text
    first = label.words[0]
    return LabelLine(
        label.baseline,
        label.box.left,
        label.box.right,
        first.first_part + 0.25 * label.size,
        label.bold,
        text[:1].islower() or text[:1] in _PARENTHESES or (text[:1] in _DASHES and text[1:2].islower()),
        all(word.text[:1].islower() for word in label.words[1:] if word.text[:1].isalpha()) and len(label.words) > 1,
        text.count("(") + text.count("（") - text.count(")") - text.count("）"),
        text[-1:],
        is_figure(first.text) and not is_dash(first.text) and len(label.words) > 1,
        first.moved.page if first.moved else 0,
    )
