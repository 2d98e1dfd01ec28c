"""How releases write units and scales."""

import pytest

from iij_xbrl.extract.cells.units import Unit, label_units, parse_unit, parse_unit_list

JPY_THOUSANDS = Unit(scale=3, currency="JPY")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Thousands of JPY", JPY_THOUSANDS),
        ("JPY thousands", JPY_THOUSANDS),
        ("(Thousands of Japanese Yen)", JPY_THOUSANDS),
        ("Thousands of U.S. Dollars", Unit(scale=3, currency="USD")),
        ("Thousands of USD", Unit(scale=3, currency="USD")),
        ("JPY millions", Unit(scale=6, currency="JPY")),
        ("JPY in millions", Unit(scale=6, currency="JPY")),
        ("(JPY in millions)", Unit(scale=6, currency="JPY")),
        ("JPY billions", Unit(scale=9, currency="JPY")),
        ("¥ million", Unit(scale=6, currency="JPY")),
        ("EUR thousand", Unit(scale=3, currency="EUR")),
        ("€ millions", Unit(scale=6, currency="EUR")),
        ("JPY", Unit(currency="JPY")),
        ("U.S. Dollars", Unit(currency="USD")),
        ("$", Unit(currency="USD")),
        ("Thousands of", Unit(scale=3)),
        ("Shares", Unit(count="shares")),
        ("shares", Unit(count="shares")),
        ("ADSs", Unit(count="ADS")),
        ("%", Unit(percent=True)),
        ("percent", Unit(percent=True)),
        ("% of total revenues", Unit(scale=0, percent=True, base="total revenues")),
        ("% of total assets", Unit(scale=0, percent=True, base="total assets")),
    ],
)
def test_a_unit(text, unit):
    assert parse_unit(text) == unit


@pytest.mark.parametrize(
    "text",
    ["", "Revenues", "As of March 31, 2011", "1H11", "of", "in the", "YoY % change", "Thousands of cats", "Yen loans"],
)
def test_other_texts_state_no_unit(text):
    assert parse_unit(text) is None


def test_a_list_names_a_unit_for_each_column():
    assert parse_unit_list("JPY / U.S. Dollars / JPY") == (
        Unit(currency="JPY"),
        Unit(currency="USD"),
        Unit(currency="JPY"),
    )


def test_a_list_with_another_word_is_no_list_of_units():
    assert parse_unit_list("JPY / loss / JPY") == ()


def test_the_units_at_the_end_of_a_label_are_no_part_of_it():
    label, units = label_units("BASIC NET INCOME PER SHARE (JPY / U.S. Dollars / JPY)")
    assert label == "BASIC NET INCOME PER SHARE"
    assert [unit.currency for unit in units] == ["JPY", "USD", "JPY"]


def test_a_count_at_the_end_of_a_label_is_its_unit():
    assert label_units("DILUTED WEIGHTED-AVERAGE NUMBER OF SHARES (shares)") == (
        "DILUTED WEIGHTED-AVERAGE NUMBER OF SHARES",
        (Unit(count="shares"),),
    )


@pytest.mark.parametrize(
    "label", ["Operating Income (Loss)", "Internet Connectivity Services (Corporate Use)", "Total"]
)
def test_other_parentheses_belong_to_the_label(label):
    assert label_units(label) == (label, ())


@pytest.mark.parametrize("text", ["Thousands of JPY / USD", "thousand million yen", "shares / ADSs"])
def test_two_units_in_one_text_are_none(text):
    assert parse_unit(text) is None
