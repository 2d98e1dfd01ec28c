"""Sentences that speak of a time in words that nothing understands: no figure of them is of the section's period."""

import pytest

from support import compiled, facts, report, trace

PLACE = """\
role: Income
title: {en: Statements of income, ja: 損益}
defaults: {type: monetary, period: duration, derive: [change-percent, change-amount]}
lines:
- Sales: {en: Total sales, ja: 売上高, balance: credit}
- Costs: {en: Total costs, ja: 費用, balance: debit}
- Margin: {en: Margin ratio, ja: 利益率, type: percent}
"""
PROSE = """\
phrases:
- Sales: [revenues]
- Costs: [costs]
- Margin: [margin ratio]
"""
HEAD = "# 1H FY2011 Results\n\n"
H1, H0 = "2011-04-01/2011-09-30", "2010-04-01/2010-09-30"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("toy"), PLACE, prose=PROSE)


@pytest.fixture
def read(taxonomy):
    """Reads sentences of a section `1H FY2011 Results`: period and value of each fact that is no change."""

    def reading(text):
        found = sorted(facts(report(HEAD + text, taxonomy)), key=lambda item: item.span)
        values = [item for item in found if "Change" not in item.point.concept]
        return [(str(item.point.period), f"{item.value:f}") for item in values]

    return reading


@pytest.mark.parametrize(
    "sentence",
    [
        "Revenues were JPY82,418 million last year.",
        "Revenues were JPY82,418 million for the full year before.",
        "Revenues totaled JPY7,911 million each month.",
        "Revenues reached JPY8,204 million, the figure of July.",
        "Revenues were JPY24,071 million, quarter by quarter.",
        "Revenues amounted to JPY94,400 million, annualized.",
        "A year earlier, revenues were JPY34,272 million.",
        "Revenues were JPY34,272 million, back then.",
        "Revenues were JPY34,272 million (previous period).",
        "Revenues were JPY24,071 million (3 months).",
        "Revenues were JPY24,071 million this quarter.",
        "Revenues were JPY24,071 million this second half.",
        "Revenues were JPY40,003 million since May.",
        "Revenues were JPY47,207 million and costs were JPY31,002 million last year.",
        "Previous revenues were JPY34,272 million.",
    ],
)
def test_a_time_that_nothing_understands_closes_its_sentence(read, sentence):
    assert read(sentence) == []


Q1, Q2 = "2011-04-01/2011-06-30", "2011-07-01/2011-09-30"


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Revenues were JPY24,071 million in the second quarter.", Q2),
        ("In the first quarter, revenues were JPY23,136 million.", Q1),
        ("Second quarter revenues were JPY24,071 million.", Q2),
        ("Revenues were JPY24,071 million during the three months.", Q2),
        ("Revenues for the six months were JPY47,207 million.", H1),
        ("Revenues were JPY93,512 million over the past twelve months.", "2010-10-01/2011-09-30"),
        ("Revenues were JPY34,272 million a year ago.", H0),
        ("Revenues were JPY34,272 million in the same period of the previous year.", H0),
        ("Revenues were JPY82,418 million in the previous fiscal year.", "2010-04-01/2011-03-31"),
    ],
)
def test_a_time_is_told_by_the_period_of_the_section(read, sentence, period):
    assert [found for found, _ in read(sentence)] == [period]


@pytest.mark.parametrize(
    "sentence",
    [
        "Revenues were JPY24,071 million in the third quarter.",
        "Revenues were JPY24,071 million in the second quarter of last year.",
        "Revenues were JPY24,071 million in the second quarter a year ago.",
        "Revenues were JPY70,000 million for the nine months.",
        "The first and second quarter revenues were JPY23,136 million.",
        "Until the second quarter, revenues were JPY24,071 million.",
        "Costs were JPY21,000 million in the second quarter and revenues were JPY47,207 million.",
    ],
)
def test_a_time_outside_of_the_section_or_of_several_amounts_is_not_guessed(read, sentence):
    assert read(sentence) == []


def test_an_amount_that_is_compared_with_keeps_its_own_time(read):
    text = "Revenues were JPY47,207 million, compared to JPY34,272 million a year ago."
    assert read(text) == [(H1, "47207000000"), (H0, "34272000000")]


