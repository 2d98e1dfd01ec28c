"""Tables that a page ends in: what stands at the end of one page and at the start of the next belongs together."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from iij_xbrl.read.layout.overleaf.joined import united
from iij_xbrl.read.layout.tables.grid import Columns
from pdfs import ITEMS, drawn, read_drawn, shown, table

HEAD = [("", "1H10", "1H11")]


def test_the_second_of_two_tables_with_no_room_between_goes_on_overleaf(tables):
    upper = [("", "JPY", "U.S. Dollars"), ("Cash", "10,187", "120,561"), ("TOTAL", "52,301", "574,247")]
    lower = table([*HEAD, *ITEMS[:3]], top=754, edges=(320, 480))
    found = tables([*table(upper, top=712), *lower], table([*HEAD, *ITEMS[3:6]], top=80, edges=(320, 480)))
    assert found == [[list(row) for row in upper], [list(row) for row in (*HEAD, *ITEMS[:6])]]


def test_a_label_above_a_head_is_repeated_with_it(tables):
    head = [("Operating results", "", ""), *HEAD]
    found = tables([(60, 700, "Summary"), *table([*head, *ITEMS[:4]], top=722)], table([*head, *ITEMS[4:]], top=80))
    assert found == [[list(row) for row in (*head, *ITEMS)]]


def test_text_that_is_said_again_overleaf_is_no_head_of_a_table(tmp_path):
    said = ["Revenues are those of continuing business, and not audited;", "they may change until they are published."]
    text = [(60, 13 * at, line) for at, line in enumerate(said)]
    upper = [(60, 700 + top, line) for _, top, line in text]
    lower = [(60, 80 + top, line) for _, top, line in text]
    pages = [
        [*table([*HEAD, *ITEMS[:4]], top=600), *upper, (60, 726, "So they are told.")],
        [*lower, (60, 130, "What follows is another chapter.")],
    ]
    found = shown(read_drawn(tmp_path, drawn(*pages)))
    assert " ".join(block for block in found if isinstance(block, str)).count(said[1]) == 2


def test_labels_at_the_end_of_a_page_below_one_row_are_those_of_the_next_rows(tables):
    label = [(60, 802, "Adjustments to the income for the year:")]
    found = tables([*table([*HEAD, *ITEMS[:1]], top=774), *label], table([*HEAD, *ITEMS[1:4]], top=80))
    assert found == [
        [list(row) for row in (*HEAD, *ITEMS[:1], ("Adjustments to the income for the year:", "", ""), *ITEMS[1:4])]
    ]


def test_a_head_and_labels_alone_at_the_end_of_a_page_are_those_of_the_rows_overleaf(tables):
    upper = [
        (60, 700, "A text that is as wide as the whole page is, so that no line of labels is"),
        *table(HEAD, top=774),
    ]
    found = tables([*upper, (60, 788, "REVENUES:")], table([*HEAD, *ITEMS], top=80))
    assert found == [[list(row) for row in (*HEAD, ("REVENUES:", "", ""), *ITEMS)]]


def test_a_label_with_a_colon_overleaf_is_no_end_of_the_one_before(tables):
    label = [(60, 94, "Adjustments to reconcile net income to net cash"), (60, 104, "provided by operations:")]
    text = [(60, 740, "A text that is as wide as the whole page is, so that no line of labels is")]
    upper = [*text, *table([*HEAD, *ITEMS[:1]], top=774)]
    found = tables(upper, [*table(HEAD, top=80), *label, *table(ITEMS[1:], top=120)])
    assert [row[0] for row in found[0]][2:4] == [
        "Adjustments to reconcile net income to net cash provided by operations:",
        "Item b of the list",
    ]


def test_an_item_of_a_list_between_two_tables_is_no_label(tmp_path):
    one, two = [("Shares at the end", "206,478", "206,478")] * 2, [("Treasury shares", "3,794", "3,934")] * 2
    pieces = [*table(one, top=100), (57, 129, "- 2) Treasury stock:"), *table(two, top=144)]
    assert [type(block) for block in shown(read_drawn(tmp_path, drawn(pieces)))] == [list, str, list]


def test_the_last_line_of_a_centred_label_starts_further_to_the_left_than_all_others(tables):
    label = stringWidth("BALANCE,", "Helvetica", 10), stringWidth("SEPTEMBER 30, 2010", "Helvetica", 10)
    rows = [(left + 40 * (left == 60), top, text) for left, top, text in table([*HEAD, *ITEMS[:3]], top=100)]
    row = [(150 - label[0] / 2, 160, "BALANCE,"), (150 - label[1] / 2, 170, "SEPTEMBER 30, 2010")]
    figures = [(350, 165, ">27,363"), (450, 165, ">16,720")]
    assert tables([*rows, *row, *figures])[0][-1] == ["BALANCE, SEPTEMBER 30, 2010", "27,363", "16,720"]


def test_the_rest_of_a_label_at_the_end_of_a_page_is_no_label_of_the_next(tables):
    head = [("", "1H10", "1H11")]
    first = [*table([*head, ("BALANCE,", "29,641", "27,318")], top=700), (60, 725, "APRIL 1, 2011")]
    second = table([*head, ("Dividends paid", "(304)", "(253)"), ("Other", "1", "2")], top=60)
    assert tables(first, second)[0][:3] == [
        ["", "1H10", "1H11"],
        ["BALANCE, APRIL 1, 2011", "29,641", "27,318"],
        ["Dividends paid", "(304)", "(253)"],
    ]


def test_the_upper_row_of_a_head_alone_at_the_end_of_a_page_is_above_its_lower_row_overleaf(tables):
    text = [
        (60, 700 + 14 * at, "A text that is as wide as the whole page is, so that no line of labels is")
        for at in (0, 1)
    ]
    upper = [
        *text,
        (310, 774, "As of March 31,"),
        (410, 774, "As of September 30,"),
        (310, 785, "2011"),
        (410, 785, "2011"),
    ]
    found = tables(upper, table([("", "Thousands", "Thousands"), *ITEMS[:4]], top=80))
    assert found[0][:2] == [["", "As of March 31, 2011", "As of September 30, 2011"], ["", "Thousands", "Thousands"]]


def test_the_last_row_of_a_table_overleaf_has_the_lines_of_its_label_above_and_below(tables):
    text = [(60, 700, "A text that is as wide as the whole page is, so that no line of labels is")]
    last = [(60, 80, "NET INCOME"), (60, 91, "ATTRIBUTABLE TO"), (350, 96, ">2,007"), (450, 96, ">2,205")]
    more = [*last, (60, 102, "INTERNET INITIATIVE"), (60, 113, "JAPAN INC."), (60, 160, "These results are unaudited.")]
    assert tables([*text, *table([*HEAD, *ITEMS[:4]], top=730)], more)[0][-1] == [
        "NET INCOME ATTRIBUTABLE TO INTERNET INITIATIVE JAPAN INC.",
        "2,007",
        "2,205",
    ]


def test_the_same_head_again_with_no_room_above_starts_a_table_of_its_own(tables):
    one, other = [*HEAD, *ITEMS[:3]], [*HEAD, *ITEMS[3:6]]
    found = tables([*table(one, top=100), *table(other, top=157)])
    assert found == [[list(row) for row in part] for part in (one, other)]


def test_columns_whose_signs_are_on_the_next_page_alone_stand_where_they_did():
    upper = Columns(((228, 283), (308, 329), (359, 399)), 44, 220)
    lower = Columns(((219, 293), (298, 343), (349, 414)), 44, 220)
    assert united(upper, lower).shift == 0


def test_the_upper_row_of_a_head_with_a_title_in_it_is_above_its_lower_row_overleaf(tables):
    head = [(60, 780, "Statements"), (350, 780, ">Six Months"), (450, 780, ">Six Months"), (60, 792, "of Income")]
    head += [(350, 792, ">2010"), (450, 792, ">2011")]
    lower = [(350, 60, ">JPY"), (450, 60, ">USD")]
    found = tables(
        [(60, 700, "Other income rose to JPY12 million, of which JPY10 million were dividends."), *head],
        [*lower, *table(ITEMS[:5], top=76)],
    )
    assert [row[2] for row in found[0][:2]] == ["Six Months 2011", "USD"]


def tight(top, count):
    """Rows that are nearer to each other than the two lines of a label, and where the next row stands."""
    pieces, line = [], top
    for number in range(count):
        pieces += [
            (60, line, f"Net income {number} attributable to"),
            (60, line + 14.4, "Internet Initiative Japan Inc."),
        ]
        pieces += [(350, line + 7.2, f">1{number},461"), (450, line + 7.2, f">2{number},120")]
        pieces += table(ITEMS[:4], top=line + 24.4, pitch=10)
        line += 64.4
    return pieces, line


TEXT = [
    (60, 20 + 14.4 * number, f"Line {number} of a text that is as wide as the page is, or nearly so")
    for number in range(6)
]


@pytest.mark.parametrize("rest", ["Japan Inc. per share (JPY)", "share (JPY)"])
def test_a_label_goes_on_overleaf_where_rows_are_nearer_than_its_lines(tables, rest):
    first, line = tight(535, 4)
    first += [(60, line, "Basic net income per"), (350, line + 7.2, ">9,461"), (450, line + 7.2, ">8,120")]
    first += [(60, line + 14.4, "share attributable to Internet")]
    (found,) = tables([*TEXT, *first], [(60, 60, rest), *tight(70, 3)[0]])
    assert found[20:22] == [
        [f"Basic net income per share attributable to Internet {rest}", "9,461", "8,120"],
        ["Net income 0 attributable to Internet Initiative Japan Inc.", "10,461", "20,120"],
    ]


def test_a_heading_overleaf_is_no_rest_of_a_label_that_had_room_for_it(tables):
    first, line = tight(535, 4)
    first += [(60, line, "Basic income"), (350, line + 7.2, ">9,461"), (450, line + 7.2, ">8,120")]
    first += [(60, line + 14.4, "per share")]
    found = tables([*TEXT, *first], [(60, 60, "Segments"), *tight(70, 3)[0]])
    assert "Basic income per share" in [row[0] for rows in found for row in rows]


def test_the_first_row_of_a_head_alone_is_repeated_overleaf(tables):
    head = [*HEAD, ("", "JPY", "USD")]
    found = tables(table([*head, *ITEMS[:4]], top=722), table([*HEAD, *ITEMS[4:]], top=80))
    assert found == [[list(row) for row in (*head, *ITEMS)]]


def test_labels_below_a_head_that_is_repeated_are_no_rest_of_a_label_that_had_room(tables):
    """There are two of them, one below the other as far apart as rows."""
    labels = [("Adjustments to reconcile income", "", ""), ("Provided by operating activities:", "", "")]
    upper = [
        (60, 690, "A text that is as wide as the whole page is, so that no line of labels is"),
        *table([*HEAD, ("Net income", "2,008", "2,231")], top=730, pitch=18),
    ]
    (found,) = tables(upper, table([*HEAD, *labels, *ITEMS], top=80, pitch=18))
    assert found[1] == ["Net income", "2,008", "2,231"]
    assert found[2][0].startswith("Adjustments to reconcile")
    assert found[-len(ITEMS) :] == [list(row) for row in ITEMS]
