"""Columns headed by parts of a year that the corner, the caption or a title names."""

import pytest

from iij_xbrl.extract.tables import extract
from iij_xbrl.read import parse
from support import APRIL

H1, H2, YEAR = "2010-04-01/2010-09-30", "2010-10-01/2011-03-31", "2010-04-01/2011-03-31"
ROWS = "| Total Revenues | 331 | 340 | 671 |\n| Operating Income | 11 | 12 | 23 |\n"


def periods(page):
    (*_, table) = extract(parse(page, "page.md"), APRIL, "JPY")
    return [str(column.period.period) if column.period else "" for column in table.columns]


def table(corner, *heads, rows=ROWS):
    return f"| {corner} | {' | '.join(heads)} |\n|{'---|' * (len(heads) + 1)}\n{rows}"


@pytest.mark.parametrize(
    "heads",
    [
        ("First half", "Second half", "Full year"),
        ("1st half", "2nd half", "Full fiscal year"),
        ("上期", "下期", "通期"),
    ],
)
@pytest.mark.parametrize("corner", ["FY2010", "FY2010 (JPY millions)"])
def test_parts_of_the_year_in_the_corner(corner, heads):
    assert periods(table(corner, *heads)) == [H1, H2, YEAR]


def test_parts_of_the_year_in_the_title():
    assert periods("### Results for FY2010\n\n" + table("", "First half", "Second half", "Full year")) == [H1, H2, YEAR]


@pytest.mark.parametrize("title", ["### Results for 1H11", "### Results", "### Results for FY2010 and FY2009"])
def test_without_the_one_year_they_are_open(title):
    assert periods(f"{title}\n\n" + table("", "First half", "Second half", "Full year")) == ["", "", ""]


@pytest.mark.parametrize(("title", "head"), [("1H10", "Second half"), ("FY2010", "Second half (actual)")])
def test_a_part_is_not_the_period_of_the_title(title, head):
    rows = "| Total Revenues | 331 |\n| Operating Income | 11 |\n"
    assert periods(f"### Results for {title}\n\n" + table("", head, rows=rows)) == [""]


def test_a_heading_that_is_printed_often_is_still_that_of_its_table():
    pages = [
        f"### Results for {year}\n\n" + table("", "First half", "Second half", "Full year")
        for year in ("FY2010", "FY2010", "FY2009", "FY2010")
    ]
    assert periods("\n\n".join(pages)) == [H1, H2, YEAR]
