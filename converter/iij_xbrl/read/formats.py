"""The formats that can be read, each told by what is in the file, never by its name. One module a format.

A reader is a function from a `File` to a `Document`; a new one is its module and a line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from iij_xbrl.errors import InputError, UsageError
from iij_xbrl.limits import LIMITS, Limits
from iij_xbrl.read.csv_table import is_csv, read_csv
from iij_xbrl.read.document import Document, Paragraph, Table, rows_of
from iij_xbrl.read.encodings import is_text
from iij_xbrl.read.file import BLOCKS, CELLS, ROWS, TEXT, File, open_file
from iij_xbrl.read.foreign import refusal
from iij_xbrl.read.html import is_html, read_html
from iij_xbrl.read.office import is_spreadsheet, is_word
from iij_xbrl.read.pdf.reader import is_pdf, read_pdf
from iij_xbrl.read.text import read_text


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for `--input-format`, what a file of it is called, how it is told, and its reader.

    Attributes:
        recognises: whether the bytes of a file are of this format; cheap, and never raises.
        read: the document of a file. Raises InputError, in one line: the file, what is wrong, what to do.
    """

    name: str
    what: str
    recognises: Callable[[bytes], bool]
    read: Callable[[File], Document]


def _read_spreadsheet(file: File) -> Document:
    from iij_xbrl.read.spreadsheet import read_spreadsheet

    return read_spreadsheet(file)


def _read_word(file: File) -> Document:
    from iij_xbrl.read.word import read_word

    return read_word(file)


FORMATS: tuple[Format, ...] = (
    Format("pdf", "PDF", is_pdf, read_pdf),
    Format("spreadsheet", "a workbook (.xlsx)", is_spreadsheet, _read_spreadsheet),
    Format("word", "a Word document (.docx)", is_word, _read_word),
    Format("html", "HTML", is_html, read_html),
    Format("csv", "a table with commas, semicolons or TABs (.csv, .tsv)", is_csv, read_csv),
    Format("text", "text or Markdown", is_text, read_text),  # the last: most files of other formats are text, too
)
_REPEATED = "the same character, or white space, {} times one after the other"
NAMES = tuple(item.name for item in FORMATS)


def read(path: Path, input_format: str = "", limits: Limits = LIMITS) -> Document:
    """Read a release; `-` reads standard input, and `input_format` (one of `NAMES`) overrides what the file looks like.

    Raises:
        InputError: the file is missing, a folder, empty, of no format that can be read, damaged, beyond the limits,
            or holds no figure.
        UsageError: there is no such format.
    """
    file = open_file(path, limits)
    document = _format(file, input_format).read(file)
    _within(document, path, limits)
    if not _has_digit(document):
        raise InputError(f"{path}: no figure found; is this the right file?")
    return document


def _has_digit(document: Document) -> bool:
    texts = (text.plain for block in document.blocks for row in rows_of(block) for text in row)
    return any(character.isdecimal() for text in texts for character in text)


def _within(document: Document, path: Path, limits: Limits) -> None:
    """Refuse what no release has, whatever the format: so many blocks and rows, such rows and texts."""
    lines = sum(len(block.lines) if isinstance(block, Paragraph) else 1 for block in document.blocks)
    limits.check("blocks", lines, path, BLOCKS)
    limits.check("rows", sum(len(table.rows) for table in document.tables), path, ROWS)
    limits.check("grid", sum(map(_places, document.tables)), path, "tables of {} places for cells")
    limits.check("text", sum(len(text.raw) for text in document.texts), path, TEXT)
    for block in document.blocks:
        for row in rows_of(block):
            longest = max(len(text.raw) for text in row)
            if len(row) > limits.cells or longest > min(limits.line, limits.run):
                where = f"{path}:{row[0].span.origin}"
                limits.check("cells", len(row), where, CELLS)
                limits.check("line", longest, where, "a text of {} characters")
                limits.check("run", max(_longest_run(text.plain, limits.run) for text in row), where, _REPEATED)


def _places(table: Table) -> int:
    return len(table.rows) * max(sum(cell.colspan for cell in row.cells) for row in table.rows)


def _longest_run(text: str, most: int) -> int:
    """How often the same character, or white space, stands one after the other in a text; 0 where it is short."""
    if len(text) <= most:
        return 0
    runs = (sum(1 for _ in run) for _, run in groupby(text, lambda char: " " if char.isspace() else char))
    return max(runs)


def _format(file: File, name: str) -> Format:
    if name:
        named = next((item for item in FORMATS if item.name == name), None)
        if named is None:
            raise UsageError(f"no input format is called {name!r}; there are {', '.join(NAMES)}")
        return named
    found = next((item for item in FORMATS if item.recognises(file.data)), None)
    if found is None:
        raise InputError(f"{file.path}: {refusal(file.data)}")
    return found
