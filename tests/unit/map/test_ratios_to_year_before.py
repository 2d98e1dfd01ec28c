"""Columns that tell ratios to the year before where others tell changes."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import facts, report, unmapped

PAGE = """\
# 2015年3月期 第2四半期決算短信〔米国基準〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

## 業績概要

（単位：百万円）

"""
BOTH = """\
| | 2014年3月期第2四半期累計 | 2015年3月期第2四半期累計 | {head} |
|---|---:|---:|---:|
| 営業収益 | 54,095 | 57,811 | {revenues} |
| 営業利益 | 2,590 | 2,011 | {income} |
"""
RATIOS = "heads ratios to the year before"
ALONE = """\
| | 2015年3月期第2四半期累計 | {head} |
|---|---:|---:|
| 営業収益 | 57,811 | {revenues} |
| 営業利益 | 2,011 | {income} |
"""


@pytest.fixture(scope="module")
def taxonomy():
    return load_taxonomy()


def told(taxonomy, table: str, head: str, revenues: str, income: str):
    found = report(PAGE + table.format(head=head, revenues=revenues, income=income), taxonomy)
    changes = {str(fact.value) for fact in facts(found) if fact.point.concept.endswith("ChangePercent")}
    return changes, sum(RATIOS in reason for reason in unmapped(found).values())


@pytest.mark.parametrize("head", ["前年同期比（％）", "前年同期比", "増減率（％）"])
def test_amounts_beside_a_column_tell_that_it_holds_ratios(taxonomy, head):
    percent = "" if "％" in head else "％"
    assert told(taxonomy, BOTH, head, f"106.9{percent}", f"77.6{percent}") == (set(), 2)
    assert told(taxonomy, BOTH, head, f"6.9{percent}", f"△22.4{percent}") == ({"0.069", "-0.224"}, 0)


@pytest.mark.parametrize(
    ("head", "revenues", "income", "changes"),
    [
        ("前年同期比（％）", "106.9", "77.6", set()),
        ("前年同期比（％）", "6.9", "77.6", {"0.069", "0.776"}),
        ("前年同期比増減率（％）", "106.9", "77.6", {"1.069", "0.776"}),
        ("YoY (%)", "106.9", "77.6", set()),
    ],
)
def test_without_amounts_to_compare_a_column_of_what_may_be_ratios_is_left(taxonomy, head, revenues, income, changes):
    assert told(taxonomy, ALONE, head, revenues, income) == (changes, 0 if changes else 2)
