"""A measure of the whole below the title of a line of business may be that of the line of business."""

import pytest

from iij_xbrl.pipeline import load_taxonomy, report_of
from iij_xbrl.read import parse

HEAD = "Internet Initiative Japan Inc.\n1H FY2011 Consolidated Financial Results\n\n"
ROWS = "\t1H10\t1H11\n\tJPY millions\tJPY millions\nTotal Revenues\t33,100\t45,800\nOperating Income\t1,180\t2,310\n"


def concepts(page):
    found = report_of(parse(HEAD + page, "release.txt"), load_taxonomy()).facts
    return sorted({fact.point.concept for fact in found})


@pytest.mark.parametrize("title", ["Systems Integration", "Network services", "Systems operation and maintenance"])
def test_table_below_a_line_of_business_has_no_figures_of_the_whole(title):
    assert not concepts(f"## {title}\n\n{ROWS}")


@pytest.mark.parametrize("title", ["Operating Results Summary", "Revenues", "Consolidated results"])
def test_other_titles_leave_them(title):
    assert concepts(f"## {title}\n\n{ROWS}") == ["OperatingIncome", "Revenues"]


def test_sentence_below_a_line_of_business_has_none_of_the_whole():
    assert not concepts("## Systems Integration\n\nOperating income was JPY900 million, up 10.0% YoY.\n")
    assert not concepts("Equipment Sales\n- Revenues: JPY640 million\n- Operating income: JPY90 million\n")
    assert concepts("## Operating Income\n\nOperating income was JPY900 million.\n") == ["OperatingIncome"]


def test_lines_of_the_part_itself_are_read_below_its_title():
    page = "Systems operation and maintenance\n- 2Q11 Revenues: up 13.5% YoY\n"
    assert concepts(page) == ["SystemsOperationAndMaintenanceRevenueChangePercent"]
    page = "## Systems Integration\n\nSystems integration revenues were JPY14,200 million.\n"
    assert concepts(page) == ["SystemsIntegrationRevenue"]
