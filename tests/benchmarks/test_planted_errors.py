"""How many planted errors are found, per kind and statement, beside what could be found at all.

`make bench` prints the tables; nothing is timed or asserted here. The ceilings come from the graph of figures and
constraints: a figure that nothing binds cannot be found, and of figures that share all the constraints that fail, and
could be changed without others failing, only one in so many can be named first, were it not for the digits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.planted import KINDS, MOVES, plant
from iij_xbrl.facts import DataPoint, Occurrence
from iij_xbrl.pipeline import load_taxonomy, read_report
from iij_xbrl.prove import Finding, prove
from iij_xbrl.prove.check import Release, check
from iij_xbrl.prove.duplicates import agreements
from iij_xbrl.prove.errata import read_errata
from iij_xbrl.prove.search.graph import Constraint, Graph
from iij_xbrl.prove.search.repairs import repairs
from iij_xbrl.read import read
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.report import evaluated, evaluated_again, settled
from iij_xbrl.report import Report, build_report
from iij_xbrl.taxonomy.index import Taxonomy

EXAMPLES = Path(__file__).parents[2] / "examples"
RELEASES = ["1h09", "1h11", "1h13", "1h16"]
SAMPLE = 2


def in_thousands(occurrence: Occurrence) -> bool:
    """A cell of the statements; figures inside row labels are none."""
    in_label = occurrence.text in occurrence.label
    return occurrence.decimals == -3 and occurrence.point.unit == "iso4217:JPY" and not in_label


@dataclass(slots=True)
class Tally:
    """Counts of one kind of error: how many were planted, found, named, named first, and the ceilings."""

    planted: int = 0
    bound: int = 0
    found: int = 0
    named: int = 0
    first: int = 0
    ceiling: float = 0

    def __str__(self) -> str:
        def share(count: float, of: int) -> str:
            return f"{100 * count / of:5.1f} %" if of else "      -"

        ceiling = f"(ceiling {share(self.ceiling, self.planted)})" if self.ceiling else ""
        return (
            f"{self.planted:4} planted  found {share(self.found, self.planted)}"
            f" (ceiling {share(self.bound, self.planted)})"
            f"  of these named {share(self.named, self.found)}  first {share(self.first, self.planted)} {ceiling}"
        )


def _occurrences(report: Report) -> tuple[Occurrence, ...]:
    found = [occurrence for fact in report.facts for occurrence in fact.occurrences]
    return tuple(sorted(found, key=lambda occurrence: occurrence.span))


def _keys(findings: Iterable[Finding]) -> set[tuple[object, ...]]:
    return {(item.code, item.severity, item.message, tuple(o.span for o in item.occurrences)) for item in findings}


class Bench:
    """A report into which errors are planted."""

    def __init__(self, name: str, base: Sequence[Occurrence], taxonomy: Taxonomy) -> None:
        self.name, self.base, self.taxonomy = name, base, taxonomy
        self.report = report = build_report(name, base, ())
        self.evaluated = evaluated(report, taxonomy)
        self.evaluations = settled(self.evaluated, report, taxonomy)
        self.before = _keys(prove(report, taxonomy, self.evaluations))
        self.repeated = {fact.point for fact in report.facts if len(fact.occurrences) > 1}

    def plant(self, kind: str) -> dict[str, Tally]:
        """The tallies of one kind by statement, and of all statements under an empty name."""
        tallies: defaultdict[str, Tally] = defaultdict(Tally)
        for number, (wrong, occurrences) in enumerate(plant(self.base, in_thousands, kind, seed=7)):
            if number % SAMPLE == 0:
                for tally in (tallies[""], tallies[wrong[0].place]):
                    self._count(tally, kind, wrong, occurrences)
        return dict(tallies)

    def _count(self, tally: Tally, kind: str, wrong: Sequence[Occurrence], occurrences: Sequence[Occurrence]) -> None:
        report = build_report(self.name, occurrences, ())
        changed: set[DataPoint] = {item.point for item in wrong}
        again = evaluated_again(self.evaluated, self.report, report, self.taxonomy)
        evaluations = settled(again, report, self.taxonomy)
        after = prove(report, self.taxonomy, evaluations)
        new = [item for item in after if next(iter(_keys((item,)))) not in self.before]
        tally.planted += 1
        in_words = any(item.code == "wrong-direction" for item in new)
        tally.bound += bool(changed & self.repeated) or _moves(self.evaluations, evaluations) or in_words
        tally.found += bool(new)
        suspects = [[place.span for place in item.suspects] for item in new if item.severity != "rounding"]
        spans = {item.span for item in wrong}
        tally.named += spans <= {span for found in suspects for span in found}
        tally.first += any(found and found[0] in spans for found in suspects)
        if kind not in MOVES:
            tally.ceiling += self._ceiling(Graph(report, self.taxonomy, evaluations), report, wrong[0])

    def _ceiling(self, graph: Graph, report: Report, wrong: Occurrence) -> float:
        """One over how many figures could be the wrong one, as far as constraints tell; 0 where none fails."""
        failed: list[Constraint] = [
            item for item in (*agreements(report, graph), *graph.failed) if wrong.point in item.points
        ]
        found = repairs(graph, failed) if failed else []
        alike = [item for item in found if len(item.explained) == len(failed) and not item.against]
        return 1 / len(alike) if alike else float(bool(failed))


def _moves(before: Sequence[Evaluation], after: Sequence[Evaluation]) -> bool:
    """Whether some relation gives another difference than before."""
    return any(new.difference != old.difference for old, new in zip(before, after, strict=True) if new is not old)


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("scope", ["statements alone", "whole release"])
def test_planted_errors_are_found(release: str, scope: str) -> None:
    taxonomy = load_taxonomy()
    everything = _occurrences(read_report(EXAMPLES / release / "release.md", taxonomy))
    base = tuple(item for item in everything if in_thousands(item)) if scope == "statements alone" else everything
    bench = Bench(release, base, taxonomy)
    print(f"\n{release}, {scope}")
    for kind in KINDS:
        tallies = bench.plant(kind)
        print(f"  {kind:18} {tallies.pop('', Tally())}")
        if kind == "one digit" and scope == "whole release":
            for place, tally in tallies.items():
                print(f"    {place.rpartition('/')[2]:40} {tally}")


@pytest.mark.parametrize("release", RELEASES)
def test_corrected_pages_raise_no_alarm(release: str) -> None:
    path = EXAMPLES / release / "release.md"
    taxonomy = load_taxonomy()
    document = read(path)
    found = check(
        Release(path, document, read_report(path, taxonomy)),
        taxonomy,
        read_errata(path.parent / "errata.yaml"),
    )
    print(f"\n{release}, corrected: {found.count('error')} errors, {found.count('warning')} warnings")
