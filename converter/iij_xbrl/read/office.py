"""The parts of Office Open XML files, looked at before anything opens them: within limits, without document types."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from collections.abc import Iterator

from iij_xbrl.errors import InputError
from iij_xbrl.read.file import File

_NAMES = (".xml", ".rels", ".vml")
# How XML may begin, whatever a part is called: relations lead to parts of any name.
_STARTS = (b"<", b" ", b"\t", b"\r", b"\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"\0<")
_ENCODINGS = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_ENCODING = re.compile(rb"""<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)""")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
WORKBOOK, DOCUMENT = "xl/workbook.xml", "word/document.xml"


def is_spreadsheet(data: bytes) -> bool:
    """Whether a file is a workbook: a ZIP archive that holds one."""
    return holds(data, WORKBOOK)


def is_word(data: bytes) -> bool:
    """Whether a file is a Word document: a ZIP archive that holds one."""
    return holds(data, DOCUMENT)


def _wrong(content: bytes) -> str:
    """Why a part is not opened: what hides in another encoding, or behind entities, is not seen here."""
    start = content.removeprefix(codecs.BOM_UTF8).lstrip()
    encoding = _ENCODING.match(start)
    if start and (start[:1] != b"<" or (encoding and encoding[1].lower() not in _ENCODINGS)):
        return "is in another encoding than UTF-8"
    return "declares a document type" if _DECLARATION.search(content) else ""


def holds(data: bytes, part: str) -> bool:
    """Whether a file is a ZIP archive that holds a part."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return part in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def xml_parts(file: File, what: str) -> Iterator[tuple[str, bytes]]:
    """The parts of a file that are XML, with their names; `what` is what the file is called.

    Raises InputError where it is damaged, too large, or where a part declares a document type.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
            file.limits.check("unpacked", unpacked, file.path, "parts of {} bytes")
            file.limits.check("ratio", unpacked // len(file.data), file.path, "parts of {} times its size")
            for part in parts:
                content = archive.read(part)
                if part.filename.endswith(_NAMES) or content.startswith(_STARTS):
                    wrong = _wrong(content)
                    if wrong:
                        raise InputError(f"{file.path}: {part.filename} {wrong}, which no {what} does; save it again")
                    yield part.filename, content
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError(f"{file.path}: damaged {what} ({error}); save it again") from None
