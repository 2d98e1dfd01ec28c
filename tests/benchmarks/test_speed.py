"""How long the parts of a check take. `make bench` prints it; nothing is asserted here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from iij_xbrl.pipeline import load_taxonomy, read_report
from iij_xbrl.prove import prove
from iij_xbrl.relations.report import list_relations

EXAMPLES = Path(__file__).parents[2] / "examples"
RUNS = 5


def _seconds(call: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        call()
        times.append(perf_counter() - start)
    return min(times)


@pytest.mark.parametrize("release", ["1h09", "1h11", "1h13", "1h16"])
def test_how_long_a_check_takes(release: str) -> None:
    taxonomy, path = load_taxonomy(), EXAMPLES / release / "release.md"
    report = read_report(path, taxonomy)
    print(
        f"\n{release}: read and mapped in {_seconds(lambda: read_report(path, taxonomy)):.2f} s,"
        f" all relations in {_seconds(lambda: list_relations(report, taxonomy)):.2f} s,"
        f" proof-read in {_seconds(lambda: prove(report, taxonomy)):.2f} s"
    )
