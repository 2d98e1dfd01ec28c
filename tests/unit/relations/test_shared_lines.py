"""A relation of one statement that another one, under other standards, has all lines of holds there, too."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.relations.report import list_relations
from support import report

EQUITY = """\
Internet Initiative Japan Inc.

Condensed Consolidated Statements of Financial Position (Unaudited)

\tMarch 31, 2024\tDecember 31, 2024
\tMillions of yen\tMillions of yen
Total liabilities\t174,886\t185,601
Equity
Share capital\t25,531\t25,562
Share premium\t36,390\t36,518
Retained earnings\t58,589\t{earnings}
Other components of equity\t5,522\t5,896
Treasury shares\t(1,876)\t(1,851)
Total equity attributable to owners of the parent\t124,156\t136,512
Non-controlling interests\t1,468\t1,623
Total equity\t125,624\t138,135
Total liabilities and equity\t300,510\t323,736
"""


@pytest.fixture(scope="module")
def shipped():
    return load_taxonomy()


@pytest.mark.parametrize(("earnings", "state"), [("70,387", "closed"), ("70,287", "open")])
def test_the_parts_of_equity_add_up_under_either_standards(shipped, earnings, state):
    found = list_relations(report(EQUITY.format(earnings=earnings), shipped), shipped)
    sums = [item for item in found if item.relation.target.concept == "TotalParentShareholdersEquity" and item.points]
    assert [item.state for item in sums if item.relation.kind == "sum"] == ["closed", state]


def test_totals_that_a_statement_sums_itself_are_not_summed_as_another_one_would(shipped):
    """Minority interests once stood between liabilities and equity."""
    page = """\
Internet Initiative Japan Inc.

Consolidated Balance Sheets (Unaudited)

\tMarch 31, 2007\tMarch 31, 2008
\tThousands of JPY\tThousands of JPY
Total current liabilities\t28,116,422\t27,309,810
Total liabilities\t33,213,318\t33,021,503
MINORITY INTEREST\t263,320\t259,100
Total shareholders' equity\t20,112,600\t21,008,400
TOTAL\t53,589,238\t54,289,003
"""
    found = list_relations(report(page, shipped), shipped)
    assert not [item for item in found if item.state == "open"]
