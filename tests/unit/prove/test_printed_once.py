"""Figures of sentences that are printed once, and follow from figures of tables all the same."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.prove import prove
from support import report

HEADER = "\tSix Months Ended September 30, {before}\tSix Months Ended September 30, {now}\n"
MARGIN = f"""\
Internet Initiative Japan Inc.: First Six Months Financial Results for the Fiscal Year Ending March 31, 2014

Gross margin for network services was JPY7,146 million, {{change}} YoY.

Consolidated Statements of Income

{HEADER.format(before=2012, now=2013)}\tThousands of JPY\tThousands of JPY
Network services revenue\t32,258,602\t33,610,529
Cost of network services\t25,382,614\t26,464,339
"""
SHARES = f"""\
Internet Initiative Japan Inc.

FY2011 interim period cash dividend: JPY1,500 per share as planned (IIJ's 1 common stock equivalent to {{ratio}} ADSs).

Consolidated Statements of Income

{HEADER.format(before=2010, now=2011)}\tThousands of JPY\tThousands of JPY
NET INCOME\t859,277\t1,361,450
BASIC WEIGHTED-AVERAGE NUMBER OF SHARES (shares)\t202,605\t202,684
BASIC WEIGHTED-AVERAGE NUMBER OF ADS EQUIVALENTS (ADSs)\t{{ads}}
"""


@pytest.fixture(scope="module")
def shipped():
    return load_taxonomy()


def found(taxonomy, page):
    return [item for item in prove(report(page, taxonomy), taxonomy) if item.severity == "error"]


@pytest.mark.parametrize(("change", "text"), [("up 9.3%", "9.3"), ("down 3.9%", "3.9")])
def test_the_change_of_a_margin_follows_from_revenue_and_cost_of_both_years(shipped, change, text):
    (finding,) = found(shipped, MARGIN.format(change=change))
    assert finding.suspects[0].text == text


def test_a_right_change_of_a_margin_is_no_finding(shipped):
    assert found(shipped, MARGIN.format(change="up 3.9%")) == []


def test_the_ratio_of_ads_that_a_sentence_tells_is_that_of_the_table(shipped):
    (finding,) = found(shipped, SHARES.format(ratio="470", ads="81,042,000\t81,073,600"))
    assert (finding.suspects[0].text, finding.expected) == ("470", "400")


def test_a_right_ratio_of_ads_is_no_finding(shipped):
    assert found(shipped, SHARES.format(ratio="400", ads="81,042,000\t81,073,600")) == []


def test_a_change_in_words_of_the_other_direction_is_told_as_that(shipped):
    (finding,) = found(shipped, MARGIN.format(change="down 3.9%"))
    assert (finding.code, finding.expected) == ("wrong-direction", "")
    assert finding.message.endswith("; the words beside it say the other direction")
