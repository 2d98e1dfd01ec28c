"""Rows without figures whose words are all known: they head what is below them, and it may be something else."""

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse

ISSUED = """**Internet Initiative Japan Inc.**

**Tokyo, November 8, 2011** - Internet Initiative Japan Inc. ("IIJ") announced today its consolidated financial results
for the first six months of the fiscal year ending March 31, 2012 (from April 1 to September 30, 2011, "1H11").

### Operating Results Summary

"""
HEAD = "\t1H10\t1H11\n\tJPY millions\tJPY millions\n"
WHOLE = "Total Revenues\t33,107\t45,817\nOperating Income\t1,183\t2,317\n"
OTHER = "Total Revenues\t22,107\t35,817\nOperating Income\t983\t1,917\n"
IN_WHOLE = {"33,107", "45,817", "1,183", "2,317"}


def figures_of(table: str) -> set[str]:
    return {fact.occurrence.text for fact in report_of(parse(ISSUED + table, "release"), load_taxonomy()).facts}


@pytest.mark.parametrize(
    "heading",
    [
        *("Fiscal year", "Year", "Quarter", "Annual", "Month", "通期", "四半期"),  # other lengths than the columns'
        *("Others", "その他", "SI", "Network Services:", "ATM Operation Business", "Noncontrolling interests"),
        *("Share", "Less than one year", "Comparison"),
        *("(SI)", "[Network Services]"),
    ],
)
def test_below_a_heading_of_another_time_or_line_nothing_is_a_fact(heading):
    assert figures_of(f"{HEAD}{heading}\t\t\n{WHOLE}") == set()


@pytest.mark.parametrize("heading", ["Half year", "Interim period", "First half", "Financial data", "連結", "Results"])
def test_a_heading_that_says_nothing_new_closes_nothing(heading):
    assert figures_of(f"{HEAD}{heading}\t\t\n{WHOLE}") == IN_WHOLE


def test_what_is_part_of_the_line_of_a_heading_is_read_and_what_stands_behind_it():
    items = "Network Services\t20,107\t30,417\nSI\t12,407\t14,217\n"
    assert figures_of(f"{HEAD}Revenues\t\t\n{items}{WHOLE}") == {*IN_WHOLE, "20,107", "30,417", "12,407", "14,217"}


def test_the_name_of_a_line_in_brackets_goes_on_the_label_above():
    table = f"{HEAD}Total Revenues\t33,107\t45,817\n(SI)\t\t\nNet income attributable to IIJ\t843\t1,297\n"
    assert figures_of(table) == set()


@pytest.mark.parametrize("title", ["(Network services)", "(SI)"])
def test_the_name_of_a_line_of_business_below_the_title_closes_the_table(title):
    assert figures_of(f"{title}\n\n{HEAD}{WHOLE}") == set()


@pytest.mark.parametrize("corner", ["SI", "Network services"])
def test_the_name_of_a_line_of_business_over_the_labels_heads_all_rows(corner):
    assert figures_of(f"{corner}{HEAD}{WHOLE}") == set()


@pytest.mark.parametrize("note", ["(SI)", "* SI"])
def test_a_note_that_is_the_name_of_a_line_of_business_closes_the_table(note):
    assert figures_of(f"{HEAD}{WHOLE}\n{note}\n") == set()


def test_a_note_that_tells_what_an_abbreviation_means_closes_nothing():
    assert figures_of(f"{HEAD}{WHOLE}\n(Note) SI stands for systems integration\n") == IN_WHOLE


def test_a_line_of_business_in_a_cell_beside_figures_closes_their_row():
    table = "\tSegment\t1H10\t1H11\n\t\tJPY millions\tJPY millions\n"
    rows = "Total Revenues\tSI\t33,107\t45,817\nOperating Income\t\t1,183\t2,317\n"
    assert figures_of(table + rows) == {"1,183", "2,317"}


@pytest.mark.parametrize(
    ("first", "second"),
    [("", "Non-consolidated"), ("Consolidated\n", "Parent company"), ("Actual\n", "Budget"), ("", "hi-ho Inc.")],
)
def test_lines_printed_again_for_somebody_else_are_no_rivals(first, second):
    assert figures_of(f"{HEAD}{first}{WHOLE}{second}\n{OTHER}") == IN_WHOLE


def test_below_the_name_of_the_whole_group_rows_are_read_again():
    assert figures_of(f"{HEAD}Non-consolidated\n{OTHER}Consolidated\n{WHOLE}") == IN_WHOLE


@pytest.mark.parametrize("between", ["(Parent company)\n", ""])
def test_of_two_blocks_either_may_be_the_issuers_where_no_heading_tells(between):
    assert figures_of(f"{HEAD}{WHOLE}{between}{OTHER}") == set()


@pytest.mark.parametrize("marks", ["*{}*", "_{}_", "{}"])
def test_an_emphasised_heading_heads_its_own_rows(marks):
    heading = marks.format("FINANCING ACTIVITIES:")
    page = ISSUED.replace("Operating Results Summary", "Consolidated Statements of Cash Flows")
    rows = f"{HEAD}{heading}\t\t\nDividends paid\t(251)\t(303)\nNet cash used in financing activities\t(251)\t(303)\n"
    facts = report_of(parse(page + rows, "release"), load_taxonomy()).facts
    assert {fact.point.concept for fact in facts} == {"DividendsPaid", "NetCashFromFinancingActivities"}


@pytest.mark.parametrize(("heading", "is_found"), [("Cost of sales", True), ("Operating profit", False)])
def test_what_adds_up_to_a_line_stands_below_its_name(heading, is_found):
    page = ISSUED.replace("Operating Results Summary", "Consolidated Statements of Income")
    rows = f"Total revenues\t33,107\t45,817\n{heading}\t\nCost of network services\t17,803\t25,607\n"
    report = report_of(parse(f"{page}{HEAD}{rows}Total cost of sales\t26,503\t36,807\n", "release"), load_taxonomy())
    assert ("CostOfNetworkServices" in {fact.point.concept for fact in report.facts}) == is_found
