"""English releases since the fiscal year of 2018: their summaries, breakdowns, form of the exchange and sentences."""

import pytest

from examples import shipped
from support import report, values

PAGE = """\
Internet Initiative Japan Inc. today announced its results for the fiscal year ended March 31, 2022 ("FY2021") under
International Financial Reporting Standards (IFRS).

{}
"""
YEAR, BEFORE = "2021-04-01/2022-03-31", "2020-04-01/2021-03-31"
SUMMARY = """\
| Operating Results Summary | | | |
|---|---|---|---|
|  | FY2020 | FY2021 | YoY Change |
|  | JPY millions | JPY millions | % |
| Total revenues | 213,000 | 226,300 | 6.2 |
| Network services | 126,800 | 127,200 | 0.3 |
| Systems integration (SI) | 83,600 | 96,200 | 15.1 |
| ATM operation business | 2,600 | 2,900 | 11.5 |
| Total cost | 171,700 | 175,700 | 2.3 |
| Network services | 99,000 | 92,100 | (7.0) |
| Systems integration (SI) | 71,100 | 81,800 | 15.0 |
| ATM operation business | 1,600 | 1,800 | 12.5 |
| Total gross profit | 41,300 | 50,600 | 22.5 |
| SG&A, R&D, and other operating income (expenses) | 27,000 | 27,100 | 0.4 |
| Operating profit | 14,300 | 23,500 | 64.3 |
| Profit before tax | 14,000 | 24,200 | 72.9 |
| Profit for the year attributable to owners of the parent | 9,700 | 15,700 | 61.9 |
"""
BREAKDOWN = """\
Network Services Revenues Breakdown

|  | FY2020 | FY2021 |
|---|---|---|
|  | JPY millions | JPY millions |
| Total network services | 126,800 | 127,200 |
| Internet connectivity services (enterprise) | 41,100 | 39,000 |
| IP service | 12,200 | 13,600 |
| IIJ Mobile service | 25,700 | 22,100 |
| Enterprise mobile service (IoT usages etc.) | 8,200 | 9,900 |
| IIJ Mobile MVNO Platform Service | 17,500 | 12,200 |
| Others | 3,200 | 3,300 |
| Internet connectivity services (consumer) | 25,700 | 22,300 |
| IIJmio Mobile Service | 22,300 | 18,800 |
| Others | 3,400 | 3,500 |
| Outsourcing services | 38,000 | 43,100 |
| WAN services | 22,000 | 22,800 |
"""
FORM = """\
1. Consolidated Financial Results for the Fiscal Year Ended March 31, 2022 (April 1, 2021 to March 31, 2022)

(1) Consolidated Results of Operations (% shown is YoY change)

|  | Revenues |  | Operating profit |  | Profit before tax |  | Profit for the year |  |
|---|---|---|---|---|---|---|---|---|
|  | JPY millions | % | JPY millions | % | JPY millions | % | JPY millions | % |
| Fiscal year ended March 31, 2022 | 226,300 | 6.2 | 23,500 | 64.3 | 24,200 | 72.9 | 15,800 | 61.2 |
| Fiscal year ended March 31, 2021 | 213,000 | 4.2 | 14,300 | 73.2 | 14,000 | 96.1 | 9,800 | 134.0 |

|  | Basic earnings per share | Rate of return on equity | Ratio of operating profit to revenues |
|---|---|---|---|
|  | JPY | % | % |
| Fiscal year ended March 31, 2022 | 173.57 | 16.2 | 10.4 |
| Fiscal year ended March 31, 2021 | 107.67 | 11.5 | 6.7 |

(2) Consolidated Financial Position

|  | Total assets | Equity attributable to owners of the parent | Ratio of owners' equity to total assets |
|---|---|---|---|
|  | JPY millions | JPY millions | % |
| As of March 31, 2022 | 231,800 | 103,500 | 44.7 |
| As of March 31, 2021 | 220,800 | 90,500 | 41.0 |

(3) Consolidated Cash Flow

|  | Operating activities | Investing activities | Cash and cash equivalents (end of the year) |
|---|---|---|---|
|  | JPY millions | JPY millions | JPY millions |
| Fiscal year ended March 31, 2022 | 43,900 | (16,000) | 47,400 |
| Fiscal year ended March 31, 2021 | 40,500 | (13,200) | 42,500 |
"""


def found(text: str, concept: str) -> dict[str, str]:
    """What a page says of a concept, by period."""
    return values(report(PAGE.format(text), shipped()), concept)


