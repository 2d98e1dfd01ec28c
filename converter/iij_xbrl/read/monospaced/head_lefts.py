"""Heads that are set flush left in their cells, in front of figures that are set flush right.

They begin at as many places as there are columns, each between the figures of the column before and those of its own. A
head of several columns begins with the first of them, so that how many it speaks of is not told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from iij_xbrl.read.layout.lines.lines import Line, Segment
from iij_xbrl.read.monospaced.columns import NEAR, figures_of
from iij_xbrl.read.monospaced.head_places import Place, Setting
from iij_xbrl.read.monospaced.heads import at_edges

_TOGETHER = 5.0  # points, a character: sides that are nearer are one
_SEVERAL = 2


def left_edges(lines: Sequence[Line], setting: Setting) -> list[float]:
    """Where the heads of each column begin; none where they do not begin below each other."""
    columns = setting.columns
    heads = _heads(lines, setting)
    groups: list[list[float]] = []
    for left in sorted(piece.box.left for pieces in heads.values() for piece in pieces):
        if groups and left - groups[-1][-1] <= _TOGETHER:
            groups[-1].append(left)
        else:
            groups.append([left])
    if columns[0].side != "right" or len(groups) != len(columns) or len(heads) < _SEVERAL:
        return []
    if sum(len(group) >= _SEVERAL for group in groups) * 2 <= len(groups):
        return []
    edges = [group[0] for group in groups]
    ends = [setting.limit, *(column.right for column in columns)]
    within = all(ends[at] - NEAR < edge < ends[at + 1] for at, edge in enumerate(edges))
    return edges if within else []


def places_by_lefts(lines: Sequence[Line], setting: Setting) -> dict[float, list[Place]]:
    """The only column of each head of lines that are set flush left, by their baselines."""
    edges = left_edges(lines, setting)
    heads = _heads(lines, setting) if edges else {}
    return {
        baseline: [(at, at) for piece in pieces for at in [bisect_right(edges, piece.box.left + _TOGETHER / 2)]]
        for baseline, pieces in heads.items()
    }


def parted_at_lefts(lines: Sequence[Line], setting: Setting) -> list[Line]:
    """The lines, those of the head with each head by itself where that gives one for each column.

    Heads that are only a space apart are parted where one of the line above or below begins: a word of a head over
    several columns stands there by chance alone.
    """
    edges = left_edges(lines, setting)
    heads = _heads(lines, setting) if edges else {}
    found = list(lines)
    for at, line in enumerate(lines):
        pieces = heads.get(line.baseline, ())
        near = {piece.box.left for one in lines[max(at - 1, 0) : at + 2] for piece in heads.get(one.baseline, ())}
        parted = at_edges(pieces, sorted(near), "left", _TOGETHER) if pieces else []
        if len(pieces) < len(parted) == len(setting.columns):
            found[at] = Line((*setting.cut(line)[0], *parted))
    return found


def _heads(lines: Sequence[Line], setting: Setting) -> dict[float, tuple[Segment, ...]]:
    """The pieces over columns of lines above the first figures, by their baselines."""
    above = takewhile(lambda one: not figures_of(one), lines)
    cut = ((line, setting.cut(line)[1]) for line in above)
    return {line.baseline: pieces for line, pieces in cut if pieces and line.box.right >= setting.columns[0].left}
