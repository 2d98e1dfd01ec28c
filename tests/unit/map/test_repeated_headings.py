"""Headings that stand in every cell that they span, and groups that tell which total's parts follow."""

import pytest

from support import compiled, report, unmapped, values

SUMMARY = """\
role: Summary
title: {en: Results summary, ja: 概要}
defaults: {type: monetary, period: duration, derive: [change-percent]}
lines:
- total: Revenues
  en: Total revenues
  ja: 売上高
  balance: credit
  first: true
  of:
  - ServiceRevenue: {en: Service revenue, ja: 役務収入, balance: credit, printed: [Services]}
  - GoodsRevenue: {en: Goods revenue, ja: 商品収入, balance: credit, printed: [Goods]}
- total: GrossMargin
  en: Total gross margin
  ja: 売上総利益
  balance: credit
  first: true
  of:
  - ServiceMargin: {en: Service margin, ja: 役務利益, balance: credit, printed: [Services]}
  - GoodsMargin: {en: Goods margin, ja: 商品利益, balance: credit, printed: [Goods]}
- OperatingIncome: {en: Operating income, ja: 営業利益, balance: credit}
"""
ANALYSIS = """\
role: Analysis
title: {en: Gross margin, ja: 分析}
defaults: {type: monetary, period: duration}
lines:
- StaffCosts: {en: Staff costs, ja: 人件費, balance: debit}
"""
HALVES = ("2010-04-01/2010-09-30", "2011-04-01/2011-09-30")
HEAD = """\
## Results summary

| | 1H10 | 1H11 | YoY % change |
|---|---|---|---|
| | JPY millions | JPY millions | |
"""
MARGINS = "| Services | 3,300 | 5,400 | 63.6 |\n| Goods | 2,500 | 2,700 | 8.0 |\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("repeated"), SUMMARY, ANALYSIS)


@pytest.mark.parametrize(
    "row", ["| Gross margin: | Gross margin: | Gross margin: | Gross margin: |", "| Gross margin | | | |"]
)
def test_a_heading_tells_whose_parts_follow(taxonomy, row):
    found = report(f"{HEAD}| Total revenues | 33,100 | 45,800 | 38.4 |\n{row}\n{MARGINS}", taxonomy)
    assert values(found, "ServiceMargin") == dict(zip(HALVES, ("3300000000", "5400000000"), strict=True))
    assert values(found, "ServiceRevenue") == {}


def test_a_heading_that_names_no_total_changes_nothing(taxonomy):
    found = report(f"{HEAD}| Total revenues | 33,100 | 45,800 | 38.4 |\n| Summary: | | | |\n{MARGINS}", taxonomy)
    assert values(found, "GrossMargin") == {}
    assert set(values(found, "ServiceRevenue")) == set(HALVES)


def test_figures_behind_a_repeated_label_are_of_no_column(taxonomy):
    found = report(f"{HEAD}{MARGINS}| Operating income | Operating income | 1,180 | 2,310 |\n", taxonomy)
    assert values(found, "OperatingIncome") == {}
    assert {"1,180", "2,310"} <= set(unmapped(found))
    assert "repeated over columns" in unmapped(found)["2,310"]


def test_a_title_misread_in_bold_below_itself_closes_nothing(taxonomy):
    again = HEAD.replace("\n\n|", "\n\n**Rosults rummary**\n\n|", 1)
    other = HEAD.replace("\n\n|", "\n\n**Some budget**\n\n|", 1)
    row = "| Total revenues | 33,100 | 45,800 | 38.4 |\n"
    assert set(values(report(again + row, taxonomy), "Revenues")) == set(HALVES)
    assert values(report(other + row, taxonomy), "Revenues") == {}
