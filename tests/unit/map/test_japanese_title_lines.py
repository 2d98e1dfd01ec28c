"""Titles of Japanese pages without levels, in paragraphs of their own or with the lines below them."""

import pytest

from examples import shipped
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import parse

OPENING = """\
2012年3月期 第2四半期決算短信〔米国基準〕（連結）

2011年11月9日

株式会社インターネットイニシアティブ（コード番号 3774）

1. 2012年3月期第2四半期の連結業績（2011年4月1日～2011年9月30日）

"""
LINES = "営業収益は47,207百万円となりました。\n営業利益は2,448百万円となりました。\n"
HALF, YEAR = "2011-04-01/2011-09-30", "2011-04-01/2012-03-31"


def facts(text):
    report = report_of(parse(text, "page"), shipped())
    return {
        (fact.point.concept, str(fact.point.period), "ForecastMember" in dict(fact.point.dimensions).values())
        for fact in report.facts
    }


@pytest.mark.parametrize(
    ("title", "period", "is_forecast"),
    [
        ("業績ハイライト", HALF, False),
        ("2011年3月期 第2四半期累計期間", "2010-04-01/2010-09-30", False),
        ("2012年3月期 業績予想（連結）", YEAR, True),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_title_says_of_when_the_sentences_below_it_are(title, period, is_forecast, between):
    expected = {("Revenues", period, is_forecast), ("OperatingIncome", period, is_forecast)}
    assert facts(f"{OPENING}{title}{between}{LINES}") == expected


@pytest.mark.parametrize(
    "title",
    [
        "個別業績",
        "通期業績予想",
        "修正前の予想",
        "参考：前年同期",
        "第1四半期",
        "計画",
        "調整後業績",
        "ハイホーの業績",
        "業界平均",
        "中期計画目標",
        "その他の事業",
        "国内事業の業績",
        "除く一時費用",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_below_a_title_that_is_not_understood_no_sentence_is_a_fact(title, between):
    assert facts(f"{OPENING}{title}{between}{LINES}") == set()


def test_numbered_titles_above_each_other_begin_a_section_though_a_text_follows():
    page = f"""{OPENING}3. 2012年3月期の連結業績予想（2011年4月1日～2012年3月31日）

（注）業績予想の修正：無
○添付資料
1. 当四半期決算に関する定性的情報
（1）経営成績に関する説明
{LINES}"""
    assert facts(page) == {("Revenues", HALF, False), ("OperatingIncome", HALF, False)}


OLDER = """\
平成18年３月期　決算短信（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

１．18年３月期の連結業績（平成17年４月１日～平成18年３月31日）

（１）連結経営成績

| | 営業収益 | |
|---|---:|---:|
| | 百万円 | ％ |
| 18年３月期 | 49,813 | 19.4 |
| 17年３月期 | 41,703 | 7.5 |

（注）①会計処理の方法の変更　無

②営業収益におけるパーセント表示は、対前期増減率

（４）連結範囲及び持分法の適用に関する事項

連結子会社数　５社　持分法適用非連結子会社数　－社　持分法適用関連会社数　３社

２．19年３月期の連結業績予想（平成18年４月１日～平成19年３月31日）

| | 営業収益 |
|---|---:|
| | 百万円 |
| 通　　期 | 56,000 |
"""


def test_a_note_behind_a_table_says_what_its_percentages_are():
    change = ("RevenuesChangePercent", "2005-04-01/2006-03-31", False)
    assert change in facts(OLDER)
    assert change not in facts(OLDER.replace("②営業収益", "（２）セグメント情報\n\n営業収益"))
    assert change not in facts(OLDER.replace("対前期増減率", "営業収益に対する比率"))


def test_a_chapter_ends_the_section_in_front_of_it():
    assert ("Revenues", "2006-04-01/2007-03-31", True) in facts(OLDER)
    assert ("Revenues", "2006-04-01/2007-03-31", True) not in facts(OLDER.replace("２．19年", "19年"))
