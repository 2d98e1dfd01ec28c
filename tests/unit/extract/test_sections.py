"""Which of the texts in front of a table are titles, and which are remarks."""

import pytest

from iij_xbrl.extract.sections import is_remark
from support import table

ROWS = "\n\n\t1H10\t1H11\n\tJPY millions\tJPY millions\nRevenues\t34,272\t47,207\n"


@pytest.mark.parametrize("title", ["(% shown is YoY change)", "(Amounts (in full) are rounded)", " (Unaudited) "])
def test_what_stands_whole_in_parentheses_is_a_remark(title):
    assert is_remark(title)


@pytest.mark.parametrize(
    "title", ["(3) Targets (April 1, 2015 to March 31, 2016)", "(1) Results", "Results (unaudited)"]
)
def test_a_number_in_parentheses_makes_no_remark_of_a_title(title):
    assert not is_remark(title)


def test_the_path_of_a_table_ends_with_its_title_and_not_with_a_remark():
    found = table("(3) Targets (for the year)\n\n(% shown is YoY change)" + ROWS)
    assert found.section.path.endswith("(3) Targets (for the year)")


def test_a_unit_in_parentheses_behind_a_remark_is_the_unit_of_the_table():
    rows = "\n\n\t1H10\t1H11\nRevenues\t34,272\t47,207\n"
    found = table("Statements of Income\n\n(Six months ended September 30, 2010 and 2011) (Thousands of JPY)" + rows)
    assert found.section.unit
    assert (found.section.unit.currency, found.section.unit.scale) == ("JPY", 3)


def test_the_title_once_more_misread_above_the_labels_says_nothing():
    rows = "\n\noporating Robatto Gammary\t1H10\t1H11\nRevenues\t34,272\t47,207\n"
    assert not table("Operating Results Summary" + rows).corner
    assert table("Operating Results Summary" + rows.replace("oporating Robatto Gammary", "Budget")).corner == "Budget"
