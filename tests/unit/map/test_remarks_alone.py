"""Few words that say what figures are: a unit, a measure, a line or a time, wherever they stand."""

import pytest

from examples import shipped
from support import report, unmapped, values

HALF = "2011-04-01/2011-09-30"
OPENING = """**Internet Initiative Japan Inc.**

Tokyo, November 8, 2011 - Internet Initiative Japan Inc. ("IIJ", TSE:3774) announced today its consolidated financial
results for the first six months of Fiscal Year Ending March 31, 2012 (from April 1 to September 30, 2011, "1H11").

## Operating Results Summary{behind}

{between}{corner}\t1H10{mark}\t1H11{mark}
\tJPY millions\tJPY millions
{label}\t33,107\t45,817
Operating Income\t1,187\t2,317

{below}
"""


def revenues(behind="", between="", corner="", mark="", label="Total Revenues", below=""):
    text = OPENING.format(
        behind=behind, between=between and f"{between}\n\n", corner=corner, mark=mark, label=label, below=below
    )
    return values(report(text, shipped()), "Revenues")


@pytest.mark.parametrize(
    "behind",
    [" (Noncontrolling interests)", " - Billions", ": Change", ", Share", " (2009)", " '09", " (March 2010)"],
)
def test_the_end_of_a_title_says_what_its_table_is_of(behind):
    assert revenues(behind=behind) == {}


@pytest.mark.parametrize("behind", [" (Year to date)", " (2011)", " '11", " (JPY millions)", " (November 2011)"])
def test_the_end_of_a_title_may_say_what_its_columns_say(behind):
    assert revenues(behind=behind)[HALF] == "45817000000"


@pytest.mark.parametrize("between", ["Billions", "Table 1: Billions", "Table 1: Change", "(2009)"])
def test_a_caption_says_what_its_table_is_of(between):
    assert revenues(between=between) == {}


@pytest.mark.parametrize(
    "said",
    [
        "Please note that in the table below 1H10 and 1H11 have been interchanged.",
        "Note: 1H11 was a five-month period.",
        "The company's fiscal year ended on June 30 until 2011.",
        "(cumulative from April 2009)",
    ],
)
def test_a_sentence_above_says_what_its_columns_are(said):
    assert HALF not in revenues(between=said)


def test_what_a_title_spells_out_is_its_period():
    assert revenues(behind=" (from April 1, 2011 to September 30, 2011)")[HALF] == "45817000000"


def test_a_caption_may_except_from_its_unit():
    assert revenues(between="Yen in millions except per share data")[HALF] == "45817000000"


@pytest.mark.parametrize("corner", ["United States", "24th", "Second half", "H2", "Full year", "Main business"])
def test_the_corner_says_where_and_of_which_part_of_a_year_its_table_is(corner):
    assert revenues(corner=corner) == {}


@pytest.mark.parametrize("corner", ["Item", "Number", "H1", "First half", "Unaudited"])
def test_the_corner_may_say_what_changes_nothing(corner):
    assert revenues(corner=corner)[HALF] == "45817000000"


@pytest.mark.parametrize("corner", ["(Change)", "'09", "(2009)", "Billions (JPY millions)"])
def test_the_corner_says_what_its_table_is_of(corner):
    assert revenues(corner=corner) == {}


@pytest.mark.parametrize("mark", [" (Percent)", " Share", " '09", " (March 2009)"])
def test_a_head_says_what_its_column_is_of(mark):
    assert revenues(mark=mark) == {}


@pytest.mark.parametrize(
    "note",
    [
        "1H09",
        "Billions",
        "Percent",
        "Change",
        "2009",
        "March 2010",
        "Noncontrolling interests",
        "Market total",
    ],
)
def test_a_starred_note_says_what_the_figures_are(note):
    assert revenues(mark="*", below=f"* {note}") == {}


@pytest.mark.parametrize("note", ["1H11", "September 2011", "JPY millions", "Rounded to the nearest million."])
def test_a_starred_note_may_say_what_the_head_says(note):
    assert revenues(mark="*", below=f"* {note}")[HALF] == "45817000000"


@pytest.mark.parametrize(
    "sentence",
    ["All figures are FY2009.", "All figures are percentages.", "Figures are year-on-year changes.",
     "All figures are per share.", "Every amount is that of KDDI.", "Note: The 1H11 and 1H10 headings were exchanged."],
)  # fmt: skip
def test_a_sentence_below_says_what_the_figures_are(sentence):
    assert revenues(below=sentence) == {}


@pytest.mark.parametrize(
    "behind",
    [
        " - Calendar 2011",
        ", Q2",
        ", as of October 15",
        " - 12 months",
        " - Case 1",
        " - Week 36",
        " - June 30, 2009",
        " at March 31, 2009",
    ],
)
def test_a_time_behind_a_label_changes_the_line(behind):
    assert revenues(label=f"Total Revenues{behind}") == {}


@pytest.mark.parametrize(
    "above",
    [
        "### Change",
        "**Percent**",
        "Calendar 2011",
        "Week ended September 30",
        "Q2:",
        "**Change.**",
        "United States:",
        "Network services:",
    ],
)
def test_what_stands_over_a_list_says_what_its_items_are(above):
    text = (
        OPENING.partition("## Oper")[0]
        + f"## 1H FY2011 Financial Results Summary\n\n{above}\n\n- Revenues: JPY45,817 million\n"
    )
    assert values(report(text, shipped()), "Revenues") == {}


