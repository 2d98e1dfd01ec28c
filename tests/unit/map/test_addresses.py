"""Headings of covers and frames, in large type: how somebody is reached, of which form a filing is."""

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


@pytest.mark.parametrize(
    "heading",
    [
        "FORM 6-K",
        "Exhibit 99.1",
        "Press Release",
        "Table of Contents",
        "SIGNATURES",
        "Back to Contents",
        "Skip to main content",
    ],
)
def test_a_heading_of_a_cover_or_a_frame_says_nothing_of_the_table_below(heading):
    assert revenues(heading) == {"34272000000", "47207000000"}


@pytest.mark.parametrize("heading", ["Securities", "Exchange of shares", "Press division", "Contents business"])
def test_a_word_of_one_among_others_is_none(heading):
    assert revenues(heading) == set()
