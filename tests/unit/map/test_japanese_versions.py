"""Columns that are versions of a forecast: before and after its revision, and their difference."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import facts, report, unmapped

PAGE = """\
# 業績予想の修正に関するお知らせ

平成30年2月8日

株式会社インターネットイニシアティブ（コード番号 3774）

## {title}

| | {before} | {after} | 増減額 | 前期実績 |
|---|---:|---:|---:|---:|
| | 百万円 | 百万円 | 百万円 | 百万円 |
| 営業収益 | 173,000 | 176,000 | 3,000 | 157,789 |
| 営業利益 | 6,000 | 6,500 | 500 | 5,134 |
"""
FORECAST = "平成30年3月期通期連結業績予想の修正（平成29年4月1日～平成30年3月31日）"
YEAR, LAST = "2017-04-01/2018-03-31", "2016-04-01/2017-03-31"


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has Japanese labels."""
    return load_taxonomy()


def told(taxonomy, **words: str) -> dict[str, tuple[str, set[str], str]]:
    found = facts(report(PAGE.format(**words), taxonomy))
    return {
        fact.text: (fact.point.concept, {member for _, member in fact.point.dimensions}, str(fact.point.period))
        for fact in found
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [("修正前", "修正後"), ("修正前予想", "修正後予想"), ("前回発表予想（Ａ）", "今回修正予想（Ｂ）")],
)
def test_versions_in_columns_are_of_the_period_of_their_title(taxonomy, before, after):
    found = told(taxonomy, title=FORECAST, before=before, after=after)
    assert found["173,000"] == ("Revenues", {"PreviousForecastMember"}, YEAR)
    assert found["176,000"] == ("Revenues", {"RevisedForecastMember"}, YEAR)
    assert found["3,000"] == ("RevenuesChangeAmount", {"RevisedForecastMember", "PreviousTargetMember"}, YEAR)
    assert found["157,789"] == ("Revenues", set(), LAST)


def test_columns_before_and_after_are_no_versions_below_a_title_of_results(taxonomy):
    title = "平成29年3月期の連結業績（平成28年4月1日～平成29年3月31日）"
    assert "173,000" not in told(taxonomy, title=title, before="修正前", after="修正後")


def test_a_letter_in_a_header_is_a_name_where_it_stands_in_no_brackets(taxonomy):
    found = told(taxonomy, title=FORECAST, before="前回発表予想", after="A社の今回修正予想")
    assert "176,000" not in found
    page = PAGE.format(title=FORECAST, before="前回発表予想", after="A社の今回修正予想")
    assert "'a'" in unmapped(report(page, taxonomy))["176,000"].casefold()


DIFFERENCE = """\
# 業績予想と実績値との差異に関するお知らせ

平成28年11月8日

株式会社インターネットイニシアティブ（コード番号 3774）

## 平成29年3月期第2四半期(累計)連結業績予想数値と実績値との差異（平成28年4月1日～平成28年9月30日）

| | 営業収益 | 営業利益 |
|---|---:|---:|
| | 百万円 | 百万円 |
| 前回発表予想(A) | 73,500 | 2,700 |
| 実績値(B) | 74,411 | 2,003 |
| {change} | 911 | △697 |
| 増減率(％) | 1.2 | △25.8 |
"""


def test_a_result_is_compared_with_the_target_before_it(taxonomy):
    found = facts(report(DIFFERENCE.format(change="増減額(B－A)"), taxonomy))
    told = {fact.text: (fact.point.concept, [member for _, member in fact.point.dimensions]) for fact in found}
    assert told["74,411"] == ("Revenues", [])
    assert told["911"] == ("RevenuesChangeAmount", ["PreviousTargetMember"])
    assert told["△25.8"] == ("OperatingIncomeChangePercent", ["PreviousTargetMember"])


def test_marks_say_of_which_rows_a_change_is(taxonomy):
    assert "911" in unmapped(report(DIFFERENCE.format(change="増減額(B－C)"), taxonomy))


def test_a_change_behind_two_results_is_of_neither(taxonomy):
    page = DIFFERENCE.format(change="増減額").replace("| 増減額 ", "| 当期実績 | 74,411 | 2,003 |\n| 増減額 ")
    assert "911" in unmapped(report(page, taxonomy))
