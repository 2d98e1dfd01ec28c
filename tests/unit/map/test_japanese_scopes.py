"""Japanese texts in front of a table that say that its figures are of something else."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import INCOME, compiled, facts, report, unmapped, values

HALF = "2011-04-01/2011-09-30"
HEADER = "\t2011年3月期第2四半期累計\t2012年3月期第2四半期累計\n\t百万円\t百万円\n"
TABLE = f"{HEADER}売上高\t33,100\t45,800\n営業利益\t1,180\t2,310\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("japanese"), INCOME)


def revenues(text: str, taxonomy) -> str | None:
    return values(report(f"## 損益\n\n{text}\n\n{TABLE}", taxonomy), "Revenues").get(HALF)


@pytest.mark.parametrize("text", ["子会社の業績は次のとおりです。", "金額は月平均です。", "（修正前）", "（単体）"])
def test_a_text_that_says_another_scope_closes_the_table_below_it(taxonomy, text):
    assert revenues(text, taxonomy) is None


@pytest.mark.parametrize("text", ["（連結）", "当社の業績は次のとおりです。", "金額は百万円未満を四捨五入しています。"])
def test_a_text_that_says_no_other_scope_changes_nothing(taxonomy, text):
    assert revenues(text, taxonomy) == "45800000000"


@pytest.mark.parametrize("title", ["損益（遡及修正前）", "損益（組替前）", "連結損益（訂正前）"])
def test_figures_before_a_change_are_others(taxonomy, title):
    assert values(report(f"## {title}\n\n{TABLE}", taxonomy), "Revenues").get(HALF) is None


def test_the_same_title_without_a_change_is_read(taxonomy):
    assert values(report(f"## 損益\n\n{TABLE}", taxonomy), "Revenues").get(HALF) == "45800000000"


@pytest.mark.parametrize(
    ("label", "status"),
    [("1株当たり純資産", "not-a-fact"), ("3ヶ月超の定期預金", "not-a-fact"), ("うち新規1,000百万円", "unmapped")],
)
def test_a_number_in_a_label_is_part_of_its_words_unless_it_is_an_amount(taxonomy, label, status):
    found = report(f"## 損益\n\n{TABLE}{label}\t50\t60\n", taxonomy)
    (number,) = [item for item in found.leftovers if item.label == label and item.text in ("1", "3", "1,000")]
    assert number.status == status


@pytest.mark.parametrize("caption", ["（単位：百万円）", "（自 2011年4月1日 至 2011年9月30日）"])
@pytest.mark.parametrize("title", ["子会社の損益", "株式会社ムーンベースの損益", "個別損益"])
def test_a_line_between_a_title_and_its_table_leaves_the_title_what_it_says(taxonomy, title, caption):
    assert values(report(f"{title}\n\n{caption}\n\n{TABLE}", taxonomy), "Revenues").get(HALF) is None
    assert values(report(f"連結損益\n\n{caption}\n\n{TABLE}", taxonomy), "Revenues").get(HALF) == "45800000000"


@pytest.mark.parametrize("word", ["個別", "新会社", "試算"])
def test_a_word_beside_the_period_of_a_header_closes_the_column(word):
    page = f"""\
# 2013年3月期 第2四半期決算短信〔米国基準〕（連結）

株式会社インターネットイニシアティブ

### 四半期連結損益計算書

| | 自 2011年4月1日 至 2011年9月30日 | 当期（{word}）（自 2012年4月1日 至 2012年9月30日） |
|---|---:|---:|
| | 百万円 | 百万円 |
| 営業収益合計 | 47,207 | 51,395 |
| 営業利益 | 2,448 | 3,008 |
"""
    found = report(page, load_taxonomy())
    assert {str(fact.point.period) for fact in facts(found)} == {"2011-04-01/2011-09-30"}
    assert {"51,395", "3,008"} <= set(unmapped(found))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("【訂正前】", "【訂正後】"),
        ("（訂正前）", "（訂正後）"),
        ("＜個別＞", "＜連結＞"),
        ("■訂正前", "■訂正後"),
        ("## 修正前", "## 修正後"),
    ],
)
def test_a_mark_that_stands_alone_closes_all_up_to_its_answer(taxonomy, before, after):
    old = TABLE.replace("45,800", "45,008")
    titles = "## 1. 損益\n\n（1）損益\n\n（単位：百万円）\n"
    found = report(f"{before}\n\n{titles}\n{old}\n{after}\n\n{titles}\n{TABLE}", taxonomy)
    assert {str(fact.value) for fact in facts(found) if str(fact.point.period) == HALF} == {"45800000000", "2310000000"}
    assert {"45,008", "1,180"} <= set(unmapped(found))


@pytest.mark.parametrize("title", ["（参考）個別損益", "子会社の損益"])
def test_a_title_in_the_last_row_of_a_table_is_that_of_the_next(taxonomy, title):
    found = report(f"## 損益\n\n{TABLE}{title}\t\t\n\n{TABLE.replace('45,800', '35,800')}", taxonomy)
    assert values(found, "Revenues").get(HALF) in ("45800000000", None)
    assert "35,800" in unmapped(found)


@pytest.mark.parametrize(("before", "between"), [("【訂正前】", "【注記事項】"), ("＜個別＞", "＜業績＞")])
def test_a_mark_that_does_not_answer_another_ends_nothing(taxonomy, before, between):
    page = f"{before}\n\n## 損益\n\n{TABLE}\n{between}\n\n## 損益\n\n{TABLE}"
    assert not list(facts(report(page, taxonomy)))


def test_a_mark_without_an_answer_closes_the_rest(taxonomy):
    assert not list(facts(report(f"【訂正前】\n\n## 損益\n\n{TABLE}\n## 損益\n\n{TABLE}", taxonomy)))


def test_a_total_in_another_unit_than_the_columns_beside_it_needs_no_point():
    page = """\
# 2012年3月期 決算短信〔米国基準〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

## ２．配当の状況

| | 年間配当金 | | | 配当金総額（合計） |
|---|---:|---:|---:|---:|
| | 第２四半期末 | 期末 | 合計 | |
| | 円　銭 | 円　銭 | 円　銭 | 百万円 |
| 2011年3月期 | 1,250.00 | 1,500.00 | 2,750.00 | 557 |
| 2012年3月期 | 1,500.00 | 1,750.00 | 3,250.00 | 659 |
"""
    found = [fact for fact in facts(report(page, load_taxonomy())) if fact.point.concept == "TotalDividends"]
    assert sorted(str(fact.value) for fact in found) == ["557000000", "659000000"]
