"""Columns that tell ratios to the year before where others tell changes."""

import time

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


def seconds(years: int) -> float:
    """Processor seconds for a table of so many years, each with its revenues and a column of ratios behind them."""
    told = range(years)
    page = f"""\
# Internet Initiative Japan Inc.

## Consolidated Statements of Income (JPY thousands)

| | {" | ".join(f"FY{2025 - at} | YoY" for at in told)} |
|{"---|" * (2 * years + 1)}
""" + "".join(
        f"| {label} | {' | '.join(f'{100_000 - 700 * at + row:,} | {0.7 + at / 100:.1f}%' for at in told)} |\n"
        for row, label in enumerate(["Total revenues", "Operating income"] * 10)
    )
    taxonomy = load_taxonomy()
    start = time.process_time()
    report(page, taxonomy)
    return time.process_time() - start


def test_three_times_the_columns_take_little_more_than_three_times_the_time():
    seconds(2)  # what is made once
    short = min(seconds(10) for _ in range(2))
    assert min(seconds(30) for _ in range(2)) < 9 * short
