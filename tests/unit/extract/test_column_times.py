"""Periods and units that columns take from those beside them, and rows from a year above them."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse

YEAR, BEFORE = "2024-01-01/2024-12-31", "2023-01-01/2023-12-31"


def rows_of(page: str) -> list[dict[str, str]]:
    return [row for row in figure_rows(extract(parse(page, "page"), Calendar(4), "JPY")) if row["text"]]


def extracted(page: str) -> dict[str, str]:
    """The period of each figure by its text."""
    return {row["text"]: row["period"] for row in rows_of(page)}


def test_what_moves_between_two_balances_is_of_the_time_between() -> None:
    page = """
The changes for the years ended December 31, 2024 and 2023 were as follows:

| | December 31, 2023 | Increase / (Decrease) | Reclassified | December 31, 2024 |
|---|---|---|---|---|
| Translation | 1,119 | 439 | 25 | 1,558 |
"""
    assert extracted(page) == {"1,119": "2023-12-31", "439": YEAR, "25": YEAR, "1,558": "2024-12-31"}


def test_a_forecast_between_two_balances_is_no_movement() -> None:
    page = """
| | December 31, 2023 | Forecast | December 31, 2024 |
|---|---|---|---|
| Translation | 1,119 | 439 | 1,558 |
"""
    assert extracted(page)["439"] == ""


def test_columns_between_a_balance_and_an_earlier_one_are_open() -> None:
    page = """
| | December 31, 2024 | Additions | December 31, 2023 |
|---|---|---|---|
| Translation | 1,119 | 439 | 1,558 |
"""
    assert extracted(page)["439"] == ""


def test_levels_of_measurement_are_of_the_day_of_their_total() -> None:
    page = """
| As of December 31 (in millions) | 2024 | Quoted prices (Level 1) | Unobservable inputs (Level 3) | Cost |
|---|---|---|---|---|
| Bonds | 1,131 | 1,100 | 31 | |
"""
    assert extracted(page) == dict.fromkeys(("1,131", "1,100", "31"), "2024-12-31")


def test_a_text_that_begins_with_the_year_of_another_column_is_of_that_year() -> None:
    page = """
| As of December 31 | 2024 Effective interest rate | 2024 | 2023 Effective interest rate | 2023 |
|---|---|---|---|---|
| Notes | 3.66 % | 3,750 | 3.67 % | 3,751 |
| Loan | 4.61 % | 2,000 | — | — |
"""
    found = [(row["period"], row["unit"]) for row in rows_of(page)]
    assert [period for period, _ in found] == ["2024-12-31", "2024-12-31", "2023-12-31", "2023-12-31"] * 2
    assert [unit for _, unit in found][0::2] == ["%"] * 4


def test_percentages_under_the_header_of_the_amounts_beside_them_are_of_its_period() -> None:
    page = """
Sales for the years ended December 31 (in millions):

| | 2024 | 2024 | 2023 | 2023 |
|---|---|---|---|---|
| Japan | $ 170,447 | 49 % | $ 146,286 | 47 % |
| China | 102,127 | 29 | 91,038 | 30 |
"""
    found = {row["text"]: (row["period"], row["unit"], row["scale"]) for row in rows_of(page)}
    assert (found["29"], found["91,038"]) == ((YEAR, "%", ""), (BEFORE, "USD", "6"))


def test_a_year_in_a_row_of_its_own_is_that_of_the_rows_below_it() -> None:
    page = """
The segments for the years ended December 31 are as follows:

| (in millions) | Care | Services |
|---|---|---|
| 2024 | | |
| Sales | 2,268 | 6,021 |
| 2023 | | |
| Sales | 2,112 | 5,210 |
"""
    assert extracted(page) == {"2,268": YEAR, "6,021": YEAR, "2,112": BEFORE, "5,210": BEFORE}


PAYMENTS = """
| | Year ended December 31, 2024 |
|---|---|
| Sales | 9,999 |

Payments of the years to come:

| | Leases |
|---|---|
| 2025 | 735 |
| 2026 | 595 |
| Thereafter | 248 |
"""


def test_what_years_to_come_bring_is_told_as_of_the_last_day_reported() -> None:
    found = extracted(PAYMENTS)
    assert (found["735"], found["595"], found["248"]) == ("2024-12-31",) * 3


def test_years_that_are_over_bring_nothing_to_come() -> None:
    found = extracted(PAYMENTS.replace("| 2025 |", "| 2023 |").replace("| 2026 |", "| 2024 |"))
    assert (found["735"], found["595"], found["248"]) == ("",) * 3


def test_what_may_be_exercised_of_the_last_balance_is_of_its_day() -> None:
    page = """
