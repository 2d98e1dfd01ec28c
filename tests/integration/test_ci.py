"""The action and the pre-commit hook do what their runners would have them do."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from proofread import ERRATA, RELEASE
from support import REPOSITORY

ENVIRONMENT = {**os.environ, "PYTHONPATH": ":".join(sys.path), "NO_COLOR": "1"}
BASH = shutil.which("bash")


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A repository with one release that is decided on, and one that is not."""
    for name in ("1h11", "1h16"):
        folder = tmp_path / "work" / "releases" / name
        folder.mkdir(parents=True)
        (folder / "release.md").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "work" / "releases" / "1h16" / "errata.yaml").write_text(ERRATA, encoding="utf-8")
    command = tmp_path / "bin" / "iij-xbrl"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m iij_xbrl "$@"\n')
    command.chmod(0o755)
    return tmp_path / "work"


def in_path(checkout: Path) -> dict[str, str]:
    return {**ENVIRONMENT, "PATH": f"{checkout.parent / 'bin'}:{os.environ['PATH']}"}


def filled(text: str, inputs: dict[str, str]) -> str:
    return re.sub(r"\$\{\{\s*inputs\.([\w-]+)\s*\}\}", lambda match: inputs[match[1]], text)


def run_action(checkout: Path, **given: str) -> list[subprocess.CompletedProcess[str]]:
    """The steps of the action that run commands, but for the installation, which needs a network."""
    action = YAML(typ="safe").load(REPOSITORY / "action.yml")
    inputs = {
        name: given.get(name.replace("-", "_"), str(about.get("default", "")))
        for name, about in action["inputs"].items()
    }
    done = []
    for step in action["runs"]["steps"]:
        if "run" not in step or "pip install" in step["run"]:
            continue
        assert step["shell"] == "bash"
        variables = {name: filled(value, inputs) for name, value in step.get("env", {}).items()}
        command = [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done.append(
            subprocess.run(command, cwd=checkout, env=in_path(checkout) | variables, capture_output=True, text=True)
        )
    return done


@pytest.mark.slow
@pytest.mark.skipif(BASH is None, reason="the runner of the action has bash")
def test_the_action_writes_the_findings_and_fails_on_errors(checkout):
    written, checked = run_action(checkout, releases="releases/**/*.md\n")
    assert written.returncode == 0, written.stderr
    files = sorted((checkout / "iij-xbrl-findings").rglob("*.sarif"))
    assert [path.parent.name for path in files] == ["1h11", "1h16"]
    assert json.loads(files[0].read_text())["runs"][0]["results"]
    assert checked.returncode == 1
    assert "::error file=releases/1h11/release.md,line=11" in checked.stdout
    assert "::error file=releases/1h16" not in checked.stdout


@pytest.mark.slow
@pytest.mark.skipif(BASH is None, reason="the runner of the action has bash")
def test_the_action_passes_releases_that_are_decided_on(checkout):
    written, checked = run_action(checkout, releases="releases/1h16/release.md", output="found")
    assert (written.returncode, checked.returncode) == (0, 0), written.stderr + checked.stderr
    assert list((checkout / "found").rglob("*.sarif"))


@pytest.mark.slow
def test_the_hook_fails_on_a_release_that_contradicts_itself(checkout):
    (hook,) = YAML(typ="safe").load(REPOSITORY / ".pre-commit-hooks.yaml")
    names = ["releases/1h11/release.md", "releases/1h16/release.md", "releases/1h11/errata.yaml"]
    files = [name for name in names if re.search(hook["files"], name)]
    assert files == names[:2]
    command = [*shlex.split(hook["entry"]), *files]
    run = subprocess.run(command, cwd=checkout, env=in_path(checkout), capture_output=True, text=True)
    assert run.returncode == 1
    assert "releases/1h11/release.md:11:30" in run.stdout
    command = [*shlex.split(hook["entry"]), files[1]]
    assert subprocess.run(command, cwd=checkout, env=in_path(checkout), capture_output=True).returncode == 0


def test_the_examples_name_the_hook_and_inputs_that_there_are():
    yaml = YAML(typ="safe")
    (repository,) = yaml.load(REPOSITORY / "examples" / "ci" / "pre-commit-config.yaml")["repos"]
    assert {hook["id"] for hook in repository["hooks"]} <= {
        hook["id"] for hook in yaml.load(REPOSITORY / ".pre-commit-hooks.yaml")
    }
    workflow = yaml.load(REPOSITORY / "examples" / "ci" / "proof-read.yml")
    (step,) = [step for step in workflow["jobs"]["check"]["steps"] if "iij-xbrl@" in step.get("uses", "")]
    assert set(step["with"]) <= set(yaml.load(REPOSITORY / "action.yml")["inputs"])
