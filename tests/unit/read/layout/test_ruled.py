"""Tables that are ruled all around: cells are what stands between rules, wherever figures stand in them."""

import io
from itertools import pairwise

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pdfs import drawn, read_drawn, shown, table

ROWS = [
    ["", "1H10", "1H11"],
    ["Revenues", "34,272", "47,207"],
    ["Refund", "", "5"],
    ["Operating loss", "(1,201)", "-"],
]
SIDES = (60, 220, 320, 420)
ITEMS = list(enumerate("abcdef", 11))
PITCH = 14


def grid(sides=SIDES, rows=4, *, top=100, heights=None):
    """The rules around all cells of a table."""
    levels = [top]
    for height in heights or [PITCH] * rows:
        levels.append(levels[-1] + height)
    across = [(sides[0], level, sides[-1], level) for level in levels]
    return [*across, *((side, top, side, levels[-1]) for side in sides)]


def cells(rows=ROWS, sides=SIDES, *, top=100, setting="left"):
    """The pieces of a table, each at the left or right side of its cell."""
    pieces = []
    for number, row in enumerate(rows):
        for at, text in enumerate(row):
            line = top + number * PITCH + 10
            if text and setting == "right" and at:
                pieces.append((sides[at + 1] - 3, line, f">{text}"))
            elif text:
                pieces.append((sides[at] + 3, line, text))
    return pieces


@pytest.mark.parametrize("setting", ["left", "right"])
def test_figures_stand_anywhere_in_their_cells(tables, setting):
    assert tables(cells(setting=setting), lines=grid()) == [ROWS]


def test_cells_as_narrow_as_their_figures(tables):
    rows = [["", "1H10", "1H11"], ["Revenues", "34,272", "47,207"], ["Costs", "27,431", "37,971"]]
    sides = (60, 120, 154, 188)
    assert tables(cells(rows, sides), lines=grid(sides, 3)) == [rows]


def test_a_head_over_two_cells_that_are_one(tables):
    lines = [line for line in grid() if line != (320, 100, 320, 156)] + [(320, 114, 320, 156)]
    rows = [["", "Six months", ""], ["", "JPY", "USD"], *ROWS[1:3]]
    assert tables(cells([["", "Six months"], *rows[1:]]), lines=lines) == [rows]


def test_a_label_of_several_lines_is_one_cell(tables):
    pieces = [
        (63, 110, "Proceeds from sales of"),
        (63, 122, "Available-for-sale securities"),
        (223, 116, "27,931"),
        (323, 116, "3,879"),
        *cells([["Other", "1", "2"]], top=126),
    ]
    assert tables(pieces, lines=grid(heights=[26, PITCH])) == [
        [["Proceeds from sales of Available-for-sale securities", "27,931", "3,879"], ["Other", "1", "2"]]
    ]


def test_a_figure_that_is_broken_over_lines(tables):
    pieces = [
        (63, 110, "BALANCE"),
        (223, 110, "27,3"),
        (223, 122, "63,7"),
        (223, 134, "03"),
        (253, 110, "(16,720,0"),
        (253, 122, "92)"),
        *cells([["Other", "1", "2"]], (60, 220, 250, 300), top=140),
    ]
    lines = grid((60, 220, 250, 300), heights=[40, PITCH])
    assert tables(pieces, lines=lines)[0][0] == ["BALANCE", "27,363,703", "(16,720,092)"]


def test_two_figures_in_a_cell_stay_two(tables):
    pieces = [(63, 110, "Shares"), (223, 110, "1,234"), (223, 122, "5,678"), *cells(ROWS[1:], top=126)]
    lines = grid(heights=[26, PITCH, PITCH, PITCH])
    assert tables(pieces, lines=lines)[0][0] == ["Shares", "1,234 5,678", ""]


