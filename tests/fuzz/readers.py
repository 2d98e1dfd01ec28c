"""What the fuzzing of the readers gives them, and the inputs that are saved (see `guided`).

What is mutated is what a reader looks at: a text, a page, rows with commas; of a
workbook the sheet, of a Word document its body, of a PDF the operators that draw its page, since any change of the
archive around them is refused before they are reached. Nothing but InputError may come of it. `corpus/` holds inputs
that reach different parts; an input that fails is put there once it is mended, and the tests read all of them.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from iij_xbrl.errors import InputError
from iij_xbrl.extract import Calendar, extract
from iij_xbrl.extract.figures.files import to_csv
from iij_xbrl.read.document import Document
from iij_xbrl.read.file import File
from iij_xbrl.read.formats import FORMATS

sys.path.insert(0, str(Path(__file__).parents[1]))
CORPUS = Path(__file__).parent / "corpus"
READERS = {item.name: item.read for item in FORMATS}
_SHEET, _BODY = "xl/worksheets/sheet1.xml", "word/document.xml"


@cache
def _archive(name: str) -> dict[str, bytes]:
    """The entries of a small workbook or Word document."""
    from office_files import word_of, workbook_of

    written = (workbook_of if name == "spreadsheet" else word_of)("# Results\n\n| | 1H11 |\n|---|---|\n| Costs | 5 |\n")
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        return {entry: archive.read(entry) for entry in archive.namelist()}


def _in_archive(name: str, entry: str, content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for path, found in {**_archive(name), entry: content}.items():
            archive.writestr(path, found)
    return written.getvalue()


def _drawn(operators: bytes) -> bytes:
    """A PDF of one page with a font of its own name, F, that these operators draw."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(operators), operators),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    pdf, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    return pdf + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(pdf),
    )


WHOLE: dict[str, Callable[[bytes], bytes]] = {
    "spreadsheet": lambda content: _in_archive("spreadsheet", _SHEET, content),
    "word": lambda content: _in_archive("word", _BODY, content),
    "pdf": _drawn,
}


def read_one(name: str, content: bytes) -> Document | None:
    """What a reader makes of an input, and extraction of that; None where it is refused."""
    whole = WHOLE.get(name, bytes)(content)
    try:
        document = READERS[name](File(Path("input"), "input", whole))
    except InputError:
        return None
    to_csv(extract(document, Calendar(4), "JPY"))
    return document


def corpus(name: str) -> list[Path]:
    """The saved inputs of a reader."""
    return sorted((CORPUS / name).iterdir())
