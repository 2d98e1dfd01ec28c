"""Periods of columns beside their own header: years behind the labels, roll-forwards to the right, percentages."""

from pathlib import Path

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse
from iij_xbrl.read.file import File
from iij_xbrl.read.html import read_html


def extracted(page: str) -> dict[str, str]:
    """The period of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), Calendar(1), "USD"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


def test_years_behind_the_labels_complete_the_headers_of_the_columns():
    page = """
| | | Three Months Ended March 31 | Nine Months Ended March 31 |
|---|---|---|---|
| Services | 2025 | 1,600 | 2,600 |
| | 2024 | 1,700 | 2,700 |
"""
    assert extracted(page) == {
        "1,600": "2025-01-01/2025-03-31",
        "2,600": "2024-07-01/2025-03-31",
        "1,700": "2024-01-01/2024-03-31",
        "2,700": "2023-07-01/2024-03-31",
    }


def test_years_are_labels():
    page = """
| At June 30, 2025: | Domestic | Abroad |
|---|---|---|
| 2025 | 1,600 | 2,600 |
| 2024 | 1,700 | 2,700 |
"""
    assert extracted(page) == dict.fromkeys(("1,600", "2,600", "1,700", "2,700"), "2025-06-30")


def test_a_roll_forward_goes_from_the_balance_on_the_left_to_that_on_the_right():
    page = """
| | Balance 1/1/2025 | Additions | Sold | Balance 6/30/2025 |
|---|---|---|---|---|
| Goodwill | 1,600 | 1,700 | 1,800 | 1,900 |
"""
    moved = "2025-01-01/2025-06-30"
    assert extracted(page) == {"1,600": "2024-12-31", "1,700": moved, "1,800": moved, "1,900": "2025-06-30"}


@pytest.mark.parametrize(("day", "period"), [("6/30/2025", "2025-06-30"), ("6/6/2025", "2025-06-06"), ("7/1/2025", "")])
def test_a_day_in_digits_is_read_where_it_is_one_only(day, period):
    assert extracted(f"| | {day} |\n|---|---|\n| Cash | 1,600 |\n") == {"1,600": period}


def test_a_period_written_in_full_below_a_longer_one_is_that_of_its_column():
    page = "| | Nine Months Ended |\n|---|---|\n| | July 22, 2025 to September 30, 2025 |\n| Sales | 1,600 |\n"
    assert extracted(page) == {"1,600": "2025-07-22/2025-09-30"}


def test_percentages_are_of_the_period_in_front():
    page = """
| | Quarter Ended June 30, 2025 | Percent to Sales | Quarter Ended June 30, 2024 | Percent to Sales |
|---|---|---|---|---|
| Costs | 1,600 | 41.5 | 1,700 | 42.5 |
"""
    found = extracted(page)
    assert (found["41.5"], found["42.5"]) == ("2025-04-01/2025-06-30", "2024-04-01/2024-06-30")


def test_tables_side_by_side_have_the_headings_of_their_rows():
    page = """
| For the three months ended June 30: | 2025 | 2024 | | 2025 | 2024 |
|---|---|---|---|---|---|
| Interest | 1,600 | 1,700 | Costs | 1,800 | 1,900 |
| Currency | 2,600 | 2,700 | Sales | 2,800 | 2,900 |
"""
    found = extracted(page)
    assert (found["1,800"], found["1,900"]) == ("2025-04-01/2025-06-30", "2024-04-01/2024-06-30")


def test_columns_of_a_page_without_a_header_leave_the_others_theirs():
    cells = [["", "", "June 30, 2025", "June 30, 2024"], ["Cash", "", "1,600", "1,700"], ["Shares", "4,009", "", ""]]
    rows = "".join(
        f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in [*cells, ["Debt", "", "16", "17"]]
    )
    document = read_html(File(Path("page.html"), "page", f"<html><body><table>{rows}</table></body></html>".encode()))
    found = {row["text"]: row["period"] for row in figure_rows(extract(document, Calendar(1), "USD")) if row["text"]}
    assert (found["1,600"], found["1,700"], found["4,009"]) == ("2025-06-30", "2024-06-30", "")


@pytest.mark.parametrize(
    ("title", "period"), [("Second quarter results (3 months)", "2025-04-01/2025-06-30"), ("Results", "")]
)
def test_a_length_that_a_nearer_title_says_holds_below_a_heading_that_says_another(title, period):
    page = f"""
## For the six months ended June 30, 2025

Nothing to be reported.

{title}

The following tables are highlights.

### Sales

| | 2Q25 | Change |
|---|---|---|
| Sales of services | 2,600 | 1.0% |

### Costs

| | 2Q25 | Change |
|---|---|---|
| Cost of services | 1,600 | 2.0% |
"""
    assert extracted(page)["1,600"] == period


def test_a_part_of_a_year_ends_on_the_day_that_the_title_says():
    page = """
Changes for the periods ended June 30 were as follows:

| | Second Quarter | | First Half | |
| | 2022 | 2023 | 2022 | 2023 |
|---|---|---|---|---|
| Changes | 1,600 | 1,700 | 2,600 | 2,700 |
"""
    assert extracted(page) == {
        "1,600": "2022-04-01/2022-06-30",
        "1,700": "2023-04-01/2023-06-30",
        "2,600": "2022-01-01/2022-06-30",
        "2,700": "2023-01-01/2023-06-30",
    }
    assert not any(extracted(page.replace("ended June 30 ", "")).values())


def test_shares_stand_beside_dollars_of_the_same_period():
    page = """
