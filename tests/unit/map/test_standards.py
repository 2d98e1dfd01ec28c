"""Accounting standards: lines that only statements under another standard have are no lines of a document."""

import pytest

from iij_xbrl.map.scopes.words.standards import concepts_of_others
from iij_xbrl.pipeline import load_taxonomy
from support import facts, report, unmapped

PAGE = """\
# 2012年3月期 決算短信〔{standard}〕

## 1. 2012年3月期の連結業績（2011年4月1日～2012年3月31日）

{body}
"""
TABLE = """\
（1）連結経営成績

| | 営業収益 | 営業利益 | 税引前利益 |
|---|---:|---:|---:|
| | 百万円 | 百万円 | 百万円 |
| 2012年3月期 | 97,315 | 6,353 | 6,036 |
"""
SENTENCE = "当連結会計年度の税引前利益は6,036百万円となりました。"


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has statements under two standards."""
    return load_taxonomy()


def told(taxonomy, standard: str, body: str) -> set[str]:
    return {fact.point.concept for fact in facts(report(PAGE.format(standard=standard, body=body), taxonomy))}


@pytest.mark.parametrize("body", [TABLE, SENTENCE])
def test_a_line_of_another_standard_is_no_fact(taxonomy, body):
    assert "ProfitBeforeTax" not in told(taxonomy, "米国基準", body)
    assert "6,036" in unmapped(report(PAGE.format(standard="米国基準", body=body), taxonomy))


@pytest.mark.parametrize("body", [TABLE, SENTENCE])
@pytest.mark.parametrize("standard", ["IFRS", "連結"])
def test_a_line_of_the_standard_is_a_fact_and_of_any_where_none_is_named(taxonomy, standard, body):
    assert "ProfitBeforeTax" in told(taxonomy, standard, body)


def test_lines_that_both_standards_have_are_of_no_other(taxonomy):
    others = concepts_of_others(taxonomy, frozenset({"U.S. GAAP"}))
    assert {"ProfitBeforeTax", "RightOfUseAssets"} <= others
    assert not {"Revenues", "GrossMargin", "TotalAssets", "ReturnOnParentShareholdersEquity"} & others


def test_a_title_below_other_lines_names_the_standard(taxonomy):
    above = "\n\n".join(
        ["2012年5月15日", "上場取引所 東", "コード番号 3774", "URL https://www.iij.ad.jp/", "TEL 03-5205-6500", "各位"]
    )
    page = f"{above}\n\n{PAGE.format(standard='IFRS', body=TABLE)}"
    assert "ProfitBeforeTax" in {fact.point.concept for fact in facts(report(page, taxonomy))}
