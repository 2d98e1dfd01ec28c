"""Rows of periods that a row goes on with or heads, and cells that say another unit than their row."""

import pytest

from examples import shipped
from support import report, values

HALF = "2011-04-01/2011-09-30"
BEFORE = "2010-04-01/2010-09-30"
OPENING = """\
Internet Initiative Japan Inc. ("IIJ") announced today its consolidated results for the first six months (from April 1
to September 30, 2011, "1H11").
"""
FORM = """
### (1) Consolidated Results of Operations

\tTotal Revenues\tOperating Income
\tJPY millions\tJPY millions
Six Months Ended September 30, 2011\t47,207\t2,448
{row}Six Months Ended September 30, 2010\t34,272\t1,201
{last}"""
SHARES = """
### Consolidated Statements of Income

\t1H10\t1H11
NET INCOME PER SHARE
BASIC WEIGHTED-AVERAGE NUMBER OF SHARES (shares)\t{shares}\t202,684
BASIC NET INCOME PER SHARE (JPY)\t{each}\t6,717.11
"""
SEGMENTS = """
### Segment Information

{line}

\t1H10\t1H11
\tJPY thousands\tJPY thousands
Network service and systems integration business\t34,263,534\t46,893,894
ATM operation business\t228,376\t560,887
Elimination\t219,830\t248,273
Consolidated total\t34,272,080\t47,206,508
"""


def revenues(body: str) -> dict[str, str]:
    return values(report(OPENING + body, shipped()), "Revenues")


def test_rows_of_periods_are_read():
    assert revenues(FORM.format(row="", last="")) == {HALF: "47207000000", BEFORE: "34272000000"}


def test_a_row_that_goes_on_with_a_period_closes_it():
    assert HALF not in revenues(FORM.format(row="of hi-ho Inc.\t\t\n", last=""))
    for last in ("of hi-ho Inc.", "(excluding IIJ-Global)"):
        assert revenues(FORM.format(row="", last=f"{last}\t\t\n")) == {HALF: "47207000000"}


def test_a_row_that_heads_changes_closes_the_periods_below_it():
    assert revenues(FORM.format(row="Change:\t\t\n", last="")) == {HALF: "47207000000"}


@pytest.mark.parametrize(("shares", "each"), [("€202,605", "€4,241.14"), ("$202,605", "$4,241.14")])
def test_a_currency_in_a_cell_that_its_row_does_not_say_leaves_it_open(shares, each):
    plain = report(OPENING + SHARES.format(shares="202,605", each="4,241.14"), shipped())
    found = report(OPENING + SHARES.format(shares=shares, each=each), shipped())
    for concept in ("BasicWeightedAverageShares", "BasicNetIncomePerShare"):
        assert BEFORE in values(plain, concept)
        assert BEFORE not in values(found, concept) and HALF in values(found, concept)


@pytest.mark.parametrize("line", ["NTT Communications", "*NTT Communications*"])
def test_a_name_that_is_not_the_title_misread_closes_the_table(line):
    assert revenues(SEGMENTS.format(line=line)) == {}
    assert HALF in revenues(SEGMENTS.format(line="Sogment Infornation"))
