"""Words become lines: what stands on one baseline, cut into segments where the gap is wider than a space."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from iij_xbrl.read.layout.geometry import Box, around
from iij_xbrl.read.layout.lines.gaps import Widest, widest_of
from iij_xbrl.read.layout.lines.wide import with_whole_words
from iij_xbrl.read.layout.lines.words import Word, joined, shifted
from iij_xbrl.read.layout.shapes import is_figure, is_wide

_SAME_LINE = 0.12  # of the font's height
_SMALL = 0.86  # a word that is smaller than its neighbour by this may be a raised mark; browsers set them at 0.83
_BESIDE = 0.45  # of the font's height: how far a raised mark stands from its word at most
_TOUCHES = 0.08  # of the font's height: pieces that are nearer are one word
_SPACED = 1.25  # the same where one is
_FREE = 3.0  # of the font's height: no line is spread so wide
_FEWEST_GAPS = 2
_EVEN = 0.05  # of the font's height: gaps that differ by less are as wide
_TIMES = 2.2  # how much wider than the other gaps of its line such a gap is


@dataclass(frozen=True)
class Segment:
    """Words of a line with no wide gap between. `head` tells that what looks like a figure is a part of a head."""

    words: tuple[Word, ...]
    head: bool = False

    @cached_property
    def box(self) -> Box:
        """The box around its words."""
        return around(word.box for word in self.words)

    @cached_property
    def text(self) -> str:
        """Its words."""
        return "".join(f" {word.text}" if at and not word.glued else word.text for at, word in enumerate(self.words))

    @cached_property
    def figure(self) -> bool:
        """Whether it is one figure, or a dash."""
        return not self.head and is_figure(self.text)

    @cached_property
    def is_wide(self) -> bool:
        """Whether it is of a wide script, which breaks anywhere."""
        return any(map(is_wide, self.text))

    @cached_property
    def baseline(self) -> float:
        """What it stands on."""
        return next((word.baseline for word in self.words if not word.raised), self.words[0].baseline)

    @cached_property
    def size(self) -> float:
        """The height of its font: that of most of its characters."""
        return _most((word.size, len(word.text)) for word in self.words if not word.raised or len(self.words) == 1)

    @cached_property
    def bold(self) -> bool:
        """Whether it is bold."""
        return all(word.bold for word in self.words if not word.raised)


@dataclass(frozen=True)
class Line:
    """Segments on one baseline, from left to right."""

    segments: tuple[Segment, ...]

    @cached_property
    def box(self) -> Box:
        """The box around its segments."""
        return around(segment.box for segment in self.segments)

    @cached_property
    def baseline(self) -> float:
        """What it stands on."""
        return self.segments[0].baseline

    @cached_property
    def size(self) -> float:
        """The height of its font."""
        return _most((segment.size, len(segment.text)) for segment in self.segments)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All its words."""
        return tuple(word for segment in self.segments for word in segment.words)

    @property
    def bottom(self) -> float:
        """Where it ends on the page that it is drawn on."""
        return max(word.box.bottom - (word.moved.down if word.moved else 0.0) for word in self.words)

    @cached_property
    def text(self) -> str:
        """Its segments, two spaces between."""
        return "  ".join(segment.text for segment in self.segments)

    @property
    def figure(self) -> bool:
        """Whether it is one figure and nothing else."""
        return len(self.segments) == 1 and self.segments[0].figure

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(segment.bold for segment in self.segments)


def _most(weighted: Iterable[tuple[float, int]]) -> float:
    counts: dict[float, int] = {}
    for size, weight in weighted:
        key = round(size, 2)
        counts[key] = counts.get(key, 0) + weight
    return max(counts, key=lambda size: (counts[size], size), default=0.0)


def moved(line: Line, page: int, across: float, down: float) -> Line:
    """The line further to the right and down, with the page that it was moved from."""
    return Line(
        tuple(
            Segment(tuple(shifted(word, page, across, down) for word in segment.words), segment.head)
            for segment in line.segments
        )
    )


