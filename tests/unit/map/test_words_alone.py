"""Words in a row or line of their own that nothing understands, and what they close: the table, rows, what follows."""

import pytest

from iij_xbrl.pipeline import report_of
from iij_xbrl.read import read
from support import INCOME, compiled, report, values

HALF = "2011-04-01/2011-09-30"
PROSE = "phrases:\n- Revenues: [revenues]\n"
HEAD = "\t1H10\t1H11\n\tJPY millions\tJPY millions\n"
REVENUES, COSTS = "Total revenues\t33,100\t45,800\n", "Total costs\t31,920\t43,490\n"
INCOMES = "Operating income\t1,180\t2,310\n"
TABLE = f"{HEAD}{REVENUES}{COSTS}{INCOMES}"
TITLE = "## Statements of income\n\n"


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory):
    return compiled(tmp_path_factory.mktemp("alone"), INCOME, prose=PROSE)


def lines(page: str, taxonomy) -> set[str]:
    """The lines of which the first half of 2011 is read."""
    found = report(page, taxonomy)
    return {name for name in ("Revenues", "Costs", "OperatingIncome") if HALF in values(found, name)}


@pytest.mark.parametrize("row", ["(Budget)", "[Kansai]", "(Index (FY2005 = 100))", "Budget"])
def test_the_last_row_closes_its_table(taxonomy, row):
    assert lines(f"{TITLE}{TABLE}{row}\t\t\n", taxonomy) == set()


@pytest.mark.parametrize("row", ["(Unaudited)", "[Consolidated]"])
def test_a_last_row_that_is_understood_closes_nothing(taxonomy, row):
    assert lines(f"{TITLE}{TABLE}{row}\t\t\n", taxonomy) == {"Revenues", "Costs", "OperatingIncome"}


def test_a_row_in_brackets_may_end_the_label_above_or_head_the_rows_below(taxonomy):
    assert lines(f"{TITLE}{HEAD}{REVENUES}{COSTS}(Kansai)\t\t\n{INCOMES}", taxonomy) <= {"Revenues"}


def test_no_amount_stands_below_a_row_that_counts_shares(taxonomy):
    page = f"{TITLE}{HEAD}{REVENUES}(In thousands of shares)\t\t\n{COSTS}{INCOMES}"
    assert lines(page, taxonomy) == {"Revenues"}


@pytest.mark.parametrize(
    "above",
    [
        "Kansai\n\n## ",
        "Index (FY2005 = 100)\n\n## ",
        "Kansai\n\n",
        "Separate financial results\n\n",
        "###### Kansai\n\n## ",
    ],
)
def test_a_name_above_a_title_closes_what_stands_below(taxonomy, above):
    assert lines(f"{above}Statements of income\n\n{TABLE}", taxonomy) == set()


def test_a_text_between_ends_what_a_name_closes(taxonomy):
    page = f"Kansai\n\nWe opened three shops there.\n\nStatements of income\n\n{TABLE}"
    assert lines(page, taxonomy) == {"Revenues", "Costs", "OperatingIncome"}


@pytest.mark.parametrize("words", ["Kansai:", "Index (FY2005 = 100):"])
def test_a_name_with_a_colon_closes_the_sentences_below(taxonomy, words):
    page = f"## 1H11 results\n\n{words}\n\nRevenues were JPY45,800 million.\n"
    assert lines(page, taxonomy) == set()


@pytest.mark.parametrize("said", ["which is wrong", "as was wrongly stated", "a figure since withdrawn"])
def test_a_figure_that_its_sentence_denies_is_none(taxonomy, said):
    assert lines(f"## 1H11 results\n\nRevenues were JPY45,800 million, {said}.\n", taxonomy) == set()


@pytest.mark.parametrize(("below", "is_read"), [("Kansai", False), ("Unaudited", True)])
def test_words_right_below_the_labels_of_a_sheet_are_a_row(taxonomy, tmp_path, below, is_read):
    rows = [row.split("\t") for row in f"Statements of income\n\n{TABLE}{below}\n".splitlines()]
    path = tmp_path / "page.csv"
    path.write_text("\n".join(",".join(f'"{cell}"' for cell in [*row, "", ""][:3]) for row in rows), encoding="utf-8")
    found = values(report_of(read(path), taxonomy), "Revenues")
    assert (HALF in found) == is_read


def test_a_note_ends_where_a_title_begins(taxonomy):
    head = HEAD.replace("1H11", "1H11*")
    below = "* Kansai\n\nOutlook for the Market in Kansai and Other Parts of the Country as We See It\n"
    assert lines(f"{TITLE}{head}{REVENUES}\n{below}", taxonomy) == set()
