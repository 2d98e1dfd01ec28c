"""What cannot be read as a release is refused in one line: the file, what is wrong, what to do."""

import os
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from iij_xbrl.errors import InputError
from iij_xbrl.limits import Limits
from iij_xbrl.read import read


@pytest.fixture
def refused(tmp_path):
    """Writes bytes and gives the message with which reading them is refused."""

    def refuse(data: bytes) -> str:
        path = tmp_path / "release.txt"
        path.write_bytes(data)
        with pytest.raises(InputError) as error:
            read(path)
        return str(error.value).replace(str(path), "release.txt")

    return refuse


def test_a_missing_file(tmp_path):
    with pytest.raises(InputError, match=r"nothing\.md: no such file; check the path$"):
        read(tmp_path / "nothing.md")


def test_a_folder(tmp_path):
    with pytest.raises(InputError, match="is a folder; name the release's file in it"):
        read(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_an_empty_file(refused, data):
    assert refused(data) == "release.txt: the file is empty; export the release again"


def test_a_binary_file(refused):
    assert refused(b"\x1f\x8b\x08\0\0") == "release.txt: is a compressed file (gzip); unpack it first"


def test_rich_text_and_xml_are_no_text_that_a_person_reads(refused):
    rich = b"{\\rtf1\\ansi {\\f0 Times;}\nRevenues;34,272;\nCosts;27,431;\n}"
    assert refused(rich) == "release.txt: is rich text (RTF); save it as PDF or HTML first"
    book = b'<section xmlns="http://docbook.org/ns/docbook">\n<para>Revenues were JPY34,272 million.</para></section>'
    assert refused(book) == "release.txt: is XML, but no page; save it as PDF or HTML first"
    assert refused(b"<?xml version='1.0'?>\n<xbrl>34,272</xbrl>").startswith("release.txt: is XML, but no page;")


def test_bytes_that_are_no_utf8_are_told_with_their_line(refused):
    data = b"Revenues\t34,272\nCosts\t" + b"\xe5\xff\n"
    assert refused(data).startswith("release.txt:2: not valid UTF-8 (byte 22)")


def test_a_text_without_figures(refused):
    assert refused(b"Revenues grew.\n") == "release.txt: no figure found; is this the right file?"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "release.txt"
    path.write_text("Revenues\t34,272", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(InputError, match="check its permissions"):
        read(path)


@pytest.mark.parametrize("data", [b"", b"\0", b"no table", b"\xff\xff"])
def test_every_message_is_one_line(refused, data):
    assert "\n" not in refused(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_text(tmp_path, encoding):
    path = tmp_path / "release.txt"
    path.write_bytes("Revenues\t34,272\t▲5".encode(encoding))
    (table,) = read(path).tables
    assert [cell.raw for cell in table.rows[0].texts] == ["Revenues", "34,272", "▲5"]
    assert table.rows[0].texts[0].span.start == 0


def test_a_document_has_the_name_of_its_file(tmp_path):
    path = tmp_path / "1h11-release.txt"
    path.write_text("Revenues\t34,272", encoding="utf-8")
    assert read(path).name == "1h11-release"


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32-le", "UTF-32"), ("utf-32-be", "UTF-32")],
)
def test_text_without_its_byte_order_mark_is_refused_by_the_name_of_its_encoding(tmp_path, codec, name):
    path = tmp_path / "release.html"
    path.write_bytes("<p>Revenues were JPY47,207 million.</p>".encode(codec))
    with pytest.raises(InputError, match=f"is {name} without a byte order mark; save it as UTF-8"):
        read(path)


def endless(path: Path) -> threading.Thread:
    """A pipe at a path that somebody writes into without an end."""

    def write() -> None:
        with suppress(BrokenPipeError), path.open("wb") as stream:
            while True:
                stream.write(b"1\n" * 100_000)

    os.mkfifo(path)
    thread = threading.Thread(target=write)
    thread.start()
    return thread


def test_a_pipe_without_an_end(tmp_path):
    writer = endless(tmp_path / "pipe.md")
    with pytest.raises(InputError, match=r"pipe\.md: a file of 3,145,728 bytes or more; no more than 3,000,000"):
        read(tmp_path / "pipe.md", limits=Limits(bytes=3_000_000))
    writer.join()
