"""Japanese sentences that say what names of periods, the fiscal year and columns mean."""

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse

HEAD = "株式会社インターネットイニシアティブ\n2012年3月期 第2四半期決算短信（連結）\n\n"
TABLE = """連結経営成績（累計）

| | 2011年3月期第2四半期 | 2012年3月期第2四半期 |
|---|---|---|
| | 百万円 | 百万円 |
| 売上高 | 33,100 | 45,800 |
| 営業利益 | 1,180 | 2,310 |
"""


def count(sentence, *, is_below):
    page = f"{TABLE}\n{sentence}\n" if is_below else f"{sentence}\n\n{TABLE}"
    return len(report_of(parse(HEAD + page, "tanshin.md"), load_taxonomy()).facts)


@pytest.mark.parametrize("is_below", [False, True], ids=["above", "below"])
@pytest.mark.parametrize(
    "sentence",
    [
        "当社の上期は7月に始まります。",
        "当社の事業年度は1月1日から12月31日までです。",
        "当社は12月末を決算日としております。",
        "第2四半期とは、7月から12月までの6か月間をいいます。",
        "「2012年3月期」とは、2011年1月1日から2011年12月31日までの期間を指します。",
        "数値は年換算しております。",
        "右の列は予想値です。",
        "各列は通期の数値です。",
        "決算期を3月から12月に変更しました。",
        "2012年3月期第2四半期は9か月間の決算となっております。",
        "2012年3月期第2四半期の数値は7月のみの実績です。",
        "期間はいずれも3か月間です。",
    ],
)
def test_what_a_page_says_of_its_periods_closes_them_where_they_are_read_otherwise(sentence, is_below):
    assert count(sentence, is_below=is_below) == 0


@pytest.mark.parametrize("is_below", [False, True], ids=["above", "below"])
@pytest.mark.parametrize(
    "sentence",
    [
        "当社の事業年度は4月1日から3月31日までです。",
        "当社の決算日は3月31日です。",
        "2012年3月期第2四半期は、2011年4月1日から2011年9月30日までの6か月間です。",
        "上期は4月から9月までの6か月間です。",
        "金額は百万円未満を切り捨てて表示しております。",
        "当第2四半期は、7月に開始した法人向けサービスが好調に推移しました。",
    ],
)
def test_what_agrees_or_tells_something_else_leaves_them(sentence, is_below):
    assert count(sentence, is_below=is_below) == 4
