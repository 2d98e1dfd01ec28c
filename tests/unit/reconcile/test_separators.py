"""Figures without the commas or the point that all others have: a digit may be lost, so they are no facts."""

import pytest

from support import INCOME, compiled, report, unmapped, values

HALF = "2011-04-01/2011-09-30"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("separators"), INCOME)


def page(revenues="45,800", change="38.4"):
    rows = [("Total revenues", "33,100", revenues, change), ("Total costs", "31,920", "43,490", "36.2")]
    rows += [("Operating income", "1,180", "2,310", "95.8"), ("Net income", "1,040", "1,290", "24.0")]
    body = "\n".join("\t".join(row) for row in rows)
    return f"## Statements of income\n\n\t1H10\t1H11\tYoY % change\n\tJPY millions\tJPY millions\t\n{body}\n"


def test_figures_like_all_others_are_facts(taxonomy):
    assert values(report(page(), taxonomy), "Revenues")[HALF] == "45800000000"


def test_a_figure_without_the_commas_of_all_others_is_none(taxonomy):
    found = report(page(revenues="45800"), taxonomy)
    assert HALF not in values(found, "Revenues")
    assert "no commas among its digits" in unmapped(found)["45800"]


def test_a_percentage_without_the_point_of_all_others_is_none(taxonomy):
    found = report(page(change="384"), taxonomy)
    assert values(found, "RevenuesChangePercent") == {}
    assert "no point among its digits" in unmapped(found)["384"]


@pytest.mark.parametrize("scale", ["JPY millions", "Thousands of JPY"])
def test_three_digits_behind_a_point_may_stand_behind_a_comma(taxonomy, scale):
    text = f"## Statements of income\n\n\t1H10\t1H11\n\t{scale}\t{scale}\nTotal revenues\t33,100\t45.800\n"
    found = report(text, taxonomy)
    assert HALF not in values(found, "Revenues")
    assert "its point may stand for a comma" in unmapped(found)["45.800"]


def test_points_behind_commas_are_points(taxonomy):
    rows = "Total revenues\t33,100.250\t45,800.125\nNet income\t1,040.500\t1,290.750\n"
    found = report(f"## Statements of income\n\n\t1H10\t1H11\n\tJPY millions\tJPY millions\n{rows}", taxonomy)
    assert values(found, "Revenues")[HALF] == "45800125000"


def test_commas_may_be_as_wide_as_the_digits(taxonomy):
    found = report(page(revenues="４５，８００"), taxonomy)
    assert "no commas among its digits" not in unmapped(found).get("４５，８００", "")
