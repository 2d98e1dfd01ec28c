"""The running text: passages with exact places, the section they stand in, and their words."""

import pytest

from iij_xbrl.extract.passages import passages
from iij_xbrl.extract.tokens import period_mentions, sentences
from support import APRIL, duration, page


def found(text):
    return list(passages(page(text), APRIL))


def words(text):
    return [
        [token.text or (str(token.figure.value) if token.figure else "") for token in sentence]
        for sentence in sentences(text, APRIL)
    ]


def kinds(text):
    return [token.kind for sentence in sentences(text, APRIL) for token in sentence]


# -- passages


def test_the_lines_of_a_paragraph_are_one_text_and_keep_their_places():
    (passage,) = found("Revenues were\nJPY47,207 million.")
    assert passage.text == "Revenues were JPY47,207 million."
    start = passage.text.index("47,207")
    span = passage.span(start, start + 6)
    assert (span.origin.line, span.start, span.end) == (2, 3, 9)


def test_items_of_a_list_are_parted():
    (passage,) = found("- Revenues grew\n- Costs fell")
    assert "\n" in passage.text


@pytest.mark.parametrize(
    ("upper", "lower", "parted"),
    [
        ("Revenues JPY5 million (up 6.4% YoY)", "Operating income JPY3 million", True),
        ("Revenues JPY5 million up 6.4% YoY", "Operating income JPY3 million", True),
        ("Comprehensive income: JPY5 million  ", "Six months ended", True),
        ("Revenues of the first half", "Were higher", False),
        ("Revenues of the first half, (restated)", "were higher", False),
    ],
)
def test_what_looks_like_another_line_is_parted(upper, lower, parted):
    (passage,) = found(f"{upper}\n{lower}")
    assert ("\n" in passage.text) == parted


def test_a_paragraph_cut_by_a_page_goes_on_with_a_small_letter():
    long = "Connectivity service increased by 7.9% YoY to JPY10,297 million and outsourcing services increased"
    (passage,) = found(f"{long}\n\nby 7.3% YoY to JPY8,006 million.")
    assert passage.text.endswith("increased by 7.3% YoY to JPY8,006 million.")


def test_a_table_row_whose_cells_hold_amounts_reads_like_a_line():
    title, row = found("Highlights of 1H11\n\nRevenues\tJPY47,207 million ($612.8 million)\nOthers\t5")
    assert row.of_table and row.text.startswith("Revenues JPY47,207 million")
    assert row.setting.period == title.setting.period == duration("2011-04-01/2011-09-30")


def test_rows_that_read_like_lines_stand_below_the_headings_of_their_table():
    results, targets = "Results for 1H11\t\nRevenues\tJPY5 million", "Targets for FY2011\t\nRevenues\tJPY9 million"
    first, second = (passage for passage in found(f"{results}\n{targets}\n") if passage.of_table)
    assert (str(first.setting.period), first.setting.forecast) == ("2011-04-01/2011-09-30", False)
    assert (str(second.setting.period), second.setting.forecast) == ("2011-04-01/2012-03-31", True)
    assert (first.heads, second.heads) == (("Results for 1H11",), ("Results for 1H11", "Targets for FY2011"))


@pytest.mark.parametrize("head", ["\t1H11\tTarget for 1H11", "Item\tActual", "Targets\t1H11"])
def test_no_row_reads_like_a_line_where_columns_have_heads(head):
    texts = found(f"{head}\nRevenues\tJPY5 million\tJPY6 million\n")
    assert not any(passage.of_table for passage in texts)


# -- sections


def test_the_last_title_with_one_period_gives_the_period():
    *_, passage = found("1H FY2011 Results of Operation\n\nRevenues\n\nRevenues were JPY5 million.")
    assert passage.setting.period == duration("2011-04-01/2011-09-30")
    assert passage.setting.titles == ("1H FY2011 Results of Operation", "Revenues")


@pytest.mark.parametrize(
    ("headings", "period"),
    [
        ("## 1H11 Results\n\n## 2Q11 Results\n\n### Costs", "2011-07-01/2011-09-30"),  # below the second
        ("## 1H11 Results\n\n### Costs\n\n## Condition", "2011-04-01/2011-09-30"),  # the release's
        ("## 1H11 Results\n\n## 2Q11 Results\n\n## Condition", "None"),  # the release's, or the one before
        ("# 1H11 Results\n\n## 2Q11\n\n### Costs\n\n## Condition", "None"),
    ],
)
def test_a_heading_ends_what_headings_of_its_level_said(headings, period):
    assert str(found(f"{headings}\n\nText of it.")[-1].setting.period) == period


def test_a_part_of_a_fiscal_year_is_not_the_year():
    *_, passage = found("First Six Months Financial Results for the Fiscal Year Ending March 31, 2012\n\nText.")
    assert passage.setting.period == duration("2011-04-01/2011-09-30")


def test_a_title_with_two_periods_gives_none():
    *_, passage = found("(Six Months ended September 30, 2010 and September 30, 2011)\n\nText that ends.")
    assert passage.setting.period is None


