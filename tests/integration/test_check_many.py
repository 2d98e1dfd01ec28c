"""Several releases proof-read side by side: shown in order, or each in a file of its own."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from iij_xbrl.cli import main

PAGE = """\
# Internet Initiative Japan Inc.

### Operating Results Summary

| | 1H10 | 1H11 |
|---|---:|---:|
| | JPY millions | JPY millions |
| Total Revenues | 34,272 | 47,207 |

### Consolidated Statements of Income

| | 1H10 | 1H11 |
|---|---:|---:|
| | JPY millions | JPY millions |
| Total Revenues | 34,272 | {sales} |
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


@pytest.fixture
def releases(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, sales in (("a", "47,702"), ("b", "47,207")):
        (tmp_path / "releases" / name).mkdir(parents=True)
        (tmp_path / "releases" / name / "release.md").write_text(PAGE.format(sales=sales), encoding="utf-8")
    return Path("releases")


def test_each_is_shown_and_the_exit_code_is_that_of_the_gravest(releases):
    result = run(releases, "-j", "2")
    assert result.exit_code == 1
    assert "releases/a/release.md:15" in result.stdout
    assert result.stdout.index("releases/a/release.md") < result.stdout.index("releases/b/release.md")
    assert "2 proof-read" in result.stdout
    assert run(releases / "b").exit_code == 0


def test_in_a_folder_each_has_a_file_of_its_own(releases):
    assert run(releases, "--format", "json", "-o", "found").exit_code == 1
    summaries = {
        path.parent.name: json.loads(path.read_text())["summary"]["error"] for path in Path("found").rglob("*.json")
    }
    assert summaries == {"a": 1, "b": 0}


def test_what_cannot_be_read_does_not_hide_the_others(releases):
    result = run(releases, "none.md", "--format", "github", "--keep-going")
    assert result.exit_code == 4
    assert "::error file=releases/a/release.md" in result.stdout
    assert "none: none.md: no such file" in result.stderr


@pytest.mark.parametrize("options", [["--format", "json"], ["--write-errata"], ["--relations"], ["--errata", "e.yaml"]])
def test_what_is_for_one_release_is_refused(releases, options):
    assert run(releases, *options).exit_code == 2
