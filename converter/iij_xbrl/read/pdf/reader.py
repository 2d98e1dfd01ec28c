"""Reads PDF: the layout of its pages becomes a document, each text with its page and boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from iij_xbrl.errors import InputError
from iij_xbrl.read.document import Block, Document, Heading, Paragraph, Row, Span, Table, TableCell, Text
from iij_xbrl.read.file import File
from iij_xbrl.read.origins import Box, BoxOrigin
from iij_xbrl.read.pdf.exchange import READ, Damaged
from iij_xbrl.read.pdf.process import asked

if TYPE_CHECKING:
    from iij_xbrl.read.layout.blocks import TableBlock, TextBlock
    from iij_xbrl.read.layout.lines.lines import Segment
    from iij_xbrl.read.layout.lines.words import Word
    from iij_xbrl.read.layout.page import Page
    from iij_xbrl.read.layout.pages import Sheet
    from iij_xbrl.read.pdf.texts import Piece, Script

_SIGNATURE = b"%PDF-"
_HEADER = 1024  # bytes in which the signature stands (ISO 32000-1, annex H, implementation note 13)
_MOST_PAGES = 1000
_DAMAGED = "this page is damaged and cannot be read; export the release again"
_NOWHERE: Box = (Decimal(0), Decimal(0), Decimal(0), Decimal(0))


def is_pdf(data: bytes) -> bool:
    """Whether a file is a PDF."""
    return _SIGNATURE in data[:_HEADER]


def read_pdf(file: File) -> Document:
    """Read a PDF.

    Raises InputError where it is encrypted, damaged or too long, or has a page whose text cannot be read: a picture, or
    letters that stand for others.
    """
    from iij_xbrl.read.layout.pages import layout

    sheets = _sheets(file)
    return Document(file.name, tuple(_blocks(layout(sheets), {sheet.page.number: sheet.page for sheet in sheets})))


def _sheets(file: File) -> list[Sheet]:
    """The lines of the pages of a file, each made while pdfium reads the next page."""
    from iij_xbrl.read.layout.pages import sheet_of
    from iij_xbrl.read.pdf.legibility import problem

    sheets: list[Sheet] = []
    with closing(asked(file.path, file.data, READ, file.limits)) as answers:
        number = next(answers)
        if isinstance(number, Damaged):
            raise InputError(f"{file.path}: {_refusal(number.why)}")
        if not 0 < number <= _MOST_PAGES:
            counted = f"{number:,} pages" if number else "no page"
            raise InputError(f"{file.path}: has {counted}, at most {_MOST_PAGES:,} are read; is this the right file?")
        for page in answers:
            if wrong := _DAMAGED if isinstance(page, Damaged) else problem(page):
                raise InputError(f"{file.path}:p{page.number}: {wrong}")
            file.limits.check("page", len(page.characters), f"{file.path}:p{page.number}", "a page of {} characters")
            sheets.append(sheet_of(page))
    if not any(sheet.lines for sheet in sheets):
        raise InputError(f"{file.path}: holds no text; is this the right file?")
    return sheets


def _refusal(error: str) -> str:
    if "password" in error.lower():
        return "is encrypted; save it without a password first"
    return "is damaged: its table of objects or its pages cannot be read; export or download it again"


def _blocks(found: Sequence[TextBlock | TableBlock], pages: dict[int, Page]) -> Iterator[Block]:
    from iij_xbrl.read.layout.blocks import TextBlock
    from iij_xbrl.read.pdf.texts import vocabulary

    writer = _Writer(pages, vocabulary(_lines(found)))
    for number, block in enumerate(found):
        if isinstance(block, TextBlock):
            yield writer.text(block, number)
        else:
            yield writer.table(block, number)


def _lines(found: Sequence[TextBlock | TableBlock]) -> Iterator[Sequence[Word]]:
    from iij_xbrl.read.layout.blocks import TextBlock

    for block in found:
        if isinstance(block, TextBlock):
            yield from (placed.segment.words for line in block.lines for placed in line)
        else:
            yield from (words for row, _ in block.rows for cell in row.cells for words in _inner(cell.lines))


def _inner(lines: Sequence[Segment]) -> Iterator[Sequence[Word]]:
    """The words of each line of a cell, without those at ends of lines that may be pieces of one."""
    for at, line in enumerate(lines):
        yield line.words[at > 0 : len(line.words) - (at + 1 < len(lines))]


class _Writer:
    """Makes blocks of a document of those of the layout. `known` are the document's words."""

    def __init__(self, pages: dict[int, Page], known: frozenset[str]) -> None:
        self._pages = pages
        self._known = known
        self._tenths: dict[float, Decimal] = {}  # words of a line share their sides

    def text(self, block: TextBlock, number: int) -> Heading | Paragraph:
        """A heading or paragraph."""
        from iij_xbrl.read.pdf.texts import script

        if block.level:
            whole = [(placed.segment, placed.page) for line in block.lines for placed in line]
            return Heading(self._text(script(whole, self._known, bold=False), number, 0, 0), block.level)
        lines = [[(placed.segment, placed.page) for placed in line] for line in block.lines]
        return Paragraph(tuple(self._text(script(line, self._known), number, row, 0) for row, line in enumerate(lines)))

    def table(self, block: TableBlock, number: int) -> Table:
        """A table."""
        from iij_xbrl.read.layout.blocks import cells
        from iij_xbrl.read.pdf.texts import script, unbroken

        rows = []
        for row, (grid, page) in enumerate(block.rows):
            found: list[TableCell] = []
            for cell in cells(grid, block.width):
                lines = unbroken(cell.lines, self._known) if cell else []
                written = script([(line, page) for line in lines], self._known)
                text = self._text(written, number, row, len(found), page)
                found.append(TableCell(text, header=bool(cell and cell.head)))
            rows.append(Row(tuple(found)))
        return Table(tuple(rows))

    def _text(self, written: Script, block: int, row: int, cell: int, page: int = 1) -> Text:
        origin = self._origin(written.pieces, page)
        return Text(written.raw, written.plain, Span(block, row, cell, 0, len(written.raw), origin))

    def _origin(self, pieces: Sequence[Piece], page: int) -> BoxOrigin:
        if not pieces:
            return BoxOrigin(page, ((0, 1, _NOWHERE),))
        parts = tuple((piece.start, piece.end, self._box(piece)) for piece in pieces)
        breaks = tuple(later.start for earlier, later in pairwise(pieces) if later.page != earlier.page)
        return BoxOrigin(pieces[0].page, parts, breaks=breaks)

    def _box(self, piece: Piece) -> Box:
        left, top, right, bottom = self._pages[piece.page].shown(piece.box)
        return self._rounded(left), self._rounded(top), self._rounded(right), self._rounded(bottom)

    def _rounded(self, points: float) -> Decimal:
        if points not in self._tenths:
            self._tenths[points] = Decimal(round(points * 10)).scaleb(-1)
        return self._tenths[points]
