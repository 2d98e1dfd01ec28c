"""Footnote marks are told from figures, and marks and notes are known by the same key."""

import pytest

from iij_xbrl.extract.cells.cell import read_cell
from iij_xbrl.read.document import Text
from iij_xbrl.read.marks import marks, note_start
from iij_xbrl.read.markup import plain
from support import at


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ("Service<sup>2</sup>", ["2"]),
        ("Service ²", ["2"]),
        ("Service ^{(Note 1)}", ["note1"]),
        ("Service ^4", ["4"]),
        ("Service*²", ["*2"]),
        ("10^4 calls", []),
        ("the 2^nd quarter", []),
        ("Service*2", ["*2"]),
        ("Service **", ["**"]),
        ("Service * 2", []),
        ("Service <sup>*2</sup>", ["*2"]),
        ("Service (Note 1)", ["note1"]),
        ("Service (Note)", ["note"]),
        ("Service (*1)", ["*1"]),
        ("Service†", ["†"]),
        ("第2四半期（累計）※", ["※"]),
        ("第2四半期（累計）※1", ["※1"]),
        ("¥*", ["*"]),
        ("the 2<sup>nd</sup> quarter", [""]),
        ("5 * 3", []),
        ("in *italics*", []),
        ("**Total** 5", []),
        ("**Service*2**", ["*2"]),
        ("5*3.14", []),
    ],
)
def test_marks_of_every_style_have_a_key(source, keys):
    assert [mark.key for mark in marks(source)] == keys


@pytest.mark.parametrize(
    ("source", "key", "words"),
    [
        ("² Of the service.", "2", "Of the service."),
        ("<sup>2</sup> Of the service.", "2", "Of the service."),
        ("^{*2.} Of the service.", "*2", "Of the service."),
        ("*2 Of the service.", "*2", "Of the service."),
        ("(Note 1) Of the service.", "note1", "Of the service."),
        ("⁽Note1) Of the service.", "note1", "Of the service."),
        ("Note 1: Of the service.", "note1", "Of the service."),
        ("(1) Of the service.", "(1)", "Of the service."),
        ("* Of the service.", "*", "Of the service."),
    ],
)
def test_a_note_begins_with_its_mark(source, key, words):
    found = note_start(source)
    assert found
    assert (found.key, source[found.end :]) == (key, words)


@pytest.mark.parametrize("source", ["Of the service.", "**Bold** words", "(148) the cost", "2 of the service"])
def test_other_texts_are_no_notes(source):
    assert note_start(source) is None


@pytest.mark.parametrize(
    "printed", ["1,234*", "1,234*1", "1,234 *1", "1,234†", "1,234※1", "1,234(Note 1)", "1,234 (*1)", "1,234¹"]
)
def test_a_mark_on_a_figure_is_never_read_as_a_digit(printed):
    cell = read_cell(Text(printed, plain(printed), at(1, 0, len(printed))))
    assert cell.figure
    assert (cell.figure.text, str(cell.figure.value)) == ("1,234", "1234")
