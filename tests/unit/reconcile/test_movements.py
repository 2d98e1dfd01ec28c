"""What moved one way, printed without a sign, among operating cash flows."""

from examples import shipped
from support import facts, report

PAGE = """\
Internet Initiative Japan Inc.

**Consolidated Statements of Cash Flows (Unaudited)**

	Six Months Ended September 30, 2011
	Thousands of JPY
OPERATING ACTIVITIES:
Net income	1,316,050
Depreciation and amortization	3,600,000
Increase in accounts receivable	{receivable}
Increase in inventories	{inventories}
Increase in accounts payable	{payable}
Net cash provided by operating activities	{total}
"""


def read(receivable: str, inventories: str, payable: str, total: str) -> list[int | None]:
    """The thousands of what moved."""
    page = PAGE.format(receivable=receivable, inventories=inventories, payable=payable, total=total)
    found = {item.point.concept: int(item.value) // 1000 for item in facts(report(page, shipped()))}
    return [found.get(f"ChangeIn{name}") for name in ("AccountsReceivable", "Inventories", "AccountsPayable")]


def test_signs_are_those_with_which_the_sum_holds() -> None:
    assert read("2,000", "20,000", "7,000", "4,901,050") == [-2000, -20000, 7000]


def test_what_adds_up_as_printed_stays() -> None:
    assert read("2,000", "20,000", "7,000", "4,945,050") == [2000, 20000, 7000]


def test_signs_that_two_ways_would_close_stay_as_printed() -> None:
    assert read("2,000", "2,000", "7,000", "4,923,050") == [2000, 2000, 7000]


def test_a_lost_sign_among_others_is_not_repaired() -> None:
    assert read("(2,000)", "20,000", "7,000", "4,901,050") == [-2000, 20000, 7000]
