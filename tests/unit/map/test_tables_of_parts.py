"""Tables of the shipped taxonomy below titles, notes and headers that make them tables of something else."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from support import report, unmapped, values

HALF = "2011-04-01/2011-09-30"
HEAD = "\t1H10\t1H11\n\tJPY millions\tJPY millions\n"
ROWS = "Total Revenues\t33,100\t45,800\nOperating Income\t1,180\t2,310\n"
TITLE = "### Operating Results Summary"


@pytest.fixture(scope="module")
def taxonomy():
    return load_taxonomy()


@pytest.mark.parametrize(
    ("title", "part"),
    [
        (f"{TITLE}: SI", "SI"),
        (f"{TITLE} of Network Services", "Network Services"),
        (f"{TITLE} - Equipment Sales", "Equipment Sales"),
        ("### Segment Summary of the ATM operation business", "ATM operation business"),
    ],
)
def test_a_title_that_narrows_a_table_to_a_line_of_business_closes_it(taxonomy, title, part):
    found = report(f"{title}\n\n{HEAD}{ROWS}", taxonomy)
    assert values(found, "OperatingIncome") == {}
    assert repr(part) in unmapped(found)["2,310"]


@pytest.mark.parametrize("title", [TITLE, f"{TITLE} (Revenues and operating income)", f"{TITLE} of IIJ"])
def test_a_title_that_names_what_the_whole_table_tells_changes_nothing(taxonomy, title):
    assert values(report(f"{title}\n\n{HEAD}{ROWS}", taxonomy), "OperatingIncome")[HALF] == "2310000000"


@pytest.mark.parametrize(
    "above",
    [
        f"{TITLE} for the full year\n\n",
        f"{TITLE} for the entire fiscal year\n\n",
        f"{TITLE}\n\nFigures below in thousands of yen.\n\n",
        f"{TITLE} in billions of yen\n\n",
    ],
)
def test_a_whole_year_or_a_unit_in_words_that_the_columns_contradict_closes_them(taxonomy, above):
    assert values(report(f"{above}{HEAD}{ROWS}", taxonomy), "Revenues") == {}


@pytest.mark.parametrize("word", ["restated", "revised", "corrected"])
def test_a_column_beside_one_that_tells_its_period_anew_is_closed_with_it(taxonomy, word):
    head = f"\t1H10\t1H11\t1H11 {word}\n\tJPY millions\tJPY millions\tJPY millions\n"
    found = report(f"{TITLE}\n\n{head}Total Revenues\t33,100\t45,800\t45,900\n", taxonomy)
    assert values(found, "Revenues") == {"2010-04-01/2010-09-30": "33100000000"}


def test_a_column_beside_a_budget_of_its_period_stands(taxonomy):
    head = "\t1H10\t1H11\t1H11 Budget\n\tJPY millions\tJPY millions\tJPY millions\n"
    found = report(f"{TITLE}\n\n{head}Total Revenues\t33,100\t45,800\t45,900\n", taxonomy)
    assert values(found, "Revenues")[HALF] == "45800000000"


def test_a_long_note_that_says_whose_figures_they_are_closes_the_table(taxonomy):
    note = (
        "Note: Operating income and revenues are those of the continuing operations of IIJ and its two largest rivals."
    )
    found = report(f"{TITLE}\n\n{HEAD}{ROWS}\n{note}\n", taxonomy)
    assert values(found, "Revenues") == {}


def test_a_total_far_from_the_lines_that_it_adds_up_is_none_of_them(taxonomy):
    found = report(f"{TITLE}\n\n{HEAD}{ROWS}Total\t34,280\t48,110\n", taxonomy)
    assert values(found, "NetIncome") == {}
    assert values(found, "OperatingIncome")[HALF] == "2310000000"


@pytest.mark.parametrize("head", ["Sep-10\tSep-11", "Sep 10\tSep 11", "Sep. '10\tSep. '11"])
def test_a_month_with_its_year_over_a_column_is_not_what_is_left_of_a_period(taxonomy, head):
    text = f"## 1H FY2011 Financial Results Summary\n\n{TITLE}\n\n\t{head}\n\tJPY millions\tJPY millions\n{ROWS}"
    assert values(report(text, taxonomy), "Revenues") == {}


@pytest.mark.parametrize("head", ["1H11 - 1H10", "1H11 / 2", "1H11 + 1H10", "1H11 × 2"])
def test_a_header_that_reckons_with_its_period_is_of_no_period(taxonomy, head):
    text = f"{TITLE}\n\n\t1H10\t{head}\n\tJPY millions\tJPY millions\n{ROWS}"
    assert values(report(text, taxonomy), "Revenues") == {"2010-04-01/2010-09-30": "33100000000"}


@pytest.mark.parametrize(
    "text",
    [
        "The table shows IIJ and its competitors together.",
        "All of the above is based on the accounting rules of Singapore.",
        "This table has been withdrawn.",
    ],
)
def test_a_sentence_below_that_speaks_of_the_table_counts_with_each_word(taxonomy, text):
    assert values(report(f"{TITLE}\n\n{HEAD}{ROWS}\n{text}\n", taxonomy), "Revenues") == {}


def test_a_sentence_that_says_whose_figures_follow_holds_below_their_heading(taxonomy):
    said = "These figures are those of the whole Example group."
    assert values(report(f"{said}\n\n{TITLE}\n\n{HEAD}{ROWS}", taxonomy), "Revenues") == {}


@pytest.mark.parametrize(("months", "found"), [("Apr-Sep", "45800000000"), ("Jan-Jun", None), ("Apr-Dec", None)])
def test_months_beside_the_name_of_a_period_have_to_be_its_own(taxonomy, months, found):
    text = f"{TITLE}\n\n\t1H10\t1H11 ({months})\n\tJPY millions\tJPY millions\n{ROWS}"
    assert values(report(text, taxonomy), "Revenues").get(HALF) == found


def test_what_ends_before_the_day_of_publication_is_over(taxonomy):
    head = "Tokyo, November 8, 2011 - Internet Initiative Japan Inc. announced its results.\n\n"
    rows = "Total Revenues\t21,700\t45,800\nOperating Income\t1,000\t2,310\n"
    text = f"{head}{TITLE}\n\n\t1Q11\t1H11\n\tJPY millions\tJPY millions\n{rows}"
    assert values(report(text, taxonomy), "Revenues")[HALF] == "45800000000"
    before = text.replace("November 8", "August 8")
    assert HALF not in values(report(before, taxonomy), "Revenues")
