"""Which lines of labels are one cell, and which figures belong to it.

A label may run over several lines, with its figures beside the first, the middle or the last of them, and rows may
follow each other as closely as lines do. So all ways to part the lines are weighed: what costs little is that lines
stay together where they are close and the first could not have held the next word, that they part where a rule or a
wider gap is between, and that figures stand where those of other rows stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Setting = Literal["top", "middle", "bottom"]
_SETTINGS: tuple[Setting, ...] = ("top", "middle", "bottom")
_MOST = 16  # lines of a label
_NEVER = 1000.0
_WIDER, _WIDEST = 1.12, 1.2  # of the distance of lines: those of two rows are further apart, those of one never
_NEARER = 0.9  # of the distance of lines
_LINE = 1.04  # of the distance of lines: those of one cell are no further apart where rows are padded
_PADDED = 3  # rows that show it
_OTHER = 0.08  # of the distance of lines: distances that differ by more are of two kinds; browsers round them
_KINDS = 4  # of distances
_OFF = 0.12  # of the distance of lines: figures that are further away stand elsewhere
_ROW = 0.97  # of the distance of rows: those of two rows are as far apart; browsers round to points of a screen
_OPENS = 3.0
_CAPITAL = 3.0  # a label starts with a small letter where none of the others does
_BESIDE = 5.0  # less than what figures without a label cost
_EXACT = 0.5  # points: distances that differ by less are the same
_OPENING = ":："
_HYPHENS = ("-", "\u2010", "\u00ad")
_GOING_ON = ",;、-–—&/"


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line of a label: what it stands on, its sides, and what tells whether the next line goes on with it.

    Attributes:
        first: the width of its first word, with the space in front of it.
        small: whether it starts with a small letter, or in parentheses.
        plain: whether only its first word starts with a capital letter.
        opens: the parentheses that it opens less those that it closes.
        number: whether it starts with a number, as no label does.
        page: the page that it was moved from, or 0.
    """

    baseline: float
    left: float
    right: float
    first: float
    bold: bool
    small: bool
    plain: bool
    opens: int
    ends: str
    number: bool = False
    page: int = 0


@dataclass(frozen=True, slots=True)
class Measures:
    """What lines of a table have in common: distance of lines, right end of labels, where rules are.

    `tight` tells that rows are nearer to each other than the lines of a cell, `padded` that all are further apart.
    `small` tells that labels of one line start with a small letter.
    `hollow` are the baselines of lines of figures that have dots alone, as what opens others may, which has no figures.
    """

    pitch: float
    rows_pitch: float
    limit: float
    rules: tuple[float, ...]
    ruled: bool
    size: float
    tight: bool = False
    padded: bool = False
    small: bool = False
    hollow: frozenset[float] = frozenset()


def are_padded(labels: Sequence[float], figures: Sequence[float], pitch: float) -> bool:
    """Whether all rows are further apart than lines of a cell: figures at either the first or the last line show it.

    What is above all lines with figures is free then, or what is below them; that holds for the baselines of labels.
    """
    beside = {round(figure, 1) for figure in figures}
    apart = [(round(upper, 1), round(lower, 1)) for upper, lower in pairwise(labels) if lower - upper > _NEARER * pitch]
    above = [lower - upper for upper, lower in apart if lower in beside]
    below = [lower - upper for upper, lower in apart if upper in beside]
    return any(len(gaps) >= _PADDED and min(gaps) > _WIDER * pitch for gaps in (above, below))


def cells(labels: Sequence[LabelLine], figures: Sequence[float], measures: Measures) -> list[tuple[range, int | None]]:
    """The cells of a column of labels, from top to bottom: the lines of each, and which line of figures is beside it.

    `figures` are the baselines of lines of figures. A cell without lines of a label has an empty range.
    """
    for setting in _SETTINGS:
        if known := _by_gaps(labels, figures, measures, setting):
            return known
    links = [_link(upper, lower, measures) for upper, lower in pairwise(labels)]
    ways = [_best(labels, figures, measures, links, setting) for setting in _SETTINGS]
    return min(ways, key=lambda way: way[0])[1]


