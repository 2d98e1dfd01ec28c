"""The rest of a table that the end of a page cuts: its rows are read below those above them."""

from iij_xbrl.extract.figures.files import to_csv
from iij_xbrl.extract.figures.tables import read_figures
from iij_xbrl.pipeline import load_taxonomy, report_of, report_of_tables, tables_of
from iij_xbrl.read import parse
from support import facts

CUT = """\
Internet Initiative Japan Inc.

# Operating Results Summary

\t1H15\t1H16
\tJPY millions\tJPY millions
Total revenues\t65,334\t74,123
Equipment sales\t1,638\t1,467
Total costs\t53,626\t62,275
Equipment sales\t1,480\t1,343
Total gross margin\t11,708\t11,848

2

Equipment sales\t158\t124
Operating income\t2,563\t1,948
"""
SHARES = """\
Internet Initiative Japan Inc.

## 1) The number of shares outstanding (inclusive of treasury stock):

As of September 30, 2011:\t206,478 shares
As of March 31, 2011:\t206,478 shares

19

2) The number of treasury stock:\t
As of September 30, 2011:\t3,794 shares
As of March 31, 2011:\t3,794 shares
"""


def concepts(text: str) -> dict[str, str]:
    return {fact.text: fact.point.concept for fact in facts(report_of(parse(text, "release"), load_taxonomy()))}


def test_a_row_belongs_to_the_group_that_the_page_before_began():
    found = concepts(CUT)
    assert (found["1,343"], found["124"]) == ("CostOfEquipmentSales", "EquipmentSalesGrossMargin")
    assert found["1,948"] == "OperatingIncome"


def test_the_parts_stand_in_one_table_of_extracted_figures(tmp_path):
    taxonomy = load_taxonomy()
    path = tmp_path / "figures.csv"
    path.write_bytes(to_csv(tables_of(parse(CUT, "release"), taxonomy)))
    report = report_of_tables("release", read_figures(path), taxonomy)
    assert {fact.text: fact.point.concept for fact in facts(report)}["124"] == "EquipmentSalesGrossMargin"


def test_a_part_below_which_a_note_closes_it_is_closed_alone():
    parts = CUT.replace("2\n\nEquipment", "2\n\nSystems integration (SI)\t3,385\t2,775\n\n3\n\nEquipment")
    found = concepts(f"{parts}\nThe figures above are those of the parent company.\n")
    assert found["2,775"] == "SystemsIntegrationGrossMargin"
    assert not {"124", "1,948"} & set(found)


def test_a_part_below_one_that_is_closed_begins_in_its_group():
    closed = CUT.replace("\n2\n", "\nThe figures above are those of the parent company.\n\n2\n")
    assert "124" not in concepts(closed), "the text stands between"


def test_a_row_without_figures_is_what_rows_of_periods_below_it_are_of():
    found = concepts(SHARES)
    assert found["206,478"] == "CommonStockSharesIssued"
    assert "3,794" not in found
