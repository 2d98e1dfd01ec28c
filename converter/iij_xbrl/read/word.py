"""Reads Word files (.docx): as the page that they are in HTML, which mammoth makes of them. It needs the extra `word`.

The inline report is that page with tags, and places are lines of it: each paragraph and each row of a table is a line.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from xml.parsers.expat import ExpatError

from iij_xbrl.errors import InputError
from iij_xbrl.read.document import Document
from iij_xbrl.read.file import File
from iij_xbrl.read.html import read_html
from iij_xbrl.read.office import DOCUMENT, holds, xml_parts
from iij_xbrl.read.tab_stops import with_tables_by_tabs

_MACROS = "word/vbaProject.bin"
_STYLES = "\n".join(("p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh", "u => u"))
_LINE_ENDS = re.compile(r"</(?:p|h[1-6]|li|tr|table|ul|ol)>|<table>")
_DAMAGED = (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError, OSError, RecursionError)
_HAS_IMAGES = re.compile(rb"<(?:w:drawing|w:pict)\b")


def read_word(file: File) -> Document:
    """Read a Word document. Raises InputError where it is damaged, too large, or the extra `word` is not installed."""
    parts = dict(xml_parts(file, "Word document"))
    document = read_html(replace(file, data=_page(file).encode("utf-8")))
    images = bool(_HAS_IMAGES.search(parts.get(DOCUMENT, b"")))
    said = ("pictures were left out",) if images else ()
    macros = ("macros were left out, and never run",) if holds(file.data, _MACROS) else ()
    return replace(document, left_out=(*document.left_out, *said, *macros))


def _page(file: File) -> str:
    try:
        import mammoth
    except ImportError:
        raise InputError(
            f"{file.path}: Word documents need an extra: pip install 'iij-xbrl[word]'; or save it as HTML or PDF"
        ) from None
    try:
        found = mammoth.convert_to_html(  # type: ignore[no-untyped-call]
            io.BytesIO(file.data), convert_image=lambda _image: [], style_map=_STYLES
        )
    except (*_DAMAGED, ExpatError, zipfile.BadZipFile) as error:
        raise InputError(f"{file.path}: damaged Word document ({type(error).__name__}); save it again") from None
    body = _LINE_ENDS.sub(lambda match: match.group() + "\n", with_tables_by_tabs(str(found.value)))
    return f'<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"/></head>\n<body>\n{body}\n</body>\n</html>\n'
