"""Periods that stand in rows: above groups, in balances, and in weeks; of pages that nothing maps."""

import pytest

from iij_xbrl.extract.calendar import Calendar
from iij_xbrl.extract.cells import read_cell
from iij_xbrl.extract.figure_files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.read import parse
from support import periods, table, tables

JANUARY = Calendar(1)


def extracted(page: str) -> dict[str, str]:
    """The period of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), JANUARY, "USD"))
    return {row["text"]: row["period"] for row in rows if row["text"]}


def test_a_row_that_names_a_period_is_that_of_the_rows_below_it():
    found = tables("""
        | | Domestic | Abroad |
        |---|---|---|
        | Three Months Ended June 30, 2025 | | |
        | Sales | 2,268 | 6,021 |
        | For the three months ended June 30, 2024: | | |
        | Sales | 2,278 | 5,216 |
    """)
    assert [set(periods(one).values()) for one in found] == [
        {"2025-04-01/2025-06-30"},
        {"2024-04-01/2024-06-30"},
    ]


def test_a_row_that_names_a_part_of_a_year_takes_the_years_of_its_columns():
    first, second = tables("""
        | Three months ended June 30, | 2025 | 2024 |
        |---|---|---|
        | Sales | 2,268 | 6,021 |
        | Six months ended June 30, | 2025 | 2024 |
        | Sales | 4,278 | 9,216 |
    """)
    assert set(periods(first).values()) == {"2025-04-01/2025-06-30", "2024-04-01/2024-06-30"}
    assert set(periods(second).values()) == {"2025-01-01/2025-06-30", "2024-01-01/2024-06-30"}


def test_columns_of_one_day_are_told_apart_by_their_levels():
    page = """
        | | June 30, 2025 Level 1 | June 30, 2025 Level 2 | June 30, 2024 Level 1 |
        |---|---|---|---|
        | Bonds | 1,600 | 2,600 | 3,600 |
    """
    assert list(periods(table(page)).values()) == ["2025-06-30", "2025-06-30", "2024-06-30"]


def test_a_header_that_leaves_another_day_is_of_no_period():
    page = """
        | | Three Months Ended June 30, 2025 April 1 to April 21 | Three Months Ended June 30, 2024 |
        |---|---|---|
        | Sales | 1,600 | 2,600 |
    """
    assert set(periods(table(page)).values()) == {"the column's period cannot be read"}


def test_accumulated_other_income_is_no_year_to_date():
    page = """
        | | Three Months Ended June 30, 2025 Accumulated Other Comprehensive Income |
        |---|---|
        | Net income | 1,600 |
    """
    assert list(periods(table(page)).values()) == ["2025-04-01/2025-06-30"]


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("Balance, June 30, 2025", "2025-06-30"),
        ("BALANCES JUNE 30, 2025", "2025-06-30"),
        ("Equity - April 1, 2025", "2025-03-31"),
        ("Goodwill at June 30, 2025", "2025-06-30"),
        ("Balance as of March 31", "2025-03-31"),
        ("Cash at April 1", "2025-03-31"),
        ("Accrued warranty - beginning of period", "2025-03-31"),
        ("Balance at end of period", "2025-06-30"),
        ("March 31, 2025", "2025-03-31"),
        ("Notes due June 30, 2025", "2025-04-01/2025-06-30"),
        ("Sales that were deferred as of the beginning of the period", "2025-04-01/2025-06-30"),
    ],
)
def test_a_balance_is_of_its_day(label, period):
    page = f"| | Three Months Ended June 30, 2025 |\n|---|---|\n| Sales | 1,600 |\n| {label} | 1,700 |\n"
    assert extracted(page)["1,700"] == period


def test_an_opening_balance_of_a_day_is_of_no_known_time():
    page = "| | June 30, 2025 |\n|---|---|\n| Beginning balance | 1,600 |\n| Sales | 1,700 |\n"
    assert extracted(page) == {"1,600": "", "1,700": "2025-06-30"}


@pytest.mark.parametrize(
    ("end_of_year", "start"), [("December 31, 2024", "2025-01-01"), ("December 27, 2024", "2024-12-28")]
)
def test_a_year_of_weeks_starts_where_its_balance_sheet_ends(end_of_year, start):
    page = f"""
| | June 27, 2025 | {end_of_year} |
|---|---|---|
| Cash | 1,600 | 1,700 |