def test_a_word_that_is_broken_over_lines_is_one_where_the_document_has_it(tables):
    pieces = [(60, 60, "Amounts are thousands of yen, and so is income per share."), *cells(ROWS[1:3], top=130)]
    head = [(223, 110, "Thousan"), (223, 122, "ds of yen"), (323, 110, "In"), (323, 122, "come")]
    found = tables([*pieces, *head], lines=grid(heights=[30, PITCH, PITCH]))
    assert found[0][0] == ["", "Thousands of yen", "Income"]


def test_signs_in_cells_of_their_own_belong_to_their_figures(tables):
    sides = (60, 220, 230, 290, 300)
    rows = [["", "", "1H10", ""], ["Revenues", "$", "34,272", ""], ["Loss", "", "(1,201", ")"]]
    assert tables(cells(rows, sides), lines=grid(sides, 3)) == [
        [["", "1H10"], ["Revenues", "$34,272"], ["Loss", "(1,201)"]]
    ]


SIGNS = (60, 180, 186, 230, 236, 242, 290, 296)
SIGNED = [
    ["", "1H10", "", "", "1H11", "", ""],
    ["Revenues", "", "34,272", "", "", "47,207", ""],
    ["Loss", "(", "1,201", ")", "(", "117", ")"],
    ["Refund", "", "5", "", "(", "16", ")"],
]
LOSS = [["Loss", "(1,201)", "(117)"], ["Refund", "5", "(16)"]]


def test_signs_in_cells_as_narrow_as_they_are(tables):
    strokes = [
        (left + 0.2, 100 + PITCH * row, right - 0.2, 100 + PITCH * row)
        for row in range(5)
        for left, right in pairwise(SIGNS)
    ]
    uprights = [(side, 100 if side in (60, 180, 236, 296) else 114, side, 156) for side in SIGNS]
    found = tables(cells(SIGNED, SIGNS), lines=[*strokes, *uprights])
    assert found == [
        [["", "1H10", "1H11"], ["Revenues", "34,272", "47,207"], ["Loss", "(1,201)", "(117)"], ["Refund", "5", "(16)"]]
    ]


def test_signs_that_no_rules_part_are_those_of_their_rows(tables):
    sides = (60, 180, 190, 230, 260, 290, 330, 340)
    lines = [(left, 100 + PITCH * row, right, 100 + PITCH * row) for row in range(5) for left, right in pairwise(sides)]
    lines = [line for line in lines if line[2] - line[0] > 15 or line[1] in {100, 156}]
    found = tables(cells(SIGNED, sides), lines=[*lines, *((side, 100, side, 156) for side in sides)])
    assert [[row[0], *row[-2:]] for row in found[0]][2:] == LOSS


def test_cells_of_signs_that_are_as_wide_as_figures(tables):
    sides = (60, 180, 200, 250, 270, 290, 340, 360)
    uprights = [(side, 100 if side in (60, 180, 270, 360) else 114, side, 156) for side in sides]
    across = [(60, 100 + PITCH * row, 360, 100 + PITCH * row) for row in range(5)]
    found = tables(cells([*SIGNED[:3], ["Refund", "", "5", "", "", "16", ""]], sides), lines=[*across, *uprights])
    assert found[0][:3] == [["", "1H10", "1H11"], ["Revenues", "34,272", "47,207"], ["Loss", "(1,201)", "(117)"]]


def test_what_a_page_is_printed_on_is_no_rule(tables):
    both = [*cells(), *cells(top=300)]
    assert tables(both, lines=[*grid(), *grid(top=300)], areas=[(60, 40, 420, 800)]) == [ROWS, ROWS]


def test_a_ruled_table_right_above_another(tables):
    both = [*cells(), *cells(top=160)]
    assert tables(both, lines=[*grid(), *grid((60, 240, 340, 440), top=160)]) == [ROWS, ROWS]


def test_a_row_that_a_page_breaks_is_one(tmp_path):
    first = cells([["", "1H10", "1H11"], ["Proceeds from sales of securities", "27,931", "3,879"]])
    second = cells([["that are available for sale", "", ""], ["Other", "1", "2"]])
    sides = (60, 222, 320, 420)
    found = shown(read_drawn(tmp_path, drawn(first, second, lines=grid(sides, 2))))
    assert found == [
        [
            ["", "1H10", "1H11"],
            ["Proceeds from sales of securities that are available for sale", "27,931", "3,879"],
            ["Other", "1", "2"],
        ]
    ]


