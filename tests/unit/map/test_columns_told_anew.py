"""A column of an earlier period as restated is what the release compares with; the original beside it is none."""

import pytest

from examples import shipped
from support import report, values

LAST, HALF = "2010-04-01/2010-09-30", "2011-04-01/2011-09-30"
PAGE = """**Internet Initiative Japan Inc.**

Tokyo, November 8, 2011 - Internet Initiative Japan Inc. ("IIJ", TSE:3774) announced today its consolidated financial
results for the first six months of Fiscal Year Ending March 31, 2012 (from April 1 to September 30, 2011, "1H11").

## Operating Results Summary

\t{heads}\t1H11
\t{units}\tJPY millions
Total Revenues\t{figures}\t45,817
"""


def revenues(*heads: str) -> dict[str, str]:
    figures = ("33,109", "33,207")[-len(heads) :]
    units = "\t".join("JPY millions" for _ in heads)
    page = PAGE.format(heads="\t".join(heads), units=units, figures="\t".join(figures))
    return values(report(page, shipped()), "Revenues")


@pytest.mark.parametrize(
    "heads", [("1H10 (restated)",), ("1H10", "1H10 restated"), ("1H10 (as previously reported)", "1H10 (as restated)")]
)
def test_the_figures_of_an_earlier_period_as_restated_are_its_facts(heads):
    assert revenues(*heads) == {LAST: "33207000000", HALF: "45817000000"}


@pytest.mark.parametrize("head", ["1H10 before restatement", "1H10 not restated", "1H10 (restated for hi-ho)"])
def test_other_words_beside_it_close_the_column(head):
    assert revenues(head) == {HALF: "45817000000"}
