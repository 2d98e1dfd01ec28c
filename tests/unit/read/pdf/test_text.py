"""Running text of pages: paragraphs, headings, marks of footnotes, furniture, columns of text."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pdfs import ITEMS, drawn, read_drawn, shown, table

FIGURES = table([("", "1H10", "1H11"), ("Revenues", "34,272", "47,207"), ("Costs", "27,431", "37,971")], top=600)
LINES = [
    "Total revenues grew 37.7% from a year before and reached JPY47,207 million, of which network",
    "services were JPY31,321 million, and the operating income was JPY2,448 million in the half",
    "year that ended on September 30, 2011.",
]


@pytest.fixture
def texts(tmp_path):
    def read_pages(*pages, **options):
        return [block for block in shown(read_drawn(tmp_path, drawn(*pages, **options))) if isinstance(block, str)]

    return read_pages


@pytest.fixture
def tables_of_page(tmp_path):
    def read_page(page):
        return [block for block in shown(read_drawn(tmp_path, drawn(page))) if isinstance(block, list)]

    return read_page


def paragraph(lines, *, left=60, top=100):
    return [(left, top + 12 * number, line) for number, line in enumerate(lines)]


def test_lines_that_are_full_are_one_text(texts):
    assert texts([*paragraph(LINES), *FIGURES]) == [" ".join(LINES)]


def test_a_paragraph_goes_on_overleaf(tmp_path):
    document = read_drawn(tmp_path, drawn(paragraph(LINES[:2], top=780), [*paragraph(LINES[2:], top=80), *FIGURES]))
    line = document.blocks[0].lines[0]
    assert line.plain == " ".join(LINES)
    at = line.plain.index("September 30")
    assert [line.span.origin.page, line.part(at, at + 9).span.origin.page] == [1, 2]
    assert line.part(at, at + 9).span.origin.box[1] < 100


def test_page_numbers_and_running_heads_are_set_aside(texts):
    pages = [
        [(200, 30, "First Half of FY2011"), *paragraph(LINES), (290, 815, f"- {number} -")] for number in range(1, 4)
    ]
    assert texts(*pages, FIGURES) == [" ".join(LINES)] * 3


def test_a_line_as_wide_as_the_text_goes_on_overleaf(texts):
    lines = [
        "Net losses were JPY175 million, both of them those of GDX Japan Inc. and of its sister Trust",
        "Networks Inc.",
    ]
    pages = [*paragraph(LINES, top=740), (60, 790, lines[0])], [*paragraph(lines[1:], top=80), *FIGURES]
    assert texts(*pages)[1] == " ".join(lines)


def test_a_title_at_the_end_of_a_page_stays_apart(texts):
    below = "Other income was JPY12 million."
    pages = [*paragraph(LINES, top=740), (60, 790, "Operating Results")], [(60, 80, below), *FIGURES]
    assert texts(*pages)[1:] == ["Operating Results", below]


def test_a_running_head_that_is_close_to_the_text_of_some_pages(texts):
    head = (200, 90, "Internet Initiative Japan Inc.")
    pages = [[head, *paragraph(LINES[number % 2 :], top=120 if number < 4 else 104)] for number in range(6)]
    assert texts(*pages, FIGURES) == [" ".join(LINES), " ".join(LINES[1:])] * 3


def test_a_running_foot_that_the_edge_of_one_page_touches(texts):
    feet = [[(60, 820, "release.html"), (540, 820, f">{at}/4{'…' if at == 2 else ''}")] for at in range(1, 5)]
    found = texts(*([(60, 100, f"Item {'abcd'[at]}: JPY{at},100"), *foot] for at, foot in enumerate(feet)))
    assert not any("release.html" in text for text in found)


def test_a_number_below_the_margin_is_no_page_number(texts):
    assert "7" in texts([(345, 112, "7"), *paragraph(LINES, top=300), *FIGURES])


def test_a_row_that_the_end_of_a_page_tears_counts_once(tmp_path):
    first = table([("", "1H10", "1H11"), *ITEMS[:3]], top=760)
    data = drawn(first, table(ITEMS[2:5], top=60), frames=[(20, 20, 575, 802), (20, 57, 575, 839)])
    assert shown(read_drawn(tmp_path, data)) == [[["", "1H10", "1H11"], *map(list, ITEMS[:5])]]


def test_a_row_that_is_said_again_overleaf_stands_twice(tmp_path):
    first = table([("", "1H10", "1H11"), *ITEMS[:3]], top=760)
    rows = shown(read_drawn(tmp_path, drawn(first, table(ITEMS[2:5], top=60))))[0]
    assert rows == [["", "1H10", "1H11"], *map(list, (*ITEMS[:3], *ITEMS[2:5]))]


def test_a_label_that_the_end_of_a_page_tears_stands_with_its_row(tmp_path):
    label = "Item d of the list, less the part of it that"
    first = table([("", "1H10", "1H11"), *ITEMS[:3], (label, "", "")], top=760)
    rest = [(60, 60, label), *table([("others own", "14,461", "15,120"), *ITEMS[4:6]], top=71)]
    data = drawn(first, rest, frames=[(20, 20, 575, 816), (20, 57, 575, 839)])
    rows = shown(read_drawn(tmp_path, data))[0]
    assert rows[4:] == [[f"{label} others own", "14,461", "15,120"], *map(list, ITEMS[4:6])]


def test_a_digit_that_its_font_draws_small_and_high_is_a_mark(tmp_path):
    pdfmetrics.registerFont(TTFont("DejaVu", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=0)
    canvas.setFont("DejaVu", 10)
    for top, label, figure in (
        (100, "IP Service\u00b2", "4,479"),
        (114, "Mobile Service", "837"),
        (128, "Others", "1,251"),
    ):
        canvas.drawString(60, A4[1] - top, label)
        canvas.drawRightString(350, A4[1] - top, figure)
    canvas.save()
    data = out.getvalue().replace(b"<00B2>", b"<0032>")  # fonts say what digit it is, not that it is raised
    label = read_drawn(tmp_path, data).tables[0].rows[0].cells[0].text
    assert [label.raw, label.plain.strip()] == ["IP Service<sup>2</sup>", "IP Service"]


def test_a_year_alone_on_a_line_is_no_page_number(texts):
    page = [
        *paragraph(
            ["The targets of the fiscal year that ends on the last day of March in the next calendar year", "2012"],
            top=40,
        )
    ]
    assert "2012" in " ".join(texts([*page, *FIGURES], paragraph(LINES)))


def test_a_hyphen_at_the_end_of_a_line(texts):
    lines = [LINES[0], LINES[1][:-8] + " the busi-", "ness of the Group and its non-", "amortized business assets."]
    text = texts([*paragraph(lines), *FIGURES])[0].replace("\n", " ")
    assert "the business of the Group" in text
    assert "non-amortized" in text


def test_a_hyphen_in_a_word_in_capitals(texts):
    lines = ["LIABILITIES AND SHARE-", "HOLDERS' EQUITY of the Group"]
    found = texts([*paragraph(lines), (60, 300, "Shareholders have equity."), *FIGURES])
    assert found[0].replace("\n", " ") == "LIABILITIES AND SHAREHOLDERS' EQUITY of the Group"


def test_a_hyphen_of_a_label_whose_parts_are_no_words(tables_of_page):
    rows = [("Changes in assets, net of ef-", "113,711", "5,057"), ("fects from acquisitions", "", ""), *ITEMS[:3]]
    found = tables_of_page(table([("", "1H10", "1H11"), *rows], pitch=11))
    assert found[0][1][0] == "Changes in assets, net of effects from acquisitions"


def test_a_hyphen_at_the_end_of_a_line_of_a_label(tables_of_page):
    label = ["Adjustments to net income to cash pro-", "vided by operating activities:"]
    rows = [("Net income", "113,711", "5,057"), (label[0], ",", ","), (label[1], "", ""), *ITEMS[:3]]
    known = (60, 400, "Cash that is provided by operations.")
    found = tables_of_page([*table([("", "1H10", "1H11"), *rows], pitch=11), known])
    assert found[0][2] == ["Adjustments to net income to cash provided by operating activities:", ",", ","]


def test_a_letter_alone_is_the_rest_of_a_word(tables_of_page):
    heads = [(300, 86, "Thousand"), (400, 86, "Thousand"), (300, 98, "s of JPY"), (400, 98, "s of USD")]
    found = tables_of_page([*heads, *table(ITEMS[:4], top=112), (60, 400, "What is the s of an item?")])
    assert found[0][0] == ["", "Thousands of JPY", "Thousands of USD"]


def test_a_mark_of_a_footnote_is_no_digit_of_its_word(tmp_path):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    for left, top, text in FIGURES:
        (canvas.drawRightString if text.startswith(">") else canvas.drawString)(left, A4[1] - top, text.lstrip(">"))
    canvas.drawString(60, A4[1] - 642, "IP Service")
    canvas.drawRightString(350, A4[1] - 642, "4,479")
    canvas.setFont("Helvetica", 6)
    canvas.drawString(60 + canvas.stringWidth("IP Service", "Helvetica", 10), A4[1] - 638, "2")
    canvas.save()
    label = read_drawn(tmp_path, out.getvalue()).tables[0].rows[-1].cells[0].text
    assert (label.raw, label.plain.strip()) == ("IP Service<sup>2</sup>", "IP Service")


def test_columns_of_text_are_read_one_after_the_other(texts):
    left = [f"Line {number} of what stands in the left column" for number in range(8)]
    right = [f"Line {number} of what the right one says" for number in range(8)]
    found = " ".join(texts([*paragraph(left), *paragraph(right, left=310), *FIGURES])).replace("\n", " ")
    assert found.index(left[-1]) < found.index(right[0])


def test_a_title_that_a_conversion_wrote_as_a_formula_is_read_without_its_signs(texts):
    title = r"$(Three\ Months\ ended\ September\ 30,\ 2015)$"
    assert texts([(60, 80, title), *FIGURES])[0].split() == ["(Three", "Months", "ended", "September", "30,", "2015)"]


def test_pieces_on_one_line_are_one_line_of_text(texts):
    page = [(60, 100, "Actual results"), (200, 100, "Target announced"), (60, 130, "Revenues JPY32,275 million")]
    assert texts(page) == ["Actual results Target announced", "Revenues JPY32,275 million"]


def test_notes_with_marks_in_front_are_no_table(texts):
    notes = [
        (60, 100, "*1"),
        (78, 100, "Revenues of services include those of data centers, as before."),
        (60, 118, "*2"),
    ]
    notes += [(78, 118, "The number of contracts of consumers is disclosed from this quarter.")]
    assert " ".join(" ".join(texts([*notes, *FIGURES])).split()) == (
        "Revenues of services include those of data centers, as before."
        " The number of contracts of consumers is disclosed from this quarter."
    )


def test_two_headings_one_below_the_other_are_two(tmp_path):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for size, pieces in ((14, [(60, 80, "Financial results"), (60, 108, "Actual results and targets")]), (10, FIGURES)):
        canvas.setFont("Helvetica", size)
        for left, top, text in [*pieces, *([] if size > 10 else paragraph(LINES, top=140))]:
            right = text.startswith(">")
            (canvas.drawRightString if right else canvas.drawString)(left, A4[1] - top, text.lstrip(">"))
    canvas.save()
    found = shown(read_drawn(tmp_path, out.getvalue()))
    assert found[:2] == ["# Financial results", "# Actual results and targets"]


def test_numbers_of_pages_close_to_a_table_are_no_rows_of_it(tmp_path):
    pages = [
        [*table([(f"{name} at the start of the period", "11,461", "12,120")] * 8, top=700), (290, 812, f"{number}")]
        for number, name in enumerate(("Cash", "Equity", "Debt"), 1)
    ]
    rows = [row for block in shown(read_drawn(tmp_path, drawn(*pages))) for row in block]
    assert len(rows) == 24
    assert {len(row) for row in rows} == {3}


def test_running_heads_close_to_a_table_are_set_aside(tmp_path):
    names = ("Cash", "Equity", "Debt", "Loans")
    rows = [[(f"{name} {at}", "11,461", "12,120") for at in range(8)] for name in names]
    pages = [[(60, 40, "First Half of FY2011"), *table(held, top=54)] for held in rows]
    found = [row for block in shown(read_drawn(tmp_path, drawn(*pages))) for row in block]
    assert found == [list(row) for part in rows for row in part]


def test_a_title_that_is_spread_to_the_sides_of_the_page_is_one_line(tmp_path):
    words = ["Quarterly", "Consolidated", "Statements", "of", "Income"]
    title, left = [], 60.0
    for word in words:
        width = stringWidth(f"{word} ", "Helvetica", 10)
        title.append((left, 80, f"{word} "))
        left += width + 45
    pieces = [*title, *table([("", "1H10", "1H11"), *ITEMS[:3]], top=96)]
    assert shown(read_drawn(tmp_path, drawn(pieces)))[0] == " ".join(words)


def test_ligatures_and_dashes_of_fonts_that_do_not_say_what_they_hold(tmp_path):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas._code.append(r"BT /F1 10 Tf 1 0 0 1 60 700 Tm (Bene\034ts of the \034rst o\036ce \026 and e\033ects) Tj ET")
    canvas.drawString(60, 600, "Revenues grew by 3.4% in the half year that ended on September 30, 2011")
    canvas.save()
    assert shown(read_drawn(tmp_path, out.getvalue()))[0] == "Benefits of the first office — and effects"


def test_running_text_that_is_set_to_an_edge_is_not_cut_off_by_it(tmp_path):
    """Lines end 0.8 points behind the frame outside of which nothing is seen: what a letter has free beside it."""
    lines = [
        "Total revenues were JPY47,207 million, a third above those of the",
        "year before, and costs JPY37,971 million",
    ]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Courier", 10)
    frame = canvas.beginPath()
    frame.rect(20, 20, 500, A4[1] - 40)
    canvas.clipPath(frame, stroke=0, fill=0)
    for number, line in enumerate((*lines, "which is more than was told when the year began")):
        canvas.drawRightString(520.8, A4[1] - 100 - 14 * number, line)
    canvas.save()
    (text,) = shown(read_drawn(tmp_path, out.getvalue()))
    assert "…" not in text
