"""Titles in one paragraph with the lines below them, and words that stand together in pages copied as text."""

import pytest

from examples import shipped
from iij_xbrl.map.scopes.titles.shapes import ends_name
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import parse

OPENING = """\
IIJ Announces its Financial Results for the Fiscal Year Ended March 31, 2015

TOKYO, May 15, 2015 -- Internet Initiative Japan Inc. ("IIJ", TSE: 3774) today announced its consolidated financial
results for the fiscal year ended March 31, 2015 ("FY2014", from April 1, 2014 to March 31, 2015).

"""
LINES = "Revenues JPY123,050 million (up 7.7% YoY)\nOperating Income JPY5,075 million (down 11.3% YoY)\n"
YEAR, NEXT = "2014-04-01/2015-03-31", "2015-04-01/2016-03-31"


def amounts(text):
    report = report_of(parse(text, "page"), shipped())
    return {
        (fact.point.concept, str(fact.point.period), "ForecastMember" in dict(fact.point.dimensions).values()): str(
            item.value
        )
        for fact in report.facts
        for item in fact.occurrences
    }


@pytest.mark.parametrize(
    ("title", "period", "is_forecast"),
    [("Highlights of Financial Results for FY2014", YEAR, False), ("Financial Targets for FY2015", NEXT, True)],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_title_says_of_which_year_the_lines_below_it_are(title, period, is_forecast, between):
    found = amounts(f"{OPENING}{title}{between}{LINES}")
    assert found["Revenues", period, is_forecast] == "123050000000"
    assert found["OperatingIncomeChangePercent", period, is_forecast] == "-0.113"


@pytest.mark.parametrize(
    "title",
    [
        "Parent company only",
        "Results of hi-ho for FY2014",
        "Adjusted Results for FY2014",
        "Domestic Results for FY2014",
        "Results before Restatement for FY2013",
        "Mid-term Plan Targets",
        "Industry average",
        "Prior year",
        "Three Months Results",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_below_a_title_that_is_not_understood_no_line_is_a_fact(title, between):
    assert amounts(f"{OPENING}{title}{between}{LINES}") == {}


def test_a_title_of_two_times_gives_the_lines_below_it_none():
    opening = OPENING.replace("its Financial Results", "Full Year and Fourth Quarter Financial Results")
    assert amounts(f"{opening}{LINES}") == {}


@pytest.mark.parametrize(
    "words", ["Overview of FY2014 Financial Results\n“Revenues", "Overview of FY2014 Results\n\nRevenues"]
)
def test_targets_end_with_the_title_of_what_follows_them(words):
    found = amounts(f"{OPENING}Financial Targets for FY2015\n\n{LINES}\n{words} for FY2014 were JPY123,050 million.")
    assert found["Revenues", YEAR, False] == "123050000000"


def test_cells_that_stand_in_one_text_are_read_apart():
    lines = "Total revenuesJPY 226.3 billionup6.3%YoY2\nOperating profitJPY23.5 billiondown 65.3% YoY\n"
    found = amounts(f"{OPENING}Highlights of Financial Results for FY2014\n{lines}")
    assert found == {
        ("Revenues", YEAR, False): "226300000000",
        ("RevenuesChangePercent", YEAR, False): "0.063",
        ("OperatingIncome", YEAR, False): "23500000000",
        ("OperatingIncomeChangePercent", YEAR, False): "-0.653",
    }


def test_a_label_that_goes_on_in_the_next_line_is_no_title():
    found = amounts(f"{OPENING}Gross Margin of Network\nServices Revenue JPY5,075 million\n")
    assert found == {}


@pytest.mark.parametrize(
    "entry",
    [
        "2Q14 Revenues",
        "Target Revenues",
        "Adjusted revenues",
        "Revenues of hi-ho",
        "Parent company: Revenues",
        "Excluding IIJ-Global, revenues were",
        "NTT's revenues were",
        "Last year, revenues were",
        "Hi-ho Inc. had sales of",
    ],
)
@pytest.mark.parametrize("title", ["", "Highlights of Financial Results for FY2014\n"])
def test_an_entry_of_others_closes_those_below_it(entry, title):
    found = amounts(f"{OPENING}{title}{entry} JPY1,100 million\nOperating income was JPY300 million\n")
    assert {concept for concept, *_ in found} <= {"Revenues"}


def test_net_profit_is_that_of_the_owners_where_the_page_says_no_other():
    title = "Highlights of Financial Results for FY2014"
    found = amounts(
        f"{OPENING}{title}\nOperating profit JPY5.1 billion up 36.6% YoY\nNet profit3 JPY4.0 billion up 13.8% YoY\n"
    )
    assert found["NetIncomeAttributableToParent", YEAR, False] == "4000000000"


@pytest.mark.parametrize("rest", ["INC.", "Inc.", "Co., Ltd."])
@pytest.mark.parametrize("mark", ["", "### "])
def test_the_end_of_a_name_that_is_torn_off_closes_nothing(rest, mark):
    found = amounts(f"{OPENING}## Results for FY2014\n\n{mark}{rest}\n\n{LINES}")
    assert found["Revenues", YEAR, False] == "123050000000"


@pytest.mark.parametrize("rest", ["TO INTERNET INITIATIVE JAPAN\nINC.", "TO INTERNET\nINITIATIVE JAPAN\nINC."])
def test_a_name_over_several_lines_is_one(rest):
    found = amounts(f"{OPENING}## Results for FY2014\n\n{rest}\n\n{LINES}")
    assert found["Revenues", YEAR, False] == "123050000000"


def test_a_line_with_a_figure_is_no_end_of_a_name():
    assert not ends_name("12 Inc.")
