"""`import iij_xbrl`: what a person needs, imported when it is asked for, with short reprs."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import iij_xbrl
from iij_xbrl.errors import InputError, UsageError

PAGE = """\
# Internet Initiative Japan Inc.

### Operating Results Summary

| | 1H10 | 1H11 |
|---|---:|---:|
| | JPY millions | JPY millions |
| Total Revenues | 34,272 | 47,207 |
| Total Costs | 27,431 | 37,971 |

### Consolidated Statements of Income

| | 1H10 | 1H11 |
|---|---:|---:|
| | JPY millions | JPY millions |
| Total Revenues | 34,272 | 47,702 |
"""


@pytest.fixture
def page(tmp_path) -> Path:
    path = tmp_path / "release.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_paths_may_be_texts(page):
    assert iij_xbrl.read(str(page)).facts == iij_xbrl.read(page).facts


def test_a_report_is_a_sequence_of_its_facts(page):
    report = iij_xbrl.read(page)
    assert len(report) == len(report.facts)
    assert report[0] == report.facts[0]
    assert [fact.occurrence.value for fact in report if fact.point.concept == "TotalCosts"] == []
    assert Decimal(34_272_000_000) in {fact.occurrence.value for fact in report}


def test_reprs_are_short(page):
    report, findings = iij_xbrl.read(page), iij_xbrl.check(page)
    for value in (report, findings, report.taxonomy, iij_xbrl.convert(page, page.parent / "out", validate=False)):
        assert len(repr(value)) < 200
    assert repr(report).startswith(f"<Report of {page}: 4 facts")


def test_in_a_notebook_they_are_tables(page):
    assert "<td>Revenues</td>" in iij_xbrl.read(page)._repr_html_()
    assert "inconsistent-duplicate" in iij_xbrl.check(page)._repr_html_()


def test_tables_for_data_frames(page):
    pytest.importorskip("pandas", reason="pandas is not installed: pip install 'iij-xbrl[notebook]'")
    findings = iij_xbrl.check(page)
    assert list(findings.to_dataframe().columns) == findings.report.to_arrow("findings").column_names
    frame = findings.report.to_dataframe()
    assert Decimal(34_272_000_000) in set(frame["value"])
    with pytest.raises(UsageError, match="use check"):
        iij_xbrl.read(page).to_arrow("findings")


def test_conversion_writes_into_the_folder(page):
    conversion = iij_xbrl.convert(str(page), str(page.parent / "out"), validate=False, formats=("json",))
    assert page.parent / "out" / "release.json" in conversion.files


def test_what_cannot_be_read_is_an_error_of_the_package(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        iij_xbrl.read(tmp_path / "none.md")


def test_importing_the_package_imports_nothing_heavy_and_modules_hide_no_export():
    program = (
        "import sys, iij_xbrl; before = len([name for name in sys.modules if name.startswith('iij_xbrl')]);"
        "import iij_xbrl.convert, iij_xbrl.read.document; from iij_xbrl.convert import Options;"
        "print(before, callable(iij_xbrl.convert), callable(iij_xbrl.read), 'arelle' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert run.stdout == "1 True True False\n"


def test_everything_that_is_exported_is_there():
    assert all(getattr(iij_xbrl, name) is not None for name in iij_xbrl.__all__)
    assert set(iij_xbrl.__all__) <= set(dir(iij_xbrl))
    with pytest.raises(AttributeError, match="nothing"):
        _ = iij_xbrl.nothing


def test_the_package_says_that_it_is_typed():
    assert (Path(iij_xbrl.__file__).parent / "py.typed").exists()
