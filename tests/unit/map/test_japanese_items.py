"""Items of Japanese lists: what a line was and how it moved, and what of them is not understood."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import facts, report

PAGE = """\
# 2023年3月期 第1四半期決算短信〔IFRS〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

2022年8月8日

## {title}

{item}
"""
RESULTS = "2023年3月期第1四半期（2022年4月1日～2022年6月30日）の連結業績"
Q1, YEAR = "2022-04-01/2022-06-30", "2022-04-01/2023-03-31"


@pytest.fixture(scope="module")
def taxonomy():
    """The taxonomy that is shipped: it has Japanese labels."""
    return load_taxonomy()


def told(taxonomy, title: str, item: str) -> set[tuple[str, bool, str, str]]:
    """The facts of an item: concept, whether it is a forecast, period and value."""
    points = ((fact.point, fact.value) for fact in facts(report(PAGE.format(title=title, item=item), taxonomy)))
    return {
        (point.concept, ("ForecastAxis", "ForecastMember") in point.dimensions, str(point.period), str(value))
        for point, value in points
    }


@pytest.mark.parametrize(
    "item",
    [
        "■ 営業利益　5,026百万円（前年同期比26.7％増）",
        "・営業利益：5,026百万円（前年同期比26.7％増）",
        "① 営業利益：前年同期比26.7％増の5,026百万円",
        "- 営業利益：5,026百万円（前年同期比26.7％増）\n- 売上原価は高止まりしました。",
    ],
)
def test_an_item_states_a_line_and_its_change(taxonomy, item):
    assert told(taxonomy, RESULTS, item) == {
        ("OperatingIncome", False, Q1, "5026000000"),
        ("OperatingIncomeChangePercent", False, Q1, "0.267"),
    }


def test_below_a_title_of_what_is_expected_it_is_a_forecast(taxonomy):
    found = told(taxonomy, "2023年3月期 通期連結業績見通し", "・営業利益：27,200百万円（前期比15.5％増）")
    assert found == {
        ("OperatingIncome", True, YEAR, "27200000000"),
        ("OperatingIncomeChangePercent", True, YEAR, "0.155"),
    }


@pytest.mark.parametrize(
    ("measure", "concept"), [("売上収益", "NetworkServicesRevenue"), ("（売上原価）", "CostOfNetworkServices")]
)
def test_below_a_measure_the_name_is_that_of_a_part(taxonomy, measure, concept):
    found = told(taxonomy, RESULTS, f"### {measure}\n\n・ネットワークサービス：33,234百万円（前年同期比7.2％増）")
    assert {name for name, *_ in found} == {concept, f"{concept}ChangePercent"}


@pytest.mark.parametrize(
    ("title", "item"),
    [
        (RESULTS, "・営業利益：5,026百万円"),
        (RESULTS, "・営業利益：5,026百万円の増加（前年同期比26.7％増）"),
        (RESULTS, "・営業利益：5,026百万円（計画比26.7％増）"),
        (RESULTS, "・営業利益：5,026百万円（前年同期比26.7％増）は見込まれていませんでした。"),
        ("2023年3月期 通期業績予想に対する進捗", "・営業利益：5,026百万円（前期比15.5％増）"),
        ("2023年3月期 通期業績予想の修正", "・営業利益：27,200百万円（前期比15.5％増）"),
        ("前年同期の業績", "・営業利益：4,026百万円（前年同期比15.5％増）"),
        (f"{RESULTS}\n\n### ATM運営事業", "・営業利益：110百万円（前年同期比7.2％増）"),
    ],
)
def test_what_is_not_understood_is_no_fact(taxonomy, title, item):
    assert told(taxonomy, title, item) == set()


@pytest.mark.parametrize("mark", ["・", "■", "◎ ", "① ", "- "])
def test_each_line_with_a_mark_is_an_item(taxonomy, mark):
    """Lines of one paragraph whose marks no blank parts from their words, as Japanese lists have them."""
    text = f"{mark}営業利益：5,026百万円（前年同期比26.7％増）\n{mark}売上収益：60,000百万円（前年同期比9.0％増）"
    found = told(taxonomy, RESULTS, text)
    assert {("OperatingIncome", False, Q1, "5026000000"), ("Revenues", False, Q1, "60000000000")} < found


@pytest.mark.parametrize("title", ["{}", "{}\n\nサービス別の状況は次のとおりです。", "（１）{}"])
def test_a_part_below_another_measure_is_not_what_its_name_means_alone(taxonomy, title):
    """`ネットワークサービス` is the name of revenue, and below `営業利益` is told of that."""
    item = "・ネットワークサービス：5,026百万円（前年同期比26.7％増）"
    assert told(taxonomy, RESULTS, f"### {title.format('営業利益')}\n\n{item}") == set()
    assert told(taxonomy, RESULTS, f"営業利益\n{item}\n{item}") == set()
    found = told(taxonomy, RESULTS, f"### {title.format('売上収益')}\n\n{item}\n{item}")
    assert ("NetworkServicesRevenue", False, Q1, "5026000000") in found
    found = told(taxonomy, RESULTS, f"### {title.format('売上原価')}\n\n{item}\n{item}")
    assert ("CostOfNetworkServices", False, Q1, "5026000000") in found
