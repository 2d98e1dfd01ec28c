"""Units and scales of pages of other companies: heads, notes and counts beside money."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse


def extracted(page: str) -> dict[str, tuple[str, str]]:
    """The unit and the scale of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), Calendar(1, is_known=False), "USD"))
    return {row["text"]: (row["unit"], row["scale"]) for row in rows if row["text"]}


def test_a_head_that_excepts_amounts_per_share_is_of_none():
    page = """
    | | In millions, except per share data Year ended December 31, 2023 |
    |---|---:|
    | Sales | $ 9,741.6 |
    | Earnings per share | $ 11.63 |
    """
    assert extracted(page) == {"9,741.6": ("USD", "6"), "11.63": ("USD", "0")}


def test_a_head_of_percentages_over_amounts_with_signs_is_not_of_those():
    page = """
    (Dollars in millions)

    | | % of earnings before income taxes | % of earnings before income taxes |
    |---|---:|---:|
    | | December 31, 2023 | December 31, 2022 |
    | Domestic | $ 2,624 | $ (140) |
    | Abroad | 5,816 | 7,853 |
    | Effective tax rate | (11.7)% | 17.5% |
    """
    found = extracted(page)
    assert found["5,816"] == ("USD", "6")
    assert found["(11.7)%"][0].startswith("%")


def test_a_label_that_goes_on_with_numbers_of_shares_is_of_what_was_paid():
    page = """
    (In millions)

    | | December 31, 2020 | December 31, 2019 |
    |---|---:|---:|
    | Outstanding shares - 503 and 498 | 5 | 5 |
    | Total assets | $ 321,195 | $ 225,248 |
    """
    assert extracted(page)["5"] == ("USD", "6")


def test_prices_without_cents_are_open():
    page = """
    Restricted stock units (in millions)

    | | Number of Units | Weighted Average Grant-Date Fair Value |
    |---|---:|---:|
    | Outstanding as of January 1, 2018 | 20.1 | $ 725 |
    | Units granted | 5.0 | 1,522 |
    | Units vested | (7.1) | 578 |
    """
    found = extracted(page)
    assert found["1,522"] == found["725"] == ("", "")
    assert found["5.0"] == ("shares", "6")


def test_awards_in_a_scale_of_money_are_open():
    page = """
    Tabular amounts are in millions unless otherwise noted.

    | | Options | Exercise price |
    |---|---:|---:|
    | Outstanding at December 31, 2022 | 10,504 | $ 124.63 |
    """
    assert extracted(page)["10,504"] == ("", "")


@pytest.mark.parametrize("title", ["Notes to Consolidated Financial Statements", "NOTES TO THE FINANCIAL STATEMENTS"])
def test_a_scale_right_below_the_title_of_the_notes_is_that_of_all_of_them(title):
    page = f"""
    {title}

    (amounts in millions, except share data)

    Inventories

    | | December 31, 2022 | December 31, 2021 |
    |---|---:|---:|
    | Inventories | $ 17,907 | $ 14,215 |

    Goodwill consists of the following:

    | | December 31, 2022 | December 31, 2021 |
    |---|---:|---:|
    | Goodwill | $ 993 | $ 996 |
    """
    assert extracted(page)["993"] == ("USD", "6")


def test_a_corner_of_dollars_and_shares_is_of_both():
    page = """
    | Dollars and shares in millions | Shares | Retained earnings | Total stockholders' equity |
    |---|---:|---:|---:|
    | Balance at December 31, 2020 | 2,923 | $ 21,281 | $ 57,000 |
    | Net earnings | | 6,994 | 7,014 |
    """
    found = extracted(page)
    assert (found["2,923"], found["6,994"]) == (("shares", "6"), ("USD", "6"))


def test_shares_may_be_counted_by_their_noughts():
    page = """
    Amounts in millions, except per share data. Potentially dilutive common shares outstanding (shares in 000's):

    | | December 31, 2022 | December 31, 2021 |
    |---|---:|---:|
    | Net income | $ 5,844 | $ 5,007 |
    | Weighted average basic shares | 443,651 | 443,089 |
    """
    found = extracted(page)
    assert (found["443,651"], found["5,844"]) == (("shares", "3"), ("USD", "6"))


def test_a_column_of_costs_beside_one_of_shares_is_of_money():
    page = """
    (In millions)

    | Year ended December 31, 2023 | Shares | Cost |
    |---|---:|---:|
    | Share repurchase program | 27.9 | $ 5,863 |
    | Shares withheld from employees | 0.7 | 135 |
    """
    found = extracted(page)
    assert (found["0.7"], found["135"]) == (("shares", "6"), ("USD", "6"))
