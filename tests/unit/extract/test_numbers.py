"""How releases write numbers, read as printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iij_xbrl.extract.cells.numbers import is_dash, is_residue, numbers
from iij_xbrl.reasons.written import BrokenGroups


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("47,206,508", "47206508"),
        ("371", "371"),
        ("0", "0"),
        ("(2,008)", "-2008"),
        ("（2,008）", "-2008"),
        ("( 2,008 )", "-2008"),
        ("△2,008", "-2008"),
        ("▲2,008", "-2008"),
        ("−2,008", "-2008"),
        ("-2,008", "-2008"),
        ("▲ 2,008", "-2008"),
        ("4,241.14", "4241.14"),
        ("0.22", "0.22"),
        ("(0.8)", "-0.8"),
        ("100.0", "100.0"),
        ("8.8%", "8.8"),
        ("37.7 %", "37.7"),
        ("(15.4%)", "-15.4"),
    ],
)
def test_a_number_has_the_value_that_is_printed(printed, value):
    (number,) = numbers(printed)
    assert number.value == Decimal(value)
    assert (number.start, number.end, number.problem) == (0, len(printed), None)


@pytest.mark.parametrize(
    ("printed", "places"), [("47,207", 0), ("37.7", 1), ("4,241.14", 2), ("(0.8%)", 1), ("1.000", 3)]
)
def test_places_count_the_digits_after_the_point(printed, places):
    (number,) = numbers(printed)
    assert number.places == places


@pytest.mark.parametrize(
    ("printed", "percent"),
    [("8.8%", True), ("8.8 %", True), ("(15.4％)", True), ("(15.4)%", True), ("8.8", False), ("(8.8)", False)],
)
def test_a_percent_sign_is_noted_and_the_value_stands_as_printed(printed, percent):
    (number,) = numbers(printed)
    assert number.percent is percent


@pytest.mark.parametrize("printed", ["4,77", "1,2345", "12,34,567", "1234,567", "0,1,2"])
def test_separators_that_make_no_groups_of_three_are_a_problem(printed):
    (number,) = numbers(printed)
    assert number.problem == BrokenGroups()


def test_an_open_parenthesis_alone_is_no_minus():
    (number,) = numbers("(2,008")
    assert (number.value, number.start) == (2008, 1)


def test_a_closed_parenthesis_alone_is_no_minus():
    (number,) = numbers("2,008)")
    assert (number.value, number.end) == (2008, 5)


def test_a_hyphen_between_digits_is_no_minus():
    assert [number.value for number in numbers("100Mbps-999Mbps")] == [100, 999]


def test_a_hyphen_behind_a_word_is_no_minus():
    assert [number.value for number in numbers("ASC-810")] == [810]


@pytest.mark.parametrize("dash", ["--", "---", "––"])
def test_a_dash_written_as_hyphens_is_no_minus(dash):
    (number,) = numbers(f"Treasury stock {dash}758,709 shares held by the company")
    assert number.value == 758709


def test_the_numbers_of_a_text_come_from_left_to_right():
    assert [number.value for number in numbers("JPY47,207 million ($612.8 million), up 37.7%")] == [
        47207,
        Decimal("612.8"),
        Decimal("37.7"),
    ]


def test_two_figures_run_together_are_two_numbers():
    assert [number.value for number in numbers("4,775 4,715")] == [4775, 4715]


def test_a_text_without_digits_has_no_numbers():
    assert list(numbers("Total Revenues (unaudited) - ▲")) == []


@pytest.mark.parametrize("dash", ["-", "–", "—", "−", "―", "ー", "‐", "_", " - "])
def test_a_dash_alone_is_a_dash(dash):
    assert is_dash(dash)
    assert not is_residue(dash.strip())


@pytest.mark.parametrize("text", ["----", "- -", "", " ", "·", "•", "a", "-1"])
def test_anything_else_is_no_dash(text):
    assert not is_dash(text)


@pytest.mark.parametrize("residue", ["·", "•", "∙", ".", ",", "'", "· ·", "..", "`"])
def test_dots_and_quotes_are_residue_never_nil(residue):
    assert is_residue(residue)
    assert not is_dash(residue)


@pytest.mark.parametrize("text", ["", "  ", "1.", "a.", "-"])
def test_what_holds_more_than_dots_is_no_residue(text):
    assert not is_residue(text)


STYLES = ("{}", "({})", "（{}）", "( {} )", *(sign + "{}" for sign in "△▲−–-"))
AMOUNTS = st.integers(min_value=0, max_value=10**13)


@given(AMOUNTS, st.integers(0, 4), st.sampled_from(STYLES), st.booleans(), st.sampled_from(["", "%", " %"]))
def test_any_formatted_number_is_read_back_exactly(amount, places, style, grouped, percent):
    value = Decimal(amount).scaleb(-places)
    printed = style.format((f"{value:,f}" if grouped else f"{value:f}") + percent)
    (number,) = numbers(printed)
    assert number.value == (value if style == "{}" else -value)
    assert (number.places, number.percent, number.problem) == (places, bool(percent), None)


@given(
    AMOUNTS,
    st.sampled_from(STYLES),
    st.sampled_from(["", "Revenues of ", "JPY", "$", "a\t", "net, "]),
    st.sampled_from(["", " million", ")", "."]),
)
def test_a_number_stands_at_its_offsets(amount, style, before, after):
    printed = style.format(f"{amount:,}")
    text = f"{before} {printed} {after}"
    (number,) = numbers(text)
    assert text[number.start : number.end] == printed
