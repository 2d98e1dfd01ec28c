"""Texts that open lists with a colon, and periods behind amounts, say of what and of which time the amounts are."""

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse

ISSUED = """**Internet Initiative Japan Inc.**

**Tokyo, November 8, 2011** - Internet Initiative Japan Inc. ("IIJ") announced today its consolidated financial results
for the first six months of the fiscal year ending March 31, 2012 (from April 1 to September 30, 2011, "1H11").

## 1H FY2011 Results of Operation

"""
ITEMS = "- Revenues: JPY45,817 million\n- Operating income: JPY2,317 million\n"


def told(text: str) -> set[str]:
    report = report_of(parse(ISSUED + text, "release"), load_taxonomy())
    return {f"{fact.point.concept} {fact.point.period}" for fact in report.facts}


HALF = {"Revenues 2011-04-01/2011-09-30", "OperatingIncome 2011-04-01/2011-09-30"}


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "opener",
    [
        "A year ago, we reported:",
        "Highlights of NTT Communications' half year:",
        "For reference, last year's figures:",
        "Our forecast for the six months had been as follows:",
        "Our forecast for the fiscal year ending March 31, 2012 is as follows:",
        "Figures that the parent company alone reported, which are shown here for comparison only:",
        "The figures for the second quarter of FY2011 are as follows:",
    ],
)
def test_items_below_an_opener_of_another_scope_or_time_are_none_of_the_sections(opener, apart):
    assert HALF.isdisjoint(told(f"{opener}{apart}{ITEMS}"))


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize("opener", ["The results were as follows:", "The main figures were as follows:"])
def test_items_below_an_opener_that_says_nothing_new_are_read(opener, apart):
    assert told(f"{opener}{apart}{ITEMS}") == HALF


def test_forecasts_stay_what_they_are_below_their_opener():
    found = told(f"## Targets for FY2011\n\nOur forecasts for FY2011 are as follows:\n\n{ITEMS}")
    assert found == {"Revenues 2011-04-01/2012-03-31", "OperatingIncome 2011-04-01/2012-03-31"}


@pytest.mark.parametrize("text", ["- Revenues: JPY45,817 million, 1H09\n", "Revenues were JPY45,817 million, in 1H09."])
def test_a_period_behind_a_comma_is_that_of_the_amount(text):
    assert told(text) == {"Revenues 2009-04-01/2009-09-30"}


def test_an_amount_of_a_time_to_come_is_none_of_the_sections():
    assert told("- Revenues: JPY45,817 million, for 1H12\n") == set()
