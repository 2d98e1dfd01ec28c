"""Tables drawn with characters: in boxes of `+---+` or `┌───┐`, or with such rules between rows with pipes.

Each line is a rule or has a line between its cells. A rule above and below each row lets its cells have several lines
(grid tables of reStructuredText and Pandoc); elsewhere each line is a row (terminals of databases, Org). Where lines
stand elsewhere than the joints of the rules, and are not as many, no table is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from iij_xbrl.read.grid import FIGURE

_LINES = "|│┃║¦"
_JOINTS = "+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┍┯┑┝┿┥┕┷┙┎┰┒┠╂┨┖┸┚"
_RULE = re.compile(rf"[{_LINES}{_JOINTS}](?=.*[{_JOINTS}])(?:[-=─━═:]+[{_LINES}{_JOINTS}])+")
_ROW = re.compile(rf"[{_LINES}].*[{_LINES}]")
_LINE = re.compile(rf"[{_LINES}]")
_JOINT = re.compile(rf"[{_LINES}{_JOINTS}]")
_CORNERS = frozenset(_LINES + _JOINTS)  # with which a line begins
_FEWEST = 2  # rows, and columns
_FEWEST_PARTS = 3  # of a table with a rule between all rows


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell: its lines as (line, start, end), its column, how many columns it spans."""

    parts: tuple[tuple[int, int, int], ...]
    column: int
    span: int


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table: its first line, the one behind its last, its number of columns, and the cells of its rows."""

    first: int
    end: int
    width: int
    rows: tuple[tuple[DrawnCell, ...], ...]


def is_drawn(raw: str) -> bool:
    """Whether a line is one of a drawn table."""
    line = raw.strip()
    return line[:1] in _CORNERS and bool(_ROW.fullmatch(line) or _RULE.fullmatch(line))


def drawn_tables(lines: Sequence[str]) -> dict[int, DrawnTable]:
    """The drawn tables among lines, by their first line."""
    found: dict[int, DrawnTable] = {}
    for drawn, held in groupby(range(len(lines)), key=lambda at: is_drawn(lines[at])):
        indexes = list(held) if drawn else []
        table = _table(lines, indexes) if len(indexes) > _FEWEST else None
        if table:
            found[table.first] = table
    return found


def _table(lines: Sequence[str], indexes: Sequence[int]) -> DrawnTable | None:
    rules = dict.fromkeys(at for at in indexes if _RULE.fullmatch(lines[at].strip()))
    joints = max(([match.start() for match in _JOINT.finditer(lines[at])] for at in rules), key=len, default=[])
    if len(joints) <= _FEWEST:
        return None
    parts: list[list[tuple[DrawnCell, ...]]] = []
    for is_rule, held in groupby(indexes, key=lambda at: at in rules):
        if is_rule:
            continue
        rows = [_cells(lines[at], at, joints) for at in held]
        if any(row is None for row in rows):
            return None
        parts.append([row for row in rows if row is not None])
    joined = _joined(lines, parts) if _has_rules_between(lines, parts) else [row for part in parts for row in part]
    if len(joined) < _FEWEST:
        return None
    return DrawnTable(indexes[0], indexes[-1] + 1, len(joints) - 1, tuple(joined))


def _cells(line: str, number: int, joints: Sequence[int]) -> tuple[DrawnCell, ...] | None:
    """The cells of a line; None where it is not known in which columns they stand."""
    at = [match.start() for match in _LINE.finditer(line)]
    if len(at) == len(joints):
        columns = list(range(len(joints)))
    elif set(at) <= set(joints):
        columns = [joints.index(one) for one in at]
    else:
        return None
    bounds = zip(pairwise(at), pairwise(columns), strict=True)
    return tuple(DrawnCell(((number, start + 1, end),), first, last - first) for (start, end), (first, last) in bounds)


def _has_rules_between(lines: Sequence[str], parts: Sequence[Sequence[tuple[DrawnCell, ...]]]) -> bool:
    """Whether what stands between two rules is one row: no column of it has two figures, and several rows have some."""
    if len(parts) < _FEWEST_PARTS or all(len(part) == 1 for part in parts):
        return False
    counts = [_most_figures(lines, part) for part in parts]
    return max(counts) == 1 and sum(counts) >= _FEWEST


def _most_figures(lines: Sequence[str], part: Sequence[tuple[DrawnCell, ...]]) -> int:
    """How many figures a column of a part has at most."""
    found: dict[int, int] = {}
    for cell in (cell for row in part for cell in row if cell.column):
        ((number, start, end),) = cell.parts
        found[cell.column] = found.get(cell.column, 0) + bool(FIGURE.fullmatch(lines[number][start:end].strip()))
    return max(found.values(), default=0)


def _joined(lines: Sequence[str], parts: Sequence[Sequence[tuple[DrawnCell, ...]]]) -> list[tuple[DrawnCell, ...]]:
    """A row for each part; lines of it whose cells span other columns are rows of their own."""
    rows: list[tuple[DrawnCell, ...]] = []
    for part in parts:
        for _, held in groupby(part, key=lambda row: tuple((cell.column, cell.span) for cell in row)):
            rows.append(tuple(_stacked(lines, cells) for cells in zip(*held, strict=True)))
    return rows


def _stacked(lines: Sequence[str], cells: Sequence[DrawnCell]) -> DrawnCell:
    """Cells one below the other as one, without the empty ones."""
    parts = [part for cell in cells for part in cell.parts]
    shown = tuple(_shown(lines, parts)) or (parts[0],)
    return DrawnCell(shown, cells[0].column, cells[0].span)


def _shown(lines: Sequence[str], parts: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    for number, start, end in parts:
        if lines[number][start:end].strip():
            yield number, start, end