def test_a_label_alone_at_the_top_of_a_page_is_a_row(tmp_path):
    first, second = cells([["", "1H10", "1H11"], ["Dividends", "27,931", "3,879"]]), cells([["Costs:"], ROWS[1]])
    found = shown(read_drawn(tmp_path, drawn(first, second, lines=grid(rows=2))))
    assert [row[0] for row in found[0]] == ["", "Dividends", "Costs:", "Revenues"]


def test_a_head_alone_at_the_end_of_a_page_goes_with_its_table(tmp_path):
    rows = [["Six months", "Full year"], ["JPY", "USD", "JPY"]]
    head = [(173, 110, rows[0][0]), (293, 110, rows[0][1])]
    body = cells([["", *rows[1]], ["Revenues", "34,272", "500", "47,207"]], (60, 170, 230, 290, 350))
    out = tmp_path / "page.pdf"
    out.write_bytes(_pages((head, grid((60, 170, 290, 350), 1)), (body, grid((60, 170, 230, 290, 350), 2))))
    assert shown(read_drawn(tmp_path, out.read_bytes())) == [
        [["", "Six months", "", "Full year"], ["", *rows[1]], ["Revenues", "34,272", "500", "47,207"]]
    ]


def test_a_head_and_a_label_alone_at_the_end_of_a_page_stand_above_the_rows_overleaf_once(tmp_path):
    first, second = cells([ROWS[0], ["Costs:", "", ""]]), cells([ROWS[0], *ROWS[1:]])
    out = tmp_path / "page.pdf"
    out.write_bytes(_pages((first, grid(rows=2)), (second, grid())))
    assert shown(read_drawn(tmp_path, out.read_bytes())) == [[ROWS[0], ["Costs:", "", ""], *ROWS[1:]]]


@pytest.mark.parametrize("first", [0, 1], ids=["first row and last", "all rows between"])
def test_areas_behind_every_second_row_show_all_cells(tables, first):
    rows = [["", "1H10", "1H11"], *[[f"Item {name}", f"{at},461", f"{at}"] for at, name in ITEMS]]
    lines = [rule for number in range(first, 7, 2) for rule in grid(rows=1, top=100 + number * PITCH)]
    assert tables([*cells(rows), (60, 70, "Operating Results Summary")], lines=lines) == [rows]


def test_heads_of_several_lines_above_areas_behind_every_second_row_are_rows(tables):
    heads = [["", "Six months ended", ""], ["", "Sep. 2010", "Sep. 2011"], ["", "JPY", "USD"]]
    rows = [*heads, *[[f"Item {name}", f"{at},461", f"{at}"] for at, name in ITEMS]]
    lines = [rule for number in range(3, 9, 2) for rule in grid(rows=1, top=100 + number * PITCH)]
    pieces = [(300, 110, "Six months ended"), *cells([[""], *rows[1:]], setting="right")]
    assert tables(pieces, lines=lines) == [rows]


def test_a_frame_around_text_is_no_table(tmp_path):
    pieces = [(63, 110 + 12 * line, f"Line {line} of a text that says no more than this.") for line in range(3)]
    found = shown(read_drawn(tmp_path, drawn(pieces, lines=grid((60, 400), 1, heights=[40]))))
    assert len(found) == 1
    assert isinstance(found[0], str)


def test_a_frame_around_the_head_alone_leaves_the_table_whole(tables):
    assert tables(cells(setting="right"), lines=grid(rows=1)) == [ROWS]


def test_lines_of_a_break_stay_apart_between_tables(tmp_path):
    long = "Line {} of a text that is as wide as the page is, and so are all of the other lines of the text"
    pieces = [
        *cells(ROWS),
        (60, 180, "Net income for the six months ended September 30, 2011: JPY1,334 million"),
        (60, 192, "Six months ended September 30, 2010: JPY618 million"),
        *cells(ROWS, top=210),
        *((60, 300 + 12 * at, long.format(at)) for at in range(5)),
    ]
    found = shown(read_drawn(tmp_path, drawn(pieces, lines=[*grid(), *grid(top=210)])))
    assert found[1].splitlines()[1] == "Six months ended September 30, 2010: JPY618 million"


