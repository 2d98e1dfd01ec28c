"""Plans, targets and the forecasts of others: a Japanese company announces its own forecast beside them."""

import pytest

from examples import shipped
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import parse

OPENING = """\
# 2024年3月期 決算説明資料

株式会社インターネットイニシアティブ（コード番号 3774）

"""
COLUMN = """\
## 通期業績

（単位：百万円）

| | 2024年3月期 | 2025年3月期 {words} |
|---|---:|---:|
| 売上収益 | 276,080 | 330,000 |
| 営業利益 | 29,029 | 31,500 |
"""
TITLE = """\
## 2025年3月期の{words}

| | 2025年3月期 |
|---|---:|
| 売上収益（百万円） | 330,000 |
| 営業利益（百万円） | 31,500 |
"""
BELOW = """\
## 2025年3月期の{words}

2025年3月期の売上収益は330,000百万円を見込んでおります。営業利益は31,500百万円を見込んでおります。
"""
FORECAST = {("Revenues", 330_000_000_000, True), ("OperatingIncome", 31_500_000_000, True)}
PLANS = ["計画", "修正計画", "会社計画", "目標", "見込み", "業績目標", "アナリスト予想", "今回計画"]


def ahead(text, opening=OPENING):
    found = report_of(parse(opening + text, "page"), shipped()).facts
    return {
        (fact.point.concept, int(item.value), bool(fact.point.dimensions))
        for fact in found
        for item in fact.occurrences
        if fact.point.period.end.year == 2025
    }


@pytest.mark.parametrize("words", PLANS)
@pytest.mark.parametrize("page", [COLUMN, TITLE, BELOW])
def test_what_a_page_calls_a_plan_is_not_the_forecast_announced(words, page):
    assert ahead(page.format(words=words)) == set()


@pytest.mark.parametrize("words", ["予想", "業績予想", "公表予想", "業績見通し", "業績予想（計画）"])
@pytest.mark.parametrize("page", [COLUMN, TITLE, BELOW])
def test_what_it_calls_its_forecast_is(words, page):
    assert ahead(page.format(words=words)) == FORECAST


def test_a_plan_of_a_sentence_is_the_forecast_where_words_around_it_call_it_so():
    plan = "2025年3月期の売上収益は330,000百万円、営業利益は31,500百万円を計画しております。"
    assert ahead(f"## 当期の概況\n\n{plan}\n") == set()
    assert ahead(f"## 2025年3月期の業績予想\n\n{plan}\n") == FORECAST


def test_a_list_of_what_is_forecast_is_no_result():
    said = "2025年3月期の連結業績予想は、売上収益が330,000百万円、営業利益が31,500百万円です。"
    assert ahead(said) == FORECAST
    result = "| | 2025年3月期 |\n|---|---:|\n| 税引前利益（百万円） | 29,308 |\n| 当期利益（百万円） | 20,130 |\n\n"
    found = ahead(result + said, OPENING.replace("2024", "2025"))
    assert found == {("ProfitBeforeTax", 29_308_000_000, False), ("NetIncome", 20_130_000_000, False)}


def test_an_amount_after_a_revision_may_be_a_forecast_or_a_result():
    assert ahead(COLUMN.format(words="修正後")) == set()
