"""Figures without a sign whose label says another direction than the line."""

from iij_xbrl.facts import Leftover
from iij_xbrl.pipeline import load_taxonomy, mapped_figures
from iij_xbrl.read import parse
from iij_xbrl.reasons.base import said
from iij_xbrl.reasons.withdrawn import SignUnsettled

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


OTHER = (
    "Interest income\t12,431\t15,950\nInterest expense\t118,348\t154,689\nForeign exchange losses\t17,448\t9,120\n"
    "Other -net\t65,102\t68,377\nOther income (expense) -net\t{first}\t{second}\n"
)


def test_sizes_of_expenses_and_losses_count_where_only_their_directions_add_up():
    found = results(OTHER.format(first="(58,263)", second="(79,482)"))
    values = {text: getattr(found[text], "value", None) for text in ("154,689", "9,120", "118,348")}
    assert values == {"154,689": 154_689_000, "9,120": -9_120_000, "118,348": 118_348_000}
    assert {getattr(found[text], "status", None) for text in ("154,689", "9,120")} == {"inferred"}


def test_sizes_that_add_up_with_no_direction_are_left():
    found = results(OTHER.format(first="(68,263)", second="(69,482)"))
    assert {type(found[text]) for text in ("154,689", "9,120", "118,348", "17,448")} == {Leftover}
