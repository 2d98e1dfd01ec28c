"""Tables on a page without rules: columns, labels of several lines, heads over several columns, blanks, signs."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pdfs import drawn, read_drawn, shown, table

PITCH = 11


def test_a_blank_stays_a_blank(tables):
    rows = [
        ("", "1H10", "1H11"),
        ("Interest paid", "118,561", "151,202"),
        ("Refund", "", "42,948"),
        ("Other", "62", ""),
    ]
    assert tables(table(rows)) == [[list(row) for row in rows]]


def test_signs_that_stand_apart_belong_to_their_figure(tables):
    rows = [("", "1H10", "1H11"), ("Revenues", "34,272", "47,207"), ("Margin", "3.5", "5.2")]
    signs = [(310, 114, "$"), (410, 114, "$"), (352, 128, "%"), (452, 128, "%")]
    assert tables([*table(rows), *signs])[0][1:] == [["Revenues", "$34,272", "$47,207"], ["Margin", "3.5%", "5.2%"]]


def test_a_dash_in_the_middle_of_its_column(tables):
    rows = [("", "1H10", "1H11"), ("Impairment", "100,000", ""), ("Purchase", "250,300", "345,678")]
    assert tables([*table(rows), (430, 114, "-")])[0][1] == ["Impairment", "100,000", "-"]


@pytest.mark.parametrize("line", [0, 1, 2], ids=["beside the first line", "between the lines", "beside the last line"])
def test_figures_beside_a_label_of_two_lines(tables, line):
    top = 100 + 20 * PITCH / 11
    label = [(60, top, "Net increase in short-term borrowings with initial"), (60, top + PITCH, "maturities less than")]
    figures = [(edge, top + line * PITCH / 2, text) for edge, text in ((350, ">8,950,000"), (450, ">55,556"))]
    rest = table([("Dividends paid by the company to its shareholders", "253,180", "304,026")] * 2, top=140, pitch=16)
    found = tables([*table([("", "1H10", "1H11")], top=102), *label, *figures, *rest])
    assert found[0][1] == [
        "Net increase in short-term borrowings with initial maturities less than",
        "8,950,000",
        "55,556",
    ]


def test_a_head_over_two_columns(tmp_path):
    pieces = [
        *table(
            [("Revenues", "34,272", "612,753", "47,207"), ("Costs", "27,431", "492,873", "37,971")],
            top=140,
            edges=(300, 380, 460),
        ),
        (265, 126, "JPY"),
        (340, 126, "U.S. Dollars"),
        (425, 126, "JPY"),
        (265, 112, "1H10"),
        (385, 112, "1H11"),
    ]
    rows = shown(read_drawn(tmp_path, drawn(pieces)))[0]
    assert rows[:2] == [["", "1H10", "1H11", ""], ["", "JPY", "U.S. Dollars", "JPY"]]


def test_two_tables_side_by_side(tables):
    left = table(
        [("Cash", "13,313", "10,974"), ("Inventories", "601", "661"), ("Total", "34,537", "30,073")], edges=(180, 240)
    )
    right = [
        (left + 230, top, text)
        for left, top, text in table(
            [("Borrowings", "13,430", "8,970"), ("Payables", "13,574", "8,678"), ("Total", "34,165", "27,297")],
            edges=(180, 240),
        )
    ]
    assert tables([*left, *right]) == [
        [["Cash", "13,313", "10,974"], ["Inventories", "601", "661"], ["Total", "34,537", "30,073"]],
        [["Borrowings", "13,430", "8,970"], ["Payables", "13,574", "8,678"], ["Total", "34,165", "27,297"]],
    ]


HEAD = [("", "1H10", "1H11")]
ROWS = [
    (f"Item {name} of the list", f"{number},461", f"{number + 1},120") for number, name in enumerate("abcdefgh", 11)
]


def test_a_table_goes_on_overleaf_without_its_head(tables):
    found = tables(table([*HEAD, *ROWS[:4]], top=730), table(ROWS[4:], top=80))
    assert found == [[list(row) for row in (*HEAD, *ROWS)]]


def test_a_table_goes_on_overleaf_with_its_head_again(tables):
    found = tables(table([*HEAD, *ROWS[:4]], top=730), table([*HEAD, *ROWS[4:]], top=80))
    assert found == [[list(row) for row in (*HEAD, *ROWS)]]


def test_a_head_alone_at_the_end_of_a_page_is_at_its_place(tmp_path):
    document = read_drawn(tmp_path, drawn(table(HEAD, top=780), table(ROWS, top=80)))
    head = document.tables[0].rows[0].cells[1].text
    assert shown(document) == [[list(row) for row in (*HEAD, *ROWS)]]
    assert head.span.origin.page == 1
    assert 770 < head.span.origin.box[1] < 790


def test_a_column_that_is_empty_on_one_page(tables):
    first = table(
        [("", "1Q", "2Q", "3Q"), ("Shares", "12,461", "", "12,120"), ("Notes", "12,462", "", "12,121")],
        top=750,
        edges=(250, 350, 450),
    )
    second = table([("", "1Q", "2Q", "3Q"), ("Bonds", "1,461", "1,300", "1,120")], top=80, edges=(250, 350, 450))
    assert tables(first, second)[0][1:] == [
        ["Shares", "12,461", "", "12,120"],
        ["Notes", "12,462", "", "12,121"],
        ["Bonds", "1,461", "1,300", "1,120"],
    ]


def test_a_title_between_two_tables(tmp_path):
    one, two = table([*HEAD, *ROWS[:2]], top=100), table([*HEAD, *ROWS[2:4]], top=200)
    found = shown(read_drawn(tmp_path, drawn([*one, (60, 175, "Segment Summary"), *two])))
    assert [type(block) for block in found] == [list, str, list]


def test_a_line_between_rows_parts_them(tables):
    rows = [
        (60, 100, "Loss on sales of other investments of the"),
        (60, 111, "Group, and of others"),
        (450, 100, ">1,201"),
        (450, 111, ">2,448"),
        (60, 122, "Total"),
        (450, 122, ">3,649"),
    ]
    found = tables(rows, lines=[(60, 102.5, 450, 102.5), (60, 113.5, 450, 113.5)])
    assert [row[-1] for row in found[0]] == ["1,201", "2,448", "3,649"]


def test_heads_at_right_sides_that_stand_over_the_first_of_their_columns(tables):
    rows = [
        ("", "Revenues", "", "Income", ""),
        ("", "JPY", "%", "JPY", "%"),
        ("1H11", "47,207", "37.7", "2,448", "103.8"),
        ("1H10", "34,272", "6.2", "1,201", "3.0"),
    ]
    assert tables(table(rows, edges=(250, 320, 390, 460))) == [[list(row) for row in rows]]


def test_a_figure_close_behind_its_label(tables):
    rows = [("Network services and SI business", "34,264", "46,894"), ("Elimination", "220", "248")]
    label = stringWidth("Network services and SI business", "Helvetica", 10)
    found = tables(
        table([("", "1H10", "1H11"), *rows], edges=(60 + label + 2 + stringWidth("34,264", "Helvetica", 10), 350))
    )
    assert found[0][1:] == [list(row) for row in rows]


def test_spaces_that_are_drawn_as_texts_of_their_own(tables):
    pieces, left = [], 60.0
    for piece in ("Income", " ", "before", " ", "income", " ", "tax"):
        pieces.append((left, 114, piece))
        left += stringWidth(piece, "Helvetica", 10)
    edges = (left + 2 + stringWidth("1,006", "Helvetica", 10), 350)
    rest = table([("Net income", "859", "1,361")], top=128, edges=edges)
    found = tables([*table([("", "1H10", "1H11"), ("", "1,006", "2,291")], edges=edges), *pieces, *rest])
    assert found[0][1] == ["Income before income tax", "1,006", "2,291"]


def test_two_tables_with_no_room_between_have_their_own_columns(tables):
    upper = [("", "JPY", "U.S. Dollars", "JPY"), ("Net income", "757,575", "17,034", "1,312,264")]
    upper += [("Total equity", "27,766,138", "398,587", "30,707,118")]
    lower = [("", "1H10", "1H11"), ("Number of shares", "202,605", "202,684")]
    found = tables([*table(upper, edges=(300, 400, 500)), *table(lower, top=142, edges=(250, 440))])
    assert found == [[list(row) for row in upper], [list(row) for row in lower]]


def test_a_table_goes_on_overleaf_with_labels_that_start_further_in(tables):
    indented = [(left + 30 * (left == 60), top, text) for left, top, text in table(ROWS[4:], top=80)]
    found = tables(table([*HEAD, *ROWS[:4]], top=730), indented)
    assert found == [[list(row) for row in (*HEAD, *ROWS)]]


def test_rows_of_heads_as_close_as_lines_of_one_head(tables):
    heads = [
        (300, 100, ">September 30, 2011"),
        (300, 111, ">Thousands of JPY"),
        (430, 111, ">Thousands of U.S. Dollars"),
    ]
    rows = [("Net income", "757,575", "17,034"), ("Income taxes", "280,210", "13,697")]
    found = tables([*heads, *table(rows, top=122, pitch=11, edges=(300, 430))])
    assert found[0][:2] == [["", "September 30, 2011", ""], ["", "Thousands of JPY", "Thousands of U.S. Dollars"]]


def test_heads_in_the_middle_of_columns_whose_figures_start_at_the_left(tables):
    heads = [(200, 100, "JPY millions"), (270, 100, "JPY millions"), (370, 100, "%"), (430, 100, "JPY")]
    rows = [("September 30, 2011", "69,102", "30,707", "44.5", "149,632.19")]
    rows += [("March 31, 2011", "71,473", "29,641", "41.5", "146,361.34")]
    figures = [
        (left, 114 + 14 * number, text)
        for number, row in enumerate(rows)
        for left, text in zip((60, 200, 270, 340, 410), row, strict=True)
    ]
    assert tables([*heads, *figures]) == [
        [["", "JPY millions", "JPY millions", "%", "JPY"], *[list(row) for row in rows]]
    ]


def test_the_head_of_a_column_without_figures_between_the_lines_of_others(tables):
    heads = [(300, 100, ">Thousands"), (350, 105.5, ">%"), (430, 100, ">Thousands")]
    heads += [(300, 111, ">of JPY"), (430, 111, ">of JPY")]
    rows = [("Inventories", "529,756", "", "727,560"), ("Prepaid expenses", "1,771,955", "", "2,213,662")]
    found = tables([*heads, *table(rows, top=124, edges=(300, 350, 430))])
    assert found == [[["", "Thousands of JPY", "%", "Thousands of JPY"], *[list(row) for row in rows]]]


def test_a_head_again_overleaf_above_labels_without_figures(tables):
    labels = [(60, 94, "FINANCING ACTIVITIES:"), (60, 108, "Proceeds from issuance of"), (60, 122, "short-term debt:")]
    found = tables(table([*HEAD, *ROWS[:4]], top=730), [*table(HEAD, top=80), *labels, *table(ROWS[4:], top=136)])
    assert found[-1][-4:] == [list(row) for row in ROWS[4:]]
    assert found[-1][0] == list(HEAD[0])


def test_a_label_that_is_repeated_with_the_head_is_not_read_again(tables):
    head = [*HEAD, ("OPERATING ACTIVITIES:", "", "")]
    rows = [*ROWS[:3], ("FINANCING ACTIVITIES:", "", ""), ROWS[3]]
    found = tables(table([*head, *rows], top=704), table([*head, *ROWS[4:]], top=80))
    assert found == [[list(row) for row in (*head, *rows, *ROWS[4:])]]


def test_figures_that_do_not_fit_the_columns_are_left_together(tables):
    rows = [("", "JPY", "U.S. Dollars"), *[(name, "11,734,461", "120,984,557") for name in ("Cash", "Debt", "Equity")]]
    odd = [(60, 156, "Per share"), (350, 156, ">27.39"), (420, 156, ">0.28"), (450, 156, ">27.92")]
    assert tables([*table(rows), *odd])[0][-1] == ["Per share", "27.39 0.28 27.92", ""]


def test_heads_that_start_where_their_columns_do(tables):
    heads = [(245, 100, "2Q08"), (384, 100, "September 2009"), (245, 114, "JPY"), (329, 114, "% of revenues")]
    heads += [(384, 114, "U.S. Dollars"), (467, 114, "JPY"), (527, 114, "%")]
    rows = [("Total revenues", "16,925,708", "100.0", "183,713", "16,440,514", "97.1")]
    rows += [("Total cost", "13,781,602", "81.4", "147,499", "13,199,646", "80.3")]
    figures = [
        (left, 128 + 14 * number, text)
        for number, row in enumerate(rows)
        for left, text in zip((60, 245, 329, 384, 467, 527), row, strict=True)
    ]
    assert tables([*heads, *figures])[0][0] == ["", "2Q08", "", "September 2009", "", ""]


def test_a_table_goes_on_overleaf_with_columns_that_its_first_page_leaves_empty(tables):
    edges = (300, 340, 440, 480)
    head = [("", "Thousands of JPY", "%", "Thousands of JPY", "%")]
    first = [("Cash", "10,187,724", "", "10,789,017", ""), ("Inventories", "529,756", "", "727,560", "")]
    second = [
        ("Total current assets", "24,356,769", "46.6", "23,411,526", "45.6"),
        ("TOTAL", "5,230", "9", "51,389", "8"),
    ]
    found = tables(table([*head, *first], top=770, edges=edges), table([*head, *second], top=80, edges=edges))
    assert found == [[list(row) for row in (*head, *first, *second)]]


def test_heads_that_start_between_the_lines_of_others_are_those_of_the_next_table(tables):
    upper = [("", "1H08", "1H09"), ("Purchase of property", "(2,034,390)", "(23,523)"), ("Other", "62", "71")]
    heads = [(350, 142, ">1H08"), (450, 142, ">1H09"), (450, 154, ">Thousands of"), (350, 160, ">Thousands of JPY")]
    heads += [(450, 166, ">U.S. Dollars")]
    lower = [("Dividends paid", "(206,478)", "(2,263)"), ("Interest paid", "205,700", "1,925")]
    assert tables([*table(upper), *heads, *table(lower, top=180)]) == [
        [list(row) for row in upper],
        [["", "1H08", "1H09"], ["", "Thousands of JPY", "Thousands of U.S. Dollars"], *[list(row) for row in lower]],
    ]


def test_a_row_of_units_as_close_as_a_line_of_its_heads(tables):
    heads = [(300, 100, ">Accumulated"), (300, 111, ">deficit"), (400, 111, ">Treasury stock")]
    heads += [(300, 122, ">Thousands of JPY"), (400, 122, ">Thousands of JPY")]
    rows = [("BALANCE, APRIL 1", "(16,720,092)", "(406,547)"), ("Net income", "859,277", "-")]
    found = tables([*heads, *table(rows, top=133, pitch=11, edges=(300, 400))])
    assert found[0][:2] == [["", "Accumulated deficit", "Treasury stock"], ["", "Thousands of JPY", "Thousands of JPY"]]


def test_a_point_in_a_cell_is_no_head_of_another_table(tables):
    rows = [("", "1H10", "1H11"), ("Net income", "859", "1,361"), ("METHOD INVESTEES", "·", ""), ("Other", "62", "71")]
    assert tables(table(rows)) == [[list(row) for row in rows]]


def test_a_cell_of_two_figures_with_the_others_of_its_row_between_them(tables):
    rows = [("", "1H10", "1H11"), ("Interest income", "18,287", "7,272"), ("", "(100,204)", ""), ("Other", "62", "71")]
    found = tables([*table(rows, pitch=22), (450, 138, ">7,372"), (450, 150, ">(81,165)")])
    assert found[0][2] == ["", "(100,204)", "7,372 (81,165)"]


def test_a_label_above_the_heads_that_stands_as_far_in_as_the_others(tables):
    rows = [("Operating results", "", ""), *HEAD, *ROWS[:3]]
    found = tables([(56, 60, "Operating Results Summary of the first half"), *table(rows)])
    assert found == [[list(row) for row in rows]]


def test_a_figure_that_an_edge_cuts_off_is_not_read_as_a_whole_one(tmp_path):
    """As browsers do: what is outside of the page's frame is left out, what crosses it has the frame for a clip."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Courier", 10)  # each character is 6 points wide
    rows = [("Revenues", "251", ""), ("Costs", "(14", "2"), ("Other", "7", "")]
    for line, (label, inner, crossing) in enumerate(rows):
        height = A4[1] - 100 - 14 * line
        canvas.drawString(60, height, label)
        canvas.drawRightString(400, height, f"{line}34,272")
        canvas.drawString(501.5, height, inner)
        if crossing:
            canvas.saveState()
            frame = canvas.beginPath()
            frame.rect(20, 20, 500, A4[1] - 40)
            canvas.clipPath(frame, stroke=0, fill=0)
            canvas.drawString(519.5, height, crossing)
            canvas.restoreState()
    canvas.save()
    (found,) = shown(read_drawn(tmp_path, out.getvalue()))
    assert [row[2] for row in found] == ["251…", "(142…", "7"]


