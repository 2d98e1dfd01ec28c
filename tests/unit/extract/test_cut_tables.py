"""Tables that a page break cuts: the rest has the columns, the periods and the scale of the first part."""

import pytest

from iij_xbrl.extract.figures.files import figure_rows
from iij_xbrl.extract.tables import extract
from iij_xbrl.extract.times.calendar import Calendar
from iij_xbrl.read.file import File, Path
from iij_xbrl.read.html import read_html

FIRST = """<p>Plan assets (in millions)</p><table>
<tr><td></td><td>December 31, 2024</td><td>December 31, 2023</td></tr>
<tr><td>Bonds</td><td>$ 735</td><td>$ 595</td></tr></table>"""
REST = (
    "<table><tr><td>Loans</td><td>248</td><td>219</td></tr><tr><td>Total</td><td>$ 983</td><td>$ 814</td></tr></table>"
)


def extracted(page: str) -> dict[str, tuple[str, str]]:
    """The period and the scale of each figure by its text."""
    rows = figure_rows(extract(read_html(File(Path("page.html"), "page", page.encode())), Calendar(4), "JPY"))
    return {row["text"]: (row["period"], row["scale"]) for row in rows if row["text"]}


@pytest.mark.parametrize("between", ["", "<p>72</p>", "<p>- 72 -</p>"])
def test_the_rest_of_a_table_has_the_columns_of_the_first_part(between: str) -> None:
    found = extracted(FIRST + between + REST)
    assert (found["248"], found["814"]) == (("2024-12-31", "6"), ("2023-12-31", "6"))


@pytest.mark.parametrize("between", ["<p>Liabilities</p>", "<p>The following is of another company.</p>"])
def test_a_text_between_makes_another_table(between: str) -> None:
    assert extracted(FIRST + between + REST)["248"][0] == ""


def test_other_columns_make_another_table() -> None:
    assert extracted(FIRST + REST.replace("<td>219</td>", "<td>219</td><td>7</td>"))["248"][0] == ""


def test_a_statement_that_goes_on_below_its_years_has_the_scale_of_the_first_part() -> None:
    head = "<table><tr><td></td><td>December 31, 2024</td><td>December 31, 2023</td></tr>"
    found = extracted(FIRST + "<p>72</p>" + REST.replace("<table>", head))
    assert found["248"] == ("2024-12-31", "6")
