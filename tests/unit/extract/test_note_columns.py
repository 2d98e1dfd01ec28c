"""Columns that hold the numbers of notes, and others that are told in words: each closes itself alone."""

from iij_xbrl.extract.tables import FigureTable
from support import periods, table

HALVES = ["2010-04-01/2010-09-30", "2011-04-01/2011-09-30"]


def tabbed(*rows: str) -> FigureTable:
    return table("\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows))


def test_numbers_of_notes_leave_the_other_columns_their_periods():
    found = tabbed(" | Note | 1H10 | 1H11", "Revenues | 1 | 33,100 | 45,800", "Net income | 3, 4 | 840 | 1,290")
    assert list(periods(found).values()) == HALVES
    assert [figure.text for cell in found.notes for figure in cell.figures] == ["1", "3", "4"]


def test_rows_printed_twice_are_copies_whatever_notes_stand_beside_one_of_them():
    head = " | Note | Total Assets | Equity per share"
    rows = "Fiscal Year Ended | | 52,201 | 124,265.27", "March 31, 2009 | 3 | 52,301 | 124,200.27"
    found = tabbed(head, " | | JPY millions | JPY", *rows)
    assert [item.figure.text for item in found.rows[0].copies] == ["52,301", "124,200.27"]
    assert [figure.text for cell in found.notes for figure in cell.figures] == ["3"]


def test_a_column_of_amounts_is_none_of_notes_whatever_its_header_says():
    found = tabbed(" | Notes | 1H10 | 1H11", "Payable | 3,100 | 2,100 | 4,800", "Due | 200 | 840 | 1,290")
    assert not found.notes


def test_notes_may_stand_behind_the_figures():
    found = tabbed(" | 1H10 | 1H11 | Notes", "Revenues | 33,100 | 45,800 | 1", "Net income | 840 | 1,290 | (2)")
    assert list(periods(found).values()) == HALVES


def test_a_column_told_in_words_leaves_the_others_their_periods():
    found = tabbed(" | Adjustments | 1H10 | 1H11", "Revenues | 50 | 33,100 | 45,800", "Income | 60 | 1,180 | 2,310")
    assert list(periods(found).values())[1:] == HALVES
    assert found.columns[0].period is None


def test_a_row_that_is_shifted_into_the_notes_is_closed():
    found = tabbed(" | Note | 1H10 | 1H11", "Revenues | 1 | 33,100 | 45,800", "Operating income | 1,180 | 2,310")
    assert [row.closed is not None for row in found.rows] == [False, True]


def test_small_figures_beside_shifted_rows_are_no_notes():
    found = tabbed(" | Note | 1H10 | 1H11", "Revenues | 33,100 | 45,800", "Net income | 84 | 90")
    assert all(row.closed for row in found.rows)


def test_a_column_without_a_header_holds_notes_where_a_japanese_line_of_headers_names_them():
    page = """\
連結損益計算書

（単位：千円）

       注記番号  前連結会計年度（自 2018年4月1日 至 2019年3月31日）  当連結会計年度（自 2019年4月1日 至 2020年3月31日）

\t\t千円\t千円
売上収益\t6\t89,538,668\t98,118,558
営業利益\t\t2,237,992\t3,290,450
"""
    found = table(page)
    assert [(column.role, column.period and str(column.period.period)) for column in found.columns] == [
        ("text", None),
        ("value", "2018-04-01/2019-03-31"),
        ("value", "2019-04-01/2020-03-31"),
    ]
