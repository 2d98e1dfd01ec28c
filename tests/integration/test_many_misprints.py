"""However many figures are wrong, every constraint that fails is explained, once, or told as unexplained."""

import random
from dataclasses import replace

import pytest

from examples import report_on, shipped
from iij_xbrl.facts import Occurrence
from iij_xbrl.prove.duplicates import agreements
from iij_xbrl.prove.search.cover import explain
from iij_xbrl.prove.search.graph import Graph, components
from iij_xbrl.report import Report, build_report
from support import REPOSITORY

TAXONOMY = shipped()


@pytest.fixture(scope="module")
def report() -> Report:
    return report_on(REPOSITORY / "examples" / "1h16" / "release.md")


def misprinted(report: Report, wrong: int) -> Report:
    """The report with so many of its figures a tenth too large."""
    occurrences = [occurrence for fact in report.facts for occurrence in fact.occurrences]
    chosen = set(random.Random(wrong).sample(range(len(occurrences)), wrong))
    return build_report("wrong", [_larger(item) if at in chosen else item for at, item in enumerate(occurrences)], ())


def _larger(occurrence: Occurrence) -> Occurrence:
    more = (occurrence.value / 10).quantize(occurrence.value)
    return replace(occurrence, value=occurrence.value + more, printed=occurrence.printed + more)


@pytest.mark.parametrize("wrong", [0, 3, 40])
def test_every_constraint_that_fails_is_explained_once(report, wrong):
    changed = misprinted(report, wrong)
    graph = Graph(changed, TAXONOMY)
    failed = [*agreements(changed, graph), *graph.failed]
    found = [item for component in components(failed) for item in explain(graph, component)]
    explained = [id(constraint) for item in found for constraint in item.constraints]
    assert len(set(explained)) == len(explained)
    assert set(explained) <= {id(item) for item in failed}
    right = {item.repairs[0].figure: item.repairs[0].value for item in found if item.repairs}
    left = [item for item in failed if id(item) not in explained]
    assert [item for item in left if not graph.loosely().holds(item, right)] == []
