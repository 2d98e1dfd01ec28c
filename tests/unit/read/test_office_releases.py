"""A release as a workbook and as a Word document has the facts of its text form; damaged ones are refused in a line."""

import io
import zipfile
from pathlib import Path

import pytest

from iij_xbrl.errors import InputError
from iij_xbrl.limits import LIMITS
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import read
from iij_xbrl.read.document import Heading
from office_files import word_of, workbook_of
from support import REPOSITORY, counted

FOLDER = Path(REPOSITORY, "examples", "1h11")
WRITERS = {"release.xlsx": workbook_of, "release.docx": word_of}
SMALL = "# Internet Initiative Japan Inc.\n\n| | 1H11 |\n|---|---:|\n| Total revenues | 47,207 |\n"


@pytest.mark.parametrize("name", WRITERS)
def test_a_release_has_the_facts_of_its_text_form(name, as_text, taxonomy, tmp_path):
    path = tmp_path / name
    path.write_bytes(WRITERS[name]((FOLDER / "release.md").read_text(encoding="utf-8")))
    assert counted(report_of(read(path), taxonomy)) == as_text


def test_the_example_workbook_has_the_facts_of_its_text_form(as_text, taxonomy):
    assert counted(report_of(read(FOLDER / "release.xlsx"), taxonomy)) == as_text


def document(tmp_path, data):
    path = tmp_path / "release.docx"
    path.write_bytes(data)
    return read(path)


def with_part(data, name, content):
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return written.getvalue()


def test_a_word_document_is_told_by_what_is_in_it(tmp_path):
    path = tmp_path / "release.txt"
    path.write_bytes(word_of(SMALL))
    (heading, table) = read(path).blocks
    assert isinstance(heading, Heading)
    assert [text.plain for text in table.rows[1].texts] == ["Total revenues", "47,207"]


def test_its_macros_are_left_out_and_said_so(tmp_path):
    found = document(tmp_path, with_part(word_of(SMALL), "word/vbaProject.bin", b"Sub AutoOpen"))
    assert found.left_out == ("macros were left out, and never run",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (with_part(word_of(SMALL), "word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "document type"),
        (with_part(word_of(SMALL), "word/document.xml", b"<w:document"), "damaged Word document"),
        (with_part(word_of(SMALL), "word/media/a.xml", b" " * (LIMITS.unpacked + 1)), "--limit unpacked="),
    ],
    ids=["entities", "cut", "bomb"],
)
def test_a_damaged_one_is_refused_in_a_line(data, message, tmp_path):
    with pytest.raises(InputError, match=message) as caught:
        document(tmp_path, data)
    assert str(caught.value).startswith(str(tmp_path / "release.docx"))
    assert "\n" not in str(caught.value)
