"""Sentences that say what names of periods, kinds of them and columns mean, anywhere on the page."""

import time

import pytest

from support import INCOME, compiled, report, unmapped, values

PROSE = "phrases:\n- Revenues: [revenues]\n"
TITLE = "## Statements of income\n\n"
TABLE = "\t1H10\t1H11\n\tJPY millions\tJPY millions\nTotal revenues\t33,100\t45,800\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("terms"), INCOME, prose=PROSE)


@pytest.mark.parametrize("is_below", [False, True], ids=["above", "below"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Half-year figures are for January through June.",
        "Our fiscal half year ends on June 30.",
        "Our half years begin in July.",
        "Columns headed 1H10 and 1H11 show the full years.",
        "In this report, 1H11 covers twelve months.",
        "1H10 and 1H11 are calendar half years.",
        "The reporting period was January to June.",
        "The fiscal year was changed from April-March to January-December.",
        "By 1H11 we mean January to June 2011.",
        "(1H11: January 1, 2011 - June 30, 2011)",
        "1H11 includes the results of July 2011 only.",
        "Results are reported on a calendar-year basis.",
        "We close our books on June 30.",
        "Six-month figures were annualized.",
        "The right column is a projection.",
        "Each column covers a full year.",
        "The left-hand figures are for 2009, those on the right for January 2012.",
        "1H11 figures are estimates.",
        "*1H11: six months ended June 30, 2011",
        "(1H11: 2011/1-6)",
        'In what follows "1H11" is shorthand for the twelve months ended September 30, 2011.',
    ],
)
def test_what_a_page_says_of_its_periods_closes_them_where_they_are_read_otherwise(taxonomy, sentence, is_below):
    page = f"{TITLE}{TABLE}\n{sentence}\n" if is_below else f"{sentence}\n\n{TITLE}{TABLE}"
    found = report(page, taxonomy)
    assert values(found, "Revenues") == {}
    assert sentence.strip("().") in unmapped(found)["45,800"]


@pytest.mark.parametrize("is_below", [False, True], ids=["above", "below"])
@pytest.mark.parametrize(
    "sentence",
    [
        "1H11 was a good half year for us.",
        "The fiscal year ends on March 31.",
        "The first half of our fiscal year runs from April to September.",
        "1H11 means the six months from April 1, 2011 to September 30, 2011.",
        "1H11 refers to the first six months of the fiscal year ending March 31, 2012.",
        "1H10 and 1H11 cover six months each.",
        "The columns show six months each.",
        "Columns may not add up due to rounding.",
        "FY2011 is the year in which we opened our data center.",
        "The quarter was affected by the earthquake of March 2011.",
        "We opened a data center in July 2011.",
        "The half year ended September 30, 2011 was difficult.",
        "Half-year figures are unaudited.",
        "Results for the fiscal year ended March 31, 2011 are described below.",
    ],
)
def test_what_agrees_with_the_periods_or_tells_of_the_business_changes_nothing(taxonomy, sentence, is_below):
    page = f"{TITLE}{TABLE}\n{sentence}\n" if is_below else f"{sentence}\n\n{TITLE}{TABLE}"
    assert values(report(page, taxonomy), "Revenues")["2011-04-01/2011-09-30"] == "45800000000"


def test_what_is_said_of_half_years_leaves_quarters_and_stated_days_alone(taxonomy):
    dated = TABLE.replace("1H10", "Six months ended September 30, 2010").replace(
        "1H11", "Six months ended September 30, 2011"
    )
    quarters = TABLE.replace("1H", "2Q").replace("33,100", "17,300").replace("45,800", "24,100")
    found = report(f"Half years begin on July 1.\n\n{TITLE}{dated}\n{TITLE}{quarters}", taxonomy)
    assert values(found, "Revenues") == {
        "2010-04-01/2010-09-30": "33100000000",
        "2011-04-01/2011-09-30": "45800000000",
        "2010-07-01/2010-09-30": "17300000000",
        "2011-07-01/2011-09-30": "24100000000",
    }


def test_what_is_said_of_half_years_holds_for_sentences(taxonomy):
    said = "In 1H11, revenues were JPY45,800 million."
    assert values(report(f"{said}\n", taxonomy), "Revenues")["2011-04-01/2011-09-30"] == "45800000000"
    assert values(report(f"{said}\n\nHalf years begin on July 1.\n", taxonomy), "Revenues") == {}


def test_what_is_said_of_columns_below_a_table_is_said_of_that_table(taxonomy):
    other = TITLE.replace("of income", "of income (unaudited)") + TABLE.replace("1H", "2Q")
    found = report(f"{TITLE}{TABLE}\nBoth columns are projections.\n\n{other}", taxonomy)
    assert set(values(found, "Revenues")) == {"2010-07-01/2010-09-30", "2011-07-01/2011-09-30"}


@pytest.mark.parametrize("text", ["(" * 20_000, "1H11, " * 5_000, "the half of the year " * 2_000])
def test_sentences_without_end_are_looked_at_in_linear_time(taxonomy, text):
    started = time.perf_counter()
    assert values(report(f"{text}\n\n{TITLE}{TABLE}", taxonomy), "Revenues")
    assert time.perf_counter() - started < 20  # quadratic ones take minutes
