"""Releases on nine months that call them `3Q12`: what their section on the third quarter alone means by that name."""

import pytest

from examples import shipped
from support import report, values

PAGE = """\
Internet Initiative Japan Inc. today announced its consolidated financial results for the nine months of the fiscal year
ending March 31, 2013 (from April 1 to December 31, 2012, "3Q12").

{}
"""
TABLE = """\
Operating Results Summary

|  | 3Q11{0} | 3Q12{0} | YoY % change |
|---|---|---|---|
|  | JPY millions | JPY millions | % |
| Total revenues | 27,323 | 30,855 | 12.9 |
| Operating income | 2,686 | 3,268 | 21.7 |

Adjusted EBITDA

|  | 3Q11{0} | 3Q12{0} |
|---|---|---|
|  | JPY millions | JPY millions |
| Adjusted EBITDA | 4,802 | 5,656 |
"""
QUARTERS, MONTHS = (
    ["2011-10-01/2011-12-31", "2012-10-01/2012-12-31"],
    ["2011-04-01/2011-12-31", "2012-04-01/2012-12-31"],
)


def periods(text: str, heads: str = "") -> list[str]:
    """The periods of revenues, the same as those of the table below."""
    found = report(PAGE.format(text + "\n\n" + TABLE.format(heads)), shipped())
    told = sorted(values(found, "Revenues"))
    assert told == sorted(values(found, "AdjustedEbitda"))
    return told


@pytest.mark.parametrize(
    "text",
    [
        "Third Quarter FY2012 Consolidated Financial Results (3 months)",
        "## 3rd Quarter FY2012 Consolidated Financial Results (3 months)",
        "The following tables are highlight data of 3rd Quarter FY2012 consolidated financial results (unaudited, for "
        "the three months ended December 31, 2012).",
        "The following tables are highlight data of 3rd Quarter FY2012 consolidated financial results (unaudited, from "
        "October 1, 2012 to December 31, 2012).",
        "3Q FY2012 Financial Results Summary (9 months)\n\nThird Quarter FY2012 Financial Results Summary (3 months)",
    ],
)
def test_a_section_on_three_months_means_the_quarter(text: str) -> None:
    assert periods(text) == QUARTERS


def test_heads_that_count_three_months_mean_the_quarter() -> None:
    assert periods("3Q FY2012 Financial Results Summary", " (3 months)") == QUARTERS


@pytest.mark.parametrize(
    "text",
    [
        "3Q FY2012 Financial Results Summary (9 months)",
        "Third Quarter FY2012 Financial Results Summary (3 months)\n\n3Q FY2012 Financial Results Summary (9 months)",
        "The following tables are highlight data for the nine months ended December 31, 2012.",
    ],
)
def test_a_section_on_nine_months_means_what_the_document_says(text: str) -> None:
    assert periods(text) == MONTHS


def test_heads_that_count_nine_months_mean_these_in_a_section_on_three() -> None:
    assert periods("Third Quarter FY2012 Financial Results Summary (3 months)", " (9 months)") == MONTHS
