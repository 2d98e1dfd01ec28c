"""How far apart lines are: rows further apart than text, rows nearer than the lines of a cell, and text set wide."""

import pytest

from iij_xbrl.read.layout.tables.rows import LabelLine, Measures, cells
from pdfs import ITEMS, drawn, read_drawn, shown, table

HEAD = [("", "1H10", "1H11"), ("", "JPY millions", "JPY millions")]
TEXT = "Line {} of a text that goes on from one side of the page to the other, as all lines of it do here"


def test_rows_that_are_far_apart_are_one_table(tables):
    rows = [("Revenues:", "", ""), ("Services:", "", ""), *ITEMS]
    pieces = [*table(HEAD, top=72, pitch=11), *table(rows, top=110, pitch=28)]
    assert tables(pieces) == [[list(row) for row in (*HEAD, *rows)]]


def test_heads_above_rows_that_are_far_apart_are_as_far_away(tables):
    heads = [(410, 88, "Six months"), (310, 94, "Six months"), (410, 100, "ended 2011"), (310, 106, "ended 2010")]
    rows = [("", "JPY", "USD"), *ITEMS]
    found = tables([(60, 58, "Operating Results"), *heads, *table(rows, top=136, pitch=30)])
    assert found[0][0] == ["", "Six months ended 2010", "Six months ended 2011"]
    assert found[0][1:] == [list(row) for row in rows]


def test_rows_that_are_nearer_than_the_lines_of_a_cell(tables):
    text = [(60, 40 + 14.3 * at, TEXT.format(at)) for at in range(5)]
    heads = [("Six months", 140), ("ended 2011", 154.3), ("JPY millions", 165.3)]
    pieces = [*text, *((edge, top, f">{head}") for head, top in heads for edge in (350, 450))]
    line = 165.3
    for at, (label, *figures) in enumerate([("Sections:", "", ""), ("Services:", "", ""), *ITEMS]):
        line += 11
        pieces += table([(label, *figures)], top=line)
        if at > 6:
            line += 14.3
            pieces.append((60, line, "and what is like it"))
    (found,) = tables(pieces)
    assert found[:2] == [["", "Six months ended 2011", "Six months ended 2011"], ["", "JPY millions", "JPY millions"]]
    assert found[2:4] == [["Sections:", "", ""], ["Services:", "", ""]]
    assert found[4:9] == [list(row) for row in ITEMS[:5]]
    assert found[9:] == [[f"{label} and what is like it", *figures] for label, *figures in ITEMS[5:]]


def test_the_last_line_of_a_label_where_text_is_set_wide(tmp_path):
    text = [(60, 40 + 18 * at, TEXT.format(at)) for at in range(5)]
    last = ("Net income per share of all the others", "27.92", "13.96")
    rows = [*HEAD, *ITEMS, last]
    pieces = [*text, *table(rows, top=150, pitch=23), (60, 150 + 23 * (len(rows) - 1) + 18, "that there are (JPY)")]
    found = shown(read_drawn(tmp_path, drawn(pieces)))
    assert found[-1][-1] == ["Net income per share of all the others that there are (JPY)", "27.92", "13.96"]


def test_the_last_line_of_a_label_below_rows_without_one(tables):
    """A forecast would be a figure that was reached, were the last line of its label lost."""
    pieces = [(240, 90, "Dividends per"), (245, 101, "Share"), *table([("", "JPY", "JPY")], top=115)]
    for at, ending in enumerate(["2013", "2014", "2015"]):
        line = 130 + 36 * at
        pieces += [(60, line, "Fiscal Year Ending"), (60, line + 12, f"March 31, {ending}")]
        pieces += [(350, line + 6, f">{at}.00"), (450, line + 6, f">1{at}.00")]
    pieces += [(60, 240, "Fiscal Year Ending"), (60, 252, "March 31, 2016"), (350, 252, ">4.00"), (450, 252, ">14.00")]
    found = tables([*pieces, (60, 264, "(forecast)")])
    assert found[-1][-1][0] == "Fiscal Year Ending March 31, 2016 (forecast)"


def test_heads_of_a_narrow_table_start_behind_its_labels(tables):
    rows = [(label.split(" of")[0], *figures) for label, *figures in ITEMS]
    heads = [(122, 70, "Three months"), (190, 76, "Three months"), (122, 82, "ended 2010"), (190, 88, "ended 2011")]
    body = table([("", "JPY", "USD"), *rows], top=102, edges=(180, 250))
    wide = [(60, 500 + 12 * at, TEXT.format(at)) for at in range(5)]
    found = tables([*heads, *body, *wide])
    assert found[0][0] == ["", "Three months ended 2010", "Three months ended 2011"]


def test_dots_between_heads_are_no_figures(tables):
    heads = [(330, 86, "1H10"), (430, 86, "1H11"), (350, 100, ">·"), (450, 100, ">·")]
    units = [(280, 114, "JPY millions"), (380, 114, "JPY millions")]
    found = tables([*heads, *units, *table(ITEMS, top=128)])
    assert len(found) == 1
    assert found[0][-8:] == [list(row) for row in ITEMS]
    assert "1H10" in " ".join(text for row in found[0][:3] for text in row)


def test_one_word_with_a_colon_ends_the_label_above(tables):
    label = "NONCASH INVESTING AND FINANCING"
    rows = [*HEAD, *ITEMS[:3], (label, "", ""), ("ACTIVITIES:", "", ""), *ITEMS[3:]]
    pieces = [piece for piece in table(rows, pitch=14) if piece[2] != label]
    found = tables([*pieces, (60, 100 + 14 * 5, label)])
    assert [f"{label} ACTIVITIES:", "", ""] in found[0]


