"""Our evaluator and Arelle agree on every release, relation by relation; and every relation is evaluated somewhere.

Arelle reads the compiled taxonomy: calculation arcs for sums, value assertions for everything else, of both entry
points. Sums are compared on the consolidated instance: calculations stop at duplicates that contradict each other.
Assertions are evaluated once a data point, however often a release prints it.
"""

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from annotated import annotated
from examples import report_on, shipped
from iij_xbrl.facts import DataPoint
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import parse
from iij_xbrl.relations import Evaluation
from iij_xbrl.relations.report import list_relations
from iij_xbrl.report import Fact, Report
from iij_xbrl.report.calculations import printed_whole
from iij_xbrl.taxonomy.index import Calculation
from iij_xbrl.validate import Validation, validate_instance
from iij_xbrl.write import write_instance
from support import REPOSITORY, SEEDS

TAXONOMY = shipped()
RELEASES = (*sorted(REPOSITORY.glob("examples/*/release.md")), *sorted(SEEDS.glob("*-release.txt")))
EXAMPLE_SLIDES = REPOSITORY / "examples" / "1h11-slides" / "slides.md"
STATEMENTS = REPOSITORY / "tests" / "integration" / "japanese"  # under IFRS, of which no release is here
NAMES = [f"{path.parent.name}-{path.name}" for path in RELEASES]
# Arelle is asked of the examples, which have the figures and the misprints of the real releases. The Japanese page
# reports the same as the English one (see test_japanese_example.py). The suite asks of one, `make parity` of all.
EXAMPLES = [name for name in NAMES if not name.startswith(("seeds-", "1h11-ja-"))]
ASKED = EXAMPLES if os.environ.get("PARITY") == "all" else EXAMPLES[1:2]
RICHEST = "1h11-release.md"
FAMILIES = ("change", "share", "translation")

# Relations that no release lets us evaluate, and why.
NO_BASE = "the change is printed, but not the figure of the year before"
NEVER_EVALUATED = {
    "ConnectivityServicesRevenueChangePercent": NO_BASE,
    "NetworkServicesGrossMarginRatioChangeAmount": NO_BASE,  # the costs and revenues are: another relation has them
    "SystemsIntegrationGrossMarginRatioChangeAmount": NO_BASE,  # likewise
    "SystemsConstructionAndEquipmentSalesOrderBacklogChangePercent": NO_BASE,
    "SystemsOperationAndMaintenanceOrderBacklogChangePercent": NO_BASE,
    "OrdersReceivedChangePercent": NO_BASE,
    "GrossMarginChangeAmount": NO_BASE,
    "SystemsConstructionAndEquipmentSalesOrdersReceivedChangePercent": NO_BASE,
    "SystemsOperationAndMaintenanceOrdersReceivedChangePercent": NO_BASE,
    "CommonStockPeriodChange": "told of a quarter, and no balance of its first day is printed",
    "AdditionalPaidInCapitalPeriodChange": "likewise",
    "OperatingResultsSummary.OperatingIncome": "no page here sums up these expenses",
    "ChangesInEquityIfrs.TotalEquity.ParentEquityMember": "no page here has the financial position beside the changes",
}


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {name: report_on(path) for name, path in zip(NAMES, RELEASES, strict=True)}


def validated(report: Report, folder: Path, *, all_occurrences: bool = False) -> Validation:
    """What Arelle says of a report, with all assertions."""
    path = folder / f"{report.name}.xbrl"
    instance = write_instance(report, TAXONOMY, all_occurrences=all_occurrences).decode()
    path.write_text(
        instance.replace(TAXONOMY.schema_ref, TAXONOMY.schema_ref.replace(".xsd", "-assertions-all.xsd")), "utf-8"
    )
    return validate_instance(path, TAXONOMY.folder / "package")


@pytest.fixture(scope="module")
def said(reports, tmp_path_factory) -> Callable[[str], Validation]:
    """What Arelle says of each release; it is asked once."""

    @cache
    def of(name: str) -> Validation:
        return validated(reports[name], tmp_path_factory.mktemp("parity"))

    return of


def is_sum_of_items(item: Evaluation) -> bool:
    return item.relation.kind == "sum" and not item.relation.axes


@pytest.mark.slow
@pytest.mark.parametrize("name", ASKED)
def test_arelle_agrees_relation_by_relation(name, reports, said):
    agree(reports[name], said(name))


@pytest.mark.slow
def test_repeats_of_a_figure_evaluate_nothing_anew(reports, said, tmp_path):
    again = validated(reports[RICHEST], tmp_path, all_occurrences=True)
    assert again.facts > said(RICHEST).facts + 100
    assert again.assertions == said(RICHEST).assertions


@pytest.mark.slow
def test_arelle_agrees_on_planted_errors(reports, tmp_path):
    report = reports[RICHEST]
    facts = tuple(_one_unit_more(fact) if number % 11 == 0 else fact for number, fact in enumerate(report.facts))
    before = Counter(item.state for item in list_relations(report, TAXONOMY, unread=frozenset()))
    after = Counter(item.state for item in list_relations(replace(report, facts=facts), TAXONOMY, unread=frozenset()))
    assert after["open"] > before["open"] + 50
    changed = replace(report, facts=facts)
    agree(changed, validated(changed, tmp_path))