@pytest.mark.parametrize(
    ("concept", "amounts"),
    [
        ("GrossMargin", ("50600000000", "41300000000")),
        ("SellingGeneralAdministrativeResearchAndOtherExpenses", ("27100000000", "27000000000")),
        ("OperatingIncome", ("23500000000", "14300000000")),
        ("ProfitBeforeTax", ("24200000000", "14000000000")),
        ("NetIncomeAttributableToParent", ("15700000000", "9700000000")),
        ("CostOfSystemsIntegration", ("81800000000", "71100000000")),
    ],
)
def test_the_summary_has_the_lines_of_the_standard(concept, amounts):
    assert found(SUMMARY, concept) == dict(zip((YEAR, BEFORE), amounts, strict=True))


@pytest.mark.parametrize(
    ("concept", "amount"),
    [
        ("EnterpriseMobileDirectServiceRevenue", "9900000000"),
        ("MvnoPlatformServiceRevenue", "12200000000"),
        ("OtherEnterpriseConnectivityRevenue", "3300000000"),
        ("IijmioMobileServiceRevenue", "18800000000"),
        ("OtherConsumerConnectivityRevenue", "3500000000"),
    ],
)
def test_the_breakdown_of_network_services_has_its_lines(concept, amount):
    assert found(BREAKDOWN, concept)[YEAR] == amount


@pytest.mark.parametrize(
    ("concept", "period", "value"),
    [
        ("Revenues", YEAR, "226300000000"),
        ("NetIncome", BEFORE, "9800000000"),
        ("BasicNetIncomePerShare", YEAR, "173.57"),
        ("ReturnOnParentShareholdersEquity", BEFORE, "0.115"),
        ("OperatingIncomePercentOfRevenue", YEAR, "0.104"),
        ("TotalParentShareholdersEquity", "2022-03-31", "103500000000"),
        ("ParentShareholdersEquityRatio", "2021-03-31", "0.410"),
        ("NetCashFromInvestingActivities", YEAR, "-16000000000"),
        ("CashAndCashEquivalents", "2022-03-31", "47400000000"),
    ],
)
def test_the_form_of_the_exchange_is_read_in_english(concept, period, value):
    assert found(FORM, concept)[period] == value


def told(text: str, concept: str) -> dict[str, str]:
    """The same of a text below the title of a section."""
    return found(f"## FY2021 Results of Operations\n\n{text}", concept)


def test_gross_profit_is_that_of_the_cost_in_front_of_it():
    text = "Cost of network services was JPY92,100 million. Fees were higher. Gross profit was JPY35,100 million."
    assert told(text, "NetworkServicesGrossMargin") == {YEAR: "35100000000"}
    assert told(text, "GrossMargin") == {}


def test_behind_a_sentence_of_which_nothing_is_read_it_is_of_nothing_known():
    text = "Cost of other services was JPY92,100 million. Gross profit was JPY35,100 million."
    assert told(text, "GrossMargin") == {}
    assert told("Gross profit was JPY35,100 million.", "GrossMargin") == {YEAR: "35100000000"}
    assert told("Total cost of sales was JPY175,700 million. Gross profit was JPY50,600 million.", "GrossMargin") == {
        YEAR: "50600000000"
    }


def test_a_subject_that_holds_a_comma_may_be_closed_by_one():
    text = (
        "SI revenues, including equipment sales, were JPY96,200 million, up 15.1% YoY (JPY83,600 million for FY2020)."
    )
    assert told(text, "SystemsIntegrationRevenue") == {YEAR: "96200000000", BEFORE: "83600000000"}
    assert told(text.replace("including", "excluding"), "SystemsIntegrationRevenue") == {}
    assert told(text.replace("including", "without"), "SystemsIntegrationRevenue") == {}


@pytest.mark.parametrize("mark", ["", "1) ", "i. ", "iii. "])
def test_shares_are_told_by_day_behind_what_counts_them(mark):
    text = (
        f"{mark}The number of shares issued at the end of the period (including treasury stock): As of March 31, 2022:"
        " 93,534,800 shares As of March 31, 2021: 93,500,000 shares"
    )
    shares = {"2022-03-31": "93534800", "2021-03-31": "93500000"}
    assert told(text, "CommonStockSharesIssued") == shares
    assert told(f"{text}\n\nTotal revenues were JPY226,300 million.", "Revenues") == {YEAR: "226300000000"}
    assert told(f"{text}\n\nii. The number of treasury stock: none", "CommonStockSharesIssued") == shares
    assert told(f"{text} of Toyshop Inc.", "CommonStockSharesIssued") == {}