def test_lines_of_heads_that_are_larger_than_rows_are_as_far_apart_for_their_size(tables):
    upper = [("Six months ended", "Months ended"), ("September 30, 2010", "2011")]
    pieces, top = [], 100.0
    for _ in range(3):
        for row in upper:
            pieces += [(edge, top, f">{text}", 12.5) for edge, text in zip((350, 450), row, strict=True)]
            top += 13
        rows = [(f"{label} and what goes on", *figures) for label, *figures in ITEMS[:3]]
        for row in rows:
            pieces += [*table([row], top=top), (60, top + 10.4, "in the line below")]
            top += 20.8
        top += 60
    heads = [["", "Six months ended September 30, 2010", "Months ended 2011"]]
    for found in tables(pieces):
        assert found[:1] == heads


def test_a_head_above_a_row_that_is_left_free_where_rows_are_far_apart(tables):
    rows = [("Decrease in inventories", "702", "553"), ("Decrease in prepaid expenses", "617", "484"), *ITEMS[:3]]
    pieces = [*table(HEAD, top=72, pitch=12), *table(rows, top=138, pitch=30)]
    assert tables(pieces) == [[list(row) for row in (*HEAD, *rows)]]


@pytest.mark.parametrize("setting", ["top", "bottom"])
def test_lines_of_a_label_are_one_where_all_rows_are_padded(tables, setting):
    label = ["Other assets, net of allowances of", "JPY74 thousand and of those of"]
    rows = [["Cash", "19,569", "19,667"], ["Other", "23,746", "23,161"], ["Inventories", "2,003", "2,707"]]
    line = 116 if setting == "top" else 128
    pieces = [*table([rows[0]]), *table([["", *rows[1][1:]]], top=line), *table(rows[2:], top=144)]
    pieces += [
        (60, 116, label[0]),
        (60, 128, label[1]),
        *table([("Goodwill and other intangible assets", "6", "7")], top=160),
    ]
    assert tables(pieces)[0][1] == [" ".join(label), "23,746", "23,161"]


def test_a_parenthesis_that_closes_on_the_next_line_holds_a_label_together(tables):
    rows = [("Net income (JPY / U.S.", "24.76", "25.83"), ("Dollars / JPY)", "", ""), ("Cash", "19,569", "19,667")]
    rows += [("Dividends that are paid to holders", "23,746", "23,161"), ("Inventories", "2,003", "2,707")]
    assert tables(table(rows, pitch=12))[0][0] == ["Net income (JPY / U.S. Dollars / JPY)", "24.76", "25.83"]


def test_the_first_line_of_a_label_at_the_top_of_a_page_where_rows_are_tight(tables):
    first = [("", "1H10", "1H11"), ("Cash", "19,569", "19,667"), ("Other", "23,746", "23,161")]
    label = ["Common stock, authorized in March", "and in September 2016"]
    rest = table([(label[1], "25,509", "25,510"), *ITEMS[:6]], top=73, pitch=10)
    found = tables(table(first, top=780, pitch=10), [(60, 60, label[0]), *rest])
    assert [row[0] for row in found[0][:4]] == ["", "Cash", "Other", label[0]]


def test_dots_beside_a_label_with_a_colon_are_no_figures(tables):
    rows = table([("", "1H10", "1H11"), ("Net income", "113,711", "5,057")], pitch=16)
    rows += [(60, 132, "Adjustments to net income to cash provided"), *table([("", ",", ",")], top=138)]
    rows += [(60, 144, "by operating activities:"), *table(ITEMS[:4], top=160, pitch=16)]
    assert tables(rows)[0][2] == ["Adjustments to net income to cash provided by operating activities:", ",", ","]


def test_a_label_that_stands_a_little_lower_than_its_figures(tables):
    rows = [*table(ITEMS[:4], pitch=12), *table([("", "70,071", "72,102")], top=148), (60, 157, "Fiber access")]
    found = tables([*rows, *table(ITEMS[4:7], top=169, pitch=12)])
    assert found[0][4] == ["Fiber access", "70,071", "72,102"]


def test_a_title_below_figures_without_a_label_is_not_theirs(tables):
    rows = [*table(ITEMS[:4], pitch=12), *table([("", "70,071", "72,102"), ("Others:", "", "")], top=148, pitch=12)]
    found = tables([*rows, *table(ITEMS[4:7], top=172, pitch=12)])
    assert found[0][4:6] == [["", "70,071", "72,102"], ["Others:", "", ""]]


def label(number, text, right, *, small=False, ends=""):
    return LabelLine(100 + 11 * number, 57, right, 42, False, small, False, 0, ends or text[-1])


@pytest.mark.parametrize(("small", "count"), [(False, 3), (True, 2)])
def test_a_line_that_starts_with_a_small_letter_is_no_start_of_a_label_where_none_is(small, count):
    """Where other labels start so, it may be."""
    labels = [
        label(0, "75,520,000 shares", 124),
        label(1, "issued and outstanding, 46,697,800 shares at the end", 291, small=True),
        label(2, "Additional paid-in capital", 149),
    ]
    measures = Measures(10.9, 11.0, 294.6, (), False, 8.0, small=small)
    assert len(cells(labels, [100, 122], measures)) == count
