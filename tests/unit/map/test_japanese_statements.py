"""Lines of Japanese statements: names as they are printed, rows of other statements among effects on cash, brackets."""

import pytest

from iij_xbrl.map.labels import effect_key, key
from iij_xbrl.pipeline import load_taxonomy
from support import facts, report, unmapped

CASH_FLOW = """\
# 2012年3月期 決算短信〔米国基準〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

### 連結キャッシュ・フロー計算書

（単位：千円）

| | 前連結会計年度（自 2010年4月1日 至 2011年3月31日） | 当連結会計年度（自 2011年4月1日 至 2012年3月31日） |
|---|---:|---:|
| 営業活動によるキャッシュ・フロー | | |
| 当期純利益 | 3,203,210 | 3,610,118 |
| 減価償却費 | 5,871,334 | 7,212,440 |
| 受取利息 | △21,018 | △30,227 |
| 為替差損益－純額 | 18,152 | 32,514 |
| 貸倒引当金繰入額 | 68,300 | 94,839 |
| 営業活動によるキャッシュ・フロー | 12,903,118 | 11,659,338 |
"""
COMPREHENSIVE = """\
# 2020年3月期 第2四半期決算短信〔IFRS〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

### 要約四半期連結包括利益計算書（自 2019年4月1日 至 2019年9月30日）

（単位：千円）

| | 前第2四半期連結累計期間 | 当第2四半期連結累計期間 |
|---|---:|---:|
| 四半期利益 | 2,010,334 | 1,820,447 |
| その他の包括利益 | | |
| 純損益に振り替えられることのない項目 | | |
| その他の包括利益を通じて公正価値で測定する金融資産の変動 | 612,118 | (220,331) |
| 純損益に振り替えられることのない項目合計 | 612,118 | (220,331) |
| 純損益に振り替えられる可能性のある項目 | | |
| 在外営業活動体の換算差額 | 70,220 | (60,117) |
| 持分法によるその他の包括利益 | 330 | (1,020) |
| 純損益に振り替えられる可能性のある項目合計 | 70,550 | (61,137) |
| その他の包括利益合計 | 682,668 | (281,468) |
| 四半期包括利益 | 2,693,002 | 1,538,979 |
"""


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has Japanese labels."""
    return load_taxonomy()


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("たな卸資産の増加・減少（△）", "たな卸資産の減少（増加）"),
        ("たな卸資産の増減額（▲は増加）", "たな卸資産の減少（増加）"),
        ("繰延収益－非流動の増加", "繰延収益（固定）の増加（減少）"),
        ("現金及び現金同等物の純増加（△減少）額", "現金及び現金同等物の純増加（減少）"),
    ],
)
def test_directions_of_an_effect_are_left_out_however_they_are_printed(printed, known):
    assert effect_key(printed) == effect_key(known)


def test_a_dash_within_a_name_is_a_remark():
    assert key("セールスタイプ・リースへの純投資額－非流動の減少") == key(
        "セールスタイプ・リースへの純投資額（非流動）の減少"
    )
    assert key("資産－負債の差額") != key("資産（負債）の差額")


def test_a_line_of_the_income_statement_is_not_one_of_the_cash_flows(taxonomy):
    found = report(CASH_FLOW, taxonomy)
    assert unmapped(found).keys() == {"△21,018", "△30,227"}


def test_names_of_the_cash_flow_statement_go_before_those_of_others(taxonomy):
    found = {fact.text: fact.point.concept for fact in facts(report(CASH_FLOW, taxonomy))}
    assert found["18,152"] == "ForeignExchangeLossesAdjustment"
    assert found["68,300"] == "ProvisionForAllowanceForDoubtfulAccounts"


def test_sums_of_figures_in_brackets_alone_prove_no_sign(taxonomy):
    alone = "\n".join(
        line for line in COMPREHENSIVE.split("\n") if "四半期利益" not in line and "四半期包括" not in line
    )
    assert not [fact.text for fact in facts(report(alone, taxonomy)) if fact.text.startswith("(")]
    found = {fact.text: fact.value for fact in facts(report(COMPREHENSIVE, taxonomy))}
    assert {text for text in found if text.startswith("(")} >= {"(60,117)", "(281,468)"}
    assert all(value < 0 for text, value in found.items() if text.startswith("("))


EQUITY = """\
# 平成24年3月期 決算短信〔米国基準〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

### 連結株主資本等変動計算書

当連結会計年度（自 平成23年4月1日 至 平成24年3月31日）

| 区分 | 資本剰余金（千円） | 別途積立金（千円） | 自己株式（千円） | 資本合計（千円） |
|---|---:|---:|---:|---:|
| 期首残高 | 27,318,912 | 110,331 | △392,079 | 29,641,350 |
| 株式報酬費用 | 48,014 | | | 48,014 |
| 配当金の支払額 | | △608,052 | | △608,052 |
| 売上原価合計 | | △210,331 | | △210,331 |
| 期末残高 | 27,347,531 | 110,331 | △392,079 | 32,678,865 |
"""


def test_a_row_of_a_matrix_is_of_its_column_or_nothing(taxonomy):
    found = [fact for fact in facts(report(EQUITY, taxonomy)) if fact.text in ("△608,052", "△210,331", "110,331")]
    assert [(fact.point.concept, fact.point.dimensions) for fact in found] == [("DividendsPaid", ())]


def test_the_name_of_a_measure_is_no_title_of_a_part(taxonomy):
    page = """\
    # 平成27年3月期 第3四半期決算短信〔米国基準〕（連結）

    株式会社インターネットイニシアティブ（コード番号 3774）

    ### 経営成績に関する説明

    ① {title}

    法人向けインターネット接続サービスの売上高は、前年同期比3.1％増の12,710百万円となりました。
    """
    of_revenue, of_part = (report(page.format(title=title), taxonomy) for title in ("営業収益", "システム構築"))
    assert {fact.text for fact in facts(of_revenue)} == {"3.1", "12,710"}
    assert {fact.text for fact in facts(of_part)} == set()
