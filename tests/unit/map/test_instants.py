"""A closing balance is of the last day of its period, an opening balance of the day before the first."""

import pytest

from support import facts, report, unmapped, values

FLOWS = """\
Statements of Cash Flows

({words} ended {end}, 2010 and {end}, 2011)

\t{words} Ended {end}, 2010\t{words} Ended {end}, 2011
\tThousands of JPY\tThousands of JPY
Net cash provided by operating activities\t5,108,574\t4,288,253
Net cash used in investing activities\t(11,736,854)\t(3,233,544)
CASH AND CASH EQUIVALENTS, BEGINNING OF THE PERIOD\t8,764,415\t13,313,615
CASH AND CASH EQUIVALENTS, END OF THE PERIOD\t9,408,031\t10,974,453
"""

EQUITY = """\
Statements of Equity

For the six months ended September 30, 2011

\tTotal equity\tCommon stock\tAccumulated deficit\tShares outstanding
\tThousands of JPY\tThousands of JPY\tThousands of JPY\tShares
BALANCE, APRIL 1, 2011\t29,641,350\t16,833,847\t(14,023,259)\t206,478
Net income\t1,312,264\t\t1,361,450\t
Dividends paid\t(304,026)\t\t(304,026)\t
BALANCE, SEPTEMBER 30, 2011\t30,707,118\t16,833,847\t(12,965,835)\t206,478
"""


@pytest.mark.parametrize(
    ("words", "end", "days"),
    [
        ("Three Months", "June 30", ["2010-03-31", "2010-06-30", "2011-03-31", "2011-06-30"]),
        ("Six Months", "September 30", ["2010-03-31", "2010-09-30", "2011-03-31", "2011-09-30"]),
        ("Three Months", "September 30", ["2010-06-30", "2010-09-30", "2011-06-30", "2011-09-30"]),
        ("Nine Months", "December 31", ["2010-03-31", "2010-12-31", "2011-03-31", "2011-12-31"]),
        ("Twelve Months", "March 31", ["2009-03-31", "2010-03-31", "2010-03-31", "2011-03-31"]),
    ],
)
def test_cash_at_the_beginning_is_that_of_the_day_before(taxonomy, words, end, days):
    found = report(FLOWS.format(words=words, end=end), taxonomy)
    cash = [(str(o.point.period), o.text) for o in facts(found) if o.point.concept == "Cash"]
    texts = ["8,764,415", "9,408,031", "13,313,615", "10,974,453"]
    assert sorted(cash) == sorted(zip(days, texts, strict=True))


def test_the_flows_of_the_same_columns_run_over_the_period(taxonomy):
    found = report(FLOWS.format(words="Nine Months", end="December 31"), taxonomy)
    assert values(found, "OperatingCash") == {
        "2010-04-01/2010-12-31": "5108574000",
        "2011-04-01/2011-12-31": "4288253000",
    }


def test_a_balance_on_the_first_day_of_the_period_is_that_of_the_day_before(taxonomy):
    found = report(EQUITY, taxonomy)
    total = {
        str(o.point.period): o.text for o in facts(found) if o.point.concept == "TotalEquity" and not o.point.dimensions
    }
    assert total == {"2011-03-31": "29,641,350", "2011-09-30": "30,707,118"}


def test_a_column_names_a_member(taxonomy):
    found = report(EQUITY, taxonomy)
    stock = {
        str(o.point.period): o.text
        for o in facts(found)
        if o.point.dimensions == (("EquityAxis", "CommonStockMember"),)
    }
    assert stock == {"2011-03-31": "16,833,847", "2011-09-30": "16,833,847"}


def test_a_column_of_another_name_may_be_the_same_member(taxonomy):
    found = report(EQUITY.replace("Accumulated deficit", "Retained earnings"), taxonomy)
    assert any(
        o.point.dimensions == (("EquityAxis", "DeficitMember"),) and o.text == "(12,965,835)" for o in facts(found)
    )


def test_a_column_may_be_another_concept(taxonomy):
    found = report(EQUITY, taxonomy)
    assert values(found, "SharesIssued") == {"2011-03-31": "206478", "2011-09-30": "206478"}


def test_flows_of_an_equity_statement_run_over_the_captions_period(taxonomy):
    found = report(EQUITY, taxonomy)
    assert set(values(found, "DividendsPaid").values()) == {"304026000"}
    assert {str(o.point.period) for o in facts(found) if o.point.concept == "NetIncome"} == {"2011-04-01/2011-09-30"}


def test_a_column_that_the_place_does_not_know_is_not_guessed(taxonomy):
    found = report(EQUITY.replace("Common stock", "Treasury stock"), taxonomy)
    assert unmapped(found)["16,833,847"] == "no column of Equity has the header 'Treasury stock'"
