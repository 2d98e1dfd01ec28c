"""Tables of wide scripts: words that are spread, full-width figures, remarks above tables, lines that end anywhere."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from iij_xbrl.read.layout.geometry import Box
from iij_xbrl.read.layout.page import Character
from iij_xbrl.read.layout.shapes import is_figure
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


@pytest.mark.parametrize("label", [("2020", "年", "3", "月", "期"), ("21", "年", "３", "月", "期")])
def test_a_label_that_is_spread_may_start_with_a_year(blocks, label):
    pieces = [(60, 114, label[0])]
    for word in label[1:]:
        left = pieces[-1][0] + pdfmetrics.stringWidth(pieces[-1][2], FONT, 10) + 22
        pieces.append((left, 114, word))
    page = blocks([*pieces, *table([HEAD, ("", "34,272", "47,207"), ("累計", "1,201", "2,448")])])
    assert page[0][1] == ["".join(label), "34,272", "47,207"]


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


BETWEEN = 2  # points: what typesetters leave where a wide script meets digits, at a size of 10


def set_apart(left, top, *words, size=10):
    """Words of which each starts as far behind the one before as a wide script stands from digits."""
    pieces = []
    for word in words:
        pieces.append((left, top, word))
        left += pdfmetrics.stringWidth(word, FONT, size) + BETWEEN
    return pieces


def test_cells_are_told_by_gaps_that_are_wider_than_those_between_scripts(blocks):
    text = set_apart(60, 80, "当", "2", "四半期の営業収益は", "47,207", "百万円、総資産は", "69,102", "百万円")
    heads = [(284, 100, "当社株主に帰属"), (357, 100, "１株当たり当期純利益")]
    rows = [("前期", "34,272", "1,201"), ("当期", "47,207", "2,448")]
    (sentence, found) = blocks([*text, *heads, *table(rows, top=114, edges=(354, 460))])
    assert sentence == "当2四半期の営業収益は47,207百万円、総資産は69,102百万円"
    assert found == [["", "当社株主に帰属", "１株当たり当期純利益"], *(list(row) for row in rows)]


def test_figures_that_are_close_are_two_where_a_page_shows_how_far_scripts_are_apart(blocks):
    text = set_apart(60, 80, "当", "2", "四半期の営業収益は", "47,207", "百万円、総資産は", "69,102", "百万円")
    rows = [("", "前期", "当期"), ("前期", "34,272", "11,201"), ("当期", "47,207", "12,448")]
    assert blocks([*text, *table(rows, top=114, edges=(330, 361))])[1][1:] == [list(row) for row in rows[1:]]


@pytest.mark.parametrize("rest", ["31日）", "30日現在）", "3月期）"])
def test_what_is_left_of_a_date_below_a_head_is_no_figure(blocks, rest):
    heads = [("", "前連結会計年度末（2011年", "当四半期末"), ("", rest, "")]
    assert blocks(table([*heads, *ROWS[1:]], pitch=12))[0][0] == ["", f"前連結会計年度末（2011年{rest}", "当四半期末"]


def test_a_heading_of_two_lines_that_are_as_far_apart_as_its_font_is_high_twice(blocks):
    title = "平成29年3月期第2四半期決算短信〔米国基"
    text = [(60, 200 + 14 * at, FULL) for at in range(4)]
    assert blocks([(60, 100, title, 24), (200, 152, "準〕（連結）", 24), *text])[0] == f"# {title}準〕（連結）"


def test_what_stands_halfway_between_lines_of_others_does_not_show_how_far_lines_are_apart(blocks):
    period = "2012年3月期第2四半"
    edges = (300, 410, 500)
    shares = []
    for at, label in enumerate(["①期末発行済株式数", "②期末自己株式数", "③期中平均株式数", "④普通株式数"]):
        top = 300 + 36 * at
        shares += [(200, top, period), (200, top + 17, "期")]
        shares += table([(label, "", "46,711,400", "46,701,800")], top=top + 8.5, edges=edges)
    heads = [("", period, period, ""), ("", "", "", "増減率"), ("", "期累計", "期累計", "")]
    rows = [("営業収益合計", "34,272", "47,207", "37.7"), ("営業利益", "1,201", "2,448", "103.8")]
    figures = table(rows, top=136, pitch=18, edges=edges)
    page = blocks([*table(heads, pitch=8.5, edges=edges), *figures, (60, 260, "発行済株式数"), *shares])
    assert page[0][0] == ["", f"{period}期累計", f"{period}期累計", "増減率"]


def test_a_head_between_labels_and_the_first_figures_has_a_column_of_its_own(blocks):
    heads = [
        ("注記", "前連結会計年度", "当連結会計年度"),
        ("", "（2019年3月期）", "（2020年3月期）"),
        ("", "千円", "千円"),
    ]
    rows = [("税引前利益", "", "5,842,984", "7,158,987"), ("減価償却費及び償却費", "", "15,628,567", "28,520,131")]
    edges = (240, 350, 450)
    page = blocks([*table([("", *head) for head in heads], edges=edges), *table(rows, top=128, edges=edges)])
    assert page[0][0] == ["", *heads[0]]


def test_bold_print_is_that_of_each_text_not_of_its_font(tmp_path):
    """A word processor prints a font that has no bold face twice as strong where a heading asks for it."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for top, mode, text in ((100, 2, "四半期連結貸借対照表"), (120, 0, "営業収益は47,207百万円となりました。")):
        canvas.saveState()
        line = canvas.beginText(60, A4[1] - top)
        line.setFont(FONT, 10)
        line.setTextRenderMode(mode)
        line.textOut(text)
        canvas.drawText(line)
        canvas.restoreState()
    canvas.save()
    texts = [line.raw for block in read_drawn(tmp_path, out.getvalue()).blocks for line in block.lines]
    assert texts == ["**四半期連結貸借対照表**", "営業収益は47,207百万円となりました。"]


def test_a_line_of_a_head_that_is_not_full_goes_on_where_those_beside_it_do(blocks):
    heads = [("資本準備", "利益準備", "その他"), ("金合計", "金残高", "の資本")]
    rows = [("期首残高", "25,562", "36,734", "51,093"), ("期末残高", "25,563", "36,884", "65,747")]
    edges = (300, 360, 420)
    above = table([("", *line) for line in heads], pitch=11, edges=edges)
    page = blocks([*above, *table(rows, top=124, pitch=11, edges=edges)])
    assert page[0][0] == ["", *("".join(lines) for lines in zip(*heads, strict=True))]


@pytest.mark.parametrize("text", ["30年３", "2011年3", "6ヶ月間", "31日）", "第2四半期"])
def test_pieces_of_dates_are_no_figures(text):
    assert not is_figure(text)
    assert is_figure("30円") and is_figure("46,711株")
