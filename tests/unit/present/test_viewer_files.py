"""The viewer's files; what they show is tested in the browser."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from iij_xbrl.errors import InputError, ResourceError
from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.present.viewer import save_viewer, viewer_files
from iij_xbrl.present.viewer_findings import told
from iij_xbrl.read.text import parse
from iij_xbrl.write import report_package, write_inline, write_instance
from iij_xbrl.write.aspects import references_of
from proofread import checked

SOURCE = "Consolidated Statements of Income\n\n\t1H11\n\tJPY thousands\nOPERATING INCOME\t2,448,207\n"


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> Path:
    """A folder with a report as a page, as an instance and as a package."""
    place = tmp_path_factory.mktemp("reports")
    taxonomy = load_taxonomy()
    document = parse(SOURCE, "report")
    report = report_of(document, taxonomy)
    inline = write_inline(document, report, taxonomy)
    (place / "report.xhtml").write_bytes(inline)
    (place / "report.xbrl").write_bytes(write_instance(report, taxonomy))
    entries = [reference.rpartition("/")[2] for reference in references_of(report, taxonomy)]
    package = report_package("xbri", "report", {"report.xhtml": inline}, taxonomy.folder / "package", entries)
    (place / "report.xbri").write_bytes(package)
    return place


@pytest.fixture
def folder(reports, tmp_path) -> Path:
    """A copy of it, to write to."""
    shutil.copytree(reports, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture(scope="module")
def page(reports, tmp_path_factory) -> Path:
    """The viewer of the page."""
    return save_viewer(reports / "report.xhtml", tmp_path_factory.mktemp("page"), load_taxonomy().folder / "package")


@pytest.fixture(scope="module")
def alone(reports, tmp_path_factory) -> Path:
    """The viewer of the package, in one file."""
    return save_viewer(reports / "report.xbri", tmp_path_factory.mktemp("package"), None, single_file=True)


def test_the_script_stands_beside_the_page(page):
    assert sorted(path.name for path in page.parent.iterdir()) == ["ixbrlviewer.js", "report.viewer.html"]
    assert page.name == "report.viewer.html"


def test_it_shows_the_references_that_the_report_does_not_refer_to(page, alone):
    assert b"OperatingIncomeLoss" in page.read_bytes()
    assert b"OperatingIncomeLoss" not in alone.read_bytes()


def test_one_file_holds_the_script_as_well(alone):
    assert [path.name for path in alone.parent.iterdir()] == ["report.viewer.html"]
    assert b"<script src=" not in alone.read_bytes()


def test_what_is_no_inline_report_is_refused(folder):
    with pytest.raises(InputError, match="no inline report that a viewer can show"):
        save_viewer(folder / "report.xbrl", folder / "out", load_taxonomy().folder / "package")
    assert not (folder / "out").exists()
    with pytest.raises(InputError, match="no such file"):
        save_viewer(folder / "nothing.xhtml", folder / "out", None)


def test_a_viewer_of_another_build_is_not_forced_into_one_file(tmp_path):
    page = tmp_path / "report.viewer.html"
    page.write_bytes(b"<html><head></head></html>")
    (tmp_path / "ixbrlviewer.js").write_bytes(b"")
    with pytest.raises(ResourceError, match="cannot be put into one file"):
        viewer_files(page, single_file=True)


def test_findings_stand_where_the_viewer_lists_messages(tmp_path, taxonomy, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = checked(tmp_path, taxonomy).found
    page = tmp_path / "report.viewer.html"
    page.write_bytes(b'<html><head><script type="application/x.ixbrl-viewer+json">{"facts": {}}</script></head></html>')
    (tmp_path / "ixbrlviewer.js").write_bytes(b"e={showValidationWarningOnStart:!0}")
    hostile = replace(found[0], finding=replace(found[0].finding, message="</script><b>&"))
    written = viewer_files(page, single_file=False, findings=told((hostile, *found[1:])))
    assert written["ixbrlviewer.js"] == b"e={showValidationWarningOnStart:!1}"
    data = json.loads(html.document_fromstring(written[page.name]).xpath("string(//script)"))
    assert [message["code"] for message in data["validation"]] == [item.finding.code for item in found]
    assert data["validation"][0]["sev"] == "ERROR"
    assert data["validation"][0]["msg"] == f"</script><b>& ({', '.join(str(place.origin) for place in hostile.places)})"
    assert data["facts"] == {}


def test_a_page_without_findings_is_left_as_it_is(tmp_path):
    page = tmp_path / "report.viewer.html"
    page.write_bytes(b"<html><head></head></html>")
    (tmp_path / "ixbrlviewer.js").write_bytes(b"")
    assert b"validation" not in viewer_files(page, single_file=False)[page.name]


def test_the_viewer_of_a_report_lists_the_open_findings_beside_it(folder):
    header = "severity,code,message,decision,places\n"
    rows = "error,open-relation,'=1 is not 2,,report.md:7:3\nwarning,decided,x,accepted,report.md:8:1\n"
    (folder / "report.findings.csv").write_text(header + rows, encoding="utf-8")
    page = save_viewer(folder / "report.xhtml", folder / "out", load_taxonomy().folder / "package").read_text("utf-8")
    assert '"msg": "=1 is not 2 (report.md:7:3)"' in page
    assert '"decided"' not in page


def test_findings_beside_a_report_that_are_none_are_refused(folder):
    (folder / "report.findings.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"report.findings.csv:1: .*severity"):
        save_viewer(folder / "report.xhtml", folder / "out", load_taxonomy().folder / "package")
    assert not (folder / "out").exists()
