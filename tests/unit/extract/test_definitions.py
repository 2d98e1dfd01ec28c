"""Names of periods as a document defines them, and titles that contradict columns. Fiscal years start in April."""

import pytest

from support import periods, tables

ROWS = "\t3Q10\t3Q11\n\tJPY millions\tJPY millions\nTotal Revenues\t53,100\t70,800\nOperating Income\t2,180\t3,310\n"
QUARTERS = ["2010-10-01/2010-12-31", "2011-10-01/2011-12-31"]
NINE_MONTHS = ["2010-04-01/2010-12-31", "2011-04-01/2011-12-31"]


def read(above: str, rows: str = ROWS) -> list[str]:
    (found,) = tables(f"{above}\n\n{rows}")
    return list(periods(found).values())


@pytest.mark.parametrize(
    "text",
    [
        'Results of the period ("3Q11", from April 1, 2011 to December 31, 2011) are as follows.',
        'Results for the nine months ended December 31, 2011 ("3Q11") are as follows.',
        'Results for the nine months ended December 31, 2011 (the "3Q11") are as follows.',
        'Results for the nine months ended December 31, 2011 (hereinafter referred to as "3Q11") are as follows.',
        'Results (from April 1, 2011 to December 31, 2011, "3Q FY2011", "3Q11") are as follows.',
    ],
)
def test_a_name_is_what_the_document_defines(text):
    assert read(text) == NINE_MONTHS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('Results for the year ending March 31, 2012 ("3Q11", from October 1, 2011 to December 31, 2011).', QUARTERS),
        ('Results for the year ending March 31, 2012 ("3Q11" from April 1, 2011 to December 31, 2011).', NINE_MONTHS),
        (
            'Results for the nine months ended December 31, 2011 ("3Q11"; the six months ended September 30, 2011 are'
            ' called "1H11").',
            NINE_MONTHS,
        ),
    ],
)
def test_days_behind_a_name_say_which_part_of_the_year_in_front_it_is(text, said):
    assert read(text) == said


def test_a_definition_that_is_the_convention_changes_nothing():
    assert read('Results of the quarter ("3Q11", from October 1, 2011 to December 31, 2011) are below.') == QUARTERS


def test_a_name_that_is_defined_twice_names_no_period():
    text = 'The nine months ended December 31, 2011 ("3Q11"). The three months ended December 31, 2011 ("3Q11").'
    assert not set(read(text)) & {*QUARTERS, *NINE_MONTHS}


@pytest.mark.parametrize(
    "title",
    [
        "## Summary for the First Half",
        "## Summary for the Six Months",
        "## Summary for the Nine Months Ended September 30, 2011",
        "## Nine Months Results\n\n### Summary",
        "## Results for 9 months\n\nNothing else is said here.\n\n### Summary",
    ],
)
def test_a_title_that_says_more_months_leaves_a_quarter_open(title):
    assert not set(read(title)) & {*QUARTERS, *NINE_MONTHS}


@pytest.mark.parametrize(
    "title",
    [
        "## Summary for the Nine Months",
        "## Summary for 9 months",
        "## Summary for the Nine Months Ended December 31, 2011",
        "## Summary\n\n(Nine Months)",
        "## Summary\n\nFor the Nine Months Ended December 31, 2011",
    ],
)
def test_a_title_of_the_table_that_counts_the_months_to_the_end_of_the_quarter_means_these(title):
    assert read(title) == NINE_MONTHS


def test_months_counted_below_a_quarter_are_those_to_its_end():
    rows = "\t3Q10\t3Q11\n\tJPY millions\tJPY millions\n\t9 months\t9 months\nCAPEX\t3,025\t6,445\n"
    assert read("## CAPEX", rows) == NINE_MONTHS


@pytest.mark.parametrize("counted", ["6 months", "9 months and 6 months"])
def test_months_that_do_not_fit_a_quarter_leave_it_open(counted):
    rows = f"\t3Q10\t3Q11\n\tJPY millions\tJPY millions\n\t{counted}\t{counted}\nCAPEX\t3,025\t6,445\n"
    assert not set(read("## CAPEX", rows)) & {*QUARTERS, *NINE_MONTHS}


