"""The lines of a release as they stand in the file, for quoting them."""

from __future__ import annotations

import codecs
from pathlib import Path


def source_lines(path: Path) -> tuple[str, ...]:
    """The lines of a file that `read` accepted; line 1 comes first, and offsets are those of every span."""
    data = path.read_bytes()
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return tuple(line.rstrip("\r") for line in data.decode("utf-16" if utf16 else "utf-8-sig").split("\n"))
