"""A document as it was published: blocks in order, and what each text of them is and where it stands.

Content and provenance are two things. A `Span` says which characters of which cell of which row of which block a text
is: "the same row", "above", "elsewhere" are questions to it, in every format. Its origin says where a person finds the
text in the file, and takes no part in comparisons. Nothing here knows finance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from iij_xbrl.read.origins import Origin

_GAP = "  "  # between the texts of a quoted row
_LETTER = re.compile(r"[^\W\d_]")

RowKey = tuple[int, int]
"""The row of a block, or the line of a paragraph: block and row, from 0."""
TextKey = tuple[int, int, int]
"""A text of a document: block, row and cell, from 0."""
At = tuple[int, int, int, int]
"""Where a text or a part of one starts: block, row, cell and character, from 0."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of a text of the document: block, row, cell, and start and end in the cell's text, end exclusive.

    All count from 0; a line of a paragraph is a row with one cell, and so is a heading. Spans order as the page does.
    """

    block: int
    row: int
    cell: int
    start: int
    end: int
    origin: Origin = field(compare=False)

    def within(self, start: int, end: int) -> Span:
        """The part of this span between two offsets that count from its own start."""
        origin = self.origin.within(start, end)
        return Span(self.block, self.row, self.cell, self.start + start, self.start + end, origin)

    @property
    def row_key(self) -> RowKey:
        """The row that it stands in."""
        return self.block, self.row

    @property
    def text_key(self) -> TextKey:
        """The text that it is a part of."""
        return self.block, self.row, self.cell

    @property
    def at(self) -> At:
        """Where it starts."""
        return self.block, self.row, self.cell, self.start

    @property
    def order(self) -> tuple[int, int, int, int, int]:
        """What it is compared by, for what sorts many."""
        return self.block, self.row, self.cell, self.start, self.end

    @property
    def name(self) -> str:
        """Its start as a part of a name: of its place in the file where that is told apart, else of the document."""
        return self.origin.name or f"b{self.block}r{self.row}c{self.cell}s{self.start}"

    def holds(self, other: Span) -> bool:
        """Whether another one starts in this one."""
        return self.text_key == other.text_key and self.start <= other.start < self.end


@dataclass(frozen=True, slots=True)
class Text:
    """A text: as written, and `plain`, of the same length, with markup blanked out. Offsets count in both."""

    raw: str
    plain: str
    span: Span

    def part(self, start: int, end: int) -> Text:
        """The text between two offsets."""
        return Text(self.raw[start:end], self.plain[start:end], self.span.within(start, end))


def indent_of(line: str) -> int:
    """How far a line is set to the right, in characters."""
    return len(line) - len(line.lstrip())


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `level` counts from 1, the highest."""

    text: Text
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive lines of running text; an item of a list begins with its bullet or number."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as the format has it: its text, the rows and columns that it spans, whether it is marked as a header.

    `indent` is how far the text is set in from the edge of the cell, in characters (halves of an em).
    """

    text: Text
    rowspan: int = 1
    colspan: int = 1
    header: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: its cells from left to right, at least one, the first usually the label."""

    cells: tuple[TableCell, ...]
    texts: tuple[Text, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather the texts of its cells."""
        object.__setattr__(self, "texts", tuple(cell.text for cell in self.cells))

    @property
    def span(self) -> Span:
        """Where its first cell stands."""
        return self.cells[0].text.span


@dataclass(frozen=True, slots=True)
class Table:
    """Consecutive table rows. Which of them head columns is guessed behind, where no cell is marked as a header.

    `hints` are what its markup says of it, or of a part of it, and no page shows.
    """

    rows: tuple[Row, ...]
    hints: tuple[str, ...] = ()


Block = Heading | Paragraph | Table
Apart = Literal["struck", "quoted", "code", "comment"]
"""How a text is set apart from what the page says."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: as written, and without markup, of the same length."""

    raw: str
    plain: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """The line of the page in which a figure stands, and from where to where."""

    line: Line
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A published document: `name` without folder and extension, and its blocks in order.

    `lines` are those of the file where a row of the page is a line of it, for quoting. `left_out` says what of the file
    is no part of the document, a sentence each. `markup` is the source of a page, for what is made of the page itself.
    `apart` are lines of the file that the page does not say itself, by number. `on_pages` are the lines that stand on
    several pages and belong to none of its blocks, such as `Amounts in millions of dollars unless otherwise specified`.
    `worded` are the texts that have letters, a third of `texts`: figures alone say nothing in words.
    """

    name: str
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...] = field(default=(), repr=False)
    left_out: tuple[str, ...] = ()
    markup: str = field(default="", repr=False)
    apart: Mapping[int, Apart] = field(default_factory=dict, repr=False)
    on_pages: tuple[str, ...] = ()
    texts: tuple[Text, ...] = field(init=False, repr=False, compare=False)
    worded: tuple[Text, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather all texts, in order: headings, lines, and the cells of tables; and those that have letters."""
        found = tuple(text for block in self.blocks for row in rows_of(block) for text in row)
        object.__setattr__(self, "texts", found)
        object.__setattr__(self, "worded", tuple(text for text in found if _LETTER.search(text.plain)))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def quote(self, span: Span) -> Quotation:
        """The row of a span: its line of the file where rows are lines, else its texts one behind the other."""
        origin = span.origin
        if self.lines and origin.line is not None and origin.start is not None and origin.end is not None:
            return Quotation(self.lines[origin.line - 1], origin.start, origin.end)
        shown = [text for text in self.row(span) if text.plain.strip() or text.span.cell == span.cell]
        before = sum(len(text.plain) + len(_GAP) for text in shown if text.span.cell < span.cell)
        line = Line(_GAP.join(text.raw for text in shown), _GAP.join(text.plain for text in shown))
        return Quotation(line, before + span.start, before + span.end)

    def row(self, span: Span) -> tuple[Text, ...]:
        """The texts of the row that a span stands in."""
        return tuple(rows_of(self.blocks[span.block]))[span.row]


def rows_of(block: Block) -> Iterator[tuple[Text, ...]]:
    """The texts of a block by row; a heading, and each line of a paragraph, is a row of one text."""
    if isinstance(block, Heading):
        yield (block.text,)
    elif isinstance(block, Paragraph):
        yield from ((line,) for line in block.lines)
    else:
        yield from (row.texts for row in block.rows)
