"""Headings that tell how somebody is reached: such a line of a cover may be set in large type."""

import pytest

from examples import shipped
from iij_xbrl.pipeline import report_of
from iij_xbrl.read import parse

PAGE = """\
# Internet Initiative Japan Inc. (IIJ) Announces Results for the Six Months Ended September 30, 2011

## {}

### Operating Results Summary

| | 1H10 | 1H11 |
|---|---|---|
| | JPY millions | JPY millions |
| Total Revenues | 34,272 | 47,207 |
"""


def revenues(heading):
    report = report_of(parse(PAGE.format(heading), "page.md"), shipped())
    return {str(item.value) for fact in report.facts for item in fact.occurrences}


@pytest.mark.parametrize(
    "heading",
    ["http://www.iij.ad.jp/en/ir", "URL: https://www.iij.ad.jp/en/ir/library/", "Tel: +81-3-5259-6500", "ir@iij.ad.jp"],
)
def test_a_heading_that_tells_how_the_issuer_is_reached_says_nothing_of_the_table_below(heading):
    assert revenues(heading) == {"34272000000", "47207000000"}


@pytest.mark.parametrize("heading", ["https://www.kddi.com/results", "KDDI www.kddi.com", "Tel of hi-ho: 03-5259-6500"])
def test_one_of_somebody_else_closes_it(heading):
    assert revenues(heading) == set()
