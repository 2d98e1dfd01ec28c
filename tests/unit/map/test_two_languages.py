"""Labels in two languages in one cell."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import facts, report, unmapped

PAGE = """\
# 2013年3月期 第3四半期決算短信〔米国基準〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

## 業績概要

| | 2012年3月期第3四半期累計 | 2013年3月期第3四半期累計 |
|---|---:|---:|
| | 百万円 | 百万円 |
| {first} | 71,530 | 77,232 |
| {second} | 4,050 | 5,024 |
"""


@pytest.fixture(scope="module")
def taxonomy():
    return load_taxonomy()


def named(taxonomy, first: str, second: str):
    found = report(PAGE.format(first=first, second=second), taxonomy)
    return {(fact.point.concept, str(fact.value)) for fact in facts(found) if fact.value > 70_000_000_000}, found


@pytest.mark.parametrize(
    "label",
    [
        "営業収益合計 / Total revenues",
        "営業収益合計　Total revenues",
        "Total revenues 営業収益合計",
        "営業収益合計／Total revenues",
    ],
)
def test_a_label_whose_halves_name_one_line_is_that_line(taxonomy, label):
    values, _ = named(taxonomy, label, "営業利益 / Operating income")
    assert values == {("Revenues", "71530000000"), ("Revenues", "77232000000")}


@pytest.mark.parametrize("head", ["営業収益 Revenues", "連結売上高<br>Revenues", "連結売上高"])
def test_heads_of_columns_may_be_in_two_languages_and_name_the_group(taxonomy, head):
    page = PAGE.split("## ")[0] + (
        f"## 連結経営成績 Results\n\n| | {head} | 営業利益 Operating income |\n|---|---:|---:|\n"
        "| | 百万円 Millions of yen | 百万円 Millions of yen |\n| 2012年3月期第2四半期 1H11 | 47,207 | 2,448 |\n"
    )
    named = {(fact.point.concept, str(fact.value)) for fact in facts(report(page, taxonomy))}
    assert {("Revenues", "47207000000"), ("OperatingIncome", "2448000000")} <= named


@pytest.mark.parametrize(
    "label", ["営業収益合計 / Operating income", "営業収益合計 / Total revenues of hi-ho", "営業収益合計 / Total"]
)
def test_a_label_whose_halves_name_two_things_is_none(taxonomy, label):
    values, found = named(taxonomy, label, "営業利益 / Operating income")
    assert not values
    assert {"71,530", "77,232"} <= set(unmapped(found))
