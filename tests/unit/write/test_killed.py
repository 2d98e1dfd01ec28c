"""A run that is killed while it puts results in place leaves all of the old ones or all of the new."""

import json
import subprocess
import sys

import pytest

import kills
from support import together


@pytest.fixture(scope="module", params=[pytest.param(name, marks=together(name)) for name in ("SIGKILL", "SIGTERM")])
def outcomes(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    done = subprocess.run([sys.executable, kills.__file__, request.param, str(folder)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return request.param, [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.slow
def test_a_hundred_moments_are_tried(outcomes):
    assert len(outcomes[1]) > 100


@pytest.mark.slow
def test_after_the_next_run_the_results_are_all_old_or_all_new(outcomes):
    whole = {"there": (kills.OLD, kills.NEW), "new": ({}, kills.NEW)}
    assert [item for item in outcomes[1] if item["after"] not in whole[item["kind"]]] == []


@pytest.mark.slow
def test_after_the_next_run_nothing_is_left(outcomes):
    assert [item for item in outcomes[1] if item["left"]] == []


@pytest.mark.slow
def test_a_mixture_is_seen_only_with_a_journal_beside_it(outcomes):
    mixtures = [item for item in outcomes[1] if item["seen"] not in (kills.OLD, kills.NEW, {})]
    assert [item for item in mixtures if not any(name.endswith(".ready") for name in item["hidden"])] == []
    assert not [item for item in mixtures if item["kind"] == "new"]


@pytest.mark.slow
def test_a_signal_that_can_be_handled_leaves_nothing_for_the_next_run(outcomes):
    name, items = outcomes
    unfinished = [item for item in items if item["hidden"] or item["seen"] not in (kills.OLD, kills.NEW, {})]
    assert unfinished == [] if name == "SIGTERM" else unfinished


@pytest.mark.slow
def test_both_sides_of_the_step_that_decides_are_seen(outcomes):
    seen = [item["after"] for item in outcomes[1] if item["kind"] == "there"]
    assert kills.OLD in seen
    assert kills.NEW in seen
