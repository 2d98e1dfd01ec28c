"""What closes figures of a page closes them in a file of figures, and `map` is as strict with what a file says."""

from decimal import Decimal

import pytest

from iij_xbrl.extract.figures.files import to_csv
from iij_xbrl.extract.figures.tables import read_figures
from iij_xbrl.pipeline import load_taxonomy, report_of_tables, tables_of
from support import facts, page, unmapped

HEAD = "Internet Initiative Japan Inc.\n\n"
TITLE = "### Operating Results Summary"
ROWS = "Total Revenues\t33,100\t45,800\nOperating Income\t1,180\t2,310\n"
TABLE = f"\t1H10\t1H11\n\tJPY millions\tJPY millions\n{ROWS}"


@pytest.fixture(scope="module")
def taxonomy():
    return load_taxonomy()


@pytest.fixture
def mapped(taxonomy, tmp_path):
    """The report of what is extracted from a page into a file."""

    def reading(text):
        file = tmp_path / "figures.csv"
        file.write_bytes(to_csv(tables_of(page(text), taxonomy)))
        return report_of_tables("figures", read_figures(file), taxonomy)

    return reading


def test_a_page_that_is_understood_keeps_its_figures(mapped):
    found = mapped(f"{HEAD}{TITLE}\n\n{TABLE}")
    assert sorted(fact.value for fact in facts(found)) == [1180000000, 2310000000, 33100000000, 45800000000]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{TITLE} (Budget)\n\n{TABLE}",
        f"{HEAD}{TITLE} of hi-ho Inc.\n\n{TABLE}",
        f"{HEAD}Non-consolidated results\n\n{TITLE}\n\nFigures of the parent company:\n\n{TABLE}",
        f"{HEAD}{TITLE}\n\n{TABLE}\n(Note) Figures are those of hi-ho Inc.\n",
        f"{HEAD}Our half years begin in July.\n\n{TITLE}\n\n{TABLE}",
        f"{HEAD}{TITLE}\n\nScenario A{TABLE}",
        f"{HEAD}{TITLE}\n\n{TABLE.replace('1H1', 'Adjusted 1H1')}",
    ],
)
def test_what_a_page_closes_is_no_fact_by_way_of_a_file(mapped, text):
    found = mapped(text)
    assert not list(facts(found))
    assert {"33,100", "45,800", "1,180", "2,310"} <= set(unmapped(found))


def test_a_column_or_row_that_is_closed_leaves_the_others_open(mapped):
    found = mapped(f"{HEAD}{TITLE}\n\n{TABLE.replace('1H11', '1H11 Budget')}Budget:\n\nSI\t12,400\t14,200\n")
    assert {fact.value for fact in facts(found)} == {33100000000, 1180000000}


@pytest.mark.parametrize("cell", ["45.8bn", "45,800E", "$594.5"])
def test_a_figure_whose_cell_says_another_unit_than_its_column_is_no_fact(mapped, cell):
    found = mapped(f"{HEAD}{TITLE}\n\n{TABLE.replace('45,800', cell)}")
    assert Decimal(33100000000) in {fact.value for fact in facts(found)}
    assert {fact.point.concept for fact in facts(found) if fact.point.period.end.year == 2011} == {"OperatingIncome"}


@pytest.mark.parametrize(
    "section",
    ["Operating Results Summary (Budget)", "hi-ho Inc. > Operating Results Summary", "Non-consolidated results"],
)
def test_a_section_in_a_file_counts_with_its_words(taxonomy, tmp_path, section):
    file = tmp_path / "figures.csv"
    line = "2011-04-01/2011-09-30,JPY,6"
    file.write_text(
        f"section,label,value,period,unit,scale\n{section},Total Revenues,45800,{line}\n"
        f"{section},Operating Income,2310,{line}\n"
    )
    assert not list(facts(report_of_tables("figures", read_figures(file), taxonomy)))


def test_a_section_that_names_no_table_is_left_alone(taxonomy, tmp_path):
    file = tmp_path / "figures.csv"
    line = "2011-04-01/2011-09-30,JPY,6"
    file.write_text(
        f"section,label,value,period,unit,scale\nSheet 1,Total Revenues,45800,{line}\n"
        f"Sheet 1,Operating Income,2310,{line}\n"
    )
    found = report_of_tables("figures", read_figures(file), taxonomy)
    assert {fact.value for fact in facts(found)} == {45800000000, 2310000000}


def test_what_is_extracted_from_another_companys_page_is_no_fact(mapped):
    found = mapped(f"Toyshop Corporation\n\n{TITLE}\n\n{TABLE}")
    assert not list(facts(found))
    assert {"33,100", "45,800", "1,180", "2,310"} <= set(unmapped(found))
