"""What rows and columns count on other companies' pages, and of which time rows around opening balances are."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse


def rows(page: str) -> dict[str, dict[str, str]]:
    """What is said of each figure by its text."""
    found = figure_rows(extract(parse(page, "page"), Calendar(4, is_known=False), "JPY"))
    return {row["text"]: row for row in found if row["text"]}


def units(page: str) -> dict[str, tuple[str, str]]:
    return {text: (row["unit"], row["scale"]) for text, row in rows(page).items()}


def periods(page: str) -> dict[str, str]:
    return {text: row["period"] for text, row in rows(page).items()}


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Options having no dilutive effect", ("shares", "6")),
        ("Weighted average common stock outstanding", ("shares", "6")),
        ("Add: Dilutive impact of conversion of Class D shares", ("shares", "6")),
        ("Earnings allocated to participating share awards", ("USD", "6")),
        ("Shares: 2024: 277,321; 2023: 151,682", ("USD", "6")),
        ("Cash dividends declared, $3.96 per common share", ("USD", "6")),
        ("Net income for basic earnings per share", ("USD", "6")),
        ("Deferred purchase price recorded", ("", "")),
    ],
)
def test_a_label_tells_what_its_row_counts(label: str, unit: tuple[str, str]) -> None:
    page = f"(in millions)\n\n| | June 30, 2024 |\n|---|---|\n| Sales | $ 1,600 |\n| {label} | 425 |\n"
    assert units(page)["425"] == unit


def test_what_dilutes_between_two_numbers_of_shares_counts_them() -> None:
    page = """(in millions, except per share data)

| | June 30, 2024 |
|---|---|
| Net income | $ 1,600 |
| Weighted average shares, basic | 552 |
| Dilution from stock-based compensation plans | 3 |
| Weighted average shares, diluted | 555 |
"""
    assert units(page)["3"] == ("shares", "6")


def test_a_column_of_numbers_of_stock_beside_equity_counts_shares() -> None:
    page = """Statements of Equity (in millions)

(in millions)

| | Common Stock Number | Common Stock Amount | Additional Paid-in Capital | Retained Earnings |
|---|---|---|---|---|
| Balance at June 30, 2024 | 1,345 | $ 13 | $ 2,319 | $ 2,594 |
"""
    assert units(page)["1,345"][0] == "shares"
    assert units(page)["2,319"] == ("USD", "6")


def test_units_in_thousands_are_counted_and_no_money() -> None:
    page = """
| | Units (in thousands) | Weighted Average Grant Price |
|---|---|---|
| Nonvested at April 28, 2023 | 2,043 | $ 119.88 |
"""
    assert units(page) == {"2,043": ("shares", "3"), "119.88": ("USD", "0")}


def test_no_awards_of_a_billion_are_given_away() -> None:
    page = "(in thousands)\n\n| | Number of Options |\n|---|---|\n| Outstanding, June 30, 2024 | 24,500,416 |\n"
    assert units(page)["24,500,416"] == ("shares", "0")


def test_parts_of_an_opening_balance_are_of_its_day_at_most() -> None:
    page = """
| | Year ended March 31, 2024 |
|---|---|
| Goodwill | 10,040 |
| Accumulated impairment | (659) |
| Balance at beginning of period | 9,381 |
| Less: reserves | 400 |
| Net balance at beginning of period | 8,981 |
| Acquired | 230 |
| Balance at end of period | 9,211 |
"""
    found = periods(page)
    assert [found[text] for text in ("10,040", "(659)", "400")] == ["", "", ""]
    assert found["9,381"] == found["8,981"] == "2023-03-31"
    assert found["230"] == "2023-04-01/2024-03-31"


def test_cash_at_the_beginning_leaves_the_flows_above_it_alone() -> None:
    page = """
| | Year ended March 31, 2024 |
|---|---|
| Net income | 40 |
| Dividends paid | (10) |
| Cash at beginning of year | 70 |
| Cash at end of year | 100 |
"""
    assert periods(page)["40"] == "2023-04-01/2024-03-31"


def test_a_balance_as_a_heading_begins_a_part_of_its_own() -> None:
    page = """
