"""Tables side by side and below each other in one grid, headers printed again, signs in columns of their own."""

import pytest

from support import periods, tables

HEAD = "\t1H10\t1H11\n\tJPY millions\tJPY millions\n"


def read(rows):
    return [
        {row.label: [str(item.figure.value) for item in row.figures] for row in found.rows} for found in tables(rows)
    ]


def test_tables_side_by_side_are_two():
    beside = "Total Revenues\t33,100\t45,800\tOperating margin\t3.6\t5.0\n"
    beside += "Operating Income\t1,180\t2,310\tNet margin\t2.5\t2.8\n"
    left, right = read(f"\t1H10\t1H11\t\t1H10\t1H11\n\tJPY millions\tJPY millions\t\t%\t%\n{beside}")
    assert left == {"Total Revenues": ["33100", "45800"], "Operating Income": ["1180", "2310"]}
    assert right == {"Operating margin": ["3.6", "5.0"], "Net margin": ["2.5", "2.8"]}


def test_a_header_that_a_page_break_prints_again_is_no_row():
    assert read(f"{HEAD}Total Revenues\t33,100\t45,800\n{HEAD}Operating Income\t1,180\t2,310\n") == [
        {"Total Revenues": ["33100", "45800"], "Operating Income": ["1180", "2310"]}
    ]


def test_below_a_header_of_its_own_another_table_begins_with_the_units_above():
    first, second = tables(f"{HEAD}Total Revenues\t33,100\t45,800\n\t1Q10\t1Q11\nTotal Revenues\t16,000\t22,000\n")
    assert list(periods(first).values()) == ["2010-04-01/2010-09-30", "2011-04-01/2011-09-30"]
    assert list(periods(second).values()) == ["2010-04-01/2010-06-30", "2011-04-01/2011-06-30"]
    assert {column.unit.scale for column in second.columns} == {6}


@pytest.mark.parametrize(
    ("row", "values"),
    [("Net loss\t(840\t)\t(1,290\t)", ["-840", "-1290"]), ("Net loss\t(840\t)\t1,290\t", ["-840", "1290"])],
)
def test_closing_parentheses_in_columns_of_their_own_are_read_with_their_figures(row, values):
    (found,) = read(f"\t1H10\t\t1H11\t\n\tJPY millions\t\tJPY millions\t\nTotal\t(12\t)\t(15\t)\n{row}\n")
    assert found["Net loss"] == values


def test_a_row_that_ends_before_the_second_of_two_tables_has_no_heading_for_it():
    beside = "| Total Revenues | 33,100 | 45,800 | Operating margin | 3.6 | 5.0 |\n|\n"
    beside += "| Operating Income | 1,180 | 2,310 | Net margin | 2.5 | 2.8 |\n"
    left, right = read(f"|  | 1H10 | 1H11 |  | 1H10 | 1H11 |\n{beside}")
    assert list(left) == ["Total Revenues", "", "Operating Income"]
    assert list(right) == ["Operating margin", "", "Net margin"]


def test_a_figure_read_with_a_sign_beside_it_stays_where_it_stands():
    (found,) = tables("\t\t1H10\t\t1H11\n\t\tmillions\t\tmillions\nSales\t¥\t840\t¥\t1,290\nCosts\t¥\t12\t¥\t15\n")
    figure = found.rows[0].figures[1].figure
    assert (figure.text, figure.unit.currency, figure.span.end - figure.span.start) == ("1,290", "JPY", len("1,290"))
