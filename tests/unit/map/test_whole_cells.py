"""A cell is weighed whole: what stands in it beside a figure is understood, or the figure is no fact."""

import pytest

from iij_xbrl.reasons.render import sentence
from support import compiled, facts, report, unmapped, values

INCOME = """\
role: Income
title: {en: Statements of income, ja: 損益}
defaults: {type: monetary, period: duration, derive: [change-percent]}
lines:
- Costs: {en: Total costs, ja: 費用, balance: debit}
- Revenues: {en: Total revenues, ja: 売上高, balance: credit}
- AverageShares: {en: Average number of shares, ja: 平均株式数, type: shares, derive: []}
- DilutedShares: {en: Diluted number of shares, ja: 希薄化後株式数, type: shares, derive: []}
- NetIncomePerShare: {en: Net income per share, ja: 一株利益, type: per-share, derive: []}
"""
HALF = "2011-04-01/2011-09-30"
PAGE = (
    "## Statements of income\n\n\t1H10\t1H11\tYoY % change\n\tJPY millions\tJPY millions\t\n"
    "Total costs\t30,100\t40,200\t33.6\n"
)


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("cells"), INCOME)


@pytest.mark.parametrize(
    "cell",
    [
        "64O",
        "S60",
        "l4,200",
        "640E",
        "2,310F",
        "560p",
        "12x",
        "7k",
        "B40",
        "1,29O",
        "45,800 shares",
    ],
)
def test_letters_beside_an_amount_that_its_column_does_not_know_leave_it_unmapped(taxonomy, cell):
    found = report(f"{PAGE}Total revenues\t33,100\t{cell}\t38.4\n", taxonomy)
    assert values(found, "Revenues") == {"2010-04-01/2010-09-30": "33100000000"}
    assert unmapped(found)


@pytest.mark.parametrize("cell", ["S1.2", "l33.3", "38.4p", "1.3pp", "130bps"])
def test_letters_beside_a_percentage_leave_it_unmapped(taxonomy, cell):
    found = report(f"{PAGE}Total revenues\t33,100\t45,800\t{cell}\n", taxonomy)
    assert not values(found, "RevenuesChangePercent")


@pytest.mark.parametrize("cell", ["US$10.9", "$594.5", "€7.3", "EUR 7.3"])
def test_another_currency_than_the_columns_leaves_an_amount_unmapped(taxonomy, cell):
    found = report(f"{PAGE}Total revenues\t33,100\t{cell}\t38.4\n", taxonomy)
    assert HALF not in values(found, "Revenues")


def test_the_columns_own_currency_beside_a_figure_changes_nothing(taxonomy):
    found = report(f"{PAGE}Total revenues\tJPY33,100\t¥45,800\t38.4\n", taxonomy)
    assert values(found, "Revenues")[HALF] == "45800000000"


def test_figures_that_begin_with_a_point_are_read_where_several_do(taxonomy):
    found = report(f"{PAGE}Net income per share (U.S. Dollars)\t.54\t.83\n", taxonomy)
    assert values(found, "NetIncomePerShare")[HALF] == "0.83"


def test_a_figure_that_begins_with_a_point_is_read_behind_its_currency(taxonomy):
    found = report(f"{PAGE}Net income per share (U.S. Dollars)\t0.54\t$ .83\n", taxonomy)
    assert values(found, "NetIncomePerShare")[HALF] == "0.83"


def test_one_figure_that_begins_with_a_point_may_have_lost_its_digits(taxonomy):
    found = report(f"{PAGE}Net income per share (U.S. Dollars)\t10.54\t.83\n", taxonomy)
    assert HALF not in values(found, "NetIncomePerShare")


@pytest.mark.parametrize("dash", ["-", "--", "---", "—", "――", "nil", "None"])
def test_what_is_printed_for_nothing_is_zero(taxonomy, dash):
    found = report(f"{PAGE}Total revenues\t33,100\t{dash}\t\n", taxonomy)
    assert values(found, "Revenues")[HALF] == "0"


@pytest.mark.parametrize("words", ["n/a", "N/A", "NM", "n.m.", "not applicable"])
def test_what_is_not_given_is_in_the_trace_and_no_fact(taxonomy, words):
    found = report(f"{PAGE}Total revenues\t33,100\t{words}\t\n", taxonomy)
    assert HALF not in values(found, "Revenues")
    assert unmapped(found)[words] == f"the page gives no figure: {words}"


SHARES = PAGE + "{group}Average number of shares{beside}\t40,521\t40,537\n"


@pytest.mark.parametrize(
    ("group", "beside"),
    [
        ("Net income per share (shares in thousands)\t\t\n", ""),
        ("Shares (thousands of shares)\t\t\n", ""),
        ("", " (in thousands)"),
    ],
)
def test_shares_are_in_thousands_where_their_label_or_group_says_so(taxonomy, group, beside):
    found = values(report(SHARES.format(group=group, beside=beside), taxonomy), "AverageShares")
    assert found[HALF] == "40537000"


def test_a_scale_above_shares_that_says_not_of_what_leaves_them_unmapped(taxonomy):
    assert not values(
        report(SHARES.format(group="Net income per share (in thousands)\t\t\n", beside=""), taxonomy), "AverageShares"
    )


def test_a_group_that_says_another_scale_than_the_columns_leaves_amounts_unmapped(taxonomy):
    found = report(f"{PAGE}Sales (Thousands of JPY)\t\t\nTotal revenues\t33,100\t45,800\t38.4\n", taxonomy)
    assert not values(found, "Revenues")


@pytest.mark.parametrize("cell", ["45.8bn", "45.8 bn", "45.8B", "45.8 billion"])
def test_a_scale_in_a_cell_counts_where_the_figure_beside_it_is_of_that_size(taxonomy, cell):
    found = report(f"{PAGE}Total revenues\t33,100\t{cell}\t38.4\n", taxonomy)
    assert values(found, "Revenues")[HALF] == "45800000000"
    assert "its own scale" in inferred(found, "Revenues")


def test_a_scale_in_a_cell_counts_where_the_figures_of_its_column_are_of_that_size(taxonomy):
    found = report(f"{PAGE}Total revenues\t33.1B\t45.8B\t38.4\n", taxonomy)
    assert values(found, "Revenues") == {"2010-04-01/2010-09-30": "33100000000", HALF: "45800000000"}


@pytest.mark.parametrize("cell", ["45,800m", "45,800 mn"])
def test_the_scale_of_its_column_in_a_cell_changes_nothing(taxonomy, cell):
    assert values(report(f"{PAGE}Total revenues\t33,100\t{cell}\t\n", taxonomy), "Revenues")[HALF] == "45800000000"


@pytest.mark.parametrize("cell", ["33,200bn", "33.4b", "45.8tn", "45.8k"])
def test_letters_that_may_be_a_scale_and_fit_no_figure_beside_leave_it_unmapped(taxonomy, cell):
    row = "Total revenues\t33.1\t33.4b\t\n" if cell == "33.4b" else f"Total revenues\t33,100\t{cell}\t\n"
    assert HALF not in values(report(f"{PAGE}{row}", taxonomy), "Revenues")


def inferred(found, concept):
    return next(sentence(item.reason) for item in facts(found) if item.point.concept == concept and item.reason)
