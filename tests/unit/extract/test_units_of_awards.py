"""Numbers of awards beside prices per share, scales that are stated of each, and years that are no amounts."""

import pytest

from iij_xbrl.extract.calendar import Calendar
from iij_xbrl.extract.figure_files import figure_rows
from iij_xbrl.extract.tables import extract
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
