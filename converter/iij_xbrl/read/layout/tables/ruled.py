"""Tables that are ruled all around are read by their rules: a cell's text is what stands in it, wherever it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.layout.lines.words import Word
from iij_xbrl.read.layout.page import Page
from iij_xbrl.read.layout.shapes import goes_behind, goes_in_front, letters
from iij_xbrl.read.layout.tables.broken import mended
from iij_xbrl.read.layout.tables.grid import Columns
from iij_xbrl.read.layout.tables.lattice import Lattice, Region, lattices
from iij_xbrl.read.layout.tables.tables import Grid, GridCell, GridRow

_INSIDE = 1.0  # points: what a cell keeps free at its sides
_HALF_HEIGHT = 0.3  # of the font's height: from what a line stands on to its middle
_MOST_LINES = 12  # of a cell: what holds more is a page in a frame
_MOST_BETWEEN = 4.0  # of the height of the lowest row: what is between two lattices and one row
_ROWS_OF_SHADES = 2  # of a head, or between two that are not shaded
_APART = 3.0  # points: tables that are nearer are one
_ROOM = 1.3  # of that height for each line: a row takes no more
_FAR = 1000.0  # points
_FIGURE = 2.0  # of the font's height: a narrower column holds no figures
_CLOSE = 0.9  # of the font's height: lines that are further from a table are not its rows
_SEVERAL = 0.2  # of the cells with figures: where more hold several, rows are not ruled
_HEADED = 0.1  # of them: where more of one row have a head above their figure, head and rows are not parted
_BESIDE = 0.05  # of them: where more hold several side by side, only some rows are ruled, as where areas are drawn


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: its first column between uprights, how many it takes, and its lines."""

    column: int
    span: int
    lines: tuple[Segment, ...]

    @property
    def end(self) -> int:
        return self.column + self.span

    @property
    def figure(self) -> bool:
        return any(line.figure for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def ruled(page: Page, lines: Sequence[Line]) -> list[list[Line] | Grid]:
    """The tables of a page that are ruled all around, and the lines above, between and below them, in order."""
    tables, taken = [], set[int]()
    found = _without_shades(lattices(page.rules), lines)
    for lattice in found:
        held = _within(lines, lattice.down[0], lattice.down[-1])
        if not held or any(_is_beside(line, lattice) for line in held) or any(id(line) in taken for line in held):
            continue
        grids = [] if _is_part(lattice, held, _without(lines, lattice, found)) else _grids(lattice, held)
        if grids:
            tables += [replace(grid, pages=(page.number,) * len(grid.rows)) for grid in grids]
            taken |= {id(line) for line in held}
    pieces: list[list[Line] | Grid] = []
    rest = [line for line in lines if id(line) not in taken]
    for table in tables:
        above = [line for line in rest if line.baseline < table.box.bottom]
        rest = rest[len(above) :]
        pieces += [above, table] if above else [table]
    return [*pieces, rest] if rest else pieces


def _within(lines: Sequence[Line], top: float, bottom: float) -> list[Line]:
    return [line for line in lines if top < _middle(line) < bottom]


def _without_shades(found: Sequence[Lattice], lines: Sequence[Line]) -> list[Lattice]:
    """The lattices without those that areas behind every second row show: what parts the other rows is not drawn."""
    shades = set()
    for upper, lower in pairwise(found):
        if upper.fits(lower) and _is_one_row(upper, lower, lines):
            shades |= {id(upper), id(lower)}
    known = [lattice for lattice in found if id(lattice) in shades]
    return [lattice for lattice in found if id(lattice) not in shades and not _is_shade(lattice, known)]


def _is_shade(lattice: Lattice, known: Sequence[Lattice]) -> bool:
    """Whether a lattice of a row or two has the columns of those that shades show: it is one of their table."""
    return len(lattice.down) <= _ROWS_OF_SHADES + 1 and any(lattice.fits(other) for other in known)


def _is_one_row(upper: Lattice, lower: Lattice, lines: Sequence[Line]) -> bool:
    """Whether there is room for one row between two lattices, and the lines of one."""
    top, bottom = upper.down[-1], lower.down[0]
    height = min(below - above for above, below in (*pairwise(upper.down), *pairwise(lower.down)))
    are_rows = max(len(upper.down), len(lower.down)) <= _ROWS_OF_SHADES + 1
    if not height / 2 < bottom - top < (_FAR if are_rows else _MOST_BETWEEN * height):
        return False
    between = _within(lines, top, bottom)
    levels = {round(line.baseline) for line in between}
    return bool(between) and bottom - top < _ROOM * height * len(levels)


def _without(lines: Sequence[Line], lattice: Lattice, found: Sequence[Lattice]) -> list[Line]:
    """The lines without those of other tables that are ruled all around and stand apart from this one."""
    others = [
        other
        for other in found
        if len(other.down) > _ROWS_OF_SHADES + 1
        and (other.down[0] > lattice.down[-1] + _APART or other.down[-1] < lattice.down[0] - _APART)
    ]
    return [line for line in lines if not any(other.down[0] < _middle(line) < other.down[-1] for other in others)]


def _is_part(lattice: Lattice, held: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether areas or rules are drawn around a part of a table only, such as its head: its other rows are close."""
    top, bottom, size = lattice.down[0], lattice.down[-1], held[0].size
    near = [
        *_within(lines, top - _CLOSE * size, top),
        *_within(lines, bottom, bottom + _CLOSE * size),
    ]
    is_head = not any(segment.figure for line in held for segment in line.segments)
    return any(len(line.segments) > 1 or line.figure for line in near) or _has_row_below(lattice, lines, is_head)


def _has_row_below(lattice: Lattice, lines: Sequence[Line], is_head: bool) -> bool:
    """Whether lines of a label follow in the first column, as close as lines of text, and figures beside them.

    Below a head there may be labels alone, where a page ends.
    """
    bottom = lattice.down[-1]
    for line in (line for line in lines if _middle(line) > lattice.down[-1]):
        if line.box.top - bottom > _CLOSE * line.size or line.box.left < lattice.across[0] - _INSIDE:
            return False
        if len(line.segments) > 1 or line.figure:
            return True
        if line.box.right > lattice.across[1] + _INSIDE:
            return False
        bottom = line.box.bottom
    return is_head and bottom > lattice.down[-1]


def _middle(line: Line) -> float:
    return line.baseline - _HALF_HEIGHT * line.size


def _is_beside(line: Line, lattice: Lattice) -> bool:
    """Whether a line as high as a table has text to the left or right of it."""
    left, right = lattice.across[0], lattice.across[-1]
    return any(segment.box.right < left or right < segment.box.left for segment in line.segments)


def _grids(lattice: Lattice, lines: Sequence[Line]) -> list[Grid]:
    """The tables of a lattice, one below another where they touch; none where its rules do not part its figures."""
    texts = _texts(lattice, lines)
    if not _are_parted(texts, lines, lattice):
        return []
    rows: dict[int, list[_Cell]] = defaultdict(list)
    for region, held in texts.items():
        rows[region.row].append(_Cell(region.column, region.columns, tuple(held)))
    single = [(row, sorted(cells, key=lambda cell: cell.column)) for row, cells in sorted(rows.items())]
    starts = [0, *_touching([cells for _, cells in single]), len(single)]
    found = []
    for start, end in pairwise(starts):
        top = lattice.down[single[start][0]]
        below = lattice.down[single[end][0]] if end < len(single) else lattice.down[-1]
        grid = _grid(replace(lattice, down=(top, below)), [cells for _, cells in single[start:end]], lines)
        if grid is None:
            return []
        found.append(grid)
    return found


def _touching(rows: Sequence[Sequence[_Cell]]) -> list[int]:
    """Where other tables start below the first one: at heads between rows with figures, with columns of their own.

    Or the head is that of the table above again.
    """
    found: list[int] = []
    for at in range(1, len(rows) - 1):
        above, below = rows[found[-1] if found else 0 : at], rows[at:]
        if not _is_head(rows[at]) or not any(cell.figure for cell in rows[at - 1]):
            continue
        end = next((next_at for next_at, row in enumerate(below) if next_at and _is_head(row)), len(below))
        first, second = _taken(above), _taken(below[:end] if end > 1 else below)
        if not second or not first:
            continue
        again = [cell.text for cell in rows[at]] == [cell.text for cell in above[0]]
        if again or not (first <= second or second <= first):
            found.append(at)
    return found


def _is_head(row: Sequence[_Cell]) -> bool:
    """Whether a row has several cells over columns, none over the labels, and no figure."""
    return len(row) > 1 and all(cell.column and not cell.figure for cell in row)


def _taken(rows: Sequence[Sequence[_Cell]]) -> set[tuple[int, int]]:
    """The columns between uprights that figures take."""
    return {(cell.column, cell.end) for row in rows for cell in row if cell.figure and cell.column}


def _grid(lattice: Lattice, single: Sequence[Sequence[_Cell]], lines: Sequence[Line]) -> Grid | None:
    """A table by its rows of cells; None where they give it no columns."""
    whole = [_with_signs(row) for row in single]
    signs = {
        column
        for row, held in zip(single, whole, strict=True)
        for column in {cell.column for cell in row} - {cell.column for cell in held}
    }
    columns = _columns([cell for row in whole for cell in row], [at for at in _wide(lattice, lines) if at not in signs])
    placed = [_placed(row, columns) for row in whole]
    if len(columns) < 2 or any(one.column == other.column for row in placed for one, other in pairwise(row)):
        return None
    head = _head_rows(placed)
    found = tuple(
        GridRow(tuple(replace(cell, head=at < head) for cell in row), head=at < head) for at, row in enumerate(placed)
    )
    bottom = max(Line(cell.lines).bottom for row in single for cell in row)
    return Grid(found, _sides(lattice, columns), lattice.box, bottom, ruled=True)


def _texts(lattice: Lattice, lines: Sequence[Line]) -> dict[Region, list[Segment]]:
    """The lines of each cell that holds some."""
    rows: dict[int, list[Region]] = defaultdict(list)
    for region in sorted(lattice.regions, key=lambda region: region.column):
        for row in range(region.row, region.row + region.rows):
            rows[row].append(region)
    found: dict[Region, list[Segment]] = defaultdict(list)
    for line in lines:
        row = bisect_right(lattice.down, _middle(line)) - 1
        regions = rows[row]
        sides = [lattice.across[region.column] for region in regions[1:]]
        held: dict[Region, list[Word]] = defaultdict(list)
        for word in line.words:
            held[regions[_column(word, sides)]].append(word)
        for region, words in held.items():
            found[region].append(Segment(tuple(words)))
    return {region: mended(held) for region, held in found.items()}


def _column(word: Word, sides: Sequence[float]) -> int:
    """Between which uprights a word stands. One that is too wide for its cell runs over the side it is not set to."""
    first, last = bisect_right(sides, word.box.left + _INSIDE), bisect_right(sides, word.box.right - _INSIDE)
    if first == last:
        return first
    before = word.box.left - sides[first - 1] if first else _FAR
    behind = sides[last] - word.box.right if last < len(sides) else _FAR
    return last if behind < before else first


def _are_parted(texts: dict[Region, list[Segment]], lines: Sequence[Line], lattice: Lattice) -> bool:
    """Whether rules part the figures of a table: few cells hold several, and hardly one holds several side by side.

    None holds several lines of signs alone, which are those of several rows; nor do cells of a row hold heads and
    figures below them.
    """
    counts = [sum(segment.figure for segment in held) for held in texts.values()]
    several, some = sum(count > 1 for count in counts), sum(count > 0 for count in counts)
    figures = {id(segment.words[0]) for line in lines for segment in line.segments if segment.figure}
    beside = sum(
        any(sum(id(word) in figures for word in segment.words) > 1 for segment in held)
        for region, held in texts.items()
        if region.columns > 1
    )
    if several > _SEVERAL * some or beside > _BESIDE * some or any(map(_are_signs, texts.values())):
        return False
    headed = Counter(region.row for region, held in texts.items() if region.column and _is_headed(held))
    if max(headed.values(), default=0) > max(1, _HEADED * some):
        return False
    labels = [(held, lattice.across[region.columns]) for region, held in texts.items() if not region.column]
    if not some and any(_are_labels(held, limit) for held, limit in labels):
        return False  # what a page ends in below a head that is ruled
    return max(map(len, texts.values()), default=0) <= _MOST_LINES


def _is_headed(lines: Sequence[Segment]) -> bool:
    """Whether a cell holds words, and a figure on the line below them."""
    return any(lower.figure and not upper.figure and letters(upper.text) > 2 for upper, lower in pairwise(lines))


def _are_labels(lines: Sequence[Segment], limit: float) -> bool:
    """Whether lines of a cell that reaches to a limit are labels of several rows: the first had room for the next."""
    rooms = (limit - _INSIDE - upper.box.right - lower.words[0].box.width for upper, lower in pairwise(lines))
    return any(room > lower.size for room, lower in zip(rooms, lines[1:], strict=True))


def _are_signs(lines: Sequence[Segment]) -> bool:
    """Whether a cell holds several lines with signs alone."""
    return len(lines) > 1 and not any(char.isalnum() for line in lines for char in line.text)


def _with_signs(row: Sequence[_Cell]) -> list[_Cell]:
    """The cells of a row, signs in cells of their own joined to their figures."""
    found: list[_Cell] = []
    for cell in row:
        last = found[-1] if found else None
        if last and len(last.lines) == len(cell.lines) == 1:
            one, other = last.lines[0], cell.lines[0]
            both = (Segment(one.words + other.words),)
            if other.figure and goes_in_front(one.text, first=len(found) == 1):
                found[-1] = replace(cell, lines=both)
                continue
            if one.figure and goes_behind(other.text):
                found[-1] = replace(last, lines=both)
                continue
        found.append(cell)
    return found


def _wide(lattice: Lattice, lines: Sequence[Line]) -> list[int]:
    """The columns between uprights that have room for figures."""
    least = _FIGURE * max(line.size for line in lines)
    return [at for at, (left, right) in enumerate(pairwise(lattice.across)) if right - left > least]


def _columns(cells: Sequence[_Cell], wide: Sequence[int]) -> list[tuple[int, int]]:
    """The columns of a table, each from one upright to another: those of the narrowest cells that hold something.

    What holds figures comes first; signs that stand apart, and narrow columns that are free, have no column of their
    own. Free ones that are `wide` are columns, but for those that a head over one column of figures has besides it.
    """
    found: list[tuple[int, int]] = []
    held = [(cell.column, cell.end) for cell in sorted(cells, key=lambda cell: (not cell.figure, cell.span))]
    figures = _narrowest({(cell.column, cell.end) for cell in cells if cell.figure})
    own = {
        at
        for first, last in set(held)
        if first and sum(first <= start and end <= last for start, end in figures) == 1
        for at in range(first, last)
    }
    for first, last in (*held, *((at, at + 1) for at in wide if at not in own)):
        if not any(start < last and first < end for start, end in found):
            found.append((first, last))
    return sorted(found)


def _narrowest(held: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The stretches of columns that none of the others is within: signs may have a cell of their own in some rows."""
    return {
        (start, end)
        for start, end in held
        if not any(start <= first and last <= end for first, last in held if (first, last) != (start, end))
    }


def _placed(row: Sequence[_Cell], columns: Sequence[tuple[int, int]]) -> list[GridCell]:
    cells = []
    for cell in row:
        over = [at for at, (start, end) in enumerate(columns) if start < cell.end and cell.column < end]
        cells.append(GridCell(cell.lines, over[0], len(over)))
    return cells


def _head_rows(rows: Sequence[Sequence[GridCell]]) -> int:
    """How many rows are the head: those down to the last with text over columns, before the first figures."""
    first = next((at for at, row in enumerate(rows) if any(cell.column and cell.has_figure for cell in row)), 0)
    return max((at for at in range(first) if any(cell.column for cell in rows[at])), default=-1) + 1


def _sides(lattice: Lattice, columns: Sequence[tuple[int, int]]) -> Columns:
    """Where the columns of a table stand; those beside each other do not touch."""
    stretches = [(lattice.across[start] + _INSIDE, lattice.across[end] - _INSIDE) for start, end in columns]
    return Columns(tuple(stretches[1:]), *stretches[0])
