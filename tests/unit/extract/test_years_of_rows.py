"""Years that rows of pages name, which nothing maps: in a column behind the labels, as labels, in headings."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse

OTHERS = Calendar(1, is_known=False)
YEARS = """
Results of the years ended June 30, 2022 and 2021, in millions. The year ended June 30, 2022.

| | Years ended June 30, 2022 | Years ended June 30, 2021 |
|---|---:|---:|
| Net sales | 7,107 | 7,341 |
"""


def extracted(page: str, column: str = "period") -> dict[str, str]:
    """The period, or another column, of each figure by its text."""
    rows = figure_rows(extract(parse(YEARS + page, "page"), OTHERS, "USD"))
    return {row["text"]: row[column] for row in rows if row["text"]}


def test_a_column_of_years_may_be_headed_as_such():
    page = """
    Segments were as follows.

    | | Fiscal Year | Household | Lifestyle |
    |---|---:|---:|---:|
    | Net sales | 2022 | 1,984 | 1,253 |
    | | 2021 | 1,981 | 1,218 |
    | Earnings before income taxes | 2022 | 234 | 280 |
    | | 2021 | 375 | 320 |
    """
    found = extracted(page)
    assert found["1,984"] == found["280"] == "2021-07-01/2022-06-30"
    assert found["1,981"] == found["320"] == "2020-07-01/2021-06-30"
    assert "2022" not in found


def test_a_year_behind_each_label_is_not_that_of_its_figures():
    page = """
    Notes were as follows.

    | | Year | Issued | Outstanding |
    |---|---:|---:|---:|
    | First series | 2022 | 1,984 | 1,253 |
    | Second series | 2021 | 1,981 | 1,218 |
    """
    found = extracted(page)
    assert not found["1,984"]
    assert not found["1,218"]


def test_labels_that_are_years_tell_the_periods_of_their_rows():
    page = """
    Expense for amortization was as follows.

    | Years | (in millions) |
    |---|---:|
    | 2022 | 28 |
    | 2021 | 30 |
    """
    found = extracted(page)
    assert (found["28"], found["30"]) == ("2021-07-01/2022-06-30", "2020-07-01/2021-06-30")


def test_a_day_over_years_is_that_of_each():
    page = """
    Accruals were as follows.

    | At June 30, | (in millions) |
    |---|---:|
    | 2022 | 28 |
    | 2021 | 30 |
    """
    found = extracted(page)
    assert (found["28"], found["30"]) == ("2022-06-30", "2021-06-30")


def test_a_part_of_a_year_over_columns_is_that_of_the_years_of_the_rows():
    page = """
    Expense for amortization was as follows.

    | | Three Months Ended | Nine Months Ended |
    | | March 31, | March 31, |
    |---|---:|---:|
    | 2022 | 28 | 71 |
    | 2021 | 30 | 92 |
    """
    found = extracted(page)
    assert (found["28"], found["71"]) == ("2022-01-01/2022-03-31", "2021-07-01/2022-03-31")
    assert (found["30"], found["92"]) == ("2021-01-01/2021-03-31", "2020-07-01/2021-03-31")


def test_balances_at_both_ends_of_years_that_are_labels():
    page = """
    Schedule II

    | Allowances for doubtful accounts | Balance at Beginning of Year | Charges | Balance at End of Year |
    |---|---:|---:|---:|
    | 2022 | 500 | 60 | 444 |
    | 2021 | 519 | 122 | 501 |
    """
    found = extracted(page)
    assert (found["500"], found["60"], found["444"]) == ("2021-06-30", "2021-07-01/2022-06-30", "2022-06-30")
    assert (found["519"], found["122"], found["501"]) == ("2020-06-30", "2020-07-01/2021-06-30", "2021-06-30")


@pytest.mark.parametrize("corner", ["Grants of", "Maturity", "Originated in"])
def test_labels_that_are_years_of_something_else_tell_no_period(corner):
    page = f"""
    Outstanding were as follows.

    | {corner} | (in millions) |
    |---|---:|
    | 2022 | 28 |
    | 2021 | 30 |
    """
    assert not any(extracted(page)[text] for text in ("28", "30"))


def test_years_that_are_labels_do_not_say_otherwise_than_columns():
    page = """
    Options were as follows.

    | Years | June 30, 2022 | June 30, 2021 |
    |---|---:|---:|
    | 2022 | 28 | 12 |
    | 2021 | 30 | 13 |
    """
    found = extracted(page)
    assert (found["28"], found["13"]) == ("2022-06-30", "2021-06-30")


def test_years_in_headings_over_the_same_rows():
    page = """
    Schedule II

    | Description | Balance at Beginning of Period | Additions | Balance at End of Period |
    |---|---:|---:|---:|
    | Fiscal year 2022 | | | |
    | Allowance for doubtful accounts | 4 | 11 | 15 |
    | Sales returns | 13 | 104 | 26 |
    | Fiscal year 2021 | | | |
    | Allowance for doubtful accounts | 5 | 12 | 17 |
    | Sales returns | 14 | 19 | 33 |
    """
    found = extracted(page)
    assert (found["13"], found["104"], found["26"]) == ("2021-06-30", "2021-07-01/2022-06-30", "2022-06-30")
    assert (found["14"], found["19"], found["33"]) == ("2020-06-30", "2020-07-01/2021-06-30", "2021-06-30")


def test_headings_tell_by_which_year_a_year_that_ends_in_january_is_named():
    page = """
    Results of the fiscal year ended January 29, 2023, in millions.

    | | January 29, 2023 | January 30, 2022 |
    |---|---:|---:|
    | Assets | 41,182 | 44,187 |

    | | Year Ended January 29, 2023 | Year Ended January 30, 2022 |
    |---|---:|---:|
    | Revenue | 26,974 | 26,914 |

    Schedule II

    | Description | Balance at Beginning of Period | Balance at End of Period |
    |---|---:|---:|
    | Fiscal year 2023 | | |
    | Sales returns | 13 | 26 |
    | Fiscal year 2022 | | |
    | Sales returns | 17 | 14 |
    """
    rows = figure_rows(extract(parse(page, "page"), OTHERS, "USD"))
    found = {row["text"]: row["period"] for row in rows if row["text"]}
    assert (found["13"], found["26"]) == ("2022-01-30", "2023-01-29")
