"""A batch: each release whole in a folder of its own, what is done is kept, and a kill changes nothing in the end."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from iij_xbrl.batch.run import SUMMARY
from iij_xbrl.cli import main
from iij_xbrl.locks import locked

PAGE = """\
# Internet Initiative Japan Inc.

### Consolidated Statements of Income

| | 1H{before:02} | 1H{year:02} |
|---|---:|---:|
| | Thousands of JPY | Thousands of JPY |
| Total revenues | 34,271,826 | {sales:,} |
| Total costs | 27,430,512 | 37,970,714 |
| OPERATING INCOME | 1,201,091 | 2,448,207 |
"""
YEARS = (9, 11, 13, 16)
FAST = ("--no-validate", "--formats", "json", "--jobs", "2")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def written(folder: Path) -> Path:
    """Four releases of one name."""
    for year in YEARS:
        (folder / f"1h{year:02}").mkdir(parents=True)
        text = PAGE.format(year=year, before=year - 1, sales=47_206_508 + year)
        (folder / f"1h{year:02}" / "release.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def releases(tmp_path) -> Path:
    return written(tmp_path / "releases")


@pytest.fixture(scope="module")
def converted_once(tmp_path_factory) -> Path:
    """A folder with releases, `out` with their results, and `said` with what the command said."""
    folder = tmp_path_factory.mktemp("batch")
    result = run("convert", written(folder / "releases"), "-o", folder / "out", *FAST)
    assert result.exit_code == 0, result.output
    (folder / "said").write_text(result.stdout)
    return folder


@pytest.fixture
def done(converted_once, tmp_path) -> Path:
    """The results of a batch of all releases, both in folders of the test's own."""
    shutil.copytree(converted_once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "out"


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "out"


def outcomes(out: Path) -> dict[str, int]:
    return {item["name"]: item["code"] for item in json.loads((out / SUMMARY).read_text())["releases"]}


def test_releases_of_one_name_have_folders_of_their_own(done):
    assert "4 converted" in (done.parent / "said").read_text()
    assert outcomes(done) == {f"1h{year:02}/release": 0 for year in YEARS}
    files = bytes_of(done)
    assert all(f"1h{year:02}/release/release.{end}" in files for year in YEARS for end in ("json", "facts.csv"))
    assert b"1h09/release" in files["1h09/release/release.facts.csv"]


def test_what_is_done_is_kept_until_something_that_it_depends_on_changes(done):
    out, releases = done, done.parent / "releases"
    before = bytes_of(out)
    assert "0 converted, 4 kept" in run("convert", releases, "-o", out, *FAST).stdout
    assert bytes_of(out) == before
    page = releases / "1h11" / "release.md"
    page.write_text(page.read_text().replace("2,448,207", "2,448,270"))
    (releases / "1h13" / "errata.yaml").write_text("[]\n")
    (out / "1h09" / "release" / "release.json").write_text("cut")
    page = out / "1h16" / "release" / "release.json"
    assert "3 converted, 1 kept" in run("convert", releases, "-o", out, *FAST).stdout
    assert bytes_of(out)["1h09/release/release.json"] == before["1h09/release/release.json"]
    assert "4 converted" in run("convert", releases, "-o", out, *FAST, "--formats", "csv").stdout
    assert not page.exists()


def test_everything_is_made_anew_where_that_is_asked_for(releases, out):
    run("convert", releases / "1h11", "-o", out, *FAST)
    assert "1 converted" in run("convert", releases / "1h11", "-o", out, *FAST, "--no-resume").stdout


def test_one_job_gives_the_same_bytes_as_several(done):
    run("convert", done.parent / "releases", "-o", done.parent / "other", *FAST, "--jobs", "1")
    assert bytes_of(done.parent / "other") == bytes_of(done)


def test_a_release_that_cannot_be_read_ends_a_batch_unless_it_shall_go_on(releases, out):
    (releases / "1h09" / "release.md").write_text("No table here.")
    result = run("convert", releases, "-o", out, "--jobs", "1", *FAST[:3])
    assert result.exit_code == 4
    assert "not tried" in result.stdout
    result = run("convert", releases, "-o", out, *FAST, "--keep-going")
    assert result.exit_code == 4
    assert "no figure found" in result.stdout
    assert outcomes(out) == {"1h09/release": 4, "1h11/release": 0, "1h13/release": 0, "1h16/release": 0}


def test_a_release_that_vanished_is_told(releases, out):
    result = run("convert", releases / "1h09" / "release.md", releases / "none.md", "-o", out, *FAST)
    assert result.exit_code == 4
    assert "no such file" in result.stdout


def test_with_quiet_what_went_wrong_is_said_all_the_same(releases, out):
    result = run("convert", releases / "1h09" / "release.md", releases / "none.md", "-o", out, *FAST, "-q")
    assert result.exit_code == 4
    assert result.stdout == ""
    assert [line.partition(": ")[0] for line in result.stderr.splitlines()] == ["none"]


def test_standard_input_is_one_of_several(releases, out):
    page = PAGE.format(year=12, before=11, sales=47_206_508)
    arguments = ["convert", "-", str(releases / "1h09"), "-o", str(out), *FAST]
    (releases / "errata.yaml").write_text("not errata\n")  # nothing stands beside standard input
    result = CliRunner().invoke(main, arguments, input=page)
    assert result.exit_code == 0, result.output
    assert sorted(outcomes(out)) == ["1h09/release", "release"]


def test_another_release_does_not_take_the_place_of_results(releases, out):
    run("convert", releases / "1h09", "-o", out, *FAST)
    result = run("convert", releases / "1h11", "-o", out, *FAST)
    assert result.exit_code == 2
    assert "holds the results of ../releases/1h09/release.md" in result.stdout


def test_two_batches_do_not_write_into_one_folder(releases, out):
    lock = out / ".iij-xbrl-batch"
    lock.mkdir(parents=True)
    with locked(lock):
        result = run("convert", releases, "-o", out, *FAST)
    assert result.exit_code == 2
    assert "another batch is writing here" in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_tables_of_all_releases_are_one_dataset(done):
    pytest.importorskip("duckdb", reason="duckdb is not installed: pip install 'iij-xbrl[sql]'")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'iij-xbrl[parquet]'")
    assert (done / "dataset" / "facts" / "00000.parquet").exists()
    query = "SELECT document, value FROM facts WHERE concept = 'iij:Revenues' AND year(period_end) = 2009"
    answer = run("facts", done, "--sql", query + " ORDER BY 1", "--format", "csv").stdout
    assert answer.splitlines()[1:] == ["1h09/release,47206517000"]


@pytest.mark.slow
def test_a_validated_batch_says_what_single_conversions_say(releases, out, tmp_path):
    options = ("--formats", "inline,xbri")
    assert run("convert", releases / "1h09", releases / "1h11", "-o", out, "--jobs", "2", *options).exit_code == 0
    assert run("convert", releases / "1h11" / "release.md", "-o", tmp_path / "one", *options).exit_code == 0
    for name in ("release.xhtml", "release.xbri"):
        assert (out / "1h11" / "release" / name).read_bytes() == (tmp_path / "one" / name).read_bytes()
    assert all("invalid" in item["counts"] for item in json.loads((out / SUMMARY).read_text())["releases"])


@pytest.mark.slow
def test_assertions_are_evaluated_where_that_is_asked_for(releases, out):
    page = releases / "1h11" / "release.md"
    page.write_text(page.read_text().replace("Total costs", "Total costs and expenses"))
    assert run("convert", page, "-o", out, "--formats", "xbrl", "--assertions").exit_code == 0
    said = json.loads((out / "release.arelle.json").read_text())["assertions"]
    assert any(item["satisfied"] or item["unsatisfied"] for item in said)
    assert run("convert", page, "-o", out, "--assertions", "--no-validate").exit_code == 2


def _started(releases: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "iij_xbrl", "convert", str(releases), "-o", str(out), *FAST, "-q"]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": ":".join(sys.path)}, start_new_session=True)


def _halves(out: Path) -> list[str]:
    """Results at their names that are not whole: every manifest must be true of the files beside it."""
    wrong = []
    for path in out.rglob("*.manifest.json"):
        for name, about in json.loads(path.read_text())["files"].items():
            file = path.with_name(name)
            if not file.exists() or file.stat().st_size != about["bytes"]:
                wrong.append(str(file))
    return wrong


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="kills are those of systems with process groups")
def test_a_batch_that_is_killed_at_random_moments_ends_with_the_same_bytes(done):
    releases, out = done.parent / "releases", done.parent / "killed"
    moments, kills = random.Random(15), 0
    for _ in range(int(os.environ.get("IIJ_XBRL_KILLS", "4"))):
        process = _started(releases, out)
        time.sleep(moments.uniform(0.2, 3))
        os.killpg(process.pid, signal.SIGKILL)
        kills += process.wait() == -signal.SIGKILL
        assert _halves(out) == []
    assert kills
    assert _started(releases, out).wait() == 0
    assert bytes_of(out) == bytes_of(done)
    assert not list(out.rglob(".iij-xbrl-*"))
