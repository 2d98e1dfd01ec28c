"""What the process that asks pdfium and the one that started it say to each other, beside pages."""

from __future__ import annotations

from typing import NamedTuple

READ, DRAW = "pages", "pictures:"  # the questions; behind the second stand numbers of pages, with commas
FAILED, OUT_OF_TIME, OUT_OF_MEMORY = 1, 3, 4  # exit codes of a process that did not answer all; others are pdfium's end


class Damaged(NamedTuple):
    """What pdfium says of a page that it cannot read, or of a whole file, of number 0."""

    number: int
    why: str


class Picture(NamedTuple):
    """A page from 1, its size in points, and its picture as PNG."""

    page: int
    width: float
    height: float
    png: bytes
