"""Amounts alone in brackets on Japanese pages: losses only where sums prove that others are."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.reasons.base import said
from iij_xbrl.reasons.evidence import AsOtherBrackets
from iij_xbrl.reasons.written import TextBeside
from support import facts, report, unmapped, unmapped_rows

SEGMENTS = """\
### セグメント別営業利益

（単位：百万円）

| | 2009年3月期 | 2010年3月期 |
|---|---:|---:|
| ネットワークサービス及びSI事業 | 4,110 | 4,461 |
| ATM運営事業 | (1,193) | (1,009) |
| 営業利益 | 2,917 | 3,452 |
"""
FLOWS = """\
### 連結キャッシュ・フローの状況

| | 2009年3月期 | 2010年3月期 |
|---|---:|---:|
| | 百万円 | 百万円 |
| 営業活動によるキャッシュ・フロー | 9,227 | 9,622 |
| {label} | {first} | (4,417) |
"""
INVESTING = "投資活動によるキャッシュ・フロー"
INCOME = """\
### 連結損益計算書

（単位：千円）

| | 2010年3月期 | 対営業収益比率（％） |
|---|---:|---:|
| 営業収益合計 | 68,006,330 | 100.0% |
| 当期純利益 | 2,271,440 | 3.3% |
| 控除：非支配持分に帰属する当期純利益 | (38,220) | (0.1%) |
"""


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has Japanese labels."""
    return load_taxonomy()


def page(*tables: str) -> str:
    return "\n\n".join(("# 2010年3月期 決算短信〔米国基準〕（連結）", "株式会社インターネットイニシアティブ", *tables))


def flows(label: str = INVESTING, first: str = "(4,263)") -> str:
    return FLOWS.format(label=label, first=first)


def values(source: str, taxonomy, concept: str) -> list[str]:
    return [f"{fact.value:f}" for fact in facts(report(source, taxonomy)) if fact.point.concept == concept]


def test_brackets_are_losses_where_a_sum_proves_others(taxonomy):
    source = page(SEGMENTS, flows())
    assert values(source, taxonomy, "NetCashFromInvestingActivities") == ["-4263000000", "-4417000000"]
    inferred = [fact for fact in facts(report(source, taxonomy)) if said(fact.reason, AsOtherBrackets)]
    assert {str(fact.reason.at) for fact in inferred} == {"12:13"}


def test_brackets_without_a_sum_are_left_open(taxonomy):
    assert set(unmapped(report(page(flows()), taxonomy))) == {"(4,263)", "(4,417)"}


def test_a_mark_of_losses_anywhere_says_that_brackets_are_none(taxonomy):
    assert values(page(SEGMENTS, flows(first="△4,263")), taxonomy, "NetCashFromInvestingActivities") == ["-4263000000"]


@pytest.mark.parametrize("label", [f"うち{INVESTING}", f"（参考）{INVESTING}"])
def test_what_is_told_beside_the_lines_is_no_loss(taxonomy, label):
    assert values(page(SEGMENTS, flows(label)), taxonomy, "NetCashFromInvestingActivities") == []


def test_brackets_around_all_figures_of_a_column_set_it_apart(taxonomy):
    table = flows().replace("9,622", "(9,622)")
    assert values(page(SEGMENTS, table), taxonomy, "NetCashFromInvestingActivities") == ["-4263000000"]


def test_a_share_goes_with_the_amount_in_front_of_it(taxonomy):
    share = "NetIncomeAttributableToNoncontrollingInterestsPercentOfRevenue"
    assert values(page(SEGMENTS, INCOME), taxonomy, share) == ["0.001"]
    alone = report(page(INCOME), taxonomy)
    assert {item.text: item.reason for item in unmapped_rows(alone)}["(0.1%)"] == TextBeside("()")


EQUITY = """\
# 2020年3月期 決算短信〔IFRS〕（連結）

株式会社インターネットイニシアティブ

### 連結持分変動計算書

当連結会計年度（自 2019年4月1日 至 2020年3月31日）

（単位：千円）

| | 利益剰余金 | 自己株式 | 非支配持分 | 資本合計 |
|---|---:|---:|---:|---:|
| 2019年4月1日残高 | 11,539,910 | (1,896,932) | 814,611 | 10,457,589 |
| 当期利益 | 4,006,655 | | 80,330 | 4,086,985 |
| 自己株式の取得 | | (88) | | (88) |
| 配当金 | (1,216,832) | | (19,000) | (1,235,832) |
| 2020年3月31日残高 | 14,329,733 | (1,897,020) | 875,941 | 13,308,654 |
"""


def test_brackets_are_losses_where_sums_across_columns_prove_some(taxonomy):
    assert values(EQUITY, taxonomy, "DividendsToOwners") == ["-1216832000", "-19000000", "-1235832000"]
    assert values(EQUITY, taxonomy, "AcquisitionOfTreasuryStock") == ["-88000", "-88000"]


def test_sums_across_columns_that_close_with_amounts_in_brackets_prove_that_they_are_no_losses(taxonomy):
    beside = EQUITY.replace("(19,000) | (1,235,832)", "19,000 | (1,197,832)").replace("4,006,655", "(4,006,655)")
    assert values(beside, taxonomy, "DividendsToOwners") == ["19000000"]


MARKED = """\
## 【セグメント情報】

| | 前連結会計年度（自 2009年4月1日 至 2010年3月31日） | 当連結会計年度（自 2010年4月1日 至 2011年3月31日） |
|---|---:|---:|
| | 千円 | 千円 |
| セグメント別営業利益 | | |
| ネットワークサービス及びSI事業 | 4,461,020 | 4,810,330 |
| ATM運営事業 | {before} | (△613,110) |
| 消去 | {eliminated} | (△56,220) |
| 営業利益 | 3,412,000 | 4,141,000 |
"""


@pytest.mark.parametrize(("before", "eliminated"), [("(△1,009,020)", "(△40,000)"), ("△1,009,020", "(40,000)")])
def test_losses_in_brackets_beside_eliminations_are_told_by_the_sum(before, eliminated, taxonomy):
    source = page(MARKED.format(before=before, eliminated=eliminated)).replace("2010年3月期 ", "2011年3月期 ", 1)
    assert values(source, taxonomy, "OperatingIncome") == [
        *("4461020000", "4810330000", "-1009020000", "-613110000", "-40000000", "-56220000"),
        *("3412000000", "4141000000"),
    ]
