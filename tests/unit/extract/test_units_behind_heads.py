"""Units behind what else a head says: one, the same twice, or those of two columns."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.grids import units_apart
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse

SEGMENTS = """
Segment profit or loss:

| | Six Months Ended September 30, 2012<br/>Thousands of JPY{again} | Six Months Ended September 30, 2013 |
|---|---|---|
| ATM operation business | 82,920 | 240,882 |
"""


def test_a_unit_stands_in_a_row_of_its_own():
    row = ["", "Six Months Ended September 30, 2012 Thousands of JPY", "1H13"]
    assert units_apart(row) == [["", "Six Months Ended September 30, 2012", "1H13"], ["", "Thousands of JPY", ""]]


def test_a_unit_that_one_cell_prints_twice_is_that_of_both_columns():
    (table,) = extract(parse(SEGMENTS.format(again=" Thousands of JPY"), "page"), Calendar(4), "JPY")
    assert {(row["unit"], row["scale"]) for row in figure_rows([table])} == {("JPY", "3")}


@pytest.mark.parametrize("units", ["Millions of yen Thousands of U.S. dollars", "JPY thousands USD thousands"])
def test_two_units_are_not_parted(units):
    assert units_apart(["", f"1H12 {units}", "1H13"]) == [["", f"1H12 {units}", "1H13"]]