| | Level 1 | Level 2 |
|---|---|---|
| Balance at March 31, 2024: | | |
| Loans | 1,600 | 1,500 |
| Balance at March 31, 2023: | | |
| Loans | 1,400 | 1,300 |
"""
    assert set(periods(page).values()) == {"2024-03-31", "2023-03-31"}
    assert periods(page)["1,300"] == "2023-03-31"


def test_years_of_origination_are_no_periods() -> None:
    page = """
Loans by origination year:

<table><tr><td></td><td colspan="4">March 31, 2024</td></tr>
<tr><td></td><td>2024</td><td>2023</td><td>2022</td><td>Prior</td></tr>
<tr><td>Current</td><td>1,600</td><td>1,500</td><td>1,400</td><td>1,300</td></tr></table>
"""
    assert set(periods(page).values()) == {"2024-03-31"}


def test_a_variance_is_of_the_period_in_front() -> None:
    heads = "| | Year ended March 31, 2024 | Year ended March 31, 2023 | V% |\n|---|---|---|---|\n"
    page = f"{heads}| Sales | 7,860 | 6,127 | 28 % |\n"
    assert periods(page)["28 %"] == "2023-04-01/2024-03-31"


def test_the_first_day_in_front_of_movements_opens_them() -> None:
    page = "| | April 1, 2023 | Acquired | March 31, 2024 |\n|---|---|---|---|\n| Goodwill | 1,600 | 100 | 1,700 |\n"
    assert periods(page) == {"1,600": "2023-03-31", "100": "2023-04-01/2024-03-31", "1,700": "2024-03-31"}


def test_what_was_acquired_is_of_the_day_of_that() -> None:
    page = """
The fair values at the acquisition date are as follows. Sales of the year ended March 31, 2024 rose.

Assets acquired and liabilities assumed, year ended March 31, 2024:

| | Amount |
|---|---|
| Cash | 39 |
"""
    assert periods(page) == {"39": ""}


def test_the_day_of_a_signature_dates_no_table() -> None:
    page = "Auditor\n\nJune 20, 2024\n\nTrading Plans\n\n| Name | Shares |\n|---|---|\n| A person | 187,913 |\n"
    assert periods(page) == {"187,913": ""}


def test_several_balances_in_one_period_divide_it() -> None:
    page = """
The units of the period from December 31, 2021 to December 31, 2023 were:

| | Number of Units |
|---|---|
| Unvested as of December 31, 2021 | 1,600 |
| Granted | 100 |
| Unvested as of December 31, 2022 | 1,700 |
| Vested | 200 |
| Unvested as of December 31, 2023 | 1,500 |
"""
    found = periods(page)
    assert (found["100"], found["200"]) == ("2022-01-01/2022-12-31", "2023-01-01/2023-12-31")
    assert found["1,700"] == "2022-12-31"


def test_a_day_in_a_remark_dates_no_balance() -> None:
    page = """
| | June 30, 2024 |
|---|---|
| Equipment, net of depreciation ($93,386 as of March 31, 2024) | 1,600 |
"""
    assert periods(page)["1,600"] == "2024-06-30"


def test_several_days_of_origination_are_no_periods() -> None:
    page = """
Loans by period of origination as of March 31, 2024:

<table><tr><td></td><td>July 29, 2023</td><td>July 30, 2022</td><td>July 31, 2021</td><td>Total</td></tr>
<tr><td>Current</td><td>1,600</td><td>1,500</td><td>1,400</td><td>4,500</td></tr></table>
"""
    assert not {"2023-07-29", "2022-07-30"} & set(periods(page).values())


def test_a_new_period_takes_the_place_of_the_one_in_the_corner() -> None:
    page = """
| Three Months Ended June 30, 2024 | Marine | Total |
|---|---|---|
| Services | 2,620 | 5,307 |
| Three Months Ended June 30, 2023 | | |
| Services | 2,520 | 5,207 |
"""
    assert periods(page)["2,620"] == "2024-04-01/2024-06-30"
    assert periods(page)["5,207"] == "2023-04-01/2023-06-30"
