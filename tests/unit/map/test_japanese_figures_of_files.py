"""Figures of Japanese pages that were written to a file are mapped from it as from the page."""

import pytest

from iij_xbrl.extract.figures.files import to_csv
from iij_xbrl.extract.figures.tables import read_figures
from iij_xbrl.pipeline import load_taxonomy, report_of, report_of_tables, tables_of
from iij_xbrl.read import parse
from support import facts

PAGE = """\
# 平成24年3月期 決算短信〔{standard}〕（連結）

株式会社インターネットイニシアティブ

## 連結経営成績

| | 営業収益 | {measure} |
|---|---:|---:|
| | 百万円 | 百万円 |
| 24年3月期 | 97,315 | 6,036 |
| 23年3月期 | 82,418 | 3,833 |

## 平成25年3月期の連結業績予想（平成24年4月1日～平成25年3月31日）

| | 営業収益 |
|---|---:|
| | 百万円 |
| 第2四半期(累計) | 52,000 |
| 通期 | 111,000 |

## インターネット接続サービス契約数

（単位：千件）

| | 平成23年3月31日現在 | 平成24年3月31日現在 |
|---|---:|---:|
| インターネット接続サービス（法人向け） | 91 | 101 |
| インターネット接続サービス（個人向け） | 431 | 552 |
"""


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has Japanese labels."""
    return load_taxonomy()


def told(page: str, taxonomy, folder) -> set[tuple[str, str, int]]:
    """The facts of the figures of a page that were written to a file."""
    file = folder / "figures.csv"
    file.write_bytes(to_csv(tables_of(parse(page, "page"), taxonomy)))
    found = facts(report_of_tables("page", read_figures(file), taxonomy))
    return {(item.point.concept, str(item.point.period), int(item.value)) for item in found}


def test_rows_that_name_periods_are_of_them(taxonomy, tmp_path):
    found = told(PAGE.format(standard="米国基準", measure="税引前当期純利益"), taxonomy, tmp_path)
    assert found >= {
        ("Revenues", "2011-04-01/2012-03-31", 97_315_000_000),
        ("Revenues", "2010-04-01/2011-03-31", 82_418_000_000),
        ("IncomeBeforeIncomeTaxExpense", "2011-04-01/2012-03-31", 6_036_000_000),
    }


def test_what_is_counted_has_its_scale(taxonomy, tmp_path):
    found = told(PAGE.format(standard="米国基準", measure="税引前当期純利益"), taxonomy, tmp_path)
    assert ("EnterpriseConnectivityContracts", "2012-03-31", 101_000) in found
    assert ("EnterpriseConnectivityContracts", "2012-03-31", 101) not in found


@pytest.mark.parametrize(("standard", "is_known"), [("IFRS", True), ("米国基準", False)])
def test_a_title_says_the_standard_of_its_figures(taxonomy, tmp_path, standard, is_known):
    found = told(PAGE.format(standard=standard, measure="税引前利益"), taxonomy, tmp_path)
    assert (("ProfitBeforeTax", "2011-04-01/2012-03-31", 6_036_000_000) in found) is is_known


@pytest.mark.parametrize("unit", ["Thousands of JPY", "Thousands of"])
def test_a_scale_of_yen_is_none_of_shares(taxonomy, tmp_path, unit):
    page = f"""\
Internet Initiative Japan Inc.

Quarterly Consolidated Statements of Income

\tSix Months Ended September 30, 2012\tSix Months Ended September 30, 2013
\t{unit}\t{unit}
NET INCOME ATTRIBUTABLE TO INTERNET INITIATIVE JAPAN INC.\t2,007,156\t2,204,871
BASIC WEIGHTED-AVERAGE NUMBER OF SHARES (shares)\t40,536,800\t42,683,242
"""
    found = told(page, taxonomy, tmp_path)
    assert not any(concept == "BasicWeightedAverageShares" and value > 50_000_000 for concept, _, value in found)


REVISED = """\
# 業績予想の修正に関するお知らせ

株式会社インターネットイニシアティブ（コード番号 3774）

## 2022年３月期 通期連結業績予想数値の修正（2021年４月１日～2022年３月31日）〔IFRS〕

| | 売上収益 | 営業利益 | 基本的１株当たり当期利益 |
|---|---:|---:|---:|
| | 百万円 | 百万円 | 円　銭 |
| {before} | 227,000 | 17,000 | 121.93 |
| {after} | 224,800 | 21,000 | 151.81 |
| 増減額（Ｂ－Ａ） | △2,200 | 4,000 | |
| 増減率（％） | △1.0 | 23.5 | |
| （ご参考）前期実績（2021年３月期） | 213,002 | 14,248 | 107.70 |

## 連結キャッシュ・フローの状況

| | 営業活動によるキャッシュ・フロー | 現金及び現金同等物期末残高 |
|---|---:|---:|
| | 百万円 | 百万円 |
| 2021年３月期 | 39,932 | 42,467 |
| 2020年３月期 | 33,273 | 38,672 |

## 連結損益計算書

（単位：百万円）

| | 2020年３月期 | 2021年３月期 |
|---|---:|---:|
| 売上収益 | 204,474 | 213,002 |
| 営業利益 | 8,225 | 14,248 |
| 基本的１株当たり当期利益（円） | 88.88 | 107.70 |

## 連結持分変動計算書（2020年４月１日～2021年３月31日）

（単位：百万円）

| | 資本金 | 利益剰余金 | 資本合計 |
|---|---:|---:|---:|
| 期首残高 | 25,519 | 16,500 | 80,057 |
| 当期利益 | － | 9,712 | 9,890 |
| 期末残高 | 25,531 | 24,250 | 88,932 |
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [("前回発表予想（Ａ）", "今回修正予想（Ｂ）"), ("修正前", "修正後"), ("修正前予想", "修正後予想")],
)
def test_a_file_of_figures_gives_what_the_page_gives(taxonomy, tmp_path, before, after):
    page = REVISED.format(before=before, after=after)
    found = facts(report_of(parse(page, "page"), taxonomy))
    whole = {(item.point.concept, str(item.point.period), int(item.value)) for item in found}
    assert ("Revenues", "2021-04-01/2022-03-31", 224_800_000_000) in whole
    assert ("TotalEquity", "2020-03-31", 25_519_000_000) in whole
    assert told(page, taxonomy, tmp_path) == whole
