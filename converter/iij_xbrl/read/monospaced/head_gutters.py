"""Heads told by the gutters between them: no word of any line of a head stands over two columns that a gutter parts.

Lines of heads that are set to one middle stand between each other, and heads over several columns above theirs. So
pieces that no gutter parts are those of several columns: the line above all of them speaks of these, and what stands
below it is parted again. Nothing is known where a head above could be in the middle of more than it stands over, and
where a column has no head of its own: what stands over it and another one may be two heads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from iij_xbrl.read.layout.geometry import merged, overlap
from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.monospaced.columns import NEAR, Column, figures_of
from iij_xbrl.read.monospaced.head_places import Place, Setting

_TOGETHER = 7.5  # points, a character and a half: sides and middles that are nearer are one


def places_by_gutters(lines: Sequence[Line], setting: Setting) -> dict[float, list[Place]]:
    """What lines of a head stand over, by their baselines; nothing where gutters do not tell it of all of them."""
    heads = [
        (line, pieces)
        for line in takewhile(lambda one: not figures_of(one), lines)
        if (pieces := setting.cut(line)[1]) and line.box.right >= setting.columns[0].left and not _is_remark(pieces)
    ]
    found = _parted([piece for _, pieces in heads for piece in pieces], setting.columns, 0)
    if found is None:
        return {}
    return {line.baseline: [found[id(piece)] for piece in pieces] for line, pieces in heads}


def _parted(pieces: Sequence[Segment], columns: Sequence[Column], first: int) -> dict[int, Place] | None:
    """The places of pieces over columns, the first of which has this index; None where they are not known."""
    if len(columns) == 1:
        return dict.fromkeys(map(id, pieces), (first + 1, first + 1))
    found: dict[int, Place] = {}
    over: list[Segment] = []
    rest = list(pieces)
    while rest:
        blocks = list(_blocks(rest, columns))
        if len(blocks) > 1 and not _is_below(rest, over):
            break
        top = [piece for piece in rest if piece.baseline == rest[0].baseline]
        if len(top) > 1:
            return None
        over += top
        rest = rest[1:]
        found[id(top[0])] = (first + 1, first + len(columns))
    if not rest or _may_go_on(rest, over, columns):
        return None
    for held, own in blocks:
        if not own or (len(own) > 1 and any(other[0].baseline > held[0].baseline for other, _ in blocks)):
            return None  # what stands above all others may be of their columns, too
        inner = _parted(held, [columns[at] for at in own], first + own[0])
        if inner is None:
            return None
        found |= inner
    return found if sum(len(own) for _, own in blocks) == len(columns) else None


def _is_remark(pieces: Sequence[Segment]) -> bool:
    """Whether the only piece of a line is a remark in parentheses, which speaks of all columns wherever it stands."""
    return len(pieces) == 1 and pieces[0].text.startswith("(") and pieces[0].text.endswith(")")


def _blocks(pieces: Sequence[Segment], columns: Sequence[Column]) -> Iterator[tuple[list[Segment], list[int]]]:
    """The pieces that no gutter parts, each group with the columns whose figures it stands over."""
    for left, right in merged((piece.box.left, piece.box.right) for piece in pieces):
        held = [piece for piece in pieces if left <= piece.box.left and piece.box.right <= right]
        yield held, [at for at, one in enumerate(columns) if overlap(left, right, one.left, one.right) > 0]


def _is_below(rest: Sequence[Segment], over: Sequence[Segment]) -> bool:
    """Whether a line has one piece alone, in the middle below a head over all columns, and to neither side of it."""
    piece, *others = (one for one in rest if one.baseline == rest[0].baseline)
    above = over[-1:]
    return not others and any(
        abs(piece.box.middle - one.box.middle) <= _TOGETHER and abs(piece.box.left - one.box.left) > _TOGETHER
        for one in above
    )


def _may_go_on(rest: Sequence[Segment], over: Sequence[Segment], columns: Sequence[Column]) -> bool:
    """Whether the first line below heads of all columns may go on with them, or be one itself: it has one piece alone.

    So it may where a side or its middle is that of the line above, or its middle that of all columns.
    """
    piece, *others = (one for one in rest if one.baseline == rest[0].baseline)
    if others:
        return False
    middle = (columns[0].left + columns[-1].right) / 2
    if abs(piece.box.middle - middle) <= NEAR:
        return True
    return any(
        abs(getattr(piece.box, side) - getattr(one.box, side)) <= _TOGETHER
        for one in over[-1:]
        for side in ("left", "middle", "right")
    )
