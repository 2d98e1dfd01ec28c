"""Losses in Japanese sentences: a name that says so, and the result of the year before with a name of its own."""

import pytest

from examples import shipped
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import parse

OPENING = """\
# 平成23年3月期 第1四半期決算短信〔米国基準〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

## 経営成績に関する説明

"""
NOW, BEFORE, YEAR = "2010-04-01/2010-06-30", "2009-04-01/2009-06-30", "2010-04-01/2011-03-31"


def told(sentence):
    found = report_of(parse(OPENING + sentence, "page"), shipped()).facts
    return {
        (fact.point.concept, str(fact.point.period), int(item.value) // 10**6)
        for fact in found
        for item in fact.occurrences
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("営業損失は114百万円となりました。", {(NOW, -114)}),
        ("営業損益は114百万円の損失となりました。", {(NOW, -114)}),
        ("営業損失は114百万円となりました（前年同期は355百万円の営業利益）。", {(NOW, -114), (BEFORE, 355)}),
        ("営業損失は114百万円（前年同期は営業利益355百万円）となりました。", {(NOW, -114), (BEFORE, 355)}),
        ("営業利益は114百万円（前年同期は355百万円の損失）となりました。", {(NOW, 114), (BEFORE, -355)}),
        ("当第1四半期連結累計期間は、114百万円の営業損失となりました。", {(NOW, -114)}),
        (
            "当第1四半期連結累計期間は、355百万円の営業利益（前年同期は114百万円の営業損失）となり、黒字転換いたしました。",
            {(NOW, 355), (BEFORE, -114)},
        ),
        ("営業利益につきましては、114百万円の営業損失となりました。", {(NOW, -114)}),
        ("2011年3月期の営業損失は300百万円を見込んでおります。", {(YEAR, -300)}),
    ],
)
def test_a_name_of_a_loss_says_the_sign(sentence, expected):
    assert told(sentence) == {("OperatingIncome", *what) for what in expected}


def test_a_net_loss_is_told_as_an_operating_one_is():
    sentence = (
        "当社株主に帰属する四半期純損失は207百万円（前年同期は当社株主に帰属する四半期純利益206百万円）となりました。"
    )
    assert told(sentence) == {
        ("NetIncomeAttributableToParent", NOW, -207),
        ("NetIncomeAttributableToParent", BEFORE, 206),
    }


def test_below_the_title_of_a_part_a_loss_is_that_of_the_part():
    part = "②ATM運営事業\n\n営業利益は610百万円（前年同期は80百万円の営業損失）となりました。"
    assert told(part) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "ATM運営事業につきましては、営業損失は611百万円となりました。",
        "ATM運営事業は、611百万円の営業損失となりました。",
        "子会社は、114百万円の営業損失となりました。",
        "前年同期は、114百万円の営業損失となりました。",
        "営業収益は17,036百万円の営業利益となりました。",
        "当第1四半期連結累計期間は、114百万円の営業利益の減少となりました。",
        "減損損失は114百万円となりました。",
    ],
)
def test_the_loss_of_a_part_of_another_time_or_of_something_else_is_none_of_the_group(sentence):
    assert told(sentence) == set()
