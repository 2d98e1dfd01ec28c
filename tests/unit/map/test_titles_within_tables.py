"""Titles that stand in the first rows of their table, and what they say of it."""

import pytest

from examples import shipped
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import read
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


TARGETS = """\
<p>Internet Initiative Japan Inc. announced its results for the fiscal year ended March 31, 2022 ("FY2021").</p>
<table><tr><td colspan="3"><b>{}</b></td></tr>
<tr><td></td><td>FY2021</td><td>FY2022</td></tr>
<tr><td></td><td>Actual</td><td>Target</td></tr>
<tr><td></td><td>JPY millions</td><td>JPY millions</td></tr>
<tr><td>Total revenues</td><td>226,300</td><td>250,000</td></tr>
<tr><td>Operating income</td><td>23,500</td><td>27,200</td></tr></table>
"""


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Financial Targets for FY2022", ["226300000000", "250000000000"]),
        ("Non-consolidated Financial Targets for FY2022", []),
        ("Financial Targets of Toyshop Inc. for FY2022", []),
    ],
)
def test_a_title_over_all_columns_heads_none_of_them_whatever_period_it_names(title, said, tmp_path):
    path = tmp_path / "release.html"
    path.write_text(TARGETS.format(title), encoding="utf-8")
    found = values(report_of(read(path), shipped()), "Revenues")
    assert found == dict(zip(("2021-04-01/2022-03-31", "2022-04-01/2023-03-31"), said, strict=False))


@pytest.mark.parametrize("said", ["hi-ho Inc.", "(Non-consolidated)", "(Budget)"])
def test_words_over_one_column_are_of_that_column(said: str) -> None:
    """Beside a title that stands above the labels, they head their column as they do in a row of their own."""
    text = f"""
| Operating Results Summary |  | {said} |
|---|---|---|
|  | 1Q07 | 1Q08 |
|  | JPY millions | JPY millions |
| Total revenues | 13,700 | 16,300 |
| Operating income | 740 | 400 |
"""
    assert values(report(f"{PAGE}{text}", shipped()), "Revenues") == {"2007-04-01/2007-06-30": "13700000000"}
