"""What texts may say of money, held against the libraries that the data was taken from."""

import unicodedata

import pytest

from iij_xbrl.extract.cells.units import Unit, parse_unit
from iij_xbrl.languages import CURRENCIES


def test_the_codes_and_minor_units_are_those_of_iso_4217():
    table = pytest.importorskip("iso4217")
    units = {currency.code: currency.exponent for currency in table.Currency}
    assert {code: units[code] for code in CURRENCIES.minor_units} == dict(CURRENCIES.minor_units)


def test_every_currency_that_is_legal_tender_today_is_there():
    core = pytest.importorskip("babel.core")
    used = core.get_global("territory_currencies").values()
    today = {code for country in used for code, _, until, tender in country if until is None and tender}
    assert set(CURRENCIES.minor_units) == today


def test_the_symbols_are_those_of_english_texts():
    babel = pytest.importorskip("babel")
    known = babel.Locale("en").currency_symbols
    signs = {
        known[code]: code
        for code in CURRENCIES.minor_units
        if any(unicodedata.category(char) == "Sc" for char in known.get(code, ""))
    }
    assert signs.items() <= CURRENCIES.codes.items()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("GBP millions", Unit(6, "GBP")),
        ("£ thousands", Unit(3, "GBP")),
        ("HK$ millions", Unit(6, "HKD")),
        ("US$", Unit(None, "USD")),
        ("￥ in billions", Unit(9, "JPY")),
        ("TRY millions", Unit(6, "TRY")),
    ],
)
def test_a_unit_is_in_any_currency(text, unit):
    assert parse_unit(text) == unit


@pytest.mark.parametrize("text", ["ALL", "TOP", "IIJ", "Try", "ABC millions"])
def test_words_in_capitals_are_no_currencies(text):
    assert parse_unit(text) is None
