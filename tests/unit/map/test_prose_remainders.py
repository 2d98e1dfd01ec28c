"""Forecasts in sentences, and what sentences say beside their statements."""

import pytest

from support import compiled, facts, report, trace

PLACE = """\
role: Income
title: {en: Statements of income, ja: 損益}
defaults: {type: monetary, period: duration, derive: [change-percent, change-amount]}
lines:
- Sales: {en: Total sales, ja: 売上高, balance: credit}
- Costs: {en: Total costs, ja: 費用, balance: debit}
- ProfitPerShare: {en: Profit per share, ja: 1株当たり利益, type: per-share, derive: []}
- DividendPerShare: {en: Dividend, ja: 配当, type: per-share, derive: []}
- SharesToBuy: {en: Shares to be bought, ja: 取得株式数, type: shares, derive: []}
"""
BALANCES = """\
role: Balances
title: {en: Balance sheets, ja: 貸借対照表}
defaults: {type: monetary, period: instant, derive: [period-change]}
lines:
- Assets: {en: Total assets, ja: 資産合計, balance: debit}
- Capital: {en: Capital stock, ja: 資本金, balance: credit}
- Surplus: {en: Capital surplus, ja: 資本剰余金, balance: credit}
- Bonds: {en: Bonds held, ja: 債券, balance: debit}
- Funds: {en: Funds held, ja: ファンド, balance: debit}
"""
PROSE = """\
phrases:
- Sales: [revenues]
- Costs: [costs]
- ProfitPerShare: [profit per share]
- DividendPerShare: {printed: [annual dividend], year_end: true}
- SharesToBuy: {printed: [number of shares to be bought], members: {ForecastAxis: ForecastMember}}
- Capital: [capital]
- Surplus: [surplus]
- Assets: [assets]
- Bonds: {printed: [bonds], part_of: Assets}
- Funds: {printed: [funds], part_of: Assets}
"""
HEAD = "# 1H FY2011 Results\n\n"
H1, YEAR, QUARTER = "2011-04-01/2011-09-30", "2011-04-01/2012-03-31", "2011-07-01/2011-09-30"
END, START = "2011-09-30", "2011-03-31"
BALANCE_TABLE = "\n\n## Balance sheets\n\n\tMarch 31, 2011\tSeptember 30, 2011\n\tJPY millions\tJPY millions\n"
ASSETS = BALANCE_TABLE + "Total assets\t40\t52\nCapital stock\t10\t13\n"
INCOME = "\n\n## Statements of income\n\n\t1H10\t1H11\tYoY % change\n\tJPY millions\tJPY millions\n"
SALES = INCOME + "Total sales\t100\t113\t13.5\nTotal costs\t50\t60\t20.0"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("toy"), PLACE, BALANCES, prose=PROSE)


@pytest.fixture
def read(taxonomy):
    """Reads sentences of a section: concept, last parts of its members, period and value of each fact."""

    def reading(text, table="", head=HEAD):
        found = [item for item in facts(report(head + text + table, taxonomy)) if "\t" not in item.text]
        lines = text.count("\n") + head.count("\n") + 1
        return [
            (
                item.point.concept,
                *(member for _, member in item.point.dimensions),
                str(item.point.period),
                f"{item.value:f}",
            )
            for item in sorted(found, key=lambda item: item.span)
            if item.span.origin.line <= lines
        ]

    return reading


REVISED = "RevisedForecastMember"
SAID = "We changed our targets for the fiscal year ending March 31, 2012. "


def test_a_revised_target_its_change_and_the_initial_one(read):
    text = (
        SAID
        + "Revised annual revenue is JPY158.0 million, JPY1.0 million down from an initial target of JPY159.0 million."
    )
    assert read(text) == [
        ("Sales", REVISED, YEAR, "158000000"),
        ("SalesChangeAmount", "InitialTargetMember", REVISED, YEAR, "-1000000"),
        ("Sales", "InitialForecastMember", YEAR, "159000000"),
    ]


def test_the_target_before_is_another_one(read):
    text = SAID + "The revised annual revenue is JPY9 million, up from the previous target of JPY8 million."
    assert read(text) == [("Sales", REVISED, YEAR, "9000000")]
    text = (
        SAID + "The revised annual revenue is JPY9 million, JPY1 million up from the previous target of JPY8 million."
    )
    assert read(text)[1:] == [
        ("SalesChangeAmount", "PreviousTargetMember", REVISED, YEAR, "1000000"),
        ("Sales", "PreviousForecastMember", YEAR, "8000000"),
    ]


def test_a_target_says_its_period_or_its_text_names_one_year(read):
    assert read("The revised annual revenue is JPY9 million.") == []
    assert (
        read(
            SAID
            + "It was JPY5 million in the fiscal year ended March 31, 2011. The revised annual revenue is JPY9 million."
        )
        == []
    )
    assert read("The revised revenue for FY2011 is JPY9 million.") == [("Sales", REVISED, YEAR, "9000000")]
    assert read(SAID + "The revised revenue is JPY9 million.") == []


