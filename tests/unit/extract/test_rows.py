"""Rows of a table: labels, figures and what stands in front of the table."""

import pytest

from support import table, tables

HEADER = "\t1H10\t1H11\n\tJPY millions\tJPY millions\n"


def test_the_rows_below_the_header_are_the_rows():
    found = table(HEADER + "Total Revenues\t34,272\t47,207\nTotal Costs\t27,431\t37,971")
    assert [row.label for row in found.rows] == ["Total Revenues", "Total Costs"]


def test_header_rows_are_no_rows():
    assert len(table(HEADER + "Total Revenues\t34,272\t47,207").headers) == 2


def test_a_year_in_the_header_is_no_figure():
    found = table("\t2010\t2011\nTotal Revenues\t34,272\t47,207")
    assert [figure.figure.text for row in found.rows for figure in row.figures] == ["34,272", "47,207"]


def test_a_figure_knows_its_column():
    (row,) = table(HEADER + "Total Revenues\t34,272\t47,207").rows
    assert [(item.column, item.figure.text) for item in row.figures] == [(1, "34,272"), (2, "47,207")]


def test_a_row_without_figures_is_a_heading_row():
    found = table(HEADER + "REVENUES:\t\t\nEquipment sales\t371\t611")
    assert found.rows[0].figures == ()


def test_empty_cells_and_residue_are_gaps():
    rows = table(HEADER + "Equipment sales\t371\t611\nSI\t\t14,714\nOther\t5\t•").rows
    assert [row.gaps for row in rows] == [frozenset(), frozenset({1}), frozenset({2})]


def test_a_dash_is_no_gap():
    (row,) = table(HEADER + "Impairment loss\t100\t-").rows
    assert row.gaps == frozenset()
    assert row.figures[1].figure.dash


def test_a_footnote_mark_is_no_part_of_the_label():
    (row,) = table(HEADER + "IP Service<sup>2</sup>\t4,479\t4,633").rows
    assert row.label == "IP Service"


def test_a_period_in_a_label_belongs_to_the_row():
    (row,) = table("\tTotal equity\n\tThousands of JPY\nBALANCE, SEPTEMBER 30, 2011\t30,707,118").rows
    assert row.label == "BALANCE"
    assert row.period is not None
    assert str(row.period.period) == "2011-09-30"


def test_the_printed_label_stays_as_it_is():
    (row,) = table(HEADER + "BALANCE,  SEPTEMBER 30, 2011\t30,707\t1").rows
    assert row.printed_label == "BALANCE, SEPTEMBER 30, 2011"


def test_units_in_a_label_are_no_part_of_it():
    (row,) = table("\t1H10\t1H11\nNUMBER OF SHARES (shares)\t202,605\t202,684").rows
    assert row.label == "NUMBER OF SHARES"
    assert [unit.count for unit in row.units] == ["shares"]


def test_a_table_knows_the_titles_in_front_of_it():
    (found,) = tables("# Results\n\n### Segment Summary\n\n" + HEADER + "Net Revenues\t34,272\t47,207")
    assert found.section.titles[-1] == "Segment Summary"


def test_a_sentence_is_no_title():
    (found,) = tables(
        "Segment Summary\n\nNearly all customers operate in Japan, so there is no breakdown.\n\n"
        + HEADER
        + "Net Revenues\t34,272\t47,207"
    )
    assert found.section.titles == ("Segment Summary",)


def test_a_table_without_a_title_continues_the_one_before():
    first, second = tables(
        f"Balance Sheets\n\n{HEADER}Inventories\t601\t662\n\n{HEADER}Accounts payable\t13,574\t8,678"
    )
    assert first.section.own
    assert not second.section.own
    assert second.section.titles == first.section.titles


def test_a_new_title_ends_the_section_before():
    _, second = tables(f"Balance Sheets\n\n{HEADER}Inventories\t601\t662\n\nCAPEX\n\n{HEADER}Purchase\t2,164\t3,382")
    assert second.section.titles == ("CAPEX",)


@pytest.mark.parametrize("number", [1, 2])
def test_tables_are_numbered_from_one(number):
    found = tables(f"Balance Sheets\n\n{HEADER}Inventories\t601\t662\n\nCAPEX\n\n{HEADER}Purchase\t2,164\t3,382")
    assert found[number - 1].number == number


def test_the_caption_names_the_periods_in_order():
    (found,) = tables(
        "Statements of Income\n\n(Six Months ended September 30, 2010 and September 30, 2011)\n\n"
        "\tThousands of JPY\tThousands of JPY\nNet Income\t757,575\t1,312,264"
    )
    assert [str(mention.period) for mention in found.section.captions] == [
        "2010-04-01/2010-09-30",
        "2011-04-01/2011-09-30",
    ]
    assert found.section.titles == ("Statements of Income",)


def test_a_row_that_ends_in_front_of_the_labels_has_no_figures():
    page = "| | 内訳 | 当期（自 2011年4月1日 至 2011年9月30日） |\n|---|---|---|\n| | 営業利益 | 2,448 |\n| 連結 |\n"
    found = tables(page)[0]
    assert [(row.label, len(row.figures)) for row in found.rows] == [("営業利益", 1), ("", 0)]
