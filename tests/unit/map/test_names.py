"""Numbers with letters at them, marks in place of figures, and currencies without an amount: all are in the trace."""

import pytest

from support import INCOME, compiled, report, unmapped, values

PAGE = "## Statements of income\n\n\t1H10\t1H11\n\tJPY millions\tJPY millions\nTotal revenues\t33,100\t45,800\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("names"), INCOME)


def left(text: str, taxonomy) -> dict[str, str]:
    """What became of the numbers of a page that are no facts, by number."""
    return {item.text: item.status for item in report(text, taxonomy).leftovers}


@pytest.mark.parametrize("word", ["30DSO", "3G", "400Gbps", "12ms", "2xEBITDA", "Employees1980"])
def test_letters_printed_once_at_a_number_make_no_name(taxonomy, word):
    found = report(f"{PAGE}\nReceivables stood at {word}.\n", taxonomy)
    digits = "".join(char for char in word if char.isdigit())
    assert word in unmapped(found)[digits]


@pytest.mark.parametrize(
    "text", ["3G is slower than 4G. We sell 3G and 4G lines.", "M2M lines grew.", "The 1st quarter was good."]
)
def test_names_that_are_printed_again_words_around_a_digit_and_ordinals_are_names(taxonomy, text):
    assert set(left(text, taxonomy).values()) == {"not-a-fact"}


@pytest.mark.parametrize("mark", ["…", "*", "△", "▲", "?", "#", "...", "x"])
def test_a_mark_in_place_of_a_figure_is_in_the_trace(taxonomy, mark):
    found = report(f"{PAGE}Operating income\t1,180\t{mark}\n", taxonomy)
    assert values(found, "OperatingIncome") == {"2010-04-01/2010-09-30": "1180000000"}
    assert unmapped(found)[mark] == f"the page gives no figure: {mark}"


def test_signs_of_money_and_the_dots_of_a_conversion_stand_for_no_figure(taxonomy):
    assert unmapped(report(f"{PAGE}Operating income\t·\t¥\n", taxonomy)) == {}


@pytest.mark.parametrize("shown", ["JPY n/a", "¥--", "JPY nil", "USD …"])
def test_a_currency_without_an_amount_is_in_the_trace(taxonomy, shown):
    assert shown in unmapped(report(f"{PAGE}\nOperating income was {shown}.\n", taxonomy))


def test_a_dash_between_two_currencies_is_no_amount(taxonomy):
    assert left("The rate of JPY - US$ moved.\n", taxonomy) == {}