@pytest.mark.parametrize("figure", ["Y47,207 million", "Yen47,207 million"])
def test_a_letter_for_yen_counts_in_front_of_an_amount_with_its_scale(read, figure):
    assert read(f"Revenues were {figure}.") == [(H1, "47207000000")]
    assert read(f"Revenues were {figure.removesuffix(' million')}.") == []


def test_the_reason_quotes_the_words(taxonomy):
    found = trace(report(HEAD + "Revenues were JPY34,272 million some years ago.", taxonomy), taxonomy)
    (row,) = [row for row in found if row["text"] == "34,272"]
    assert row["status"] == "unmapped"
    assert "'years ago'" in row["reason"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Revenues were JPY47,207 million compared to a year ago.",
        "Revenues were JPY47,207 million, the same as a year ago.",
        "Revenues were JPY47,207 million this half.",
        "Revenues were JPY47,207 million this first half.",
        "Revenues were JPY47,207 million since April.",
        "Revenues were JPY47,207 million (6 months).",
        "Revenues were JPY47,207 million, because contracts of last year ended.",
        "Revenues were JPY47,207 million, due to demand over the past years.",
        "Revenues were JPY47,207 million; two shops opened last month.",
        "Revenues may have fallen in Europe. Revenues were JPY47,207 million.",
    ],
)
def test_a_time_of_something_else_closes_nothing(read, sentence):
    assert read(sentence) == [(H1, "47207000000")]


def test_a_figure_keeps_the_time_that_its_own_clause_says(read):
    text = "Revenues were JPY47,207 million (JPY34,272 million for 1H10); last year was weak."
    assert read(text) == [(H1, "47207000000"), (H0, "34272000000")]


def test_a_time_behind_a_reason_counts_again(read):
    assert read("Revenues were JPY34,272 million, due to weak demand, a year ago.") == []


@pytest.mark.parametrize(
    "figure",
    ["JPY47.2bn", "$30.5M", "120bps", "1.4pp", "Y640 million", "Yen18,200 million", "JPY (14) million", "EUR4.2m"],
)
def test_a_figure_with_letters_glued_to_it_does_not_vanish(taxonomy, figure):
    found = trace(report(HEAD + f"Somewhere it came to {figure} in all.", taxonomy), taxonomy)
    assert [row["status"] for row in found if row["line"] != "1"] == ["unmapped"]


@pytest.mark.parametrize(
    "behind",
    [
        *("below forecast", "above the plan", "excluding one company", "million", "after special bonuses", "or more"),
        *("according to the press", "combined with Toyshop", "800 million", "and 800 million"),
        *(", we believe", ", subject to audit", ", according to the press"),
    ],
)
def test_words_right_behind_an_amount_may_change_what_it_is(read, behind):
    assert read(f"Revenues were JPY34,272 million {behind}.") == []


def test_a_scale_glued_to_an_amount_is_its_scale(taxonomy):
    found = trace(report(HEAD + "Revenues were JPY34.3bn.", taxonomy), taxonomy)
    assert [row["value"] for row in found if row["status"] == "fact"] == ["34300000000"]


@pytest.mark.parametrize("compared", ["by the second quarter", "since the second quarter", "until the second quarter"])
def test_a_time_that_is_a_limit_is_not_that_of_the_figure(read, compared):
    assert read(f"Revenues were JPY24,071 million {compared}.") == []


def test_a_value_that_begins_the_line_below_its_period_is_of_that_period(read):
    text = "Total sales:\n\nFor 1H11: JPY47,207 million For 1H10:\nJPY34,272 million\n"
    assert read(text) == [(H1, "47207000000"), (H0, "34272000000")]


def test_a_time_that_a_change_is_measured_against_is_not_that_of_its_figure(taxonomy):
    table = (
        "## Statements of income\n\n\t1H10\t1H11\tYoY % change\n\tJPY millions\tJPY millions\t\n"
        "Total sales\t34,272\t47,207\t37.7\nTotal costs\t27,431\t37,971\t38.4\n\n"
    )
    text = "Revenues were JPY47,207 million, up 37.7% compared to the same period of the previous year."
    found = trace(report(f"{HEAD}{table}## 1H11 Results\n\n{text}", taxonomy), taxonomy)
    (row,) = [row for row in found if row["text"] == "37.7" and "Revenues" in row["label"]]
    assert (row["status"], row["period"]) == ("inferred", H1)
