"""Figures in row labels: read where `respectively` gives each its period, and never taken for the row's own."""

import csv
import io

import pytest

from iij_xbrl.extract.figures.files import IN_LABEL, to_csv
from iij_xbrl.extract.figures.tables import read_figures
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.periods import Calendar
from support import page

HEAD = "# Balance Sheets\n\n(In millions, except numbers of shares)\n\n"
COLUMNS = "| | June 30, 2025 | December 31, 2024 |\n|---|---:|---:|\n"


def tables(label):
    return extract(page(f"{HEAD}{COLUMNS}| {label} | $ 7,214 | $ 6,252 |\n"), Calendar(1), "USD")


def in_label(label):
    rows = csv.DictReader(io.StringIO(to_csv(tables(label)).decode("utf-8-sig")))
    return [(row["value"], row["scale"], row["unit"], row["period"]) for row in rows if row["role"] == IN_LABEL]


@pytest.mark.parametrize(
    "label",
    [
        "Common stock; 425,926,347 and 427,757,102 shares issued, respectively",
        "Treasury stock (425,926,347 and 427,757,102 shares at June 30, 2025 and December 31, 2024, respectively)",
    ],
)
def test_numbers_of_shares_have_the_periods_in_their_order(label):
    assert in_label(label) == [
        ("425926347", "0", "shares", "2025-06-30"),
        ("427757102", "0", "shares", "2024-12-31"),
    ]


def test_amounts_have_the_scale_that_stands_behind_each():
    assert in_label("Translation, net of tax of $21 million and $(3) million, respectively") == [
        ("21", "6", "USD", "2025-06-30"),
        ("-3", "6", "USD", "2024-12-31"),
    ]


@pytest.mark.parametrize(
    "label",
    [
        "Common stock, $0.01 par value",
        "Loans of $21 million, $4 million and $3 million, respectively",
        "Translation, net of tax of $21,000,000 and $3, respectively",
        "Loans due, $500 and $750",
        "Translation, net of tax of $21",
        "Common stock, 6.00% Series A",
        "Notes 12 and 14, respectively",
    ],
)
def test_without_a_period_or_a_unit_for_each_none_is_read(label):
    assert in_label(label) == []


def test_they_are_not_the_figures_of_the_row(tmp_path):
    path = tmp_path / "figures.csv"
    path.write_bytes(to_csv(tables("Common stock; 425,926,347 and 427,757,102 shares issued, respectively")))
    (table,) = read_figures(path)
    assert [str(item.figure.value) for item in table.rows[0].figures] == ["7214", "6252"]


@pytest.mark.parametrize(
    "label",
    [
        "Receivables, net of allowances of $503 and $506, respectively",
        "Receivables, net of allowances of $503 and $506",
        "Receivables (net of allowances of $503 in 2025 and $506 in 2024)",
        "Receivables, less $503 at June 30, 2025 and $506 at December 31, 2024",
    ],
)
def test_amounts_without_a_scale_of_their_own_have_that_of_the_table(label):
    assert in_label(label) == [("503", "6", "USD", "2025-06-30"), ("506", "6", "USD", "2024-12-31")]


def test_an_amount_in_parentheses_with_its_sign_is_negative():
    assert [value for value, *_ in in_label("Gains, net of tax of ($59) and $22")] == ["-59", "22"]


def of_one_period(label):
    head = "# Equity\n\n(In millions)\n\n| | Three Months Ended June 30, 2025 |\n|---|---:|\n"
    tables = extract(page(f"{head}| {label} | $ 7,214 |\n"), Calendar(1), "USD")
    rows = csv.DictReader(io.StringIO(to_csv(tables).decode("utf-8-sig")))
    return [(row["value"], row["scale"], row["unit"], row["period"]) for row in rows if row["role"] == IN_LABEL]


QUARTER = "2025-04-01/2025-06-30"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Dividends ($0.51 per share)", ("0.51", "0", "USD", QUARTER)),
        ("Income, net of tax of ($76)", ("-76", "6", "USD", QUARTER)),
        ("Notes with 2.95% due 2027", ("2.95", "", "%", QUARTER)),
    ],
)
def test_a_single_figure_is_of_the_one_period_of_its_row(label, expected):
    assert of_one_period(label) == [expected]


