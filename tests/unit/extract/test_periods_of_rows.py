"""Periods that stand in rows: above groups, in balances, and in weeks; of pages that nothing maps."""

import pytest

from iij_xbrl.extract.cells.cell import read_cell
from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
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
        ("RESERVE JUNE 30, 2025", "2025-06-30"),
        ("Costs of the quarter ended June 30, 2025", "2025-04-01/2025-06-30"),
        ("Costs for the year ended December 31, 2024", ""),
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


def test_a_balance_of_a_day_that_begins_a_period_may_be_of_the_day_before():
    page = """
Shares granted from July 22, 2025 to September 30, 2025 were these.

| | Awards |
|---|---|
| Outstanding, July 22, 2025 | 1,600 |
| Granted | 1,700 |
| Outstanding, September 30, 2025 | 1,800 |
"""
    assert extracted(page) == {"1,600": "", "1,700": "", "1,800": "2025-09-30"}


def test_what_a_new_principle_adjusts_below_a_balance_is_of_no_known_time():
    page = """
| | Six Months Ended June 30, 2025 |
|---|---|
| Balance, December 31, 2024 | 1,600 |
| Cumulative effect of adopting a new principle | 1,700 |
| Net income | 1,800 |
| Balance, June 30, 2025 | 1,900 |
"""
    found = extracted(page)
    assert (found["1,700"], found["1,800"]) == ("", "2025-01-01/2025-06-30")


@pytest.mark.parametrize("lead", ["Fiscal Second Quarter Ended", "Second Quarter Ended", "Three Months Ended"])
def test_a_quarter_is_three_months(lead):
    page = f"| | {lead} | |\n|---|---|---|\n| | June 29, 2025 | June 30, 2024 |\n| Sales | 1,600 | 1,700 |\n"
    assert extracted(page) == {"1,600": "2025-03-31/2025-06-29", "1,700": "2024-04-01/2024-06-30"}


def test_a_new_part_of_the_year_in_the_middle_heads_the_same_days():
    first, second = tables("""
        | | Quarter Ended | | | |
        |---|---|---|---|---|
        | | June 30, 2025 Services | June 30, 2025 Systems | June 30, 2024 Services | June 30, 2024 Systems |
        | Sales | 1,600 | 1,700 | 1,800 | 1,900 |
        | | Six Months Ended | | | |
        | Sales | 2,600 | 2,700 | 2,800 | 2,900 |
    """)
    assert set(periods(first).values()) == {"2025-04-01/2025-06-30", "2024-04-01/2024-06-30"}
    assert set(periods(second).values()) == {"2025-01-01/2025-06-30", "2024-01-01/2024-06-30"}


def test_new_years_in_the_middle_keep_the_names_over_them():
    first, second = tables("""
        | | Services | Services | Systems | Systems |
        |---|---|---|---|---|
        | For the six months ended June 30, | 2025 | 2024 | 2025 | 2024 |
        | Sales | 1,600 | 1,700 | 1,800 | 1,900 |
        | For the three months ended June 30, | 2025 | 2024 | 2025 | 2024 |
        | Sales | 2,600 | 2,700 | 2,800 | 2,900 |
    """)
    assert set(periods(first).values()) == {"2025-01-01/2025-06-30", "2024-01-01/2024-06-30"}
    assert set(periods(second).values()) == {"2025-04-01/2025-06-30", "2024-04-01/2024-06-30"}


def test_days_are_all_ends_of_the_periods_of_a_caption_or_none_is():
    page = """
Three months ended September 30, 2024

| | September 30, 2025 | September 30, 2024 |
|---|---|---|
| Warrants | 1,600 | 1,700 |
"""
    assert extracted(page) == {"1,600": "2025-09-30", "1,700": "2024-09-30"}


def test_names_with_a_number_are_no_figures():
    page = """
| June 27, 2025 | Level 1 | Level 2 |
|---|---|---|
| Bonds | 1,600 | 1,700 |
"""
    assert extracted(page) == {"1,600": "2025-06-27", "1,700": "2025-06-27"}


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
        ("Much was paid. The following table presents cash as of June 29, 2025.", "Carrying amount", "2025-06-29"),
        ("The following table presents what was bought on June 29, 2025.", "Carrying amount", ""),
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


def test_a_scale_is_that_of_the_next_table_with_the_same_rows():
    page = """
Income by segment (in millions):

| | June 30, 2025 |
|---|---|
| Sales | $1,600 |
| Costs | 1,700 |
| Income | 1,800 |

Income of the year before

| | June 30, 2024 |
|---|---|
| Sales | $2,600 |
| Costs | 2,700 |
| Income | 2,800 |

Shares

| | June 30, 2024 |
|---|---|
| Capital | $3,600 |
"""
    rows = figure_rows(extract(parse(page, "page"), JANUARY, "USD"))
    assert {row["text"]: row["scale"] for row in rows if row["text"]} == {
        **dict.fromkeys(("1,600", "1,700", "1,800", "2,600", "2,700", "2,800"), "6"),
        "3,600": "",
    }


def test_rows_below_the_month_of_an_event_are_not_of_the_period_of_the_title():
    periods_of = extracted("""
        During the six months ended June 30, 2023, we completed the following transactions:

        | (in millions) | Principal amount issued |
        |---|---:|
        | Class A | 1,200 |
        | January 2023 | |
        | Class B | 891 |
    """)
    assert periods_of == {"1,200": "2023-01-01/2023-06-30", "891": ""}


def test_rows_above_the_first_of_several_balances_are_not_of_the_day_of_the_title():
    periods_of = extracted("""
        The following is the status of the accruals as of December 31, 2023:

        | (in millions) | Inventory | Exit costs |
        |---|---:|---:|
        | Payments | (247) | (90) |
        | Balance at December 31, 2021 | 231 | 23 |
        | Payments | (120) | (10) |
        | Balance at December 31, 2022 | 111 | 13 |
    """)
    assert [periods_of[text] for text in ("(247)", "23", "(10)")] == ["", "2021-12-31", "2022-01-01/2022-12-31"]


def test_a_year_does_not_stand_over_a_column_with_a_head_of_its_own_above_it():
    rows = (
        "<td></td><td colspan=2>Years Ended December 31,</td><td>Segment</td>",
        "<td></td><td>2023</td><td>2022</td><td></td>",
        "<td>Severance</td><td>1,115</td><td>1,116</td><td>1,117</td>",
    )
    told = "Charges of the year ended December 31, 2022 relate to these segments:"
    found = extracted(f"{told}\n\n<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>\n")
    assert (found["1,116"], found["1,117"]) == ("2022-01-01/2022-12-31", "")


def test_a_year_stands_over_the_columns_behind_it_below_one_head_over_all_of_them():
    rows = (
        "<td></td><td colspan=4>Six Months Ended June 30,</td>",
        "<td></td><td>2023</td><td></td><td>2022</td><td></td>",
        "<td>(in millions)</td><td>Shares</td><td>Amount</td><td>Shares</td><td>Amount</td>",
        "<td>Issued</td><td>1,115</td><td>1,116</td><td>1,117</td><td>1,118</td>",
    )
    found = extracted("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>\n")
    assert found["1,116"] == "2023-01-01/2023-06-30" and found["1,118"] == "2022-01-01/2022-06-30"
