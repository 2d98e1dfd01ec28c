"""Names of lines between a title and its table, headings of another part of the year, and titles of changes."""

import pytest

from examples import shipped
from support import facts, report

TABLE = """
	1H10	1H11
	JPY millions	JPY millions
Total Revenues	33,100	45,800
"""
LIST = "\n- Revenues: JPY45,800 million\n"
OPENING = """\
Internet Initiative Japan Inc. announced its results for the six months ended September 30, 2011 ("1H11").

"""


def concepts(page: str) -> set[str]:
    return {item.point.concept for item in facts(report(OPENING + page, shipped()))}


@pytest.mark.parametrize("line", ["Main business", "Cash", "Goodwill", "Dividends", "Network services", "Mobile"])
def test_a_name_between_a_title_and_its_table_is_what_the_rows_may_be_of(line):
    assert concepts(f"### Operating Results Summary\n\n{line}\n{TABLE}") == set()


@pytest.mark.parametrize("line", ["Revenues", "Business performance", "Highlights", "Revenues and income"])
def test_the_name_of_a_line_stands_over_it_and_its_parts(line):
    assert concepts(f"### Operating Results Summary\n\n{line}\n{TABLE}") == {"Revenues"}


@pytest.mark.parametrize("heading", ["## Q2", "## Second Quarter", "## Third Quarter"])
def test_halves_below_a_heading_of_a_quarter_are_not_known(heading):
    assert concepts(f"{heading}\n\n### Operating Results Summary\n{TABLE}") == set()


@pytest.mark.parametrize("heading", ["## First Half", "## 1H11", "## The half"])
def test_halves_below_a_heading_of_a_half_are_known(heading):
    assert concepts(f"{heading}\n\n### Operating Results Summary\n{TABLE}") == {"Revenues"}


@pytest.mark.parametrize(
    "title",
    ["Results (Change)", "Results [YoY]", "Highlights - Increase", "Change in Results", "Results: Growth rates"],
)
def test_a_list_below_a_title_of_changes_tells_changes(title):
    assert concepts(f"## {title}\n{LIST}") == set()


@pytest.mark.parametrize("title", ["Results (Percent of Total)", "Results (Ratio to Revenues)", "Results - Share"])
def test_a_list_below_a_title_of_shares_tells_no_amounts(title):
    assert concepts(f"## {title}\n{LIST}") == set()


@pytest.mark.parametrize("title", ["1H11 Results", "1H11 Results of Operation"])
def test_a_list_below_a_title_that_says_no_change_is_read(title):
    assert concepts(f"## {title}\n{LIST}") == {"Revenues"}