def test_a_list_below_nothing_is_of_the_section():
    text = OPENING.partition("## Oper")[0] + "## 1H FY2011 Financial Results Summary\n\n- Revenues: JPY45,817 million\n"
    assert values(report(text, shipped()), "Revenues") == {HALF: "45817000000"}


@pytest.mark.parametrize("behind", ["(Change)", "(Percent)", "(YoY change)", "(Share)", ", percent"])
def test_a_measure_behind_an_amount_says_that_it_is_none(behind):
    text = (
        OPENING.partition("## Oper")[0]
        + f"## 1H FY2011 Financial Results Summary\n\n- Revenues: JPY45,817 million {behind}\n"
    )
    found = report(text.replace(" ,", ","), shipped())
    assert values(found, "Revenues") == {}
    assert "JPY45,817 million" in unmapped(found) or "45,817" in unmapped(found)


NARROWING = ["United States", "U.S. operations", "Main business", "Highest", "24th", "Third term", "One half"]
NEUTRAL = ["Unaudited", "Consolidated", "U.S. GAAP", "For reference", "Preliminary", "Results of operations"]


@pytest.mark.parametrize("words", [*NARROWING, "Annual", "September 30, 2009"])
def test_neutral_words_alone_in_brackets_may_say_what_a_table_is_of(words):
    assert revenues(behind=f" ({words})") == {}


@pytest.mark.parametrize("words", [*NARROWING, "H2", "Full year", "Annual"])
def test_so_they_may_in_a_head(words):
    assert revenues(mark=f" ({words})") == {}


@pytest.mark.parametrize("words", [*NARROWING, "H2"])
def test_so_they_may_in_a_note(words):
    assert revenues(mark="*", below=f"* {words}") == {}


@pytest.mark.parametrize("words", NEUTRAL)
def test_others_change_nothing(words):
    assert revenues(behind=f" ({words})")[HALF] == "45817000000"
    assert revenues(mark=f" ({words})")[HALF] == "45817000000"
    assert revenues(mark="*", below=f"* {words}")[HALF] == "45817000000"


@pytest.mark.parametrize(("words", "expected"), [("United States", {}), ("unaudited", {HALF: "45817000000"})])
def test_so_they_may_behind_an_amount(words, expected):
    text = (
        OPENING.partition("## Oper")[0]
        + f"## 1H FY2011 Financial Results Summary\n\n- Revenues: JPY45,817 million ({words})\n"
    )
    assert values(report(text, shipped()), "Revenues") == expected


@pytest.mark.parametrize(("mark", "note"), [(" a)", "a) Simulated"), (" 1)", "1) Simulated")])
def test_a_note_may_be_marked_with_half_a_bracket(mark, note):
    assert revenues(mark=mark, below=note) == {}


@pytest.mark.parametrize("head", ["July 2011", "1H11 at 1H10 rates"])
def test_a_column_of_another_time_that_is_written_out_closes_no_other(head):
    text = OPENING.format(behind="", between="", corner="", mark="", label="Total Revenues", below="")
    text = text.replace("1H10\t1H11\n", f"1H10\t1H11\tYoY\t{head}\n").replace(
        "JPY millions\n", "JPY millions\t%\tJPY millions\n"
    )
    text = text.replace("45,817\n", "45,817\t38.4\t7,639\n").replace("2,317\n", "2,317\t95.2\t319\n")
    assert values(report(text, shipped()), "Revenues")[HALF] == "45817000000"


@pytest.mark.parametrize("words", ["United States", "U.S. operations", "20th term", "Third", "Highest"])
def test_they_may_between_a_title_and_its_table_and_over_columns(words):
    assert revenues(between=f"**{words}**") == {}
    assert revenues(between=f"### {words}") == {}
    assert revenues(corner=f"\t{words}\t{words}\n") == {}


@pytest.mark.parametrize("words", ["Results of operations", "Unaudited", "U.S. GAAP"])
def test_what_names_a_text_or_a_standard_changes_nothing_there(words):
    assert revenues(between=f"**{words}**")[HALF] == "45817000000"
    assert revenues(between=f"### {words}")[HALF] == "45817000000"


@pytest.mark.parametrize("head", ["United States:", "Network services:", "**Third.**"])
def test_they_may_in_front_of_a_sentence(head):
    page = (
        OPENING.partition("## Oper")[0]
        + "## 1H FY2011 Financial Results Summary\n\n{}Revenues were JPY45,817 million.\n"
    )
    assert values(report(page.format(f"{head} "), shipped()), "Revenues") == {}
    assert values(report(page.format(""), shipped()), "Revenues") == {HALF: "45817000000"}


def test_values_for_somebody_else_are_none_of_the_issuers():
    assert revenues(below="Values for KDDI are shown.") == {}


@pytest.mark.parametrize("label", ["Total Revenues, 50% owned affiliates", "Total Revenues: 50% stake"])
def test_a_part_that_somebody_owns_is_another_line(label):
    assert revenues(label=label) == {}


def test_a_month_of_a_year_beyond_calendars_is_not_understood():
    assert revenues(mark="*", below="* Dec 9999") == {}
