"""The summary form as it is filed: a table of the source that is held against the concepts."""

from pathlib import Path

import pytest

from iij_xbrl.errors import SourceError
from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.taxonomy.build import build
from iij_xbrl.taxonomy.source.files import read

FORM = """\
name: Summary
publisher: Exchange
date: "2014-01-12"
prefix: sum
namespace: https://exchange.example/summary
location: https://exchange.example/summary.xsd
always: {ResultAxis: ResultMember}
members: {ChangeBasisAxis: {YearOnYearMember: {}}}
elements:
  Sales: {us: NetSalesUS, ifrs: SalesIFRS, is: monetary duration credit}
"""


@pytest.fixture(scope="module")
def shipped():
    """The table that is shipped."""
    form = read(load_taxonomy().folder / "source").form
    assert form is not None
    return form.body


@pytest.mark.parametrize(
    ("concept", "standard", "members", "element", "theirs"),
    [
        ("Revenues", "us", {}, "OperatingRevenuesUS", {"ResultForecastAxis": "ResultMember"}),
        ("Revenues", "ifrs", {"ForecastAxis": "ForecastMember"}, "SalesIFRS", {"ResultForecastAxis": "ForecastMember"}),
        (
            "RevenuesChangePercent",
            "us",
            {"ChangeBasisAxis": "YearOnYearMember", "ForecastAxis": "RevisedForecastMember"},
            "ChangeInOperatingRevenuesUS",
            {"ResultForecastAxis": "ForecastMember", "PreviousCurrentAxis": "CurrentMember"},
        ),
        (
            "DividendsPerShare",
            "us",
            {"DividendPaymentAxis": "YearEndMember"},
            "DividendPerShare",
            {
                "ConsolidatedNonconsolidatedAxis": "NonConsolidatedMember",
                "AnnualDividendPaymentScheduleAxis": "YearEndMember",
            },
        ),
    ],
)
def test_a_fact_has_an_element_and_members_of_the_form(shipped, concept, standard, members, element, theirs):
    found = shipped.element(concept, standard, members)
    assert found is not None
    assert found[0] == element
    assert found[1].items() >= theirs.items()


@pytest.mark.parametrize(
    ("concept", "standard", "members"),
    [
        ("IncomeBeforeIncomeTaxExpense", "ifrs", {}),
        ("ProfitBeforeTax", "us", {}),
        ("RevenuesChangePercent", "us", {"ChangeBasisAxis": "QuarterOnQuarterMember"}),
        ("NetworkServicesRevenue", "us", {}),
    ],
)
def test_what_the_form_does_not_have_has_no_element(shipped, concept, standard, members):
    assert shipped.element(concept, standard, members) is None


def test_every_line_of_the_forms_places_has_an_element(shipped):
    taxonomy = load_taxonomy()
    lines = {
        name
        for place in taxonomy.places
        if place.role.startswith("Tse") and place.role != "TseResultsRemarks"
        for line in place.lines
        for name in (line.concept, line.derived.get("change-percent"))
        if name
    }
    older = {"IncomeBeforeIncomeTaxExpensePercentOfRevenue"}  # of the form until 2007, which had no elements
    assert lines - set(shipped.elements) == older


def test_a_sound_table_is_built(toy: Path):
    (toy / "source" / "tdnet.yaml").write_text(FORM, encoding="utf-8")
    build(toy)
    assert read(toy / "source").form is not None


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("Sales: {us", "Salles: {us", "unknown concept Salles"),
        ("monetary duration credit", "monetary instant credit", "period instant of the element is duration of Sales"),
        ("monetary duration credit", "shares duration", "item type shares of the element is monetary of Sales"),
        ("monetary duration credit", "monetary duration debit", "balance debit of the element is credit of Sales"),
        ("monetary duration credit", "money", "tdnet.yaml:10"),
        ("YearOnYearMember: {}", "LastYearMember: {}", "unknown member LastYearMember of ChangeBasisAxis"),
        ("members: {ChangeBasisAxis", "members: {BasisAxis", "unknown axis BasisAxis"),
    ],
)
def test_a_mistake_is_reported_with_its_line(toy: Path, before, after, message):
    (toy / "source" / "tdnet.yaml").write_text(FORM.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SourceError, match=message):
        build(toy)
