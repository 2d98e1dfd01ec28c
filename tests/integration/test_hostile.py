"""Small hostile and broken inputs, where they are at hand: a clear line and a documented exit code, or harmless."""

import resource
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from examples import shipped
from iij_xbrl.cli import main
from iij_xbrl.present.findings.formats import findings_text
from iij_xbrl.prove.check import check
from proofread import release
from support import REPOSITORY

HOSTILE = REPOSITORY.parent / "shared" / "hostile"
RELEASE = REPOSITORY / "examples" / "1h16" / "release.md"
FILES = {path.name[:2]: path for path in sorted(HOSTILE.glob("[0-9]*"))}
FORMATS = ("terminal", "json", "sarif", "github", "junit", "html")
MOST_SECONDS, MOST_BYTES = 10, 500_000_000

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not FILES, reason="no hostile inputs at hand")]


def run(*arguments: object) -> Result:
    """Run a command in this process, whose time and memory are looked at."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert after.ru_utime - before.ru_utime < MOST_SECONDS
    assert (after.ru_maxrss - before.ru_maxrss) * 1024 < MOST_BYTES
    assert result.exit_code in (0, 1, 2, 3, 4), result.output
    return result


def refused(result: Result, code: int, path: Path) -> None:
    assert result.exit_code == code
    assert str(path) in result.stderr
    assert len(result.stderr.splitlines()) <= 11  # ten mistakes, and how many more there are


@pytest.mark.parametrize("number", ["02", "03", "04", "05", "36"])
def test_a_page_that_breaks_readers_is_read(tmp_path, number):
    path = FILES[number]
    assert run("convert", path, "-o", tmp_path, "--no-validate", "-q", "--any-issuer").exit_code == 0
    etree.parse(tmp_path / f"{path.stem}.xhtml")
    shown = run("check", path, "--any-issuer")
    checked = check(release(path, shipped()), shipped())
    formats = [findings_text(checked, name, "error", everything=True) for name in FORMATS]
    assert not [text for text in (shown.stdout, shown.stderr, *formats) if {"\x1b", "\x9b", "\u202e"} & set(text)]


def test_a_page_without_figures_is_refused(tmp_path):
    refused(run("convert", FILES["01"], "-o", tmp_path / "out", "--no-validate", "--any-issuer"), 4, FILES["01"])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("number", "limit"), [("06", "run"), *((number, "line") for number in ("07", "08", "09", "10"))]
)
def test_a_line_that_no_release_has_is_refused_with_the_option_that_reads_it(tmp_path, number, limit):
    result = run("convert", FILES[number], "-o", tmp_path / "out", "--no-validate", "--any-issuer")
    refused(result, 4, FILES[number])
    assert f"--limit {limit}=" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("number", ["11", "12", "13", "14", "15"])
def test_errata_that_are_none_are_located_mistakes(number):
    refused(run("check", RELEASE, "--errata", FILES[number]), 2, FILES[number])


@pytest.mark.parametrize("number", [str(number) for number in range(16, 29)])
def test_figures_that_are_none_are_located_mistakes(tmp_path, number):
    refused(run("map", FILES[number], "-o", tmp_path / "out"), 4, FILES[number])
    assert not (tmp_path / "out").exists()


def test_a_template_reaches_nothing(tmp_path):
    result = run("convert", RELEASE, "-o", tmp_path / "out", "--no-validate", "--template", FILES["30"])
    refused(result, 2, FILES["30"])
    assert not (tmp_path / "out").exists()
