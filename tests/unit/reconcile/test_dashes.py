"""A dash for what is not determined yet is zero where a sum leaves nothing for it; else its data point stays open."""

import pytest

from iij_xbrl.reasons.evidence import DashForZero
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled, facts, report, unmapped

PLACE = """\
places:
- role: Payments
  title: {en: Payments per share, ja: 配当}
  rows: periods
  axes: [ForecastAxis]
  defaults: {type: per-share, period: duration}
  lines:
  - Payment: {en: Payment, ja: 配当金, printed: [Interim], members: {ShopAxis: NorthMember}}
  - Payment: {printed: [Final], members: {ShopAxis: SouthMember}}
  - Payment: {printed: [Annual]}
  relations:
  - Payment[ForecastMember] = Payment[NorthMember]? + Payment[SouthMember, ForecastMember]
"""
BALANCES = """\
places:
- role: Balances
  title: {en: Balance sheet, ja: 貸借対照表}
  defaults: {type: monetary, period: instant, balance: debit}
  lines:
  - Cash: {en: Cash, ja: 現金}
  - Assets: {en: Total assets, ja: 資産合計}
"""
SHEET = """\
Balance sheet

\tSep. 30, 2011
\tThousands of JPY
Cash\t10,974,412
Total assets\t69,102,084

"""
PAYMENTS = """\
Payments per share

\tInterim\tFinal\tAnnual
\tJPY\tJPY\tJPY
Fiscal year ended March 31, 2011\t1,250.00\t1,500.00\t2,750.00
Fiscal year ending March 31, 2012\t{interim}\t\t
Fiscal year ending March 31, 2012 (Target)\t\t{final}\t{annual}
"""


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("payments"), PLACE, BALANCES, prose="phrases: []\n")


def converted(taxonomy: Taxonomy, interim: str, final: str, annual: str) -> Report:
    return report(SHEET + PAYMENTS.format(interim=interim, final=final, annual=annual), taxonomy)


def left_open(found: Report) -> list[tuple[int, str]]:
    return [(dash.span.origin.line, str(dash.point.period)) for dash in found.undetermined]


def test_a_dash_is_zero_where_the_total_leaves_nothing_for_it(taxonomy: Taxonomy):
    found = converted(taxonomy, interim="-", final="1,500.00", annual="1,500.00")
    (zero,) = [fact for fact in facts(found) if fact.text == "-"]
    assert (zero.value, zero.status) == (0, "inferred")
    assert isinstance(zero.reason, DashForZero)
    assert (zero.reason.total, zero.reason.at.line) == ("1,500.00", 14)
    assert left_open(found) == []


def test_a_dash_stays_open_where_the_total_leaves_something_for_it(taxonomy: Taxonomy):
    found = converted(taxonomy, interim="-", final="1,500.00", annual="3,000.00")
    assert left_open(found) == [(13, "2011-04-01/2012-03-31")]
    assert [fact for fact in facts(found) if fact.text == "-"] == []


def test_a_total_that_is_a_dash_itself_is_no_evidence(taxonomy: Taxonomy):
    found = converted(taxonomy, interim="-", final="-", annual="-")
    assert [line for line, _ in left_open(found)] == [13, 14, 14]


def test_a_data_point_that_is_printed_is_not_left_open_elsewhere(taxonomy: Taxonomy):
    page = SHEET + PAYMENTS.format(interim="1,500.00", final="-", annual="-")
    found = report(page + "Fiscal year ending March 31, 2012 (Target)\t\t1,400.00\t2,900.00\n", taxonomy)
    assert left_open(found) == []
    assert unmapped(found) == {
        "-": "a dash for what is not determined yet; '2,900.00' on line 15 is the same data point"
    }


def test_what_is_left_open_twice_is_reported_once(taxonomy: Taxonomy):
    page = SHEET + PAYMENTS.format(interim="1,500.00", final="1,500.00", annual="-")
    found = report(page + "Fiscal year ending March 31, 2012 (Target)\t\t1,500.00\t-\n", taxonomy)
    assert [line for line, _ in left_open(found)] == [14]
    assert [leftover.span.origin.line for leftover in found.leftovers if leftover.text == "-"] == [15]
