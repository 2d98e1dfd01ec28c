"""Numbers of awards beside prices per share, scales that are stated of each, and years that are no amounts."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse


def extracted(page: str) -> dict[str, tuple[str, str]]:
    """The unit and the scale of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), Calendar(4), "JPY"))
    return {row["text"]: (row["unit"], row["scale"]) for row in rows if row["text"]}


SHARES = ("shares", "6")


@pytest.mark.parametrize(
    "head", ["Options", "Units", "Shares (a)", "Number Outstanding", "Restricted Stock Outstanding", "Stock Options"]
)
def test_a_column_of_awards_beside_prices_counts_them(head: str) -> None:
    page = f"""
Awards (in millions):

| | {head} | Weighted-Average Exercise Price |
|---|---|---|
| Outstanding at December 31, 2024 | 7.5 | $102.80 |
"""
    assert extracted(page) == {"7.5": SHARES, "102.80": ("USD", "0")}


def test_awards_that_are_paid_for_are_money() -> None:
    page = "\n(in millions)\n\n| | Options | Units |\n|---|---|---|\n| Cost of sales, 2024 | $ 3,750 | 4,210 |\n"
    assert extracted(page)["4,210"] == ("USD", "6")


def test_each_of_two_scales_is_of_what_it_is_stated_of() -> None:
    page = """
(options in thousands, aggregate intrinsic value in millions)

| | Options | Average exercise price | Intrinsic value |
|---|---|---|---|
| Outstanding at December 31, 2024 | 7,481 | $102.80 | $390 |
"""
    found = extracted(page)
    assert (found["7,481"], found["390"]) == (("shares", "3"), ("USD", "6"))


def test_two_scales_of_money_are_none() -> None:
    page = """
| (sales in thousands, assets in millions) | December 31, 2024 |
|---|---|
| Sales | $390 |
"""
    assert extracted(page)["390"] == ("", "")


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Share repurchases, shares", SHARES),
        ("Board authorized shares remaining", SHARES),
        ("Weighted-average grant date fair value of shares granted, per share", ("USD", "0")),
        ("Average option price", ("USD", "0")),
        ("Sales", ("USD", "6")),
    ],
)
def test_a_label_tells_shares_from_amounts_of_them(label: str, unit: tuple[str, str]) -> None:
    page = f"\n(in millions, except per share data)\n\n| | 2024 |\n|---|---|\n| Cost | $ 1,000 |\n| {label} | 523 |\n"
    assert extracted(page)["523"] == unit


def test_a_year_is_no_amount() -> None:
    page = "\n(in millions)\n\n| | Average |\n|---|---|\n| Rate | $ 12 |\n| Projected year of payments | 2029 |\n"
    assert extracted(page)["2029"] == ("", "")


def test_rates_below_a_heading_are_percentages() -> None:
    page = """
(in millions)

| | 2024 | 2023 |
|---|---|---|
| Earnings before taxes | $ 16,687 | 15,062 |
| Tax rates: | | |
| Statutory rate | 21.0 % | 20.0 |
| State taxes | 1.5 | (0.5) |
"""
    found = extracted(page)
    assert [found[text][0] for text in ("15,062", "20.0", "1.5", "(0.5)")] == ["USD", "%", "%", "%"]


def test_a_scale_of_awards_in_a_header_is_not_that_of_money() -> None:
    page = """
Amounts in millions except as otherwise stated

| | Options (in thousands) | Average Exercise Price | Intrinsic Value |
|---|---|---|---|
| Outstanding at June 30, 2025 | 96,621 | $ 120.96 | $ 3,822 |
"""
    found = extracted(page)
    assert (found["96,621"], found["3,822"]) == (("shares", "3"), ("USD", "6"))


def test_an_amount_per_share_in_a_label_is_not_what_its_row_is_of() -> None:
    page = "\n(in millions)\n\n| | 2024 |\n|---|---|\n| Cash | $ 9 |\n| Stock, stated value $1 per share | 777 |\n"
    assert extracted(page)["777"] == ("USD", "6")


