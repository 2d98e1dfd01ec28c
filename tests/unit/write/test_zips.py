"""Archives are what the standard library makes of the same files, byte for byte."""

import io
import zipfile

from iij_xbrl.write.zips import archive, packed

FILES = {
    "report/reports/1h11.xhtml": b"<html>47,206,508</html>" * 400,
    "report/META-INF/reportPackage.json": b"{}\n",
    "report/reports/\u6c7a\u7b97\u77ed\u4fe1.xhtml": "\u58f2\u4e0a\u53ce\u76ca".encode(),
    "report/reports/nothing.csv": b"",
}


def by_the_library(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            made.writestr(entry, files[path], zipfile.ZIP_DEFLATED, 6)
    return buffer.getvalue()


def test_an_archive_is_what_the_library_makes():
    assert archive(FILES) == by_the_library(FILES)


def test_files_that_are_packed_already_give_the_same():
    assert archive({path: packed(content) for path, content in FILES.items()}) == archive(FILES)


def test_an_archive_of_nothing():
    assert archive({}) == by_the_library({})
