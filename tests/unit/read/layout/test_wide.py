"""Tables of wide scripts: words that are spread, full-width figures, remarks above tables, lines that end anywhere."""

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from iij_xbrl.read.layout.geometry import Box
from iij_xbrl.read.layout.page import Character
from iij_xbrl.read.pdf.characters import _with_cuts
from pdfs import drawn, read_drawn, shown, table

FONT = "HeiseiMin-W3"
HEAD = ("", "前第2四半期", "当第2四半期")
ROWS = [HEAD, ("営業収益合計", "34,272", "47,207"), ("営業利益", "1,201", "2,448")]


@pytest.fixture
def blocks(tmp_path):
    """Reads pieces that are drawn in a Japanese font."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return lambda pieces, **options: shown(read_drawn(tmp_path, drawn(pieces, font=FONT, **options)))


def spread(text, left, right, top, size=10):
    step = (right - size - left) / (len(text) - 1)
    return [(left + at * step, top, char) for at, char in enumerate(text)]


def test_a_label_that_is_spread_to_the_sides_of_its_column_is_one(blocks):
    labels = [*spread("受取利息", 60, 220, 128), *spread("その他－純額", 60, 220, 142), *spread("合計", 60, 220, 156)]
    figures = [("", "6,118", "5,117"), ("", "22,118", "32,117"), ("", "28,236", "37,234")]
    page = blocks([*table([HEAD, ("その他の収益（費用）", "", ""), *figures]), *labels])
    assert page == [
        [
            list(HEAD),
            ["その他の収益（費用）", "", ""],
            ["受取利息", "6,118", "5,117"],
            ["その他－純額", "22,118", "32,117"],
            ["合計", "28,236", "37,234"],
        ]
    ]


def test_heads_that_are_spread_are_one_each(blocks):
    heads = [*spread("営業利益", 280, 350, 100), *spread("経常収益", 380, 450, 100)]
    assert blocks([*heads, *table([("", "百万円", "百万円"), *ROWS[1:]], top=114)])[0][0] == [
        "",
        "営業利益",
        "経常収益",
    ]


def test_units_at_one_distance_are_one_each(blocks):
    units = [("", "円", "円", "円"), ("2012年3月期", "2.1", "2.2", "4.3"), ("2011年3月期", "1.1", "1.2", "2.3")]
    assert blocks(table(units, edges=(300, 330, 360)))[0] == [list(row) for row in units]


@pytest.mark.parametrize("value", ["３４，２７２", "△１，２０１", "１２．５", "（２，４４８）", "－"])
def test_full_width_figures_are_figures(blocks, value):
    rows = [HEAD, ("営業収益", value, "４７，２０７"), ("営業利益", "１，２０１", value)]
    assert blocks(table(rows, edges=(300, 400))) == [[list(row) for row in rows]]


@pytest.mark.parametrize(
    "remark", ["（単位：百万円）", "（％表示は、対前年同四半期増減率）", "(単位：千円、比率を除く)"]
)
def test_a_remark_at_the_right_side_of_a_table_stands_above_it(blocks, remark):
    assert blocks([(452, 90, f">{remark}"), *table(ROWS, top=104)]) == [remark, [list(row) for row in ROWS]]


def test_a_numbered_title_with_a_remark_at_its_right_stands_above_a_table(blocks):
    pieces = [(60, 80, "(1) 連結経営成績"), (450, 80, ">（％表示は、対前期増減率）"), *table(ROWS, top=104)]
    assert blocks(pieces) == ["(1) 連結経営成績（％表示は、対前期増減率）", [list(row) for row in ROWS]]


def test_what_a_head_says_first_of_its_column_stays_in_it(blocks):
    page = blocks([(350, 90, ">（参考）"), *table([("", "前期", "当期"), *ROWS[1:]], top=102)])
    assert page == [[["", "（参考） 前期", "当期"], *(list(row) for row in ROWS[1:])]]


FULL = "当第2四半期連結累計期間における営業収益は、前年同期比37.7％増の47,2"
REST = "07百万円となり、営業利益は2,448百万円となりました。"


def test_a_number_goes_on_with_the_next_line(blocks):
    assert blocks([(60, 100, FULL), (60, 114, REST), (60, 128, FULL), (60, 142, REST)]) == [FULL + REST] * 2


def test_lines_that_are_not_full_are_texts_of_their_own(blocks):
    lines = ["平成24年3月期決算短信", "平成24年5月15日", "（百万円未満四捨五入）"]
    page = [*((60, 100 + 14 * at, line) for at, line in enumerate(lines)), (60, 142, FULL), (60, 156, REST)]
    assert blocks(page) == [*lines, FULL + REST]


def test_figures_that_break_anywhere_are_put_together_where_one_of_their_row_is_no_figure_alone(blocks):
    rows = [("", "利益剰余金", "その他"), ("利益剰余金への振", "３３１，０", "△３３"), ("替", "０２", "１，００２")]
    page = blocks(table([*rows, ("合計", "３３１，００２", "△１２")], edges=(300, 400), pitch=11))
    assert [row[1:] for row in page[0][1:]] == [["３３１，００２", "△３３１，００２"], ["３３１，００２", "△１２"]]


def test_figures_that_may_go_on_below_are_not_taken_for_whole(blocks):
    rows = [HEAD, ("その他の包括利益", "△13", "△25"), ("", "9,086", "2"), ("包括利益", "618,489", "1,334")]
    page = blocks(table(rows, edges=(300, 400), pitch=11))
    assert [row[1:] for row in page[0][1:]] == [["△13 9,086", "△25 2"], ["618,489", "1,334"]]


def test_sums_without_a_label_are_rows(blocks):
    rows = [HEAD, ("営業収益", "1,201", "2,448"), ("営業費用", "1,012", "46"), ("", "2,213", "2,494")]
    assert blocks(table(rows, edges=(300, 400), pitch=11)) == [[list(row) for row in rows]]


@pytest.mark.parametrize(("last", "is_cut"), [("。", False), ("信", False), ("８", True), ("，", True), ("8", True)])
def test_a_line_that_is_set_to_the_side_of_a_page_is_not_cut_off_by_it(last, is_cut):
    """The side is half a point in front of where lines end, as browsers round it."""
    line = [Character(last, Box(543.5, 100, 553.51, 110), 108.0, 10.0, bold=False)]
    assert (_with_cuts(line, {553.0}, {553.0})[-1].text == "…") == is_cut
    assert _with_cuts(line, {553.0}, set())[-1].text == "…"
