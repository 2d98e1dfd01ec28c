"""Figures among outflows without parentheses whose labels say no direction."""

import pytest

from examples import shipped
from support import facts, report

HEAD = """\
Internet Initiative Japan Inc.

**Consolidated Statements of Cash Flows (Unaudited)**

	Six Months Ended September 30, 2011
	Thousands of JPY
"""
INVESTING = """\
INVESTING ACTIVITIES:
Purchase of property and equipment	1,700,000
Other	{other}
Net cash used in investing activities	{total}
"""
EFFECT = "EFFECT OF EXCHANGE RATE CHANGES ON CASH AND CASH EQUIVALENTS	(20,000)\n"


def read(rows: str) -> dict[str, int]:
    """The thousands of each flow."""
    return {item.point.concept: int(item.value) // 1000 for item in facts(report(f"{HEAD}{rows}", shipped()))}


def investing(found: dict[str, int]) -> list[int | None]:
    names = ("PurchaseOfPropertyAndEquipment", "OtherInvestingActivities", "NetCashFromInvestingActivities")
    return [found.get(name) for name in names]


@pytest.mark.parametrize("below", ["", EFFECT])
def test_what_adds_up_with_outflows_is_one(below: str) -> None:
    rows = INVESTING.format(other="70,000", total="1,770,000")
    assert investing(read(rows + below)) == [-1700000, -70000, -1770000]


def test_what_reduces_outflows_is_none() -> None:
    rows = INVESTING.format(other="70,000", total="1,630,000")
    assert investing(read(rows)) == [-1700000, 70000, -1630000]


def test_beside_outflows_that_no_sum_tells_of_it_is_open() -> None:
    rows = INVESTING.format(other="70,000", total="1,800,000")
    assert investing(read(rows)) == [None, None, None]


def test_outflows_whose_sign_is_open_are_not_read_again_by_their_sum() -> None:
    rows = INVESTING.format(other="70,000", total="1,770,000")
    assert investing(read(f"{rows}Moon landings	(5,000)\n")) == [None, None, None]


def test_the_total_of_all_flows_tells_the_signs_of_a_section() -> None:
    rows = (
        "Net cash provided by operating activities	4,916,050\n"
        "FINANCING ACTIVITIES:\nDividends paid	300,000\nOther	10,000\n"
        "Net cash used in financing activities	310,000\n"
        "NET INCREASE IN CASH AND CASH EQUIVALENTS	4,606,050\n"
    )
    found = read(rows)
    names = ("DividendsPaid", "OtherFinancingActivities", "NetCashFromFinancingActivities")
    assert [found.get(name) for name in names] == [-300000, -10000, -310000]


def test_a_row_that_is_deducted_is_read_by_its_sums_in_each_column() -> None:
    rows = (
        "NET INCOME	773,050	1,316,050\n"
        "LESS: NET INCOME ATTRIBUTABLE TO NONCONTROLLING INTERESTS	66,950	(26,030)\n"
        "NET INCOME ATTRIBUTABLE TO IIJ	706,100	1,342,080\n"
    )
    head = HEAD.replace("Cash Flows", "Income").replace("of JPY", "of JPY\tThousands of JPY")
    head = head.replace("\tSix", "\tSix Months Ended September 30, 2010\tSix")
    found = [
        int(item.value) // 1000
        for item in facts(report(f"{head}{rows}", shipped()))
        if item.point.concept == "NetIncomeAttributableToNoncontrollingInterests"
    ]
    assert sorted(found) == [-26030, 66950]
