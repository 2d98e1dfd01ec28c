"""Rows that name days without their years, below columns that are headed by years alone."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse

SALES = """
| | Six Months Ended June 30, 2025 | Six Months Ended June 30, 2024 |
|---|---:|---:|
| Net sales | 7,107 | 7,341 |
"""


def extracted(page: str) -> dict[str, str]:
    """The period of each figure by its text."""
    rows = figure_rows(extract(parse(SALES + page, "page"), Calendar(1, is_known=False), "USD"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


def warranties(first: str, last: str) -> str:
    return f"""
    Changes in the liability were as follows.

    | (Dollars in millions) | 2025 | 2024 |
    |---|---:|---:|
    | Balance at {first} | 76 | 65 |
    | Charges incurred | (40) | (41) |
    | Balance at {last} (1) | 85 | 70 |
    """


def test_rows_between_two_days_are_of_the_time_between_them_in_the_year_of_the_column():
    found = extracted(warranties("January 1", "June 30"))
    assert (found["76"], found["(40)"], found["85"]) == ("2024-12-31", "2025-01-01/2025-06-30", "2025-06-30")
    assert (found["65"], found["(41)"], found["70"]) == ("2023-12-31", "2024-01-01/2024-06-30", "2024-06-30")


def test_a_day_that_is_no_first_of_a_month_opens_the_day_behind_it():
    found = extracted(warranties("March 31", "June 30"))
    assert (found["76"], found["(40)"]) == ("2025-03-31", "2025-04-01/2025-06-30")


@pytest.mark.parametrize("last", ["September 30", "March 31"])
def test_days_that_are_not_the_last_that_is_reported_on_tell_nothing(last):
    assert not extracted(warranties("January 1", last))["(40)"]
