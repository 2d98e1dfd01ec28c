"""Amounts of sentences and labels that count a thousand times what they can."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.prove import prove
from support import report

PAGE = """\
Internet Initiative Japan Inc.: First Six Months Financial Results for the Fiscal Year Ending March 31, 2012

Depreciation and amortization was JPY{amount} for 1H11.

Consolidated Balance Sheets

\tAs of March 31, 2011\tAs of September 30, 2011
\tThousands of JPY\tThousands of JPY
Accounts receivable, net of allowance for doubtful accounts of JPY22,072 thousand and JPY{allowance} at March 31, \
2011 and September 30, 2011, respectively\t18,397,317\t14,501,080
Total current assets\t37,012,000\t34,318,000
Goodwill\t5,788,333\t5,788,333
Other intangible assets\t6,012,000\t5,788,000
Guarantee deposits\t2,012,000\t1,988,000
Total assets\t71,472,989\t69,101,573
"""


@pytest.fixture(scope="module")
def shipped():
    return load_taxonomy()


def scales(taxonomy, amount="3,424 million", allowance="24,386 thousand"):
    page = report(PAGE.format(amount=amount, allowance=allowance), taxonomy)
    return [item for item in prove(page, taxonomy) if item.code == "wrong-scale"]


def test_amounts_in_their_scale_are_no_finding(shipped):
    assert scales(shipped) == []


def test_an_amount_beyond_all_amounts_of_the_tables_is_suspicious(shipped):
    (finding,) = scales(shipped, amount="3,424 billion")
    assert (finding.severity, finding.suspects[0].text, finding.others[0].text) == ("warning", "3,424", "71,472,989")


def test_two_amounts_of_a_line_are_of_one_order(shipped):
    (finding,) = scales(shipped, allowance="24,386 million")
    assert [item.text for item in finding.suspects] == ["22,072", "24,386"]


def test_an_amount_may_grow_in_its_own_scale(shipped):
    assert scales(shipped, allowance="124 million") == []