def _by_gaps(
    labels: Sequence[LabelLine], figures: Sequence[float], measures: Measures, setting: Setting
) -> list[tuple[range, int | None]] | None:
    """The cells where rows are further apart than lines of a cell, and figures show it; None where they do not.

    One distance parts all lines so that none of the cells has two lines of figures, and these stand at one place in
    each, in several of more than one line. Of the shortest distances the longest is tried first: beside first lines,
    figures leave the others free.
    """
    apart = [lower.baseline - upper.baseline for upper, lower in pairwise(labels)]
    gaps = sorted(gap for gap in apart if gap > _NEARER * measures.pitch)
    limits = [(less + more) / 2 for less, more in pairwise(gaps) if more - less > _OTHER * measures.pitch]
    for limit in limits[_KINDS::-1]:
        ends = [at for at, gap in enumerate(apart, 1) if gap > limit]
        cells = [range(start, end) for start, end in pairwise([0, *ends, len(labels)])]
        if (found := _with_figures(cells, labels, figures, measures, setting)) is not None:
            return found
    return None


def _with_figures(
    cells: Sequence[range], labels: Sequence[LabelLine], figures: Sequence[float], measures: Measures, setting: Setting
) -> list[tuple[range, int | None]] | None:
    """The cells with the line of figures beside each; None where one is not where it is beside the others."""
    found: list[tuple[range, int | None]] = []
    several = beside = 0
    reach, end = _NEARER * measures.pitch, float("-inf")
    for cell in cells:
        first, last = labels[cell.start].baseline, labels[cell.stop - 1].baseline
        while beside < len(figures) and figures[beside] < first - reach:
            if figures[beside] < end + reach:
                return None  # a second line of figures
            found.append((range(cell.start, cell.start), beside))  # figures without a label
            beside += 1
        end = last
        if beside == len(figures) or figures[beside] > last + reach:
            found.append((cell, None))
            continue
        target = {"top": first, "middle": (first + last) / 2, "bottom": last}[setting]
        if abs(figures[beside] - target) > _OFF * measures.pitch:
            return None
        found.append((cell, beside))
        several += len(cell) > 1
        beside += 1
    rest = [(range(len(labels), len(labels)), number) for number in range(beside, len(figures))]
    is_whole = several >= _PADDED and all(figure > end + reach for figure in figures[beside:])
    return [*found, *rest] if is_whole else None


def _link(upper: LabelLine, lower: LabelLine, measures: Measures) -> float:
    """What it costs to hold two lines together, less what it costs to part them."""
    if any(upper.baseline < rule < lower.baseline - 0.3 * measures.size for rule in measures.rules):
        return _NEVER
    return _distance(upper, lower, measures) + _shape(upper, lower, measures) + _words(upper, lower)


def _distance(upper: LabelLine, lower: LabelLine, measures: Measures) -> float:
    cost = -4.0 if measures.ruled else 0.0
    if measures.tight:
        return cost + (5.0 if abs(lower.baseline - upper.baseline - measures.rows_pitch) < _EXACT else -3.0)
    apart, rows = (lower.baseline - upper.baseline) / measures.pitch, measures.rows_pitch / measures.pitch
    if measures.padded and _NEARER <= apart <= _LINE:
        return cost - 7.0
    if apart < _NEARER:
        return cost - 4.0  # put there from the page behind
    if apart > max(_WIDER, min(_ROW * rows, _WIDEST)):
        return cost + 5.0
    return cost - 3.0 if rows > _WIDER >= apart else cost


def _shape(upper: LabelLine, lower: LabelLine, measures: Measures) -> float:
    fits = upper.right + lower.first <= measures.limit - 0.1 * measures.size
    outdented = lower.left < upper.left - 0.3 * measures.size
    return (3.5 if fits else -1.0) + 2.5 * (upper.bold != lower.bold) + 1.5 * outdented


