"""Opening balances in columns that are headed by the last days of years."""

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse

WEEKS = """
Our fiscal year has 52 or 53 weeks.

| | Year ended December 30, 2023 | Year ended December 31, 2022 |
|---|---:|---:|
| Net sales | 7,107 | 7,341 |
"""
LAST_MONTHS = """
| | Year ended December 31, 2023 | Year ended December 31, 2022 |
|---|---:|---:|
| Net sales | 7,107 | 7,341 |
"""


def extracted(page: str) -> dict[str, str]:
    """The period of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), Calendar(1, is_known=False), "USD"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


def table(later: str, earlier: str) -> str:
    return f"""
    Warranties were as follows.

    | | {later} | {earlier} |
    |---|---:|---:|
    | Balance at beginning of year | 117 | 211 |
    | Claims | (12) | (94) |
    | Balance at end of year | 105 | 117 |
    """


def test_an_opening_balance_is_that_of_the_day_before_the_year_whose_last_day_heads_the_column():
    found = extracted(LAST_MONTHS + table("December 31, 2023", "December 31, 2022").replace("117 |\n", "118 |\n"))
    assert (found["117"], found["211"]) == ("2022-12-31", "2021-12-31")
    assert (found["105"], found["118"]) == ("2023-12-31", "2022-12-31")


def test_where_a_year_of_weeks_began_is_told_by_the_closing_balance_beside_it():
    found = extracted(WEEKS + table("December 30, 2023", "December 31, 2022"))
    assert found["105"] == "2023-12-30"
    assert found["117"] == "2022-12-31"


def test_an_opening_balance_of_an_interim_period_is_of_no_known_day():
    found = extracted(
        LAST_MONTHS + table("June 30, 2023", "June 30, 2022").replace("beginning of year", "beginning of period")
    )
    assert not found["211"]


def test_days_without_a_year_are_the_ends_of_the_period_of_their_column():
    found = extracted("""
    | | Year ended 30 June 2020 | Period from 1 January 2019 to 30 June 2019 |
    |---|---:|---:|
    | Cash at 1 July | 117 | |
    | Cash at 1 January | | 95 |
    | At 30 June | 105 | 118 |
    | Disposals | 12 | 13 |
    """)
    assert [found[text] for text in ("117", "95", "105", "118")] == [
        "2019-06-30",
        "2018-12-31",
        "2020-06-30",
        "2019-06-30",
    ]
    assert found["12"] == "2019-07-01/2020-06-30"


def test_balances_of_several_days_are_of_no_time_that_a_column_names():
    found = extracted("""
    | | Year ended 30 June 2020 | Year ended 30 June 2019 |
    |---|---:|---:|
    | At 1 July / January | 117 | 95 |
    | At 1 July 2019 and 30 June 2020 | 105 | 118 |
    | Balance at start of year | 106 | 119 |
    """)
    assert [found[text] for text in ("117", "95", "105", "118")] == ["", "", "", ""]
    assert [found[text] for text in ("106", "119")] == ["2019-06-30", "2018-06-30"]
