"""Tables set with spaces, as `pdftotext -layout` and press wires write them: which characters are which cells.

A line is cut into pieces at two or more spaces; numbers with single spaces between them are pieces each. Lines whose
pieces end in numbers are rows; the right edges that two or more rows share are columns. Lines right above the first row
belong to the table where their pieces stand over its columns: over one, or centred over several, which they then span.

Japanese characters are two columns wide, where that lets the figures stand below each other. Only positions are looked
at, and whether a piece is a number; nothing of finance. Characters of markup, which are no
spaces of the page, come as `MARKUP`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iij_xbrl.read.display_width import PLAIN, Scale, scales_of

MARKUP = "\x7f"
_GAP = re.compile(r"\s{2,}")
_NUMBER = re.compile(
    r"[(（\[]?\s*(?:[¥￥$€£]|[A-Z]{3}(?=\s?[\d(]))?\s*[(（△▲+−–-]*\s*[\d０-９][\d０-９,.，．]*\s*[%％]?\s*[)）\]]*\s*[%％]?"
    r"(?:\s?[A-Za-z]{1,5}|[*†‡※]\d{0,2})?"
)
_WORD = re.compile(r"\S+")
_DASHES = frozenset("-–—―−‐－ー")
_SIGN_ALONE = re.compile(r"[¥￥$€£]|[A-Z]{3}")
_NEAR = 2  # characters between the right edges of one column
_LONGEST = 60  # characters of a piece that is no label
_BETWEEN = 6  # lines without figures between two rows
_EMPTY = 3  # empty lines between two rows
_CENTRED = 4  # characters by which a head may be off the middle of what it spans
_SIGN_GAP = 12  # characters between a currency sign and its figure
_FEWEST = 2  # rows of a table, or figures of its only one
_SHORT = 4  # characters of a word in a column
_TALLEST = 12  # lines of a header with the labels below it


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell: the characters of its line, its column (0 holds the labels) and how many columns it spans."""

    start: int
    end: int
    column: int
    span: int = 1


