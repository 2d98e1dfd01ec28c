"""Reads text and Markdown: tables with TABs, pipes or spaces between their columns or a cell a line, headings, text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial
from pathlib import Path

from iij_xbrl.languages import words_of_all
from iij_xbrl.read.document import Block, Document, Heading, Paragraph, Row, Table, TableCell
from iij_xbrl.read.drawn_tables import drawn_tables, is_drawn
from iij_xbrl.read.encodings import LINE_END, decode
from iij_xbrl.read.file import ROWS, TEXT, File
from iij_xbrl.read.lead_lines import leads
from iij_xbrl.read.markdown_tables import BEGINS, blocks_in_html, html_tables
from iij_xbrl.read.markup import FILED, plain
from iij_xbrl.read.origins import LineOrigin
from iij_xbrl.read.pipe_rows import Bounds, cells_of, has_pipe, is_delimiter
from iij_xbrl.read.set_apart import apart_lines
from iij_xbrl.read.set_lines import (
    SetLine,
    rows_among,
    table_drawn,
    table_of,
    table_of_cells,
    tables_among,
    tables_of_cells,
    words_of,
)
from iij_xbrl.read.tab_rows import tab_table, tabs_end

_UNDERLINE = re.compile(r"=+|-{2,}")
_NO_TITLE = re.compile(r"^(?:[-*•+>|]|\d+[.)])\s|[.,;:。、：]$")
_NAME_END = re.compile(rf"^[^-*•+>|].*\b(?:{words_of_all('company_forms')})\.$", re.IGNORECASE)
_LONGEST_TITLE = 120
_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_SPACES = re.compile("&nbsp;|&e[mn]sp;|[\u00a0\u2003\u3000]")
_INSET = re.compile(rf"(?:\s|{_SPACES.pattern})*")


def read_text(file: File) -> Document:
    """Read text or Markdown. Raises InputError where it is in no encoding that is known, or beyond the limits."""
    limits = file.limits
    text = decode(file)
    limits.check("text", len(text), file.path, TEXT)
    lines = LINE_END.split(text)
    limits.check("lines", len(lines), file.path, "a file of {} lines")
    for number, line in enumerate(lines, 1):
        limits.check("line", len(line), f"{file.path}:{number}", "a line of {} characters")
    return _document(lines, file)


def parse(source: str, name: str) -> Document:
    """Parse text or Markdown into a document. Pages are counted where form feeds separate them."""
    return _document(LINE_END.split(source), File(Path(name), name, b""))


def _document(lines: Sequence[str], file: File) -> Document:
    paged = any("\f" in line for line in lines)
    page = 1
    found: list[SetLine] = []
    for number, raw in enumerate(lines, 1):
        page += raw.count("\f")
        clean = raw.replace("\f", " ")
        found.append(SetLine(clean, plain(clean), LineOrigin(number, 0, len(clean), page if paged else None)))
    return Document(file.name, tuple(_blocks(found, file)), tuple(found), apart=apart_lines(lines))


def _blocks(lines: Sequence[SetLine], file: File) -> Iterator[Block]:
    file.limits.check("rows", rows_among(lines), file.path, ROWS)
    in_html = html_tables([line.raw for line in lines])
    in_lines = _set_in_lines(lines, in_html)
    begins = in_html.keys() | in_lines.keys()
    position = block = 0
    while position < len(lines):
        line = lines[position]
        heading = _HEADING.match(line.raw)
        if not line.raw.strip() or FILED.fullmatch(line.raw):
            position += 1
            continue
        if position in in_html:
            own = lines[position : in_html[position]]
            for found in blocks_in_html([item.raw for item in own], position, block, file):
                yield found
                block += 1
            position = in_html[position]
            continue
        if position in in_lines:
            end, tables = in_lines[position]
            yield from (table(block + at) for at, table in enumerate(tables))
            block += len(tables) - 1
        elif "\t" in line.raw:
            end = tabs_end(lines, position)
            yield tab_table(lines[position:end], block)
        elif _starts_pipe_table(lines, position):
            end = _run(lines, position, has_pipe)
            yield _pipe_table(lines[position:end], block)
        elif heading:
            end = position + 1
            yield Heading(line.text(block, 0, 0, heading.start(2), heading.end(2)), len(heading.group(1)))
        elif level := _underlined(lines, position):
            end = position + 2
            yield Heading(line.whole(block, 0), level)
        else:
            end = _text_end(lines, position, begins)
            yield Paragraph(tuple(item.whole(block, row) for row, item in enumerate(lines[position:end])))
        position = end
        block += 1


def _set_in_lines(
    lines: Sequence[SetLine], in_html: Mapping[int, int]
) -> dict[int, tuple[int, list[Callable[[int], Table]]]]:
    """The tables drawn, set with spaces or one cell a line, by their first line.

    Of each the line behind it, and what makes the tables of its lines.
    """
    found: dict[int, tuple[int, list[Callable[[int], Table]]]] = {}
    for first, box in drawn_tables([line.raw for line in lines]).items():
        found[first] = box.end, [partial(table_drawn, lines, box)]
    set_tables = tables_among(lines, _is_other)
    known = words_of(lines) if set_tables else frozenset()
    for first, tables in set_tables.items():
        found[first] = tables[0].end, [partial(table_of, lines, table, known) for table in tables]
    ends = dict(in_html) | {first: end for first, (end, _) in found.items()}
    taken = {at for first, end in ends.items() for at in range(first, end)}
    for first, table in tables_of_cells(lines, lambda at: at in taken or _is_other(lines[at].raw)).items():
        found[first] = table.end, [partial(table_of_cells, lines, table)]
    return found


def _is_other(raw: str) -> bool:
    """Whether a line is a row with TABs or pipes, a heading, or one of a table in HTML: no table goes on over it."""
    return "\t" in raw or has_pipe(raw) or is_drawn(raw) or bool(_HEADING.match(raw) or BEGINS.match(raw))


def _run(lines: Sequence[SetLine], position: int, belongs: Callable[[str], bool]) -> int:
    end = position
    while end < len(lines) and belongs(lines[end].raw):
        end += 1
    return end


def _underlined(lines: Sequence[SetLine], position: int) -> int:
    """The level of a title that the line below underlines, as Markdown has it; 0 where it is none.

    A sentence, an item of a list or a line of more than a title has is none: below them stands a rule.
    """
    below = lines[position + 1].raw.strip() if position + 1 < len(lines) else ""
    text = lines[position].plain.strip()
    if not _UNDERLINE.fullmatch(below) or len(text) > _LONGEST_TITLE or not any(map(str.isalpha, text)):
        return 0
    if _NO_TITLE.search(text) and not _NAME_END.search(text):
        return 0
    return 1 if below[0] == "=" else 2


def _text_end(lines: Sequence[SetLine], position: int, begins: Set[int]) -> int:
    """The line behind a text; one that leads in those below it stands alone."""
    end = position + 1
    if end < len(lines) and leads(lines[position].plain, lines[end].plain):
        return end
    while end < len(lines) and end not in begins and _continues(lines, end):
        end += 1
    return end


def _continues(lines: Sequence[SetLine], position: int) -> bool:
    raw = lines[position].raw
    return bool(raw.strip()) and "\t" not in raw and not _HEADING.match(raw) and not _starts_pipe_table(lines, position)


def _starts_pipe_table(lines: Sequence[SetLine], position: int) -> bool:
    raw = lines[position].raw
    if not has_pipe(raw):
        return False
    following = lines[position + 1].raw if position + 1 < len(lines) else ""
    return raw.lstrip().startswith("|") or ("|" in following and is_delimiter(following))


def _pipe_table(lines: Sequence[SetLine], block: int) -> Table:
    placed = list(zip(lines, cells_of([line.raw for line in lines]), strict=True))
    rows = [row for row in placed if not is_delimiter(row[0].raw)] or placed
    return Table(tuple(_pipe_row(line, cells, block, row) for row, (line, cells) in enumerate(rows)))


def _pipe_row(line: SetLine, cells: Bounds, block: int, row: int) -> Row:
    return Row(
        tuple(
            TableCell(line.text(block, row, cell, start, end), indent=_spaces(line.raw[start:end]))
            for cell, (start, end) in enumerate(cells)
        )
    )


def _spaces(raw: str) -> int:
    """How many spaces that Markdown shows stand at the beginning of a cell."""
    match = _INSET.match(raw)
    return len(_SPACES.findall(match[0])) if match else 0
