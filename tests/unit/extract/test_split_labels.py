"""A row label that names a period over two rows; the lower row's figures are copies of the upper one's."""

from iij_xbrl.extract.rows import TableRow
from support import table

HEADER = "Results\n\n\tSales\tProfit\n\tJPY millions\tJPY millions\n"


def rows(body: str) -> list[TableRow]:
    return list(table(HEADER + body).rows)


def test_two_labels_that_are_a_period_together_are_one_row():
    upper, lower = rows("Six months ended\t32,275\t1,166\nSeptember 30, 2009\t32,273\t1,100\n")
    assert (str(upper.period.period), upper.is_period) == ("2009-04-01/2009-09-30", True)
    assert [item.figure.text for item in upper.copies] == ["32,273", "1,100"]
    assert lower.figures == ()


def test_a_second_row_without_figures_leaves_no_copies():
    upper, _ = rows("Six months ended\t32,275\t1,166\nSeptember 30, 2009\t\t\n")
    assert upper.is_period
    assert upper.copies == ()


def test_labels_that_are_periods_of_their_own_stay_apart():
    upper, lower = rows("Six months ended September 30, 2008\t1\t2\nSix months ended September 30, 2009\t3\t4\n")
    assert [len(upper.figures), len(lower.figures)] == [2, 2]


def test_a_line_above_a_day_is_no_period():
    upper, lower = rows("Cash at\t32,275\t1,166\nSeptember 30, 2009\t32,273\t1,100\n")
    assert (upper.period, len(lower.figures)) == (None, 2)


def test_a_lower_row_with_more_figures_is_no_copy():
    upper, lower = rows("Six months ended\t32,275\t\nSeptember 30, 2009\t32,273\t1,100\n")
    assert (upper.period, len(lower.figures)) == (None, 2)
