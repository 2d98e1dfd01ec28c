"""Targets in words: a sentence that announces them, and lines below a title that names their year."""

import pytest

from examples import shipped
from support import compiled, facts, report, trace

PLACE = """\
role: Income
title: {en: Statements of income, ja: 損益}
defaults: {type: monetary, period: duration, derive: [change-percent]}
lines:
- Sales: {en: Total sales, ja: 売上高, balance: credit}
- Profit: {en: Operating profit, ja: 営業利益, balance: credit}
"""
PROSE = """\
phrases:
- Sales: [revenues]
- Profit: [operating income, operating income (loss)]
"""
TABLE = (
    "# 1H11\n\n## Statements of income\n\n\t1H10\t1H11\n\tJPY millions\tJPY millions\n"
    "Total sales\t34,272\t47,207\nOperating profit\t1,201\t2,448\n\n"
)
FIGURES = 4  # of the table
YEAR = "2011-04-01/2012-03-31"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("targets"), PLACE, prose=PROSE)


@pytest.fixture
def read(taxonomy):
    """Reads texts below the table: concept, period, forecast or not, value of each fact that is no change."""

    def reading(text, title="## Financial Targets for FY2011"):
        found = facts(report(f"{TABLE}{title}\n\n{text}\n", taxonomy))
        return [
            (item.point.concept, str(item.point.period), "ForecastAxis" in dict(item.point.dimensions), int(item.value))
            for item in sorted(found, key=lambda item: item.span)[FIGURES:]
            if "Change" not in item.point.concept
        ]

    return reading


@pytest.mark.parametrize("who", ["Test Co. targets", "We target", "The Company expects", "Test Co. is targeting"])
def test_a_sentence_announces_targets(read, who):
    text = f"{who} revenues of JPY100.5 billion and operating income of JPY6.3 billion for FY2011."
    assert read(text) == [("Sales", YEAR, True, 100_500_000_000), ("Profit", YEAR, True, 6_300_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "Toyshop targets revenues of JPY100.5 billion for FY2011.",
        "Test Co. targets revenues of JPY100.5 billion for FY2011 excluding Toyshop.",
        "Test Co. no longer targets revenues of JPY100.5 billion for FY2011.",
        "Test Co. targets revenues of JPY100.5 billion.",
        "Test Co. targets revenues of JPY100.5 billion for FY2010.",
    ],
)
def test_a_sentence_with_another_word_announces_none(read, text):
    assert read(text) == []


@pytest.mark.parametrize("line", ["Revenues JPY100,500 million", "- Revenues: JPY100,500 million (up 21.4% YoY)"])
def test_a_line_without_verb_below_a_title_of_targets_is_one_of_its_year(read, line):
    assert read(line) == [("Sales", YEAR, True, 100_500_000_000)]


def test_a_sentence_with_a_verb_below_a_title_of_targets_may_tell_a_result(read):
    assert read("Revenues were JPY47,207 million.") == []


def test_a_title_of_targets_of_a_year_that_is_over_gives_no_period(read):
    assert read("Revenues JPY100,500 million", title="## Financial Targets for FY2009") == []


@pytest.mark.parametrize(
    "label", ["Revenues2", "Operating income (loss)3", "Revenues(2)", "Operating income (loss)(3)"]
)
def test_a_mark_glued_to_a_phrase_is_no_part_of_it(read, label):
    (found,) = read(f"{label}: JPY6,300 million")
    assert found[3] == 6_300_000_000


def test_a_glued_mark_is_told_as_one(taxonomy):
    found = trace(report(f"{TABLE}## 1H11 Results\n\nRevenues2 were JPY47,207 million.\n", taxonomy), taxonomy)
    assert [(row["text"], row["status"], row["reason"]) for row in found if row["text"] == "2"] == [
        ("2", "not-a-fact", "footnote mark")
    ]


def test_a_mark_in_parentheses_is_told_as_one(taxonomy):
    found = trace(report(f"{TABLE}## 1H11 Results\n\nRevenues(2) were JPY47,207 million.\n", taxonomy), taxonomy)
    assert [(row["text"], row["status"], row["reason"]) for row in found if row["text"] == "2"] == [
        ("2", "not-a-fact", "footnote mark")
    ]


def test_without_a_table_the_dateline_tells_what_is_not_over(taxonomy):
    said = "Test Co. targets revenues of JPY100,500 million for FY2011.\n"
    page = f"TOKYO, May 13, 2011 (NEWSWIRE) -- Test Co. announced its results.\n\n## Targets\n\n{said}"
    (fact,) = facts(report(page, taxonomy))
    assert (str(fact.point.period), fact.point.dimensions) == (YEAR, (("ForecastAxis", "ForecastMember"),))
    assert not list(facts(report(page.replace("2011 (", "2012 ("), taxonomy)))


def test_digits_glued_to_a_unit_are_a_figure(taxonomy):
    found = trace(report(f"{TABLE}## 1H11 Results\n\nRevenues (JPY billion)47\n", taxonomy), taxonomy)
    assert [row["status"] for row in found if row["text"] == "47"] == ["unmapped"]


def test_digits_of_a_name_stay(read):
    assert read("Phase2 revenues: JPY6,300 million", title="## 1H11 Results") == []


@pytest.mark.parametrize(("first", "second", "count"), [("3Q10", "3Q11", 4), ("FY2010", "FY2011", 2)])
def test_a_year_that_ends_behind_the_dateline_may_be_an_outlook_and_a_quarter_is_none(taxonomy, first, second, count):
    rows = "\tJPY millions\tJPY millions\nTotal sales\t34,272\t47,207\nOperating profit\t1,201\t2,448\n"
    front = "TOKYO, Nov. 8, 2011 (NEWSWIRE) -- Test Co. announced its results.\n\n## Statements of income\n\n"
    page = f"{front}\t{first}\t{second}\n{rows}"
    assert len(list(facts(report(page, taxonomy)))) == count


def test_what_ends_behind_the_day_of_publication_is_no_result_though_a_table_has_a_dividend_of_then():
    source = (
        "# Internet Initiative Japan Inc.\n\nTokyo, November 13, 2009 - Internet Initiative Japan Inc. today announced "
        'its results for the first six months of the fiscal year ending March 31, 2010 ("1H09").\n\nDividends\n\n'
        "\tYear-end\n\tYen\nFiscal year ending March 31, 2010\t1,000.00\n\n"
        "Net income attributable to IIJ:\n\nFiscal year ending March 31, 2010: JPY1,700 million\n"
    )
    assert {item.point.concept for item in facts(report(source, shipped()))} == {"DividendsPerShare"}
