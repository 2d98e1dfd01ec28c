"""Repeats that do not agree with the statement: what is true of them, and that contradictions stay for all to see."""

import pytest

from iij_xbrl.facts import Occurrence
from iij_xbrl.prove import prove
from iij_xbrl.prove.repeats import with_repeats_apart
from iij_xbrl.report import Report
from iij_xbrl.taxonomy.index import Taxonomy
from iij_xbrl.write import write_inline, write_json
from support import compiled, facts, page
from support import report as read_report

PLACE = """\
role: Income
title: {en: Statements of Income, ja: 損益計算書}
printed: [Summary]
defaults: {type: monetary, period: duration, balance: credit}
lines:
- Sales: {en: Sales, ja: 売上高}
"""
PAGE = """\
Statements of Income

\t1H10\t1H11
\tJPY thousands\tJPY thousands
Sales\t2,052,520\t2,052,400

Summary

\t1H10\t1H11
\tJPY millions\tJPY millions
Sales\t{first}\t{second}
"""


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory) -> Taxonomy:
    return compiled(tmp_path_factory.mktemp("repeats"), PLACE)


def settled(taxonomy: Taxonomy, first: str, second: str = "2,052", *, is_decided: bool = False) -> Report:
    report = read_report(PAGE.format(first=first, second=second), taxonomy)
    found = prove(report, taxonomy)
    return with_repeats_apart(report, () if is_decided else found, found if is_decided else ())


def repeat(report: Report, text: str) -> Occurrence:
    return next(occurrence for occurrence in facts(report) if occurrence.text == text)


@pytest.mark.parametrize(
    ("printed", "decimals"),
    [
        ("2,053", -6),  # the figure rounded
        ("2,052", -7),  # cut off: true to the nearest ten million
    ],
)
def test_a_repeat_that_is_off_by_rounding_has_the_decimals_that_are_true_of_it(taxonomy, printed, decimals):
    found = repeat(settled(taxonomy, printed, second="2,100"), printed)
    assert (found.decimals, found.reported_decimals) == (-6, decimals)


def test_only_what_does_not_agree_stands_apart(taxonomy):
    report = settled(taxonomy, "2,052")
    assert [occurrence.is_apart for occurrence in facts(report)] == [False, True, False, False]


def test_a_contradiction_stays_until_it_is_decided(taxonomy):
    assert not repeat(settled(taxonomy, "2,502"), "2,502").is_apart
    decided = repeat(settled(taxonomy, "2,502", is_decided=True), "2,502")
    assert decided.is_apart
    assert decided.reported_decimals == -6


def test_the_page_has_them_in_a_target_document_of_their_own_with_their_decimals(taxonomy):
    markup = write_inline(page(PAGE.format(first="2,052", second="2,052")), settled(taxonomy, "2,052"), taxonomy)
    tags = [line for line in markup.decode().split("<ix:") if line.startswith("nonFraction")]
    apart = [tag for tag in tags if 'target="repeats"' in tag]
    assert len(apart) == 1
    assert 'decimals="-7"' in apart[0]
    assert b'<ix:references target="repeats">' in markup


def test_other_syntaxes_hold_the_finest_figure_alone(taxonomy):
    assert write_json(settled(taxonomy, "2,052"), taxonomy) == write_json(settled(taxonomy, "2,053"), taxonomy)
