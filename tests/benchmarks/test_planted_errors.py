"""How many planted errors are found, per kind: with the statements alone, and with the whole release.

`make bench` prints the table; nothing is timed or asserted here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.planted import KINDS, plant
from iij_xbrl.facts import Occurrence
from iij_xbrl.pipeline import load_taxonomy, read_report
from iij_xbrl.prove import Finding, prove
from iij_xbrl.report import Report, build_report

EXAMPLES = Path(__file__).parents[2] / "examples"
RELEASES = ["1h09", "1h11", "1h13", "1h16"]
SAMPLE = 2


def in_thousands(occurrence: Occurrence) -> bool:
    """A cell of the statements; figures inside row labels are none."""
    in_label = occurrence.text in occurrence.label
    return occurrence.decimals == -3 and occurrence.point.unit == "iso4217:JPY" and not in_label


def _occurrences(report: Report) -> tuple[Occurrence, ...]:
    found = [occurrence for fact in report.facts for occurrence in fact.occurrences]
    return tuple(sorted(found, key=lambda occurrence: occurrence.span))


def _keys(findings: tuple[Finding, ...]) -> set[tuple[object, ...]]:
    return {(item.code, item.severity, tuple(o.span for o in item.occurrences)) for item in findings}


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("scope", ["statements alone", "whole release"])
def test_planted_errors_are_found(release: str, scope: str) -> None:
    path = EXAMPLES / release / "release.md"
    if not path.is_file():
        pytest.skip(f"no {path}")
    taxonomy = load_taxonomy()
    everything = _occurrences(read_report(path, taxonomy))
    base = tuple(item for item in everything if in_thousands(item)) if scope == "statements alone" else everything
    before = _keys(prove(build_report(release, base, ()), taxonomy))
    print(f"\n{release}, {scope}")
    for kind in KINDS:
        planted = found = named = first = 0
        for number, (wrong, occurrences) in enumerate(plant(base, in_thousands, kind, seed=7)):
            if number % SAMPLE:
                continue
            planted += 1
            after = prove(build_report(release, occurrences, ()), taxonomy)
            new = [item for item in after if next(iter(_keys((item,)))) not in before]
            found += bool(new)
            suspects = [[o.span for o in item.suspects] for item in new if item.severity != "rounding"]
            named += any(wrong.span in spans for spans in suspects)
            first += any(spans and spans[0] == wrong.span for spans in suspects)
        share = [f"{100 * count / planted:5.1f} %" if planted else "    -" for count in (found, named, first)]
        print(f"  {kind:18} {planted:4} planted  found {share[0]}  among the suspects {share[1]}  first {share[2]}")
