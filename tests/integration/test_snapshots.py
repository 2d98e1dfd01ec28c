"""The whole traces of both examples, pinned: whatever a change does to any figure shows as a difference here.

Refresh them after looking at the difference: `UPDATE_SNAPSHOTS=1 pytest tests/integration/test_snapshots.py`, then
`git diff tests/integration/snapshots`.
"""

import difflib
import os
from pathlib import Path

import pytest

from examples import report_on, shipped
from iij_xbrl.write.trace import write_trace
from support import REPOSITORY

SNAPSHOTS = Path(__file__).parent / "snapshots"
MOST_LINES = 40


@pytest.mark.parametrize("example", ["1h11", "1h16"])
def test_the_trace_is_the_one_that_was_looked_at(example):
    trace = write_trace(report_on(REPOSITORY / "examples" / example / "release.md"), shipped())
    path = SNAPSHOTS / f"{example}.csv"
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        path.write_bytes(trace)
    before, after = path.read_bytes().decode("utf-8").splitlines(), trace.decode("utf-8").splitlines()
    difference = list(difflib.unified_diff(before, after, f"snapshots/{example}.csv", "now", lineterm="", n=0))
    shown = "\n".join(difference[:MOST_LINES])
    assert not difference, f"{len(difference)} lines differ; UPDATE_SNAPSHOTS=1 refreshes\n{shown}"
    assert path.read_bytes() == trace
