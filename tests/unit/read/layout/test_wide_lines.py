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
