"""The blocks of a page as those of a document: headings, paragraphs, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iij_xbrl.read.document import Block, Heading, Paragraph, Table
from iij_xbrl.read.file import File
from iij_xbrl.read.html.blocks import WrittenTable, WrittenText
from iij_xbrl.read.html.set_texts import set_blocks
from iij_xbrl.read.html.sheets import parts_of
from iij_xbrl.read.html.source import Page
from iij_xbrl.read.html.tables import Laid, as_texts, laid_out, rows_of
from iij_xbrl.read.html.texts import Writing
from iij_xbrl.read.html.title_rows import with_titles_apart
from iij_xbrl.read.origins import Lines

_LONGEST_HEADING = 160
_BOLD_LEVEL = 6
_SENTENCE_ENDS = (".", ";", ",", "。")


def document_blocks(
    items: Sequence[WrittenTable | WrittenText], page: Page, file: File, block: int = 0
) -> Iterator[Block]:
    """The blocks, in order, from number `block` on. Raises InputError where a table is beyond the file's limits."""
    for item in items:
        for found in _of_item(item, block, page, file):
            yield found
            block += 1


def _of_item(item: WrittenTable | WrittenText, block: int, page: Page, file: File) -> Iterator[Block]:
    if isinstance(item, WrittenText):
        yield from _of_text(item, block, page)
        return
    laid = laid_out(item, file)
    parts = list(parts_of(item, laid, page.lines)) or list(with_titles_apart(item, laid))
    for part in parts:
        for found in _of_part(part, block, page, file):
            yield found
            block += 1
    if not parts:
        yield from _of_table(item, laid, block, page)


def _of_part(part: WrittenTable | WrittenText, block: int, page: Page, file: File) -> Iterator[Block]:
    if isinstance(part, WrittenText):
        return _of_text(part, block, page)
    return _of_table(part, laid_out(part, file), block, page)


def _of_table(table: WrittenTable, laid: Laid, block: int, page: Page) -> Iterator[Block]:
    texts = as_texts(laid)
    if texts is None:
        yield Table(tuple(rows_of(laid, block, page.lines)), tuple(dict.fromkeys(table.hints)))
    for number, text in enumerate(texts or ()):
        yield _paragraph([text], block + number, page.lines)


def _of_text(text: WrittenText, block: int, page: Page) -> Iterator[Block]:
    level = text.level or _level(text.lines)
    if level and len(text.lines) == 1:
        yield Heading(text.lines[0].text((block, 0, 0), page.lines), level)
    elif text.is_set:
        yield from set_blocks(text.lines, block, page.lines)
    else:
        yield _paragraph(text.lines, block, page.lines)


def _paragraph(writings: Sequence[Writing], block: int, lines: Lines) -> Paragraph:
    return Paragraph(tuple(writing.text((block, row, 0), lines) for row, writing in enumerate(writings)))


def _level(lines: Sequence[Writing]) -> int:
    """The level of a heading that is only bold; 0 for a text."""
    (line, *more) = lines
    shown = line.shown
    is_heading = not more and line.is_bold and len(shown) <= _LONGEST_HEADING and not shown.endswith(_SENTENCE_ENDS)
    return _BOLD_LEVEL if is_heading else 0
