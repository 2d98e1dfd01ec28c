"""The batch on a cluster: a worker that is lost in the middle loses nothing, and doubles nothing."""

import os
import signal
from pathlib import Path

import pytest

from iij_xbrl.batch.cluster import MANIFEST, Part, convert_on_cluster, convert_part

PAGE = """\
# Internet Initiative Japan Inc.

### Operating Results Summary

| | 1H10 | 1H{year} |
|---|---:|---:|
| | JPY millions | JPY millions |
| Total Revenues | 34,272 | 47,2{year} |
"""
YEARS = (11, 12, 13)
FAST = {"validate": False, "formats": ["json"]}


@pytest.fixture
def releases(tmp_path) -> list[str]:
    pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'iij-xbrl[cluster]'")
    for year in YEARS:
        (tmp_path / f"1h{year}").mkdir()
        (tmp_path / f"1h{year}" / "release.md").write_text(PAGE.format(year=year), encoding="utf-8")
    return [str(tmp_path / f"1h{year}" / "release.md") for year in YEARS]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_part_is_converted_once_and_its_manifest_says_so(releases, tmp_path):
    out = tmp_path / "out"
    part = Part(0, (("1h11/release", releases[0]), ("none", str(tmp_path / "none.md"))), str(out), FAST, "2026-01-31")
    manifest = convert_part(part)
    assert [(item["name"], item["code"]) for item in manifest["releases"]] == [("1h11/release", 0), ("none", 4)]
    before = bytes_of(out)
    assert f"shard-00000/{MANIFEST}" in before
    (out / "shard-00000" / "1h11" / "release" / "release.json").write_text("kept")
    assert convert_part(part) == manifest
    assert bytes_of(out) != before  # it was not made again
    Path(releases[0]).write_text(PAGE.format(year=16), encoding="utf-8")
    assert convert_part(part)["key"] != manifest["key"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_worker_that_is_killed_loses_and_doubles_nothing(releases, tmp_path):
    distributed = pytest.importorskip("distributed", reason="pip install 'iij-xbrl[cluster]'")
    out = tmp_path / "out"
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        found = []
        for manifest in convert_on_cluster(client, releases, str(out), size=1, **FAST):
            found.append(manifest["number"])
            if len(found) == 1:
                os.kill(cluster.workers[0].pid, signal.SIGKILL)
    assert sorted(found) == list(range(len(YEARS)))
    names = [path.parent.parent.name for path in out.rglob("release.json")]
    assert sorted(names) == [f"1h{year}" for year in YEARS]
    assert len(list(out.glob(f"*/{MANIFEST}"))) == len(YEARS)
