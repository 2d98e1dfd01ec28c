"""Minus signs behind their figures, as programs of bookkeeping print them."""

import pytest

from support import table


def figures(*rows: str) -> list[tuple[str, str, bool]]:
    """What is read of a table: each figure's text, value, and whether it is sound."""
    page = "\n".join(("\t1H10\t1H11", "\tJPY millions\tJPY millions", *rows))
    found = [item.figure for row in table(page).rows for item in row.figures]
    return [(figure.text, str(figure.value), figure.problem is None) for figure in found]


def test_a_minus_behind_several_figures_is_their_sign():
    assert figures("Revenues\t34,272\t47,207", "Other, net\t195-\t1,157-", "Change\t5.9- %\t12.6%") == [
        ("34,272", "34272", True),
        ("47,207", "47207", True),
        ("195-", "-195", True),
        ("1,157-", "-1157", True),
        ("5.9- %", "-5.9", True),
        ("12.6%", "12.6", True),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("Revenues\t34,272\t47,207", "Other, net\t195-\t157"),  # perhaps two cells run together
        ("Other, net\t195-\t157-", "Loss\t(12)\t(9)"),  # brackets are how this table writes losses
        ("Other, net\t2010-\t2011-", "Revenues\t34,272\t47,207"),  # years that go on
        ("Other, net\t195 -\t157 -", "Revenues\t34,272\t47,207"),  # the next cell is empty
        ("Other, net\t195–\t157–", "Revenues\t34,272\t47,207"),
    ],
)
def test_a_dash_behind_a_figure_is_no_sign_elsewhere(rows):
    assert [sound for text, _, sound in figures(*rows) if text.startswith(("195", "2010"))] == [False]
