"""Zip files: entries stand in the order of their names, dated and compressed alike, so that files give the same bytes.

What goes into many archives is compressed once. The layout is that of APPNOTE 6.3.10: entries, directory, its end.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_DATE = 1 << 5 | 1  # that day, as an entry has it: years since 1980, month, day
_READABLE = 0o644 << 16
_UNIX = 3
_VERSION = 20  # of what an entry needs that is compressed
_LEVEL = 6  # of compression
_DIRECTORY = struct.Struct("<4s4B4HL2L5H2L")
_END = struct.Struct("<4s4H2LH")
_IN_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class Packed:
    """A file as an archive holds it, compressed, and the check sum and the size that it has unpacked."""

    data: bytes
    check: int
    size: int


def packed(content: bytes) -> Packed:
    """A file, ready for an archive."""
    deflating = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    return Packed(deflating.compress(content) + deflating.flush(), zlib.crc32(content), len(content))


def archive(files: Mapping[str, bytes | Packed]) -> bytes:
    """Files as a zip file, by their paths in it; nothing of the machine or the day gets in."""
    entries, directory = bytearray(), bytearray()
    for path in sorted(files):
        content = files[path]
        item = content if isinstance(content, Packed) else packed(content)
        directory += _listed(path, item, len(entries))
        entries += _info(path, item).FileHeader() + item.data
    end = _END.pack(b"PK\5\6", 0, 0, len(files), len(files), len(directory), len(entries), 0)
    return bytes(entries + directory + end)


def _info(path: str, item: Packed) -> ZipInfo:
    info = ZipInfo(path, _EARLIEST)
    info.create_system, info.compress_type = _UNIX, ZIP_DEFLATED
    info.file_size, info.compress_size, info.CRC = item.size, len(item.data), item.check
    return info


def _listed(path: str, item: Packed, offset: int) -> bytes:
    """An entry of the directory, for the one that stands at an offset."""
    name, flags = path.encode(), 0 if path.isascii() else _IN_UTF8
    made, needs = (_VERSION, _UNIX), (_VERSION, 0)
    sizes = item.check, len(item.data), item.size
    numbers = (flags, ZIP_DEFLATED, 0, _DATE)
    return _DIRECTORY.pack(b"PK\1\2", *made, *needs, *numbers, *sizes, len(name), 0, 0, 0, 0, _READABLE, offset) + name
