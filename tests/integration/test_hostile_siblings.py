"""Hostile inputs of the same kinds in other clothes and formats: read, or refused in a clear line, within bounds.

All of them take some ten minutes: `make hostile`. The suite runs some of each kind.
"""

import os
import resource

import pytest
from click.testing import CliRunner
from lxml import etree

from hostile import INPUTS, Hostile
from iij_xbrl.cli import main
from support import REPOSITORY

MOST_SECONDS, MOST_BYTES = 10, 500_000_000
MOST_LINES = 51  # fifty mistakes, and how many more there are
OBEYED = frozenset("\x1b\x9b\x07\x00\u202e\u2066")

pytestmark = pytest.mark.slow
SOME = 40  # of so many inputs one
CHOSEN = INPUTS if os.environ.get("HOSTILE") == "all" else INPUTS[::SOME]


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    path = tmp_path_factory.mktemp("release") / "release.md"
    text = (REPOSITORY / "examples" / "1h16" / "release.md").read_text(encoding="utf-8")
    path.write_text("\n".join(text.split("\n")[:40]), encoding="utf-8")
    return path


def arguments(hostile: Hostile, path, release, out):
    """The command that takes such an input."""
    return {
        "convert": ["convert", path, "-o", out, "--no-validate", "-q", "--any-issuer"],
        "errata": ["check", release, "--errata", path],
        "map": ["map", path, "-o", out, "--no-validate", "-q"],
        "view": ["view", path, "-o", out, "--no-browser"],
        "template": ["convert", release, "-o", out, "--no-validate", "-q", "--template", path],
    }[hostile.use]


@pytest.mark.parametrize("hostile", CHOSEN, ids=str)
def test_it_is_read_or_refused_in_a_clear_line_and_in_bounds(hostile, release, tmp_path):
    path, out = hostile.write(tmp_path), tmp_path / "out"
    before = resource.getrusage(resource.RUSAGE_SELF)
    result = CliRunner().invoke(main, [str(item) for item in arguments(hostile, path, release, out)])
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert result.exit_code in hostile.codes, result.output
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < MOST_SECONDS
    assert (after.ru_maxrss - before.ru_maxrss) * 1024 < MOST_BYTES
    assert not OBEYED & set(result.output)
    assert len(result.stderr.splitlines()) <= MOST_LINES
    if result.exit_code in (2, 4):
        assert path.name in result.stderr
        assert not out.exists()
    for page in out.glob("*.xhtml"):
        etree.parse(page, etree.XMLParser(huge_tree=True))
