"""A PDF becomes a document, each text with its page and box; what cannot be read is refused in one line."""

import pytest
from reportlab.lib.utils import ImageReader

from iij_xbrl.errors import InputError
from iij_xbrl.limits import Limits
from iij_xbrl.read import read
from pdfs import drawn, read_drawn, shown, table

ROWS = [
    ("", "1H10", "1H11"),
    ("", "JPY millions", "JPY millions"),
    ("Total Revenues", "34,272", "47,207"),
    ("Network Services", "20,686", "31,321"),
    ("Operating Income", "1,201", "2,448"),
]


@pytest.fixture
def document(tmp_path):
    return read_drawn(tmp_path, drawn(table(ROWS)))


def test_a_table(document):
    assert shown(document) == [[list(row) for row in ROWS]]


def test_the_place_of_a_figure_is_its_page_and_box(document):
    figure = document.tables[0].rows[2].cells[2].text
    left, top, right, bottom = figure.span.origin.box
    assert figure.plain == "47,207"
    assert (figure.span.origin.page, right) == (1, 450)
    assert left > 400
    assert top < 128 < bottom < 135


def test_the_box_of_a_part_is_that_of_its_characters(tmp_path):
    found = read_drawn(tmp_path, drawn(table([("Revenues", "JPY47,207"), ("Costs", "JPY37,971")])))
    cell = found.tables[0].rows[0].cells[1].text
    assert cell.part(3, 9).plain == "47,207"
    assert cell.part(3, 9).span.origin.box[0] > cell.span.origin.box[0] + 15


def test_heads_are_marked(document):
    assert [[cell.header for cell in row.cells] for row in document.tables[0].rows[1:3]] == [
        [False, True, True],
        [False, False, False],
    ]


def test_a_page_that_is_shown_turned(tmp_path):
    found = read_drawn(tmp_path, drawn(table(ROWS), turn=90))
    assert shown(found) == [[list(row) for row in ROWS]]


def refused(folder, data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_drawn(folder, data)
    return str(caught.value).replace(str(folder / "page.pdf"), "page.pdf")


def test_an_encrypted_file(tmp_path):
    data = drawn(table(ROWS), password="secret")
    assert refused(tmp_path, data) == "page.pdf: is encrypted; save it without a password first"


def test_a_damaged_file(tmp_path):
    assert refused(tmp_path, b"%PDF-1.7\nnothing of a file").startswith("page.pdf: is damaged:")


def test_a_page_that_is_a_picture(tmp_path):
    import io

    from PIL import Image
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(60, 700, "Revenues")
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 50, 50, 400, 600)
    canvas.showPage()
    canvas.save()
    assert refused(tmp_path, out.getvalue()).startswith("page.pdf:p2: this page is a picture without text")


def test_letters_that_stand_for_others(tmp_path):
    sentence = "Revenues of network services increased because enterprises took more bandwidth than a year before, "
    cipher = "".join(chr((ord(char) - 97 + 7) % 26 + 97) if char.islower() else char for char in sentence)
    page = [(60, 100 + 14 * row, cipher) for row in range(6)]
    assert refused(tmp_path, drawn(page)).startswith("page.pdf:p1: the fonts of this page do not say which letters")


def test_the_same_sentence_in_its_own_letters(tmp_path):
    sentence = "Revenues of network services increased because enterprises took more bandwidth than a year before,"
    page = [(60, 300 + 14 * row, sentence) for row in range(6)]
    assert read_drawn(tmp_path, drawn([*table(ROWS), *page])).tables


def test_a_page_of_more_characters_than_any_is_refused_with_the_option(tmp_path):
    path = tmp_path / "release.pdf"
    path.write_bytes(drawn(table(ROWS)))
    with pytest.raises(InputError, match=r"release\.pdf:p1: a page of \d+ characters; no more than 9 .*--limit page="):
        read(path, limits=Limits(page=9))
