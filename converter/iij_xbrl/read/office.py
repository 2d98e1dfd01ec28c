"""The parts of Office Open XML files, looked at before anything opens them: within limits, without document types."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from iij_xbrl.errors import InputError
from iij_xbrl.read.file import File

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


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
                if part.filename.endswith((".xml", ".rels", ".vml")):
                    content = archive.read(part)
                    if _DECLARATION.search(content):
                        raise InputError(
                            f"{file.path}: {part.filename} declares a document type, which no {what} does; save it"
                            " again"
                        )
                    yield part.filename, content
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError(f"{file.path}: damaged {what} ({error}); save it again") from None