def _words(upper: LabelLine, lower: LabelLine) -> float:
    several = lower.right - lower.left > lower.first  # one word ends what is above
    cost = 1.6 if lower.ends in _OPENING and several else 0.0
    if lower.number:
        cost -= 5.0
    elif lower.small:
        cost -= 4.5 if upper.ends in _HYPHENS else 1.5
    elif upper.plain:
        cost += 1.2
    if upper.opens > 0:
        cost -= 6.0 if lower.opens < 0 else 3.0
    if upper.ends in _OPENING:
        cost += 1.5
    elif upper.ends in _GOING_ON:
        cost -= 1.5
    return cost


def _best(
    labels: Sequence[LabelLine],
    figures: Sequence[float],
    measures: Measures,
    links: Sequence[float],
    setting: Setting,
) -> tuple[float, list[tuple[range, int | None]]]:
    """The cheapest way to part lines where figures stand like this beside labels of several lines."""
    reached: dict[tuple[int, int], tuple[float, tuple[int, int], tuple[range, int | None]]] = {}
    reached[0, 0] = (0.0, (0, 0), (range(0), None))
    for at in range(len(labels) + 1):
        for beside in range(len(figures) + 1):
            if (at, beside) not in reached:
                continue
            cost = reached[at, beside][0]
            for count, taken, more in _steps(labels, figures, measures, links, setting, at, beside):
                state = (at + count, beside + taken)
                if state not in reached or cost + more < reached[state][0] - 1e-9:
                    cell = (range(at, at + count), beside if taken else None)
                    reached[state] = (cost + more, (at, beside), cell)
    state, found = (len(labels), len(figures)), []
    total = reached[state][0]
    while state != (0, 0):
        _, state, cell = reached[state]
        found.append(cell)
    return total, found[::-1]


def _steps(
    labels: Sequence[LabelLine],
    figures: Sequence[float],
    measures: Measures,
    links: Sequence[float],
    setting: Setting,
    at: int,
    beside: int,
) -> list[tuple[int, int, float]]:
    found = []
    reach = measures.pitch * _NEARER  # lines of two rows are not nearer
    figure = figures[beside] if beside < len(figures) else None
    if figure is not None and (at == len(labels) or figure < labels[at].baseline - 0.2 * measures.size):
        found.append((0, 1, 6.0))  # figures without a label
    goes_on = not measures.small and labels[at].small if at < len(labels) else False
    is_hollow = figure is not None and round(figure, 1) in measures.hollow
    cost = 0.0
    cut: int | None = None  # with which line a page begins
    for count in range(1, min(_MOST, len(labels) - at) + 1):
        if count > 1:
            cost += links[at + count - 2]
            if cut is None and labels[at + count - 1].page != labels[at + count - 2].page:
                cut = at + count - 1
        opens = _OPENS * (count > 1 and not is_hollow and labels[at + count - 1].ends in _OPENING)
        if cost >= _NEVER:
            break
        first, last = labels[at].baseline, labels[at + count - 1].baseline
        if figure is None or figure > last - 0.2 * measures.size:
            found.append((count, 0, cost + 0.2 * (count > 1)))
        capital = _CAPITAL * (goes_on and count > 1 and not labels[at + count - 1].small)
        if figure is not None and first - reach <= figure <= last + reach:
            apart = min(abs(figure - target) for target in _targets(labels, at, cut, at + count - 1, setting))
            off = 9.0 * max(0.0, apart / measures.pitch - 0.06)
            found.append((count, 1, cost + opens + capital + min(_BESIDE if count == 1 else 12.0, off)))
    return found


def _targets(labels: Sequence[LabelLine], start: int, cut: int | None, last_line: int, setting: Setting) -> list[float]:
    """Where figures stand beside a label: that of its lines, or where a page cuts it, that of those on either page."""
    ends = [(start, last_line)]
    if cut is not None:
        ends += [(start, cut - 1), (cut, last_line)]
    parts = ((labels[top].baseline, labels[bottom].baseline) for top, bottom in ends)
    return [{"top": first, "middle": (first + last) / 2, "bottom": last}[setting] for first, last in parts]
