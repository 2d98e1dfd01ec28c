"""Pictures of the pages of a PDF, as grey PNG: what a person sees at the place of a figure."""

from __future__ import annotations

import struct
import zlib

import pypdfium2 as pdfium

from iij_xbrl.read.pdf.exchange import Picture

_SCALE = 1.6  # pixels a point
_MOST = 2500  # pixels across or down; an A3 page has 1905
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def picture_of(document: pdfium.PdfDocument, number: int) -> Picture:
    """The picture of a page, by its number from 1."""
    page = document[number - 1]
    width, height = page.get_size()
    bitmap = page.render(scale=min(_SCALE, _MOST / max(width, height)), grayscale=True)
    rows = bytes(bitmap.buffer)
    lines = (rows[at * bitmap.stride : at * bitmap.stride + bitmap.width] for at in range(bitmap.height))
    data = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    header = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 0, 0, 0, 0)
    png = _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    return Picture(number, width, height, png)


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file (PNG, 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
