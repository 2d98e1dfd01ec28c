"""Text of a page whose white space stands (`<pre>`): paragraphs, and tables with spaces, TABs or one cell a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iij_xbrl.limits import LIMITS
from iij_xbrl.read.document import Block, Paragraph
from iij_xbrl.read.html.texts import Writing
from iij_xbrl.read.origins import Lines
from iij_xbrl.read.set_lines import (
    SetLine,
    rows_among,
    table_of,
    table_of_cells,
    tables_among,
    tables_of_cells,
    words_of,
)
from iij_xbrl.read.tab_rows import tab_table, tabs_end


def set_blocks(writings: Sequence[Writing], block: int, lines: Lines) -> Iterator[Block]:
    """The blocks of such a text, the first of which is number `block` of the document."""
    found = [_line(writing, lines) for writing in writings]
    tables = tables_among(found, lambda raw: "\t" in raw) if rows_among(found) <= LIMITS.rows else {}
    taken = {at for first, beside in tables.items() for at in range(first, beside[0].end)}
    cells = tables_of_cells(found, lambda at: at in taken or "\t" in found[at].raw)
    begins = tables.keys() | cells.keys()
    known = words_of(found) if tables else frozenset()
    position = 0
    while position < len(found):
        end = position + 1
        if position in tables:
            end = tables[position][0].end
            for table in tables[position]:
                yield table_of(found, table, known, block)
                block += 1
            block -= 1
        elif position in cells:
            end = cells[position].end
            yield table_of_cells(found, cells[position], block)
        elif _is_row(found, position):
            end = tabs_end(found, position)
            yield tab_table(found[position:end], block)
        elif writings[position].is_blank:
            position = end
            continue
        else:
            while end < len(found) and not (end in begins or writings[end].is_blank or _is_row(found, end)):
                end += 1
            texts = (writing.text((block, row, 0), lines) for row, writing in enumerate(writings[position:end]))
            yield Paragraph(tuple(texts))
        position = end
        block += 1


def _is_row(lines: Sequence[SetLine], position: int) -> bool:
    """Whether a line is a row of cells with TABs between them, and the one above or below it is one, too."""
    return "\t" in lines[position].raw.strip() and any(
        "\t" in line.raw.strip()
        for line in (*lines[max(position - 1, 0) : position], *lines[position + 1 : position + 2])
    )


def _line(writing: Writing, lines: Lines) -> SetLine:
    text = writing.whole(lines)
    return SetLine(text.raw, text.plain, text.span.origin)
