"""Pictures of the pages of a PDF, as grey PNG: what a person sees at the place of a figure."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_SCALE = 1.6  # pixels a point
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page from 1, its size in points, and its picture as PNG."""

    page: int
    width: float
    height: float
    png: bytes


def pictures(path: Path, pages: Iterable[int]) -> list[Picture]:
    """The pictures of these pages of a file that `read_pdf` accepted."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return [_picture(document[number - 1], number) for number in pages]
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, number: int) -> Picture:  # type: ignore[name-defined]  # noqa: F821
    bitmap = page.render(scale=_SCALE, grayscale=True)
    width, height = page.get_size()
    rows = bytes(bitmap.buffer)
    lines = (rows[at * bitmap.stride : at * bitmap.stride + bitmap.width] for at in range(bitmap.height))
    data = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    header = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 0, 0, 0, 0)
    png = _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    return Picture(number, width, height, png)


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file (PNG, 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
