"""Years of companies whose pages nothing maps: of 52 or 53 weeks, in names, in corners, and what opens them."""

from datetime import date

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.extract.times.periods import mentions
from iij_xbrl.extract.times.weeks import weeks_of_years
from iij_xbrl.read import parse

OTHERS = Calendar(1, is_known=False)


def extracted(page: str, column: str = "period") -> dict[str, str]:
    """The period, or another column, of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), OTHERS, "USD"))
    return {row["text"]: row[column] for row in rows if row["text"]}


LAST_SATURDAY = """
Our fiscal year is the 52- or 53-week period that ends on the last Saturday of September.

Results of the year ended September 27, 2025, in millions.

| | Years ended September 27, 2025 | Years ended September 28, 2024 | Years ended September 30, 2023 |
|---|---:|---:|---:|
| Net sales | 416,161 | 391,035 | 383,285 |

| | Grant of October 31, 2025 | Grant of August 3, 2020 |
|---|---:|---:|
| Awards | 27 | 33 |

| | 2025 | 2024 | 2023 |
|---|---:|---:|---:|
| Services | 109,158 | 96,169 | 85,200 |
"""


def test_a_rule_tells_where_the_oldest_year_of_weeks_begins_whatever_other_days_head_columns():
    found = extracted(LAST_SATURDAY)
    assert found["383,285"] == found["85,200"] == "2022-09-25/2023-09-30"
    assert found["391,035"] == found["96,169"] == "2023-10-01/2024-09-28"


def test_weeks_that_are_counted_in_a_text_tell_where_a_year_begins():
    page = """
    The accounts of the 52-week period ended January 28, 2023 and of the 53 weeks ended February 3, 2024 follow.
    Our fiscal year ended February 3, 2024.

    | | Years ended February 3, 2024 | Years ended January 28, 2023 |
    |---|---:|---:|
    | Net sales | 5,273 | 5,927 |
    """
    assert extracted(page) == {"5,273": "2023-01-29/2024-02-03", "5,927": "2022-01-30/2023-01-28"}


def test_days_that_are_all_the_last_of_their_months_are_no_ends_of_weeks():
    # September 30 was a Saturday in both years.
    assert weeks_of_years({date(2017, 9, 30), date(2023, 9, 30)}, ()) is None
    assert weeks_of_years({date(2024, 9, 28)}, ()) is None
    assert weeks_of_years({date(2024, 9, 28), date(2023, 10, 1)}, ()) is None


def test_a_balance_of_the_first_day_of_a_year_of_weeks_is_that_of_the_day_before():
    page = """
    We have a 52- or 53-week fiscal year that ends on the last Saturday in December.

    | Years Ended | Dec 25, 2021 | Dec 26, 2020 |
    |---|---:|---:|
    | Net revenue | 79,024 | 77,867 |

    Consolidated Statements of Stockholders' Equity (in millions)

    | | Shares | Amount |
    |---|---:|---:|
    | Opening balance as of December 27, 2020 | 4,062 | $ 25,556 |
    | Net income | | 19,868 |
    | Balance as of December 25, 2021 | 4,070 | $ 28,006 |
    """
    found = extracted(page)
    assert (found["25,556"], found["19,868"]) == ("2020-12-26", "2020-12-27/2021-12-25")


@pytest.mark.parametrize(
    ("text", "is_period"),
    [
        ("Fiscal 2024", True),
        ("Fiscal 2024 and 2023", True),
        ("Fiscal 2024 Plan", False),
        ("Fiscal 2024 and Prior Plans", False),
        ("Fiscal 2024 Restructuring Program", False),
    ],
)
def test_the_year_in_a_name_of_something_is_no_period(text, is_period):
    calendar = Calendar(1, is_known=False, closes=frozenset({date(2024, 7, 27), date(2023, 7, 29)}))
    assert bool(mentions(text, calendar)) == is_period


def test_a_year_in_the_corner_is_that_of_the_days_over_columns():
    page = """
    | | Balance at January 1 | Purchases | Balance at December 31 |
    |---|---:|---:|---:|
    | 2023 | | | |
    | Investment securities | 6,421 | 617 | 6,841 |
    """
    assert extracted(page) == {"6,421": "2022-12-31", "617": "2023-01-01/2023-12-31", "6,841": "2023-12-31"}


def test_something_that_begins_in_a_year_is_not_what_its_columns_are_of():
    page = """
    The results of the year ended December 31, 2023 and of the years before follow, in millions.

    Benefits were frozen effective January 1, 2022.

    | | 2023 | 2022 |
    |---|---:|---:|
    | Service cost | 94 | 221 |
    """
    assert extracted(page) == {"94": "2023-01-01/2023-12-31", "221": "2022-01-01/2022-12-31"}


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("Beginning accrued warranty and related costs", "2024-12-31"),
        ("Unrecognized tax benefits beginning of year", "2024-12-31"),
        ("Allowance for credit loss at end of period", "2025-12-31"),
        ("Ending projected benefit obligation", "2025-12-31"),
        ("Change since the beginning of the year", "2025-01-01/2025-12-31"),
    ],
)
def test_what_opens_a_year_is_of_the_day_before(label, period):
    page = f"""
    | | Year ended December 31, 2025 |
    |---|---:|
    | {label} | 4,124 |
    """
    assert extracted(page) == {"4,124": period}


def test_what_a_new_principle_adjusts_below_an_opening_balance_is_of_no_known_time():
    page = """
    | | Year ended December 31, 2025 |
    |---|---:|
    | Retained earnings, beginning balances | 45,898 |
    | Net income | 57,411 |
    | Cumulative effect of change in accounting principle | (136) |
    """
    assert extracted(page) == {"45,898": "2024-12-31", "57,411": "2025-01-01/2025-12-31", "(136)": ""}


def test_a_row_of_opening_balances_by_year_is_of_no_known_day():
    page = """
    | | Balance at Beginning of Year | Balance at End of Year |
    |---|---:|---:|
    | December 30, 2023 | 2,586 | 2,963 |
    | December 31, 2022 | 2,259 | 2,586 |
    """
    assert extracted(page)["2,259"] == ""


def test_the_first_row_heads_columns_whatever_stands_in_its_corner():
    rows = [
        ["In Shares and Dollars", "Shares/Share-Equivalent Units", "Grant-Date Fair Value Per Share"],
        ["Nonvested at December 31, 2022", "1,267,551", "$ 194.38"],
        ["Granted", "469,235", "238.47"],
        ["Nonvested at December 31, 2023", "1,290,902", "$ 215.91"],
    ]
    found = extracted("In millions\n\n" + "\n".join("\t".join(row) for row in rows), "unit")
    assert (found["469,235"], found["238.47"]) == ("shares", "USD")


def test_a_corner_tells_that_all_amounts_are_per_share():
    page = """
    All amounts in tables are in millions unless otherwise stated.

    | Weighted average grant date fair value | Year ended December 31, 2023 | Year ended December 31, 2022 |
    |---|---:|---:|
    | Stock options | $ 36.10 | $ 34.03 |
    | RSUs | 89.60 | 87.68 |
    """
    found = extracted(page, "scale")
    assert (found["36.10"], found["89.60"]) == ("0", "0")


def test_a_head_of_shares_states_their_thousands_in_digits():
    page = """
    Consolidated Statements of Equity (amounts in millions)

    | | Shares (000's) | Retained Earnings | Total Stockholders' Equity |
    |---|---:|---:|---:|
    | Balance at August 30, 2020 | 441,255 | $ 12,879 | $ 18,284 |
    """
    found = {
        row["text"]: (row["unit"], row["scale"]) for row in figure_rows(extract(parse(page, "page"), OTHERS, "USD"))
    }
    assert found["441,255"] == ("shares", "3")


QUARTER = """
For the quarterly period ended June 30, 2023

| | June 30, 2023 | December 31, 2022 |
|---|---:|---:|
| Total assets | 265,991 | 255,884 |
"""


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("Second Quarter 2022", "2022-04-01/2022-06-30"),
        ("First Half 2023", "2023-01-01/2023-06-30"),
        ("Q2 '23", "2023-04-01/2023-06-30"),
        ("2022 Q4", "2022-10-01/2022-12-31"),
        ("2Q23", "2023-04-01/2023-06-30"),
        ("Q3 2023", ""),  # to come
    ],
)
def test_names_of_quarters_are_known_where_a_balance_sheet_shows_years_of_the_calendar(name, period):
    page = f"""{QUARTER}
Revenues by segment

| | Automotive | Credit |
|---|---:|---:|
| {name} | | |
| Sales | 43,463 | 2,256 |
"""
    assert extracted(page)["43,463"] == period


def test_names_of_quarters_are_open_where_years_end_otherwise():
    page = QUARTER.replace("December 31, 2022", "March 31, 2023")
    page += "\n\n| | Second Quarter 2022 | Second Quarter 2021 |\n|---|---:|---:|\n| Sales | 43,463 | 2,256 |"
    assert extracted(page)["43,463"] == ""


def test_quarters_over_years_are_parts_of_years_of_the_calendar():
    page = """
    Results of the year ended December 31, 2023.

    | | First quarter | | Fourth quarter | |
    |---|---:|---:|---:|---:|
    | (Dollars in millions) | 2023 | 2022 | 2023 | 2022 |
    | Total revenues | 14,486 | 12,675 | 19,423 | 16,828 |
    """
    found = extracted(page)
    assert (found["14,486"], found["12,675"]) == ("2023-01-01/2023-03-31", "2022-01-01/2022-03-31")
    assert (found["19,423"], found["16,828"]) == ("2023-10-01/2023-12-31", "2022-10-01/2022-12-31")


def test_a_cumulative_effect_is_no_year_to_date():
    page = (
        QUARTER
        + """
    Cumulative catch-up adjustments were as follows:

    | | Six months ended June 30, 2023 | Three months ended June 30, 2023 |
    |---|---:|---:|
    | Decrease of sales | 782 | 470 |
    """
    )
    assert extracted(page)["470"] == "2023-04-01/2023-06-30"


YEARS_OF_SUNDAYS = """
We have a fiscal year of 52 or 53 weeks that ends on the Sunday nearest to the end of December.

| Fiscal years ended | December 31, 2023 | January 1, 2023 | January 2, 2022 |
|---|---:|---:|---:|
| Sales | 85,159 | 79,990 | 78,740 |
"""


def test_a_year_of_weeks_that_ends_in_january_is_the_one_before():
    page = (
        YEARS_OF_SUNDAYS
        + """
    Income of the fiscal years ended December 31, 2023, January 1, 2023 and January 2, 2022 was as follows:

    | (Dollars in millions) | 2023 | 2022 | 2021 |
    |---|---:|---:|---:|
    | Domestic | 2,033 | 4,606 | 4,275 |
    """
    )
    assert extracted(page)["4,606"] == "2022-01-03/2023-01-01"


def test_the_last_day_of_december_is_that_of_the_year_of_weeks_beside_it():
    page = (
        YEARS_OF_SUNDAYS
        + """
    Plan assets as of December 31, 2023 and December 31, 2022 were as follows:

    | (Dollars in millions) | 2023 | 2022 |
    |---|---:|---:|
    | Plan assets | 24,119 | 20,937 |
    """
    )
    assert extracted(page)["20,937"] == "2023-01-01"


def test_years_beside_a_label_in_the_first_row_are_heads():
    page = """
    Results of the year ended December 31, 2023, in millions.

    Other income, net\t2023\t2022\t2021
    Equity income\t17\t12\t13
    Product recall\t25\t-\t-
    """
    found = extracted("\n".join(line.strip() for line in page.splitlines()))
    assert found["17"] == "2023-01-01/2023-12-31"
    assert "2023" not in found


def test_a_row_that_names_another_period_than_the_corner_is_that_of_the_rows_below_it():
    page = """
    | Three Months Ended July 2, 2023 | Aerospace | Marine |
    |---|---:|---:|
    | Defense | 54 | 3,029 |
    | Six Months Ended July 2, 2023 | | |
    | Defense | 99 | 5,920 |
    """
    found = extracted(page)
    assert (found["54"], found["99"]) == ("2023-04-03/2023-07-02", "2023-01-02/2023-07-02")


def test_columns_of_one_time_that_a_page_of_others_sets_side_by_side_have_it():
    page = """
    | | December 31, 2022 | December 31, 2022 |
    |---|---:|---:|
    | Cash | 7 | 8 |
    """
    assert extracted(page) == {"7": "2022-12-31", "8": "2022-12-31"}


@pytest.mark.parametrize(
    "title",
    [
        "Changes in future policy benefits",
        "The allowance for expected credit losses",
        "Estimated fair value",
        "By plan type",
    ],
)
def test_what_is_expected_of_years_that_have_ended_is_of_those(title):
    page = f"""
    Results of the year ended December 31, 2023, in millions.

    {title}

    | | 2023 | 2022 |
    |---|---:|---:|
    | Interest accrual | 207 | 203 |
    """
    assert extracted(page)["203"] == "2022-01-01/2022-12-31"


def test_what_is_assumed_between_two_opening_balances_is_of_no_known_time():
    page = """
    | | Year ended December 31, 2023 |
    |---|---:|
    | Balance, beginning of year | 4,059 |
    | Beginning balance at locked-in discount rate | 3,958 |
    | Effect of changes in assumptions | (4) |
    | Adjusted beginning of year balance | 3,954 |
    | Interest accrual | 207 |
    | Balance, end of year | 4,161 |
    | Beginning balance, reinsurance | 11 |
    """
    found = extracted(page)
    assert (found["(4)"], found["207"]) == ("", "2023-01-01/2023-12-31")


def test_a_column_of_what_is_not_subject_to_levelling_is_of_the_day_of_the_total():
    page = """
    | (In millions) | December 31, 2023 | Quoted prices (Level 1) | Not subject to leveling (a) |
    |---|---:|---:|---:|
    | Equity funds | 93 | 60 | 33 |
    """
    assert set(extracted(page).values()) == {"2023-12-31"}


def test_years_beside_those_before_are_of_origination():
    page = """
    | July 29, 2023 | Fiscal Year | | | | |
    |---|---:|---:|---:|---:|---:|
    | Credit risk rating | Prior | July 31, 2021 | July 30, 2022 | July 29, 2023 | Total |
    | 1 to 4 | 10 | 791 | 1,077 | 1,784 | 3,662 |
    """
    assert extracted(page)["1,077"] == "2023-07-29"


def test_a_day_that_ends_a_week_and_begins_a_month_is_its_own():
    page = """
    Our fiscal year of 52 or 53 weeks ends on the Saturday nearest to September 30.

    | | July 1, 2023 | October 1, 2022 | July 2, 2022 |
    |---|---:|---:|---:|
    | Total assets | 204 | 203 | 202 |

    | | October 1, 2022 | Borrowings | July 1, 2023 |
    |---|---:|---:|---:|
    | Commercial paper | 50 | 1,020 | 1,073 |
    """
    assert extracted(page) == {
        "204": "2023-07-01",
        "203": "2022-10-01",
        "202": "2022-07-02",
        "50": "2022-10-01",
        "1,020": "2022-10-02/2023-07-01",
        "1,073": "2023-07-01",
    }


def test_three_months_in_the_corner_are_three_months_whatever_the_text_says():
    page = (
        QUARTER
        + """
    The activity of the three and six months ended June 30, 2023 and 2022 was as follows:

    | | 2023 | 2022 |
    |---|---:|---:|
    | Three Months Ended June 30: | Dollars | Dollars |
    | Benefit payments | 4 | 5 |
    """
    )
    assert extracted(page)["4"] == "2023-04-01/2023-06-30"


def test_a_year_of_weeks_that_a_text_calls_by_its_month_is_the_one_that_ended_near():
    page = """
    Our fiscal year is the 52 or 53 weeks that end on the last Saturday in July. A plan of the year ended July 31, 2023.

    | | Years ended July 27, 2024 | Years ended July 29, 2023 |
    |---|---:|---:|
    | Revenue | 53,803 | 56,998 |

    | Fiscal 2023 | Consideration | Goodwill |
    |---|---:|---:|
    | Acquisitions | 315 | 208 |
    """
    assert extracted(page)["315"] == "2022-07-31/2023-07-29"


def test_what_was_charged_in_another_year_is_not_of_the_day_of_the_table():
    page = """
    The status of the accruals as of December 31, 2023:

    | | Accruals |
    |---|---:|
    | Restructuring charges recorded in 2021 | 248 |
    | Restructuring charges recorded in 2023 | 31 |
    | Notes payable in 2026 | 500 |
    """
    assert extracted(page) == {"248": "", "31": "2023-12-31", "500": "2023-12-31"}


@pytest.mark.parametrize(
    ("label", "period"),
    [("Beginning fair value of plan assets", "2022-12-31"), ("Outstanding on January 1, 2023", "2022-12-31")],
)
def test_stocks_that_begin_a_year_are_of_the_day_before(label, period):
    page = f"""
    | | Year ended December 31, 2023 |
    |---|---:|
    | {label} | 2,130 |
    """
    assert extracted(page) == {"2,130": period}


def test_a_new_principle_may_be_adjusted_anywhere_below_a_dated_balance():
    page = """
    | | Year ended December 31, 2023 |
    |---|---:|
    | Balance as of December 31, 2022 | 386 |
    | Issuance of stock | 12 |
    | Cumulative effect of the adoption of ASU 2023-08 | 11,483 |
    """
    assert extracted(page) == {"386": "2022-12-31", "12": "2023-01-01/2023-12-31", "11,483": ""}
