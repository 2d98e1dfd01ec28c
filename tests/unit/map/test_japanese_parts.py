"""Tables below Japanese titles of parts of the issuer, and tables that print totals above their parts."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import facts, report, unmapped

PAGE = """\
# 2012年3月期 決算短信

### {title}

| | 2011年3月期{part} | 2012年3月期{part} |
|---|---:|---:|
| | 百万円 | 百万円 |
| 営業収益 | 910 | 1,402 |
| 営業利益 | 101 | 230 |
"""
BREAKDOWN = """\
### 業績ハイライト

| | 2011年3月期 | 2012年3月期 |
|---|---:|---:|
| | 百万円 | 百万円 |
| 営業収益 | 82,418 | 97,315 |
| ネットワークサービス売上高 | 51,402 | 64,402 |
| システムインテグレーション売上高 | 29,118 | 31,220 |
| 営業費用 | 78,277 | 90,962 |
| 営業利益 | 4,141 | 6,353 |
"""


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has Japanese labels."""
    return load_taxonomy()


def told(taxonomy, page: str) -> set[tuple[str, str, str]]:
    found = facts(report(page, taxonomy))
    return {(fact.point.concept, str(fact.point.period), str(fact.value)) for fact in found}


@pytest.mark.parametrize(
    "title", ["ATM運営事業", "（1）アウトソーシングサービス", "ネットワークサービス及びシステムインテグレーション事業"]
)
def test_a_measure_below_the_title_of_a_part_is_no_fact(taxonomy, title):
    page = PAGE.format(title=title, part="")
    assert told(taxonomy, page) == set()
    assert {"1,402", "230"} <= set(unmapped(report(page, taxonomy)))


@pytest.mark.parametrize("title", ["連結業績", "業績の推移"])
def test_the_same_table_below_another_title_is_read(taxonomy, title):
    assert ("Revenues", "2011-04-01/2012-03-31", "1402000000") in told(taxonomy, PAGE.format(title=title, part=""))


def test_a_title_of_the_last_quarter_alone_makes_its_columns_quarters(taxonomy):
    page = PAGE.format(title="連結業績（第4四半期会計期間）", part="第4四半期")
    assert {period for _, period, _ in told(taxonomy, page)} == {"2011-01-01/2011-03-31", "2012-01-01/2012-03-31"}


def test_a_total_above_its_parts_is_read_although_a_heading_has_its_name(taxonomy):
    found = told(taxonomy, BREAKDOWN)
    assert ("Revenues", "2011-04-01/2012-03-31", "97315000000") in found
    assert ("CostsAndExpenses", "2011-04-01/2012-03-31", "90962000000") in found


def test_results_beside_forecasts_below_a_title_of_what_is_ahead_are_results(taxonomy):
    page = """\
# 2012年3月期 決算短信

2012年5月15日

### 今後の見通し

| | 2012年3月期（実績） | 2013年3月期（予想） |
|---|---:|---:|
| | 百万円 | 百万円 |
| 営業収益 | 97,315 | 112,000 |
| 営業利益 | 6,353 | 8,500 |
"""
    dimensions = {str(fact.value): fact.point.dimensions for fact in facts(report(page, taxonomy))}
    forecast = (("ForecastAxis", "ForecastMember"),)
    assert (dimensions["97315000000"], dimensions["112000000000"]) == ((), forecast)


def test_versions_of_dividends_are_of_the_year_behind_that_of_the_results_before(taxonomy):
    page = """\
# 配当予想の修正に関するお知らせ

2020年11月9日

### 配当予想の修正

| | 年間配当金 | | |
|---|---|---|---|
| | 第2四半期末 | 期末 | 合計 |
| | 円 銭 | 円 銭 | 円 銭 |
| 前回予想（2020年5月14日発表） | 17.00 | 17.00 | 34.00 |
| 今回修正予想 | | 20.50 | 37.50 |
| 前期実績（2020年3月期） | 13.50 | 13.50 | 27.00 |
"""
    found = told(taxonomy, page)
    assert {
        ("DividendsPerShare", "2020-04-01/2021-03-31", "37.50"),
        ("DividendsPerShare", "2020-04-01/2021-03-31", "34"),
    } <= found


def test_lines_of_the_form_may_stand_in_rows_with_years_in_the_columns(taxonomy):
    page = """\
### 業績の推移

| | 2011年3月期 | 2012年3月期 |
|---|---:|---:|
| 営業収益（百万円） | 82,418 | 97,315 |
| 営業利益（百万円） | 4,141 | 6,353 |
| 1株当たり当社株主に帰属する当期純利益（円） | 15,812.77 | 17,965.32 |
| 総資産（百万円） | 71,473 | 73,493 |
| 株主資本比率（％） | 41.7 | 44.5 |
"""
    assert {
        ("Revenues", "2011-04-01/2012-03-31", "97315000000"),
        ("BasicNetIncomePerShare", "2011-04-01/2012-03-31", "17965.32"),
        ("TotalAssets", "2012-03-31", "73493000000"),
        ("ParentShareholdersEquityRatio", "2011-03-31", "0.417"),
    } <= told(taxonomy, page)
