"""Heads of several columns that a conversion left in one cell."""

import pytest

from iij_xbrl.extract.grids import spread


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1Q-end 2Q-end", ["1Q-end", "2Q-end"]),
        ("FY2011 1Q FY2011 2Q", ["FY2011 1Q", "FY2011 2Q"]),
        ("JPY millions JPY millions", ["JPY millions", "JPY millions"]),
    ],
)
def test_parts_of_one_shape_are_those_of_the_columns(text, parts):
    assert spread(["", text, ""], 3) == ["", *parts]


def test_a_name_that_stands_twice_at_different_places_leaves_all_of_them_open():
    row = ["", "1Q-end 2Q-end 2Q-end 3Q-end", "", "", ""]
    assert spread(row, 5) == row
