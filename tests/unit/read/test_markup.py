"""Markup is blanked out; every other character stays where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iij_xbrl.read.markup import plain


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("**Revenues:**", "Revenues:"),
        ("__Revenues:__", "Revenues:"),
        ("<b>34,272</b>", "34,272"),
        ("<u>SI revenues</u>", "SI revenues"),
        ("34,272<br/>", "34,272"),
        ("IP Service<sup>2</sup>", "IP Service"),
        ("IP Service⁴", "IP Service"),
        ("IP Service*2", "IP Service"),
        ("Revenues ^{(Note 1)}", "Revenues"),
        ("[Revenues](https://iij.example/en)", "[Revenues"),
        ("Sales &amp; marketing", "Sales &     marketing"),
        ("34,272&nbsp;", "34,272"),
        (r"\(301\)", "(301 )"),
        ("34,272\u3000", "34,272"),
        ("Revenues ........", "Revenues"),
        ("Revenues . . . . . ", "Revenues"),
        ("Other.....\t307", "Other     \t307"),
        ("Other, net ...", "Other, net ..."),
        ("1.5.....2", "1.5.....2"),
    ],
)
def test_markup_is_blanked(source, left):
    assert plain(source).strip() == left


@pytest.mark.parametrize(
    "source",
    ["**Total** 34,272", "IP Service<sup>2</sup> 4,479", "Sales &amp; marketing 3,917", r"R\&D 163", "^{2} 956"],
)
def test_what_follows_markup_stays_where_it_is(source):
    figure = source.rsplit(" ", 1)[1]
    blanked = plain(source)
    assert len(blanked) == len(source)
    assert blanked.index(figure) == source.index(figure)


def test_a_figure_in_bold_is_read_without_its_marks():
    assert plain("**34,272**") == "  34,272  "


@pytest.mark.parametrize("source", ["34,272 < 47,207", "R&D 163", "5 * 3", "a_b", "$612.8 million", "LESS: <1%"])
def test_what_is_no_markup_stays(source):
    assert plain(source) == source


def test_a_line_of_tex_loses_its_dollars():
    assert "$" not in plain(r"$ \text{Revenues} \ 34,272 $")


def test_a_dollar_amount_is_no_tex():
    assert plain("JPY47,207 million ($612.8 million)") == "JPY47,207 million ($612.8 million)"


@given(st.text())
def test_any_text_keeps_its_length(text):
    assert len(plain(text)) == len(text)


@given(
    st.lists(
        st.sampled_from(
            ["**", "<sup>", "</sup>", "2", "&amp;", "&#8212;", "^{", "}", "\\", "$", "](", ")", "\u00a0", "x", " "]
        )
    ).map("".join)
)
def test_any_mixture_of_markup_keeps_its_length(text):
    assert len(plain(text)) == len(text)
