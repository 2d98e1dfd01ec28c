"""Notes below a table close what bears their mark where they speak of another scope or period."""

import pytest

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


def test_a_note_of_a_header_that_names_another_period_closes_its_column(taxonomy):
    found = report(page("*1 From January 1, 2011 to June 30, 2011", "1H11*1"), taxonomy)
    assert values(found, "Revenues") == {LAST: "33100000000"}


@pytest.mark.parametrize(
    "note", ["*1 From April 1, 2011 to September 30, 2011", "*1 Unaudited", "*2 Parent company alone"]
)
def test_other_notes_of_a_header_change_nothing(taxonomy, note):
    assert values(report(page(note, "1H11*1"), taxonomy), "Revenues")[HALF] == "45800000000"


def test_a_note_of_a_label_closes_its_row(taxonomy):
    found = report(page("(Note 1) Excluding the shops.", label="Total revenues (Note 1)"), taxonomy)
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
