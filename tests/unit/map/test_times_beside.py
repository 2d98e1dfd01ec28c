"""The time of a value that stands in parentheses behind it, or at the end of its sentence."""

import pytest

from examples import shipped
from support import report, values

PAGE = """\
Internet Initiative Japan Inc. announced today its consolidated financial results for the first half ended September 30,
2011 ("1H11") under U.S. GAAP.

### Consolidated Financial Results for the First Half Ended September 30, 2011 ("1H11")

{}
"""
HALF, BEFORE, QUARTER = "2011-04-01/2011-09-30", "2010-04-01/2010-09-30", "2011-07-01/2011-09-30"


def told(text: str, concept: str) -> dict[str, str]:
    """What a text tells of a concept, in millions, by period."""
    found = values(report(PAGE.format(text), shipped()), concept)
    return {period: value.removesuffix("000000") for period, value in found.items()}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("- Revenues: JPY22,817 million (2Q11)", QUARTER),
        ("Revenues were JPY22,817 million (for the three months ended September 30, 2011).", QUARTER),
        ("Revenues were JPY22,817 million (1H10), a record.", BEFORE),
        ("Revenues were JPY22,817 million (1H11).", HALF),
    ],
)
def test_a_period_in_parentheses_is_that_of_the_value(text: str, period: str) -> None:
    assert told(text, "Revenues") == {period: "22817"}


@pytest.mark.parametrize("text", ["- Total equity: JPY31,200 million ({})", "Total equity was JPY31,200 million ({})."])
@pytest.mark.parametrize("day", ["as of March 31, 2011", "March 31, 2011"])
def test_a_day_in_parentheses_is_that_of_the_balance(text: str, day: str) -> None:
    assert told(text.format(day), "TotalEquity") == {"2011-03-31": "31200"}


@pytest.mark.parametrize("target", ["FY2011 targets", "FY2011 target", "target for FY2011", "1H11 forecast"])
def test_a_target_is_no_result(target: str) -> None:
    """Whether its period is ahead or not, an amount that is called a target is none of the section's results."""
    text = f"- Revenues: JPY97,000 million ({target}, up 17.6% YoY)"
    assert told(text, "Revenues") == told(text, "RevenuesChangePercent") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Revenues: JPY33,107 million | Operating income: JPY1,183 million (1H10)",
        "Revenues were JPY33,107 million and operating income was JPY1,183 million in 1H10.",
    ],
)
def test_a_time_at_the_end_may_be_that_of_all(text: str) -> None:
    """The statement in front of the last one is of the section's period or of that time: nothing tells which."""
    assert told(text, "Revenues") == {}
    assert told(text, "OperatingIncome") == {BEFORE: "1183"}


def test_a_time_of_both_is_told_of_neither() -> None:
    text = "Revenues were JPY33,107 million and operating income was JPY1,183 million (both in 1H10)."
    assert told(text, "Revenues") == told(text, "OperatingIncome") == {}


def test_a_change_behind_a_time_is_of_that_time() -> None:
    text = "- Operating income: JPY1,317 million (2Q11, up 32.2% YoY)"
    assert told(text, "OperatingIncomeChangePercent") == {QUARTER: "0.322"}
