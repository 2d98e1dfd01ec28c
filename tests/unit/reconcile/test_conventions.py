"""Signs follow the table: costs in parentheses, outflows without, as its own sums prove."""

import pytest

from iij_xbrl.reasons.evidence import TurnedByConvention
from support import compiled, facts, report, unmapped, values

INCOME = """\
role: Income
title: {en: Statements of income, ja: 損益}
defaults: {type: monetary, period: duration}
lines:
- Revenues: {en: Total revenues, ja: 売上高, balance: credit}
- total: TotalCosts
  heading: {en: Costs, ja: 費用}
  en: Total costs
  ja: 費用合計
  balance: debit
  of:
  - CostOfSales: {en: Cost of sales, ja: 売上原価, balance: debit}
  - Marketing: {en: Marketing, ja: 販売費, balance: debit}
- OperatingIncome: {en: Operating income, ja: 営業利益, balance: credit}
- IncomeTax: {en: Income tax expense, ja: 法人税等, balance: debit}
- NetIncome: {en: Net income, ja: 純利益, balance: credit}
relations:
- OperatingIncome = Revenues - TotalCosts
- NetIncome = OperatingIncome - IncomeTax
"""
CASH = """\
role: CashFlow
title: {en: Cash flows, ja: キャッシュ・フロー}
defaults: {type: monetary, period: duration}
lines:
- total: InvestingCash
  heading: {en: Investing activities, ja: 投資活動}
  en: Net cash provided by (used in) investing activities
  printed: [Net cash used in investing activities]
  ja: 投資活動によるキャッシュ・フロー
  of:
  - Purchases: {en: Purchase of equipment, ja: 設備の取得}
  - Proceeds: {en: Proceeds from sales of equipment, ja: 設備の売却}
  - OtherInvesting: {en: Other, ja: その他}
"""
HALF = "2011-04-01/2011-09-30"
HEAD = "\tSix Months Ended September 30, 2011\n\tThousands of JPY\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("conventions"), INCOME, CASH)


def millions(page: str, taxonomy, concept: str) -> str | None:
    found = values(report(page, taxonomy), concept).get(HALF)
    return found and str(int(found) // 1000)


STATEMENT = (
    f"## Statements of income\n\n{HEAD}Total revenues\t45,800\n"
    "Costs:\t\nCost of sales\t({cost})\nMarketing\t(3,900)\n"
    "Total costs\t({total})\nOperating income\t{operating}\nIncome tax expense\t{tax}\nNet income\t{net}\n"
)
PAGE = STATEMENT.format(cost="36,800", total="40,700", operating="5,100", tax="(990)", net="4,110")


@pytest.mark.parametrize(
    ("concept", "value"),
    [("CostOfSales", "36800"), ("Marketing", "3900"), ("TotalCosts", "40700"), ("IncomeTax", "990")],
)
def test_costs_in_parentheses_are_costs_where_the_sums_hold_so(taxonomy, concept, value):
    assert millions(PAGE, taxonomy, concept) == value


def test_a_turned_figure_says_so(taxonomy):
    (fact,) = (item for item in facts(report(PAGE, taxonomy)) if item.point.concept == "IncomeTax")
    assert fact.status == "inferred"
    assert fact.reason == TurnedByConvention()


def test_a_cost_below_zero_whose_sum_holds_stays_below_zero(taxonomy):
    page = f"## Statements of income\n\n{HEAD}Operating income\t5,100\nIncome tax expense\t(990)\nNet income\t6,090\n"
    assert millions(page, taxonomy, "IncomeTax") == "-990"


def test_costs_in_parentheses_that_no_sum_proves_are_unmapped(taxonomy):
    page = f"## Statements of income\n\n{HEAD}Total revenues\t45,800\nMarketing\t(3,900)\nNet income\t4,110\n"
    found = report(page, taxonomy)
    assert not values(found, "Marketing")
    assert "sign" in unmapped(found)["(3,900)"]


def test_costs_whose_sums_hold_neither_way_are_unmapped(taxonomy):
    page = STATEMENT.format(cost="36,800", total="40,100", operating="5,100", tax="990", net="4,110")
    assert not values(report(page, taxonomy), "TotalCosts")


FLOWS = (
    f"## Cash flows\n\n{HEAD}Investing activities:\t\n"
    "Purchase of equipment\t(3,382)\nProceeds from sales of equipment\t501\n"
)


def test_an_outflow_without_parentheses_is_one_where_the_sum_holds_so(taxonomy):
    assert millions(f"{FLOWS}Net cash used in investing activities\t2,881\n", taxonomy, "InvestingCash") == "-2881"


def test_an_outflow_in_parentheses_stays_as_printed(taxonomy):
    assert millions(f"{FLOWS}Net cash used in investing activities\t(2,881)\n", taxonomy, "InvestingCash") == "-2881"


def test_an_outflow_whose_sum_holds_neither_way_is_unmapped(taxonomy):
    assert not values(report(f"{FLOWS}Net cash used in investing activities\t2,900\n", taxonomy), "InvestingCash")


@pytest.mark.parametrize("label", ["Net cash used in investing activities", "Total"])
def test_a_payment_without_parentheses_that_no_sum_proves_is_left(taxonomy, label):
    rows = f"Purchase of equipment\t2,500,111\n{label}\t(4,500,222)\n"
    found = report(f"## Cash flows\n\n{HEAD}{rows}", taxonomy)
    assert values(found, "Purchases") == {}
    assert "sign" in unmapped(found)["2,500,111"]


def test_a_payment_without_parentheses_is_turned_where_the_sum_proves_it(taxonomy):
    rows = (
        "Purchase of equipment\t2,500,111\nProceeds from sales of equipment\t100,000\n"
        "Net cash used in investing activities\t(2,400,111)\n"
    )
    assert values(report(f"## Cash flows\n\n{HEAD}{rows}", taxonomy), "Purchases") == {HALF: "-2500111000"}


COSTS = f"## Statements of income\n\n{HEAD}Total revenues\t45,800\nCost of sales\t(36,800)\nMarketing\t{{marketing}}\n"


def test_costs_that_are_all_in_parentheses_are_costs(taxonomy):
    page = COSTS.format(marketing="(3,900)")
    assert [millions(page, taxonomy, name) for name in ("CostOfSales", "Marketing")] == ["36800", "3900"]


def test_one_cost_in_parentheses_beside_others_without_is_unmapped(taxonomy):
    page = COSTS.format(marketing="3,900")
    assert [millions(page, taxonomy, name) for name in ("CostOfSales", "Marketing")] == [None, "3900"]


def test_outflows_of_a_table_without_parentheses_are_outflows(taxonomy):
    page = f"## Cash flows\n\n{HEAD}Purchase of equipment\t3,382\n"
    assert millions(page, taxonomy, "Purchases") == "-3382"


TURNED = (
    f"## Cash flows\n\n{HEAD}Investing activities:\t\nPurchase of equipment\t3,382\n"
    "Proceeds from sales of equipment\t(501)\n{other}Net cash used in investing activities\t2,881\n"
)


def test_a_table_that_prints_inflows_in_parentheses_turns_all_signs(taxonomy):
    names = ("Purchases", "Proceeds", "InvestingCash")
    assert [millions(TURNED.format(other=""), taxonomy, name) for name in names] == ["-3382", "501", "-2881"]


def test_such_a_table_with_lines_that_say_no_direction_is_unmapped(taxonomy):
    page = TURNED.format(other="Other\t(12)\n")
    assert {millions(page, taxonomy, name) for name in ("Purchases", "Proceeds", "InvestingCash")} == {None}
