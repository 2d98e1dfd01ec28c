"""Reads HTML and XHTML, clean, of filing agents and of word processors: the page as a browser shows it.

An inline XBRL page is read as the page that it shows; its tags and hidden header are no evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iij_xbrl.read.document import Block, Document, Heading, Paragraph, Table
from iij_xbrl.read.file import ELEMENTS, TEXT, File

_LOOKS_LIKE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,400}\?>\s*|<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|p|h[1-6]|meta|title|center|font|span|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_IN_IT = re.compile(rb"<(?:html|body|table)\b[^>]{0,2000}>", re.IGNORECASE)
_HEAD = 20_000
_LONGEST_HEADING = 160
_BOLD_LEVEL = 6
_SENTENCE_ENDS = (".", ";", ",", "。")


def is_html(data: bytes) -> bool:
    """Whether a file begins as a page does."""
    start = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start.replace(b"\0", b"")[2:]
    return bool(_LOOKS_LIKE.match(start)) and (b"</" in data[:_HEAD] or bool(_IN_IT.search(start)))


def read_html(file: File) -> Document:
    """Read a page. Raises InputError where none can be made of the file."""
    from iij_xbrl.read.html.blocks import WrittenTable, WrittenText, written
    from iij_xbrl.read.html.encoding import decoded
    from iij_xbrl.read.html.furniture import without_furniture
    from iij_xbrl.read.html.safe import left_out
    from iij_xbrl.read.html.source import Page, parse_page
    from iij_xbrl.read.html.tables import as_texts, laid_out, rows_of
    from iij_xbrl.read.html.texts import Writing

    page: Page = parse_page(decoded(file.data), str(file.path))
    file.limits.check("text", sum(len(piece.text) for piece in page.pieces), file.path, TEXT)
    file.limits.check("elements", sum(1 for _ in page.root.iter()), file.path, ELEMENTS)

    def paragraph(lines: list[Writing], block: int) -> Paragraph:
        return Paragraph(tuple(line.text((block, row, 0), page.lines) for row, line in enumerate(lines)))

    kept, on_pages = without_furniture(written(page, file))

    def blocks() -> Iterator[Block]:
        block = 0
        for item in kept:
            if isinstance(item, WrittenTable):
                laid = laid_out(item, file)
                texts = as_texts(laid)
                if texts is None:
                    yield Table(tuple(rows_of(laid, block, page.lines)))
                    block += 1
                for text in texts or ():
                    yield paragraph([text], block)
                    block += 1
            elif isinstance(item, WrittenText):
                level = item.level or _level(item.lines)
                if level and len(item.lines) == 1:
                    yield Heading(item.lines[0].text((block, 0, 0), page.lines), level)
                else:
                    yield paragraph(item.lines, block)
                block += 1

    def _level(lines: list[Writing]) -> int:
        """The level of a heading that is only bold; 0 for a text."""
        (line, *more) = lines
        shown = line.shown
        is_heading = not more and line.is_bold and len(shown) <= _LONGEST_HEADING and not shown.endswith(_SENTENCE_ENDS)
        return _BOLD_LEVEL if is_heading else 0

    lost = left_out(page.root)
    return Document(file.name, tuple(blocks()), left_out=lost, markup=page.source, on_pages=tuple(on_pages))
