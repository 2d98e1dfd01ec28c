"""Heads of Japanese tables whose lines end within a word: what they name together, never what a part of them names."""

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse

OPENING = """\
平成24年3月期 第2四半期決算短信〔米国会計基準〕(連結)

株式会社インターネットイニシアティブ 東証 コード番号 3774

## 連結経営成績

"""


def periods_of(*heads: str) -> set[str]:
    rows = [f"| | {' | '.join(head.split('|'))} |" for head in heads]
    table = "\n".join(
        [rows[0], "|---|---:|---:|", *rows[1:], "| 営業収益 | 33,100 | 45,800 |", "| 営業利益 | 1,180 | 2,310 |"]
    )
    facts = report_of(parse(f"{OPENING}{table}\n", "release"), load_taxonomy()).facts
    return {str(fact.point.period) for fact in facts if fact.occurrence.text in ("33,100", "45,800")}


HALVES = {"2010-04-01/2010-09-30", "2011-04-01/2011-09-30"}


@pytest.mark.parametrize(
    "heads",
    [
        ("2011 年 3 月期|2012 年 3 月期", "第 2 四半期会計|第 2 四半期会計", "期間|期間", "百万円|百万円"),
        ("2011 年 3 月期第 2 四半|2012 年 3 月期第 2 四半", "期会計期間|期会計期間", "百万円|百万円"),
        ("2011 年 3 月期第 2 四半期会 計期間|2012 年 3 月期第 2 四半期会 計期間", "百万円|百万円"),
    ],
)
def test_a_word_that_is_broken_over_lines_is_no_shorter_one(heads):
    assert not periods_of(*heads) & {*HALVES, "2010-04-01/2011-03-31", "2011-04-01/2012-03-31"}


def test_a_scale_right_behind_a_japanese_head_is_its_unit():
    assert periods_of("2011年3月期第2四半期連結累計期間百万円|2012年3月期第2四半期連結累計期間百万円") == HALVES


def test_a_head_that_ends_with_two_units_says_none_of_its_column():
    page = (
        'Internet Initiative Japan Inc. announced its results for the first half ended September 30, 2011 ("1H11").\n\n'
        "### Consolidated Statements of Income\n\n"
        "| | 1H10 Thousands of JPY Thousands of U.S. Dollars | 1H11 Thousands of JPY |\n|---|---:|---:|\n"
        "| Total revenues | 34,272,080 | 47,206,508 |\n| Operating income | 1,201,091 | 2,448,207 |\n"
    )
    facts = report_of(parse(page, "release"), load_taxonomy()).facts
    assert not [fact for fact in facts if fact.occurrence.text == "34,272,080"]