def test_an_interim_period_is_the_half_of_a_fiscal_year():
    heads = (
        "|  | Revenues |  | Operating profit |  |\n|---|---|---|---|---|\n|  | JPY millions | % | JPY millions | % |\n"
    )
    rows = (
        "| Interim period ending September 30, 2022 | 117,000 | 7.2 | 10,700 | 14.6 |\n"
        "| Fiscal year ending March 31, 2023 | 250,000 | 10.5 | 27,200 | 15.5 |\n"
    )
    title = "3. Financial Targets for the Fiscal Year Ending March 31, 2023\n\n"
    said = {
        "2022-04-01/2022-09-30": "117000000000",
        "2022-04-01/2023-03-31": "250000000000",
        YEAR: "226300000000",
        BEFORE: "213000000000",
    }
    assert found(f"{FORM}\n{title}{heads}{rows}", "Revenues") == said


def test_groups_of_the_statement_may_be_losses():
    text = """\
Consolidated Statements of Profit or Loss

|  | FY2020 | FY2021 |
|---|---|---|
|  | JPY millions | JPY millions |
| Operating profit | 14,300 | 23,500 |
| Profit (loss) before tax | 14,000 | 24,200 |
| Income tax expense | (4,200) | (8,400) |
| Profit (loss) for the year | 9,800 | 15,800 |
| Profit (loss) attributable to: |  |  |
| Owners of the parent | 9,700 | 15,700 |
| Non-controlling interests | 100 | 100 |
| Earnings (loss) per share |  |  |
| Basic earnings per share (yen) | 107.67 | 173.57 |
"""
    assert found(text, "NetIncomeAttributableToParent") == {YEAR: "15700000000", BEFORE: "9700000000"}
    assert found(text, "BasicNetIncomePerShare") == {YEAR: "173.57", BEFORE: "107.67"}
    other = text.replace("Profit (loss) attributable to:", "Profit (loss) attributable to Toyshop Inc.:")
    assert found(other, "NetIncomeAttributableToParent") == {}


@pytest.mark.parametrize(
    "remark", ["(pro forma)", "(excluding ATM)", "(hi-ho)", "(non-consolidated)", "(before restatement)"]
)
def test_a_remark_behind_the_period_of_a_row_has_to_be_understood(remark):
    row = "| Fiscal year ended March 31, 2022 "
    assert found(FORM.replace(row, f"{row}{remark} "), "Revenues") == {BEFORE: "213000000000"}
    assert found(FORM.replace(row, f"{row}(unaudited) "), "Revenues")[YEAR] == "226300000000"


@pytest.mark.parametrize(
    ("note", "is_open"),
    [
        ("(1) Changes in significant subsidiaries: None", True),
        ("(1) Changes in subsidiaries: No.", True),
        ("Note: figures of a subsidiary", False),
    ],
)
def test_an_entry_that_is_answered_by_none_says_nothing_of_the_table_above_it(note, is_open):
    last = FORM.partition("(2) Consolidated Financial Position")[0]
    assert (found(f"{last}\n*Notes\n\n{note}\n", "BasicNetIncomePerShare") != {}) == is_open


DIVIDENDS = """\
## Dividends

|  | {} |  |  |  |  |
|---|---|---|---|---|---|
|  | 1Q-end | 2Q-end | 3Q-end | Year-end | Total |
|  | JPY | JPY | JPY | JPY | JPY |
| Fiscal year ended March 31, 2021 | - | 20.50 | - | 39.00 | 59.50 |
| Fiscal year ended March 31, 2022 | 0.00 | 23.00 | - | 25.00 | 48.00 |
"""


@pytest.mark.parametrize(
    "over", ["Preferred stock", "Dividend per share of Toyshop Inc.", "Dividend per share (pro forma)", "Forecast"]
)
def test_what_stands_over_the_name_of_a_line_has_to_be_understood(over):
    first = ("DividendsPerShare", "FirstQuarterEndMember")
    assert first in _ends(DIVIDENDS.format("Dividend per share"))
    assert first not in _ends(DIVIDENDS.format(over))


def _ends(text: str) -> set[tuple[str, str]]:
    """The concepts of a page, with the ends of quarters that they are told for."""
    points = (fact.point for fact in report(PAGE.format(text), shipped()).facts)
    return {(point.concept, dict(point.dimensions).get("DividendPaymentAxis", "")) for point in points}
