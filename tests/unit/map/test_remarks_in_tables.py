"""Titles and remarks within the one table that a whole Japanese form is: read where they are understood, never lost."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import facts, report, values

FORM = """\
|平成24年3月期 第2四半期決算短信〔米国基準〕（連結） | | | |
|---|---|---|---|
|株式会社インターネットイニシアティブ（コード番号 3774） | | | |
|1．平成24年3月期第2四半期の連結業績（平成23年4月1日～平成23年9月30日） | | | |
|(1) 連結経営成績（累計） | | （％表示は、対前年同四半期増減率） | |
| | 営業収益 | | 営業利益 |
| | 百万円 | ％ | 百万円 |
|24年3月期第2四半期 | 47,207 | 37.7 | 2,448 |
|23年3月期第2四半期 | 34,272 | 4.9 | 1,201 |
|{remark} | | | |
|(2) 連結財政状態 | | | |
| | 総資産 | 資本合計 | 株主資本 |
| | 百万円 | 百万円 | 百万円 |
|24年3月期第2四半期 | 69,102 | 30,413 | 30,358 |
|23年3月期 | 71,337 | 29,698 | 29,650 |
"""
REMARK = "（注）包括利益 24年3月期第2四半期 1,063百万円（△12.3％） 23年3月期第2四半期 1,212百万円（－％）"
H1, H1_BEFORE = "2011-04-01/2011-09-30", "2010-04-01/2010-09-30"


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has Japanese labels."""
    return load_taxonomy()


def test_a_remark_in_a_row_of_its_own_is_read(taxonomy):
    found = report(FORM.format(remark=REMARK), taxonomy)
    assert values(found, "ComprehensiveIncome") == {H1: "1063000000", H1_BEFORE: "1212000000"}
    assert values(found, "ComprehensiveIncomeChangePercent") == {H1: "-0.123"}


@pytest.mark.parametrize(
    ("remark", "number"),
    [
        ("（注）受注残高 24年3月期第2四半期 12,063百万円", "12,063"),
        ("（注）個別の包括利益 24年3月期第2四半期 1,063百万円", "1,063"),
        ("（注）1,063百万円を含みます。", "1,063"),
    ],
)
def test_the_amount_of_a_remark_that_is_not_understood_is_unmapped(taxonomy, remark, number):
    found = report(FORM.format(remark=remark), taxonomy)
    assert number not in {fact.text for fact in facts(found)}
    assert [item.status for item in found.leftovers if item.text == number] == ["unmapped"]


def test_the_numbers_of_titles_within_a_table_are_accounted_for(taxonomy):
    found = report(FORM.format(remark=REMARK), taxonomy)
    titles = {item.span.row: item.text for item in found.leftovers if item.span.row in (0, 1, 2, 3, 9)}
    assert set(titles) == {0, 1, 2, 3, 9}


def test_every_number_is_accounted_for_once(taxonomy):
    found = report(FORM.format(remark=REMARK), taxonomy)
    places = [item.span.at for item in (*facts(found), *found.leftovers)]
    assert len(places) == len(set(places))