@pytest.mark.parametrize(("label", "unit"), [("Awards granted", SHARES), ("Awards expensed", ("USD", "6"))])
def test_awards_that_are_granted_are_counted(label: str, unit: tuple[str, str]) -> None:
    page = f"\n(in millions)\n\n| | 2024 |\n|---|---|\n| {label} | 89 |\n| Price per share | $ 12.00 |\n"
    assert extracted(page)["89"] == unit


@pytest.mark.parametrize(
    "text",
    [
        "The number of shares of common stock outstanding was as follows (in thousands):",
        "This table shows the changes in shares of common stock (in thousands):",
        "The following table presents the weighted-average number of class A common stock (in thousands):",
    ],
)
def test_a_text_that_tells_of_numbers_of_shares_makes_them_shares(text: str) -> None:
    page = f"\n{text}\n\n| | 2024 | 2023 |\n|---|---|---|\n| Class B common stock | 6,786 | 5,061 |\n"
    assert extracted(page)["6,786"] == ("shares", "3")


def test_stock_alone_may_be_money_or_shares() -> None:
    page = "\n(in thousands)\n\n| | 2024 | 2023 |\n|---|---|---|\n| Class B common stock | 6,786 | 5,061 |\n"
    assert extracted(page)["6,786"] == ("", "")


def test_a_scale_in_the_header_of_one_column_is_not_that_of_the_shares_in_another() -> None:
    page = """
| | Options | Exercise price | Intrinsic value (in millions) |
|---|---|---|---|
| Outstanding at December 31, 2023 | 1,243,542 | $162.40 | |
| Granted in 2024 | 722,695 | $249.56 | |
| Outstanding at December 31, 2024 | 1,964,732 | $183.02 | $493 |
"""
    found = extracted(page)
    assert (found["722,695"], found["493"]) == (("shares", "0"), ("USD", "6"))


def test_shares_are_not_scaled_where_another_of_the_table_would_be_beyond_all() -> None:
    page = """
(Dollars in millions)

| | Program | Other |
|---|---|---|
| Number of units: | | |
| Outstanding, December 31, 2024 | 5,349,490 | 28,197 |
"""
    assert extracted(page)["28,197"] == ("shares", "0")


def test_large_amounts_below_the_name_of_an_amount_per_share_are_none() -> None:
    page = """
(in millions, except per share data)

| | Basic earnings per share income (A) | Basic earnings per share = (A)/(B) |
|---|---|---|
| Class A, 2024 | $15,790 | $9.74 |
| Class B, 2024 | 752 | $9.14 |
"""
    found = extracted(page)
    assert (found["752"], found["9.14"]) == (("USD", "6"), ("USD", "0"))


@pytest.mark.parametrize(("last", "unit"), [("100 %", "%"), ("100", "USD")])
def test_whole_percentages_have_their_sign_at_the_first_and_at_the_total(last: str, unit: str) -> None:
    page = f"""
(in millions)

| | Price | Target |
|---|---|---|
| Bonds, 2024 | $ 3 | 59 % |
| Loans | $ 4 | 22 |
| Total | $ 7 | {last} |
"""
    assert extracted(page)["22"][0] == unit


def test_rates_are_percentages_where_a_total_has_its_sign_behind_a_parenthesis() -> None:
    page = """
(in millions)

| | Amount | Rate |
|---|---|---|
| Statutory, 2024 | $421 | 21.0 % |
| Credits | 472 | (57.3) |
| Tax | $237 | (11.8)% |
"""
    assert extracted(page)["(57.3)"][0] == "%"


def test_dollars_in_millions_are_no_scale_of_shares() -> None:
    page = """
(Dollars in millions)

| | Shares | Par |
|---|---|---|
| Balance at December 31, 2024 | 25,855 | 52.5 |
"""
    assert extracted(page)["25,855"] == ("", "")