| | Six Months Ended June 27, 2025 |
|---|---|
| Sales | 2,600 |
"""
    assert extracted(page)["2,600"] == f"{start}/2025-06-27"


def test_days_that_begin_periods_move_no_start():
    page = """
| | March 30, 2025 to May 3, 2025 | March 31, 2024 to May 4, 2024 |
|---|---|---|
| Shares bought | 1,600 | 1,700 |

| | Three Months Ended June 28, 2025 |
|---|---|
| Sales | 2,600 |
"""
    assert extracted(page)["2,600"] == "2025-03-30/2025-06-28"


@pytest.mark.parametrize("printed", ["($820)", "($ 820 )", "(US$820)", "(¥820)"])
def test_parentheses_around_a_currency_are_a_sign(printed):
    (text,) = parse(f"| A | {printed} |\n|---|---|\n", "page").tables[0].rows[0].texts[1:]
    (figure,) = read_cell(text).figures
    assert (int(figure.value), figure.problem, figure.text) == (-820, None, printed)
    assert figure.unit is not None
    assert figure.unit.currency in ("USD", "JPY")


def test_a_scale_that_stands_unless_otherwise_stated_is_that_of_all_that_follows():
    page = """
(Dollars in millions, except as otherwise stated)

Note 1

| | June 30, 2025 |
|---|---|
| Cash | $1,600 |

Some words of the second note.

| | June 30, 2025 |
|---|---|
| Debt | $2,600 |

Other words, of thousands (in thousands):

| | June 30, 2025 |
|---|---|
| Leases | $3,600 |
"""
    rows = figure_rows(extract(parse(page, "page"), JANUARY, "USD"))
    assert {row["text"]: row["scale"] for row in rows if row["text"]} == {"1,600": "6", "2,600": "6", "3,600": "3"}


@pytest.mark.parametrize(
    ("sentence", "header", "period"),
    [
        ("Our cash as of June 29, 2025 comprised:", "Carrying amount", "2025-06-29"),
        ("Our cash as of June 29, 2025 comprised.", "Carrying amount", ""),
        ("Our cash as of June 29, 2025 and June 30, 2024 comprised:", "Carrying amount", ""),
        ("Our cash as of June 29, 2025 comprised:", "Carrying amount on July 1", ""),
        ("Our cash as of June 29, 2025 comprised:", "Due in 2026", ""),
    ],
)
def test_a_sentence_introduces_a_table_that_names_no_time(sentence, header, period):
    page = f"{sentence}\n\n| | {header} | Fair value |\n|---|---|---|\n| Cash | 1,600 | 1,700 |\n"
    assert extracted(page)["1,700"] == period


def test_a_scale_of_several_tables_is_that_of_those_behind_the_notes_of_the_first():
    page = """
The following tables present income (in millions):

| | June 30, 2025 |
|---|---|
| Cash | $1,600 |

1 Refer to another note for what is not told here, and to the one behind that for all the rest of what there is to say.

| | June 30, 2024 |
|---|---|
| Cash | $2,600 |
"""
    rows = figure_rows(extract(parse(page, "page"), JANUARY, "USD"))
    assert {row["text"]: row["scale"] for row in rows if row["text"]} == {"1,600": "6", "2,600": "6"}
    one = page.replace("following tables present", "following table presents")
    rows = figure_rows(extract(parse(one, "page"), JANUARY, "USD"))
    assert {row["text"]: row["scale"] for row in rows if row["text"]} == {"1,600": "6", "2,600": ""}


def test_a_period_in_full_in_the_corner_says_more_than_a_title_further_above():
    page = """
# Second quarter

| Six Months Ended June 30, 2025 | Domestic | Abroad |
|---|---|---|
| Sales | 1,600 | 2,600 |
"""
    assert set(periods(table(page)).values()) == {"2025-01-01/2025-06-30"}


def test_a_row_that_says_more_than_another_period_leaves_those_below_it_open():
    page = """
| Period from January 1, 2023 to July 21, 2023 (Predecessor): | |
|---|---|
| Net loss | (38,017) |
| Period from July 22, 2023 to September 30, 2023 (Successor): | |
| Net income | 43,875 |
"""
    assert extracted(page) == {"(38,017)": "2023-01-01/2023-07-21", "43,875": ""}
