"""Parts of Japanese pages that tell of the company alone, and where they end."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import facts, report

PAGE = """\
# 2020年3月期 決算短信〔IFRS〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

2020年5月14日

{above}

| | 売上高 | 営業利益 |
|---|---:|---:|
| | 百万円 | 百万円 |
| 2020年3月期 | 177,830 | 5,910 |

{title}

| | 総資産 | 純資産 |
|---|---:|---:|
| | 百万円 | 百万円 |
| 2020年3月期 | 157,512 | 71,044 |
"""


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has Japanese labels."""
    return load_taxonomy()


def is_read(taxonomy, above: str, title: str) -> bool:
    """Whether the balances of the page are facts."""
    return "TotalAssets" in concepts(taxonomy, above, title)


def concepts(taxonomy, above: str, title: str) -> set[str]:
    """The concepts of the facts of the page."""
    return {fact.point.concept for fact in facts(report(PAGE.format(above=above, title=title), taxonomy))}


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("（参考）個別業績の概要", "（2）財政状態"),
        ("（参考）個別業績の概要", "財政状態"),
        ("（参考）個別業績の概要\n\n（1）経営成績", "（2）財政状態"),
        ("1．2020年3月期の個別業績\n\n（1）経営成績", "（2）財政状態"),
        ("### 個別業績の概要", "### （2）財政状態"),
        ("### 個別業績の概要", "#### 財政状態"),
    ],
)
def test_what_stands_below_such_a_title_is_of_the_company_alone(taxonomy, above, title):
    assert not is_read(taxonomy, above, title)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("（参考）個別業績の概要", "（2）連結財政状態"),
        ("（参考）個別業績の概要", "2．財政状態"),
        ("（参考）個別業績の概要", "### 財政状態"),
        ("#### 個別業績の概要", "### （2）財政状態"),
        ("### 個別業績の概要", "### 財政状態"),
        ("（注）個別業績の開示は行っておりません", "（2）財政状態"),
        ("連結業績及び個別業績の概要", "（2）財政状態"),
    ],
)
def test_it_ends_with_a_title_of_its_rank_or_of_the_group(taxonomy, above, title):
    assert is_read(taxonomy, above, title)


def test_it_may_begin_in_the_last_rows_of_a_table(taxonomy):
    table = "| | 売上収益 |\n|---|---:|\n| | 百万円 |\n| 2020年3月期 | 204,474 |\n| （参考）個別業績の概要 | |\n"
    found = concepts(taxonomy, f"（1）連結経営成績\n\n{table}", "財政状態")
    assert "Revenues" in found
    assert "TotalAssets" not in found