@dataclass(frozen=True, slots=True)
class FixedTable:
    """A table: the index of its first line, and for each of its lines the slots from left to right."""

    first: int
    rows: tuple[tuple[Slot, ...], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters of a line; `number` tells a number or a dash for one, `dash` the latter."""

    start: int
    end: int
    number: bool
    dash: bool = False

    @property
    def middle(self) -> int:
        return self.start + self.end  # doubled, so that it stays whole


@dataclass(frozen=True, slots=True)
class _Column:
    left: int
    right: int

    @property
    def middle(self) -> int:
        return self.left + self.right


def fixed_tables(lines: Sequence[str]) -> Iterator[FixedTable]:
    """The tables among lines, in order. A line is in one table at most."""
    pieces, scales = _set(lines)
    taken = 0
    for begin, end in _regions(lines, pieces):
        columns = _columns([line for line in pieces[begin:end] if _is_row(line)])
        if not columns:
            continue
        margin = _margin([line for line in pieces[begin:end] if _is_row(line)], columns)
        first = _header_start(pieces, begin, taken, columns, margin)
        if first == begin and end - begin < _FEWEST:
            continue
        placed = (_slots(line, columns, margin) for line in pieces[first:end])
        rows = tuple(_in_characters(slots, scale) for slots, scale in zip(placed, scales[first:end], strict=True))
        taken = end
        yield FixedTable(first, rows)


def _set(lines: Sequence[str]) -> tuple[list[tuple[_Piece, ...]], list[Scale]]:
    """The pieces of lines by the columns that they were set in, characters or widths; and what a column is of each."""
    by_characters = [_pieces(line) for line in lines]
    scales = scales_of(lines)
    if all(scale is PLAIN for scale in scales):
        return by_characters, scales
    by_widths = [
        tuple(replace(piece, start=scale.column(piece.start), end=scale.column(piece.end)) for piece in line)
        for line, scale in zip(by_characters, scales, strict=True)
    ]
    if _edges(by_widths) < _edges(by_characters):
        return by_widths, scales
    return by_characters, [PLAIN] * len(lines)


def _edges(pieces: Sequence[Sequence[_Piece]]) -> int:
    """At how many places figures of rows end: the fewer, the more of them stand below each other."""
    return len({piece.end for line in pieces if _is_row(line) for piece in line if piece.number})


def _in_characters(slots: Sequence[Slot], scale: Scale) -> tuple[Slot, ...]:
    return tuple(replace(slot, start=scale.character(slot.start), end=scale.character(slot.end)) for slot in slots)


def _pieces(line: str) -> tuple[_Piece, ...]:
    """The pieces of a line; a currency sign that stands alone belongs to the figure behind it."""
    found: list[_Piece] = []
    position = 0
    for start, end in [*(match.span() for match in _GAP.finditer(line)), (len(line), len(line))]:
        if line[position:start].strip():
            found += _cut(line, position, start)
        position = end
    joined: list[_Piece] = []
    for piece in found:
        before = joined[-1] if joined else None
        if before and piece.number and piece.start - before.end <= _SIGN_GAP and _is_sign(line, before):
            joined[-1] = _Piece(before.start, piece.end, number=True)
        else:
            joined.append(piece)
    return tuple(joined)


def _cut(line: str, start: int, end: int) -> list[_Piece]:
    """A piece, or each of its words where all of them are numbers."""
    words = [_piece(line, match.start(), match.end()) for match in _WORD.finditer(line, start, end)]
    return words if all(word.number for word in words) else [_piece(line, start, end)]


def _piece(line: str, start: int, end: int) -> _Piece:
    text = line[start:end]
    words = text.replace(MARKUP, "").strip()
    lead = len(text) - len(text.lstrip())
    is_dash = bool(words) and set(words) <= _DASHES
    is_number = is_dash or bool(words and _NUMBER.fullmatch(words))
    return _Piece(start + lead, start + len(text.rstrip()), is_number, is_dash)


def _is_sign(line: str, piece: _Piece) -> bool:
    return bool(_SIGN_ALONE.fullmatch(line, piece.start, piece.end))


def _is_row(pieces: Sequence[_Piece]) -> bool:
    """Whether a line is a row: a label and figures, or figures alone, with nothing long among them."""
    rest = pieces[1:] if pieces and not pieces[0].number else pieces
    if len(rest) == len(pieces) and not _are_figures(rest):
        return False
    return any(piece.number for piece in rest) and all(piece.end - piece.start <= _LONGEST for piece in rest)


def _are_figures(pieces: Sequence[_Piece]) -> bool:
    """Whether pieces without a label are figures, and neither `1.  Results` nor the number of a page, `- 7 -`."""
    return all(piece.number for piece in pieces) and sum(not piece.dash for piece in pieces) >= _FEWEST


def _regions(lines: Sequence[str], pieces: Sequence[Sequence[_Piece]]) -> Iterator[tuple[int, int]]:
    """Runs of lines from the first row of figures to the last, with few lines between that are none."""
    rows = [at for at, line in enumerate(pieces) if _is_row(line)]
    start = 0
    for position in range(1, len(rows) + 1):
        if position < len(rows) and _continues(lines, pieces, rows[position - 1], rows[position]):
            continue
        if position - start >= _FEWEST or sum(piece.number for piece in pieces[rows[start]]) >= _FEWEST:
            yield rows[start], rows[position - 1] + 1
        start = position


def _continues(lines: Sequence[str], pieces: Sequence[Sequence[_Piece]], row: int, following: int) -> bool:
    """Whether only labels stand between two rows: short lines that end before the figures begin."""
    between = range(row + 1, following)
    printed = [at for at in between if lines[at].strip()]
    left = min(piece.start for at in (row, following) for piece in pieces[at] if piece.number)
    return (
        len(printed) <= _BETWEEN
        and len(between) - len(printed) <= _EMPTY
        and all(_is_between(pieces[at], left) for at in printed)
    )


def _is_between(line: Sequence[_Piece], left: int) -> bool:
    """Whether a line is a label, perhaps with short words in the columns (`n/a`), and no head of another table."""
    words = [piece for piece in line if piece.start >= left - _LONGEST // 2 and piece is not line[0]]
    return (
        line[0].end <= max(left, _LONGEST)
        and len(words) == len(line) - 1
        and all(piece.end - piece.start <= _SHORT for piece in words)
    )


def _columns(rows: Sequence[Sequence[_Piece]]) -> tuple[_Column, ...]:
    """The columns, from left to right: right edges that numbers of two rows share, or those of an only row."""
    groups: list[list[_Column]] = []
    for end, start in sorted((piece.end, piece.start) for row in rows for piece in row if piece.number):
        last = groups[-1][-1].right if groups else 0
        if groups and (end - last <= _NEAR or start < last):
            groups[-1].append(_Column(start, end))
        else:
            groups.append([_Column(start, end)])
    if len(rows) >= _FEWEST:
        groups = [group for group in groups if len(group) >= _FEWEST]
    return tuple(_Column(min(number.left for number in group), group[-1].right) for group in groups)


def _margin(rows: Sequence[Sequence[_Piece]], columns: Sequence[_Column]) -> int:
    """Where labels begin at the latest: at the deepest indent of a row's label."""
    starts = [row[0].start for row in rows if row and not row[0].number and row[0].start < columns[0].left]
    return max(starts, default=-1)


def _header_start(
    pieces: Sequence[Sequence[_Piece]], begin: int, taken: int, columns: Sequence[_Column], margin: int
) -> int:
    """The first line of the header above a row: heads over columns, with labels below them, one empty line apart."""
    first = begin
    empty = 0
    for at in range(begin - 1, max(taken, begin - _TALLEST) - 1, -1):
        line = pieces[at]
        if not line:
            empty += 1
            if empty > 1 and first == begin:
                break
            continue
        if _is_head(line, columns, margin):
            first, empty = at, 0
        elif empty or len(line) > 1 or line[0].end > max(columns[0].left, _LONGEST):
            break
    return first


def _is_head(line: Sequence[_Piece], columns: Sequence[_Column], margin: int) -> bool:
    """Whether all pieces of a line but a corner stand over columns."""
    heads = [piece for piece in line if piece.start > margin]
    if not heads or len(line) - len(heads) > 1 or any(piece.end - piece.start > _LONGEST for piece in heads):
        return False
    return all(piece.end > columns[0].left - _NEAR for piece in heads) and (
        len(heads) > 1 or len(line) > 1 or heads[0].middle > 2 * columns[0].left
    )


def _slots(line: Sequence[_Piece], columns: Sequence[_Column], margin: int) -> tuple[Slot, ...]:
    """The slots of a line: its label, and its pieces in their columns."""
    has_label = bool(line) and not line[0].number and line[0].start <= margin
    rest = line[1:] if has_label else line
    label = [Slot(line[0].start, line[0].end, 0)] if has_label else []
    if rest and not any(piece.number for piece in rest):
        heads = _spanning(rest, columns) or _over_one_each(rest, columns)
        return (*label, *heads) if heads else (Slot(line[0].start, line[-1].end, 0),)
    return (*label, *_placed(rest, columns))


def _spanning(rest: Sequence[_Piece], columns: Sequence[_Column]) -> tuple[Slot, ...]:
    """Heads of which each is centred over its columns, all columns taken; nothing where they are not."""
    middles = [piece.middle for piece in rest]
    groups: list[list[int]] = [[] for _ in rest]
    for index, column in enumerate(columns):
        behind = bisect_left(middles, column.middle)
        near = (at for at in (behind - 1, behind) if 0 <= at < len(rest))
        nearest = min(near, key=lambda at: abs(middles[at] - column.middle), default=None)
        if nearest is None:
            return ()
        groups[nearest].append(index)
    if not all(groups):
        return ()
    for piece, group in zip(rest, groups, strict=True):
        middle = columns[group[0]].left + columns[group[-1]].right
        if abs(piece.middle - middle) > 2 * _CENTRED:
            return ()
    return tuple(
        Slot(piece.start, piece.end, group[0] + 1, len(group)) for piece, group in zip(rest, groups, strict=True)
    )


def _over_one_each(rest: Sequence[_Piece], columns: Sequence[_Column]) -> tuple[Slot, ...]:
    """Heads of which each stands over one column of its own; nothing where they do not."""
    over = [_over(piece, columns) for piece in rest]
    if any(len(found) != 1 for found in over) or len({found[0] for found in over}) < len(over):
        return ()
    return tuple(Slot(piece.start, piece.end, found[0] + 1) for piece, found in zip(rest, over, strict=True))


def _over(piece: _Piece, columns: Sequence[_Column]) -> range:
    """The columns that a piece stands over; they stand apart from each other, from left to right."""
    first = bisect_right(columns, piece.start, key=lambda column: column.right)
    return range(first, bisect_left(columns, piece.end, key=lambda column: column.left, lo=first))


def _placed(rest: Sequence[_Piece], columns: Sequence[_Column]) -> tuple[Slot, ...]:
    """The pieces of a row in the columns whose right edge they share; what does not fit is left in all of them."""
    placed = [_column_of(piece, columns) for piece in rest]
    if None in placed or len(set(placed)) < len(placed):
        return (Slot(rest[0].start, rest[-1].end, 1, len(columns)),) if rest else ()
    return tuple(Slot(piece.start, piece.end, at + 1) for piece, at in zip(rest, placed, strict=True) if at is not None)


def _column_of(piece: _Piece, columns: Sequence[_Column]) -> int | None:
    """The column of a piece: the one at whose right edge it ends, or over which a word stands alone."""
    first = bisect_left(columns, piece.end - _NEAR - 1, key=lambda column: column.right)
    near = range(first, bisect_right(columns, piece.end + _NEAR + 1, key=lambda column: column.right, lo=first))
    over = _over(piece, columns)
    found = near if piece.number else (near or over)
    return found[0] if len(found) == 1 and all(at in found for at in over) else None
