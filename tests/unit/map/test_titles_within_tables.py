"""Titles that stand in the first rows of their table, and what they say of it."""

import pytest

from examples import shipped
from support import report, values

PAGE = "Internet Initiative Japan Inc. announced its results for the fiscal year ending March 31, 2009.\n\n"
MARKDOWN = """\
| {} | | | |
|---|---|---|---|
|  | 1Q08 | 1Q07 | YoY % change |
| Total revenues | 16,300 | 13,700 | 19.0% |
| Total costs | 13,300 | 10,900 | 22.0% |
| SG&A expenses and R&D | 2,600 | 2,060 | 26.2% |
| Operating income | 400 | 740 | (45.9%) |
| Net income | 170 | 570 | (70.2%) |
"""
SPACES = """\
 -------------------------------------------------------------------
                                                             (JPY in
 {}                                 millions)
 -------------------------------------------------------------------
                                          1Q08     1Q07 YoY % change
 -------------------------------------------------------------------
 Total revenues                         16,300   13,700        19.0%
 Total costs                            13,300   10,900        22.0%
 SG&A expenses and R&D                   2,600    2,060        26.2%
 Operating income                          400      740      (45.9%)
 Net income                                170      570      (70.2%)
"""
OVER_NONE = """\
{}                        (JPY in millions)
---------------------------------------------------------------------
                                                               YoY %
                                        1Q08       1Q07       change
---------------------------------------------------------------------
Total revenues                         16,300     13,700       19.0%
Total costs                            13,300     10,900       22.0%
SG&A expenses and R&D                   2,600      2,060       26.2%
Operating income                          400        740      (45.9%)
Net income                                170        570      (70.2%)
"""
COSTS = {"2008-04-01/2008-06-30": "13300000000", "2007-04-01/2007-06-30": "10900000000"}
PAGES = [MARKDOWN.replace("{}", "{} (JPY in millions)"), SPACES, OVER_NONE]


def costs(table: str, title: str) -> dict[str, str]:
    """The costs of a page, by their periods."""
    return values(report(PAGE + table.format(title), shipped()), "CostOfRevenues")


@pytest.mark.parametrize("table", PAGES)
def test_a_title_in_the_first_rows_names_the_table(table):
    assert costs(table, "Operating Results Summary") == COSTS


@pytest.mark.parametrize("table", PAGES)
@pytest.mark.parametrize(
    "title", ["Operating Results Summary (Parent)", "Toyshop Inc. Operating Results", "Operating Results Budget"]
)
def test_one_that_names_another_scope_closes_it(table, title):
    assert costs(table, title) == {}


def test_it_stands_below_those_above_the_table():
    table = MARKDOWN.format("Parent only")
    assert costs("Operating Results Summary\n\nJPY millions\n\n" + table, "") == {}


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Highlights of First Quarter FY2008 Results", {"2008-04-01/2008-06-30": "16300000000"}),
        ("Highlights of First Quarter FY2008 Results, Excluding hi-ho", {}),
        ("Highlights of Single Quarter Results", {}),
    ],
)
def test_a_quarter_of_a_year_above_a_list_is_a_period_and_no_part_of_another(title, said):
    text = f"{title}\n\n- Revenues totaled JPY16,300 million.\n- Operating income was JPY400 million.\n"
    assert values(report(PAGE + text, shipped()), "Revenues") == said
