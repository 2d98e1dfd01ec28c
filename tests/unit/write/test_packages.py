"""Packages: what is inside, where, and that nothing of the machine or the day is."""

import io
import json
import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from iij_xbrl.errors import ResourceError
from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.resources import taxonomy_folder
from iij_xbrl.write.packages import MANIFEST, archive, report_package, taxonomy_package

TAXONOMY = taxonomy_folder() / "package"
CORE = load_taxonomy().entry_point


def opened(package: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(package))


@pytest.mark.parametrize("kind", ["xbri", "xbr"])
def test_a_report_package_holds_the_report_its_taxonomy_and_says_what_it_is(kind):
    package = opened(report_package(kind, "r", {"r.file": b"report"}, TAXONOMY, [CORE]))
    described = json.loads(package.read("r/META-INF/reportPackage.json"))
    assert described == {"documentInfo": {"documentType": f"https://xbrl.org/report-package/2023/{kind}"}}
    assert package.read("r/reports/r.file") == b"report"
    for path in (TAXONOMY / CORE, *TAXONOMY.glob("*-label-*.xml"), TAXONOMY / "META-INF" / "catalog.xml"):
        assert package.read(f"r/{path.relative_to(TAXONOMY).as_posix()}") == path.read_bytes()


def test_a_report_package_holds_nothing_that_its_report_does_not_refer_to():
    package = opened(report_package("xbri", "r", {"r.xhtml": b""}, TAXONOMY, [CORE]))
    held = {name.removeprefix("r/") for name in package.namelist()}
    assert not [name for name in held if "formula" in name or "assertions" in name or "-all" in name]
    assert re.findall(rb'entryPointDocument href="[^"]*/([^"/]+)"', package.read(f"r/{MANIFEST}")) == [CORE.encode()]
    whole = opened(report_package("xbri", "r", {"r.xhtml": b""}, TAXONOMY, [CORE.replace(".xsd", "-all.xsd")]))
    assert {f"r/{path.name}" for path in TAXONOMY.glob("*-formula*.xml")} <= set(whole.namelist())


CALCULATIONS = sorted(path.name for path in TAXONOMY.glob("*-calculation-*.xsd"))


@pytest.mark.parametrize("calculation", CALCULATIONS)
def test_whatever_its_files_refer_to_is_in_a_report_package(calculation):
    package = opened(report_package("xbri", "r", {"r.xhtml": b""}, TAXONOMY, [CORE, calculation]))
    held = {name.rpartition("/")[2] for name in package.namelist()}
    assert calculation in held
    references = re.compile(rb'(?:schemaLocation|xlink:href)="([^"#:]+)["#]')
    referred = {name.decode() for path in package.namelist() for name in references.findall(package.read(path)) if name}
    assert calculation.replace(".xsd", ".xml") in referred
    assert referred <= held


def test_an_entry_point_that_is_not_there_is_refused():
    with pytest.raises(ResourceError, match=r"no other\.xsd in this taxonomy package"):
        report_package("xbri", "r", {"r.xhtml": b""}, TAXONOMY, ["other.xsd"])


def test_what_is_written_is_a_fraction_of_what_is_inside():
    entries = opened(report_package("xbri", "r", {"r.xhtml": b""}, TAXONOMY, [CORE])).infolist()
    assert sum(entry.compress_size for entry in entries) * 8 < sum(entry.file_size for entry in entries)


def test_a_taxonomy_package_has_one_folder_at_the_top():
    assert {name.partition("/")[0] for name in opened(taxonomy_package(TAXONOMY, "t-2026")).namelist()} == {"t-2026"}
    assert {name.partition("/")[0] for name in opened(taxonomy_package(TAXONOMY)).namelist()} == {TAXONOMY.name}


def test_the_same_files_give_the_same_bytes(tmp_path):
    copy = tmp_path / TAXONOMY.name
    shutil.copytree(TAXONOMY, copy)
    for file in copy.rglob("*"):
        os.utime(file, (10**9, 10**9))
    assert taxonomy_package(copy) == taxonomy_package(TAXONOMY)
    for entry in opened(taxonomy_package(copy)).infolist():
        assert (entry.date_time, entry.create_system, entry.compress_type) == (
            (1980, 1, 1, 0, 0, 0),
            3,
            zipfile.ZIP_DEFLATED,
        )


def test_entries_are_sorted():
    names = opened(report_package("xbri", "r", {"r.xhtml": b""}, TAXONOMY, [CORE])).namelist()
    assert names == sorted(names)


def test_a_folder_that_is_no_taxonomy_package_is_refused(tmp_path):
    with pytest.raises(ResourceError, match=r"no taxonomy package, META-INF/taxonomyPackage\.xml is missing"):
        taxonomy_package(Path(tmp_path))


def test_a_file_that_was_compressed_before_is_like_any_other():
    package = report_package("xbri", "r", {"r.xhtml": b"report"}, TAXONOMY, [CORE])
    files = {info.filename: opened(package).read(info) for info in opened(package).infolist()}
    assert opened(package).testzip() is None
    assert archive(files) == package
