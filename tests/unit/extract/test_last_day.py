"""What columns tell as of the last day: the terms of debt beside its balances, what a program has cost to date."""

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse


def extracted(page: str) -> dict[str, str]:
    """The period of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), Calendar(1, is_known=False), "USD"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


def test_rates_and_principals_beside_balances_are_of_the_last_day():
    page = """
    | | Effective Interest Rate | Principal Amount | January 28, 2024 | February 2, 2025 |
    |---|---:|---:|---:|---:|
    | 2.70% Senior notes due April 2025 | 2.97% | $ 500 | $ 499 | $ 498 |
    """
    found = extracted(page)
    assert found["2.97%"] == found["500"] == "2025-02-02"
    assert found["499"] == "2024-01-28"


def test_a_rate_beside_durations_is_of_no_known_time():
    page = """
    | | Effective Rate | Year ended December 31, 2024 | Year ended December 31, 2023 |
    |---|---:|---:|---:|
    | Interest on senior notes | 2.97% | $ 499 | $ 498 |
    """
    assert not extracted(page)["2.97%"]


def test_other_columns_beside_balances_are_of_no_known_time():
    page = """
    | | Change in Interest Rates | Capacity | December 31, 2024 | December 31, 2023 |
    |---|---:|---:|---:|---:|
    | Credit facility | 2.97% | 9,500 | $ 499 | $ 498 |
    """
    found = extracted(page)
    assert not found["2.97%"]
    assert not found["9,500"]


def test_what_a_program_has_cost_to_date_is_of_the_last_day():
    page = """
    | | Three Months Ended March 31, 2024 | Program-to-date Accumulated Charges | Total Expected Program Costs |
    |---|---:|---:|---:|
    | Employee-related costs | $ 15 | $ 115 | $ 230 |
    """
    assert extracted(page) == {"15": "2024-01-01/2024-03-31", "115": "2024-03-31", "230": "2024-03-31"}
