"""Tables that a word processor sets with tab stops, and those of plain text as it was filed with the SEC."""

from iij_xbrl.read import parse
from iij_xbrl.read.tab_stops import with_tables_by_tabs

HEAD = "<p><strong>\t1H10\t1H11</strong></p>"
COSTS = "<p>Costs\t27,431\t37,971</p>"


def test_paragraphs_with_tabs_are_rows_of_a_table():
    assert with_tables_by_tabs(f"<h2>Results</h2>{HEAD}{COSTS}<p>Costs grew.</p>") == (
        "<h2>Results</h2><table>"
        "<tr><td><strong></strong></td><td><strong>1H10</strong></td><td><strong>1H11</strong></td></tr>"
        "<tr><td>Costs</td><td>27,431</td><td>37,971</td></tr></table><p>Costs grew.</p>"
    )


def test_labels_of_groups_stand_in_the_table_and_its_title_above():
    group = "<p>Costs and expenses:</p><p>Cost of sales:</p>"
    page = f"<p>Results</p>{HEAD}{group}{COSTS}<p>Balance sheet</p>{HEAD}{COSTS}"
    found = with_tables_by_tabs(page)
    assert found.count("<table>") == 2
    assert "<tr><td>Costs and expenses:</td></tr><tr><td>Cost of sales:</td></tr>" in found
    assert found.startswith("<p>Results</p><table>")
    assert "</table><p>Balance sheet</p><table>" in found


def test_a_tab_that_sets_a_text_in_makes_no_table():
    texts = f"<p>\tIn 1H11 {'revenues grew, and so did the costs; ' * 3}at 5%</p>"
    assert with_tables_by_tabs(texts * 3) == texts * 3
    lines = "<p>From:\tInvestor relations</p><p>To:\tThe press</p>"
    assert with_tables_by_tabs(lines) == lines


def test_a_table_of_a_filed_text_is_one_of_plain_text():
    document = parse(
        "<PAGE>\n\nResults\n\n<TABLE>\n<CAPTION>\n"
        "                        1H10      1H11\n                      --------  --------\n"
        "<S>                   <C>       <C>\nRevenues.............   34,272    47,207\n"
        "Costs................   27,431    37,971\n</TABLE>\n",
        "release",
    )
    (table,) = document.tables
    rows = [[cell.text.plain for cell in row.cells] for row in table.rows]
    assert rows == [["", "1H10", "1H11"], ["Revenues", "34,272", "47,207"], ["Costs", "27,431", "37,971"]]
