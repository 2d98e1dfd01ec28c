"""Japanese pages, whose letters and digits come from another font than the rest."""

import io
import re

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from iij_xbrl.read.layout.shapes import is_dash, stands_apart
from pdfs import read_drawn, shown

JAPANESE, LATIN = "HeiseiKakuGo-W5", "Helvetica"
LEFT = 50


@pytest.fixture
def blocks(tmp_path):
    """Reads lines of a page, each with its distance from the top and its size."""
    pdfmetrics.registerFont(UnicodeCIDFont(JAPANESE))

    def read_lines(*lines):
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=A4, invariant=1)
        for top, size, text in lines:
            at = LEFT
            for run in re.findall(r"[!-~]+|[^!-~]+", text):
                font = LATIN if run.isascii() else JAPANESE
                canvas.setFont(font, size)
                canvas.drawString(at, A4[1] - top, run)
                at += pdfmetrics.stringWidth(run, font, size)
        canvas.showPage()
        canvas.save()
        return shown(read_drawn(tmp_path, out.getvalue()))

    return read_lines


FULL = "当第2四半期連結累計期間における売上収益は、前年同期比7.3％増の109,050百万円となりました。営業利益は"
REST = "9,300百万円、税引前四半期利益は9,710百万円となりました。"


def test_a_text_in_two_fonts_has_one_size(blocks):
    assert blocks((100, 12, "経営成績に関する説明"), (130, 10, FULL), (144, 10, REST)) == [
        "# 経営成績に関する説明",
        FULL + REST,
    ]


def test_a_line_that_begins_with_digits_is_no_heading(blocks):
    lines = ["31,321百万円となりました。", "営業利益は2,448百万円となりました。", "25.0％増となりました。"]
    assert blocks(*((100 + 40 * at, 10, line) for at, line in enumerate(lines))) == lines


@pytest.mark.parametrize(
    "line", ["２．配当の状況", "(1) 連結経営成績", "（注1）当社株主に帰属する利益", "（単位：千円）", "※ 注記事項"]
)
def test_an_item_begins_a_line_of_its_own(blocks, line):
    assert stands_apart(line)
    assert "\n".join(blocks((100, 10, FULL), (114, 10, line))).split("\n") == [FULL, line]


@pytest.mark.parametrize(
    "line", ["2.5％増となりました。", "(1) Revenues", "（前年同期比7.3％増）となりました。", "売上収益（注）は"]
)
def test_a_line_that_goes_on_does_not_stand_apart(line):
    assert not stands_apart(line)


@pytest.mark.parametrize("text", ["－", "―", "ー", "（－）"])
def test_a_wide_dash_is_no_sign(text):
    assert is_dash(text)
