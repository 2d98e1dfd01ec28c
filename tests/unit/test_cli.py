"""The command line: exit codes, one clear line for what is wrong, nothing half-written."""

import csv
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from iij_xbrl import __version__
from iij_xbrl.cli import main
from iij_xbrl.cli.common import Commands
from support import REPOSITORY, compiled

SMALL = """\
### Operating Results Summary

| | 1H10 | 1H11 |
|---|---:|---:|
| | JPY millions | JPY millions |
| Total Revenues | 34,272 | 47,207 |
| Total Costs | 27,431 | 37,971 |
| Operating Income | 1,201 | 2,448 |

Test Co.

Internet Initiative Japan Inc.
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def release(tmp_path) -> Path:
    path = tmp_path / "release.md"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_help_tells_the_commands_and_the_exit_codes():
    result = run("--help")
    assert result.exit_code == 0
    for words in ("convert", "taxonomy", "4 the input cannot be read"):
        assert words in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    "command",
    [
        ["convert"],
        ["taxonomy"],
        ["taxonomy", "build"],
        ["taxonomy", "check"],
        ["taxonomy", "package"],
        ["taxonomy", "diff"],
        ["taxonomy", "show"],
    ],
)
def test_every_command_has_help(command):
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage:")


def test_the_version():
    assert run("--version").stdout == f"iij-xbrl, version {__version__}\n"


def test_a_conversion_exits_with_0_and_writes_its_files(release, tmp_path):
    result = run("convert", release, "-o", tmp_path / "out", "--no-validate")
    assert result.exit_code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {
        "release.xbrl",
        "release.trace.csv",
        "iij-taxonomy.zip",
    }
    assert result.stderr == ""


def test_the_taxonomy_package_is_what_lies_beside_a_report(release, tmp_path):
    run("convert", release, "-o", tmp_path / "out", "--no-validate")
    assert run("taxonomy", "package", "-o", tmp_path / "iij-taxonomy.zip").exit_code == 0
    assert (tmp_path / "iij-taxonomy.zip").read_bytes() == (tmp_path / "out" / "iij-taxonomy.zip").read_bytes()


@pytest.mark.slow
def test_a_valid_conversion_exits_with_0(release, tmp_path):
    result = run("convert", release, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "valid" in result.stdout


@pytest.mark.slow
def test_findings_of_the_asked_severity_exit_with_1(release, tmp_path):
    first = SMALL.replace("Test Co.\n\n", "")  # whose the table below it would be
    twice = first + "\n" + SMALL.replace("47,207", "47,702")
    release.write_text(twice, encoding="utf-8")
    assert run("convert", release, "-o", tmp_path / "out").exit_code == 0
    assert run("convert", release, "-o", tmp_path / "out", "--fail-on", "warning").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [[], ["convert"], ["convert", "a", "b", "--errata", "c"], ["nonsense"], ["convert", "a", "--fail-on", "sun"]],
)
def test_wrong_usage_exits_with_2(arguments):
    assert run(*arguments).exit_code == 2


def test_a_folder_without_a_taxonomy_exits_with_2(release, tmp_path):
    result = run("convert", release, "-o", tmp_path / "out", "--taxonomy", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "no compiled taxonomy here" in result.stderr


def test_an_output_that_is_a_file_exits_with_2_and_leaves_it_alone(release, tmp_path):
    target = tmp_path / "out"
    target.write_text("mine", encoding="utf-8")
    result = run("convert", release, "-o", target, "--no-validate")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert target.read_text(encoding="utf-8") == "mine"


def test_a_page_without_tables_has_no_figures_to_extract(tmp_path):
    release = tmp_path / "release.txt"
    release.write_text("Revenues were JPY47,207 million.\n", encoding="utf-8")
    result = run("extract", release, "-o", tmp_path / "figures.csv")
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.startswith(f"error: {release}: no table found;")
    assert not (tmp_path / "figures.csv").exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "no such file"),
        (b"", "the file is empty"),
        (b"%PDF-1.7\0", "is damaged"),
        (b"Revenues grew.", "no figure found"),
        (b"Revenues\t34,272\n\xff\xe5", ":2: not valid UTF-8"),
    ],
)
def test_an_unreadable_release_exits_with_4_and_one_line(tmp_path, data, words):
    path = tmp_path / "release.txt"
    if data is not None:
        path.write_bytes(data)
    result = run("convert", path, "-o", tmp_path / "out")
    assert result.exit_code == 4
    assert result.stdout == ""
    assert result.stderr.startswith(f"error: {path}")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_nothing_is_written_where_the_release_cannot_be_read(tmp_path):
    path = tmp_path / "release.txt"
    path.write_bytes(b"no tables here")
    run("convert", path, "-o", tmp_path / "out")
    assert [item.name for item in tmp_path.iterdir()] == ["release.txt"]


def test_what_was_written_before_stays_where_the_release_cannot_be_read(release, tmp_path):
    run("convert", release, "-o", tmp_path / "out", "--no-validate")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    release.write_bytes(b"no tables here")
    assert run("convert", release, "-o", tmp_path / "out", "--no-validate").exit_code == 4
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_the_same_release_gives_the_same_bytes(release, tmp_path):
    for name in ("one", "two"):
        run("convert", release, "-o", tmp_path / name, "--no-validate", "--all-occurrences")
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert len(one) >= 3


def test_quiet_prints_nothing(release, tmp_path):
    assert run("convert", release, "-o", tmp_path / "out", "--no-validate", "--quiet").output == ""


PLACE = """\
role: Income
title: {en: Operating Results Summary, ja: 業績}
defaults: {type: monetary, period: duration, balance: credit}
lines:
- Revenues: {en: Total revenues, ja: 営業収益}
- Costs: {en: Total costs, ja: 費用}
- OperatingIncome: {en: Operating income, ja: 営業利益}
"""


@pytest.mark.slow
def test_an_output_that_is_not_valid_xbrl_exits_with_3(release, tmp_path):
    folder = compiled(tmp_path / "taxonomy", PLACE).folder
    assert run("convert", release, "-o", tmp_path / "out", "--taxonomy", folder).exit_code == 0
    (schema,) = (folder / "package").glob("*.xsd")
    schema.write_text(schema.read_text(encoding="utf-8").replace('"Revenues"', '"Revenue"'), encoding="utf-8")
    assert run("convert", release, "-o", tmp_path / "out", "--taxonomy", folder).exit_code == 3


def test_without_validation_nothing_is_said_of_it(release, tmp_path):
    assert "Arelle" not in run("convert", release, "-o", tmp_path / "out", "--no-validate").stdout


def command(*arguments: object, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(
        [sys.executable, "-m", "iij_xbrl", *map(str, arguments)],
        cwd=cwd,
        env=environment | variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_works_from_another_directory_with_relative_paths(release, tmp_path):
    result = command("convert", "release.md", "-o", "out", "--no-validate", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "out" / "release.xbrl").is_file()


def test_colours_where_they_are_asked_for_and_none_with_no_color(release, tmp_path):
    arguments = ("convert", release, "-o", tmp_path / "out", "--no-validate")
    coloured = command(*arguments, cwd=tmp_path, FORCE_COLOR="1", TERM="xterm-256color")
    plain = command(*arguments, cwd=tmp_path, FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="1")
    assert "\x1b[" in coloured.stdout
    assert not any(code in plain.stdout for code in ("\x1b[3", "\x1b[9", ";3"))


def test_a_pipe_gets_no_colours(release, tmp_path):
    result = command("convert", release, "-o", tmp_path / "out", "--no-validate", cwd=tmp_path)
    assert "\x1b" not in result.stdout


def test_an_unknown_concept_is_told_in_one_line():
    result = run("taxonomy", "show", "Revenus")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "Revenus" in result.stderr


def test_a_concept_is_shown_with_its_labels_in_both_languages():
    result = run("taxonomy", "show", "Revenues")
    assert result.exit_code == 0
    assert "営業収益合計" in result.stdout


def test_the_examples_stand_in_the_help_as_they_can_be_run():
    assert (REPOSITORY / "examples" / "1h11" / "release.md").is_file()
    assert "examples/1h11/release.md" in run("convert", "--help").stdout


@pytest.fixture
def faulty() -> Commands:
    """A command line with a command that has a fault."""
    group = Commands("faulty")

    @group.command()
    def fail() -> None:
        [][1]

    return group


def test_a_fault_of_ours_is_one_line_and_an_exit_code_of_its_own(faulty):
    result = CliRunner().invoke(faulty, ["fail"])
    assert result.exit_code == 70
    assert len(result.stderr.splitlines()) == 1
    assert "fault of iij-xbrl" in result.stderr
    assert "IndexError: list index out of range" in result.stderr


def test_debug_prints_the_traceback(faulty):
    result = CliRunner().invoke(faulty, ["fail", "--debug"])
    assert result.exit_code == 70
    assert result.stderr.startswith("Traceback")


@pytest.mark.slow
@pytest.mark.parametrize(("signum", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_has_its_exit_code(tmp_path, signum, code):
    pipe = tmp_path / "release.md"
    os.mkfifo(pipe)  # which nobody writes to: the command waits for its input
    command = [sys.executable, "-m", "iij_xbrl", "check", str(pipe)]
    # A shell that runs the tests in the background lets what it starts ignore SIGINT.
    noticed = {"preexec_fn": lambda: signal.signal(signum, signal.SIG_DFL)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **noticed) as process, pipe.open("w"):
        process.send_signal(signum)
        _, said = process.communicate(timeout=120)
    assert process.returncode == code
    assert said == f"error: stopped by {signum.name}\n"


def test_output_that_nobody_reads_any_more_is_no_finding(release):
    command = [sys.executable, "-m", "iij_xbrl", "check", str(release), "--format", "json"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize(
    ("author", "period"),
    [
        ("Internet Initiative Japan Inc.", "2011-07-01/2011-09-30"),
        ("Example Motors Inc.", ""),
        ("", "2011-07-01/2011-09-30"),
    ],
)
def test_names_of_quarters_are_those_of_the_issuers_years(tmp_path, author, period):
    page = tmp_path / "page.md"
    page.write_text(f"{author}\n\n| | 2Q11 |\n|---|---:|\n| Sales | 34,272 |\n| Costs | 27,431 |\n", encoding="utf-8")
    assert run("extract", page, "-o", tmp_path / "figures.csv").exit_code == 0
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["period"] for row in csv.DictReader(file) if row["text"]} == {period}


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command as a shell runs it, with its own streams."""
    program = f"{sys.executable} -m iij_xbrl"
    return subprocess.run(line.format(program), shell=True, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("{} check - <&-", 4, "there is no standard input; name a file"),
        ("{} check release.md --any-issuer > /dev/full", 2, "No space left on device"),
        ("mkdir g; cd g; rmdir ../g; {} check x.md", 2, "the current folder is gone"),
    ],
    ids=["no input", "no room", "no folder"],
)
def test_what_the_system_refuses_is_one_line_and_no_fault_of_ours(release, line, code, words):
    found = shell(line, release.parent)
    assert found.returncode == code
    assert found.stderr.count("\n") == 1
    assert words in found.stderr


def test_the_name_of_a_folder_is_not_obeyed_by_a_terminal(release, tmp_path):
    out = tmp_path / "o\x1b[2J" / "figures.csv"
    result = run("extract", release, "-o", out)
    assert result.exit_code == 0
    assert "\x1b" not in result.output
