"""Rows that say another period or unit for those below them, rows that lack cells, and figures over several columns."""

import pytest

from iij_xbrl.pipeline import report_of
from iij_xbrl.read import read
from support import INCOME, compiled, facts, report, unmapped, values

HALF = "2011-04-01/2011-09-30"
HEAD = "\t1H10\t1H11\tYoY % change\n\tJPY millions\tJPY millions\t\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("rows"), INCOME)


def page(*rows: str) -> str:
    return f"## Statements of income\n\n{HEAD}Total revenues\t33,100\t45,800\t38.4\n" + "".join(
        f"{row}\n" for row in rows
    )


@pytest.mark.parametrize(
    "group",
    [
        "2Q:\t\t\t",
        "FY2009:",
        "For the three months ended September 30, 2011\t\t\t",
        "Second quarter\t\t\t",
        "(USD thousands)\t\t\t",
        "Amounts in thousands:\t\t\t",
        "Dollar amounts (USD thousands):\t\t\t",
        "Second Quarter Results\t\t\t",
        "Previous year\t\t\t",
        "前年同期\t\t\t",
        "Forecast\t\t\t",
        "Targets:\t\t\t",
        "Year on year\t\t\t",
        "Standalone",  # an editor took the TABs from the end of the line
    ],
)
def test_rows_below_one_that_says_another_period_or_unit_are_not_of_the_columns(taxonomy, group):
    found = report(page(group, "Operating income\t700\t1,310\t87.1"), taxonomy)
    assert values(found, "Revenues")[HALF] == "45800000000"
    assert values(found, "OperatingIncome") == values(found, "OperatingIncomeChangePercent") == {}


@pytest.mark.parametrize("group", ["FY2011 and FY2010:\t\t\t", "(JPY millions)\t\t\t", "Results:", "Results"])
def test_a_row_that_says_what_the_columns_say_changes_nothing(taxonomy, group):
    found = report(page(group, "Operating income\t1,180\t2,310\t95.8"), taxonomy)
    assert values(found, "OperatingIncome")[HALF] == "2310000000"


def test_a_header_with_other_periods_in_the_middle_heads_what_follows(taxonomy):
    found = report(page("\t2Q10\t2Q11\tYoY % change", "Operating income\t700\t1,310\t87.1"), taxonomy)
    assert values(found, "OperatingIncome") == {
        "2010-07-01/2010-09-30": "700000000",
        "2011-07-01/2011-09-30": "1310000000",
    }
    assert values(found, "OperatingIncomeChangePercent") == {"2011-07-01/2011-09-30": "0.871"}


@pytest.mark.parametrize(
    "row", ["Operating income\t2,310\t95.8", "Operating income\t2,310", "Operating income\t2,310\t96"]
)
def test_a_row_with_fewer_cells_than_the_header_has_columns_is_read_under_none(taxonomy, row):
    found = report(page(row, "Net income\t840\t1,290\t53.6"), taxonomy)
    assert values(found, "OperatingIncome") == values(found, "OperatingIncomeChangePercent") == {}
    assert "fewer than the header" in unmapped(found)["2,310"]


def test_a_figure_over_two_columns_is_of_neither(taxonomy, tmp_path):
    source = tmp_path / "page.html"
    source.write_text(
        "<h2>Statements of income of Test Co.</h2><table><tr><td></td><td>1H10</td><td>1H11</td></tr>"
        "<tr><td></td><td colspan=2>JPY millions</td></tr>"
        "<tr><td>Total revenues</td><td>33,100</td><td>45,800</td></tr>"
        "<tr><td>Operating income</td><td colspan=2>2,310</td></tr>"
        "<tr><td>Net income</td><td>840</td><td>1,290</td></tr></table>",
        encoding="utf-8",
    )
    found = report_of(read(source), taxonomy)
    assert "OperatingIncome" not in {fact.point.concept for fact in facts(found)}
    assert "over several columns" in unmapped(found)["2,310"]


def test_a_sheet_lacks_no_cell(taxonomy, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in (
        ["Statements of income of Test Co."],
        [],
        [None, "1H10", "1H11"],
        [None, "JPY millions", "JPY millions"],
        ["Total revenues", 33100, 45800],
        ["Operating income", 1180],
        ["Net income", 840, 1290],
    ):
        sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    found = report_of(read(tmp_path / "book.xlsx"), taxonomy)
    assert "fewer than the header" not in str(unmapped(found))


def test_a_row_that_lacks_but_its_change_is_read(taxonomy):
    found = report(page("Operating income\t1,180\t2,310"), taxonomy)
    assert values(found, "OperatingIncome")[HALF] == "2310000000"