| | Three Months Ended June 30, 2023 | | Three Months Ended June 30, 2022 | |
| | Shares | $ | Shares | $ |
|---|---|---|---|---|
| Issued | 1.6 | 1,700 | 2.6 | 2,700 |
"""
    assert extracted(page) == {
        "1.6": "2023-04-01/2023-06-30",
        "1,700": "2023-04-01/2023-06-30",
        "2.6": "2022-04-01/2022-06-30",
        "2,700": "2022-04-01/2022-06-30",
    }


def test_a_header_may_say_of_all_columns_that_they_are_increases():
    page = """
| | Three Months Ended | | Six Months Ended | |
| | June 30, 2023 | June 30, 2022 | June 30, 2023 | June 30, 2022 |
| | Increase/(Decrease) | Increase/(Decrease) | Increase/(Decrease) | Increase/(Decrease) |
|---|---|---|---|---|
| Net income | 1,600 | 1,700 | 2,600 | 2,700 |
"""
    assert extracted(page) == {
        "1,600": "2023-04-01/2023-06-30",
        "1,700": "2022-04-01/2022-06-30",
        "2,600": "2023-01-01/2023-06-30",
        "2,700": "2022-01-01/2022-06-30",
    }


def test_the_corner_alone_tells_the_time_of_columns_without_heads():
    page = """
| Year Ended December 31, 2023 | | |
|---|---|---|
| Sales | 1,600 | 2,600 |
| Costs | 1,700 | 2,700 |
"""
    figures = ("1,600", "2,600", "1,700", "2,700")
    assert extracted(page) == dict.fromkeys(figures, "2023-01-01/2023-12-31")
    parts = page.replace("2023 | | |", "2023 | Quarter | |")
    assert extracted(parts) == dict.fromkeys(figures, "")


def test_what_is_owed_by_years_of_origination_is_of_the_day_that_is_told():
    page = """
The quality of receivables as of and for the six months ended June 30, 2023 was as follows:

| | Year of origination | | |
| | 2023 | 2022 | Prior to 2022 |
|---|---|---|---|
| Current | 1,600 | 2,600 | 3,600 |
| Gross charge-offs | 1,700 | 2,700 | 3,700 |
"""
    owed = dict.fromkeys(("1,600", "2,600", "3,600"), "2023-06-30")
    assert extracted(page) == owed | dict.fromkeys(("1,700", "2,700", "3,700"), "")


def test_a_threshold_over_columns_is_no_unit():
    page = """
| | Fair value less than 80% of cost | |
| June 30, 2023 (in millions) | 3 months or less | Greater than 3 months |
|---|---|---|
| Bonds | $ 1,600 | 2,600 |
"""
    rows = figure_rows(extract(parse(page, "page"), Calendar(1), "USD"))
    assert {row["unit"] for row in rows if row["text"]} == {"USD"}


def test_a_year_over_the_last_column_of_each_group_is_that_of_the_group():
    page = """
| Years Ended December 31, | | 2023 | | 2022 |
| | Shares | Amount | Shares | Amount |
|---|---|---|---|---|
| Issued | 1.6 | 1,700 | 2.6 | 2,700 |
"""
    found = extracted(page)
    assert found["1.6"] == found["1,700"] == "2023-01-01/2023-12-31"
    assert found["2.6"] == found["2,700"] == "2022-01-01/2022-12-31"


def test_what_is_left_of_a_year_is_one_of_the_years_to_come():
    page = """
| | Three Months Ended June 30, 2023 | Six Months Ended June 30, 2023 |
|---|---|---|
| Sales | 9,600 | 9,700 |

Commitments as of June 30, 2023 are as follows:

| | Six Months Ended December 31, 2023 | | | |
| | 2023 | 2024 | 2025 | Thereafter |
|---|---|---|---|---|
| Debt | 1,600 | 1,700 | 1,800 | 1,900 |
"""
    assert {text: day for text, day in extracted(page).items() if text < "2"} == dict.fromkeys(
        ("1,600", "1,700", "1,800", "1,900"), "2023-06-30"
    )


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("Beginning common stock", "2023-03-31"),
        ("Ending retained earnings", "2023-06-30"),
        ("Balance, beginning and end of period", ""),
        ("Beginning of construction", "2023-04-01/2023-06-30"),
    ],
)
def test_balances_of_equity_that_open_and_close(label: str, period: str):
    page = f"| | Three Months Ended June 30, 2023 |\n|---|---|\n| Issued | 1,600 |\n| {label} | 1,700 |"
    assert extracted(page)["1,700"] == period


def test_deficits_that_are_accumulated_are_of_no_longer_time():
    page = "| Three Months Ended July 31, 2023 | Accumulated Deficit |\n|---|---|\n| Net loss | 1,600 |"
    assert extracted(page)["1,600"] == "2023-05-01/2023-07-31"


def test_the_balance_sheet_in_a_head_is_no_balance():
    page = "| | July 1, 2023 |\n| | Offset in the Balance Sheet |\n|---|---|\n| Derivatives | 1,600 |"
    assert extracted(page)["1,600"] == "2023-07-01"
