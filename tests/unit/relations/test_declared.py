"""Relations of a taxonomy: declared by places, or following from partitions, derivations and types."""

from textwrap import dedent

import pytest

from iij_xbrl.errors import SourceError
from iij_xbrl.relations.report import evaluated, evaluated_again, list_relations, parameters_of
from support import compiled, report

PLACE = """\
role: Income
title: {en: Income, ja: 損益}
defaults: {type: monetary, period: duration, derive: [change-percent]}
lines:
- total: Revenues
  en: Total revenues
  ja: 売上
  of:
  - Goods: {en: Goods, ja: 商品}
  - Services: {en: Services, ja: 役務}
- Costs: {en: Costs, ja: 費用}
- OperatingIncome: {en: Operating income, ja: 営業利益}
relations:
- RELATION
"""
PAGE = """
    | | Six months ended September 30, 2011 |
    |---|---|
    | | Thousands of JPY |
    | Goods | 30 |
    | Services | 12 |
    | Total revenues | 42 |
    | Costs | 40 |
    | Operating income | PROFIT |
"""


def place(relation="OperatingIncome = Revenues - Costs"):
    return PLACE.replace("RELATION", relation)


def test_partitions_and_declared_relations_are_in_the_index(tmp_path):
    taxonomy = compiled(tmp_path, place())
    assert {item.id: str(item) for item in taxonomy.relations} == {
        "Income.Revenues.sum": "Revenues = Goods? + Services?",
        "Income.OperatingIncome": "OperatingIncome = Revenues - Costs",
    }


def test_a_severity_may_be_given(tmp_path):
    taxonomy = compiled(tmp_path, place("{relation: OperatingIncome = Revenues - Costs, severity: warning}"))
    assert [item.severity for item in taxonomy.relations] == ["error", "warning"]


@pytest.mark.parametrize(
    ("relation", "message"),
    [
        ("OperatingIncome = Revenue - Costs", "unknown concept Revenue; did you mean Revenues"),
        ("OperatingIncome = Revenues -", "expected a concept or a number, found the end"),
        ("OperatingIncome = Revenues[DeficitsMember]", "unknown member DeficitsMember; did you mean DeficitMember"),
        ("Revenues = Services + Goods\n- Revenues = Goods + Services", "is already declared as Income.Revenues"),
    ],
)
def test_a_mistake_is_reported_where_it_stands(tmp_path, relation, message):
    with pytest.raises(SourceError) as error:
        compiled(tmp_path, place(relation))
    assert message in str(error.value)
    line = place(relation).splitlines().index("relations:") + 2 + relation.count("\n-")
    assert f"place0.yaml:{line}: " in str(error.value)


@pytest.mark.parametrize(("profit", "state"), [("2", "closed"), ("3", "closed"), ("4", "open")])
def test_a_page_is_checked(tmp_path, profit, state):
    taxonomy = compiled(tmp_path, place())
    found = list_relations(report(dedent(PAGE).replace("PROFIT", profit), taxonomy), taxonomy)
    assert {item.relation.id: item.state for item in found} == {
        "Income.Revenues.sum": "closed",
        "Income.OperatingIncome": state,
    }


def test_an_unread_item_between_the_rows_makes_a_sum_incomplete(tmp_path):
    taxonomy = compiled(tmp_path, place())
    page = dedent(PAGE).replace("| Services | 12 |", "| Sundry | 12 |").replace("PROFIT", "2")
    found = {item.relation.id: item for item in list_relations(report(page, taxonomy), taxonomy)}
    assert found["Income.Revenues.sum"].state == "not evaluable"
    assert found["Income.Revenues.sum"].reason.startswith("printed, but not read: a figure on line ")
    assert found["Income.OperatingIncome"].state == "closed"


def test_an_unread_item_beside_the_rows_makes_a_sum_incomplete(tmp_path):
    taxonomy = compiled(tmp_path, place())
    page = dedent(PAGE).replace("| Goods | 30 |", "| Sundry | 30 |").replace("PROFIT", "2")
    found = {item.relation.id: item for item in list_relations(report(page, taxonomy), taxonomy)}
    assert found["Income.Revenues.sum"].state == "not evaluable"