def test_a_target_of_something_larger_is_no_headline(read):
    assert read("- Revenue target for FY2011: over JPY3.0 million") == []
    assert read("- Revised revenue for FY2011: JPY3.0 million") == []


def test_a_title_tells_the_version_of_its_targets(read):
    text = "Revenues for FY2011 are JPY9 million."
    assert read(text, ASSETS, "# Revised targets\n\n") == [("Sales", REVISED, YEAR, "9000000")]
    assert read(text, ASSETS, "# Targets\n\n") == [("Sales", "ForecastMember", YEAR, "9000000")]
    assert read(text, ASSETS, "# Previous and revised targets\n\n") == []


def test_growth_is_a_change_that_a_table_confirms(read):
    text = "We saw strong year over year revenue growth rate of {}%."
    assert read(text.format("13.5"), SALES) == [("SalesChangePercent", "YearOnYearMember", H1, "0.135")]
    assert read(text.format("14.5"), SALES) == []
    assert read(text.replace("{}%", "13.5% in Europe"), SALES) == []
    assert read("We saw revenue growth of 13.5% YoY.", SALES) == [
        ("SalesChangePercent", "YearOnYearMember", H1, "0.135")
    ]
    assert read("We saw revenue growth of 13.5%.", SALES) == []


def test_a_value_behind_a_change_that_a_table_confirms(read):
    text = (
        "Assets as of September 30, 2011 increased by JPY12 million from the balance as of March 31, 2011 as a result "
        "of sales in Europe, JPY{} million."
    )
    change = ("AssetsPeriodChange", H1, "12000000")
    assert read(text.format(52), ASSETS) == [change, ("Assets", END, "52000000")]
    assert read(text.format(54), ASSETS) == [change]


def test_a_change_and_the_value_in_one_breath(read):
    text = "As of September 30, 2011, the balance of assets increased by JPY12 million to was JPY52 million."
    assert read(text, ASSETS) == [("AssetsPeriodChange", H1, "12000000"), ("Assets", END, "52000000")]


def test_both_changed_over_a_period(read):
    text = "As a result, capital and surplus increased by JPY8 million and JPY7 million, respectively, for 2Q11."
    assert read(text) == [("CapitalPeriodChange", QUARTER, "8000000"), ("SurplusPeriodChange", QUARTER, "7000000")]
    assert read("Capital and surplus increased by JPY8 million and JPY7 million for 2Q11.") == []


def test_the_time_of_a_change_may_stand_behind_it(read):
    assert read("Revenues increased by 5.0% YoY in 2Q11.") == [
        ("SalesChangePercent", "YearOnYearMember", QUARTER, "0.050")
    ]


def test_an_amount_that_cannot_be_read_leaves_what_follows(read):
    text = "Revenues were JP244 million, up 5.3% YoY (JPY232 million for 1H10)."
    assert read(text) == [
        ("SalesChangePercent", "YearOnYearMember", H1, "0.053"),
        ("Sales", "2010-04-01/2010-09-30", "232000000"),
    ]


def test_a_breakdown_goes_on_in_the_next_sentence(read):
    text = "The breakdown of assets was JPY3 million in bonds. JPY2 million in funds. JPY1 million in funds were sold."
    assert read(text)[:2] == [("Bonds", END, "3000000"), ("Funds", END, "2000000")]


def test_a_list_states_the_period_of_its_items(read):
    text = "## Outline\n\n(1) Number of shares to be bought: Up to 950,000 shares\n\n(2) Period of purchase: {}\n"
    planned = [("SharesToBuy", "ForecastMember", "UpToMember", "2011-11-07/2012-01-31", "950000")]
    assert read(text.format("From November 7, 2011 to January 31, 2012"), ASSETS) == planned
    assert read(text.format("to be decided"), ASSETS) == []


def test_a_dividend_of_a_year_that_is_not_over_is_a_forecast(read):
    text = "We left the dividend unchanged (annual dividend of JPY{} per share)."
    table = (
        ASSETS + "\n\n## Statements of income\n\n\tFY2011 (target)\n\tJPY\nProfit per share\t40.00\nDividend\t27.00\n"
    )
    assert read(text.format("27.00"), table) == [("DividendPerShare", "ForecastMember", YEAR, "27")]
    assert read(text.format("28.00"), table) == []


def test_what_is_told_per_share_needs_no_words_for_it(read):
    assert read("Profit per share was JPY27.85.") == [("ProfitPerShare", H1, "27.85")]
    assert read("Profit per share was JPY27.85 million.") == []


@pytest.mark.parametrize("text", ["1 or 1.5 years", "3 to 5 years", "10 days", "two or 3 weeks"])
def test_lengths_of_time_are_no_figures(taxonomy, text):
    rows = trace(report(HEAD + f"It will take {text} longer.", taxonomy), taxonomy)
    assert {row["reason"] for row in rows if row["line"] == "3"} == {"date or period name"}
