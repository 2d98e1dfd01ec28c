"""Pages of a text whose white space stands: what repeats on them, and where a table goes on from one to the next.

The first and last lines of pages that are the same on many of them, or count them, say nothing of a table between. It
goes on where rows of figures end one page and begin the next, with labels alone between; heads that are repeated there
are no others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from iij_xbrl.read.document import indent_of
from iij_xbrl.read.layout.lines.page_numbers import counting, number_of_page
from iij_xbrl.read.layout.shapes import is_figure
from iij_xbrl.read.monospaced.pieces import INWARD

_DIGITS = re.compile(r"\d+")
_GAP = re.compile(r"\s{2,}")
_LABEL = re.compile(r"\s*\S+(?:\s\S+)*\s{2,}")  # what stands in front of the first figures
_BAND = 4  # lines at either end of a page that may repeat
_SHARE, _FEWEST, _SEVERAL = 0.45, 2, 3  # of the pages; pages
_LONGEST = 4  # digits of the number of a page
_LABELS = 6  # lines of labels at most between rows and the end of a page


@dataclass(frozen=True, slots=True)
class PagedLine:
    """A line of a text with its page."""

    index: int
    text: str
    page: int

    @property
    def pieces(self) -> list[str]:
        """What stands apart in it."""
        return _GAP.split(self.text.strip())

    @property
    def has_figures(self) -> bool:
        """Whether it has figures, behind a label or others."""
        first, *others = self.pieces
        return any(is_figure(piece.split()[0]) for piece in others) or (self.indent >= INWARD and is_figure(first))

    @property
    def indent(self) -> int:
        """How far in it begins."""
        return indent_of(self.text)

    @property
    def end(self) -> int:
        """Where it ends."""
        return len(self.text.rstrip())

    @property
    def behind_label(self) -> int:
        """Where what stands behind its label begins; all of it where it begins further in than labels."""
        label = _LABEL.match(self.text) if self.indent < INWARD else None
        return label.end() if label else self.indent

    @property
    def words(self) -> str:
        """Its words, a space between."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of a text as runs over which tables may go on, by their indexes.

    `breaks` are those with which pages begin, `repeated` those of lines that say nothing of tables.
    """

    runs: tuple[tuple[int, ...], ...]
    breaks: frozenset[int]
    repeated: frozenset[int]


def pages_of(texts: Sequence[str], pages: Sequence[int | None]) -> Pages:
    """The pages of lines, each given with its own; they are parted by numbers of pages.

    Where a table goes on overleaf, what stands between its rows is left out. Lines without a page are one run.
    """
    sheets = [
        [PagedLine(index, texts[index], page) for index in held]
        for page, held in groupby(range(len(texts)), key=lambda index: pages[index])
        if page is not None
    ]
    if not sheets:
        return Pages((tuple(range(len(texts))),), frozenset(), frozenset())
    numbers = _numbers(sheets)
    repeated = numbers | _repeated(sheets, numbers)
    runs: list[list[int]] = [[]]
    breaks: set[int] = set()
    above: list[PagedLine] = []
    is_numbered = False
    for sheet in sheets:
        said = [line for line in sheet if line.text.strip() and line.index not in repeated]
        count = _repeated_head(above, said)
        if _ends_with_rows(above) and _begins_with_rows(said[count:]):
            while runs[-1][-1] != above[-1].index:
                runs[-1].pop()
            above += said[count:]
            sheet = sheet[said[count].index - sheet[0].index :]
        else:
            above = said
            first = next((line.index for line in said), sheet[-1].index)
            if runs[-1] and (is_numbered or any(line.index in numbers for line in sheet if line.index < first)):
                runs.append([])
        breaks.add(sheet[0].index)
        runs[-1] += [line.index for line in sheet]
        is_numbered = any(line.index in numbers for line in sheet)
    return Pages(tuple(map(tuple, runs)), frozenset(breaks), frozenset(repeated))


def _numbers(sheets: Sequence[Sequence[PagedLine]]) -> set[int]:
    """The indexes of lines that are numbers of pages, each the first or the last of its page."""
    found: list[tuple[int, int, int]] = []
    for sheet in sheets:
        said = [line for line in sheet if line.text.strip()]
        numbers = (
            (line, number_of_page(line.text))
            for line in {line.index: line for line in (*said[:1], *said[-1:])}.values()
        )
        found += [(line.page, number, line.index) for line, number in numbers if number is not None]
    return set(counting(found))


def _repeated(sheets: Sequence[Sequence[PagedLine]], numbers: Set[int]) -> set[int]:
    """The indexes of lines at the ends of pages that are the same on many, but for numbers.

    They stand apart from the text; or they are of one piece, and beside others on most pages. Of rows those alone do
    whose last number counts the pages.
    """
    seen: dict[tuple[str, bool, int], list[tuple[int, str]]] = defaultdict(list)
    for sheet in sheets:
        said = [line for line in sheet if line.index not in numbers]
        for is_top, lines in ((True, said), (False, said[::-1])):
            for line, inner, is_apart in _outer(lines):
                if is_apart or len(line.pieces) == 1:
                    ahead = _ahead(line)
                    shape = _DIGITS.sub("0", line.words), is_top, ahead
                    seen[shape].append((line.index, "" if is_apart else inner))
    enough = max(_FEWEST, _SHARE * len(sheets))
    return {index for places in seen.values() if _are_repeated(places, enough) for index, _ in places}


def _ahead(line: PagedLine) -> int:
    """How far the last number of a row is ahead of its page; of any other line 0."""
    numbers = _DIGITS.findall(line.text) if line.has_figures else []
    return int(numbers[-1][-_LONGEST:]) - line.page if numbers else 0


def _are_repeated(places: Sequence[tuple[int, str]], enough: float) -> bool:
    beside = Counter(inner for _, inner in places if inner)
    if beside.total() * 2 <= len(places):
        return len(places) >= enough
    return len(places) >= max(enough, _SEVERAL) and max(beside.values()) * 2 <= len(places)


def _outer(lines: Sequence[PagedLine]) -> Iterator[tuple[PagedLine, str, bool]]:
    """The lines from an end of a page inwards that may repeat, each with the one beside it, and whether it is apart."""
    band: list[tuple[PagedLine, str, bool]] = []
    said = [at for at, line in enumerate(lines) if line.text.strip()][: _BAND + 1]
    for at, following in pairwise(said):
        band.append((lines[at], lines[following].words, following > at + 1))
    last = max((number for number, (_, _, is_apart) in enumerate(band) if is_apart), default=-1)
    yield from ((line, inner, True) for line, inner, _ in band[: last + 1])
    yield from band[last + 1 : last + 2]


def _repeated_head(above: Sequence[PagedLine], following: Sequence[PagedLine]) -> int:
    """How many lines that begin a page are those of the head above the last rows, again."""
    start = next(
        (at for at in range(len(above) - 1, -1, -1) if following and above[at].words == following[0].words), -1
    )
    if start < 0:
        return 0
    both = zip(above[start:], following, strict=False)
    count = sum(1 for _ in takewhile(lambda pair: pair[0].words == pair[1].words and not pair[1].has_figures, both))
    is_head = any(len(line.pieces) > 1 or line.indent >= INWARD for line in following[:count])
    return count if is_head and any(line.has_figures for line in above[start + count :]) else 0


def _ends_with_rows(lines: Sequence[PagedLine]) -> bool:
    """Whether the last lines of pages are rows of figures, or labels below some."""
    return _are_labels_beside(lines[::-1])


def _begins_with_rows(lines: Sequence[PagedLine]) -> bool:
    """Whether the first lines of a page are rows of figures, or labels above some."""
    return _are_labels_beside(lines)


def _are_labels_beside(lines: Sequence[PagedLine]) -> bool:
    """Whether the first of lines with figures has labels alone in front of it: no heads, and no text over columns."""
    labels = list(takewhile(lambda line: not line.has_figures, lines[: _LABELS + 1]))
    if len(labels) > _LABELS or len(labels) == len(lines):
        return False
    limit = lines[len(labels)].behind_label
    return all(len(line.pieces) == 1 and line.indent < min(INWARD, limit) and line.end <= limit for line in labels)