def _pages(*pages):
    """A PDF of pages, each with pieces and rules of its own."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for pieces, lines in pages:
        canvas.setFont("Helvetica", 10)
        for left, top, text in pieces:
            canvas.drawString(left, A4[1] - top, text)
        for left, top, right, bottom in lines:
            canvas.line(left, A4[1] - top, right, A4[1] - bottom)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_areas_behind_a_head_and_the_first_row_are_no_table_of_their_own(tables):
    second = [(63, 138, "Income attributable"), (223, 144, "2,205"), (323, 144, "1,361"), (63, 150, "to the company")]
    third = [(63, 164, "Total"), (223, 164, "2,212"), (323, 164, "1,370")]
    found = tables([*cells(ROWS[:2]), *second, *third], lines=grid(rows=2))
    assert found == [[*ROWS[:2], ["Income attributable to the company", "2,205", "1,361"], ["Total", "2,212", "1,370"]]]


def test_areas_behind_every_second_row_whose_neighbours_have_many_lines(tables):
    words = ("Net of", "allowance", "for doubtful", "accounts of", "JPY 71,727", "thousand")
    label = [(63, 122 + 11 * at, text) for at, text in enumerate(words)]
    row = [*label, (223, 150, "115,805"), (323, 150, "119,198")]
    total = [(63, 192, "TOTAL"), (223, 192, "82,111"), (323, 192, "97,841")]
    lines = [*grid(rows=1), *grid(rows=1, top=182)]
    found = tables([*cells(ROWS[:1]), *row, *total], lines=lines)
    assert found == [[ROWS[0], [" ".join(words), "115,805", "119,198"], ["TOTAL", "82,111", "97,841"]]]


def test_areas_around_the_cells_of_some_rows_part_no_figures_of_the_others(tables):
    rows = [["", "1H10", "1H11"], *([f"Item {name}", f"{at},461", f"{at},120"] for at, name in ITEMS)]
    levels = [100 + PITCH * at for at in range(8)]
    across = [(60, level, 420, level) for level in levels]
    parts = [(side, level, side, level + PITCH) for side in (220, 320) for level in levels[:7:2]]
    sides = [(side, 100, side, levels[-1]) for side in (60, 420)]
    assert tables(cells(rows), lines=[*across, *parts, *sides]) == [rows]


def test_a_table_before_that_goes_on_overleaf_says_nothing_of_how_far_pages_reach(tmp_path):
    first = [(f"Item {number} of the list", f"{number},461", f"{number + 1},120") for number in range(11, 41)]
    head, rows = ["", "1H12", "1H13"], [["Total assets", "34,272", "47,207"], ["Total equity", "27,431", "37,971"]]
    pages = [
        table(first[:10], top=560),
        [*table(first[10:], top=60), *cells([head, rows[0]], top=710)],
        cells([head, rows[1]], top=710),
    ]
    found = shown(read_drawn(tmp_path, drawn(*pages, lines=grid(rows=2, top=710))))
    assert found[-1] == [head, *rows]


def test_rules_around_a_head_and_all_rows_at_once_part_no_rows(tables):
    """As those of the end of a page are where only the head and the columns are ruled."""
    rows = [["", "As of March 31", "As of September 30"], ["", "Thousands of JPY", "Thousands of JPY"]]
    rows += [["Short-term borrowings", "9,400,000", "9,400,000"]]
    pieces = cells(rows, (60, 220, 340, 460))
    lines = grid((60, 220, 340, 460), heights=[14, 28])
    assert tables(pieces, lines=lines) == [rows]


def test_two_tables_that_touch_are_two(tables):
    upper = [["", "Thousands of JPY", "%"], ["Cash", "10,187", "19.4"], ["TOTAL", "52,301", "100.0"]]
    lower = [["", "JPY millions", "USD"], ["Borrowings", "7,350", "80,456"], ["Payables", "6,064", "60,187"]]
    other = (60, 220, 270, 420)
    pieces = [*cells(upper, setting="right"), *cells(lower, other, top=142, setting="right")]
    lines = [*grid(rows=3), *grid(other, 3, top=142)]
    assert tables(pieces, lines=lines) == [upper, lower]


WIDE = (60, 20, "A text that is as wide as the page is, so that labels are none")
OVERLEAF = [("Corporate use", "3,475", "3,696"), ("Home use", "1,657", "1,444"), ("Other use", "1,657", "1,444")]


def test_labels_that_a_page_ends_in_below_a_head_that_alone_is_ruled(tables):
    upper = [WIDE, *cells([["", "1H10", "1H11"], ["Revenues:"]], top=760), (63, 798, "Network services:")]
    lower = table(OVERLEAF, top=60, edges=(317, 417))
    (found,) = tables(upper, lower, lines=grid(heights=[14, 28], top=760))
    assert found == [["", "1H10", "1H11"], ["Revenues:", "", ""], ["Network services:", "", ""], *map(list, OVERLEAF)]


def test_rows_overleaf_below_a_head_that_alone_is_ruled(tables):
    upper = [WIDE, *cells([["", "1H10", "1H11"]], top=780)]
    lower = table(OVERLEAF, top=60, edges=(317, 417))
    (found,) = tables(upper, lower, lines=grid(heights=[14], top=780))
    assert found == [["", "1H10", "1H11"], *map(list, OVERLEAF)]


def test_a_label_that_a_page_ends_in_below_areas_behind_the_head_alone(tables):
    upper = [WIDE, *cells([["", "1H10", "1H11"], ["", "JPY", "USD"]], top=750), (63, 790, "ASSETS")]
    lower = table([("CURRENT ASSETS:", "", ""), *OVERLEAF], top=60, edges=(317, 417))
    (found,) = tables(upper, lower, lines=grid(rows=2, top=750))
    assert found[:4] == [["", "1H10", "1H11"], ["", "JPY", "USD"], ["ASSETS", "", ""], ["CURRENT ASSETS:", "", ""]]


def test_a_head_and_a_label_that_are_ruled_go_on_overleaf_where_sides_are_rounded(tmp_path):
    upper = cells([["", "1H10", "1H11"], ["ASSETS"]], top=760), grid(rows=2, top=760)
    sides = (60, 218.5, 318.5, 418.5)
    lower = cells([["CURRENT ASSETS:"], *ROWS[1:]], sides, top=60), grid(sides, 4, top=60)
    found = shown(read_drawn(tmp_path, _pages(upper, lower)))
    assert found == [[["", "1H10", "1H11"], ["ASSETS", "", ""], ["CURRENT ASSETS:", "", ""], *ROWS[1:]]]


def test_signs_with_cells_of_their_own_that_one_row_does_without(tables):
    """A head is over the cells of a figure and its sign, as a figure of one row is."""
    sides = (60, 220, 265, 320, 365, 420)
    whole = ((60, 220), (220, 320), (320, 420))
    rows = [("", "Sep. 2010", "Sep. 2011"), ("Contracts", "69,145", "91,404"), ("Bandwidth", "474.8", "713.9")]
    lines = [(60, 100 + PITCH * at, 420, 100 + PITCH * at) for at in range(4)]
    for at in range(3):
        held = sides if at == 1 else (*(left for left, _ in whole), 420)
        lines += [(side, 100 + PITCH * at, side, 100 + PITCH * (at + 1)) for side in held]
    pieces = [
        (left + 3, 110 + PITCH * at, text) if not column or not at else (right - 3, 110 + PITCH * at, f">{text}")
        for at, row in enumerate(rows)
        for column, ((left, right), text) in enumerate(zip(whole, row, strict=True))
        if text
    ]
    assert tables(pieces, lines=lines) == [[list(row) for row in rows]]