@pytest.mark.parametrize("quotes", [('"', '"'), ("“", "”")])
def test_a_sentence_in_quotation_marks_is_no_title(quotes):
    *_, passage = found(
        "1H16 Costs\n\n{}*2. From 1Q16, IIJmio is disclosed.{}\n\nCosts were JPY9 million.".format(*quotes)
    )
    assert passage.setting.period == duration("2016-04-01/2016-09-30")


def test_a_title_of_targets_counts_until_the_next_title_only():
    texts = found("1H11 Results\n\nFY2011 Financial Targets\n\nTargets stay.\n\nReconciliation\n\nText that ends.")
    targets, later = texts[2], texts[-1]
    assert targets.setting.forecast and targets.setting.period == duration("2011-04-01/2012-03-31")
    assert not later.setting.forecast and later.setting.period == duration("2011-04-01/2011-09-30")


@pytest.mark.parametrize("title", ["1H09 Results\n\nActual Results", "1H09 Results Actual Results"])
def test_a_line_above_two_columns_of_actual_figures_and_targets_is_no_title_of_targets(title):
    *_, passage = found(f"{title} Target Announced\n\nRevenues JPY5 million JPY6 million")
    assert passage.setting.both and not passage.setting.forecast


def test_what_stands_beside_page_numbers_is_no_title():
    *_, passage = found("2Q FY2011 Results\n\n- 8 - IIJ 1H FY2011\n\nIIJ 1H FY2011\n\nText that ends.")
    assert passage.setting.period == duration("2011-07-01/2011-09-30")


def test_a_line_that_leads_in_is_no_title():
    *_, passage = found("3. Target for FY2011\n\nNet income:\n\nText that ends.")
    assert passage.setting.forecast


# -- sentences


def test_full_stops_of_abbreviations_end_no_sentence():
    assert len(words("Net income of Trust Networks Inc. was JPY5 million. Costs rose.")) == 2


def test_a_full_stop_in_front_of_a_parenthesis_ends_no_sentence():
    assert len(words("Cash was JPY5 million. (JPY4 million as of September 30, 2015.) There were costs.")) == 2


def test_the_kinds_of_words():
    assert kinds("Costs were JPY1,500 per share, up 5.2 % for 1H11") == [
        "word", "word", "amount", "mark", "word", "percent", "word", "period",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "currency", "scale"),
    [
        ("JPY47,207 million", "47207", "JPY", 6),
        ("$612.8 million", "612.8", "USD", 6),
        ("JPY83.0 billion", "83.0", "JPY", 9),
        ("JPY152million", "152", "JPY", 6),
        ("JPY 1,500,000,000", "1500000000", "JPY", None),
    ],
)
def test_amounts(text, value, currency, scale):
    ((token,),) = sentences(text, APRIL)
    assert (str(token.figure.value), token.currency, token.scale) == (value, currency, scale)


@pytest.mark.parametrize("text", ["JPY77.04 per US$1.00", "JPY 98.29 per 1U.S. dollar"])
def test_rates(text):
    assert kinds(text) == ["rate"]


@pytest.mark.parametrize("text", ["IIJ GIO P2", "1Gbps", "3rd", "TSE:3774x", "1:200"])
def test_numbers_in_names_are_no_numbers(text):
    assert "number" not in kinds(text)


def test_a_number_is_never_read_in_part():
    ((token, *_),) = sentences("202,544shares", APRIL)
    assert str(token.figure.value) == "202544"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("revenues for Sep. 2011", "2011-09-01/2011-09-30"),
        ("contracts as of June 2011", "2011-06-30"),
        ("the second quarter of fiscal year ending March 31, 2014", "2013-07-01/2013-09-30"),
        ("FY2011 interim period cash dividend", "2011-04-01/2011-09-30"),
        ("the first six months of Fiscal Year Ending March 31, 2012", "2011-04-01/2011-09-30"),
    ],
)
def test_periods_that_sentences_name(text, period):
    (mention,) = period_mentions(text, APRIL)
    assert mention.period == duration(period)


def test_a_part_of_a_year_that_is_not_understood_is_not_the_year():
    assert not period_mentions("interim results in the year of FY2009", APRIL)
    assert not period_mentions("the busy half of FY2009", APRIL)


def test_a_line_with_a_quotation_or_bracket_that_ends_below_it_is_no_title():
    *_, last = found(
        'From 1Q16, the subscriptions to "Platform", which is included in "IIJ Mobile service\n\n'
        '(Enterprise)", are disclosed.\n\nRevenues were JPY1,343 million.'
    )
    assert last.setting.period is None and not last.setting.titles


def test_when_something_began_is_not_the_time_of_what_follows():
    """A note at the foot of a page, cut into lines, stands among the texts of a section."""
    texts = found("## Results of 1H16\n\nFrom 1Q16, the number of subscriptions, which is included in\n\nCosts grew.\n")
    assert [passage.setting.period for passage in texts] == [duration("2016-04-01/2016-09-30")] * 3
    titled = found("## Results of 1H16\n\nHighlights for 1Q16\n\nCosts grew.\n")
    assert titled[-1].setting.period == duration("2016-04-01/2016-06-30")
