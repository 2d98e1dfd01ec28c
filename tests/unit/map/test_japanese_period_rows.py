"""Rows of Japanese tables that name a period, with remarks in parentheses beside it."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import facts, report

PAGE = """\
# 2020年3月期 決算短信〔IFRS〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

2020年5月14日

## {title}

| | {heads} |
|---|---:|---:|
| | {unit} | {unit} |
| 2020年3月期 | {figures} |
| 2019年3月期{remark} | {figures} |
"""
RESULTS = {"title": "連結経営成績", "heads": "売上収益 | 営業利益", "unit": "百万円", "figures": "204,474 | 8,225"}
DIVIDENDS = {"title": "配当の状況", "heads": "第2四半期末 | 期末", "unit": "円 銭", "figures": "13.50 | 13.51"}


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has Japanese labels."""
    return load_taxonomy()


def periods(taxonomy, remark: str, words: dict[str, str]) -> set[str]:
    """The periods of the amounts of the page."""
    found = facts(report(PAGE.format(remark=remark, **words), taxonomy))
    return {str(fact.point.period) for fact in found if "/" in str(fact.point.period)}


def test_a_row_may_name_its_period_in_two_languages(taxonomy):
    named = periods(taxonomy, " FY2018", RESULTS)
    assert named == {"2019-04-01/2020-03-31", "2018-04-01/2019-03-31"}
    assert "2018-04-01/2019-03-31" not in periods(taxonomy, " FY2017", RESULTS)


def test_sen_in_cells_of_their_own_are_said_to_be_the_rest_of_their_amounts(taxonomy):
    words = {"title": "連結経営成績", "heads": "1株当たり当期純利益 | ", "figures": "17,965 | 32"}
    page = PAGE.replace("{unit} | {unit}", "円 | 銭").format(remark="", unit="", **words)
    found = report(page, taxonomy)
    assert {item.text: item.status for item in found.leftovers if item.text in ("17,965", "32")} == {"32": "not-a-fact"}
    assert {str(fact.value) for fact in facts(found) if "PerShare" in fact.point.concept} == {"17965.32"}


@pytest.mark.parametrize("remark", ["（参考）", "（実績）", "（連結）", "（注1）", ""])
def test_a_remark_that_says_nothing_of_weight_leaves_the_row_its_period(taxonomy, remark):
    assert "2018-04-01/2019-03-31" in periods(taxonomy, remark, RESULTS)


@pytest.mark.parametrize(
    "remark", ["（単体）", "（調整後）", "（うちＡＴＭ運営事業）", "（遡及適用前）", "（除く子会社）"]
)
def test_any_other_makes_it_a_row_of_something_else(taxonomy, remark):
    assert "2018-04-01/2019-03-31" not in periods(taxonomy, remark, RESULTS)


@pytest.mark.parametrize("remark", ["（うち記念配当）", "（特別配当）"])
def test_a_part_of_a_dividend_is_not_the_dividend(taxonomy, remark):
    assert "2018-04-01/2019-03-31" not in periods(taxonomy, remark, DIVIDENDS)
    assert "2018-04-01/2019-03-31" in periods(taxonomy, "", DIVIDENDS)