def test_an_amount_that_nothing_tells_of_is_left_alone():
    assert of_one_period("Notes of $750 that are due") == []


def test_a_rate_in_a_label_is_of_the_day_that_introduces_the_table():
    rows_of_page = "| 4.50% Notes due 2027 | 1,600 | 1,700 |\n| Other | 16 | 17 |\n"
    text = f"Debt as of June 30, 2025 comprised:\n\n| | Amount | Value |\n|---|---|---|\n{rows_of_page}"
    rows = csv.DictReader(io.StringIO(to_csv(extract(page(text), Calendar(1), "USD")).decode("utf-8-sig")))
    assert [(row["value"], row["period"]) for row in rows if row["role"] == IN_LABEL] == [("4.50", "2025-06-30")]


RATE = ("", "%", "2025-12-31")


def debt(label, last):
    columns = COLUMNS.replace("June 30, 2025", last)
    found = extract(page(f"{HEAD}{columns}| {label} | $ 7,214 | $ 6,252 |\n"), Calendar(1), "USD")
    rows = csv.DictReader(io.StringIO(to_csv(found).decode("utf-8-sig")))
    told = [row for row in rows if row["role"] == IN_LABEL]
    return [(row["value"], "" if row["unit"] == "%" else row["scale"], row["unit"], row["period"]) for row in told]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("3.75% Senior notes due February 2028", [("3.75", *RATE)]),
        ("1.90% 2027 Notes", [("1.90", *RATE)]),
        ("Notes and debentures, 2.2% to 7.1% due through 2064", [("2.2", *RATE), ("7.1", *RATE)]),
        ("$1,250 3.5%, Aug 2039", [("1250", "6", "USD", "2025-12-31"), ("3.5", *RATE)]),
        ("2017 Notes issuance of $17.0 billion", [("17.0", "9", "USD", "2025-12-31")]),
        ("3.75% Senior notes", []),
        ("Tax at 21% in 2025", []),
    ],
)
def test_the_terms_that_name_debt_are_told_as_of_the_last_day(label, told):
    found = debt(label, "December 31, 2025")
    assert found == told


def test_terms_of_debt_are_of_each_of_two_days_within_a_year():
    assert debt("3.75% Senior notes due February 2028", "June 30, 2025") == []


def test_terms_of_debt_over_a_time_are_of_no_known_day():
    columns = COLUMNS.replace("| June", "| Six months ended June").replace("| December", "| Year ended December")
    text = f"{HEAD}{columns}| Interest on 3.75% notes due 2028 | $ 7,214 | $ 6,252 |\n"
    rows = csv.DictReader(io.StringIO(to_csv(extract(page(text), Calendar(1), "USD")).decode("utf-8-sig")))
    assert not [row for row in rows if row["role"] == IN_LABEL]


@pytest.mark.parametrize(
    "label",
    [
        "Property, less accumulated depreciation: 2025—$554; 2024—$174",
        "Receivables, less allowances of — 2025: $554; 2024: $174",
        "Change, net of income tax benefit (expense) of $554 and $174",
    ],
)
def test_years_in_front_of_amounts_name_their_periods(label):
    assert in_label(label) == [("554", "6", "USD", "2025-06-30"), ("174", "6", "USD", "2024-12-31")]


@pytest.mark.parametrize(
    "label",
    [
        "Treasury stock, 385,810 and 244,720 common shares at average cost",
        "Common stock; shares issued: 385,810 and 244,720",
        "Shares: June 30, 2025 – 385,810; December 31, 2024 – 244,720",
    ],
)
def test_lists_of_numbers_of_shares_are_those_of_the_days_of_the_columns(label):
    found = in_label(label)
    assert [(value, unit, period) for value, _, unit, period in found] == [
        ("385810", "shares", "2025-06-30"),
        ("244720", "shares", "2024-12-31"),
    ]


@pytest.mark.parametrize(
    "label",
    [
        "Class A and class B stock, 385,810 and 244,720 shares",
        "Common stock, 385,810 and 244,720 shares issued and outstanding",
        "Common stock, 385,810, 300,000 and 244,720 shares",
        "Notes due 2025: 385,810 and 2030: 244,720",
    ],
)
def test_lists_that_may_be_of_something_else_are_left_alone(label):
    assert in_label(label) == []
