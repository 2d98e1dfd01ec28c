"""Figures without a sign whose label says another direction than the line."""

from iij_xbrl.facts import Leftover
from iij_xbrl.pipeline import load_taxonomy, mapped_figures
from iij_xbrl.read import parse
from iij_xbrl.reasons.base import said
from iij_xbrl.reasons.tables import SignUnsettled

TAXONOMY = load_taxonomy()
HEAD = (
    "Consolidated Statements of Income\n\n\t1H10\t1H11\n\tThousands of JPY\tThousands of JPY\n"
    "OPERATING INCOME\t1,201,091\t2,448,207\nOTHER INCOME (EXPENSE):\t\t\n"
)


def results(rows: str) -> dict[str, object]:
    (table,) = mapped_figures(parse(HEAD + rows, "release"), TAXONOMY).tables
    return {reading.figure.text: reading.result for reading in table.readings}


def test_an_unsigned_expense_where_expenses_are_bracketed_is_unmapped_unless_a_sum_settles_it():
    found = results("Interest income\t12,431\t15,950\nInterest expense\t118,348\t154,689\n")
    assert isinstance(found["154,689"], Leftover)
    assert said(found["154,689"].reason, SignUnsettled)


def test_a_bracketed_expense_stands():
    found = results("Interest income\t12,431\t15,950\nInterest expense\t(118,348)\t(154,689)\n")
    assert not isinstance(found["(154,689)"], Leftover)
