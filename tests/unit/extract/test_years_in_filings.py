"""Years in filings of other companies: covers that tell the last day, years in corners, parts that a sentence dates."""

from pathlib import Path

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse
from iij_xbrl.read.file import File
from iij_xbrl.read.html import read_html

OTHERS = Calendar(4, is_known=False)
COVER = "For the fiscal year ended December 31, 2024\n"
ROWS = """
| | 2024 | 2023 |
|---|---|---|
| Sales | 2,268 | 6,021 |
"""
YEARS = {"2,268": "2024-01-01/2024-12-31", "6,021": "2023-01-01/2023-12-31"}


def extracted(page: str) -> dict[str, str]:
    """The period of each figure of a page of text by what is printed."""
    rows = figure_rows(extract(parse(page, "page"), OTHERS, "USD"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


def extracted_html(page: str) -> dict[str, str]:
    """The period of each figure of a page of HTML by what is printed."""
    rows = figure_rows(extract(read_html(File(Path("page.html"), "page", page.encode())), OTHERS, "USD"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


@pytest.mark.parametrize(
    ("lead", "periods"),
    [
        (COVER, YEARS),
        ("The year ended December 31, 2024, was a good one.\n", dict.fromkeys(YEARS, "")),
    ],
)
def test_the_cover_tells_the_last_day_whatever_quarter_is_to_come(lead: str, periods: dict[str, str]) -> None:
    page = f"{lead}\nWe expect a loss in the quarter ended March 31, 2025, from the sale.\n\nSales by country\n{ROWS}"
    assert extracted(page) == periods


def test_years_that_close_with_the_month_twice_in_a_row_have_no_weeks() -> None:
    page = f"""{COVER}
The accounts of the year ended December 31, 2023, and those of its division for the year ended December 29, 2012.

Sales by country
{ROWS.replace("2024", "2022").replace("2023", "2021")}"""
    assert extracted(page) == {"2,268": "2022-01-01/2022-12-31", "6,021": "2021-01-01/2021-12-31"}


@pytest.mark.parametrize(
    ("sentence", "is_open"),
    [
        ("Revenues are compared with those of prior years and plans in the table below.", False),
        ("Plan Funded Status", False),
        ("Expected sales", True),
    ],
)
def test_what_years_that_are_over_are_compared_with_is_no_other_time(sentence: str, *, is_open: bool) -> None:
    assert extracted(f"{COVER}\n{sentence}\n{ROWS}") == (dict.fromkeys(YEARS, "") if is_open else YEARS)


COUNTED = """<p>{sentence}</p>
<table><tr><td></td><td colspan="2">Three Months</td><td colspan="2">Nine Months</td></tr>
<tr><td>(in millions)</td><td>2023</td><td>2022</td><td>2023</td><td>2022</td></tr>
<tr><td>Cost of revenue</td><td>30</td><td>26</td><td>88</td><td>71</td></tr></table>"""


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        (
            "Costs for the three and nine months ended September 30, 2023 and September 30, 2022 were as follows:",
            ["2023-07-01/2023-09-30", "2022-07-01/2022-09-30", "2023-01-01/2023-09-30", "2022-01-01/2022-09-30"],
        ),
        ("Costs for the three months ended June 30, 2023 and September 30, 2023 were as follows:", [""] * 4),
    ],
)
def test_a_sentence_tells_on_which_days_the_months_of_heads_ended(sentence: str, periods: list[str]) -> None:
    assert list(extracted_html(COUNTED.replace("{sentence}", sentence)).values()) == periods


CORNERED = """<p>For the fiscal year ended December 31, 2024</p><p>Schedule of reserves</p>
<table><tr><td>Description</td><td>Balance at Beginning of Period</td><td>Additions</td><td></td>
<td>Balance at End of Period</td></tr><tr><td>{year}</td><td></td><td></td><td></td><td></td></tr>
<tr><td>Doubtful accounts</td><td>404</td><td>213</td><td>(1)</td><td>617</td></tr></table>"""


@pytest.mark.parametrize("year", ["2024", "Fiscal year 2024"])
@pytest.mark.parametrize("corner", ["Description", "{year} (Millions)"])
def test_a_year_in_the_corner_is_that_of_headed_columns(corner: str, year: str) -> None:
    found = extracted_html(CORNERED.replace("Description", corner).replace("{year}", year))
    assert found == {"404": "2023-12-31", "213": "2024-01-01/2024-12-31", "(1)": "", "617": "2024-12-31"}


def test_a_year_over_the_labels_heads_the_names_of_columns() -> None:
    page = """<p>For the fiscal year ended December 31, 2024</p><p>Operating information:</p>
<table><tr><td></td><td colspan="2">(dollars in millions)</td></tr>
<tr><td>2023</td><td>Consumer</td><td>Business</td></tr>
<tr><td>Service</td><td>74,874</td><td>21,508</td></tr></table>"""
    assert extracted_html(page) == {"74,874": "2023-01-01/2023-12-31", "21,508": "2023-01-01/2023-12-31"}


def test_ranges_of_days_behind_a_day_head_columns() -> None:
    page = """<p>The following table presents the aging of receivables:</p>
<table><tr><td>April 29, 2023</td><td>31-60</td><td>61-90</td><td>91+</td><td>Total Past Due</td></tr>
<tr><td>Loan receivables</td><td>94</td><td>39</td><td>79</td><td>212</td></tr></table>"""
    assert extracted_html(page) == dict.fromkeys(["94", "39", "79", "212"], "2023-04-29")


VINTAGES = """<table><tr><td></td><td colspan="3">Year of Origination</td><td colspan="2">{day}</td></tr>
<tr><td></td><td>2023</td><td>2022</td><td>Prior</td><td>Total</td><td>Percent</td></tr>
<tr><td>Prime</td><td>23,940</td><td>15,581</td><td>320</td><td>39,841</td><td>75.5 %</td></tr></table>"""


@pytest.mark.parametrize(("day", "period"), [("December 31, 2023", "2023-12-31"), ("December 31, 2024", "")])
def test_what_was_originated_in_years_is_of_the_day_of_its_total(day: str, period: str) -> None:
    found = extracted_html(VINTAGES.replace("{day}", day))
    assert found["23,940"] == found["15,581"] == found["320"] == period


def test_awards_outstanding_on_days_close_and_open_the_years_between() -> None:
    page = """
    Awards of the plan:

    | (in thousands) | Units |
    |---|---:|
    | Outstanding January 1, 2022 | 6,901 |
    | Granted | 4,079 |
    | Outstanding December 31, 2022 | 6,779 |
    | Granted | 4,149 |
    | Outstanding December 31, 2023 | 7,253 |
    """
    assert extracted(page) == {
        "6,901": "2021-12-31",
        "4,079": "2022-01-01/2022-12-31",
        "6,779": "2022-12-31",
        "4,149": "2023-01-01/2023-12-31",
        "7,253": "2023-12-31",
    }


def test_items_of_a_balance_sheet_are_no_balance_that_a_sum_closes() -> None:
    page = """<table><tr><td>Balance Sheet Line Item</td><td>July 27, 2024</td><td>July 29, 2023</td></tr>
<tr><td>Other current assets</td><td>47</td><td>22</td></tr><tr><td></td><td>62</td><td>31</td></tr>
<tr><td>Other current liabilities</td><td>11</td><td>17</td></tr></table>"""
    assert extracted_html(page)["11"] == "2024-07-27"
