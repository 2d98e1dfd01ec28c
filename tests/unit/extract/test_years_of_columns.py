"""Columns that are headed by a year alone: the day stands in the corner, in a sentence, or on another page."""

from pathlib import Path

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse
from iij_xbrl.read.file import File
from iij_xbrl.read.html import read_html

CLOSED = "For the year ended December 31, 2024\n"
ROWS = """
| | 2024 | 2023 |
|---|---|---|
| Sales | 2,268 | 6,021 |
"""
YEARS = {"2,268": "2024-01-01/2024-12-31", "6,021": "2023-01-01/2023-12-31"}
DAYS = {"2,268": "2024-12-31", "6,021": "2023-12-31"}
NONE = dict.fromkeys(YEARS, "")


def extracted(page: str) -> dict[str, str]:
    """The period of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), Calendar(4), "JPY"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


def test_a_corner_tells_the_day_with_remarks_behind_it() -> None:
    page = ROWS.replace("| |", "| years ended December 31 (in millions, except per share data) |", 1)
    assert extracted(page) == YEARS


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("The plans cost 3 million. The components of income for the years ended December 31 are as follows:", YEARS),
        ("Deposits consisted of the following at December 31:", DAYS),
        ("This table summarizes what was paid during the years ended December 31, 2024 and 2023.", YEARS),
        ("This was paid in the three months ended June 30, 2024 and the year ended December 31, 2023.", NONE),
        ("A sentence of many words that " + "goes on and " * 20 + "ends with the years ended December 31:", YEARS),
        ("The impairment test of October 1 found nothing in any of the units.", dict.fromkeys(YEARS, "")),
        ("Sales for the three months are as follows:", dict.fromkeys(YEARS, "")),
    ],
)
def test_the_sentence_in_front_tells_the_day(sentence: str, periods: dict[str, str]) -> None:
    assert extracted(f"{sentence}\n{ROWS}") == periods


def test_years_alone_are_those_that_the_document_closes_with_the_calendar_year() -> None:
    assert extracted(f"{CLOSED}\nSales by country\n{ROWS}") == YEARS


@pytest.mark.parametrize(
    "page",
    [
        f"For the year ended March 31, 2024\n\nSales by country\n{ROWS}",
        f"{CLOSED}\nFor the year ended June 30, 2024, it was acquired.\n\nSales by country\n{ROWS}",
        f"{CLOSED}\nFor the three months ended March 31, 2025, it grew.\n\nSales by country\n{ROWS}",
        f"{CLOSED}\nSales by quarter\n{ROWS}",
        f"{CLOSED}\nExpected sales\n{ROWS}",
    ],
)
def test_years_alone_are_open_where_years_close_otherwise_or_a_text_speaks_of_another_time(page: str) -> None:
    assert extracted(page) == dict.fromkeys(YEARS, "")


def test_years_to_come_are_no_periods_that_are_reported() -> None:
    page = f"{CLOSED}\nPayments\n{ROWS}".replace("| 2024 | 2023 |", "| 2025 | 2026 |")
    assert extracted(page) == dict.fromkeys(YEARS, "")


def test_a_year_over_several_columns_is_that_of_each() -> None:
    page = """<p>For the year ended December 31, 2024</p>
<table><tr><td></td><td colspan="2">2024</td><td colspan="2">2023</td></tr>
<tr><td></td><td>Amount</td><td>Percent</td><td>Amount</td><td>Percent</td></tr>
<tr><td></td><td colspan="4">($ in millions)</td></tr>
<tr><td>Tax at the federal rate</td><td>3,203</td><td>21.0 %</td><td>2,864</td><td>20.0 %</td></tr></table>
"""
    rows = figure_rows(extract(read_html(File(Path("page.html"), "page", page.encode())), Calendar(4), "JPY"))
    found = {row["text"]: (row["period"][:4], row["unit"], row["scale"]) for row in rows if row["text"]}
    assert found["3,203"] == ("2024", "USD", "6")
    assert found["20.0 %"] == ("2023", "%", "")


def test_a_length_that_something_lasts_is_no_part_of_a_year() -> None:
    page = """
| | December 31, 2024 12 months or longer | December 31, 2023 Less than 12 months |
|---|---|---|
| Bonds | 1,600 | 2,600 |
"""
    assert extracted(page) == {"1,600": "2024-12-31", "2,600": "2023-12-31"}


def test_what_moves_between_two_days_is_not_of_the_day_that_a_signature_names() -> None:
    page = """