PHRASES = """\
phrases:
- Revenues: {printed: [revenues]}
- Goods: {printed: [goods], part_of: Revenues}
- Services: {printed: [services], part_of: Revenues}
- Costs: {printed: [costs]}
"""
BREAKDOWN = "\nRevenues were JPY42 thousand. The breakdown of revenues were JPY10 thousand in goods{others}.\n"


@pytest.mark.parametrize(
    ("others", "state"),
    [
        (" and JPY32 thousand in services", "closed"),
        (" and JPY22 thousand in services", "open"),
        (", JPY12 thousand in licenses and JPY20 thousand in services", "not evaluable"),
    ],
)
def test_an_unread_part_in_its_sentence_makes_a_sum_incomplete(tmp_path, others, state):
    relation = "Costs = Goods + Services + OperatingIncome?"
    taxonomy = compiled(tmp_path, place(relation), prose=PHRASES)
    breakdown = BREAKDOWN.format(others=others)
    text = f"# For the six months ended September 30, 2011\n{breakdown}\nCosts were JPY42 thousand.\n"
    found = {item.relation.id: item for item in list_relations(report(text, taxonomy), taxonomy)}
    assert found["Income.Costs"].state == state


def test_the_ads_ratio_is_that_of_the_day_of_publication(tmp_path):
    from dataclasses import replace
    from datetime import date

    taxonomy = compiled(tmp_path, place())
    entity = replace(taxonomy.entity, ads_ratios=(("1999-08-04", 400), ("2011-10-01", 2)))
    found = report(dedent(PAGE), taxonomy)
    assert parameters_of(found, entity, date(2011, 9, 30))["ads_ratio"].middle == 400
    assert parameters_of(found, entity)["ads_ratio"].middle == 2


UNDER_OTHER_STANDARDS = """\
role: OtherIncome
kind: statement
title: {en: Other statement, ja: 別の計算書}
defaults: {type: monetary, period: duration}
lines:
- total: Revenues
  of:
  - Goods
  - Rents: {en: Rents, ja: 賃貸料}
"""


def test_the_sums_of_a_statement_that_is_not_printed_do_not_bind(tmp_path):
    statement = place().replace("role: Income\n", "role: Income\nkind: statement\n")
    taxonomy = compiled(tmp_path, statement, UNDER_OTHER_STANDARDS)
    found = list_relations(report("## Income\n" + dedent(PAGE).replace("PROFIT", "2"), taxonomy), taxonomy)
    assert {(item.relation.id, item.state) for item in found if item.relation.kind == "sum"} == {
        ("Income.Revenues.sum", "closed")
    }


@pytest.mark.parametrize(
    "change", [("| 2 |", "| 4 |"), ("| 12 |", "| 13 |"), ("2011", "2012"), ("| Services |", "| Sundry |")]
)
def test_what_changes_a_report_is_all_that_is_evaluated_again(tmp_path, change):
    taxonomy = compiled(tmp_path, place())
    page = dedent(PAGE).replace("PROFIT", "2")
    before, after = report(page, taxonomy), report(page.replace(*change), taxonomy)
    again = evaluated_again(evaluated(before, taxonomy), before, after, taxonomy)
    assert again == evaluated(after, taxonomy) != evaluated(before, taxonomy)


@pytest.mark.parametrize(("left_out", "known"), [("Sundry", 2), ("Services", 2), ("Costs", 1), ("Operating", 1)])
def test_what_can_be_evaluated_is_found_without_the_rest(tmp_path, left_out, known):
    taxonomy = compiled(tmp_path, place())
    rows = dedent(PAGE).replace("PROFIT", "2").splitlines(keepends=True)
    page = report("".join(row for row in rows if left_out not in row), taxonomy)
    everything = list_relations(page, taxonomy, unread=frozenset())
    found = evaluated(page, taxonomy)
    assert len(found) == known and len(everything) == 2
    assert found == tuple(item for item in everything if item.state != "not evaluable")