def test_heads_that_stand_between_those_of_a_neighbour_are_no_prose(tables):
    upper = table([*HEAD, *ROWS[:4]], top=80)
    heads = [(300, 164, "As of March"), (400, 164, "As of September"), (310, 174, "31, 2016"), (410, 174, "30, 2016")]
    units = [(300, 188, "Thousands of"), (400, 193, "Thousands of JPY"), (320, 198, "JPY")]
    labels = [(60, 212, "LIABILITIES AND EQUITY"), (60, 226, "CURRENT LIABILITIES:")]
    lower = [(60, 226 + 14 * at + 14, label) for at, (label, *_) in enumerate(ROWS[4:])]
    lower += [(355, 240 + 14 * at, f">{row[1]}") for at, row in enumerate(ROWS[4:])]
    lower += [(470, 240 + 14 * at, f">{row[2]}") for at, row in enumerate(ROWS[4:])]
    found = tables([*upper, *heads, *units, *labels, *lower])
    assert [row[0] for row in found[-1]][-6:] == [
        "LIABILITIES AND EQUITY",
        "CURRENT LIABILITIES:",
        *[row[0] for row in ROWS[4:]],
    ]
    assert found[-1][0][1:] == ["As of March", "As of September"]


def spaced(tmp_path, *lines, size=10):
    """The tables of lines that are each drawn word by word, a space behind each as browsers draw free cells."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for number, words in enumerate(lines):
        for left, word in words:
            canvas.setFont("Helvetica", size)
            canvas.drawString(left, A4[1] - 100 - number * 14, f"{word} ")
    canvas.save()
    return [block for block in shown(read_drawn(tmp_path, out.getvalue())) if isinstance(block, list)]


def test_columns_that_spaces_set_apart(tmp_path):
    lines = [
        [(60, "Total"), (86, "revenues"), (300, "34,272"), (360, "47,207"), (420, "37.7")],
        [(60, "Costs"), (300, "27,431"), (360, "37,971"), (420, "38.4")],
    ]
    assert spaced(tmp_path, *lines) == [
        [["Total revenues", "34,272", "47,207", "37.7"], ["Costs", "27,431", "37,971", "38.4"]]
    ]


def test_a_sign_nearer_to_the_next_figure_than_to_its_own(tables):
    rows = [("", "1H10", "1H11"), ("Deficit", "(14,023", "85,134"), ("Other", "(12,965", "63,388")]
    signs = [(355, 114, ")"), (355, 128, ")")]
    found = tables([*table(rows, edges=(350, 395)), *signs])
    assert found[0][1:] == [["Deficit", "(14,023)", "85,134"], ["Other", "(12,965)", "63,388"]]


def test_the_last_label_goes_on_below_a_table_whose_heads_start_left_of_figures(tables):
    rows = [("Fiscal year ended March 31, 2011", "-", "1,250.00", "2,750.00")] * 2
    heads = [(235, 86, "1Q-end"), (318, 86, "2Q-end"), (425, 86, "Total")]
    last = ("Fiscal year ending March 31, 2012", "-", "1,500.00", "3,000.00")
    pieces = [*table([*rows, last], edges=(275, 350, 450)), *heads]
    found = tables([*pieces, (60, 140, "(Target)"), (60, 170, "Changes in forecasts: None")])
    assert found[0][-1] == ["Fiscal year ending March 31, 2012 (Target)", *last[1:]]


def test_a_figure_broken_over_lines_of_a_column(tables):
    rows = [("BALANCE", "27,363,70", "206,478"), ("Dividends paid", "253,180", "15"), ("Other costs", "1,000", "16")]
    assert tables([*table(rows, pitch=28), (345, 112, "3")])[0][0] == ["BALANCE", "27,363,703", "206,478"]


def test_figures_of_two_columns_that_are_broken_close_to_each_other(tables):
    rows = [
        ("BALANCE", "16,833,8", "(406,547"),
        ("Dividends paid", "253,180", "15,140"),
        ("Other costs", "1,000", "16"),
    ]
    pieces = [*table(rows, pitch=28, edges=(350, 392)), (350, 112, ">47"), (392, 112, ">)")]
    assert tables(pieces)[0][0] == ["BALANCE", "16,833,847", "(406,547)"]


def test_broken_figures_with_whole_ones_beside_their_last_line(tables):
    rows = [("Fiscal year 2011", "98,500", "11.25"), ("Fiscal year 2010", "87,400", "10.12")]
    pieces = [(350, 142, ">158,"), (450, 142, ">65.6"), *table([("Fiscal year 2017", "000", "7")], top=154)]
    assert tables([*table(rows), *pieces])[0][2] == ["Fiscal year 2017", "158,000", "65.67"]


def test_the_last_digits_of_the_last_of_many_figures(tables):
    edges = (250, 300, 350, 400, 450)
    rows = [
        ("Year 2011", "98,500", "11.2", "5,100", "6.1", "16,774.8"),
        ("Year 2010", "87,400", "10.1", "4,000", "5.2", "12"),
    ]
    pieces = [*table(rows, pitch=28, edges=edges), (450, 112, ">8")]
    assert tables(pieces)[0][0] == [*rows[0][:-1], "16,774.88"]


def test_a_dash_above_a_figure_is_no_sign_of_it(tables):
    rows = [("Payments for policies", "(368)", "-"), ("Refund from policies", "_", "163"), ("Other", "1,000", "16")]
    assert tables(table(rows, pitch=12)) == [[list(row) for row in rows]]


def test_what_introduces_rows_and_has_a_bullet_ends_a_table(tmp_path):
    rows = [("As of March 31, 2011:", "206,478 shares"), ("As of March 31, 2010:", "206,478 shares")]
    pieces = [*table(rows), (60, 134, "- 2) The number of treasury stock:"), *table(rows, top=154)]
    found = shown(read_drawn(tmp_path, drawn(pieces)))
    assert [isinstance(block, str) for block in found] == [False, True, False]


def test_a_year_and_what_is_left_of_one_above_heads(tables):
    heads = [(330, 86, "2010"), (430, 86, "0040"), (310, 100, "2Q12"), (410, 100, "2Q13")]
    rows = [("Revenues", "34,272", "47,207"), ("Costs", "27,431", "37,971")]
    assert tables([*heads, *table(rows, top=114)])[0][:2] == [["", "2010", "0040"], ["", "2Q12", "2Q13"]]


def test_an_empty_column_has_a_head_of_its_own_above_wide_labels(tables):
    heads = [(310, 72, "JPY"), (375, 72, "%"), (425, 72, "USD")]
    rows = [("Connectivity", "6,327,721", "76,961"), ("Outsourcing", "7,462,257", "89,467")]
    found = tables([*heads, (60, 86, "Connectivity and outsourcing services:"), *table(rows)])
    assert found[0][-1] == ["Outsourcing", "7,462,257", "", "89,467"]


def test_a_column_of_a_dash_alone_that_has_a_head_is_no_part_of_the_one_beside_it(tables):
    lefts = (220, 280, 340, 400, 460)
    heads = [
        (left + 45, 100, f">{text}") for left, text in zip(lefts, ("JPY", "USD", "EUR", "JPY", "USD"), strict=True)
    ]
    first = [(60, 114, "Year ended March 31, 2016"), (220, 114, "-"), (280, 114, "13.50")]
    second = [(60, 128, "Year ending March 31, 2017"), (340, 128, "-"), (400, 128, "13.50"), (460, 128, "27.00")]
    assert tables([*heads, *first, *second]) == [
        [
            ["", "JPY", "USD", "EUR", "JPY", "USD"],
            ["Year ended March 31, 2016", "-", "13.50", "", "", ""],
            ["Year ending March 31, 2017", "", "", "-", "13.50", "27.00"],
        ]
    ]


def test_a_table_below_a_head_of_its_own_that_has_two_columns_under_one_of_the_table_above(tables):
    upper = [
        ("Net income", "1,116,807", "12,949", "(1,272,726,101)"),
        ("Total", "1,110,449", "12,728", "(1,251,061,101)"),
    ]
    lower = [("Shares", "", "40,536", ""), ("Basic", "", "27.39", "", "27.92"), ("Diluted", "", "27.37", "", "27.91")]
    zero = [(507, 196, "0.28"), (507, 210, "0.27")]
    pieces = [*table(upper, edges=(418, 493, 580)), (440, 148, "Three months 2012")]
    found = tables([*pieces, *table(lower, top=182, edges=(418, 493, 530, 580)), *zero])
    assert found[-1][-1] == ["Diluted", "27.37", "0.27", "27.91"]


def test_units_close_to_each_other_are_those_of_two_columns_where_others_are(tables):
    heads = [(210, 114, "JPY millions"), (280, 114, "%"), (300, 114, "JPY millions %"), (440, 114, "JPY")]
    rows = [
        ("Revenues", "47,207", "37.7", "2,488", "103.8", "67.1"),
        ("Costs", "37,971", "37.5", "1,287", "7.1", "5.2"),
    ]
    (found,) = tables([*heads, *table(rows, top=128, edges=(260, 290, 350, 420, 480))])
    assert found[0] == ["", "JPY millions", "%", "JPY millions", "%", "JPY"]


def test_dashes_beside_their_columns_are_those_of_the_nearer_one(tables):
    rows = [("", "2010", "2011", "2012"), ("Net income", "564,271", "10,791", "831,347")]
    rows += [("Impairment", "100,000", "", ""), ("Provision", "64,462", "414", "31,912")]
    (found,) = tables([*table(rows, edges=(428, 513, 575)), (520, 128, "-"), (578, 128, "-")])
    assert found[2] == ["Impairment", "100,000", "-", "-"]


def test_a_rest_below_a_figure_that_is_none_leaves_neither_known(tables):
    rows = [("", "Revenues", "%", "Income"), ("Fiscal year 2014", "117,000", ".1", "9,400")]
    found = tables([*table(rows, edges=(250, 320, 400)), (238, 126, "10.")])
    assert found[0][1][1] == "117,000 10."


@pytest.mark.parametrize(
    ("broken", "first"),
    [
        ([(345, 112, ">,010"), (445, 112, ">,010")], ["Comprehensive income", "1,334,010", "1,334,010"]),
        ([(345, 112, ">,010"), (445, 112, ">,01")], ["Comprehensive income", "1,334 ,010", "1,334 ,01"]),
    ],
)
def test_what_is_below_a_line_of_figures_that_are_whole_themselves(tables, broken, first):
    rows = [("Comprehensive income", "1,334", "1,334"), ("Dividends paid", "304", "304"), ("Costs", "12", "16")]
    assert tables([*table(rows, pitch=28, edges=(345, 445)), *broken])[0][0] == first


@pytest.mark.parametrize("setting", ["top", "middle", "bottom"])
def test_rows_that_are_a_little_further_apart_than_the_lines_of_their_labels(tables, setting):
    """Labels have many lines, and first words for which there was room above: what is free between rows tells them."""
    accounts = "Accounts|receivable, net|of allowance for|doubtful accounts|of JPY 22,072|and JPY 24,386 thousand"
    labels = ["ASSETS", "Cash and|equivalents", f"{accounts}|at|March 31|and at|September 30|respectively"]
    labels += ["Deferred|tax assets", "Other|current assets", "Total|current assets"]
    pieces = [*table([("", "1H10", "1H11")], top=86)]
    top, rows = 100, [["", "1H10", "1H11"]]
    for number, label in enumerate((text.split("|") for text in labels), 11):
        pieces += [(60, top + 11 * at, line) for at, line in enumerate(label)]
        values = [f"{number},461", f"{number + 1},120"] if number > 11 else ["", ""]
        beside = top + {"top": 0, "middle": 11 * (len(label) - 1) / 2, "bottom": 11 * (len(label) - 1)}[setting]
        pieces += [(edge, beside, f">{text}") for edge, text in zip((350, 450), values, strict=True) if text]
        rows.append([" ".join(label), *values])
        top += 11 * len(label) + 2
    assert tables(pieces) == [rows]


def test_lines_of_labels_whose_distance_is_rounded_are_of_one_label_all_the_same(tables):
    """Figures stand beside first lines, so that any distance parts the other lines from them."""
    names = ("Basic net income per share", "Diluted net income per share", "Basic net income per unit")
    pieces, top, rows = table([("", "1H10", "1H11")], top=86), 105.0, [["", "1H10", "1H11"]]
    for number in range(11, 21):
        name = f"{names[number % 3]} {number}"
        pieces += [(60, top, name), (60, top + (12 if number % 2 else 12.75), "JPY and USD")]
        pieces += [(edge, top, f">{number + at},461") for at, edge in enumerate((350, 450))]
        rows.append([f"{name} JPY and USD", f"{number},461", f"{number + 1},461"])
        top += 31.25
    assert tables(pieces) == [rows]


def test_a_head_of_one_cell_parts_two_tables_whose_figures_stand_between_the_lines_of_their_labels(tables):
    def rows(texts, top, edges):
        lines = [
            (60, top + 24 * at + down, text)
            for at, _ in enumerate(texts)
            for down, text in ((0, "Net income"), (12, "a"))
        ]
        return [*lines, *table([("", *row) for row in texts], top=top + 6, pitch=24, edges=edges)]

    upper = rows([("1,803", "19,504", "1,917"), ("736", "7,180", "705"), ("50", "625", "61")], 100, (300, 370, 440))
    lower = rows(
        [("27.39", "0.28", "27.92"), ("27.37", "0.28", "27.89"), ("13.70", "0.14", "13.96")], 190, (345, 395, 440)
    )
    found = tables([*upper, (262, 175, "Three Months Ended"), *lower])
    assert [len(rows) for rows in found] == [3, 4]
