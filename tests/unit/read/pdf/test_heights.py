"""Of fonts that do not say how high they are, pdfium knows the ink of each character alone."""

import pytest

from iij_xbrl.read.pdf.heights import are_of_ink, fonts_of_ink


@pytest.mark.parametrize(
    ("heights", "ink"),
    [
        pytest.param([1.117] * 20, False, id="all as high as the font says"),
        pytest.param([0.938] * 20, True, id="all too low for a line of text"),
        pytest.param([0.45, 0.52, 0.72, 0.74, 0.93], True, id="small letters, capital letters and parentheses"),
        pytest.param([0.72, 0.72, 0.12, 0.05], True, id="digits, a comma and a point"),
        pytest.param([0.72] * 8, True, id="digits alone"),
        pytest.param([0.95] * 18 + [1.1], True, id="a height that is too low, and what is beyond it"),
        pytest.param([1.117] * 40 + [1.3], False, id="a sign that is higher than the font"),
    ],
)
def test_heights_that_differ_as_ink_does(heights, ink):
    assert are_of_ink(heights) is ink


def test_letters_of_fonts_of_ink_are_as_high_as_those_of_the_others():
    ink = [0.45, 0.52, 0.72, 0.74, 0.93]
    assert fonts_of_ink({1: [1.165] * 3, 2: ink}) == ({2}, 1.165)


def test_fonts_of_a_few_letters_tell_nothing_of_the_others():
    ink = [0.45, 0.52, 0.72, 0.74, 0.93]
    assert fonts_of_ink({1: [1.165], 2: ink}) == ({2}, 1.11)


def test_a_font_is_as_high_on_a_page_with_high_signs_as_on_one_without():
    assert fonts_of_ink({1: [0.938] * 40}) == fonts_of_ink({1: [0.938] * 30 + [1.17] * 10}) == ({1}, 1.11)


def test_a_page_with_few_signs_of_a_font_of_ink_is_told_by_those_before():
    heights = {1: [1.165] * 40, 2: [0.45, 0.52, 0.72, 0.74, 0.93]}
    assert fonts_of_ink(heights) == ({2}, 1.165)
    assert fonts_of_ink(heights, {1}) == ({1, 2}, 1.11)
