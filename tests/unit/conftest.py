"""Small taxonomies, compiled once for all unit tests."""

import pytest

from iij_xbrl.taxonomy.index import Taxonomy
from support import compiled

INCOME = """\
role: Income
title: {en: Statements of Income, ja: 損益計算書}
defaults: {type: monetary, period: duration}
lines:
- heading: RevenuesAbstract
  en: Revenues
  ja: 営業収益
  lines:
  - total: Revenues
    en: Total revenues
    ja: 営業収益合計
    balance: credit
    derive: [change-percent, change-amount, percent-of-revenue]
    of:
    - total: NetworkRevenue
      heading: {en: Network services, ja: ネットワーク}
      en: Network services revenue
      ja: ネットワーク売上高
      printed: [Total]
      balance: credit
      of:
      - WanRevenue: {en: WAN services revenue, ja: WAN, printed: [WAN services], balance: credit}
      - OutsourcingRevenue:
          {en: Outsourcing services revenue, ja: 委託, printed: [Outsourcing services], balance: credit}
    - total: SystemsRevenue
      heading: {en: Systems integration, ja: システム}
      en: Systems integration revenue
      ja: システム売上高
      printed: [Total]
      balance: credit
      of:
      - ConstructionRevenue: {en: Systems construction, ja: 構築, balance: credit}
      - MaintenanceRevenue: {en: Systems operation and maintenance, ja: 保守, balance: credit}
- heading: CostsAbstract
  en: Costs
  ja: 費用
  lines:
  - total: Costs
    en: Total costs
    ja: 費用合計
    balance: debit
    of:
    - NetworkCosts: {en: Cost of network services, ja: 原価, printed: [Network services], balance: debit}
    - SystemsCosts: {en: Cost of systems integration, ja: 構築原価, printed: [Systems integration], balance: debit}
- InterestExpense: {en: Interest expense, ja: 支払利息, balance: debit, verb: opposite}
- Depreciation: {en: Depreciation and amortization, ja: 減価償却費, balance: debit, verb: magnitude}
- Elimination: {en: Elimination, ja: 消去, balance: credit, verb: minus-magnitude}
- ExchangeGain:
    {en: "Foreign exchange gain (loss), net", ja: 為替差益, printed: [Foreign exchange gains], balance: credit,
     effect: true}
- NetIncomePerShare: {en: Basic net income per share, ja: 一株当たり純利益, type: per-share}
- AverageShares: {en: Basic weighted-average number of shares, ja: 平均株式数, type: shares}
- Margin: {en: Operating margin, ja: 営業利益率, type: percent}
- Contracts: {en: Number of contracts, ja: 契約数, type: contracts, period: instant, derive: [change-amount]}
"""

CASH = """\
role: CashFlows
title: {en: Statements of Cash Flows, ja: キャッシュ・フロー計算書}
defaults: {type: monetary, period: duration}
lines:
- OperatingCash: {en: Net cash provided by operating activities, ja: 営業, effect: true}
- InvestingCash: {en: Net cash used in investing activities, ja: 投資, effect: true}
- Cash:
    {en: Cash and cash equivalents, ja: 現金, type: monetary, period: instant, balance: debit, instant: opening,
     printed: ["Cash and cash equivalents, beginning of the period"]}
- Cash: {instant: closing, printed: ["Cash and cash equivalents, end of the period"]}
"""

EQUITY = """\
role: Equity
title: {en: Statements of Equity, ja: 株主資本等変動計算書}
defaults: {type: monetary, period: duration}
columns:
- {printed: [Total equity]}
- {printed: [Common stock], members: {EquityAxis: CommonStockMember}}
- {printed: [Accumulated deficit, Retained earnings], members: {EquityAxis: DeficitMember}}
- {printed: [Shares outstanding], concept: SharesIssued}
lines:
- TotalEquity: {en: Total equity, ja: 資本合計, period: instant, balance: credit, instant: opening, printed: [Balance]}
- NetIncome: {en: Net income, ja: 純利益, balance: credit}
- DividendsPaid: {en: Dividends paid, ja: 配当, balance: debit, verb: opposite}
- TotalEquity: {instant: closing, printed: [Balance]}
- SharesIssued: {en: Shares issued, ja: 発行済株式, type: shares, period: instant}
"""


@pytest.fixture(scope="session")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("taxonomy") / "t", INCOME, CASH, EQUITY)
