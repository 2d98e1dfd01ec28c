"""Entries that stand beside each other in one line: `Revenues: JPY5 million | Operating income: JPY2 million`.

What parts them, a bar, a slash between spaces or a room of several spaces, is read as a semicolon is.
"""

from __future__ import annotations

import re

from iij_xbrl.extract.title_lines import are_entries

_PARTS = re.compile(r"\s+[|/／｜・]\s+|[ \u00a0]{3,}(?=\S)")
_MARK = ";"


def with_semicolons(line: str) -> str:
    """A line of entries with semicolons between them, as long as before; any other line as it is."""
    found = list(_PARTS.finditer(line, len(line) - len(line.lstrip())))
    starts, ends = (0, *(match.end() for match in found)), (*(match.start() for match in found), len(line))
    if not found or not are_entries(*(line[start:end] for start, end in zip(starts, ends, strict=True))):
        return line
    for match in found:
        line = f"{line[: match.start()]}{_MARK}{' ' * (match.end() - match.start() - 1)}{line[match.end() :]}"
    return line
