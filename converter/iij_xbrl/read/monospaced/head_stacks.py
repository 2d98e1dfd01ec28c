"""Heads of several lines below each other, to one side or one middle: the only column that each of them is over.

Converters of pages set heads and figures apart from each other, so that heads stand a few characters in front of or
behind their figures. Lines of one head that end together, however long they are, are set to the right side of one
column, those with one middle to the middle of one, and those that begin together to the left side; so are heads of
other lines that stand as they do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from statistics import median
from typing import Literal

from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.monospaced.columns import GAP, figures_of
from iij_xbrl.read.monospaced.head_places import Place, Setting, are_in_order

_TOGETHER = 5.0  # points, a character: sides and middles that are nearer are one
_LONGER = 12.5  # points, two characters and a half: what tells lines with one side from those with one middle
_NEAR = 22.5  # points, four characters and a half: how far a head may be from its column
_MUCH_NEARER = 0.5

Side = Literal["left", "middle", "right"]


@dataclass(frozen=True, slots=True)
class _Heads:
    """The lines of a head by their baselines, and where the heads of each column stand."""

    lines: Mapping[float, Sequence[Segment]]
    ordered: Sequence[Sequence[Segment]]
    setting: Setting

    def anchors(self, side: Side) -> list[float]:
        """The right sides of columns, or the middles or left sides of their heads, which only these show."""
        columns = self.setting.columns
        if self.ordered:
            return [median(getattr(pieces[at].box, side) for pieces in self.ordered) for at in range(len(columns))]
        return [column.right for column in columns] if side == "right" else []


def places_by_stacks(lines: Sequence[Line], setting: Setting) -> dict[float, list[Place]]:
    """What lines of a head stand over by the heads that they stand below or above, by their baselines.

    Heads over several columns stand as those over one do: so nothing is known where one is left out in front of others.
    """
    if setting.columns[0].side != "right":
        return {}
    held = {
        line.baseline: pieces
        for line in takewhile(lambda one: not figures_of(one), lines)
        if (pieces := setting.cut(line)[1]) and line.box.right > setting.columns[0].left
    }
    ordered = [pieces for pieces in held.values() if are_in_order(pieces, setting)]
    heads = _Heads({at: pieces for at, pieces in held.items() if pieces not in ordered}, ordered, setting)
    return max((_places(heads, side) for side in ("right", "middle", "left")), key=len)


def _places(heads: _Heads, side: Side) -> dict[float, list[Place]]:
    anchors = heads.anchors(side)
    if not anchors:
        return {}
    columns = _columns(heads, side, anchors)
    found = {}
    for baseline, pieces in heads.lines.items():
        places = _in_line(pieces, [columns.get(id(piece)) for piece in pieces], side, anchors)
        if places:
            found[baseline] = places
    over = {at for places in found.values() for at in places}
    if over != set(range(len(over))):
        return {}
    return {baseline: [(at + 1, at + 1) for at in places] for baseline, places in found.items()}


def _in_line(
    pieces: Sequence[Segment], columns: Sequence[int | None], side: Side, anchors: Sequence[float]
) -> list[int]:
    """The columns of the pieces of a line, some of which are known; of another one where it is near to one between."""
    if all(at is None for at in columns):
        return []
    found: list[int] = []
    for number, (piece, at) in enumerate(zip(pieces, columns, strict=True)):
        low = found[-1] + 1 if found else 0
        high = next((one for one in columns[number:] if one is not None), len(anchors))
        if at is None:
            at = _nearest(getattr(piece.box, side), anchors)
            if at is None or not low <= at < high or not _is_behind([piece], at, side, anchors):
                return []
        if at < low:
            return []
        found.append(at)
    return found


def _is_behind(pieces: Sequence[Segment], column: int, side: Side, anchors: Sequence[float]) -> bool:
    """Whether heads that end with a column are over none in front of it, and those that begin with it none behind."""
    if side == "left" and column + 1 < len(anchors):
        return max(piece.box.right for piece in pieces) < anchors[column + 1] + GAP
    left = min(piece.box.left for piece in pieces)
    return not column or side != "right" or left > anchors[column - 1] - GAP


def _nearest(at: float, anchors: Sequence[float]) -> int | None:
    """The column that is near, and much nearer than any other."""
    nearest, *others = sorted(range(len(anchors)), key=lambda one: abs(anchors[one] - at))
    apart = abs(anchors[nearest] - at)
    is_far = apart > _NEAR or any(apart > _MUCH_NEARER * abs(anchors[one] - at) for one in others[:1])
    return None if is_far else nearest


def _columns(heads: _Heads, side: Side, anchors: Sequence[float]) -> dict[int, int]:
    """The column of each piece that stands in a stack, by its identity."""
    known = {id(piece): at for pieces in heads.ordered for at, piece in enumerate(pieces)}
    pieces = [piece for held in (*heads.lines.values(), *heads.ordered) for piece in held]
    found: dict[int, int] = {}
    for stack in _stacks(pieces, side):
        at = _column(stack, side, anchors, known)
        if at is not None:
            found |= {id(piece): at for piece in stack}
    return found


def _stacks(pieces: Sequence[Segment], side: Side) -> list[list[Segment]]:
    """The heads with one side or one middle, of different lengths; of one line there is but one."""
    found: list[list[Segment]] = []
    for piece in sorted(pieces, key=lambda one: getattr(one.box, side)):
        last = found[-1] if found else None
        if last and getattr(piece.box, side) - getattr(last[0].box, side) <= _TOGETHER:
            last.append(piece)
        else:
            found.append([piece])
    return [stack for stack in found if _is_stack(stack)]


def _is_stack(pieces: Sequence[Segment]) -> bool:
    widths = [piece.box.width for piece in pieces]
    lines = {piece.baseline for piece in pieces}
    return len(lines) == len(pieces) > 1 and max(widths) - min(widths) >= _LONGER


def _column(stack: Sequence[Segment], side: Side, anchors: Sequence[float], known: Mapping[int, int]) -> int | None:
    """The only column that a stack is over; it stands over none in front of that."""
    named = {known[id(piece)] for piece in stack if id(piece) in known}
    if len(named) > 1:
        return None
    at = next(iter(named), None)
    if at is None:
        at = _nearest(median(getattr(piece.box, side) for piece in stack), anchors)
    return at if at is not None and _is_behind(stack, at, side, anchors) else None