New York, February 12, 2025

| | Common stock | Retained earnings |
|---|---|---|
| Balance at December 31, 2023 | 5,061 | 45,648 |
| Net income | - | 9,930 |
| Balance at December 31, 2024 | 5,064 | 55,578 |
"""
    found = extracted(page)
    assert (found["45,648"], found["9,930"], found["55,578"]) == ("2023-12-31", YEARS["2,268"], "2024-12-31")


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("Beginning of period", "2023-12-31"),
        ("Outstanding at beginning of period", "2023-12-31"),
        ("Beginning gross unrecognized tax benefits", "2023-12-31"),
        ("Vested and expected to vest, end of period", "2024-12-31"),
        ("Ending gross unrecognized tax benefits", "2024-12-31"),
        ("Beginning taxes paid", "2024-01-01/2024-12-31"),
    ],
)
def test_what_a_row_opens_or_closes_with_is_of_a_day(label: str, period: str) -> None:
    page = f"\n| | Year ended December 31, 2024 |\n|---|---|\n| {label} | 2,268 |\n"
    assert extracted(page) == {"2,268": period}


def test_rows_that_are_parts_of_a_year_are_those_of_the_year_of_their_column() -> None:
    page = """
Shares bought in the years ended December 31:

| | 2024 | 2023 |
|---|---|---|
| First quarter [a] | 2,268 | 6,021 |
| Second quarter | 2,112 | 5,210 |
| Total | 4,380 | 11,231 |
"""
    found = extracted(page)
    assert (found["6,021"], found["2,112"]) == ("2023-01-01/2023-03-31", "2024-04-01/2024-06-30")
    assert found["4,380"] == ""


def test_rows_that_are_quarters_below_half_a_year_are_of_no_known_period() -> None:
    page = "Shares bought in the six months ended June 30, 2024 and 2023:\n" + ROWS.replace("Sales", "First quarter")
    assert extracted(page) == NONE


WEEKS = "The fiscal years ended December 29, 2024, December 31, 2023 and January 1, 2023 are told apart.\n"


def test_years_of_weeks_are_those_that_the_document_says_ended() -> None:
    page = f"{WEEKS}\nSales by country\n{ROWS}"
    assert extracted(page) == {"2,268": "2024-01-01/2024-12-29", "6,021": "2023-01-02/2023-12-31"}


def test_a_year_of_weeks_whose_end_is_not_told_is_open() -> None:
    page = f"{WEEKS}\nSales by country\n{ROWS}".replace("| 2024 | 2023 |", "| 2020 | 2021 |")
    assert extracted(page) == dict.fromkeys(YEARS, "")


def test_the_first_of_a_month_may_close_a_year_of_weeks() -> None:
    page = f"""{WEEKS}
| | Goodwill |
|---|---|
| Balance, January 1, 2023 | 1,119 |
| Acquired | 439 |
| Balance, December 31, 2023 | 1,558 |
"""
    assert extracted(page) == {"1,119": "2023-01-01", "439": "2023-01-02/2023-12-31", "1,558": "2023-12-31"}


def test_a_day_of_a_row_is_that_of_the_end_of_the_year_of_its_column() -> None:
    page = f"""{CLOSED}
Tax benefits

| | 2024 | 2023 |
|---|---|---|
| Balance at January 1 | 30 | 34 |
| Balance at December 31 | 32 | 31 |
"""
    assert extracted(page) == {"30": "2023-12-31", "34": "2022-12-31", "32": "2024-12-31", "31": "2023-12-31"}


def test_a_row_of_another_year_than_its_column_is_of_no_known_time() -> None:
    page = f"""{CLOSED}
Allowances

| | Additions | Balance |
|---|---|---|
| 2024 | | |
| Current | 12 | 30 |
| Inventories | | |
| 2023 | 11 | 31 |
"""
    assert (extracted(page)["30"], extracted(page)["31"]) == (YEARS["2,268"], "")


@pytest.mark.parametrize(
    ("head", "period"), [("’24 vs. ’23", YEARS["2,268"]), ("’23 vs. ’22", YEARS["6,021"]), ("’22 vs. ’21", "")]
)
def test_a_change_between_two_years_is_of_the_later_one(head: str, period: str) -> None:
    page = f"""
Sales for the years ended December 31

| | 2024 | 2023 | % Change {head} |
|---|---|---|---|
| Sales | 2,268 | 6,021 | 5.6 |
"""
    assert extracted(page)["5.6"] == period