| | Options | Average exercise price |
|---|---|---|
| Outstanding at December 31, 2023 | 3.0 | $ 217 |
| Exercised | 1.1 | $ 163 |
| Outstanding at December 31, 2024 | 2.1 | $ 273 |
| Vested or expected to vest | 2.0 | $ 272 |
| Amounts paid | 1.9 | $ 271 |
"""
    found = extracted(page)
    assert (found["1.1"], found["2.0"], found["1.9"]) == (YEAR, "2024-12-31", "")


def test_a_table_may_begin_with_a_year() -> None:
    assert extracted("| 2024 | |\n|---|---|\n| Sales by country | |\n| 2023 | |\n| Sales | 12 |\n") == {"12": ""}


@pytest.mark.parametrize(
    "header",
    [
        "| | 2025 | 2026 | Thereafter |",
        "| | Years ending December 31, 2025 | Years ending December 31, 2026 | Thereafter |",
        "| | Remainder of 2024 | 2025 | Thereafter |",
        "| | 2024 (remaining three months) | 2025 | Thereafter |",
    ],
)
def test_columns_of_years_to_come_are_told_as_of_the_last_day_reported(header: str) -> None:
    page = f"""
| | Year ended December 31, 2024 |
|---|---|
| Sales | 9,999 |

Payments that fall due:

{header}
|---|---|---|---|
| Leases | 735 | 595 | 248 |
"""
    found = extracted(page)
    assert (found["735"], found["595"], found["248"]) == ("2024-12-31",) * 3


def test_one_year_to_come_is_no_list_of_payments() -> None:
    page = """
| | Year ended December 31, 2024 |
|---|---|
| Sales | 9,999 |

Targets

| | 2025 |
|---|---|
| Sales | 735 |
"""
    assert extracted(page)["735"] == ""


def test_a_balance_dated_in_a_label_is_that_of_its_last_such_day() -> None:
    page = """
| | December 31, 2024 | December 31, 2023 |
|---|---|---|
| Allowance - January 1 | 120 | 115 |
| Allowance - December 31 | 130 | 121 |
"""
    found = extracted(page)
    assert (found["120"], found["115"]) == ("2023-12-31", "2022-12-31")
    assert (found["130"], found["121"]) == ("2024-12-31", "2023-12-31")


def test_a_year_of_weeks_begins_behind_the_last_one_that_a_header_closes() -> None:
    page = """
For the fiscal year ended September 28, 2024

| | Years ended | Years ended | Years ended |
| | September 28, 2024 | September 30, 2023 | September 24, 2022 |
|---|---|---|---|
| Sales | 735 | 595 | 248 |
"""
    found = extracted(page)
    assert (found["735"], found["595"]) == ("2023-10-01/2024-09-28", "2022-09-25/2023-09-30")


def test_a_change_against_an_earlier_year_is_of_the_later_one() -> None:
    page = """For the fiscal year ended December 29, 2024. Years ended January 1, 2023 and December 31, 2023.

| | Sales | Sales | Sales | % Change | % Change |
| | 2024 | 2023 | 2022 | '24 vs. '23 | '23 vs. '22 |
|---|---|---|---|---|---|
| Sales | 735 | 595 | 248 | 23.5 | 139.9 |
"""
    found = extracted(page)
    assert (found["23.5"][-10:], found["139.9"][-10:]) == ("2024-12-29", "2023-12-31")


def test_years_in_front_of_the_same_words_are_years_alone() -> None:
    page = """For the year ended December 31, 2024

| | 2024 Deferred tax | 2023 Deferred tax |
|---|---|---|
| Leases | 735 | 595 |
"""
    found = extracted(page)
    assert (found["735"], found["595"]) == ("2024-01-01/2024-12-31", "2023-01-01/2023-12-31")


@pytest.mark.parametrize(
    "label",
    [
        "Shares at beginning of year",
        "Beginning outstanding balance",
        "Opening net balance",
        "Plan assets - beginning of year",
    ],
)
def test_more_words_for_what_a_year_opens_with(label: str) -> None:
    page = f"\n| | Year ended December 31, 2024 |\n|---|---|\n| {label} | 735 |\n"
    assert extracted(page) == {"735": "2023-12-31"}


def test_a_row_of_years_to_come_heads_columns_below_any_corner() -> None:
    page = """
| | Year ended December 31, 2024 |
|---|---|
| Sales | 9,999 |

Payments:

| Year(s) | 2025 | 2026 | 2027-2031 |
| Leases | 735 | 595 | 248 |
"""
    found = extracted(page)
    assert (found["735"], found["248"]) == ("2024-12-31", "2024-12-31")


def test_assets_of_a_plan_are_nothing_that_is_planned() -> None:
    table = "| | 2024 | 2023 |\n|---|---|---|\n| Bonds | 735 | 595 |\n"
    page = f"For the year ended December 31, 2024\n\nFair value of plan assets\n\n{table}"
    assert extracted(page)["735"] == "2024-01-01/2024-12-31"
