"""Names of fiscal years on other companies' pages: `fiscal 2024` is the year that the document itself says it is."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar, Period, date
from iij_xbrl.read import parse

ENDS = ("February 2, 2025", "January 28, 2024", "January 29, 2023")
CLOSED = "\n\n".join(f"For the fiscal year ended {day}" for day in ENDS)
SALES = """
| | Fiscal 2024 | Fiscal 2023 |
|---|---|---|
| Sales | 2,268 | 6,021 |
"""
BY_START = {"2,268": "2024-01-29/2025-02-02", "6,021": "2023-01-30/2024-01-28"}
OPEN = dict.fromkeys(BY_START, "")


def extracted(page: str) -> dict[str, str]:
    """The period of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), Calendar(4, is_known=False), "JPY"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


@pytest.mark.parametrize(
    "defined",
    [
        'The fiscal year ended February 2, 2025 ("fiscal 2024") had 53 weeks.',
        "Fiscal 2024 refers to the year ended February 2, 2025, fiscal 2023 to the one ended January 28, 2024.",
    ],
)
def test_a_definition_tells_by_which_year_years_are_named(defined: str) -> None:
    assert extracted(f"{CLOSED}\n\n{defined}\n{SALES}") == BY_START


def test_a_glossary_of_two_columns_is_a_definition() -> None:
    glossary = "\n| Term | Meaning |\n|---|---|\n| fiscal 2024 | Fiscal year ended February 2, 2025 (53 weeks) |\n"
    found = extracted(f"{CLOSED}\n{glossary}\nSales\n{SALES}")
    assert (found["2,268"], found["6,021"]) == tuple(BY_START.values())


def test_without_a_definition_the_latest_year_of_columns_is_the_one_that_closed() -> None:
    assert extracted(f"{CLOSED}\n{SALES}") == BY_START
    by_end = SALES.replace("2024", "2025").replace("2023", "2024")
    assert extracted(f"{CLOSED}\n{by_end}") == BY_START


def test_two_ways_of_naming_leave_years_open() -> None:
    other = (
        'The year ended January 28, 2024 ("fiscal 2024") and the year ended February 2, 2025 ("fiscal 2024") differ.'
    )
    assert extracted(f"{CLOSED}\n\n{other}\n{SALES}") == OPEN


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Activity of awards in fiscal 2024 was as follows:", "2023-07-01/2024-06-30"),
        ("Awards outstanding at the end of fiscal 2024 were as follows:", "2024-06-30"),
        ("Activity in the first quarter of fiscal 2024 was as follows:", "2023-07-01/2023-09-30"),
        ("Activity in fiscal 2024 and 2023 was as follows:", ""),
        ("Activity in fiscal 2025 was as follows:", ""),
    ],
)
def test_a_sentence_names_the_fiscal_year_of_its_table(text: str, period: str) -> None:
    page = f"""This is the annual report of the company for the fiscal year ended June 30, 2024.

{text}

| | Awards | Price |
|---|---|---|
| Granted | 722 | $ 9 |
"""
    assert extracted(page)["722"] == period


def test_a_row_that_names_a_fiscal_year_is_that_of_the_rows_below_it() -> None:
    page = """For the fiscal year ended June 30, 2024

| (in millions) | Media | Services |
|---|---|---|
| Fiscal 2024 | | |
| Sales | 1,864 | 5,366 |
| Fiscal 2023 | | |
| Sales | 1,216 | 4,893 |
"""
    found = extracted(page)
    assert (found["5,366"], found["1,216"]) == ("2023-07-01/2024-06-30", "2022-07-01/2023-06-30")


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2024, 1, 29), date(2025, 2, 2), 12),
        (date(2023, 1, 30), date(2024, 1, 28), 12),
        (date(2023, 12, 31), date(2024, 12, 28), 12),
        (date(2024, 4, 29), date(2024, 7, 28), 3),
        (date(2024, 4, 1), date(2024, 9, 30), 6),
    ],
)
def test_weeks_are_counted_as_the_months_that_they_stand_for(start: date, end: date, months: int) -> None:
    assert Period(end, start).months == months
