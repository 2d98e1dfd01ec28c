"""Statements in millions, segments in columns and sentences, as releases under IFRS since the year 2020 print them."""

from examples import shipped
from support import facts, report, values

PAGE = """\
Internet Initiative Japan Inc. today announced its results for the fiscal year ended March 31, 2023 ("FY2022", from
April 1, 2022 to March 31, 2023) under International Financial Reporting Standards (IFRS).

{}
"""
YEAR = "2022-04-01/2023-03-31"
SEGMENTS = """\
## Segment Information

Segment information for the Company is as follows:

Fiscal year ended March 31, 2023

|  | Reportable segments | Reportable segments | Adjustments | Consolidated |
|---|---|---|---|---|
|  | Network service and systems integration business | ATM operation business |  |  |
|  | Millions of yen | Millions of yen | Millions of yen | Millions of yen |
| Customers | 249,950 | 2,758 | - | 252,708 |
| Intersegment transactions | 180 | - | (180) | - |
| Total revenue | 250,130 | 2,758 | (180) | 252,708 |
| Segment operating profit | 26,300 | 1,060 | (139) | 27,221 |
"""
CASH_FLOWS = """\
## Condensed Consolidated Statements of Cash Flows

|  | Fiscal year ended March 31, 2022 | Fiscal year ended March 31, 2023 |
|---|---|---|
|  | Millions of yen | Millions of yen |
| Cash flows from operating activities |  |  |
| Profit before tax | 24,162 | 27,309 |
| Depreciation and amortization | 28,302 | 28,901 |
| Subtotal | 52,464 | 56,210 |
| Income taxes paid | (8,593) | (18,610) |
| Cash flows from operating activities | 43,871 | 37,600 |
| Cash flows from investing activities |  |  |
| Purchases of tangible assets | (11,838) | (18,386) |
| Cash flows from investing activities | (11,838) | (18,386) |
| Cash flows from financing activities |  |  |
| Payments of other financial liabilities | (27,296) | (25,731) |
| Cash flows from financing activities | (27,296) | (25,731) |
| Net increase (decrease) in cash and cash equivalents | 4,737 | (6,517) |
| Cash and cash equivalents, beginning of the year | 42,467 | 47,204 |
| Cash and cash equivalents, end of the year | 47,204 | 40,687 |
"""


def segments(text: str) -> set[tuple[str, str, str]]:
    """The members, concepts and millions of facts that have members."""
    return {
        (dict(item.point.dimensions)["SegmentAxis"], item.point.concept, str(item.value).removesuffix("000000"))
        for item in facts(report(PAGE.format(text), shipped()))
        if item.point.dimensions
    }


def test_segments_are_told_by_what_stands_below_their_common_head() -> None:
    services, machines, between = (
        "NetworkServiceAndSystemsIntegrationMember",
        "AtmOperationBusinessMember",
        "EliminationMember",
    )
    assert segments(SEGMENTS) >= {
        (services, "RevenuesFromExternalCustomers", "249950"),
        (machines, "RevenuesFromExternalCustomers", "2758"),
        (services, "IntersegmentRevenues", "180"),
        (services, "Revenues", "250130"),
        (machines, "Revenues", "2758"),
        (between, "Revenues", "-180"),
        (services, "OperatingIncome", "26300"),
        (machines, "OperatingIncome", "1060"),
        (between, "OperatingIncome", "-139"),
    }


def test_what_reportable_segments_have_together_is_not_what_the_company_has() -> None:
    found = report(
        PAGE.format(
            "Operating Results Summary\n\n|  | Reportable segments |\n|---|---|\n|  | FY2022 |\n|  | JPY millions |\n"
            "| Total revenues | 252,888 |\n| Operating profit | 27,360 |\n"
        ),
        shipped(),
    )
    assert not list(facts(found))


def test_totals_have_the_names_of_their_headings_in_statements_in_millions() -> None:
    found = report(PAGE.format(CASH_FLOWS), shipped())
    assert [
        values(found, f"NetCashFrom{activities}Activities")[YEAR]
        for activities in ("Operating", "Investing", "Financing")
    ] == ["37600000000", "-18386000000", "-25731000000"]
    assert values(found, "CashAndCashEquivalents") == {
        "2021-03-31": "42467000000",
        "2022-03-31": "47204000000",
        "2023-03-31": "40687000000",
    }


def test_backlog_is_told_with_its_day_behind_what_it_includes() -> None:
    found = report(
        PAGE.format(
            "Order backlog for SI, including equipment sales, as of March 31, 2023 amounted to JPY79,012 million, up "
            "12.1% YoY (JPY70,484 million as of March 31, 2022); order backlog for systems construction and equipment "
            "sales was JPY19,349 million, up 7.2% YoY."
        ),
        shipped(),
    )
    assert values(found, "OrderBacklog") == {"2023-03-31": "79012000000", "2022-03-31": "70484000000"}
    assert values(found, "SystemsConstructionAndEquipmentSalesOrderBacklog") == {"2023-03-31": "19349000000"}


def test_small_roman_numbers_of_notes_are_numbers() -> None:
    found = report(
        PAGE.format(
            "iii. The weighted average number of shares outstanding:\n\n"
            "For the fiscal year ended March 31, 2023: 180,516,201 shares\n"
        ),
        shipped(),
    )
    assert values(found, "BasicWeightedAverageShares") == {YEAR: "180516201"}
