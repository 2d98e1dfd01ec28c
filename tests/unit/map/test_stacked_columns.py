"""Statements of equity whose columns stand one below the other, as older Japanese ones do."""

import pytest

from examples import shipped
from iij_xbrl.facts import Occurrence
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import parse
from iij_xbrl.reasons.withdrawn import AddsUpElsewhere
from support import unmapped_rows

PAGE = """\
# 平成23年３月期 決算短信〔米国基準〕（連結）

株式会社インターネットイニシアティブ（コード番号 3774）

### {title}

（単位：千円）

| | 前連結会計年度（自 2009年4月1日 至 2010年3月31日） | 当連結会計年度（自 2010年4月1日 至 2011年3月31日） |
|---|---:|---:|
| 資本金 | | |
| 前期末残高 | 16,833,847 | 16,833,847 |
| 当期変動額 | | |
| 当期変動額合計 | － | － |
| 当期末残高 | 16,833,847 | 16,833,847 |
| {name} | | |
| 前期末残高 | △19,226,000 | △17,396,118 |
| 当期変動額 | | |
| 配当金 | △405,118 | {paid} |
| 当期純利益 | 2,235,000 | 3,202,352 |
| 当期変動額合計 | 1,829,882 | 2,696,000 |
| 当期末残高 | △17,396,118 | △14,700,118 |
| 資本合計 | | |
| 前期末残高 | △2,392,153 | △562,271 |
| 当期末残高 | △562,271 | 2,133,729 |
"""
RETAINED = "RetainedEarningsMember"


def report(title: str = "連結株主資本等変動計算書", name: str = "利益剰余金", paid: str = "△506,352"):
    return report_of(parse(PAGE.format(title=title, name=name, paid=paid), "page"), shipped())


def facts(**changes: str) -> dict[tuple[str, str, str], list[str]]:
    found: dict[tuple[str, str, str], list[str]] = {}
    for fact in report(**changes).facts:
        for item in fact.occurrences:
            assert isinstance(item, Occurrence)
            member = next(iter(dict(fact.point.dimensions).values()), "")
            found.setdefault((fact.point.concept, member, str(fact.point.period)), []).append(item.text)
    return found


def test_each_row_is_of_the_column_that_is_named_above_it():
    found = facts()
    assert found["TotalEquity", RETAINED, "2009-03-31"] == ["△19,226,000"]
    assert found["TotalEquity", RETAINED, "2010-03-31"] == ["△17,396,118", "△17,396,118"]
    assert found["DividendsPaid", RETAINED, "2010-04-01/2011-03-31"] == ["△506,352"]
    assert found["TotalEquity", "CommonStockMember", "2011-03-31"] == ["16,833,847"]
    assert found["TotalEquity", "", "2011-03-31"] == ["2,133,729"]


def test_a_part_that_does_not_lead_on_from_balance_to_balance_has_no_facts():
    assert not [key for key in facts(paid="△508,352") if key[1] == RETAINED]
    reasons = {item.text: item.reason for item in unmapped_rows(report(paid="△508,352"))}
    assert reasons["△405,118"] == AddsUpElsewhere()


@pytest.mark.parametrize("changes", [{"title": "個別財務諸表"}, {"title": "連結貸借対照表"}, {"name": "新株予約権"}])
def test_names_of_columns_that_are_not_known_below_the_title_close_what_is_below(changes):
    assert not [key for key in facts(**changes) if key[1] == RETAINED]
