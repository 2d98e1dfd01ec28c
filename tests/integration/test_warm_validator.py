"""The validator that has the taxonomy loaded says what a cold one says, of right and of wrong reports."""

import multiprocessing
import os
import shutil
import signal
from pathlib import Path

import pytest

from iij_xbrl.convert import Options, converted
from iij_xbrl.errors import InputError, ResourceError, ValidatorError
from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.validate import Validation, validate_instance
from iij_xbrl.validate.ahead import Ahead
from iij_xbrl.validate.warm import Warm

FORK = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
TAXONOMY = load_taxonomy()
PACKAGE = TAXONOMY.folder / "package"
PAGE = """\
# Internet Initiative Japan Inc.

### Consolidated Statements of Income

| | Six Months Ended September 30, 2010 | Six Months Ended September 30, 2011 |
|---|---:|---:|
| | Thousands of JPY | Thousands of JPY |
| Total revenues | 34,271,826 | 47,206,508 |
| Total costs | 27,430,512 | 37,970,714 |
| OPERATING INCOME | 1,201,091 | 2,448,207 |

Total revenues for 1H11 were JPY47,207 million.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> dict[str, bytes]:
    """A small release as an inline report and as an instance, and what is left of them after a mistake."""
    page = tmp_path_factory.mktemp("release") / "release.md"
    page.write_text(PAGE, encoding="utf-8")
    _, files = converted(page, TAXONOMY, Options(("inline", "xbrl"), validate=False))
    inline, instance = files["release.xhtml"], files["release.xbrl"]
    return {
        "inline.xhtml": inline,
        "instance.xbrl": instance,
        "other-value.xhtml": _with(inline, b"47,206,508", b"47,206,805"),
        "no-number.xhtml": _with(inline, b"47,206,508", b"47;206;508"),
        "other-unit.xhtml": _with(inline, b"iso4217:JPY", b"iso4217:XJP"),
        "other-concept.xbrl": _with(instance, b"iij:Revenues", b"iij:Nonsense"),
        "other-entry-point.xhtml": _with(inline, f"/{TAXONOMY.entry_point}".encode(), b"/other.xsd"),
        "other-markup.xhtml": _with(inline, b"<body", b"<body nonsense='1'"),
        "no-report.xhtml": b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
    }


def _with(content: bytes, old: bytes, new: bytes) -> bytes:
    assert old in content
    return content.replace(old, new)


@pytest.fixture(scope="module")
def warm() -> Warm:
    return Warm(PACKAGE, TAXONOMY.schema_ref)


def in_copy(warm: Warm, path: Path) -> Validation:
    """What a copy of a warm validator says."""
    here, there = multiprocessing.Pipe()
    copy = multiprocessing.get_context("fork").Process(target=lambda: there.send(warm.validate(path)))
    copy.start()
    answer = here.recv()
    copy.join()
    return answer


@FORK
@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "inline.xhtml",
        "instance.xbrl",
        "other-value.xhtml",
        "no-number.xhtml",
        "other-unit.xhtml",
        "other-concept.xbrl",
        "other-entry-point.xhtml",
        "other-markup.xhtml",
        "no-report.xhtml",
    ],
)
def test_it_says_what_a_cold_one_says(name, reports, warm, tmp_path):
    path = tmp_path / name
    path.write_bytes(reports[name])
    cold = validate_instance(path, PACKAGE)
    assert in_copy(warm, path) == cold
    assert cold.is_valid == (name in ("inline.xhtml", "instance.xbrl", "other-value.xhtml"))


@FORK
@pytest.mark.slow
def test_a_report_leaves_nothing_behind_for_the_next(reports, warm, tmp_path):
    for name in ("no-number.xhtml", "inline.xhtml"):
        (tmp_path / name).write_bytes(reports[name])
    assert not in_copy(warm, tmp_path / "no-number.xhtml").is_valid
    assert in_copy(warm, tmp_path / "inline.xhtml").messages == ()


@FORK
@pytest.mark.slow
def test_what_is_wrong_with_the_taxonomy_is_told_of_each_report(reports, tmp_path):
    package, path = shutil.copytree(PACKAGE, tmp_path / "package"), tmp_path / "inline.xhtml"
    path.write_bytes(reports[path.name])
    (links,) = package.glob("*-presentation.xml")
    links.write_bytes(_with(links.read_bytes(), b'xlink:to="AdsPerShare_1" order="1"', b'xlink:to="Nowhere" order="1"'))
    cold, wrong = validate_instance(path, package), Warm(package, TAXONOMY.schema_ref)
    assert [message.code for message in cold.messages] == ["xbrl.3.5.3.9.3:arcResource"]
    assert in_copy(wrong, path) == cold


def test_an_entry_point_that_the_package_lacks_is_one_clear_line():
    with pytest.raises(ResourceError, match=r"other\.xsd cannot be loaded"):
        Warm(PACKAGE, "https://iij-xbrl.example/taxonomy/other.xsd")


@pytest.mark.slow
def test_a_validator_that_was_started_ahead_gives_its_answer_and_ends(reports, tmp_path):
    path = tmp_path / "inline.xhtml"
    path.write_bytes(reports[path.name])
    with Ahead(TAXONOMY.folder) as ahead:
        assert ahead(path)() == validate_instance(path, PACKAGE)
    assert not ahead._process.is_alive()


def test_what_it_raises_is_raised_here(tmp_path):
    with Ahead(TAXONOMY.folder) as ahead, pytest.raises(InputError, match="no such file"):
        ahead(tmp_path / "nothing.xhtml")()


def test_a_validator_that_dies_is_told(tmp_path):
    with Ahead(TAXONOMY.folder) as ahead:
        os.kill(ahead._process.pid, signal.SIGKILL)
        with pytest.raises(ValidatorError, match="ended without an answer"):
            ahead(tmp_path / "any.xhtml")()
