"""Reads tables with commas, semicolons or TABs between their cells (RFC 4180), as spreadsheets export them."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass

from iij_xbrl.errors import InputError
from iij_xbrl.read.document import Document, indent_of
from iij_xbrl.read.encodings import decode_table
from iij_xbrl.read.file import TEXT, File
from iij_xbrl.read.foreign import is_markup_of_programs
from iij_xbrl.read.grid import FIGURE, GridCell, blocks
from iij_xbrl.read.origins import LineOrigin

_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*"')
_DELIMITERS = ",;"
# A figure in quotes between TABs, or quotation marks doubled within a field in quotes: no running text is written so.
_QUOTED_FIELDS = re.compile(r'(?:^|\t)"(?:[(-]?\d[\d,.]*\)?|[^"\t\r\n]*""[^\t\r\n]*)"(?:\t|\r?$)', re.MULTILINE)
# A figure that a program keeps from being computed with: as a text, `'1,234`, or as a formula, `="1,234"`.
_GUARDED = re.compile(r"""(?:'|="{1,2})(?P<figure>[^'"=]+)"{0,2}""")
_SAMPLE = 200_000  # bytes that are looked at
_FEWEST = 2  # lines of a table


@dataclass(frozen=True, slots=True)
class _Field:
    text: str
    line: int
    start: int
    end: int


def is_csv(data: bytes) -> bool:
    """Whether most lines of a text are cells with one delimiter between them, as no running text is."""
    is_wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))  # as spreadsheets export "Unicode text"
    if is_markup_of_programs(data) or (not is_wide and b"\0" in data):
        return False
    text = data[:_SAMPLE].decode("utf-16" if is_wide else "utf-8-sig", errors="replace")
    return bool(_delimiter(text))


def read_csv(file: File) -> Document:
    """Read a table with delimiters. Raises InputError where a quotation mark is never closed."""
    text, taken_for = decode_table(file)
    file.limits.check("text", len(text), file.path, TEXT)
    delimiter = _delimiter(text) or ","
    cells = []
    for row, fields in enumerate(_rows(text, delimiter, file), 1):
        for column, item in enumerate(fields, 1):
            shown = " ".join(item.text.split())
            if shown:
                origin = LineOrigin(item.line, item.start, item.end)
                is_number = bool(FIGURE.fullmatch(shown))
                cells.append(GridCell(row, column, shown, origin, is_number, indent=indent_of(item.text)))
    return Document(file.name, tuple(blocks(cells)), left_out=taken_for)


def _delimiter(text: str) -> str:
    """The delimiter of most lines, or nothing: behind it stands no space, and it does not group digits.

    A text with TABs is read by its own reader, but where its fields are in quotes as spreadsheets export them.
    """
    bare = _QUOTED.sub('""', text)
    if "\t" in bare:
        return "\t" if _QUOTED_FIELDS.search(text) else ""
    lines = [line for line in bare.splitlines() if line.strip()]
    for delimiter in _DELIMITERS:
        sign = re.compile(rf"{delimiter}(?!\s\S)(?!\d{{3}}(?:\D|$))|(?<=\"){delimiter}|{delimiter}(?=\")")
        rows = [line for line in lines if sign.search(line)]
        if len(rows) >= _FEWEST and len(rows) * 10 >= len(lines) * 6:
            return delimiter
    return ""


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a field stands without what guards the figure in it."""
    guarded = _GUARDED.fullmatch(text, start, end)
    return guarded.span("figure") if guarded and FIGURE.fullmatch(guarded["figure"].strip()) else (start, end)


def _rows(text: str, delimiter: str, file: File) -> Iterator[list[_Field]]:
    """The records, each field with its place; a quoted field may hold delimiters, quotation marks and line ends."""
    field = re.compile(rf'"((?:[^"]|"")*)"[^{delimiter}\r\n]*|([^{delimiter}\r\n]*)')
    position, line, begin = 0, 1, 0
    record: list[_Field] = []
    while position <= len(text):
        match = field.match(text, position)
        if match is None or (match[1] is None and text.startswith('"', position)):
            raise InputError(f"{file.path}:{line}: a quotation mark that is never closed; close it")
        quoted = match[1] is not None
        start, end = _bare(text, *(match.span(1) if quoted else match.span(2)))
        words = text[start:end]
        last = words.split("\n")[0]
        record.append(
            _Field(words.replace('""', '"') if quoted else words, line, start - begin, start - begin + len(last))
        )
        line += match.group().count("\n")
        if "\n" in match.group():
            begin = position + match.group().rindex("\n") + 1
        position = match.end()
        if text.startswith(delimiter, position):
            position += 1
            continue
        yield record
        record = []
        position += 2 if text.startswith("\r\n", position) else 1
        line, begin = line + 1, position