LOSSES = """\
Internet Initiative Japan Inc.

### Operating Results Summary

| | 1H10 | 1H11 | YoY % change |
|---|---:|---:|---:|
| | JPY millions | JPY millions | |
| Operating Income (Loss) | (180) | {now} | {change} |
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("now", "change", "is_right"),
    [("(90)", "(50.0)", True), ("(90)", "50.0", True), ("(90)", "58.0", False), ("310", "272.2", True)],
)
def test_arelle_agrees_that_of_a_change_against_a_loss_the_size_is_told(now, change, is_right, tmp_path):
    report = report_of(parse(LOSSES.format(now=now, change=change), "losses"), TAXONOMY)
    name = "OperatingIncomeChangePercent"
    ours = [item.state for item in list_relations(report, TAXONOMY) if item.relation.id == name]
    assert ours.count("closed" if is_right else "open") == 1
    theirs = {name: counts for name, *counts in validated(report, tmp_path).assertions}
    assert theirs[f"{TAXONOMY.prefix}_{name}"] == [int(is_right), int(not is_right)]


def _one_unit_more(fact: Fact) -> Fact:
    """The fact with the fourth digit from the right of what is printed one higher, as a misprint would have it."""
    misprint = fact.occurrence.value + Decimal(1000).scaleb(-fact.occurrence.decimals)
    return replace(fact, occurrence=replace(fact.occurrence, value=misprint))


def agree(report: Report, validation: Validation) -> None:
    ours = list_relations(report, TAXONOMY, unread=frozenset())
    counted: dict[str, Counter[str]] = {}
    for item in ours:
        if not is_sum_of_items(item):
            counted.setdefault(f"{TAXONOMY.prefix}_{item.relation.id}", Counter())[item.state] += 1
    theirs = {name: (satisfied, failed) for name, satisfied, failed in validation.assertions}
    assert {name: (states["closed"], states["open"]) for name, states in counted.items()} == {
        name: theirs[name] for name in counted
    }
    alone = {name: failed for name, (satisfied, failed) in theirs.items() if name not in counted and satisfied + failed}
    assert set(alone) <= _of_other_statements(report), "bound by Arelle only"
    assert not any(alone.values())
    assert sum(satisfied for satisfied, _ in theirs.values()) > 150

    ids: dict[DataPoint, str] = {fact.point: fact.id for fact in report.facts}
    layouts = list(printed_whole(report, TAXONOMY))
    totals = {total for layout in layouts for total in layout.sums}
    open_sums = {
        frozenset(ids[point] for point in item.points)
        for item in ours
        if is_sum_of_items(item) and item.state == "open" and _is_in(item, layouts)
    }
    failed = [message for message in validation.messages if message.code.startswith("calc11e:inconsistentCalculation")]
    assert {frozenset(message.fact_ids) for message in failed} >= open_sums
    concepts = {id_: point.concept for point, id_ in ids.items()}
    declared = {  # what subtotals say, equations say as well
        (item.relation.target.concept, item.binding.frame.period) for item in ours if item.state == "open"
    }
    periods = {id_: point.period for point, id_ in ids.items()}
    for message in failed:
        total = message.fact_ids[0]
        assert concepts[total] in totals
        assert (concepts[total], periods[total]) in declared, message.text


def _of_other_statements(report: Report) -> set[str]:
    """The assertions of statements that a report does not print: we do not evaluate them, Arelle does where it can."""
    printed = {occurrence.place for fact in report.facts for occurrence in fact.occurrences}
    others = {place.role for place in TAXONOMY.places if place.kind == "statement"} - printed
    return {f"{TAXONOMY.prefix}_{relation.id}" for relation in TAXONOMY.relations if relation.place in others}


def _is_in(item: Evaluation, layouts: list[Calculation]) -> bool:
    """Whether a sum is one of the calculations that the report refers to."""
    items = {point.concept for point in item.points[1:]}
    sums = [layout.sums.get(item.relation.target.concept, ()) for layout in layouts]
    return any(items <= {name for name, _ in found} for found in sums)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the releases are not here")
def test_every_relation_is_evaluated_somewhere(reports):
    evaluated: set[str] = set()
    printed: set[str] = set()
    slides = [report_on(path) for path in (SEEDS / "1h11-slides.txt", EXAMPLE_SLIDES)]
    pages = (annotated(path.read_text(encoding="utf-8"))[0] for path in sorted(STATEMENTS.glob("*-ifrs.md")))
    statements = [report_of(parse(page, "release"), TAXONOMY) for page in pages]
    for report in (*reports.values(), *slides, *statements):
        for item in list_relations(report, TAXONOMY, unread=frozenset()):
            if item.printed is not None and report not in slides:  # slides tell changes without their base
                printed.add(item.relation.id)
            if item.state != "not evaluable":
                evaluated.add(item.relation.id)
    never = {
        item.id
        for item in TAXONOMY.relations
        # A change, share or dollar amount that no release prints says nothing against its relation.
        if item.id not in evaluated and (item.kind not in FAMILIES or item.id in printed)
    }
    assert never == set(NEVER_EVALUATED), "add what is new with its reason, remove what is evaluated now"
