"""Reads HTML and XHTML, clean, of filing agents and of word processors: the page as a browser shows it.

An inline XBRL page is read as the page that it shows; its tags and hidden header are no evidence.
"""

from __future__ import annotations

import re

from iij_xbrl.read.document import Document
from iij_xbrl.read.file import ELEMENTS, TEXT, File

_LOOKS_LIKE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,400}\?>\s*|<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|p|h[1-6]|meta|title|center|font|span|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_IN_IT = re.compile(rb"<(?:html|body|table)\b[^>]{0,2000}>", re.IGNORECASE)
_IS_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_IN_MARKDOWN = re.compile(rb"^(?:#{1,6} +[^\s#]|\|?[ \t]*:?-{3,}:?[ \t]*\|)", re.MULTILINE)
_HEAD = 20_000


def is_html(data: bytes) -> bool:
    """Whether a file begins as a page does. Markdown may begin with an element of HTML, too: `<div align="center">`."""
    start = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start.replace(b"\0", b"")[2:]
    if not _LOOKS_LIKE.match(start) or (_IN_MARKDOWN.search(start) and not _IS_PAGE.search(start)):
        return False
    return b"</" in data[:_HEAD] or bool(_IN_IT.search(start))


def read_html(file: File) -> Document:
    """Read a page. Raises InputError where none can be made of the file."""
    from iij_xbrl.read.html.blocks import written
    from iij_xbrl.read.html.document_blocks import document_blocks
    from iij_xbrl.read.html.encoding import decoded
    from iij_xbrl.read.html.furniture import without_furniture
    from iij_xbrl.read.html.safe import left_out
    from iij_xbrl.read.html.source import Page, parse_page

    page: Page = parse_page(decoded(file.data), str(file.path))
    file.limits.check("text", sum(len(piece.text) for piece in page.pieces), file.path, TEXT)
    file.limits.check("elements", sum(1 for _ in page.root.iter()), file.path, ELEMENTS)

    kept, on_pages = without_furniture(written(page, file))

    lost = left_out(page.root)
    return Document(
        file.name, tuple(document_blocks(kept, page, file)), left_out=lost, markup=page.source, on_pages=tuple(on_pages)
    )
