"""What figures count by their page alone: money, money per share, shares or percentages; nothing where it is open."""

import csv
import io

import pytest

from iij_xbrl.extract.figures.files import to_csv
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.periods import Calendar
from support import page

PERIODS = "| | June 30, 2025 | June 30, 2024 |\n|---|---:|---:|\n"
MILLIONS = "(In millions, except per share amounts)"


def rows(text):
    tables = extract(page(text), Calendar(1), "USD")
    return list(csv.DictReader(io.StringIO(to_csv(tables).decode("utf-8-sig"))))


def units(body, said=MILLIONS, title="Net Income per Share", columns=PERIODS):
    """The label, unit and scale of the last figure of each row; `?` where they are open."""
    found = {}
    for row in rows(f"# {title}\n\n{said}\n\n{columns}{body}"):
        if row["text"]:
            found[row["label"]] = unit(row)
    return found


def unit(row):
    return f"{row['unit']} {row['scale']}".strip() or "?"


COMPUTATION = """\
| Net income | $ 2,148 | $ 1,905 |
| Average shares outstanding | 810 | 822 |
| Effect of dilutive securities | 11 | 12 |
| Average shares outstanding, diluted | 821 | 834 |
"""


def test_what_is_added_to_a_number_of_shares_is_shares():
    assert units(COMPUTATION)["Effect of dilutive securities"] == "shares 6"


def test_what_stands_between_two_numbers_of_shares_and_is_earned_is_money():
    body = COMPUTATION.replace("Effect of dilutive securities", "Interest expense on notes")
    assert units(body)["Interest expense on notes"] == "USD 6"


def test_a_heading_tells_amounts_per_share_until_other_decimals_follow():
    body = "| Earnings per share: | | |\n| Assuming dilution: | | |\n| Continuing operations | $ 2.31 | $ 1.96 |\n"
    body += "| Basic: | | |\n| Discontinued operations | 0.00 | 0.04 |\n| Dividends | 940 | 902 |\n"
    assert units(body + COMPUTATION) == {
        "Continuing operations": "USD 0",
        "Discontinued operations": "USD 0",
        "Dividends": "USD 6",
        "Net income": "USD 6",
        "Average shares outstanding": "shares 6",
        "Effect of dilutive securities": "shares 6",
        "Average shares outstanding, diluted": "shares 6",
    }


def test_a_footnote_mark_behind_a_word_hides_no_amount_per_share():
    assert units("| Basic Net Income Per Share1 | $ 0.89 | $ 0.74 |\n") == {"Basic Net Income Per Share1": "USD 0"}


def test_what_is_used_to_compute_an_amount_per_share_is_none():
    label = "Net income on which earnings per share is calculated"
    assert units(f"| {label} | $ 2,194 | $ 1,834 |\n") == {label: "USD 6"}


def test_cents_among_whole_amounts_are_open():
    body = "| Revenue | $ 8,410 | 7,905 |\n| Costs | 5,120 | 4,870 |\n| Continuing operations | 2.31 | 1.96 |\n"
    assert units(body)["Continuing operations"] == "?"


EQUITY = """\
| | Common stock | Common stock | Additional paid-in capital | Retained earnings |
| | Shares | Amount | | |
|---|---:|---:|---:|---:|
"""


def kinds_of_columns(label, cells, said="(In millions, except per share data)"):
    balance = "| Balance as of June 30, 2025 | 2,408 | $ 24 | $ 1,475 | $ 7,158 |\n"
    text = f"# Statements of Shareholders' Equity\n\n{said}\n\n{EQUITY}{balance}| {label} | {cells} |\n"
    found = [row for row in rows(text) if row["label"] == label]
    return [unit(row) for row in found]


def test_in_a_statement_of_equity_the_column_tells_shares_from_money():
    found = kinds_of_columns("Shares repurchased", "(67) | (1) | (59) | (9,599)")
    assert found == ["shares 6", "USD 6", "USD 6", "USD 6"]


def test_a_column_of_shares_has_the_scale_that_is_stated_for_shares():
    said = "(Dollars in millions; shares in thousands)"
    assert kinds_of_columns("Stock options", "7,966 | 1 | 5 | -", said)[:2] == ["shares 3", "USD 6"]


def test_shares_without_a_scale_are_open_unless_they_are_printed_in_full():
    body = "| Weighted-average shares outstanding | 52,696 | 51,005 |\n"
    assert units(body, said="")["Weighted-average shares outstanding"] == "?"
    full = body.replace("52,696", "52,696,110")
    assert units(full, said="")["Weighted-average shares outstanding"] == "shares 0"


def test_shares_printed_in_full_below_a_scale_of_money_are_not_scaled():
    body = "| Average shares outstanding | 930,807,276 | 920,287,541 |\n"
    assert units(body, said="(Dollars in millions)") == {"Average shares outstanding": "shares 0"}


