"""Tables whose columns are segments: a figure is of its column's segment and of what its row measures."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import counted, facts, report, unmapped

PERIOD = "2012-04-01/2012-09-30"
NETWORK, ATM, ELIMINATION = (
    "NetworkServiceAndSystemsIntegrationMember",
    "AtmOperationBusinessMember",
    "EliminationMember",
)
PAGE = """\
# 2013年3月期 第2四半期決算短信〔米国基準〕（連結）

株式会社インターネットイニシアティブ

### セグメント情報

当第2四半期連結累計期間（自 2012年4月1日 至 2012年9月30日）

（単位：千円）

| | ネットワークサービス及びシステムインテグレーション事業 | ATM運営事業 | 調整額 | 連結 |
|---|---:|---:|---:|---:|
| 外部顧客に対する営業収益 | 50,026,996 | 1,082,005 | － | 51,109,001 |
| セグメント間の内部営業収益 | 283,710 | － | △283,710 | － |
| 計 | 50,310,706 | 1,082,005 | △283,710 | 51,109,001 |
| セグメント利益 | 3,260,156 | 82,920 | △80,369 | 3,262,707 |
| セグメント資産 | 60,000,000 | 5,000,000 | △100,000 | 64,900,000 |
"""


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has segments, with Japanese labels."""
    return load_taxonomy()


def told(page: str, taxonomy) -> set[tuple[str, str, str, str]]:
    """The facts of a page: concept, member, period and value in thousands."""
    return {
        (
            item.point.concept,
            "".join(member for _, member in item.point.dimensions),
            str(item.point.period),
            str(int(item.value) // 1000),
        )
        for item in facts(report(page, taxonomy))
        if item.value
    }


def test_each_figure_is_of_its_segment_and_its_row(taxonomy):
    assert told(PAGE, taxonomy) == {
        ("RevenuesFromExternalCustomers", NETWORK, PERIOD, "50026996"),
        ("RevenuesFromExternalCustomers", ATM, PERIOD, "1082005"),
        ("IntersegmentRevenues", NETWORK, PERIOD, "283710"),
        ("Revenues", NETWORK, PERIOD, "50310706"),
        ("Revenues", ATM, PERIOD, "1082005"),
        ("Revenues", ELIMINATION, PERIOD, "-283710"),
        ("Revenues", "", PERIOD, "51109001"),
        ("OperatingIncome", NETWORK, PERIOD, "3260156"),
        ("OperatingIncome", ATM, PERIOD, "82920"),
        ("OperatingIncome", ELIMINATION, PERIOD, "-80369"),
        ("OperatingIncome", "", PERIOD, "3262707"),
    }


def test_what_no_segment_is_measured_by_is_left(taxonomy):
    assert {"60,000,000", "5,000,000", "64,900,000"} <= set(unmapped(report(PAGE, taxonomy)))


def test_the_mark_of_a_note_in_a_header_says_nothing_of_its_segment(taxonomy):
    marked = PAGE.replace("| 調整額 |", "| 調整額（注1） |")
    assert sorted(map(str, counted(report(marked, taxonomy)))) == sorted(map(str, counted(report(PAGE, taxonomy))))


@pytest.mark.parametrize("other", ["その他の事業", "ATM運営事業を除く"])
def test_a_column_of_no_known_segment_is_left(taxonomy, other):
    found = told(PAGE.replace("| ATM運営事業 |", f"| {other} |"), taxonomy)
    assert not any(value in ("82920", "1082005") for *_, value in found)


def test_one_segment_alone_is_no_table_of_segments(taxonomy):
    page = PAGE.replace("ATM運営事業", "前年").replace("調整額", "翌年")
    assert told(page, taxonomy) == set()


def test_a_total_below_another_measure_is_left(taxonomy):
    page = PAGE.replace("| 計 |", "| セグメント資産 |").replace("| セグメント資産 | 60,000,000", "| 計 | 60,000,000")
    assert not any(value in ("60000000", "5000000", "64900000") for *_, value in told(page, taxonomy))


def test_what_a_header_says_beside_a_segment_is_asked(taxonomy):
    heads = "| | 個別 | | | |\n|---|---:|---:|---:|---:|\n| | ネットワークサービス及び"
    page = PAGE.replace("| | ネットワークサービス及び", heads).replace("連結 |\n|---|---:|---:|---:|---:|", "連結 |")
    assert not any(member == NETWORK for _, member, _, _ in told(page, taxonomy))
