"""Columns and rows at the edges of years, parts of years of weeks, and terms of debt beside no time at all."""

from pathlib import Path

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read.file import File
from iij_xbrl.read.html import read_html

OTHERS = Calendar(4, is_known=False)
COVER = """<p>For the fiscal year ended December 31, 2023</p>
<table><tr><td></td><td>Year ended December 31, 2023</td></tr><tr><td>Sales</td><td>$ —</td></tr></table>"""
YEAR, BEFORE = "2023-01-01/2023-12-31", "2022-01-01/2022-12-31"


def extracted(page: str, column: str = "period") -> dict[str, str]:
    """The period, or another column, of each figure of a page by what is printed."""
    rows = figure_rows(extract(read_html(File(Path("page.html"), "page", page.encode())), OTHERS, "USD"))
    return {row["text"]: row[column] for row in rows if row["text"] not in ("", "—")}


def table(*rows: str) -> str:
    """A table of rows whose cells are parted by bars."""
    cells = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def test_balances_at_the_ends_of_years_open_and_close_what_moves_between_them() -> None:
    page = table(
        " | Balance, Beginning 2022 | Acquisitions | Balance, End of 2022 | Translation | Balance, End of 2023",
        "Foods | 458 | 12 | 470 | 2 | 472",
    )
    assert extracted(f"{COVER}{page}") == {
        "458": "2021-12-31",
        "12": BEFORE,
        "470": "2022-12-31",
        "2": YEAR,
        "472": "2023-12-31",
    }


def test_a_level_of_measurement_in_a_head_is_no_number_of_a_time() -> None:
    heads = "Assets | December 31, 2022 | Additions | Transfers into Level 3 | December 31, 2023"
    page = table(heads, "Real estate | 161 | 20 | 4 | 185")
    assert extracted(page) == {"161": "2022-12-31", "20": YEAR, "4": YEAR, "185": "2023-12-31"}


@pytest.mark.parametrize(
    "label", ["Balance {day}, net of taxes", "Nonvested on {day}", "Vested and expected to vest on {day}"]
)
def test_balances_that_name_their_day_in_front_open_and_close_a_time(label: str) -> None:
    first, last = (label.replace("{day}", day) for day in ("January 1, 2023", "June 30, 2023"))
    page = table("Awards | Units", f"{first} | 207", "Granted | 318", f"{last} | 525")
    assert extracted(page) == {"207": "2022-12-31", "318": "2023-01-01/2023-06-30", "525": "2023-06-30"}


QUARTERS = table(" | 2023 | 2023", " | First Quarter(1) | Fourth Quarter", "Total sales | 20,894 | 21,395")


@pytest.mark.parametrize(
    ("cover", "first", "fourth"),
    [
        (
            "<p>Our year has 52 or 53 weeks and ends on the Sunday nearest to the end of December.</p>"
            "<p>For the fiscal year ended December 31, 2023</p>"
            + table(" | December 31, 2023 | January 1, 2023 | January 2, 2022", "Assets | 167,558 | 187,378 | 182,018"),
            "2023-01-02/2023-04-02",
            "2023-10-02/2023-12-31",
        ),
        ("<p>For the fiscal year ended June 30, 2023</p>", "2022-07-01/2022-09-30", "2023-04-01/2023-06-30"),
        ("<p>For the quarterly period ended June 30, 2023</p>", "", ""),
    ],
)
def test_quarters_are_those_of_the_year_that_closes_with_its_name(cover: str, first: str, fourth: str) -> None:
    found = extracted(f"{cover}<p>Quarterly sales</p>{QUARTERS}")
    assert (found["20,894"], found["21,395"]) == (first, fourth)


def test_letters_of_notes_behind_years_are_no_part_of_them() -> None:
    page = table(" | 2023(a) | 2022(b)", "Revenues | 1,540 | 1,617")
    assert extracted(f"{COVER}<p>Revenues of the division</p>{page}") == {"1,540": YEAR, "1,617": BEFORE}


def test_years_with_words_in_front_are_labels() -> None:
    page = table(
        " | Balance at Beginning of Period | Additions | Balance at End of Period",
        "Fiscal 2023 | 46.7 | 81.3 | 38.8",
        "Fiscal 2022 | 34.6 | 37.0 | 46.9",
    )
    found = extracted(f"{COVER}<p>Schedule of reserves</p>{page}")
    assert found["81.3"] == YEAR
    assert found["34.6"] == "2021-12-31"
    assert "2023" not in found


def test_a_table_without_text_in_front_goes_on_with_the_sentence_of_the_one_before() -> None:
    sentence = "<p>The following tables present loans as of September 30, 2023 and December 31, 2022:</p>"
    first, second = (
        table(f"{year} | Current | Past Due", f"Consumer | {now} | {late}")
        for year, now, late in (("2023", 89, 3), ("2022", 78, 2))
    )
    page = f"{sentence}{first}{second}"
    assert extracted(page) == {"89": "2023-09-30", "3": "2023-09-30", "78": "2022-12-31", "2": "2022-12-31"}


def test_a_table_of_other_rows_does_not_go_on_with_the_sentence_of_the_one_before() -> None:
    said = "loans that are measured at what was paid for them, " * 4
    sentence = f"<p>The following table presents {said}as of September 30, 2023 and December 31, 2022:</p>"
    first = table(" | 2023 | 2022", "Consumer loans | 89 | 78", "Business loans | 12 | 11")
    second = table(" | 2023 | 2022", "Interest income | 31 | 24", "Fees earned | 6 | 5")
    found = extracted(f"{sentence}{first}{second}")
    assert (found["78"], found["24"], found["5"]) == ("2022-12-31", "", "")


def test_columns_without_any_header_are_of_the_year_in_the_corner() -> None:
    page = table("2023 | | ", "Foreign currency translation: | | ", "Arising during the year | 366 | (131)")
    assert extracted(f"{COVER}<p>Amounts of comprehensive income</p>{page}") == {"366": YEAR, "(131)": YEAR}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Debt consisted of the following:", "2023-12-31"),
        ("During the year we issued the following notes:", ""),
        ("Tax rates were as follows:", ""),
        ("Notes to the financial statements", ""),
    ],
)
def test_rates_without_a_header_are_terms_of_debt_where_titles_tell_of_it(sentence: str, day: str) -> None:
    page = table(" | ", "Senior Notes, January 2028 | 4.100 %", "Senior Notes, January 2032 | 4.350 %")
    assert set(extracted(f"{COVER}<p>{sentence}</p>{page}").values()) == {day}


def test_what_falls_due_is_listed_as_of_the_last_day() -> None:
    page = table(
        " | Amortized Cost | Fair Value",
        "Due in one year or less | 3,127 | 3,101",
        "Due after one year through five years | 2,846 | 2,790",
    )
    found = extracted(f"{COVER}<p>Maturities of securities</p>{page}")
    assert set(found.values()) == {"2023-12-31"}


def test_lines_of_credit_beside_balances_are_told_as_of_the_last_day() -> None:
    page = table(
        "Facility | Committed Line Amount | Balance as of December 31, 2023 | Balance as of December 31, 2022",
        "Master agreement | 100,000 | 97,265 | 38,057",
    )
    assert extracted(page)["100,000"] == "2023-12-31"


def test_rates_of_interest_need_no_sign() -> None:
    page = table(
        "(in millions) | December 31, 2023 Amount | December 31, 2023 Effective Interest Rate",
        "Senior notes | 1,070 | 0.44",
        "Senior notes | 535 | 2.86",
    )
    assert extracted(page, "unit")["0.44"] == "%"
