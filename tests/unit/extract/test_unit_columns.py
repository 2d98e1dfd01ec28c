"""Columns that state the unit of each row."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read import parse


def extracted(page: str) -> dict[str, tuple[str, str, str]]:
    """The unit, the scale and the period of each figure by its text."""
    rows = figure_rows(extract(parse(page, "page"), Calendar(4), "JPY"))
    return {row["text"]: (row["unit"], row["scale"], row["period"]) for row in rows if row["text"]}


HALF = "2011-04-01/2011-09-30"


@pytest.mark.parametrize("head", ["Unit", "Units", "Unit of measure", ""])
def test_each_row_is_in_its_own_unit(head: str) -> None:
    page = f"""
| | {head} | 1H11 |
|---|---|---:|
| Total revenues | JPY millions | 47,207 |
| Operating income | JPY thousands | 2,387,412 |
"""
    assert extracted(page) == {"47,207": ("JPY", "6", HALF), "2,387,412": ("JPY", "3", HALF)}


def test_the_column_may_stand_behind_the_figures_where_it_is_named() -> None:
    page = """
| | 1H11 | Unit |
|---|---:|---|
| Total revenues | 47,207 | JPY millions |
| Total costs | 37 | JPY billion |
"""
    assert extracted(page) == {"47,207": ("JPY", "6", HALF), "37": ("JPY", "9", HALF)}


def test_japanese_rows_have_one_in_parentheses() -> None:
    page = """
| | 単位 | 2011年3月期 |
|---|---|---:|
| 営業収益 | （百万円） | 82,418 |
| １株当たり当期純利益 | （円） | 15.81 |
"""
    year = "2010-04-01/2011-03-31"
    assert extracted(page) == {"82,418": ("JPY", "6", year), "15.81": ("JPY", "0", year)}


@pytest.mark.parametrize(
    ("label", "beside", "why"),
    [
        ("Total costs (JPY thousands)", "JPY millions", "the label says another unit"),
        ("Total costs", "excluding Giga", "words that are no unit"),
    ],
)
def test_a_column_with_anything_else_is_none(label: str, beside: str, why: str) -> None:
    page = f"""
| | Unit | 1H11 |
|---|---|---:|
| Total revenues | JPY millions | 47,207 |
| {label} | {beside} | 36,941 |
"""
    assert extracted(page)["47,207"][:2] == ("", ""), why


def test_a_row_that_states_none_has_none() -> None:
    page = """
| | Unit | 1H11 |
|---|---|---:|
| Total revenues | JPY millions | 47,207 |
| Total costs | JPY millions | 36,941 |
| Operating income | | 2,387 |
"""
    assert extracted(page)["2,387"] == ("", "", HALF)


def test_what_one_label_says_is_not_said_of_the_rows_without() -> None:
    page = "| | 1H11 |\n|---|---:|\n| Total revenues | 47,207 |\n| Other income (JPY thousands) | 118 |\n"
    assert extracted(page) == {"47,207": ("", "", HALF), "118": ("JPY", "3", HALF)}
