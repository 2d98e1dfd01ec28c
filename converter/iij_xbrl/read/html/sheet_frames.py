"""The frame of a sheet that a program published: the letters of its columns and the numbers of its rows, in `th`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from iij_xbrl.read.html.texts import Writing

_FEWEST = 2  # columns, and rows


class _Cell(Protocol):
    @property
    def writing(self) -> Writing: ...
    @property
    def header(self) -> bool: ...


_C = TypeVar("_C", bound=_Cell)


def without_frame(rows: Sequence[list[_C]]) -> list[list[_C]]:
    """The rows of a table without such a frame: what stands in it is said by no page."""
    if len(rows) <= _FEWEST or not _is_lettered(rows[0]):
        return list(rows)
    firsts = [row[0] for row in rows[1:] if row]
    numbers = [cell.writing.shown for cell in firsts if not cell.writing.is_blank]
    is_numbered = all(cell.header for cell in firsts) and all(map(_is_number, numbers))
    if len(numbers) < _FEWEST or not is_numbered or any(int(one) >= int(next_) for one, next_ in pairwise(numbers)):
        return list(rows)
    return [row[1:] for row in rows[1:]]


def _is_lettered(cells: Sequence[_Cell]) -> bool:
    """Whether a row of headers is an empty one and the letters of columns, A first."""
    letters = [cell.writing.shown for cell in cells[1:]]
    is_framed = all(cell.header for cell in cells) and len(letters) >= _FEWEST and cells[0].writing.is_blank
    return is_framed and letters == [_letter(number) for number in range(len(letters))]


def _letter(number: int) -> str:
    """The name of a column of a sheet, from 0: A to Z, AA, AB."""
    front, last = divmod(number, 26)
    return (_letter(front - 1) if front else "") + chr(ord("A") + last)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
