"""Days that are no reported periods, and times that a text leaves open."""

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
    rows = figure_rows(extract(parse(page, "page"), Calendar(4), "JPY"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


@pytest.mark.parametrize("corner", ["Scheduled maturity (Dollars in millions)", "Due", "Date of issuance"])
def test_a_day_below_a_header_of_other_days_is_no_period(corner: str) -> None:
    page = f"""
| {corner} | Proceeds | May 31, 2025 |
|---|---|---|
| March 27, 2027 | 1,000 | 998 |
| March 27, 2030 | 1,500 | 1,495 |
"""
    assert extracted(page) == {"1,000": "", "1,500": "", "998": "2025-05-31", "1,495": "2025-05-31"}


@pytest.mark.parametrize("corner", ["", "Fiscal year ended", "As of (in millions)"])
def test_a_day_below_a_header_of_time_is_a_period(corner: str) -> None:
    page = f"| {corner} | Principal |\n|---|---|\n| May 31, 2025 | 1,000 |\n| May 31, 2024 | 1,500 |\n"
    assert extracted(page) == {"1,000": "2025-05-31", "1,500": "2024-05-31"}


def test_the_day_of_an_event_is_not_the_year_in_which_it_falls() -> None:
    page = b"""<p>Dividends in the fiscal year ended January 31, 2025:</p>
<table><tr><th>Record Date</th><th>Payment Date</th><th>Amount</th></tr>
<tr><td>March 14, 2024</td><td>April 11, 2024</td><td>388</td></tr>
<tr><td>July 9, 2024</td><td>July 25, 2024</td><td>385</td></tr></table>
"""
    rows = figure_rows(extract(read_html(File(Path("page.html"), "page", page)), Calendar(4), "JPY"))
    found = {row["text"]: row["period"] for row in rows}
    assert (found["388"], found["385"]) == ("", "")


def test_a_time_that_is_told_of_several_columns_is_of_none() -> None:
    page = """
The assets as of the date of the sale and as of December 31, 2024, respectively, were as follows:

| | Sold | Held for sale |
|---|---|---|
| Cash | 778 | 219 |
"""
    assert extracted(page) == {"778": "", "219": ""}


def test_a_header_tells_what_opens_and_closes_a_year() -> None:
    page = """
| | Balance at Beginning of Year | Additions | Balance at End of Year |
|---|---|---|---|
| Year ended December 31, 2023 | 1,389 | 125 | 1,514 |
| Year ended December 31, 2024 | 1,514 | 99 | 1,613 |
"""
    found = extracted(page)
    assert (found["1,389"], found["99"]) == ("2022-12-31", "2024-01-01/2024-12-31")
    assert found["1,613"] == "2024-12-31"
