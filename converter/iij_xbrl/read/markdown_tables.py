"""Tables that Markdown writes in HTML: lines from `<table>` to `</table>`, read as those of a page are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from iij_xbrl.read.document import Block
from iij_xbrl.read.file import File
from iij_xbrl.read.origins import Lines

BEGINS = re.compile(r"\s*<table\b", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)table\b", re.IGNORECASE)


def html_tables(lines: Sequence[str]) -> dict[int, int]:
    """The lines of such tables: behind the last one by the first one. One without an end, or a cell, is none."""
    found: dict[int, int] = {}
    start = depth = 0
    has_cells = False
    for number, line in enumerate(lines):
        if not depth and not BEGINS.match(line):
            continue
        start, has_cells = (start, has_cells) if depth else (number, False)
        has_cells = has_cells or bool(_CELL.search(line))
        for match in _TAG.finditer(line):
            depth = max(depth + (-1 if match[1] else 1), 0)
        if not depth and has_cells:
            found[start] = number + 1
    return found


def blocks_in_html(lines: Sequence[str], position: int, block: int, file: File) -> Iterator[Block]:
    """The blocks of some lines, the first of which is at a position of the file; `block` is the number of the first.

    Raises InputError where they hold more than the limits of the file allow.
    """
    from iij_xbrl.read.html.blocks import written
    from iij_xbrl.read.html.document_blocks import document_blocks
    from iij_xbrl.read.html.furniture import without_furniture
    from iij_xbrl.read.html.source import parse_page

    page = parse_page("\n".join(lines), str(file.path))
    page = replace(page, lines=Lines(page.lines.starts, before=position))
    kept, _ = without_furniture(written(page, file))
    yield from document_blocks(kept, page, file, block)