def lines(words: Iterable[Word]) -> list[Line]:
    """The lines of a page, from top to bottom. A raised mark is on the line of the word that it stands beside."""
    rows = [_whole(sorted(row, key=lambda word: word.box.left)) for row in _with_marks(_rows(words))]
    rows = with_whole_words(rows)
    gaps = widest_of(rows)
    found = [Line(tuple(_segments(row, gaps))) for row in rows]
    return sorted(found, key=lambda line: (line.baseline, line.box.left))


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda item: item.baseline):
        last = rows[-1][-1] if rows else None
        if last and word.baseline - last.baseline <= _SAME_LINE * min(last.size, word.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _with_marks(rows: list[list[Word]]) -> list[list[Word]]:
    """Raised marks go down to the line below that has their word."""
    found = [list(row) for row in rows]
    largest = [max(word.size for word in row) for row in rows]
    for at, row in enumerate(found):
        below = range(at + 1, min(at + 4, len(found)))
        limit = _SMALL * max((largest[lower] for lower in below), default=0.0)
        for word in [word for word in row if word.size < limit]:
            home = next((lower for lower in below if _is_raised(word, found[lower])), None)
            if home is not None:
                row.remove(word)
                found[home].append(replace(word, raised=True))
    return [row for row in found if row]


def _is_raised(word: Word, row: Sequence[Word]) -> bool:
    for other in row:
        rise = other.baseline - word.baseline
        gap = max(word.box.left - other.box.right, other.box.left - word.box.right)
        if (
            word.size < _SMALL * other.size
            and 0.08 * other.size < rise < 0.75 * other.size
            and -0.3 * other.size < gap < _BESIDE * other.size
        ):
            return True
    return False


def _whole(row: Sequence[Word]) -> list[Word]:
    """Pieces of words that were drawn apart are joined."""
    found: list[Word] = []
    for word in row:
        last = found[-1] if found else None
        touches = last and word.raised == last.raised and not word.spaces
        if last and touches and word.box.left - last.box.right < _TOUCHES * min(last.size, word.size):
            found[-1] = joined(last, word)
        else:
            found.append(word)
    return found


def _segments(row: Sequence[Word], widest: Widest) -> Iterable[Segment]:
    """The words of a line, cut where the gaps are wide."""
    gaps = [right.box.left - left.box.right for left, right in pairwise(row)]
    if _is_spread(row, gaps):
        yield Segment(tuple(row))
        return
    usual = sorted(gaps)[len(gaps) // 2] if len(gaps) > 3 else 0.0  # of a line that is spread to its sides
    in_cells = widest.are_cells(row)
    held: list[Word] = []
    for word in row:
        if held and _parts(held[-1], word, usual, widest, in_cells=in_cells):
            yield Segment(tuple(held))
            held = []
        held.append(word)
    if held:
        yield Segment(tuple(held))


def _is_spread(row: Sequence[Word], gaps: Sequence[float]) -> bool:
    """Whether a line of text is spread to its sides: a space is drawn in each of its gaps, and all are as wide."""
    return (
        len(gaps) >= _FEWEST_GAPS
        and all(word.spaces == 1 and not word.raised for word in row[1:])
        and max(gaps) - min(gaps) < _EVEN * row[0].size
        and not any(is_figure(left.text) and is_figure(right.text) for left, right in pairwise(row))
    )


def _parts(left: Word, right: Word, usual: float, widest: Widest, *, in_cells: bool) -> bool:
    gap = right.box.left - left.box.right
    size = min(left.size, right.size) if not right.raised else left.size
    if right.spaces == 1:
        is_free = gap > _FREE * size or (is_figure(left.text) and is_figure(right.text))
        return gap > _SPACED * size and (gap > _TIMES * usual or is_free)
    wide = widest.between(left, right, in_cells=in_cells)
    if widest.is_exact(left, right):
        return gap > wide * size
    are_figures = is_figure(left.text) and is_figure(right.text)
    return gap > wide * size and (gap > 1.3 * usual or usual > widest.most * size or are_figures)
