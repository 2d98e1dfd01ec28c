"""What a format marks as a header is one, but for a row of a label and amounts."""

from html import escape
from pathlib import Path

import pytest

from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.periods import Calendar
from iij_xbrl.read.file import File
from iij_xbrl.read.html import read_html

APRIL = Calendar(4)


def table(*rows):
    cells = ("".join(f"<th>{escape(text)}</th>" for text in row) for row in rows)
    page = f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></body></html>"
    (found,) = extract(read_html(File(Path("page.html"), "page", page.encode())), APRIL, "JPY")
    return found


HEAD = (("", "September 30, 2016", "March 31, 2016"), ("", "Thousands of JPY", "Thousands of JPY"))


@pytest.mark.parametrize("figures", [("1,234", "987"), ("46,711,400 shares", "46,711,300 shares"), ("12.5%", "11.0%")])
def test_a_label_with_amounts_beside_it_is_a_row_of_the_table(figures):
    found = table(*HEAD, ("Total assets", *figures))
    assert [row.label for row in found.rows] == ["Total assets"]
    assert len(found.headers) == len(HEAD)


def test_a_row_that_names_what_its_columns_are_stays_a_header():
    found = table(*HEAD, ("Segment", "Network 1", "Network 2"), ("Total assets", "1,234", "987"))
    assert [row.label for row in found.rows] == ["Total assets"]


def test_dots_that_span_columns_say_nothing_of_these():
    page = (
        "<html><body><p>(Three months ended September 30, 2015 and September 30, 2016)</p><table>"
        "<tr><th></th><th>Three Months Ended September 30, 2015</th><th></th><th>otember 30, 2016</th></tr>"
        '<tr><th>PER SHARE</th><th colspan="2">•</th><th></th></tr>'
        "<tr><td>Net income (JPY / U.S. Dollars / JPY)</td><td>961.25</td><td>29.51</td><td>2,640.95</td></tr>"
        "</table></body></html>"
    )
    (found,) = extract(read_html(File(Path("page.html"), "page", page.encode())), APRIL, "JPY")
    periods = [str(column.period.period) if column.period else "" for column in found.columns]
    assert periods == ["2015-07-01/2015-09-30", "2016-07-01/2016-09-30", "2016-07-01/2016-09-30"]


def test_a_head_that_reaches_over_the_row_below_says_its_text_once():
    page = (
        '<html><body><table><tr><th rowspan="2"></th><th colspan="2">Six Months Ended</th>'
        '<th rowspan="2">Total</th></tr>'
        "<tr><th>September 30, 2015</th><th>September 30, 2016</th></tr>"
        "<tr><td>Net income</td><td>1,961</td><td>2,951</td><td>4,912</td></tr></table></body></html>"
    )
    (found,) = extract(read_html(File(Path("page.html"), "page", page.encode())), APRIL, "JPY")
    assert [column.full_label for column in found.columns][-1] == "Total"
