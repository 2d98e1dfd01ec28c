"""Heads of tables without rules: which columns they stand over, and which lines are theirs."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from pdfs import ITEMS, drawn, read_drawn, shown, table


def centred(left, right, top, text):
    return ((left + right - stringWidth(text, "Helvetica", 10)) / 2, top, text)


SIDES = ((150, 230), (234, 260), (264, 344), (348, 374), (378, 458))
UNITS = ("JPY millions", "%", "JPY millions", "%", "JPY millions")
FIGURES = (("1H11", "47,207", "37.7", "2,488", "103.8", "2,291"), ("1H10", "34,272", "6.2", "1,201", "3.0", "1,006"))


def in_rooms(heads, *, at_right):
    """A table whose heads, each with its first and last column, are in the middle of these."""
    pieces = [centred(SIDES[first - 1][0], SIDES[last - 1][1], 100, text) for text, first, last in heads]
    pieces += [centred(*side, 114, unit) for side, unit in zip(SIDES, UNITS, strict=True)]
    for number, (label, *figures) in enumerate(FIGURES):
        pieces += [(60, 128 + 14 * number, label)]
        for (left, right), figure in zip(SIDES, figures, strict=True):
            pieces += [(right, 128 + 14 * number, f">{figure}") if at_right else (left, 128 + 14 * number, figure)]
    return pieces


@pytest.mark.parametrize("at_right", [True, False], ids=["figures at the right", "figures at the left"])
@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([("Revenues", 1, 1), ("Operating income", 3, 3), ("Income", 5, 5)], [1, 3, 5]),
        ([("Revenues", 1, 2), ("Operating income", 3, 4), ("Income", 5, 5)], [1, 3, 5]),
        ([("Six months 2010", 1, 2), ("Six months 2011", 3, 5)], [1, 3]),
        ([("Six months 2010", 1, 1), ("Six months 2011", 3, 3)], [1, 3]),
        ([("Six months 2011", 1, 5)], [1]),
    ],
)
def test_heads_in_the_middle_of_their_columns(tables, heads, expected, at_right):
    row = tables(in_rooms(heads, at_right=at_right))[0][0]
    assert {at: text for at, text in enumerate(row) if text} == {
        at: text for at, (text, _, _) in zip(expected, heads, strict=True)
    }


def test_heads_that_may_be_over_one_column_or_three_are_left_open(tables):
    pieces = in_rooms([("1H09", 1, 1), ("1H10", 3, 3), ("1H11", 5, 5)], at_right=True)
    pieces = [(left, top, "JPY") if top == 114 else (left, top, text) for left, top, text in pieces]
    units = [centred(*side, 114, "JPY") for side in SIDES]
    assert tables([*[piece for piece in pieces if piece[1] != 114], *units])[0][0] == ["", "1H09 1H10 1H11", *[""] * 4]


def test_heads_at_the_left_of_columns_whose_figures_end_at_the_right(tables):
    pieces = [(150, 100, "September 30"), (264, 100, "March 31")]
    pieces += [(left, 114, unit) for (left, _), unit in zip(SIDES, UNITS, strict=True)]
    pieces += in_rooms([], at_right=True)[len(UNITS) :]
    assert tables(pieces)[0][0] == ["", "September 30", "", "March 31", "", ""]


def test_heads_of_a_table_without_labels_are_those_of_their_columns_in_order(tables):
    heads = [(47, 100, "2Q08"), (164, 100, "2Q09"), (390, 100, "Change")]
    rows = [("16,926", "16,441", "(2.9%)"), ("8,605", "9,178", "6.7%"), ("286", "173", "(39.5%)")]
    figures = [
        (left, 114 + 14 * number, text)
        for number, row in enumerate(rows)
        for left, text in zip((45, 89, 268), row, strict=True)
    ]
    assert tables([*heads, *figures]) == [[["2Q08", "2Q09", "Change"], *[list(row) for row in rows]]]


@pytest.mark.parametrize("side", ["middle", "right"])
def test_a_number_that_ends_a_head_is_no_figure(tables, side):
    def place(column, top, text):
        left, right = ((220, 300), (306, 360), (366, 440))[column]
        return (right, top, f">{text}") if side == "right" else centred(left, right, top, text)

    heads = [place(0, 100, "As of March 31,"), place(2, 100, "September 30,"), place(1, 105, "2009")]
    heads += [place(0, 111, "2"), place(2, 111, "2009")]
    rows = [("Cash", "10,187", "46.6", "10,789"), ("Inventories", "529", "1.8", "727")]
    found = tables([*heads, *table(rows, top=126, edges=(300, 360, 440))])
    assert found == [[["", "As of March 31, 2", "2009", "September 30, 2009"], *[list(row) for row in rows]]]


def test_labels_wider_than_those_of_the_next_table_are_no_heads(tables):
    wide = [(60, 100, "Accounts receivable, net of allowance for")]
    upper = [("doubtful accounts of the group", "8,726", "10,256"), ("Inventories", "529", "727")]
    label = [(60, 142, "Other current assets, net of the allowance of the"), (60, 153, "group")]
    label += [(400, 147.5, ">848"), (480, 147.5, ">530")]
    lower = [("", "1H10", "1H11"), ("Short-term debt", "7,350", "7,200"), ("Payables", "6,064", "5,386")]
    found = tables([*wide, *table(upper, top=114, edges=(400, 480)), *label, *table(lower, top=170, edges=(200, 480))])
    assert [len(rows) for rows in found] == [4, 3]
    assert found[0][-1] == ["Other current assets, net of the allowance of the group", "848", "530"]


def test_the_last_label_of_a_table_is_not_read_again_with_the_next(tables):
    upper = [("", "1H10", "1H11"), ("Income attributable to the shareholders", "1,201", "1,361"), ("Other", "5", "6")]
    last = [(60, 142, "Net income attributable to Internet Initiative"), (350, 147, ">859"), (450, 147, ">1,361")]
    last += [(60, 152, "Japan Inc.")]
    lower = [("", "1H10", "1H11"), ("Number of shares", "202,605", "202,684"), ("Number of ADSs", "81,042", "81,073")]
    found = tables([*table(upper), *last, *table(lower, top=166, edges=(300, 420))])
    assert sum("Japan Inc." in label for rows in found for label, *_ in rows) == 1
    assert found[-1][0] == ["", "1H10", "1H11"]


def test_a_label_below_a_title_and_nearer_to_its_table(tmp_path):
    rows = [("Operating results", "", ""), ("", "1H10", "1H11"), *ITEMS[:3]]
    found = shown(read_drawn(tmp_path, drawn([(60, 60, "Summary"), *table(rows, top=82)])))
    assert found == ["Summary", [list(row) for row in rows]]


def test_a_caption_in_parentheses_below_a_title_is_none_of_the_table(tmp_path):
    rows = [("(For the half year)", "", ""), ("", "1H10", "1H11"), *ITEMS[:3]]
    found = shown(read_drawn(tmp_path, drawn([(60, 60, "Summary"), *table(rows, top=82)])))
    assert found == ["Summary\n(For the half year)", [list(row) for row in rows[1:]]]


def test_a_title_between_tables_below_a_head_that_starts_between_lines(tmp_path):
    upper = [("", "1H10", "1H11"), ("Revenues", "34,272", "47,207"), ("Costs", "27,431", "37,971")]
    head = [(450, 170, ">Change"), (350, 176, ">1H10"), (450, 182, ">(%)")]
    lower = table([("Equipment", "511", "12.1"), ("Outsourcing", "7,462", "6.5")], top=196)
    found = shown(read_drawn(tmp_path, drawn([*table(upper), (60, 150, "Costs by kind"), *head, *lower])))
    assert [type(block) for block in found] == [list, str, list]


def test_a_figure_in_the_middle_of_a_column_is_no_column_of_its_own(tables):
    heads = [centred(230, 350, 100, "Thousands of JPY"), centred(360, 450, 100, "Thousands of JPY")]
    rows = [("Refund", "1,965", "34,225"), ("Payments", "(12,676)", "(15,315)"), ("Other", "(52)", "319")]
    odd = [(60, 114, "ACTIVITIES:"), centred(230, 350, 114, "31"), centred(360, 450, 114, "31")]
    found = tables([*heads, *odd, *table(rows, top=128)])
    assert [len(row) for row in found[0]] == [3] * 5


def test_cells_of_a_row_that_are_centred_at_one_height_are_the_whole_row(tables):
    heads = [(300, 100, ">As of March 31,"), (300, 110, ">2011"), (400, 105, ">As of Sept")]
    heads += [(300, 120, ">Thousands of"), (400, 120, ">Thousands of"), (300, 130, ">JPY"), (400, 130, ">JPY")]
    rows = [("Cash", "12,461", "12,120"), ("Inventories", "529", "727"), ("Other", "62", "71")]
    found = tables([*heads, *table(rows, top=140, pitch=10, edges=(300, 400))])
    assert found[0][0] == ["", "As of March 31, 2011", "As of Sept"]


def test_labels_of_two_lines_do_not_tell_that_rows_of_heads_are_further_apart(tables):
    other = table([("", "1H10", "1H11"), *ITEMS], pitch=10, top=300)
    heads = [(300, 100, ">Total"), (300, 110, ">revenues"), (400, 100, ">Operating"), (400, 110, ">income")]
    heads += [(300, 120, ">JPY millions"), (400, 120, ">JPY millions")]
    rows = [
        (60, 130, "Six months ended"),
        (60, 140, "September 30"),
        (60, 150, "Six months ended"),
        (60, 160, "March 31"),
    ]
    rows += [(300, 135, ">47,207"), (400, 135, ">2,488"), (300, 155, ">34,272"), (400, 155, ">1,201")]
    found = tables([*heads, *rows, *other])
    assert found[0][:2] == [["", "Total revenues", "Operating income"], ["", "JPY millions", "JPY millions"]]


def test_numbers_as_short_as_years_above_heads_are_heads(tables):
    heads = [(350, 90, ">2010"), (450, 90, ">0040")]
    rows = [("", "2Q12", "2Q13"), ("Revenues", "26,268", "27,956"), ("Costs", "21,268", "22,956")]
    assert tables([*heads, *table(rows)]) == [[["", "2010", "0040"], *[list(row) for row in rows]]]


def test_dashes_above_heads_are_heads(tables):
    heads = [["2Q12", "2Q13", "YoY %"], ["·", "·", "Change"], ["JPY millions", "JPY millions"]]
    columns = [(300, 370), (380, 450), (460, 540)]
    pieces = [
        centred(*column, 86 + 14 * row, text)
        for row, texts in enumerate(heads)
        for column, text in zip(columns, texts, strict=False)
    ]
    rows = [("Revenues", "26,268", "27,956", "6.4"), ("Costs", "21,268", "22,956", "(4.1)")]
    (found,) = tables([*pieces, *table(rows, top=128, edges=(370, 450, 540))])
    assert [row[3] for row in found] == ["YoY %", "Change", "", "6.4", "(4.1)"]


def test_a_sign_far_in_front_of_a_text_is_no_bullet_of_it(tables):
    heads = [(330, 86, "2Q12"), (430, 86, "2Q13"), (520, 86, "YoY %"), (390, 100, "·"), (515, 100, "Change")]
    rows = [("Revenues", "26,268", "27,956", "6.4"), ("Costs", "21,268", "22,956", "(4.1)")]
    found = tables([*heads, (360, 114, "JPY millions"), *table(rows, top=128, edges=(355, 455, 545))])
    assert "Change" in found[0][1]


def test_a_head_over_one_column_above_a_label(tmp_path):
    head = [
        centred(290, 370, 90 + 10 * at, text) for at, text in enumerate(["Three Months", "Ended September", "30, 2012"])
    ]
    pieces = [*head, (60, 124, "NET INCOME PER SHARE:"), *table(ITEMS[:4], top=138)]
    (found,) = shown(read_drawn(tmp_path, drawn(pieces)))
    assert [row[:2] for row in found[:2]] == [
        ["", "Three Months Ended September 30, 2012"],
        ["NET INCOME PER SHARE:", ""],
    ]


def test_the_last_lines_of_a_label_stand_overleaf_below_the_head_again(tmp_path):
    rows = [("", "1H10", "1H11"), *ITEMS[:3], ("Balance at the end of", "72", "81")]
    upper = [(60, 20, "A text that is as wide as the page is, so that labels are none"), *table(rows, top=750)]
    lower = [*table(rows[:1], top=60), (60, 74, "September"), (60, 110, "Segment information of the group")]
    document = read_drawn(tmp_path, drawn(upper, lower))
    assert shown(document)[1:] == [
        [*[list(row) for row in rows[:-1]], ["Balance at the end of September", "72", "81"]],
        "Segment information of the group",
    ]


def test_a_label_goes_on_overleaf_above_the_next_rows(tables):
    wide = "Income from operations before income tax"
    rows = [("", "1H10", "1H11"), *ITEMS[:3], (wide, "72", "81")]
    rest = [(60, 60, "expense and other"), *table(ITEMS[3:6], top=74)]
    found = tables(table(rows, top=764, edges=(350, 450)), rest)
    assert [row[0] for row in found[0]][4:] == [f"{wide} expense and other", *[row[0] for row in ITEMS[3:6]]]


def test_heads_of_two_lines_that_stand_between_those_of_heads_of_three(tables):
    """The lines that are there so far look like whole cells at one height."""
    heads = {(310, 390): ["Income before", "income tax", "expense"], (150, 220): ["Total", "revenues"]}
    heads |= {(230, 300): ["Operating", "income"], (400, 490): ["Net income", "attributable"]}
    page = [
        centred(*sides, 107 - 7 * (len(lines) - 2) + 14 * at, line)
        for sides, lines in heads.items()
        for at, line in enumerate(lines)
    ]
    body = [(f"{name} 2011", "74,123", "1,948", "2,105", "1,108") for name in ("March", "April", "May")]
    page += table(body, top=160, edges=(220, 300, 390, 490))
    (found,) = tables(page)
    assert found[0] == [
        "",
        "Total revenues",
        "Operating income",
        "Income before income tax expense",
        "Net income attributable",
    ]


def test_the_last_line_of_a_label_whose_head_starts_further_to_the_right(tables):
    head = [(280, 100, "JPY millions"), (420, 100, "%")]
    page = [*head, (60, 130, "Fiscal year"), (65, 143, "ending"), (300, 150, "158,000"), (420, 150, "12.3")]
    page += [(62, 157, "March 31,"), (72, 170, "2017"), (60, 220, "(Note) Changes of the forecasts: none")]
    (found,) = tables(page)
    assert found[1] == ["Fiscal year ending March 31, 2017", "158,000", "12.3"]


def test_heads_of_one_and_two_lines_with_one_middle_are_those_of_the_table_below(tables):
    text = (60, 70, "A text that is as wide as the whole page is, so that heads are far to the right of it")
    heads = [(262, 95, "As of March 31,"), (362, 101, "As of September 30, 2011"), (262, 107, "2011")]
    found = tables([text, *heads, *table([("", "Thousands", "Thousands"), *ITEMS[:4]], top=125, pitch=18)])
    assert found[0][:2] == [["", "As of March 31, 2011", "As of September 30, 2011"], ["", "Thousands", "Thousands"]]


def test_rows_of_a_head_show_how_far_apart_all_rows_are(tables):
    head = [(350, 739, ">Thousands of"), (450, 739, ">Thousands of"), (350, 750, ">JPY"), (450, 750, ">U.S. Dollars")]
    head += [(350, 722, ">1H10"), (450, 722, ">1H11")]
    row = table([("OPERATING ACTIVITIES:", "", ""), ("Net income", "564,271", "10,791")], top=768, pitch=17.5)
    found = tables([*head, *row], [(60, 60, "Adjustments:"), *table(ITEMS[:4], top=77.5, pitch=17.5)])
    assert found[0][0] == ["", "1H10", "1H11"]
    assert ["Net income", "564,271", "10,791"] in found[0]


def test_a_head_whose_words_are_broken_between_two_rows_of_heads(tables):
    heads = [
        (300, 80, ">Total"),
        (350, 80, ">Compre"),
        (450, 80, ">NONCO"),
        (300, 92, ">equity"),
        (350, 92, ">hensive"),
    ]
    heads += [(450, 92, ">NTROL"), (450, 104, ">L"), (450, 116, ">ING"), (350, 128, ">JPY"), (300, 128, ">JPY")]
    rows = [(f"Item {name}", "34,272", "47,207", "1,120") for name in "abcd"]
    found = tables([*heads, *table(rows, top=142, pitch=12, edges=(300, 350, 450))])
    assert [row[3] for row in found[0][:2]] == ["NONCO NTROL L ING", ""]


def test_a_head_of_one_column_above_the_one_row_that_a_page_has_of_a_table(tables):
    head = [(300, 752, "Three Months"), (300, 764, "Ended 2012")]
    row = table([("NET INCOME PER SHARE", "", ""), ("Number of shares", "40,536", "44,804")], top=776, pitch=12)
    found = tables([(60, 700, "Per share"), *head, *row], table(ITEMS[:4], top=60, pitch=12))
    assert found[0][0][1:] == ["Three Months Ended 2012", ""]


def test_a_head_over_one_column_above_lines_of_labels(tmp_path):
    head = [centred(290, 370, 90 + 10 * at, text) for at, text in enumerate(["Three Months", "Ended 2012"])]
    labels = [(60, 113, "NET INCOME PER SHARE:"), (60, 127, "BASIC WEIGHTED-AVERAGE NUMBER")]
    rows = [("", "40,536,800", "1"), *ITEMS[:4]]
    pieces = [*head, *labels, *table(rows[:1], top=132), (60, 138, "OF SHARES"), *table(rows[1:], top=152)]
    (found,) = shown(read_drawn(tmp_path, drawn(pieces)))
    assert found[0][:2] == ["", "Three Months Ended 2012"]


def test_a_head_with_a_row_left_free_above_rows_that_are_far_apart(tables):
    heads = [(303, 38, "Six Months Ended"), (404, 38, "Six Months Ended"), (296, 52, "September 2010")]
    heads += [(404, 52, "September 2011"), (404, 83, "Thousands of"), (305, 90, "Thousands of JPY")]
    rows = [("Systems operation", "8,488,261", "123,570"), ("Total", "12,986,999", "190,994"), ("Sales", "370", "7")]
    pieces = [*heads, (404, 97, "U.S. Dollars"), *table(rows, top=158.5, pitch=31, edges=(360, 460))]
    (found,) = tables(pieces)
    assert found[:2] == [
        ["", "Six Months Ended September 2010", "Six Months Ended September 2011"],
        ["", "Thousands of JPY", "Thousands of U.S. Dollars"],
    ]


def test_dots_above_heads_that_are_as_far_apart_as_rows_are_heads(tables):
    heads = [(351, 54, "2Q12"), (431, 54, "2Q13"), (479, 54, "YoY %"), (370, 84, "·"), (450, 84, "·")]
    heads += [(471, 84, "Change"), (310, 114, "JPY millions"), (390, 114, "JPY millions")]
    rows = [("Fiber", "804", "792", "(1.4)"), ("Mobile", "592", "731", "23.5"), ("Others", "60", "57", "(4.9)")]
    (found,) = tables([*heads, *table(rows, top=173.5, pitch=30, edges=(370, 450, 510))])
    assert found[:3] == [
        ["", "2Q12", "2Q13", "YoY %"],
        ["", "·", "·", "Change"],
        ["", "JPY millions", "JPY millions", ""],
    ]


def test_heads_beside_each_other_stand_a_rounded_height_above_the_next_row_of_heads(tables):
    """As browsers set them in the middle: a title that names both periods would be that of all columns."""
    heads = [(310, 60, "Six Months Ended"), (410, 66, "Six Months Ended 2011"), (310, 72, "September 30, 2010")]
    heads += [(310, 89.4, "Thousands"), (410, 89.4, "Thousands")]
    (found,) = tables([*heads, *table(ITEMS, top=104, pitch=14.6, edges=(370, 470))])
    assert found[0] == ["", "Six Months Ended September 30, 2010", "Six Months Ended 2011"]


LABEL_ENDS, CELLS = 150, ((150, 210), (210, 250), (250, 310), (310, 350), (350, 410), (410, 450))


def test_lines_around_heads_show_which_column_each_is_over_but_for_those_at_the_sides(tables):
    pieces = []
    for (left, right), *column in zip(
        CELLS, ["JPY", "%"] * 3, ("47,207", "37.7", "2,488", "103.8", "2,291", "127.6"), strict=False
    ):
        unit, figure = column
        pieces += [(left + 3, 114, unit), (right - 3, 128, f">{figure}"), (right - 3, 142, f">{figure}")]
    heads = [(153, 100, "Revenues"), (253, 100, "Operating income"), (353, 100, "Net income")]
    labels = [(60, 128, "1H11"), (60, 142, "1H10")]
    inner = [left for left, _ in CELLS]
    lines = [(left, 90, left, 104) for left in inner[::2]] + [(left, 104, left, 118) for left in inner]
    found = tables([*heads, *pieces, *labels], lines=lines)[0]
    assert found[:2] == [
        ["", "Revenues", "", "Operating income", "", "Net income", ""],
        ["", "JPY", "%", "JPY", "%", "JPY", "%"],
    ]


def test_a_head_with_a_label_of_two_lines_whose_rows_stand_overleaf(tables):
    top = [
        (60, 40, "What is said of all the business of the company and of its many services in this year"),
        (60, 700, "Statements of"),
        (60, 712, "Income"),
        (255, 700, "Six months 2010"),
        (385, 700, "Six months 2011"),
    ]
    units = [(265, 724, "JPY thousands"), (395, 724, "JPY thousands")]
    rows = [(f"Item {name}", f"{number},461", f"{number + 1},120") for number, name in enumerate("abcd", 11)]
    found = tables([*top, *units], table(rows, top=60, edges=(330, 460)))
    assert found[0][:2] == [
        ["Statements of Income", "Six months 2010", "Six months 2011"],
        ["", "JPY thousands", "JPY thousands"],
    ]


def test_a_unit_of_three_lines_in_a_cell_as_wide_as_its_first_words(tables):
    rows = [("Costs", "7,350,000", "80,456", "7,200,000"), ("Sales", "3,272,257", "34,438", "3,081,879")]
    heads = [(left, 136 - 12 * at, line) for left, *lines in UNITS_OF_LINES for at, line in enumerate(lines[::-1])]
    assert tables([*table(rows, top=150, pitch=12, edges=(300, 369, 433)), *heads])[0][0] == [
        "",
        "Thousands of JPY",
        "Thousands of U.S. Dollars",
        "Thousands of JPY",
    ]


UNITS_OF_LINES = (
    (238, "Thousands of", "JPY"),
    (311, "Thousands", "of U.S.", "Dollars"),
    (377, "Thousands of", "JPY"),
)


def test_heads_whose_units_overleaf_start_further_to_the_left_than_figures(tables):
    text = "What is said of all the business of the company and of its many services in this year"
    top = [(60, 40, text), (235, 700, "Six months 2010"), (375, 700, "Six months 2011")]
    units = [(230, 60, "Thousands of JPY"), (370, 60, "Thousands of JPY")]
    rows = [(f"Item {name}", f"{number},461", f"{number + 1},120") for number, name in enumerate("abcd", 11)]
    found = tables(top, [*units, *table(rows, top=74, edges=(320, 460))])
    assert found[0][:2] == [["", "Six months 2010", "Six months 2011"], ["", "Thousands of JPY", "Thousands of JPY"]]


def test_a_head_of_two_lines_beside_others_whose_line_is_as_wide_as_the_table(tables):
    """Its first line stands higher than theirs, and figures stand halfway between the lines of all labels."""
    heads = [
        (150, 94, "Comprehensive"),
        (100, 100, "Total equity"),
        (250, 100, "Shareholders' equity of the company"),
        (150, 106, "income"),
        (250, 120, "Accumulated deficit"),
        (400, 120, "Capital"),
    ]
    rows = [("27,363", "757", "(16,720)", "16,833"), ("757", "859", "1,361", "2,212"), ("2,757", "859", "361", "212")]
    labels = [("BALANCE,", "APRIL 1"), ("Net", "Income"), ("Other", "loss")]
    pieces = [(60, 136 + 30 * at + 11 * line, text) for at, both in enumerate(labels) for line, text in enumerate(both)]
    figures = table([("", *row) for row in rows], top=141.5, pitch=30, edges=(140, 210, 290, 430))
    (found,) = tables([*heads, *pieces, *figures])
    assert found[0] == ["", "Total equity", "Comprehensive income", "Shareholders' equity of the company", ""]
    assert found[2:] == [[" ".join(label), *row] for label, row in zip(labels, rows, strict=True)]


def test_heads_beside_each_other_with_a_space_drawn_between_them(tables):
    """What is free between them is less than two letters are wide; together they are wider than half of the table."""
    first = "Six Months Ended September 30, 2012 "
    right = 200 + stringWidth(first.strip(), "Helvetica", 10) + 12
    heads = [(200, 100, first), (right, 100, "Six Months Ended September 30, 2013")]
    rows = [("", "JPY", "JPY", "JPY"), ("Revenues", "34,272", "47,207", "37.7"), ("Costs", "27,431", "37,971", "38.4")]
    (found,) = tables([*heads, *table(rows, top=114, edges=(255, right + 22, right + 68))])
    assert found[0][:3] == ["", first.strip(), "Six Months Ended September 30, 2013"]
    assert found[1:] == [list(row) for row in rows]


def test_heads_of_one_word_with_a_space_drawn_between_them(tables):
    rows = [("Revenues", "34,272", "47,207", "37.7"), ("Costs", "27,431", "37,971", "38.4")]
    heads = [(218, 114, "2Q12"), (299, 114, "2Q13 "), (334, 114, "Change")]
    (found,) = tables([*heads, *table(rows, top=128, edges=(242, 323, 367))])
    assert found == [["", "2Q12", "2Q13", "Change"], *map(list, rows)]
