"""Blocks of one shape, one below the other: what the second is of, its own total tells, and not the first."""

import pytest

from examples import shipped
from iij_xbrl.reasons.tables import SeveralRows
from support import facts, report

PAGE = """\
Internet Initiative Japan Inc.

Segment Results Summary

|  | 1H20 |
|---|---|
|  | JPY millions |
| Total revenues | 101,700 |
| Network services and SI business | 100,600 |
| ATM operation business | 1,200 |
| Elimination | (100) |
| {} | 5,200 |
| Network service and SI business | 4,900 |
| ATM operation business | 400 |
| Elimination | (100) |
"""


def segments(total: str) -> tuple[list[tuple[str, str]], int]:
    """The concepts and millions of the segments below a total, and how many rows say that they may be several."""
    found = report(PAGE.format(total), shipped())
    told = [
        (item.point.concept, str(item.value).removesuffix("000000")) for item in facts(found) if item.point.dimensions
    ]
    return sorted(told), sum(isinstance(item.reason, SeveralRows) for item in found.leftovers)


REVENUES = [("Revenues", "-100"), ("Revenues", "100600"), ("Revenues", "1200")]
PROFIT = [("OperatingIncome", "-100"), ("OperatingIncome", "400"), ("OperatingIncome", "4900")]


@pytest.mark.parametrize("total", ["Operating income", "Operating profit", "Operating profit (loss)"])
def test_segments_below_operating_profit_are_its_own(total: str) -> None:
    assert segments(total) == (sorted([*PROFIT, *REVENUES]), 0)


@pytest.mark.parametrize("total", ["Operating surplus", "Net income", "Segment assets"])
def test_segments_below_another_total_are_not_those_of_revenues(total: str) -> None:
    assert segments(total) == (REVENUES, 3)


def test_items_above_their_total_go_on_upwards() -> None:
    """The second block, whose total stands below it, is read; the first, that no total follows, is not."""
    found = report(
        """\
Internet Initiative Japan Inc.

|  | 1H11 |
|---|---|
|  | JPY millions |
| Short-term borrowings | 700 |
| Accrued expenses | 200 |
| Something else | 10 |
| Short-term borrowings | 300 |
| Accrued expenses | 100 |
| Total current liabilities | 400 |
""",
        shipped(),
    )
    assert {str(item.value).removesuffix("000000") for item in facts(found)} <= {"300", "100", "400"}


INDENTED = """\
Internet Initiative Japan Inc.

## Operating Results Summary

\t1H10\t1H11
\tJPY millions\tJPY millions
Total Revenues\t33,107\t45,817
{}
"""
INNER, OUTER = "    Operating Income\t1,019\t2,019", "Operating Income\t1,187\t2,317"


@pytest.mark.parametrize("rows", [(INNER, OUTER), (OUTER, "Net Care\t1,109\t1,819", INNER)])
def test_a_row_that_is_set_further_in_than_its_like_is_a_part_of_another(rows: tuple[str, ...]) -> None:
    found = report(INDENTED.format("\n".join(rows)), shipped())
    told = {str(item.value) for item in facts(found) if item.point.concept == "OperatingIncome"}
    assert told == {"1187000000", "2317000000"}
