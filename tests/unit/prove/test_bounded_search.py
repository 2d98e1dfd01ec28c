"""The search for wrong figures ends, says so, and still tells all that fails; passes over many repeats are linear."""

import time
from dataclasses import replace

import pytest

from iij_xbrl.limits import Limits
from iij_xbrl.prove.duplicates import agreements
from iij_xbrl.prove.proof import prove
from iij_xbrl.prove.search.cover import explain
from iij_xbrl.prove.search.graph import Graph
from iij_xbrl.prove.search.groups import connected
from iij_xbrl.report import Report, build_report
from iij_xbrl.taxonomy.index import Taxonomy
from support import COSTS, compiled, report

PLACE = (
    COSTS
    + """\
    - Wages: {en: Wages, ja: 人件費}
    - Rent: {en: Rent, ja: 賃借料}
"""
)
PERIODS = 8
FEW = Limits(steps=20)


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("costs"), PLACE)


@pytest.fixture(scope="module")
def wrong_sums(taxonomy) -> Report:
    """A table of which no column adds up, each by another digit."""
    years = [f"FY20{10 + at}" for at in range(PERIODS)]
    total = [69_134 + 1_000 * (at + 1) for at in range(PERIODS)]
    rows = [
        ["", *years],
        ["", *["Thousands of JPY"] * PERIODS],
        ["Wages", *["45,678"] * PERIODS],
        ["Rent", *["23,456"] * PERIODS],
        ["Total costs", *[f"{number:,}" for number in total]],
    ]
    return report("Statements of Costs\n\n" + "\n".join("\t".join(row) for row in rows) + "\n", taxonomy)


def repeated(found: Report, times: int) -> Report:
    """The report with its first figure printed so many times more, never alike."""
    first = found.facts[0].occurrence
    more = [
        replace(first, value=first.value + 7000 * at, span=replace(first.span, row=first.span.row + at))
        for at in range(1, times + 1)
    ]
    return build_report("repeated", [*(item for fact in found.facts for item in fact.occurrences), *more], ())


def test_where_the_steps_end_all_that_fails_is_told_and_that_the_search_stopped(wrong_sums, taxonomy):
    found = prove(wrong_sums, taxonomy, limits=FEW)
    failed = [item for item in found if item.code == "open-relation"]
    assert {str(item.occurrences[0].point.period) for item in failed} == {
        str(fact.point.period) for fact in wrong_sums.facts
    }
    (stopped,) = [item for item in found if item.code == "search-stopped"]
    without = sum(not item.suspects for item in failed)
    assert 0 < without < PERIODS
    assert f"of {PERIODS} contradictions {without} are told without" in stopped.message
    assert stopped.severity == "warning"


def test_with_the_usual_steps_each_of_them_has_its_suspects(wrong_sums, taxonomy):
    found = prove(wrong_sums, taxonomy)
    assert [item.code for item in found] == ["open-relation"] * PERIODS
    assert all(item.suspects for item in found)


def test_the_search_ends_soon_after_its_last_step(wrong_sums, taxonomy):
    graph = Graph(repeated(wrong_sums, 200), taxonomy, steps=100)
    failed = [*agreements(repeated(wrong_sums, 200), graph), *graph.failed]
    assert sum(len(item.constraints) for item in explain(graph, failed)) == len(failed)
    assert -500 < graph.steps.left <= 0


def test_a_figure_that_is_printed_a_thousand_times_takes_no_quadratic_time(wrong_sums, taxonomy):
    page = repeated(wrong_sums, 1000)
    start = time.process_time()
    found = prove(page, taxonomy, limits=FEW)
    assert time.process_time() - start < 3
    assert sum(item.code == "inconsistent-duplicate" for item in found) == 1000


def test_places_that_agree_with_the_first_are_one_figure(wrong_sums, taxonomy):
    first = wrong_sums.facts[0].occurrence
    added = (9000, 0, 9400, 90_000, 9000, 8500)
    places = [
        replace(first, value=first.value + more, span=replace(first.span, row=first.span.row + at))
        for at, more in enumerate(added)
    ]
    places[1] = replace(places[1], decimals=0)  # the finest place speaks for its data point
    page = build_report("alike", places, ())
    groups = [[item.value - first.value for item in found.other] for found in agreements(page, Graph(page, taxonomy))]
    assert sorted(groups) == [[9000, 9400, 9000, 8500], [90_000]]


def test_groups_are_what_hangs_together():
    items = ["ab", "cd", "ef", "bc", "g", "fe"]
    assert connected(items, tuple) == [["ab", "cd", "bc"], ["ef", "fe"], ["g"]]
