"""What counts something else than money beside amounts: claims, units, shares in full, and percentages of a corner."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse

MILLIONS = "\n(in millions, except share and per share data)\n\n"


def extracted(page: str) -> dict[str, tuple[str, str]]:
    """The unit and the scale of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), Calendar(4), "JPY"))
    return {row["text"]: (row["unit"], row["scale"]) for row in rows if row["text"]}


def test_claims_in_a_table_without_signs_are_no_money() -> None:
    page = MILLIONS + "| | June 30, 2024 |\n|---|---|\n| Claims unresolved | {sign}5,608 |\n"
    assert extracted(page.format(sign=""))["5,608"] == ("", "")
    assert extracted(page.format(sign="$ "))["5,608"] == ("USD", "6")


def test_units_in_a_column_beside_amounts_are_no_money() -> None:
    page = MILLIONS + "| June 30, 2024 | Units | Cost |\n|---|---|---|\n| Coins held | 11,509 | $ 386 |\n"
    assert extracted(page) == {"11,509": ("", ""), "386": ("USD", "6")}


def test_columns_beside_what_is_authorized_count_shares() -> None:
    page = "(in thousands)\n\n| June 30, 2024 | Authorized | Issued |\n|---|---|---|\n| Total | 22,701 | 2,200 |\n"
    assert extracted(page) == {"22,701": ("shares", "3"), "2,200": ("shares", "3")}


def test_no_company_has_so_many_dollars() -> None:
    page = (
        MILLIONS
        + "| | Common | Capital |\n|---|---|---|\n| June 30, 2024 | 849,893,601 | $ 3,808 |\n| Paid | 5 | 6 |\n"
    )
    assert extracted(page) == {"849,893,601": ("", ""), "3,808": ("USD", "6"), "5": ("", ""), "6": ("USD", "6")}


@pytest.mark.parametrize("label", ["Vested portion of units", "Diluted"])
def test_what_stands_below_a_denominator_counts_shares(label: str) -> None:
    page = f"""
(in millions, except per share amounts)

| | Three Months Ended June 30, 2024 |
|---|---|
| Numerator: | |
| Net income | $ 2,081 |
| Denominator: | |
| Weighted average shares | 857 |
| {label} | 3 |
"""
    assert extracted(page) == {"2,081": ("USD", "6"), "857": ("shares", "6"), "3": ("shares", "6")}


def test_the_corner_says_that_all_figures_are_percentages() -> None:
    page = "(in millions)\n\n| (Percent of pre-tax income) | Year ended June 30, 2024 |\n|---|---|\n"
    page += "| Statutory rate | 21.0 % |\n| Sale of brands | 776.4 |\n| Taxes paid | $ 316.5 |\n"
    assert extracted(page) == {"21.0 %": ("%", ""), "776.4": ("%", ""), "316.5": ("USD", "6")}


def test_amounts_beside_a_rate_are_no_rates() -> None:
    page = "| June 30, 2024 (in billions) | Average Interest Rate | Debt |\n|---|---|---|\n| Loans | 3.2 % | $ 3.1 |\n"
    page += "| Notes | 4.4 % | 3.2 |\n"
    assert extracted(page)["3.2"] == ("USD", "9")


@pytest.mark.parametrize(
    ("head", "scale"), [("(In millions, except share price)", "6"), ("(In millions, except shares)", "0")]
)
def test_the_price_of_a_share_alone_is_excepted(head: str, scale: str) -> None:
    page = f"| | Number of Shares | Exercise Price |\n| {head} | | |\n|---|---|---|\n"
    page += "| Outstanding at June 30, 2024 | 4 | $ 42.35 |\n"
    assert extracted(page)["4"] == ("shares", scale)


def test_a_fair_value_on_average_is_one_of_a_share() -> None:
    page = (
        MILLIONS
        + "| June 30, 2024 | Units | Weighted-Average Fair Value |\n|---|---|---|\n| Market units | 1.0 | $ 58.18 |"
    )
    assert extracted(page)["58.18"] == ("USD", "0")


def test_shares_in_labels_with_their_own_scale_and_in_full() -> None:
    page = "(in millions)\n\n| | June 30, 2024 | June 30, 2023 |\n|---|---|---|\n"
    page += "| Stock; issued and outstanding – 582 million and 601 million shares, respectively | $ 5 | $ 6 |\n"
    page += "| Treasury stock, (575,431,362 and 527,460,237 shares, respectively) | 7 | 8 |\n"
    found = extracted(page)
    assert found["582"] == found["601"] == ("shares", "6")
    assert found["575,431,362"] == ("shares", "0")


def test_shares_that_a_caption_excepts_are_in_full() -> None:
    page = "(in thousands, except share and per share amounts)\n\n| | June 30, 2024 |\n|---|---|\n{rows}"
    rows = "| Revenue | $ 131,549 |\n| Weighted-average shares outstanding - basic | 52,850,470 |\n"
    found = extracted(page.format(rows=rows))
    assert found == {"131,549": ("USD", "3"), "52,850,470": ("shares", "0")}
    found = extracted(page.replace("share and ", "").format(rows=rows.replace("52,850,470", "52,850")))
    assert found["52,850"] == ("shares", "3")


def test_a_reconciliation_of_numbers_of_shares_counts_them() -> None:
    said = "The reconciliation of {what} (in thousands) used for basic EPS to those used for diluted EPS is below:"
    page = f"{said}\n\n| | 2024 |\n|---|---|\n| Basic | 123,113 |\n| Antidilutive | 2,448 |\n\nSales of $ 5 rose.\n"
    shares = page.format(what="the weighted average number of shares outstanding")
    assert extracted(shares) == {"123,113": ("shares", "3"), "2,448": ("shares", "3")}
    assert extracted(page.format(what="net income and the number of shares outstanding"))["123,113"][0] != "shares"


def test_what_a_table_of_numbers_of_shares_says_of_taxes_counts_shares() -> None:
    said = "The following table shows the changes in shares of common stock (in thousands):"
    page = f"{said}\n\n| | 2024 |\n|---|---|\n| Common stock issued, net of shares withheld for taxes | 66,097 |\n"
    assert extracted(page) == {"66,097": ("shares", "3")}


def test_earnings_per_share_may_be_abbreviated() -> None:
    page = MILLIONS + "| | June 30, 2024 |\n|---|---|\n| Net income | $ 6,725 |\n| Basic EPS | 3.03 |\n"
    assert extracted(page) == {"6,725": ("USD", "6"), "3.03": ("USD", "0")}


def test_a_sign_in_a_column_of_numbers_leaves_open_what_it_counts() -> None:
    page = (
        MILLIONS
        + "| | Number of Stock Units Outstanding | Price |\n|---|---|---|\n| June 30, 2024 | $ 158.7 | $ 45.56 |\n"
    )
    assert extracted(page)["158.7"] == ("", "")


@pytest.mark.parametrize("label", ["Deferred shares granted to non-employee directors", "Stock options outstanding"])
def test_labels_of_awards_count_shares(label: str) -> None:
    page = f"(in thousands)\n\n| | June 30, 2024 |\n|---|---|\n| {label} | 257 |\n| Value of {label} | $ 331 |\n"
    assert extracted(page) == {"257": ("shares", "3"), "331": ("USD", "3")}
