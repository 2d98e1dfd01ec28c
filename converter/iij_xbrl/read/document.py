"""A document as it was published: blocks in order, each with its place in the source.

Nothing here knows finance. Offsets are in characters of the source line, so a figure can always be shown where it
stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in the source: 1-based line, 0-based start and end in that line, in characters, end exclusive."""

    line: int
    start: int
    end: int
    page: int | None = None

    def within(self, start: int, end: int) -> Span:
        """The part of this span between two offsets that count from its own start."""
        return Span(self.line, self.start + start, self.start + end, self.page)


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text in one source line: as written, and `plain`, the same length with markup blanked out."""

    raw: str
    plain: str
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `level` counts from 1, the highest."""

    text: Text
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive lines of running text."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: its cells from left to right, the first usually the label."""

    line: int
    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Consecutive table rows; header rows are not told apart here."""

    rows: tuple[Row, ...]


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A published document: `name` without folder and extension, and its blocks in order."""

    name: str
    blocks: tuple[Block, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def texts(self) -> Iterator[Text]:
        """All texts, in order: headings, lines, and the cells of tables."""
        for block in self.blocks:
            if isinstance(block, Heading):
                yield block.text
            elif isinstance(block, Paragraph):
                yield from block.lines
            else:
                for row in block.rows:
                    yield from row.cells
