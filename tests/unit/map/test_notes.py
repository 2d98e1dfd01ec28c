"""Notes below a table close what bears their mark where they speak of another scope or period."""

import pytest

from examples import shipped
from support import INCOME, compiled, report, unmapped, values

LAST, HALF = "2010-04-01/2010-09-30", "2011-04-01/2011-09-30"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("notes"), INCOME)


def page(note: str, header: str = "1H11", label: str = "Total revenues", title: str = "Statements of income") -> str:
    rows = f"{label}\t33,100\t45,800\nOperating income\t1,180\t2,310\n"
    return f"## {title}\n\n\t1H10\t{header}\n\tJPY millions\tJPY millions\n{rows}\n{note}\n"


@pytest.mark.parametrize("header", ["1H11*1", "1H11 (Note 2)", "1H11*", "1H11<sup>3</sup>"])
@pytest.mark.parametrize("words", ["Parent company alone", "Non-consolidated figures.", "Before the restatement"])
def test_a_note_of_a_header_closes_its_column(taxonomy, header, words):
    mark = header.removeprefix("1H11").strip()
    found = report(page(f"{mark} {words}", header), taxonomy)
    assert values(found, "Revenues") == {LAST: "33100000000"}
    assert words.rstrip(".") in unmapped(found)["45,800"]


@pytest.mark.parametrize(
    ("mark", "note"), [("a", "a Budget"), ("a", "(a) Budget"), ("(b)", "b. Budget"), ("1", "1 Budget")]
)
def test_a_note_may_begin_with_a_letter_or_number_set_like_its_words(taxonomy, mark, note):
    header = f"1H11<sup>{mark}</sup>"
    assert values(report(page(note, header), taxonomy), "Revenues") == {LAST: "33100000000"}
    assert (
        values(report(page(note.replace("Budget", "Unaudited"), header), taxonomy), "Revenues")[HALF] == "45800000000"
    )


def test_a_note_of_a_header_that_names_another_period_closes_its_column(taxonomy):
    found = report(page("*1 From January 1, 2011 to June 30, 2011", "1H11*1"), taxonomy)
    assert values(found, "Revenues") == {LAST: "33100000000"}


@pytest.mark.parametrize("text", ["Parent company", "Consensus of analysts", "Budget"])
def test_a_name_with_which_the_page_ends_speaks_of_the_table_above(taxonomy, text):
    assert values(report(page(text), taxonomy), "Revenues") == {}


@pytest.mark.parametrize("text", ["Unaudited", "End", "###", "- 7 -"])
def test_what_else_ends_a_page_changes_nothing(taxonomy, text):
    assert values(report(page(text), taxonomy), "Revenues")[HALF] == "45800000000"


@pytest.mark.parametrize(
    "note", ["*1 From April 1, 2011 to September 30, 2011", "*1 Unaudited", "*2 Parent company alone"]
)
def test_other_notes_of_a_header_change_nothing(taxonomy, note):
    assert values(report(page(note, "1H11*1"), taxonomy), "Revenues")[HALF] == "45800000000"


def test_a_note_of_a_label_closes_its_row(taxonomy):
    found = report(page("(Note 1) Excluding the shops.", label="Total revenues (Note 1)"), taxonomy)
    assert values(found, "Revenues") == {}
    assert values(found, "OperatingIncome")[HALF] == "2310000000"


@pytest.mark.parametrize("mark", ["*", "**", "***", "††"])
@pytest.mark.parametrize("words", ["Non-consolidated", "Provisional", "Forecast of the year"])
def test_a_name_in_a_note_closes_the_row_that_bears_its_mark(taxonomy, mark, words):
    found = report(page(f"{mark} {words}", label=f"Total revenues{mark}"), taxonomy)
    assert values(found, "Revenues") == {}
    assert values(found, "OperatingIncome")[HALF] == "2310000000"


@pytest.mark.parametrize("note", ["(Note) Figures of the parent company alone.", "Note: Budget", "Note 1: Pro forma"])
def test_a_note_that_nothing_bears_speaks_of_the_table(taxonomy, note):
    assert values(report(page(note), taxonomy), "Revenues") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Figures above are non-consolidated.",
        "The above table shows averages of five peers.",
        "(1) Parent company only",
        "(*) Excludes the shops",
        "(Note) The columns are in thousands of yen.",
        "(Amounts are in USD millions.)",
        "Source: Company A",
        "(Source) Toyshop Research",
    ],
)
def test_a_text_below_that_speaks_of_the_table_closes_it(taxonomy, text):
    assert values(report(page(text), taxonomy), "Revenues") == {}


@pytest.mark.parametrize(
    "text", ["Amounts are in millions of yen.", "(Note) Figures are rounded.", "(1) Unaudited", "Source: Test Co."]
)
def test_a_text_below_that_says_nothing_else_of_the_table_changes_nothing(taxonomy, text):
    assert values(report(page(text), taxonomy), "Revenues")[HALF] == "45800000000"


def test_a_note_of_a_label_that_says_another_unit_closes_its_row(taxonomy):
    found = report(page("*1 In thousands of yen.", label="Total revenues*1"), taxonomy)
    assert values(found, "Revenues") == {}


def test_a_note_of_the_title_speaks_of_the_table(taxonomy):
    found = report(page("*1 Non-consolidated", title="Statements of income*1"), taxonomy)
    assert values(found, "Revenues") == {}


def test_a_note_goes_on_in_the_next_line(taxonomy):
    assert values(report(page("(Note) Figures of the\nparent company alone."), taxonomy), "Revenues") == {}


def test_a_longer_note_that_explains_what_is_counted_changes_nothing(taxonomy):
    note = "*1 Total revenues are counted when services are rendered, and before that only where a contract says so."
    assert values(report(page(note, label="Total revenues*1"), taxonomy), "Revenues")[HALF] == "45800000000"


