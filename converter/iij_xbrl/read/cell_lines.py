"""Tables with one cell a line, as a table comes out of a PDF viewer or a web page: which lines are which cells.

A row is a text, its label, and below it its figures, one a line. A table is a header of k lines that hold a digit or a
percent sign, one below the other, and at least three rows of exactly k figures each. Between rows, texts without
figures are headings. Nothing stands for an empty cell in such a text, so a row of another count makes all of it
doubtful: it is no table then. Where a text may be the rest of the label above it, or may head columns anew, the table
ends.

Only positions and shapes are looked at; no word of a language, and nothing of finance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_DASHES = "-–—―−‐－ー"
_FIGURE = re.compile(
    rf"[{_DASHES}]{{1,2}}"
    r"|[-−–+]?[(（]?\s*(?:[△▲]\s?|[-−–+])?(?:(?:[¥￥$€£]|[A-Z]{3}(?=\s?[\d(]))\s?)?[(（]?[△▲]?"
    r"\d[\d,，]*(?:[.．]\d+)?\s?[%％]?\s*[)）]{0,2}\s?[%％]?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_OF_HEADER = re.compile(r"[\d%％]")
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+)*")
_DIGITS = re.compile(r"\d+")
_ENDS_HEADING = (":", "：")
_OPENS = ("(", "（", "[", "［", "〔")
_ENDS_SENTENCE = (".", "。", ";")
_ENDS_DAY = re.compile(r"\d[,，]?$")
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 2
_LONGEST = 100  # characters of a label
_EMPTY = 3  # empty lines between two cells
_FULL = 4, 5  # parts of the longest label: where a line may have had no room for one more word


@dataclass(frozen=True, slots=True)
class LineCell:
    """A line as a cell: its index, its column (0 holds the labels) and how many columns it spans."""

    line: int
    column: int
    span: int = 1


@dataclass(frozen=True, slots=True)
class CellTable:
    """A table of lines: its first line, the one behind its last, its columns with the labels', and its rows."""

    first: int
    end: int
    width: int
    rows: tuple[tuple[LineCell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A line that is not empty; `gap` tells whether an empty one stands above it."""

    line: int
    text: str
    gap: bool

    @property
    def shape(self) -> str:
        """What it looks like, whatever its words and numbers are."""
        return _DIGITS.sub("9", _LETTERS.sub("a", self.text))


@dataclass(frozen=True, slots=True)
class _Group:
    """Texts and the figures below them; `fresh` where something else stands in front of them."""

    texts: tuple[_Cell, ...]
    figures: tuple[_Cell, ...]
    fresh: bool = False

    @property
    def label(self) -> _Cell:
        return self.texts[-1]

    @property
    def names_years(self) -> bool:
        """Whether its figures are years, one after the other: heads, and not a row."""
        years = [int(cell.text) for cell in self.figures if _YEAR.fullmatch(cell.text)]
        steps = {later - earlier for earlier, later in pairwise(years)}
        return len(years) == len(self.figures) and steps in ({1}, {-1})

    @property
    def heads_again(self) -> bool:
        """Whether it may hold heads of columns: years, or a text with a digit above its label."""
        return self.names_years or any(_DIGIT.search(cell.text) for cell in self.texts[:-1])


@dataclass(frozen=True, slots=True)
class _Header:
    """The header of a table: its rows, how many columns it heads, and the first row below it, if in the same group."""

    rows: tuple[tuple[LineCell, ...], ...]
    columns: int
    below: _Group | None


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the rows of a table are set: the length of the longest label, and whether empty lines part their cells."""

    width: int
    loose: bool

    def may_continue(self, upper: _Cell, lower: _Cell) -> bool:
        """Whether a text may be the rest of the one above, which had no room for its first word."""
        if upper.text.endswith(_ENDS_HEADING) or (lower.gap and not self.loose) or not _LETTER.search(lower.text):
            return False
        if _is_rest(lower.text):
            return True
        if upper.text.isupper() and not lower.text.isupper():
            return False
        word = lower.text.split()[0] if lower.text.isascii() else lower.text[:1]
        parts, of = _FULL
        return (len(upper.text) + 1 + len(word)) * of > self.width * parts


def cell_tables(lines: Sequence[str], is_other: Callable[[int], bool]) -> Iterator[CellTable]:
    """The tables among lines, in order; none goes on over a line whose index `is_other`."""
    groups = list(_groups(lines, is_other))
    position = 0
    while position < len(groups):
        header = _header(groups[position])
        position += 1
        if header is None:
            continue
        run = _run(groups, position, header)
        if header.below is None and run and _may_head(run[0], groups[position - 1].figures):
            continue
        rows = _rows(run, header.columns)
        position += max(len(rows) - (header.below is not None), 0)
        if len(rows) >= _FEWEST_ROWS:
            yield _table(header, rows)


def _groups(lines: Sequence[str], is_other: Callable[[int], bool]) -> Iterator[_Group]:
    """Texts and the figures below them, in order. What other things and many empty lines part is no one group."""
    texts: list[_Cell] = []
    figures: list[_Cell] = []
    fresh, empty = True, 0
    for at, line in enumerate(lines):
        if not line.strip() and not is_other(at):
            empty += 1
            continue
        cell = _Cell(at, line.strip(), empty > 0)
        figure = not is_other(at) and _is_figure(cell.text)
        apart = is_other(at) or empty > _EMPTY or (figure and _is_set_off(cell, figures))
        if (texts or figures) and (apart or (figures and not figure)):
            yield _Group(tuple(texts), tuple(figures), fresh)
            texts, figures, fresh = [], [], False
        fresh, empty = fresh or apart, 0
        if not is_other(at):
            (figures if figure else texts).append(cell)
    if texts or figures:
        yield _Group(tuple(texts), tuple(figures), fresh)


def _is_figure(text: str) -> bool:
    narrow = text.replace("（", "(").replace("）", ")")
    return narrow.count("(") == narrow.count(")") and bool(_FIGURE.fullmatch(text))


def _is_set_off(cell: _Cell, figures: Sequence[_Cell]) -> bool:
    """Whether an empty line stands above a figure and above none before it: it may be the number of a page."""
    return cell.gap and bool(figures) and not any(figure.gap for figure in figures)


def _header(group: _Group) -> _Header | None:
    """The header among the texts of a group, right above its label; or years, with what they are of above them."""
    columns = len(group.figures)
    if not group.texts or columns < _FEWEST_COLUMNS:
        return None
    if group.names_years:
        return _header_of_years(group)
    above = group.texts[:-1]
    last = next((at for at in range(len(above) - 1, -1, -1) if _OF_HEADER.search(above[at].text)), -1)
    first = last - columns + 1
    heads = above[max(first, 0) : last + 1]
    if first < 0 or not _are_heads(heads, above[first - 1] if first else None) or group.label.shape == heads[0].shape:
        return None
    rows = [tuple(LineCell(head.line, column) for column, head in enumerate(heads, 1))]
    rest = above[last + 1 :]
    units = _units(heads, rest)
    if units:
        rows.append(units)
        rest = rest[len(units) :]
    below = _Group((*rest, group.label), group.figures)
    return None if _may_head(below, heads) else _Header(tuple(rows), columns, below)


def _may_head(below: _Group, heads: Sequence[_Cell]) -> bool:
    """Whether the first text below heads may be the rest of the last one: a heading with no colon, not set off."""
    if len(below.texts) < 2 or below.texts[0].text.endswith(_ENDS_HEADING):
        return False
    return not _is_set_off(below.texts[0], [*heads[1:], *below.figures])


def _header_of_years(group: _Group) -> _Header | None:
    before = group.texts[-2] if len(group.texts) > 1 else None
    if not _ENDS_DAY.search(group.label.text) or (before and before.shape == group.label.shape):
        return None
    years = tuple(LineCell(year.line, column) for column, year in enumerate(group.figures, 1))
    return _Header(((LineCell(group.label.line, 1, len(years)),), years), len(years), None)


def _are_heads(heads: Sequence[_Cell], before: _Cell | None) -> bool:
    """Whether texts head a column each: all of one shape but those of percents, and none more above them."""
    named = [head for head in heads if not _is_percent(head)]
    if not named or named[0] is not heads[0] or len({head.text for head in named}) < len(named):
        return False
    if len({head.shape for head in named}) > 1 or not all(_OF_HEADER.search(head.text) for head in heads):
        return False
    longest = max(len(head.text) for head in heads)
    return before is None or not (
        before.shape == named[0].shape or (_OF_HEADER.search(before.text) and len(before.text) <= longest)
    )


def _units(heads: Sequence[_Cell], rest: Sequence[_Cell]) -> tuple[LineCell, ...]:
    """The row of the same words below all heads, or below those that are no percents."""
    named = [column for column, head in enumerate(heads, 1) if not _is_percent(head)]
    for columns in (range(1, len(heads) + 1), named):
        words = [cell.text for cell in rest[: len(columns)]]
        if len(words) == len(columns) >= _FEWEST_COLUMNS and len(set(words)) == 1:
            return tuple(LineCell(cell.line, column) for cell, column in zip(rest, columns, strict=False))
    return ()


def _is_percent(head: _Cell) -> bool:
    return "%" in head.text or "％" in head.text


def _run(groups: Sequence[_Group], position: int, header: _Header) -> list[_Group]:
    """The groups below a header: up to where something else stands, or columns are headed anew."""
    found = [header.below] if header.below else []
    for at in range(position, len(groups)):
        if groups[at].fresh:
            break
        found.append(groups[at])
        if groups[at].heads_again:
            break
    return found


def _rows(run: Sequence[_Group], columns: int) -> list[_Group]:
    """The rows of a table; none where one of them has another count of figures."""
    full = [group for group in run if len(group.figures) == columns and group.texts and not group.heads_again]
    labels = [len(group.label.text) for group in full]
    setting = _Setting(max(labels, default=0), any(figure.gap for group in full for figure in group.figures))
    rows: list[_Group] = []
    for group in run:
        is_end = _ends(group, columns, setting)
        is_alone = len(group.texts) == 1 and not is_end
        if rows and group.texts and not is_alone and setting.may_continue(rows[-1].label, group.texts[0]):
            rows.pop()  # the rest of its label may stand below it
            break
        if is_end:
            break
        if len(group.figures) != columns:
            return []
        rows.append(group)
    return rows


def _ends(group: _Group, columns: int, setting: _Setting) -> bool:
    """Whether a table is over in front of a group, as no reading of its texts as headings and a label is certain."""
    if not group.texts or not group.figures or group.heads_again or not _LETTER.search(group.label.text):
        return True
    texts = [cell.text for cell in group.texts]
    is_sentence = texts[-1].endswith(_ENDS_SENTENCE) and len(group.figures) != columns
    return (
        is_sentence
        or sum(not text.endswith(_ENDS_HEADING) for text in texts) > columns
        or any(len(text) > _LONGEST or not _LETTER.search(text) for text in texts)
        or any(setting.may_continue(upper, lower) for upper, lower in pairwise(group.texts))
    )


def _is_rest(text: str) -> bool:
    return text[0].islower() or text.startswith(_OPENS)


def _table(header: _Header, rows: Sequence[_Group]) -> CellTable:
    found = list(header.rows)
    for row in rows:
        found += [(LineCell(heading.line, 0),) for heading in row.texts[:-1]]
        figures = (LineCell(figure.line, column) for column, figure in enumerate(row.figures, 1))
        found.append((LineCell(row.label.line, 0), *figures))
    return CellTable(found[0][0].line, rows[-1].figures[-1].line + 1, header.columns + 1, tuple(found))
