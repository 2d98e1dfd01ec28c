"""What stands in the last row of a table or of a group, or below a column, says what the figures above it are."""

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse

ISSUED = "Internet Initiative Japan Inc.\n\n### Operating Results Summary\n\n"
HEAD = "| | 1H10 | 1H11 |\n|---|---:|---:|\n| | JPY millions | JPY millions |\n"
REVENUES = "| Total Revenues | 33,100 | 45,800 |\n"
INCOME = "| Operating Income | 1,180 | 2,310 |\n"
NET = "| Net income attributable to IIJ | 840 | 1,290 |\n"
ALL = {"33,100", "45,800", "1,180", "2,310"}


def figures_of(body: str) -> set[str]:
    return {fact.occurrence.text for fact in report_of(parse(ISSUED + body, "release"), load_taxonomy()).facts}


@pytest.mark.parametrize(
    "row",
    [
        "(Budget)",
        "[Non-consolidated]",
        "(Parent company only)",
        "(Excluding results of IIJ-Global Solutions Inc.)",
        "*(industry average)*",
        "(nine months)",
        "(at constant exchange rates)",
        "- Budget -",
        "〔予算〕",
        "(月平均)",
    ],
)
def test_a_text_in_brackets_in_the_last_row_closes_the_table(row):
    assert not figures_of(f"{HEAD}{REVENUES}{INCOME}| {row} | | |\n")


@pytest.mark.parametrize("row", ["hi-ho Inc.", "Example Networks K.K."])
def test_the_name_of_a_company_in_the_last_row_closes_the_table(row):
    assert not figures_of(f"{HEAD}{REVENUES}{INCOME}| {row} | | |\n")


@pytest.mark.parametrize("row", ["(Unaudited)", "(Consolidated)", "(six months)"])
def test_one_that_says_nothing_new_leaves_it(row):
    assert figures_of(f"{HEAD}{REVENUES}{INCOME}| {row} | | |\n") == ALL


def test_a_qualification_of_the_last_label_leaves_the_rows_above():
    assert figures_of(f"{HEAD}{REVENUES}{INCOME}| (before special items) | | |\n") == {"33,100", "45,800"}


def test_a_text_in_brackets_at_the_end_of_a_group_closes_the_group():
    assert not figures_of(f"{HEAD}{REVENUES}{INCOME}| (Budget) | | |\n{NET}")
    assert figures_of(f"{HEAD}{REVENUES}{INCOME}| (Actual) | | |\n{NET}") >= {"840", "1,290"}


def test_above_the_same_lines_again_it_heads_them():
    again = "| Total Revenues | 23,100 | 25,800 |\n"
    assert figures_of(f"{HEAD}{REVENUES}| (Budget) | | |\n{again}") < {"33,100", "45,800"} | {"23,100", "25,800"}
    assert "25,800" not in figures_of(f"{HEAD}{REVENUES}{NET}| (Budget) | | |\n{again}")
    assert "45,800" in figures_of(f"{HEAD}{REVENUES}{NET}| (Budget) | | |\n{again}")


@pytest.mark.parametrize(
    ("row", "left"),
    [
        ("| | (Budget) | (Actual) |", {"45,800", "2,310"}),
        ("| | Budget | |", set()),
        ("| | | (draft) |", set()),
        ("| | (Actual) | (Actual) |", ALL),
    ],
)
def test_a_word_below_a_column_closes_it_and_one_that_stands_alone_all(row, left):
    assert figures_of(f"{HEAD}{REVENUES}{INCOME}{row}\n") == left


@pytest.mark.parametrize("line", ["* Budget", "- Budget -", "† Parent company"])
def test_a_name_behind_a_sign_below_a_table_that_no_cell_bears(line):
    rows = "\t1H10\t1H11\n\tJPY millions\tJPY millions\nTotal Revenues\t33,100\t45,800\n"
    assert not figures_of(f"{rows}{line}\n")
    assert figures_of(f"{rows}* Unaudited\n") == {"33,100", "45,800"}


SET = "                          1H10        1H11\n                  JPY millions  JPY millions\n"
SET_ROWS = "Total Revenues          33,100      45,800\nOperating Income         1,180       2,310\n"


@pytest.mark.parametrize(
    "line",
    [
        *("*Non-consolidated", "* Parent company", "Industry average", "(Budget)", "Restated for IFRS", "※個別"),
        "--------------------------------------------\nNon-consolidated",
    ],
)
def test_a_line_right_below_a_table_that_is_set_with_spaces_closes_it(line):
    assert not figures_of(f"{SET}{SET_ROWS}{line}\n")


@pytest.mark.parametrize("line", ["* Unaudited", "(1) Rounded to the nearest million."])
def test_a_note_right_below_it_that_says_nothing_new_leaves_it(line):
    assert figures_of(f"{SET}{SET_ROWS}{line}\n") == ALL


@pytest.mark.parametrize("name", ["Non-consolidated", "hi-ho Inc."])
def test_a_name_over_the_first_label_of_such_a_table_heads_what_follows(name):
    assert not figures_of(f"{SET}{name}\n{SET_ROWS}")


@pytest.mark.parametrize("row", ["(1H09)", "(Billions)", "(In euros)", "(Percent)", "(Change)", "(YoY)", "(SI)"])
def test_another_period_unit_or_kind_in_brackets_closes_the_table(row):
    assert not figures_of(f"{HEAD}{REVENUES}{INCOME}| {row} | | |\n")
    assert not figures_of(f"{HEAD}{REVENUES}{INCOME}\n{row}\n")


@pytest.mark.parametrize("row", ["(1H11 and 1H10)", "(Millions)", "(In yen)"])
def test_those_of_the_columns_leave_it(row):
    assert figures_of(f"{HEAD}{REVENUES}{INCOME}\n{row}\n") == ALL


def test_figures_that_are_said_not_to_be_the_issuers_are_none():
    table = f"{HEAD}{REVENUES}{INCOME}"
    assert not figures_of(f"{table}\nThese are not IIJ's figures.\n")
    assert not figures_of(f"{table}\nThe figures above are not those of the company.\n")
    assert figures_of(f"{table}\nThese figures have not been audited.\n") == ALL
