"""Periods in the words of headers, and amounts with the currency behind them."""

import pytest

from iij_xbrl.extract.times.periods import mentions
from iij_xbrl.extract.tokens import tokens
from support import APRIL, periods, table

HALF = "2010-04-01/2010-09-30"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Six months to September 30, 2010", HALF),
        ("6 months to 30 September 2010", HALF),
        ("Apr-Sep 2010", HALF),
        ("April to September 2010", HALF),
        ("FY2010 first half", HALF),
        ("First half of fiscal 2010", HALF),
        ("FY2010, second quarter", "2010-07-01/2010-09-30"),
        ("Jan-Jun 2010", "2010-01-01/2010-06-30"),
    ],
)
def test_a_period_in_words(text, period):
    (found,) = mentions(text, APRIL)
    assert str(found.period) == period


@pytest.mark.parametrize("text", ["Oct-Mar 2010", "extended by six months to September 30, 2010"])
def test_words_that_name_no_period(text):
    assert not [found for found in mentions(text, APRIL) if found.kind == "duration"]


def test_a_line_that_says_a_unit_in_words_is_a_caption():
    found = table("In billions of yen\n\n\t1H10\t1H11\nTotal revenues\t33.1\t45.8\n")
    assert found.section.unit is not None
    assert (found.section.unit.currency, found.section.unit.scale) == ("JPY", 9)


def test_months_beside_a_name_are_of_its_period():
    found = table("\t1H10 (Apr-Sep)\t1H11 (Apr-Sep)\n\tJPY millions\tJPY millions\nTotal revenues\t33,100\t45,800\n")
    assert list(periods(found).values()) == [HALF, "2011-04-01/2011-09-30"]


@pytest.mark.parametrize(
    ("text", "currency", "scale"),
    [("45.8 billion yen", "JPY", 9), ("1,290 million yen", "JPY", 6), ("594.5 million U.S. dollars", "USD", 6)],
)
def test_an_amount_with_its_currency_behind(text, currency, scale):
    (token,) = [token for token in tokens(f"Revenues were {text}.", APRIL) if token.kind == "amount"]
    assert (token.currency, token.scale) == (currency, scale)


@pytest.mark.parametrize("text", ["45.8 million dollars", "45.8 billion won", "45.8 yen"])
def test_a_currency_that_is_not_told_makes_no_amount(text):
    assert not [token for token in tokens(f"Revenues were {text}.", APRIL) if token.kind == "amount"]
