"""Accounts of companies that write days in front of months and head columns with a year and the sign of a currency."""

from pathlib import Path

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read.file import File
from iij_xbrl.read.html import read_html

OTHERS = Calendar(4, is_known=False)
TITLE = "<p>Financial statements for the year ended 30 June 2020</p><p>The group made a loss in a year of closures.</p>"


def extracted(page: str) -> dict[str, tuple[str, str, str]]:
    """The period, the unit and the scale of each figure of a page by what is printed."""
    rows = figure_rows(extract(read_html(File(Path("page.html"), "page", page.encode())), OTHERS, "USD"))
    return {row["text"]: (row["period"], row["unit"], row["scale"]) for row in rows if row["text"]}


def table(*rows: str) -> str:
    """A table of rows whose cells are parted by bars."""
    cells = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


TURNOVER = table(" | 2020 £ | 2019 £", "Turnover | 27,240,615 | 32,702,529")


def test_years_beside_signs_are_those_that_close_on_a_day_in_front_of_its_month() -> None:
    assert extracted(f"{TITLE}{TURNOVER}") == {
        "27,240,615": ("2019-07-01/2020-06-30", "GBP", "0"),
        "32,702,529": ("2018-07-01/2019-06-30", "GBP", "0"),
    }


@pytest.mark.parametrize(("heads", "scale"), [("£ | £", "0"), ("£'000 | £'000", "3")])
def test_signs_alone_are_of_amounts_in_full_where_no_scale_is_stated(heads: str, scale: str) -> None:
    page = table(" | 2020 | 2019", f" | {heads}", "Turnover | 27,240 | 32,702")
    assert extracted(f"{TITLE}{page}")["27,240"] == ("2019-07-01/2020-06-30", "GBP", scale)


def test_other_tables_of_a_page_in_full_are_in_its_currency() -> None:
    page = table("At 1 July 2019 | 40,106", "Charge for the year | 5,214", "At 30 June 2020 | 45,320")
    found = extracted(f"{TITLE}{TURNOVER}<p>Depreciation</p>{page}")
    assert found["40,106"] == ("2019-06-30", "GBP", "0")
    assert found["5,214"] == ("2019-07-01/2020-06-30", "GBP", "0")


def test_a_sign_alone_says_nothing_beside_a_scale_that_is_stated() -> None:
    page = f"{TITLE}<p>Cash flows, in millions</p>{table(' | 2020', 'Cash | 31')}<p>Turnover</p>{TURNOVER}"
    assert extracted(page)["27,240,615"][2] != "0"


def test_numbers_are_no_money() -> None:
    page = table(" | 2020 No. | 2019 No.", "Track staff | 1,241 | 1,350")
    assert extracted(f"{TITLE}{TURNOVER}<p>Staff</p>{page}")["1,241"][1] == ""


def test_what_is_brought_forward_opens_a_year() -> None:
    page = table(" | 2020 £", "Balance brought forward | 1,120", "Repaid | 120", "Balance carried forward | 1,000")
    found = extracted(f"{TITLE}<p>Loans</p>{page}")
    assert [period for period, _, _ in found.values()] == ["2019-06-30", "2019-07-01/2020-06-30", "2020-06-30"]


HEADS = table(" | 2020 | 2019", "Note | £ | £")
YEAR, BEFORE = ("2019-07-01/2020-06-30", "GBP", "0"), ("2018-07-01/2019-06-30", "GBP", "0")


def test_heads_in_a_table_of_their_own_are_those_of_the_tables_right_behind() -> None:
    first = table("Tangible | 5 | | 9,325 | | 9,096", "Stocks | 7 | 2,686 | | 2,819 | ", "Net | | | 6,639 | | 6,277")
    second = table("Reserves | 12 | 1,001 | 1,002")
    found = extracted(f"{TITLE}{HEADS}{first}{second}")
    assert {text for text, told in found.items() if told == YEAR} == {"9,325", "2,686", "6,639", "1,001"}
    assert {text for text, told in found.items() if told == BEFORE} == {"9,096", "2,819", "6,277", "1,002"}


@pytest.mark.parametrize("between", ["", "<p>What is owed by directors</p>"])
def test_heads_apart_are_of_no_columns_that_they_cannot_be_told_to_stand_over(between: str) -> None:
    rows = "Tangible | 9,325 | 9,096 | 8,517" if not between else "Tangible | 9,325 | 9,096"
    found = extracted(f"{TITLE}{HEADS}{between}{table(rows)}")
    assert all(period == "" for period, _, _ in found.values())


def test_a_page_may_have_columns_of_two_currencies_in_full() -> None:
    other = table(" | 2020 €", "Rent | 1,204")
    found = extracted(f"{TITLE}{TURNOVER}<p>In the branch</p>{other}")
    assert (found["27,240,615"], found["1,204"]) == (YEAR, ("2019-07-01/2020-06-30", "EUR", "0"))
