"""Tables whose lines are far apart: those of cells that have one middle stand between each other."""

from reportlab.pdfbase.pdfmetrics import stringWidth

from pdfs import ITEMS, table

EDGES = (320, 400, 480)
UNITS = (("", "JPY", "U.S. Dollars", "JPY"),)
ROWS = (("Cash", "12,258,872", "262,302", "25,781,630"), ("Inventories", "1,301,684", "20,982", "2,062,306"))


def centred(middle, top, text):
    return (middle - stringWidth(text, "Helvetica", 10) / 2, top, text)


def test_a_head_of_two_lines_beside_one_of_a_single_line(tables):
    head = [
        centred(295, 100, "As of March"),
        centred(420, 109, "As of September 30, 2013"),
        centred(295, 118, "31, 2013"),
    ]
    units = [
        centred(295, 148, "JPY"),
        centred(380, 139, "U.S."),
        centred(380, 157, "Dollars"),
        centred(460, 148, "JPY"),
    ]
    rows = [
        (60, 178 + 39 * at + 18 * line, text) for at in range(3) for line, text in enumerate(("Other assets,", "net"))
    ]
    figures = [("", "12,258,872", "262,302", "25,781,630"), ("", "1,301,684", "20,982", "2,062,306")] * 2
    found = tables([*head, *units, *rows, *table(figures[:3], top=187, edges=EDGES, pitch=39)])
    assert found[0][0] == ["", "As of March 31, 2013", "As of September 30, 2013", ""]


def test_a_head_of_three_lines_beside_one_of_two(tables):
    long = [centred(380, 100 + 18 * at, text) for at, text in enumerate(("As of", "September 30,", "2013"))]
    short = [centred(295, 109 + 18 * at, text) for at, text in enumerate(("As of March", "31, 2013"))]
    found = tables([*long, *short, *table([*UNITS, *ROWS], top=157, edges=EDGES, pitch=21)])
    assert found[0][0][1:3] == ["As of March 31, 2013", "As of September 30, 2013"]


def test_the_last_line_of_a_label_that_is_nearer_than_rows_are(tables):
    label = "Income attributable to the shareholders of the"
    rows = [*ITEMS[:5], (label, "1,997", "2,656")]
    found = tables([*table(rows, top=100, pitch=21), (60, 222.7, "parent"), (60, 300, "A text below the table.")])
    assert found[0][-1] == [f"{label} parent", "1,997", "2,656"]


def test_a_row_left_free_below_a_head_that_is_repeated_overleaf(tables):
    head, labels = [("", "1H10", "1H11")], [("REVENUES:", "", ""), ("Network services:", "", "")]
    text = (60, 700, "A text that is as wide as the whole page is, so that no line of labels is")
    upper = [text, *table(head, top=730, pitch=14), *table(labels, top=772, pitch=14)]
    found = tables(upper, [*table(head, top=80), *table(ITEMS[:4], top=122, pitch=14)])
    assert found == [[list(row) for row in (*head, *labels, *ITEMS[:4])]]


TEXT = (60, 620, "A text that is as wide as the whole page is, so that no line of labels is")
HEAD = [("", "1H10", "1H11")]
LONG = ("Weighted-average number of shares", "of those that can be traded")


def wrapped(top, figures):
    """A row with a label of two lines, its figures halfway between."""
    return [(60, top, LONG[0]), (60, top + 12, LONG[1]), *table([("", *figures)], top=top + 6)]


def test_one_row_below_a_head_and_labels_where_a_page_ends(tables):
    upper = [(60, 540, TEXT[2]), *table([*HEAD, *ITEMS[:3]], top=560, pitch=24), *table(HEAD, top=730)]
    upper += [*table([("NET INCOME PER SHARE", "", "")], top=754), *wrapped(778, ("206,478", "202,544"))]
    found = tables(upper, table(ITEMS[3:6], top=80, pitch=24))
    assert found[-1] == [
        ["", "1H10", "1H11"],
        ["NET INCOME PER SHARE", "", ""],
        [" ".join(LONG), "206,478", "202,544"],
        *map(list, ITEMS[3:6]),
    ]


def test_a_head_and_labels_as_far_apart_as_rows_go_to_their_table_overleaf(tables):
    upper = [TEXT, *table([*HEAD, ("REVENUES:", "", ""), ("Network services:", "", "")], top=700, pitch=24)]
    found = tables(upper, table(ITEMS[:4], top=80, pitch=24))
    assert [row[0] for row in found[0]] == ["", "REVENUES:", "Network services:", *(row[0] for row in ITEMS[:4])]


def test_a_head_goes_to_a_table_that_starts_with_a_long_label(tables):
    long = "Proceeds from the issuance of short-term borrowings with initial maturities over"
    upper = [(60, 700, f"{TEXT[2]} and no head is said again overleaf, where"), *table(HEAD, top=760, edges=(460, 530))]
    rows = [("three months", "1,500", "3,000"), *ITEMS[:3]]
    found = tables(upper, [(60, 66, long), *table(rows, top=80, edges=(460, 530))])
    assert found[0][:2] == [["", "1H10", "1H11"], [f"{long} three months", "1,500", "3,000"]]


def test_the_last_row_of_a_table_stands_alone_overleaf(tables):
    below = table([("", "2Q10", "2Q11"), *ITEMS[5:8]], top=102, pitch=24)
    found = tables(table([*HEAD, *ITEMS[:5]], top=700, pitch=24), [*wrapped(60, ("1,997", "2,656")), *below])
    assert found[0] == [list(row) for row in (*HEAD, *ITEMS[:5], (" ".join(LONG), "1,997", "2,656"))]


def test_a_label_further_to_the_left_than_the_rows_below_it_where_a_page_starts(tables):
    label = ("Changes in operating assets and", "liabilities net of effects from", "acquisition of business:")
    lines = [(60, 60 + 12 * at, text) for at, text in enumerate(label)]
    rows = [piece if piece[0] > 60 else (68, *piece[1:]) for piece in table(ITEMS[3:6], top=101, pitch=17)]
    last = [
        (60, 152, "Net cash from operating activities,"),
        (60, 164, "net"),
        *table([("", "5,057", "4,792")], top=158),
    ]
    found = tables(table([*HEAD, *ITEMS[:3]], top=700, pitch=17), [*lines, *rows, *last])
    assert found[0][4] == [" ".join(label), "", ""]


def test_low_lines_are_dashes_beside_figures_alone(tables):
    rows = [("", "1H10", "1H11"), ("", "JPY millions", "_"), *ITEMS[:3]]
    others = [(60, 170, "Others"), (362, 170, ">_"), (450, 170, ">1,707")]
    assert tables([*table(rows), *others]) == [[*map(list, rows), ["Others", "_", "1,707"]]]
