"""A line that prints one figure in parentheses and another without, where both count alike."""

import pytest

from iij_xbrl.pipeline import load_taxonomy
from iij_xbrl.prove import prove
from support import report

PAGE = """\
Internet Initiative Japan Inc.

Consolidated Statements of Cash Flows

\tSix Months Ended September 30, 2010\tSix Months Ended September 30, 2011
\tThousands of JPY\tThousands of JPY
OPERATING ACTIVITIES:
Net cash provided by operating activities\t5,108,574\t4,288,253
INVESTING ACTIVITIES:
Purchase of property and equipment\t{before}\t{now}
Proceeds from sales of property and equipment\t4,147\t101,971
Net cash used in investing activities\t(1,246,998)\t(1,201,578)
"""


@pytest.fixture(scope="module")
def shipped():
    return load_taxonomy()


def uneven(taxonomy, before, now):
    found = prove(report(PAGE.format(before=before, now=now), taxonomy), taxonomy)
    return [item for item in found if item.code == "uneven-sign"]


@pytest.mark.parametrize(
    ("before", "now", "odd", "expected"),
    [
        ("(1,251,145)", "1,303,549", "1,303,549", "(1,303,549)"),
        ("1,251,145", "(1,303,549)", "1,251,145", "(1,251,145)"),
    ],
)
def test_parentheses_that_one_figure_of_a_line_lacks_are_an_error_where_the_sum_needs_them(
    shipped, before, now, odd, expected
):
    (finding,) = uneven(shipped, before, now)
    assert (finding.severity, finding.cause, finding.expected) == ("error", "sign", expected)
    assert [item.text for item in finding.suspects] == [odd]


@pytest.mark.parametrize(("before", "now"), [("(1,251,145)", "(1,303,549)"), ("1,251,145", "1,303,549")])
def test_a_line_that_prints_its_figures_alike_is_no_finding(shipped, before, now):
    assert uneven(shipped, before, now) == []


def test_a_loss_beside_an_income_has_a_sign_of_its_own(shipped):
    page = PAGE.format(before="(1,251,145)", now="(1,303,549)").replace("5,108,574", "(5,108,574)")
    assert [item for item in prove(report(page, shipped), shipped) if item.code == "uneven-sign"] == []
