"""Interval arithmetic is exact: whatever rounds to the printed figures lies in the result."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iij_xbrl.relations import Interval


def of(low: int, high: int) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def test_a_printed_figure_is_half_a_unit_wide_to_either_side():
    assert Interval.printed(Decimal(47_207_000_000), -6) == of(47_206_500_000, 47_207_500_000)
    assert Interval.printed(Decimal("0.377"), 3) == Interval(Fraction(753, 2000), Fraction(151, 400))


def test_a_number_has_no_width():
    assert Interval.exactly(400).width == 0


def test_ends_belong_to_an_interval():
    assert of(1, 2).meets(of(2, 3))
    assert not of(1, 2).meets(Interval(Fraction(201, 100), Fraction(3)))


def test_distance_is_signed_and_zero_where_they_meet():
    assert of(5, 6).distance(of(1, 2)) == 3
    assert of(1, 2).distance(of(5, 6)) == -3
    assert of(1, 5).distance(of(2, 3)) == 0


def test_division_by_what_may_be_zero_is_refused():
    with pytest.raises(ZeroDivisionError):
        of(1, 2) / of(-1, 1)


def test_thirds_are_exact():
    third = Interval.exactly(1) / Interval.exactly(3)
    assert (third + third + third) == Interval.exactly(1)


figures = st.tuples(
    st.integers(-(10**9), 10**9), st.integers(-6, 3), st.fractions(Fraction(-1, 2), Fraction(1, 2), max_denominator=50)
)


@given(figures, figures)
def test_true_values_lie_in_the_result(left, right):
    (first, one), (second, other) = (
        (Interval.printed(Decimal(value).scaleb(-decimals), decimals), value * unit + offset * unit)
        for value, decimals, offset in (left, right)
        for unit in (Fraction(10) ** -decimals,)
    )
    results = [(first + second, one + other), (first - second, one - other), (first * second, one * other)]
    if not second.low <= 0 <= second.high:
        results.append((first / second, one / other))
    assert all(found.low <= true <= found.high for found, true in results)
