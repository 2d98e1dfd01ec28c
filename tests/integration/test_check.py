"""iij-xbrl check: what is found in the examples and in a real release; on a small one exit codes, files, waivers."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from examples import shipped
from iij_xbrl.cli import main
from iij_xbrl.prove.check import check
from iij_xbrl.prove.errata import read_errata
from iij_xbrl.write import write_instance
from proofread import ERRATA, RELEASE, release
from support import REPOSITORY, SEEDS

EXAMPLES = REPOSITORY / "examples"
DECIDED = sorted(path.parent.name for path in EXAMPLES.glob("*/errata.yaml"))
FORMATS = ["terminal", "json", "junit", "sarif", "github", "html"]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


@pytest.fixture
def undecided(tmp_path) -> Path:
    """A small release with a misprint on which nothing is decided."""
    path = tmp_path / "release.md"
    path.write_text(RELEASE, encoding="utf-8")
    return path


@pytest.fixture
def decided(tmp_path) -> Path:
    """The same beside its errata."""
    path = tmp_path / "decided" / "release.md"
    path.parent.mkdir()
    path.write_text(RELEASE, encoding="utf-8")
    (path.parent / "errata.yaml").write_text(ERRATA, encoding="utf-8")
    return path


def test_the_examples_have_errata():
    assert {"1h11", "1h16"} <= set(DECIDED)


@pytest.mark.parametrize("name", DECIDED)
def test_the_examples_pass_with_their_errata(name):
    (page,) = (EXAMPLES / name).glob("*.md")
    result = run(page, "--format", "json")
    summary = json.loads(result.stdout)["summary"]
    assert (result.exit_code, summary["error"], summary["warning"]) == (0, 0, 0)
    entries = read_errata(EXAMPLES / name / "errata.yaml").entries
    assert summary["decided"] == len({entry.finding for entry in entries})


def test_the_misprints_of_the_example_are_found_without_them():
    result = run(EXAMPLES / "1h11" / "release.md", "--no-errata", "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)["findings"]
    errors = {
        (item["places"][0]["line"], item["places"][0]["fact"]["text"])
        for item in found
        if item["severity"] == "error" and "fact" in item["places"][0]
    }
    assert {(679, "2,488"), (680, "34,272"), (690, "4,214.14"), (643, "(10,782,296)")} <= errors


def test_the_corrected_report_of_the_example_has_the_corrected_values():
    path = EXAMPLES / "1h11" / "release.md"
    taxonomy = shipped()
    checked = check(release(path, taxonomy), taxonomy, read_errata(path.parent / "errata.yaml"))
    written = write_instance(checked.report, taxonomy, all_occurrences=True)
    assert b">2488000000<" not in written
    assert b">4214.14<" not in written
    assert b">2448000000<" in written
    assert {correction.entry.decision for correction in checked.corrections} == {"corrected"}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real releases are not part of the project")
def test_the_misprints_of_a_real_release_are_found():
    result = run(SEEDS / "1h11-release.txt", "--format", "json")
    errors = [item for item in json.loads(result.stdout)["findings"] if item["severity"] == "error"]
    of_facts = [item for item in errors if "fact" in item["places"][0]]
    causes = {(item["places"][0]["line"], item["places"][0]["fact"]["text"]): item["cause"] for item in of_facts}
    assert causes[772, "2,488"] == "one digit"
    assert causes[773, "34,272"] == "label"
    assert causes[783, "4,214.14"] == "digits transposed"
    assert causes[729, "(10,782,296)"] == "label"


@pytest.mark.parametrize("output_format", FORMATS)
def test_every_format_goes_to_standard_output_or_a_file(output_format, undecided, tmp_path):
    shown = run(undecided, "--format", output_format)
    written = run(undecided, "--format", output_format, "-o", tmp_path / "findings")
    assert (shown.exit_code, written.exit_code) == (1, 1)
    assert (shown.stderr, written.output) == ("", "")
    content = (tmp_path / "findings").read_text(encoding="utf-8")
    assert "2,488" in content
    if output_format != "terminal":
        assert content == shown.stdout


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 0), ("warning", 0), ("rounding", 1), ("error,open-relation", 1)]
)
def test_the_exit_code_follows_the_asked_severity(fail_on, code, decided):
    assert run(decided, "--fail-on", fail_on).exit_code == code


def test_the_errata_may_stand_elsewhere(undecided, decided):
    assert run(undecided, "--errata", decided.parent / "errata.yaml").exit_code == 0


def test_the_errata_may_be_left_out(undecided, decided):
    without, told = run(decided, "--no-errata"), run(undecided)
    assert (without.exit_code, told.exit_code) == (1, 1)
    assert without.stdout.count("inconsistent-duplicate") == told.stdout.count("inconsistent-duplicate") > 0


@pytest.mark.parametrize(("until", "code"), [("2012-03-31", 1), ("9999-12-31", 0)])
def test_a_decision_holds_until_its_day(undecided, until, code):
    first, rest = ERRATA.split("  decision: ", 1)
    (undecided.parent / "errata.yaml").write_text(f"{first}  until: {until}\n  decision: {rest}", encoding="utf-8")
    assert run(undecided).exit_code == code
    assert run(undecided, "--today", "2012-03-31").exit_code == 0


def convert(release: Path, folder: Path, *more: str) -> None:
    """Arelle validates all files of examples with errata in another test."""
    arguments = ["convert", str(release), "-o", str(folder), "--all-occurrences", "-q", "--no-validate", *more]
    assert CliRunner().invoke(main, arguments).exit_code == 0


def test_a_converted_report_carries_what_the_errata_say_with_a_footnote(decided, tmp_path):
    convert(decided, tmp_path)
    for name in ("release.all.xbrl", "release.xhtml"):
        written = (tmp_path / name).read_text(encoding="utf-8")
        assert ">2488000000<" not in written
        words = "".join(etree.fromstring(written.encode("utf-8")).itertext())
        assert "Printed as 2,488; stands for 2,448: " in words
    assert "Printed as 2,488" in (tmp_path / "release.json").read_text(encoding="utf-8")


def test_a_report_without_errata_is_as_printed(decided, tmp_path):
    convert(decided, tmp_path, "--no-errata")
    assert ">2488000000<" in (tmp_path / "release.all.xbrl").read_text(encoding="utf-8")


def test_no_errata_beside_others_is_wrong_usage(undecided):
    assert run(undecided, "--no-errata", "--write-errata").exit_code == 2


def test_a_skeleton_is_written_beside_the_release_and_added_to(undecided):
    errata = undecided.parent / "errata.yaml"
    first = run(undecided, "--write-errata")
    assert (first.exit_code, errata.is_file()) == (0, True)
    assert "undecided" in first.stdout
    assert "# proposed, safe: one digit, " in errata.read_text(encoding="utf-8")
    assert run(undecided).exit_code == 1
    again = run(undecided, "--write-errata")
    assert again.stdout == f"{errata}: nothing to add\n"


@pytest.mark.parametrize("arguments", [["--format", "pdf"], ["--fail-on", "nothing"], ["--today", "soon"]])
def test_wrong_usage_exits_with_2(arguments, undecided):
    assert run(undecided, *arguments).exit_code == 2


def test_missing_errata_exit_with_2_and_one_line(undecided, tmp_path):
    result = run(undecided, "--errata", tmp_path / "none.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1


def test_a_mistake_in_the_errata_exits_with_2_and_its_line(undecided):
    (undecided.parent / "errata.yaml").write_text("- finding: a:B\n  decision: perhaps\n", encoding="utf-8")
    result = run(undecided)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "errata.yaml:2: unknown decision 'perhaps'" in result.stderr


@pytest.mark.parametrize("content", [None, b"", b"no tables here"])
def test_an_unreadable_release_exits_with_4_and_writes_nothing(content, tmp_path):
    path = tmp_path / "release.md"
    if content is not None:
        path.write_bytes(content)
    result = run(path, "--format", "html", "-o", tmp_path / "findings.html")
    assert (result.exit_code, result.stdout) == (4, "")
    assert not (tmp_path / "findings.html").exists()


def test_help_imports_nothing_heavy():
    script = (
        "import sys; from click.testing import CliRunner; from iij_xbrl.cli import main;"
        "result = CliRunner().invoke(main, ['check', '--help']); assert result.exit_code == 0;"
        "heavy = ('rich', 'jinja2', 'lxml', 'ruamel.yaml', 'arelle', 'iij_xbrl.map');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"


def test_a_check_needs_no_validator(undecided):
    script = (
        "import sys; from click.testing import CliRunner; from iij_xbrl.cli import main;"
        f"CliRunner().invoke(main, ['check', {str(undecided)!r}, '--format', 'html']); print('arelle' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "False\n"