@pytest.mark.parametrize("remark", ["(millions of shares) (1)", "(in millions)", "(millions)"])
def test_a_scale_beside_shares_is_theirs(remark):
    label = f"Weighted-average number of shares outstanding {remark}"
    assert units(f"| {label} | 4,331 | 4,317 |\n", said="(In thousands)") == {label: "shares 6"}


def test_the_scale_in_a_heading_of_shares_goes_on_below_what_is_added():
    body = "| SHARES IN MILLIONS | | |\n| Basic average shares | 2,347.2 | 2,360.5 |\n"
    body += "| Add effect of dilutive securities: | | |\n| Preferred shares | 70.7 | 73.3 |\n"
    body += "| Diluted average shares | 2,417.9 | 2,433.8 |\n"
    assert set(units(body, said="").values()) == {"shares 6"}


def test_a_row_that_goes_on_with_its_own_number_of_shares_heads_no_shares():
    body = "| Common stock | $ 62,392 | 61,380 |\n| Shares issued: 2025 - 2,284,546,988 | | |\n"
    assert units(body + "| Retained earnings | 151,367 | 151,163 |\n")["Retained earnings"] == "USD 6"


def test_shares_paid_for_in_a_statement_of_cash_flows_are_money():
    label = "Treasury shares issued for employees"
    body = f"| Net income | $ 2,148 | $ 1,905 |\n| {label} | 793 | 810 |\n"
    assert units(body, title="Statements of Cash Flows")[label] == "USD 6"


def test_shares_in_a_statement_of_equity_without_a_column_of_them_are_open():
    label = "Shares repurchased for withholdings"
    body = f"| Net income | $ 2,148 | $ 1,905 |\n| {label} | (851) | (1,060) |\n"
    assert units(body, title="Statements of Stockholders' Equity")[label] == "?"


def test_a_table_that_follows_words_of_dilutive_shares_lists_shares():
    said = "The following potentially dilutive securities were excluded (in thousands):"
    body = "| Options to purchase common shares | 228 | 360 |\n| Purchase plan | 42 | 40 |\n"
    assert units(body, said=said) == {"Options to purchase common shares": "shares 3", "Purchase plan": "shares 3"}
    assert "?" in units(body, said="(in thousands)").values()


CHANGES = "| | June 30, 2025 | June 30, 2024 | Percent Change |\n|---|---:|---:|---:|\n"


def test_a_column_of_percent_change_is_of_percentages_without_their_signs():
    found = rows(f"# Sales\n\n(In millions)\n\n{CHANGES}| Europe | $ 2,928 | 2,455 | 19.3 |\n")
    assert [row["unit"] for row in found] == ["USD", "USD", "%"]
    assert found[2]["period"] == "2025-06-30"


def test_a_sign_at_the_first_percentage_of_a_column_is_for_all_that_are_printed_like_it():
    columns = "| | June 30, 2025 | Margin |\n|---|---:|---:|\n"
    alike = units("| Europe | $ 2,928 | 28.4 % |\n| Asia | 2,455 | 19.3 |\n", columns=columns)
    assert alike == {"Europe": "%", "Asia": "%"}
    other = units("| Europe | $ 2,928 | 28.4 % |\n| Asia | 2,455 | 1,930 |\n", columns=columns)
    assert other["Asia"] == "USD 6"


def test_each_change_is_of_the_later_value_in_front_of_it():
    columns = "| | 1Q25 | 1Q24 | % Change | 2Q25 | 2Q24 | % Change |\n|---|---:|---:|---:|---:|---:|---:|\n"
    found = rows(f"# Sales\n\n(In millions)\n\n{columns}| Europe | 928 | 855 | 8.5 | 940 | 900 | 4.4 |\n")
    assert [row["period"] for row in found if row["unit"] == "%"] == [
        "2025-01-01/2025-03-31",
        "2025-04-01/2025-06-30",
    ]


def test_money_words_below_a_heading_of_shares_leave_it_open():
    body = (
        "| Sales | $ 8,410 | $ 7,905 |\n| Number of shares: | | |\n| Basic | 810 | 822 |\n| Interest paid | 52 | 49 |\n"
    )
    assert units(body) == {"Sales": "USD 6", "Basic": "shares 6", "Interest paid": "?"}


def test_whole_thousands_are_no_amount_per_share():
    assert units("| Dividends per share | $ 2,194 | $ 1,834 |\n") == {"Dividends per share": "?"}


def test_incremental_shares_are_shares_whatever_they_are_issued_for():
    label = "Add: Incremental shares under compensation plans"
    assert units(f"| Sales | $ 8,410 | $ 7,905 |\n| {label} | 14.7 | 11.9 |\n")[label] == "shares 6"


def test_adjustments_of_a_purchase_price_are_amounts():
    columns = "| | Purchase Price | Purchase Price Adjustments |\n|---|---|---|\n"
    assert units("| Goodwill | $ 1,600 | $ 17 |\n", title="Goodwill", columns=columns) == {"Goodwill": "USD 6"}