HALVES_OF_YEARS = "\t1H10\t1H11\n\tJPY millions\tJPY millions\nTotal Revenues\t33,100\t45,800\n"


@pytest.mark.parametrize(
    "title",
    [
        "## Summary (Second Quarter)",
        "## Summary for the nine months ended December 31, 2011",
        "## 2Q11 Summary",
        "## FY2010 Summary",
        "## 1H09 Summary",
        "## 1H FY2011 Results\n\n### Summary\n\n(Second quarter)",
        "## 1H FY2011 Results\n\n### Summary\n\nFor the nine months ended December 31, 2011",
    ],
)
def test_a_title_that_says_another_period_than_all_columns_leaves_them_open(title):
    assert not any("/" in period for period in read(title, HALVES_OF_YEARS))


@pytest.mark.parametrize(
    "title",
    [
        "## Summary",
        "## FY2011 Summary",
        "## 1H11 Summary",
        "## First Half",
        "## Summary\n\n(1H10 and 1H11)",
        "## 2Q11\n\n### 1H11 Summary",
    ],
)
def test_a_title_that_agrees_with_a_column_changes_nothing(title):
    assert read(title, HALVES_OF_YEARS) == ["2010-04-01/2010-09-30", "2011-04-01/2011-09-30"]


@pytest.mark.parametrize("title", ["## Third Quarter Results", "## Nine Months Results\n\n### Third Quarter Results"])
def test_the_nearest_title_counts(title):
    assert read(title) == QUARTERS


def test_a_heading_holds_for_all_tables_below_it():
    first, second = tables(f"## Nine Months Results\n\n### Income\n\n{ROWS}\n### Investment\n\n{ROWS}")
    assert list(periods(first).values()) == list(periods(second).values())
    assert not set(periods(second).values()) & set(QUARTERS)


def test_quarters_side_by_side_stay_quarters():
    rows = ROWS.replace("3Q10", "2Q11")
    assert read("## Summary for the Nine Months", rows) == ["2011-07-01/2011-09-30", QUARTERS[1]]


def test_a_fiscal_year_is_named_as_the_document_defines_it():
    rows = "\tFY2010\tFY2011\n\tJPY millions\tJPY millions\nTotal Revenues\t66,000\t82,400\n"
    defined = 'In this release "FY2011" means the fiscal year ended March 31, 2011.'
    assert read(defined, rows) == ["2009-04-01/2010-03-31", "2010-04-01/2011-03-31"]


@pytest.mark.parametrize(
    "text",
    [
        'The period from April 1, 2011 to December 31, 2011 is hereinafter referred to as "3Q11".',
        'The nine months ended December 31, 2011 are called "3Q11", and those before "3Q10".',
        '"3Q11" means the nine months from April 1, 2011 to December 31, 2011.',
    ],
)
def test_a_sentence_may_define_a_name(text):
    assert read(text) == NINE_MONTHS


@pytest.mark.parametrize(("name", "meant"), [("FY2011", "the calendar year 2011"), ("3Q11", "our peak season")])
def test_a_name_that_is_defined_as_something_else_names_no_period(name, meant):
    rows = ROWS.replace("3Q10", "FY2010").replace("3Q11", "FY2011") if name == "FY2011" else ROWS
    found = read(f'In this release "{name}" means {meant}.', rows)
    assert not any(period[:1].isdigit() for period in found)


def test_a_year_that_is_defined_by_the_convention_is_one():
    rows = ROWS.replace("3Q10", "FY2010").replace("3Q11", "FY2011")
    text = 'The fiscal year ended March 31, 2012 ("FY2011") was good.'
    assert read(text, rows) == ["2010-04-01/2011-03-31", "2011-04-01/2012-03-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"3Q11" means the three months ended March 31, 2011.', ["2010-01-01/2010-03-31", "2011-01-01/2011-03-31"]),
        ('("3Q11", from July 1, 2010 to September 30, 2010)', ["2009-07-01/2009-09-30", "2010-07-01/2010-09-30"]),
        ('"3Q11" stands for the nine months to June 30, 2012.', ["2010-10-01/2011-06-30", "2011-10-01/2012-06-30"]),
    ],
)
def test_a_name_may_stand_for_months_of_another_fiscal_year_than_it_names(text, expected):
    assert read(text) == expected
