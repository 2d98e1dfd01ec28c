"""The slip that explains a wrong figure, and the figures that a slip may have made."""

from decimal import Decimal

import pytest

from iij_xbrl.prove.search.causes import cause_of, edits


@pytest.mark.parametrize(
    ("printed", "value", "expected", "cause"),
    [
        ("2,488", "2488", "2448", "one digit"),
        ("2,488", "2488000000", "2448207000", "one digit"),  # rounded to what is printed
        ("4,214.14", "4214.14", "4241.14", "digits transposed"),
        ("1,166", "1166", "-1166", "sign"),
        ("1,166", "1166000", "1166000000", "scale"),
        ("26,465,339", "26465339000000", "26464339000", "scale"),
        ("1.166", "1166000", "1166000000", "decimal point for comma"),
        ("2.5", "2.5", "2500", "scale"),  # no group of three digits
        ("1,166", "1166", "98", ""),
        ("1,166", "1166", "2345", ""),
        ("-", "0", "98", ""),
    ],
)
def test_what_a_wrong_figure_tells_of_its_cause(printed, value, expected, cause):
    assert cause_of(printed, Decimal(value), Decimal(expected)) == cause


@pytest.mark.parametrize(
    ("value", "low", "high", "found"),
    [
        ("2488000", "2448000", "2448000", [("2448000", "one digit")]),
        ("2488000", "2848000", "2848000", [("2848000", "digits transposed")]),
        ("-2488000", "2488000", "2488000", [("2488000", "sign")]),
        ("2488000", "2488000000", "2488000000", [("2488000000", "scale")]),
        ("2488000", "3799000", "3799000", []),
        ("2488000", "488000", "488000", []),  # no figure begins with a zero
    ],
)
def test_the_values_in_a_range_that_a_slip_makes_of_a_figure(value, low, high, found):
    edited = edits(Decimal(value), -3, Decimal(low), Decimal(high))
    assert [(f"{edit.value:f}", edit.cause) for edit in edited] == found


def test_the_simplest_slip_comes_first():
    first, *_ = edits(Decimal(1234), 0, Decimal(-5000), Decimal(5000000))
    assert (first.cause, first.rank) == ("one digit", 0)