def test_notes_below_a_heading_are_not_those_of_the_table(taxonomy):
    assert values(report(page("## Remarks\n\nNote: Budget"), taxonomy), "Revenues")[HALF] == "45800000000"


@pytest.mark.parametrize(
    "text",
    [
        "All figures are targets.",
        "Numbers are illustrative.",
        "These are early estimates.",
        "The amounts shown above are budgeted.",
        "Figures above are presented on a three-month basis.",
        "Figures in this table are in thousands of U.S. dollars.",
        "* In thousands",
        "* July to September",
        "This table shows the results of the toy division.",
    ],
)
def test_a_sentence_about_the_figures_above_counts_with_each_word(taxonomy, text):
    assert values(report(page(text), taxonomy), "Revenues") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Figures are unaudited.",
        "(Note) Amounts are rounded to the nearest million yen.",
        "Figures for 1H10 have not been restated.",
        "Note: changes are calculated on figures before rounding.",
        "Totals may not add due to rounding.",
        "* April to September",
        "* In millions of yen",
    ],
)
def test_a_sentence_about_the_figures_above_that_is_neutral_changes_nothing(taxonomy, text):
    assert values(report(page(text), taxonomy), "Revenues")[HALF] == "45800000000"


def test_a_sentence_in_the_last_row_speaks_of_its_table(taxonomy):
    rows = "Total revenues\t33,100\t45,800\nOperating income\t1,180\t2,310\nAll figures are targets.\t\t\n"
    found = report(f"## Statements of income\n\n\t1H10\t1H11\n\tJPY millions\tJPY millions\n{rows}", taxonomy)
    assert values(found, "Revenues") == {}


def test_a_sentence_ends_with_its_text(taxonomy):
    found = report(page("All figures are targets\n\nThe shops opened in October and sold many more toys."), taxonomy)
    assert values(found, "Revenues") == {}


@pytest.mark.parametrize(
    ("words", "left"), [("From January 1 to June 30", [LAST]), ("From April 1 to September 30", [LAST, HALF])]
)
def test_months_without_a_year_close_a_column_of_others(taxonomy, words, left):
    found = report(page(f"(2) {words}", "1H11 (2)"), taxonomy)
    assert sorted(values(found, "Revenues")) == left


def test_a_note_of_a_unit_closes_the_columns_of_another_one(taxonomy):
    text = page("*1 In thousands of yen").replace("JPY millions", "JPY millions*1")
    assert values(report(text, taxonomy), "Revenues") == {}


@pytest.mark.parametrize(
    ("note", "is_fact"), [("※１ 個別の数値であります。", False), ("※１ 監査を受けておりません。", True)]
)
def test_a_note_of_a_figure_closes_its_row(note, is_fact):
    source = f"""\
株式会社インターネットイニシアティブ

## 連結損益計算書

| | 2012年3月期 |
|---|---:|
| | 百万円 |
| 営業収益 | ※１ 97,315 |
| 営業利益 | 6,353 |

{note}
"""
    found = report(source, shipped())
    assert bool(values(found, "Revenues")) == is_fact
    assert values(found, "OperatingIncome") == {"2011-04-01/2012-03-31": "6353000000"}


@pytest.mark.parametrize(
    "note",
    [
        "* Five months from May 1, 2011.",
        "* From May 1, 2011 onwards.",
        "* Up to August 31, 2011",
        "* For a period of ten months",
    ],
)
def test_a_note_of_a_header_that_says_another_time_closes_its_column(taxonomy, note):
    assert values(report(page(note, "1H11*"), taxonomy), "Revenues") == {LAST: "33100000000"}


@pytest.mark.parametrize("note", ["* From April 1, 2011", "* Six months"])
def test_a_note_that_says_the_time_of_its_column_changes_nothing(taxonomy, note):
    assert values(report(page(note, "1H11*"), taxonomy), "Revenues")[HALF] == "45800000000"


@pytest.mark.parametrize("behind", ["", "\n## Outlook\n\nWe see growth.\n"])
@pytest.mark.parametrize(
    ("title", "is_read"), [("Statements of income of Webco", False), ("Statements of income", True)]
)
def test_a_numbered_title_below_a_table_speaks_of_it(taxonomy, title, is_read, behind):
    found = report(page(f"Table 3: {title}\n{behind}"), taxonomy)
    assert (HALF in values(found, "Revenues")) is is_read


@pytest.mark.parametrize(
    "text",
    [
        "Correction: total revenues should read JPY45,900 million.",
        "* The figure 45,800 above is a misprint for 45,900.",
        "The table above was printed in error.",
    ],
)
def test_a_note_that_corrects_what_stands_above_closes_it(taxonomy, text):
    assert values(report(page(text), taxonomy), "Revenues") == {}


@pytest.mark.parametrize("label", ["Total revenues (1)", "Total revenues [1]"])
def test_the_number_of_a_note_in_brackets_is_no_part_of_a_label(taxonomy, label):
    found = report(page("(1) Rounded to the nearest million yen.", label=label), taxonomy)
    assert values(found, "Revenues") == {LAST: "33100000000", HALF: "45800000000"}


@pytest.mark.parametrize("label", ["Total revenues (1)", "Total revenues [1]"])
@pytest.mark.parametrize("mark", ["(1)", "[1]", "1)", "1.", "1"])
def test_a_note_with_that_number_closes_its_row(taxonomy, label, mark):
    found = report(page(f"{mark} Budget", label=label), taxonomy)
    assert values(found, "Revenues") == {}
    assert values(found, "OperatingIncome") == {LAST: "1180000000", HALF: "2310000000"}
